"""Layers: the laws that hold for every regulation and what is laid over it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings

from salesreg.compare.diff import diff
from salesreg.layers.between import layer_from_diff
from salesreg.model.regulation import Regulation
from salesreg.testing import editions, laws, layered
from salesreg.testing.laws.composed import outcome
from salesreg.testing.layers import Layered

OF_SEVERAL = [
    laws.compose_associates,
    laws.order_of_layers_says_nothing,
    laws.layers_are_named,
]
ALSO_IN_CONFLICT = OF_SEVERAL[:2]


@pytest.mark.parametrize("law", OF_SEVERAL)
def test_layers_apart(law: Callable[..., None]) -> None:
    """Layers about different places go together, in any order, step by step."""

    @settings(max_examples=60)
    @given(layered(3))
    def check(held: Layered) -> None:
        base, layers = held
        assert isinstance(outcome(base, *layers), Regulation)
        law(base, *layers)

    check()


@pytest.mark.parametrize("law", ALSO_IN_CONFLICT)
def test_layers_in_conflict(law: Callable[..., None]) -> None:
    """What is wrong between layers is the same from each side."""

    @settings(max_examples=100)
    @given(layered(2, apart=False))
    def check(held: Layered) -> None:
        base, layers = held
        law(base, *layers)

    check()


@pytest.mark.parametrize("law", [laws.layer_comes_back, laws.override_holds])
def test_laws_of_one(law: Callable[..., None]) -> None:
    """What a layer made is a layer again, and can be overridden."""

    @settings(max_examples=100)
    @given(layered())
    def check(held: Layered) -> None:
        base, (layer,) = held
        law(base, layer)

    check()


@settings(max_examples=100)
@given(editions(2))
def test_every_diff_is_a_layer(pair: tuple[Regulation, Regulation]) -> None:
    """A layer leads from any regulation to any other, unless references dangle."""
    old, new = pair
    layer = layer_from_diff(diff(old, new), "new")
    if layer.problems():
        # Two things with one key came where there was none.
        assert {"said-twice"} == {problem.code for problem in layer.problems()}
        return
    made = outcome(old, layer)
    if isinstance(made, Regulation):
        assert new == made
    else:
        assert {"still-named"} == {problem.code for problem in made}


def test_conflicts_are_drawn() -> None:
    """The strategy gives layers that go together and layers that do not."""
    seen: set[bool] = set()

    @settings(max_examples=100)
    @given(layered(2, apart=False))
    def look(held: Layered) -> None:
        base, layers = held
        seen.add(isinstance(outcome(base, *layers), Regulation))

    look()
    assert {True, False} == seen
