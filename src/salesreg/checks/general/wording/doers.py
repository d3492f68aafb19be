"""Who must do it, and whether he must."""

from __future__ import annotations

import re
from collections.abc import Iterator

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.general.wording.places import DOING, worded
from salesreg.checks.general.wording.words import (
    BEING,
    IMPERSONAL,
    IMPERSONAL_EN,
    MUST,
    PARTICIPLES,
    PASSIVE,
    PEOPLE,
    SHOULD,
    SUBORDINATE,
    in_quotes,
    looked_for,
    one_of,
)
from salesreg.checks.said import Said
from salesreg.model.people import Role

# One sentence part after another: what stands behind «если» must not be taken
# for a duty, and no match may run over a comma.
_PART = re.compile(r"[^.;:!?,()—\n]+")
_SUBORDINATE = looked_for(*SUBORDINATE)
_DUTY = re.compile(
    rf"(?P<impersonal>{one_of(*IMPERSONAL)}(?:\s+\w+){{0,2}}?\s+\w+(?:ть|ти|чь)(?:ся)?\b"
    rf"|{one_of(*IMPERSONAL_EN)})"
    rf"|{one_of(*PASSIVE)}"
    rf"|{one_of(*BEING)}\s+(?:\w+ly\s+)?{one_of(*PARTICIPLES)}",
    re.IGNORECASE,
)
_PEOPLE = looked_for(*PEOPLE)
# «by the manager» names who, «by Friday» and «by 18:00» name when.
_BY = re.compile(
    r"\bby\s+(?!\d|noon|the\s+(?:end|\d)|\w+day\b|then\b|mail\b|email\b|phone\b)",
    re.IGNORECASE,
)
_LONG_WORD = re.compile(r"\b\w{4,}")
_INSTRUMENTAL = re.compile(r"\b\w{4,}(?:ом|ем|ём|ой|ей|ами|ями|ым|им)\b", re.IGNORECASE)


class DutyWithoutSubject(Check):
    """A sentence says that something is to be done, and neither it nor a field who.

    Looked at are fields beside which a role may be named and is not. A sentence
    is passed over when it names a doer, or stands behind a word like "if".
    """

    code = "TXT02"
    name = "duty-without-subject"
    severity = "warning"
    russian = "Сказано, что нужно сделать, но ни в тексте, ни рядом не сказано, кому."
    why = Said(
        en="What everybody is to do, nobody does.",
        ru="То, что поручено всем, не делает никто.",
    )
    mend = Said(
        en="say in the sentence which role does it, or name the role in the "
        "field beside",
        ru="сказать в предложении, какая роль это делает, или назвать роль в "
        "соседнем поле",
    )
    message = Said(
        en="“{words}”: neither the text nor a role beside it says who does it",
        ru="«{words}»: ни в тексте, ни рядом не сказано, кто это делает",
    )
    valid = (
        """
        disputes:
        - {key: double, title: Double, text: "If a form is sent, it counts"}
        stop_lists:
        - {key: refusals, title: Refusals, text: The list is updated by the analyst}
        """,
        """
        stop_lists:
        - {key: refusals, title: Refusals, text: The list is updated, keeper: analyst}
        """,
    )
    invalid = (
        """
        goals:
        - {key: revenue-2026, title: Revenue, tasks: [{title: "The plan is submitted by
            30 June", due: 2026-06-30}]}
        """,
        """
        goals:
        - {key: revenue-2026, title: Revenue, tasks: [{title: "It is necessary to
            call every list", due: 2026-06-30}]}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the places, each with its first such sentence."""
        titles = " ".join(role.title for role in facts.regulation.roles)
        roles = {_stem(word) for word in _LONG_WORD.findall(titles)}
        for path, text, _, given in worded(facts, DOING):
            if not given and (words := _nobody(text, roles)):
                yield self.found(path, words=words)


def _nobody(text: str, roles: set[str]) -> str | None:
    for part in _PART.findall(text):
        duty = _DUTY.search(part)
        if duty is None or _SUBORDINATE.search(part):
            continue
        named = (
            _PEOPLE.search(part)
            or any(_stem(word) in roles for word in _LONG_WORD.findall(part))
            if duty["impersonal"]
            else _BY.search(part) or _INSTRUMENTAL.search(part)
        )
        if not named:
            return " ".join(part.split())
    return None


def _stem(word: str) -> str:
    # As much of a word as every case of it shares, near enough to pass it over.
    return word.casefold().replace("ё", "е")[:5]


_SAYS = re.compile(
    rf"(?P<must>{one_of(*MUST)})|(?P<should>{one_of(*SHOULD)})(?!\s+(?:из|за|от|the)\b)",
    re.IGNORECASE,
)


class MustAndShould(Check):
    """Of the duties of one role some must be done and others should be.

    Only the first modal verb of a duty counts, before any comma and any word like
    "if" or "that".
    """

    code = "TXT04"
    name = "must-and-should"
    severity = "info"
    russian = "Одни обязанности роли «должен» исполнять, другие «следует»."
    why = Said(
        en="Beside a “must”, a “should” reads as leave not to do it.",
        ru="Рядом с «должен» слово «следует» читается как разрешение не делать.",
    )
    mend = Said(
        en="say “must” of what is demanded, and move wishes elsewhere",
        ru="писать «должен» обо всём, что требуется, а пожелания вынести",
    )
    message = Said(
        en="{role}: one duty says {must}, another {should}; say whether both bind",
        ru="{role}: в одной обязанности {must}, в другой {should}; обязательны ли обе?",
    )
    valid = (
        """
        roles:
        - {key: lawyer, title: Lawyer,
           duties: [{text: Must read every draft, report: weekly},
                    {text: "Must say how disputes should end", report: weekly}]}
        """,
    )
    invalid = (
        """
        roles:
        - {key: lawyer, title: Lawyer,
           duties: [{text: Must read every draft, report: weekly},
                    {text: Should keep the forms of contracts, report: weekly}]}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield each role once, at the first duty that only should be done."""
        for path, role in facts.each("roles", Role):
            first: dict[str, tuple[str, str]] = {}
            for index, duty in enumerate(role.duties):
                if said := _modal(duty.text):
                    first.setdefault(said[0], (f"{path}/duties/{index}/text", said[1]))
            if len(first) == 2:
                yield self.found(
                    first["should"][0],
                    also=[first["must"][0]],
                    role=role,
                    must=in_quotes([first["must"][1]]),
                    should=in_quotes([first["should"][1]]),
                )


def _modal(text: str) -> tuple[str, str] | None:
    part = _PART.search(text)
    found = _SAYS.search(part[0]) if part else None
    if part is None or found is None or not found.lastgroup:
        return None
    if _SUBORDINATE.search(part[0], 0, found.start()):
        return None
    return found.lastgroup, found[0].casefold()


CHECKS: tuple[type[Check], ...] = (DutyWithoutSubject, MustAndShould)
