"""`salesreg diff`: what differs between two regulations, by meaning."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

import click
from rich.console import Console
from rich.text import Text

from salesreg.cli.git import load_at
from salesreg.compare.diff import Diff, diff
from salesreg.document.impact import Impact, impact
from salesreg.document.listing import pieces
from salesreg.io import atomic
from salesreg.layers.loading import load
from salesreg.model.outputs import Written

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
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="File for the difference; standard output when not given.",
)
def diff_command(
    where: tuple[str, ...], form: str, output: Path | None, *, wide: bool
) -> None:
    """Tell what differs between the regulations in OLD and NEW, by meaning.

    With three arguments, between FILE in two revisions of git: branches, tags,
    commits, HEAD~1.

    The exit code is 0 when nothing differs, 1 when something does, and 2 when the
    regulations could not be compared.
    """
    match where:
        case (before, after):
            old, new = load(before), load(after)
        case (before, after, file):
            old, new = load_at(before, Path(file)), load_at(after, Path(file))
        case _:
            message = "give two files, or two revisions and a file"
            raise click.UsageError(message)
    changes = diff(old, new)
    found = impact(changes, old, new) if wide else changes
    if output is not None:
        atomic.write(output, FORMATS[form](found).encode())
        click.echo(output)
    elif form == "human":
        # rich knows where colours are wanted and shown.
        console = Console(soft_wrap=True, highlight=False)
        console.print(Text.assemble(*pieces(found)), end="")
    else:
        click.echo(FORMATS[form](found), nl=False)
    if changes:
        sys.exit(DIFFERS)
