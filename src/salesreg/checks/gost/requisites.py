"""The requisites of the first page."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.gost.standard import FormCheck
from salesreg.checks.said import Said
from salesreg.model.frame import Revision

_KIND = (
    r"\b(?:регламент|положение|порядок|правила|инструкция|стандарт|политика"
    r"|методика|руководство|кодекс|regulations?|rules|polic(?:y|ies)"
    r"|procedures?|standards?|instructions?|manual|guide|guidelines|handbook"
    r"|playbook|code)\b"
)
_HAS_KIND = re.compile(_KIND, re.IGNORECASE)
_ONLY_KIND = re.compile(rf"\W*(?:the\s+)?{_KIND}\W*", re.IGNORECASE)


class HeadingMissing(FormCheck):
    """The title names the kind of document and not what it is about.

    The edition of 2025 asks for a heading to the text in every document; here the
    title carries both the kind and the heading.
    """

    code = "GST04"
    name = "heading-missing"
    severity = "warning"
    russian = "Название говорит только о виде документа, но не о его предмете."
    why = Said(
        en="Among other regulations nobody can tell what this one is about.",
        ru="Среди других регламентов не видно, о чём именно этот.",
    )
    mend = Said(
        en="say in `title` what the document is about",
        ru="указать в `title`, о чём документ",
    )
    message = Said(
        en="the title “{title}” is a kind of document without a heading",
        ru="в названии «{title}» есть вид документа, но нет заголовка к тексту",
    )
    valid = ("title: Regulation of sales",)
    invalid = ("title: Regulation",)

    def on(self, today: dt.date, facts: Facts) -> Iterator[Found]:
        """Yield the title that is a kind and nothing else."""
        title = facts.regulation.title
        if _ONLY_KIND.fullmatch(title):
            yield self.found("/title", title=title)


class ApprovalStampIncomplete(FormCheck):
    """An edition in force has an approval stamp that is not filled in.

    A stamp names the approver's post and name and the date; where an order
    approves the document, the order and its date stand in place of the name. That
    nobody approves it at all is the matter of STR13.
    """

    code = "GST05"
    name = "approval-stamp-incomplete"
    severity = "warning"
    russian = "Редакция действует, а гриф утверждения не заполнен."
    why = Said(
        en="It cannot be seen who approved the text that binds people, or when.",
        ru="Не видно, кто и когда утвердил текст, который уже обязателен.",
    )
    mend = Said(
        en="write `post`, `name` and `date` in `approval` of `revision`",
        ru="указать в `approval` раздела `revision` поля `post`, `name` и `date`",
    )
    message = Said(
        en="edition {number} is in force, and its approval stamp lacks {missing}",
        ru="редакция {number} действует, а в грифе утверждения не указано: {missing}",
    )
    lacks_name = Said(en="the approver’s name", ru="имя утвердившего")
    lacks_date = Said(en="the date", ru="дата")
    valid = (
        """
        revision:
          number: "2.0"
          in_force_from: 2026-01-01
          approval: {post: Director, name: null, order: "No. 7", date: 2025-12-15}
        """,
        """
        revision:
          number: "3.0"
          in_force_from: 2026-07-01
          approval: {post: Director, name: null, order: null, date: null}
        """,
    )
    invalid = (
        """
        revision:
          number: "2.0"
          in_force_from: 2026-01-01
          approval: {post: Director, date: null}
        """,
        """
        revision:
          number: "2.0"
          in_force_from: 2026-01-01
          approval: {post: Director, order: null, date: 2025-12-15}
        """,
    )

    def on(self, today: dt.date, facts: Facts) -> Iterator[Found]:
        """Yield what the stamp of the edition in force lacks."""
        held = facts.regulation.revision
        if held is None or held.approval is None or not _in_force(held, today):
            return
        missing: list[Said] = []
        if held.approval.name is None and held.approval.order is None:
            missing.append(self.lacks_name)
        if held.approval.date is None:
            missing.append(self.lacks_date)
        if missing:
            yield self.found(
                "/revision/approval", number=held.number, missing=tuple(missing)
            )


def _in_force(held: Revision, today: dt.date) -> bool:
    started = held.in_force_from is not None and held.in_force_from <= today
    return started and (held.in_force_to is None or today <= held.in_force_to)


class RequisiteMissing(FormCheck):
    """A requisite of the document is missing: issuer, place, kind or number.

    The number and the first day of the edition are the matter of STR10, the date
    of approval that of GST05.
    """

    code = "GST06"
    name = "requisite-missing"
    severity = "warning"
    russian = "Нет реквизита документа: организации, места, вида или номера."
    why = Said(
        en="Without it the document cannot be registered or cited.",
        ru="Без него документ нельзя зарегистрировать и нельзя на него сослаться.",
    )
    mend = Said(
        en="write the requisite that is missing",
        ru="указать недостающий реквизит",
    )
    message = Said(
        en="a requisite of the document is missing: {missing}",
        ru="нет реквизита документа: {missing}",
    )
    issuer = Said(en="the organisation that issues it", ru="наименование организации")
    place = Said(en="the place where it is issued", ru="место составления")
    kind = Said(en="its kind in the title", ru="вид документа в названии")
    registration = Said(en="its registration number", ru="регистрационный номер")
    valid = (
        """
        title: Положение о продажах
        organisation: {title: Example Ltd, city: Perm}
        revision: {number: "2.0", registration: "12-P"}
        """,
    )
    invalid = (
        """
        title: How we sell
        """,
        """
        organisation: {title: Example Ltd, city: null}
        """,
        """
        revision: {number: "2.0", registration: null}
        """,
    )

    def on(self, today: dt.date, facts: Facts) -> Iterator[Found]:
        """Yield every requisite that is missing, at the place where it belongs."""
        regulation = facts.regulation
        if not _HAS_KIND.search(regulation.title):
            yield self.found("/title", missing=self.kind)
        if regulation.organisation is None:
            yield self.found("", missing=self.issuer)
        elif regulation.organisation.city is None:
            yield self.found("/organisation", missing=self.place)
        if regulation.revision and regulation.revision.registration is None:
            yield self.found("/revision", missing=self.registration)


CHECKS: tuple[type[Check], ...] = (
    HeadingMissing,
    ApprovalStampIncomplete,
    RequisiteMissing,
)
