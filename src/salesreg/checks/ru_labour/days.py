"""Days: work on days off, and the day before a public holiday."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.ru_labour.law import LawCheck
from salesreg.checks.ru_labour.norms import Norm, why
from salesreg.checks.said import Said
from salesreg.checks.wording import Minutes
from salesreg.errors import InvalidValue
from salesreg.values.calendar import WorkCalendar
from salesreg.values.daysoff import days_off, known_years

_SETTLED = re.compile(
    r"соглас|перен[оеё]с|постановл|consent|agree|moved|transfer|exchange|decree",
    re.IGNORECASE,
)
_WEEK = (
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
)


class WorkOnDayOff(LawCheck):
    """A day off is worked, and nothing speaks of consent or of a moved day."""

    code = "RU19"
    name = "work-on-day-off"
    severity = "warning"
    rule = "days-off"
    russian = "Выходной сделан рабочим, а о согласии или переносе ничего не сказано."
    why = why("days-off")
    mend = Said(
        en="write in the text whose consent is taken, or to which day the rest moves",
        ru="указать, чьё согласие нужно или на какой день переносят отдых",
    )
    message = Said(
        en="in calendar {calendar} {date} is worked, a day off, and no consent is"
        " spoken of",
        ru="в календаре {calendar} выходной день {date} сделан рабочим, а о согласии"
        " работников ничего не сказано",
    )
    valid = (
        """
        calendars:
        - key: shop
          title: Shop
          time_zone: Europe/Moscow
          country: RU
          shorter_before_holiday: 1 h
          roles: [analyst]
          exceptions:
          - {date: 2024-04-27, kind: working}
          - {date: 2026-03-14, kind: working, reason: with written consent}
          - {date: 2026-03-16, kind: working}
          week:
          - days: [monday, tuesday, wednesday, thursday, friday]
            window: 09:00-16:00
            breaks: [{title: Lunch, duration: 30 min}]
        """,
    )
    invalid = (
        """
        calendars:
        - key: office
          title: Working time
          time_zone: Europe/Moscow
          country: RU
          exceptions:
          - {date: 2026-03-14, kind: working, reason: quarter end}
          week:
          - days: [monday, tuesday, wednesday, thursday, friday]
            window: 09:00-18:00
            breaks: [{title: Lunch, kind: lunch, window: 13:00-14:00}]
        """,
    )

    def against(self, norm: Norm, facts: Facts) -> Iterator[Found]:
        """Yield the days off that are worked without more ado."""
        del norm
        for path, calendar in facts.each("calendars", WorkCalendar):
            if calendar.country != "RU" or _SETTLED.search(calendar.text or ""):
                continue
            for number, one in enumerate(calendar.exceptions):
                if (
                    one.kind == "working"
                    and not _SETTLED.search(one.reason or "")
                    and _is_off(calendar, one.date)
                ):
                    yield self.found(
                        f"{path}/exceptions/{number}", calendar=calendar, date=one.date
                    )


class HolidayEveNotShorter(LawCheck):
    """The day before a public holiday is not an hour shorter."""

    code = "RU20"
    name = "holiday-eve-not-shorter"
    severity = "info"
    rule = "short-day"
    russian = "День перед праздником не короче обычного на час."
    why = why("short-day")
    mend = Said(
        en="write `shorter_before_holiday` in the calendar",
        ru="указать в календаре `shorter_before_holiday`",
    )
    message = Said(
        en="calendar {calendar} does not make the day before a public holiday shorter",
        ru="в календаре {calendar} день перед праздником не короче обычного",
    )
    little = Said(
        en="calendar {calendar} makes the day before a public holiday shorter by"
        " {length}, less than {limit}",
        ru="в календаре {calendar} день перед праздником короче на {length}, меньше"
        " {limit}",
    )
    valid = (
        """
        calendars:
        - key: shop
          title: Shop
          time_zone: Europe/Moscow
          country: RU
          shorter_before_holiday: 60 min
          roles: [analyst]
          week:
          - days: [monday]
            window: 09:00-16:00
            breaks: [{title: Lunch, duration: 30 min}]
        - key: abroad
          title: Shop abroad
          time_zone: Europe/Berlin
          country: DE
          roles: [analyst]
          week:
          - days: [monday]
            window: 09:00-16:00
            breaks: [{title: Lunch, duration: 30 min}]
        """,
    )
    invalid = (
        """
        calendars:
        - key: inbound
          title: Inbound
          time_zone: Europe/Moscow
          country: RU
          shorter_before_holiday: null
          week:
          - days: [monday, tuesday, wednesday, thursday, friday]
            window: 09:00-18:00
            breaks: [{title: Lunch, duration: 1 h}]
        """,
        """
        calendars:
        - key: shop
          title: Shop
          time_zone: Europe/Moscow
          country: RU
          shorter_before_holiday: 30 min
          roles: [analyst]
          week:
          - days: [monday]
            window: 09:00-16:00
            breaks: [{title: Lunch, duration: 30 min}]
        """,
    )

    def against(self, norm: Norm, facts: Facts) -> Iterator[Found]:
        """Yield the calendars of Russia without short days."""
        limit = norm.numbers["minutes"]
        for path, calendar in facts.each("calendars", WorkCalendar):
            listed = any(one.kind == "short" for one in calendar.exceptions)
            if calendar.country != "RU" or listed:
                continue
            shorter = calendar.shorter_before_holiday
            if shorter is None:
                yield self.found(path, calendar=calendar)
            elif shorter.minutes is not None and shorter.minutes < limit:
                yield self.found(
                    f"{path}/shorter_before_holiday",
                    message=self.little,
                    calendar=calendar,
                    length=shorter,
                    limit=Minutes(limit),
                )


def _is_off(calendar: WorkCalendar, day: dt.date) -> bool:
    """Tell whether a date is surely off, but for the exceptions of a calendar."""
    assert calendar.country is not None
    try:
        first, last = known_years(calendar.country, calendar.subdivision)
        if not first <= day.year <= last:
            return False
        facts = days_off(calendar.country, calendar.subdivision, day.year)
    except InvalidValue:
        return False
    if day in facts.off:
        return True
    usual = any(_WEEK[day.weekday()] in entry.days for entry in calendar.week)
    return not usual and day not in facts.swapped


CHECKS: tuple[type[Check], ...] = (WorkOnDayOff, HolidayEveNotShorter)
