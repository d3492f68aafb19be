"""Small checks for the tests of the engine: one with a fix, one with a threshold."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import EntryPoint
from typing import Annotated

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found, Remove
from salesreg.checks.said import Said
from salesreg.constraints import Range
from salesreg.errors import pointer
from salesreg.model.people import Role
from salesreg.record import record

_WHY = Said(en="It is a test.", ru="Это тест.")


class UnitTwice(Check):
    """A unit is listed twice."""

    code = "TST01"
    name = "unit-twice"
    severity = "warning"
    russian = "Подразделение указано дважды."
    why = _WHY
    message = Said(en="unit {unit} is listed twice", ru="{unit} указано дважды")
    fix = Said(en="removes the second {unit}", ru="убирает второе {unit}")
    valid = ("scope: {units: [East, West]}",)
    invalid = ("scope: {units: [East, East]}",)

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield what was there before."""
        scope = facts.regulation.scope
        seen: dict[str, str] = {}
        for index, unit in enumerate(scope.units if scope else ()):
            path = pointer("scope", "units", index)
            if unit in seen:
                edits = [Remove(path)]
                yield self.found(path, also=[seen[unit]], edits=edits, unit=unit)
            seen.setdefault(unit, path)


@record
class LongTitle(Check):
    """A role has a long title.

    Attributes:
        most: How many characters a title may have.
    """

    most: Annotated[int, Range(1, 100)] = 10

    code = "TST02"
    name = "long-title"
    severity = "error"
    russian = "Название роли длинное."
    why = _WHY
    message = Said(
        en="the title of {role} has {length} characters, {most} at most",
        ru="название {role} — {length}, не больше {most}",
    )
    valid = ("roles: [{key: head, title: Head}]",)
    invalid = ("roles: [{key: head, title: Head of everything}]",)

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the titles over the threshold."""
        for path, role in facts.each("roles", Role):
            if len(role.title) > self.most:
                yield self.found(
                    f"{path}/title", role=role, length=len(role.title), most=self.most
                )


class NotYet(Check):
    """The edition is not yet in force."""

    code = "TST03"
    name = "not-yet"
    severity = "info"
    pack = "test-pack"
    russian = "Редакция ещё не действует."
    why = _WHY
    message = Said(en="in force from {day} only", ru="действует только с {day}")
    valid = ("revision: {number: '1', in_force_from: '2020-01-01'}",)
    invalid = ("revision: {number: '1', in_force_from: '2050-01-01'}",)
    dated = True

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the day when it is still to come."""
        revision = facts.regulation.revision
        day = revision and revision.in_force_from
        if day and facts.today and day > facts.today:
            yield self.found("/revision/in_force_from", day=day)


class Failing(Check):
    """It finds one thing and fails."""

    code = "TST04"
    name = "failing-check"
    severity = "error"
    russian = "Находит одно и падает."
    why = _WHY
    message = Said(en="the title", ru="название")
    valid = ()
    invalid = ()

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield one finding, then fail."""
        yield self.found("/title")
        message = "no luck"
        raise RuntimeError(message)


CHECKS = (UnitTwice, LongTitle, NotYet)


def entry_point(value: str, name: str = "tests") -> EntryPoint:
    """Return the entry point of a package with checks."""
    return EntryPoint(name, value, "salesreg.checks")
