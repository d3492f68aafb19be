"""The SQL gives what the plain evaluator gives, to the second."""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import salesreg as sr
from salesreg.compare.history import History
from salesreg.evaluate.evaluation import evaluate
from salesreg.evaluate.judgement import judge
from salesreg.evaluate.sql import facts
from salesreg.evaluate.tables import Employment, Event, Records, Worked
from salesreg.model.regulation import Regulation
from tests.evaluate.anything import any_department, any_records
from tests.evaluate.drawn import (
    FIRST,
    NOW,
    assert_agree,
    filled_records,
    gated,
    records,
    small,
    two_editions,
)
from tests.evaluate.granted import (
    TEXTS,
    granted,
    granted_editions,
    some_granted,
)
from tests.evaluate.owned import owned, owned_editions, some_owned
from tests.evaluate.pursued import (
    ACTIVITIES,
    any_pursuit,
    pursued,
    pursued_records,
    two_pursuits,
)
from tests.evaluate.sheets import WORKED, timed, timed_editions

pytest.importorskip("duckdb")
SMALL, GATED = small(), gated()
HISTORY = two_editions()
STAGES = ("new", "talk", "offer", "wait", "won", "lost", "nowhere")
B2B = sr.templates.get("b2b", language="en")
SHEETS = ("budgets", "norms")
TABLES = ("visits", "deadlines", "moves", "attempts", "next_steps", "escalations")
PURSUITS = (pursued(), two_pursuits())
SUMMED = ("kpis", "progress", "pay", "pay_lines", "improvements")


@settings(max_examples=15, deadline=None)
@given(data=records(STAGES))
def test_small(data: Records) -> None:
    """So it is for a small regulation with every kind of norm on two calendars."""
    assert_agree(SMALL, data, TABLES)


@settings(max_examples=8, deadline=None)
@given(data=records(STAGES))
def test_history(data: Records) -> None:
    """So it is when each deal is held to the edition that applied."""
    assert_agree(HISTORY, data, TABLES)


@settings(max_examples=5, deadline=None)
@given(data=records(tuple(stage.key for stage in B2B.stages)))
def test_b2b(data: Records) -> None:
    """So it is for the ready regulation."""
    assert_agree(B2B, data, TABLES)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_moves(seed: int) -> None:
    """So it is for moves that ask for fields, conditions, roles and comments."""
    data = filled_records(random.Random(seed), GATED, count=80)
    assert_agree(GATED, data, ("visits", "moves"))
    found = evaluate(GATED, data, as_of=NOW)
    assert 8 == len(found.moves.counts("rule"))
    filled = [
        Event(deal=deal.deal, at=FIRST, kind="field", subject="note", state="said")
        for deal in data.deals[::3]
    ]
    assert_agree(GATED, evolve(data, events=(*data.events, *filled)), ("moves",))


@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_owners(seed: int) -> None:
    """So it is for idle owners, on the calendar of the role they had first."""
    data = some_owned(random.Random(seed))
    assert_agree(owned(), data, ("tenures",))
    assert_agree(owned_editions(), data, ("tenures",))


@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_authority(seed: int) -> None:
    """So it is for who may grant what, whatever events wrote into the fields."""
    data = some_granted(random.Random(seed))
    assert_agree(granted(), data, ("grants",))
    assert_agree(granted_editions(), data, ("grants",))


@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_any_department(seed: int) -> None:
    """So it is for whatever is said of owners, authority, time, fields and calendars.

    What SQL cannot say goes to Python: nights, and conditions that look back.
    """
    rule = any_department(random.Random(seed))
    data = any_records(random.Random(seed), rule)
    found, plain = evaluate(rule, data, as_of=NOW), judge(rule, data, NOW)
    for name in ("tenures", "grants", *SHEETS):
        assert Counter(plain.table(name)) == Counter(found.table(name)), name


def test_authority_over_nothing() -> None:
    """A field that no deal ever had a value of is nothing to be granted."""
    empty = ("sum", "days", "discount", "rush", "note")
    for kept in range(len(empty)):
        data = some_granted(random.Random(1), texts={empty[kept]: TEXTS[empty[kept]]})
        bare = tuple(evolve(deal, values={}) for deal in data.deals)
        assert_agree(granted(), evolve(data, deals=bare), ("grants",))


