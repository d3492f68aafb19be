"""Contradictions found in real regulations, told in our own words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import salesreg as sr
from salesreg.checks.examples import laid_over
from salesreg.model.regulation import Language
from tests.checks.base import base, run

HERE = Path(__file__).parent
DEFECTS = sorted(HERE.glob("defects/*.yaml"))
CONSISTENT = sorted(HERE.glob("consistent/*.yaml"))

LANGUAGES: tuple[Language, ...] = ("ru", "en")


@pytest.mark.parametrize("path", DEFECTS, ids=lambda path: path.stem)
def test_defect(path: Path) -> None:
    """A defect makes the checks fire that it names, and no other check."""
    text = path.read_text("utf-8")
    named = re.match(r"# Finds: (.*)", text)
    assert named
    found = run(laid_over(base(), text))
    assert set(named[1].split()) == {one.code for one in found}


@pytest.mark.parametrize("path", CONSISTENT, ids=lambda path: path.stem)
def test_counter_example(path: Path) -> None:
    """What only looks like a defect gives no finding; one number off gives one."""
    text = path.read_text("utf-8")
    named, body = text.split("\n", 1)
    off = re.fullmatch(r"# With (.+) for (.+): (\w+)", named)
    assert off
    assert [] == [str(one) for one in run(laid_over(base(), body))]
    broken = body.replace(off[2], off[1])
    assert {off[3]} == {one.code for one in run(laid_over(base(), broken))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_article(language: Language) -> None:
    """The article's regulation contradicts itself as the article does."""
    found = {one.code for one in run(sr.templates.get("article", language=language))}
    day = {"TIM01", "TIM02", "TIM04"}
    people = {"STR01", "STR04", "PRC01", "PRC02"}
    smart = {"GOL01", "GOL02", "GOL03", "KPI01", "KPI02", "KPI03"}
    assert (day | people | smart | {"RU01"}) <= found


def test_article_with_a_shorter_lunch() -> None:
    """Half an hour less of lunch does not save the day, and makes the week too long."""
    article = sr.templates.get("article", language="en")
    lunch = "/calendars/0/week/0/breaks/0/window"
    shorter = article.replace(lunch, sr.Window.parse("13:00-13:30"))
    before, after = ({one.code for one in run(one)} for one in (article, shorter))
    assert "TIM01" in after
    assert {"RU05"} == after - before


@pytest.mark.parametrize("language", LANGUAGES)
def test_consistent(language: Language) -> None:
    """The full regulation is clean in either language."""
    full = sr.templates.get("b2b", language=language)
    assert [] == [str(one) for one in run(full)]
