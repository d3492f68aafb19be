"""Acknowledgement: who has confirmed which clauses, and who has yet to.

A signature is bound to what it was given for by the SHA-256 of the clauses that
concern the role. A change that touches none of them leaves the signature valid,
and so does a new number of a clause or of the edition.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from typing import Annotated, Literal

from attrs import frozen

from salesreg.constraints import Key, Pattern, Title
from salesreg.convert.structure import structure
from salesreg.convert.unstructure import plain, unstructure
from salesreg.errors import invalid
from salesreg.model.regulation import Regulation
from salesreg.paths.concerns import Concern, concerns_of
from salesreg.paths.keyed import Keys
from salesreg.paths.tree import at
from salesreg.record import record
from salesreg.values.times import Duration


@record
class Signature:
    """One person's confirmation of what concerns one role.

    Attributes:
        name: Who confirmed.
        role: Key of the role whose clauses were confirmed.
        digest: SHA-256 of those clauses, in hexadecimal digits.
        revision: Number of the edition, for people; the digest is what binds.
        date: When.
        method: How.
    """

    name: Title
    role: Key
    digest: Annotated[str, Pattern("[0-9a-f]{64}", "a SHA-256 in hexadecimal digits")]
    revision: Title | None = None
    date: dt.date
    method: Literal["signature", "initials", "electronic", "quiz"] = "signature"

    def to_dict(self) -> dict[str, object]:
        """Return the signature as plain data."""
        return unstructure(self)

    @classmethod
    def from_dict(cls, data: object) -> Signature:
        """Read a signature from plain data.

        Raises:
            ProblemGroup: It is none; with every problem.
        """
        return structure(cls, data)


@frozen
class Outstanding:
    """A confirmation that is still to be given.

    Attributes:
        name: Who has to confirm.
        role: Key of the role whose clauses are to be confirmed.
        reason: "never" confirmed, or confirmed before the clauses were "changed".
        since: When the edition came into force; None when it does not say.
        within: How soon it is to be confirmed, as the regulation says.
    """

    name: str
    role: str
    reason: Literal["never", "changed"]
    since: dt.date | None
    within: Duration | None


def digest(regulation: Regulation, role: str) -> str:
    """Return the SHA-256 of the clauses that concern a role.

    It is of their content by keys, not of wording made from it or of numbers.

    Raises:
        InvalidValue: No role has the key.

    >>> from salesreg.model.people import Role
    >>> roles = (Role(key="head", title="Head of sales"),)
    >>> one = Regulation(key="r", title="Rules", roles=roles)
    >>> other = Regulation(key="r", title="Rules of sale", roles=roles)
    >>> digest(one, "head") == digest(other, "head")
    True
    """
    held = contents(regulation, concerns_of(regulation, role))
    data = {path: plain(value) for path, value in held.items()}
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def fingerprint(digest: str) -> str:
    """Return the beginning of a digest as people read it out and compare it.

    >>> fingerprint("00c4f1ab9d2e77301234" + "0" * 44)
    '00c4 f1ab 9d2e 7730'
    """
    return " ".join(digest[at : at + 4] for at in range(0, _SHOWN, 4))


_SHOWN = 16
"""Digits of a digest on a sheet: nobody finds other clauses with the same ones."""


def contents(
    regulation: Regulation, concerns: Iterable[Concern]
) -> Mapping[str, object]:
    """Return what stands at the places that concern a role, by paths with keys."""
    keys = Keys(regulation)
    return {keys.keyed(one.pointer): at(regulation, one.pointer) for one in concerns}


def sign(
    regulation: Regulation,
    name: str,
    role: str,
    date: dt.date,
    *,
    method: Literal["signature", "initials", "electronic", "quiz"] | None = None,
    fingerprint: str | None = None,
) -> Signature:
    """Return a person's signature for what concerns a role now.

    Of a sheet that was signed on paper, `fingerprint` is what it shows: a sheet for
    other clauses than those of this regulation is refused.

    Args:
        regulation: The regulation.
        name: Who signs.
        role: Key of the role.
        date: When.
        method: How; as the regulation says when not given.
        fingerprint: The fingerprint on the signed sheet, or the whole SHA-256 of an
            extract; spaces do not matter.

    Raises:
        InvalidValue: No role has the key, the name is empty, or the fingerprint is
            none or that of other clauses.
    """
    rule, revision = regulation.acknowledging, regulation.revision
    bound = digest(regulation, role)
    if fingerprint is not None:
        _compare(fingerprint, bound, role)
    return Signature(
        name=name,
        role=role,
        digest=bound,
        revision=revision.number if revision else None,
        date=date,
        method=method or (rule.method if rule else "signature"),
    )


def _compare(shown: str, bound: str, role: str) -> None:
    digits = "".join(shown.split()).lower()
    if not re.fullmatch(f"[0-9a-f]{{{_SHOWN},{len(bound)}}}", digits):
        message = f"{shown!r} is no fingerprint: {_SHOWN} hexadecimal digits or more"
        raise invalid("no-fingerprint", message)
    if not bound.startswith(digits):
        now = fingerprint(bound)
        message = f"the sheet is for other clauses: '{role}' has {now}, not {shown}"
        hint = "sign the edition that the sheet names"
        raise invalid("other-clauses", message, hint)


def must_sign(regulation: Regulation, role: str) -> bool:
    """Tell whether people of a role have to confirm the regulation at all."""
    rule = regulation.acknowledging
    return rule is not None and (not rule.roles or role in rule.roles)


def outstanding(
    regulation: Regulation,
    people: Iterable[tuple[str, str]],
    signatures: Iterable[Signature],
) -> tuple[Outstanding, ...]:
    """Return who has yet to confirm what concerns their role.

    Args:
        regulation: The regulation.
        people: Names and keys of roles; a person of two roles comes twice.
        signatures: The signatures given so far, in any order.

    Raises:
        InvalidValue: No role has one of the keys.
    """
    given = {(one.name, one.role, one.digest) for one in signatures}
    before = {(name, role) for name, role, _ in given}
    rule, revision = regulation.acknowledging, regulation.revision
    digests: dict[str, str] = {}
    found: list[Outstanding] = []
    for name, role in people:
        if role not in digests:
            digests[role] = digest(regulation, role)
        if (name, role, digests[role]) in given or not must_sign(regulation, role):
            continue
        found.append(
            Outstanding(
                name,
                role,
                "changed" if (name, role) in before else "never",
                revision.in_force_from if revision else None,
                rule.within if rule else None,
            )
        )
    return tuple(found)
