"""From a dict to a regulation and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from salesreg.convert.plain import is_list, is_mapping
from salesreg.convert.structure import structure
from salesreg.convert.unstructure import plain, unstructure
from salesreg.errors import (
    InvalidValue,
    LoadError,
    Problem,
    ProblemGroup,
    parts_of,
    pointer,
)
from salesreg.io.limits import DEEPEST, MOST_VALUES, TOO_LARGE, too_deep
from salesreg.io.migrations import FORMAT, FormatError, upgrade
from salesreg.model.regulation import Regulation
from salesreg.paths.tree import walk
from salesreg.shapes import Record, Union, is_items, wrong_type


def from_dict(data: object) -> Regulation:
    """Return the regulation that a dict says.

    Raises:
        LoadError: With every problem, each at its JSON Pointer.

    >>> reg = from_dict({"format": "salesreg/1", "key": "b2b", "title": "B2B sales"})
    >>> reg.title
    'B2B sales'
    """
    if not is_mapping(data):
        raise LoadError([wrong_type("a mapping (Regulation)", data)])
    if problem := too_much(data):
        raise LoadError([problem])
    try:
        fields, problems = upgrade(dict(data))
    except FormatError as error:
        raise LoadError([error.problem]) from None
    try:
        made = structure(Regulation, fields)
    except ProblemGroup as group:
        raise LoadError([*problems, *group.problems]) from None
    if problems:
        raise LoadError(problems)
    return made


def to_dict(regulation: Regulation) -> dict[str, object]:
    """Return the dict form: plain data, keys in model order, defaults left out.

    Raises:
        InvalidValue: It holds what `from_dict` would not read back: an amount
            that was never rounded, conditions without end.

    >>> to_dict(Regulation(key="b2b", title="B2B sales"))
    {'format': 'salesreg/1', 'key': 'b2b', 'title': 'B2B sales'}
    """
    try:
        made = {"format": FORMAT, **unstructure(regulation)}
    except InvalidValue:
        raise InvalidValue(_unwritable(regulation)) from None
    except RecursionError:
        raise InvalidValue([too_deep("")]) from None
    if problem := too_much(made):
        raise InvalidValue([problem])
    return made


def _unwritable(regulation: Regulation) -> Iterator[Problem]:
    """Yield the problem of each value that cannot be written, with its path."""
    for spot in walk(regulation):
        if not is_items(spot.value) and not isinstance(spot.shape, Record | Union):
            try:
                plain(spot.value)
            except InvalidValue as error:
                path = parts_of(spot.pointer)
                yield from (problem.under(*path) for problem in error.problems)


def too_much(data: object) -> Problem | None:
    """Return the problem of data that is nested too deep or is without end, or None."""
    level: list[object] = [data]
    seen = 0
    for _ in range(DEEPEST):
        below = (
            child
            for value in level
            for child in _below(value)
            if type(child) not in _LEAVES
        )
        # A list of a thousand times itself must not be followed to its end.
        level = list(islice(below, MOST_VALUES + 1))
        seen += len(level)
        if not level:
            return None
        if seen > MOST_VALUES:
            return TOO_LARGE
    return too_deep(_deep(data))


def _below(value: object) -> Iterable[object]:
    if is_mapping(value):
        return value.values()
    return value if is_list(value) else ()


_LEAVES = {str, int, bool, float, type(None)}


def _deep(data: object) -> str:
    """Return the pointer to a value that is too deep: down the first way there."""
    stack: list[tuple[str, int, object]] = [("", 0, data)]
    while stack:
        path, depth, value = stack.pop()
        if depth > DEEPEST:
            return path
        items: Iterable[tuple[object, object]] = ()
        if is_mapping(value):
            items = value.items()
        elif is_list(value):
            items = enumerate(value)
        below = [(path + pointer(str(key)), depth + 1, child) for key, child in items]
        stack.extend(reversed(below))
    return ""
