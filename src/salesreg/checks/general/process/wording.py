"""Rules said twice, in words and as a condition: both must say the same numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal, NamedTuple

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.said import Said
from salesreg.model.ownership import RoutingRule
from salesreg.model.pay import Gate
from salesreg.model.process import (
    Branch,
    Criterion,
    Grade,
    QualificationCriterion,
    Transition,
)
from salesreg.model.strategy import Segment
from salesreg.values.amounts import Money, Percent, Quantity
from salesreg.values.condition import (
    AllOf,
    AnyOf,
    MoneyBounds,
    Not,
    NumberBounds,
    PercentBounds,
)
from salesreg.values.scale import Band

Kind = Literal["percent", "money", "time", "number"]

_SPACE = "[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]"
_UNITS: tuple[tuple[Kind, int, str], ...] = (
    ("percent", 1, r"%|процент\w*|per ?cent"),
    ("money", 1_000, r"тыс\w*\.?|thousand|k\b"),
    ("money", 1_000_000, r"млн\.?|миллион\w*|million|m\b"),
    ("money", 1_000_000_000, r"млрд\.?|миллиард\w*|billion"),
    ("money", 1, r"руб\w*\.?|₽|rub\b|rouble\w*|\$|€|usd\b|eur\b"),
    ("time", 1, r"мин\w*\.?|час\w*|ч\b|дн\w*|день|рабоч\w*|календарн\w*|недел\w*"),
    ("time", 1, r"месяц\w*|мес\.|год\w*|лет\b|minute\w*|min\b|hour\w*|h\b"),
    ("time", 1, r"day\w*|working|business|week\w*|month\w*|year\w*"),
)
_NUMBER = re.compile(
    rf"(?<![\w.,])(\d{{1,3}}(?:(?:{_SPACE}|,)\d{{3}})+(?!\d)|\d+)([.,]\d+)?{_SPACE}?(?:"
    + "|".join(f"({words})" for _, _, words in _UNITS)
    + ")?",
    re.IGNORECASE,
)

Stated = tuple[str, str, tuple[object, ...]]
"""A rule's place, its words, and what holds its numbers."""


class Figure(NamedTuple):
    """A number as a text says it.

    Attributes:
        number: The number, with its thousands or millions.
        kind: What it counts.
        text: How it is written.
    """

    number: Decimal
    kind: Kind
    text: str


def figures(text: str) -> tuple[Figure, ...]:
    """Return the numbers in a text.

    >>> said = figures("from 1.5 million, or 15 % of 20 leads in 2 days")
    >>> [(str(one.number), one.kind) for one in said]
    [('1500000.0', 'money'), ('15', 'percent'), ('20', 'number'), ('2', 'time')]
    """
    found: list[Figure] = []
    for match in _NUMBER.finditer(text):
        whole, part, *units = match.groups()
        number = Decimal(re.sub(r"\D", "", whole) + (part or "").replace(",", "."))
        kind: Kind = "number"
        times = 1
        for (named, factor, _), word in zip(_UNITS, units, strict=True):
            if word:
                kind, times = named, factor
        found.append(Figure(number * times, kind, match[0].strip(" ,.")))
    return tuple(found)


class WordsAgainstRule(Check):
    """The words of a rule and its condition name different numbers.

    Fires when the words name a number, and it is not the condition's.
    """

    code = "PRC12"
    name = "words-against-rule"
    severity = "error"
    russian = "Слова правила и его условие называют разные числа."
    why = Said(
        en="People go by the words and the CRM by the condition.",
        ru="Люди действуют по словам, а CRM — по условию.",
    )
    mend = Said(
        en="let the words and the condition name the same number",
        ru="привести текст и условие к одному числу",
    )
    message = Said(
        en="the words say {said}, the condition says {ruled}",
        ru="на словах {said}, а в условии {ruled}",
    )
    valid = (
        """
        stages:
        - key: offer
          title: Offer
          exit:
          - text: discounts above 15% are approved within 2 days
            condition: {kind: percent, field: discount, above: 15%}
          - text: the deal is worth at least half a million
            condition: {kind: money, field: amount, at_least: 500000 RUB}
          - text: сумма от 1,5 млн рублей
            condition: {kind: money, field: amount, at_least: 1500000 RUB}
        """,
    )
    invalid = (
        """
        stages:
        - key: offer
          title: Offer
          exit:
          - text: a discount of more than 15% is approved
            condition: {kind: percent, field: discount, at_most: 20%}
        """,
        """
        stages:
        - key: offer
          title: Offer
          exit:
          - text: the deal is worth 500 thousand roubles or more
            condition: {kind: money, field: amount, at_least: 600000 RUB}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the rules whose words and condition differ."""
        for path, words, held in _stated(facts):
            said = figures(words)
            bounds = [one for holder in held for one in _bounds(holder)] if said else []
            for kind in ("percent", "money", "number"):
                ruled = [one for one in bounds if _kind(one) == kind]
                named = [one for one in said if one.kind == kind]
                if not ruled or not named:
                    continue
                if {one.number for one in named}.isdisjoint(_number(o) for o in ruled):
                    yield self.found(
                        path,
                        said=tuple(dict.fromkeys(one.text for one in named)),
                        ruled=tuple(dict.fromkeys(ruled)),
                    )


def _stated(facts: Facts) -> Iterator[Stated]:
    for path, criterion in facts.all(Criterion):
        yield path, criterion.text, (criterion.condition,)
    for path, move in facts.all(Transition):
        yield path, move.text or "", (move.when,)
    for path, branch in facts.all(Branch):
        yield path, branch.text or "", (branch.when,)
    for path, rule in facts.all(RoutingRule):
        yield path, rule.title, (rule.when,)
    for path, asked in facts.all(QualificationCriterion):
        yield path, asked.title, (asked.condition,)
    for path, segment in facts.all(Segment):
        yield path, segment.text or "", (segment.condition,)
    for path, grade in facts.all(Grade):
        yield path, grade.text or "", (grade.condition, grade.least)
    for path, gate in facts.all(Gate):
        yield path, gate.text or "", (gate.when, gate.band)


Bound = Money | Percent | Decimal | Quantity


def _bounds(holder: object) -> Iterator[Bound]:
    """Yield the numbers of a condition, a band or a quantity."""
    waiting = [holder]
    while waiting:
        match waiting.pop():
            case AllOf(of=parts) | AnyOf(of=parts):
                waiting.extend(reversed(parts))
            case Not(of=part):
                waiting.append(part)
            case Band(start=start, end=end):
                waiting += [end, start]
            case Quantity() as bound:
                yield bound
            case NumberBounds() | MoneyBounds() | PercentBounds() as atom:
                bounds = (
                    atom.equals,
                    atom.at_least,
                    atom.above,
                    atom.at_most,
                    atom.below,
                )
                yield from (bound for bound in bounds if bound is not None)
            case _:
                pass


def _kind(bound: Bound) -> Kind:
    if isinstance(bound, Quantity):
        if bound.percent:
            return "percent"
        return "money" if bound.money else "number"
    if isinstance(bound, Decimal):
        return "number"
    return "percent" if isinstance(bound, Percent) else "money"


def _number(bound: Bound) -> Decimal:
    match bound:
        case Decimal():
            return bound
        case Percent():
            return bound.points
        case _:
            return bound.amount


CHECKS: tuple[type[Check], ...] = (WordsAgainstRule,)
