"""Composition: a base regulation and the layers that are laid over it."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from salesreg.errors import Problem, ProblemGroup
from salesreg.layers.composition import Composition
from salesreg.layers.deciding import Decision
from salesreg.layers.held import Held, Point
from salesreg.layers.layer import Layer
from salesreg.layers.laying import Laying
from salesreg.layers.places import Names
from salesreg.layers.referring import left_behind
from salesreg.layers.statement import Statement
from salesreg.layers.trace import Trace
from salesreg.layers.tree import tree_of
from salesreg.model.regulation import Regulation
from salesreg.shapes import Record


class ComposeError(ProblemGroup):
    """Layers do not go together, or not with the regulation under them."""


def compose(base: Regulation, *layers: Layer, name: str | None = None) -> Regulation:
    """Return a regulation with layers laid over it.

    It is a regulation like any other, equal to one that was loaded from its dict;
    `explain(path)` says which layer, file and line each value comes from, and
    findings of its checks point there.

    In which order the layers are given says nothing, except that of two layers
    that override the same place the later one holds. What layers add to one list
    stands in the order of their keys.

    Args:
        base: The regulation at the bottom; one that was composed keeps its layers.
        layers: The layers.
        name: What the whole is called where a file would be named; the name of the
            base's file when not given.

    Raises:
        ComposeError: With every problem: two layers that say different things of
            one place and do not override; a place that is not there, or is there
            already; something removed that is still referred to.

    >>> from salesreg.layers.layer import layer
    >>> base = Regulation(key="r", title="Rules")
    >>> made = compose(base, layer("north").replace("/title", "Rules of the north"))
    >>> made.title, made.explain("/title").layer
    ('Rules of the north', 'north')
    """
    held = base.origin
    below: tuple[Layer, ...] = ()
    if isinstance(held, Composition):
        base, below = held.base, held.layers
        name = name or held.name
    laid, problems = _distinct((*below, *layers))
    problems += [problem for layer in laid for problem in layer.problems()]
    if problems:
        raise ComposeError(problems)
    names = Names(base)
    rank = {layer.key: place for place, layer in enumerate(laid)}
    decision = Decision(rank)
    laying, told = Laying(names, decision), decision.told
    root = Point("", Record(Regulation))
    made = laying.lay(Held(base, Trace()), tree_of(laid, names), root)
    regulation = made.value
    assert isinstance(regulation, Regulation)
    found = told.problems or list(left_behind(base, regulation, told.gone))
    if found:
        raise ComposeError(sorted(found, key=_position))
    if regulation is base:
        regulation = attrs.evolve(base)  # type: ignore[misc]
    called = name or (base.origin.name if base.origin else base.key)
    origin = Composition(
        base, laid, called, made.trace, _by_path(decision.lost, names), names
    )
    # Not a field: two regulations are equal whatever they were composed of.
    object.__setattr__(regulation, "_origin", origin)
    return regulation


def _distinct(layers: Iterable[Layer]) -> tuple[tuple[Layer, ...], list[Problem]]:
    """Return layers without repetitions; two of one name are a problem."""
    made: dict[str, Layer] = {}
    problems: list[Problem] = []
    for layer in layers:
        if made.setdefault(layer.key, layer) != layer:
            message = f"two layers are called '{layer.key}'"
            hint = "give each layer a key of its own"
            problems.append(Problem("same-key", message, hint=hint))
    return tuple(made.values()), problems


def _by_path(
    statements: Iterable[Statement], names: Names
) -> dict[str, tuple[Statement, ...]]:
    made: dict[str, tuple[Statement, ...]] = {}
    for one in statements:
        path = names.path(one.path)
        made[path] = (*made.get(path, ()), one)
    return made


def _position(problem: Problem) -> tuple[str, int, int, str]:
    place = problem.place
    if place is None:
        return ("", 0, 0, problem.path)
    return (place.file, place.line, place.column or 0, problem.path)
