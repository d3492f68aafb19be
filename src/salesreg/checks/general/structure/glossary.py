"""Lists, terms and what contains what."""

from __future__ import annotations

from collections.abc import Iterator

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.general.structure.nouns import noun
from salesreg.checks.said import Said
from salesreg.model.frame import Term
from salesreg.model.people import Role
from salesreg.model.time import Activity
from salesreg.shapes import fields_of, is_items
from salesreg.solve.graphs import cycles


class AnnouncedListEmpty(Check):
    """A text ends with a colon, and the list that it announces does not follow."""

    code = "STR04"
    name = "announced-list-empty"
    severity = "warning"
    russian = "Текст кончается двоеточием, а обещанный список не следует."
    why = Said(
        en="What was to be listed got lost, and nobody can keep it.",
        ru="То, что хотели перечислить, потеряно, и исполнить это нельзя.",
    )
    mend = Said(
        en="write the list after the colon, or end the text with a full stop",
        ru="написать перечень после двоеточия или закончить текст точкой",
    )
    message = Said(
        en="the text announces a list that does not follow: “…{end}”",
        ru="текст обещает список, которого нет: «…{end}»",
    )
    valid = (
        """
        strategy:
          summary: "The market falls into segments:"
          segments: [{key: small, title: Small companies}]
        """,
    )
    invalid = (
        """
        stop_lists:
        - {key: refusals, title: Refusals, text: "On the list are:", keeper: analyst,
           kept_in: crm}
        roles: [{key: analyst, title: Sales analyst}]
        tools: [{key: crm, title: CRM}]
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the texts that end with a colon."""
        for spot, text in facts.texts:
            told = text.rstrip()
            if told.endswith(":") and not _listed_later(spot.owner, text):
                yield self.found(spot.pointer, end=told[-40:])


def _listed_later(owner: object, text: str) -> bool:
    """Tell whether a list of the same object stands behind a text."""
    behind = False
    for name in fields_of(type(owner)):
        held = getattr(owner, name)
        if behind and is_items(held) and held:
            return True
        behind = behind or held is text
    return False


class AmbiguousAbbreviation(Check):
    """One abbreviation stands for two terms."""

    code = "STR05"
    name = "ambiguous-abbreviation"
    severity = "warning"
    russian = "Одно сокращение обозначает два термина."
    why = Said(
        en="A reader cannot tell which of the terms is meant.",
        ru="Читатель не поймёт, какой из терминов имеется в виду.",
    )
    mend = Said(
        en="give one of the terms another `abbreviation`, or none",
        ru="дать одному из терминов другое `abbreviation` или убрать его",
    )
    message = Said(
        en="{short} abbreviates both {first} and {second}",
        ru="{short}: сокращение и для {first}, и для {second}",
    )
    valid = (
        """
        terms:
        - {key: win, title: Win rate, abbreviation: WR, definition: Deals won.}
        - {key: churn, title: Churn rate, abbreviation: CR, definition: Clients lost.}
        """,
    )
    invalid = (
        """
        terms:
        - {key: new-logo, title: New logo, abbreviation: NL, definition: A first deal.}
        - {key: no-lead, title: No lead, abbreviation: nl, definition: A wrong number.}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the later of two terms with one abbreviation."""
        first: dict[str, tuple[str, Term]] = {}
        for path, term in facts.each("terms", Term):
            if term.abbreviation is None:
                continue
            there = first.setdefault(term.abbreviation.casefold(), (path, term))
            if there[1] is not term:
                yield self.found(
                    f"{path}/abbreviation",
                    also=[there[0]],
                    short=term.abbreviation,
                    first=there[1],
                    second=term,
                )


class TwinTerms(Check):
    """Two terms have one definition or one formula."""

    code = "STR06"
    name = "twin-terms"
    severity = "info"
    russian = "У двух терминов одно определение или одна формула."
    why = Said(
        en="Two names for one thing are taken for two things.",
        ru="Два имени одного понятия принимают за два понятия.",
    )
    mend = Said(
        en="keep one of the terms, and let the other name it in `see`",
        ru="оставить один термин, а в другом сослаться на него полем `see`",
    )
    message = Said(
        en="terms {first} and {second} mean the same",
        ru="термины {first} и {second} означают одно и то же",
    )
    valid = (
        """
        terms:
        - {key: win, title: Win rate, definition: Share of offers accepted.}
        - {key: close, title: Close rate, definition: Share of leads won.}
        """,
    )
    invalid = (
        """
        terms:
        - {key: win, title: Win rate, definition: Share of offers accepted.}
        - {key: close, title: Close rate, definition: "Share of offers  accepted"}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the later of two terms that mean the same."""
        meanings: dict[object, tuple[str, Term]] = {}
        for path, term in facts.each("terms", Term):
            said = " ".join(term.definition.split()).rstrip(".;").casefold()
            for meaning in filter(None, (said, term.formula)):
                there = meanings.setdefault(meaning, (path, term))
                if there[1] is not term:
                    yield self.found(path, also=[there[0]], first=there[1], second=term)
                    break


class CircularContainment(Check):
    """A thing is above itself: reporting lines or parts of activities go in circles."""

    code = "STR07"
    name = "circular-containment"
    severity = "error"
    russian = "Объект стоит над самим собой: подчинение или состав работ замкнуты."
    why = Said(
        en="A circle has no top: nobody leads it, and no time can be counted for it.",
        ru="У круга нет вершины: им никто не руководит и время в нём не сосчитать.",
    )
    mend = Said(
        en="take one link out of the circle",
        ru="убрать из круга одну связь",
    )
    message = Said(
        en="{noun}: {way} form a circle",
        ru="{noun}: {way} образуют круг",
    )
    valid = (
        """
        roles:
        - {key: seller, title: Seller, reports_to: head}
        - {key: head, title: Head, reports_to: director}
        """,
    )
    invalid = (
        """
        activities:
        - {key: calls, title: Calls, includes: [cold-calls]}
        - {key: cold-calls, title: Cold calls, includes: [calls]}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield one circle of each group that goes round."""
        lines = {
            role.key: (role.reports_to,) if role.reports_to else ()
            for role in facts.regulation.roles
        }
        parts = {one.key: one.includes for one in facts.regulation.activities}
        for cls, graph in ((Role, lines), (Activity, parts)):
            for way in cycles(graph):
                things = tuple(facts.find(cls, key) for key in way)
                paths = [facts.pointer_of(cls, key) for key in way]
                first, *others = [path for path in paths if path]
                yield self.found(
                    first, also=others, noun=noun(cls.__name__), way=things
                )


CHECKS: tuple[type[Check], ...] = (
    AnnouncedListEmpty,
    AmbiguousAbbreviation,
    TwinTerms,
    CircularContainment,
)
