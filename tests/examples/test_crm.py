"""The example CRM obeys the regulation, and a bug planted in it is found."""

from __future__ import annotations

import re

import pytest
from hypothesis import Phase, settings
from hypothesis.stateful import run_state_machine_as_test

import salesreg as sr
from salesreg.model.regulation import Language
from salesreg.testing import CrmFactory, Departure, PipelineMachine
from tests.examples.planted import BUGS, crm, regulation


def run(
    reg: sr.Regulation, factory: CrmFactory, examples: int, *, shrink: bool = False
) -> str:
    """Return the story of a CRM; nothing when it obeys."""
    machine = PipelineMachine.for_(reg, factory)
    phases = (Phase.generate, *((Phase.shrink,) if shrink else ()))
    asked = settings(
        machine.TestCase.settings,
        max_examples=examples,
        phases=phases,
        derandomize=True,
        database=None,
    )
    try:
        run_state_machine_as_test(machine, settings=asked)
    except Departure as story:
        return str(story)
    return ""


def test_obeys_its_regulation() -> None:
    """The CRM does and shows what its own regulation says."""
    assert "" == run(regulation(), crm(), 50)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_obeys_a_full_regulation(language: Language) -> None:
    """The CRM works by any regulation: here by the large template."""
    assert "" == run(sr.templates.get("b2b", language=language), crm(), 10)


@pytest.mark.parametrize("name", BUGS)
def test_finds(name: str) -> None:
    """A planted bug makes the CRM depart from the regulation."""
    assert "" != run(regulation(), crm(*BUGS[name]), 400)


APPEARS = "Mon, March 2, 2026, 09:00. Deal A appears. Its owner: “Sales manager”."
MOVE = """The CRM departs from “Sales regulation”, clause 2.1.7.

1. {appears}
2. Mon, March 2, 2026, 09:01. “Sales manager”: deal A from “Request” to “Lost”, {how}.

The CRM accepts it. It must not:
- clause 2.1.7: the move to “Lost” needs a comment"""
CLOCK = """The CRM departs from “Sales regulation”, clause 5.1.1.

1. {appears}

Mon, March 2, 2026, 09:00. For deal A the clock of clause 5.1.1 runs out in the CRM: \
Mon, March 2, 2026, 14:00.
It must run out: Mon, March 2, 2026, 15:00. It started: Mon, March 2, 2026, 09:00."""


def test_story_of_a_move() -> None:
    """What is wrong with a move is told with the steps before it, and the clause."""
    bug = BUGS["a comment is not demanded"]
    story = MOVE.format(appears=APPEARS, how="without a comment")
    assert story == run(regulation(), crm(*bug), 400, shrink=True)


def test_story_of_a_clock() -> None:
    """What is wrong with a clock is told with both moments."""
    bug = BUGS["the calendar ignores lunch"]
    story = CLOCK.format(appears=APPEARS)
    assert story == run(regulation(), crm(*bug), 400, shrink=True)


def test_story_in_russian() -> None:
    """The story is told in the language of the regulation."""
    bug = BUGS["a comment is not demanded"]
    reg = sr.templates.get("b2b", language="ru")
    story = run(reg, crm(*bug), 400, shrink=True).replace("\N{NO-BREAK SPACE}", " ")
    accepted, objection = story.splitlines()[-2:]
    assert "CRM это принимает, а не должна:" == accepted
    assert re.fullmatch(
        "- п. 8[.0-9]+: переход на этап «.*» требует комментария", objection
    )


def test_needs_stages() -> None:
    """A regulation without a pipeline is refused with a reason."""
    with pytest.raises(sr.InvalidValue, match="has no stages"):
        PipelineMachine.for_(sr.Regulation(key="r", title="R"), crm())
