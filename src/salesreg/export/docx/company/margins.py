"""Headers and footers of a company's file, without anything that acts."""

# The class of an element has no public name in lxml.
# pyright: reportPrivateUsage=false

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from itertools import count

from lxml import etree

from salesreg.export.docx.base import Margin, Media
from salesreg.export.docx.company.source import (
    R,
    Relation,
    Source,
    W,
    relations,
    text_of,
)
from salesreg.export.docx.company.styles import rename, unnumbered
from salesreg.io.markup import tree

_PICTURES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".bmp": "image/bmp",
    ".emf": "image/x-emf",
    ".wmf": "image/x-wmf",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
}
_FIELDS = frozenset(
    {
        *("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "REVNUM", "STYLEREF"),
        *("DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE", "HYPERLINK"),
        *("TITLE", "SUBJECT", "AUTHOR", "COMMENTS", "KEYWORDS", "COMPANY"),
        *("DOCPROPERTY", "FILENAME"),
    }
)
"""Fields that only say what the document or the program knows by itself."""
_DROPPED = tuple(
    f"{W}{name}"
    for name in (
        *("object", "control", "altChunk", "dataBinding", "bookmarkStart"),
        *("bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference"),
        *("permStart", "permEnd", "footnoteReference", "endnoteReference"),
    )
)
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FIRST_ID = 900_001
"""Drawings of the company have ids of their own, far from those of the text."""


def margins(
    given: Source, renamed: dict[str, str]
) -> tuple[tuple[Margin, ...], tuple[Media, ...]]:
    """Return the headers and footers of a file, and the pictures in them."""
    made: list[Margin] = []
    media: dict[str, Media] = {}
    ids = count(_FIRST_ID)
    for (part, pages), member in sorted(_used(given).items()):
        root = tree(given.package, member)
        links = _cleaned(root, member, given, media)
        rename(root, renamed)
        unnumbered(root)
        for drawing in root.iter():
            if str(drawing.tag).endswith(("}docPr", "}cNvPr")):
                drawing.set("id", str(next(ids)))
        made.append(Margin(part, pages, text_of(root), links))
    return tuple(made), tuple(media.values())


def _used(given: Source) -> dict[tuple[str, str], str]:
    """The parts that the last section shows: its own, or those it takes over."""
    found: dict[tuple[str, str], str] = {}
    for section in tree(given.package, given.main).iter(f"{W}sectPr"):
        for part in ("header", "footer"):
            for element in section.findall(f"{W}{part}Reference"):
                relation = given.relations.get(element.get(f"{R}id", ""))
                pages = element.get(f"{W}type", "default")
                if relation and relation.target in given.package:
                    found[part, pages] = relation.target
    return found


def _cleaned(
    root: etree._Element, member: str, given: Source, media: dict[str, Media]
) -> tuple[tuple[str, str, str], ...]:
    """Take out what acts or leads out; what stays is listed by its id."""
    _check_fields(root, given)
    for element in list(root.iter(*_DROPPED)):
        _remove(element)
    for element in list(root.iter(f"{W}sdtPr")):
        for child in element.findall(f"{W}id"):
            element.remove(child)
    known = relations(given.package, member)
    links: dict[str, tuple[str, str, str]] = {}
    for element in list(root.iter()):
        for name in [str(name) for name in element.attrib]:
            if not name.startswith(R):
                continue
            value = element.get(name, "")
            link = _link(value, known.get(value), given, media)
            if link is None:
                _remove(_enclosing(element))
            else:
                links[value] = link
    return tuple(links[key] for key in sorted(links))


def _link(
    identifier: str, relation: Relation | None, given: Source, media: dict[str, Media]
) -> tuple[str, str, str] | None:
    if relation is None:
        return None
    if relation.outside:
        kind = f"{_TYPES}/hyperlink"
        return (identifier, kind, relation.target) if relation.harmless else None
    suffix = posixpath.splitext(relation.target)[1].lower()
    if relation.kind != "image" or suffix not in _PICTURES:
        return None
    if relation.target not in given.package:
        return None
    if relation.target not in media:
        member = f"word/media/company{len(media) + 1}{suffix}"
        content = given.package.read(relation.target)
        media[relation.target] = Media(member, _PICTURES[suffix], content)
    member = media[relation.target].member.removeprefix("word/")
    return identifier, f"{_TYPES}/image", member


def _enclosing(element: etree._Element) -> etree._Element:
    """The run or link around an element: without it the rest still reads."""
    for above in element.iterancestors(f"{W}r", f"{W}hyperlink"):
        return above
    return element


def _remove(element: etree._Element) -> None:
    above = element.getparent()
    if above is not None:
        above.remove(element)


def _check_fields(root: etree._Element, given: Source) -> None:
    for instruction in _instructions(root):
        word = (instruction.split() or [""])[0].upper()
        if word not in _FIELDS:
            message = f"a header or footer holds the field {word[:40]!r}, which may act"
            raise given.refuse(message, "take that field out of the file")


def _instructions(root: etree._Element) -> Iterator[str]:
    """The whole instruction of every field, however many runs it is cut into."""
    open_fields: list[str] = []
    for element in root.iter(f"{W}fldSimple", f"{W}fldChar", f"{W}instrText"):
        if element.tag == f"{W}fldSimple":
            yield element.get(f"{W}instr", "")
        elif element.tag == f"{W}instrText":
            if not open_fields:
                yield element.text or ""
            else:
                open_fields[-1] += element.text or ""
        elif element.get(f"{W}fldCharType") == "begin":
            open_fields.append("")
        elif element.get(f"{W}fldCharType") == "end" and open_fields:
            yield open_fields.pop()
    yield from open_fields
