"""Every way in gives the same tables, and what does not fit is told."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import random
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import salesreg as sr
from salesreg.evaluate.evaluation import Evaluation, evaluate
from salesreg.evaluate.extra import MissingExtra
from salesreg.evaluate.reading import typed
from salesreg.evaluate.tables import Event, Records
from salesreg.values.zone import at_wall
from tests.evaluate.drawn import NOW, small

duckdb = pytest.importorskip("duckdb")
pandas = pytest.importorskip("pandas")
polars = pytest.importorskip("polars")

SMALL = small()
MOSCOW = ZoneInfo("Europe/Moscow")
EVENTS = [
    Event(deal=deal, at=dt.datetime(2026, 2, day, hour, tzinfo=MOSCOW), kind="stage",
          subject=stage)
    for deal, day, hour, stage in [
        ("a", 2, 10, "new"),
        ("a", 2, 15, "talk"),
        ("a", 9, 12, "offer"),
        ("b", 3, 9, "new"),
        ("b", 4, 20, "lost"),
    ]
]  # fmt: skip
DICTS: list[dict[str, Any]] = [
    {"deal": one.deal, "at": one.at, "kind": one.kind, "subject": one.subject}
    for one in EVENTS
]
TEXTS = [{**row, "at": row["at"].isoformat()} for row in DICTS]


def visits(events: Any, **options: Any) -> Any:
    """Return the visits that events give."""
    return evaluate(SMALL, {"events": events}, as_of=NOW, **options).visits.rows()


EXPECTED = visits(EVENTS)


def test_rows_are_dicts_or_objects() -> None:
    """Rows may be dicts, dicts of texts, or the rows of the contract."""
    assert 5 == len(EXPECTED)
    assert EXPECTED == visits(DICTS)
    assert EXPECTED == visits(TEXTS)


@pytest.mark.parametrize("suffix", [".parquet", ".csv", ".json", ".jsonl"])
def test_files(tmp_path: Path, suffix: str) -> None:
    """A path to a file is read by its suffix."""
    path = tmp_path / f"events{suffix}"
    frame = polars.DataFrame(TEXTS)
    match suffix:
        case ".parquet":
            frame.write_parquet(path)
        case ".csv":
            frame.write_csv(path)
        case ".json":
            path.write_text(json.dumps(TEXTS), "utf-8")
        case _:
            path.write_text("\n".join(map(json.dumps, TEXTS)), "utf-8")
    assert EXPECTED == visits(path)
    assert EXPECTED == visits(str(path))


@pytest.mark.parametrize("suffix", [".csv", ".csv.gz", ".jsonl"])
@pytest.mark.parametrize("encoding", ["cp1251", "CP866", "utf-16", "utf-8-sig"])
def test_other_encodings(tmp_path: Path, encoding: str, suffix: str) -> None:
    """A file of text may be in what an office writes, when that is said."""
    stages = {"Новая": "new", "Беседа": "talk", "КП": "offer", "Отказ": "lost"}
    theirs = {ours: name for name, ours in stages.items()}
    rows = [{**row, "subject": theirs[row["subject"]]} for row in TEXTS]
    lines = [";".join(row) for row in ([*rows[0]], *(row.values() for row in rows))]
    if suffix == ".jsonl":
        lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    held = "\r\n".join(lines).encode(encoding)
    path = tmp_path / f"Выгрузка{suffix}"
    path.write_bytes(gzip.compress(held) if suffix.endswith("gz") else held)
    columns = sr.Columns(stages=stages, encoding=encoding)
    assert EXPECTED == visits(path, columns=columns)


def test_a_file_in_another_encoding_than_said(tmp_path: Path) -> None:
    """It is told by its name; and so is an encoding that nobody knows."""
    path = tmp_path / "events.csv"
    path.write_bytes(b"deal;at\n1;\x98\n")
    with pytest.raises(sr.InvalidValue, match="is not in cp1251: "):
        visits(path, columns=sr.Columns(encoding="cp1251"))
    for name in ("cp-1251x", "hex", "\0"):
        with pytest.raises(sr.InvalidValue, match="knows no encoding"):
            sr.Columns(encoding=name)


def test_frames() -> None:
    """So do frames of pandas, Polars and PyArrow, and relations of DuckDB."""
    frame = polars.DataFrame(DICTS)
    connection = duckdb.connect()
    assert EXPECTED == visits(frame)
    assert EXPECTED == visits(frame.lazy())
    assert EXPECTED == visits(frame.to_arrow())
    assert EXPECTED == visits(pandas.DataFrame(DICTS))
    arrow = frame.to_arrow()
    assert EXPECTED == visits(connection.from_arrow(arrow))
    connection.register("crm_events", arrow)
    assert EXPECTED == visits("crm_events", engine=connection)


def test_names_of_the_crm() -> None:
    """Columns and stages may have the CRM's own names, and moments no zone."""
    rows = [
        {"OWNER_ID": 7 if one.deal == "a" else 8, "CREATED_TIME": f"2026-02-{day}",
         "STAGE_ID": f"C1:{(one.subject or '').upper()}"}
        for one, day in zip(
            EVENTS, ["02 10:00", "02 15:00", "09 12:00", "03 09:00", "04 20:00"],
            strict=True,
        )
    ]  # fmt: skip
    columns = sr.Columns(
        events={"deal": "OWNER_ID", "at": "created_time", "subject": "STAGE_ID"},
        stages={f"C1:{key.upper()}": key for key in ("new", "talk", "offer", "lost")},
        time_zone="Europe/Moscow",
    )
    found = visits(rows, columns=columns)
    assert [row.seconds for row in EXPECTED] == [row.seconds for row in found]
    assert {"7", "8"} == {row.deal for row in found}
    seconds = [
        {**row, "CREATED_TIME": int(one.at.timestamp())}
        for row, one in zip(rows, EVENTS, strict=True)
    ]
    assert found == visits(seconds, columns=columns)


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York"])
def test_walls(zone: str) -> None:
    """A moment without a zone is what the wall shows, jumps of the clock included."""
    walls = [
        dt.datetime(2025, month, day, hour, minute)  # noqa: DTZ001 - no zone is meant
        for month, day in [(3, 8), (3, 9), (3, 30), (10, 26), (11, 2), (7, 1)]
        for hour in (0, 1, 2, 3)
        for minute in (0, 30)
    ]
    rows = [
        {"deal": str(place), "at": wall.isoformat(" "), "subject": "new"}
        for place, wall in enumerate(walls)
    ]
    found = visits(rows, columns=sr.Columns(time_zone=zone))
    expected = {str(p): at_wall(wall, ZoneInfo(zone)) for p, wall in enumerate(walls)}
    assert expected == {row.deal: row.entered_at for row in found}


