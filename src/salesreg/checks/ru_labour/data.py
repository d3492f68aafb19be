"""Papers and data: acquaintance, consents, databases, calls."""

from __future__ import annotations

import re
from collections.abc import Iterator

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.ru_labour.law import LawCheck
from salesreg.checks.ru_labour.norms import Norm, why
from salesreg.checks.said import Said
from salesreg.document.words import words_of
from salesreg.model.conduct import Consent, Script, Tool
from salesreg.model.strategy import Channel, SellingMethod
from salesreg.model.time import Activity
from salesreg.model.time import Norm as WorkNorm

_APART = re.compile(r"отдельн|separate|of its own", re.IGNORECASE)
_COLD = re.compile(
    r"холодн\w+ (?:\w+ )?(?:об)?звон|автообзвон|cold[- ]call|robocall", re.IGNORECASE
)
_CALLING = Activity | WorkNorm | Script | SellingMethod | Channel


class NotAcquainted(LawCheck):
    """People who are bound by the regulation do not sign that they know it."""

    code = "RU11"
    name = "not-acquainted-under-signature"
    severity = "warning"
    rule = "acquaintance"
    russian = "Работники не подтверждают подписью, что знают регламент."
    why = why("acquaintance")
    mend = Said(
        en="write in `acknowledging` that the `method` is `signature`",
        ru="указать в `acknowledging`, что `method` — `signature`",
    )
    message = Said(
        en="the regulation does not say how people are acquainted with it",
        ru="в регламенте не сказано, как с ним знакомят работников",
    )
    quiz = Said(
        en="people are acquainted by a quiz, without a signature",
        ru="ознакомление подтверждают тестом, без подписи",
    )
    valid = (
        """
        roles: [{key: manager, title: Manager}]
        acknowledging: {method: electronic}
        """,
        "terms: [{key: lead, title: Lead, definition: A request}]",
    )
    invalid = (
        """
        roles: [{key: manager, title: Sales manager}]
        acknowledging: null
        acknowledgements: null
        """,
        """
        acknowledging: {method: quiz}
        """,
    )

    def against(self, norm: Norm, facts: Facts) -> Iterator[Found]:
        """Yield the lack of a signature."""
        del norm
        regulation = facts.regulation
        how = regulation.acknowledging
        if how is not None and how.method == "quiz":
            yield self.found("/acknowledging/method", message=self.quiz)
        elif how is None and regulation.roles and not regulation.acknowledgements:
            yield self.found("")


class ConsentNotApart(LawCheck):
    """A consent to the processing of personal data is no document of its own."""

    code = "RU16"
    name = "consent-not-apart"
    severity = "warning"
    rule = "consent"
    russian = "Согласие на обработку персональных данных — не отдельный документ."
    why = why("consent")
    mend = Said(
        en="make the consent a document of its own: `separate_document`",
        ru="оформить согласие отдельным документом — `separate_document`",
    )
    message = Said(
        en="consent {consent} is not a document of its own",
        ru="{consent} — не отдельный документ",
    )
    valid = (
        """
        consents:
        - key: data
          title: Consent to processing
          subject: personal_data
          how: signed as a separate document
        - {key: recording, title: Recording, subject: call_recording}
        """,
    )
    invalid = (
        """
        consents:
        - key: data
          title: Consent to processing
          subject: personal_data
          how: a clause of the contract
          separate_document: false
        """,
    )

    def against(self, norm: Norm, facts: Facts) -> Iterator[Found]:
        """Yield the consents that are part of something else."""
        del norm
        for path, one in facts.each("consents", Consent):
            words = f"{one.how or ''} {one.text or ''}"
            apart = one.separate_document or _APART.search(words)
            if one.subject == "personal_data" and not apart:
                yield self.found(path, consent=one)


class DatabaseAbroad(LawCheck):
    """A tool keeps personal data in another country."""

    code = "RU17"
    name = "database-abroad"
    severity = "warning"
    rule = "database"
    russian = "Персональные данные хранятся в базе за пределами России."
    why = why("database")
    mend = Said(
        en="keep the data in Russia first: `database_country`",
        ru="хранить данные сначала в России — `database_country`",
    )
    message = Said(
        en="the database of {tool} is outside Russia: {country}",
        ru="{tool}: база данных за пределами России — {country}",
    )
    valid = (
        """
        tools:
        - {key: crm, title: CRM, kind: crm, database_country: RU}
        - {key: board, title: Board}
        """,
    )
    invalid = (
        """
        tools:
        - {key: mail, title: Mail, kind: mail, database_country: DE}
        """,
    )

    def against(self, norm: Norm, facts: Facts) -> Iterator[Found]:
        """Yield the tools whose database is abroad."""
        del norm
        for path, tool in facts.each("tools", Tool):
            code = tool.database_country
            if code not in {None, "RU"}:
                country = Said(
                    en=words_of("en").country(str(code)),
                    ru=words_of("ru").country(str(code)),
                )
                place = f"{path}/database_country"
                yield self.found(place, tool=tool, country=country)


class ColdCalls(LawCheck):
    """There are cold calls, but no consent to them or no stop list."""

    code = "RU18"
    name = "cold-calls-without-consent"
    severity = "warning"
    rule = "calls"
    russian = "Есть холодные звонки, но нет согласия на них или стоп-листа."
    why = why("calls")
    mend = Said(
        en="add a consent to calls, and a stop list",
        ru="добавить согласие на звонки и стоп-лист",
    )
    message = Said(
        en="{calls} are cold calls, and the regulation has no {missing}",
        ru="{calls} — холодные звонки, а в регламенте нет {missing}",
    )
    consent = Said(en="consent to advertising calls", ru="согласия на рекламные звонки")
    stop_list = Said(en="stop list", ru="стоп-листа")
    valid = (
        """
        activities: [{key: calls, title: Cold calls}]
        consents: [{key: calls, title: Consent, subject: advertising_call}]
        stop_lists: [{key: stop-list, title: Stop list}]
        """,
        """
        activities: [{key: calls, title: Calls to those who asked for one}]
        """,
    )
    invalid = (
        """
        activities: [{key: calls, title: Cold calls}]
        stop_lists: null
        """,
    )

    def against(self, norm: Norm, facts: Facts) -> Iterator[Found]:
        """Yield the first cold calls, with the others beside them."""
        del norm
        regulation = facts.regulation
        subjects = {one.subject for one in regulation.consents}
        missing = tuple(
            said
            for said, there in (
                (self.consent, "advertising_call" in subjects),
                (self.stop_list, regulation.stop_lists),
            )
            if not there
        )
        cold = list(_cold(facts)) if missing else []
        if cold:
            (path, calls), *others = cold
            also = [place for place, _ in others]
            yield self.found(path, also=also, calls=calls, missing=missing)


def _cold(facts: Facts) -> Iterator[tuple[str, _CALLING]]:
    found: tuple[tuple[str, _CALLING], ...] = (
        *facts.all(Channel),
        *facts.all(SellingMethod),
        *facts.all(Script),
        *facts.all(Activity),
        *facts.all(WorkNorm),
    )
    for path, one in found:
        if _COLD.search(one.title):
            yield f"{path}/title", one


CHECKS: tuple[type[Check], ...] = (
    NotAcquainted,
    ConsentNotApart,
    DatabaseAbroad,
    ColdCalls,
)
