"""Overtime: how much of it a regulation allows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.ru_labour.law import LawCheck
from salesreg.checks.ru_labour.norms import Norm, why
from salesreg.checks.said import Said
from salesreg.checks.wording import Minutes

_OVERTIME = re.compile(r"сверхурочн|\bovertime\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.;!?\n]\s")
_YEAR = re.compile(
    r"\b(\d{1,4})\s*(?:час\w*|ч|hours?|h)\s+(?:в|за|a|per|in a)\s*(?:год|year)\b",
    re.IGNORECASE,
)
_TWO_DAYS = re.compile(
    r"\b(\d{1,2})\s*(?:час\w*|ч|hours?|h)\s+(?:в течение|за|in|within)\s+"
    r"(?:двух|два|2|two|any two)\s+(?:consecutive )?(?:дн|days)",
    re.IGNORECASE,
)


class TooMuchOvertime(LawCheck):
    """A text allows more overtime than the law.

    Only sentences are read that speak of overtime and name hours a year, or
    hours in two days.
    """

    code = "RU06"
    name = "too-much-overtime"
    severity = "error"
    rule = "overtime"
    russian = "Текст допускает больше сверхурочной работы, чем закон."
    why = why("overtime")
    mend = Said(
        en="lower the hours of overtime",
        ru="уменьшить часы сверхурочной работы",
    )
    message = Said(
        en="{length} of overtime a year is more than {limit}",
        ru="сверхурочная работа: {length} в год, больше {limit}",
    )
    two_days = Said(
        en="{length} of overtime in two days is more than {limit}",
        ru="сверхурочная работа: {length} за два дня, больше {limit}",
    )
    valid = (
        """
        text: >-
          Overtime is at most 4 hours in two days and 120 hours a year. A manager
          makes calls for 300 hours a year.
        """,
        "text: Норма — 1972 часа в год. Сверхурочные — не больше 120 часов в год.",
    )
    invalid = (
        """
        text: Overtime is ordered in writing, for at most 200 hours a year.
        """,
        """
        text: Overtime is limited to 6 hours in two consecutive days.
        """,
    )

    def against(self, norm: Norm, facts: Facts) -> Iterator[Found]:
        """Yield the texts whose overtime is beyond a limit."""
        limits = (
            (_YEAR, self.message, norm.numbers["year_minutes"]),
            (_TWO_DAYS, self.two_days, norm.numbers["two_days_minutes"]),
        )
        for spot, text in facts.texts:
            if not _OVERTIME.search(text):
                continue
            told = list(filter(_OVERTIME.search, _SENTENCE.split(text)))
            for pattern, message, limit in limits:
                hours = [int(n) for one in told for n in pattern.findall(one)]
                if hours and max(hours) * 60 > limit:
                    yield self.found(
                        spot.pointer,
                        message=message,
                        length=Minutes(max(hours) * 60),
                        limit=Minutes(limit),
                    )


CHECKS: tuple[type[Check], ...] = (TooMuchOvertime,)
