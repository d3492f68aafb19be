"""From a verb, a path and what was written to what is said of which places.

Values are read against the model alone, so a layer with a misspelt field or a
number for a text is refused before it is laid over any regulation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple, NoReturn

import attrs

from salesreg._text import did_you_mean, shown
from salesreg.convert.plain import is_list, is_mapping
from salesreg.convert.structure import Adapt, structured
from salesreg.errors import InvalidValue, Problem, ProblemGroup, parts_of, pointer
from salesreg.layers.adjustment import Adjustment
from salesreg.layers.statement import END, Beside, Verb
from salesreg.layers.target import Target, is_item, is_keyed, targets_of
from salesreg.shapes import Sequence, Shape, wrong_type


class Spoken(NamedTuple):
    """One thing that is said.

    Attributes:
        path: Of which place.
        value: What; see `Statement`.
        below: JSON Pointer to it in what was written.
    """

    path: str
    value: object
    below: str = ""


def spoken(
    verb: Verb, path: str, written: object, adapt: Adapt | None = None
) -> tuple[Spoken, ...]:
    """Return what is said with a verb of a path; adding to a list may be many things.

    Args:
        verb: The verb.
        path: The path.
        written: What stands behind it: plain data, or with `adapt` what a person
            may write in Python.
        adapt: As `structure` takes it.

    Raises:
        ProblemGroup: With every problem, each at its path below `written`.
    """
    targets = targets_of(path)
    return tuple(_READERS[verb](path, targets, written, adapt))


def _add(
    path: str, targets: tuple[Target, ...], written: object, adapt: Adapt | None
) -> Iterator[Spoken]:
    lists = [one.shape for one in targets if isinstance(one.shape, Sequence)]
    if lists:
        yield from _items(path, lists[0], written, adapt)
    elif is_item(targets):
        yield _item(path, targets, written, adapt)
    elif fields := tuple(one for one in targets if one.field):
        _refuse_key(path)
        yield Spoken(path, _read(fields, written, adapt))
    else:
        message = "items without keys are added at the end of their list"
        hint = f"add them to {path.rpartition('/')[0]}"
        raise ProblemGroup([Problem("no-key", message, hint=hint)])


def _items(
    path: str, shape: Sequence, written: object, adapt: Adapt | None
) -> Iterator[Spoken]:
    given = written if adapt is None else adapt(shape, written)
    if not is_list(given):
        raise ProblemGroup([wrong_type("a list", given, "put it in a list")])
    keyed = is_keyed(shape.item)
    problems: list[Problem] = []
    for place, one in enumerate(given):
        try:
            item = structured(shape.item, one, adapt)
        except ProblemGroup as group:
            problems += [problem.under(place) for problem in group.problems]
            continue
        name = str(getattr(item, "key", END)) if keyed else END
        yield Spoken(path + pointer(name), item, pointer(place))
    if problems:
        raise ProblemGroup(problems)


def _item(
    path: str, targets: tuple[Target, ...], written: object, adapt: Adapt | None
) -> Spoken:
    key = parts_of(path)[-1]
    given = {"key": key, **written} if is_mapping(written) else written
    item = _read(targets, given, adapt)
    if getattr(item, "key", None) != key:
        message = f"has the key '{getattr(item, 'key', None)}', and the path '{key}'"
        raise ProblemGroup([Problem("other-key", message, hint="write the key once")])
    return Spoken(path, item)


def _replace(
    path: str, targets: tuple[Target, ...], written: object, adapt: Adapt | None
) -> Iterator[Spoken]:
    _refuse_key(path)
    if written is None:
        message = "needs a value"
        raise ProblemGroup([Problem("no-value", message, hint="or remove it")])
    yield Spoken(path, _whole(path, targets, written, adapt))


def _override(
    path: str, targets: tuple[Target, ...], written: object, adapt: Adapt | None
) -> Iterator[Spoken]:
    _refuse_key(path)
    if written is None:
        yield Spoken(path, None)
    else:
        yield Spoken(path, _whole(path, targets, written, adapt))


def _whole(
    path: str, targets: tuple[Target, ...], written: object, adapt: Adapt | None
) -> object:
    if is_item(targets):
        return _item(path, targets, written, adapt).value
    return _read(targets, written, adapt)


def _remove(
    path: str, targets: tuple[Target, ...], written: object, adapt: Adapt | None
) -> Iterator[Spoken]:
    for field in (target.field for target in targets):
        if field is None or not field.required:
            yield Spoken(path, None)
            return
    message = f"cannot be without '{parts_of(path)[-1]}'"
    hint = "replace it, or remove what holds it"
    raise ProblemGroup([Problem("required", message, hint=hint)])


def _adjust(
    path: str, targets: tuple[Target, ...], written: object, adapt: Adapt | None
) -> Iterator[Spoken]:
    yield Spoken(path, Adjustment.parse(written))


def _move(
    path: str, targets: tuple[Target, ...], written: object, adapt: Adapt | None
) -> Iterator[Spoken]:
    if not is_item(targets):
        message = "only what has a key in a list can be moved"
        raise ProblemGroup([Problem("no-key", message)])
    if not is_mapping(written) or len(written) != 1:
        expected = "a mapping with 'after' or 'before' and the key of another item"
        raise ProblemGroup([wrong_type(expected, written)])
    ((side, key),) = written.items()
    if side not in {"after", "before"}:
        message = f"unknown field {shown(side)}; an item moves 'after' or 'before'"
        hint = did_you_mean(str(side), ("after", "before"))
        raise ProblemGroup(
            [Problem("unknown-field", message, pointer(side), hint=hint)]
        )
    if not isinstance(key, str):
        raise ProblemGroup([wrong_type("the key of an item", key).under(side)])
    if key == parts_of(path)[-1]:
        message = "an item cannot move beside itself"
        raise ProblemGroup([Problem("bad-value", message, pointer(side))])
    yield Spoken(path, Beside("after" if side == "after" else "before", key))


_READERS: Mapping[
    Verb,
    Callable[[str, tuple[Target, ...], object, Adapt | None], Iterator[Spoken]],
] = MappingProxyType(
    {
        "add": _add,
        "replace": _replace,
        "remove": _remove,
        "adjust": _adjust,
        "override": _override,
        "move": _move,
    }
)


def _read(targets: tuple[Target, ...], written: object, adapt: Adapt | None) -> object:
    """Read a value as the first of what may stand there and takes it."""
    problems: tuple[Problem, ...] = ()
    for target in targets:
        try:
            return structured(target.shape, written, adapt)
        except ProblemGroup as group:
            problems = problems or group.problems
    raise ProblemGroup(problems)


def fitting(shape: Shape, value: object) -> object:
    """Return a value that was read for one shape as another one takes it.

    Raises:
        ProblemGroup: It does not fit.
    """
    problems = shape.problems(value)
    if problems:
        raise ProblemGroup(problems)
    return value


def _refuse_key(path: str) -> None:
    """Refuse another key for an item; the key of the regulation is its name."""
    parts = parts_of(path)
    if parts[-1] == "key" and len(parts) > 1:
        _new_key(path)


def _new_key(path: str) -> NoReturn:
    message = "the key of an item is what it is known by, and does not change"
    hint = f"remove {path.rpartition('/')[0]} and add the item with another key"
    raise InvalidValue([attrs.evolve(Problem("new-key", message), hint=hint)])
