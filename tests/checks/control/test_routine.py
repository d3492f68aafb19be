"""Reports, meetings, audits and tests: what examples cannot say."""

from __future__ import annotations

import pytest

from salesreg.checks.examples import alone
from tests.checks.base import run


@pytest.mark.parametrize(
    ("code", "text", "missing"),
    [
        ("CTL04", "reports: [{key: r, title: R}]", "recipient, schedule and source"),
        (
            "CTL04",
            "reports: [{key: r, title: R, recipients: [head], source: crm}]",
            "schedule",
        ),
        (
            "CTL04",
            "reports: [{key: r, title: R, every: {every: day}, source: crm}]",
            "recipient",
        ),
        ("CTL05", "meetings: [{key: m, title: M}]", "leader, agenda and length"),
        (
            "CTL05",
            "meetings: [{key: m, title: M, owner: a, agenda: [b]}]",
            "length",
        ),
    ],
)
def test_missing(code: str, text: str, missing: str) -> None:
    """Just what is missing is named."""
    assert [missing] == [one.values["missing"] for one in run(alone(text), code)]


def test_schedule_by_deadline() -> None:
    """A report with a deadline has its schedule."""
    text = """
    reports:
    - key: r
      title: R
      recipients: [head]
      source: crm
      deadline:
        trigger: {kind: period_ends, period: month}
        limit: {kind: by_day, day: 5}
    """
    assert () == run(alone(text), "CTL04")


@pytest.mark.parametrize(("headcount", "expected"), [("", 1), ("1", 1), ("2", 0)])
def test_peers(headcount: str, expected: int) -> None:
    """One person cannot audit anybody else of the role; two can audit each other."""
    text = f"""
    roles: [{{key: manager, title: Manager, headcount: {headcount or "null"}}}]
    audits: [{{key: a, title: A, auditor: manager, audited: [manager, sdr]}}]
    """
    assert expected == len(run(alone(text), "CTL07"))


def test_audits_behind_that_of_peers() -> None:
    """Who may audit one another does not hide who audits himself."""
    text = """
    roles: [{key: a, title: A, headcount: 2}, {key: b, title: B}]
    audits:
    - {key: x, title: X, auditor: a, audited: [a]}
    - {key: y, title: Y, auditor: b, audited: [c]}
    - {key: z, title: Z, auditor: b, audited: [a, b]}
    """
    assert ["/audits/2/audited/1"] == [one.path for one in run(alone(text), "CTL07")]


def test_unseen_rule() -> None:
    """A rule that nothing reveals is told by its first line, without the period."""
    text = r'prohibitions: [{key: a, text: "Taking gifts X.\nOf any kind."}]'
    (found,) = run(alone(text), "CTL06")
    assert "Taking gifts X" == found.values["rule"]


GATE = "trainings: [{key: t, title: T%s, certification: {title: Exam%s}}]"


@pytest.mark.parametrize(
    ("programme", "gate", "expected"),
    [
        ("", ", required_for: [calls]", 1),
        (", programme: [product]", ", required_for: [calls]", 0),
        ("", "", 0),
    ],
)
def test_gate(programme: str, gate: str, expected: int) -> None:
    """Only a test that keeps people from work needs a training before it."""
    assert expected == len(run(alone(GATE % (programme, gate)), "CTL08"))


DUE = """
reports:
- key: r
  title: R
  deadline:
    trigger: {kind: period_ends, period: %s}
    limit: {%s}
"""
MONTH = "kind: by_day, months_later: 0, day: "


@pytest.mark.parametrize(
    ("period", "limit", "expected"),
    [
        ("month", MONTH + "1", 1),
        ("month", MONTH + "30", 1),
        ("month", MONTH + "31", 0),
        ("month", MONTH + "-1", 0),
        ("month", MONTH + "-2", 1),
        ("quarter", MONTH + "25", 1),
        ("year", MONTH + "25", 1),
        ("month", MONTH + "22, working: true", 1),
        ("month", MONTH + "23, working: true", 0),
        ("month", MONTH + "-1, working: true", 0),
        ("month", "kind: by_day, day: 1", 0),
        ("month", "kind: in, duration: 1 business day", 0),
        ("month", "kind: same_day, at: '18:00'", 0),
        (
            "month",
            "kind: before, duration: 2 days, event: {kind: period_ends, period: month}",
            1,
        ),
        (
            "month",
            "kind: before, duration: 2 days, event: {kind: period_ends, period: year}",
            0,
        ),
        # A day and a week end within the month of their deadline.
        ("week", MONTH + "25", 0),
        ("day", MONTH + "25", 0),
    ],
)
def test_too_early(period: str, limit: str, expected: int) -> None:
    """A report is too early when its day comes before the last one of its period."""
    assert expected == len(run(alone(DUE % (period, limit)), "CTL09"))


def test_other_clocks() -> None:
    """A report whose clock another event starts, or none, is nobody's period."""
    text = """
    reports:
    - {key: none, title: None}
    - key: other
      title: Other
      deadline:
        trigger: {kind: deal_created}
        limit: {kind: by_day, day: 25, months_later: 0}
    """
    assert () == run(alone(text), "CTL09")
