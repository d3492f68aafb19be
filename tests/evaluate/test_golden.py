"""The SQL of each dialect is what was looked at, character by character.

Run with SALESREG_GOLDEN=1 to write the files anew, then read what changed.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import salesreg as sr
from salesreg.evaluate.evaluation import evaluate
from salesreg.evaluate.sql.dialects import DIALECTS, written
from tests.evaluate.drawn import NOW, small

pytest.importorskip("duckdb")
GOLDEN = Path(__file__).parent / "golden"
EVENTS = [{"deal": "a", "at": "2026-02-02T10:00:00Z", "subject": "new"}]


@pytest.mark.parametrize("dialect", DIALECTS)
def test_written(dialect: str) -> None:
    """Visits, deadlines and moves are written as in the file of the dialect."""
    found = evaluate(small(), {"events": EVENTS}, as_of=NOW)
    made = "".join(
        f"-- {name}\n{found.sql(name, dialect)};\n"
        for name in ("visits", "deadlines", "moves")
    )
    path = GOLDEN / f"{dialect}.sql"
    if os.environ.get("SALESREG_GOLDEN"):
        GOLDEN.mkdir(exist_ok=True)
        path.write_text(made, "utf-8")
    assert path.read_text("utf-8") == made


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
