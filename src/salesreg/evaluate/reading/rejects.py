"""Rows of a CRM that are not as they should be: told one by one, counted by reason.

Nothing is dropped in silence. A row that cannot be used at all (no key, no moment,
no such stage) is left out and told; one that can be used, but looks wrong (an event
before its deal was created, a clock that goes back, an owner whom nobody knows) is
used and told, so that totals can be had with such deals and without them.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import frozen

from salesreg.errors import InvalidValue
from salesreg.evaluate.editions import Editions
from salesreg.evaluate.engines.engine import Engine
from salesreg.evaluate.facts import is_unlisted, read
from salesreg.evaluate.reading.canonical import Reading
from salesreg.evaluate.reading.faults import (
    Reason,
    Rule,
    in_histories,
    named,
    unread,
)
from salesreg.evaluate.reading.known import Known
from salesreg.evaluate.reading.loading import Loaded, copied
from salesreg.evaluate.sql.dialects import written
from salesreg.model.process import Field


@frozen(kw_only=True)
class Reject:
    """A row that is not as it should be.

    Attributes:
        table: The table.
        row: Which row of the table as it was given, from 1.
        deal: The deal, where the table has deals.
        reason: What is wrong.
        detail: What stands there.
        used: Whether the row is used all the same.
    """

    table: str
    row: int
    deal: str | None
    reason: Reason
    detail: str | None
    used: bool


def rejects_of(loaded: Loaded, editions: Editions) -> Iterator[Reject]:
    """Yield the rejects of every table, in the order of its rows."""
    known = Known.of(editions, loaded.readings, loaded.seen.now)
    _shared(loaded)
    for table, reading in loaded.readings.items():
        engine = loaded.engine if reading.source.held else loaded.reader

        def rows(query: str, engine: Engine = engine) -> Iterator[Any]:
            own = engine.dialect == "duckdb"
            return engine.rows(query if own else written(query, engine.dialect))

        found = (
            Reject(table=table, row=row, deal=deal, reason=reason, detail=detail,
                   used=bool(used))
            for row, deal, reason, detail, used in rows(rejects_query(reading, known))
        )  # fmt: skip
        told: Iterator[Reject] = iter(())
        if table == "events" and "field" in loaded.seen.kinds:
            written_to = rows(field_events_query(reading))
            told = field_rejects(written_to, editions.fields, editions.currency)
        yield from heapq.merge(found, told, key=lambda one: (one.row, one.reason))


def _shared(loaded: Loaded) -> None:
    """Let what DuckDB reads be compared with what another engine holds."""
    readings = loaded.readings
    if all(reading.source.held for reading in readings.values()):
        return
    for table in ("deals", "people"):
        if table in readings and readings[table].source.held:
            copied(table, loaded.engine, loaded.reader)


def rejects_query(reading: Reading, known: Known) -> str:
    """Return the query for the rejects of a table, in the dialect of its reader.

    A row is told once for each thing that is wrong with it.
    """
    raws = {part.name: part.raw for part in reading.parts if part.raw}
    shown = [f"CAST({raw} AS VARCHAR) AS raw_{name}" for name, raw in raws.items()]
    names = ", ".join(part.name for part in reading.parts)
    numbered = reading.query("row_number() OVER () AS row_no", *shown)
    rules = [*unread(reading), *named(reading, known)]
    looked = "*"
    alike = "deal" if reading.table == "deals" else names
    looked += f", row_number() OVER (PARTITION BY {alike} ORDER BY row_no) AS copy_no"
    once = reading.table in {"deals", "people"}
    key = reading.parts[0].name
    again = f"copy_no > 1 AND {reading.usable()}"
    rules.append(Rule("duplicate", again, key, used=not once))
    if reading.table == "events":
        looked += (
            ", max(at_s) OVER (PARTITION BY deal ORDER BY seq ROWS BETWEEN UNBOUNDED"
            " PRECEDING AND 1 PRECEDING) AS latest"
            ", count(*) OVER (PARTITION BY deal, kind, at_s, seq) AS together"
            ", min(coalesce(subject, '')) OVER (PARTITION BY deal, kind, at_s, seq) AS"
            " lowest, max(coalesce(subject, '')) OVER (PARTITION BY deal, kind, at_s,"
            " seq) AS highest"
        )
        rules += in_histories(reading)
    created = ""
    of_deals = {"events", "payments", "activities"}
    if reading.table in of_deals and "deals" in known.tables:
        created = (
            " LEFT JOIN (SELECT deal AS deal_known, min(created_s) AS deal_created"
            " FROM salesreg_deals GROUP BY deal) AS known ON deal_known = deal"
        )
        rules += [
            Rule(
                "unknown-deal",
                "deal IS NOT NULL AND deal_known IS NULL",
                "deal",
                used=True,
            )
        ]
        if reading.table != "activities":
            rules.append(
                Rule("before-creation", "at_s < deal_created", "raw_at_s", used=True)
            )
    usable = f" AND {reading.usable()}"
    deal = "deal" if "deal" in names.split(", ") else "CAST(NULL AS VARCHAR)"
    parts = "\nUNION ALL ".join(
        f"SELECT row_no, CAST({deal} AS VARCHAR) AS deal, '{rule.reason}' AS reason,"
        f" CAST({rule.detail} AS VARCHAR) AS detail, {int(rule.used)} AS used,"
        f" {number} AS rule FROM looked"
        f" WHERE {rule.when}{usable if rule.used else ''}"
        for number, rule in enumerate(rules)
    )
    return (
        f"WITH numbered AS ({numbered}), looked AS (SELECT {looked} FROM numbered"
        f"{created}) SELECT row_no, deal, reason, detail, used FROM ({parts}) AS told"
        " ORDER BY row_no, reason, rule"
    )


def field_events_query(reading: Reading) -> str:
    """Return the query for what events wrote into fields: row, deal, field, text."""
    numbered = reading.query("row_number() OVER () AS row_no")
    return (
        f"SELECT row_no, deal, subject, state FROM ({numbered}) AS numbered"
        " WHERE kind = 'field' AND state IS NOT NULL AND subject IS NOT NULL"
        f" AND {reading.usable()} ORDER BY row_no"
    )


def field_rejects(
    rows: Iterable[tuple[int, object, str, str]],
    fields: Mapping[str, Field],
    currency: str | None,
) -> Iterator[Reject]:
    """Yield the events that write into a field what its type does not hold.

    Args:
        rows: The rows of `field_events_query`.
        fields: The fields, by key.
        currency: The currency of sums that say none.
    """
    for row, deal, subject, state in rows:
        item = fields.get(subject)
        if item is None:
            continue
        reason: Reason | None = "unknown-choice" if is_unlisted(item, state) else None
        try:
            read(item, state, currency)
        except InvalidValue:
            reason = "bad-value"
        if reason is not None:
            yield Reject(
                table="events",
                row=row,
                deal=str(deal),
                reason=reason,
                detail=state,
                used=reason != "bad-value",
            )
