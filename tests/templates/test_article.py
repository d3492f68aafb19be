"""The article's regulation: its numbers are there, and its contradictions."""

from __future__ import annotations

import pytest

from salesreg import templates

ARTICLE = templates.get("article", "en")


def _minutes(key: str) -> int | None:
    (budget,) = [budget for budget in ARTICLE.budgets if budget.key == key]
    assert budget.amount is not None
    return budget.amount.minutes


@pytest.mark.parametrize(
    ("key", "hours"),
    [
        ("calls", 2),
        ("mail", 1),
        ("client-contact", 3),
        ("learning", 1),
        ("planning", 1),
    ],
)
def test_budgets(key: str, hours: int) -> None:
    """The hours are the article's."""
    assert 60 * hours == _minutes(key)


def test_day_has_no_time_for_breaks() -> None:
    """The budgets fill the day but for lunch, and short breaks are demanded too."""
    (days,) = ARTICLE.calendars[0].week
    (lunch,) = [pause for pause in days.breaks if pause.kind == "lunch"]
    assert lunch.window is not None
    working = days.window.minutes - lunch.window.minutes
    budgets = [budget.amount.minutes for budget in ARTICLE.budgets if budget.amount]
    assert ("09:00-18:00", 480) == (str(days.window), working)
    assert working == sum(minutes for minutes in budgets if minutes)
    assert "short" in [pause.kind for pause in days.breaks]


def test_contact_overlaps_calls_and_mail() -> None:
    """Calls and mail are part of the contact with clients, and nothing says so."""
    (contact,) = [a for a in ARTICLE.activities if a.key == "client-contact"]
    assert ("calls", "mail", "visits") == contact.includes
    assert {()} == {budget.overlaps for budget in ARTICLE.budgets}


def test_three_roles() -> None:
    """There are three roles, and the head is none of them."""
    expected = ["manager", "specialist", "assistant"]
    assert expected == [role.key for role in ARTICLE.roles]


def test_six_stages() -> None:
    """There are six stages, each with a norm, a control and an owner."""
    expected = ["search", "contact", "presentation", "negotiation", "deal", "support"]
    assert expected == [stage.key for stage in ARTICLE.stages]
    whole = [s for s in ARTICLE.stages if s.norm and s.control and s.owner]
    assert list(ARTICLE.stages) == whole


def test_procedures_touch_two_stages() -> None:
    """Only the search and the deal have a procedure; requests belong to no stage."""
    stages = {p.key: p.stages for p in ARTICLE.procedures}
    expected = {"client-search": ("search",), "requests": (), "contracts": ("deal",)}
    assert expected == stages


def test_goals_cannot_be_measured() -> None:
    """Goals have no measure, target or time, beside a demand for SMART goals."""
    assert "smart" in [term.key for term in ARTICLE.terms]
    measures = {(g.kpi, g.target, g.period, g.due) for g in ARTICLE.goals}
    assert {(None, None, None, None)} == measures


def test_kpis_are_half_defined() -> None:
    """KPIs have no period, target, direction or source."""
    found = {(k.period, k.target, k.direction, k.source) for k in ARTICLE.kpis}
    assert {(None, None, None, None)} == found


def test_lists_are_announced_and_empty() -> None:
    """What ends with a colon is followed by nothing."""
    assert ARTICLE.strategy is not None
    assert ARTICLE.strategy.summary is not None
    endings = [ARTICLE.strategy.summary[-1], ARTICLE.terms[0].definition[-1]]
    assert [":", ":"] == endings
    assert () == (*ARTICLE.strategy.segments, *ARTICLE.strategy.channels)


def test_fine() -> None:
    """A fine is recommended."""
    assert ["fine"] == [sanction.measure for sanction in ARTICLE.sanctions]
