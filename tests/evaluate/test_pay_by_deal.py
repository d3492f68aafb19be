"""Pay by the deal: each is earned once, and paid for what it brings (15.12)."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import salesreg as sr
from salesreg.evaluate.tables import Employment
from tests.evaluate.scene import at, deal, department, happened, judged, paid, went
from tests.evaluate.test_pay import SINCE, SPLIT, paying

BY_SIZE: dict[str, Any] = {
    "title": "By size",
    "kpi": "cash",
    "period": "deal",
    "scale": sr.scale(
        [
            sr.tier("0 RUB", end="100000 RUB", rate="3%"),
            sr.tier("100000 RUB", rate="5%"),
        ],
        mode="whole",
        base="result",
    ),
}
FIRST_PAYMENT = sr.payout(event=sr.payment("received"))


def won(key: str, day: str, owner: str = "bob") -> tuple[Any, ...]:
    """Return a deal that somebody won on a day."""
    return (
        deal("03-02 10:00", key=key),
        happened("03-02 10:00", "owner", owner, key=key),
        *went("03-02 10:00 new", f"{day} 12:00 won", key=key),
    )


def lines_of(regulation: Any, *rows: Any, **more: Any) -> list[tuple[Any, ...]]:
    """Return month, deal and pay of each line, to the kopeck."""
    more = {"people": SINCE, "now": "07-10 12:00", **more}
    found = judged(regulation, *rows, **more).table("pay_lines")
    return [(r.start.month, r.person, r.deal, str(r.shown)) for r in found]  # type: ignore[attr-defined]


def test_each_deal_has_a_scale_of_its_own() -> None:
    """A deal reaches its tier alone, whatever the others brought."""
    rule = paying(sr.incentive("a", **BY_SIZE))
    rows = (
        *won("big", "03-20"),
        *won("small", "03-21"),
        paid("03-05 10:00", "100000.20", key="big"),
        paid("03-06 10:00", "99999.99", key="small"),
    )
    expected = [(3, "bob", "big", "5000.01"), (3, "bob", "small", "3000.00")]
    assert expected == lines_of(rule, *rows)


def test_a_deal_pays_when_it_is_earned() -> None:
    """Money of months before the stage counts with it; later money when it comes."""
    rule = paying(sr.incentive("a", **BY_SIZE))
    rows = (
        *won("d", "04-15"),
        paid("03-05 10:00", "60000", key="d"),
        paid("06-05 10:00", "50000", key="d"),
    )
    # In June the deal reaches the upper tier, so the first money pays more as well.
    expected = [(4, "bob", "d", "1800.00"), (6, "bob", "d", "3700.00")]
    assert expected == lines_of(rule, *rows)


def test_the_event_of_the_payout_earns() -> None:
    """A plan that pays with the client's money does not wait for the stage."""
    rule = paying(sr.incentive("a", **BY_SIZE), payout=FIRST_PAYMENT)
    rows = (*won("d", "05-15"), paid("03-05 10:00", "1000", key="d"))
    assert [(3, "bob", "d", "30.00")] == lines_of(rule, *rows)


def test_a_refund_lowers_what_the_deal_pays() -> None:
    """What the deal has brought is less, so the difference is negative."""
    rule = paying(sr.incentive("a", **BY_SIZE))
    rows = (
        *won("d", "03-15"),
        paid("03-05 10:00", "100000", key="d"),
        paid("05-05 10:00", "40000", key="d", state="refunded"),
    )
    expected = [(3, "bob", "d", "5000.00"), (5, "bob", "d", "-3200.00")]
    assert expected == lines_of(rule, *rows)


def test_a_sum_for_each_deal() -> None:
    """A fixed sum is paid once for each deal, to its owner when it was earned."""
    bonus = sr.incentive("b", title="Bonus", amount="500.50 RUB", period="deal")
    people = (*SINCE, Employment(person="bea", role="manager", since=SINCE[0].since))
    rows = (
        *won("x", "03-15"),
        *won("y", "04-15"),
        happened("04-10 10:00", "owner", "bea", key="y"),
    )
    expected = [(3, "bob", "x", "500.50"), (4, "bea", "y", "500.50")]
    assert expected == sorted(lines_of(paying(bonus), *rows, people=people))


def test_a_gate_is_of_the_deal_or_of_a_period() -> None:
    """A gate without a period looks at the deal; one with a month at the month."""
    big = sr.gate(kpi="cash", band=sr.band(start="50000 RUB"))
    rows = (
        *won("d", "03-15"),
        *won("e", "03-16"),
        paid("03-05 10:00", "30000", key="d"),
        paid("03-05 10:00", "60000", key="e"),
    )
    rule = paying(sr.incentive("a", **BY_SIZE, gates=[big]))
    expected = [(3, "bob", "d", "0.00"), (3, "bob", "e", "1800.00")]
    assert expected == lines_of(rule, *rows)
    month = sr.gate(kpi="cash", band=sr.band(start="90000 RUB"), period="month")
    rule = paying(sr.incentive("a", **BY_SIZE, gates=[month]))
    expected = [(3, "bob", "d", "900.00"), (3, "bob", "e", "1800.00")]
    assert expected == lines_of(rule, *rows)


