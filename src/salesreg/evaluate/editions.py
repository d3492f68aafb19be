"""The editions that data is held to: what each says, found fast, and when it holds."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Mapping
from itertools import chain, pairwise
from typing import Literal, TypedDict

from attrs import evolve, field, frozen

from salesreg.compare.history import History
from salesreg.errors import InvalidValue, Problem
from salesreg.model.people import Role
from salesreg.model.process import Field, Stage
from salesreg.model.regulation import Regulation
from salesreg.paths.outline import Outline, outline_of
from salesreg.values.calendar import WorkCalendar
from salesreg.values.zone import zone

Unanswered = Literal["no-calendar", "no-table", "other-type"]
"""Why no deal can be asked for a condition."""


class Cited(TypedDict):
    """The columns that every row of a result has."""

    clause: str
    pointer: str
    revision: str | None


@frozen(eq=False)
class Edition:
    """One edition, with its things by key.

    Attributes:
        regulation: The regulation.
        number: Its number; None when it has none.
        stages: Its stages by key, each with its place.
        roles: Its roles by key.
        fields: Its fields by key.
        absent: The tables of the contract that were not given.
        unanswered: Why no deal can be asked for a condition, as far as that was seen.
    """

    regulation: Regulation
    number: str | None
    stages: Mapping[str, tuple[int, Stage]]
    roles: Mapping[str, Role]
    fields: Mapping[str, Field]
    absent: frozenset[str] = frozenset()
    unanswered: dict[int, Unanswered | None] = field(
        factory=dict[int, "Unanswered | None"], init=False
    )
    _cited: dict[str, Cited] = field(factory=dict[str, Cited], init=False)
    _acts: dict[str, frozenset[str]] = field(
        factory=dict[str, frozenset[str]], init=False
    )
    _calendars: dict[str | None, WorkCalendar | None] = field(
        factory=dict[str | None, "WorkCalendar | None"], init=False
    )
    _outline: list[Outline] = field(factory=list[Outline], init=False)

    @classmethod
    def of(cls, regulation: Regulation) -> Edition:
        """Read an edition; of two things with one key the first counts."""
        revision = regulation.revision
        stages: dict[str, tuple[int, Stage]] = {}
        for place, stage in enumerate(regulation.stages):
            stages.setdefault(stage.key, (place, stage))
        return cls(
            regulation,
            revision.number if revision else None,
            stages,
            {role.key: role for role in reversed(regulation.roles)},
            {item.key: item for item in reversed(regulation.fields)},
        )

    def cite(self, pointer: str) -> Cited:
        """Return what a row says of the clause at a JSON Pointer."""
        if pointer not in self._cited:
            if not self._outline:
                self._outline.append(outline_of(self.regulation))
            entry = self._outline[0].find(pointer)
            clause = entry.number if entry else ""
            self._cited[pointer] = Cited(
                clause=clause, pointer=pointer, revision=self.number
            )
        return self._cited[pointer]

    def lacks(self, *tables: str) -> str | None:
        """Return the first of some tables that was not given; None if all were."""
        return next((name for name in tables if name in self.absent), None)

    def calendar(self, role: str | None) -> WorkCalendar | None:
        """Return the calendar of a role; None when there is no calendar at all."""
        if role not in self._calendars:
            self._calendars[role] = self._calendar(role)
        return self._calendars[role]

    def _calendar(self, role: str | None) -> WorkCalendar | None:
        calendars = self.regulation.calendars
        own = (one for one in calendars if role is not None and role in one.roles)
        open_to_all = (one for one in calendars if not one.roles)
        return next(own, None) or next(open_to_all, None) or next(iter(calendars), None)

    def kind(self, stage: str | None) -> str | None:
        """Return the kind of a stage; None for one that the edition has not."""
        found = self.stages.get(stage) if stage is not None else None
        return found[1].kind if found else None

    def is_kind(self, stage: str | None, *kinds: str) -> bool:
        """Tell whether a stage is of one of some kinds."""
        return self.kind(stage) in kinds

    def acts_for(self, role: str) -> frozenset[str]:
        """Return a role and the roles that it stands in for."""
        if role not in self._acts:
            stood_for = (
                other.key
                for other in self.roles.values()
                if any(role == one.by for one in other.substitutes)
            )
            self._acts[role] = frozenset((role, *stood_for))
        return self._acts[role]


@frozen(eq=False)
class Editions:
    """A regulation, or a history of it.

    Attributes:
        all: The editions, the earliest first.
        zone: The time zone in which moments have dates.
        currency: The currency of sums that say none; None where none is known.
    """

    all: tuple[Edition, ...]
    zone: dt.tzinfo
    currency: str | None
    _history: History | None

    @classmethod
    def of(cls, given: Regulation | History, currency: str | None = None) -> Editions:
        """Read what holds.

        Args:
            given: The regulation, or its history.
            currency: The currency of sums that say none; the only one of the pay
                plans of the last edition when not given.

        Raises:
            InvalidValue: The time zone of the first calendar is unknown.
        """
        history = given if isinstance(given, History) else None
        regulations = history.editions if history else (given,)
        editions = tuple(
            Edition.of(one) for one in regulations if isinstance(one, Regulation)
        )
        calendars = editions[-1].regulation.calendars
        tz = zone(calendars[0].time_zone) if calendars else dt.UTC
        return cls(editions, tz, currency or _currency(editions[-1]), history)

    @property
    def last(self) -> Edition:
        """The last edition."""
        return self.all[-1]

    @functools.cached_property
    def fields(self) -> Mapping[str, Field]:
        """The fields of all the editions; of one key, as the last one has it."""
        return {key: item for one in self.all for key, item in one.fields.items()}

    @functools.cached_property
    def stages(self) -> frozenset[str]:
        """The keys of the stages of all the editions."""
        return frozenset(key for edition in self.all for key in edition.stages)

    def without(self, tables: frozenset[str]) -> Editions:
        """Return the same where some tables were not given.

        Args:
            tables: The names of those tables.
        """
        if not tables:
            return self
        every = tuple(evolve(one, absent=tables) for one in self.all)
        return Editions(every, self.zone, self.currency, self._history)

    def refuse_unsaid(self, now: dt.datetime) -> None:
        """Refuse a history that does not say what becomes of running deals.

        Args:
            now: The moment of evaluation; what is not in force by then may say it yet.

        Raises:
            InvalidValue: An edition does not say it; with each that does not.
        """
        if self._history is None:
            return
        days = (one.in_force_from for one in self._history.revisions)
        firsts = [day for day in days if day is not None and day <= self.date(now)]
        problems: list[Problem] = []
        for before, first in pairwise(firsts):
            try:
                self._history.for_deal(before, first)
            except InvalidValue as error:
                problems += error.problems
        if problems:
            raise InvalidValue(problems)

    def date(self, moment: dt.datetime) -> dt.date:
        """Return the date of a moment."""
        return moment.astimezone(self.zone).date()

    def for_deal(self, created: dt.datetime, at: dt.datetime) -> Edition | None:
        """Return the edition that holds for a deal at a moment; None without one."""
        if self._history is None:
            return self.all[0]
        started = self.date(created)
        try:
            held = self._history.for_deal(started, max(self.date(at), started))
        except InvalidValue:
            return None
        return self._edition(held)

    def on(self, day: dt.date) -> Edition | None:
        """Return the edition that is in force on a day; None without one."""
        if self._history is None:
            return self.all[0]
        try:
            return self._edition(self._history.as_of(day))
        except InvalidValue:
            return None

    def _edition(self, regulation: Regulation) -> Edition:
        return next(one for one in self.all if one.regulation is regulation)


def _currency(edition: Edition) -> str | None:
    """Return the one currency of an edition, if it knows one only."""
    plans = edition.regulation.pay_plans
    sums = chain.from_iterable((p.fixed, p.target_variable, p.cap) for p in plans)
    units = {one.currency for one in sums if one is not None}
    return units.pop() if len(units) == 1 else None
