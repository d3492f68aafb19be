"""The table of norms: dated, with sources; and messages that say so."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest

from salesreg.checks.api import check
from salesreg.checks.examples import alone
from salesreg.checks.ru_labour import CHECKS
from salesreg.checks.ru_labour.law import LawCheck
from salesreg.checks.ru_labour.norms import NORMS, Norm, norm_on
from salesreg.model.regulation import Language
from tests.checks.base import TODAY, run

LAW = [one for one in CHECKS if issubclass(one, LawCheck)]


@pytest.mark.parametrize("norm", NORMS, ids=lambda norm: norm.rule)
def test_norm_is_sourced(norm: Norm) -> None:
    """A norm names where and when it was read, and holds on its first day."""
    assert "." in norm.source
    assert norm.valid_from < norm.checked_on <= dt.date(2026, 3, 1)
    assert norm.holds_on(norm.valid_from)
    assert not norm.holds_on(norm.valid_from - dt.timedelta(1))


def test_norms_follow_one_another() -> None:
    """Of one rule each norm ends on the day before the next one starts."""
    for one, other in itertools.combinations(NORMS, 2):
        if one.rule == other.rule:
            assert one.valid_to is not None
            assert one.valid_to + dt.timedelta(1) == other.valid_from


def test_every_norm_is_used() -> None:
    """Every check has a norm today, and every norm has a check."""
    assert CHECKS == tuple(LAW)
    assert {norm.rule for norm in NORMS} == {one.rule for one in LAW}
    assert all(norm_on(one.rule, TODAY) for one in LAW)


def test_no_doubtful_acts() -> None:
    """Acts that were not found to say what is told of them are cited nowhere."""
    for norm in NORMS:
        for text in (norm.article.en, norm.article.ru, norm.title.en, norm.title.ru):
            assert not {"252-ФЗ", "252-FZ", "10-ФЗ", "10-FZ", "98"} & set(
                text.replace("\u00a0", " ").replace(",", " ").split()
            )


@pytest.mark.parametrize("law", LAW, ids=lambda law: law.code)
def test_messages(law: type[LawCheck]) -> None:
    """A finding names the norm, its time, the day of the look, and is no advice."""
    norm = norm_on(law.rule, TODAY)
    assert norm is not None
    says: dict[Language, tuple[str, str, str]] = {
        "en": ("may conflict with", norm.article.en, "no legal advice"),
        "ru": ("может противоречить", norm.article.ru, "не юридическая консультация"),
    }
    for language, words in says.items():
        for one in run(alone(law.invalid[0]), law.code, language=language):
            assert all(word in one.message for word in words)
            day = "March 1, 2026" if language == "en" else "1 марта 2026"
            assert day in one.message.replace("\u00a0", " ")
            unseen = "not seen whole" in one.message or "не найден" in one.message
            assert unseen == (not norm.verified)


def _codes(text: str, today: dt.date | None) -> list[str]:
    report = check(alone(text), select=("RU",), today=today)
    return [one.code for one in report.findings]


FINE = "sanctions: [{key: fine, title: Penalty, measure: fine}]"
LUNCH = """
calendars:
- key: desk
  title: Desk
  time_zone: Europe/Moscow
  week:
  - {days: [monday], window: 09:00-18:00, breaks: [{title: Lunch, duration: 20 min}]}
"""


def test_undated() -> None:
    """Nobody knows the law of an unknown day."""
    assert [] == _codes(FINE, None)


def test_before_the_norm() -> None:
    """A norm says nothing before its first day."""
    assert [] == _codes(LUNCH, dt.date(2017, 6, 28))
    assert ["RU04"] == _codes(LUNCH, dt.date(2017, 6, 29))


def test_draft() -> None:
    """A regulation of the future is held against the law of its first day."""
    revision = "revision: {number: '1', in_force_from: 2017-07-01}"
    assert ["RU04"] == _codes(LUNCH + revision, dt.date(2017, 5, 1))
