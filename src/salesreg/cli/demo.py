"""`salesreg demo`: the regulation of the article, and its contradictions."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Literal

import click
from attrs import evolve

from salesreg import templates
from salesreg.checks.api import check
from salesreg.checks.output.summary import summary
from salesreg.checks.report import CheckReport
from salesreg.checks.said import Said
from salesreg.cli.demo_data import show_data
from salesreg.cli.options import day
from salesreg.cli.writing import write
from salesreg.files import dump
from salesreg.layers.loading import load
from salesreg.model.regulation import Language

SUFFIXES = (".docx", ".md", ".html", ".json", ".yaml")

TODAY = dt.date(2026, 3, 2)
"""The day for which the demo checks, so that it says the same on every day."""

PACK = "ru-labour"

TOLD = ("TIM01", "TIM02", "STR01", "GOL01", "GOL02", "GOL03", "RU01")
"""The contradictions of the article that its readers see at once, in this order."""

FILES = Said(
    en="Open {folder}/regulation.docx, or edit the YAML and write it anew:\n"
    "  {command} export {folder}/regulation.yaml --to docx\n\n"
    "Where the article contradicts itself:\n",
    ru="Откройте {folder}/regulation.docx или измените YAML и запишите заново:\n"
    "  {command} export {folder}/regulation.yaml --to docx\n\n"
    "Где статья противоречит сама себе:\n",
)
OTHERS = Said(
    en="Others: {others}. All of them, with reasons:\n"
    "  {command} check {folder}/regulation.yaml --pack {pack}{day}",
    ru="Остальное: {others}. Всё вместе, с причинами:\n"
    "  {command} check {folder}/regulation.yaml --pack {pack}{day}",
)


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
    help="Language of the regulation; of both, the Russian one is checked.",
)
@click.option(
    "--today",
    callback=day,
    metavar="DATE",
    help=f"The date for which it is checked, YYYY-MM-DD.  [default: {TODAY}]",
)
@click.pass_context
def demo(
    context: click.Context,
    out: Path,
    language: Literal["ru", "en", "both"],
    today: dt.date | None,
) -> None:
    """Write the regulation of the founding article, and where it contradicts itself."""
    languages: tuple[Language, ...] = (
        ("ru", "en") if language == "both" else (language,)
    )
    for code in languages:
        regulation = templates.get("article", language=code)
        folder = out / code
        folder.mkdir(parents=True, exist_ok=True)
        for suffix in SUFFIXES:
            path = folder / f"regulation{suffix}"
            dump(regulation, path)
            click.echo(f"{path.stat().st_size:>9,} bytes  {path}")
    shown = languages[0]
    command = context.parent.command_path if context.parent else "salesreg"
    names = {
        "folder": str(out / shown),
        "command": command,
        "pack": PACK,
        "day": f" --today {today}" if today else "",
    }
    click.echo("\n" + FILES.filled(shown, names))
    article = load(out / shown / "regulation.yaml")
    told, others = _parted(check(article, packs=[PACK], today=today or TODAY))
    write(told, "brief", None)
    click.echo("\n" + OTHERS.filled(shown, {**names, "others": summary(others)}))
    show_data(shown, out / shown / "evaluation")


def _parted(report: CheckReport) -> tuple[list[CheckReport], CheckReport]:
    """Return the first finding of each check that is told, and all the others."""
    firsts = [
        next(one for one in report if one.code == code)
        for code in TOLD
        if any(one.code == code for one in report)
    ]
    others = tuple(one for one in report if one not in firsts)
    return (
        [evolve(report, findings=(one,)) for one in firsts],
        evolve(report, findings=others),
    )
