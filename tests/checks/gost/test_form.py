"""The form of documents: days, titles, mentions of annexes."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from salesreg.checks.api import check
from salesreg.checks.examples import alone
from tests.checks.base import run


@pytest.mark.parametrize(
    ("today", "codes"),
    [
        (None, []),
        (dt.date(2025, 8, 17), []),
        (dt.date(2025, 8, 18), ["GST08"]),
    ],
)
def test_day(today: dt.date | None, codes: list[str]) -> None:
    """Nothing is held against the edition of 2025 before its first day."""
    regulation = alone("text: По ГОСТ Р 7.0.97–2016.")
    found = check(regulation, select=["GST08"], today=today).findings
    assert codes == [one.code for one in found]


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("Регламент", ["GST04"]),
        ("«Регламент».", ["GST04"]),
        ("Регламент работы отдела продаж", []),
        ("Предложение о продажах", ["GST06"]),
        ("Правила", ["GST04"]),
        ("The Sales Playbook", []),
        ("The playbook", ["GST04"]),
    ],
)
def test_title(title: str, codes: list[str]) -> None:
    """A title names the kind of document and what it is about."""
    text = f"title: {json.dumps(title, ensure_ascii=False)}"
    found = run(alone(text), "GST")
    assert codes == [one.code for one in found if one.path == "/title"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Форма — приложение 2.", [1, 3]),
        ("Формы даны в приложениях №\u00a01 и 3", [2]),
        ("Формы: приложения 1–3", []),
        ("Forms: annex 1, annex No. 2", [3]),
        ("Forms: appendices 2-9", [1]),
        ("Формы даны в приложении", [1, 2, 3]),
        ("Форма — приложение 1. Образец дан в приложении. Список — приложение 3.", [2]),
        ("1, 2, 3", [1, 2, 3]),
    ],
)
def test_mentions(text: str, left: list[int]) -> None:
    """An annex is referred to by its number, alone, in a list or in a range."""
    annexes = ", ".join(f"{{key: a{n}, title: A, text: Annex {n}}}" for n in (1, 2, 3))
    regulation = alone(f"annexes: [{annexes}]\ntext: {json.dumps(text)}")
    expected = [f"/annexes/{number - 1}" for number in left]
    assert expected == [one.path for one in run(regulation, "GST07")]


def test_only_annex() -> None:
    """A single annex needs no number where the text refers to it."""
    annex = "annexes: [{key: a, title: A}]\n"
    said = alone(annex + "text: Форма дана в приложении")
    assert [] == [one.path for one in run(said, "GST07")]


def test_history() -> None:
    """What is said of editions may name the standard of its time."""
    text = "revision: {number: '2', reason: Instead of GOST R 7.0.97-2016}"
    assert [] == [one.path for one in run(alone(text), "GST08")]


@pytest.mark.parametrize(
    ("today", "codes"),
    [
        (dt.date(2026, 1, 11), []),
        (dt.date(2026, 1, 12), ["GST05"]),
        (dt.date(2026, 6, 30), ["GST05"]),
        (dt.date(2026, 7, 1), []),
    ],
)
def test_edition_in_force(today: dt.date, codes: list[str]) -> None:
    """A stamp is asked for on the first and the last day of an edition, not beyond."""
    regulation = alone(
        'revision: {number: "1", in_force_from: 2026-01-12, in_force_to: 2026-06-30,'
        " approval: {post: Director, name: null, order: null, date: 2025-12-15}}"
    )
    found = check(regulation, select=["GST05"], today=today).findings
    assert codes == [one.code for one in found]
