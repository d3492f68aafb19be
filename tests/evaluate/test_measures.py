"""KPIs, goals, plans, rules of improvement, time and work: rules 12 to 14 and 16."""

from __future__ import annotations

import datetime as dt
import itertools
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import salesreg as sr
from salesreg.evaluate.cases.measure import Measure
from salesreg.evaluate.cases.scope import DEPARTMENT, Scope
from salesreg.evaluate.exact import to_six
from salesreg.evaluate.periods import Cadence, period_of, periods
from salesreg.evaluate.tables import Employment, Target, Worked
from salesreg.values.condition import Flag
from tests.evaluate.scene import (
    PEOPLE,
    at,
    deal,
    department,
    happened,
    judged,
    one,
    paid,
    pipeline,
    values,
    went,
)

WON = sr.stage_entered("won")
MARCH = sr.period("2026-03")
SUM = sr.aggregate("sum", event=WON)
RECEIVED = sr.aggregate("amount", of="payments", event=sr.payment("received"))
HALF = sr.ratio(of=sr.count(event=WON), to=sr.count())


def measured(formula: Any, *rows: Any, unit: str | None = None, **more: Any) -> Any:
    """Return the exact value of a formula for March."""
    part = (
        sr.part()
        .field("sum", title="Sum", type="money")
        .field("big", title="Big", type="flag")
        .field("rate", title="Rate", type="percent")
        .kpi("k", title="K", formula=formula, unit=unit)
        .kpi("cash", title="Cash", formula=RECEIVED, unit="RUB")
    )
    scope = more.pop("scope", DEPARTMENT)
    found = judged(department(part, pipeline()), *rows, now="04-10 12:00", **more)
    edition = found.editions.last
    return Measure(found.ledger, edition, MARCH, scope).kpi("k")


def sold(key: str, day: str, owner: str, **holds: object) -> tuple[Any, ...]:
    """Return a deal that an owner won on a day."""
    return (
        deal(f"{day} 09:00", key=key, values=holds),
        happened(f"{day} 09:00", "owner", owner, key=key),
        *went(f"{day} 09:00 new", f"{day} 10:00 won", key=key),
    )


ROUBLES = sr.money("100.50 RUB")
DEALS = (
    *sold("a", "03-02", "ann", sum=ROUBLES, big=True, rate=sr.percent(40)),
    *sold("b", "03-31", "bob", sum=sr.money("200 RUB"), rate=sr.percent(60)),
    *sold("c", "04-01", "bob", sum=sr.money("400 RUB")),
    *sold("d", "03-03", "bob", sum=sr.money("9 USD")),
    deal("03-05 10:00", key="e"),
)


@pytest.mark.parametrize(
    ("formula", "unit", "expected"),
    [
        (sr.count(), "deals", 4),
        (sr.count(event=WON), "deals", 3),
        (sr.count(event=WON, where=Flag(field="big")), "deals", 1),
        (HALF, "%", 75),
        (SUM, "RUB", Fraction("300.5")),
        (sr.aggregate("sum", how="mean", event=WON), "RUB", Fraction("150.25")),
        (sr.aggregate("sum", how="median", event=WON), "RUB", Fraction("150.25")),
        (sr.aggregate("sum", how="max", event=WON), "RUB", 200),
        (sr.aggregate("rate", how="mean", event=WON), "%", 50),
        (sr.aggregate("sum", how="min", where=Flag(field="none")), "RUB", None),
        (sr.count(event=sr.period_ends("month")), "deals", 4),
        (sr.count(of="people"), "people", 3),
        (RECEIVED, "RUB", 30),
        (sr.ratio(of=RECEIVED, to=sr.kpi_target("cash")), "%", 60),
        (sr.ratio(of=RECEIVED, to=sr.constant(0)), "%", None),
        (
            sr.arithmetic("subtract", left=sr.kpi_value("cash"), right=sr.constant(5)),
            "RUB",
            25,
        ),
        (sr.count(of="activities", event=sr.activity_done("call")), "calls", 1),
        (sr.aggregate("minutes", of="activities"), "minutes", 40),
        (sr.elapsed("deal_created", until=WON, working=False), "minutes", 60),
        (sr.elapsed("deal_created", until=WON), "hours", 1),
    ],
)
def test_formula_has_its_value(formula: Any, unit: str, expected: Any) -> None:
    """Each leaf and each join gives what the records hold in the period."""
    rows = (
        *DEALS,
        paid("03-10 10:00", "30", key="a"),
        paid("04-10 10:00", "70", key="a"),
        Target(kpi="cash", start=MARCH.start, end=MARCH.end, amount=Decimal(50)),
        Worked(person="ann", activity="call", start=at("03-10 10:00"), minutes=30),
        Worked(person="ann", activity="mail", start=at("03-10 11:00"), minutes=10),
    )
    assert expected == measured(formula, *rows, unit=unit)


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        (Scope(person="ann"), Fraction("100.5")),
        (Scope(person="bob"), 200),
        (Scope(role="clerk"), Fraction("100.5")),
        (Scope(person="eve"), 0),
    ],
)
def test_record_is_its_owners(scope: Scope, expected: Any) -> None:
    """A deal counts for who owned it at its moment, and for the role of that person."""
    assert expected == measured(SUM, *DEALS, unit="RUB", scope=scope)


