"""Explanations add up to the numbers that they explain, in words of one language."""

from __future__ import annotations

import datetime as dt
import io
import itertools
import json
import re
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import salesreg as sr
from salesreg.evaluate.cases.deadlines import sites
from salesreg.evaluate.exact import to_six
from salesreg.evaluate.explanation.clocks import counted
from salesreg.evaluate.explanation.spells import spells
from salesreg.evaluate.explanation.steps import Explanation, Step
from salesreg.evaluate.judgement import judge
from salesreg.evaluate.tables import (
    Deal,
    Employment,
    Event,
    MoneyMoved,
    Records,
    Target,
)
from salesreg.model.regulation import Language
from tests.evaluate.scene import MOSCOW

BOTH = {language: sr.templates.get("b2b", language) for language in ("ru", "en")}
NOW = dt.datetime(2026, 5, 20, 12, tzinfo=MOSCOW)
PEOPLE = tuple(
    Employment(person=person, role=role, since=dt.date(2026, month, 1))
    for person, role, month in (
        ("p-1", "sdr", 1),
        ("p-2", "manager", 2),
        ("p-3", "key-manager", 1),
        ("p-4", "head", 1),
    )
)
STAGES = tuple(stage.key for stage in BOTH["en"].stages)
MOMENTS = st.integers(0, 60 * 24 * 12).map(
    lambda n: dt.datetime(2026, 3, 2, 9, tzinfo=MOSCOW) + n * dt.timedelta(minutes=5)
)
STORY = st.lists(st.tuples(MOMENTS, st.sampled_from(STAGES)), min_size=1, max_size=6)


def told(story: list[tuple[dt.datetime, str]], **more: Any) -> Records:
    """Return the records of one deal that goes through stages."""
    moments = sorted(at for at, _ in story)
    stages = [stage for _, stage in story]
    events = [
        Event(deal="D-1", at=at, kind="stage", subject=stage, actor="p-2", sequence=n)
        for n, (at, stage) in enumerate(zip(moments, stages, strict=True))
    ]
    events += [
        Event(deal="D-1", at=moments[0], kind="owner", subject="p-2"),
        Event(deal="D-1", at=moments[-1], kind="activity", subject="requests"),
        Event(deal="D-1", at=moments[0], kind="field", subject="discount", state="12%"),
    ]
    deal = Deal(deal="D-1", created_at=moments[0], values={"margin": sr.percent(50)})
    payments = tuple(
        MoneyMoved(deal="D-1", at=moments[-1], amount=Decimal(amount), currency="RUB")
        for amount in more.get("amounts", ())
    )
    targets = tuple(
        Target(
            kpi="revenue",
            start=dt.date(2026, month, 1),
            end=dt.date(2026, month, 30),
            amount=Decimal(1_000_000),
            person="p-2",
        )
        for month in (3, 4)
    )
    return Records(
        deals=(deal,),
        events=tuple(events),
        people=PEOPLE,
        payments=payments,
        targets=targets,
    )


def steps(explanation: Explanation) -> Iterator[Step]:
    """Yield every step, at any depth."""
    waiting = [step for part in explanation.parts for step in part.steps]
    while waiting:
        step = waiting.pop()
        yield step
        waiting += step.steps


@settings(max_examples=25, deadline=None)
@given(story=STORY)
def test_counted_hours_add_up(story: list[tuple[dt.datetime, str]]) -> None:
    """The hours that are listed add up to the seconds of the row."""
    found = judge(BOTH["en"], told(story), NOW)
    case = found.cases["D-1"]
    edition = found.editions.last
    roles = {site.pointer: site.role for site in sites(edition)}
    for row in found.table("deadlines"):
        calendar = edition.calendar(roles[row.pointer])
        assert calendar is not None
        windows = counted(calendar, row.start, row.end, case.pauses(edition))  # type: ignore[attr-defined]
        length = sum((end - start for start, end in windows), dt.timedelta())
        assert row.seconds == length.total_seconds()  # type: ignore[attr-defined]
    for row in found.table("visits"):
        calendar = edition.calendar(edition.stages[row.stage][1].owner)  # type: ignore[attr-defined]
        assert calendar is not None
        end = row.left_at or found.now  # type: ignore[attr-defined]
        windows = counted(calendar, row.entered_at, end)  # type: ignore[attr-defined]
        length = sum((end - start for start, end in windows), dt.timedelta())
        assert row.seconds == length.total_seconds()  # type: ignore[attr-defined]


