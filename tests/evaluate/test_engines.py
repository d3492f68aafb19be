"""The same SQL gives the same rows on every engine that can run here."""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

import salesreg as sr
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
from tests.evaluate.test_rejects import RULES

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
    _made(
        engine, "crm_events", {"deal": "TEXT", "at": "MOMENT", "subject": "TEXT"}, rows
    )
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


SPELLED = [
    ("1", "2026-02-03 14:05:00", "1 200 000,50", "true", "5,5%", "20.04.2026", "7"),
    ("2", "03.02.2026 14:05", "1200000,50", "yes", "5.5", "2026-04-20", "7,25"),
    ("3", "2026-02-03T14:05:00+05:00", "1200000.5", "no", "0",
     "2026-04-20 01:00:00+05:00", "1e3"),
    ("4", "2026-02-03T14:05:00Z", "5 USD", "0", None, "", "-1"),
    ("5", "soon", "abc", "perhaps", "x", "tomorrow", "ten"),
    ("6", "2026-02-03 14:05:00.250", "1.005", "1", "12", "2026-02-30", " 5 "),
    ("7", None, None, None, None, None, None),
]  # fmt: skip
NAMES = ("deal", "created_at", "amount", "tender", "discount", "next", "seats")


def _both(given: Any, zone: str | None, engine: Any = None) -> Any:
    """Return what is read of deals, and what is told of them."""
    columns = sr.Columns(time_zone=zone, currency="RUB")
    found = evaluate(RULES, {"deals": given}, as_of=NOW, columns=columns, engine=engine)
    deals = found.plain._records("").deals
    return sorted(deals, key=lambda one: one.deal), found.rejects.rows()


@pytest.mark.parametrize("zone", [None, "Asia/Yekaterinburg"])
def test_texts_in_tables_of_the_engine(engine: Any, zone: str | None) -> None:
    """Texts in a table of an engine mean what they mean in a file, and no less."""
    name = f"crm_deals_{'walls' if zone else 'plain'}"
    _made(engine, name, dict.fromkeys(NAMES, "TEXT"), SPELLED)
    rows = [dict(zip(NAMES, row, strict=True)) for row in SPELLED]
    expected = _both(rows, zone)
    assert (5 if zone else 2) == len(expected[0])
    assert expected == _both(name, zone, engine)


def test_values_of_many_types_in_one_column() -> None:
    """A column of SQLite may hold numbers beside texts: each is read as it is."""
    rows: list[tuple[Any, ...]] = [
        (0, "soon", 5, 0, 5, None, 7),
        (1, "2026-02-03", 1200000.5, 1, 5.5, "2026-04-20", 7),
        ("2", "2026-02-03 14:05:00", "12,5", "yes", "5,5%", "20.04.2026", "7"),
        (3, "2026-02-03 14:05Z", 5, 0, 5, 20260420, 7.25),
    ]
    with ENGINES["sqlite"]() as engine:
        _made(engine, "crm_deals", dict.fromkeys(NAMES, ""), rows)
        deals, told = _both("crm_deals", "Europe/Moscow", engine)
    day, half = dt.date(2026, 4, 20), sr.Percent.parse("5.5%")
    assert [
        {"amount": sr.Money.parse("1200000.50 RUB"), "tender": True, "discount": half,
         "next": day, "seats": 7},
        {"amount": sr.Money.parse("12.50 RUB"), "tender": True, "discount": half,
         "next": day, "seats": 7},
        {"amount": sr.Money.parse("5 RUB"), "tender": False,
         "discount": sr.Percent.parse("5%"), "seats": Decimal("7.25")},
    ] == [deal.values for deal in deals]  # fmt: skip
    assert [(1, "bad-value"), (4, "bad-value")] == [(r.row, r.reason) for r in told]


def test_numbers_of_the_engine_are_read_exactly(engine: Any) -> None:
    """A sum with a rest behind the kopeck is told, and none is rounded in silence."""
    rows = [
        (1, dt.datetime(2026, 2, 2, 7, tzinfo=dt.UTC), 1500.5),
        (2, dt.datetime(2026, 2, 2, 7, tzinfo=dt.UTC), 1.005),
        (3, dt.datetime(2026, 2, 2, 7, tzinfo=dt.UTC), 0.07),
    ]
    types = {"deal": "BIGINT", "created_at": "MOMENT", "amount": "DOUBLE"}
    _made(engine, "crm_sums", types, rows)
    deals, told = _both("crm_sums", None, engine)
    read = [deal.values.get("amount") for deal in deals]
    assert [sr.Money.parse("1500.50 RUB"), None, sr.Money.parse("0.07 RUB")] == read
    assert [(2, "bad-value", True)] == [(r.row, r.reason, r.used) for r in told]


def test_tables_of_the_engine_beside_others(engine: Any) -> None:
    """Rows of a list are compared with deals and people that an engine holds."""
    start = dt.datetime(2026, 2, 2, 7, tzinfo=dt.UTC)
    _made(
        engine, "crm_opened", {"deal": "TEXT", "created_at": "MOMENT"}, [("a", start)]
    )
    events = [
        {"deal": deal, "at": start - dt.timedelta(hours=hours), "subject": "new"}
        for deal, hours in [("a", 0), ("a", 1), ("z", 0)]
    ]
    found = evaluate(
        RULES, {"deals": "crm_opened", "events": events}, as_of=NOW, engine=engine
    )
    assert [(2, "before-creation"), (3, "unknown-deal")] == [
        (one.row, one.reason) for one in found.rejects
    ]


def _made(engine: Any, name: str, columns: dict[str, str], rows: Any) -> None:
    """Make the table of a CRM in an engine."""
    home = type(engine).__module__.partition(".")[0]
    if home == "pyspark":
        types = {"TEXT": "STRING", "MOMENT": "TIMESTAMP"}
        form = ", ".join(f"{n} {types.get(k, k)}" for n, k in columns.items())
        engine.createDataFrame(rows, form).createOrReplaceTempView(name)
        return
    types, mark = {"MOMENT": "TEXT", "DOUBLE": "REAL"}, "?"
    if home != "sqlite3":
        types, mark = {"MOMENT": "TIMESTAMPTZ", "DOUBLE": "DOUBLE PRECISION"}, "%s"
    cursor = engine.cursor()
    form = ", ".join(f"{n} {types.get(k, k)}" for n, k in columns.items())
    cursor.execute(f"CREATE TABLE {name} ({form})")
    marks = ", ".join([mark] * len(columns))
    for row in rows:
        held = [
            value.isoformat()
            if home == "sqlite3" and isinstance(value, dt.datetime)
            else value
            for value in row
        ]
        cursor.execute(f"INSERT INTO {name} VALUES ({marks})", held)