OWNERS = st.sampled_from(["ann", "bob", "eve"])
SALES = st.lists(
    st.tuples(st.integers(1, 28), OWNERS, st.integers(0, 10**7)), min_size=1, max_size=6
)


@settings(max_examples=25, deadline=None)
@given(sales=SALES)
def test_people_add_up_to_the_department(sales: list[tuple[int, str, int]]) -> None:
    """Sums of persons, and of roles, add up to that of the department."""
    rows = [
        row
        for number, (day, owner, cents) in enumerate(sales)
        for row in sold(
            f"d{number}",
            f"03-{day:02d}",
            owner,
            sum=sr.money(Decimal(cents).scaleb(-2), "RUB"),
        )
    ]
    whole = Fraction(sum(cents for *_, cents in sales), 100)
    scopes = [Scope(person=row.person) for row in PEOPLE]
    roles = [Scope(role=row.role) for row in PEOPLE]
    for some in (scopes, roles, [DEPARTMENT]):
        parts = [measured(SUM, *rows, unit="RUB", scope=scope) for scope in some]
        assert whole == sum(parts)


@given(st.fractions(-(10**9), 10**9, max_denominator=10**9))
def test_values_are_rounded_half_up(value: Fraction) -> None:
    """Six decimals, as Python's decimals round at great precision."""
    wide = Decimal(value.numerator) / Decimal(value.denominator)
    expected = wide.quantize(Decimal("0.000001"), ROUND_HALF_UP)
    assert abs(expected - to_six(value)) <= Decimal("0.000001")
    if value.denominator in {1, 2, 4, 5, 8, 10}:
        assert expected == to_six(value)


@given(
    st.dates(dt.date(2000, 1, 1), dt.date(2050, 1, 1)),
    st.integers(0, 800),
    st.sampled_from(["day", "week", "month", "quarter", "half_year", "year"]),
)
def test_periods_cover_every_day_once(
    day: dt.date, more: int, cadence: Cadence
) -> None:
    """Periods follow one another without a gap, and each holds what it is named by."""
    found = list(periods(day, day + dt.timedelta(days=more), cadence))
    assert day in found[0]
    assert day + dt.timedelta(days=more) in found[-1]
    for earlier, later in itertools.pairwise(found):
        assert earlier.end + dt.timedelta(days=1) == later.start
        assert earlier == period_of(earlier.end, cadence)


def test_rows_have_periods_scopes_and_targets() -> None:
    """The department, each role and each person; a target of its own, or the KPI's."""
    part = (
        sr.part()
        .kpi(
            "rate",
            title="Rate",
            formula=HALF,
            unit="%",
            direction="up",
            target="60%",
            period="month",
            roles=["manager"],
        )
        .kpi(
            "wins",
            title="Wins",
            formula=sr.count(event=WON),
            unit="deals",
            direction="up",
            target="3 deals",
            roles=["manager"],
        )
    )
    own = Target(
        kpi="wins", start=MARCH.start, end=MARCH.end, amount=Decimal(2), person="bob"
    )
    rows = judged(
        department(part, pipeline()), *DEALS[:8], own, now="04-10 12:00"
    ).table("kpis")
    march = [row for row in rows if row.start == MARCH.start]  # type: ignore[attr-defined]
    assert [
        ("rate", None, None, True, 100, 60, True),
        ("rate", "manager", None, True, 100, 60, True),
        ("rate", None, "bob", True, 100, 60, True),
        ("wins", None, None, True, 2, 3, False),
        ("wins", "manager", None, True, 1, None, None),
        ("wins", None, "bob", True, 1, 2, False),
    ] == [
        values(row, "kpi", "role", "person", "complete", "value", "target", "reached")
        for row in march
    ]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("02-10 12:00", (0, None, None, "pending")),
        ("03-10 12:00", (10, 100, 310, "on_track")),
        ("03-25 12:00", (25, 100, 124, "behind")),
        ("04-10 12:00", (31, 100, 100, "missed")),
    ],
)
def test_goal_runs_at_a_rate(now: str, expected: tuple[object, ...]) -> None:
    """What adds up is projected by days; then it is on track, behind, or over."""
    part = (
        sr.part()
        .kpi("cash", title="Cash", formula=RECEIVED, unit="RUB", direction="up")
        .goal("more", title="More", kpi="cash", target="200 RUB", period="2026-03")
    )
    rows = (deal("02-01 10:00"), paid("03-02 10:00", "100"))
    row = one(judged(department(part, pipeline()), *rows, now=now).table("progress"))
    assert expected == values(row, "days", "value", "projected", "status")


