"""What every check of law shares: its norm, the day, the words at the end."""

from __future__ import annotations

import abc
import datetime as dt
from collections.abc import Iterator
from typing import ClassVar

from attrs import evolve

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.ru_labour.norms import Norm, norm_on
from salesreg.checks.said import Said
from salesreg.document.words import words_of
from salesreg.model.regulation import Language

_TAIL = Said(
    en="this may conflict with {norm} (in force from {since}{until}, checked on"
    " {checked}{unseen}; no legal advice)",
    ru="это может противоречить: {norm} (действует с {since}{until}, проверено"
    " {checked}{unseen}; не юридическая консультация)",
)
_UNTIL = Said(en=" to {day}", ru=" по {day}")
_UNSEEN = Said(
    en=", the text of the norm not seen whole", ru=", полный текст нормы не найден"
)
_LANGUAGES: tuple[Language, ...] = ("en", "ru")


class LawCheck(Check):
    """A check against a norm of law; it says which, since when, and checked when.

    A regulation is held against the law of today, and one that is not yet in
    force against the law of its first day, as far as it is known.

    Attributes:
        rule: The rule whose norm it holds a regulation against.
    """

    pack = "ru-labour"
    dated = True
    rule: ClassVar[str]

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield what may conflict with the norm that is in force."""
        day = day_of(facts)
        norm = norm_on(self.rule, day) if day else None
        if norm is not None:
            for found in self.against(norm, facts):
                yield _cited(found, norm)

    @abc.abstractmethod
    def against(self, norm: Norm, facts: Facts) -> Iterator[Found]:
        """Yield what may conflict with a norm."""


def day_of(facts: Facts) -> dt.date | None:
    """Return the day whose law counts, or None when today is not known."""
    revision = facts.regulation.revision
    first = revision.in_force_from if revision else None
    if facts.today is None or first is None:
        return facts.today
    return max(facts.today, first)


def _cited(found: Found, norm: Norm) -> Found:
    en, ru = (
        f"{found.message.plain(language)}; {_tail(norm, language)}"
        for language in _LANGUAGES
    )
    values = {**found.values, "norm": norm.article}
    return evolve(found, message=Said(en=en, ru=ru), values=values)


def _tail(norm: Norm, language: Language) -> str:
    # Days are text, not values: a norm that is checked anew is the same finding.
    day = words_of(language).date
    until = norm.valid_to
    values = {
        "norm": "{norm}",
        "since": day(norm.valid_from),
        "until": _UNTIL.filled(language, {"day": day(until)}) if until else "",
        "checked": day(norm.checked_on),
        "unseen": "" if norm.verified else _UNSEEN.plain(language),
    }
    return _TAIL.filled(language, values)
