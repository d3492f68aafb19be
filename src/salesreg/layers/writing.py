"""A layer as plain data, and as a text."""

from __future__ import annotations

from typing import cast

from salesreg.convert.plain import is_mapping
from salesreg.convert.unstructure import plain
from salesreg.errors import InvalidValue
from salesreg.layers.layer import Layer
from salesreg.layers.statement import END, FORMAT, VERBS, Beside, Statement
from salesreg.layers.target import is_item, targets_of


def layer_to_dict(layer: Layer) -> dict[str, object]:
    """Return a layer as plain data, which `layer_from_dict` reads back.

    Raises:
        InvalidValue: Something is wrong with the layer.
    """
    if problems := layer.problems():
        raise InvalidValue(problems)
    made: dict[str, object] = {"format": FORMAT, "key": layer.key}
    if layer.title is not None:
        made["title"] = layer.title
    if layer.extends:
        first, *more = layer.extends
        made["extends"] = [first, *more] if more else first
    for verb in VERBS:
        statements = tuple(one for one in layer.statements if one.verb == verb)
        if not statements:
            continue
        if verb == "remove":
            made[verb] = [one.path for one in statements]
        elif verb == "add":
            made[verb] = _additions(statements)
        else:
            made[verb] = {one.path: _written(one) for one in statements}
    return made


def _additions(statements: tuple[Statement, ...]) -> dict[str, object]:
    made: dict[str, object] = {}
    for one in statements:
        above, _, name = one.path.rpartition("/")
        if name == END or is_item(targets_of(one.path)):
            items = made.setdefault(above, [])
            cast("list[object]", items).append(plain(one.value))
        else:
            made[one.path] = plain(one.value)
    return made


def _written(statement: Statement) -> object:
    match statement.verb:
        case "adjust":
            return str(statement.value)
        case "move":
            assert isinstance(statement.value, Beside)
            return {statement.value.side: statement.value.key}
        case _:
            made = plain(statement.value)
            if is_mapping(made) and is_item(targets_of(statement.path)):
                return {name: held for name, held in made.items() if name != "key"}
            return made
