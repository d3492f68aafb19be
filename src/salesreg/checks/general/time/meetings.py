"""Meetings: two at once, outside hours, too many; leads that outgrow hands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, NamedTuple

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.general.time.load import ON, WEEK, Load, paid
from salesreg.checks.said import Said
from salesreg.checks.wording import Minutes
from salesreg.constraints import Share
from salesreg.errors import InvalidValue
from salesreg.model.control import Meeting
from salesreg.model.people import Role
from salesreg.model.strategy import Plan
from salesreg.model.time import Norm
from salesreg.record import record
from salesreg.values.amounts import Percent
from salesreg.values.times import ClockTime, Weekday, Window


class Occasion(NamedTuple):
    """A meeting on one date.

    Attributes:
        start: Its first minute, since midnight.
        end: Its end.
        path: Where the meeting stands.
        meeting: The meeting.
    """

    start: int
    end: int
    path: str
    meeting: Meeting


_YEAR = 2024
"""The year in which meetings are tried, if all are held by then; see `_year_of`."""


def calendar_of(facts: Facts) -> dict[dt.date, list[Occasion]]:
    """Return the meetings of a year that have a time, by date, in order."""
    found: dict[dt.date, list[Occasion]] = {}
    year = _year_of(facts)
    for path, meeting in facts.each("meetings", Meeting):
        every = meeting.every
        length = every.duration.minutes if every and every.duration else None
        if every is None or every.at is None or not length:
            continue
        start = every.at.minutes
        try:
            dates = list(every.occurrences(dt.date(year, 1, 1), dt.date(year, 12, 31)))
        except InvalidValue:
            continue
        for date in dates:
            found.setdefault(date, []).append(
                Occasion(start, start + length, path, meeting)
            )
    for occasions in found.values():
        occasions.sort(key=lambda one: one[:3])
    return found


def _year_of(facts: Facts) -> int:
    """Return a year in which every meeting is held, and which starts on a Monday.

    A rule that leaves the day open means the first one: of a week, Monday.
    """
    every = (meeting.every for meeting in facts.regulation.meetings)
    since = (one.since for one in every if one and one.since)
    first = max((day.year + 1 for day in since), default=_YEAR)
    years = range(max(_YEAR, first), dt.MAXYEAR)
    return next((one for one in years if not dt.date(one, 1, 1).weekday()), _YEAR)


def _days(facts: Facts) -> Iterator[tuple[Weekday, list[Occasion]]]:
    """Yield the days that differ: most are like the same day of another week."""
    seen: set[tuple[str, ...]] = set()
    for date, occasions in calendar_of(facts).items():
        weekday = WEEK[date.weekday()]
        alike = (weekday, *(one.path for one in occasions))
        if alike not in seen:
            seen.add(alike)
            yield weekday, occasions


class MeetingsCollide(Check):
    """Two meetings of a role are at the same time, or one is outside its hours.

    Meetings are tried on the dates of a year; public holidays are left out of
    account.
    """

    code = "TIM13"
    name = "meetings-collide"
    severity = "error"
    russian = "Встречи роли назначены на одно время или не в её рабочие часы."
    why = Said(
        en="Nobody can be at two meetings, and nobody is there after hours.",
        ru="Нельзя быть на двух встречах сразу, а после работы никого нет.",
    )
    mend = Said(
        en="move one of the meetings, or change its participants",
        ru="перенести одну из встреч или изменить состав участников",
    )
    message = Said(
        en="{role}: {meeting} at {start} collides with {other}, which ends at {end}",
        ru="{role}: {meeting} в {start} пересекается с {other} — до {end}",
    )
    outside = Said(
        en="{role}: {meeting} {weekday} at {window} is outside the hours {hours}",
        ru="{role}: {meeting} {weekday}, {window}, выходит за часы {hours}",
    )
    lunch = Said(
        en="{role}: {meeting} at {window} falls into the break {hours}",
        ru="{role}: {meeting}, {window}, попадает на перерыв {hours}",
    )
    off = Said(
        en="{role}: {meeting} is {weekday}, which is off",
        ru="{role}: {meeting} назначена {weekday}, а это выходной",
    )
    valid = (
        """
        roles: [{key: lawyer, title: Lawyer}]
        meetings:
        - {key: a, title: A, owner: lawyer, every: {every: week, weekdays: [monday],
           at: "10:00", duration: 30 min}}
        - {key: b, title: B, owner: lawyer, every: {every: week, weekdays: [monday],
           at: "10:30", duration: 30 min}}
        """,
    )
    invalid = (
        """
        roles: [{key: manager, title: Sales manager}]
        meetings:
        - key: pipeline-review
          title: Pipeline review
          participants: [manager]
          every: {every: week, weekdays: [monday], at: "09:20", duration: 45 min}
        - key: stand-up
          title: Stand-up
          participants: [manager]
          every: {every: week, weekdays: [monday], at: "09:15", duration: 15 min}
        """,
        """
        roles: [{key: manager, title: Sales manager}]
        calendars:
        - key: office
          title: Office
          time_zone: Europe/Moscow
          week: [{days: [wednesday], window: 09:00-18:00}]
        meetings:
        - key: month-review
          title: Monthly review
          participants: [manager]
          every: {every: month, weekdays: [wednesday], position: 2, at: "17:30",
            duration: 1 h}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the meetings that cannot be attended."""
        load = facts.derived(Load)
        said: set[tuple[str, ...]] = set()
        for weekday, occasions in _days(facts):
            latest: dict[str, Occasion] = {}
            for one in occasions:
                for key in dict.fromkeys(
                    [*one.meeting.participants, one.meeting.owner]
                ):
                    role = facts.find(Role, key)
                    if role is None:
                        continue
                    before = latest.get(role.key)
                    if before and before.end > one.start:
                        # Said once for the pair, not for each who is invited.
                        if (before.path, one.path) not in said:
                            said.add((before.path, one.path))
                            yield self._clash(one, before, role)
                    elif (one.path,) not in said:
                        found = self._misplaced(load, one, role, weekday)
                        # Said once, for all the weekdays that are alike.
                        if found is not None:
                            said.add((one.path,))
                            yield found
                    if before is None or one.end > before.end:
                        latest[role.key] = one

    def _clash(self, one: Occasion, before: Occasion, role: Role) -> Found:
        return self.found(
            f"{one.path}/every/at",
            also=[f"{before.path}/every"],
            role=role,
            meeting=one.meeting,
            start=ClockTime(one.start),
            other=before.meeting,
            end=ClockTime(min(before.end, 1440)),
        )

    def _misplaced(
        self, load: Load, one: Occasion, role: Role, weekday: Weekday
    ) -> Found | None:
        place, day = load.calendar(role.key), load.day(role.key, weekday)
        meeting = one.meeting
        if place is None or one.end > 1440:
            return None
        if day is None:
            return self.found(
                f"{one.path}/every",
                message=self.off,
                also=[f"{place[0]}/week"],
                weekday=ON[weekday],
                role=role,
                meeting=meeting,
            )
        path, days = day
        hours, window = days.window, Window(ClockTime(one.start), ClockTime(one.end))
        end = hours.end.minutes if hours.start < hours.end else 1440
        if one.start < hours.start.minutes or one.end > end:
            return self.found(
                f"{one.path}/every/at",
                message=self.outside,
                also=[f"{path}/window"],
                weekday=ON[weekday],
                window=window,
                hours=hours,
                role=role,
                meeting=meeting,
            )
        for index, rest in enumerate(days.breaks):
            held = rest.window
            if held is None or rest.paid or held.end < held.start:
                continue
            if one.start < held.end.minutes and held.start.minutes < one.end:
                return self.found(
                    f"{one.path}/every/at",
                    message=self.lunch,
                    also=[f"{path}/breaks/{index}/window"],
                    window=window,
                    hours=held,
                    role=role,
                    meeting=meeting,
                )
        return None


@record
class TooManyMeetings(Check):
    """Meetings of every week take a great share of a role's week.

    Attributes:
        most: The greatest share that passes.
    """

    code = "TIM14"
    name = "too-many-meetings"
    severity = "warning"
    russian = "Еженедельные встречи занимают слишком большую часть недели роли."
    why = Said(
        en="Who sits in meetings does not sell.",
        ru="Кто сидит на встречах, тот не продаёт.",
    )
    mend = Said(
        en="shorten the meetings, hold them less often, or invite fewer roles",
        ru="сократить встречи, проводить их реже или звать меньше ролей",
    )
    message = Said(
        en="{role}: meetings take {sum} of {week} a week, more than {most}",
        ru="{role}: встречи занимают {sum} из {week} в неделю, больше {most}",
    )
    valid = (
        """
        roles: [{key: lawyer, title: Lawyer}]
        calendars:
        - key: day
          title: Day
          roles: [lawyer]
          time_zone: Europe/Moscow
          week: [{days: [monday, tuesday], window: 09:00-18:00}]
        meetings:
        - {key: a, title: A, owner: lawyer, every: {every: week, weekdays: [monday],
           duration: 4 h}}
        """,
    )
    invalid = (
        """
        roles: [{key: lawyer, title: Lawyer}]
        calendars:
        - key: day
          title: Day
          roles: [lawyer]
          time_zone: Europe/Moscow
          week:
          - days: [monday, tuesday]
            window: 09:00-18:00
            breaks: [{title: Lunch, window: 13:00-14:00}]
        meetings:
        - {key: hearing, title: Hearing, owner: lawyer, agenda: [cases],
           outcome: decisions,
           every: {every: week, weekdays: [monday, tuesday, wednesday, thursday],
             at: "14:30", duration: 3 h}}
        """,
    )

    most: Annotated[Percent, Share()] = Percent(Decimal(25))

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the roles whose week is full of meetings."""
        load = facts.derived(Load)
        for path, role in facts.each("roles", Role):
            week = sum(paid(days) for _, _, days in load.days(role.key))
            held = [
                one
                for weekday, _, _ in load.days(role.key)
                for one in load.meetings(role.key, weekday)
            ]
            total = sum(one.minutes for one in held)
            if week and total > week * self.most.fraction:
                yield self.found(
                    path,
                    also=list(dict.fromkeys(one.path for one in held)),
                    role=role,
                    sum=Minutes(total),
                    week=Minutes(week),
                    most=self.most,
                )


