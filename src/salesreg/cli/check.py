"""`salesreg check`: what is wrong or contradictory in regulations."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import click

from salesreg.checks.baseline import Baseline
from salesreg.checks.finding import Severity
from salesreg.checks.report import CheckReport
from salesreg.cli.asked import Asked, Checked
from salesreg.cli.errors import FAILED, tell
from salesreg.cli.mending import mended
from salesreg.cli.options import day, words
from salesreg.cli.writing import FORMATS, write
from salesreg.errors import Problem, ProblemGroup
from salesreg.model.regulation import Language

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
    "--ignore", callback=words, multiple=True, help="What not to run, likewise."
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
    help="The lightest severity that makes the exit code 1.  [default: error]",
)
@click.option(
    "--today",
    callback=day,
    metavar="DATE",
    help="The date for which is checked, YYYY-MM-DD.  [default: today]",
)
@click.option(
    "--language",
    type=click.Choice(["ru", "en"]),
    help="Language of the messages.  [default: the regulation's]",
)
@click.option(
    "--baseline",
    type=click.Path(path_type=Path),
    help="File of the findings that are known; only new ones are told.",
)
@click.option(
    "--write-baseline",
    type=click.Path(path_type=Path),
    help="Write every finding to a file of known findings, and end with 0.",
)
@click.option("--fix", is_flag=True, help="Make the safe fixes in FILE itself.")
@click.option(
    "--force", is_flag=True, help="Let --fix write a file anew where a fix needs it."
)
@click.option(
    "--config",
    type=click.Path(path_type=Path),
    help="File of settings.  [default: the nearest salesreg.toml or pyproject.toml]",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="File for the findings; standard output when not given.",
)
def check(
    files: tuple[Path, ...],
    form: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    packs: tuple[str, ...],
    level: Severity | None,
    today: dt.date | None,
    language: Language | None,
    baseline: Path | None,
    write_baseline: Path | None,
    config: Path | None,
    output: Path | None,
    *,
    fix: bool,
    force: bool,
) -> None:
    """Tell what is wrong or contradictory in the regulation in each FILE.

    The exit code is 1 when something was found at the level or above it, and 2
    when a file could not be checked.
    """
    asked = Asked(
        select=select,
        ignore=ignore,
        packs=packs,
        level=level,
        # The command line may look at the clock; the library never does.
        today=today or dt.datetime.now().astimezone().date(),
        language=language,
        baseline=None if write_baseline else baseline,
        known=not write_baseline,
        config=config,
    )
    done: list[Checked] = []
    problems: dict[Problem, None] = {}
    for file in files:
        try:
            checked = asked.check(file)
            done.append(mended(checked, force=force) if fix else checked)
        except ProblemGroup as group:
            problems |= dict.fromkeys(group.problems)
    reports = [checked.report for checked in done]
    if write_baseline and not problems:
        _write_baseline(reports, write_baseline)
    elif not write_baseline:
        write(reports, form, output, tuple(problems))
    tell(tuple(problems))
    if problems:
        sys.exit(FAILED)
    if not write_baseline and any(checked.fails for checked in done):
        sys.exit(FOUND)


def _write_baseline(reports: list[CheckReport], path: Path) -> None:
    found = [finding for report in reports for finding in report]
    Baseline.of(found).dump(path)
    click.echo(f"{path}: {len(found)} known")
