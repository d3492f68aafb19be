"""`salesreg merge`: what two sides made of one regulation, in one file."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from salesreg.cli.errors import tell
from salesreg.compare.conflicts import MergeError
from salesreg.compare.merging import merge
from salesreg.errors import invalid
from salesreg.io import atomic
from salesreg.io.files import FORMATS, read
from salesreg.io.patches import patched
from salesreg.io.texts import dumps, loads

CONFLICT = 1
"""Exit code when the sides are in conflict, as git wants it of a merge driver."""


def _resolutions(
    context: click.Context, parameter: click.Parameter, given: tuple[str, ...]
) -> dict[str, object]:
    """Return what holds at each place that `--resolve` names."""
    found: dict[str, object] = {}
    for text in given:
        path, sign, value = text.partition("=")
        if not sign:
            message = f"{text!r} is no PATH=VALUE"
            raise click.BadParameter(message)
        try:
            found[path] = json.loads(value)
        except ValueError:
            found[path] = value
    return found


@click.command("merge")
@click.argument("base", type=click.Path(path_type=Path))
@click.argument("ours", type=click.Path(path_type=Path))
@click.argument("theirs", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="File to write, which may be OURS; standard output when not given.",
)
@click.option(
    "--resolve",
    "resolve",
    multiple=True,
    callback=_resolutions,
    metavar="PATH=VALUE",
    help="What holds at a place in conflict: ours, theirs, base, or a value, as JSON"
    " or as a text. May be given several times.",
)
@click.option(
    "--path",
    "name",
    type=click.Path(path_type=Path),
    help="What the file is called, whose suffix says the format: git gives names"
    " without one.",
)
def merge_command(
    base: Path,
    ours: Path,
    theirs: Path,
    output: Path | None,
    resolve: dict[str, object],
    name: Path | None,
) -> None:
    """Write what OURS and THEIRS made of BASE, in the text of OURS.

    The comments and the layout of OURS stay wherever the merge lets them. The exit
    code is 1, and nothing is written, when the sides are in conflict; each conflict
    is told with its place. It is 2 when the files could not be merged.
    """
    suffix = (name or ours).suffix.lower()
    if suffix not in FORMATS:
        message = f"{name or ours}: a regulation is written to {', '.join(FORMATS)}"
        raise invalid("unknown-format", message, "say its name with --path")
    form = FORMATS[suffix]
    one, two, three = (
        loads(read(file), form, str(file)) for file in (base, ours, theirs)
    )
    try:
        made = merge(one, two, three, resolve=resolve)
    except MergeError as error:
        tell(error.problems)
        sys.exit(CONFLICT)
    text = patched(two, made, form)
    if text is None:
        text = dumps(made, form)
        if form == "yaml":
            click.echo(f"{ours}: written anew, without its comments", err=True)
    if output is None:
        click.echo(text, nl=False)
    else:
        atomic.write(output, text.encode())
        click.echo(output)