def rejected(evaluation: Evaluation) -> list[tuple[str, int, str, bool]]:
    """Return what is told of bad rows."""
    return [(one.table, one.row, one.reason, one.used) for one in evaluation.rejects]


def test_bad_events_are_told() -> None:
    """Each row that does not fit is told with its place and its reason."""
    good = TEXTS[0]
    rows = [
        good,
        {**good, "deal": ""},
        {**good, "at": None},
        {**good, "at": "soon"},
        {**good, "at": "2026-02-02 10:00"},
        {**good, "kind": "tea"},
        {**good, "subject": "nowhere"},
        {**good, "at": "2027-01-01T00:00:00Z"},
        dict(good),
        {**good, "subject": "talk"},
        {**good, "deal": "z"},
        {**good, "at": "2026-01-01T00:00:00Z"},
    ]
    deals = [{"deal": "a", "created_at": "2026-02-01T00:00:00Z"}]
    found = evaluate(SMALL, {"events": rows, "deals": deals}, as_of=NOW)
    told = rejected(found)
    expected = [
        ("events", 2, "no-key", False),
        ("events", 3, "no-value", False),
        ("events", 4, "bad-value", False),
        ("events", 5, "no-zone", False),
        ("events", 6, "unknown-kind", False),
        ("events", 7, "unknown-stage", False),
        ("events", 8, "after-now", False),
        ("events", 9, "duplicate", True),
        ("events", 11, "unknown-deal", True),
        ("events", 12, "before-creation", True),
    ]
    assert expected == [one for one in told if one[2] != "unordered"]
    assert {1, 9, 10} <= {row for _, row, reason, _ in told if reason == "unordered"}


def test_bad_tables_are_refused_at_once() -> None:
    """Tables and columns that are not there are told together, with a hint."""
    with pytest.raises(sr.InvalidValue) as error:
        evaluate(SMALL, {"events": [{"deal": "a", "time": "2026"}],
                         "deals": [{"deal": "a"}]}, as_of=NOW)  # fmt: skip
    assert [
        "deals has no column 'created_at'",
        "events has no column 'at'",
        "events has no column 'subject'",
    ] == [problem.message for problem in error.value.problems]
    with pytest.raises(sr.InvalidValue, match="did you mean 'events'"):
        evaluate(SMALL, {"event": []}, as_of=NOW)
    with pytest.raises(sr.InvalidValue, match="did you mean 'subject'"):
        sr.Columns(events={"subjekt": "STAGE"})
    frame = polars.DataFrame({"deal": ["a"], "at": [dt.datetime(2026, 1, 1)],  # noqa: DTZ001
                              "subject": ["new"]})  # fmt: skip
    with pytest.raises(sr.InvalidValue, match="no time zone"):
        visits(frame)
    with pytest.raises(sr.InvalidValue, match="cannot be read"):
        visits("no_such_table")
    with pytest.raises(sr.InvalidValue, match="cannot be read from int"):
        visits(3)


