"""Escalations against the limits that they guard."""

from __future__ import annotations

from collections.abc import Iterator

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.general.time.load import working_days
from salesreg.checks.general.time.spans import Span, span, within
from salesreg.checks.said import Said
from salesreg.model.control import Escalation
from salesreg.model.people import Role
from salesreg.model.process import Procedure, Stage
from salesreg.values.event import DealCreated, Event, StageEntered
from salesreg.values.times import Duration


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
        roles: [{key: head, title: Head of sales}]
        stages:
        - key: lead
          title: Lead
          kind: initial
          deadlines:
          - {trigger: {kind: deal_created}, action: the first call,
             limit: {kind: in, duration: 30 min working}, after_hours: next_opening}
        escalations:
        - key: late
          title: Nobody calls
          trigger: {kind: stage_entered, stage: lead}
          stage: lead
          levels: [{to: head, after: 10 min working}]
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
        day = min(working_days(facts), default=0)
        for path, escalation in facts.each("escalations", Escalation):
            guarded = _guarded(facts, escalation, day)
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


def _guarded(facts: Facts, escalation: Escalation, day: int) -> Guarded | None:
    """Return the first limit that an escalation guards, by clocks that start with it.

    An escalation may guard any of the limits of its stage that run with its clock:
    it is too early only when it comes before each of them.
    """
    least: Guarded | None = None
    for one in _limits(facts, escalation):
        if least is None or span(one[2]).less(span(least[2]), day):
            least = one
    return least


def _limits(facts: Facts, escalation: Escalation) -> Iterator[Guarded]:
    """Yield the limits of an escalation's stage or procedure that start with it."""
    stage = facts.find(Stage, escalation.stage)
    if stage:
        where = facts.pointer_of(Stage, stage.key)
        starts = _same_moment(escalation.trigger, stage)
        if stage.norm and StageEntered(stage=stage.key) in starts:
            yield f"{where}/norm/limit", stage, stage.norm.limit
        for index, deadline in enumerate(stage.deadlines):
            limit = within(deadline.limit)
            if limit and deadline.trigger in starts:
                yield f"{where}/deadlines/{index}/limit", stage, limit
    procedure = facts.find(Procedure, escalation.procedure)
    if procedure and procedure.limit and procedure.trigger == escalation.trigger:
        where = facts.pointer_of(Procedure, procedure.key)
        yield f"{where}/limit", procedure, procedure.limit


def _same_moment(trigger: Event | None, stage: Stage) -> tuple[Event, ...]:
    """Return the events that are one moment with a trigger at a stage."""
    if trigger is None:
        return ()
    born = (DealCreated(), StageEntered(stage=stage.key))
    # A deal is created in the stage where deals start.
    return born if stage.kind == "initial" and trigger in born else (trigger,)


CHECKS: tuple[type[Check], ...] = (EscalatedTooEarly,)
