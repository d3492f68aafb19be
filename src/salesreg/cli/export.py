"""`salesreg export`: a regulation's file in other formats."""

from __future__ import annotations

from pathlib import Path

import click

from salesreg.files import WRITERS, dump
from salesreg.io.files import load

FORMATS = tuple(suffix.removeprefix(".") for suffix in WRITERS if suffix != ".yml")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--to",
    "formats",
    type=click.Choice(FORMATS),
    multiple=True,
    help="Format to write; may be given several times.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="File to write; its suffix says the format. By default beside FILE.",
)
def export(file: Path, formats: tuple[str, ...], output: Path | None) -> None:
    """Write the regulation in FILE in other formats."""
    if bool(output) == bool(formats):
        message = "say what to write: either --to docx, or -o FILE"
        raise click.UsageError(message)
    regulation = load(file)
    targets = [output] if output else [file.with_suffix(f".{to}") for to in formats]
    if file in targets and not output:
        message = f"{file} itself would be written over, its comments lost; use -o"
        raise click.UsageError(message)
    for target in targets:
        dump(regulation, target)
        click.echo(target)
