"""Budgets of time: what has none, what has two, what has too little."""

from __future__ import annotations

from collections.abc import Iterator

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.general.time.load import Load, free
from salesreg.checks.said import Said
from salesreg.checks.wording import Minutes
from salesreg.model.control import Report
from salesreg.model.people import Role
from salesreg.model.process import Step
from salesreg.model.time import Activity, Norm, TimeBudget


def inside(facts: Facts) -> dict[str, frozenset[str]]:
    """Return for each activity the activities that are part of it, however deep."""
    parts = {one.key: one.includes for one in facts.regulation.activities}
    found: dict[str, frozenset[str]] = {}
    for key, own in parts.items():
        seen = {key}
        waiting = list(own)
        while waiting:
            one = waiting.pop()
            if one not in seen:
                seen.add(one)
                waiting.extend(parts.get(one, ()))
        found[key] = frozenset(seen)
    return found


class DemandWithoutTime(Check):
    """Something is demanded of a role, and its budgets give no time for it.

    Looks at roles that have budgets: at the activities of their duties, steps and
    norms, and at reports whose effort is not stated.
    """

    code = "TIM02"
    name = "demand-without-time"
    severity = "error"
    russian = "От роли чего-то требуют, а времени на это в её бюджетах нет."
    why = Said(
        en="What has no time is done after hours or not at all.",
        ru="То, на что нет времени, делают после работы или не делают вовсе.",
    )
    mend = Said(
        en="add a budget of time for the activity and the role, or give the "
        "`effort` of the report",
        ru="добавить бюджет времени на это дело для этой роли или указать "
        "`effort` отчёта",
    )
    message = Said(
        en="{role} must do {activity}, but has no budget of time for it",
        ru="{role}: требуется {activity}, но времени на это не отведено",
    )
    report = Said(
        en="{role} makes {report}, but neither its effort nor time for it is given",
        ru="{role} готовит {report}, но ни трудоёмкость, ни время на это не указаны",
    )
    valid = (
        """
        roles: [{key: sdr, title: Specialist,
          duties: [{text: calls back, activity: calls}]}]
        activities:
        - {key: calls, title: Calls}
        - {key: contact, title: Contact with clients, includes: [calls]}
        budgets: [{key: contact, title: Contact, activity: contact, amount: 2 h}]
        """,
    )
    invalid = (
        """
        roles: [{key: lawyer, title: Lawyer}]
        activities: [{key: research, title: Legal research}]
        budgets:
        - {key: lawyer-approvals, title: Approvals, roles: [lawyer], amount: 2 h}
        norms:
        - {key: research, title: Opinions, roles: [lawyer], count: 2, per: month,
           activity: research}
        """,
        """
        roles: [{key: sdr, title: Specialist}]
        budgets: [{key: sdr-mail, title: Mail, roles: [sdr], amount: 40 min}]
        reports: [{key: weekly, title: Weekly summary, author: sdr, effort: null}]
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the demands that no budget covers."""
        load = facts.derived(Load)
        budgeted = {role.key: role for role in load.budgeted}
        covered: dict[str | None, set[str]] = {}
        whole = inside(facts)
        for budget in facts.regulation.budgets:
            if budget.activity:
                for key in budget.roles or (None,):
                    covered.setdefault(key, set()).update(
                        whole.get(budget.activity, {budget.activity})
                    )
        said: set[tuple[str, str]] = set()
        for path, key, name in _demands(facts, tuple(budgeted)):
            role, activity = budgeted.get(key), facts.find(Activity, name)
            if role is None or activity is None or (key, name) in said:
                continue
            own = {activity.key, *activity.includes}
            if own.isdisjoint(covered.get(key, set()) | covered.get(None, set())):
                said.add((key, name))
                yield self.found(path, role=role, activity=activity)
        for path, report in facts.each("reports", Report):
            role = budgeted.get(report.author or "")
            if role is not None and report.effort is None:
                yield self.found(path, message=self.report, role=role, report=report)


def _demands(facts: Facts, everyone: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    """Yield the places that demand an activity of a role."""
    for path, role in facts.each("roles", Role):
        for index, duty in enumerate(role.duties):
            if duty.activity:
                yield f"{path}/duties/{index}/activity", role.key, duty.activity
    for path, step in facts.all(Step):
        if step.role and step.activity:
            yield f"{path}/activity", step.role, step.activity
    for path, norm in facts.each("norms", Norm):
        if norm.activity:
            for key in norm.roles or everyone:
                yield f"{path}/activity", key, norm.activity


class CountedTwice(Check):
    """Two budgets of a role are for the same work.

    One activity is the other's, or part of it, and neither budget says that the
    same minutes may count for both.
    """

    code = "TIM04"
    name = "counted-twice"
    severity = "warning"
    russian = "Два бюджета времени роли отведены на одну и ту же работу."
    why = Said(
        en="Nobody can say whether the hours add up or are the same hours.",
        ru="Неясно, складываются эти часы или это одни и те же часы.",
    )
    mend = Said(
        en="keep one budget, or name the other in `overlaps`",
        ru="оставить один бюджет или назвать другой в `overlaps`",
    )
    message = Said(
        en="{budget} and {other} overlap: {part} is part of {whole}",
        ru="{budget} и {other} пересекаются: {part} входит в {whole}",
    )
    same = Said(
        en="{budget} and {other} are both for {part}",
        ru="{budget} и {other} отведены на одно и то же: {part}",
    )
    valid = (
        """
        activities:
        - {key: calls, title: Calls}
        - {key: contact, title: Contact, includes: [calls]}
        budgets:
        - {key: all, title: Contact, activity: contact, roles: [lawyer], amount: 3 h}
        - {key: some, title: Calls, activity: calls, roles: [lawyer], amount: 2 h,
           overlaps: [all]}
        """,
    )
    invalid = (
        """
        activities:
        - {key: calls, title: Calls}
        - {key: contact, title: Contact, includes: [calls]}
        budgets:
        - {key: manager-calls, title: Calls, activity: calls, roles: [manager],
           amount: 80 min}
        - {key: contact, title: Contact, activity: contact, roles: [manager],
           amount: 5 min}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the pairs of budgets that overlap, each once."""
        whole = inside(facts)
        by_activity: dict[str, list[tuple[str, TimeBudget]]] = {}
        for path, budget in facts.each("budgets", TimeBudget):
            if budget.activity:
                by_activity.setdefault(budget.activity, []).append((path, budget))
        for outer, parts in whole.items():
            for path, budget in by_activity.get(outer, ()):
                for part in parts:
                    for where, other in by_activity.get(part, ()):
                        if not _clash(budget, other, same=part == outer):
                            continue
                        activity = facts.find(Activity, part)
                        around = facts.find(Activity, outer)
                        assert activity is not None
                        assert around is not None
                        yield self.found(
                            path,
                            message=self.same if part == outer else None,
                            also=[where],
                            budget=budget,
                            other=other,
                            part=activity,
                            whole=around,
                        )


def _clash(one: TimeBudget, other: TimeBudget, *, same: bool) -> bool:
    if one.per != other.per or (same and one.key >= other.key):
        return False
    if other.key in one.overlaps or one.key in other.overlaps:
        return False
    if one.window and other.window and one.window != other.window:
        return False  # Hours of their own: the morning's calls, the evening's calls.
    return not one.roles or not other.roles or bool({*one.roles} & {*other.roles})


class NormWithoutTime(Check):
    """A norm takes more time than its activity has.

    The time of one unit must be stated; a week has as many days as the calendar.
    """

    code = "TIM05"
    name = "norm-without-time"
    severity = "error"
    russian = "Норма требует больше времени, чем отведено на её работу."
    why = Said(
        en="The norm is missed every day, or kept on paper only.",
        ru="Норму не выполняют каждый день или выполняют только на бумаге.",
    )
    mend = Said(
        en="lessen `count` of the norm, or raise `amount` of the budget",
        ru="уменьшить `count` нормы или увеличить `amount` бюджета",
    )
    message = Said(
        en="{role}: norm {norm} takes {need} a {span}, budget {budget} gives {have}",
        ru="{role}: норма {norm} займёт {need} в {span}, а бюджет {budget} даёт {have}",
    )
    day = Said(
        en="{role}: norm {norm} takes {need} a {span}, the working time is {have}",
        ru="{role}: норма {norm} займёт {need} в {span}, а рабочего времени — {have}",
    )
    spans = (Said(en="day", ru="день"), Said(en="week", ru="неделю"))
    valid = (
        """
        roles: [{key: sdr, title: Specialist}]
        budgets:
        - {key: c, title: Calls, activity: calls, roles: [sdr], amount: 90 min}
        norms:
        - {key: n, title: Calls, activity: calls, roles: [sdr], count: 18,
           unit_time: 5 min}
        """,
    )
    invalid = (
        """
        roles: [{key: manager, title: Sales manager}]
        activities: [{key: calls, title: Calls}]
        budgets:
        - {key: manager-calls, title: Calls, activity: calls, roles: [manager],
           amount: 80 min, per: day}
        norms:
        - {key: manager-calls, title: Calls, activity: calls, roles: [manager],
           count: 16, unit_time: 6 min}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the norms that do not fit."""
        load = facts.derived(Load)
        for path, norm in facts.each("norms", Norm):
            unit = norm.unit_time.minutes if norm.unit_time else None
            if not unit or norm.per not in {"day", "week"}:
                continue
            need = norm.count * unit
            for role in facts.roles(norm.roles):
                days = [free(one) for _, _, one in load.days(role.key)]
                span = self.spans[norm.per == "week"]
                budget = self._budget(load, role, norm)
                if budget is not None:
                    have = _given(budget[1], norm, len(days))
                    if have is not None and need > have:
                        yield self.found(
                            f"{path}/count",
                            also=[budget[0]],
                            role=role,
                            norm=norm,
                            need=Minutes(need),
                            span=span,
                            budget=budget[1],
                            have=Minutes(have),
                        )
                elif days:
                    have = sum(days) if norm.per == "week" else max(days)
                    if need > have:
                        yield self.found(
                            f"{path}/count",
                            message=self.day,
                            role=role,
                            norm=norm,
                            need=Minutes(need),
                            span=span,
                            have=Minutes(have),
                        )

    def _budget(
        self, load: Load, role: Role, norm: Norm
    ) -> tuple[str, TimeBudget] | None:
        held = [
            one
            for one in load.budgets(role.key)
            if norm.activity and one[1].activity == norm.activity
        ]
        return held[0] if len(held) == 1 else None


def _given(budget: TimeBudget, norm: Norm, days: int) -> int | None:
    """Return the most minutes that a budget gives in the norm's span."""
    most = budget.amount or budget.most
    minutes = most.minutes if most else None
    if minutes is None:
        return None
    match budget.per, norm.per:
        case ("day", "week"):
            return minutes * days if days else None
        case ("week", "day") | ("day", "day") | ("week", "week"):
            return minutes
        case _:
            return None


CHECKS: tuple[type[Check], ...] = (DemandWithoutTime, CountedTwice, NormWithoutTime)
