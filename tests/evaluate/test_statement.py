"""A statement of pay can be reckoned again from what is printed in it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import salesreg as sr
from salesreg.evaluate.exact import rounded
from salesreg.evaluate.explanation.steps import Part, Step
from salesreg.evaluate.tables import Employment, Target
from tests.evaluate.scene import deal, department, happened, judged, paid
from tests.evaluate.test_pay import (
    ATTAINMENT,
    COMMISSION,
    SPLIT,
    paying,
    rising,
)

CLOSE = Fraction(1, 100_000)
"""Sums are printed to six decimals, and a few of them are added up."""

PLAN: dict[str, Any] = {
    "cap": "12000 RUB",
    "splits": [SPLIT],
    "draw": sr.draw("2000 RUB", per="month", recoverable=True),
    "clawback": sr.clawback(
        share="50%", takes="pay", netting="next_pay", within="90 days"
    ),
}


def ramped(role: Any) -> Any:
    """Return a role whose newcomers have 75 % of the targets in their second month."""
    step = sr.ramp_step(2, quota="75%", pay="12%")
    made = sr.part().role("newcomer", title="Newcomer", ramp=[step])
    return evolve(role, ramp=department(made).roles[-1].ramp)


PEOPLE = (
    Employment(person="ann", role="clerk", since=dt.date(2025, 1, 1)),
    Employment(person="bob", role="manager", since=dt.date(2026, 2, 1)),
)


def number(text: str) -> Fraction:
    """Return the last number of a text."""
    found = re.findall(r"[-−]?(?:RUB\s)?\d[\d,]*(?:\.\d+)?", text)
    return Fraction(re.sub(r"RUB\s|,", "", found[-1]).replace("−", "-"))


def said(part: Part, *starts: str) -> list[Fraction]:
    """Return the numbers of the steps that begin with a text."""
    return [
        number(step.text.split(": ", 1)[1].split(", by")[0])
        for step in part.steps
        if step.text.startswith(starts)
    ]


def below(step: Step) -> Iterator[Step]:
    """Yield a step and all below it."""
    yield step
    for inner in step.steps:
        yield from below(inner)


def total(part: Part, *starts: str) -> Fraction:
    """Return what the steps that begin with a text add up to."""
    return sum(said(part, *starts), Fraction())


KOPECKS = st.integers(0, 20_000_000).map(lambda n: Decimal(n) / 100)
RISING = rising(("0%", "0%"), ("100%", "100%"), ("200%", "300%"))
ATTAINED = sr.incentive("a", **{**ATTAINMENT, "scale": RISING})
RULE = paying(COMMISSION, ATTAINED, role=ramped, **PLAN)


def parts_of(money: list[Decimal], refunded: Decimal, shared: str) -> tuple[Part, ...]:
    """Return the statements of bob for a month of newcomer's quota and two more."""
    rows = (
        deal("03-02 10:00"),
        happened("03-02 10:00", "owner", "ann"),
        happened("03-03 10:00", "owner", "bob"),
        happened("03-03 10:00", "field", "shared", state=shared),
        *(paid(f"0{month}-10 10:00", str(sum_)) for month, sum_ in enumerate(money, 3)),
        paid("03-11 10:00", str(refunded), state="refunded"),
    )
    targets = tuple(
        Target(
            kpi="cash",
            start=dt.date(2026, month, 1),
            end=dt.date(2026, month, 28),
            amount=Decimal(100_000),
            person="bob",
        )
        for month in (3, 4, 5)
    )
    found = judged(RULE, rows, targets, people=PEOPLE, now="06-10 12:00")
    return found.explain(person="bob").parts


@settings(max_examples=25, deadline=None)
@given(
    money=st.lists(KOPECKS, min_size=3, max_size=3),
    refunded=KOPECKS,
    shared=st.sampled_from(["true", "false"]),
)
def test_statement_adds_up(
    money: list[Decimal], refunded: Decimal, shared: str
) -> None:
    """Pay, debts and refunds follow from the sums printed before them."""
    draws = refunds = Fraction()
    for part in parts_of(money, refunded, shared):
        components = total(part, "B", "Attainment")
        assert abs(components - total(part, "Sum of the components")) < CLOSE
        capped = min([components, *said(part, "Not more than the cap")])
        earned = max([capped, *said(part, "Guaranteed")])
        lifted = total(part, "Draw on top")
        taken = total(part, "Taken back", "Set off")
        pay = rounded(earned + lifted + taken, "RUB")
        assert abs(Fraction(pay) - total(part, "Paid")) <= Fraction(1, 100)
        if lifted:
            assert abs(total(part, "Draw of") - earned - lifted) < CLOSE
        assert draws == total(part, "Owed for earlier draws")
        draws += lifted + total(part, "Set off")
        assert abs(draws - total(part, "Still owed for draws")) < CLOSE
        draws = total(part, "Still owed for draws")
        assert refunds == total(part, "Owed for earlier refunds")
        lowered = [
            number(step.text.split(": from")[0])
            for step in part.steps
            if step.text.startswith("Refunds lower the pay of")
        ]
        refunds += sum(lowered, Fraction()) + total(part, "Taken back")
        assert abs(refunds - total(part, "Still owed for refunds")) < CLOSE
        refunds = total(part, "Still owed for refunds")


@settings(max_examples=15, deadline=None)
@given(
    money=st.lists(KOPECKS, min_size=3, max_size=3),
    shared=st.sampled_from(["true", "false"]),
)
def test_results_follow_from_records(money: list[Decimal], shared: str) -> None:
    """A result is what its records add up to, divided, against the newcomer's quota."""
    share = Fraction(7, 10) if shared == "true" else Fraction(1)
    for sum_, part in zip(money, parts_of(money, Decimal(0), shared), strict=True):
        told = [one for step in part.steps for one in below(step)]
        cash = {number(one.text) for one in told if one.text.startswith("Cash: ")}
        grids = [one.grid for one in told if one.grid and "payment is" in one.text]
        assert cash == {number(rows.rows[-1][-1]) for rows in grids}
        (got,) = cash
        assert abs(got - Fraction(sum_) * share) <= Fraction(1, 100)
        (quota,) = [number(one.text) for one in told if "target of" in one.text[:9]]
        ramp = [number(one.text) for one in told if "Quota" in one.text]
        before = [number(one.text) for one in told if "Target before" in one.text]
        for of, whole in zip(ramp, before, strict=True):
            assert whole * of / 100 == quota
        assert (1 if "March" in part.title else 0) == len(ramp)
        (attained,) = [
            number(one.text) for one in told if one.text.startswith("Attained: ")
        ]
        assert abs(attained - got / quota * 100) < CLOSE
