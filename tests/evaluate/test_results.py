"""Results: totals twice, folders whole or not at all, frames, buckets, ways."""

from __future__ import annotations

import datetime as dt
import random
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import salesreg as sr
from salesreg.evaluate import plain
from salesreg.evaluate.engines.duckdb import processors
from salesreg.evaluate.evaluation import evaluate
from salesreg.evaluate.reading import buckets
from salesreg.evaluate.results import RESULTS
from salesreg.evaluate.sql.compiled import Compiled
from tests.evaluate.drawn import NOW, small, some_records
from tests.evaluate.scene import at, deal, happened, paid, records
from tests.evaluate.test_pay import ATTAINMENT, SINCE, paying

pytest.importorskip("duckdb")
parquet = pytest.importorskip("pyarrow.parquet")

SMALL = small()
DATA = some_records(random.Random(3), count=40)


def test_totals_without_bad_deals() -> None:
    """Sums of sound deals are those of the data without the deals with rejects."""
    found = evaluate(SMALL, DATA, as_of=NOW)
    bad = {row.deal for row in found.rejects}
    good = {
        "deals": [deal for deal in DATA.deals if deal.deal not in bad],
        "events": [event for event in DATA.events if event.deal not in bad],
    }
    assert bad
    expected = evaluate(SMALL, good, as_of=NOW).stages()
    totals = found.totals()
    assert [(one.stage, one.visits, one.seconds) for one in found.stages()] == [
        (one.stage, one.visits, one.seconds) for one in totals
    ]
    assert [(one.stage, one.visits, one.breached, one.seconds) for one in expected] == [
        (one.stage, one.sound_visits, one.sound_breached, one.sound_seconds)
        for one in totals
        if one.sound_visits
    ]


def test_numbers_without_end_are_written() -> None:
    """Ten of 31 days are a part without a last digit; a column holds twelve."""
    rule = paying(sr.incentive("a", **ATTAINMENT))
    until = dt.date(2026, 3, 10)
    people = tuple(evolve(one, until=until) for one in SINCE)
    rows = (deal(), happened("03-02 10:00", "owner", "bob"), paid("03-09 10:00", "1"))
    found = evaluate(rule, records(*rows, people=people), as_of=at("05-10 12:00"))
    table = found.pay.to_arrow()
    assert [Decimal("0.322580645161")] == table["part"].to_pylist()[:1]
    assert found.pay.count() == table.num_rows


def test_folder(tmp_path: Path) -> None:
    """Every table is written, and read again it has the same rows."""
    found = evaluate(SMALL, DATA, as_of=NOW)
    for _ in range(2):
        found.write(tmp_path / "out")
    assert ["out"] == [path.name for path in tmp_path.iterdir()]
    expected = {f"{name}.parquet" for name in (*RESULTS, "rejects")}
    assert expected == {path.name for path in (tmp_path / "out").iterdir()}
    table = parquet.read_table(tmp_path / "out" / "visits.parquet")
    assert found.visits.to_arrow() == table


def test_interrupted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An interruption leaves what was there, and no half of anything."""
    found = evaluate(SMALL, DATA, as_of=NOW)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "old").write_text("old", "utf-8")

    def stopped(*_: Any) -> Any:
        raise KeyboardInterrupt

    monkeypatch.setattr(plain.Plain, "rows", stopped)
    with pytest.raises(KeyboardInterrupt):
        found.write(tmp_path / "out")
    assert ["out"] == [path.name for path in tmp_path.iterdir()]
    assert "old" == (tmp_path / "out" / "old").read_text("utf-8")


def test_fault_of_a_property(monkeypatch: pytest.MonkeyPatch) -> None:
    """What goes wrong in a property is told, and not that there is no such thing."""

    def broken(*_: Any) -> Any:
        raise AttributeError("deeper")

    monkeypatch.setattr(Compiled, "query", broken)
    with pytest.raises(AttributeError, match="deeper"):
        _ = evaluate(SMALL, DATA, as_of=NOW).ways
    with pytest.raises(AttributeError, match="has no 'wais'; its tables are"):
        _ = evaluate(SMALL, DATA, as_of=NOW).wais


@pytest.mark.parametrize(("many", "few"), [(50, 20), (10_000, 50), (30, 10_000)])
def test_buckets(monkeypatch: pytest.MonkeyPatch, many: int, few: int) -> None:
    """Deals taken some at a time, from files or not, give what all of them give."""
    whole = evaluate(SMALL, DATA, as_of=NOW)
    expected = {name: set(whole.table(name)) for name in RESULTS}
    stages = whole.stages(by_person=True)
    monkeypatch.setattr(buckets, "MANY", many)
    monkeypatch.setattr(buckets, "FEW", few)
    found = evaluate(SMALL, DATA, as_of=NOW)
    assert len(list(found.loaded.buckets.conditions("x", few=many > few))) > 1
    assert stages == found.stages(by_person=True)
    assert expected == {name: set(found.table(name)) for name in RESULTS}
    counts = {name: len(rows) for name, rows in expected.items()}
    assert counts == {name: found.table(name).count() for name in RESULTS}


def test_buckets_without_deals(monkeypatch: pytest.MonkeyPatch) -> None:
    """So it is where events alone tell of the deals."""
    events = evaluate(SMALL, {"events": DATA.events}, as_of=NOW)
    expected = (events.stages(), set(events.moves))
    monkeypatch.setattr(buckets, "MANY", 30)
    monkeypatch.setattr(buckets, "FEW", 10)
    found = evaluate(SMALL, {"events": DATA.events}, as_of=NOW)
    assert expected == (found.stages(), set(found.moves))


def test_buckets_of_stages_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """So it is where all events are of stages, which are then held as numbers."""
    moved = [
        {"deal": one.deal, "at": one.at, "subject": one.subject}
        for one in DATA.events
        if one.kind == "stage"
    ]
    assert {"nowhere"} < {one["subject"] for one in moved}
    whole = evaluate(SMALL, {"events": moved}, as_of=NOW)
    expected = (whole.stages(), set(whole.visits), set(whole.moves))
    monkeypatch.setattr(buckets, "MANY", 30)
    found = evaluate(SMALL, {"events": moved}, as_of=NOW)
    assert expected[0] == found.stages()
    assert found.loaded.buckets.are_files
    assert expected[1:] == (set(found.visits), set(found.moves))


def test_memory_is_bounded() -> None:
    """The engine that is opened here has a limit and says how many threads it uses."""
    engine = evaluate(SMALL, DATA, as_of=NOW).loaded.engine
    ((memory, threads),) = engine.rows(
        "SELECT current_setting('memory_limit'), current_setting('threads')"
    )
    assert ("1.8 GiB", processors()) == (memory, threads)


def test_frames() -> None:
    """A table comes as a frame of pandas, Polars and PyArrow."""
    found: Any = evaluate(SMALL, DATA, as_of=NOW).visits
    stages = [row.stage for row in found]
    assert stages == found.to_arrow()["stage"].to_pylist()
    assert stages == found.to_polars()["stage"].to_list()
    assert stages == found.to_pandas()["stage"].tolist()
    assert found.count() == len(stages) == sum(found.counts("stage").values())


def test_ways_are_told() -> None:
    """Each table says how it is reckoned, and an unknown one is refused."""
    found = evaluate(SMALL, DATA, as_of=NOW)
    assert ("sql", "sums", "python") == tuple(
        found.ways[name] for name in ("visits", "pay", "not_evaluated")
    )
    with pytest.raises(AttributeError, match="visits"):
        _ = found.visit
