"""Pay is exact: gates, tiers, weights, splits, draws, refunds, one rounding (15)."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import salesreg as sr
from salesreg.evaluate.exact import rounded
from salesreg.evaluate.tables import Deal, Employment, Target
from salesreg.testing import laws
from salesreg.values.amounts import Money
from salesreg.values.condition import Flag
from salesreg.values.sharing import shared_money, whole_parts
from tests.evaluate.scene import (
    deal,
    department,
    happened,
    judged,
    one,
    paid,
    pipeline,
    values,
)

RECEIVED = sr.aggregate("amount", of="payments", event=sr.payment("received"))
REFUNDED = sr.aggregate("amount", of="payments", event=sr.payment("refunded"))
NET = sr.arithmetic("subtract", left=RECEIVED, right=REFUNDED)
ATTAINED = sr.ratio(of=sr.kpi_value("cash"), to=sr.kpi_target("cash"))
SINCE = (Employment(person="bob", role="manager", since=dt.date(2025, 1, 1)),)


def rising(*points: tuple[str, str]) -> Any:
    """Return a scale that runs straight from point to point and has no top."""
    tiers = [
        sr.tier(start, end=end, rate=low, rate_at_end=high)
        for (start, low), (end, high) in itertools.pairwise(points)
    ]
    last, rate = points[-1]
    return sr.scale([*tiers, sr.tier(last, rate=rate)], mode="linear")


PLAN: dict[str, Any] = {
    "title": "Plan",
    "roles": ["manager"],
    "fixed": "50000 RUB",
    "target_variable": "10000 RUB",
    "period": "month",
    "proration": "calendar_days",
}
ATTAINMENT: dict[str, Any] = {
    "title": "Attainment",
    "kpi": "attained",
    "scale": rising(("0%", "0%"), ("100%", "100%"), ("200%", "300%")),
    "weight": "60%",
    "period": "month",
}


def paying(*components: Any, role: Any = None, **plan: Any) -> Any:
    """Return a regulation with a pay plan of some components."""
    part = (
        sr.part()
        .field("shared", title="Shared", type="flag")
        .kpi(
            "cash",
            title="Cash",
            formula=NET,
            unit="RUB",
            direction="up",
            period="month",
        )
        .kpi(
            "attained",
            title="Attained",
            formula=ATTAINED,
            unit="%",
            direction="up",
            target="100%",
            period="month",
        )
        .kpi("count", title="Count", formula=sr.count(), unit="deals", period="month")
        .pay_plan("plan", components=list(components), **{**PLAN, **plan})
    )
    made = department(part, pipeline())
    return made if role is None else made.replace("/roles/1", role(made.roles[1]))


def row_of(regulation: Any, *rows: Any, month: int = 3, **more: Any) -> Any:
    """Return what bob is paid for a month, of which 100 000 roubles are the quota."""
    target = Target(
        kpi="cash",
        start=dt.date(2026, 3, 1),
        end=dt.date(2026, 3, 31),
        amount=Decimal(100_000),
        person="bob",
    )
    opened = (deal("03-02 10:00"), happened("03-02 10:00", "owner", "bob"))
    more = {"people": SINCE, "now": "05-10 12:00", **more}
    found = judged(regulation, opened, target, *rows, **more)
    return one(tuple(r for r in found.table("pay") if r.start.month == month))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("cash", "expected"),
    [
        ("0", "0.00"),
        ("50000", "3000.00"),
        ("100000", "6000.00"),
        ("150000", "12000.00"),
        ("200000", "18000.00"),
        ("900000", "18000.00"),
        ("33333.33", "2000.00"),
    ],
)
def test_scale_pays_by_its_tiers(cash: str, expected: str) -> None:
    """Result, tier, weight and target give the pay, rounded once."""
    rule = paying(
        sr.incentive(
            "a",
            **{
                **ATTAINMENT,
                "scale": sr.scale(
                    [
                        sr.tier("0%", end="100%", rate="0%", rate_at_end="100%"),
                        sr.tier("100%", end="200%", rate="100%", rate_at_end="300%"),
                        sr.tier("200%", rate="300%"),
                    ],
                    mode="linear",
                ),
            },
        )
    )
    assert Decimal(expected) == row_of(rule, paid("03-10 10:00", cash)).paid


def test_row_tells_every_step() -> None:
    """Part, target, components, cap: each stands in the row and in the line."""
    commission = sr.incentive(
        "b",
        title="Commission",
        kpi="cash",
        scale=sr.scale(
            [
                sr.tier("0 RUB", end="50000 RUB", rate="1%"),
                sr.tier("50000 RUB", rate="2%"),
            ],
            mode="marginal",
            base="result",
        ),
    )
    rule = paying(sr.incentive("a", **ATTAINMENT), commission, cap="7000 RUB")
    row = row_of(rule, paid("03-10 10:00", "100000"))
    assert (1, 10000, 7500, 7000, Decimal("7000.00")) == values(
        row, "part", "target", "components", "earned", "paid"
    )


def test_part_of_a_period_counts() -> None:
    """Ten of 31 days give their share of the target, on either kind of days."""
    people = (
        Employment(
            person="bob",
            role="manager",
            since=dt.date(2026, 3, 1),
            until=dt.date(2026, 3, 10),
        ),
    )
    result = paid("03-09 10:00", "100000")
    for proration, part in (
        ("calendar_days", Fraction(10, 31)),
        ("working_days", Fraction(7, 22)),
    ):
        rule = paying(sr.incentive("a", **ATTAINMENT), proration=proration)
        row = row_of(rule, result, people=people)
        assert rounded(6000 * part, "RUB") == row.paid
    rule = paying(sr.incentive("a", **ATTAINMENT), proration=None)
    assert Decimal("6000.00") == row_of(rule, result, people=people).paid


@pytest.mark.parametrize(
    ("cash", "deals", "expected"),
    [
        ("99999.99", 1, "1000.00"),
        ("99999.99", 2, "1999.99"),
        ("100000.01", 1, "3000.00"),
        ("100000.01", 3, "5000.00"),
    ],
)
def test_a_grid_of_two_results(cash: str, deals: int, expected: str) -> None:
    """Row and column give the rate; a bound belongs to the higher band."""
    grid = sr.grid(
        second_kpi="count",
        base="result",
        columns=[sr.band(end="2 deals"), sr.band(start="2 deals")],
        rows=[
            sr.grid_row(sr.band(end="100000 RUB"), rates=["1%", "1.99999%"]),
            sr.grid_row(sr.band(start="100000 RUB"), rates=["3%", "5%"]),
        ],
    )
    rule = paying(sr.incentive("g", title="Grid", kpi="cash", scale=grid))
    more = [
        row
        for n in range(1, deals)
        for row in (
            deal("03-03 10:00", key=f"e{n}"),
            happened("03-03 10:00", "owner", "bob", key=f"e{n}"),
        )
    ]
    assert Decimal(expected) == row_of(rule, *more, paid("03-10 10:00", cash)).paid


def test_what_may_not_stand_together_is_listed() -> None:
    """Both are paid, and it is told that nobody said which of the two gives way."""

    def told(*allowed: str) -> list[str]:
        first = sr.incentive("a", **ATTAINMENT, stacks_with=list(allowed))
        other = sr.incentive("b", **{**ATTAINMENT, "title": "Other"})
        found = judged(paying(first, other, windfall="It is capped.")).table(
            "not_evaluated"
        )
        words = (row for row in found if row.reason == "words")  # type: ignore[attr-defined]
        return sorted(row.pointer for row in words)

    windfall = "/pay_plans/0/windfall"
    assert [windfall] == told()
    assert [windfall] == told("b")
    assert ["/pay_plans/0/components/0", windfall] == told("c")


@pytest.mark.parametrize(("deals", "expected"), [(1, "0.00"), (2, "6000.00")])
def test_closed_gate_pays_nothing(deals: int, expected: str) -> None:
    """One closed gate, and the component pays nothing."""
    gate = sr.gate(kpi="count", band=sr.band(start="2 deals"))
    rule = paying(sr.incentive("a", **ATTAINMENT, gates=[gate]))
    more = [
        deal("03-03 10:00", key="e"),
        happened("03-03 10:00", "owner", "bob", key="e"),
    ]
    rows = more if deals == 2 else []
    assert Decimal(expected) == row_of(rule, *rows, paid("03-10 10:00", "100000")).paid


def test_closed_accelerator_pays_as_the_target_does() -> None:
    """A result beyond the target counts as the target."""
    gate = sr.gate(kpi="count", band=sr.band(start="2 deals"))
    rule = paying(sr.incentive("a", **ATTAINMENT, accelerator_gates=[gate]))
    assert Decimal("6000.00") == row_of(rule, paid("03-10 10:00", "150000")).paid


@pytest.mark.parametrize("mode", ["marginal", "whole"])
def test_closed_accelerator_holds_to_the_target_of_the_person(mode: Any) -> None:
    """The target of the table `targets` limits a result that has no other."""
    gate = sr.gate(kpi="count", band=sr.band(start="2 deals"))
    tiers = [
        sr.tier("0 RUB", end="100000 RUB", rate="10%", end_included=True),
        sr.tier("100000 RUB", rate="50%"),
    ]
    scale = sr.scale(tiers, mode=mode, base="result")
    made = sr.incentive(
        "a", title="A", kpi="cash", scale=scale, accelerator_gates=[gate]
    )
    result = paid("03-10 10:00", "150000")
    assert Decimal("10000.00") == row_of(paying(made), result).paid


def test_closed_accelerator_without_a_target_is_listed() -> None:
    """Where nothing says what the target is, the result stays, and that is told."""
    gate = sr.gate(kpi="count", band=sr.band(start="2 deals"))
    scale = sr.scale([sr.tier("0 RUB", rate="10%")], mode="whole", base="result")
    made = sr.incentive(
        "a", title="A", kpi="cash", scale=scale, accelerator_gates=[gate]
    )
    rows = (
        deal("03-02 10:00"),
        happened("03-02 10:00", "owner", "bob"),
        paid("03-10 10:00", "150000"),
    )
    found = judged(paying(made), *rows, people=SINCE, now="04-10 12:00")
    listed = [r for r in found.table("not_evaluated") if r.reason == "no-target"]  # type: ignore[attr-defined]
    assert ("/pay_plans/0/components/0", "bob") == values(
        one(tuple(listed)), "pointer", "person"
    )
    assert Decimal("15000.00") == one(found.table("pay")).paid


def test_whose_result_counts() -> None:
    """The department's result is that of everybody."""
    rule = paying(
        sr.incentive(
            "a",
            title="A",
            kpi="count",
            whose="department",
            weight="100%",
            scale=sr.scale([sr.tier("0 deals", rate="10%")], mode="marginal"),
        )
    )
    other = deal("03-03 10:00", key="e")
    assert Decimal("2000.00") == row_of(rule, other).paid


