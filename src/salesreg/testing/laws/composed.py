"""Laws of layers: what a regulation is that is composed of a base and layers.

For a regulation b and layers x, y: b + x is the regulation b with x laid over it, or
what is wrong with that; 0 is a layer that says nothing; r = s says that two
regulations are equal, and that the same is wrong.
"""

from __future__ import annotations

import itertools

from attrs import evolve

from salesreg.compare.diff import diff
from salesreg.errors import Problem
from salesreg.layers.between import layer_from_diff
from salesreg.layers.composing import ComposeError, compose
from salesreg.layers.layer import Layer, layer
from salesreg.layers.places import Names
from salesreg.layers.reading import layer_from_dict
from salesreg.layers.statement import END, Statement
from salesreg.model.regulation import Regulation
from salesreg.paths.keyed import unkeyed
from salesreg.paths.tree import at, walk
from salesreg.testing.laws.same import holds, same

Outcome = Regulation | frozenset[Problem]
"""What composing gives: a regulation, or what is wrong."""


def outcome(base: Regulation, *layers: Layer) -> Outcome:
    """Return what composing gives."""
    try:
        return compose(base, *layers)
    except ComposeError as error:
        return frozenset(error.problems)


def compose_keeps_the_base(base: Regulation) -> None:
    """For all b in R: b = b + 0, and b by itself is b."""
    same("b with nothing over it is not b", base, compose(base))
    same("b + 0 is not b", base, compose(base, layer("nothing")))


def compose_associates(base: Regulation, *layers: Layer) -> None:
    """For all b, x, y where b + x is a regulation: (b + x) + y = b + (x, y).

    The explanations are the same, too.
    """
    whole = outcome(base, *layers)
    for place in range(1, len(layers)):
        below = outcome(base, *layers[:place])
        if isinstance(below, Regulation):
            stepwise = outcome(below, *layers[place:])
            same("(b + x) + y is not b + (x, y)", whole, stepwise)
            if isinstance(whole, Regulation) and isinstance(stepwise, Regulation):
                same("it is explained otherwise", _told(whole), _told(stepwise))


def order_of_layers_says_nothing(base: Regulation, *layers: Layer) -> None:
    """For all b, x, y where no two override: b + (x, y) = b + (y, x).

    So a conflict is one from both sides.
    """
    wanted = outcome(base, *layers)
    for order in itertools.permutations(layers):
        same("b + (x, y) is not b + (y, x)", wanted, outcome(base, *order))


def layer_comes_back(base: Regulation, one: Layer) -> None:
    """For all b, x where b + x is a regulation, with x' = diff(b, b + x) as a layer.

    b + x' = b + x; x' is a layer of its own diff; what x' says is about places that x
    is about; and x is what its dict says.
    """
    same("the dict of a layer says another", one, layer_from_dict(one.to_dict()))
    made = compose(base, one)
    back = layer_from_diff(diff(base, made), one.key, title=one.title)
    same("b + x' is not b + x", made, compose(base, back))
    again = layer_from_diff(diff(base, compose(base, back)), one.key, title=one.title)
    same("x' is not the layer of its own diff", back, again)
    places = [_place(said.path) for said in one.statements]
    for said in back.statements:
        path = _place(said.path)
        near = any(_inside(path, own) or _inside(own, path) for own in places)
        holds(f"{said.path} is changed, and the layer says nothing of it", near)


def override_holds(base: Regulation, one: Layer) -> None:
    """For all b, x, with y overriding what x says by what b has: b + (x, y) = b + z.

    z is what else x does: it adds to the end of lists without keys, and moves.
    """
    names = Names(base)
    undone = [said for said in one.statements if not _stays(said)]
    undoing = tuple(
        Statement("override", "undo", said.path, _in(base, names.path(said.path)))
        for said in undone
    )
    rest = tuple(said for said in one.statements if _stays(said))
    wanted = outcome(base, evolve(one, statements=rest))
    for order in itertools.permutations((one, Layer("undo", statements=undoing))):
        same("what overrides does not hold", wanted, outcome(base, *order))


def _stays(said: Statement) -> bool:
    return said.verb == "move" or said.path.endswith(f"/{END}")


def _in(base: Regulation, path: str) -> object:
    real = unkeyed(base, path)
    value = at(base, real) if real else None
    return None if value == () else value


def layers_are_named(base: Regulation, *layers: Layer) -> None:
    """For all b, x and paths p of b + x: explain(p) gives the value and its source.

    For what differs from b, a layer is named.
    """
    made = compose(base, *layers)
    keys = {one.key for one in layers}
    for spot in walk(made):
        told = made.explain(spot.pointer)
        same(f"the value at {spot.pointer}", spot.value, told.value)
        holds(f"{told.layer} is no layer", told.layer in {*keys, base.key})
    for change in diff(base, made):
        told = made.explain(change.path)
        named = {told.layer, *told.layers} & keys
        holds(f"nobody is named for {change.path}", bool(named))


def _told(regulation: Regulation) -> dict[str, str]:
    return {
        spot.pointer: str(regulation.explain(spot.pointer)) for spot in walk(regulation)
    }


def _place(path: str) -> str:
    return path.removesuffix("/-")


def _inside(path: str, above: str) -> bool:
    return f"{path}/".startswith(f"{above}/")
