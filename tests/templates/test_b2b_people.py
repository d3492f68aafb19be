"""The full regulation: roles, responsibility, goals, plans."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import pytest

from salesreg import templates
from salesreg.model.people import Responsibility, Role
from salesreg.model.strategy import Goal, Plan, Target

B2B = templates.get("b2b")
ROLES = {role.key: role for role in B2B.roles}
GOALS = {goal.key: goal for goal in B2B.goals}


@pytest.mark.parametrize("row", B2B.responsibilities, ids=lambda row: row.key)
def test_one_answers_and_somebody_works(row: Responsibility) -> None:
    """Each row of the matrix has exactly one A and at least one R."""
    assert (1, True) == (len(row.accountable), bool(row.responsible))


@pytest.mark.parametrize("stage", [stage.key for stage in B2B.stages])
def test_each_stage_has_a_row(stage: str) -> None:
    """The matrix says who answers for every stage of the pipeline."""
    rows = [row for row in B2B.responsibilities if row.stage == stage]
    assert stage == "disqualified" or len(rows) == 1


def _above(role: Role) -> list[str]:
    return [role.reports_to] if role.reports_to else []


def _stand_ins(role: Role) -> list[str]:
    return [substitution.by for substitution in role.substitutes]


@pytest.mark.parametrize("further", [_above, _stand_ins])
@pytest.mark.parametrize("start", ROLES)
def test_no_circles(further: Callable[[Role], list[str]], start: str) -> None:
    """Nobody reports to or is replaced by himself, at whatever remove."""
    waiting, met = [start], list[str]()
    while waiting:
        beyond = further(ROLES[waiting.pop()])
        waiting += [key for key in beyond if key not in met]
        met += beyond
    assert start not in met


def test_critical_roles_have_stand_ins() -> None:
    """The work goes on when a role without which it stops is away."""
    assert [] == [r.key for r in B2B.roles if r.critical and not r.substitutes]


@pytest.mark.parametrize("role", B2B.roles, ids=lambda role: role.key)
def test_duties_have_time_and_can_be_seen(role: Role) -> None:
    """Each duty has a budget of time, and a KPI, report or audit that shows it."""
    budgets = {b.activity for b in B2B.budgets if not b.roles or role.key in b.roles}
    bad = [
        duty.text
        for duty in role.duties
        if duty.activity not in budgets or not (duty.kpi or duty.report or duty.audit)
    ]
    assert (True, []) == (bool(role.duties), bad)


def _due(goal: Goal) -> dt.date:
    if goal.due:
        return goal.due
    assert goal.period
    return goal.period.end


@pytest.mark.parametrize("goal", B2B.goals, ids=lambda goal: goal.key)
def test_goals_are_smart(goal: Goal) -> None:
    """Each goal has measure, baseline, target, time, owner, evidence, relevance."""
    parts = (goal.kpi, goal.baseline, goal.target, goal.owner, goal.evidence)
    assert None not in (*parts, goal.relevance)
    assert goal.baseline != goal.target
    assert goal.horizon == "long" or goal.parent in GOALS
    assert goal.parent is None or _due(goal) <= _due(GOALS[goal.parent])


def _sum(targets: list[Target]) -> Decimal:
    shares = [t.weight.fraction if t.weight else Decimal(1) for t in targets]
    return sum(
        (
            t.value.amount * t.headcount * share
            for t, share in zip(targets, shares, strict=True)
        ),
        Decimal(),
    )


@pytest.mark.parametrize("plan", B2B.plans, ids=lambda plan: plan.key)
@pytest.mark.parametrize("side", ["period", "role", "product"])
def test_plans_add_up(plan: Plan, side: str) -> None:
    """Months, people with the ramp of a newcomer, and products give the whole."""
    assert plan.target is not None
    targets = [t for t in plan.targets if getattr(t, side) is not None]
    assert not targets or plan.target.amount == _sum(targets)


def test_people_of_the_plan_are_the_roles() -> None:
    """The plan counts as many people of a role as the role has."""
    counted: dict[str, int] = {}
    for target in (target for plan in B2B.plans for target in plan.targets):
        if target.role:
            counted[target.role] = counted.get(target.role, 0) + target.headcount
    assert counted == {key: ROLES[key].headcount for key in counted}


def test_weight_of_the_newcomer_is_the_ramp() -> None:
    """The newcomer's share of the year follows from the ramp, month by month."""
    steps = {step.month: step.quota for step in ROLES["manager"].ramp}
    assert list(range(1, 7)) == list(steps)
    months = [step.points for step in steps.values() if step] + [Decimal(100)] * 6
    weights = {str(t.weight) for plan in B2B.plans for t in plan.targets if t.weight}
    assert {f"{sum(months) / 12:g}%"} == weights


def test_leads_give_the_target() -> None:
    """Leads through the conversions of the funnel, at the average deal, give it."""
    (plan,) = [plan for plan in B2B.plans if plan.inflow]
    assert plan.inflow
    assert plan.average_deal
    assert plan.target
    deals = plan.inflow.amount
    for step in plan.conversions:
        deals *= step.rate.fraction
    assert plan.target.amount == deals * plan.average_deal.amount
    before = [conversion.end for conversion in plan.conversions[:-1]]
    assert before == [conversion.start for conversion in plan.conversions[1:]]


def test_growth_is_no_more_than_before() -> None:
    """The plan asks for no more growth than the year before has shown."""
    (plan,) = [plan for plan in B2B.plans if len(plan.past) > 1]
    first, last = plan.past[-2:]
    assert plan.target is not None
    grown = last.value.amount / first.value.amount
    assert plan.target.amount / last.value.amount <= grown + Decimal("0.01")