def test_rule_fires_after_so_many_periods() -> None:
    """Two months below in a row fire with the second; an undefined one starts anew."""
    part = (
        sr.part()
        .kpi("rate", title="Rate", formula=HALF, unit="%", period="month")
        .improvement(
            "wins",
            title="Wins",
            kpi="rate",
            below="50%",
            periods=2,
            stage="new",
            change="Call sooner",
        )
    )
    rows = (
        deal("01-05 10:00", key="a"),
        deal("02-05 10:00", key="b"),
        deal("04-05 10:00", key="c"),
        deal("05-05 10:00", key="d"),
    )
    found = judged(department(part, pipeline()), *rows, now="06-10 12:00").table(
        "improvements"
    )
    assert [(dt.date(2026, 2, 1), 0, 2), (dt.date(2026, 5, 1), 0, 2)] == [
        values(row, "start", "value", "periods") for row in found
    ]
    assert {("2.1", "Call sooner")} == {
        values(row, "revises", "change") for row in found
    }


def test_circles_and_strange_events_have_no_value() -> None:
    """What cannot be reckoned is listed with the reason."""
    part = (
        sr.part()
        .kpi("a", title="A", formula=sr.kpi_value("b"))
        .kpi("b", title="B", formula=sr.kpi_value("a"))
        .kpi("c", title="C", formula=sr.kpi_value("nothing"))
        .kpi("d", title="D")
        .kpi("e", title="E", formula=sr.count(of="payments", event=WON))
    )
    found = judged(department(part, pipeline()), deal()).table("not_evaluated")
    assert ["no-meaning", "no-meaning", "no-kpi", "no-formula", "no-meaning"] == [
        row.reason  # type: ignore[attr-defined]
        for row in found
        if row.pointer.startswith("/kpis")
    ]


def worked(
    day: str, minutes: int, activity: str = "call", person: str = "ann"
) -> Worked:
    """Return time that was spent."""
    return Worked(person=person, activity=activity, start=at(day), minutes=minutes)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((worked("03-02 10:00", 59),), [(59, 0, "under")]),
        ((worked("03-02 10:00", 60),), [(60, 0, "kept")]),
        (
            (worked("03-02 10:00", 50), worked("03-02 11:00", 41, "mail")),
            [(91, 0, "over")],
        ),
        ((worked("03-02 08:30", 60),), [(60, 30, "outside")]),
        ((worked("03-02 10:00", 5, "walk"),), [(0, 0, "under")]),
        ((worked("03-07 10:00", 60),), []),
    ],
)
def test_budget_adds_up_its_activities(
    rows: tuple[Worked, ...], expected: list[object]
) -> None:
    """Minutes of an activity and what it includes, on days of presence."""
    part = (
        sr.part()
        .activity("contact", title="Contact", includes=["call", "mail"])
        .activity("walk", title="Walk")
        .budget(
            "calls",
            title="Calls",
            activity="contact",
            roles=["clerk"],
            least="1 h",
            most="90 min",
            window="09:00-18:00",
        )
    )
    found = judged(department(part, pipeline()), deal(), rows).table("budgets")
    assert expected == [values(row, "minutes", "outside", "status") for row in found]


def test_span_of_an_unknown_year_is_listed() -> None:
    """A week whose working days the calendar does not know is told, not skipped."""
    part = sr.part().norm(
        "calls", title="Calls", roles=["clerk"], count=5, per="week", activity="call"
    )
    made = department(part, pipeline())
    unknown = evolve(made.calendars[0], first_year=2027, last_year=2027)
    for calendar, expected in ((made.calendars[0], []), (unknown, ["unknown-year"])):
        rule = made.replace("/calendars/0", calendar)
        found = judged(rule, deal(), worked("03-02 10:00", 5))
        assert expected == [
            row.reason  # type: ignore[attr-defined]
            for row in found.table("not_evaluated")
            if row.pointer == "/norms/0"
        ]


def test_week_counts_by_days_of_presence() -> None:
    """Who was there on two of five days owes two fifths; a span must be over."""
    part = sr.part().norm(
        "calls", title="Calls", roles=["clerk"], count=5, per="week", activity="call"
    )
    rows = (
        worked("03-02 10:00", 5),
        worked("03-03 10:00", 5),
        worked("03-16 10:00", 5),
    )
    people = (Employment(person="ann", role="clerk", since=dt.date(2026, 1, 1)),)
    found = judged(
        department(part, pipeline()), deal(), rows, people=people, now="03-20 12:00"
    )
    row = one(found.table("norms"))
    assert (2, 5, 2, 5, "kept") == values(
        row, "count", "expected", "present", "working", "status"
    )
