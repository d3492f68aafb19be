"""A fault names what was asked, what was there, and who may do what was done."""

from __future__ import annotations

import datetime as dt
from typing import get_args, get_type_hints

import pytest

import salesreg as sr
from salesreg.document.words import words_of
from salesreg.evaluate.explanation.steps import Step
from salesreg.evaluate.results import Progress
from salesreg.evaluate.tables import Employment
from salesreg.model.regulation import Language
from tests.evaluate.scene import deal, department, happened, judged, pipeline, went

BAND = sr.authority_band
PEOPLE = tuple(
    Employment(person=person, role=role, since=dt.date(2026, 1, 1))
    for person, role in (("bob", "manager"), ("eve", "head"), ("ann", "clerk"))
)
CHEAP = sr.where("discount") <= sr.percent(15)
RULE = department(
    sr.part()
    .field("discount", title="Discount", type="percent")
    .authority(
        "discount",
        title="Discount",
        field="discount",
        document="request",
        bands=[
            BAND("manager", band=sr.band(end="15%"), end_included=True),
            BAND("head", band=sr.band(end="30%")),
        ],
    ),
    pipeline(
        exit=[
            sr.criterion(
                "Cheap enough", condition=sr.where("discount") <= sr.percent(15)
            )
        ],
        transitions=[sr.transition("work", by=["manager", "head"]), "lost"],
        norm=sr.time_norm("8 h working", target="1 h working"),
    ),
)


def told(*rows: object) -> dict[str, Step]:
    """Return the steps at the top of what is said of a deal of 20 % discount."""
    found = judged(
        RULE,
        deal("03-02 10:00"),
        happened("03-02 10:00", "owner", "ann"),
        happened("03-02 10:30", "field", "discount", state="20%", actor="ann"),
        went("03-02 10:00 new", "03-02 12:00 work", actor="ann"),
        *rows,
        people=PEOPLE,
    )
    parts = found.explain(deal="d").parts
    return {step.text: step for part in parts for step in part.steps}


def texts(steps: dict[str, Step], start: str) -> tuple[str, list[str]]:
    """Return the step that begins with a text, and the steps below it."""
    (found,) = [step for text, step in steps.items() if text.startswith(start)]
    return found.text, [one.text for one in found.steps]


def test_broken_criterion_is_named() -> None:
    """The criterion of a gate stands in its fault, and the value that broke it."""
    text, below = texts(told(), "A criterion of exit")
    assert "Cheap enough" in text
    assert "“Discount”: 20%" in below


def test_who_may_move_is_named() -> None:
    """A move by the wrong role says whose it is."""
    _, below = texts(told(), "Somebody made the move")
    assert ["Who may: Manager, Head"] == below[-1:]


@pytest.mark.parametrize(
    ("moment", "actor", "expected"),
    [
        ("03-02 11:00", "bob", "Approved by bob, Manager, who may grant up to 15%"),
        ("03-02 11:00", "ann", "Approved by ann, who may not grant it"),
        (
            "03-02 10:10",
            "eve",
            "Approved by eve on March 2, 2026 10:10, before the value was set",
        ),
    ],
)
def test_approval_that_does_not_suffice(moment: str, actor: str, expected: str) -> None:
    """Who approved a value in vain is named with the reason, and who may do so."""
    row = happened(moment, "document", "request", state="approved", actor=actor)
    _, below = texts(told(row), "Discount: 20%")
    assert [expected, "Who may: Head"] == below[-2:]


def test_missed_goal_is_said() -> None:
    """A stage that was left in time and after its goal says both."""
    text, _ = texts(told(), "New")
    assert "New: kept, later than the goal" == text


@pytest.mark.parametrize(
    ("language", "missed"), [("ru", "не достигнуто"), ("en", "missed")]
)
def test_goals_have_words_of_their_own(language: Language, missed: str) -> None:
    """A goal that is missed is missed; no status of it speaks of a deal."""
    words = words_of(language)
    statuses = get_args(get_type_hints(Progress)["status"])
    said = {one: words.named("progress", one) or one for one in statuses}
    assert missed == said["missed"]
    assert [] == [text for text in said.values() if "deal" in text or "сделка" in text]
