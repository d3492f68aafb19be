"""Limits against each other: steps and the whole, two limits, escalations."""

from __future__ import annotations

from collections.abc import Iterator

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.general.time.load import paid
from salesreg.checks.general.time.spans import Span, span, within
from salesreg.checks.said import Said
from salesreg.checks.wording import Minutes
from salesreg.model.control import Escalation
from salesreg.model.people import Role
from salesreg.model.process import Procedure, Stage, Step
from salesreg.solve.graphs import longest
from salesreg.values.deadline import Deadline
from salesreg.values.event import Event, StageEntered
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
        lengths = _working_days(facts)
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


def _working_days(facts: Facts) -> set[int]:
    """Return how many minutes the working days of the calendars have."""
    return {
        paid(days) for calendar in facts.regulation.calendars for days in calendar.week
    }


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
        day = min(_working_days(facts), default=0)
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
    """One action after one event has two limits."""

    code = "TIM09"
    name = "two-limits"
    severity = "error"
    russian = "Для одного действия после одного события указаны два срока."
    why = Said(
        en="Whoever keeps the longer limit has broken the shorter one.",
        ru="Кто уложился в больший срок, нарушил меньший.",
    )
    mend = Said(
        en="keep one of the two limits",
        ru="оставить один из двух сроков",
    )
    message = Said(
        en="“{action}” is due within {limit} here and within {other} elsewhere",
        ru="«{action}»: здесь срок — {limit}, в другом месте — {other}",
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
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the deadlines that repeat another one with another limit."""
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


class EscalatedTooEarly(Check):
    """An escalation comes before the deadline that it guards, or out of its order."""

    code = "TIM10"
    name = "escalated-too-early"
    severity = "error"
    russian = "Эскалация наступает раньше срока, который она охраняет."
    why = Said(
        en="The head is told of a breach that is none yet.",
        ru="Руководителю сообщают о нарушении, которого ещё нет.",
    )
    mend = Said(
        en="write in `after` a time not before the limit, and later at each level",
        ru="указать в `after` время не раньше срока, а на каждом следующем "
        "уровне — позже",
    )
    message = Said(
        en="{escalation}: {role} is told after {after}, but {guarded} may take {limit}",
        ru="{escalation}: {role} узнаёт через {after}, а {guarded} может длиться "
        "{limit}",
    )
    order = Said(
        en="{escalation}: {role} is told after {after}, not later than the one before",
        ru="{escalation}: {role} узнаёт через {after} — не позже предыдущего уровня",
    )
    valid = (
        """
        stages: [{key: offer, title: Offer, norm: {limit: 2 business days}}]
        escalations:
        - key: slow
          title: Slow offer
          trigger: {kind: stage_entered, stage: offer}
          stage: offer
          levels:
          - {to: head, after: 2 business days}
          - {to: boss, after: 3 business days}
        """,
    )
    invalid = (
        """
        roles: [{key: head, title: Head of sales}]
        stages: [{key: discovery, title: Discovery, norm: {limit: 5 business days}}]
        escalations:
        - key: stuck
          title: A deal is stuck
          trigger: {kind: stage_entered, stage: discovery}
          stage: discovery
          levels: [{to: head, after: 3 business days}]
        """,
        """
        roles:
        - {key: head, title: Head of sales}
        - {key: commercial, title: Commercial director}
        escalations:
        - key: stuck
          title: A deal is stuck
          trigger: {kind: stage_entered, stage: discovery}
          levels:
          - {to: head, after: 30 business days}
          - {to: commercial, after: 20 business days}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the levels that come too early."""
        day = min(_working_days(facts), default=0)
        for path, escalation in facts.each("escalations", Escalation):
            guarded = _guarded(facts, escalation)
            before: Span | None = None
            for index, level in enumerate(escalation.levels):
                if level.after is None:
                    continue
                here = span(level.after)
                role = facts.find(Role, level.to) or level.to
                place = f"{path}/levels/{index}/after"
                if index == 0 and guarded and here.less(span(guarded[2]), day):
                    yield self.found(
                        place,
                        also=[guarded[0]],
                        escalation=escalation,
                        role=role,
                        after=level.after,
                        guarded=guarded[1],
                        limit=guarded[2],
                    )
                if before and (here == before or here.less(before, day)):
                    yield self.found(
                        place,
                        message=self.order,
                        escalation=escalation,
                        role=role,
                        after=level.after,
                    )
                before = here


Guarded = tuple[str, Stage | Procedure, Duration]


def _guarded(facts: Facts, escalation: Escalation) -> Guarded | None:
    """Return the limit that an escalation guards, when both clocks start together."""
    stage = facts.find(Stage, escalation.stage)
    if stage and escalation.trigger == StageEntered(stage=stage.key) and stage.norm:
        where = facts.pointer_of(Stage, stage.key)
        return f"{where}/norm/limit", stage, stage.norm.limit
    procedure = facts.find(Procedure, escalation.procedure)
    if procedure and procedure.limit and procedure.trigger == escalation.trigger:
        where = facts.pointer_of(Procedure, procedure.key)
        return f"{where}/limit", procedure, procedure.limit
    return None


CHECKS: tuple[type[Check], ...] = (
    StepsBeyondWhole,
    ShorterThanAwaited,
    TwoLimits,
    EscalatedTooEarly,
)
