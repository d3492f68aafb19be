"""Laws of a Word file: what no public validator looks at, and Word stumbles over.

Ids and names that must be unique, bookmarks and fields that must close,
references that must lead somewhere, header rows that must come first.
"""

from __future__ import annotations

import io
import os
import re
import xml.etree.ElementTree as ET
import zipfile
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from salesreg.export.docx.looks import STYLES
from salesreg.model.regulation import Regulation
from salesreg.testing.laws.word import W, read

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DC = "{http://purl.org/dc/elements/1.1/}"
_DOC_PR = (
    "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
)
_SHAPE = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}cNvPr"
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,39}")
_LONGEST_TAG = 64
_VALUE = "sv_"
"""What the tag of a control begins with that holds a value of a regulation."""
_LINKS = ("http://", "https://", "mailto:")


def docx_is_sound(regulation: Regulation) -> None:
    """For all r in R: the Word file of r has no fault, in each style.

    The faults are those of `docx_package_is_sound`.
    """
    for style in STYLES:
        docx_package_is_sound(regulation.to_docx(style=style))


def docx_package_is_sound(package: bytes | str | os.PathLike[str]) -> None:
    """A Word file has none of the faults that public validators pass over.

    These are: a member, an identifier of a control or a drawing, the name or the
    identifier of a bookmark, or a core property that is there twice; a bookmark or
    a field that is not closed; a reference, a link, a relationship, a style or a
    list that does not exist; a header row below the body of its table, a row with
    more or fewer cells than columns; two tables that would join; a link that is
    neither http, https nor mailto; a control inside another or, of a value of a
    regulation, outside of its bookmark.

    Args:
        package: The bytes of the file, or its path.

    >>> from salesreg import templates
    >>> docx_package_is_sound(templates.get("article", language="en").to_docx())
    """
    data = package if isinstance(package, bytes) else Path(package).read_bytes()
    found = faults(data)
    assert not found, "\n".join(["the Word file is not sound:", *found])


def faults(package: bytes) -> list[str]:
    """Return everything wrong with a Word file, one line each; empty when sound."""
    try:
        with zipfile.ZipFile(io.BytesIO(package)) as archive:
            names = archive.namelist()
        parts = read(package)
    except (zipfile.BadZipFile, ET.ParseError) as error:
        return [f"the file is no Word file: {error}"]
    found = [f"part {n} twice" for n in _twice(names)]
    for name, root in parts.items():
        if name.startswith("word/") and name.endswith(".xml"):
            found += [f"{name}: {fault}" for fault in _story_faults(root)]
            found += [f"{name}: {f}" for f in _relation_faults(name, root, parts)]
    found += _style_faults(parts)
    core = parts.get("docProps/core.xml", ())
    found += [
        f"core property {tag} twice" for tag in _twice([child.tag for child in core])
    ]
    return found


def _story_faults(root: ET.Element) -> Iterator[str]:
    starts = list(root.iter(f"{W}bookmarkStart"))
    names = [start.get(f"{W}name", "") for start in starts]
    opened = [start.get(f"{W}id", "") for start in starts]
    closed = [end.get(f"{W}id", "") for end in root.iter(f"{W}bookmarkEnd")]
    yield from (f"bookmark {name} twice" for name in _twice(names))
    yield from (f"bookmark id {i} twice" for i in _twice(opened))
    yield from (f"bookmark name {n!r}" for n in names if not _NAME.fullmatch(n))
    if sorted(opened) != sorted(closed):
        yield "a bookmark is not closed"
    drawings = [
        element.get("id", "") for tag in (_DOC_PR, _SHAPE) for element in root.iter(tag)
    ]
    yield from (f"drawing id {i} twice" for i in _twice(drawings))
    controls = [
        element.get(f"{W}val", "") for element in root.iterfind(f".//{W}sdtPr/{W}id")
    ]
    yield from (f"control id {i} twice" for i in _twice(controls))
    yield from _control_faults(root)
    yield from _field_faults(root, set(names))
    for link in root.iter(f"{W}hyperlink"):
        anchor = link.get(f"{W}anchor")
        if anchor and anchor not in names:
            yield f"a link to the unknown anchor {anchor}"
        if link.find(f".//{W}hyperlink") is not None:
            yield "a link inside a link"
    for table in root.iter(f"{W}tbl"):
        yield from _table_faults(table)
    for parent in root.iter():
        for child, after in pairwise(parent):
            if child.tag == after.tag == f"{W}tbl":
                yield "two tables without a paragraph between them"


