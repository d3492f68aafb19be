"""Bad rows of every table are told, each with its reason, its place and its use."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from itertools import product
from pathlib import Path
from typing import Any, get_args

import pytest

import salesreg as sr
from salesreg.evaluate.evaluation import Evaluation, evaluate
from salesreg.evaluate.reading.faults import Reason
from salesreg.evaluate.results import RESULTS
from tests.evaluate.drawn import NOW
from tests.evaluate.scene import values

pytest.importorskip("duckdb")

RULES = sr.loads(
    """\
format: salesreg/1
key: rules
title: Rules
language: en
roles: [{key: manager, title: Manager}]
activities: [{key: call, title: Call}]
documents: [{key: x, title: X}]
fields:
- {key: amount, title: Amount, type: money}
- {key: discount, title: Discount, type: percent}
- {key: seats, title: Seats, type: number}
- {key: next, title: Next step, type: date}
- {key: tender, title: Tender, type: flag}
- {key: source, title: Source, type: choice, choices: [site, referral]}
stages:
- {key: new, title: New, kind: initial, owner: manager, norm: {limit: 4 h working},
   transitions: [{to: won}]}
- {key: won, title: Won, kind: won, owner: manager}
next_step: {text: Each deal has one, field: next}
calendars:
- key: office
  title: Office
  time_zone: Europe/Moscow
  week: [{days: [monday, tuesday, wednesday, thursday, friday], window: "09:00-18:00"}]
kpis:
- {key: won, title: Won, unit: deals, direction: up, roles: [manager],
   formula: {kind: count, event: {kind: stage_entered, stage: won}}}
