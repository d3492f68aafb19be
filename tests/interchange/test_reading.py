"""Every kind of history gives the same two visits, through evaluation itself."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import json
from pathlib import Path
from typing import Any

import pytest

import salesreg as sr
from salesreg.errors import LoadError
from salesreg.interchange import amocrm, bitrix24, hubspot, ocel, salesforce, xes
from salesreg.interchange.tables import Tables
from tests.interchange import small

CSV_OF_BITRIX = b"""\
ID;OWNER_ID;STAGE_ID;CREATED_TIME
1;7;C1:NEW;2026-03-02T10:00:00+03:00
2;7;C1:OFFER;2026-03-05T10:00:00+03:00
"""
READ: dict[str, tuple[Tables, dict[str, str]]] = {
    "bitrix24": (bitrix24.read(small.BITRIX), {"C1:NEW": "new", "C1:OFFER": "offer"}),
    "bitrix24-deals": (
        bitrix24.read(small.BITRIX, small.BITRIX_DEALS),
        {"C1:NEW": "new", "C1:OFFER": "offer"},
    ),
    "bitrix24-csv": (
        bitrix24.read(CSV_OF_BITRIX),
        {"C1:NEW": "new", "C1:OFFER": "offer"},
    ),
    "hubspot": (hubspot.read(small.HUBSPOT), {"new-id": "new", "offer-id": "offer"}),
    "amocrm": (amocrm.read(small.AMO), {"1:11": "new", "1:12": "offer"}),
    "salesforce": (
        salesforce.read(small.SALESFORCE),
        {"Prospecting": "new", "Proposal": "offer"},
    ),
    "salesforce-csv": (
        salesforce.read(small.SALESFORCE_CSV),
        {"Prospecting": "new", "Proposal": "offer"},
    ),
    "xes": (
        xes.read(small.XES, activities={"Call"}),
        {"Prospecting": "new", "Proposal": "offer"},
    ),
    "xes-gzip": (
        xes.read(gzip.compress(small.XES), activities={"Call"}),
        {"Prospecting": "new", "Proposal": "offer"},
    ),
    "ocel-xml": (
        ocel.read(small.OCEL_XML, deals="deal", people="person"),
        {"Prospecting": "new", "Proposal": "offer"},
    ),
    "ocel-sqlite": (
        ocel.read(small.ocel_sqlite(), deals="deal", people="person"),
        {"Prospecting": "new", "Proposal": "offer"},
    ),
    "ocel": (
        ocel.read(small.OCEL, deals="deal", people="person"),
        {"Prospecting": "new", "Proposal": "offer"},
    ),
}


@pytest.mark.parametrize("name", READ)
def test_visits(name: str) -> None:
    """A history of any program is the same two visits, the first one too long."""
    tables, stages = READ[name]
    result = sr.evaluate(
        small.rules(), tables, as_of=small.NOW, columns=sr.Columns(stages=stages)
    )
    entered = dt.datetime(2026, 3, 2, 7, tzinfo=dt.UTC)
    left = dt.datetime(2026, 3, 5, 7, tzinfo=dt.UTC)
    assert [("7", "new", entered, left, "late"), ("7", "offer", left, None, None)] == [
        (row.deal, row.stage, row.entered_at, row.left_at, row.status)  # type: ignore[attr-defined]
        for row in result.visits
    ]
    assert not [one for one in result.rejects if not one.used]


def events(tables: Tables) -> list[tuple[Any, ...]]:
    """Return what the events say, without their moments."""
    names = ("deal", "kind", "subject", "state", "actor")
    return [tuple(row[name] for name in names) for row in tables["events"]]


def test_owners_fields_and_activities() -> None:
    """Owners, fields and activities come along, with the people who did it."""
    assert [
        ("7", "stage", "1:11", None, None),
        ("7", "owner", "3", None, "3"),
        ("7", "field", "price", "1200", "3"),
        ("7", "activity", "outgoing_call", None, "3"),
        ("7", "stage", "1:12", None, "3"),
    ] == events(amocrm.read(small.AMO))
    assert [
        ("7", "stage", "new-id", None, None),
        ("7", "stage", "offer-id", None, "3"),
        ("7", "owner", "3", None, None),
        ("7", "field", "amount", "1200.50", None),
    ] == events(hubspot.read(small.HUBSPOT))
    assert [
        ("7", "stage", "Prospecting", None, "3"),
        ("7", "field", "Amount", "1200.50", "3"),
        ("7", "stage", "Proposal", None, "3"),
    ] == events(salesforce.read(small.SALESFORCE))
    assert [
        ("7", "field", "price", "1200.50", None),
        ("7", "stage", "Prospecting", None, None),
        ("7", "stage", "Proposal", None, "3"),
    ] == events(ocel.read(small.OCEL, deals="deal", people="person"))
    assert [
        ("7", "stage", "Prospecting", None, "3"),
        ("7", "activity", "Call", None, None),
        ("7", "field", "priority", "high", None),
        ("7", "stage", "Proposal", None, None),
    ] == events(xes.read(small.XES, activities={"Call"}, fields={"priority"}))


AMO_LOG: list[object] = [
    {
        "type": "lead_status_changed",
        "entity_id": 7,
        "created_by": 3,
        "created_at": 1772694000,
        "value_before": [{"lead_status": {"id": 11, "pipeline_id": 1}}],
        "value_after": [{"lead_status": {"id": 12, "pipeline_id": 1}}],
    },
    {
        "type": "entity_responsible_changed",
        "entity_id": 7,
        "created_by": 3,
        "created_at": 1772600000,
        "value_before": [{"responsible_user": {"id": 2}}],
        "value_after": [{"responsible_user": {"id": 3}}],
    },
    {
        "type": "entity_responsible_changed",
        "entity_id": 7,
        "created_by": 3,
        "created_at": 1772700000,
        "value_before": [{"responsible_user": {"id": 3}}],
        "value_after": [{"responsible_user": {"id": 4}}],
    },
    {
        "type": "sale_field_changed",
        "entity_id": 7,
        "created_by": 3,
        "created_at": 1772600001,
        "value_before": [],
        "value_after": [{"sale_field_value": {"sale": 1200}}],
    },
]
AMO_LEADS: list[object] = [
    {"id": 7, "created_at": 1772434800, "pipeline_id": 1, "status_id": 12},
    {"id": 8, "created_at": 1772434800, "pipeline_id": 1, "status_id": 11},
]
AMO_ADDED: list[object] = [
    {"type": "lead_added", "entity_id": 7, "created_at": 1772434800}
]


@pytest.mark.parametrize(
    ("read", "born", "stages"),
    [
        (amocrm.read(AMO_LOG, AMO_LEADS), 1772434800, {"7", "8"}),
        (amocrm.read([*AMO_LOG, *AMO_ADDED]), 1772434800, {"7"}),
        (amocrm.read(AMO_LOG), 1772599999, {"7"}),
    ],
    ids=["leads", "added", "unknown"],
)
def test_amocrm_tells_what_was_there_at_first(
    read: Tables, born: int, stages: set[str]
) -> None:
    """The first stage and owner stand before their earliest change, since the start."""
    result = sr.evaluate(
        small.rules(),
        read,
        as_of=small.NOW,
        columns=sr.Columns(stages={"1:11": "new", "1:12": "offer"}),
    )
    moved = dt.datetime.fromtimestamp(1772694000, dt.UTC)
    start = dt.datetime.fromtimestamp(born, dt.UTC)
    visits: list[Any] = list(result.visits)
    assert [("new", start, moved, "2"), ("offer", moved, None, "3")] == [
        (one.stage, one.entered_at, one.left_at, one.person)
        for one in visits
        if one.deal == "7"
    ]
    assert stages == {one.deal for one in visits}
    assert [] == list(result.moves)
    assert [("price", "1200")] == [
        (row["subject"], row["state"])
        for row in read["events"]
        if row["kind"] == "field"
    ]


def test_amocrm_says_what_a_field_held_at_first() -> None:
    """Before the earliest change of a field it held what stands before the change."""
    log: list[object] = [
        {
            "type": "custom_field_5_value_changed",
            "entity_id": 7,
            "created_at": 1772600000 + second,
            "value_before": [{"custom_field_value": {"field_id": 5, "text": before}}],
            "value_after": [{"custom_field_value": {"field_id": 5, "text": after}}],
        }
        for second, before, after in ((0, "a", "b"), (1, "b", "c"))
    ]
    tables = amocrm.read(log, AMO_LEADS)
    assert [(1772434800, "a"), (1772600000, "b"), (1772600001, "c")] == [
        (int(row["at"].timestamp()), row["state"])  # type: ignore[attr-defined]
        for row in tables["events"]
        if row["kind"] == "field"
    ]


def test_columns_of_deals() -> None:
    """What a CRM says of the deal itself stands beside it under the CRM's own names."""
    born = dt.datetime.fromisoformat("2026-03-02T10:00:00+03:00")
    assert [
        {"deal": "7", "created_at": born, "OPPORTUNITY": "1200.50", "owner": "3"}
    ] == bitrix24.read(small.BITRIX, small.BITRIX_DEALS)["deals"]
    (deal,) = xes.read(small.XES)["deals"]
    assert ("7", "1200.50", born) == (deal["deal"], deal["price"], deal["created_at"])
    (deal,) = ocel.read(small.OCEL, deals="deal")["deals"]
    assert "1200.50" == deal["price"]


