"""Roles: who stands in for whom, who controls whom, what a duty needs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.said import Said
from salesreg.model.conduct import Access, DocumentKind, Tool
from salesreg.model.limits import Authority
from salesreg.model.people import Role
from salesreg.model.process import Control, Procedure, Stage
from salesreg.solve.graphs import cycles


class ControlsOwnWork(Check):
    """Who does the work is the only one who approves or controls it."""

    code = "RSP04"
    name = "controls-own-work"
    severity = "error"
    russian = "Исполнитель сам согласует или контролирует свою работу."
    why = Said(
        en="A control by the one who is controlled finds nothing.",
        ru="Контроль того, кто сам себя контролирует, ничего не находит.",
    )
    mend = Said(
        en="name another role for the control or the approval",
        ru="назвать для контроля или согласования другую роль",
    )
    message = Said(
        en="{role} does the work and alone controls it: {thing}",
        ru="{role}: сама делает работу и одна её контролирует — {thing}",
    )
    approves = Said(
        en="{role} makes {thing} and alone approves it",
        ru="{role}: составляет {thing} и никто другой не согласует",
    )
    valid = (
        """
        roles: [{key: manager, title: Sales manager}]
        stages:
        - {key: demo, title: Demo, owner: manager, participants: [presale],
           control: [{text: Demos held, by: manager}]}
        """,
    )
    invalid = (
        """
        roles: [{key: manager, title: Sales manager}]
        documents:
        - {key: price-list, title: Price list, author: manager, approvers: [manager],
           storage: archive, retention: 1 years, approval_limit: 1 days}
        """,
        """
        roles: [{key: success, title: Customer success manager}]
        procedures:
        - key: call-back
          title: Calling customers back
          stages: [won]
          owner: head
          steps: [{key: call, title: Call the customer, role: success}]
          control: [{text: calls made, by: success}]
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield documents approved, and work controlled, by the one who does it."""
        for path, document in facts.each("documents", DocumentKind):
            role = facts.find(Role, document.author)
            if role and set(document.approvers) == {role.key}:
                yield self.found(
                    f"{path}/approvers",
                    message=self.approves,
                    role=role,
                    thing=document,
                )
        for path, stage in facts.each("stages", Stage):
            doers = {stage.owner, *stage.participants}
            yield from self._controls(facts, path, stage, doers, stage.control)
        for path, one in facts.each("procedures", Procedure):
            doers = {step.role for step in one.steps}
            yield from self._controls(facts, path, one, doers, one.control)

    def _controls(
        self,
        facts: Facts,
        path: str,
        thing: Stage | Procedure,
        doers: set[str | None],
        controls: tuple[Control, ...],
    ) -> Iterator[Found]:
        if len(doers) != 1:
            return
        for index, control in enumerate(controls):
            role = facts.find(Role, control.by)
            if role and role.key in doers:
                yield self.found(f"{path}/control/{index}/by", role=role, thing=thing)


class CriticalWithoutSubstitute(Check):
    """The work stops without a role, and nobody stands in for it."""

    code = "RSP05"
    name = "critical-without-substitute"
    severity = "warning"
    russian = "Без роли работа встаёт, а заместителя нет."
    why = Said(
        en="With the first illness deals stand still.",
        ru="При первой же болезни сделки остановятся.",
    )
    mend = Said(
        en="name in `substitutes` of the role who stands in for it",
        ru="назвать в `substitutes` роли того, кто её замещает",
    )
    message = Said(
        en="the work stops without {role}, and nobody stands in for it",
        ru="без роли {role} работа встаёт, а заместитель не назван",
    )
    valid = (
        """
        roles:
        - {key: head, title: Head, critical: true, substitutes: [{by: deputy}]}
        - {key: deputy, title: Deputy}
        """,
    )
    invalid = (
        """
        roles: [{key: lawyer, title: Lawyer, critical: true, substitutes: null}]
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the critical roles without a substitute."""
        for path, role in facts.each("roles", Role):
            if role.critical and not role.substitutes:
                yield self.found(path, role=role)


class CircularSubstitution(Check):
    """Substitutes stand in for themselves, in circles, or without the authority.

    A circle is reported where every role in it has no other substitute: when all
    are absent, or each waits for the next, nobody is left. Authority is lacking
    where a role may grant something by its own range, and its only substitute
    stands nowhere in that row of the matrix, is no superior of the role, and gets
    no written order that could grant it.
    """

    code = "RSP06"
    name = "circular-substitution"
    severity = "error"
    russian = "Замещение самим собой, по кругу или без нужных полномочий."
    why = Said(
        en="On the day of absence nobody may decide.",
        ru="В день отсутствия решать будет некому.",
    )
    mend = Said(
        en="name in `by` another role, one that has the authority",
        ru="назвать в `by` другую роль — ту, у которой есть полномочия",
    )
    message = Said(
        en="role {role} stands in for itself",
        ru="роль {role}: замещает саму себя",
    )
    round_ = Said(
        en="{roles} stand in for one another only",
        ru="{roles}: замещают только друг друга",
    )
    powerless = Said(
        en="{by} stands in for {role} and may grant nothing of {authority}",
        ru="{by} замещает {role}, но не имеет полномочий по строке {authority}",
    )
    valid = (
        """
        roles:
        - {key: a, title: A, substitutes: [{by: b}, {by: c}]}
        - {key: b, title: B, substitutes: [{by: a}]}
        - {key: c, title: C}
        """,
    )
    invalid = (
        """
        roles: [{key: analyst, title: Sales analyst, substitutes: [{by: analyst}]}]
        """,
        """
        roles:
        - {key: lawyer, title: Lawyer, substitutes: [{by: finance}]}
        - {key: finance, title: Finance, substitutes: [{by: lawyer}]}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the three faults, in the order of the docstring."""
        only: dict[str, tuple[str, ...]] = {}
        for path, role in facts.each("roles", Role):
            by = [one.by for one in role.substitutes]
            if role.key in by:
                index = by.index(role.key)
                yield self.found(f"{path}/substitutes/{index}/by", role=role)
            elif len(set(by)) == 1:
                only[role.key] = (by[0],)
        for way in cycles(only):
            paths = [facts.pointer_of(Role, key) for key in way]
            first, *others = [path for path in paths if path]
            roles = facts.roles(way)
            yield self.found(first, message=self.round_, also=others, roles=roles)
        yield from self._powerless(facts)

    def _powerless(self, facts: Facts) -> Iterator[Found]:
        rows: dict[str, list[tuple[str, Authority]]] = {}
        for path, row in facts.each("authorities", Authority):
            for index, band in enumerate(row.bands):
                rows.setdefault(band.role, []).append((f"{path}/bands/{index}", row))
        for path, role in facts.each("roles", Role):
            if len(role.substitutes) != 1 or role.substitutes[0].by_order:
                continue
            by = facts.find(Role, role.substitutes[0].by)
            if by is None or any(by.key == above for above in _superiors(facts, role)):
                continue
            for where, row in rows.get(role.key, ()):
                known = {one.role for one in row.bands}
                known |= {step.role for step in row.chain}
                if by.key not in known:
                    yield self.found(
                        f"{path}/substitutes/0/by",
                        message=self.powerless,
                        also=[where],
                        by=by,
                        role=role,
                        authority=row,
                    )


def _superiors(facts: Facts, role: Role) -> Iterator[str]:
    """Yield who is above a role, the nearest first."""
    seen: set[str] = set()
    above = facts.find(Role, role.reports_to)
    while above is not None and above.key not in seen:
        seen.add(above.key)
        yield above.key
        above = facts.find(Role, above.reports_to)


# Surname and initials, in either order: «Иванов И. И.», "J. K. Smith".
_PERSON = re.compile(
    r"\b(?:[А-ЯЁ][а-яё]{2,20} [А-ЯЁ]\. ?[А-ЯЁ]\."
    r"|[А-ЯЁ]\. ?[А-ЯЁ]\. ?[А-ЯЁ][а-яё]{2,20}\b"
    r"|[A-Z]\. ?[A-Z]\. ?[A-Z][a-z]{2,20}\b"
    r"|(?:Mr|Mrs|Ms)\.? [A-Z][a-z]{2,20}\b)"
)
# Parts of a regulation in which people stand by their names.
_NAMED = ("acknowledgements", "waivers", "revision", "earlier_revisions")


class PersonInsteadOfRole(Check):
    """A rule names a person where a role belongs."""

    code = "RSP07"
    name = "person-instead-of-role"
    severity = "warning"
    russian = "Правило называет человека там, где место роли."
    why = Said(
        en="The rule ends on the day on which that person leaves.",
        ru="Правило кончится в тот день, когда этот человек уйдёт.",
    )
    mend = Said(
        en="write the title of the role in place of the name",
        ru="написать вместо имени название роли",
    )
    message = Said(
        en="the text names a person: {name}; name the role",
        ru="текст называет человека: {name}; назовите роль",
    )
    valid = (
        """
        acknowledgements:
        - {name: J. K. Example, role: head, revision: "2.0", date: 2026-01-12}
        prohibitions:
        - {key: vip, text: "Do not call clients of group A. They are served apart.",
           audit: call-audit}
        """,
    )
    invalid = (
        """
        feedback:
        - key: calls
          title: Calls after delivery
          method: Mr. Sample calls every customer.
          trigger: {kind: payment, state: received}
          owner: success
          then: The answer is told at the weekly meeting.
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the texts with the name of a person."""
        for spot, text in facts.texts:
            if (found := _PERSON.search(text)) and (
                spot.pointer.split("/")[1] not in _NAMED
            ):
                yield self.found(spot.pointer, name=found[0])


class DutyUnmeasured(Check):
    """A duty is seen in no KPI, report or audit."""

    code = "RSP09"
    name = "duty-unmeasured"
    severity = "warning"
    russian = "Обязанность не видна ни в показателе, ни в отчёте, ни в проверке."
    why = Said(
        en="What nobody looks at is done as long as somebody likes to.",
        ru="То, на что никто не смотрит, делают, пока самим хочется.",
    )
    mend = Said(
        en="name in the duty its `kpi`, `report` or `audit`",
        ru="указать в обязанности `kpi`, `report` или `audit`",
    )
    message = Said(
        en="{role} must do this, and no KPI, report or audit shows it: {duty}",
        ru="{role}: обязанность не видна ни в показателе, ни в отчёте, ни в"
        " проверке — {duty}",
    )
    valid = (
        """
        roles:
        - {key: head, title: Head, duties: [{text: Leads the team, kpi: revenue}]}
        """,
    )
    invalid = (
        """
        roles:
        - {key: lawyer, title: Lawyer, duties: [{text: Reads every draft}]}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the duties that nothing shows."""
        for path, role in facts.each("roles", Role):
            for index, duty in enumerate(role.duties):
                if not (duty.kpi or duty.report or duty.audit):
                    yield self.found(
                        f"{path}/duties/{index}", role=role, duty=duty.text
                    )


class DutyWithoutAccess(Check):
    """A duty needs a system to which its role has no access.

    Looked at are systems for which the regulation says who has access.
    """

    code = "RSP10"
    name = "duty-without-access"
    severity = "info"
    russian = "Обязанность требует системы, к которой у роли нет доступа."
    why = Said(
        en="The duty cannot be done on the first day.",
        ru="Исполнять обязанность с первого дня невозможно.",
    )
    mend = Said(
        en="add an entry to `access` for the role and the tool",
        ru="добавить роли доступ к системе в `access`",
    )
    message = Said(
        en="a duty of {role} needs {tool}, and no rule gives it access",
        ru="обязанность роли {role} требует системы {tool}, а доступа к ней нет",
    )
    valid = (
        """
        tools: [{key: crm, title: CRM}]
        access: [{key: own, tool: crm, roles: [seller], level: edit}]
        roles: [{key: seller, title: Seller, duties: [{text: Logs, needs: [crm]}]}]
        """,
    )
    invalid = (
        """
        tools: [{key: dashboard, title: Dashboard}]
        access: [{key: head-view, tool: dashboard, roles: [head], level: view}]
        roles:
        - {key: lawyer, title: Lawyer,
           duties: [{text: Counts contracts, report: monthly, needs: [dashboard]}]}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the needs that no rule of access meets."""
        given: dict[str, set[str]] = {}
        for _, access in facts.each("access", Access):
            given.setdefault(access.tool, set()).update(access.roles)
        for path, role in facts.each("roles", Role):
            for index, duty in enumerate(role.duties):
                for number, key in enumerate(duty.needs):
                    tool = facts.find(Tool, key)
                    if tool and key in given and role.key not in given[key]:
                        yield self.found(
                            f"{path}/duties/{index}/needs/{number}",
                            role=role,
                            tool=tool,
                        )


CHECKS: tuple[type[Check], ...] = (
    ControlsOwnWork,
    CriticalWithoutSubstitute,
    CircularSubstitution,
    PersonInsteadOfRole,
    DutyUnmeasured,
    DutyWithoutAccess,
)
