"""The day and the week of each role: whether what is demanded fits, exactly."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated

from attrs import frozen

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.general.time.load import ON, WEEK, Load, asked, rest
from salesreg.checks.said import Said
from salesreg.checks.wording import Minutes, Taking
from salesreg.constraints import Share
from salesreg.model.people import Role
from salesreg.record import record
from salesreg.solve.day import Demand, Shortage, Span, fit, together
from salesreg.solve.spans import without
from salesreg.values.amounts import Percent
from salesreg.values.calendar import WorkDays
from salesreg.values.times import Weekday, Window

Spans = tuple[Span, ...]


@frozen
class Asked:
    """What takes time of a role.

    Attributes:
        path: Where the regulation demands it.
        what: The thing: a budget, a meeting, a break, a report.
        demand: The time it takes, under the key of a budget, by which others may
            share its minutes, or under the path of what shares with nothing.
    """

    path: str
    what: object
    demand: Demand


def spans_of(window: Window) -> Spans:
    """Return the minutes of a window; past midnight it runs into the next day."""
    start, end = window.start.minutes, window.end.minutes
    return ((start, end if start < end else end + 1440),)


def hours(days: WorkDays) -> Spans:
    """Return the minutes of a day at which people are present, unpaid windows out."""
    away = (
        spans_of(one.window)[0]
        for one in days.breaks
        if one.window is not None and not one.paid
    )
    return without(spans_of(days.window), away)


def breaks(path: str, days: WorkDays) -> Iterator[Asked]:
    """Yield the breaks that take time of the hours: paid ones, and those in turn."""
    for index, one in enumerate(days.breaks):
        place = f"{path}/breaks/{index}"
        if one.window is not None:
            if one.paid:
                window = spans_of(one.window)
                minutes = one.window.minutes
                yield Asked(place, one, Demand(place, minutes, window, whole=True))
        elif minutes := rest(one):
            for _ in range(one.times):
                demand = Demand(place, minutes // one.times, whole=True)
                yield Asked(place, one, demand)


def budgets(load: Load, role: str, per: str) -> Iterator[Asked]:
    """Yield the budgets of a role, with those that their minutes may count for."""
    for path, budget in load.budgets(role):
        if budget.per == per and (minutes := asked(budget)):
            windows = spans_of(budget.window) if budget.window else ()
            demand = Demand(budget.key, minutes, windows, shares=budget.overlaps)
            yield Asked(path, budget, demand)


def meetings(load: Load, role: str, weekday: Weekday, open_: Spans) -> Iterator[Asked]:
    """Yield the meetings of a day that can be attended; TIM13 tells of the others."""
    busy = 0
    for one in sorted(load.meetings(role, weekday), key=lambda held: held.start or 0):
        window: Spans = ()
        if one.start is not None:
            end = one.start + one.minutes
            inside = any(first <= one.start and end <= last for first, last in open_)
            if one.start < busy or not inside:
                continue
            window, busy = ((one.start, end),), end
        demand = Demand(one.path, one.minutes, window, whole=True)
        yield Asked(one.path, one.meeting, demand)


class DayDoesNotFit(Check):
    """A role's day, or its week, does not hold what is demanded of it.

    Demanded are the budgets, the meetings of each week, the reports with an effort
    and the breaks; the hours are those of the calendar without lunch. Of budgets
    that may share minutes those count that cannot share with one another. Named is
    a smallest set of demands that has no timetable.
    """

    code = "TIM01"
    name = "day-does-not-fit"
    severity = "error"
    russian = "День или неделя роли не вмещает всего, что от неё требуют."
    why = Said(
        en="A day of work and breaks ends before the work does: the rules are broken "
        "daily, by design.",
        ru="День кончается раньше работы: правила нарушают ежедневно, так задумано.",
    )
    mend = Said(
        en="lessen an `amount`, widen a `window`, mark a budget `mandatory: "
        "false`, or name in `overlaps` what shares its minutes",
        ru="уменьшить `amount`, расширить `window`, отметить бюджет `mandatory: "
        "false` или назвать в `overlaps` то, что делают в то же время",
    )
    message = Said(
        en="{roles}: {demands}: {needed} in all, and only {open} for it {weekday}, "
        "{over} too little",
        ru="{roles}: на {demands} нужно {needed}, а {weekday} на это есть только "
        "{open}: не хватает {over}",
    )
    place = Said(
        en="{roles}: no timetable {weekday} has a place for {demands}",
        ru="{roles}: {weekday} нельзя найти место для {demands}",
    )
    week = Said(
        en="{roles}: {demands}: {needed} a week in all, and only {open} for it, {over} "
        "too little",
        ru="{roles}: на {demands} нужно {needed} в неделю, а в ней на это есть только "
        "{open}: не хватает {over}",
    )
    valid = (
        """
        roles: [{key: driver, title: Driver}]
        calendars:
        - key: day
          title: Day
          roles: [driver]
          time_zone: Europe/Moscow
          week:
          - days: [monday]
            window: 09:00-18:00
            breaks:
            - {title: Lunch, window: 13:00-14:00}
            - {title: Rest, kind: short, duration: 10 min, times: 2, paid: true}
        budgets:
        - {key: a, title: A, roles: [driver], amount: 280 min}
        - {key: b, title: B, roles: [driver], amount: 3 h, window: 09:00-12:00}
        """,
        """
        roles: [{key: driver, title: Driver}]
        calendars:
        - key: day
          title: Day
          roles: [driver]
          time_zone: Europe/Moscow
          week: [{days: [monday], window: 09:00-18:00}]
        budgets:
        - {key: a, title: A, roles: [driver], amount: 8 h}
        - {key: b, title: B, roles: [driver], amount: 9 h, per: week, overlaps: [a]}
        """,
    )
    invalid = (
        """
        roles: [{key: presale, title: Engineer}]
        calendars:
        - key: office
          title: Office
          time_zone: Europe/Moscow
          week: [{days: [monday], window: 09:00-18:00}]
        budgets:
        - {key: presale-client-meetings, title: Demos, roles: [presale], amount: 8 h}
        - {key: presale-documents, title: Quotations, roles: [presale], amount: 2 h}
        """,
        """
        roles: [{key: presale, title: Engineer}]
        calendars:
        - key: office
          title: Office
          time_zone: Europe/Moscow
          week: [{days: [monday], window: 09:00-18:00}]
        budgets:
        - {key: presale-mail, title: E-mail, roles: [presale], amount: 1 h,
           window: 09:00-09:50}
        """,
        """
        roles: [{key: presale, title: Engineer}]
        calendars:
        - key: office
          title: Office
          time_zone: Europe/Moscow
          week: [{days: [monday], window: 09:00-18:00}]
        budgets:
        - {key: presale-contact, title: Contact, roles: [presale], amount: 330 min,
           overlaps: [presale-documents, presale-mail]}
        - {key: presale-documents, title: Quotations, roles: [presale], amount: 5 h}
        - {key: presale-mail, title: E-mail, roles: [presale], amount: 5 h}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the days that do not fit, once for the roles that share one."""
        load = facts.derived(Load)
        short: dict[tuple[str, ...], tuple[Lack, list[Role]]] = {}
        for role in load.budgeted:
            lack = lack_of(week_of(load, role.key))
            if lack is not None:
                weekday, shortage, held = lack
                places = (held[index].path for index in shortage.demands)
                case = (str(weekday), *dict.fromkeys(places))
                short.setdefault(case, (lack, []))[1].append(role)
        for (weekday, shortage, held), roles in short.values():
            message = self.message if weekday else self.week
            if shortage.needed <= shortage.open:
                message = self.place
            takings = _takings([held[index] for index in shortage.demands])
            # What takes most is what one looks at first.
            place, *others = takings
            yield self.found(
                place,
                message=message,
                also=others,
                roles=tuple(roles),
                demands=tuple(takings.values()),
                needed=Minutes(shortage.needed),
                open=Minutes(shortage.open),
                over=Minutes(shortage.needed - shortage.open),
                weekday=ON[weekday or WEEK[0]],
            )


def _takings(held: list[Asked]) -> dict[str, Taking]:
    """Return by path what takes time, the longest first; a break in turn is one."""
    takings: dict[str, Taking] = {}
    for one in held:
        before = takings.get(one.path)
        minutes = one.demand.minutes + (before.minutes if before else 0)
        takings[one.path] = Taking(one.what, minutes)
    longest = sorted(takings.items(), key=lambda item: -item[1].minutes)
    return dict(longest)


@frozen
class Week:
    """What a role has in a week, and what is demanded of it.

    Attributes:
        days: Each working day: its name, its hours, and what takes time on it.
        more: What takes time on any day of the week.
    """

    days: tuple[tuple[Weekday, Spans, tuple[Asked, ...]], ...]
    more: tuple[Asked, ...]

    @property
    def open(self) -> int:
        """Minutes at which people are present."""
        return sum(end - start for _, spans, _ in self.days for start, end in spans)

    @property
    def asked(self) -> tuple[Asked, ...]:
        """What takes time, one after another; the rest may share its minutes."""
        every = (*(one for _, _, held in self.days for one in held), *self.more)
        chosen = together(tuple(one.demand for one in every))
        return tuple(every[index] for index in chosen)

    @property
    def needed(self) -> int:
        """Minutes that everything takes at the least."""
        return sum(one.demand.minutes for one in self.asked)


def week_of(load: Load, role: str) -> Week:
    """Return the week of a role."""
    days: list[tuple[Weekday, Spans, tuple[Asked, ...]]] = []
    for weekday, path, held in load.days(role):
        spans = hours(held)
        takes = (
            *budgets(load, role, "day"),
            *meetings(load, role, weekday, spans),
            *breaks(path, held),
        )
        days.append((weekday, spans, takes))
    reports = (
        Asked(path, report, Demand(path, minutes))
        for path, report, minutes in load.reports(role)
    )
    return Week(tuple(days), (*budgets(load, role, "week"), *reports))


Lack = tuple[Weekday | None, Shortage, tuple[Asked, ...]]
"""The day that does not fit, None for the week, with what is asked there."""


def lack_of(week: Week) -> Lack | None:
    """Return the lightest day that does not fit, or the week when only it does not."""
    fits: set[object] = set()
    # An ordinary day tells more than one that is full of meetings besides.
    for weekday, spans, held in sorted(week.days, key=lambda day: len(day[2])):
        case = (spans, tuple(one.demand for one in held))
        if case in fits:
            continue
        found = fit(*case)
        if isinstance(found, Shortage):
            return weekday, found, held
        fits.add(case)
    # What has the whole week takes whatever minutes the days leave, wherever they
    # are, so here the sums are exact.
    if not week.days or not week.more or week.needed <= week.open:
        return None
    asked_ = week.asked
    core = set(range(len(asked_)))
    needed = week.needed
    for index in sorted(core, key=lambda one: asked_[one].demand.minutes):
        minutes = asked_[index].demand.minutes
        if needed - minutes > week.open:
            core.remove(index)
            needed -= minutes
    return None, Shortage(tuple(sorted(core)), needed, week.open), asked_


@record
class NoSlack(Check):
    """What is demanded of a role leaves too little of its week free.

    Attributes:
        least: The least share of the working time that should stay free.
    """

    code = "TIM03"
    name = "no-slack"
    severity = "warning"
    russian = "Обязательные дела почти не оставляют роли свободного времени."
    why = Said(
        en="The first sick colleague or long call breaks the plan of the day.",
        ru="Первый же больничный или долгий разговор ломает распорядок.",
    )
    mend = Said(
        en="lessen the amounts of the budgets until a part of the week is free",
        ru="уменьшить бюджеты так, чтобы часть недели осталась свободной",
    )
    message = Said(
        en="{role}: {free} of {week} a week are left free, less than {least}",
        ru="{role}: свободными остаются {free} из {week} в неделю, меньше {least}",
    )
    valid = (
        """
        roles: [{key: driver, title: Driver}]
        calendars:
        - key: day
          title: Day
          roles: [driver]
          time_zone: Europe/Moscow
          week: [{days: [monday], window: 09:00-19:00}]
        budgets: [{key: a, title: A, roles: [driver], amount: 9 h}]
        """,
    )
    invalid = (
        """
        roles: [{key: director, title: Director}]
        calendars:
        - key: office
          title: Office
          time_zone: Europe/Moscow
          week: [{days: [monday], window: 09:00-18:00,
            breaks: [{title: Lunch, window: 13:00-14:00},
              {title: Rest, kind: short, duration: 15 min, times: 2, paid: true}]}]
        budgets:
        - {key: director-approvals, title: Approvals, roles: [director],
           amount: 410 min}
        """,
    )

    least: Annotated[Percent, Share()] = Percent(Decimal(10))

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the roles whose week is full, but fits."""
        load = facts.derived(Load)
        for role in load.budgeted:
            week = week_of(load, role.key)
            left = week.open - week.needed
            # What does not fit at all is the matter of TIM01.
            if week.open and 0 <= left < week.open * self.least.fraction:
                yield self.found(
                    str(facts.pointer_of(Role, role.key)),
                    also=[path for path, _ in load.budgets(role.key)],
                    role=role,
                    free=Minutes(left),
                    week=Minutes(week.open),
                    least=self.least,
                )


CHECKS: tuple[type[Check], ...] = (DayDoesNotFit, NoSlack)
