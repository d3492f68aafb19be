"""Values of the tree: each stands at a place of the regulation, and once."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings

import salesreg as sr
from salesreg.document.content import lines_of, values_in, values_of
from salesreg.document.text import unvalued, visible
from salesreg.model.regulation import Language, Regulation
from salesreg.paths.tree import walk
from salesreg.testing import regulations
from salesreg.values.amounts import Money, Percent
from salesreg.values.times import Duration

FRONT = ("/revision", "/organisation")


@given(regulations())
@settings(max_examples=40, deadline=None)
def test_each_value_stands_at_a_place_and_once(regulation: Regulation) -> None:
    """Every value has a pointer that leads somewhere, and the body says it once."""
    document = regulation.document
    found = list(values_of(document))
    for value in found:
        regulation.at(value.pointer)
        assert [] == list(values_in(value.content))
    places = Counter((value.pointer, value.part) for value in found)
    twice = {pointer for (pointer, _), times in places.items() if times > 1}
    # What the first page says of the edition, a clause says again.
    assert [] == [path for path in twice if not path.startswith(FRONT)]


@given(regulations())
@settings(max_examples=20, deadline=None)
def test_values_change_no_word(regulation: Regulation) -> None:
    """Content without its values reads as it does with them."""
    for line in lines_of(regulation.document):
        assert visible(line) == visible(unvalued(line))
        assert [] == list(values_in(unvalued(line)))


@pytest.mark.parametrize("name", ["article", "b2b"])
@pytest.mark.parametrize("language", ["ru", "en"])
def test_what_people_edit_is_a_value(name: str, language: Language) -> None:
    """Money, percentages, durations, titles and texts that are shown are values."""
    regulation = sr.templates.get(name, language=language)
    document = regulation.document
    found = {value.pointer for value in values_of(document)}
    left = [
        spot.pointer
        for spot in walk(regulation)
        if isinstance(spot.value, Money | Percent | Duration)
        or spot.pointer.rpartition("/")[2] in {"title", "text"}
        if spot.pointer not in found
    ]
    assert [] == left
