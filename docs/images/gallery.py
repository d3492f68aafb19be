"""Make a gallery of everything that salesreg writes, to look through.

    python docs/images/gallery.py [FOLDER]

Each ready regulation, in each language and style; the extract, the memo and the sheet
to sign for a role; the redline of a next edition, and what it changes for whom: as Word
files, as PDF and pictures of their pages, as HTML with its figures and as Markdown.
Open index.html in the folder, which is build/gallery by default. Needs
LibreOffice and poppler.
"""

from __future__ import annotations

import datetime as dt
import html
import io
import os
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import docx
from attrs import evolve
from docx.shared import Mm, RGBColor
from office import laid_out, pictures

import salesreg as sr
from salesreg.model.frame import Annex
from salesreg.model.outputs import Written
from salesreg.model.regulation import Language, Regulation

HERE = Path(__file__).parent
ROLES = {"b2b": "manager", "article": "manager"}
WHEN = dt.datetime(2026, 1, 12, 10, 30)  # noqa: DTZ001 - Word knows no time zones


def main() -> None:
    """Write every kind and the page that shows them."""
    folder = Path(sys.argv[1]) if sys.argv[1:] else HERE.parents[1] / "build/gallery"
    folder.mkdir(parents=True, exist_ok=True)
    company = folder / "company.docx"
    company.write_bytes(letterhead())
    shown: list[str] = []
    for name, written in kinds():
        for style in ("plain", "gost", company):
            file = folder / f"{name}.{Path(style).stem}.docx"
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", sr.IncompleteStyle)
                written.to_docx(file, style=style)
            shown.append(pictured(file))
        for suffix in (".html", ".md"):
            sr.dump(written, folder / f"{name}{suffix}")
        shown.append(f'<p><a href="{name}.html">{name}.html</a></p>')
    for name, old, new in pairs():
        for style in ("plain", "gost", company):
            file = folder / f"{name}.redline.{Path(style).stem}.docx"
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", sr.IncompleteStyle)
                sr.redline(old, new, file, author="A. Petrova", date=WHEN, style=style)
            shown.append(pictured(file))
    page = folder / "index.html"
    page.write_text(_PAGE.format(rows="\n".join(shown)), encoding="utf-8")
    print(page)


def kinds() -> Iterator[tuple[str, Written]]:
    """Yield everything that has a document, with a name for its files."""
    for template, role in ROLES.items():
        languages: tuple[Language, ...] = get_args(Language)
        for language in languages:
            regulation = sr.templates.get(template, language=language)
            part = regulation.for_role(role)
            name = f"{template}.{language}"
            yield name, regulation
            yield f"{name}.{role}", part
            yield f"{name}.{role}.memo", part.memo
            yield f"{name}.{role}.sheet", part.sheet
    for name, old, new in pairs():
        yield f"{name}.changes", sr.impact(sr.diff(old, new), old, new)


def pairs() -> Iterator[tuple[str, Regulation, Regulation]]:
    """Yield regulations with a next edition of each, and a name for its files."""
    for template in ROLES:
        languages: tuple[Language, ...] = get_args(Language)
        for language in languages:
            old = sr.templates.get(template, language=language)
            first, second, *stages = old.stages
            *roles, last = old.roles
            new = evolve(
                old,
                stages=(evolve(first, norm=None), *stages, second),
                roles=(*roles, evolve(last, purpose=roles[0].purpose)),
                reports=old.reports[1:],
                annexes=(*old.annexes, Annex(key="new", title=old.title, text="…")),
            )
            yield f"{template}.{language}", old, new


def letterhead() -> bytes:
    """A company's file: its page, its colour and a line in the header."""
    made: Any = docx.Document()
    page = made.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin, page.right_margin = Mm(24), Mm(18)
    page.header.paragraphs[0].add_run("ООО «Пример» · стандарт предприятия")
    made.styles["Normal"].font.name = "Arial"
    for name in ("Title", "Heading 1", "Heading 2"):
        made.styles[name].font.name = "Arial"
        made.styles[name].font.color.rgb = RGBColor(0x9C, 0x1F, 0x2E)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def pictured(file: Path) -> str:
    """Lay a Word file out and draw its pages; what shows them."""
    pages = pictures(laid_out(file), file.with_suffix(""))
    print(f"{file.name}: {len(pages)} pages")
    return row(file.name, pages)


def row(title: str, pages: list[Path]) -> str:
    """A file with the pictures of its pages."""
    images = "".join(
        f'<img src="{html.escape(os.fspath(page.name))}" alt="" loading="lazy">'
        for page in pages
    )
    link = html.escape(title)
    return f'<h2><a href="{link}">{link}</a></h2>\n<div>{images}</div>'


_PAGE = """<!DOCTYPE html>
<meta charset="utf-8">
<title>salesreg: gallery</title>
<style>
  body {{ font: 1rem sans-serif; margin: 2rem; background: #ddd; }}
  div {{ display: flex; flex-wrap: wrap; gap: 0.5rem; }}
  img {{ height: 20rem; background: #fff; }}
</style>
<h1>What salesreg writes</h1>
{rows}
"""


if __name__ == "__main__":
    main()
