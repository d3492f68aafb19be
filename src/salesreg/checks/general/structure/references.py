"""Keys and references: what is named must be there, once."""

from __future__ import annotations

from collections.abc import Iterator

from salesreg._text import closest
from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.general.structure.nouns import noun
from salesreg.checks.said import Said
from salesreg.checks.wording import Code
from salesreg.paths.index import Use


class UndefinedReference(Check):
    """A clause names a role, a stage or another thing that is nowhere defined.

    Every missing key is one finding, with all the places that name it.
    """

    code = "STR01"
    name = "undefined-reference"
    severity = "error"
    russian = "Пункт называет роль, этап или иное, что нигде не определено."
    why = Said(
        en="Nobody can keep a rule about somebody or something that is not defined.",
        ru="Правило о том, кто или что не определено, исполнить некому.",
    )
    mend = Said(
        en="define it under this key, or write the key of what is meant",
        ru="описать это под этим ключом или написать ключ того, что имелось в виду",
    )
    message = Said(
        en="{noun} {key} is named and not defined",
        ru="нет определения: {noun} {key} только упоминается",
    )
    nearly = Said(
        en="{noun} {key} is named and not defined; {nearest} is",
        ru="нет определения: {noun} {key} только упоминается; есть {nearest}",
    )
    valid = (
        """
        roles:
        - {key: manager, title: Manager, reports_to: head}
        - {key: head, title: Head}
        """,
    )
    invalid = (
        """
        handovers:
        - {key: to-success, title: After payment, receiver: nobody}
        """,
        """
        tools:
        - {key: crm, title: CRM}
        record_keeping: {system: crn}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield each missing key, at the first place that names it."""
        missing: dict[tuple[str, str, str], list[Use]] = {}
        for use in facts.index.missing():
            missing.setdefault((use.to, use.scope, use.key), []).append(use)
        known = _known(facts)
        tries = 0
        for (to, scope, key), uses in missing.items():
            others = known.get((to, scope), [])
            nearest = closest(key, others) if tries < _MOST_TRIES else None
            tries += len(others)
            yield self.found(
                uses[0].pointer,
                message=self.nearly if nearest else None,
                also=[use.pointer for use in uses[1:]],
                noun=noun(to),
                key=Code(key),
                nearest=Code(nearest or key),
            )


_MOST_TRIES = 10_000
"""Keys tried as what was meant, in one run: where thousands of keys are missing,
to try every key for each of them would take hours, and nothing was misspelt."""


def _known(facts: Facts) -> dict[tuple[str, str], list[str]]:
    """Return the keys that are defined, by class and scope."""
    found: dict[tuple[str, str], list[str]] = {}
    for cls, scope, key in facts.index.definitions:
        found.setdefault((cls, scope), []).append(key)
    return found


class DuplicateKey(Check):
    """Two things of one kind have one key, or one title."""

    code = "STR02"
    name = "duplicate-name"
    severity = "error"
    russian = "Два объекта одного вида имеют один ключ или одно название."
    why = Said(
        en="A reference, or a reader, cannot tell which of them is meant.",
        ru="Ни ссылка, ни читатель не поймут, о чём из двух речь.",
    )
    mend = Said(
        en="give one of them another `key` or `title`, or join them",
        ru="дать одному другой `key` или `title` — или объединить",
    )
    message = Said(
        en="{noun} {key} is defined twice",
        ru="два определения: {noun} {key}",
    )
    title = Said(
        en="two things of the kind “{noun}” are both called {title}",
        ru="два объекта вида «{noun}» названы одинаково: {title}",
    )
    valid = (
        """
        roles: [{key: head, title: Head}]
        stages: [{key: head, title: Head}]
        """,
    )
    invalid = (
        """
        products:
        - {key: hours, title: Hours of consulting}
        - {key: consulting, title: hours of  consulting}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the second and every further thing of a name."""
        titles: dict[tuple[str, str, str], tuple[str, str]] = {}
        for (cls, scope, key), held in facts.index.definitions.items():
            for again in held[1:]:
                yield self.found(
                    again.pointer,
                    also=[held[0].pointer],
                    noun=noun(cls),
                    key=Code(key),
                )
            title = getattr(held[0].value, "title", None)
            if not isinstance(title, str):
                continue
            # Names below a thing of their own may be like those below another.
            above = scope or held[0].pointer.rpartition("/")[0]
            mark = (cls, above, " ".join(title.split()).casefold())
            first = titles.setdefault(mark, (held[0].pointer, key))
            if first[1] != key:
                yield self.found(
                    held[0].pointer,
                    message=self.title,
                    also=[first[0]],
                    noun=noun(cls),
                    title=held[0].value,
                )


class DefinedNeverUsed(Check):
    """A role, field, activity, system or forecast category is defined and never used.

    A thing that stands for itself (a goal, a report, a prohibition) needs no use.
    """

    code = "STR03"
    name = "defined-never-used"
    severity = "warning"
    russian = "Роль, поле, вид работы, система или категория определены и не нужны."
    why = Said(
        en="What nothing refers to is either idle or was forgotten elsewhere.",
        ru="То, на что ничто не ссылается, либо лишнее, либо забыто в другом месте.",
    )
    mend = Said(
        en="refer to it where it is needed, or delete it",
        ru="сослаться на это там, где нужно, или удалить",
    )
    message = Said(
        en="{noun} {thing} is defined, and nothing in the regulation uses it",
        ru="{noun} {thing}: определено, но нигде не используется",
    )
    valid = (
        """
        activities: [{key: calls, title: Calls}]
        budgets: [{key: calls, title: Calls, activity: calls, amount: 1 h}]
        """,
    )
    invalid = (
        "tools: [{key: fax, title: Fax}]",
        "fields: [{key: colour, title: Colour of the logo}]",
    )
    kinds = ("Role", "Field", "Activity", "Tool", "ForecastCategory")

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the things that no other thing refers to."""
        used = {(use.to, use.key) for use in facts.index.uses}
        for (cls, _, key), held in facts.index.definitions.items():
            if cls in self.kinds and (cls, key) not in used:
                yield self.found(held[0].pointer, noun=noun(cls), thing=held[0].value)


CHECKS: tuple[type[Check], ...] = (
    UndefinedReference,
    DuplicateKey,
    DefinedNeverUsed,
)