def test_pages() -> None:
    """Pages of an answer are read as one history."""
    first, second = small.BITRIX["result"]["items"]
    pages: list[object] = [
        {"result": {"items": [first]}, "next": 50},
        {"result": {"items": [second]}},
    ]
    assert bitrix24.read(small.BITRIX) == bitrix24.read(pages)


def test_files(tmp_path: Path) -> None:
    """A path and a binary file give what the data give."""
    path = tmp_path / "history.json"
    path.write_text(json.dumps(small.BITRIX), "utf-8")
    assert bitrix24.read(small.BITRIX) == bitrix24.read(path)
    with path.open("rb") as file:
        assert bitrix24.read(small.BITRIX) == bitrix24.read(file)


def test_forms_of_ocel_say_the_same() -> None:
    """One log as JSON, as XML and as SQLite gives the same tables."""
    plain = ocel.read(json.dumps(small.OCEL).encode(), deals="deal", people="person")
    assert plain == READ["ocel-xml"][0]
    assert plain == READ["ocel-sqlite"][0]


def test_nothing_is_lost() -> None:
    """A row without a deal, a stage or a moment reaches evaluation, which tells it."""
    rows: list[object] = [
        {"OWNER_ID": None, "STAGE_ID": "new", "CREATED_TIME": "2026-03-02T10:00:00Z"},
        {"OWNER_ID": 7, "STAGE_ID": None, "CREATED_TIME": "2026-03-02T10:00:00Z"},
        {"OWNER_ID": 8, "STAGE_ID": "new", "CREATED_TIME": "soon"},
        {"OWNER_ID": 9, "STAGE_ID": "new", "CREATED_TIME": "2026-03-02T10:00:00Z"},
    ]
    tables = bitrix24.read(rows)
    assert 4 == len(tables["events"])
    result = sr.evaluate(small.rules(), {"events": tables["events"]}, as_of=small.NOW)
    assert 3 == len([one for one in result.rejects if one.table == "events"])
    assert ["9"] == [row.deal for row in result.visits]  # type: ignore[attr-defined]


