"""What the text refers to: its annexes and the standard itself."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.gost.standard import FormCheck
from salesreg.checks.said import Said
from salesreg.model.frame import Annex

# «приложения 1, 3 и 5–7», "Annex No. 2", "appendices 1 and 2".
_MENTION = re.compile(
    r"\b(?:приложени\w+|annex(?:es)?|appendix|appendices)\b"
    r"(?:\s*(?:№+|No\.|Nos\.)?\s*(\d{1,4}(?:\s*(?:,|и|and|–|—|-)\s*\d{1,4})*))?",
    re.IGNORECASE,
)
_RANGE = re.compile(r"(\d+)(?:\s*[–—-]\s*(\d+))?")


class AnnexNotReferenced(FormCheck):
    """The body of the regulation never refers to an annex.

    A kind of document that names the annex is a reference, and so is a text
    before the annexes that names its number; with one annex any mention will do.
    """

    code = "GST07"
    name = "annex-not-referenced"
    severity = "info"
    russian = "В тексте регламента нет ссылки на приложение."
    why = Said(
        en="Nobody learns from the rules when the form is to be used.",
        ru="Из правил не узнать, когда пользоваться приложением.",
    )
    mend = Said(
        en="refer to the annex in the text of a clause",
        ru="сослаться на приложение в тексте пункта",
    )
    message = Said(
        en="nothing in the body refers to annex No.\N{NO-BREAK SPACE}{number} {annex}",
        ru="в тексте нет ссылки на приложение №\u00a0{number} {annex}",
    )
    valid = (
        """
        annexes: [{key: forecast-form, title: Form of the forecast}]
        forecast: {text: "The form is used (annexes 1, 2 and 4-6)."}
        """,
        """
        annexes: [{key: contract-form, title: Form of the contract}]
        documents: [{key: contract, title: Contract, annex: contract-form}]
        """,
    )
    invalid = (
        """
        annexes: [{key: price-list, title: Price list, text: The prices of the year.}]
        """,
    )

    def on(self, today: dt.date, facts: Facts) -> Iterator[Found]:
        """Yield the annexes that only stand at the end."""
        annexes = facts.regulation.annexes
        if not annexes:
            return
        mentioned = _mentioned(facts, len(annexes))
        for number, (path, annex) in enumerate(facts.each("annexes", Annex), 1):
            if number not in mentioned and not facts.uses_of(Annex, annex.key):
                yield self.found(path, number=number, annex=annex)


def _mentioned(facts: Facts, count: int) -> set[int]:
    numbers: set[int] = set()
    for spot, text in facts.texts:
        if spot.pointer.startswith("/annexes/"):
            continue
        for mention in _MENTION.finditer(text):
            if mention[1] is None:
                numbers |= {1} if count == 1 else set()
                continue
            for start, end in _RANGE.findall(mention[1]):
                last = min(int(end or start), count)
                numbers.update(range(int(start), last + 1))
    return numbers


_OLD = re.compile(r"7\.0\.97\s*[-‐‑–—]\s*(?:2016|16)\b")
_NEW = re.compile(r"7\.0\.97\s*[-‐‑–—]\s*(?:2025|25)\b")


_HISTORY = ("/earlier_revisions/", "/revision/reason")


class OldStandardNamed(FormCheck):
    """The text names the edition of the standard that is no longer in force.

    A text that names both editions tells of the change, and so may what is said of
    the editions of the regulation.
    """

    code = "GST08"
    name = "old-standard-named"
    severity = "info"
    russian = "Текст ссылается на прежнюю редакцию стандарта."
    why = Said(
        en="Since 18 August 2025 documents are drawn up by the edition of 2025.",
        ru="С 18 августа 2025 года документы оформляют по редакции 2025 года.",
    )
    mend = Said(
        en="name the edition of the standard that is in force",
        ru="назвать действующую редакцию стандарта",
    )
    message = Said(
        en="the text names the replaced edition {old}",
        ru="текст называет заменённую редакцию {old}",
    )
    valid = (
        """
        text: Instead of GOST R 7.0.97-2016 follow GOST R 7.0.97-2025.
        """,
    )
    invalid = (
        """
        text: Documents follow GOST R 7.0.97-2016.
        """,
    )

    def on(self, today: dt.date, facts: Facts) -> Iterator[Found]:
        """Yield the texts that name the old edition alone."""
        for spot, text in facts.texts:
            if (
                (old := _OLD.search(text))
                and not _NEW.search(text)
                and not spot.pointer.startswith(_HISTORY)
            ):
                yield self.found(spot.pointer, old=old[0])


CHECKS: tuple[type[Check], ...] = (AnnexNotReferenced, OldStandardNamed)
