"""The regime: what the working hours must say, and irregular days."""

from __future__ import annotations

import re
from collections.abc import Iterator

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.ru_labour.law import LawCheck
from salesreg.checks.ru_labour.norms import Norm, why
from salesreg.checks.said import Said
from salesreg.values.calendar import WorkCalendar, WorkDays
from salesreg.values.times import Duration

_IRREGULAR = re.compile(
    r"ненормированн\w+ (?:рабоч\w+ )?(?:день|дня|дню|днём|дне)\b"
    r"|irregular (?:working )?(?:days?|hours)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:не (?:устан|прим|вводи|дейст)\w*|нет|без|no|not|never|without)\b",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"переч|спис|правил|коллективн|\blist|agreement|labour rules|policy", re.IGNORECASE
)
_LEAVE = re.compile(r"отпуск|\bleave\b", re.IGNORECASE)
_LEAVE_DAYS = re.compile(
    r"\b(\d{1,3})\s*(?:дополнительн\w+ |календарн\w+ |extra |calendar )*"
    r"(?:дн|день|day)",
    re.IGNORECASE,
)


class BreakNotSaid(LawCheck):
    """The working hours of a long day do not say when or how long people rest."""

    code = "RU07"
    name = "break-not-said"
    severity = "warning"
    rule = "regime"
    russian = "В часах работы не сказано, когда или сколько времени отдыхают."
    why = why("regime")
    mend = Said(
        en="add to `breaks` of these days a lunch with its window",
        ru="добавить этим дням в `breaks` обед со временем",
    )
    message = Said(
        en="calendar {calendar} names no break for rest and meals in {window}",
        ru="в календаре {calendar} нет перерыва для отдыха и питания: {window}",
    )
    length = Said(
        en="in calendar {calendar} break {title} has neither a time nor a length",
        ru="в календаре {calendar} у перерыва {title} нет ни времени, ни длины",
    )
    valid = (
        """
        calendars:
        - key: shop
          title: Shop
          time_zone: Europe/Moscow
          roles: [analyst]
          shorter_before_holiday: 1 h
          week:
          - {days: [monday, friday], window: 10:00-14:00}
          - days: [tuesday, thursday]
            window: 09:00-12:00
          - days: [tuesday, thursday]
            window: 13:00-18:00
        """,
    )
    invalid = (
        """
        calendars:
        - key: shop
          title: Shop
          time_zone: Europe/Moscow
          roles: [analyst]
          shorter_before_holiday: 1 h
          week:
          - {days: [monday, friday], window: 10:00-16:00}
        """,
        """
        calendars:
        - key: shop
          title: Shop
          time_zone: Europe/Moscow
          roles: [analyst]
          shorter_before_holiday: 1 h
          week:
          - {days: [monday], window: 10:00-16:00, breaks: [{title: Lunch}]}
        """,
    )

    def against(self, norm: Norm, facts: Facts) -> Iterator[Found]:
        """Yield the days of one piece without a break, and breaks without a time."""
        short_day = norm.numbers["short_day_minutes"]
        for path, calendar in facts.each("calendars", WorkCalendar):
            pieces = [day for entry in calendar.week for day in set(entry.days)]
            for number, entry in enumerate(calendar.week):
                place = f"{path}/week/{number}"
                whole = any(pieces.count(day) == 1 for day in entry.days)
                if entry.window.minutes > short_day and whole and not _rests(entry):
                    yield self.found(place, calendar=calendar, window=entry.window)
                for index, one in enumerate(entry.breaks):
                    if one.window is None and one.duration is None:
                        yield self.found(
                            f"{place}/breaks/{index}",
                            message=self.length,
                            calendar=calendar,
                            title=one,
                        )


class IrregularDayOpen(LawCheck):
    """An irregular working day is set without its list of posts or extra leave."""

    code = "RU08"
    name = "irregular-day-open"
    severity = "warning"
    rule = "irregular-day"
    russian = "Ненормированный день введён без перечня должностей или отпуска за него."
    why = why("irregular-day")
    mend = Said(
        en="name the act with the list of posts, and the days of extra leave",
        ru="назвать акт с перечнем должностей и дни дополнительного отпуска",
    )
    message = Said(
        en="an irregular working day is set here without {missing}",
        ru="здесь введён ненормированный рабочий день, но не указаны {missing}",
    )
    short = Said(
        en="the extra leave for an irregular working day is {days}, the least is"
        " {limit}",
        ru="дополнительный отпуск за ненормированный рабочий день — {days}, а"
        " наименьший — {limit}",
    )
    posts = Said(
        en="the act that lists the posts", ru="акт, в котором есть перечень должностей"
    )
    leave = Said(en="the extra leave", ru="дополнительный отпуск")
    valid = (
        """
        text: >-
          The head of sales has an irregular working day by the list in the internal
          labour rules, with 3 calendar days of extra leave.
        """,
        "text: Ненормированный рабочий день для отдела не устанавливается.",
    )
    invalid = (
        """
        text: Managers have an irregular working day at the end of a quarter.
        """,
        """
        text: >-
          Posts with an irregular working day are in the list of the collective
          agreement; the extra leave is 2 calendar days.
        """,
    )

    def against(self, norm: Norm, facts: Facts) -> Iterator[Found]:
        """Yield the texts that set an irregular day."""
        limit = norm.numbers["leave_days"]
        for spot, text in facts.texts:
            if not _IRREGULAR.search(text) or _DENIED.search(text):
                continue
            leave = _LEAVE.search(text)
            texts = ((self.posts, _LISTED.search(text)), (self.leave, leave))
            missing = tuple(said for said, there in texts if not there)
            days = [int(found[1]) for found in _LEAVE_DAYS.finditer(text)]
            if missing:
                yield self.found(spot.pointer, missing=missing)
            elif days and 0 < max(days) < limit:
                yield self.found(
                    spot.pointer,
                    message=self.short,
                    days=Duration(max(days), "day"),
                    limit=Duration(limit, "day"),
                )


def _rests(entry: WorkDays) -> bool:
    """Tell whether a day has a lunch, or any other break that is not paid."""
    return any(one.kind == "lunch" or not one.paid for one in entry.breaks)


CHECKS: tuple[type[Check], ...] = (BreakNotSaid, IrregularDayOpen)