BAD = [
    ("bad-json", lambda: bitrix24.read(b"{")),
    ("no-items", lambda: bitrix24.read({"total": 0})),
    ("api-error", lambda: bitrix24.read({"error": "no"})),
    ("no-export", lambda: bitrix24.read(small.RULES.encode())),
    ("no-export", lambda: amocrm.read(b"")),
    ("no-export", lambda: amocrm.read(small.RULES.encode())),
    ("no-export", lambda: amocrm.read([{"OWNER_ID": 7, "CREATED_TIME": "x"}])),
    ("no-export", lambda: amocrm.read(small.AMO, [{"ID": 7}])),
    ("no-export", lambda: hubspot.read([{"id": 7}])),
    ("no-export", lambda: salesforce.read(b"deal,at\n7,x\n")),
    ("wrong-type", lambda: bitrix24.read(io.StringIO("[]"))),  # type: ignore[arg-type]
    ("wrong-type", lambda: bitrix24.read({"result": {"items": [7]}})),
    ("not-utf-8", lambda: salesforce.read("Стадия".encode("cp1251"))),
    ("unreadable-file", lambda: hubspot.read("no/such/file.json")),
    ("unreadable-file", lambda: xes.read(gzip.compress(small.XES)[:40])),
    ("bad-xml", lambda: xes.read(small.XES[:-20])),
    ("bad-xml", lambda: xes.read(b"")),
    ("no-log", lambda: xes.read(b"<html/>")),
    (
        "refused",
        lambda: xes.read(b'<!DOCTYPE log [<!ENTITY a "b">]><log>&a;</log>'),
    ),
    ("no-log", lambda: ocel.read({"events": []}, deals="deal")),
    ("bad-json", lambda: ocel.read(b"[", deals="deal")),
    ("bad-xml", lambda: ocel.read(b"<log>", deals="deal")),
    ("no-log", lambda: ocel.read(b"<log/>", deals="deal")),
    (
        "refused",
        lambda: ocel.read(b'<!DOCTYPE log [<!ENTITY a "b">]><log/>', deals="deal"),
    ),
    ("no-log", lambda: ocel.read(b"SQLite format 3\0" + b"x" * 99, deals="deal")),
    ("unknown-type", lambda: ocel.read(small.OCEL, deals="deel")),
]


