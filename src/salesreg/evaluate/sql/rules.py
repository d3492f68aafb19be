"""The intermediate form: what a regulation asks of data, in whole numbers.

A clause becomes a rule here before it becomes SQL. A rule knows no dialect and no
column of a CRM; it says which clock counts and how long, and what it cites.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Literal

from attrs import evolve, field, frozen

from salesreg.errors import InvalidValue
from salesreg.evaluate.editions import Edition
from salesreg.evaluate.reading.seen import Seen
from salesreg.evaluate.worktables import DAY, WorkTables, day_number, work_tables
from salesreg.values.calendar import WorkCalendar
from salesreg.values.deadline import ByDay, Deadline, Due, In, SameDay
from salesreg.values.due import due
from salesreg.values.event import DealCreated
from salesreg.values.hours import UnknownYear
from salesreg.values.times import ClockTime, Duration
from salesreg.values.worktime import Clock as Reckoner
from salesreg.values.worktime import clock_of
from salesreg.values.zone import EPOCH, SECOND

_NOON = ClockTime(12 * 60)
_DAY = dt.timedelta(days=1)


@frozen
class Term:
    """A length of time on a clock, ready for SQL.

    Attributes:
        kind: "working": seconds of working time; "plain": seconds of plain time;
            "dates": a list that gives the moment for each date of a start.
        amount: The seconds, or the number of the list.
    """

    kind: Literal["working", "plain", "dates"]
    amount: int


@frozen(eq=False)
class Clock:
    """A calendar whose working time counts.

    Attributes:
        number: Its number among the clocks.
        calendar: The calendar.
        tables: Its tables; None when it knows none of the years.
        total: Working time in the tables, in seconds.
    """

    number: int
    calendar: WorkCalendar
    tables: WorkTables | None

    @property
    def total(self) -> int:
        """Working time in the tables, in seconds."""
        if self.tables is None:
            return 0
        last = self.tables.days[-1]
        return last[self.tables.day_columns.index(f"q{self.tables.windows}")] // 2

    @property
    def at_night(self) -> bool:
        """Whether some hours run over midnight, so that a date is not the wall's."""
        return any(
            entry.window.start.minutes + entry.window.minutes > 24 * 60
            for entry in self.calendar.week
        ) or any(
            one.window is not None
            and one.window.start.minutes + one.window.minutes > 24 * 60
            for one in self.calendar.exceptions
        )

    def tick(self, moment: int) -> int | None:
        """Return the tick of a moment, as the tables have it."""
        tables = self.tables
        if tables is None or not tables.opens <= moment < tables.closes:
            return None
        row = dict(
            zip(
                tables.day_columns,
                tables.days[moment // 86_400 - tables.days[0][0]],
                strict=True,
            )
        )
        second = moment % 86_400
        for n in range(1, tables.windows + 1):
            if second <= row[f"a{n}"]:
                return row[f"q{n - 1}"]
            if second <= row[f"b{n}"]:
                return row[f"r{n}"] + 2 * second
        return row[f"q{tables.windows}"]


class NotCompiled(Exception):  # noqa: N818 - no error: the evaluator in Python does it
    """A clause that SQL is not written for; it is held to data in Python."""


@frozen(eq=False)
class Clocks:
    """The clocks and the lists of dates of one table of results.

    Attributes:
        seen: What the data holds.
        known: The clocks of all the tables so far, by number.
        all: Those of this table.
        dates: For each list of dates, its clock and the rule that it is of.
    """

    seen: Seen
    known: list[Clock] = field(factory=list[Clock])
    all: list[Clock] = field(factory=list[Clock], init=False)
    dates: list[tuple[Clock, Due]] = field(factory=list[tuple[Clock, Due]], init=False)

    def of(self, calendar: WorkCalendar) -> Clock:
        """Return the clock of a calendar; calendars with the same hours share one."""
        alike = evolve(  # type: ignore[misc]
            calendar, key="hours", title="hours", roles=(), text=None
        )
        found = next((one for one in self.known if one.calendar == alike), None)
        if found is None:
            found = self._made(alike)
            self.known.append(found)
        if found not in self.all:
            self.all.append(found)
        return found

    def _made(self, calendar: WorkCalendar) -> Clock:
        # Terms run on into years behind the last moment.
        first, last = (
            date_of(day).year for day in (self.seen.first_day, self.seen.last_day)
        )
        years = range(max(first - 1, 1970), last + 4)
        return Clock(len(self.known), calendar, work_tables(calendar, years))

    def term(self, clock: Clock, rule: Due) -> Term:
        """Return a limit as a term.

        Raises:
            NotCompiled: It has no moment of its own, is too long to be looked up, or
                counts from dates that the tables of the clock do not tell.
        """
        if isinstance(rule, In) and (minutes := rule.duration.minutes) is not None:
            kind: Literal["working", "plain"] = (
                "working" if rule.duration.working else "plain"
            )
            if 60 * minutes > 2 * 365 * 86_400 // 4:
                raise NotCompiled
            return Term(kind, 60 * minutes)
        if not isinstance(rule, In | ByDay | SameDay):
            raise NotCompiled
        # Working days count from the day of a shift; other dates from the wall's, also
        # in a year whose days off nobody told.
        of_shift = isinstance(rule, SameDay) or (
            isinstance(rule, In) and rule.duration.working
        )
        if clock.at_night if of_shift else not self._covers(clock):
            raise NotCompiled
        for number, known in enumerate(self.dates):
            if known == (clock, rule):
                return Term("dates", number)
        self.dates.append((clock, rule))
        return Term("dates", len(self.dates) - 1)

    def _covers(self, clock: Clock) -> bool:
        """Tell whether nothing happened before the first year that a clock knows.

        Who counts dates from there may come to a year that it does know.
        """
        first = self.seen.first_day
        if clock.tables is not None:
            return clock.tables.opens <= first * DAY
        return clock.calendar.known_years.start <= date_of(first).year

    def dated(self) -> Iterator[tuple[int, int, int]]:
        """Yield for each list of dates its number, each date and the moment due."""
        for number, (clock, rule) in enumerate(self.dates):
            reckoner = clock_of(clock.calendar)
            deadline = Deadline(trigger=DealCreated(), limit=rule)
            for day in sorted(self._starts(reckoner)):
                moment = _due(deadline, reckoner, clock.calendar, day)
                if moment is not None:
                    yield number, day_number(day), moment

    def cut(
        self, clock: Clock, time: ClockTime
    ) -> Iterator[tuple[int, int | None, int, int | None]]:
        """Yield for each date its opening, its cutoff, and the opening after the day.

        On a day off everything comes after the cutoff.
        """
        reckoner = clock_of(clock.calendar)
        for day in sorted(self._starts(reckoner)):
            opens = following = None
            cut = reckoner.at(day, ClockTime(0)) - SECOND
            with suppress(UnknownYear):
                if (opening := reckoner.opening(day)) is not None:
                    opens, cut = seconds_of(opening), reckoner.at(day, time)
                later = reckoner.opening(reckoner.next_working_day(day))
                following = None if later is None else seconds_of(later)
            yield day_number(day), opens, seconds_of(cut), following

    def _starts(self, reckoner: Reckoner) -> set[dt.date]:
        """Return the dates on which a clock may start: also at the next opening."""
        near = {day + shift for day in self.seen.days for shift in (-1, 0, 1)}
        dates = {date_of(day) for day in near if day >= 0}
        for day in tuple(dates):
            with suppress(UnknownYear):
                dates.add(reckoner.next_working_day(day))
        return dates


def _due(
    deadline: Deadline, reckoner: Reckoner, calendar: WorkCalendar, day: dt.date
) -> int | None:
    try:
        found = due(deadline, reckoner.at(day, _NOON), calendar).limit
    except InvalidValue:  # An unknown year is on the way, or no date is so far.
        return None
    return None if found is None else seconds_of(found)


def date_of(number: int) -> dt.date:
    """Return the date of a number of days from 1970."""
    return EPOCH.date() + number * _DAY


def seconds_of(moment: dt.datetime) -> int:
    """Return the whole seconds from 1970 to a moment."""
    return (moment - EPOCH) // SECOND


def spread(*terms: Term | None) -> tuple[int | None, ...]:
    """Return terms as columns: of each the working time, the plain one, the list."""
    return tuple(
        term.amount if term is not None and term.kind == kind else None
        for term in terms
        for kind in ("working", "plain", "dates")
    )


def term_of(clocks: Clocks, clock: Clock, duration: Duration | None) -> Term | None:
    """Return a duration from a start as a term; None for no duration."""
    return None if duration is None else clocks.term(clock, In(duration=duration))


@frozen
class Cites:
    """What rows cite, by number.

    Attributes:
        all: The clause, the pointer and the revision of each.
    """

    all: dict[tuple[str, str, str | None], int] = field(
        factory=dict[tuple[str, str, str | None], int], init=False
    )
    _listed: list[tuple[str, str, str | None]] = field(
        factory=list[tuple[str, str, str | None]], init=False
    )

    def number(self, edition: Edition, pointer: str) -> int:
        """Return the number of what is cited."""
        cited = edition.cite(pointer)
        key = (cited["clause"], cited["pointer"], cited["revision"])
        return self.all.setdefault(key, len(self.all))

    def told(self, number: int) -> tuple[str, str, str | None]:
        """Return the clause, the pointer and the revision of a number."""
        if number >= len(self._listed):
            self._listed.extend(tuple(self.all)[len(self._listed) :])
        return self._listed[number]


Stages = Mapping[str, int]
"""The number of each stage: numbers are in the order of keys."""


def stage_numbers(keys: Iterable[str]) -> Stages:
    """Return the number of each stage."""
    return {key: number for number, key in enumerate(sorted(keys))}