def test_reward_outside_of_plans_is_paid() -> None:
    """A reward with roles of its own pays its amount when its target is reached."""
    rule = paying()
    part = sr.part().incentive(
        "best",
        title="Best month",
        kind="bonus",
        kpi="cash",
        amount="3000 RUB",
        roles=["manager"],
        period="month",
    )
    reward = department(part).incentives
    rule = rule.replace("/incentives", reward)
    for cash, expected in (("100000", "3000.00"), ("99999.99", "0.00")):
        rows = (
            deal("03-02 10:00"),
            happened("03-02 10:00", "owner", "bob"),
            Target(
                kpi="cash",
                start=dt.date(2026, 3, 1),
                end=dt.date(2026, 3, 31),
                amount=Decimal(100_000),
                person="bob",
            ),
            paid("03-10 10:00", cash),
        )
        found = judged(rule, *rows, people=SINCE, now="04-10 12:00")
        row = one(tuple(r for r in found.table("pay") if r.pointer == "/incentives/0"))
        line = found.table("pay_lines")[-1]
        assert ("best", Decimal(expected)) == values(row, "plan", "paid")
        assert "/incentives/0" == line.pointer


def test_no_award_is_paid_by_itself() -> None:
    """Who wins a contest or an award is for people to say; it is listed, not paid."""
    rule = sr.templates.get("b2b", language="en")
    opened = (deal("03-02 10:00"), happened("03-02 10:00", "owner", "bob"))
    found = judged(rule, *opened, people=SINCE, now="07-10 12:00")
    listed = {row.pointer for row in found.table("not_evaluated")}
    assert {"/incentives/0", "/incentives/1"} <= listed
    assert not [row for row in found.table("pay") if "incentives" in row.pointer]


