"""`salesreg demo`: the regulation of the article, and its contradictions."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Literal

import click

from salesreg import templates
from salesreg.checks.api import check
from salesreg.checks.output.summary import summary
from salesreg.cli.writing import write
from salesreg.files import dump
from salesreg.io.files import load

SUFFIXES = (".docx", ".md", ".html", ".json", ".yaml")

TODAY = dt.date(2026, 3, 2)
"""The day for which the demo checks, so that it says the same on every day."""

TOLD = ("TIM01", "TIM02", "STR01", "GOL01:/goals/0*", "RU01")
"""The contradictions of the article that its readers see at once."""


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
    text = folder / "regulation.yaml"
    click.echo(
        f"\nOpen {folder / 'regulation.docx'}, or edit the YAML and write it anew:\n"
        f"  {command} export {text} --to docx\n\n"
        "What the article does not see, its regulation shows:\n"
    )
    article = load(text)
    packs = ["ru-labour"]
    write([check(article, select=TOLD, packs=packs, today=TODAY)], "human", None)
    everything = summary(check(article, packs=packs, today=TODAY))
    click.echo(
        f"\nIn all: {everything}. To see them:\n"
        f"  {command} check {text} --pack ru-labour"
    )
