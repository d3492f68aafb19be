"""Statements: one fact has one value, and what is left out of scope stays out."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.said import Said
from salesreg.model.people import Role
from salesreg.model.regulation import Regulation

Statement = tuple[Hashable, str, object, object]
"""What is stated, where, of which thing, and the value."""


class FactStatedTwice(Check):
    """One fact is stated twice, with two values.

    Looked at are targets of plans and goals, steps of a ramp, hours of a day of
    the week, exceptions of a date, fixed pay of a role.
    """

    code = "STR08"
    name = "fact-stated-twice"
    severity = "error"
    russian = "Один факт назван дважды, с двумя значениями."
    why = Said(
        en="People keep the value that suits them, and both sides are right.",
        ru="Каждый возьмёт то значение, которое ему выгодно, и будет прав.",
    )
    mend = Said(
        en="keep the fact in one place, and refer to it from the other",
        ru="оставить факт в одном месте, а в другом сослаться на него",
    )
    message = Said(
        en="{thing}: {second} here and {first} elsewhere for one and the same fact",
        ru="{thing}: здесь {second}, в другом месте {first}, а факт один и тот же",
    )
    valid = (
        """
        roles:
        - {key: sdr, title: Specialist, ramp: [{month: 1, quota: 25%}]}
        plans:
        - key: forms
          title: Forms
          kpi: crm-quality
          targets:
          - {value: 95%, period: 2026-01, role: sdr}
          - {value: 96%, period: 2026-02, role: sdr}
        """,
    )
    invalid = (
        """
        plans:
        - key: records
          title: Records
          kpi: crm-quality
          period: "2026"
          targets:
          - {value: 95%, period: 2026-01, role: sdr}
          - {value: 96%, period: 2026-01, role: sdr}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield every statement that differs from the first one of its fact."""
        first: dict[Hashable, tuple[str, object]] = {}
        for fact, path, thing, value in _statements(facts.regulation):
            there = first.setdefault(fact, (path, value))
            if there[1] != value:
                yield self.found(
                    path,
                    also=[there[0]],
                    thing=thing,
                    first=there[1],
                    second=value,
                )


def _statements(regulation: Regulation) -> Iterator[Statement]:
    yield from _targets(regulation)
    yield from _ramps(regulation)
    yield from _days(regulation)
    yield from _pay(regulation)


def _targets(regulation: Regulation) -> Iterator[Statement]:
    # A goal of a department and its plan speak of one number.
    for index, goal in enumerate(regulation.goals):
        if goal.kpi and goal.period and goal.target:
            fact = ("target", goal.kpi, goal.period)
            yield fact, f"/goals/{index}/target", goal, goal.target
    for index, plan in enumerate(regulation.plans):
        here = f"/plans/{index}"
        if plan.kpi and plan.period and plan.target:
            fact = ("target", plan.kpi, plan.period)
            yield fact, f"{here}/target", plan, plan.target
        for number, one in enumerate(plan.targets):
            period = one.period or plan.period
            about = (one.role, one.product, one.segment, one.person)
            if plan.kpi and period and any(about):
                path = f"{here}/targets/{number}/value"
                yield ("part", plan.kpi, period, *about), path, plan, one.value


def _ramps(regulation: Regulation) -> Iterator[Statement]:
    for index, role in enumerate(regulation.roles):
        for number, step in enumerate(role.ramp):
            path = f"/roles/{index}/ramp/{number}"
            for name in ("quota", "pay"):
                if (value := getattr(step, name)) is not None:
                    yield (name, role.key, step.month), f"{path}/{name}", role, value


def _days(regulation: Regulation) -> Iterator[Statement]:
    for index, calendar in enumerate(regulation.calendars):
        here = f"/calendars/{index}"
        for number, days in enumerate(calendar.week):
            path = f"{here}/week/{number}"
            for day in days.days:
                yield ("day", index, day), f"{path}/window", calendar, days.window
        for number, one in enumerate(calendar.exceptions):
            path = f"{here}/exceptions/{number}"
            yield ("date", index, one.date), path, calendar, one.window or one.kind


def _pay(regulation: Regulation) -> Iterator[Statement]:
    for index, plan in enumerate(regulation.pay_plans):
        for role in plan.roles:
            if plan.fixed:
                path = f"/pay_plans/{index}/fixed"
                yield ("fixed", role), path, plan, plan.fixed


class ExcludedYetRegulated(Check):
    """The scope leaves out a role, and a rule binds it."""

    code = "STR09"
    name = "excluded-yet-regulated"
    severity = "error"
    russian = "Роль исключена из области действия, а правило её обязывает."
    why = Said(
        en="Who is not bound by the regulation cannot be asked to keep its rules.",
        ru="С того, на кого регламент не распространяется, нельзя спросить.",
    )
    mend = Said(
        en="take the role out of `excludes`, or out of the rule",
        ru="убрать роль из `excludes` или из правила",
    )
    message = Said(
        en="role {role} is left out of the scope, and the regulation binds it",
        ru="роль {role}: исключена из области действия, но регламент её обязывает",
    )
    valid = (
        """
        roles: [{key: courier, title: Courier}]
        scope: {excludes: [courier]}
        reports: [{key: weekly, title: Weekly report, recipients: [courier]}]
        """,
    )
    invalid = (
        """
        roles: [{key: presale, title: Presales engineer}]
        scope: {excludes: [presale]}
        pay_plans:
        - {key: presale, title: Pay of a presales engineer, roles: [presale]}
        """,
    )
    # Where a rule obliges; to get a report or to be asked obliges nobody.
    binding = ("pay_plans", "budgets", "norms", "sanctions", "bonus_reductions")

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the roles left out that a rule binds, at the exclusion."""
        scope = facts.regulation.scope
        for index, key in enumerate(scope.excludes if scope else ()):
            role = facts.find(Role, key)
            uses = [
                path
                for path in facts.uses_of(Role, key)
                if path.split("/")[1] in self.binding
                or path.startswith("/scope/applies_to/")
                or (path.startswith("/stages/") and path.endswith("/owner"))
                or (path.startswith("/procedures/") and path.endswith("/role"))
            ]
            if role and uses:
                yield self.found(f"/scope/excludes/{index}", also=uses, role=role)


CHECKS: tuple[type[Check], ...] = (FactStatedTwice, ExcludedYetRegulated)
