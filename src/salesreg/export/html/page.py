"""A document as a page of its own, or as a piece of somebody else's page."""

from __future__ import annotations

import functools
import hashlib
import importlib.resources
import re

from salesreg.document.blocks import Document, Inline, Section
from salesreg.export.html.body import Body
from salesreg.export.html.inline import escape
from salesreg.export.places import contents, heading

_SKIP = {"ru": "К тексту", "en": "Skip to the text"}


def render(document: Document) -> str:
    """Return a document as a page: one file, no script, nothing fetched.

    It reads well on a phone and on a desktop, in light and dark, and prints on
    A4 with the running head and page numbers where the browser can.
    """
    style = sheet("document.css") + sheet("page.css") + _running(document)
    about = document.properties
    told = {
        "description": about.subject,
        "author": about.author,
        "keywords": about.keywords,
    }
    body = Body(document)
    text = body.free("text")
    metas = "".join(
        [
            f'<meta name="{name}" content="{escape(text)}">\n'
            for name, text in told.items()
            if text
        ]
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{document.language}">\n<head>\n'
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"{metas}<title>{escape(about.title or document.title)}</title>\n"
        f"<style>\n{style}</style>\n</head>\n<body>\n"
        f'<a class="to-text" href="#{text}">{_SKIP[document.language]}</a>\n'
        f'<div class="salesreg page">\n{_front(document, body)}\n'
        f'{_contents(document, body)}\n<main id="{text}">\n'
        f"{_sections(document, body)}\n</main>\n</div>\n</body>\n</html>\n"
    )


def fragment(document: Document) -> str:
    """Return a document as one element for a notebook or another page.

    Its style reaches nothing outside it, its ids have a prefix of their own,
    and it takes its colours from the page around it.
    """
    key = hashlib.sha256(f"{document.title}\n{document.header}".encode()).hexdigest()
    prefix = f"sr{key[:8]}-"
    body = Body(document, 2, prefix)
    return (
        f'<article class="salesreg embedded" lang="{document.language}">\n'
        f"<style>\n{sheet('document.css')}</style>\n{_front(document, body)}\n"
        f"{_contents(document, body)}\n{_sections(document, body)}\n</article>\n"
    )


def _sections(document: Document, body: Body) -> str:
    return body.blocks((*document.sections, *document.annexes))


def _front(document: Document, body: Body) -> str:
    parts: list[str] = []
    if document.organisation:
        parts.append(_stacked("organisation", document.organisation, body))
    if document.approval:
        parts.append(_stacked("approval", document.approval, body))
    if document.kind:
        parts.append(f'<p class="kind">{escape(document.kind)}</p>')
    parts.append(body.heading(0, document.title))
    if document.requisites:
        rows = "\n".join(
            [
                f'<tr><th scope="row">{escape(label)}</th>'
                f"<td>{body.line(value)}</td></tr>"
                for label, value in document.requisites
            ]
        )
        parts.append(f'<table class="requisites">\n<tbody>\n{rows}\n</tbody>\n</table>')
    return "\n".join(["<header>", *parts, "</header>"])


def _stacked(name: str, lines: tuple[tuple[Inline, ...], ...], body: Body) -> str:
    return f'<p class="{name}">{"<br>".join(map(body.line, lines))}</p>'


def _contents(document: Document, body: Body) -> str:
    entries: list[str] = []
    for section, inner in contents(document):
        below = "".join([f"<li>{_entry(part, body)}</li>\n" for part in inner])
        nested = f"\n<ul>\n{below}</ul>\n" if below else ""
        entries.append(f"<li>{_entry(section, body)}{nested}</li>")
    if not entries:
        return ""
    title = document.wording.contents
    listed = "\n".join(entries)
    return (
        f'<nav aria-label="{escape(title)}">\n{body.heading(1, title)}\n'
        f"<ul>\n{listed}\n</ul>\n</nav>"
    )


def _entry(section: Section, body: Body) -> str:
    target = body.ids[section.anchor]
    return f'<a href="#{target}">{escape(heading(section))}</a>'


@functools.cache
def sheet(name: str) -> str:
    """Return a style sheet of this package."""
    file = importlib.resources.files("salesreg.export.html").joinpath(name)
    return file.read_text(encoding="utf-8")


def _running(document: Document) -> str:
    """The running head and the page numbers, in the words of the document."""
    counters = {"{page}": "counter(page)", "{pages}": "counter(pages)"}
    page = " ".join(
        [
            counters.get(piece) or _string(piece)
            for piece in re.split(r"(\{pages?\})", document.wording.page)
            if piece
        ]
    )
    return (
        f"@page {{ @top-left {{ content: {_string(document.header)}; }}\n"
        f"@bottom-right {{ content: {page or 'none'}; }} }}\n"
    )


def _string(text: str) -> str:
    r"""A CSS string that cannot end its sheet or the element around it.

    >>> _string('a"b</style>')
    '"a\\22 b\\3c /style>"'
    """
    return '"' + re.sub(r'["\\<\n\r\f]', lambda c: f"\\{ord(c[0]):x} ", text) + '"'
