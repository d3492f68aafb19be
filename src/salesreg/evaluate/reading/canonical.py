"""The tables of the contract as inner tables: whole numbers and texts.

Moments are seconds from 1970 (`_s`), dates days from 1970 (`_d`), sums are in minor
units, other numbers in millionths. Fields of a deal are `f0`, `f1`... in the order of
the regulation, with the currency of a sum beside it (`f0_cur`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import NamedTuple, get_args

from attrs import frozen

from salesreg._text import did_you_mean
from salesreg.errors import InvalidValue, Problem
from salesreg.evaluate.reading import held, typed
from salesreg.evaluate.reading.columns import Columns, columns_of
from salesreg.evaluate.reading.sources import Source
from salesreg.evaluate.reading.typed import Wall
from salesreg.evaluate.sql.dialects import Kind
from salesreg.evaluate.tables import EventKind
from salesreg.model.process import Field

REQUIRED: Mapping[str, tuple[str, ...]] = {
    "deals": ("deal", "created_at"),
    "events": ("deal", "at", "subject"),
    "activities": ("person", "activity", "start", "minutes"),
    "people": ("person", "role", "since"),
    "payments": ("deal", "at", "amount"),
    "targets": ("kpi", "start", "end", "amount"),
}
"""Columns without which a table says nothing."""

EVENT_KINDS: tuple[str, ...] = get_args(EventKind)


class Column(NamedTuple):
    """A column of the CRM.

    Attributes:
        raw: The column as SQL has it.
        type: Its type, in the words of whatever holds the table.
    """

    raw: str
    type: str


@frozen
class Part:
    """A column of an inner table.

    Attributes:
        name: Its name.
        kind: What it holds.
        value: The expression that reads it.
        column: The column of the CRM; None when there is none.
        needed: Whether a row without it is of no use.
    """

    name: str
    kind: Kind
    value: str
    column: Column | None = None
    needed: bool = False

    @property
    def raw(self) -> str:
        """The column of the CRM as SQL has it; empty when there is none."""
        return "" if self.column is None else self.column.raw


@frozen
class Reading:
    """How a table of the contract is read.

    Attributes:
        table: Its name.
        source: Where it comes from.
        parts: The columns of the inner table.
        constant: Columns that the CRM does not give, and that are the same in each row.
    """

    table: str
    source: Source
    parts: tuple[Part, ...]
    constant: frozenset[str] = frozenset()

    @property
    def is_guessed(self) -> bool:
        """Whether an engine of its own would have to guess what texts mean."""
        return self.source.held and any(
            part.kind == "int" and part.column and held.is_text(part.column.type)
            for part in self.parts
        )

    def query(self, *more: str) -> str:
        """Return the query for every row, with more expressions over the source."""
        shown = [f"{part.value} AS {part.name}" for part in self.parts]
        return f"SELECT {', '.join([*shown, *more])} FROM ({self.source.query}) AS raw"

    def usable(self, *but: str) -> str:
        """Return the condition under which a row is of use, but for some columns."""
        needed = (part.name for part in self.parts if part.needed)
        there = [f"{name} IS NOT NULL" for name in needed if name not in but]
        return " AND ".join(there or ["1 = 1"])


def reading_of(
    table: str,
    source: Source,
    columns: Columns,
    fields: Mapping[str, Field],
    wall: Wall | None,
    currency: str | None,
    *,
    numbered: bool = False,
) -> Reading:
    """Return how a table is read.

    Args:
        table: Its name in the contract.
        source: Where it comes from.
        columns: What the CRM calls things.
        fields: Fields of a deal, by key.
        wall: What reads moments without a zone; None where none is known.
        currency: The currency of sums that say none.
        numbered: Whether keys of deals are whole numbers in every table.

    Raises:
        InvalidValue: A column that is needed is missing, one that was named is not
            there, or moments have no zone; with every problem.
    """
    named = _Named(table, source, columns.of(table), numbered)
    problems = list(named.problems(fields, wall))
    if problems:
        raise InvalidValue(problems)
    parts = tuple(_PARTS[table](named, columns, wall, currency))
    if table == "deals":
        parts += tuple(_field_parts(named, fields, currency))
    constant = frozenset(part.name for part in parts if not part.raw)
    return Reading(table, source, parts, constant)


@frozen
class _Named:
    table: str
    source: Source
    names: Mapping[str, str]
    numbered: bool = False

    @property
    def read(self) -> ModuleType:
        """The expressions for the types of whatever holds the table."""
        return held if self.source.held else typed

    def find(self, name: str) -> str | None:
        """Return the column of the CRM for a column of the contract."""
        wanted = self.names.get(name, name)
        if wanted in self.source.columns:
            return wanted
        alike = [one for one in self.source.columns if one.lower() == wanted.lower()]
        return alike[0] if len(alike) == 1 else None

    def column(self, name: str) -> Column | None:
        """Return the column of the CRM for a column of the contract."""
        found = self.find(name)
        if found is None:
            return None
        quoted = found.replace('"', '""')
        return Column(f'raw."{quoted}"', self.source.columns[found])

    def problems(
        self, fields: Mapping[str, Field], wall: Wall | None
    ) -> Iterator[Problem]:
        there = list(self.source.columns)
        known = {*columns_of(self.table), *(fields if self.table == "deals" else ())}
        for name, wanted in self.names.items():
            if name not in known:
                message = f"{self.table}: {name!r} is no column and no field of a deal"
                yield Problem("unknown-column", message, hint=did_you_mean(name, known))
            elif self.find(name) is None:
                message = f"{self.table} has no column {wanted!r}"
                hint = did_you_mean(wanted, there) or f"it has {', '.join(there)}"
                yield Problem("missing-column", message, hint=hint)
        for name in REQUIRED[self.table]:
            if self.find(name) is None and name not in self.names:
                message = f"{self.table} has no column {name!r}"
                hint = (
                    f"it has {', '.join(there)}; say which one it is:"
                    f" Columns({self.table}={{{name!r}: ...}}), or below"
                    f" [{self.table}] in the file of --columns"
                )
                yield Problem("missing-column", message, hint=hint)
        for name in ("at", "created_at", "start"):
            column = self.column(name)
            moment = self.table != "targets" and name in columns_of(self.table)
            if column and moment and wall is None and self.read.naive(column.type):
                message = f"moments in {self.table}.{self.find(name)} have no time zone"
                hint = "say where they were read: Columns(time_zone='Europe/Moscow')"
                yield Problem("naive-datetime", message, hint=hint)


def _deal(named: _Named, *, needed: bool = True) -> Part:
    """Return the key of a deal, which stays a number where it is one everywhere."""
    column = named.column("deal")
    if column and named.numbered:
        return Part("deal", "int", column.raw, column, needed)
    return _key(named, "deal", needed=needed)


def _key(named: _Named, name: str, inner: str = "", *, needed: bool = False) -> Part:
    column = named.column(name)
    value = named.read.key(*column) if column else "CAST(NULL AS VARCHAR)"
    return Part(inner or name, "text", value, column, needed)


def _moment(named: _Named, name: str, inner: str, wall: Wall | None) -> Part:
    column = named.column(name)
    assert column is not None
    return Part(inner, "int", named.read.moment(*column, wall), column, needed=True)


def _date(named: _Named, name: str, inner: str, *, needed: bool = True) -> Part:
    column = named.column(name)
    value = named.read.date(*column) if column else "CAST(NULL AS BIGINT)"
    value = f"CAST({value} AS BIGINT)"
    return Part(inner, "int", value, column, needed)


def _mapped(part: Part, names: Mapping[str, str], when: str = "") -> Part:
    """Return a column with the CRM's values replaced by keys."""
    if not names:
        return part
    cases = "".join(
        f" WHEN {_quoted(theirs)} THEN {_quoted(ours)}"
        for theirs, ours in names.items()
    )
    value = f"CASE {part.value}{cases} ELSE {part.value} END"
    if when:
        value = f"CASE WHEN {when} THEN {value} ELSE {part.value} END"
    return Part(part.name, part.kind, value, part.column, part.needed)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _deals(
    named: _Named, columns: Columns, wall: Wall | None, currency: str | None
) -> Iterator[Part]:
    yield _deal(named)
    yield _moment(named, "created_at", "created_s", wall)
    yield _key(named, "owner")


