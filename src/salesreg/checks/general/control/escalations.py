"""Escalations: where they start, where they lead, whether they come back."""

from __future__ import annotations

from collections.abc import Iterator

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.said import Said
from salesreg.model.control import Escalation
from salesreg.model.people import Role
from salesreg.model.process import Procedure, Stage
from salesreg.solve.dominance import Dominance


class EscalatedToNobody(Check):
    """An escalation has no level, or tells only the role whose work is late.

    Late are those who do the work: the owner and the participants of the stage,
    the roles of the steps of the procedure, or its owner when no step names a
    role. An owner who leads others may well be told that they are late.
    """

    code = "CTL01"
    name = "escalated-to-nobody"
    severity = "error"
    russian = "Эскалация никуда не ведёт или ведёт к тому же, кто опоздал."
    why = Said(
        en="The breach is known to the one who made it, and to nobody else.",
        ru="О нарушении знает тот, кто нарушил, и больше никто.",
    )
    mend = Said(
        en="add to `levels` a role above the one whose work is late",
        ru="добавить в `levels` роль выше той, чья работа просрочена",
    )
    message = Said(
        en="{escalation} has no level: nobody is told",
        ru="{escalation}: нет ни одного уровня, никто не узнает",
    )
    own = Said(
        en="{escalation}: only {role} is told, whose own work is late",
        ru="{escalation}: узнаёт только {role}, чья работа и просрочена",
    )
    valid = (
        """
        stages: [{key: offer, title: Offer, owner: manager}]
        escalations:
        - key: slow
          title: Slow offer
          stage: offer
          levels: [{to: manager, after: 1 h}, {to: head, after: 2 h}]
        """,
        """
        roles: [{key: head, title: Head}]
        procedures:
        - key: calls
          title: Calls
          owner: head
          steps: [{key: call, title: Call, role: sdr}]
        escalations:
        - {key: silent, title: Silent, procedure: calls, levels: [{to: head}]}
        """,
    )
    invalid = (
        """
        escalations:
        - {key: silence, title: Silence, trigger: {kind: event, title: silence}}
        """,
        """
        roles: [{key: sdr, title: Development representative}]
        stages: [{key: qualification, title: Qualification, owner: sdr}]
        escalations:
        - key: silence
          title: Silence
          trigger: {kind: event, title: silence}
          stage: qualification
          levels: [{to: sdr, after: 20 business days}]
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the escalations that lead nowhere."""
        for path, escalation in facts.each("escalations", Escalation):
            told = dict.fromkeys(level.to for level in escalation.levels)
            if not told:
                yield self.found(path, escalation=escalation)
                continue
            role = facts.find(Role, next(iter(told)))
            if role is not None and set(told) == _late(facts, escalation) == {role.key}:
                yield self.found(
                    f"{path}/levels",
                    message=self.own,
                    escalation=escalation,
                    role=role,
                )


def _late(facts: Facts, escalation: Escalation) -> set[str]:
    """Return the roles whose work an escalation guards."""
    doers: set[str | None] = set()
    stage = facts.find(Stage, escalation.stage)
    if stage is not None:
        doers |= {stage.owner, *stage.participants}
    procedure = facts.find(Procedure, escalation.procedure)
    if procedure is not None:
        roles = {step.role for step in procedure.steps} - {None}
        doers |= roles or {procedure.owner}
    return {key for key in doers if key is not None}


class EscalationTurnsBack(Check):
    """An escalation comes back to a role that was told, or goes down again."""

    code = "CTL02"
    name = "escalation-turns-back"
    severity = "error"
    russian = "Эскалация возвращается к тому, кто уже знает, или спускается вниз."
    why = Said(
        en="It goes round between those who could not help before.",
        ru="Она ходит по кругу между теми, кто уже не помог.",
    )
    mend = Said(
        en="let each level go to a role above the one before",
        ru="направлять каждый следующий уровень роли выше предыдущей",
    )
    message = Said(
        en="{escalation}: {role} is told twice",
        ru="{escalation}: {role} узнаёт дважды",
    )
    down = Said(
        en="{escalation}: after {above} comes {role}, who reports to that role",
        ru="{escalation}: после роли {above} идёт {role} — её подчинённая роль",
    )
    valid = (
        """
        roles:
        - {key: manager, title: Manager, reports_to: head}
        - {key: head, title: Head}
        - {key: lawyer, title: Lawyer}
        escalations:
        - {key: slow, title: Slow, levels: [{to: manager}, {to: head}, {to: lawyer}]}
        """,
    )
    invalid = (
        """
        roles:
        - {key: head, title: Head of sales}
        - {key: commercial, title: Commercial director}
        escalations:
        - key: silence
          title: Silence
          trigger: {kind: event, title: silence}
          levels:
          - {to: head, after: 1 business days}
          - {to: commercial, after: 2 business days}
          - {to: head, after: 3 business days}
        """,
        """
        roles:
        - {key: manager, title: Sales manager, reports_to: head}
        - {key: head, title: Head of sales}
        escalations:
        - key: silence
          title: Silence
          trigger: {kind: event, title: silence}
          levels:
          - {to: head, after: 1 business days}
          - {to: manager, after: 2 business days}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the levels that turn back."""
        if not facts.regulation.escalations:
            return
        leads = _lines(facts)
        for path, escalation in facts.each("escalations", Escalation):
            first: dict[str, int] = {}
            for index, level in enumerate(escalation.levels):
                role = facts.find(Role, level.to)
                if role is None:
                    continue
                if first.setdefault(level.to, index) != index:
                    yield self.found(
                        f"{path}/levels/{index}/to",
                        also=[f"{path}/levels/{first[level.to]}/to"],
                        escalation=escalation,
                        role=role,
                    )
                    continue
                told = (facts.find(Role, key) for key in first if key != role.key)
                above = next(
                    (one for one in told if one and leads.dominates(one.key, role.key)),
                    None,
                )
                if above is not None:
                    yield self.found(
                        f"{path}/levels/{index}/to",
                        message=self.down,
                        also=[f"{path}/levels/{first[above.key]}/to"],
                        escalation=escalation,
                        role=role,
                        above=above,
                    )


def _lines(facts: Facts) -> Dominance[str]:
    """Return who leads whom; roles that lead one another in a circle lead nobody."""
    below: dict[str, list[str]] = {}
    tops: list[str] = []
    for _, role in facts.each("roles", Role):
        if facts.find(Role, role.reports_to) and role.reports_to:
            below.setdefault(role.reports_to, []).append(role.key)
        else:
            tops.append(role.key)
    return Dominance({key: tuple(keys) for key, keys in below.items()}, tops)


class EscalationWithoutTrigger(Check):
    """An escalation does not say which event starts its clock."""

    code = "CTL03"
    name = "escalation-without-trigger"
    severity = "warning"
    russian = "Не сказано, какое событие запускает эскалацию."
    why = Said(
        en="Without a start no level is ever due.",
        ru="Без начала отсчёта ни один уровень не наступит.",
    )
    mend = Said(
        en="write the event in `trigger`",
        ru="указать событие в `trigger`",
    )
    message = Said(
        en="{escalation} has no event that starts it",
        ru="{escalation}: не указано событие, которое её запускает",
    )
    valid = (
        """
        escalations:
        - {key: slow, title: Slow, trigger: {kind: deal_created}, levels: [{to: head}]}
        """,
    )
    invalid = (
        """
        escalations:
        - {key: silence, title: Silence, levels: [{to: head, after: 1 business days}]}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the escalations without a trigger."""
        for path, escalation in facts.each("escalations", Escalation):
            if escalation.trigger is None:
                yield self.found(path, escalation=escalation)


CHECKS: tuple[type[Check], ...] = (
    EscalatedToNobody,
    EscalationTurnsBack,
    EscalationWithoutTrigger,
)
