"""The full regulation: the day fits, meetings do not collide, the law is kept."""

from __future__ import annotations

import itertools

import pytest

from salesreg import templates
from salesreg.model.control import Meeting
from salesreg.values.calendar import WorkCalendar
from salesreg.values.times import Duration

B2B = templates.get("b2b")
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")
PER_DAY = {"day": 1, "week": 5, "month": 21}


def _minutes(duration: Duration | None) -> int:
    minutes = duration.minutes if duration else 0
    assert minutes is not None
    return minutes


def _presence(calendar: WorkCalendar) -> tuple[int, int]:
    """Return the working minutes of a day and those of its paid breaks."""
    (days,) = calendar.week
    lunch = [b for b in days.breaks if not b.paid]
    off = sum(b.window.minutes if b.window else _minutes(b.duration) for b in lunch)
    rest = sum(b.times * _minutes(b.duration) for b in days.breaks if b.paid)
    return days.window.minutes - off, rest


def _calendar(role: str) -> WorkCalendar:
    (calendar,) = [c for c in B2B.calendars if role in c.roles]
    return calendar


def _meetings(role: str, day: str) -> list[Meeting]:
    return [
        m
        for m in B2B.meetings
        if m.every and day in m.every.weekdays and role in (m.owner, *m.participants)
    ]


def _reports(role: str, day: str) -> int:
    """Return the minutes of reports due on a day, at worst."""
    mine = [r for r in B2B.reports if r.author == role and r.every]
    fixed = [r for r in mine if r.every and r.every.position is None]
    # Those due by a business day of the month are due on different days.
    floating = [_minutes(r.effort) for r in mine if r not in fixed]
    due = [r for r in fixed if r.every and day in r.every.weekdays]
    return sum(_minutes(r.effort) for r in due) + max(floating, default=0)


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("role", [role.key for role in B2B.roles])
def test_a_tenth_of_the_fullest_day_is_free(role: str, day: str) -> None:
    """Budgets, breaks, meetings and reports leave a tenth of each day free."""
    working, rest = _presence(_calendar(role))
    budgets = [b for b in B2B.budgets if role in b.roles]
    spent = sum(_minutes(b.amount or b.most) / PER_DAY[b.per] for b in budgets)
    lengths = [m.every.duration for m in _meetings(role, day) if m.every]
    spent += rest + sum(_minutes(d) for d in lengths) + _reports(role, day)
    assert spent <= 0.9 * working


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("role", [role.key for role in B2B.roles])
def test_meetings_do_not_collide(role: str, day: str) -> None:
    """A role is in one meeting at a time, in working hours and not at lunch."""
    (days,) = _calendar(role).week
    taken = [
        (b.window.start.minutes, b.window.end.minutes) for b in days.breaks if b.window
    ]
    for meeting in _meetings(role, day):
        assert meeting.every
        assert meeting.every.at
        start = meeting.every.at.minutes
        taken.append((start, start + _minutes(meeting.every.duration)))
    taken += [
        (b.window.start.minutes, b.window.end.minutes)
        for b in B2B.budgets
        if b.window and role in b.roles
    ]
    taken.sort()
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(taken))
    assert days.window.start.minutes <= taken[0][0] if taken else True
    assert taken[-1][1] <= days.window.end.minutes if taken else True


def test_norms_fit_their_budgets() -> None:
    """The count of a norm, times the time of one, fits the budget of its activity."""
    for norm in B2B.norms:
        for role in norm.roles:
            (budget,) = [
                b
                for b in B2B.budgets
                if b.activity == norm.activity and role in b.roles
            ]
            need = norm.count * _minutes(norm.unit_time) / PER_DAY[norm.per]
            assert need <= _minutes(budget.amount)
        parts = sum(part.count for part in norm.parts)
        assert parts in {0, norm.count}


def test_leads_of_the_plan_fit_the_norm() -> None:
    """The specialists can work on all the leads that the plan expects."""
    (norm,) = [n for n in B2B.norms if n.key == "requests"]
    (role,) = [r for r in B2B.roles if r.key == "sdr"]
    (plan,) = [p for p in B2B.plans if p.inflow]
    working_days = 247  # the Russian production calendar of 2026
    assert plan.inflow
    assert role.headcount
    assert plan.inflow.amount <= norm.count * role.headcount * working_days


@pytest.mark.parametrize("calendar", B2B.calendars, ids=lambda item: item.key)
def test_hours_are_lawful(calendar: WorkCalendar) -> None:
    """At most 40 hours a week, an hour of lunch, shorter days before holidays."""
    (days,) = calendar.week
    working, _ = _presence(calendar)
    assert working * len(days.days) == 40 * 60
    assert working == days.window.minutes - 60
    assert "60 min" == f"{_minutes(calendar.shorter_before_holiday)} min"
    moved = [str(exception.date) for exception in calendar.exceptions]
    assert ["2026-01-09", "2026-12-31"] == moved


def test_every_role_has_one_calendar() -> None:
    """The working time of every role is stated once."""
    for role in B2B.roles:
        assert role.key in _calendar(role.key).roles


def test_no_fines() -> None:
    """Sanctions are those of article 192 of the Labour Code, with a procedure."""
    assert {"remark", "reprimand"} == {s.measure for s in B2B.sanctions}
    assert all(s.procedure and s.appeal and s.grounds for s in B2B.sanctions)


def test_bonus_reductions_are_lawful() -> None:
    """Only the bonus of the period of a sanction is lowered, by 20 % at most."""
    for item in B2B.bonus_reductions:
        assert ("sanction", "sanction_period") == (item.trigger, item.period)
        assert item.share
        assert (True, True) == (item.share.points <= 20, bool(item.procedure))


def test_known_under_signature() -> None:
    """People sign that they know the edition in force."""
    assert B2B.acknowledging
    assert B2B.revision
    assert "signature" == B2B.acknowledging.method
    assert {B2B.revision.number} == {a.revision for a in B2B.acknowledgements}


def test_personal_data() -> None:
    """The consent is a document of its own, and the data are kept in Russia."""
    consents = {c.subject: c.separate_document for c in B2B.consents}
    assert consents["personal_data"]
    kinds = {"crm", "telephony", "mail", "storage"}
    assert {"RU"} == {t.database_country for t in B2B.tools if t.kind in kinds}
