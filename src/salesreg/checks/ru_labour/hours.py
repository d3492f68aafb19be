"""Working hours: the week, lunch, rest, the day before a holiday."""

from __future__ import annotations

import re
from collections.abc import Iterator

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.ru_labour.law import LawCheck
from salesreg.checks.ru_labour.norms import Norm, why
from salesreg.checks.ru_labour.week import length_of, rest, worked
from salesreg.checks.said import Said
from salesreg.checks.wording import Minutes
from salesreg.values.calendar import WorkCalendar

_SHIFTS = re.compile(r"смен|график|shift|rota|roster|суммированн", re.IGNORECASE)


class LunchOutOfBounds(LawCheck):
    """Lunch is shorter or longer than the law allows."""

    code = "RU04"
    name = "lunch-out-of-bounds"
    severity = "error"
    rule = "lunch"
    russian = "Обед короче или длиннее, чем допускает закон."
    why = why("lunch")
    mend = Said(
        en="set the lunch within the bounds of the law",
        ru="установить обед в пределах, которые задаёт закон",
    )
    message = Said(
        en="in calendar {calendar} lunch lasts {length}, less than {limit}",
        ru="в календаре {calendar} обед длится {length}, меньше {limit}",
    )
    long = Said(
        en="in calendar {calendar} lunch lasts {length}, more than {limit}",
        ru="в календаре {calendar} обед длится {length}, больше {limit}",
    )
    valid = (
        """
        calendars:
        - key: desk
          title: Desk
          time_zone: Europe/Moscow
          shorter_before_holiday: 1 h
          week:
          - days: [monday, tuesday]
            window: 09:00-17:30
            breaks: [{title: Lunch, window: 13:00-13:30}]
          - days: [thursday]
            window: 09:00-13:00
            breaks: [{title: Snack, duration: 10 min}]
          - days: [friday]
            window: 09:00-19:00
            breaks: [{title: Lunch, duration: 1 h, times: 2}]
        """,
    )
    invalid = (
        """
        calendars:
        - key: shop
          title: Shop
          time_zone: Europe/Moscow
          shorter_before_holiday: 1 h
          roles: [analyst]
          week:
          - days: [monday, tuesday]
            window: 09:00-17:20
            breaks: [{title: Lunch, window: 13:00-13:20}]
        """,
        """
        calendars:
        - key: shop
          title: Shop
          time_zone: Europe/Moscow
          shorter_before_holiday: 1 h
          roles: [analyst]
          week:
          - days: [saturday]
            window: 09:00-18:00
            breaks: [{title: Lunch, duration: 150 min}]
        """,
    )

    def against(self, norm: Norm, facts: Facts) -> Iterator[Found]:
        """Yield the days whose lunch is too short or too long."""
        least, most, short_day = (
            norm.numbers[name]
            for name in ("least_minutes", "most_minutes", "short_day_minutes")
        )
        for path, calendar in facts.each("calendars", WorkCalendar):
            for number, entry in enumerate(calendar.week):
                lunches = [one for one in entry.breaks if one.kind == "lunch"]
                # A paid lunch is the matter of RU10.
                if not lunches or any(one.paid for one in lunches):
                    continue
                lengths = [length_of(one) for one in lunches]
                total = sum(length or 0 for length in lengths)
                place = f"{path}/week/{number}/breaks"
                if total > most:
                    yield self.found(
                        place,
                        message=self.long,
                        calendar=calendar,
                        length=Minutes(total),
                        limit=Minutes(most),
                    )
                elif (
                    total < least
                    and None not in lengths
                    and entry.window.minutes > short_day
                ):
                    yield self.found(
                        place,
                        calendar=calendar,
                        length=Minutes(total),
                        limit=Minutes(least),
                    )


class WeekTooLong(LawCheck):
    """The working week is longer than the law allows."""

    code = "RU05"
    name = "week-too-long"
    severity = "error"
    rule = "week"
    russian = "Рабочая неделя длиннее, чем допускает закон."
    why = why("week")
    mend = Said(
        en="shorten the week or the days of the calendar",
        ru="сократить рабочую неделю или дни в календаре",
    )
    message = Said(
        en="calendar {calendar} has {length} of work a week, {excess} more than"
        " {limit}",
        ru="в календаре {calendar} рабочая неделя длится {length}, на {excess} больше"
        " {limit}",
    )
    valid = (
        """
        calendars:
        - key: six
          title: Six days
          time_zone: Europe/Moscow
          shorter_before_holiday: 1 h
          week:
          - days: [monday, tuesday, wednesday, thursday, friday]
            window: 09:00-17:00
            breaks: [{title: Lunch, window: 13:00-14:00}]
          - days: [saturday]
            window: 09:00-14:30
            breaks: [{title: Lunch, duration: 30 min}]
        """,
        """
        calendars:
        - key: hotline
          title: Hotline
          time_zone: Europe/Moscow
          text: Operators work in two shifts, each of 40 hours a week.
          week:
          - days: [monday, tuesday, wednesday, thursday, friday]
            window: 08:00-20:00
            breaks: [{title: Lunch, duration: 1 h}]
        """,
    )
    invalid = (
        """
        calendars:
        - key: shop
          title: Shop
          time_zone: Europe/Moscow
          shorter_before_holiday: 1 h
          roles: [analyst]
          week:
          - days: [saturday]
            window: 10:00-15:00
            breaks: [{title: Lunch, duration: 30 min}]
          - days: [monday, tuesday, wednesday, thursday, friday]
            window: 09:00-18:00
            breaks: [{title: Lunch, window: 13:00-14:00}]
        """,
    )

    def against(self, norm: Norm, facts: Facts) -> Iterator[Found]:
        """Yield the calendars with too many hours, where one person works them."""
        limit = norm.numbers["minutes"]
        for path, calendar in _of_one_person(facts):
            length = worked(calendar)
            if length is not None and length > limit:
                yield self.found(
                    f"{path}/week",
                    calendar=calendar,
                    length=Minutes(length),
                    excess=Minutes(length - limit),
                    limit=Minutes(limit),
                )


