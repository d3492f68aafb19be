"""Walking, reading and replacing at a JSON Pointer."""

from __future__ import annotations

import pytest

from salesreg.errors import InvalidValue
from salesreg.model.people import Duty, Role
from salesreg.model.regulation import Regulation
from salesreg.paths.tree import at, replace, walk

REGULATION = Regulation(
    key="r",
    title="R",
    roles=(Role(key="a", title="A", duties=(Duty(text="calls"), Duty(text="writes"))),),
)


def test_walk_visits_in_model_order() -> None:
    """The walk gives parents before children, in the order of the model."""
    expected = [
        "",
        "/key",
        "/title",
        "/roles",
        "/roles/0",
        "/roles/0/key",
        "/roles/0/title",
        "/roles/0/duties",
        "/roles/0/duties/0",
        "/roles/0/duties/0/text",
        "/roles/0/duties/1",
        "/roles/0/duties/1/text",
    ]
    assert expected == [spot.pointer for spot in walk(REGULATION)]


def test_at_returns_what_walk_met() -> None:
    """Reading at each pointer of the walk gives the value that was met there."""
    for spot in walk(REGULATION):
        assert spot.value == at(REGULATION, spot.pointer)


def test_replace_changes_one_place() -> None:
    """Replacing gives a regulation that differs in that place only."""
    changed = replace(REGULATION, "/roles/0/duties/1/text", "reads")
    assert "reads" == at(changed, "/roles/0/duties/1/text")
    assert REGULATION == replace(changed, "/roles/0/duties/1/text", "writes")


def test_replace_validates() -> None:
    """A value that does not fit its field is refused."""
    with pytest.raises(InvalidValue, match=r"Role.title must be a text"):
        replace(REGULATION, "/roles/0/title", 5)


@pytest.mark.parametrize("path", ["/nothing", "/roles/7", "/roles/x", "/title/0"])
def test_no_such_place(path: str) -> None:
    """A pointer to nothing is an error that names the part not found."""
    with pytest.raises(InvalidValue, match="there is nothing at"):
        at(REGULATION, path)
