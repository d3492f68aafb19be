"""The reference page of clause kinds has all of them, each with code that runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import salesreg as sr
from salesreg.document.render import render
from tests.classes import reachable

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "clause-kinds.md"
KIND = re.compile(r"## (C\d\d) .+\n\n(`.+`)\n\n```python\n((?:.|\n)+?)```")
KINDS = {
    found[1]: (found[2], found[3]) for found in KIND.finditer(PAGE.read_text("utf-8"))
}


def test_all_kinds_are_there() -> None:
    """The page has the fifty-eight kinds, in order, without a gap."""
    assert [f"C{number:02d}" for number in range(1, 59)] == list(KINDS)


@pytest.mark.parametrize("code", KINDS)
def test_types_exist(code: str) -> None:
    """Each type that the page names is public, and each field that it names exists."""
    for name in re.findall(r"`(.+?)`", KINDS[code][0]):
        cls, _, field = name.partition(".")
        made = getattr(sr, cls)
        assert not field or field in {part.name for part in made.__attrs_attrs__}


@pytest.mark.parametrize("code", KINDS)
def test_example_is_typed_data(code: str) -> None:
    """Each example builds, holds the types it stands for, and prints as clauses."""
    space: dict[str, object] = {"sr": sr}
    exec(KINDS[code][1], space)
    part = space[code.lower()]
    assert isinstance(part, sr.Part)
    regulation = sr.regulation("page", title="Page", language="en").add(part).build()
    assert regulation == sr.from_dict(regulation.to_dict())
    document = render(regulation)
    # An acknowledgement is a sheet at the end, an annex likewise.
    assert document.sections or document.annexes


def test_types_of_the_page_are_the_model() -> None:
    """Every top-level collection of a regulation is used by some example."""
    used = set()
    for _, code in KINDS.values():
        used |= set(re.findall(r"\.([a-z_]+)\(", code))
    missing = {name for name in steps() if name not in used}
    assert {
        "activity",
        "calendar",
        "earlier_revision",
        "feedback",
        "goal",
        "organisation",
        "price",
        "procedure",
        "product",
        "responsibility",
        "strategy",
        "unit",
    } >= missing
    assert reachable(sr.Regulation)


def steps() -> list[str]:
    """Return the names of the builder's steps."""
    from salesreg.build._steps import Steps

    return [name for name in vars(Steps) if not name.startswith("_")]