DAYS = st.integers(0, 60 * 24 * 90).map(
    lambda n: dt.datetime(2026, 3, 2, 9, tzinfo=MOSCOW) + n * dt.timedelta(minutes=1)
)


@settings(max_examples=40, deadline=None)
@given(start=DAYS, length=st.integers(0, 60 * 24 * 90))
def test_weeks_of_whole_days_are_one_row(start: dt.datetime, length: int) -> None:
    """Rows follow each other, have all the time, and are few however long it took."""
    calendar = judge(BOTH["en"], told(EVENTFUL), NOW).editions.last.calendar(None)
    assert calendar is not None
    windows = counted(calendar, start, start + dt.timedelta(minutes=length))
    rows = list(spells(calendar, windows, MOSCOW))
    whole = sum((end - begin for begin, end in windows), dt.timedelta())
    assert whole.total_seconds() == sum(row.seconds for row in rows)
    assert all(one.closes <= other.opens for one, other in itertools.pairwise(rows))
    assert [row.opens for row in rows] == [
        begin for begin, _ in windows if begin in {row.opens for row in rows}
    ]
    assert all(
        row.days <= 5 or row.closes - row.opens < dt.timedelta(7) for row in rows
    )
    assert len(rows) <= 20 + length // (60 * 24 * 7)


@settings(max_examples=8, deadline=None)
@given(story=STORY, amounts=st.lists(st.integers(0, 3_000_000), max_size=2))
def test_steps_of_pay_add_up(
    story: list[tuple[dt.datetime, str]], amounts: list[int]
) -> None:
    """Tiers, floor and cap add up to what each component pays, and those to the sum."""
    found = judge(BOTH["en"], told(story, amounts=amounts), NOW)
    for person in sorted({one.payee.person for one in found.statements}):
        for part in found.explain(person=person).parts:
            paid = [step for step in part.steps if "pays" in step.numbers]
            for component in paid:
                inner = component.steps
                pieces = [
                    Fraction(str(step.numbers[name]))
                    for step in inner
                    for name in ("pays", "changes")
                    if name in step.numbers
                ]
                exact = Fraction(str(component.numbers["pays"]))
                if pieces:
                    assert abs(sum(pieces, Fraction()) - exact) < Fraction(1, 10**20)
                else:
                    assert 0 == exact
            whole = Fraction(str(part.steps[-1].numbers["components"]))
            sums = [Fraction(str(step.numbers["pays"])) for step in paid]
            assert abs(sum(sums, Fraction()) - whole) < Fraction(1, 10**20)


@settings(max_examples=10, deadline=None)
@given(story=STORY, amounts=st.lists(st.integers(0, 3_000_000), max_size=2))
def test_formula_is_taken_apart(
    story: list[tuple[dt.datetime, str]], amounts: list[int]
) -> None:
    """Records add up to their leaf, and leaves join to the value of the row."""
    found = judge(BOTH["en"], told(story, amounts=amounts), NOW)
    rows: dict[tuple[str, dt.date], Any] = {
        (row.kpi, row.start): row  # type: ignore[attr-defined]
        for row in found.table("kpis")
        if (row.role, row.person) == (None, None)  # type: ignore[attr-defined]
    }
    for key in ("revenue", "win-rate", "qualified-leads"):
        for part in found.explain(kpi=key).parts:
            (top,) = part.steps
            row = rows[key, dt.date.fromisoformat(str(top.numbers["start"]))]
            assert top.numbers.get("value") == (
                None if row.value is None else str(row.value)
            )
            whole = top.steps[0]
            if key == "qualified-leads":
                counted = len(whole.grid.rows) if whole.grid else 0
                assert row.value == counted
                continue
            left, right = (step.numbers["value"] for step in whole.steps)
            of, to = Fraction(str(left)), Fraction(str(right))
            if key == "revenue":
                assert of - to == row.value
            elif to:
                assert to_six(of / to * 100) == row.value
            else:
                assert None is row.value


