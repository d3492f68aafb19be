"""References of the templates, and how much of the model they use."""

from __future__ import annotations

import pytest

from salesreg import templates
from salesreg.paths.index import index_of
from salesreg.paths.tree import walk
from tests.classes import MODEL


def test_b2b_refers_to_nothing_undefined() -> None:
    """Every key that is named in the full regulation is defined."""
    assert () == index_of(templates.get("b2b")).missing()


def test_article_lacks_only_the_head() -> None:
    """The head of sales is the one thing the article speaks of and never defines."""
    missing = index_of(templates.get("article")).missing()
    assert {("Role", "head")} == {(use.to, use.key) for use in missing}


@pytest.mark.parametrize("name", templates.names())
def test_keys_are_unique(name: str) -> None:
    """No two things of one class share a key."""
    definitions = index_of(templates.get(name)).definitions
    assert {} == {place: d for place, d in definitions.items() if len(d) > 1}


@pytest.mark.parametrize("name", templates.names())
def test_titles_are_unique(name: str) -> None:
    """No two things of one class share a name, but for steps of procedures."""
    titles: dict[tuple[str, str], int] = {}
    for (cls, _, _), found in index_of(templates.get(name)).definitions.items():
        title = getattr(found[0].value, "title", None)
        if title is not None and cls != "Step":
            titles[cls, title] = titles.get((cls, title), 0) + 1
    assert {} == {place: count for place, count in titles.items() if count > 1}


def test_b2b_uses_the_whole_model() -> None:
    """Every class that a regulation can hold stands in the full regulation."""
    used = {type(spot.value).__name__ for spot in walk(templates.get("b2b"))}
    # It is consistent, so nothing in it has to be waived.
    assert {"Waiver"} == set(MODEL) - used
