"""Why a deal stands as it does: each clock with the hours that it counted."""

from __future__ import annotations

from salesreg._text import did_you_mean
from salesreg.errors import invalid
from salesreg.evaluate.case import Case
from salesreg.evaluate.cases import (
    attempts,
    deadlines,
    escalations,
    grants,
    moves,
    next_steps,
    tenures,
    visits,
)
from salesreg.evaluate.explanation.authority import grant_step
from salesreg.evaluate.explanation.clocks import deadline_step, visit_step
from salesreg.evaluate.explanation.faults import (
    attempt_step,
    escalation_step,
    next_step_step,
    tenure_step,
)
from salesreg.evaluate.explanation.moved import fault_step
from salesreg.evaluate.explanation.steps import Explanation, Part, Step
from salesreg.evaluate.explanation.words import Voice
from salesreg.evaluate.judgement import Judgement


def explain_deal(judgement: Judgement, deal: str) -> Explanation:
    """Return why a deal stands as it does.

    Args:
        judgement: The regulation and the records.
        deal: Key of the deal.

    Raises:
        InvalidValue: There is no such deal.
    """
    case = judgement.cases.get(deal)
    if case is None:
        hint = did_you_mean(deal, list(judgement.cases))
        raise invalid("unknown-deal", f"there is no deal {deal!r}", hint)
    editions = judgement.editions
    voice = Voice.of(case.edition(case.now) or editions.last, editions.zone)
    people, say = judgement.people, voice.say
    parts = (
        (say("Deadlines"), _clocks(voice, case)),
        (say("Stages"), [visit_step(voice, case, row) for row in visits.visits(case)]),
        (
            say("Moves that break a rule"),
            [fault_step(voice, case, row) for row in moves.moves(case, people)],
        ),
        (
            say("Attempts to reach the client"),
            [attempt_step(voice, row) for row in attempts.attempts(case)],
        ),
        (
            say("Next step"),
            [next_step_step(voice, row) for row in next_steps.next_steps(case)],
        ),
        (
            say("Ownership of the client"),
            [tenure_step(voice, row) for row in tenures.tenures(case, people)],
        ),
        (
            say("Who was to be told"),
            [escalation_step(voice, row) for row in escalations.escalations(case)],
        ),
        (
            say("Authority"),
            [
                grant_step(voice, case, people, row)
                for row in grants.grants(case, people)
            ],
        ),
    )
    return Explanation(
        regulation=voice.edition.regulation,
        kind=say("Explanation"),
        title=say("Deal {deal}").format(deal=deal),
        parts=tuple(
            Part(title=title, steps=tuple(steps)) for title, steps in parts if steps
        ),
    )


def _clocks(voice: Voice, case: Case) -> list[Step]:
    return [deadline_step(voice, case, row) for row in deadlines.deadlines(case)]
