"""Which clauses are broken, how often, and by whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from salesreg.document.blocks import Block
from salesreg.errors import InvalidValue
from salesreg.evaluate.explanation.words import Voice
from salesreg.evaluate.overview.headline import headline
from salesreg.evaluate.overview.pieces import amount, bars, paragraph, table
from salesreg.evaluate.violations import Violation, violations

if TYPE_CHECKING:
    from salesreg.evaluate.evaluation import Evaluation


TABLES: Mapping[str, str] = {
    "deadlines": "Deadlines",
    "visits": "Norms of stages",
    "moves": "Moves and gates",
    "attempts": "Attempts",
    "next_steps": "Next steps",
    "tenures": "Ownership",
    "grants": "Authority",
    "budgets": "Time budgets",
    "norms": "Norms of work",
}
"""What the tables of violations are called."""


def breaches(evaluation: Evaluation, voice: Voice) -> Iterator[Block]:
    """Yield which clauses are broken, how often, and by whom."""
    say, number = voice.say, voice.words.number
    found = Counter[tuple[str, str, str]]()
    people = Counter[str]()
    for one in violations(evaluation):
        found[one.table, one.clause, _named(one, voice)] += 1
        if one.person is not None:
            people[one.person] += 1
    if not found:
        yield paragraph(headline(evaluation, voice.words))
        return
    named = Counter(title for _, _, title in found)
    order = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    yield from bars(
        say("Breaches by clause"),
        (
            amount(_bar(kind, clause, title, named[title], voice), count, number(count))
            for (kind, clause, title), count in order
        ),
    )
    yield table(
        [
            (say("Clause"), 2, "left"),
            (say("What it is about"), 6, "left"),
            (say("Kind"), 4, "left"),
            (say("Breaches"), 2, "right"),
        ],
        (
            (clause, title, say(TABLES[kind]), number(count))
            for (kind, clause, title), count in order
        ),
    )
    if people:
        ranked = sorted(people.items(), key=lambda item: (-item[1], item[0]))
        yield from bars(
            say("Breaches by person"),
            (amount(who, count, number(count)) for who, count in ranked),
        )


def _bar(kind: str, clause: str, title: str, alike: int, voice: Voice) -> str:
    """Return what a bar is called; of a title that others have, with the kind."""
    more = f": {voice.say(TABLES[kind])}" if alike > 1 else ""
    return f"{clause} {title}{more}".strip()


def _named(one: Violation, voice: Voice) -> str:
    """Return what the clause is about: the title of the thing that it is a part of."""
    parts = one.pointer.split("/")
    for length in (3, 2):
        try:
            held = voice.edition.regulation.at("/".join(parts[:length]))
        except InvalidValue:
            continue
        if isinstance(title := getattr(held, "title", None), str):
            return title
    return voice.words.label("Regulation", parts[1])
