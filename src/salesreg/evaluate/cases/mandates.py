"""Mandates: what roles may grant alone, ready to be held against values (11.2)."""

from __future__ import annotations

import datetime as dt
import functools
from decimal import Decimal

from attrs import frozen

from salesreg.errors import pointer
from salesreg.evaluate.cases.asking import meets, unanswered
from salesreg.evaluate.editions import Edition, Unanswered
from salesreg.model.limits import Authority, AuthorityBand
from salesreg.values._iso4217 import MINOR_DIGITS
from salesreg.values.amounts import Money, Percent, Quantity
from salesreg.values.condition import Condition
from salesreg.values.facts import Facts

COUNTED = ""
"""What stands for every unit that is counted: a number fits all of them."""


@frozen(eq=False)
class Mandate:
    """What one band lets a role grant.

    Attributes:
        role: The role.
        when: Deals it holds for.
        end: Up to where; None without a limit.
        end_included: Whether that limit may be granted itself.
        units: The units of its bounds.
    """

    role: str
    when: Condition | None
    end: Decimal | None
    end_included: bool
    units: frozenset[str]

    @classmethod
    def of(cls, given: AuthorityBand) -> Mandate:
        """Read a band."""
        band = given.band
        bounds = [one for one in (band.start, band.end) if one is not None]
        return cls(
            given.role,
            given.when,
            band.end.amount if band.end is not None else None,
            given.end_included,
            frozenset(map(_unit_of, bounds)),
        )

    def compares(self, unit: str) -> bool:
        """Tell whether values of a unit compare with its bounds."""
        return self.units.issubset((unit,))

    def covers(self, size: Decimal, unit: str) -> bool:
        """Tell whether it reaches a value; where it begins does not matter."""
        if not self.units.issubset((unit,)):
            return False
        end = self.end
        return end is None or size < end or (self.end_included and size == end)


@frozen(eq=False)
class Mandates:
    """An authority over a field of deals, ready to be asked.

    Attributes:
        pointer: Where it stands.
        edition: The edition that has it.
        authority: The authority.
        all: What each of its bands lets a role grant.
        unanswered: Why it cannot be said who may grant what; None where it can.
        missing: The table without which grants are not seen; None if it was given.
    """

    pointer: str
    edition: Edition
    authority: Authority
    all: tuple[Mandate, ...]
    unanswered: Unanswered | None
    missing: str | None

    def able(self, value: object, facts: Facts, now: dt.datetime) -> tuple[str, ...]:
        """Return the roles that may grant a value alone, in the order of the bands."""
        size = size_of(value)
        if size is None:
            return ()
        unit, calendar = _unit_of(value), self.edition.calendar(None)
        found = [
            one.role
            for one in self.all
            if one.covers(size, unit)
            and meets(self.edition, one.when, facts, now, calendar)
        ]
        return tuple(dict.fromkeys(found))

    def compares(self, value: object) -> bool:
        """Tell whether a value compares with the bounds of every band."""
        unit = _unit_of(value)
        return all(one.compares(unit) for one in self.all)


@functools.lru_cache(maxsize=64)
def mandates(edition: Edition) -> tuple[Mandates, ...]:
    """Return the authorities of an edition, in its order."""
    found: list[Mandates] = []
    for place, authority in enumerate(edition.regulation.authorities):
        reason: Unanswered | None = None
        for band in authority.bands:
            reason = reason or unanswered(edition, band.when)
        missing = edition.lacks("people", "deals")
        if authority.document is not None:
            missing = missing or edition.lacks("events")
        found.append(
            Mandates(
                pointer("authorities", place),
                edition,
                authority,
                tuple(map(Mandate.of, authority.bands)),
                reason,
                missing,
            )
        )
    return tuple(found)


def size_of(value: object) -> Decimal | None:
    """Return the number of a value that can be granted; None of any other."""
    if isinstance(value, Money):
        return value.amount
    if isinstance(value, Percent):
        return value.points
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        return Decimal(value)
    return None


def _unit_of(value: object) -> str:
    if isinstance(value, Money):
        return value.currency
    if isinstance(value, Percent):
        return "%"
    if isinstance(value, Quantity) and (
        value.unit == "%" or value.unit in MINOR_DIGITS
    ):
        return value.unit
    return COUNTED
