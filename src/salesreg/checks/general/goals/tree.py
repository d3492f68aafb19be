"""The tree of goals: what serves what, and by when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.said import Said
from salesreg.model.control import Kpi
from salesreg.model.strategy import Goal


class GoalServesNothing(Check):
    """A short-term goal serves no long-term one."""

    code = "GOL05"
    name = "goal-serves-nothing"
    severity = "error"
    russian = "Краткосрочная цель не служит никакой долгосрочной."
    why = Said(
        en="Short-term goals are steps to long-term ones; else they pull elsewhere.",
        ru="Краткосрочные цели — шаги к долгосрочным, иначе они уводят в сторону.",
    )
    mend = Said(
        en="name in `parent` the goal that it serves",
        ru="указать в `parent` цель, которой она служит",
    )
    message = Said(
        en="short-term goal {goal} serves no long-term goal",
        ru="краткосрочная цель {goal} не ведёт ни к одной долгосрочной",
    )
    valid = (
        """
        goals:
        - {key: year, title: Year, horizon: long}
        - {key: quarter, title: Quarter, parent: year}
        - {key: month, title: Month, horizon: short, parent: quarter}
        """,
    )
    invalid = (
        """
        goals:
        - {key: win-rate-2026, title: Win rate, horizon: short, parent: null}
        """,
        """
        goals:
        - {key: response-2026, title: Response, horizon: short, parent: response-2026}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the short-term goals from which no way leads to a long-term one."""
        goals = {goal.key: goal for goal in facts.regulation.goals}
        serves: dict[str, bool] = {
            key: True for key, goal in goals.items() if goal.horizon == "long"
        }
        for path, goal in facts.each("goals", Goal):
            way: dict[str, None] = {}
            key: str | None = goal.key
            while key in goals and key not in serves and key not in way:
                way[key] = None
                key = goals[key].parent
            # A parent that is not defined is the matter of STR01.
            good = key is not None and key not in way and serves.get(key, True)
            serves.update(dict.fromkeys(way, good))
            if goal.horizon == "short" and not serves[goal.key]:
                yield self.found(path, goal=goal)


class GoalDueAfterParent(Check):
    """A goal is due after the goal that it serves."""

    code = "GOL06"
    name = "goal-due-after-parent"
    severity = "error"
    russian = "Цель должна быть достигнута позже той, которой она служит."
    why = Said(
        en="What comes after the greater goal cannot help to reach it.",
        ru="То, что позже большей цели, не поможет её достичь.",
    )
    mend = Said(
        en="bring the goal forward, or put off the one that it serves",
        ru="приблизить срок цели или отодвинуть срок той, которой она служит",
    )
    message = Said(
        en="goal {goal} ends on {end}, after {parent}, which ends on {due}",
        ru="цель {goal} заканчивается {end}, позже цели {parent} ({due})",
    )
    valid = (
        """
        goals:
        - {key: year, title: Year, period: "2026"}
        - {key: autumn, title: Autumn, due: 2026-12-31, parent: year}
        """,
    )
    invalid = (
        """
        goals:
        - {key: revenue-2028, title: Revenue of 2028, due: 2028-12-31, period: null}
        - {key: revenue-2026, title: Revenue of 2026, parent: revenue-2028,
           period: "2029", horizon: null}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the goals that end later than their parents."""
        for path, goal in facts.each("goals", Goal):
            parent = facts.find(Goal, goal.parent)
            end, due = _end(goal), _end(parent)
            if parent and end and due and end > due:
                above = facts.pointer_of(Goal, parent.key)
                yield self.found(
                    f"{path}/{'due' if goal.due else 'period'}",
                    also=[above] if above else [],
                    goal=goal,
                    end=end,
                    parent=parent,
                    due=due,
                )


def _end(goal: Goal | None) -> dt.date | None:
    if goal is None:
        return None
    return goal.due or (goal.period.end if goal.period else None)


class OpposingGoals(Check):
    """A goal goes against the direction of its KPI, or against another goal.

    Two goals oppose when one role must bring one KPI up and down in one time.
    """

    code = "GOL11"
    name = "opposing-goals"
    severity = "warning"
    russian = "Цель противоречит направлению своего показателя или другой цели."
    why = Said(
        en="People reach the goal that pays and miss the other one.",
        ru="Достигнут той цели, за которую платят, и сорвут другую.",
    )
    mend = Said(
        en="turn the `target`, or the `direction` of the KPI, the other way",
        ru="исправить `target` или `direction` показателя",
    )
    message = Said(
        en="goal {goal} moves {kpi} from {start} to {target}, the wrong way",
        ru="цель {goal} ведёт показатель {kpi} от {start} к {target}, не в ту сторону",
    )
    against = Said(
        en="goals {goal} and {other} move {kpi} in opposite directions",
        ru="цели {goal} и {other} ведут показатель {kpi} в разные стороны",
    )
    valid = (
        """
        kpis: [{key: first-response, title: Response, unit: minutes, direction: down}]
        goals:
        - {key: faster, title: Faster, kpi: first-response, baseline: 30 minutes,
           target: 15 minutes}
        """,
    )
    invalid = (
        """
        kpis: [{key: win-rate, title: Win rate, direction: up}]
        goals:
        - {key: win-rate-2026, title: Win rate of 2026, kpi: win-rate,
           baseline: 45%, target: 40%}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield goals against their KPI, then pairs of goals."""
        first: dict[tuple[object, ...], tuple[str, Goal]] = {}
        for path, goal in facts.each("goals", Goal):
            kpi, way = facts.find(Kpi, goal.kpi), _way(goal)
            if kpi is None or way is None:
                continue
            if kpi.direction in {"up", "down"} and kpi.direction != way:
                yield self.found(
                    f"{path}/target",
                    goal=goal,
                    kpi=kpi,
                    start=goal.baseline,
                    target=goal.target,
                )
                continue
            if goal.owner and (goal.period or goal.due):
                about = (goal.owner, goal.kpi, goal.period or goal.due)
                there = first.setdefault(about, (path, goal))
                if _way(there[1]) != way:
                    yield self.found(
                        f"{path}/target",
                        message=self.against,
                        also=[f"{there[0]}/target"],
                        goal=goal,
                        other=there[1],
                        kpi=kpi,
                    )


def _way(goal: Goal) -> Literal["up", "down"] | None:
    start, target = goal.baseline, goal.target
    if start is None or target is None or start.unit != target.unit:
        return None
    moved: Decimal = target.amount - start.amount
    return None if moved == 0 else "up" if moved > 0 else "down"


CHECKS: tuple[type[Check], ...] = (
    GoalServesNothing,
    GoalDueAfterParent,
    OpposingGoals,
)
