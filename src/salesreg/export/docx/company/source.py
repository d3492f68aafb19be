"""A Word file from outside, part by part, with what each of them refers to."""

# The class of an element has no public name in lxml.
# pyright: reportPrivateUsage=false

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterator
from urllib.parse import urlsplit

from attrs import frozen
from lxml import etree

from salesreg.errors import LoadError
from salesreg.io.files import read
from salesreg.io.markup import tree
from salesreg.io.package import Package, broken, opened, refused

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_LINKS = {"http", "https", "mailto"}


@frozen
class Relation:
    """What a part refers to.

    Attributes:
        kind: The last word of its type: "styles", "image", "hyperlink".
        target: Name of a part of the file, or an outside address.
        outside: Whether it is an address.
    """

    kind: str
    target: str
    outside: bool

    @property
    def harmless(self) -> bool:
        """Whether an outside address may be kept: it is a link to click on."""
        return self.kind == "hyperlink" and urlsplit(self.target).scheme in _LINKS


@frozen
class Source:
    """The file.

    Attributes:
        package: Its parts.
        main: Name of the part that holds the document.
        relations: What the document refers to, by id.
    """

    package: Package
    main: str
    relations: dict[str, Relation]

    def part(self, kind: str) -> etree._Element | None:
        """Return the part of a kind that the document refers to, if there is one."""
        for relation in self.relations.values():
            if relation.kind == kind and not relation.outside:
                return tree(self.package, relation.target)
        return None

    def refuse(self, message: str, hint: str) -> LoadError:
        """Return the error of a file that cannot be used for styles."""
        return refused(self.package.name, message, "bad-style", hint)


def source(path: str | os.PathLike[str]) -> Source:
    """Open a Word file.

    Raises:
        LoadError: It cannot be read, breaks a limit or is no Word file.
    """
    package = opened(read(path), os.fspath(path))
    for relation in relations(package, "").values():
        if relation.kind == "officeDocument" and relation.target in package:
            main = relation.target
            return Source(package, main, relations(package, main))
    raise broken(package.name, "holds no document")


def relations(package: Package, member: str) -> dict[str, Relation]:
    """Return what a part refers to, by id; the file itself when it has no name."""
    folder, name = posixpath.split(member)
    listed = posixpath.join(folder, "_rels", f"{name}.rels")
    if listed not in package:
        return {}
    return dict(_read(tree(package, listed), folder))


def _read(root: etree._Element, folder: str) -> Iterator[tuple[str, Relation]]:
    for element in root.iter(_RELATION):
        kind = element.get("Type", "").rpartition("/")[2]
        target = element.get("Target", "")
        outside = element.get("TargetMode") == "External"
        if not outside:
            start = "" if target.startswith("/") else folder
            target = posixpath.normpath(posixpath.join(start, target.lstrip("/")))
        yield element.get("Id", ""), Relation(kind, target, outside)


def text_of(part: etree._Element) -> str:
    """Return a part as text, with its declaration."""
    body = etree.tostring(part, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{body}'
