"""Load: the working time of a role, and what is demanded of it.

Times are minutes of one typical week: holidays, ramps and absences are left out.
What a month or a quarter asks for is left out as well, so the load is never
overstated.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple, cast, get_args

from salesreg.checks.facts import Facts
from salesreg.checks.said import Said
from salesreg.model.control import Meeting, Report
from salesreg.model.people import Role
from salesreg.model.time import TimeBudget
from salesreg.values.calendar import Break, WorkCalendar, WorkDays
from salesreg.values.recurrence import Recurrence
from salesreg.values.times import Weekday

WEEK = cast("tuple[Weekday, ...]", get_args(Weekday))

ON: dict[str, Said] = {
    "monday": Said(en="on Monday", ru="в понедельник"),
    "tuesday": Said(en="on Tuesday", ru="во вторник"),
    "wednesday": Said(en="on Wednesday", ru="в среду"),
    "thursday": Said(en="on Thursday", ru="в четверг"),
    "friday": Said(en="on Friday", ru="в пятницу"),
    "saturday": Said(en="on Saturday", ru="в субботу"),
    "sunday": Said(en="on Sunday", ru="в воскресенье"),
}
"""When, as words of a message."""


class Held(NamedTuple):
    """A meeting of a weekday.

    Attributes:
        path: Where the meeting stands.
        meeting: The meeting.
        start: When it starts, in minutes since midnight; None when not said.
        minutes: How long it is.
    """

    path: str
    meeting: Meeting
    start: int | None
    minutes: int


def rest(one: Break) -> int:
    """Return the minutes of a break in a day; 0 when its length is not said."""
    if one.window is not None:
        return one.window.minutes * one.times
    return (one.duration.minutes or 0) * one.times if one.duration else 0


def paid(days: WorkDays) -> int:
    """Return the minutes of working time in a day, paid breaks among them."""
    off = sum(rest(one) for one in days.breaks if not one.paid)
    return max(days.window.minutes - off, 0)


def free(days: WorkDays) -> int:
    """Return the minutes of a day that are left for work."""
    return max(days.window.minutes - sum(rest(one) for one in days.breaks), 0)


def working_days(facts: Facts) -> set[int]:
    """Return how many minutes the working days of the calendars have."""
    return {
        paid(days) for calendar in facts.regulation.calendars for days in calendar.week
    }


def asked(budget: TimeBudget) -> int:
    """Return the minutes that a budget demands at least; 0 when it demands none."""
    least = budget.amount or budget.least
    return (least.minutes or 0) if least and budget.mandatory else 0


def weekly(every: Recurrence | None) -> tuple[Weekday, ...] | None:
    """Return the weekdays of a rule that holds in every week, or None."""
    if every is None or every.interval > 1 or every.months or every.month_days:
        return None
    if every.every == "day":
        return every.weekdays or WEEK
    return (every.weekdays or WEEK[:1]) if every.every == "week" else None


class Load:
    """What the roles of a regulation have and what they are asked for."""

    def __init__(self, facts: Facts) -> None:
        """Take the facts."""
        self._facts = facts

    @cached_property
    def _calendars(self) -> dict[str | None, tuple[str, WorkCalendar]]:
        found: dict[str | None, tuple[str, WorkCalendar]] = {}
        for path, calendar in self._facts.each("calendars", WorkCalendar):
            for key in dict.fromkeys(calendar.roles or (None,)):
                found.setdefault(key, (path, calendar))
            found.setdefault("", (path, calendar))
        return found

    def calendar(self, role: str | None) -> tuple[str, WorkCalendar] | None:
        """Return the calendar of a role: its own, everybody's, or the first."""
        for key in (role, None, ""):
            if key in self._calendars:
                return self._calendars[key]
        return None

    def day(self, role: str, weekday: Weekday) -> tuple[str, WorkDays] | None:
        """Return the hours of a role on a weekday, with their pointer."""
        held = self.calendar(role)
        if held is None:
            return None
        path, calendar = held
        for index, days in enumerate(calendar.week):
            if weekday in days.days:
                return f"{path}/week/{index}", days
        return None

    def days(self, role: str) -> Iterator[tuple[Weekday, str, WorkDays]]:
        """Yield the working days of a role's week."""
        for weekday in WEEK:
            held = self.day(role, weekday)
            if held is not None:
                yield weekday, *held

    @cached_property
    def _budgets(self) -> dict[str | None, list[tuple[str, TimeBudget]]]:
        found: dict[str | None, list[tuple[str, TimeBudget]]] = {}
        for path, budget in self._facts.each("budgets", TimeBudget):
            for key in dict.fromkeys(budget.roles or (None,)):
                found.setdefault(key, []).append((path, budget))
        return found

    def budgets(self, role: str) -> list[tuple[str, TimeBudget]]:
        """Return the budgets of a role, its own and everybody's."""
        return [*self._budgets.get(role, ()), *self._budgets.get(None, ())]

    @cached_property
    def budgeted(self) -> tuple[Role, ...]:
        """The roles that have any budget."""
        return tuple(
            role
            for role in self._facts.regulation.roles
            if role.key in self._budgets or None in self._budgets
        )

    @cached_property
    def _meetings(self) -> dict[tuple[str, Weekday], list[Held]]:
        found: dict[tuple[str, Weekday], list[Held]] = {}
        for path, meeting in self._facts.each("meetings", Meeting):
            every = meeting.every
            length = every.duration.minutes if every and every.duration else None
            if every is None or not length:
                continue
            start = every.at.minutes if every.at else None
            present = dict.fromkeys([*meeting.participants, meeting.owner])
            for weekday in weekly(every) or ():
                for role in present:
                    if role is not None:
                        held = Held(path, meeting, start, length)
                        found.setdefault((role, weekday), []).append(held)
        return found

    def meetings(self, role: str, weekday: Weekday) -> list[Held]:
        """Return the meetings of a role on a weekday of every week."""
        return self._meetings.get((role, weekday), [])

    @cached_property
    def _reports(self) -> dict[str, list[tuple[str, Report, int]]]:
        found: dict[str, list[tuple[str, Report, int]]] = {}
        for path, report in self._facts.each("reports", Report):
            length = report.effort.minutes if report.effort else None
            days = weekly(report.every)
            if report.author and length and days:
                found.setdefault(report.author, []).append(
                    (path, report, length * len(days))
                )
        return found

    def reports(self, role: str) -> list[tuple[str, Report, int]]:
        """Return the reports that a role makes each week, with their minutes."""
        return self._reports.get(role, [])
