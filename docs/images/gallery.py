"""Make a gallery of everything that salesreg writes, to look through.

    python docs/images/gallery.py [FOLDER]

Each ready regulation, in each language and style, and the extract for a role: as
Word files, as PDF and pictures of their pages, as HTML with its figures and as
Markdown. Open index.html in the folder, which is build/gallery by default. Needs
LibreOffice and poppler.
"""

from __future__ import annotations

import html
import io
import os
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import docx
from docx.shared import Mm, RGBColor
from office import laid_out, pictures

import salesreg as sr
from salesreg.document.role_slice import RoleSlice
from salesreg.model.regulation import Language, Regulation

HERE = Path(__file__).parent
ROLES = {"b2b": "manager", "article": "manager"}


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
            pages = pictures(laid_out(file), file.with_suffix(""))
            print(f"{file.name}: {len(pages)} pages")
            shown.append(row(file.name, pages))
        for suffix in (".html", ".md"):
            sr.dump(written, folder / f"{name}{suffix}")
        shown.append(f'<p><a href="{name}.html">{name}.html</a></p>')
    page = folder / "index.html"
    page.write_text(_PAGE.format(rows="\n".join(shown)), encoding="utf-8")
    print(page)


def kinds() -> Iterator[tuple[str, Regulation | RoleSlice]]:
    """Yield everything that has a document, with a name for its files."""
    for template, role in ROLES.items():
        languages: tuple[Language, ...] = get_args(Language)
        for language in languages:
            regulation = sr.templates.get(template, language=language)
            yield f"{template}.{language}", regulation
            yield f"{template}.{language}.{role}", regulation.for_role(role)


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
