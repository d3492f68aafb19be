"""Places that somebody meant to fill in and did not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.said import Said
from salesreg.model.conduct import DocumentKind, NamingConvention, Script, ScriptBranch
from salesreg.model.frame import Annex

_UNIT = r"(?:%|₽|€|\$|руб|тыс|млн|дн|час|мин|рабоч|календ|RUB|EUR|USD|day|hour|minute)"
_LEFT = re.compile(
    # Marks of writers: only as they write them, for "to do" is a word.
    r"(?<!\w)(?:TODO|TBD|TBC|FIXME|ТУДУ)(?!\w)"
    # [X], but no ticked box of a list.
    r"|(?<![-*+]\s)\[[XХ]\]"
    # A number to come: «XX %», "XX days", "XX.XX.2026"; «XX век» is the twentieth.
    rf"|(?<!\w)[XХ]{{2,3}}(?:[.,][XХ]+)*\s*{_UNIT}"
    r"|(?<!\w)[XХ]{2}\.[XХ]{2}\.(?:[XХ]{2,4}|\d{4})(?!\w)"
    r"|\?{3,}"
    r"|(?i:lorem\s+ipsum)"
    # [уточнить у финансов], (to be confirmed), [insert the sum]
    r"|[\[(<](?i:уточнить|указать|вставить|заполнить|дописать|согласовать\s+позже"
    r"|to\s+be\s+(?:confirmed|determined|defined|specified|agreed|added)"
    r"|insert|fill\s+in|specify)(?!\w)[^\])>\n]{0,60}[\])>]"
)
# A blank to be filled in by hand; a rule across the page is a line of its own, and
# emphasis clings to a word.
_BLANK = re.compile(r"(?<!\w)_{3,}(?!\w)")
# Where blanks and marks belong to the thing: forms, patterns, words to be said.
_FORMS = (Annex, DocumentKind, NamingConvention, Script, ScriptBranch)


class PlaceholderLeft(Check):
    """A mark or a blank of an unfinished draft was left in the text.

    Looked at is every text and title; blanks of underscores only outside annexes,
    scripts, documents and patterns of names, where they are part of a form.
    """

    code = "TXT05"
    name = "placeholder-left"
    severity = "warning"
    russian = "В тексте осталась пометка или пропуск черновика."
    why = Said(
        en="The rule is not finished, and nobody can keep half of one.",
        ru="Правило не дописано, а половину правила исполнить нельзя.",
    )
    mend = Said(
        en="finish the text",
        ru="закончить текст",
    )
    message = Said(
        en="the text is not finished: “{words}”",
        ru="текст не дописан: «{words}»",
    )
    valid = (
        """
        annexes:
        - {key: form, title: Form, document: act, text: "Date: ____ Name: ____"}
        documents: [{key: act, title: Act, annex: form}]
        """,
        """
        strategy:
          market: |-
            The system is a child of the XX century.

            ___

            - [x] A to-do list is kept.
        """,
    )
    invalid = (
        """
        reports: [{key: weekly, title: "Weekly report (TBD)"}]
        """,
        """
        sanctions:
        - {key: remark, title: Remark, measure: remark, appeal: Within ___ days}
        """,
        """
        strategy: {summary: "We win XX % of the market [to be confirmed]"}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield each text once, with all that is left in it."""
        for spot, text in facts.texts:
            words = [found[0] for found in _LEFT.finditer(text)]
            if not isinstance(spot.owner, _FORMS):
                words += _blanks(text)
            if words:
                yield self.found(spot.pointer, words=", ".join(dict.fromkeys(words)))


def _blanks(text: str) -> list[str]:
    lines = (line for line in text.splitlines() if line.strip("_ \t"))
    return [blank for line in lines for blank in _BLANK.findall(line)]


CHECKS: tuple[type[Check], ...] = (PlaceholderLeft,)
