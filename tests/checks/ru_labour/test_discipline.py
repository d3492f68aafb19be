"""Measures of discipline: which the law knows, and how a norm is cited."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from salesreg.checks.examples import alone
from salesreg.checks.ru_labour.law import _tail
from salesreg.checks.ru_labour.norms import NORMS, Norm, _labour
from salesreg.model.regulation import Language
from tests.checks.base import run


@pytest.mark.parametrize(
    ("measure", "title", "found"),
    [
        ("other", "Fine for being late", ["RU01 /sanctions/0/title"]),
        ("other", "A talk with the head", []),
        ("remark", "Fine for being late", []),
        ("remark", "Remark", []),
        ("reprimand", "Reprimand", []),
        ("dismissal", "Dismissal", []),
        ("fine", "Remark", ["RU01 /sanctions/0/measure"]),
    ],
)
def test_fines(measure: str, title: str, found: list[str]) -> None:
    """A fine is one by its kind, or by its name where its kind says nothing."""
    text = f"sanctions: [{{key: s, title: {title}, measure: {measure}}}]"
    told = [f"{one.code} {one.path}" for one in run(alone(text), "RU01")]
    assert found == told


def test_a_fine_by_name_is_called_so() -> None:
    """The message names the measure that is called a fine."""
    text = "sanctions: [{key: s, title: Fine for being late, measure: other}]"
    (found,) = run(alone(text), "RU01")
    assert found.message.startswith("Measure “Fine for being late” is called a fine;")


@pytest.mark.parametrize(
    ("number", "en", "ru"),
    [
        ("192", "article 192 of the Labour Code of Russia", "ст. 192 ТК РФ"),
        (
            "106 and 107",
            "articles 106 and 107 of the Labour Code of Russia",
            "ст. 106 и 107 ТК РФ",
        ),
    ],
)
def test_articles(number: str, en: str, ru: str) -> None:
    """One article and several are cited as each language does."""
    said = _labour(number)
    assert (en, ru) == (said.en, said.ru.replace("\N{NO-BREAK SPACE}", " "))


NORM: Norm = evolve(NORMS[0], valid_from=dt.date(2025, 9, 1), verified=True)


@pytest.mark.parametrize(
    ("language", "day"), [("en", "August 31, 2027"), ("ru", "31 августа 2027")]
)
def test_last_day_is_told(language: Language, day: str) -> None:
    """A norm that ends says until when it holds; one without an end says nothing."""
    ending = evolve(NORM, valid_to=dt.date(2027, 8, 31))
    assert day in _tail(ending, language).replace("\N{NO-BREAK SPACE}", " ")
    assert "2027" not in _tail(NORM, language)
    assert ending.holds_on(dt.date(2027, 8, 31))
    assert not ending.holds_on(dt.date(2027, 9, 1))


@pytest.mark.parametrize("language", ["en", "ru"])
def test_what_was_not_seen_whole_is_told(language: Language) -> None:
    """A norm whose words were not seen whole says so, in the language of the report."""
    unseen = _tail(evolve(NORM, verified=False), language)
    seen = _tail(NORM, language)
    assert seen != unseen
    assert len(seen) < len(unseen)
    assert unseen.isascii() is (language == "en")
