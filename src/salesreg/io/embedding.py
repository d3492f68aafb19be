"""The regulation inside its own Word file: a part of canonical JSON.

It is a custom XML part, which Word and LibreOffice keep when they save, and is
found by the namespace of its root: its name and its relationships may change.
All values stand in the text of elements, because LibreOffice drops attributes.
"""

from __future__ import annotations

import hashlib
import json
import re
from xml.sax.saxutils import escape

from attrs import frozen

from salesreg.errors import LoadError, Place, Problem
from salesreg.io.dicts import from_dict, to_dict
from salesreg.io.json_reader import read_json
from salesreg.io.migrations import FORMAT
from salesreg.io.package import Package, opened, refused
from salesreg.model.regulation import Regulation

NAMESPACE = "urn:salesreg:embedded:1"
"""Namespace of the part's root."""
_PART = re.compile(r"customxml/[^/]+\.xml", re.IGNORECASE)


@frozen
class Embedded:
    """What a file says of the regulation that it was made from.

    Attributes:
        format: Format of the dict form: "salesreg/1".
        revision: Number of the edition; empty when it has none.
        style: The style that the file was written in.
        sha256: Digest of the JSON, in hexadecimal digits.
        json: The canonical JSON.
    """

    format: str
    revision: str
    style: str
    sha256: str
    json: str

    def regulation(self, name: str) -> Regulation:
        """Return the regulation.

        Args:
            name: Name of the file, for messages.

        Raises:
            LoadError: It was changed, or is no regulation.
        """
        if digest(self.json) != self.sha256:
            message = "the embedded regulation is not what was written"
            hint = "take the file as it was written, or the regulation's own file"
            raise refused(name, message, "broken-embedding", hint)
        source = read_json(self.json, name)
        try:
            return from_dict(source.data)
        except LoadError as error:
            # A position inside the part would help nobody.
            placed = [_in_file(problem, name) for problem in error.problems]
            raise LoadError(placed) from None


def canonical(regulation: Regulation) -> str:
    """Return the canonical JSON of a regulation: keys sorted, no idle space.

    >>> canonical(Regulation(title="Продажи", key="b2b"))
    '{"format":"salesreg/1","key":"b2b","title":"Продажи"}'
    """
    return json.dumps(
        to_dict(regulation), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )


def digest(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, in hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def embedding(regulation: Regulation, style: str) -> str:
    """Return the part that carries a regulation, as XML without a declaration.

    Args:
        regulation: The regulation.
        style: The style that the file is written in.
    """
    written = canonical(regulation)
    revision = regulation.revision.number if regulation.revision else ""
    fields = {
        "format": FORMAT,
        "revision": revision,
        "style": style,
        "sha256": digest(written),
        "json": written,
    }
    inner = "".join(f"<{name}>{escape(text)}</{name}>" for name, text in fields.items())
    return f'<regulation xmlns="{NAMESPACE}">{inner}</regulation>'


def embedded_in(package: Package) -> Embedded | None:
    """Return what a package carries, or None when it carries no regulation.

    Raises:
        LoadError: It carries several, or one that cannot be read.
    """
    # lxml comes with the first file that is read, not with every text.
    from salesreg.io.markup import tree  # noqa: PLC0415

    found: list[Embedded] = []
    for member in package:
        if _PART.fullmatch(member) and NAMESPACE.encode() in package.read(member):
            root = tree(package, member)
            if root.tag == f"{{{NAMESPACE}}}regulation":
                texts = [
                    root.findtext(f"{{{NAMESPACE}}}{name}") or ""
                    for name in ("format", "revision", "style", "sha256", "json")
                ]
                found.append(Embedded(*texts))
    if len(set(found)) > 1:
        message = "carries more than one regulation"
        raise refused(package.name, message, "broken-embedding")
    return found[0] if found else None


def load_word(data: bytes, name: str) -> Regulation:
    """Return the regulation that a Word file was made from.

    What people changed in its text since is not looked at; `read_edits` is for
    that.

    Raises:
        LoadError: It is no Word file, or carries no regulation.
    """
    found = embedded_in(opened(data, name))
    if found is None:
        message = "carries no regulation"
        hint = (
            "read a file that to_docx wrote, without embed=False; what people"
            " changed in any other is read with read_edits and base="
        )
        raise refused(name, message, "no-embedding", hint)
    return found.regulation(name)


def _in_file(problem: Problem, name: str) -> Problem:
    return Problem(
        problem.code, problem.message, problem.path, Place(name, 1), problem.hint
    )
