"""The SQL of each dialect is what was looked at, character by character.

Run with SALESREG_GOLDEN=1 to write the files anew, then read what changed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

import salesreg as sr
from salesreg.evaluate.evaluation import evaluate
from salesreg.evaluate.sql.compiled import MAKERS
from salesreg.evaluate.sql.dialects import DIALECTS, written
from salesreg.model.regulation import Regulation
from tests.evaluate.drawn import NOW, small
from tests.evaluate.granted import granted
from tests.evaluate.owned import owned
from tests.evaluate.pursued import pursued
from tests.evaluate.sheets import timed

pytest.importorskip("duckdb")
GOLDEN = Path(__file__).parent / "golden"
AT = "2026-02-02T10:00:00Z"
EVENTS = [
    {"deal": "a", "at": AT, "kind": "stage", "subject": "new"},
    {"deal": "a", "at": AT, "kind": "field", "subject": "next", "state": "2026-02-03"},
    {"deal": "a", "at": AT, "kind": "field", "subject": "discount", "state": "5%"},
]


TABLES: Mapping[str, Callable[[], Regulation]] = {
    "visits": small,
    "deadlines": small,
    "moves": small,
    "tenures": owned,
    "grants": granted,
    "budgets": timed,
    "norms": timed,
    "attempts": pursued,
    "next_steps": pursued,
    "escalations": pursued,
}
"""The tables that are SQL, each with a regulation that says something of it."""


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("dialect", DIALECTS)
def test_written(table: str, dialect: str) -> None:
    """A table is written as in the file of the table and the dialect."""
    data = {"events": EVENTS, "people": []}
    found = evaluate(TABLES[table](), data, as_of=NOW)
    made = f"{found.sql(table, dialect)};\n"
    path = GOLDEN / table / f"{dialect}.sql"
    if os.environ.get("SALESREG_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made, "utf-8")
    assert path.read_text("utf-8") == made


def test_every_table_is_looked_at() -> None:
    """No table of results becomes SQL without a file of its own."""
    assert set(MAKERS) == set(TABLES)


FUNCTIONS = {
    "duckdb": ("(a // 2)", "EPOCH_US(m)"),
    "postgres": ("(a / 2)", "FLOOR(EXTRACT(EPOCH FROM m) * 1000000)"),
    "sqlite": ("(a / 2)", "strftime('%s', m)"),
    "spark": ("(a DIV 2)", "unix_micros(m)"),
    "trino": ("(a / 2)", "to_unixtime(m)"),
    "bigquery": ("DIV(a, 2)", "UNIX_MICROS(m)"),
    "snowflake": ("(a - MOD(a, 2)) / 2", "DATE_PART(EPOCH_MICROSECOND, m)"),
    "clickhouse": ("intDiv(a, 2)", "toUnixTimestamp64Micro(toDateTime64(m, 6))"),
}


@pytest.mark.parametrize("dialect", DIALECTS)
def test_own_functions(dialect: str) -> None:
    """Division and moments are written by us, because translators get them wrong."""
    division, moment = FUNCTIONS[dialect]
    text = written("SELECT (a // 2), EPOCH_US(m) FROM t", dialect)
    assert division in text
    assert moment in text


def test_unknown_dialect() -> None:
    """A dialect that is not known is refused, with those that are."""
    with pytest.raises(sr.InvalidValue, match="did you mean 'trino'"):
        written("SELECT 1", "trinno")