class RestTooShort(LawCheck):
    """The longest rest of the week is shorter than the law demands."""

    code = "RU09"
    name = "weekly-rest-too-short"
    severity = "error"
    rule = "weekly-rest"
    russian = "Самый долгий отдых недели короче, чем требует закон."
    why = why("weekly-rest")
    mend = Said(
        en="lengthen the rest between the working weeks",
        ru="увеличить отдых между рабочими неделями",
    )
    message = Said(
        en="calendar {calendar} leaves {length} of unbroken rest a week, less than"
        " {limit}",
        ru="в календаре {calendar} непрерывный отдых за неделю — {length}, меньше"
        " {limit}",
    )
    valid = (
        """
        calendars:
        - key: shop
          title: Shop
          time_zone: Europe/Moscow
          shorter_before_holiday: 1 h
          week:
          - days: [monday, tuesday, wednesday, thursday, friday]
            window: 09:00-16:00
            breaks: [{title: Lunch, duration: 30 min}]
          - days: [saturday]
            window: 10:00-15:00
            breaks: [{title: Lunch, duration: 30 min}]
        """,
    )
    invalid = (
        """
        calendars:
        - key: shop
          title: Shop
          time_zone: Europe/Moscow
          shorter_before_holiday: 1 h
          roles: [analyst]
          week:
          - days: [monday, tuesday, wednesday, thursday, friday]
            window: 09:00-15:00
            breaks: [{title: Lunch, duration: 30 min}]
          - days: [saturday, sunday]
            window: 10:00-14:00
            breaks: [{title: Lunch, duration: 30 min}]
        """,
    )

    def against(self, norm: Norm, facts: Facts) -> Iterator[Found]:
        """Yield the calendars without a long rest, where one person works them."""
        limit = norm.numbers["minutes"]
        for path, calendar in _of_one_person(facts):
            length = rest(calendar)
            if length < limit:
                yield self.found(
                    f"{path}/week",
                    calendar=calendar,
                    length=Minutes(length),
                    limit=Minutes(limit),
                )


class LunchPaid(LawCheck):
    """Lunch counts as working time."""

    code = "RU10"
    name = "lunch-counted-as-work"
    severity = "info"
    rule = "lunch"
    russian = "Обед считается рабочим временем."
    why = why("lunch")
    mend = Said(
        en="mark the lunch `paid: false`, and lengthen the day if need be",
        ru="отметить обед `paid: false` и, если нужно, удлинить день",
    )
    message = Said(
        en="in calendar {calendar} lunch {title} counts as working time",
        ru="в календаре {calendar} перерыв {title} — обед, который входит в рабочее"
        " время",
    )
    valid = (
        """
        calendars:
        - key: desk
          title: Desk
          time_zone: Europe/Moscow
          shorter_before_holiday: 1 h
          week:
          - days: [monday]
            window: 09:00-18:00
            breaks:
            - {title: Lunch, duration: 1 h}
            - {title: Tea, kind: short, duration: 10 min, paid: true}
        """,
    )
    invalid = (
        """
        calendars:
        - key: shop
          title: Shop
          time_zone: Europe/Moscow
          shorter_before_holiday: 1 h
          roles: [analyst]
          week:
          - days: [saturday]
            window: 09:00-14:00
            breaks: [{title: Lunch, duration: 30 min, paid: true}]
        """,
    )

    def against(self, norm: Norm, facts: Facts) -> Iterator[Found]:
        """Yield the lunches that are paid."""
        del norm
        for path, calendar in facts.each("calendars", WorkCalendar):
            for day, entry in enumerate(calendar.week):
                for number, one in enumerate(entry.breaks):
                    if one.kind == "lunch" and one.paid:
                        place = f"{path}/week/{day}/breaks/{number}/paid"
                        yield self.found(place, calendar=calendar, title=one)


def _of_one_person(facts: Facts) -> Iterator[tuple[str, WorkCalendar]]:
    """Yield the calendars that are not worked in shifts, as far as they say."""
    for path, calendar in facts.each("calendars", WorkCalendar):
        if not _SHIFTS.search(f"{calendar.title} {calendar.text or ''}"):
            yield path, calendar


CHECKS: tuple[type[Check], ...] = (
    LunchOutOfBounds,
    WeekTooLong,
    RestTooShort,
    LunchPaid,
)
