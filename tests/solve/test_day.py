"""Days, held against CP-SAT of OR-tools."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from salesreg.solve.day import Demand, Shortage, Span, Timetable, fit, together
from salesreg.solve.sharing import apart, shared_by
from salesreg.solve.spans import length

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


NAMES = ("calls", "letters", "contact", "mail")

SHARING = st.integers(2, 5).flatmap(
    lambda count: st.tuples(
        *(
            st.builds(
                Demand,
                name=st.just(NAMES[number % 4]),
                minutes=st.integers(1, 12),
                windows=st.just(()) | spans(2),
                whole=st.integers(0, 3).map(lambda n: n == 3),
                shares=st.lists(st.sampled_from(NAMES), max_size=2).map(tuple),
            )
            for number in range(count)
        )
    )
)


def may_share(one: Demand, other: Demand) -> bool:
    """Tell whether two demands may have the same minutes."""
    return other.name in one.shares or one.name in other.shares


def possible(hours: tuple[Span, ...], demands: tuple[Demand, ...]) -> bool:
    """Ask CP-SAT, minute by minute."""
    model = cp_model.CpModel()
    uses: list[dict[int, cp_model.IntVar]] = [{} for _ in range(END)]
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
            uses[minute][number] = used
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
    for busy in uses:
        for (one, used), (other, too) in itertools.combinations(busy.items(), 2):
            if not may_share(demands[one], demands[other]):
                model.add_at_most_one(used, too)
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
    for one, later in itertools.combinations(table, 2):
        if not may_share(demands[one.demand], demands[later.demand]):
            assert one.end <= later.start
    for index, demand in enumerate(demands):
        lines = [one for one in table if one.demand == index]
        for one, later in itertools.pairwise(lines):
            assert one.end <= later.start
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


@settings(max_examples=300)
@given(spans(2), SHARING)
def test_sharing_agrees_with_cp_sat(
    hours: tuple[Span, ...], demands: tuple[Demand, ...]
) -> None:
    """What is said of demands that share is true; it may be that nothing is said."""
    found = fit(hours, demands)
    if isinstance(found, Shortage):
        named = [demands[index] for index in found.demands]
        assert not any(may_share(*two) for two in itertools.combinations(named, 2))
        assert not possible(hours, tuple(named))
    elif found is not None:
        keeps(found, hours, demands)


@settings(max_examples=200)
@given(SHARING)
def test_fewest_minutes(demands: tuple[Demand, ...]) -> None:
    """What is needed one after another is the heaviest set that shares nothing."""
    sets = [
        chosen
        for count in range(len(demands) + 1)
        for chosen in itertools.combinations(range(len(demands)), count)
        if not any(
            may_share(demands[one], demands[other])
            for one, other in itertools.combinations(chosen, 2)
        )
    ]
    heaviest = max(sum(demands[index].minutes for index in chosen) for chosen in sets)
    chosen = together(demands)
    assert chosen in sets
    assert heaviest == sum(demands[index].minutes for index in chosen)


def test_sharing_is_shown() -> None:
    """Contact counts for calls and for letters; these two take their own minutes."""
    contact = Demand("contact", 180, shares=("calls", "letters"))
    calls, letters = Demand("calls", 120), Demand("letters", 90, ((0, 120),))
    expected = ((0, 90, 2), (0, 180, 0), (90, 210, 1))
    assert expected == fit(((0, 210),), (contact, calls, letters))
    assert Shortage((1, 2), 210, 209) == fit(((0, 209),), (contact, calls, letters))


def test_sharing_in_a_crowded_stretch() -> None:
    """A short demand that shares counts where the longer one need not be."""
    contact = Demand("contact", 180, shares=("calls",))
    calls, mail = Demand("calls", 40, ((0, 60),)), Demand("mail", 30, ((0, 60),))
    assert Shortage((1, 2), 70, 60) == fit(((0, 480),), (contact, calls, mail))
    closed = Demand("calls", 40, ((500, 600),))
    assert Shortage((1,), 40, 0) == fit(((0, 480),), (contact, closed))


def test_unbroken_pieces() -> None:
    """Enough minutes are not enough for a piece that must not be broken off."""
    hours = ((0, 30), (40, 70))
    assert ((0, 30, 0), (40, 70, 0)) == fit(hours, (Demand("work", 60),))
    assert Shortage((0,), 40, 60) == fit(hours, (Demand("meeting", 40, whole=True),))


@pytest.mark.parametrize(
    ("calls", "window", "expected"),
    [
        # Where the calls begin, as late as may be, and as early.
        (((50, 150),), (0, 200), 50),
        (((0, 100), (170, 200)), (100, 200), 140),
        (((0, 30), (100, 200)), (0, 100), 0),
        # Half an hour of calls, not all of it, lies in the open time.
        (((0, 100), (150, 200)), (100, 180), 120),
    ],
)
def test_unbroken_beside(calls: tuple[Span, ...], window: Span, expected: int) -> None:
    """An unbroken piece lies beside what it shares with, as far as it can."""
    minutes = sum(end - start for start, end in calls)
    meeting = Demand("meeting", 60, (window,), whole=True, shares=("calls",))
    found = fit(((0, 200),), (meeting, Demand("calls", minutes, calls)))
    assert found is not None
    assert not isinstance(found, Shortage)
    assert [(expected, expected + 60, 0)] == [one for one in found if one.demand == 0]


def test_shared_minutes_come_first() -> None:
    """A piece of a demand is as long as the minutes that it can share."""
    calls = Demand("calls", 30, ((10, 20), (50, 70)), shares=("contact",))
    expected = ((10, 20, 0), (10, 20, 1), (50, 69, 1), (50, 70, 0))
    assert expected == fit(((0, 100),), (calls, Demand("contact", 29)))


def test_no_place_is_not_claimed() -> None:
    """A demand that finds no minutes where it was looked for proves nothing."""
    call = Demand("call", 100, ((50, 150),))
    mail = Demand("mail", 10, ((15, 25),))
    meeting = Demand("meeting", 30, ((0, 40),), whole=True, shares=("call",))
    assert fit(((0, 200),), (meeting, call, mail)) is None
    # The first takes what only the second could do with.
    call = Demand("call", 100, ((0, 100),))
    first = Demand("first", 30, ((0, 40),), shares=("call",))
    second = Demand("second", 40, ((0, 30), (200, 230)), shares=("call",))
    assert fit(((0, 300),), (call, first, second)) is None


def test_crowd_behind_another() -> None:
    """A crowded stretch is seen behind a demand that starts before it."""
    early = Demand("early", 1, ((0, 50),))
    calls, mail = Demand("calls", 30, ((10, 60),)), Demand("mail", 25, ((10, 60),))
    contact = Demand("contact", 100, shares=("calls",))
    found = fit(((0, 480),), (contact, early, calls, mail))
    assert Shortage((2, 3), 55, 50) == found


GROUPS = st.integers(1, 9).flatmap(
    lambda count: st.tuples(
        st.lists(st.integers(1, 9), min_size=count, max_size=count),
        st.lists(
            st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)),
            max_size=14,
        ),
    )
)


@settings(max_examples=300)
@given(GROUPS)
def test_heaviest(case: tuple[list[int], list[tuple[int, int]]]) -> None:
    """No demands that share nothing with one another weigh more than those found."""
    weights, pairs = case
    names = [str(number) for number in range(len(weights))]
    shares = [[str(b) for a, b in pairs if a == number] for number in range(len(names))]
    shared = shared_by(names, shares)
    sets = [
        chosen
        for count in range(len(names) + 1)
        for chosen in itertools.combinations(range(len(names)), count)
        if not any(one in shared.get(other, ()) for one in chosen for other in chosen)
    ]
    found = apart(dict(enumerate(weights)), shared)
    assert found in sets
    assert max(sum(weights[one] for one in chosen) for chosen in sets) == sum(
        weights[one] for one in found
    )


def test_heavy_before_light() -> None:
    """In a group too large to be tried the heaviest demand is taken."""
    shared = dict.fromkeys(range(70), (70,)) | {70: tuple(range(70))}
    weights = dict.fromkeys(range(70), 1) | {70: 100}
    assert (70,) == apart(weights, shared)


def test_places_between() -> None:
    """An unbroken piece is tried at every minute, and at none that is not open."""
    piece = Demand("piece", 5, whole=True)
    ends = Demand("first", 1, ((1, 2),)), Demand("last", 13, ((7, 20),))
    found = fit(((1, 20),), (piece, *ends))
    assert found is not None
    assert (2, 7, 0) in found
    pins = tuple(Demand(f"at {at}", 1, ((at, at + 1),)) for at in (4, 9, 14))
    window = ((1, 19),)
    found = fit(((1, 100),), (piece._replace(windows=window), *pins))
    assert Shortage((0, 1, 2, 3), 8, 18) == found


def test_length() -> None:
    """Minutes are counted once, also those of a span within another."""
    assert 30 == length([(0, 30), (5, 10), (12, 20)])


def test_too_hard_is_said() -> None:
    """Where the search is given up, nothing is claimed."""
    pieces = tuple(Demand(f"piece {n}", 7, whole=True) for n in range(40))
    assert fit(tuple((n * 13, n * 13 + 12) for n in range(39)), pieces) is None


def test_large_days() -> None:
    """A day of far too much work is short of time by a true proof, however large."""
    demands = tuple(
        Demand(f"work {n}", 1 + n % 3, ((n % 7 * 60, n % 7 * 60 + 120),))
        for n in range(3000)
    )
    found = fit(((0, 480),), demands)
    assert isinstance(found, Shortage)
    assert sum(demands[index].minutes for index in found.demands) == found.needed
    assert found.needed > found.open


def test_large_groups() -> None:
    """In a long chain of sharing demands every other one needs its own minutes."""
    chain = tuple(Demand(f"d{n}", 5, shares=(f"d{n + 1}",)) for n in range(5000))
    assert 2500 == len(together(chain))
