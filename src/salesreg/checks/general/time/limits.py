"""Limits against each other: steps and the whole, a step and the next, two limits."""

from __future__ import annotations

from collections.abc import Iterator

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.general.time.load import working_days
from salesreg.checks.general.time.spans import Span, span, within
from salesreg.checks.said import Said
from salesreg.checks.wording import Minutes
from salesreg.model.process import Procedure, Step, TimeNorm
from salesreg.solve.graphs import longest
from salesreg.values.deadline import Deadline
from salesreg.values.event import Event
from salesreg.values.times import Duration


class StepsBeyondWhole(Check):
    """The steps of a procedure, each within its limit, take longer than the whole may.

    The longest way through the steps counts; limits on other clocks than that of
    the whole count as nothing, and a working day is that of the calendar.
    """

    code = "TIM06"
    name = "steps-beyond-whole"
    severity = "error"
    russian = (
        "Шаги процедуры в пределах своих сроков длятся дольше, чем разрешено всей."
    )
    why = Said(
        en="Everybody keeps the limit, and the procedure still breaks its own.",
        ru="Каждый уложился в срок, а процедура свой срок нарушила.",
    )
    mend = Said(
        en="raise `limit` of the procedure, or lessen those of its steps",
        ru="увеличить `limit` процедуры или уменьшить сроки её шагов",
    )
    message = Said(
        en="{procedure}: the steps {steps} may take {sum} together, the whole only "
        "{limit}",
        ru="{procedure}: шаги {steps} вместе могут занять {sum}, а вся процедура — "
        "только {limit}",
    )
    valid = (
        """
        procedures:
        - key: offering
          title: Offering
          limit: 2 h working
          steps:
          - {key: one, title: One, limit: 1 h working}
          - {key: two, title: Two, limit: 2 h working, after: [three]}
          - {key: three, title: Three, limit: 3 days}
        """,
    )
    invalid = (
        """
        procedures:
        - key: wake
          title: Waking up
          limit: 3 h working
          steps:
          - {key: remind, title: Remind, limit: 2 h working}
          - {key: decide, title: Decide, limit: 2 h working}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the procedures whose steps do not fit."""
        lengths = working_days(facts)
        for path, procedure in facts.each("procedures", Procedure):
            if procedure.limit is None:
                continue
            most = _minutes(span(procedure.limit), max(lengths, default=0))
            if most is None:
                continue
            weights = {
                step.key: counted
                for step in procedure.steps
                if step.limit
                and step.limit.working is procedure.limit.working
                and (counted := _minutes(span(step.limit), min(lengths, default=0)))
            }
            found = longest(_order(procedure), weights)
            if found and found[0] > most:
                steps = {step.key: step for step in procedure.steps}
                yield self.found(
                    f"{path}/limit",
                    procedure=procedure,
                    steps=tuple(steps[key] for key in found[1] if key in weights),
                    sum=Minutes(found[0]),
                    limit=procedure.limit,
                )


def _minutes(one: Span, day: int) -> int | None:
    if one.clock == "working days":
        return one.length * day or None
    return None if one.clock == "months" else one.length


def _order(procedure: Procedure) -> dict[str, tuple[str, ...]]:
    """Return for each step the steps that wait for it."""
    made: dict[str, list[str]] = {step.key: [] for step in procedure.steps}
    branched = any(step.branches for step in procedure.steps)
    before: str | None = None
    for step in procedure.steps:
        # After a branch, the step that is written next need not be the next.
        waits = step.after or ((before,) if before and not branched else ())
        for key in waits:
            if key in made and key != step.key:
                made[key].append(step.key)
        before = step.key
    return {key: tuple(following) for key, following in made.items()}


class ShorterThanAwaited(Check):
    """A step must be done before the step that it waits for.

    Compared are deadlines that the same event starts.
    """

    code = "TIM08"
    name = "shorter-than-awaited"
    severity = "error"
    russian = "Шаг должен быть сделан раньше шага, которого он ждёт."
    why = Said(
        en="The later step breaks its limit although everybody is on time.",
        ru="Следующий шаг нарушит срок, хотя все успевают.",
    )
    mend = Said(
        en="give the waiting step the longer deadline",
        ru="дать ждущему шагу срок не короче",
    )
    message = Said(
        en="{step} is due within {limit}, but waits for {other}, due within {others}",
        ru="{step}: срок — {limit}, но нужно дождаться шага {other}, а его срок — "
        "{others}",
    )
    valid = (
        """
        procedures:
        - key: offering
          title: Offering
          steps:
          - {key: one, title: One, deadline: {trigger: {kind: deal_created},
             limit: {kind: in, duration: 1 h working}}}
          - {key: two, title: Two, after: [one], deadline: {
             trigger: {kind: deal_created}, limit: {kind: in, duration: 1 h working}}}
        """,
    )
    invalid = (
        """
        procedures:
        - key: onboard
          title: Onboarding
          steps:
          - {key: kick-off, title: Kick-off, deadline: {
             trigger: {kind: stage_entered, stage: won}, action: the call is held,
             limit: {kind: in, duration: 2 business days}}}
          - {key: set-up, title: Set-up, after: [kick-off], deadline: {
             trigger: {kind: stage_entered, stage: won}, action: the set-up is done,
             limit: {kind: in, duration: 1 business days}}}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the steps that cannot be on time."""
        day = min(working_days(facts), default=0)
        for path, procedure in facts.each("procedures", Procedure):
            steps = {
                step.key: (index, step) for index, step in enumerate(procedure.steps)
            }
            for index, step in enumerate(procedure.steps):
                limit = within(step.deadline.limit) if step.deadline else None
                for key in step.after:
                    place, other = steps.get(key, (index, step))
                    awaited = within(other.deadline.limit) if other.deadline else None
                    if not limit or not awaited or not _same_start(step, other):
                        continue
                    if span(limit).less(span(awaited), day):
                        yield self.found(
                            f"{path}/steps/{index}/deadline",
                            also=[f"{path}/steps/{place}/deadline"],
                            step=step,
                            limit=limit,
                            other=other,
                            others=awaited,
                        )


def _same_start(step: Step, other: Step) -> bool:
    return bool(
        step.deadline
        and other.deadline
        and step.deadline.trigger == other.deadline.trigger
    )


class TwoLimits(Check):
    """One action after one event has two limits, or a goal beyond its limit."""

    code = "TIM09"
    name = "two-limits"
    severity = "error"
    russian = "Для одного действия указаны два срока, или цель дольше срока."
    why = Said(
        en="Whoever keeps the longer limit has broken the shorter one.",
        ru="Кто уложился в больший срок, нарушил меньший.",
    )
    mend = Said(
        en="keep one of the two limits; let `target` be the shorter time, `limit` "
        "the firm one",
        ru="оставить один из двух сроков; в `target` указать меньшее время, "
        "в `limit` — предельное",
    )
    message = Said(
        en="“{action}” is due within {limit} here and within {other} elsewhere",
        ru="«{action}»: здесь срок — {limit}, в другом месте — {other}",
    )
    beyond = Said(
        en="the goal is {target}, but the limit is only {limit}",
        ru="цель — {target}, а предельный срок короче: {limit}",
    )
    valid = (
        """
        stages:
        - key: lead
          title: Lead
          deadlines:
          - {trigger: {kind: deal_created}, action: first call,
             limit: {kind: in, duration: 15 min working}}
          - {trigger: {kind: deal_created}, action: answer by mail,
             limit: {kind: in, duration: 2 h working}}
        """,
    )
    invalid = (
        """
        stages:
        - key: discovery
          title: Discovery
          deadlines:
          - {trigger: {kind: stage_entered, stage: discovery}, action: summary sent,
             limit: {kind: in, duration: 1 business days}}
          - {trigger: {kind: stage_entered, stage: discovery}, action: Summary sent,
             limit: {kind: in, duration: 2 business days}}
        """,
        """
        stages:
        - {key: lead, title: Lead, norm: {limit: 4 h working, target: 8 h working}}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield deadlines that repeat one with another limit, and goals beyond."""
        yield from self._goals(facts)
        first: dict[tuple[Event, str], tuple[str, Duration]] = {}
        for path, deadline in facts.all(Deadline):
            limit = within(deadline.limit)
            if limit is None or not deadline.action:
                continue
            case = (deadline.trigger, " ".join(deadline.action.casefold().split()))
            where, other = first.setdefault(case, (path, limit))
            if other != limit:
                yield self.found(
                    f"{path}/limit",
                    also=[f"{where}/limit"],
                    action=deadline.action,
                    limit=limit,
                    other=other,
                )

    def _goals(self, facts: Facts) -> Iterator[Found]:
        day = min(working_days(facts), default=0)
        norms = [(path, norm.limit, norm.target) for path, norm in facts.all(TimeNorm)]
        norms += [
            (path, limit, within(deadline.target))
            for path, deadline in facts.all(Deadline)
            if (limit := within(deadline.limit))
        ]
        for path, limit, target in norms:
            if target and span(limit).less(span(target), day):
                yield self.found(
                    f"{path}/target",
                    message=self.beyond,
                    also=[f"{path}/limit"],
                    target=target,
                    limit=limit,
                )


CHECKS: tuple[type[Check], ...] = (StepsBeyondWhole, ShorterThanAwaited, TwoLimits)
