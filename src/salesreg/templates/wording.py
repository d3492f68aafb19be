"""Wording: each text of a template in both languages, side by side."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from salesreg.model.regulation import Language

Say: TypeAlias = Callable[[str, str], str]
"""Takes a text in Russian and in English and returns the one that is wanted."""

Pair: TypeAlias = tuple[str, str]
"""The same words in Russian and in English, where several places need them."""

# No-break spaces look like ordinary ones in source code, so they are put in
# here: between a number and what it counts, after «№», «п.», «ст.», «ч.» and
# the legal form of a company, between groups of digits, before a dash.
_BINDS = re.compile(
    "(?<=[0-9]) (?=[0-9]{3}(?![0-9]))"
    "|(?<=[0-9]) (?=[%а-яё])"
    "|(?<=№) (?=[0-9])"
    "|(?<=\\bп\\.) (?=[0-9])"
    "|(?<=\\bст\\.) (?=[0-9])"
    "|(?<=\\bч\\.) (?=[0-9])"
    "|(?<=\\bООО) (?=«)"
    "|(?<=\\S) (?=—)"
)


def wording(language: Language) -> Say:
    """Return the function that picks the texts of one language.

    >>> t = wording("en")
    >>> t("Менеджер по продажам", "Sales manager")
    'Sales manager'
    """
    return _russian if language == "ru" else _english


def _russian(russian: str, english: str) -> str:
    del english
    return _BINDS.sub("\u00a0", russian)


def _english(russian: str, english: str) -> str:
    del russian
    return english
