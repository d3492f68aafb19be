"""Findings: what a check found, for people and for programs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from attrs import field, frozen

from salesreg.checks.said import Said
from salesreg.convert.unstructure import plain
from salesreg.errors import Place

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
"""From the gravest to the lightest."""


@frozen
class Set:
    """An edit: the value at a place becomes another one.

    Attributes:
        path: JSON Pointer into the dict form.
        value: The new value, an object of the model.
    """

    path: str
    value: object


@frozen
class Remove:
    """An edit: an item of a list goes away.

    Attributes:
        path: JSON Pointer to the item.
    """

    path: str


Edit = Set | Remove


@frozen
class Fix:
    """A change that mends a finding and cannot do harm.

    Attributes:
        title: What it does, one sentence.
        edits: How, in the order in which they are made.
    """

    title: str
    edits: tuple[Edit, ...]

    def to_dict(self) -> dict[str, object]:
        """Return the fix as plain data: its title and its edits."""
        return {"title": self.title, "edits": [_edit(edit) for edit in self.edits]}


def _edit(edit: Edit) -> dict[str, object]:
    if isinstance(edit, Remove):
        return {"op": "remove", "path": edit.path}
    return {"op": "set", "path": edit.path, "value": plain(edit.value)}


@frozen
class Cited:
    """A clause that a finding speaks of beside its own.

    Attributes:
        path: JSON Pointer into the dict form.
        clause: Its number in the document.
        place: Where it was read.
    """

    path: str
    clause: str | None = None
    place: Place | None = None


@frozen
class Finding:
    """One thing that is wrong or contradictory in a regulation.

    Attributes:
        code: Code of the check: "TIM01".
        name: Its name: "budgets-exceed-day".
        severity: How grave it is.
        path: JSON Pointer to the place into the dict form.
        message: What is wrong, one sentence in the language of the report.
        why: Why that matters, or the norm that says so.
        mend: What to do about it; empty where the check does not say.
        keyed: The path with keys in place of positions, as waivers have it.
        fingerprint: What it is known by when other things have moved.
        clause: Number of the clause in the document, when it has one.
        place: Where it was read, when the regulation came from a text.
        values: The values involved, as the message shows them.
        also: The other clauses that take part.
        fix: A safe change that mends it, when there is one.
    """

    code: str
    name: str
    severity: Severity
    path: str
    message: str
    why: str
    mend: str = ""
    keyed: str = ""
    fingerprint: str = ""
    clause: str | None = None
    place: Place | None = None
    values: Mapping[str, str] = field(factory=dict[str, str], hash=False)
    also: tuple[Cited, ...] = ()
    fix: Fix | None = None

    def __str__(self) -> str:
        """Return `place: CODE message (cl. 3.2)`, one line."""
        where = str(self.place) if self.place else self.path or "/"
        clause = f" [{self.clause}]" if self.clause else ""
        return f"{where}: {self.code} {self.message}{clause}"

    def to_dict(self) -> dict[str, object]:
        """Return the finding as plain data; what is unknown is left out."""
        data: dict[str, object] = {
            "code": self.code,
            "name": self.name,
            "severity": self.severity,
            "path": self.path,
            "keyed": self.keyed,
            "message": self.message,
            "why": self.why,
            **({"mend": self.mend} if self.mend else {}),
            "fingerprint": self.fingerprint,
            "values": dict(self.values),
            **_where(self),
        }
        if self.also:
            data["also"] = [{"path": one.path, **_where(one)} for one in self.also]
        if self.fix:
            data["fix"] = self.fix.to_dict()
        return data


def _where(said: Finding | Cited) -> dict[str, object]:
    data: dict[str, object] = {}
    if said.clause:
        data["clause"] = said.clause
    if said.place:
        data["file"] = said.place.file
        data["line"] = said.place.line
        if said.place.column is not None:
            data["column"] = said.place.column
    return data


@frozen(kw_only=True)
class Found:
    """What a check yields: a finding that is not yet put into words.

    Attributes:
        path: JSON Pointer to the place.
        message: The sentence, with names in braces.
        values: What the names stand for: text, numbers, values of the
            regulation, things with a title, and tuples of them.
        also: Pointers to the other places that take part.
        fix: What the safe fix does.
        edits: The fix, when there is a safe one.
    """

    path: str
    message: Said
    values: Mapping[str, object]
    also: tuple[str, ...] = ()
    fix: Said | None = None
    edits: tuple[Edit, ...] = ()
