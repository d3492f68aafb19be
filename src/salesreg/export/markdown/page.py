"""A document as one page of Markdown: its front, its sections, its annexes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from salesreg.document.blocks import (
    Bullets,
    Column,
    Document,
    Inline,
    LineBreak,
    Paragraph,
    Quote,
    Reference,
    Section,
    Strong,
    Table,
    Text,
)
from salesreg.export.markdown.body import Body
from salesreg.export.places import contents, heading


def render(document: Document) -> str:
    """Return a document as GitHub-flavoured Markdown, ending in one newline.

    Anchors are `<a id>` elements in front of headings and inside clauses, the
    process figure is a Mermaid flowchart, a hole is bold with a sign.
    """
    body = Body(document)
    made = [
        body.heading(1, document.title),
        *(body.block(block) for block in _front(document)),
        *_contents(document, body),
        *(body.block(part) for part in (*document.sections, *document.annexes)),
    ]
    return "\n\n".join([block for block in made if block]) + "\n"


def _front(document: Document) -> Iterator[Paragraph | Quote | Table]:
    """What stands between the title and the contents."""
    kind = [(Strong((Text(document.kind),)),)] if document.kind else []
    yield Paragraph(_stacked([*kind, *document.organisation]))
    if document.approval:
        yield Quote((Paragraph(_stacked(document.approval)),))
    if document.requisites:
        rows = tuple(((Text(label),), value) for label, value in document.requisites)
        yield Table((Column(""), Column("")), rows)


def _stacked(lines: Iterable[tuple[Inline, ...]]) -> tuple[Inline, ...]:
    stacked: list[Inline] = []
    for line in lines:
        stacked += (LineBreak(), *line) if stacked else line
    return tuple(stacked)


def _contents(document: Document, body: Body) -> Iterator[str]:
    entries = tuple(
        (_entry(section), Bullets(tuple((_entry(part),) for part in inner)))
        if inner
        else (_entry(section),)
        for section, inner in contents(document)
    )
    if entries:
        yield body.heading(2, document.wording.contents)
        yield body.block(Bullets(entries))


def _entry(section: Section) -> Paragraph:
    return Paragraph((Reference(section.anchor, heading(section)),))
