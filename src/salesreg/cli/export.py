"""`salesreg export`: a regulation's file in other formats."""

from __future__ import annotations

from pathlib import Path

import click

from salesreg.cli.errors import lacks_told
from salesreg.files import DATA, DOCUMENTS, dump
from salesreg.layers.loading import load
from salesreg.model.outputs import Written
from salesreg.model.regulation import Regulation

FORMATS = tuple(
    suffix.removeprefix(".") for suffix in (*DATA, *DOCUMENTS) if suffix != ".yml"
)


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
@click.option(
    "--role",
    metavar="KEY",
    help="Write only what concerns this role, under the clause numbers of the"
    " whole: FILE.KEY.docx.",
)
@click.option(
    "--paper",
    type=click.Choice(["extract", "memo", "sheet"]),
    help="Which paper of the role: the extract of all that concerns it, the memo of"
    " two pages, or the sheet to sign: FILE.KEY.memo.docx.  [default: extract]",
)
@click.option(
    "--differences",
    is_flag=True,
    help="Add an annex to documents: what differs from the base of the layers.",
)
@click.option(
    "--style",
    metavar="STYLE",
    help="How a Word file looks: plain, gost for GOST R 7.0.97, or a company's own"
    " .docx, whose styles, headers and logo are used.",
)
def export(
    file: Path,
    formats: tuple[str, ...],
    output: Path | None,
    role: str | None,
    paper: str | None,
    style: str | None,
    *,
    differences: bool,
) -> None:
    """Write the regulation in FILE, or its part for a role, in other formats."""
    if bool(output) == bool(formats):
        message = "say what to write: either --to docx, or -o FILE"
        raise click.UsageError(message)
    regulation = load(file)
    part = f".{role}" if role else ""
    if paper in {"memo", "sheet"}:
        part = f"{part}.{paper}"
    beside = [file.with_suffix(f"{part}.{to}") for to in formats]
    targets = [output] if output else beside
    written = _written(regulation, role, paper, differences=differences)
    if file in targets and not output:
        message = f"{file} itself would be written over, its comments lost; use -o"
        raise click.UsageError(message)
    styled = [target for target in targets if target.suffix.lower() == ".docx"]
    if style is not None and not styled:
        message = "only a Word file has a style; add --to docx"
        raise click.UsageError(message)
    for target in targets:
        with lacks_told():
            dump(written, target, style=style if target in styled else None)
        click.echo(target)


def _written(
    regulation: Regulation, role: str | None, paper: str | None, *, differences: bool
) -> Written:
    if role and differences:
        message = "a role's part has no annex of differences; leave one of them out"
        raise click.UsageError(message)
    if role is None:
        if paper:
            message = "a memo or a sheet is for the people of a role: add --role KEY"
            raise click.UsageError(message)
        return regulation.with_differences() if differences else regulation
    part = regulation.for_role(role)
    match paper:
        case "memo":
            return part.memo
        case "sheet":
            return part.sheet
        case _:
            return part
