"""The catalogue: every check there is, the library's own and those of users."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import EntryPoint, entry_points
from typing import cast

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.general import (
    control,
    goals,
    incentives,
    kpis,
    limits,
    process,
    responsibility,
    structure,
    time,
    wording,
)
from salesreg.checks.gost import CHECKS as GOST
from salesreg.checks.own import OWN, CheckFailed
from salesreg.checks.ru_labour import CHECKS as RU_LABOUR

GROUP = "salesreg.checks"
"""The entry point group of users' checks; each names a class or a list of them."""

GENERAL: tuple[type[Check], ...] = (
    *structure.CHECKS,
    *time.CHECKS,
    *process.CHECKS,
    *responsibility.CHECKS,
    *goals.CHECKS,
    *kpis.CHECKS,
    *incentives.CHECKS,
    *limits.CHECKS,
    *control.CHECKS,
    *wording.CHECKS,
)

OURS: tuple[type[Check], ...] = (*GENERAL, *RU_LABOUR, *GOST, *OWN)
"""Every check of the library, in the order of the reference."""


def catalogue() -> tuple[type[Check], ...]:
    """Return every check of the library and of the packages installed.

    A package whose checks cannot be had takes part with one that fails, so
    that its absence is told like any other finding.
    """
    found = list(OURS)
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        taken = {check.code for check in found}
        try:
            made = _loaded(point, taken)
        except Exception as error:  # noqa: BLE001 - a package may fail in any way
            made = [_absent(point, error)]
        found += made
    return tuple(found)


def _loaded(point: EntryPoint, taken: set[str]) -> list[type[Check]]:
    made = cast("object", point.load())
    given = list(cast("Iterable[object]", made)) if _is_many(made) else [made]
    checks: list[type[Check]] = []
    for one in given:
        if not (isinstance(one, type) and issubclass(one, Check)):
            message = f"{point.value} gives {one!r}, which is no subclass of Check"
            raise TypeError(message)
        if one.code in taken:
            message = f"{point.value} gives {one.code}, a code that is taken"
            raise ValueError(message)
        checks.append(one)
    return checks


def _is_many(made: object) -> bool:
    return isinstance(made, list | tuple)


def _absent(point: EntryPoint, error: Exception) -> type[Check]:
    class Absent(CheckFailed):
        """The checks of a package could not be had."""

        code = point.name
        name = point.name

        def check(self, facts: Facts) -> tuple[Found, ...]:
            """Fail as the package did."""
            raise error

    return Absent
