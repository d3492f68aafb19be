"""The routine of control: reports, meetings, audits, tests, rules that can be seen."""

from __future__ import annotations

from collections.abc import Iterator

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.said import Said
from salesreg.model.conduct import Prohibition
from salesreg.model.control import Audit, Meeting, Report
from salesreg.model.people import Role, Training
from salesreg.values.deadline import Before, ByDay, Deadline
from salesreg.values.event import PeriodEnds


class ReportOpen(Check):
    """A report has no recipient, no schedule or no source of data."""

    code = "CTL04"
    name = "report-open"
    severity = "warning"
    russian = "У отчёта нет получателя, расписания или источника данных."
    why = Said(
        en="A report for nobody is not made; one without a source is made up.",
        ru="Отчёт ни для кого не делают, отчёт без источника сочиняют.",
    )
    mend = Said(
        en="write `recipients`, `every` and `source`",
        ru="указать `recipients`, `every` и `source`",
    )
    message = Said(
        en="Report {report} has no {missing}",
        ru="Отчёт {report} — не указано: {missing}",
    )
    recipient = Said(en="recipient", ru="получатель")
    schedule = Said(en="schedule", ru="расписание")
    source = Said(en="source", ru="источник")
    valid = (
        """
        reports:
        - {key: r, title: R, recipients: [head], every: {every: week}, source: crm}
        """,
    )
    invalid = ("reports: [{key: weekly, title: Weekly summary, source: null}]",)

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the reports with something open."""
        for path, report in facts.each("reports", Report):
            missing = tuple(
                said
                for said, known in (
                    (self.recipient, report.recipients),
                    (self.schedule, report.every or report.deadline),
                    (self.source, report.source),
                )
                if not known
            )
            if missing:
                yield self.found(path, report=report, missing=missing)


class MeetingOpen(Check):
    """A meeting has nobody who leads it, no agenda or no length."""

    code = "CTL05"
    name = "meeting-open"
    severity = "warning"
    russian = "У встречи нет ведущего, повестки или длительности."
    why = Said(
        en="Such a meeting lasts as long as it lasts and decides nothing.",
        ru="Такая встреча длится сколько длится и ничего не решает.",
    )
    mend = Said(
        en="write `owner`, `agenda` and the `duration` in `every`",
        ru="указать `owner`, `agenda` и `duration` в `every`",
    )
    message = Said(
        en="Meeting {meeting} has no {missing}",
        ru="Встреча {meeting} — не указано: {missing}",
    )
    owner = Said(en="leader", ru="ведущий")
    agenda = Said(en="agenda", ru="повестка")
    length = Said(en="length", ru="длительность")
    valid = (
        """
        meetings:
        - {key: m, title: M, owner: head, agenda: [plan],
           every: {every: week, duration: 30 min}}
        """,
    )
    invalid = ("meetings: [{key: stand-up, title: Stand-up, owner: null}]",)

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the meetings with something open."""
        for path, meeting in facts.each("meetings", Meeting):
            missing = tuple(
                said
                for said, known in (
                    (self.owner, meeting.owner),
                    (self.agenda, meeting.agenda),
                    (self.length, meeting.every and meeting.every.duration),
                )
                if not known
            )
            if missing:
                yield self.found(path, meeting=meeting, missing=missing)


