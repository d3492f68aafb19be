"""Where links of a text document lead: one ASCII id for every numbered place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from salesreg.document.blocks import (
    Block,
    Bullets,
    Clause,
    Document,
    Quote,
    Section,
)

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")


def ids(document: Document, prefix: str = "") -> dict[str, str]:
    """Return the id of every anchor: the anchor itself, or as near as ASCII gets.

    Ids are unique in the document, start with a letter and stay the same as
    long as the anchors and their order do.
    """
    made: dict[str, str] = {}
    taken: set[str] = set()
    anchors = list(_anchors((*document.sections, *document.annexes)))
    # Anchors that need no change go first, so that they always keep their name.
    for anchor in sorted(anchors, key=lambda anchor: _ascii(anchor) != anchor):
        name = base = prefix + _ascii(anchor)
        number = 1
        while name in taken and anchor not in made:
            number += 1
            name = f"{base}-{number}"
        made.setdefault(anchor, name)
        taken.add(name)
    return made


def _ascii(anchor: str) -> str:
    name = _UNSAFE.sub("-", anchor)
    return name if name[:1].isalpha() else f"at-{name}"


def _anchors(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Section() | Clause():
                yield block.anchor
                yield from _anchors(block.blocks)
            case Quote(inner):
                yield from _anchors(inner)
            case Bullets(items):
                for item in items:
                    yield from _anchors(item)
            case _:
                pass


def heading(section: Section) -> str:
    """Return a section's heading on one line: number or mark, then title.

    >>> heading(Section("3.2", "a", "/a", "Roles", ()))
    '3.2. Roles'
    >>> heading(Section("", "b", "/b", "Contract", (), mark="Annex 1"))
    'Annex 1. Contract'
    """
    mark = "" if section.mark == section.title else section.mark
    return ". ".join([part for part in (section.number or mark, section.title) if part])


def contents(document: Document) -> Iterator[tuple[Section, tuple[Section, ...]]]:
    """Yield what a table of contents lists: sections and the sections in them."""
    if not document.contents:
        return
    for section in (*document.sections, *document.annexes):
        inner = (block for block in section.blocks if isinstance(block, Section))
        yield section, tuple(inner)
