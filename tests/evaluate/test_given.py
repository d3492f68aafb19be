"""A table that was not given is not known, and one that is empty is (rule 2.10)."""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

import salesreg as sr
from salesreg.evaluate.evaluation import evaluate
from salesreg.evaluate.judgement import judge
from salesreg.evaluate.results import RESULTS
from salesreg.evaluate.tables import NOT_GIVEN, TABLES, Deal, Records, Target, not_given
from salesreg.model.regulation import Regulation
from tests.evaluate.drawn import NOW, small, some_records
from tests.evaluate.granted import granted, some_granted
from tests.evaluate.owned import owned, some_owned
from tests.evaluate.pursued import pursued, pursued_records
from tests.evaluate.scene import at, deal, happened, paid, records
from tests.evaluate.sheets import some_work, timed
from tests.evaluate.test_pay import ATTAINMENT, SINCE, paying

pytest.importorskip("duckdb")

DRAWN: dict[str, tuple[Callable[[], Regulation], Callable[[], Records]]] = {
    "small": (small, lambda: some_records(random.Random(0), count=25)),
    "owned": (owned, lambda: some_owned(random.Random(3))),
    "granted": (granted, lambda: some_granted(random.Random(3), count=30)),
    "pursued": (pursued, lambda: pursued_records(random.Random(3), count=25)),
    "timed": (timed, lambda: some_work(random.Random(2))),
}
SAID = {
    "small": {"deadlines", "visits", "moves"},
    "owned": {"tenures"},
    "granted": {"grants"},
    "pursued": {"attempts", "next_steps", "escalations"},
    "timed": {"budgets", "norms"},
}
"""What each of those regulations is about."""

NEEDED = {
    "events": {"deadlines", "visits", "moves", "tenures", "attempts", "next_steps"}
    | {"escalations"},
    "people": {"grants", "budgets", "norms", "tenures"},
    "activities": {"budgets", "norms"},
}
"""Which results have no rows for want of a table."""

CHANGED = {("granted", "events")}
"""Where events tell values, fewer are known without them."""


def whole(data: Records) -> Records:
    """Return records of which every table was given."""
    return evolve(data, **{name: tuple(getattr(data, name)) for name in TABLES})


@pytest.mark.parametrize("table", NEEDED)
@pytest.mark.parametrize("about", DRAWN)
def test_nothing_is_said_without_a_table(about: str, table: str) -> None:
    """SQL and Python leave out the same rows, and the table is named instead."""
    made, drawn = DRAWN[about]
    regulation, data = made(), whole(drawn())
    less = evolve(data, **{table: NOT_GIVEN})
    plain, found = judge(regulation, less, NOW), evaluate(regulation, less, as_of=NOW)
    for name in RESULTS:
        assert Counter(plain.table(name)) == Counter(found.table(name)), name
    every = judge(regulation, data, NOW)
    for name in SAID[about]:
        rows = Counter(plain.table(name))
        if name in NEEDED[table]:
            assert Counter() == rows, name
        elif (about, table) not in CHANGED:
            # Without people no move is held to a role; nothing else is different.
            expected = [row for row in every.table(name) if _rule(row) != "role"]
            assert Counter(expected) == Counter(
                row for row in rows.elements() if _rule(row) != "role"
            )
    named = {row.table for row in found.not_evaluated}  # type: ignore[attr-defined]
    assert not SAID[about] & NEEDED[table] or table in named
    told = {row.table for row in every.table("not_evaluated")}  # type: ignore[attr-defined]
    assert told <= {None}


def _rule(row: object) -> object:
    return getattr(row, "rule", None)


@pytest.mark.parametrize("table", ["people", "payments", "targets"])
@pytest.mark.parametrize("given", [False, True])
def test_no_pay_without_what_it_is_reckoned_from(table: str, *, given: bool) -> None:
    """It is no pay of zero: the plan is listed, and an empty table is data."""
    rule = paying(sr.incentive("a", **ATTAINMENT))
    target = Target(
        kpi="cash",
        start=dt.date(2026, 3, 1),
        end=dt.date(2026, 3, 31),
        amount=Decimal(100_000),
        person="bob",
    )
    rows: tuple[Any, ...] = (
        deal("03-02 10:00"),
        happened("03-02 10:00", "owner", "bob"),
        paid("03-10 10:00", "100000"),
        target,
    )
    data = evolve(records(*rows, people=SINCE), **{table: () if given else NOT_GIVEN})
    moment = at("04-10 12:00")
    plain, found = judge(rule, data, moment), evaluate(rule, data, as_of=moment)
    for name in ("kpis", "pay", "pay_lines", "not_evaluated"):
        assert Counter(plain.table(name)) == Counter(found.table(name)), name
    listed = {
        row.pointer: row.table  # type: ignore[attr-defined]
        for row in found.not_evaluated
        if row.reason == "no-table"  # type: ignore[attr-defined]
    }
    if given:
        assert {} == listed
        assert [Decimal("0.00")] * (table != "people") == [
            row.paid  # type: ignore[attr-defined]
            for row in found.pay
        ]
        return
    assert () == found.pay.rows()
    assert table == listed["/pay_plans/0"]
    kpis = {row.kpi for row in found.kpis}  # type: ignore[attr-defined]
    unvalued = {"payments": {"cash", "attained"}, "targets": {"attained"}}
    assert {"cash", "attained", "count"} - unvalued.get(table, set()) == kpis


def test_history_of_stages_alone_is_enough() -> None:
    """Stages and deadlines need no deals; what asks for a field does."""
    data = some_records(random.Random(0), count=25)
    stages = tuple(one for one in data.events if one.kind != "field")
    first: dict[str, dt.datetime] = {}
    for one in stages:
        first[one.deal] = min(one.at, first.get(one.deal, one.at))
    deals = tuple(Deal(deal=key, created_at=since) for key, since in first.items())
    plain = judge(small(), Records(deals=deals, events=stages), NOW)
    found = evaluate(small(), Records(events=stages), as_of=NOW)
    for name in ("visits", "deadlines"):
        assert Counter(plain.table(name)) == Counter(found.table(name)), name
    assert found.deadlines.rows()
    assert found.visits.rows()
    rules = {row.rule for row in found.moves}  # type: ignore[attr-defined]
    assert {"field"}.isdisjoint(rules)


def test_what_was_not_given_is_told_from_what_is_empty() -> None:
    """Of records and of tables by name, none is taken for an empty one."""
    names = frozenset(TABLES)
    assert names - {"deals"} == not_given(Records(deals=()))
    assert names - {"deals"} == not_given({"deals": [], "events": None})
    assert Records(deals=()) == Records()