def test_texts_that_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Deals with one of too many texts are left to Python, and they alone."""
    data = some_granted(random.Random(1))
    for few, key in ((len(TEXTS["rush"]), "sum"), (0, "rush")):
        monkeypatch.setattr(facts, "FEW", few)
        query = evaluate(granted(), data, as_of=NOW).compiled.query("grants")
        assert query is not None
        assert f"subject = '{key}'" in (query.rest or "")
        assert_agree(granted(), data, ("grants",))


@settings(max_examples=15, deadline=None)
@given(data=WORKED)
def test_time_sheets(data: Records) -> None:
    """So it is for time spent and work done, on walls of two zones, in two editions."""
    assert_agree(timed(), data, SHEETS)
    assert_agree(timed_editions(), data, SHEETS)


@pytest.mark.parametrize(
    ("since", "way", "count"),
    [(dt.date(1969, 12, 1), "python", 3), (dt.date(2026, 1, 1), "sql", 0)],
)
def test_work_before_1970(since: dt.date, way: str, count: int) -> None:
    """What was done before 1970, on no day of SQL, counts for who was employed then."""
    early = dt.datetime(1969, 12, 31, 22, tzinfo=dt.UTC)
    done = Worked(person="ann", activity="call", start=early, minutes=70)
    people = (Employment(person="ann", role="manager", since=since),)
    data = Records(activities=(done,), people=people)
    found = evaluate(timed(), data, as_of=NOW)
    assert (way, count) == (found.ways["budgets"], found.budgets.count())
    assert judge(timed(), data, NOW).table("budgets") == found.budgets.rows()


@settings(max_examples=8, deadline=None)
@given(data=records(STAGES, ACTIVITIES), pursuit=st.sampled_from(PURSUITS))
def test_pursuits(data: Records, pursuit: Regulation | History) -> None:
    """So it is where it is said how clients are pursued, on every clock."""
    assert_agree(pursuit, data, TABLES)


@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_any_pursuit(seed: int) -> None:
    """So it is for whatever is said of any stage, event, term and calendar.

    What SQL cannot say goes to Python: nights, and terms beyond all dates.
    """
    rule = any_pursuit(random.Random(seed))
    data = pursued_records(random.Random(seed), count=15)
    found, plain = evaluate(rule, data, as_of=NOW), judge(rule, data, NOW)
    for name in TABLES:
        assert Counter(plain.table(name)) == Counter(found.table(name)), name


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_dense_pursuits(seed: int) -> None:
    """So it is for deals that are tried often, with steps that events set and clear."""
    data = pursued_records(random.Random(seed))
    for pursuit in PURSUITS:
        assert_agree(pursuit, data, TABLES)
    found = evaluate(pursued(), data, as_of=NOW)
    assert 4 == len(found.attempts.counts("fault"))
    assert {"far", "stale"} <= set(found.next_steps.counts("fault"))
    assert {1, 2, 3} == set(found.escalations.counts("level"))


@pytest.mark.parametrize("seed", [1, 2])
def test_sums(seed: int) -> None:
    """KPIs, progress and pay from sums by SQL are those from records, to the kopeck."""
    data = filled_records(random.Random(seed), B2B)
    found, plain = evaluate(B2B, data, as_of=NOW), judge(B2B, data, NOW)
    assert "sums" == found.ways["pay"]
    for name in TABLES:
        assert Counter(plain.table(name)) == Counter(found.table(name)), name
        assert len(plain.table(name)) == found.table(name).count(), name
    for name in SUMMED:
        assert plain.table(name) == found.table(name).rows(), name
    assert found.pay.count() > 0


def test_pay_by_the_deal() -> None:
    """A deal that is paid alone is counted from records beside sums by SQL."""
    rules = B2B
    for place, plan in enumerate(B2B.pay_plans):
        each = tuple(evolve(one, period="deal") for one in plan.components)
        rules = rules.replace(f"/pay_plans/{place}/components", each)
    data = filled_records(random.Random(1), B2B)
    found, plain = evaluate(rules, data, as_of=NOW), judge(rules, data, NOW)
    lines = plain.table("pay_lines")
    assert any(line.deal is not None for line in lines)  # type: ignore[attr-defined]
    assert lines == found.pay_lines.rows()
    assert plain.table("pay") == found.pay.rows()


def test_explanations() -> None:
    """A deal is explained as the plain evaluator explains it."""
    data = filled_records(random.Random(1), B2B, count=4)
    deal = next(deal.deal for deal in data.deals if deal.created_at <= NOW)
    found = evaluate(B2B, data, as_of=NOW).explain(deal=deal)
    assert judge(B2B, data, NOW).explain(deal=deal).to_dict() == found.to_dict()
