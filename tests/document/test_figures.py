"""What is drawn of a regulation says what the regulation says."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

import salesreg as sr
from salesreg.document.blocks import Block, Clause, Document, Section
from salesreg.document.figures import (
    Branch,
    CurveFigure,
    DayFigure,
    Figure,
    ProcessFigure,
    TreeFigure,
)
from salesreg.document.render import render
from salesreg.model.control import Escalation, EscalationLevel
from salesreg.model.pay import Incentive, PayPlan
from salesreg.model.process import Stage
from salesreg.model.regulation import Language, Regulation
from salesreg.model.strategy import Goal
from salesreg.model.time import TimeBudget
from salesreg.testing import breaks, windows
from salesreg.values.amounts import Money, Percent, Quantity
from salesreg.values.calendar import Break, WorkCalendar, WorkDays
from salesreg.values.scale import Scale, Tier
from salesreg.values.times import Duration, Window

F = TypeVar("F", bound=Figure)


def figures(blocks: tuple[Block, ...]) -> Iterator[Figure]:
    """Every figure below some blocks, in order."""
    for block in blocks:
        if isinstance(block, Section | Clause):
            yield from figures(block.blocks)
        elif isinstance(block, Figure):
            yield block


def drawn(document: Document, kind: type[F]) -> list[F]:
    """The figures of a kind in a document."""
    return [one for one in figures(document.sections) if isinstance(one, kind)]


def of(**parts: object) -> Document:
    """The document of a regulation of some parts."""
    return render(Regulation(key="r", title="R", language="en", **parts))  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_full_regulation_has_every_figure(language: Language) -> None:
    """The ready regulation draws each kind, with a caption and words for it."""
    document = sr.templates.get("b2b", language=language).document
    found = list(figures(document.sections))
    assert {ProcessFigure, DayFigure, CurveFigure, TreeFigure} == set(map(type, found))
    assert [] == [one for one in found if not one.caption or not one.alt]
    russian = [one for one in found if not one.alt.isascii()]
    assert language == "en" or len(found) == len(russian)


def test_stages_with_one_key_are_drawn_once() -> None:
    """A draft in which two stages have one key is drawn, and can be written."""
    twice = Stage(key="s", title="One"), Stage(key="s", title="Two")
    document = of(stages=(*twice, Stage(key="t", title="Three")))
    (figure,) = drawn(document, ProcessFigure)
    assert ["One", "Three"] == [node.title for node in figure.nodes]


def test_breaks_cut_the_day() -> None:
    """Work is what breaks with a time leave; other breaks are told in words."""
    days = WorkDays(
        days=("monday", "tuesday", "wednesday"),
        window=Window.parse("09:00-18:00"),
        breaks=(
            Break(title="Lunch", window=Window.parse("13:00-14:00")),
            Break(title="Tea", duration=Duration(10), times=2, kind="short"),
        ),
    )
    office = WorkCalendar(key="o", title="O", time_zone="Europe/Moscow", week=(days,))
    calls = TimeBudget(key="c", title="Calls", window=Window.parse("10:00-12:00"))
    (figure,) = drawn(of(calendars=(office,), budgets=(calls,)), DayFigure)
    assert [
        ("Mon–Wed", [("Work", 540, 780), ("Lunch", 780, 840), ("Work", 840, 1080)]),
        ("Calls", [("", 600, 720)]),
    ] == [(b.title, [(s.title, s.start, s.end) for s in b.spans]) for b in figure.bars]
    assert "Tea × 2 10\u00a0minutes" in figure.alt


@given(st.data())
def test_a_day_is_covered_once(data: st.DataObject) -> None:
    """Whatever the breaks, spans follow one another from coming to going."""
    held = data.draw(st.lists(breaks(title="B", window=windows(), duration=None)))
    window = data.draw(windows())
    days = WorkDays(days=("monday",), window=window, breaks=tuple(held))
    office = WorkCalendar(key="o", title="O", time_zone="Europe/Moscow", week=(days,))
    for figure in drawn(of(calendars=(office,)), DayFigure):
        spans = figure.bars[0].spans
        assert window.start.minutes == spans[0].start
        assert window.start.minutes + window.minutes == spans[-1].end
        assert [s.end for s in spans[:-1]] == [s.start for s in spans[1:]]


HUNDRED = Quantity(Decimal(100), "%")


def tier(start: int, rate: int, end: int | None = None, **more: object) -> Tier:
    """A tier in percent."""
    stop = None if end is None else Quantity(Decimal(end), "%")
    first = Quantity(Decimal(start), "%")
    return Tier(start=first, end=stop, rate=Percent(Decimal(rate)), **more)  # type: ignore[arg-type]


def curve(*tiers: Tier, **more: object) -> list[CurveFigure]:
    """The curves of a pay plan with a scale of these tiers."""
    scale = Scale(tiers=tiers, **more)  # type: ignore[arg-type]
    bonus = Incentive(key="b", title="Bonus", scale=scale)
    plan = PayPlan(key="p", title="P", components=(bonus,))
    return drawn(of(pay_plans=(plan,)), CurveFigure)


def test_a_scale_is_drawn_tier_by_tier() -> None:
    """Below the first tier and between tiers nothing is paid; a slope runs up."""
    rising = tier(100, 100, 120, rate_at_end=Percent(Decimal(150)))
    (figure,) = curve(tier(50, 40, 80), rising, mode="linear")
    assert [
        (0, 50, 0, 0),
        (50, 80, 40, 40),
        (80, 100, 0, 0),
        (100, 120, 100, 150),
    ] == [(s.start, s.end, s.low, s.high) for s in figure.stretches]
    assert ["50%", "80%", "100%", "120%"] == [tick.text for tick in figure.x.ticks]
    assert "from 50% to below 80% — 40%" in figure.alt


def test_a_cap_is_a_line_over_the_curve() -> None:
    """A cap in percent of the target pay is drawn where it can be reached."""
    steps = tier(80, 80, 100), tier(100, 150)
    (figure,) = curve(*steps, mode="whole", cap=Quantity(Decimal(150), "%"))
    assert ["Cap: 150%"] == [limit.text for limit in figure.limits]
    (figure,) = curve(*steps, mode="whole", cap=Quantity(Decimal(900), "%"))
    assert () == figure.limits


@pytest.mark.parametrize(
    "tiers",
    [
        (tier(0, 5),),
        (tier(0, 5, 100), tier(50, 9)),
        (tier(100, 5), tier(0, 9)),
        (
            tier(0, 5, 100),
            Tier(start=Quantity(Decimal(100), "%"), amount=Money(Decimal(1))),
        ),
        (tier(0, 5, 100), Tier(start=Quantity(Decimal(100), "deals"))),
    ],
    ids=["flat", "overlap", "descending", "rate and sum", "two units"],
)
def test_a_contradictory_scale_is_not_drawn(tiers: tuple[Tier, ...]) -> None:
    """A drawing would hide what is wrong with such a scale."""
    assert [] == curve(*tiers, mode="whole")


def titles(branches: tuple[Branch, ...]) -> list[object]:
    """A tree as nested lists of titles."""
    return [(branch.title, titles(branch.below)) for branch in branches]


def test_goals_hang_on_the_goals_they_serve() -> None:
    """A goal stands at its parent; one that serves nothing stands by itself."""
    goals = (
        Goal(key="a", title="A", target=Quantity(Decimal(5), "%")),
        Goal(key="b", title="B", parent="a"),
        Goal(key="c", title="C", parent="gone"),
        Goal(key="d", title="D", parent="b"),
    )
    (figure,) = drawn(of(goals=goals), TreeFigure)
    assert [("A", [("B", [("D", [])])]), ("C", [])] == titles(figure.roots)
    assert "5%" == figure.roots[0].note


@given(
    st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("abcdx")), max_size=6)
)
def test_every_goal_is_in_the_tree_once(pairs: list[tuple[str, str]]) -> None:
    """Circles and keys that are taken twice lose no goal of a draft."""
    goals = tuple(
        Goal(key=key, title=f"{key}{at}", parent=parent)
        for at, (key, parent) in enumerate(pairs)
    )

    def flat(branches: tuple[Branch, ...]) -> Iterator[str]:
        for branch in branches:
            yield branch.title
            yield from flat(branch.below)

    for figure in drawn(of(goals=goals), TreeFigure):
        assert sorted(goal.title for goal in goals) == sorted(flat(figure.roots))


def test_an_escalation_is_a_chain() -> None:
    """Everybody who is told is a box, in order, with the time it takes."""
    levels = (
        EscalationLevel(to="head"),
        EscalationLevel(to="head", after=Duration(2, "hour", working=True)),
    )
    held = Escalation(key="e", title="No answer", levels=levels)
    (figure,) = drawn(of(escalations=(held,)), ProcessFigure)
    assert [
        ("No answer", ""),
        ("head", "at once"),
        ("head", "after 2\u00a0working hours"),
    ] == [(node.title, node.note) for node in figure.nodes]
    assert [("start", "1"), ("1", "2")] == [(a.start, a.end) for a in figure.arrows]