def test_ramp_lowers_the_quota_and_guarantees_pay() -> None:
    """In month 2 half of the quota is asked; in month 1 pay is guaranteed."""
    steps = (
        sr.ramp_step(1, quota="0%", pay="40%"),
        sr.ramp_step(2, quota="50%"),
    )
    draft = sr.part().role("x", title="X", ramp=list(steps))
    ramp = department(draft).roles[-1].ramp

    def role(made: Any) -> Any:
        return evolve(made, ramp=ramp)

    rule = paying(sr.incentive("a", **ATTAINMENT), role=role)
    result = paid("03-10 10:00", "50000")
    for since, expected in ((2, "6000.00"), (3, "4000.00"), (1, "3000.00")):
        people = (
            Employment(person="bob", role="manager", since=dt.date(2026, since, 1)),
        )
        assert Decimal(expected) == row_of(rule, result, people=people).paid


def test_newcomer_gets_a_part_of_guarantee_and_draw() -> None:
    """Who comes on the last day of a month is guaranteed, and draws, that one day."""
    draft = sr.part().role("x", title="X", ramp=[sr.ramp_step(1, pay="100%")])
    ramp = department(draft).roles[-1].ramp
    people = (Employment(person="bob", role="manager", since=dt.date(2026, 3, 31)),)
    made = sr.incentive("a", **ATTAINMENT)

    def role(held: Any) -> Any:
        return evolve(held, ramp=ramp)

    guaranteed = row_of(paying(made, role=role), people=people)
    assert Decimal("322.58") == guaranteed.paid  # Of 10 000 one day of 31.
    draw = sr.draw("31000 RUB", per="month", recoverable=False, months=1)
    assert Decimal("1000.00") == row_of(paying(made, draw=draw), people=people).paid
    # March is the first month, of which a day was left, and April the second.
    later = row_of(paying(made, draw=draw), people=people, month=4)
    assert Decimal("0.00") == later.paid
    unsaid = paying(made, role=role, proration=None)
    assert Decimal("10000.00") == row_of(unsaid, people=people).paid


