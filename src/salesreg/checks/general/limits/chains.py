"""Chains of approval: a last word, a time to answer, no judge of one's own case."""

from __future__ import annotations

from collections.abc import Iterator

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.said import Said
from salesreg.model.conduct import DocumentKind
from salesreg.model.limits import Authority, ExceptionRule
from salesreg.model.people import Role
from salesreg.model.process import Procedure


class NoLastWord(Check):
    """A chain of approval ends without a decision, or comes back to who had it."""

    code = "LIM02"
    name = "no-last-word"
    severity = "error"
    russian = "Цепочка согласования не кончается решением или идёт по кругу."
    why = Said(
        en="The request wanders, and the client waits.",
        ru="Запрос ходит по кругу, а клиент ждёт.",
    )
    mend = Said(
        en="end the chain with a role that decides alone",
        ru="закончить цепочку ролью, которая решает сама",
    )
    message = Said(
        en="{authority}: {role} comes twice in the chain",
        ru="{authority}: {role} стоит в цепочке дважды",
    )
    upwards = Said(
        en="{authority}: silence of {role} passes the request on, but the chain ends "
        "there",
        ru="{authority}: при молчании роли {role} запрос уходит дальше, но цепочка на "
        "ней кончается",
    )
    valid = (
        """
        authorities:
        - key: credit
          title: Credit
          chain:
          - {role: head, within: 2 h working, silence: escalated}
          - {role: director, within: 1 business days, silence: refused}
        """,
    )
    invalid = (
        """
        roles: [{key: finance, title: Financial controller}]
        authorities:
        - key: credit
          title: Credit
          dimension: credit
          requesters: [manager]
          chain: [{role: finance, within: 2 h working, silence: escalated}]
        """,
        """
        roles:
        - {key: finance, title: Financial controller}
        - {key: commercial, title: Commercial director}
        authorities:
        - key: credit
          title: Credit
          dimension: credit
          requesters: [manager]
          chain:
          - {role: finance, within: 2 h working, silence: escalated}
          - {role: commercial, within: 2 h working, silence: escalated}
          - {role: finance, within: 2 h working, silence: refused}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the chains without an end."""
        for path, authority in facts.each("authorities", Authority):
            seen: dict[str, int] = {}
            for index, step in enumerate(authority.chain):
                role = facts.find(Role, step.role)
                if role is None:
                    continue
                first = seen.setdefault(step.role, index)
                if first != index:
                    yield self.found(
                        f"{path}/chain/{index}/role",
                        also=[f"{path}/chain/{first}/role"],
                        authority=authority,
                        role=role,
                    )
                last = index == len(authority.chain) - 1
                if last and step.silence == "escalated":
                    yield self.found(
                        f"{path}/chain/{index}/silence",
                        message=self.upwards,
                        authority=authority,
                        role=role,
                    )


class ApprovalWithoutTime(Check):
    """An approver has no time within which to answer.

    A document that must be agreed to has its time, too, when it has a deadline,
    when an approver's step of a procedure that names it has a limit, or when it
    records an exception that is answered in time.
    """

    code = "LIM03"
    name = "approval-without-time"
    severity = "warning"
    russian = "Согласующему не указан срок ответа."
    why = Said(
        en="A discount that is approved in a week is approved too late.",
        ru="Скидка, согласованная через неделю, уже никому не нужна.",
    )
    mend = Said(
        en="write in `within` how long the approver has",
        ru="указать в `within`, сколько времени есть у согласующего",
    )
    message = Said(
        en="{authority}: {role} has no time within which to answer",
        ru="{authority}: срок ответа не указан ({role})",
    )
    paper = Said(
        en="nothing says how long agreeing to {document} may take",
        ru="не сказано, сколько может длиться согласование документа {document}",
    )
    valid = (
        """
        authorities:
        - {key: credit, title: Credit, chain: [{role: head, within: 2 h working}]}
        """,
        """
        documents:
        - {key: note, title: Note, approvers: [head], approval_limit: 2 h working}
        """,
    )
    invalid = (
        """
        roles: [{key: finance, title: Financial controller}]
        authorities:
        - key: credit
          title: Credit
          dimension: credit
          requesters: [manager]
          chain: [{role: finance, silence: refused}]
        """,
        """
        documents:
        - {key: nda, title: Non-disclosure agreement, author: manager,
           approvers: [lawyer], storage: archive, retention: 5 years,
           approval_limit: null}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the steps without a limit, then the documents."""
        for path, authority in facts.each("authorities", Authority):
            for index, step in enumerate(authority.chain):
                role = facts.find(Role, step.role)
                if step.within is None and role is not None:
                    yield self.found(
                        f"{path}/chain/{index}", authority=authority, role=role
                    )
        timed = _timed(facts)
        for path, paper in facts.each("documents", DocumentKind):
            if not paper.approvers or paper.approval_limit or paper.deadline:
                continue
            if not timed.get(paper.key, set()) & {None, *paper.approvers}:
                yield self.found(
                    f"{path}/approvers", message=self.paper, document=paper
                )


def _timed(facts: Facts) -> dict[str, set[str | None]]:
    """Return the roles whose work with a document has a limit; None for anybody."""
    found: dict[str, set[str | None]] = {}
    for _, rule in facts.each("exceptions", ExceptionRule):
        if rule.document and rule.within:
            found.setdefault(rule.document, set()).add(None)
    for _, procedure in facts.each("procedures", Procedure):
        for step in procedure.steps:
            if step.limit or step.deadline:
                for key in (*step.inputs, *step.outputs):
                    found.setdefault(key, set()).add(step.role or procedure.owner)
    return found


class OwnRequestApproved(Check):
    """A role that asks is also one that approves, or may grant anything alone."""

    code = "LIM04"
    name = "own-request-approved"
    severity = "error"
    russian = "Роль, которая запрашивает, сама же и согласует или вправе всё решить."
    why = Said(
        en="A limit that one may lift oneself is none.",
        ru="Предел, который можешь снять сам, — не предел.",
    )
    mend = Said(
        en="let another role approve what this one asks for",
        ru="поручить согласование другой роли",
    )
    message = Said(
        en="{authority}: {role} asks and approves",
        ru="{authority}: {role} и запрашивает, и согласует",
    )
    alone = Said(
        en="{authority}: {role} asks, though nothing limits what it may grant alone",
        ru="{authority}: {role} запрашивает, хотя может решить без всякого предела",
    )
    valid = (
        """
        authorities:
        - {key: credit, title: Credit, requesters: [manager], chain: [{role: head}]}
        """,
        """
        roles: [{key: manager, title: Manager}, {key: head, title: Head}]
        authorities:
        - key: credit
          title: Credit
          dimension: credit
          requesters: [manager]
          bands:
          - {role: manager, band: {start: 0 RUB, end: 50000 RUB}}
          - {role: head, band: {start: 50000 RUB}}
        """,
    )
    invalid = (
        """
        roles: [{key: commercial, title: Commercial director}]
        authorities:
        - key: credit
          title: Credit
          dimension: credit
          requesters: [manager, commercial]
          chain: [{role: commercial, within: 2 h working, silence: refused}]
        """,
        """
        roles: [{key: finance, title: Financial controller}]
        authorities:
        - key: credit
          title: Credit
          dimension: credit
          requesters: [manager, finance]
          bands: [{role: finance, band: {start: 0 RUB}}]
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the roles on both sides of a chain, then those without a limit."""
        for path, authority in facts.each("authorities", Authority):
            asking = {key: at for at, key in enumerate(authority.requesters)}
            for index, step in enumerate(authority.chain):
                role = facts.find(Role, step.role)
                if role is not None and step.role in asking:
                    yield self.found(
                        f"{path}/chain/{index}/role",
                        also=[f"{path}/requesters/{asking[step.role]}"],
                        authority=authority,
                        role=role,
                    )
            approving = {step.role for step in authority.chain}
            for index, held in enumerate(authority.bands):
                role = facts.find(Role, held.role)
                if role is None or held.role not in asking or held.role in approving:
                    continue
                if held.band.end is None and held.when is None:
                    yield self.found(
                        f"{path}/bands/{index}",
                        message=self.alone,
                        also=[f"{path}/requesters/{asking[held.role]}"],
                        authority=authority,
                        role=role,
                    )


class NoWayOut(Check):
    """There are limits of authority, but no recorded way to an exception."""

    code = "LIM06"
    name = "no-way-out"
    severity = "warning"
    russian = "Пределы полномочий есть, а порядка исключений с записью нет."
    why = Said(
        en="Exceptions are made anyway; then nobody knows which, and by whom.",
        ru="Исключения всё равно делают, только потом не узнать, какие и кто.",
    )
    mend = Said(
        en="add to `exceptions` who grants one, where it is recorded and for how long",
        ru="добавить в `exceptions`, кто разрешает, где это записывают и на какой срок",
    )
    message = Said(
        en="Authority is limited, but nobody may allow an exception",
        ru="Полномочия ограничены, но порядка исключений нет",
    )
    open = Said(
        en="{exception} does not say {missing}",
        ru="{exception}: не указано, {missing}",
    )
    granted = Said(en="who may allow it", ru="кто разрешает")
    recorded = Said(en="where it is recorded", ru="где это записывают")
    valid = (
        """
        authorities: [{key: credit, title: Credit, bands: []}]
        exceptions:
        - {key: terms, title: Terms, granted_by: [head], recorded_in: crm}
        """,
    )
    invalid = (
        """
        exceptions:
        - {key: terms, title: Terms, granted_by: [head], recorded_in: null,
           document: null}
        - {key: note, title: Note}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield what is missing about exceptions."""
        rules = facts.regulation.exceptions
        if facts.regulation.authorities and not rules:
            yield self.found("/authorities")
        for path, rule in facts.each("exceptions", ExceptionRule):
            missing = tuple(
                said
                for said, known in (
                    (self.granted, rule.granted_by),
                    (self.recorded, rule.recorded_in or rule.document),
                )
                if not known
            )
            if missing:
                yield self.found(
                    path, message=self.open, exception=rule, missing=missing
                )


CHECKS: tuple[type[Check], ...] = (
    NoLastWord,
    ApprovalWithoutTime,
    OwnRequestApproved,
    NoWayOut,
)