"""
)

DEAL = {"deal": "a", "created_at": "2026-02-02T10:00:00+03:00", "owner": "ann"}
EVENT = {
    "deal": "a",
    "at": "2026-02-02T10:00:00+03:00",
    "kind": "stage",
    "subject": "new",
    "state": None,
    "actor": None,
}
PERSON = {"person": "ann", "role": "manager", "since": "2026-01-01", "until": None}
WORK = {
    "person": "ann",
    "activity": "call",
    "start": "2026-02-02T10:00:00+03:00",
    "minutes": 10,
    "deal": "a",
}
PAID = {
    "deal": "a",
    "at": "2026-02-03T10:00:00+03:00",
    "amount": "1500.50",
    "currency": "RUB",
    "state": "received",
}
TARGET = {
    "kpi": "won",
    "start": "2026-02-01",
    "end": "2026-02-28",
    "amount": "3",
    "person": "ann",
    "role": None,
}
SOUND: dict[str, dict[str, Any]] = {
    "deals": DEAL,
    "events": EVENT,
    "people": PERSON,
    "activities": WORK,
    "payments": PAID,
    "targets": TARGET,
}


def held(**bad: list[dict[str, Any]]) -> Evaluation:
    """Hold a sound row of each table, and bad ones behind it, to the rules."""
    rows = {table: [row, *bad.get(table, [])] for table, row in SOUND.items()}
    return evaluate(RULES, rows, as_of=NOW)


def test_sound_rows_are_not_told() -> None:
    """Nothing is said of rows that fit."""
    assert () == held().rejects.rows()


DEALS = [
    ({"deal": ""}, "no-key", "deal", False),
    ({"deal": "b", "created_at": None}, "no-value", "created_at", False),
    ({"deal": "b", "created_at": "soon"}, "bad-value", "soon", False),
    ({"deal": "b", "created_at": "2026-02-02 10:00"}, "no-zone", None, False),
    ({"deal": "b", "created_at": "2027-02-02T10:00:00Z"}, "after-now", None, False),
    ({"deal": "b", "owner": "eve"}, "unknown-owner", "eve", True),
    ({}, "duplicate", "a", False),
    ({"deal": "b", "amount": "much"}, "bad-value", "much", True),
    ({"deal": "b", "amount": "5 XXQ"}, "unknown-currency", "XXQ", True),
    ({"deal": "b", "discount": "a lot"}, "bad-value", "a lot", True),
    ({"deal": "b", "seats": "ten"}, "bad-value", "ten", True),
    ({"deal": "b", "next": "tomorrow"}, "bad-value", "tomorrow", True),
    ({"deal": "b", "tender": "perhaps"}, "bad-value", "perhaps", True),
    ({"deal": "b", "source": "Site"}, "unknown-choice", "Site", True),
]
FIELD = {"kind": "field", "at": "2026-02-03T10:00:00+03:00"}
EVENTS = [
    ({"deal": None}, "no-key", "deal", False),
    ({"at": ""}, "no-value", "at", False),
    ({"at": "soon"}, "bad-value", "soon", False),
    ({"at": "2026-02-02 10:00"}, "no-zone", "2026-02-02 10:00", False),
    ({"kind": "tea"}, "unknown-kind", "tea", False),
    ({"subject": "nowhere"}, "unknown-stage", "nowhere", False),
    ({"kind": "happens", "subject": None}, "no-value", "subject", False),
    ({"kind": "owner", "subject": "eve"}, "unknown-owner", "eve", True),
    ({"kind": "activity", "subject": "tea"}, "unknown-activity", "tea", True),
    ({"kind": "document", "subject": "kp", "state": "sent"}, "unknown-document", "kp",
     True),
    ({**FIELD, "subject": "discountt", "state": "5%"}, "unknown-field", "discountt",
     True),
    ({"kind": "payment", "state": "lost"}, "unknown-state", "lost", True),
    ({"kind": "document", "subject": "x", "state": "eaten"}, "unknown-state", "eaten",
     True),
    ({"deal": "z"}, "unknown-deal", "z", True),
    ({"at": "2026-02-01T10:00:00Z"}, "before-creation", None, True),
    ({"at": "2027-02-01T10:00:00Z"}, "after-now", None, False),
    ({}, "duplicate", "a", True),
    ({"subject": "won"}, "unordered", "won", True),
    ({**FIELD, "subject": "amount", "state": "much RUB"}, "bad-value", "much RUB",
     False),
    ({**FIELD, "subject": "amount", "state": "1500"}, "bad-value", "1500", False),
    ({**FIELD, "subject": "discount", "state": "x"}, "bad-value", "x", False),
    ({**FIELD, "subject": "seats", "state": "NaN"}, "bad-value", "NaN", False),
    ({**FIELD, "subject": "next", "state": "2026-13-01"}, "bad-value", "2026-13-01",
     False),
    ({**FIELD, "subject": "tender", "state": "si"}, "bad-value", "si", False),
    ({**FIELD, "subject": "source", "state": "fair"}, "unknown-choice", "fair", True),
]  # fmt: skip
OTHERS = [
    ("people", {"person": None}, "no-key", "person", False),
    ("people", {"role": "chef"}, "unknown-role", "chef", True),
    ("people", {"since": ""}, "no-value", "since", False),
    ("people", {"since": "May"}, "bad-value", "May", False),
    ("people", {"since": "2026-01-02", "until": "May"}, "bad-value", "May", True),
    ("people", {"until": "2025-12-31"}, "ends-first", "2025-12-31", True),
    ("people", {}, "duplicate", "ann", False),
    ("activities", {"person": ""}, "no-key", "person", False),
    ("activities", {"person": "eve"}, "unknown-owner", "eve", True),
    ("activities", {"activity": "tea"}, "unknown-activity", "tea", True),
    ("activities", {"start": "x"}, "bad-value", "x", False),
    ("activities", {"start": "2027-02-02T10:00:00Z"}, "after-now", None, False),
    ("activities", {"minutes": -5}, "negative", "-5", False),
    ("activities", {"minutes": None}, "no-value", "minutes", False),
    ("activities", {"deal": "z"}, "unknown-deal", "z", True),
    ("activities", {}, "duplicate", "ann", True),
    ("payments", {"deal": ""}, "no-key", "deal", False),
    ("payments", {"deal": "z"}, "unknown-deal", "z", True),
    ("payments", {"at": None}, "no-value", "at", False),
    ("payments", {"at": "2026-02-01T10:00:00Z"}, "before-creation", None, True),
    ("payments", {"at": "2027-02-01T10:00:00Z"}, "after-now", None, False),
    ("payments", {"amount": "much"}, "bad-value", "much", False),
    ("payments", {"amount": "1.005"}, "bad-value", "1.005", False),
    ("payments", {"amount": None}, "no-value", "amount", False),
    ("payments", {"amount": "-5"}, "negative", "-5", False),
    ("payments", {"currency": "XXQ"}, "unknown-currency", "XXQ", False),
    ("payments", {"state": "lost"}, "unknown-state", "lost", False),
    ("payments", {}, "duplicate", "a", True),
    ("targets", {"kpi": ""}, "no-key", "kpi", False),
    ("targets", {"kpi": "lost"}, "unknown-kpi", "lost", True),
    ("targets", {"role": "chef"}, "unknown-role", "chef", True),
    ("targets", {"person": "eve"}, "unknown-owner", "eve", True),
    ("targets", {"amount": "many"}, "bad-value", "many", False),
    ("targets", {"end": "2026-01-31"}, "ends-first", "2026-01-31", True),
    ("targets", {}, "duplicate", "won", True),
]
CASES = [
    *(("deals", *case) for case in DEALS),
    *(("events", *case) for case in EVENTS),
    *OTHERS,
]


@pytest.fixture(scope="module")
def told() -> set[tuple[str, int, str, bool, str | None]]:
    """Tell what is said of the bad rows, table by table."""
    return {
        (one.table, one.row, one.reason, one.used, one.detail)
        for table in SOUND
        for one in held(**{table: [row for row, *_ in bad(table)]}).rejects
    }


def bad(table: str) -> list[tuple[dict[str, Any], str, str | None, bool]]:
    """Return the bad rows of a table, deals under keys of their own."""
    found = [case[1:] for case in CASES if case[0] == table]
    return [
        ({**SOUND[table], **change, **_named(change, place)}, reason, detail, used)
        for place, (change, reason, detail, used) in enumerate(found)
    ]


def _named(change: dict[str, Any], place: int) -> dict[str, Any]:
    return {"deal": f"b{place}"} if change.get("deal") == "b" else {}


@pytest.mark.parametrize("table", SOUND)
def test_each_reason(
    table: str, told: set[tuple[str, int, str, bool, str | None]]
) -> None:
    """A row with one mistake is told with the reason, what stands there, its use."""
    for row, (_, reason, detail, used) in enumerate(bad(table), 2):
        found = [one for one in told if one[:2] == (table, row)]
        assert (reason, used) in [one[2:4] for one in found], row
        assert detail in {None, *(one[4] for one in found if one[2] == reason)}, row
    # The rows of one deal in one second have no order, whatever else is wrong.
    plain = [one for one in told if one[0] == table and one[2] != "unordered"]
    assert len(bad(table)) - (table == "events") == len(plain)


def test_every_reason_is_tried() -> None:
    """No reason is without a row that shows it."""
    shown = {reason for _, _, reason, *_ in CASES} | {"clock-back", "unknown-year"}
    assert set(get_args(Reason)) == shown


def test_clock_goes_back() -> None:
    """With numbers of the CRM, an event that is later and earlier is told."""
    rows = [
        {**EVENT, "sequence": 1, "at": "2026-02-03T10:00:00+03:00"},
        {**EVENT, "sequence": 2, "subject": "won"},
    ]
    found = evaluate(RULES, {"events": rows}, as_of=NOW).rejects
    assert [(2, "clock-back", True)] == [(r.row, r.reason, r.used) for r in found]


def test_year_that_no_calendar_knows() -> None:
    """A moment in a year without holidays is told: its spans are unknown."""
    calendar = RULES.calendars[0]
    rules = RULES.replace("/calendars/0/country", "RU")
    assert calendar.country is None
    rows = [{**EVENT, "at": "1985-02-04T10:00:00+03:00"}]
    found = evaluate(rules, {"events": rows}, as_of=NOW).rejects
    assert [(1, "unknown-year", True)] == [(r.row, r.reason, r.used) for r in found]


def test_unused_rows_change_nothing() -> None:
    """Rows that are not used leave every table of results as it was."""
    unused = {
        table: [row for row, *_, used in bad(table) if not used] for table in SOUND
    }
    found, plain = held(**unused), held()
    for name in RESULTS:
        assert plain.table(name).rows() == found.table(name).rows(), name


def test_dates_with_dots(tmp_path: Path) -> None:
    """A CSV of a Russian CRM is read: semicolons, commas, days before months."""
    (tmp_path / "deals.csv").write_text(
        "Номер;Создана;Сумма;Шаг\n1;02.03.2026 09:10;1 500,50;20.03.2026\n", "utf-8"
    )
    (tmp_path / "events.csv").write_text(
        "Сделка;Когда;Что\n1;02.03.2026 9:10;Новая\n1;02.03.2026 09:10:30;won\n",
        "utf-8",
    )
    columns = sr.Columns(
        deals={"deal": "Номер", "created_at": "Создана", "amount": "Сумма",
               "next": "Шаг"},
        events={"deal": "Сделка", "at": "Когда", "subject": "Что"},
        stages={"Новая": "new"},
        time_zone="Europe/Moscow",
        currency="RUB",
    )  # fmt: skip
    data = {name: tmp_path / f"{name}.csv" for name in ("deals", "events")}
    found = evaluate(RULES, data, as_of=NOW, columns=columns)
    assert () == found.rejects.rows()
    entered = dt.datetime(2026, 3, 2, 6, 10, tzinfo=dt.UTC)
    assert [entered, entered + dt.timedelta(seconds=30)] == [
        values(visit, "entered_at")[0] for visit in found.visits
    ]


def test_texts_of_a_crm_are_read() -> None:
    """Events write what a column would hold: commas, spaces, no sign, no currency."""
    rows = [
        EVENT,
        {**EVENT, **FIELD, "subject": "amount", "state": "1 500,50"},
        {**EVENT, **FIELD, "subject": "discount", "state": "12,5"},
        {**EVENT, **FIELD, "subject": "next", "state": "2026-05-01T00:00:00+03:00"},
        {**EVENT, **FIELD, "subject": "next", "state": "01.05.2026"},
        {**EVENT, **FIELD, "subject": "tender", "state": "Yes"},
    ]
    columns = sr.Columns(currency="RUB")
    found = evaluate(RULES, {"events": rows}, as_of=NOW, columns=columns)
    assert () == found.rejects.rows()


SPELLED: list[tuple[str, str, object]] = [
    *(("tender", text, True) for text in ("Да", "ИСТИНА", "+", "yes", "1", " да ")),
    *(("tender", text, False) for text in ("нет", "ЛОЖЬ", "-", "No", "0")),
    *(
        ("amount", text, sr.Money.parse("1 200 000.50 RUB"))
        for text in (
            "1 200 000,50 руб.", "1 200 000,50 ₽", "1200000.5 руб", "1.200.000,50",
            "1,200,000.50", "1 200 000,50 RUB", "1200000,5", "1 200 000,50 рублей",
        )
    ),
    ("amount", "1.200.000", sr.Money.parse("1200000 RUB")),
    ("amount", "-1,5 р.", sr.Money.parse("-1.50 RUB")),
    ("amount", "5,25 USD", sr.Money.parse("5.25 USD")),
    *(("discount", one, sr.Percent.parse("5.5%")) for one in ("5,5%", "5.5", "5,5 %")),
    ("seats", "1.200,5", Decimal("1200.5")),
    ("seats", "1.200", Decimal("1.2")),
    ("seats", "1.2.3", None),
    ("seats", "1,20,000", None),
    ("next", "03.02.2026, 14:05", dt.date(2026, 2, 3)),
    ("next", "03.02.2026", dt.date(2026, 2, 3)),
    ("source", "site ", "site"),
    ("source", " referral", "referral"),
    ("source", "  ", None),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "value"), SPELLED)
def test_spellings(name: str, text: str, value: object) -> None:
    """A text means the same in a column of deals and in an event of its field."""
    columns = sr.Columns(currency="RUB")
    deal = {**DEAL, name: text}
    event = {**EVENT, **FIELD, "subject": name, "state": text}
    as_column = evaluate(RULES, {"deals": [deal]}, as_of=NOW, columns=columns)
    (held,) = as_column.plain.judgement().cases.values()
    as_event = evaluate(
        RULES, {"deals": [DEAL], "events": [event]}, as_of=NOW, columns=columns
    )
    (wrote,) = as_event.plain.judgement().cases.values()
    assert value == held.facts(NOW).get(name)
    assert value == wrote.facts(NOW).get(name)
    bad = ["bad-value"] if value is None and text.strip() else []
    assert bad == [one.reason for one in as_column.rejects]
    assert bad == [one.reason for one in as_event.rejects]


def test_moments_with_a_comma() -> None:
    """A moment may be written as an office writes it, with a comma or without."""
    rows = [
        {**EVENT, "deal": str(number), "at": f"03.02.2026{mark} 14:05{seconds}"}
        for number, (mark, seconds) in enumerate(product(("", ","), ("", ":00")))
    ]
    columns = sr.Columns(time_zone="Europe/Moscow")
    found = evaluate(RULES, {"events": rows}, as_of=NOW, columns=columns)
    entered = dt.datetime(2026, 2, 3, 11, 5, tzinfo=dt.UTC)
    assert [entered] * 4 == [values(visit, "entered_at")[0] for visit in found.visits]


def test_a_sum_that_is_empty_is_told_once() -> None:
    """Of a payment without a sum nobody is told that its currency is unknown."""
    bad = [{**PAID, "amount": None, "currency": None}, {**PAID, "currency": None}]
    rows = {"deals": [DEAL], "payments": bad}
    found = evaluate(RULES, rows, as_of=NOW).rejects
    assert [(1, "no-value", "amount"), (2, "unknown-currency", "currency")] == [
        (one.row, one.reason, one.detail) for one in found
    ]


def test_names_of_columns_are_refused_at_once() -> None:
    """An unknown currency and an unknown zone are told with the rest, once each."""
    with pytest.raises(sr.InvalidValue) as error:
        sr.Columns(
            events={"att": "WHEN"}, currency="руб", time_zone="MSK+3", encoding="cp0"
        )
    assert ["/events", "/currency", "/time_zone", "/encoding"] == [
        problem.path for problem in error.value.problems
    ]