class RuleUnseen(Check):
    """A prohibition that no audit and no report can reveal the breach of."""

    code = "CTL06"
    name = "rule-unseen"
    severity = "warning"
    russian = "Нарушение запрета не покажет ни проверка, ни отчёт."
    why = Said(
        en="A rule on paper only: nothing changes, and nobody notices.",
        ru="Правило остаётся на бумаге: ничего не меняется, и никто не замечает.",
    )
    mend = Said(
        en="name in `audit` or `report` what reveals a breach",
        ru="указать в `audit` или `report`, как узнают о нарушении",
    )
    message = Said(
        en="No audit or report shows a breach of “{rule}”",
        ru="Ни проверка, ни отчёт не покажут нарушения: «{rule}»",
    )
    valid = (
        """
        prohibitions: [{key: no, text: Promising dates, audit: calls}]
        """,
    )
    invalid = (
        """
        prohibitions: [{key: no-haste, text: Hanging up first, roles: [sdr]}]
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the prohibitions that nothing reveals."""
        for path, rule in facts.each("prohibitions", Prohibition):
            if rule.audit is None and rule.report is None:
                yield self.found(path, rule=rule.text.partition("\n")[0].rstrip("."))


class OwnAudit(Check):
    """A role audits its own work.

    A role of several people may look at the work of one another, and is passed
    over.
    """

    code = "CTL07"
    name = "own-audit"
    severity = "warning"
    russian = "Роль проверяет собственную работу."
    why = Said(
        en="Nobody finds much wrong with oneself.",
        ru="У себя самого редко находят ошибки.",
    )
    mend = Said(
        en="name another role as `auditor`",
        ru="назвать в `auditor` другую роль",
    )
    message = Said(
        en="{audit}: {role} audits its own work",
        ru="{audit}: {role} проверяет собственную работу",
    )
    valid = (
        """
        audits: [{key: calls, title: Calls, auditor: head, audited: [manager]}]
        """,
        """
        roles: [{key: manager, title: Manager, headcount: 6}]
        audits: [{key: peers, title: Peers, auditor: manager, audited: [manager]}]
        """,
    )
    invalid = (
        """
        roles: [{key: analyst, title: Sales analyst}]
        audits:
        - key: crm-audit
          title: Audit of records
          auditor: analyst
          audited: [sdr, analyst]
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the audits whose auditor is among the audited."""
        for path, audit in facts.each("audits", Audit):
            role = facts.find(Role, audit.auditor)
            if role is None or role.key not in audit.audited:
                continue
            if (role.headcount or 1) > 1:
                continue
            index = audit.audited.index(role.key)
            yield self.found(
                f"{path}/audited/{index}",
                also=[f"{path}/auditor"],
                audit=audit,
                role=role,
            )


class GateWithoutTraining(Check):
    """A test opens the way to some work, but nothing is taught before it."""

    code = "CTL08"
    name = "gate-without-training"
    severity = "warning"
    russian = "Аттестация открывает доступ к работе, а учить не учат."
    why = Said(
        en="People are kept from work for not knowing what nobody told them.",
        ru="К работе не пускают за незнание того, чему не учили.",
    )
    mend = Said(
        en="write in `programme` and `hours` what is taught before the test",
        ru="указать в `programme` и `hours`, чему учат до проверки",
    )
    message = Said(
        en="{training} ends with a test that work depends on, but has no programme",
        ru="{training}: от аттестации зависит допуск к работе, но программы нет",
    )
    valid = (
        """
        trainings:
        - key: intro
          title: Introduction
          programme: [product]
          certification: {title: Exam, required_for: [calls]}
        """,
    )
    invalid = (
        """
        trainings:
        - key: objections
          title: Objections
          roles: [manager]
          trainer: head
          certification: {title: Role play, required_for: [talks on one's own]}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the trainings without a programme that gate work."""
        for path, training in facts.each("trainings", Training):
            test = training.certification
            if test and test.required_for and not training.programme:
                yield self.found(path, training=training)


class ReportTooEarly(Check):
    """A report is due before the period that it is about is over.

    Looked at are reports whose clock is started by the end of a month or of a
    longer period; the last day of that month, or the 31st, is no fault.
    """

    code = "CTL09"
    name = "report-too-early"
    severity = "warning"
    russian = "Отчёт нужно сдать раньше, чем кончится его период."
    why = Said(
        en="The data of its last days do not exist yet: they are guessed.",
        ru="Данных последних дней ещё нет, их придумывают.",
    )
    mend = Said(
        en="put the deadline after the end of the period",
        ru="перенести срок на время после конца периода",
    )
    message = Said(
        en="Report {report} is due {limit}, before its period ends",
        ru="Отчёт {report}: срок — {limit}, раньше конца периода",
    )
    valid = (
        """
        reports:
        - key: month
          title: Report of the month
          deadline:
            trigger: {kind: period_ends, period: month}
            limit: {kind: by_day, day: 3, working: true}
        """,
        """
        reports:
        - key: month
          title: Report of the month
          deadline:
            trigger: {kind: period_ends, period: month}
            limit: {kind: by_day, day: 31, months_later: 0}
        """,
    )
    invalid = (
        """
        reports:
        - key: monthly
          title: Report of the month
          deadline:
            trigger: {kind: period_ends, period: month}
            limit: {kind: by_day, day: 25, working: false, months_later: 0}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the reports due before the end of their period."""
        for path, report in facts.each("reports", Report):
            deadline = report.deadline
            if deadline is not None and _early(deadline):
                yield self.found(
                    f"{path}/deadline/limit", report=report, limit=deadline.limit
                )


def _early(deadline: Deadline) -> bool:
    """Tell whether a deadline falls before the end of the period that starts it."""
    ends, limit = deadline.trigger, deadline.limit
    if not isinstance(ends, PeriodEnds) or ends.period in {"day", "week"}:
        return False
    if isinstance(limit, Before):
        return limit.event == ends
    if not isinstance(limit, ByDay) or limit.months_later:
        return False
    # No month has more than 23 working days in weeks of five.
    last = 23 if limit.working else 31
    return limit.day < -1 or 0 < limit.day < last


CHECKS: tuple[type[Check], ...] = (
    ReportOpen,
    MeetingOpen,
    RuleUnseen,
    OwnAudit,
    GateWithoutTraining,
    ReportTooEarly,
)
