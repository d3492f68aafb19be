"""Texts that bind and leave open how soon, how often or for what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.general.wording.places import BINDING, LISTING, worded
from salesreg.checks.general.wording.words import (
    CASES,
    OPEN,
    OPEN_CASES,
    OPEN_SHORT,
    TIMES,
    VAGUE,
    in_quotes,
    looked_for,
    one_of,
)
from salesreg.checks.said import Said
from salesreg.model.control import Kpi, Report
from salesreg.model.people import Duty

_VAGUE = looked_for(*VAGUE)
_EXACT = re.compile(rf"\d|{one_of(*TIMES)}", re.IGNORECASE)
# «и других нарушений» leaves the list open, «руководитель и другие отделы» does
# not; «и другие» at the end of a sentence does again.
_OPEN = re.compile(
    rf"{one_of(*OPEN_SHORT)}\.?|{one_of(*OPEN)}"
    rf"|{one_of('и', 'или', 'а также', 'and', 'or')}\s+{one_of(*OPEN_CASES)}"
    rf"\s+{one_of(*CASES)}"
    rf"|{one_of('и другие', 'и прочие', 'и иные', 'and others')}(?=\s*(?:[.;)]|$))",
    re.IGNORECASE,
)


class VagueWord(Check):
    """A text that binds somebody says a vague word in place of a number.

    Looked at are duties, criteria, steps, consequences, rules of pay and other
    fields that bind, unless the text names a time or a number, or a field beside
    it holds the limit or the condition. A duty is exact, too, when its KPI has a
    target other than a sum of money, or its report a schedule.
    """

    code = "TXT01"
    name = "vague-word"
    severity = "warning"
    russian = "В обязывающем тексте вместо числа стоит размытое слово."
    why = Said(
        en="Whether it was kept cannot be seen, and everybody reads it in his favour.",
        ru="Проверить исполнение нельзя, и каждый толкует такие слова в свою пользу.",
    )
    mend = Said(
        en="write a number, a time or a condition in its place",
        ru="написать вместо этого число, срок или условие",
    )
    message = Said(
        en="the text says {words} where a time, a number or a condition is due",
        ru="в тексте сказано {words}, а нужен срок, число или условие",
    )
    valid = (
        """
        roles:
        - {key: lawyer, title: Lawyer,
           duties: [{text: "Reads drafts promptly, within 8 hours", report: weekly}]}
        """,
        """
        roles:
        - {key: sdr, title: Inbound specialist,
           duties: [{text: Answers promptly, kpi: first-response}]}
        kpis:
        - {key: first-response, title: First response, unit: minutes,
           target: 15 minutes}
        """,
        """
        improvements:
        - {key: answers, title: Slow answers, change: The rota is looked at promptly,
           within: 5 business days}
        scripts:
        - {key: call, title: Call, text: Send the offer as soon as possible}
        """,
    )
    invalid = (
        """
        roles:
        - {key: manager, title: Sales manager,
           duties: [{text: "Answers customers promptly, if necessary in writing",
                     kpi: annual-revenue}]}
        """,
        """
        sanctions:
        - {key: remark, title: Remark, measure: remark,
           appeal: The employee may appeal in due time}
        """,
        """
        feedback:
        - {key: after-start, title: After the start,
           then: The head calls the customer as soon as possible}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the texts with such words and without anything exact."""
        for path, text, thing, given in worded(facts, BINDING):
            if given or not (words := _VAGUE.findall(text)) or _EXACT.search(text):
                continue
            if isinstance(thing, Duty) and _shown(facts, thing):
                continue
            yield self.found(path, words=in_quotes(words))


def _shown(facts: Facts, duty: Duty) -> bool:
    kpi = facts.find(Kpi, duty.kpi)
    report = facts.find(Report, duty.report)
    counted = kpi and kpi.target and not kpi.target.unit.isupper()
    return bool(counted or (report and (report.every or report.deadline)))


class OpenList(Check):
    """A list that decides on pay, a measure or a stage is left open.

    Looked at are sanctions, reductions of a bonus, consequences, rules and
    conditions of pay, and the criteria of stages without a rule over fields.
    """

    code = "TXT03"
    name = "open-list"
    severity = "warning"
    russian = "Перечень, от которого зависят деньги, мера или этап, не закрыт."
    why = Said(
        en="What is not on the list can be neither demanded nor punished.",
        ru="За то, чего в перечне нет, нельзя ни спросить, ни наказать.",
    )
    mend = Said(
        en="write out the whole list",
        ru="перечислить всё до конца",
    )
    message = Said(
        en="the list is left open by {words}; name every case",
        ru="перечень не закрыт: {words}; назовите все случаи",
    )
    valid = (
        """
        sanctions:
        - {key: remark, title: Remark, measure: remark,
           grounds: ["Rude letters to customers, partners and other departments"]}
        """,
        """
        meetings:
        - {key: week, title: Week, agenda: ["Deals, calls, etc."]}
        """,
    )
    invalid = (
        """
        sanctions:
        - {key: remark, title: Remark, measure: remark,
           grounds: ["Late records, rude letters etc."]}
        """,
        """
        consequences:
        - {key: coaching, title: Coaching, trigger: "Late records and other breaches"}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the texts with a list that does not end."""
        for path, text, _, _ in worded(facts, LISTING):
            if words := [found[0] for found in _OPEN.finditer(text)]:
                yield self.found(path, words=in_quotes(words))


CHECKS: tuple[type[Check], ...] = (VagueWord, OpenList)
