"""Contradictions found in real regulations, told in our own words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import salesreg as sr
from salesreg.checks.catalogue import catalogue
from salesreg.checks.examples import laid_over
from tests.checks.base import base, run

FOLDER = Path(__file__).with_name("defects")


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda p: p.stem)
def test_defect(path: Path) -> None:
    """A defect makes the checks fire that it names, and no other error."""
    text = path.read_text(encoding="utf-8")
    named = re.match(r"# Finds: (.*)", text)
    assert named
    expected = set(named[1].split()) & {check.code for check in catalogue()}
    found = run(laid_over(base(), text))
    assert expected <= {one.code for one in found}
    errors = {one.code for one in found if one.severity == "error"}
    assert errors <= expected, [str(one) for one in found]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_article(language: str) -> None:
    """The article's regulation contradicts itself as the article does."""
    article = sr.templates.get("article", language="ru" if language == "ru" else "en")
    found = {one.code for one in run(article)}
    day = {"TIM01", "TIM02", "TIM04"}
    people = {"STR01", "STR04", "PRC01", "PRC02"}
    smart = {"GOL01", "GOL02", "GOL03", "KPI01", "KPI02", "KPI03"}
    assert (day | people | smart | {"RU01"}) <= found


@pytest.mark.parametrize("language", ["ru", "en"])
def test_consistent(language: str) -> None:
    """The full regulation is clean in either language."""
    full = sr.templates.get("b2b", language="ru" if language == "ru" else "en")
    assert [] == [str(one) for one in run(full)]