def _control_faults(root: ET.Element) -> Iterator[str]:
    """What is wrong with the controls around values: their tag is their bookmark."""
    ids = [e.get(f"{W}val", "") for e in root.iterfind(f".//{W}sdtPr/{W}id")]
    yield from (f"control id {i}" for i in ids if not 0 < abs(int(i)) < 2**31)
    tags = [e.get(f"{W}val", "") for e in root.iterfind(f".//{W}sdtPr/{W}tag")]
    yield from (f"control tag {tag} twice" for tag in _twice(tags))
    open_now: dict[str, str] = {}
    for element in root.iter():
        if element.tag == f"{W}bookmarkStart":
            open_now[element.get(f"{W}id", "")] = element.get(f"{W}name", "")
        elif element.tag == f"{W}bookmarkEnd":
            open_now.pop(element.get(f"{W}id", ""), None)
        elif element.tag == f"{W}sdt":
            tag = element.find(f"{W}sdtPr/{W}tag")
            name = "" if tag is None else tag.get(f"{W}val", "")
            if len(name) > _LONGEST_TAG:
                yield f"the tag {name} is longer than {_LONGEST_TAG} characters"
            if name.startswith(_VALUE) and name not in open_now.values():
                yield f"the control {name} is outside of its bookmark"
            if element.find(f"{W}sdtContent/{W}sdt") is not None:
                yield "a control inside a control"


def _field_faults(root: ET.Element, names: set[str]) -> Iterator[str]:
    depth: list[str] = []
    for element in root.iter():
        if element.tag not in {f"{W}fldChar", f"{W}instrText"}:
            continue
        if element.tag == f"{W}instrText":
            words = (element.text or "").split()
            if words[1:] and words[0] in {"REF", "PAGEREF"} and words[1] not in names:
                yield f"{words[0]} to the unknown bookmark {words[1]}"
            continue
        kind = element.get(f"{W}fldCharType", "")
        match kind:
            case "begin":
                depth.append("begin")
            case "separate" if depth and depth[-1] == "begin":
                depth[-1] = "separate"
            case "end" if depth:
                depth.pop()
            case _:
                yield f"a field {kind} out of place"
    if depth:
        yield "a field is not closed"


def _table_faults(table: ET.Element) -> Iterator[str]:
    columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
    body = False
    for row in table.findall(f"{W}tr"):
        if row.find(f"{W}trPr/{W}tblHeader") is None:
            body = True
        elif body:
            yield "a header row below a row of the body"
        if _across(row) != columns:
            yield "a row with another number of cells than columns"


def _across(row: ET.Element) -> int:
    """How many columns the cells of a row take."""
    spans = [
        span.get(f"{W}val", "")
        for tag in ("trPr/{W}gridBefore", "trPr/{W}gridAfter", "tc/{W}tcPr/{W}gridSpan")
        for span in row.iterfind(f"{W}{tag.format(W=W)}")
    ]
    single = sum(
        1 for cell in row.findall(f"{W}tc") if cell.find(f"{W}tcPr/{W}gridSpan") is None
    )
    return single + sum(int(span) for span in spans)


def _relation_faults(
    name: str, root: ET.Element, parts: dict[str, ET.Element]
) -> Iterator[str]:
    folder, _, file = name.rpartition("/")
    relations = parts.get(f"{folder}/_rels/{file}.rels")
    known = {r.get("Id"): r for r in relations} if relations is not None else {}
    for element in root.iter():
        for attribute in ("id", "embed"):
            wanted = element.get(f"{R}{attribute}")
            if wanted and wanted not in known:
                yield f"the relationship {wanted} does not exist"
    for relation in known.values():
        target = relation.get("Target", "")
        if relation.get("TargetMode") == "External" and not target.startswith(_LINKS):
            yield f"a link to {target}"


def _style_faults(parts: dict[str, ET.Element]) -> Iterator[str]:
    nothing = ET.Element("nothing")
    listed = parts.get("word/numbering.xml", nothing).findall(f"{W}num")
    defined = parts.get("word/styles.xml", nothing).iter(f"{W}style")
    styles = {style.get(f"{W}styleId") for style in defined}
    numbers = {number.get(f"{W}numId") for number in listed}
    for name, root in parts.items():
        for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next"):
            for element in root.iter(f"{W}{tag}"):
                if element.get(f"{W}val") not in styles:
                    yield f"{name}: the style {element.get(f'{W}val')} does not exist"
        for element in root.iterfind(f".//{W}numPr/{W}numId"):
            if element.get(f"{W}val") not in numbers | {"0"}:
                yield f"{name}: the list {element.get(f'{W}val')} does not exist"


def _twice(values: list[str]) -> list[str]:
    return sorted(value for value, times in Counter(values).items() if times > 1)
