"""The same SQL gives the same rows on every engine that can run here."""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from salesreg.evaluate.engines import duckdb
from salesreg.evaluate.evaluation import evaluate
from salesreg.evaluate.judgement import judge
from salesreg.evaluate.sql.compiled import MAKERS
from tests.evaluate.drawn import NOW, small, some_records, two_editions
from tests.evaluate.granted import granted_editions, some_granted
from tests.evaluate.owned import owned_editions, some_owned
from tests.evaluate.pursued import pursued_records, two_pursuits
from tests.evaluate.servers import ENGINES
from tests.evaluate.sheets import some_work, timed_editions

pytest.importorskip("duckdb")


@pytest.fixture(scope="module", params=sorted(ENGINES))
def engine(request: pytest.FixtureRequest) -> Iterator[Any]:
    """Yield a connection or session of an engine."""
    with ENGINES[request.param]() as connection:
        yield connection


def test_rows_are_those_of_the_oracle(engine: Any) -> None:
    """Every table that is SQL has the rows of the plain evaluator, and its sums."""
    staged = ("visits", "deadlines", "moves")
    pursued = ("attempts", "next_steps", "escalations")
    drawn = (
        (small(), some_records(random.Random(0), count=25), staged),
        (two_editions(), some_records(random.Random(1), count=25), staged),
        (timed_editions(), some_work(random.Random(2)), ("budgets", "norms")),
        (owned_editions(), some_owned(random.Random(3)), ("tenures",)),
        (granted_editions(), some_granted(random.Random(3), count=30), ("grants",)),
        (two_pursuits(), pursued_records(random.Random(3), count=25), pursued),
    )
    assert set(MAKERS) == {name for *_, tables in drawn for name in tables}
    for regulation, data, tables in drawn:
        found = evaluate(regulation, data, as_of=NOW, engine=engine)
        plain = judge(regulation, data, NOW)
        for name in tables:
            assert "sql" == found.ways[name], name
            assert Counter(plain.table(name)) == Counter(found.table(name)), name
        if tables == staged:
            here = evaluate(regulation, data, as_of=NOW)
            assert here.stages(by_person=True) == found.stages(by_person=True)


def test_tables_of_the_engine_are_read_in_place(engine: Any) -> None:
    """A name stands for a table of the engine, with moments of its own type."""
    rows = [
        ("a", dt.datetime(2026, 2, 2, 7, tzinfo=dt.UTC), "new"),
        ("a", dt.datetime(2026, 2, 2, 12, 30, 15, tzinfo=dt.UTC), "talk"),
        ("b", dt.datetime(2026, 2, 3, 6, tzinfo=dt.UTC), "new"),
    ]
    _filled(engine, rows)
    events = [{"deal": d, "at": at, "subject": stage} for d, at, stage in rows]
    expected = evaluate(small(), {"events": events}, as_of=NOW).visits.rows()
    held = evaluate(small(), {"events": "crm_events"}, as_of=NOW, engine=engine)
    assert expected == held.visits.rows()


def test_tables_are_read_side_by_side(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who reads one table while another is being read gets the rows of each."""
    monkeypatch.setattr(duckdb, "_BATCH", 1)
    found = evaluate(small(), some_records(random.Random(7), count=25), as_of=NOW)
    visits, deadlines = found.visits.rows(), found.deadlines.rows()
    assert len(visits) > 1
    one, other = iter(found.visits), iter(found.deadlines)
    first = next(one), next(other)
    assert (visits, deadlines) == ((first[0], *one), (first[1], *other))


def test_two_evaluations_share_a_connection(engine: Any) -> None:
    """The tables of one evaluation do not meet those of another."""
    datas = [some_records(random.Random(seed), count=3) for seed in (5, 6)]
    both = [evaluate(small(), data, as_of=NOW, engine=engine) for data in datas]
    for data, found in zip(datas, both, strict=True):
        expected = Counter(judge(small(), data, NOW).table("visits"))
        assert expected == Counter(found.visits)


def _filled(engine: Any, rows: list[tuple[str, dt.datetime, str]]) -> None:
    """Make the table of a CRM in an engine."""
    home = type(engine).__module__.partition(".")[0]
    if home == "pyspark":
        columns = "deal STRING, at TIMESTAMP, subject STRING"
        engine.createDataFrame(rows, columns).createOrReplaceTempView("crm_events")
        return
    cursor = engine.cursor()
    kind, mark = ("TEXT", "?") if home == "sqlite3" else ("TIMESTAMPTZ", "%s")
    cursor.execute(f"CREATE TABLE crm_events (deal TEXT, at {kind}, subject TEXT)")
    for deal, at, stage in rows:
        moment = at.isoformat() if home == "sqlite3" else at
        cursor.execute(
            f"INSERT INTO crm_events VALUES ({mark}, {mark}, {mark})",
            (deal, moment, stage),
        )