@pytest.mark.parametrize(
    ("draw", "paid_in"),
    [
        (None, [1, 2]),
        (sr.draw("1000 RUB", per="month", recoverable=False), [1, 2]),
        (sr.draw("1000 RUB", per="month", recoverable=True), []),
    ],
)
def test_part_of_an_unknown_year_is_unknown(draw: Any, paid_in: list[int]) -> None:
    """Of such a period nothing is said but to whom it happened; the others are paid."""
    plan = {"proration": "working_days", "draw": draw}
    rule = paying(sr.incentive("a", **ATTAINMENT), **plan)
    office = evolve(rule.calendars[0], first_year=2026, last_year=2026)
    rule = rule.replace("/calendars/0", office)
    since = dt.date(2025, 12, 15)
    people = (
        Employment(person="bob", role="manager", since=since),
        Employment(person="eve", role="manager", since=dt.date(2025, 1, 1)),
    )
    first = Deal(
        deal="d", created_at=dt.datetime(2025, 12, 20, tzinfo=dt.UTC), owner="bob"
    )
    found = judged(rule, first, people=people, now="03-10 12:00")
    paid_to: dict[str, list[int]] = {"bob": [], "eve": []}
    for row in found.table("pay"):
        paid_to[row.person].append(row.start.month)  # type: ignore[attr-defined]
    assert {"bob": paid_in, "eve": [12, 1, 2]} == paid_to
    listed = [r for r in found.table("not_evaluated") if r.reason == "unknown-year"]  # type: ignore[attr-defined]
    assert [("/pay_plans/0", "bob")] == [
        values(row, "pointer", "person") for row in listed
    ]


