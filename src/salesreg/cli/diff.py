"""`salesreg diff`: what differs between two regulations, by meaning."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

import click
from rich.console import Console
from rich.text import Text

from salesreg.cli.errors import lacks_told
from salesreg.cli.git import load_at
from salesreg.compare.diff import Diff, diff
from salesreg.document.impact import Impact, impact
from salesreg.document.listing import pieces
from salesreg.io import atomic
from salesreg.layers.loading import load
from salesreg.model.outputs import Written
from salesreg.model.regulation import Regulation

DIFFERS = 1
"""Exit code when there is a difference, as that of `diff`."""


def _json(found: Diff | Impact) -> str:
    data = found.to_dict()
    if isinstance(found, Impact):
        data["diff"] = found.diff.to_dict()
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


FORMATS: Mapping[str, Callable[[Diff | Impact], str]] = MappingProxyType(
    {
        "human": lambda found: "".join(text for text, _ in pieces(found)),
        "json": _json,
        "markdown": Written.to_markdown,
        "html": Written.to_html,
    }
)
"""What writes a difference, by the name of the format."""


@click.command("diff")
@click.argument("where", nargs=-1, required=True, metavar="OLD NEW | REV1 REV2 FILE")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="human",
    show_default=True,
    help="How the difference is written.",
)
@click.option(
    "--impact",
    "wide",
    is_flag=True,
    help="Tell also whom it touches, who acknowledges again, which papers change.",
)
@click.option(
    "--redline",
    "target",
    type=click.Path(path_type=Path),
    help="Word file of NEW with what differs as tracked changes; needs --author and"
    " --date.",
)
@click.option("--author", help="Who made the changes, as Word shows it.")
@click.option(
    "--date",
    type=click.DateTime(["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S"]),
    help="When they were made, on the clock on the wall: 2026-01-12T10:30.",
)
@click.option(
    "--style",
    default="plain",
    show_default=True,
    help="How that Word file looks: plain, gost, or a company's own .docx.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="File for the difference; standard output when not given.",
)
def diff_command(
    where: tuple[str, ...],
    form: str,
    output: Path | None,
    target: Path | None,
    author: str | None,
    date: dt.datetime | None,
    style: str,
    *,
    wide: bool,
) -> None:
    """Tell what differs between the regulations in OLD and NEW, by meaning.

    With three arguments, between FILE in two revisions of git: branches, tags,
    commits, HEAD~1.

    With --redline the difference is a Word file, which starts with a sheet of what
    changes for whom; it is written in another form, too, when -o says where to.

    The exit code is 0 when nothing differs, 1 when something does, and 2 when the
    regulations could not be compared.
    """
    if target is None and (author or date or style != "plain"):
        message = "--author, --date and --style are those of a --redline"
        raise click.UsageError(message)
    match where:
        case (before, after):
            old, new = load(before), load(after)
        case (before, after, file):
            old, new = load_at(before, Path(file)), load_at(after, Path(file))
        case _:
            message = "give two files, or two revisions and a file"
            raise click.UsageError(message)
    if target is not None:
        _redline(old, new, target, author, date, style)
    changes = diff(old, new)
    found = impact(changes, old, new) if wide else changes
    if output is not None:
        atomic.write(output, FORMATS[form](found).encode())
        click.echo(output)
    elif target is None and form == "human":
        # rich knows where colours are wanted and shown.
        console = Console(soft_wrap=True, highlight=False)
        console.print(Text.assemble(*pieces(found)), end="")
    elif target is None:
        click.echo(FORMATS[form](found), nl=False)
    if changes:
        sys.exit(DIFFERS)


def _redline(
    old: Regulation,
    new: Regulation,
    target: Path,
    author: str | None,
    date: dt.datetime | None,
    style: str,
) -> None:
    if author is None or date is None:
        # No clock is asked: the same command writes the same file.
        message = "tracked changes say who made them and when: add --author and --date"
        raise click.UsageError(message)
    if target.suffix.lower() != ".docx":
        message = f"tracked changes are written to a .docx, not to {target}"
        raise click.UsageError(message)
    from salesreg.export.docx.redline import redline  # noqa: PLC0415

    with lacks_told():
        redline(old, new, target, author=author, date=date, style=style)
    click.echo(target)
