"""Hunts for planted faults: laws of `salesreg.testing` on strategies of it.

`planted_bugs.py` runs one in a process of its own, over a copy of the library.
"""

from __future__ import annotations

import datetime as dt
import functools
import json
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from salesreg.checks.catalogue import OURS
from salesreg.checks.general import goals
from salesreg.model.regulation import Regulation
from salesreg.testing import (
    faulty,
    laws,
    moments,
    paying_scales,
    regulations,
    results,
    working_calendars,
)
from salesreg.testing.faults import Faulty
from salesreg.values.amounts import Money, Percent, Quantity, money
from salesreg.values.calendar import WorkCalendar
from salesreg.values.scale import Scale
from salesreg.values.sharing import shared_money

BASE = money("100000 RUB")
HUNTS: dict[str, Callable[[], None]] = {}
"""Each hunt by its name; it raises `AssertionError` on what it finds."""

FOUND: list[tuple[float, float]] = []
"""When a law did not hold, on the wall and of one core; the first is what counts."""

fixed = st.sampled_from([one.code for one in OURS if one.fix]).flatmap(faulty)
few = regulations(size="small")
lengths = st.timedeltas(dt.timedelta(hours=1), dt.timedelta(hours=60))
cuts = st.sets(st.integers(1, 99), min_size=1, max_size=4).map(sorted)


def hunt(*drawn: st.SearchStrategy[Any]) -> Callable[[Callable[..., None]], None]:
    """Make a hunt of a law on drawn values."""

    def keep(law: Callable[..., None]) -> None:
        @functools.wraps(law)
        def watched(*case: Any, **named: Any) -> None:
            try:
                law(*case, **named)
            except AssertionError:
                FOUND.append((time.perf_counter(), time.process_time()))
                raise

        HUNTS[law.__name__] = given(*drawn)(watched)

    return keep


def cases(count: int, **asked: Any) -> st.SearchStrategy[tuple[Any, ...]]:
    """Return the strategy of scales, each with some results."""
    return paying_scales(**asked).flatmap(
        lambda scale: st.tuples(st.just(scale), *[results(scale)] * count)
    )


@hunt(cases(2, rising=True, base="target_pay"))
def monotone(case: tuple[Scale, Quantity, Quantity]) -> None:
    """More is never paid less."""
    laws.pay_is_monotone(*case, BASE)


@hunt(cases(1))
def never_negative(case: tuple[Scale, Quantity]) -> None:
    """Nothing is paid less than nothing."""
    laws.pay_is_never_negative(*case, BASE)


@hunt(cases(1))
def limits(case: tuple[Scale, Quantity]) -> None:
    """Floor and cap are kept."""
    laws.pay_keeps_its_limits(*case, BASE)


@hunt(cases(2, mode="marginal", unit="%", base="target_pay"))
def continuous(case: tuple[Scale, Quantity, Quantity]) -> None:
    """No tier pays more than twice the base for each 100 points."""
    laws.pay_is_continuous(*case, BASE, steepest=money("2000 RUB"))


@hunt(st.integers(0, 10**9), cuts)
def shares(kopecks: int, ends: list[int]) -> None:
    """Shares make the whole."""
    parts = [b - a for a, b in zip([0, *ends], [*ends, 100], strict=True)]
    amount = Money(Decimal(kopecks) / 100, "RUB")
    points = [Percent(Decimal(part)) for part in parts]
    laws.shares_make_the_whole(shared_money, amount, points)


@hunt(working_calendars(), moments(), lengths, lengths)
def working_time(
    calendar: WorkCalendar, start: dt.datetime, a: dt.timedelta, b: dt.timedelta
) -> None:
    """Working time adds up."""
    laws.working_time_adds(calendar, start, a, b)


@hunt(few)
def inside(regulation: Regulation) -> None:
    """Findings lie where something is."""
    laws.findings_lie_inside(regulation)


@hunt(regulations(size="small", roles=(3, 4)))
def order(regulation: Regulation) -> None:
    """The order of independent parts says nothing."""
    # Turned round, neighbours stay neighbours; here the first becomes the last.
    laws.order_says_nothing(regulation, reordered=lambda items: items[1:] + items[:1])


@hunt(regulations(size="small", dangling=True))
def equal(regulation: Regulation) -> None:
    """Reports of equals are equal."""
    laws.findings_are_equal(regulation)


@hunt(fixed)
def languages(fault: Faulty) -> None:
    """Both languages say the same."""
    laws.languages_agree(fault.regulation)


@hunt(fixed)
def fixes(fault: Faulty) -> None:
    """Fixes settle."""
    laws.fixes_settle(fault.regulation)


@hunt(st.sampled_from(goals.CHECKS))
def examples(check: Any) -> None:
    """A check finds what it says."""
    laws.examples_hold(check)


def hunted(name: str, most: int) -> dict[str, object]:
    """Return what a hunt of so many examples told, and how long it took."""
    kept = settings(
        max_examples=most,
        database=None,
        deadline=None,
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),  # type: ignore[arg-type]
    )
    start, told = (time.perf_counter(), time.process_time()), ""
    try:
        kept(HUNTS[name])()
    except AssertionError as error:
        told = str(error).partition("\n")[0] or "the law does not hold"
    wall, core = FOUND[0] if FOUND else (time.perf_counter(), time.process_time())
    return {"told": told, "seconds": wall - start[0], "spent": core - start[1]}


if __name__ == "__main__":
    print(json.dumps(hunted(sys.argv[1], int(sys.argv[2]))))