def test_names_for_what_is_not_there_are_refused() -> None:
    """A name that stands for no stage, kind, state or role is a slip of the pen."""
    columns = sr.Columns(
        stages={"C1": "ofer", "C2": "offer"},
        kinds={"Move": "stages"},
        states={"In": "recieved"},
        roles={"Boss": "chef"},
    )
    with pytest.raises(sr.InvalidValue) as error:
        visits(EVENTS, columns=columns)
    assert ["/stages/C1", "/kinds/Move", "/states/In", "/roles/Boss"] == [
        problem.path for problem in error.value.problems
    ]
    assert "did you mean 'offer'?" == error.value.problems[0].hint


@pytest.mark.parametrize(
    ("name", "held", "message"),
    [
        ("events.csv", b"", "is empty"),
        ("events.csv", "Сделка;Когда\n1;2\n".encode("cp1251"), "not in UTF-8"),
        ("events.xlsx", b"PK", "save the sheet as CSV"),
        ("events.parquet", b"x", "cannot be read"),
    ],
)
def test_files_that_are_none(
    tmp_path: Path, name: str, held: bytes, message: str
) -> None:
    """A file that is no table is told by its name, and what to do about it."""
    (tmp_path / name).write_bytes(held)
    with pytest.raises(sr.InvalidValue, match=message):
        visits(tmp_path / name)


@pytest.mark.parametrize("suffix", [".csv", ".csv.gz"])
@pytest.mark.parametrize(
    "row", ["7;2026-02-03T10:00Z", "7;2026-02-03T10:00Z;new;x", "7"]
)
@pytest.mark.parametrize("count", [3, 500, 30_000])
def test_a_row_that_is_not_as_long_as_the_header(
    tmp_path: Path, count: int, row: str, suffix: str
) -> None:
    """It is told by file and line, however the delimiter could be guessed from it."""
    rows = [f"{n};2026-02-03T10:00:00Z;new, or so" for n in range(count)]
    rows[count // 2] = row
    held = "\r\n".join(["deal;at;subject", *rows, ""]).encode()
    path = tmp_path / f"events{suffix}"
    path.write_bytes(gzip.compress(held) if suffix.endswith("gz") else held)
    cells = row.count(";") + 1
    with pytest.raises(sr.InvalidValue) as error:
        visits(path)
    (problem,) = error.value.problems
    where = f"events cannot be read from {path}:{count // 2 + 2}"
    assert problem.message == (
        f"{where}: the row has {cells} cells, and the header 3 columns"
    )
    assert "quotation marks" in (problem.hint or "")


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its packages the extra is named."""
    import importlib

    def absent(name: str) -> Any:
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", absent)
    with pytest.raises(MissingExtra, match=r"pip install 'salesreg\[data\]'"):
        evaluate(SMALL, {"events": EVENTS}, as_of=NOW)


def test_no_data_at_all() -> None:
    """Empty tables break nothing."""
    found = evaluate(small(), Records(), as_of=NOW)
    assert ((), ()) == (tuple(found.visits), tuple(found.rejects))


@pytest.mark.parametrize("kind", ["DOUBLE", "DECIMAL(12,2)", "DECIMAL(9,4)"])
def test_numbers_of_64_bits_are_those_of_wide_decimals(kind: str) -> None:
    """What is read in whole numbers of 64 bits is what wide decimals would hold."""
    duckdb = pytest.importorskip("duckdb")
    source = random.Random(1)
    values = [0.0, 0.005, 1.005, 2.675, -1.005, 12345.678, 0.0000005, -0.0000015]
    values += [source.randrange(-(10**7), 10**7) / 100 for _ in range(2000)]
    values += [source.uniform(-1e5, 1e5) for _ in range(2000)]
    values += [1e12, 9.3e12, 1e300] if kind == "DOUBLE" else []
    held = ", ".join(f"(CAST({value!r} AS {kind}))" for value in values)
    wide = "TRY_CAST(TRY_CAST(x AS DECIMAL(30, 6)) * 1000000 AS BIGINT)"
    query = f"SELECT {wide}, {typed.number('x', kind)} FROM (VALUES {held}) AS t(x)"
    rows = duckdb.connect().execute(query).fetchall()
    assert [row[0] for row in rows] == [row[1] for row in rows]
