"""Goals by SMART: a measure, a target value, a time, a start."""

from __future__ import annotations

from collections.abc import Iterator

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.said import Said
from salesreg.model.strategy import Goal

_SMART = Said(
    en="By SMART a goal says what is measured, where it must stand and by when.",
    ru="По SMART цель говорит, что измеряется, какого значения и к какому сроку"
    " нужно достичь.",
)


class GoalWithoutMetric(Check):
    """A goal has no KPI that measures it."""

    code = "GOL01"
    name = "goal-without-metric"
    severity = "error"
    russian = "У цели нет показателя, который её измеряет."
    why = _SMART
    message = Said(
        en="goal {goal} names no KPI that measures it",
        ru="у цели {goal} не назван показатель, который её измеряет",
    )
    mend = Said(
        en="name in `kpi` what measures the goal",
        ru="указать в `kpi`, чем измеряют цель",
    )
    valid = ("goals: [{key: more, title: Sell more, kpi: revenue}]",)
    invalid = (
        """
        goals:
        - {key: revenue-2026, title: Revenue of 2026, kpi: null}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the goals without a KPI."""
        for path, goal in facts.each("goals", Goal):
            if goal.kpi is None:
                yield self.found(path, goal=goal)


class GoalWithoutTarget(Check):
    """A goal has no target value."""

    code = "GOL02"
    name = "goal-without-target"
    severity = "error"
    russian = "У цели нет целевого значения."
    why = _SMART
    message = Said(
        en="goal {goal} has no target value",
        ru="у цели {goal} нет целевого значения",
    )
    mend = Said(
        en="write in `target` the value to reach",
        ru="указать в `target` значение, которого нужно достичь",
    )
    valid = ("goals: [{key: more, title: Sell more, target: 100 deals}]",)
    invalid = (
        """
        goals:
        - {key: win-rate-2026, title: Win rate of 2026, target: null}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the goals that say no value."""
        for path, goal in facts.each("goals", Goal):
            if goal.target is None:
                yield self.found(path, goal=goal)


class GoalWithoutTime(Check):
    """A goal has neither a period nor a date."""

    code = "GOL03"
    name = "goal-without-time"
    severity = "error"
    russian = "У цели нет ни периода, ни даты."
    why = _SMART
    message = Said(
        en="goal {goal} says neither a period nor a date",
        ru="у цели {goal} нет ни периода, ни срока",
    )
    mend = Said(
        en="write `period`, such as 2026-05 or 2026-Q2, or the date `due`",
        ru="указать `period`, например 2026-05 или 2026-Q2, либо дату `due`",
    )
    valid = (
        """
        goals: [{key: more, title: Sell more, due: 2026-12-31}]
        """,
    )
    invalid = (
        """
        goals:
        - {key: win-rate-2026, title: Win rate, period: null, due: null}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the goals without a time."""
        for path, goal in facts.each("goals", Goal):
            if goal.period is None and goal.due is None:
                yield self.found(path, goal=goal)


class GoalWithoutBaseline(Check):
    """A goal has a target, and nothing says where its KPI stands now."""

    code = "GOL04"
    name = "goal-without-baseline"
    severity = "warning"
    russian = "У цели есть целевое значение, но не сказано, что есть сейчас."
    why = Said(
        en="Without a start nobody knows whether the goal can be reached.",
        ru="Без исходного значения не понять, достижима ли цель.",
    )
    mend = Said(
        en="write in `baseline` where the KPI stands now",
        ru="указать в `baseline`, сколько есть сейчас",
    )
    message = Said(
        en="goal {goal} aims at {target} and does not say where it starts",
        ru="у цели {goal} задано значение {target}, но не сказано, с какого начинают",
    )
    valid = (
        """
        goals: [{key: more, title: More, target: 100 deals, baseline: 80 deals}]
        """,
    )
    invalid = (
        """
        goals:
        - {key: win-rate-2026, title: Win rate, target: 25%, baseline: null}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the goals with a target and no baseline."""
        for path, goal in facts.each("goals", Goal):
            if goal.target is not None and goal.baseline is None:
                yield self.found(f"{path}/target", goal=goal, target=goal.target)


CHECKS: tuple[type[Check], ...] = (
    GoalWithoutMetric,
    GoalWithoutTarget,
    GoalWithoutTime,
    GoalWithoutBaseline,
)
