"""Moves that break a rule, in words: which criterion, and what the fields held."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from salesreg.document.phrases import phrase
from salesreg.document.plain import plain
from salesreg.document.text import visible
from salesreg.evaluate.case import Case, is_empty
from salesreg.evaluate.explanation.clocks import plain_text
from salesreg.evaluate.explanation.faults import by_person, fault
from salesreg.evaluate.explanation.steps import Step
from salesreg.evaluate.explanation.words import Voice
from salesreg.evaluate.results import MoveFault
from salesreg.model.process import Criterion, Stage, Transition
from salesreg.paths.tree import walk


def fault_step(voice: Voice, case: Case, row: MoveFault) -> Step:
    """Return which rule a move broke, and what its fields held then."""
    target = voice.title("Stage", row.target)
    move = voice.say("to “{to}”").format(to=target)
    if row.source is not None:
        source = voice.title("Stage", row.source)
        move = voice.say("from “{of}” to “{to}”").format(of=source, to=target)
    what = voice.words.named("move fault", row.rule) or row.rule
    if row.field is not None:
        what += f": {voice.title('Field', row.field)}"
    steps = [Step(text=voice.moment(row.at))]
    if row.person is not None:
        steps.append(by_person(voice, row.person))
    edition = case.edition(row.at) or voice.edition
    rule = edition.regulation.at(row.pointer)
    if isinstance(rule, Criterion):
        what += f": {rule.text}"
        steps += _held(voice, case, row, rule.condition)
    elif row.rule == "condition":
        words = phrase(rule, row.pointer, voice.context) or ()
        what += f": {visible(words)}"
        steps += _held(voice, case, row, rule)
    elif row.rule == "role" and isinstance(rule, Transition):
        stage = edition.stages[row.source or ""][1]
        steps.append(_may(voice, stage, rule))
    return fault(f"{what} ({move})", row, steps)


def _may(voice: Voice, stage: Stage, way: Transition) -> Step:
    owners = (*((stage.owner,) if stage.owner else ()), *stage.participants)
    roles = ", ".join(voice.title("Role", role) for role in way.by or owners)
    return Step(text=voice.say("Who may: {roles}").format(roles=roles))


def _held(
    voice: Voice, case: Case, row: MoveFault, condition: object
) -> Iterator[Step]:
    """Yield what the fields held that a condition asks for."""
    if condition is None:
        return
    facts = case.facts(row.at)
    asked = (getattr(spot.value, "field", None) for spot in walk(condition))
    for key in dict.fromkeys(key for key in asked if isinstance(key, str)):
        value = facts.get(key)
        said = voice.say("“{field}”: {value}").format(
            field=voice.title("Field", key), value=_value(voice, value)
        )
        yield Step(text=plain_text(said))


def _value(voice: Voice, value: object) -> str:
    """Return what a field holds, as the document would write it."""
    if is_empty(value):
        return voice.say("empty")
    if isinstance(value, dt.datetime):
        return voice.moment(value)
    return plain(value, voice.context) or str(value)