def test_a_split_divides_a_deal() -> None:
    """Who opened a shared deal has a part in it, and a tier of one's own."""
    rule = paying(sr.incentive("a", **BY_SIZE), splits=[SPLIT], roles=["manager"])
    people = (
        *SINCE,
        Employment(person="ann", role="clerk", since=SINCE[0].since),
        Employment(person="ann", role="manager", since=SINCE[0].since),
    )
    rows = (
        deal("03-02 10:00", key="s", values={"shared": True}),
        happened("03-02 10:00", "owner", "ann", key="s"),
        happened("03-04 10:00", "owner", "bob", key="s"),
        *went("03-02 10:00 new", "03-10 12:00 won", key="s"),
        paid("03-10 10:00", "1000.01", key="s"),
    )
    found = lines_of(rule, *rows, people=people)
    assert {(3, "ann", "s", "9.00"), (3, "bob", "s", "21.00")} == set(found)


def test_a_plan_by_the_deal() -> None:
    """Statements are monthly; target and cap are those of each deal."""
    component = sr.incentive("a", **{**BY_SIZE, "period": None})
    rule = paying(component, period="deal", cap="4000 RUB", proration=None)
    rows = (
        *won("big", "03-20"),
        *won("small", "03-21"),
        paid("03-05 10:00", "100000", key="big"),
        paid("03-06 10:00", "10000", key="small"),
        paid("04-06 10:00", "900000", key="big"),
    )
    found = judged(rule, *rows, people=SINCE, now="05-10 12:00").table("pay")
    told = [(r.start.month, r.target, r.components, str(r.paid)) for r in found]  # type: ignore[attr-defined]
    expected = [(3, 20000, 5300, "4300.00"), (4, 0, 45000, "0.00")]
    assert expected == told


@pytest.mark.parametrize("whose", ["person", "role", "department"])
def test_whose_deals(whose: str) -> None:
    """The head is paid for everybody's deals, or for those of the role."""
    rule = paying(
        sr.incentive("a", **BY_SIZE, whose=whose),  # type: ignore[arg-type]
        roles=["manager"],
    )
    people = (*SINCE, Employment(person="eve", role="head", since=SINCE[0].since))
    rows = (
        *won("d", "03-15"),
        *won("e", "03-16", owner="eve"),
        paid("03-05 10:00", "1000", key="d"),
        paid("03-05 10:00", "2000", key="e"),
    )
    both = {"person": ["d"], "role": ["d"], "department": ["d", "e"]}[whose]
    found = lines_of(rule, *rows, people=people)
    assert [(3, "bob", key) for key in both] == [line[:3] for line in found]


SUMS = st.lists(
    st.tuples(
        st.dates(dt.date(2026, 3, 3), dt.date(2026, 6, 30)),
        st.integers(1, 20_000_000),
        st.booleans(),
    ),
    max_size=6,
)


@settings(max_examples=40, deadline=None)
@given(SUMS, st.dates(dt.date(2026, 3, 2), dt.date(2026, 6, 30)))
def test_months_add_up_to_the_deal(
    sums: list[tuple[dt.date, int, bool]], earned: dt.date
) -> None:
    """What the months pay for a deal is what its scale pays for all it has brought."""
    rule = paying(sr.incentive("a", **BY_SIZE))
    rows = [
        paid(
            f"{day:%m-%d} 10:00",
            str(Decimal(cents).scaleb(-2)),
            key="d",
            state="refunded" if back else "received",
        )
        for day, cents, back in sums
    ]
    rows = [*won("d", f"{earned:%m-%d}"), *rows]
    found = judged(rule, *rows, people=SINCE, now="07-10 12:00").table("pay_lines")
    brought = Fraction(sum(-c if back else c for _, c, back in sums), 100)
    rate = Fraction(5 if brought >= 100_000 else 3, 100) if brought > 0 else 0
    assert brought * rate == sum(Fraction(r.exact) for r in found)  # type: ignore[attr-defined]


def test_due() -> None:
    """A statement says by when it is paid, on the calendar of the role."""
    payout = sr.payout(due=sr.by_day(10))
    rule = paying(sr.incentive("a", **BY_SIZE), payout=payout)
    found = judged(rule, *won("d", "03-15"), people=SINCE, now="05-02 12:00")
    dues = [row.due for row in found.table("pay")]  # type: ignore[attr-defined]
    # The tenth of May is a Sunday.
    assert [at("04-10 18:00"), at("05-11 18:00")] == dues


def test_explained() -> None:
    """The statement names the deal, its tier and what was paid for it before."""
    rule = paying(sr.incentive("a", **BY_SIZE))
    rows = (
        *won("d", "04-15"),
        paid("03-05 10:00", "60000", key="d"),
        paid("06-05 10:00", "50000", key="d"),
    )
    found = judged(rule, *rows, people=SINCE, now="07-10 12:00").explain(person="bob")
    june = found.parts[-1].steps[1]
    assert "By size, deal d: RUB\u00a03,700" == june.text
    assert [
        "Earned on April 15, 2026",
        "Cash: RUB\u00a0110,000",
        "The rates are a share of RUB\u00a0110,000",
        "Tier 2, from RUB\u00a0100,000: 5% → RUB\u00a05,500",
        "Paid for the deal before: -RUB\u00a01,800",
    ] == [step.text for step in june.steps]


def test_what_nothing_earns() -> None:
    """A plan by the deal of a pipeline without a won stage is told."""
    part = sr.part().pay_plan(
        "p",
        title="P",
        roles=["manager"],
        period="deal",
        components=[sr.incentive("b", title="B", amount="5 RUB")],
    )
    rule = department(part, sr.part().stage("new", title="New", kind="initial"))
    found = judged(rule).table("not_evaluated")
    told = [(row.pointer, row.reason) for row in found]  # type: ignore[attr-defined]
    assert ("/pay_plans/0/components/0", "no-end") in told
