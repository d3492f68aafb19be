"""Goals by SMART: measure, target, time."""

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
    valid = ("goals: [{key: more, title: Sell more, target: 100 deals}]",)
    invalid = (
        """
        goals:
        - key: more
          title: Sell more
          kpi: annual-revenue
          baseline: 40000000 RUB
          period: "2026"
          owner: head
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the goals that say no value."""
        for path, goal in facts.each("goals", Goal):
            if goal.target is None:
                yield self.found(path, goal=goal)


CHECKS: tuple[type[Check], ...] = (GoalWithoutTarget,)
