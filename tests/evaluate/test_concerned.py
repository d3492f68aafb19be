"""Pay that looks at some deals one by one reads those alone, and pays the same."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

import pytest
from attrs import evolve

import salesreg as sr
from salesreg.evaluate.evaluation import evaluate
from salesreg.evaluate.judgement import judge
from salesreg.evaluate.plain import SUMMED, Plain
from salesreg.evaluate.tables import Employment, Event, Records
from tests.evaluate.drawn import FIRST, NOW, PEOPLE, filled_records
from tests.evaluate.test_pay import COMMISSION, SPLIT, paying
from tests.evaluate.test_pay_by_deal import BY_SIZE

WEEK = dt.timedelta(days=7)
LATER = NOW + dt.timedelta(days=60)


def clawback(takes: Any, netting: Any) -> Any:
    """Return a clawback that takes half of what was refunded within a month."""
    return sr.clawback(
        trigger=sr.payment("refunded"),
        within="30 days",
        share="50%",
        takes=takes,
        netting=netting,
    )


ROLE = sr.incentive(
    "c",
    title="C",
    kpi="cash",
    whose="role",
    scale=sr.scale([sr.tier("0 RUB", rate="1%")], mode="whole", base="result"),
)
PLANS: dict[str, dict[str, Any]] = {
    "result, same": {"clawback": clawback("result", "same_period")},
    "result, next": {"clawback": clawback("result", "next_pay")},
    "pay, same": {"clawback": clawback("pay", "same_period")},
    "pay, next": {"clawback": clawback("pay", "next_pay")},
    "split": {"splits": [SPLIT]},
    "split and pay": {"splits": [SPLIT], "clawback": clawback("pay", "next_pay")},
    "by event": {"payout": sr.payout(event=sr.payment("received"))},
    "by stage": {},
    "by event, taken": {
        "payout": sr.payout(event=sr.payment("received")),
        "clawback": clawback("result", "next_pay"),
        "splits": [SPLIT],
    },
}


def rules(name: str) -> Any:
    """Return a regulation with such a plan; some of them pay by the deal."""
    components = [COMMISSION, ROLE]
    if name.startswith("by"):
        components.append(sr.incentive("by-deal", **BY_SIZE))
    return paying(*components, **PLANS[name])


def data(seed: int, regulation: Any) -> Records:
    """Return deals with payments and refunds, of people in two roles."""
    made = filled_records(random.Random(seed), regulation, count=60)
    people = tuple(
        Employment(person=one, role=role, since=dt.date(2025, 11, 1))
        for place, one in enumerate(PEOPLE)
        for role in (("manager",), ("clerk",), ("manager", "clerk"))[place % 3]
    )
    handed = tuple(
        Event(deal=deal.deal, at=at, kind="owner", subject=person)
        for deal in made.deals[::2]
        for at, person in zip((FIRST, FIRST + WEEK), PEOPLE, strict=False)
    )
    return evolve(made, people=people, events=(*made.events, *handed))


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("name", PLANS)
def test_the_same_pay(name: str, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pay from sums and the deals concerned is that from all records, to the kopeck."""
    regulation = rules(name)
    records = data(seed, regulation)
    plain = judge(regulation, records, LATER)
    found = evaluate(regulation, records, as_of=LATER)
    read = Plain._records
    picked: list[str] = []

    def watched(self: Plain, bucket: str = "", **more: Any) -> Records:
        picked.append(bucket)
        return read(self, bucket, **more)

    monkeypatch.setattr(Plain, "_records", watched)
    for table in sorted(SUMMED):
        assert plain.table(table) == found.table(table).rows(), table
    assert found.pay.count() > 0
    assert ["deal IN (SELECT deal FROM salesreg_apart_0)"] == picked


def test_what_is_taken_matters() -> None:
    """The data has refunds and divided deals, so that each plan pays otherwise."""
    records = data(1, rules("split"))
    plain = paying(COMMISSION, ROLE)
    paid = judge(plain, records, LATER).table("pay")
    for name in PLANS:
        if name != "by stage":
            assert paid != judge(rules(name), records, LATER).table("pay"), name
