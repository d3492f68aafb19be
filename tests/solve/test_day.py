"""Days, held against CP-SAT of OR-tools."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from salesreg.solve.day import Demand, Shortage, Span, Timetable, fit

END = 24
"""Days of the tests are short, so that CP-SAT can try every minute."""


def spans(most: int) -> st.SearchStrategy[tuple[Span, ...]]:
    """Give spans; they may touch and overlap."""
    bounds = st.tuples(st.integers(0, END - 1), st.integers(1, END))
    spans = bounds.map(lambda held: (held[0], max(held[0] + 1, held[1])))
    return st.lists(spans, min_size=1, max_size=most).map(tuple)


DEMANDS = st.lists(
    st.builds(
        Demand,
        name=st.just("work"),
        minutes=st.integers(1, 10),
        windows=st.just(()) | spans(2),
        whole=st.booleans(),
    ),
    max_size=5,
).map(tuple)


def possible(hours: tuple[Span, ...], demands: tuple[Demand, ...]) -> bool:
    """Ask CP-SAT, minute by minute."""
    model = cp_model.CpModel()
    uses: list[list[cp_model.IntVar]] = [[] for _ in range(END)]
    for number, demand in enumerate(demands):
        may = [
            minute
            for minute in range(END)
            if any(start <= minute < end for start, end in hours)
            and (
                not demand.windows
                or any(start <= minute < end for start, end in demand.windows)
            )
        ]
        at = {minute: model.new_bool_var(f"{number}/{minute}") for minute in may}
        for minute, used in at.items():
            uses[minute].append(used)
        model.add(sum(at.values()) == demand.minutes)
        if demand.whole:
            starts = [
                first
                for first in range(END)
                if all(first + n in at for n in range(demand.minutes))
            ]
            begins = {first: model.new_bool_var("") for first in starts}
            model.add(sum(begins.values()) == 1)
            for first, chosen in begins.items():
                for n in range(demand.minutes):
                    model.add_implication(chosen, at[first + n])
    for used in uses:
        model.add(sum(used) <= 1)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    return solver.solve(model) in (cp_model.OPTIMAL, cp_model.FEASIBLE)


def within(spans: tuple[Span, ...], start: int, end: int) -> bool:
    """Tell whether every minute is in some span."""
    return all(any(a <= at < b for a, b in spans) for at in range(start, end))


def keeps(
    table: Timetable, hours: tuple[Span, ...], demands: tuple[Demand, ...]
) -> None:
    """Hold a timetable against what was demanded."""
    for one, later in itertools.pairwise(table):
        assert one.end <= later.start
    for index, demand in enumerate(demands):
        lines = [one for one in table if one.demand == index]
        assert demand.minutes == sum(one.end - one.start for one in lines)
        assert not demand.whole or len(lines) == 1
        for one in lines:
            assert within(hours, one.start, one.end)
            assert within(demand.windows or hours, one.start, one.end)


@settings(max_examples=300)
@given(spans(3), DEMANDS)
def test_agrees_with_cp_sat(
    hours: tuple[Span, ...], demands: tuple[Demand, ...]
) -> None:
    """A timetable is right, and there is none only when CP-SAT finds none."""
    found = fit(hours, demands)
    assert found is not None
    assert possible(hours, demands) is not isinstance(found, Shortage)
    if not isinstance(found, Shortage):
        keeps(found, hours, demands)


@settings(max_examples=100)
@given(spans(3), DEMANDS)
def test_shortage_is_smallest(
    hours: tuple[Span, ...], demands: tuple[Demand, ...]
) -> None:
    """What is named cannot be met together, and without any one of it it can."""
    found = fit(hours, demands)
    if not isinstance(found, Shortage):
        return
    named = [demands[index] for index in found.demands]
    assert not possible(hours, tuple(named))
    for index in range(len(named)):
        assert possible(hours, tuple(named[:index] + named[index + 1 :]))
    if not any(demand.whole for demand in named):
        assert found.needed > found.open


def test_unbroken_pieces() -> None:
    """Enough minutes are not enough for a piece that must not be broken off."""
    hours = ((0, 30), (40, 70))
    assert isinstance(fit(hours, (Demand("work", 60),)), tuple)
    assert Shortage((0,), 40, 60) == fit(hours, (Demand("meeting", 40, whole=True),))


def test_too_hard_is_said() -> None:
    """Where the search is given up, nothing is claimed."""
    pieces = tuple(Demand(f"piece {n}", 7, whole=True) for n in range(40))
    assert fit(tuple((n * 13, n * 13 + 12) for n in range(39)), pieces) is None
