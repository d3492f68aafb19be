"""Edits: a regulation with other values at some places, written as plain data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeGuard

from salesreg._text import did_you_mean
from salesreg.convert.plain import is_list
from salesreg.convert.unstructure import plain
from salesreg.errors import InvalidValue, Problem, parts_of
from salesreg.io.dicts import from_dict, to_dict
from salesreg.model.regulation import Regulation
from salesreg.shapes import Maybe, Record, Sequence, Shape, Union, fields_of


def edited(regulation: Regulation, edits: Mapping[str, object]) -> Regulation:
    """Return a regulation with other values at some places.

    Args:
        regulation: The regulation.
        edits: Values by JSON Pointer, as the dict form has them or as objects of
            the model; keys may stand in place of positions. None takes away what
            is there; a mapping under a key that a list does not have is added to
            it at the end. They are made one after another.

    Raises:
        InvalidValue: A path leads nowhere; with every such path.
        LoadError: What results is no regulation; with every problem.

    >>> reg = from_dict({"format": "salesreg/1", "key": "r", "title": "R"})
    >>> made = edited(reg, {"/roles/head": {"title": "Head of sales"}})
    >>> edited(made, {"/roles/head/headcount": 2}).roles[0].headcount
    2
    """
    data = to_dict(regulation)
    problems: list[Problem] = []
    for path, value in edits.items():
        try:
            _set(data, path, plain(value))
        except InvalidValue as error:
            problems += error.problems
    if problems:
        raise InvalidValue(problems)
    return from_dict(data)


def _set(data: object, path: str, value: object) -> None:
    if not path.startswith("/"):
        raise _nowhere(path, path, [f"/{name}" for name in fields_of(Regulation)])
    *way, last = parts_of(path)
    holder, shape = data, _root()
    for part in way:
        holder, shape = _step(holder, shape, part, path)
    if _is_object(holder):
        if value is not None:
            holder[last] = value
        elif holder.pop(last, None) is None:
            raise _nowhere(path, last, holder)
    elif is_list(holder):
        _set_item(holder, last, value, path)
    else:
        raise _nowhere(path, last)


def _step(
    holder: object, shape: Shape | None, part: str, path: str
) -> tuple[object, Shape | None]:
    """Return what a part of a path leads to, and what it must be."""
    if is_list(holder):
        place = _place(holder, part)
        if place is None:
            raise _nowhere(path, part, _keys(holder))
        return holder[place], shape.item if isinstance(shape, Sequence) else None
    if not _is_object(holder):
        raise _nowhere(path, part)
    fields = _fields(shape)
    inner = fields.get(part)
    if part not in holder:
        if inner is None:
            raise _nowhere(path, part, fields)
        # What holds its default is not in the dict form yet.
        holder[part] = [] if isinstance(inner, Sequence) else {}
    return holder[part], inner


def _fields(shape: Shape | None) -> Mapping[str, Shape]:
    types = [shape.type] if isinstance(shape, Record) else []
    if isinstance(shape, Union):
        types = [member.type for member in shape.members]
    return {
        name: field.shape.item if isinstance(field.shape, Maybe) else field.shape
        for cls in types
        for name, field in fields_of(cls).items()
    }


def _set_item(items: list[object], part: str, value: object, path: str) -> None:
    place = _place(items, part)
    if value is None and place is not None:
        del items[place]
    elif place is not None:
        items[place] = value
    elif _is_object(value):
        items.append({"key": part, **value})
    else:
        raise _nowhere(path, part, _keys(items))


def _place(items: list[object], part: str) -> int | None:
    """Return the position of the item that a key or a position means, or None."""
    keys = _keys(items)
    if part in keys:
        return keys.index(part)
    return int(part) if part.isdecimal() and int(part) < len(items) else None


def _keys(items: list[object]) -> list[str]:
    return [str(item.get("key", "")) if _is_object(item) else "" for item in items]


def _is_object(value: object) -> TypeGuard[dict[str, object]]:
    return isinstance(value, dict)


def _nowhere(path: str, part: str, known: Iterable[str] = ()) -> InvalidValue:
    message = f"there is nothing at {path!r} (looking for {part!r})"
    hint = did_you_mean(part, [one for one in known if one])
    return InvalidValue([Problem("no-such-path", message, path, hint=hint)])


def _root() -> Shape | None:
    return Record(Regulation)
