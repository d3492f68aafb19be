"""Numbers of a Word file, counted from the package alone as Word counts them."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
import zipfile
from typing import NamedTuple

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Numbered(NamedTuple):
    """A paragraph with the number that Word prints, without its last full stop.

    Attributes:
        number: The number.
        text: The characters of the paragraph.
        bookmarks: Names of the bookmarks that start in it.
    """

    number: str
    text: str
    bookmarks: tuple[str, ...] = ()


def automatic_numbers(package: bytes, abstract: str = "1") -> list[Numbered]:
    """Return the automatic numbers of one multi-level list.

    A paragraph's own `w:numPr` wins over its style's; in a style, the level is
    the one that is linked to the style.

    Args:
        package: The file.
        abstract: `w:abstractNumId` of the list; each `w:num` of it counts apart.
    """
    parts = read(package)
    numbering = parts["word/numbering.xml"]
    lists = {
        num.get(f"{W}numId", ""): value(num, "abstractNumId")
        for num in numbering.findall(f"{W}num")
    }
    levels = numbering.findall(f"{W}abstractNum[@{W}abstractNumId='{abstract}']/{W}lvl")
    linked = {value(level, "pStyle"): depth for depth, level in enumerate(levels)}
    styles = {
        style.get(f"{W}styleId", ""): value(style, "pPr", "numPr", "numId")
        for style in parts["word/styles.xml"].iter(f"{W}style")
    }
    counters: dict[str, list[int]] = {}
    found: list[Numbered] = []
    for line in parts["word/document.xml"].iter(f"{W}p"):
        number = value(line, "pPr", "numPr", "numId")
        level = int(value(line, "pPr", "numPr", "ilvl") or 0)
        if not number:
            style = value(line, "pPr", "pStyle")
            number, level = styles[style], linked.get(style, 0)
        if lists.get(number) != abstract:
            continue
        counter = counters.setdefault(number, [0] * len(levels))
        counter[level] += 1
        counter[level + 1 :] = [0] * (len(levels) - level - 1)
        shown = value(levels[level], "lvlText")
        for position, count in enumerate(counter, start=1):
            shown = shown.replace(f"%{position}", str(count))
        marks = line.iter(f"{W}bookmarkStart")
        names = tuple(mark.get(f"{W}name", "") for mark in marks)
        found.append(Numbered(shown.removesuffix("."), text_of(line), names))
    return found


def read(package: bytes) -> dict[str, ET.Element]:
    """Return every XML part of the package, parsed, by its name."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {
            # What is read here was written by an exporter a moment before.
            name: ET.fromstring(archive.read(name))  # noqa: S314
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
        }


def value(element: ET.Element, *path: str) -> str:
    """Return `w:val` of the element under this path of names; empty without one."""
    found = element.find("/".join(f"{W}{name}" for name in path))
    return "" if found is None else found.get(f"{W}val", "")


def text_of(element: ET.Element) -> str:
    """Return the characters of all runs inside."""
    return "".join(text.text or "" for text in element.iter(f"{W}t"))
