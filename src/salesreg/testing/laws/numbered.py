"""Laws of clause numbers: one clause has one number, whatever it is drawn in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from salesreg.document.blocks import Block, Clause, Document, Section
from salesreg.document.render import render
from salesreg.export.docx.places import bookmark_name
from salesreg.model.regulation import Regulation
from salesreg.paths.index import index_of
from salesreg.paths.outline import outline_of
from salesreg.testing.laws.same import same
from salesreg.testing.laws.word import automatic_numbers

Numbers = Mapping[str, str]
"""Clause numbers by the anchors of their clauses."""


def in_tree(regulation: Regulation) -> Numbers:
    """Return the numbers of the document before it is written."""
    return _in_document(render(regulation))


def in_markdown(regulation: Regulation) -> Numbers:
    """Return the numbers that the Markdown shows."""
    return dict(_MARKDOWN.findall(regulation.to_markdown()))


def in_html(regulation: Regulation) -> Numbers:
    """Return the numbers that the web page shows."""
    return dict(_HTML.findall(regulation.to_html()))


def in_docx(regulation: Regulation) -> Numbers:
    """Return the numbers that Word shows, counted from its lists as Word counts."""
    # A bookmark has a name of its own, which follows from the anchor.
    anchors = {bookmark_name(anchor): anchor for anchor in in_tree(regulation)}
    return {
        anchors[bookmark]: line.number
        for line in automatic_numbers(regulation.to_docx())
        for bookmark in line.bookmarks
        if bookmark in anchors
    }


READERS: Mapping[str, Callable[[Regulation], Numbers]] = MappingProxyType(
    {"tree": in_tree, "markdown": in_markdown, "html": in_html, "docx": in_docx}
)
"""How the numbers are read from each output, by its name."""


def equal_clause_numbers(
    regulation: Regulation,
    *,
    readers: Mapping[str, Callable[[Regulation], Numbers]] = READERS,
) -> None:
    """For all r in R, outputs f, g and anchors a of r: number(f, a) = number(g, a).

    The outline of r is one of the outputs; so no output lacks a clause.

    Args:
        regulation: r.
        readers: Return the numbers that an output shows, by the anchors of
            `Regulation.clause` entries; give those of your own exporter.
    """
    outline = outline_of(regulation).by_number.values()
    expected = {entry.anchor: entry.number for entry in outline}
    for name, read in readers.items():
        same(f"numbers in {name} are not the outline's", expected, read(regulation))


def slices_hold_their_clauses(regulation: Regulation) -> None:
    """For all r in R and roles k of r: the slice of k has each clause that names k.

    It has them under the numbers that they have in r, in every output.
    """
    outline = outline_of(regulation).by_number
    uses = index_of(regulation).uses
    for key in {role.key for role in regulation.roles}:
        part = regulation.for_role(key)
        shown = set(_in_document(part.document).values())
        naming = {
            entry.number
            for use in uses
            if (use.to, use.key) == ("Role", key)
            and (entry := regulation.clause_of(use.pointer))
        }
        same(f"clauses that the slice of {key} lacks", set[str](), naming - shown)
        same(
            f"clauses that only the slice of {key} has", set[str](), shown - {*outline}
        )
        for pattern, text in ((_MARKDOWN, part.to_markdown()), (_HTML, part.to_html())):
            found = set(dict(pattern.findall(text)).values())
            same(f"numbers in the slice of {key}", shown, found)


_MARKDOWN = re.compile(r'<a id="([^"]+)"></a>(?:\n\n#+ |\*\*)([0-9.]+)\.')
_HTML = re.compile(
    r'id="([^"]+)">\n<(?:h[1-6]><span|p><a) class="number"[^>]*>([0-9.]+)\.<'
)


def _in_document(document: Document) -> Numbers:
    return dict(_numbers((*document.sections, *document.annexes)))


def _numbers(blocks: Iterable[Block]) -> Iterable[tuple[str, str]]:
    for block in blocks:
        if isinstance(block, Section | Clause):
            if block.number:
                yield block.anchor, block.number
            yield from _numbers(block.blocks)