@pytest.mark.parametrize(("code", "read"), BAD)
def test_bad_input(code: str, read: Any) -> None:
    """What is no such export is refused with a problem that names its kind."""
    with pytest.raises(LoadError) as raised:
        read()
    assert [code] == [one.code for one in raised.value.problems]


REFUSED = {
    "bitrix24": (
        lambda: bitrix24.read(
            [small.BITRIX, {"error": "OVERLOADED", "error_description": "Wait"}]
        ),
        "OVERLOADED, Wait (at /1);",
    ),
    "amocrm": (
        lambda: amocrm.read({"title": "Unauthorized", "status": 401, "detail": "No"}),
        "401, Unauthorized, No;",
    ),
    "hubspot": (
        lambda: hubspot.read(
            {"status": "error", "category": "RATE_LIMITS", "message": "Wait"}
        ),
        "RATE_LIMITS, Wait;",
    ),
    "salesforce": (
        lambda: salesforce.read([{"errorCode": "INVALID_SESSION", "message": "No"}]),
        "INVALID_SESSION, No (at /0);",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_an_error_of_the_program_is_told(name: str) -> None:
    """An answer that is an error is told with its code and its words."""
    read, said = REFUSED[name]
    with pytest.raises(LoadError) as raised:
        read()
    assert ["api-error"] == [one.code for one in raised.value.problems]
    assert said in str(raised.value)


def test_an_answer_without_items_is_empty() -> None:
    """An answer with no items, and a table of nothing but its header, are empty."""
    empty: Tables = {"deals": [], "events": []}
    assert empty == bitrix24.read({"result": {"items": []}})
    assert empty == bitrix24.read(CSV_OF_BITRIX.splitlines(keepends=True)[0])


def test_unknown_type_has_a_hint() -> None:
    """A type of objects that a log does not have is told with the nearest one."""
    with pytest.raises(LoadError) as raised:
        ocel.read(small.OCEL, deals="deel")
    assert "did you mean 'deal'?" == raised.value.problems[0].hint
