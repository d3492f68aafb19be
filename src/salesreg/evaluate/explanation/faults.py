"""Faults in words: attempts, next steps, owners, escalations."""

from __future__ import annotations

import datetime as dt

from salesreg.evaluate.explanation.clocks import numbers, plain_text, status
from salesreg.evaluate.explanation.steps import Step
from salesreg.evaluate.explanation.words import Voice
from salesreg.evaluate.results import (
    AttemptFault,
    EscalationRow,
    NextStepFault,
    Row,
    Tenure,
)


def attempt_step(voice: Voice, row: AttemptFault) -> Step:
    """Return what was wrong with attempts."""
    what = voice.words.named("attempt fault", row.fault) or row.fault
    made = voice.say("Attempts made by then: {n}").format(n=row.made)
    steps = [Step(text=voice.moment(row.at)), Step(text=made)]
    return fault(f"{voice.title('Stage', row.stage)}: {what}", row, steps)


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
    return fault(what, row, steps)


def tenure_step(voice: Voice, row: Tenure) -> Step:
    """Return how a tenure stands to a rule of ownership."""
    title = voice.title("OwnershipRule", row.rule)
    steps = [
        by_person(voice, row.person),
        _at(voice, "Owner since {at}", row.since),
        _at(voice, "The clock starts {at}", row.last_at),
        _at(voice, "Falls due {at}", row.due),
        _at(voice, "Time to finish until {at}", row.grace_due),
        _at(voice, "Owner until {at}", row.until),
    ]
    held = [step for step in steps if step is not None]
    return fault(f"{title}: {status(voice, row.status)}", row, held)


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
    return fault(f"{title} → {who}", row, held)


def fault(text: str, row: Row, steps: list[Step]) -> Step:
    """Return what a row says, with its clause and what leads to it."""
    return Step(
        text=plain_text(text),
        clause=row.clause,
        pointer=row.pointer,
        numbers=numbers(row),
        steps=tuple(steps),
    )


def by_person(voice: Voice, person: str) -> Step:
    """Return who did something."""
    return Step(text=voice.say("By {person}").format(person=person))


def _at(voice: Voice, message: str, moment: dt.datetime | None) -> Step | None:
    if moment is None:
        return None
    return Step(text=voice.say(message).format(at=voice.moment(moment)))