def test_draw_is_set_off_later() -> None:
    """What a recoverable draw lifts is taken from what is earned above it later."""
    rule = paying(
        sr.incentive(
            "b",
            title="B",
            kpi="cash",
            scale=sr.scale([sr.tier("0 RUB", rate="10%")], mode="whole", base="result"),
        ),
        draw=sr.draw("1000 RUB", per="month", recoverable=True),
    )
    rows = (paid("03-10 10:00", "4000"), paid("04-10 10:00", "30000"))
    assert (400, 600, 0, 600, Decimal("1000.00")) == values(
        row_of(rule, *rows), "earned", "draw", "recovered", "debt", "paid"
    )
    assert (3000, 0, 600, 0, Decimal("2400.00")) == values(
        row_of(rule, *rows, month=4), "earned", "draw", "recovered", "debt", "paid"
    )


def test_guarantee_is_not_set_off() -> None:
    """A draw that is not recoverable lifts, is limited, and ends."""
    rule = paying(draw=sr.draw("1000 RUB", recoverable=False, months=3, most="5%"))
    people = (Employment(person="bob", role="manager", since=dt.date(2026, 1, 20)),)
    assert (500, 0) == values(row_of(rule, people=people), "draw", "debt")
    assert (0, 0) == values(row_of(rule, people=people, month=4), "draw", "debt")


COMMISSION = sr.incentive(
    "b",
    title="B",
    kpi="cash",
    scale=sr.scale([sr.tier("0 RUB", rate="10%")], mode="whole", base="result"),
)


@pytest.mark.parametrize(
    ("takes", "netting", "march", "april"),
    [
        ("result", "same_period", "500.00", "0.00"),
        ("result", "next_pay", "1000.00", "500.00"),
        ("pay", "same_period", "500.00", "1000.00"),
        ("pay", "next_pay", "1000.00", "500.00"),
        (None, "next_pay", "500.00", "1000.00"),
    ],
)
def test_refund_returns_its_effect(
    takes: Any, netting: Any, march: str, april: str
) -> None:
    """By result or by pay, in the same period or the next, a refund takes its part."""
    rule = paying(
        COMMISSION,
        clawback=sr.clawback(
            trigger=sr.payment("refunded"),
            within="90 days",
            share="100%",
            takes=takes,
            netting=netting,
        ),
    )
    rows = (
        paid("03-10 10:00", "10000"),
        paid("03-20 10:00", "5000", state="refunded"),
        paid("04-10 10:00", "10000"),
    )
    found = (row_of(rule, *rows).paid, row_of(rule, *rows, month=4).paid)
    if (takes, netting) == ("result", "same_period"):
        april = "1000.00"
    assert (Decimal(march), Decimal(april)) == found


def test_refund_of_long_ago_takes_nothing() -> None:
    """Beyond its time a refund does not lower anything."""
    rule = paying(
        COMMISSION,
        clawback=sr.clawback(
            trigger=sr.payment("refunded"),
            within="5 days",
            share="100%",
            takes="result",
            netting="same_period",
        ),
    )
    rows = (paid("03-02 10:00", "10000"), paid("03-20 10:00", "5000", state="refunded"))
    assert Decimal("1000.00") == row_of(rule, *rows).paid


SPLIT = sr.split(
    "joint",
    title="Joint",
    when=Flag(field="shared"),
    shares=[
        sr.split_share("clerk", share="30%"),
        sr.split_share("manager", share="70%"),
    ],
)


def test_split_divides_the_credit() -> None:
    """A shared deal counts for each role's last owner by its share."""
    rule = paying(COMMISSION, splits=[SPLIT])
    people = (*SINCE, Employment(person="ann", role="clerk", since=dt.date(2025, 1, 1)))
    rows = (
        deal("03-03 10:00", key="s", values={"shared": True}),
        happened("03-03 10:00", "owner", "ann", key="s"),
        happened("03-04 10:00", "owner", "bob", key="s"),
        paid("03-10 10:00", "1000", key="s"),
        paid("03-10 10:00", "500"),
    )
    assert Decimal("120.00") == row_of(rule, *rows, people=people).paid


CUTS = st.lists(st.integers(0, 100), max_size=4)


