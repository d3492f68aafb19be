"""Authority in words: who granted a value, up to what, and who may."""

from __future__ import annotations

from collections.abc import Iterator

from salesreg.evaluate.case import Case, second
from salesreg.evaluate.cases.mandates import Mandate, Mandates, mandates
from salesreg.evaluate.cases.people import People
from salesreg.evaluate.editions import Edition
from salesreg.evaluate.explanation.clocks import status
from salesreg.evaluate.explanation.faults import fault
from salesreg.evaluate.explanation.steps import Step
from salesreg.evaluate.explanation.words import Voice
from salesreg.evaluate.results import Grant
from salesreg.evaluate.tables import Event


def grant_step(voice: Voice, case: Case, people: People, row: Grant) -> Step:
    """Return who granted a value; where nobody did, who tried and who may."""
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
    if row.status in {"unapproved", "unseen"}:
        edition = _edition(voice, case)
        held = next(one for one in mandates(edition) if one.pointer == row.pointer)
        steps += _tried(voice, case, people, row, held)
        steps.append(_may(voice, case, row, held))
    return fault(f"{title}: {value}, {status(voice, row.status)}", row, steps)


def _edition(voice: Voice, case: Case) -> Edition:
    at = case.visits[-1].start if case.visits else case.created_at
    return case.edition(at) or voice.edition


def _able(case: Case, row: Grant, held: Mandates) -> tuple[str, ...]:
    """Return the roles that may grant the value that a deal has now."""
    facts = case.facts(case.now)
    return held.able(facts.get(row.field), facts, case.now)


def _may(voice: Voice, case: Case, row: Grant, held: Mandates) -> Step:
    able = _able(case, row, held)
    roles = ", ".join(voice.title("Role", role) for role in able)
    return Step(text=voice.say("Who may: {roles}").format(roles=roles))


def _tried(
    voice: Voice, case: Case, people: People, row: Grant, held: Mandates
) -> Iterator[Step]:
    """Yield the approvals that do not suffice, and why."""
    able = held.able(
        case.facts(case.now).get(row.field), case.facts(case.now), case.now
    )
    for event in case.events:
        approves = (event.kind, event.state) == ("document", "approved")
        if not approves or event.subject != held.authority.document:
            continue
        roles = people.roles(event.actor or "", case.editions.date(second(event.at)))
        own = [one for one in held.all if one.role in roles]
        if any(one.role in able for one in own):
            text = voice.say("Approved by {person} on {at}, before the value was set")
            at = voice.moment(event.at)
            yield Step(text=text.format(person=event.actor or "—", at=at))
        else:
            yield _short(voice, event, own, row.unit)


def _short(voice: Voice, event: Event, own: list[Mandate], unit: str | None) -> Step:
    """Return up to what somebody may grant who approved more."""
    bounded = [one for one in own if one.end is not None]
    if not bounded:
        text = voice.say("Approved by {person}, who may not grant it")
        return Step(text=text.format(person=event.actor or "—"))
    most = max(bounded, key=lambda one: one.end or 0)
    assert most.end is not None
    text = voice.say("Approved by {person}, {role}, who may grant up to {bound}")
    return Step(
        text=text.format(
            person=event.actor,
            role=voice.title("Role", most.role),
            bound=voice.amount(most.end, unit),
        )
    )
