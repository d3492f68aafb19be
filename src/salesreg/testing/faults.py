"""Regulations with one planted fault: what each check is there to find.

The faults of a check are its own `invalid` examples, laid over a consistent
regulation. So a check of your own brings its faults along.

>>> from hypothesis import find
>>> from salesreg.testing.checking import full_report
>>> fault = find(faulty("GOL02", language="en"), lambda _: True)
>>> {finding.code for finding in full_report(fault.regulation)}
{'GOL02'}
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from typing import Protocol, get_args

from attrs import field, frozen
from hypothesis import strategies as st

from salesreg import templates
from salesreg._text import did_you_mean
from salesreg.checks.catalogue import catalogue
from salesreg.checks.check import Check
from salesreg.checks.examples import laid_over
from salesreg.checks.own import OWN
from salesreg.model.regulation import Language, Regulation

WAIVERS: Mapping[str, tuple[str, ...]] = {
    "CHK02": (
        """
        waivers:
        - {code: GOL02, path: /goals/0, reason: It is a dream., author: The director}
        """,
    ),
    "CHK04": (
        """
        waivers:
        - {code: XYZ99, path: /goals/0, reason: It is a dream., author: The director}
        """,
    ),
}
"""Faults of what the engine finds itself, by the code: no check has them as examples.

Nothing plants CHK01: a check fails by a bug of its own, whatever the regulation. Nor
CHK03 alone: where a waiver has ended, what it let stand is found again, too.
"""


class _Printer(Protocol):
    def text(self, obj: str) -> None: ...


@frozen
class Faulty:
    """A regulation with one planted fault.

    Attributes:
        regulation: The regulation; it loads like any other.
        code: Code of the check that finds the fault; no other check does.
        example: The fault as a piece of YAML, which was laid over the
            consistent regulation.
    """

    regulation: Regulation = field(repr=lambda held: f"<{held.key}, {held.language}>")
    code: str
    example: str

    def _repr_pretty_(self, printer: _Printer, cycle: bool) -> None:  # noqa: FBT001
        # Hypothesis would print the whole regulation, field by field.
        printer.text(repr(self))


def faulty(
    code: str,
    *,
    language: Language | None = None,
    checks: Iterable[type[Check]] = (),
) -> st.SearchStrategy[Faulty]:
    """Return the strategy of regulations in which only one check finds a fault.

    It shrinks to the first example of the check, in Russian.

    Args:
        code: Code of the check.
        language: Language of the consistent regulation; drawn when not given.
            The examples of the library's own checks are in English.
        checks: Checks of your own, beside those of the packages installed.

    Raises:
        ValueError: There is no such check, or it has no fault to plant.
    """
    known = {one.code: one for one in (*catalogue(), *checks)}
    if code not in known:
        hint = did_you_mean(code, known)
        message = f"there is no check {code!r}"
        raise ValueError(f"{message}; {hint}" if hint else message)
    if without_fault([known[code]]):
        message = f"check {code} has no `invalid` example to plant"
        if code in {one.code for one in OWN}:
            message = f"no regulation has {code} and nothing else: see `faults.WAIVERS`"
        raise ValueError(message)
    languages: tuple[Language, ...] = (language,) if language else get_args(Language)
    return st.builds(
        planted,
        st.just(known[code]),
        st.sampled_from(range(len(_faults(known[code])))),
        st.sampled_from(languages),
    )


def planted(check: type[Check], index: int, language: Language) -> Faulty:
    """Return the fault of a check by its index: what an `invalid` example plants."""
    example = _faults(check)[index]
    return Faulty(laid_over(consistent(language), example), check.code, example)


def without_fault(checks: Iterable[type[Check]]) -> tuple[str, ...]:
    """Return the codes of the checks that have no fault to plant.

    Of the library's own, these are two that no regulation has alone.

    >>> without_fault(catalogue())
    ('CHK01', 'CHK03')
    """
    return tuple(one.code for one in checks if not _faults(one))


def _faults(check: type[Check]) -> tuple[str, ...]:
    return getattr(check, "invalid", ()) or WAIVERS.get(check.code, ())


@functools.cache
def consistent(language: Language) -> Regulation:
    """Return the regulation in which no check finds anything on `checking.TODAY`."""
    return templates.get("b2b", language)