def _events(
    named: _Named, columns: Columns, wall: Wall | None, currency: str | None
) -> Iterator[Part]:
    yield _deal(named)
    yield _moment(named, "at", "at_s", wall)
    kind = _mapped(_key(named, "kind", needed=True), columns.kinds)
    if not kind.raw:
        kind = Part("kind", "text", "'stage'")
    subject = _key(named, "subject")
    if columns.happens:
        subject = _mapped(subject, columns.happens, f"{kind.value} <> 'stage'")
    if columns.stages:
        when = f"{kind.value} = 'stage'" if kind.raw else ""
        subject = _mapped(subject, columns.stages, when)
    yield kind
    yield subject
    yield _mapped(_key(named, "state"), columns.states, f"{kind.value} <> 'field'")
    yield _key(named, "actor")
    sequence = named.column("sequence")
    value = f"coalesce({named.read.count(*sequence)}, 0)" if sequence else "0"
    yield Part("seq", "int", value, sequence)


def _activities(
    named: _Named, columns: Columns, wall: Wall | None, currency: str | None
) -> Iterator[Part]:
    yield _key(named, "person", needed=True)
    yield _mapped(_key(named, "activity", needed=True), columns.happens)
    yield _moment(named, "start", "start_s", wall)
    minutes = named.column("minutes")
    assert minutes is not None
    yield Part("minutes", "int", named.read.count(*minutes), minutes, needed=True)
    yield _deal(named, needed=False)


