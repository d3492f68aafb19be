"""The styles of a company's file under our identifiers, and what it lacks.

Word tells styles apart by their names, which are English in every language for
the built-in ones; identifiers are free. So a style is ours when its name is.
"""

# The class of an element has no public name in lxml.
# pyright: reportPrivateUsage=false

from __future__ import annotations

import functools
import re

from attrs import frozen
from lxml import etree

from salesreg.export.docx.company.source import W, text_of
from salesreg.export.docx.look import PLAIN, Look
from salesreg.export.docx.styles import styles_xml

_OWN = frozenset({"BodyText", "ListParagraph", "TOC1", "TOC2"})
"""Styles that hold the column of numbers together: always ours."""
_NUMBERED = {"Heading1": 0, "Heading2": 1, "Subclause": 2}
_REFERENCES = (
    "basedOn",
    "next",
    "link",
    "pStyle",
    "rStyle",
    "tblStyle",
    "numStyleLink",
)
_BEFORE_NUMBERS = {
    f"{W}{name}"
    for name in ("keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
}
_IDENTIFIER = re.compile(r"[^A-Za-z0-9]+")


@frozen
class Styles:
    """Styles that were adopted.

    Attributes:
        root: The part.
        renamed: Our identifier for each identifier of the company.
        missing: Names of our styles that the company has not.
    """

    root: etree._Element
    renamed: dict[str, str]
    missing: tuple[str, ...]


@functools.cache
def _standing() -> tuple[tuple[str, str, str], ...]:
    """Type, name and identifier of each style of ours."""
    root = etree.fromstring(styles_xml(PLAIN, "en-US").encode())
    return tuple(
        (style.get(f"{W}type", ""), _value(style, "name"), _identifier(style))
        for style in root.iter(f"{W}style")
    )


def _called(style: etree._Element) -> tuple[str, str]:
    """The type and the name of a style: what tells it from others."""
    return style.get(f"{W}type", ""), _value(style, "name").lower()


def _identifier(style: etree._Element) -> str:
    return style.get(f"{W}styleId", "")


def _value(style: etree._Element, tag: str) -> str:
    found = style.find(f"{W}{tag}")
    return "" if found is None else found.get(f"{W}val", "")


def adopted(root: etree._Element) -> Styles:
    """Give the styles of a company our identifiers, in place."""
    ours = {(kind, name.lower()): i for kind, name, i in _standing()}
    renamed: dict[str, str] = {}
    taken = set(ours.values())
    for style in root.findall(f"{W}style"):
        identifier = _identifier(style)
        new = ours.get(_called(style))
        if new in _OWN or new in renamed.values():
            root.remove(style)
        renamed[identifier] = new or _free(identifier, taken)
        style.set(f"{W}styleId", renamed[identifier])
        taken.add(renamed[identifier])
    rename(root, renamed)
    above = {_identifier(s): _value(s, "basedOn") for s in root.findall(f"{W}style")}
    for style in root.findall(f"{W}style"):
        _count(style, above)
    there = set(renamed.values()) | _OWN
    missing = (name for _, name, i in _standing() if i not in there)
    return Styles(root, renamed, tuple(missing))


def _free(identifier: str, taken: set[str]) -> str:
    name = base = f"Company{_IDENTIFIER.sub('', identifier)}"
    number = 1
    while name in taken:
        number += 1
        name = f"{base}{number}"
    return name


def rename(part: etree._Element, renamed: dict[str, str]) -> None:
    """Name styles by our identifiers; one that does not exist is the default."""
    for name in _REFERENCES:
        for element in list(part.iter(f"{W}{name}")):
            new = renamed.get(element.get(f"{W}val", ""))
            if new is not None:
                element.set(f"{W}val", new)
            elif (above := element.getparent()) is not None:
                above.remove(element)


def unnumbered(part: etree._Element) -> None:
    """Take paragraphs and styles out of the company's lists, which stay behind."""
    for element in list(part.iter(f"{W}numPr")):
        above = element.getparent()
        if above is not None:
            above.remove(element)


def _count(style: etree._Element, above: dict[str, str]) -> None:
    """Let headings and clauses count in our list of clauses, and nothing else."""
    unnumbered(style)
    identifier = _identifier(style)
    level = _NUMBERED.get(identifier)
    if level is not None:
        _number(style, level, 1)
    elif _ancestors(identifier, above) & _NUMBERED.keys():
        # What is made from a heading, as that of the contents is, takes no number.
        _number(style, 0, 0)


def _ancestors(identifier: str, above: dict[str, str]) -> set[str]:
    """The styles that a style is made from; a file may say so in a circle."""
    found: set[str] = set()
    while (identifier := above.get(identifier, "")) and identifier not in found:
        found.add(identifier)
    return found


def _number(style: etree._Element, level: int, number: int) -> None:
    properties = style.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        marks = style.find(f"{W}rPr")
        style.insert(len(style) if marks is None else style.index(marks), properties)
    place = 0
    while place < len(properties) and properties[place].tag in _BEFORE_NUMBERS:
        place += 1
    numbers = etree.Element(f"{W}numPr")
    etree.SubElement(numbers, f"{W}ilvl").set(f"{W}val", str(level))
    etree.SubElement(numbers, f"{W}numId").set(f"{W}val", str(number))
    properties.insert(place, numbers)


def completed(styles: str, look: Look, locale: str) -> str:
    """Return the styles of a company with ours for what it lacks, in a language."""
    root = etree.fromstring(styles.encode())
    there = {_identifier(style) for style in root.findall(f"{W}style")}
    default = {
        style.get(f"{W}type")
        for style in root.findall(f"{W}style")
        if style.get(f"{W}default")
    }
    for style in etree.fromstring(styles_xml(look, locale).encode()).iter(f"{W}style"):
        if _identifier(style) not in there:
            # A company may have default styles under other names.
            if style.get(f"{W}type") in default:
                style.attrib.pop(f"{W}default", "")
            root.append(style)
    for language in root.iter(f"{W}lang"):
        language.set(f"{W}val", locale)
    return text_of(root)
