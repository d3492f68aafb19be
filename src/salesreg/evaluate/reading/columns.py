"""How a CRM calls the tables' columns and the keys of a regulation."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType
from typing import get_args, get_type_hints

from attrs import evolve, field, fields, frozen

from salesreg._text import did_you_mean
from salesreg.errors import InvalidValue, Problem
from salesreg.evaluate.editions import Editions
from salesreg.evaluate.reading.texts import UTF_8, unknown_encoding
from salesreg.evaluate.tables import TABLES, EventKind
from salesreg.values._iso4217 import MINOR_DIGITS
from salesreg.values.event import DocumentMoved, Payment
from salesreg.values.zone import zone

Names = Mapping[str, str]


def _names(given: Names | None) -> Names:
    return MappingProxyType(dict(given or {}))


@frozen(kw_only=True)
class Columns:
    """What the columns and the values of a CRM's tables are called.

    The tables' names map a column of the contract, or the key of a field of a deal,
    to the column of the CRM; what is not named has the name of the contract. The
    other names map a value of the CRM to a key of the regulation; a value that is not
    named stands for itself.

    Attributes:
        deals: Columns of the deals.
        events: Columns of the events.
        activities: Columns of the time spent.
        people: Columns of the people.
        payments: Columns of the payments.
        targets: Columns of the targets.
        stages: Stages, by the CRM's name.
        kinds: Kinds of events, by the CRM's name. A table of events without such a
            column holds changes of stages only.
        happens: Activities, documents and events in words, by the CRM's name.
        states: States of documents and payments, by the CRM's name.
        roles: Roles, by the CRM's name.
        time_zone: The zone of moments that say none, as in the IANA database.
        currency: The currency of sums that say none.
        encoding: The encoding of files of text, such as "cp1251".

    >>> Columns(events={"deal": "OWNER_ID", "at": "CREATED_TIME",
    ...     "subject": "STAGE_ID"}, stages={"C1:NEW": "new"}).events["deal"]
    'OWNER_ID'
    """

    deals: Names = field(factory=dict[str, str], converter=_names)
    events: Names = field(factory=dict[str, str], converter=_names)
    activities: Names = field(factory=dict[str, str], converter=_names)
    people: Names = field(factory=dict[str, str], converter=_names)
    payments: Names = field(factory=dict[str, str], converter=_names)
    targets: Names = field(factory=dict[str, str], converter=_names)
    stages: Names = field(factory=dict[str, str], converter=_names)
    kinds: Names = field(factory=dict[str, str], converter=_names)
    happens: Names = field(factory=dict[str, str], converter=_names)
    states: Names = field(factory=dict[str, str], converter=_names)
    roles: Names = field(factory=dict[str, str], converter=_names)
    time_zone: str | None = None
    currency: str | None = None
    encoding: str = UTF_8

    def __attrs_post_init__(self) -> None:
        """Refuse columns, zones, currencies and encodings that there are not."""
        problems = [
            Problem(
                "unknown-column",
                f"the contract has no column {name!r} in {table}",
                f"/{table}",
                hint=did_you_mean(name, columns_of(table))
                or f"it has {', '.join(columns_of(table))}",
            )
            for table in TABLES
            if table != "deals"
            for name in getattr(self, table)
            if name not in columns_of(table)
        ]
        problems += [*self._unknown(), *unknown_encoding(self.encoding)]
        if problems:
            raise InvalidValue(problems)

    def _unknown(self) -> Iterator[Problem]:
        if self.currency is not None and self.currency not in MINOR_DIGITS:
            yield Problem(
                "unknown-currency",
                f"no currency has the code {self.currency!r}",
                "/currency",
                hint=did_you_mean(self.currency, MINOR_DIGITS)
                or "give the code of ISO 4217, such as 'RUB', 'KZT' or 'USD'",
            )
        try:
            _ = self.time_zone is None or zone(self.time_zone)
        except InvalidValue as error:
            yield from (evolve(one, path="/time_zone") for one in error.problems)

    def of(self, table: str) -> Names:
        """Return the CRM's names of the columns of a table."""
        return getattr(self, table)  # type: ignore[no-any-return]


def columns_of(table: str) -> tuple[str, ...]:
    """Return the columns of a table of the contract, fields of deals left out."""
    names = (one.name for one in fields(TABLES[table]))
    return tuple(name for name in names if name != "values")


def refuse_unknown_keys(columns: Columns, editions: Editions) -> None:
    """Refuse names that stand for a key which the regulation does not have.

    Raises:
        InvalidValue: With every problem.
    """
    roles = {key for edition in editions.all for key in edition.roles}
    states = get_args(get_type_hints(Payment)["state"])
    states += get_args(get_type_hints(DocumentMoved)["state"])
    known: dict[str, Collection[str]] = {
        "stages": editions.stages,
        "kinds": get_args(EventKind),
        "states": states,
        "roles": roles,
    }
    problems = [
        Problem(
            "unknown-key",
            f"Columns: {theirs!r} stands for {ours!r}, which is none of the {name}",
            f"/{name}/{theirs}",
            hint=did_you_mean(ours, keys) or f"they are {', '.join(sorted(keys))}",
        )
        for name, keys in known.items()
        for theirs, ours in getattr(columns, name).items()
        if ours not in keys
    ]
    if problems:
        raise InvalidValue(problems)
