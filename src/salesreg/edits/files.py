"""The parts of a Word file that have text, and its comments."""

from __future__ import annotations

import datetime as dt
import posixpath
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Literal

from attrs import frozen
from lxml import etree

from salesreg.edits.own import own_story
from salesreg.edits.stories import Story, W
from salesreg.edits.walking import story
from salesreg.export import docx
from salesreg.io.embedding import Embedded, embedded_in
from salesreg.io.markup import tree
from salesreg.io.package import Package, opened, refused

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = "http://purl.oclc.org/ooxml/"
Margin = Literal["header", "footer", "notes"]
_MARGINS: Mapping[str, Margin] = {
    "header": "header",
    "footer": "footer",
    "footnotes": "notes",
    "endnotes": "notes",
}
"""The parts beside the body, by their kinds of relationship."""
_SAFE = ("http://", "https://", "mailto:")


@frozen
class Said:
    """What a comment says, by whom and when."""

    author: str
    date: dt.datetime | None
    text: str


@frozen
class WordFile:
    """A Word file, read.

    Attributes:
        body: The text of the document.
        margins: The texts of headers, footers and notes, by kind.
        comments: The comments, by their id.
        links: The addresses of links, by relationship; nobody follows them.
        embedded: What the file says of the regulation that it was made from.
    """

    body: Story
    margins: Mapping[Margin, tuple[Story, ...]]
    comments: Mapping[str, Said]
    links: Mapping[str, str]
    embedded: Embedded | None

    def stories(self) -> Iterator[Story]:
        """Yield all texts, the body first."""
        yield self.body
        for stories in self.margins.values():
            yield from stories

    def margin_lines(self) -> Mapping[Margin, Counter[str]]:
        """Return the lines of headers, footers and notes, and how often each stands.

        What one header says, others of the file often say again: that is once.
        """
        found: dict[Margin, Counter[str]] = {}
        for part, stories in self.margins.items():
            found[part] = Counter()
            for one in stories:
                found[part] |= Counter(filter(None, one.lines()))
        return found


def read(data: bytes, name: str) -> WordFile:
    """Return what a Word file says.

    Args:
        data: The bytes of the file.
        name: Name of the file, for messages.

    Raises:
        LoadError: It is no Word file, or one that is not read.
    """
    package = opened(data, name)
    main = _main(package)
    root = tree(package, main)
    if root.tag.startswith("{" + _STRICT):
        message = "is a Strict Open XML document"
        hint = "save it as a Word document (.docx)"
        raise refused(name, message, "not-a-document", hint)
    if root.tag != f"{W}document":
        raise refused(name, "is no text document of Word", "not-a-document")
    links: dict[str, str] = {}
    margins: dict[Margin, list[Story]] = {"header": [], "footer": [], "notes": []}
    comments: dict[str, Said] = {}
    for number, kind, target, outside in _relations(package, main):
        if outside:
            if kind == "hyperlink" and target.startswith(_SAFE):
                links[number] = target
        elif (part := _MARGINS.get(kind)) and target in package:
            margins[part].append(story(tree(package, target)))
        elif kind == "comments" and target in package:
            comments |= _comments(package, target)
    return WordFile(
        story(root),
        {kind: tuple(found) for kind, found in margins.items()},
        comments,
        links,
        embedded_in(package),
    )


def composed(parts: docx.Parts) -> WordFile:
    """Return what a file says that is written here."""
    margins: dict[Margin, tuple[Story, ...]] = {
        # A company may have its own, so these are read as anybody's.
        "header": tuple(map(_margin, parts.headers)),
        "footer": tuple(map(_margin, parts.footers)),
        "notes": (),
    }
    body = own_story(parts.text)
    return WordFile(body, margins, comments={}, links={}, embedded=None)


def _margin(xml: str) -> Story:
    return story(etree.fromstring(xml.encode()))


def _main(package: Package) -> str:
    for _, kind, target, outside in _relations(package, ""):
        if kind == "officeDocument" and not outside:
            return target
    raise refused(package.name, "is no Office document", "not-a-document")


def _relations(package: Package, member: str) -> Iterator[tuple[str, str, str, bool]]:
    """Yield id, kind, target and whether it is outside, of each relationship."""
    folder, _, file = member.rpartition("/")
    where = posixpath.join(folder, "_rels", f"{file}.rels")
    if where not in package:
        return
    for relation in tree(package, where).iter(_RELATION):
        target, outside = relation.get("Target", ""), relation.get("TargetMode")
        if outside != "External":
            # Absolute targets start from the root of the package, not of a disk.
            target = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip(
                "/"
            )
        kind = relation.get("Type", "").rpartition("/")[2]
        yield relation.get("Id", ""), kind, target, outside == "External"


def _comments(package: Package, member: str) -> Mapping[str, Said]:
    found: dict[str, Said] = {}
    for comment in tree(package, member).iter(f"{W}comment"):
        said = story(comment)
        text = "".join([token.said for token in said.tokens if token.kind == "words"])
        found[comment.get(f"{W}id", "")] = Said(
            comment.get(f"{W}author", ""),
            moment(comment.get(f"{W}date", "")),
            text.strip("\n"),
        )
    return found


def moment(text: str) -> dt.datetime | None:
    """Return the time that a file writes, or None when it writes none."""
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError:
        return None
