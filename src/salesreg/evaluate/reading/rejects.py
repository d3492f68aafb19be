"""Rows of a CRM that are not as they should be: told one by one, counted by reason.

Nothing is dropped in silence. A row that cannot be used at all (no key, no moment,
no such stage) is left out and told; one that can be used, but looks wrong (an event
before its deal was created, a clock that goes back, an owner whom nobody knows) is
used and told, so that totals can be had with such deals and without them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from attrs import frozen

from salesreg.evaluate.reading.canonical import EVENT_KINDS, Reading
from salesreg.evaluate.reading.typed import known_currency

Reason = Literal[
    "no-key",
    "no-value",
    "bad-value",
    "no-zone",
    "unknown-kind",
    "unknown-stage",
    "unknown-owner",
    "unknown-deal",
    "unknown-activity",
    "unknown-role",
    "unknown-kpi",
    "unknown-currency",
    "unknown-state",
    "unknown-year",
    "negative",
    "duplicate",
    "unordered",
    "clock-back",
    "before-creation",
    "after-now",
]
"""What is wrong with a row."""


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


@frozen
class Known:
    """What rows may name.

    Attributes:
        stages: Keys of stages.
        activities: Keys of activities.
        roles: Keys of roles.
        kpis: Keys of KPIs.
        tables: The tables that were given.
        now: The moment of evaluation, in seconds.
        first: First second that the calendars know; None without a calendar.
        last: First second that they do not know any more.
    """

    stages: frozenset[str]
    activities: frozenset[str]
    roles: frozenset[str]
    kpis: frozenset[str]
    tables: frozenset[str]
    now: int
    first: int | None = None
    last: int | None = None


@frozen
class _Rule:
    reason: Reason
    when: str
    detail: str
    used: bool = False


def rejects_query(reading: Reading, known: Known) -> str:
    """Return the query for the rejects of a table, in the dialect of its reader.

    A row is told once for each thing that is wrong with it.
    """
    raws = {part.name: part.raw for part in reading.parts if part.raw}
    shown = [f"CAST({raw} AS VARCHAR) AS raw_{name}" for name, raw in raws.items()]
    names = ", ".join(part.name for part in reading.parts)
    numbered = reading.query("row_number() OVER () AS row_no", *shown)
    rules = [*_unread(reading), *_named(reading, known)]
    looked = "*"
    if reading.table in {"events", "deals", "payments", "activities", "people"}:
        alike = "deal" if reading.table == "deals" else names
        looked += (
            f", row_number() OVER (PARTITION BY {alike} ORDER BY row_no) AS copy_no"
        )
        once = reading.table in {"deals", "people"}
        rule = _Rule("duplicate", "copy_no > 1", reading.parts[0].name, used=not once)
        rules.append(rule)
    if reading.table == "events":
        looked += (
            ", max(at_s) OVER (PARTITION BY deal ORDER BY seq ROWS BETWEEN UNBOUNDED"
            " PRECEDING AND 1 PRECEDING) AS latest"
            ", count(*) OVER (PARTITION BY deal, kind, at_s, seq) AS together"
            ", min(coalesce(subject, '')) OVER (PARTITION BY deal, kind, at_s, seq) AS"
            " lowest, max(coalesce(subject, '')) OVER (PARTITION BY deal, kind, at_s,"
            " seq) AS highest"
        )
        rules += _histories(reading)
    created = ""
    if reading.table in {"events", "payments"} and "deals" in known.tables:
        created = (
            " LEFT JOIN (SELECT deal AS deal_known, min(created_s) AS deal_created"
            " FROM salesreg_deals GROUP BY deal) AS known ON deal_known = deal"
        )
        rules += [
            _Rule("unknown-deal", "deal_known IS NULL", "deal", used=True),
            _Rule("before-creation", "at_s < deal_created", "raw_at_s", used=True),
        ]
    usable = f" AND {reading.usable}"
    deal = "deal" if "deal" in names.split(", ") else "CAST(NULL AS VARCHAR)"
    parts = "\nUNION ALL ".join(
        f"SELECT row_no, CAST({deal} AS VARCHAR) AS deal, '{rule.reason}' AS reason,"
        f" CAST({rule.detail} AS VARCHAR) AS detail, {int(rule.used)} AS used"
        f" FROM looked WHERE {rule.when}{usable if rule.used else ''}"
        for rule in rules
    )
    return (
        f"WITH numbered AS ({numbered}), looked AS (SELECT {looked} FROM numbered"
        f"{created}) SELECT '{reading.table}' AS tbl, * FROM ({parts}) AS told"
        f" ORDER BY row_no, reason"
    )


def _unread(reading: Reading) -> Iterator[_Rule]:
    """Yield what is missing, and what stands there and cannot be read."""
    for part in reading.parts:
        if not part.raw or part.name.endswith("_cur"):
            continue
        raw, name = f"raw_{part.name}", part.name
        empty = f"coalesce({raw}, '') = ''"
        if part.needed:
            reason: Reason = "no-key" if part.kind == "text" else "no-value"
            if reading.table == "payments" and name == "currency":
                reason = "unknown-currency"
            yield _Rule(reason, f"{name} IS NULL AND {empty}", f"'{_shown(name)}'")
        if part.kind == "int":
            bad = f"{name} IS NULL AND NOT {empty}"
            clock = name in {"at_s", "created_s", "start_s"}
            if clock and not reading.source.held:
                local = f"TRY_CAST({raw} AS TIMESTAMP) IS NOT NULL"
                yield _Rule("no-zone", f"{bad} AND {local}", raw, not part.needed)
                bad += f" AND NOT {local}"
            yield _Rule("bad-value", bad, raw, not part.needed)


def _shown(name: str) -> str:
    return {"at_s": "at", "created_s": "created_at", "start_s": "start"}.get(name, name)


def _named(reading: Reading, known: Known) -> Iterator[_Rule]:
    """Yield what is named and is not there."""
    yield from _NAMED[reading.table](reading, known)
    names = {part.name for part in reading.parts}
    if "people" in known.tables:
        owner = {"deals": "owner", "activities": "person"}.get(reading.table)
        there = "(SELECT person FROM salesreg_people WHERE person IS NOT NULL)"
        if owner in names:
            when = f"{owner} NOT IN {there}"
            yield _Rule("unknown-owner", when, str(owner), used=True)
        if reading.table == "events":
            when = f"kind = 'owner' AND subject NOT IN {there}"
            yield _Rule("unknown-owner", when, "subject", used=True)
    moment = {"events": "at_s", "deals": "created_s", "activities": "start_s"}
    if reading.table in moment and known.first is not None:
        at = moment[reading.table]
        when = f"({at} < {known.first} OR {at} >= {known.last})"
        yield _Rule("unknown-year", when, f"raw_{at}", used=True)


def _in_deals(reading: Reading, known: Known) -> Iterator[_Rule]:
    for part in reading.parts:
        if part.name.endswith("_cur"):
            there = f"{part.name.removesuffix('_cur')} IS NOT NULL"
            bad = f"{there} AND NOT coalesce({known_currency(part.name)}, FALSE)"
            yield _Rule("unknown-currency", bad, part.name, used=True)
    yield _Rule("after-now", f"created_s > {known.now}", "raw_created_s")


def _in_events(reading: Reading, known: Known) -> Iterator[_Rule]:
    yield _Rule("unknown-kind", f"kind NOT IN ({_list(EVENT_KINDS)})", "kind")
    stages = f"coalesce(subject, '') NOT IN ({_list(known.stages)})"
    yield _Rule("unknown-stage", f"kind = 'stage' AND {stages}", "subject")
    yield _Rule("after-now", f"at_s > {known.now}", "raw_at_s")
    done = f"coalesce(subject, '') NOT IN ({_list(known.activities)})"
    when = f"kind = 'activity' AND {done}"
    yield _Rule("unknown-activity", when, "subject", used=True)
    when = "kind NOT IN ('stage', 'activity', 'payment', 'comment')"
    yield _Rule("no-value", f"{when} AND subject IS NULL", "'subject'")


def _in_activities(reading: Reading, known: Known) -> Iterator[_Rule]:
    when = f"activity NOT IN ({_list(known.activities)})"
    yield _Rule("unknown-activity", when, "activity", used=True)
    yield _Rule("negative", "minutes < 0", "minutes")


def _in_people(reading: Reading, known: Known) -> Iterator[_Rule]:
    when = f"role NOT IN ({_list(known.roles)})"
    yield _Rule("unknown-role", when, "role", used=True)


def _in_payments(reading: Reading, known: Known) -> Iterator[_Rule]:
    yield _Rule("negative", "minor < 0", "raw_minor")
    yield _Rule("unknown-currency", f"NOT {known_currency('currency')}", "currency")
    states = "'invoiced', 'prepaid', 'received', 'refunded'"
    yield _Rule("unknown-state", f"state NOT IN ({states})", "state")
    yield _Rule("after-now", f"at_s > {known.now}", "raw_at_s")


def _in_targets(reading: Reading, known: Known) -> Iterator[_Rule]:
    yield from _in_people(reading, known)
    yield _Rule("unknown-kpi", f"kpi NOT IN ({_list(known.kpis)})", "kpi", used=True)


_NAMED = {
    "deals": _in_deals,
    "events": _in_events,
    "activities": _in_activities,
    "people": _in_people,
    "payments": _in_payments,
    "targets": _in_targets,
}


def _histories(reading: Reading) -> Iterable[_Rule]:
    """Yield what is wrong with the order of events."""
    # Without numbers from the CRM there is no order but that of the moments.
    rules = [
        _Rule(
            "unordered",
            "together > 1 AND lowest <> highest AND kind IN ('stage', 'owner')",
            "subject",
            used=True,
        )
    ]
    if "seq" not in reading.constant:
        rules.append(_Rule("clock-back", "at_s < latest", "raw_at_s", used=True))
    return rules


def _list(keys: Iterable[str]) -> str:
    quoted = ["'" + key.replace("'", "''") + "'" for key in sorted(keys)]
    return ", ".join(quoted or ["''"])