class LeadsOutgrowHands(Check):
    """More leads are planned than the role that takes them can work on.

    The role is the owner of the first stage, with one norm that has a time for
    each unit; every weekday of the calendar counts as worked, so the capacity is
    never understated.
    """

    code = "TIM15"
    name = "leads-outgrow-hands"
    severity = "warning"
    russian = "Заявок по плану больше, чем успеет принять роль."
    why = Said(
        en="The rest waits, and the limit of the first answer is broken by plan.",
        ru="Остальные ждут, и срок первого ответа нарушен уже планом.",
    )
    mend = Said(
        en="lower `inflow`, raise `headcount`, or let the norm take less time",
        ru="снизить `inflow`, увеличить `headcount` или сократить время по норме",
    )
    message = Said(
        en="{plan}: {inflow} are expected, but {role} can take only {capacity}",
        ru="{plan}: ожидается {inflow}, а {role} успеет принять только {capacity}",
    )
    valid = (
        """
        roles: [{key: sdr, title: Specialist, headcount: 2}]
        stages: [{key: lead, title: Lead, kind: initial, owner: sdr}]
        norms: [{key: n, title: Leads, roles: [sdr], count: 5, unit_time: 30 min}]
        plans: [{key: leads, title: Leads, period: 2026-03, inflow: 220 leads}]
        calendars:
        - key: day
          title: Day
          time_zone: Europe/Moscow
          week: [{days: [monday, tuesday, wednesday, thursday, friday],
            window: 09:00-18:00}]
        """,
    )
    invalid = (
        """
        roles: [{key: sdr, title: Specialist, headcount: 2}]
        stages: [{key: lead, title: Lead, kind: initial, owner: sdr}]
        norms:
        - {key: requests, title: Leads, roles: [sdr], count: 1, unit_time: 15 min}
        plans:
        - {key: revenue-2026, title: Plan, period: "2026", inflow: 4800 leads}
        calendars:
        - key: inbound
          title: Day
          time_zone: Europe/Moscow
          roles: [sdr]
          week: [{days: [monday], window: 09:00-18:00}]
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the plans with too many leads."""
        load = facts.derived(Load)
        first = [one for one in facts.regulation.stages if one.kind == "initial"]
        role = facts.find(Role, first[0].owner) if len(first) == 1 else None
        if role is None or role.headcount is None:
            return
        norms = [
            (path, norm)
            for path, norm in facts.each("norms", Norm)
            if role.key in norm.roles and norm.unit_time and norm.per in {"day", "week"}
        ]
        weekdays = [WEEK.index(day) for day, _, _ in load.days(role.key)]
        if len(norms) != 1 or not weekdays:
            return
        where, norm = norms[0]
        for path, plan in facts.each("plans", Plan):
            if plan.inflow is None or plan.period is None:
                continue
            period = plan.period
            weeks, rest = divmod(max(period.days, 0), 7)
            worked = weeks * len(weekdays) + sum(
                (period.start + dt.timedelta(days=n)).weekday() in weekdays
                for n in range(rest)
            )
            each = worked if norm.per == "day" else Decimal(worked) / len(weekdays)
            capacity = int(norm.count * role.headcount * each)
            if plan.inflow.amount > capacity:
                yield self.found(
                    f"{path}/inflow",
                    also=[where, f"{facts.pointer_of(Role, role.key)}/headcount"],
                    plan=plan,
                    inflow=plan.inflow,
                    role=role,
                    capacity=capacity,
                )


CHECKS: tuple[type[Check], ...] = (MeetingsCollide, TooManyMeetings, LeadsOutgrowHands)