EVENTFUL = [
    (dt.datetime(2026, 3, 2, 17, 50, tzinfo=MOSCOW), "lead"),
    (dt.datetime(2026, 3, 4, 10, tzinfo=MOSCOW), "qualification"),
    (dt.datetime(2026, 3, 18, 10, tzinfo=MOSCOW), "offer"),
    (dt.datetime(2026, 4, 8, 10, tzinfo=MOSCOW), "paused"),
    (dt.datetime(2026, 4, 9, 10, tzinfo=MOSCOW), "discovery"),
]


def explained(language: Language) -> list[Explanation]:
    """Return explanations of everything that can be explained."""
    found = judge(BOTH[language], told(EVENTFUL, amounts=[900_000]), NOW)
    people = sorted({one.payee.person for one in found.statements})
    kpis = ("revenue", "win-rate", "first-response", "receivables", "attainment")
    return [
        found.explain(deal="D-1"),
        *(found.explain(kpi=kpi) for kpi in kpis),
        *(found.explain(person=person) for person in people),
    ]


def test_words_are_of_one_language() -> None:
    """A Russian explanation has no English word but keys; an English one no Russian."""
    russian = "\n".join(map(str, explained("ru")))
    english = "\n".join(map(str, explained("en")))
    assert {"D", "p", "CRM"} >= set(re.findall(r"[A-Za-z]+", russian))
    assert [] == re.findall("[А-Яа-я]+", english)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_output_says_the_same(language: Language) -> None:
    """Text, data and documents hold each step."""
    for explanation in explained(language):
        data = json.dumps(explanation.to_dict(), ensure_ascii=False)
        text, html = str(explanation), explanation.to_html()
        with zipfile.ZipFile(io.BytesIO(explanation.to_docx())) as file:
            word = file.read("word/document.xml").decode()
        for step in steps(explanation):
            assert json.dumps(step.text, ensure_ascii=False)[1:-1] in data
            assert step.text in text
            plain = re.sub("<[^>]+>", "", html)
            assert step.text.split("“")[0].split("«")[0].strip() in plain
            for number in filter(None, [step.clause]):
                assert number in word
        assert explanation.title in explanation.to_markdown().replace("\\", "")


def test_every_step_that_judges_cites_its_clause() -> None:
    """Each step at the top of a deal's explanation has a clause of the regulation."""
    deal = explained("en")[0]
    regulation = BOTH["en"]
    for part in deal.parts:
        for step in part.steps:
            assert step.pointer in {"", regulation.clause(step.clause).pointer} or (
                step.pointer.startswith(regulation.clause(step.clause).pointer)
            )


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"deal": "D-2"}, "unknown-deal"),
        ({"person": "p-9"}, "no-pay"),
        ({"kpi": "win-rates"}, "unknown-kpi"),
        ({"kpi": "win-rate", "deal": "D-1"}, "bad-value"),
        ({}, "bad-value"),
        ({"deal": "D-1", "person": "p-2"}, "bad-value"),
    ],
)
def test_nothing_is_explained_in_silence(asked: dict[str, str], code: str) -> None:
    """A deal or a person that is not there is said."""
    found = judge(BOTH["en"], told(EVENTFUL), NOW)
    with pytest.raises(sr.InvalidValue) as caught:
        found.explain(**asked)
    assert [code] == [problem.code for problem in caught.value.problems]
