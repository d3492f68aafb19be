"""What the checks of law read in words, and what they must not."""

from __future__ import annotations

import json

import pytest

from salesreg.checks.examples import alone
from tests.checks.base import run


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Сверхурочно — не более 240 часов в год.", ["RU06"]),
        ("Сверхурочная работа не более 120 часов в год.", []),
        ("Сверхурочная работа: 5 часов в течение двух дней подряд.", ["RU06"]),
        ("Сверхурочных нет. Обучение занимает 200 часов в год.", []),
        ("Руководителю установлен ненормированный рабочий день.", ["RU08"]),
        ("Ненормированный рабочий день не применяется.", []),
        ("Ненормированный рабочий день по перечню, отпуск 3 календарных дня.", []),
        ("Ненормированный рабочий день по перечню, отпуск 2 дня.", ["RU08"]),
    ],
)
def test_text(text: str, codes: list[str]) -> None:
    """Overtime and irregular days are read only where a text really sets them."""
    regulation = alone(f"text: {json.dumps(text, ensure_ascii=False)}")
    assert codes == [one.code for one in run(regulation, "RU")]


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("Штраф 1000 рублей", ["RU01"]),
        ("Штрафные санкции", ["RU01"]),
        ("Беседа вместо штрафа", []),
        ("Fine-tuning of the plan", []),
        ("Fines", ["RU01"]),
        ("A fine plan", []),
    ],
)
def test_fines(title: str, codes: list[str]) -> None:
    """A measure is a fine when its title says so, and does not deny it."""
    text = f"consequences: [{{key: c, title: {title}}}]"
    assert codes == [one.code for one in run(alone(text), "RU")]


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("Холодные звонки", ["RU18"]),
        ("Холодный обзвон", ["RU18"]),
        ("Звонки по заявкам", []),
        ("Горячие и тёплые звонки", []),
    ],
)
def test_calls(title: str, codes: list[str]) -> None:
    """Only calls that are called cold need a consent and a stop list."""
    text = f"activities: [{{key: c, title: {title}}}]"
    assert codes == [one.code for one in run(alone(text), "RU")]
