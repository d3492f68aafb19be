"""Clients passed on: how long an owner keeps them, and how they change hands."""

from __future__ import annotations

from collections.abc import Iterator

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.said import Said
from salesreg.model.ownership import Handover, OwnershipRule


class WindowsConflict(Check):
    """Two ownership rules for the same clients and the same silence disagree."""

    code = "PRC15"
    name = "windows-conflict"
    severity = "warning"
    russian = "Два правила закрепления одних и тех же клиентов расходятся."
    why = Said(
        en="The owner keeps the client by one rule and has lost it by the other.",
        ru="По одному правилу клиент ещё закреплён, по другому уже потерян.",
    )
    mend = Said(
        en="keep one of the rules, or tell their cases apart by `when`",
        ru="оставить одно из правил или развести их случаи условием `when`",
    )
    message = Said(
        en="{rule} gives {window}, {other} gives {others} for the same case",
        ru="{rule}: срок — {window}, а по правилу {other} в том же случае — {others}",
    )
    then = Said(
        en="{rule} and {other} send the client to different places in the same case",
        ru="{rule} и {other} в одном и том же случае отдают клиента в разные руки",
    )
    valid = (
        """
        ownership:
        - key: old
          title: Old clients
          window: 60 days
          without: {kind: stage_entered, stage: won}
          when: {kind: flag, field: existing}
        - key: others
          title: New clients
          window: 30 days
          without: {kind: stage_entered, stage: won}
          when: {kind: flag, field: existing, value: false}
        """,
    )
    invalid = (
        """
        ownership:
        - key: once
          title: Clients who left
          window: 90 days
          without: {kind: stage_entered, stage: won}
          then: pool
          credit: new_owner
        - key: twice
          title: Clients who bought once
          window: 60 days
          without: {kind: stage_entered, stage: won}
          then: pool
          credit: new_owner
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the rules that disagree with the first one of their case."""
        first: dict[object, tuple[str, OwnershipRule]] = {}
        for path, rule in facts.each("ownership", OwnershipRule):
            if rule.without is None or rule.window is None:
                continue
            where, other = first.setdefault((rule.without, rule.when), (path, rule))
            assert other.window is not None
            if other.window != rule.window:
                yield self.found(
                    f"{path}/window",
                    also=[f"{where}/window"],
                    rule=rule,
                    window=rule.window,
                    other=other,
                    others=other.window,
                )
            elif rule.then and other.then and rule.then != other.then:
                yield self.found(
                    f"{path}/then",
                    message=self.then,
                    also=[f"{where}/then"],
                    rule=rule,
                    other=other,
                )


class HandoverOpen(Check):
    """A hand-over has no receiver, no deadline or nothing that counts as acceptance."""

    code = "PRC16"
    name = "handover-open"
    severity = "error"
    russian = "У передачи клиента нет принимающего, срока или признака приёмки."
    why = Said(
        en="Between two roles the client is nobody's, and nobody knows for how long.",
        ru="Между двумя ролями клиент ничей, и неизвестно, как долго.",
    )
    mend = Said(
        en="write `receiver`, `deadline` and `acceptance`",
        ru="указать `receiver`, `deadline` и `acceptance`",
    )
    message = Said(
        en="Hand-over {handover} has no {missing}",
        ru="Передача {handover} — не указано: {missing}",
    )
    receiver = Said(en="receiver", ru="принимающая роль")
    deadline = Said(en="deadline", ru="срок")
    acceptance = Said(en="sign of acceptance", ru="признак приёмки")
    valid = (
        """
        handovers:
        - key: to-sales
          title: To sales
          receiver: manager
          deadline:
            trigger: {kind: owner_assigned}
            limit: {kind: in, duration: 1 h working}
          acceptance: the manager has called
        """,
    )
    invalid = (
        "handovers: [{key: to-success, title: To success, acceptance: null}]",
        "handovers: [{key: to-sales, title: To sales, deadline: null}]",
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the hand-overs with something open."""
        for path, handover in facts.each("handovers", Handover):
            missing = tuple(
                said
                for said, known in (
                    (self.receiver, handover.receiver),
                    (self.deadline, handover.deadline),
                    (self.acceptance, handover.acceptance),
                )
                if not known
            )
            if missing:
                yield self.found(path, handover=handover, missing=missing)


class CreditLeftOpen(Check):
    """A client changes hands, and nothing is said of the credit for its deals.

    Only where somebody is paid for results.
    """

    code = "PRC17"
    name = "credit-left-open"
    severity = "warning"
    russian = "Клиент переходит к другому, а кому засчитают сделку — не сказано."
    why = Said(
        en="Old and new owner both claim the result, or neither works for it.",
        ru="На результат претендуют и прежний, и новый — или не работает никто.",
    )
    mend = Said(
        en="say in `credit` whose the deals are after the change",
        ru="указать в `credit`, чьи сделки после передачи",
    )
    message = Said(
        en="{rule} takes the client away, but does not say who gets the credit",
        ru="{rule}: клиент переходит к другому, но кому засчитают результат, не "
        "сказано",
    )
    valid = (
        """
        pay_plans: [{key: pay, title: Pay}]
        ownership: [{key: old, title: Old clients, then: stays}]
        """,
        "ownership: [{key: old, title: Old clients, then: pool, credit: new_owner}]",
    )
    invalid = (
        """
        pay_plans: [{key: manager, title: Pay}]
        ownership: [{key: untouched, title: No touch, then: head, credit: null}]
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the reassignments silent on credit."""
        if not facts.regulation.pay_plans:
            return
        for path, rule in facts.each("ownership", OwnershipRule):
            if rule.then not in {None, "stays"} and rule.credit is None:
                yield self.found(path, rule=rule)


CHECKS: tuple[type[Check], ...] = (
    WindowsConflict,
    HandoverOpen,
    CreditLeftOpen,
)