@given(st.integers(-(10**9), 10**9), CUTS)
def test_shares_of_money_add_up(cents: int, cuts: list[int]) -> None:
    """The parts of a sum add up to it, each within a minor unit of its due."""
    marks = [0, *sorted(cuts), 100]
    shares = [sr.percent(high - low) for low, high in itertools.pairwise(marks)]
    amount = Money(Decimal(cents).scaleb(-2), "RUB")
    laws.shares_make_the_whole(shared_money, amount, shares)


@given(st.lists(st.fractions(0, 10**6, max_denominator=1000), min_size=1, max_size=6))
def test_whole_parts_add_up(parts: list[Fraction]) -> None:
    """Whole parts add up to the rounded whole and are less than one off."""
    total = round(sum(parts))
    shared = whole_parts(total, parts)
    assert total == sum(shared)
    assert all(abs(part - whole) < 1 for part, whole in zip(parts, shared, strict=True))


RUB = st.integers(0, 10**8).map(lambda cents: str(Decimal(cents).scaleb(-2)))


@settings(max_examples=30, deadline=None)
@given(cash=RUB, back=RUB, since=st.dates(dt.date(2026, 1, 1), dt.date(2026, 3, 31)))
def test_statement_adds_up(cash: str, back: str, since: dt.date) -> None:
    """Lines add up to the components, steps to the pay, and only that is rounded."""
    rule = paying(
        sr.incentive("a", **ATTAINMENT),
        COMMISSION,
        cap="9000 RUB",
        draw=sr.draw("700 RUB"),
        clawback=sr.clawback(
            trigger=sr.payment("refunded"), share="50%", takes="pay", netting="next_pay"
        ),
    )
    people = (Employment(person="bob", role="manager", since=since),)
    rows = (
        deal("03-02 10:00"),
        happened("03-02 10:00", "owner", "bob"),
        paid("03-31 10:00", cash),
        paid("04-02 10:00", back, state="refunded"),
    )
    found = judged(rule, *rows, people=people, now="06-10 12:00")
    for statement in found.statements:
        row = statement.row
        exact = [Fraction(line.exact) for line in statement.lines]
        near = abs(sum(exact, Fraction()) - Fraction(row.components))
        shown = sum((line.shown for line in statement.lines), Decimal(0))
        assert near < Fraction(1, 10**30)
        assert rounded(Fraction(row.components), "RUB") == shown
        left = Fraction(row.earned) + Fraction(row.draw) - Fraction(row.recovered)
        assert rounded(left - Fraction(row.clawback), "RUB") == row.paid
        assert row.paid >= 0


TAKEN_FROM_PAY = paying(
    COMMISSION,
    sr.incentive("a", **ATTAINMENT),
    clawback=sr.clawback(
        trigger=sr.payment("refunded"), share="100%", takes="pay", netting="next_pay"
    ),
)


def earned_in_all(sold: Sequence[int], refunded: Sequence[int]) -> Money:
    """Return what bob is paid from March to May for sales of March, in roubles."""
    back = list(refunded)
    rows: list[Any] = [paid("05-10 10:00", "9000000")]
    for number, roubles in enumerate(sold):
        key = f"s{number}"
        rows += [
            deal("03-03 10:00", key=key),
            happened("03-03 10:00", "owner", "bob", key=key),
            paid("03-10 10:00", str(roubles), key=key),
        ]
        if roubles in back:
            back.remove(roubles)
            rows.append(paid("04-05 10:00", str(roubles), key=key, state="refunded"))
    months = [
        row_of(TAKEN_FROM_PAY, *rows, month=month, now="06-10 12:00")
        for month in (3, 4, 5)
    ]
    exact = sum((row.earned - row.clawback for row in months), Decimal(0))
    return Money(exact, "RUB")


@settings(max_examples=12, deadline=None)
@given(st.lists(st.integers(1, 200_000), min_size=1, max_size=3), st.data())
def test_refund_takes_what_it_brought(sold: list[int], data: st.DataObject) -> None:
    """Taken from pay is what the sale had brought, a lost tier with it."""
    laws.refund_returns_its_effect(
        earned_in_all, sold, data.draw(st.sampled_from(sold))
    )
