"""What holds of every table: order, time, editions, and that nothing is left out."""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from typing import Any

import attrs
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import salesreg as sr
from salesreg.evaluate.cases.others import FRAME, JUDGED, NEVER
from salesreg.evaluate.judgement import judge
from salesreg.evaluate.results import RESULTS
from salesreg.evaluate.tables import (
    Deal,
    Employment,
    Event,
    MoneyMoved,
    Records,
    Worked,
)
from salesreg.model.frame import Revision
from salesreg.paths.outline import outline_of
from salesreg.shapes import fields_of
from tests.evaluate.scene import at, deal, department, pipeline, records, values, went

B2B = sr.templates.get("b2b", language="en")
NUMBERS = outline_of(B2B).by_number
STAGES = [stage.key for stage in B2B.stages]
PEOPLE = ("ann", "bob", "kim")
ROLES = [role.key for role in B2B.roles]
START = dt.datetime(2026, 3, 2, 6, tzinfo=dt.UTC)
MOMENTS = st.integers(0, 50 * 24 * 4).map(
    lambda n: START + n * dt.timedelta(minutes=15)
)
KEYS = st.sampled_from(["a", "b", "c"])


def events(kind: str, subjects: list[str], state: Any = None) -> Any:
    """Draw events of a kind."""
    return st.builds(
        Event,
        deal=KEYS,
        at=MOMENTS,
        kind=st.just(kind),
        subject=st.sampled_from(subjects),
        state=st.none() if state is None else state,
        actor=st.none() | st.sampled_from(PEOPLE),
        sequence=st.integers(0, 3),
    )


EVENTS = st.one_of(
    events("stage", STAGES),
    events("stage", STAGES),
    events("owner", list(PEOPLE)),
    events("activity", ["requests", "calls", "mail"]),
    events("document", ["handover-sheet"], st.sampled_from(["sent", "received"])),
    events("document", ["discount-request"], st.sampled_from(["sent", "approved"])),
    events("field", ["discount"], st.sampled_from(["3%", "12%", "30%", "99%"])),
    events("field", ["next-date"], st.sampled_from(["2026-03-10", "2026-04-20", ""])),
    events("field", ["amount"], st.sampled_from(["100000 RUB", "9000000 RUB"])),
    events("happens", ["a touch with the customer"]),
    st.builds(Event, deal=KEYS, at=MOMENTS, kind=st.just("comment")),
)
DATA = st.builds(
    Records,
    deals=st.builds(
        lambda a, b, c: (
            Deal(deal="a", created_at=a, owner="ann"),
            Deal(deal="b", created_at=b, values={"existing": True}),
            Deal(deal="c", created_at=c),
        ),
        MOMENTS,
        MOMENTS,
        MOMENTS,
    ),
    events=st.lists(EVENTS, max_size=16).map(tuple),
    payments=st.lists(
        st.builds(
            MoneyMoved,
            deal=KEYS,
            at=MOMENTS,
            amount=st.decimals(0, 10**7, places=2),
            currency=st.just("RUB"),
            state=st.sampled_from(["invoiced", "received", "refunded"]),
        ),
        max_size=4,
    ).map(tuple),
    activities=st.lists(
        st.builds(
            Worked,
            person=st.sampled_from(PEOPLE),
            activity=st.sampled_from(["calls", "mail", "crm"]),
            start=MOMENTS,
            minutes=st.integers(0, 300),
        ),
        max_size=4,
    ).map(tuple),
    people=st.lists(
        st.builds(
            Employment,
            person=st.sampled_from(PEOPLE),
            role=st.sampled_from(ROLES),
            since=st.dates(dt.date(2026, 1, 1), dt.date(2026, 3, 31)),
        ),
        max_size=4,
    ).map(tuple),
)


def shuffled(data: Records, seed: int) -> Records:
    """Return the same records in another order."""

    def mixed(rows: tuple[Any, ...]) -> tuple[Any, ...]:
        # A table without rows stays what it is, for it may not have been given.
        return tuple(random.Random(seed).sample(rows, len(rows))) if rows else rows

    names = [field.name for field in attrs.fields(Records)]
    return Records(**{name: mixed(getattr(data, name)) for name in names})


def upto(data: Records, now: dt.datetime) -> Records:
    """Return what had happened by a moment."""
    return evolve(
        data,
        deals=tuple(row for row in data.deals if row.created_at <= now),
        events=tuple(row for row in data.events if row.at <= now),
        payments=tuple(row for row in data.payments if row.at <= now),
        activities=tuple(row for row in data.activities if row.start <= now),
    )


def tables(data: Records, now: dt.datetime) -> dict[str, Counter[Any]]:
    """Return every table, each row with its number."""
    found = judge(B2B, data, now)
    return {name: Counter(found.table(name)) for name in RESULTS}


