"""XML from strangers: no document type, no entities, no comments, no instructions.

Office writes none of them. A document type can make a text of a kilobyte expand
to gigabytes or name a file to fetch, and what stands behind a comment is lost by
readers that look at the text of an element only.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from lxml import etree

from salesreg.errors import LoadError
from salesreg.io.limits import MOST_TAGS
from salesreg.io.package import Package, broken, refused

Element: TypeAlias = etree._Element  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
"""An element of parsed XML; lxml gives its class no public name."""

_DECLARATION = re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml\s[^>]*\?>")
_ENCODING = re.compile(rb"encoding\s*=\s*[\"']([^\"']*)[\"']")
_ENCODINGS = frozenset({b"utf-8", b"utf8", b"ascii", b"us-ascii"})
"""ASCII is UTF-8; what else a parser may know could hide a document type."""
_CDATA = re.compile(rb"<!\[CDATA\[.*?\]\]>", re.DOTALL)


def tree(package: Package, member: str) -> Element:
    """Return a part of a package, parsed.

    Raises:
        LoadError: It cannot be unpacked, is no XML in UTF-8, or holds what Office
            never writes.
    """
    return parsed(package.read(member), package.name, member)


def parsed(data: bytes, name: str, member: str) -> Element:
    """Return some XML, parsed; see `tree`.

    Args:
        data: The XML.
        name: Name of the file, for messages.
        member: Name of the part in it.
    """
    start = _DECLARATION.match(data)
    named = _ENCODING.search(start[0]) if start else None
    encoding = named[1] if named else b"utf-8"
    if encoding.lower() not in _ENCODINGS or b"\x00" in data:
        raise _refused(name, member, "is not in UTF-8")
    # Each tag and attribute takes a hundred bytes and more of memory.
    if data.count(b"<") + data.count(b"=") > MOST_TAGS:
        message = f"the part {member!r} holds more than {MOST_TAGS:,} tags and fields"
        raise refused(name, message, "too-large")
    rest = data[start.end() :] if start else data
    if _marked(rest) and _marked(_CDATA.sub(b"", rest)):
        message = "holds a document type, a comment or an instruction"
        raise _refused(name, member, message)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        message = f"the part {member!r} is no XML: {error}"
        raise broken(name, message) from None


def _marked(data: bytes) -> bool:
    return b"<!" in data or b"<?" in data


def _refused(name: str, member: str, message: str) -> LoadError:
    hint = "save it with Word or LibreOffice, which write none"
    return refused(name, f"the part {member!r} {message}", hint=hint)
