"""The standard that the pack holds documents against, and when it was looked up.

GOST R 7.0.97-2025 took the place of GOST R 7.0.97-2016 on 18 August 2025. It is
recommended, not mandatory. Its text was not read: what the checks know of it
comes from published reviews (delo-press.ru, profiz.ru, esphere.ru, klerk.ru) and,
for what the reviews report no change of, from retellings of the edition of 2016.
"""

from __future__ import annotations

import abc
import datetime as dt
from collections.abc import Iterator

from attrs import evolve

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.said import Said
from salesreg.document.words import NBSP, words_of

SINCE = dt.date(2025, 8, 18)
"""First day of the edition of 2025."""
CHECKED = dt.date(2026, 3, 1)
"""The day for which its state was looked up."""

NAME = Said(en=f"GOST{NBSP}R 7.0.97-2025", ru=f"ГОСТ{NBSP}Р{NBSP}7.0.97-2025")
_EN, _RU = words_of("en").date, words_of("ru").date
_TAIL = Said(
    en=f"this may conflict with {NAME.en} (recommended, in force from {_EN(SINCE)},"
    f" checked on {_EN(CHECKED)} by reviews of it)",
    ru=f"это может противоречить {NAME.ru} (рекомендательный, действует с"
    f" {_RU(SINCE)}, проверено {_RU(CHECKED)} по обзорам)",
)


class FormCheck(Check):
    """A check against the standard; it says which edition, since when, checked when.

    Before the first day of the edition of 2025 nothing is held against it.
    """

    pack = "gost"
    dated = True

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield what may conflict with the standard on the day of the check."""
        if facts.today and facts.today >= SINCE:
            for found in self.on(facts.today, facts):
                said = found.message
                message = Said(en=f"{said.en}; {_TAIL.en}", ru=f"{said.ru}; {_TAIL.ru}")
                yield evolve(found, message=message)

    @abc.abstractmethod
    def on(self, today: dt.date, facts: Facts) -> Iterator[Found]:
        """Yield what may conflict with the standard."""
