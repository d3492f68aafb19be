"""`salesreg check`: what is wrong or contradictory in regulations."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Literal

import click
from rich.console import Console
from rich.text import Text

from salesreg.checks.api import check as checked
from salesreg.checks.output import human, json
from salesreg.checks.report import CheckReport
from salesreg.checks.settings import Settings
from salesreg.cli.errors import FAILED, tell
from salesreg.cli.options import day, words
from salesreg.errors import LoadError, Problem
from salesreg.io import atomic
from salesreg.io.files import load
from salesreg.model.regulation import Language

FORMATS: Mapping[str, Callable[..., str]] = MappingProxyType(
    {"human": human.render, "json": json.render}
)
"""What writes reports, by the name of the format."""

FOUND = 1
"""Exit code when something was found at the level asked for or above it."""


@click.command()
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path)
)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="human",
    show_default=True,
    help="How the findings are written.",
)
@click.option(
    "--select",
    callback=words,
    multiple=True,
    help="Checks to run: codes, families or names, with a pattern of paths where"
    " wanted (TIM, TXT:/scripts/*). Several between commas, or the option again.",
)
@click.option(
    "--ignore",
    callback=words,
    multiple=True,
    help="What not to run, in the same words.",
)
@click.option(
    "--pack",
    "packs",
    callback=words,
    multiple=True,
    help="Packs beside the general checks: ru-labour, gost.",
)
@click.option(
    "--level",
    type=click.Choice(["error", "warning", "info"]),
    default="error",
    show_default=True,
    help="The lightest severity that makes the exit code 1.",
)
@click.option(
    "--today",
    callback=day,
    help="The date for which is checked, YYYY-MM-DD.  [default: today]",
)
@click.option(
    "--language",
    type=click.Choice(["ru", "en"]),
    help="Language of the messages.  [default: the regulation's]",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="File to write; standard output when not given.",
)
def check(
    files: tuple[Path, ...],
    form: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    packs: tuple[str, ...],
    level: Literal["error", "warning", "info"],
    today: dt.date | None,
    language: Language | None,
    output: Path | None,
) -> None:
    """Tell what is wrong or contradictory in the regulation in each FILE.

    The exit code is 1 when something was found at the level or above it, and 2
    when a file could not be checked.
    """
    # The command line may look at the clock; the library never does.
    date = today or dt.datetime.now().astimezone().date()
    settings = Settings(
        select=select,
        ignore=ignore,
        packs=packs,
    )
    reports: list[CheckReport] = []
    problems: list[Problem] = []
    for file in files:
        try:
            regulation = load(file)
        except LoadError as error:
            problems += error.problems
        else:
            report = checked(
                regulation, today=date, language=language, settings=settings
            )
            reports.append(report)
    if reports:
        _write(reports, form, output)
    tell(problems)
    if problems:
        sys.exit(FAILED)
    if any(report.at_least(level) for report in reports):
        sys.exit(FOUND)


def _write(reports: list[CheckReport], form: str, output: Path | None) -> None:
    if output is not None:
        atomic.write(output, FORMATS[form](*reports).encode())
        click.echo(output)
    elif form == "human":
        # rich knows where colours are wanted and shown.
        console = Console(soft_wrap=True, highlight=False)
        console.print(Text.assemble(*human.pieces(*reports)), end="")
    else:
        click.echo(FORMATS[form](*reports), nl=False)
