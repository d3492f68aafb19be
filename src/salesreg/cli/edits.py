"""`salesreg edits`: what people changed in a Word file."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from salesreg.edits.reading import read_edits
from salesreg.errors import invalid
from salesreg.io import atomic
from salesreg.io.files import FORMATS
from salesreg.io.origin import Origin
from salesreg.io.patches import patched
from salesreg.io.texts import dumps
from salesreg.layers.loading import load
from salesreg.model.regulation import Regulation

CHANGED = 1
"""Exit code when something was changed, as that of `salesreg diff`."""


@click.command("edits")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--base",
    type=click.Path(path_type=Path),
    help="The regulation that the file was made from; by default the one that it"
    " carries.",
)
@click.option("--style", help="The style of a file that carries no regulation.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["human", "json"]),
    default="human",
    show_default=True,
    help="How the edits are written.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="File for the regulation with the changes made, .yaml or .json. When it is"
    " the base itself, its comments stay wherever they can.",
)
def edits_command(
    file: Path, base: Path | None, style: str | None, form: str, output: Path | None
) -> None:
    """Tell what people changed in the Word file FILE.

    Values that were changed come as a diff; comments, open tracked changes and every
    text that could not be matched stand below it. The exit code is 0 when nothing was
    changed, 1 when something was, and 2 when the file could not be read.
    """
    old = None if base is None else load(base)
    found = read_edits(file, old, style=style)
    if form == "json":
        click.echo(json.dumps(found.to_dict(), ensure_ascii=False, indent=2))
    else:
        click.echo(str(found), nl=False)
    if output is not None:
        atomic.write(output, _text(found.base, found.regulation, output).encode())
    changed = found.diff or found.unmatched or found.agreeing or found.missing
    sys.exit(CHANGED if changed else 0)


def _text(old: Regulation, new: Regulation, output: Path) -> str:
    form = FORMATS.get(output.suffix.lower())
    if form is None:
        message = f"{output}: a regulation is written to {', '.join(FORMATS)}"
        raise invalid("unknown-format", message)
    same = isinstance(old.origin, Origin) and Path(old.origin.name) == output
    return (patched(old, new, form) if same else None) or dumps(new, form)
