"""Inner tables as the records of the contract, for the evaluator in Python."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from salesreg.evaluate.engines.engine import Engine
from salesreg.evaluate.reading.inner import COLUMNS
from salesreg.evaluate.reading.typed import MICRO, whole
from salesreg.evaluate.sql.dialects import Kind, written
from salesreg.evaluate.tables import (
    Deal,
    Employment,
    Event,
    MoneyMoved,
    Records,
    Target,
    Worked,
)
from salesreg.model.process import Field
from salesreg.values._iso4217 import MINOR_DIGITS
from salesreg.values.amounts import Money, Percent
from salesreg.values.zone import EPOCH, SECOND

_FIRST = EPOCH.date()
_DAY = dt.timedelta(days=1)


def small_records(engine: Engine) -> Records:
    """Return people and targets alone, which are few."""
    return Records(people=_people(engine), targets=_targets(engine))


def key_kind(engine: Engine) -> Kind:
    """Return what the keys of deals are."""
    kind = engine.columns("SELECT deal FROM salesreg_deals")["deal"]
    return "int" if whole(kind) else "text"


def records_of(
    engine: Engine,
    fields: Mapping[str, Field],
    there: frozenset[str],
    bucket: str = "",
    *,
    worked: bool = False,
) -> Records:
    """Return the inner tables as records.

    Args:
        engine: Where they are.
        fields: The fields of deals, in the order in which they are numbered.
        there: The columns of the deals.
        bucket: Condition that picks some deals; what people did, which is not of
            deals, is left out then.
        worked: Whether what people did for those deals is read all the same.
    """
    where = f" WHERE {bucket}" if bucket else ""

    def rows(table: str, of: str = "", picked: str = "") -> Iterator[Any]:
        names = of or ", ".join(COLUMNS[table])
        query = f"SELECT {names} FROM salesreg_{table}{picked}"
        return engine.rows(written(query, engine.dialect))

    held = [
        (key, item.type, f"f{place}")
        for place, (key, item) in enumerate(fields.items())
        if f"f{place}" in there
    ]
    columns = [*COLUMNS["deals"], *(name for *_, name in held)]
    columns += [f"{name}_cur" for _, kind, name in held if kind == "money"]
    deals = [
        _deal(dict(zip(columns, row, strict=True)), held)
        for row in rows("deals", ", ".join(columns), where)
    ]
    spent = () if bucket and not worked else rows("activities", picked=where)
    return Records(
        deals=tuple(deals),
        events=tuple(
            Event(
                deal=str(deal),
                at=moment(at),
                kind=kind,
                subject=subject,
                state=state,
                actor=actor,
                sequence=sequence,
            )
            for deal, at, kind, subject, state, actor, sequence in rows(
                "events", picked=where
            )
        ),
        activities=tuple(
            Worked(
                person=person,
                activity=activity,
                start=moment(start),
                minutes=minutes,
                deal=None if deal is None else str(deal),
            )
            for person, activity, start, minutes, deal in spent
        ),
        people=_people(engine),
        payments=tuple(
            MoneyMoved(
                deal=str(deal),
                at=moment(at),
                amount=money(minor, currency).amount,
                currency=currency,
                state=state,
            )
            for deal, at, minor, currency, state in rows("payments", picked=where)
        ),
        targets=_targets(engine),
    )


def _rows(engine: Engine, table: str) -> Iterator[Any]:
    return engine.rows(f"SELECT {', '.join(COLUMNS[table])} FROM salesreg_{table}")


def _people(engine: Engine) -> tuple[Employment, ...]:
    return tuple(
        Employment(
            person=person,
            role=role,
            since=date(since),
            until=None if until is None else date(until),
        )
        for person, role, since, until in _rows(engine, "people")
    )


def _targets(engine: Engine) -> tuple[Target, ...]:
    return tuple(
        Target(
            kpi=kpi,
            start=date(start),
            end=date(end),
            amount=number(micro),
            person=person,
            role=role,
        )
        for kpi, start, end, micro, person, role in _rows(engine, "targets")
    )


def moment(seconds: int) -> dt.datetime:
    """Return a moment from its seconds."""
    return EPOCH + seconds * SECOND


def date(days: int) -> dt.date:
    """Return a date from its number."""
    return _FIRST + days * _DAY


def money(minor: int, currency: str) -> Money:
    """Return a sum from minor units."""
    return Money(Decimal(minor).scaleb(-MINOR_DIGITS[currency]), currency)


def number(micro: int) -> Decimal:
    """Return a number from millionths."""
    return Decimal(micro) / MICRO


def _deal(row: Mapping[str, Any], held: Sequence[tuple[str, str, str]]) -> Deal:
    values: dict[str, object] = {}
    for key, kind, name in held:
        value = row[name]
        if value is None:
            continue
        match kind:
            case "money":
                code = row[f"{name}_cur"]
                if code in MINOR_DIGITS:
                    values[key] = money(value, code)
            case "number":
                values[key] = number(value)
            case "percent":
                values[key] = Percent(number(value))
            case "date":
                values[key] = date(value)
            case "flag":
                values[key] = bool(value)
            case _:
                values[key] = value
    return Deal(
        deal=str(row["deal"]),
        created_at=moment(row["created_s"]),
        owner=row["owner"],
        values=values,
    )
