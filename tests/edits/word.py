"""A Word file that a test edits as a person would, and what can be read of it."""

# Where a test looks for an element there is one, or the test fails.
# pyright: reportOptionalMemberAccess=false, reportArgumentType=false
# pyright: reportReturnType=false

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from salesreg.io.markup import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
BODY = "word/document.xml"


class Word:
    """A Word file, taken apart."""

    def __init__(self, data: bytes) -> None:
        """Open a file."""
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.members = {name: archive.read(name) for name in archive.namelist()}
        self.root = etree.fromstring(self.members[BODY])

    def saved(self) -> bytes:
        """The file with the edits."""
        self.members[BODY] = etree.tostring(self.root, xml_declaration=True)
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self.members.items():
                archive.writestr(name, data)
        return file.getvalue()

    def texts(self) -> list[Element]:
        """Every text that a reader sees, outside of fields."""
        found: list[Element] = []
        depth = 0
        for element in self.root.iter():
            if element.tag == f"{W}fldChar":
                kind = element.get(f"{W}fldCharType")
                depth += {"begin": 1, "end": -1}.get(str(kind), 0)
            elif element.tag == f"{W}t" and not depth and not _hidden(element):
                found.append(element)
        return found

    def value(self, name: str) -> list[Element]:
        """The texts of the control with a tag."""
        (tag,) = self.root.iterfind(f".//{W}tag[@{W}val='{name}']")
        control = tag.getparent().getparent()
        return list(control.iter(f"{W}t"))

    def write(self, name: str, text: str) -> None:
        """Put other words into a control."""
        first, *rest = self.value(name)
        first.text = text
        for other in rest:
            other.text = ""

    def control(self, name: str) -> Element:
        """The control with a tag."""
        (tag,) = self.root.iterfind(f".//{W}tag[@{W}val='{name}']")
        return tag.getparent().getparent()

    def remove(self, name: str) -> None:
        """Delete a control with its bookmark and its words."""
        self.unmark(name)
        control = self.control(name)
        control.getparent().remove(control)

    def unwrap(self, name: str) -> None:
        """Delete a control and its bookmark; the words stay."""
        self.unmark(name)
        control = self.control(name)
        content = control.find(f"{W}sdtContent")
        place = control.getparent()
        for child in list(content):
            control.addprevious(child)
        place.remove(control)

    def unmark(self, name: str) -> None:
        """Delete a bookmark."""
        (start,) = self.root.iterfind(f".//{W}bookmarkStart[@{W}name='{name}']")
        number = start.get(f"{W}id")
        for end in list(self.root.iterfind(f".//{W}bookmarkEnd[@{W}id='{number}']")):
            end.getparent().remove(end)
        start.getparent().remove(start)

    def track_insertion(self, text: Element, words: str, author: str) -> None:
        """Insert words behind a run, as a tracked change."""
        run = text.getparent()
        change = _change("ins", author)
        copy = deepcopy(run)
        for child in list(copy):
            if child.tag not in {f"{W}rPr", f"{W}t"}:
                copy.remove(child)
        copy.find(f"{W}t").text = words
        change.append(copy)
        run.addnext(change)

    def track_deletion(self, text: Element, author: str) -> None:
        """Delete a run, as a tracked change."""
        run = text.getparent()
        change = _change("del", author)
        run.addprevious(change)
        change.append(run)
        for inner in run.iter(f"{W}t"):
            inner.tag = f"{W}delText"


def _change(kind: str, author: str) -> Element:
    made = etree.Element(f"{W}{kind}")
    made.set(f"{W}id", "9001")
    made.set(f"{W}author", author)
    made.set(f"{W}date", "2026-11-28T10:00:00Z")
    return made


def _hidden(element: Element) -> bool:
    return any(above.tag == _FALLBACK for above in element.iterancestors())


def characters(data: bytes) -> Counter[str]:
    """The characters that a reader of a file sees, apart from white space.

    Read from the markup alone: not as the reader of the library does it.
    """
    root = Word(data).root
    words = "".join([text.text or "" for text in _shown(root)])
    return Counter("".join(words.split()))


def _shown(root: Element) -> Iterator[Element]:
    gone = {f"{W}del", f"{W}moveFrom", _FALLBACK}
    for text in root.iter(f"{W}t"):
        if not any(above.tag in gone for above in text.iterancestors()):
            yield text


def said_by_bookmark(data: bytes) -> dict[str, str]:
    """The characters between the two ends of each bookmark of a value."""
    found: dict[str, str] = {}
    names: dict[str, str] = {}
    root = Word(data).root
    shown = set(_shown(root))
    for element in root.iter():
        if element.tag == f"{W}bookmarkStart":
            name = element.get(f"{W}name", "")
            if name.startswith("sv_"):
                names[element.get(f"{W}id", "")] = name
                found[name] = ""
        elif element.tag == f"{W}bookmarkEnd":
            names.pop(element.get(f"{W}id", ""), None)
        elif element in shown:
            for name in names.values():
                found[name] += element.text or ""
    return found
