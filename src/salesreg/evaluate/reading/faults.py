"""What can be wrong with a row of each table, as conditions over its columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, get_args, get_type_hints

from attrs import frozen

from salesreg.evaluate.reading.canonical import EVENT_KINDS, Reading
from salesreg.evaluate.reading.known import Known
from salesreg.evaluate.reading.typed import known_currency, local_time
from salesreg.values.event import DocumentMoved, Payment

_PAID: tuple[str, ...] = get_args(get_type_hints(Payment)["state"])
_MOVED: tuple[str, ...] = get_args(get_type_hints(DocumentMoved)["state"])

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
    "unknown-document",
    "unknown-field",
    "unknown-role",
    "unknown-kpi",
    "unknown-currency",
    "unknown-state",
    "unknown-choice",
    "unknown-year",
    "negative",
    "duplicate",
    "unordered",
    "clock-back",
    "before-creation",
    "after-now",
    "ends-first",
]
"""What is wrong with a row."""


@frozen
class Rule:
    """What is wrong with a row.

    Attributes:
        reason: What it is called.
        when: The condition under which it is wrong.
        detail: The expression that tells what stands there.
        used: Whether the row is used all the same.
    """

    reason: Reason
    when: str
    detail: str
    used: bool = False


def unread(reading: Reading) -> Iterator[Rule]:
    """Yield what is missing, and what stands there and cannot be read."""
    for part in reading.parts:
        if not part.raw or part.name.endswith("_cur"):
            continue
        raw, name = f"raw_{part.name}", part.name
        empty = f"coalesce({raw}, '') = ''"
        if part.needed:
            reason: Reason = "no-key" if part.kind == "text" else "no-value"
            missing = f"{name} IS NULL AND {empty}"
            if reading.table == "payments" and name == "currency":
                # Without a sum nobody asks for its currency.
                missing = "currency IS NULL AND minor IS NOT NULL"
                reason = "unknown-currency"
            yield Rule(reason, missing, f"'{_shown(name)}'")
        if part.kind == "int":
            bad = f"{name} IS NULL AND NOT {empty}"
            clock = name in {"at_s", "created_s", "start_s"}
            if clock and not reading.source.held:
                local = f"{local_time(f'trim({raw})')} IS NOT NULL"
                yield Rule("no-zone", f"{bad} AND {local}", raw, not part.needed)
                bad += f" AND NOT {local}"
            yield Rule("bad-value", bad, raw, not part.needed)


def _shown(name: str) -> str:
    """Return what the contract calls a column of an inner table."""
    if name in {"minor", "micro"}:
        return "amount"
    if name == "created_s":
        return "created_at"
    return name.removesuffix("_s").removesuffix("_d")


def named(reading: Reading, known: Known) -> Iterator[Rule]:
    """Yield what is named and is not there."""
    yield from _NAMED[reading.table](reading, known)
    names = {part.name for part in reading.parts}
    if "people" in known.tables:
        person = {"deals": "owner", "activities": "person", "targets": "person"}
        owner = person.get(reading.table)
        there = "(SELECT person FROM salesreg_people WHERE person IS NOT NULL)"
        if owner in names:
            when = f"{owner} NOT IN {there}"
            yield Rule("unknown-owner", when, str(owner), used=True)
        if reading.table == "events":
            when = f"kind = 'owner' AND subject <> '' AND subject NOT IN {there}"
            yield Rule("unknown-owner", when, "subject", used=True)
    moment = {"events": "at_s", "deals": "created_s", "activities": "start_s"}
    if reading.table in moment and known.first is not None:
        at = moment[reading.table]
        when = f"({at} < {known.first} OR {at} >= {known.last})"
        yield Rule("unknown-year", when, f"raw_{at}", used=True)


def _in_deals(reading: Reading, known: Known) -> Iterator[Rule]:
    names = {part.name for part in reading.parts}
    for part in reading.parts:
        if part.name.endswith("_cur"):
            there = f"{part.name.removesuffix('_cur')} IS NOT NULL"
            bad = f"{there} AND NOT coalesce({known_currency(part.name)}, FALSE)"
            yield Rule("unknown-currency", bad, part.name, used=True)
    for place, item in enumerate(known.fields.values()):
        if f"f{place}" in names and item.type == "choice" and item.choices:
            when = f"f{place} NOT IN ({_list(item.choices)})"
            yield Rule("unknown-choice", when, f"f{place}", used=True)
    yield Rule("after-now", f"created_s > {known.now}", "raw_created_s")


def _in_events(reading: Reading, known: Known) -> Iterator[Rule]:
    yield Rule("unknown-kind", f"kind NOT IN ({_list(EVENT_KINDS)})", "kind")
    stages = f"coalesce(subject, '') NOT IN ({_list(known.stages)})"
    yield Rule("unknown-stage", f"kind = 'stage' AND {stages}", "subject")
    yield Rule("after-now", f"at_s > {known.now}", "raw_at_s")
    done = f"coalesce(subject, '') NOT IN ({_list(known.activities)})"
    when = f"kind = 'activity' AND {done}"
    yield Rule("unknown-activity", when, "subject", used=True)
    when = f"kind = 'document' AND subject NOT IN ({_list(known.documents)})"
    yield Rule("unknown-document", when, "subject", used=True)
    when = f"kind = 'field' AND subject NOT IN ({_list(known.fields)})"
    yield Rule("unknown-field", when, "subject", used=True)
    for kind, states in (("payment", _PAID), ("document", _MOVED)):
        when = f"kind = '{kind}' AND coalesce(state, '') NOT IN ({_list(states)})"
        yield Rule("unknown-state", when, "state", used=True)
    # An owner who is nobody is the pool.
    when = "kind NOT IN ('stage', 'activity', 'payment', 'comment', 'owner')"
    yield Rule("no-value", f"{when} AND subject IS NULL", "'subject'")


def _in_activities(reading: Reading, known: Known) -> Iterator[Rule]:
    when = f"activity NOT IN ({_list(known.activities)})"
    yield Rule("unknown-activity", when, "activity", used=True)
    yield Rule("negative", "minutes < 0", "minutes")
    yield Rule("after-now", f"start_s > {known.now}", "raw_start_s")


def _in_people(reading: Reading, known: Known) -> Iterator[Rule]:
    yield from _with_role(known)
    if "until_d" not in reading.constant:
        yield Rule("ends-first", "until_d < since_d", "raw_until_d", used=True)


def _with_role(known: Known) -> Iterator[Rule]:
    when = f"role NOT IN ({_list(known.roles)})"
    yield Rule("unknown-role", when, "role", used=True)


def _in_payments(reading: Reading, known: Known) -> Iterator[Rule]:
    yield Rule("negative", "minor < 0", "raw_minor")
    yield Rule("unknown-currency", f"NOT {known_currency('currency')}", "currency")
    yield Rule("unknown-state", f"state NOT IN ({_list(_PAID)})", "state")
    yield Rule("after-now", f"at_s > {known.now}", "raw_at_s")


def _in_targets(reading: Reading, known: Known) -> Iterator[Rule]:
    yield from _with_role(known)
    yield Rule("unknown-kpi", f"kpi NOT IN ({_list(known.kpis)})", "kpi", used=True)
    yield Rule("ends-first", "end_d < start_d", "raw_end_d", used=True)


_NAMED = {
    "deals": _in_deals,
    "events": _in_events,
    "activities": _in_activities,
    "people": _in_people,
    "payments": _in_payments,
    "targets": _in_targets,
}


def in_histories(reading: Reading) -> Iterable[Rule]:
    """Yield what is wrong with the order of events."""
    # Without numbers from the CRM there is no order but that of the moments.
    rules = [
        Rule(
            "unordered",
            "together > 1 AND lowest <> highest AND kind IN ('stage', 'owner')",
            "subject",
            used=True,
        )
    ]
    if "seq" not in reading.constant:
        rules.append(Rule("clock-back", "at_s < latest", "raw_at_s", used=True))
    return rules


def _list(keys: Iterable[str]) -> str:
    quoted = ["'" + key.replace("'", "''") + "'" for key in sorted(keys)]
    return ", ".join(quoted or ["''"])
