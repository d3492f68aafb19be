"""`salesreg demo`: the article's regulation in every format, offline."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from salesreg import templates
from salesreg.files import dump

SUFFIXES = (".docx", ".md", ".html", ".json", ".yaml")


@click.command()
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("salesreg-demo"),
    show_default=True,
    help="Folder to write into; it is made when it is not there.",
)
@click.option(
    "--language",
    type=click.Choice(["ru", "en", "both"]),
    default="both",
    show_default=True,
    help="Language of the regulation.",
)
@click.pass_context
def demo(
    context: click.Context, out: Path, language: Literal["ru", "en", "both"]
) -> None:
    """Write the regulation of the founding article in every format."""
    folder = out
    for code in ("ru", "en") if language == "both" else (language,):
        regulation = templates.get("article", language=code)
        folder = out / code
        folder.mkdir(parents=True, exist_ok=True)
        for suffix in SUFFIXES:
            path = folder / f"regulation{suffix}"
            dump(regulation, path)
            click.echo(f"{path.stat().st_size:>9,} bytes  {path}")
    command = context.parent.command_path if context.parent else "salesreg"
    click.echo(
        f"\nOpen {folder / 'regulation.docx'}, or edit the YAML and write it anew:\n"
        f"  {command} export {folder / 'regulation.yaml'} --to docx"
    )