def _people(
    named: _Named, columns: Columns, wall: Wall | None, currency: str | None
) -> Iterator[Part]:
    yield _key(named, "person", needed=True)
    yield _mapped(_key(named, "role", needed=True), columns.roles)
    yield _date(named, "since", "since_d")
    yield _date(named, "until", "until_d", needed=False)


def _payments(
    named: _Named, columns: Columns, wall: Wall | None, currency: str | None
) -> Iterator[Part]:
    yield _deal(named)
    yield _moment(named, "at", "at_s", wall)
    amount = named.column("amount")
    assert amount is not None
    default = _quoted(currency) if currency else None
    own = named.column("currency")
    if own:
        code = f"coalesce({named.read.key(*own)}, {default or 'NULL'})"
    else:
        code = named.read.currency(*amount, default)
    yield Part("minor", "int", named.read.minor(*amount, code), amount, needed=True)
    yield Part("currency", "text", code, own or amount, needed=True)
    state = _mapped(_key(named, "state"), columns.states)
    yield Part("state", "text", f"coalesce({state.value}, 'received')", state.column)


def _targets(
    named: _Named, columns: Columns, wall: Wall | None, currency: str | None
) -> Iterator[Part]:
    yield _key(named, "kpi", needed=True)
    yield _date(named, "start", "start_d")
    yield _date(named, "end", "end_d")
    amount = named.column("amount")
    assert amount is not None
    yield Part("micro", "int", named.read.number(*amount), amount, needed=True)
    yield _key(named, "person")
    yield _mapped(_key(named, "role"), columns.roles)


_PARTS = {
    "deals": _deals,
    "events": _events,
    "activities": _activities,
    "people": _people,
    "payments": _payments,
    "targets": _targets,
}


def _field_parts(
    named: _Named, fields: Mapping[str, Field], currency: str | None
) -> Iterator[Part]:
    default = _quoted(currency) if currency else None
    for place, (key, item) in enumerate(fields.items()):
        column, name = named.column(key), f"f{place}"
        if column is None:
            continue
        match item.type:
            case "money":
                own = named.column(f"{key}_currency") or named.column("currency")
                code = named.read.currency(*column, default)
                if own:
                    code = f"coalesce({named.read.key(*own)}, {default or 'NULL'})"
                yield Part(name, "int", named.read.minor(*column, code), column)
                yield Part(f"{name}_cur", "text", code, column)
            case "number" | "percent":
                yield Part(name, "int", named.read.number(*column), column)
            case "date":
                value = f"CAST({named.read.date(*column)} AS BIGINT)"
                yield Part(name, "int", value, column)
            case "flag":
                yield Part(name, "int", named.read.flag(*column), column)
            case "choice":
                value = f"NULLIF(TRIM({named.read.key(*column)}), '')"
                yield Part(name, "text", value, column)
            case "text" | "file":
                yield Part(name, "text", named.read.key(*column), column)


def numbers_deals(table: str, source: Source, columns: Columns) -> bool:
    """Tell whether the keys of deals in a table, if it has any, are whole numbers."""
    column = _Named(table, source, columns.of(table)).column("deal")
    return column is None or typed.whole(column.type)
