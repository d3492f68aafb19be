"""The catalogue: every check there is, the library's own and those of users."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable
from importlib.metadata import EntryPoint, entry_points
from typing import cast

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import SEVERITIES, Found
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
from salesreg.checks.said import Said
from salesreg.model.frame import CODE

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
        if fault := _fault(one):
            message = f"{point.value} gives {one.__name__}, which {fault}"
            raise TypeError(message)
        if one.code in taken:
            message = f"{point.value} gives {one.code}, a code that is taken"
            raise ValueError(message)
        taken.add(one.code)
        checks.append(one)
    return checks


def _fault(check: type[Check]) -> str | None:
    """Return what a check lacks of what the engine and the reference need."""
    for name, cls in _NEEDED.items():
        if not isinstance(getattr(check, name, None), cls):
            return f"needs `{name}`, {_article(cls)}"
    if not re.fullmatch(CODE, check.code):
        return f"has the code {check.code!r}; a code is letters and a number: ACM01"
    if check.severity not in SEVERITIES:
        return f"has the severity {check.severity!r}, not {', '.join(SEVERITIES)}"
    if inspect.isabstract(check):
        return "has no method `check`"
    check()
    return None


def _article(cls: type) -> str:
    return "a text" if cls is str else f"a {cls.__name__}"


_NEEDED = {
    "code": str,
    "name": str,
    "severity": str,
    "pack": str,
    "russian": str,
    "why": Said,
    "message": Said,
}


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
