"""Clause numbers and the index of keys."""

from __future__ import annotations

import pytest

from salesreg.errors import InvalidValue
from salesreg.model.conduct import Prohibition
from salesreg.model.people import Duty, Role
from salesreg.model.process import Branch, Procedure, Stage, Step, Transition
from salesreg.model.regulation import Regulation
from salesreg.paths.index import Use, index_of
from salesreg.paths.outline import outline_of

REGULATION = Regulation(
    key="r",
    title="R",
    roles=(
        Role(key="a", title="A", duties=(Duty(text="calls"),), headcount=2),
        Role(key="b", title="B", reports_to="nobody"),
    ),
    stages=(Stage(key="s", title="S", owner="a", transitions=(Transition(to="s"),)),),
    procedures=(
        Procedure(
            key="p",
            title="P",
            steps=(
                Step(key="one", title="One", branches=(Branch(to="two"),)),
                Step(key="two", title="Two", after=("three",)),
            ),
        ),
    ),
    prohibitions=(Prohibition(key="x", text="No."), Prohibition(key="x", text="No!")),
)


def test_numbers() -> None:
    """Numbers run through chapters, items and clauses; empty parts have none."""
    outline = outline_of(REGULATION)
    expected = {
        "1": "",
        "1.1": "/roles/0",
        "1.1.1": "/roles/0",
        "1.1.2": "/roles/0",
        "1.2": "/roles/1",
        "1.2.1": "/roles/1",
        "2": "",
        "2.1": "/stages/0",
        "2.1.1": "/stages/0",
        "2.1.2": "/stages/0",
        "3": "",
        "3.1": "/procedures/0",
        "3.1.1": "/procedures/0",
        "4": "",
        "4.1": "/prohibitions",
        "4.1.1": "/prohibitions/0",
        "4.1.2": "/prohibitions/1",
    }
    assert expected == {n: entry.pointer for n, entry in outline.by_number.items()}


@pytest.mark.parametrize(
    ("path", "number"),
    [
        ("/roles/0/duties/0/text", "1.1.1"),
        ("/roles/0/headcount", "1.1.2"),
        ("/roles/0/title", "1.1"),
        ("/stages/0/transitions/0/to", "2.1.2"),
        ("/prohibitions/1/text", "4.1.2"),
        ("/roles", "1"),
        ("/stages", "2"),
    ],
)
def test_find(path: str, number: str) -> None:
    """The clause of a place is the innermost one that states it."""
    entry = outline_of(REGULATION).find(path)
    assert entry is not None
    assert number == entry.number


def test_nothing_states_the_key() -> None:
    """A place outside every clause has no clause."""
    assert outline_of(REGULATION).find("/key") is None


def test_anchors_are_unique() -> None:
    """Two things with one key still have anchors of their own."""
    anchors = [entry.anchor for entry in outline_of(REGULATION).by_number.values()]
    assert sorted(set(anchors)) == sorted(anchors)


def test_anchors_survive_reordering() -> None:
    """An anchor is made of keys, so it stays when items change places."""
    turned = Regulation(key="r", title="R", roles=REGULATION.roles[::-1])
    entry = outline_of(turned).find("/roles/1/duties")
    assert entry is not None
    assert "roles.a.duties" == entry.anchor


def test_unknown_number() -> None:
    """A number that no clause has is an error that says so."""
    with pytest.raises(InvalidValue, match=r"there is no clause '9\.9'"):
        outline_of(REGULATION).entry("9.9")


def test_missing_references() -> None:
    """References to nothing are found; steps are looked up in their procedure."""
    expected = (
        Use("/roles/1/reports_to", "Role", "nobody"),
        Use("/procedures/0/steps/1/after/0", "Step", "three", "/procedures/0"),
    )
    assert expected == index_of(REGULATION).missing()


def test_find_by_key() -> None:
    """A key of a class gives its thing and its place."""
    index = index_of(REGULATION)
    assert REGULATION.stages[0] == index.find("Stage", "s")
    assert "/procedures/0/steps/1" == index.pointer_of("Step", "two", "/procedures/0")
    assert index.find("Step", "two") is None
