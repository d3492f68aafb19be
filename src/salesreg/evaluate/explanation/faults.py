"""Faults in words: moves, attempts, next steps, owners, escalations, authority."""

from __future__ import annotations

import datetime as dt

from salesreg.evaluate.explanation.clocks import numbers, plain_text, status
from salesreg.evaluate.explanation.steps import Step
from salesreg.evaluate.explanation.words import Voice
from salesreg.evaluate.results import (
    AttemptFault,
    EscalationRow,
    Grant,
    MoveFault,
    NextStepFault,
    Row,
    Tenure,
)


def fault_step(voice: Voice, row: MoveFault) -> Step:
    """Return which rule a move broke."""
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
        steps.append(_who(voice, row.person))
    return _step(f"{what} ({move})", row, steps)


def attempt_step(voice: Voice, row: AttemptFault) -> Step:
    """Return what was wrong with attempts."""
    what = voice.words.named("attempt fault", row.fault) or row.fault
    made = voice.say("Attempts made by then: {n}").format(n=row.made)
    steps = [Step(text=voice.moment(row.at)), Step(text=made)]
    return _step(f"{voice.title('Stage', row.stage)}: {what}", row, steps)


def next_step_step(voice: Voice, row: NextStepFault) -> Step:
    """Return what is wrong with the next step."""
    what = voice.words.named("next step fault", row.fault) or row.fault
    steps: list[Step] = []
    if row.next_on is not None:
        steps.append(Step(text=voice.words.date(row.next_on)))
    if row.due is not None:
        due = voice.say("Leaves for “{to}” from {due}").format(
            to=voice.title("Stage", row.to), due=voice.moment(row.due)
        )
        steps.append(Step(text=due))
    return _step(what, row, steps)


def tenure_step(voice: Voice, row: Tenure) -> Step:
    """Return how a tenure stands to a rule of ownership."""
    title = voice.title("OwnershipRule", row.rule)
    steps = [
        _who(voice, row.person),
        _at(voice, "Owner since {at}", row.since),
        _at(voice, "The clock starts {at}", row.last_at),
        _at(voice, "Falls due {at}", row.due),
        _at(voice, "Time to finish until {at}", row.grace_due),
        _at(voice, "Owner until {at}", row.until),
    ]
    held = [step for step in steps if step is not None]
    return _step(f"{title}: {status(voice, row.status)}", row, held)


def escalation_step(voice: Voice, row: EscalationRow) -> Step:
    """Return who was to be told, and when."""
    title = voice.title("Escalation", row.escalation)
    who = voice.title("Role", row.to)
    steps = [
        _at(voice, "Since {at}", row.at),
        _at(voice, "To be told {at}", row.due),
        _at(voice, "Done {at}", row.done_at) or Step(text=voice.say("Still undone")),
    ]
    held = [step for step in steps if step is not None]
    return _step(f"{title} → {who}", row, held)


def grant_step(voice: Voice, row: Grant) -> Step:
    """Return who granted a value."""
    title = voice.title("Authority", row.authority)
    value = voice.amount(row.amount, row.unit)
    steps: list[Step] = []
    if row.person is not None:
        asked = voice.say("Asked by {person}").format(person=row.person)
        steps.append(Step(text=asked))
    if row.by is not None and row.role is not None:
        role = voice.title("Role", row.role)
        granted = voice.say("Granted by {person}, {role}")
        steps.append(Step(text=granted.format(person=row.by, role=role)))
    return _step(f"{title}: {value}, {status(voice, row.status)}", row, steps)


def _step(text: str, row: Row, steps: list[Step]) -> Step:
    return Step(
        text=plain_text(text),
        clause=row.clause,
        pointer=row.pointer,
        numbers=numbers(row),
        steps=tuple(steps),
    )


def _who(voice: Voice, person: str) -> Step:
    return Step(text=voice.say("By {person}").format(person=person))


def _at(voice: Voice, message: str, moment: dt.datetime | None) -> Step | None:
    if moment is None:
        return None
    return Step(text=voice.say(message).format(at=voice.moment(moment)))