@settings(max_examples=12, deadline=None)
@given(data=DATA, now=MOMENTS, seed=st.integers())
def test_order_of_records_says_nothing(
    data: Records, now: dt.datetime, seed: int
) -> None:
    """Records in another order give the same rows in every table."""
    assert tables(data, now) == tables(shuffled(data, seed), now)


@settings(max_examples=12, deadline=None)
@given(data=DATA, now=MOMENTS)
def test_what_comes_later_says_nothing(data: Records, now: dt.datetime) -> None:
    """What happened after the moment changes no row."""
    assert tables(upto(data, now), now) == tables(data, now)


@settings(max_examples=12, deadline=None)
@given(data=DATA, now=MOMENTS)
def test_rows_hold_together(data: Records, now: dt.datetime) -> None:
    """Each row cites a clause there is; what breaches is late, and the other way."""
    found = judge(B2B, data, now)
    for name, cls in RESULTS.items():
        for row in found.table(name):
            assert isinstance(row, cls)
            assert row.clause in NUMBERS
            assert row.pointer.startswith("/")
    for row in (*found.table("deadlines"), *found.table("visits")):
        status, breached, late = values(row, "status", "breached", "late_seconds")
        assert breached == (status in {"late", "overdue", "missed"})
        assert breached or not late
    assert len(found.table("visits")) == sum(
        len(case.visits) for case in found.cases.values()
    )


def evaluated(history: Any, rows: Any, moment: dt.datetime) -> Any:
    """Return what `sr.evaluate` says."""
    return sr.evaluate(history, rows, as_of=moment)


@pytest.mark.parametrize(
    ("running", "limit"), [("keep", "2 h working"), ("move", "1 h working")]
)
def test_deal_is_held_to_its_edition(running: Any, limit: str) -> None:
    """A deal under way keeps its edition, or moves to the next; a new one has that."""

    def edition(number: str, since: dt.date, hours: str, held: Any = None) -> Any:
        made = department(pipeline(norm=sr.time_norm(hours)))
        revision = Revision(number=number, in_force_from=since, running_deals=held)
        return evolve(made, revision=revision)

    history = sr.History(
        (
            edition("1", dt.date(2026, 1, 1), "2 h working"),
            edition("2", dt.date(2026, 3, 4), "1 h working", running),
        )
    )
    rows = (
        deal("03-03 10:00"),
        *went("03-03 10:00 new", "03-03 12:00 work", "03-05 10:00 new"),
        deal("03-05 11:00", key="e"),
        *went("03-05 11:00 new", key="e"),
        deal("02-01 11:00", key="f"),
    )
    early = deal("03-03 10:00", key="g")
    found = judge(history, records(*rows, early), at("03-06 10:00")).table("visits")
    hours = {"2 h working": 7200, "1 h working": 3600}
    spans = [
        (row.deal, row.revision, (row.due - row.entered_at).total_seconds())  # type: ignore[attr-defined]
        for row in found
        if row.due is not None  # type: ignore[attr-defined]
    ]
    assert [
        ("d", "1", 7200),
        ("d", "1" if running == "keep" else "2", hours[limit]),
        ("e", "2", 3600),
    ] == spans


@pytest.mark.parametrize("hold", [judge, evaluated])
def test_edition_that_says_nothing_of_running_deals_is_refused(hold: Any) -> None:
    """It is refused, with its place, once it is in force; till then it may say it."""
    editions = [
        evolve(
            department(pipeline()),
            revision=Revision(number=number, in_force_from=since),
        )
        for number, since in (("1", dt.date(2026, 1, 1)), ("2", dt.date(2026, 3, 4)))
    ]
    history = sr.History(editions)
    rows = records(deal("03-03 10:00"), *went("03-03 10:00 new", "03-05 10:00 work"))
    with pytest.raises(sr.InvalidValue) as caught:
        hold(history, rows, at("03-06 10:00"))
    assert ["/1/revision/running_deals"] == [one.path for one in caught.value.problems]
    assert 1 == len(list(hold(history, rows, at("03-03 23:00")).table("visits")))


def test_deal_before_every_edition_is_listed() -> None:
    """A deal that started before there was an edition is not evaluated, and said so."""
    made = department(pipeline(norm=sr.time_norm("1 h working")))
    since = Revision(number="1", in_force_from=dt.date(2026, 3, 4))
    history = sr.History((evolve(made, revision=since),))
    rows = (deal("03-03 10:00"), *went("03-05 10:00 new"))
    found = judge(history, records(*rows), at("03-06 10:00"))
    assert () == found.table("visits")
    assert [("d", "no-edition")] == [
        values(row, "deal", "reason")
        for row in found.table("not_evaluated")
        if row.reason == "no-edition"  # type: ignore[attr-defined]
    ]


def test_every_part_of_a_regulation_is_accounted_for() -> None:
    """Each field of a regulation is judged, listed, or says nothing of any data."""
    known = [*JUDGED, *NEVER, *FRAME]
    assert sorted(fields_of(type(B2B))) == sorted(known)
