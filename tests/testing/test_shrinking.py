"""Quality of shrinking: the smallest example of a kind is the known smallest one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from attrs import evolve
from hypothesis import HealthCheck, Phase, find, settings
from hypothesis import strategies as st

from salesreg.model.conduct import Access, Prohibition, Tool
from salesreg.model.control import Kpi
from salesreg.model.pay import Incentive, PayPlan
from salesreg.model.people import Responsibility, Role
from salesreg.model.process import Procedure, Stage, Step, Transition
from salesreg.model.regulation import Regulation
from salesreg.model.strategy import Goal
from salesreg.solve.scales import breaks
from salesreg.testing import (
    deadlines,
    durations,
    moneys,
    paying_scales,
    regulations,
    windows,
)
from salesreg.values.amounts import money, percent, quantity
from salesreg.values.deadline import Deadline, In
from salesreg.values.event import Happens
from salesreg.values.scale import Scale, Tier
from salesreg.values.times import ClockTime, Duration, Window

FIND = settings(
    max_examples=5000,
    database=None,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
EN = regulations("en")
TITLE = "Sales department"
TEXT = "The manager calls the client."
ROLE = Role(key="role", title=TITLE)
STAGE = Stage(key="stage", title=TITLE)
STAGE_2 = Stage(key="stage-2", title=TITLE)
KPI = Kpi(key="kpi", title=TITLE)


class Case(NamedTuple):
    """What is asked for, and the smallest thing that has it."""

    name: str
    strategy: st.SearchStrategy[Any]
    asked: Callable[[Any], object]
    smallest: object


def least(**parts: Any) -> Regulation:
    """Return the smallest English regulation that holds some parts."""
    return Regulation(key="regulation", title=TITLE, language="en", **parts)


def falls_somewhere(regulation: Regulation) -> bool:
    """Tell whether a component pays less where a higher tier starts."""
    return any(
        one.here < one.below
        for plan in regulation.pay_plans
        for component in plan.components
        if isinstance(component.scale, Scale)
        for one in breaks(component.scale)
    )


CASES = (
    Case("anything", EN, lambda _: True, least()),
    Case(
        "anything, in Russian",
        regulations(),
        lambda _: True,
        Regulation(key="regulation", title="Отдел продаж"),
    ),
    Case("a role", EN, lambda r: r.roles, least(roles=(ROLE,))),
    Case(
        "two prohibitions",
        EN,
        lambda r: len(r.prohibitions) > 1,
        least(
            prohibitions=(
                Prohibition(key="prohibition", text=TEXT),
                Prohibition(key="prohibition-2", text=TEXT),
            ),
        ),
    ),
    Case(
        "a stage with an owner",
        EN,
        lambda r: any(stage.owner for stage in r.stages),
        least(roles=(ROLE,), stages=(evolve(STAGE, owner="role"),)),
    ),
    Case(
        "a way to another stage",
        regulations("en", stages=(2, 4)),
        lambda r: any(
            way.to != stage.key for stage in r.stages for way in stage.transitions
        ),
        least(stages=(evolve(STAGE, transitions=(Transition(to="stage-2"),)), STAGE_2)),
    ),
    Case(
        "a stage with a limit",
        regulations("en", stages=(1, 2)),
        lambda r: any(stage.deadlines for stage in r.stages),
        least(
            stages=(
                evolve(
                    STAGE,
                    deadlines=(
                        Deadline(
                            trigger=Happens(title=TITLE),
                            limit=In(duration=Duration(1, "minute")),
                        ),
                    ),
                ),
            )
        ),
    ),
    Case(
        "won and lost",
        regulations("en", stages=(2, 4)),
        lambda r: {"won", "lost"} <= {stage.kind for stage in r.stages},
        least(stages=(evolve(STAGE, kind="won"), evolve(STAGE_2, kind="lost"))),
    ),
    Case(
        "a procedure of three steps",
        regulations("en", size="large", procedures=(1, 2)),
        lambda r: any(len(one.steps) > 2 for one in r.procedures),
        least(
            procedures=(
                Procedure(
                    key="procedure",
                    title=TITLE,
                    steps=tuple(
                        Step(key=key, title=TITLE)
                        for key in ("step", "step-2", "step-3")
                    ),
                ),
            )
        ),
    ),
    Case(
        "a goal that is measured",
        EN,
        lambda r: any(goal.kpi for goal in r.goals),
        least(goals=(Goal(key="goal", title=TITLE, kpi="kpi"),), kpis=(KPI,)),
    ),
    Case(
        "an access",
        EN,
        lambda r: r.access,
        least(
            roles=(ROLE,),
            tools=(Tool(key="tool", title=TITLE),),
            access=(Access(key="access", tool="tool", roles=("role",), level="view"),),
        ),
    ),
    Case(
        "an owner who is not there",
        regulations("en", dangling=True, stages=(1, 2)),
        lambda r: any(stage.owner for stage in r.stages) and not r.roles,
        least(stages=(evolve(STAGE, owner="role"),)),
    ),
    Case(
        "a pay plan that pays less for more",
        regulations("en", with_pay=True),
        falls_somewhere,
        least(
            pay_plans=(
                PayPlan(
                    key="pay-plan",
                    title=TITLE,
                    components=(
                        Incentive(
                            key="incentive",
                            title=TITLE,
                            scale=Scale(
                                mode="whole",
                                tiers=(
                                    Tier(
                                        start=quantity("0%"),
                                        end=quantity("100%"),
                                        rate=percent("10%"),
                                    ),
                                    Tier(start=quantity("100%"), rate=percent("0%")),
                                ),
                            ),
                        ),
                    ),
                ),
            )
        ),
    ),
    Case(
        "four chapters",
        EN,
        lambda r: sum(map(bool, (r.roles, r.stages, r.kpis, r.tools, r.meetings))) > 3,
        least(
            roles=(ROLE,),
            stages=(STAGE,),
            kpis=(KPI,),
            tools=(Tool(key="tool", title=TITLE),),
        ),
    ),
    Case(
        "a responsibility",
        EN,
        lambda r: r.responsibilities,
        least(responsibilities=(Responsibility(key="responsibility", title=TITLE),)),
    ),
    Case("much money", moneys(), lambda one: one.amount > 1000, money("2000 RUB")),
    Case(
        "a window over midnight",
        windows(),
        lambda one: one.end.minutes < one.start.minutes,
        Window(ClockTime(1080), ClockTime(180)),
    ),
    Case(
        "business days",
        durations(),
        lambda one: one.working and one.unit == "day",
        Duration(1, "day", working=True),
    ),
    Case(
        "a limit on working time",
        deadlines(language="en"),
        lambda one: isinstance(one.limit, In) and one.limit.duration.working,
        Deadline(
            trigger=Happens(title=TITLE),
            limit=In(duration=Duration(1, "minute", working=True)),
        ),
    ),
    Case(
        "five or more", durations(), lambda one: one.amount > 4, Duration(5, "minute")
    ),
    Case(
        "a scale of two tiers",
        paying_scales(mode="marginal"),
        lambda one: len(one.tiers) > 1,
        Scale(
            mode="marginal",
            tiers=(
                Tier(start=quantity("0%"), end=quantity("100%"), rate=percent("0%")),
                Tier(start=quantity("100%"), rate=percent("0%")),
            ),
        ),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_smallest(case: Case) -> None:
    """Shrinking keeps what a predicate asks for, in few words."""
    found = find(case.strategy, lambda one: bool(case.asked(one)), settings=FIND)
    assert case.smallest == found
