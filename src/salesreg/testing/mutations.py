"""Mutations: a valid dict with one place changed, to test what refuses dicts.

>>> from hypothesis import find
>>> valid = {"format": "salesreg/1", "key": "b2b", "title": "B2B"}
>>> find(mutated(valid), lambda data: isinstance(data.get("title"), bool))["title"]
True
"""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from typing import TypeGuard

from hypothesis import strategies as st

from salesreg.convert.plain import is_list

Place = tuple[str | int, ...]
Data = dict[str, object]

NEAR = (
    "", " ", "\n", "x", "X", "-", "#", "a" * 64, "a" * 65, "я", "x" * 300, "x" * 301,
    "x\n", "x\ty", "x\u2028y", "\u200b", "\u2060", "x\x07", "x\x85", "x\r\n", "\ud800",
    "0", "-0", "1", "1.", ".5", "1e3",
    "+1", "01", "1,5", "1.1234567890", "9" * 15, "9" * 16,
    "٣", "1 000", "1\u202f000", "1  000", "10 00", "NaN", "inf", "-1", "-0.0001",
    "0%", "-0%", "100%", "100.0%", "100.01%",
    "101 %", "000100%", "-1%", "1\u00a0%", "1  %",
    "0 RUB", "-0 RUB", "1 RUB", "-1 RUB", "1RUB", "1 rub", "1 XXX", "1 000 000.50 RUB",
    "12 deals", "12 Deals", "12deals", "1.5 u-1", "1 " + "d" * 32, "1 " + "d" * 33,
    "2026-02-28", "2026-02-29", "2024-02-29", "1900-02-29", "2000-02-29", "2026-2-1",
    "0000-01-01", "0001-01-01", "9999-12-31", "10000-01-01", "2026-01-01T00:00:00",
    "2026", "0000", "2026-Q1", "2026-Q5", "2026-H2", "2026-H3", "2026-00", "2026-13",
    "2026-01-01/2026-12-31", "2026-12-31/2026-01-01", "2026-01-01/2026-02-30",
    "00:00", "24:00", "24:01", "9:00",
    "09:60", "09:00:00", "09:00-18:00", "09:00–18:00",
    "09:00-09:00", "00:00-24:00", "24:00-00:00", "22:00-06:00", "09:00 - 18:00",
    "0 min", "1 min", "1 h", "1h 30 min", "1 h 30 min working", "90 minutes business",
    "1 working day", "2 business days", "1 working week", "1 week working", "3 months",
    "99999999 days", "100000000 days", "000001 day", "1 day working", "-1 day", "1.5 h",
    "RU", "ru", "RUS", "UTC", "Europe/Moscow", "europe/moscow", "Etc/GMT+3", "a/b", "%",
    "monday", "Monday", "work", "true", "null",
)  # fmt: skip
"""Texts that some field takes, or nearly takes."""

ODD: tuple[object, ...] = tuple(
    json.loads(
        "[null, true, false, 0, 1, -1, 1.5, 31, 32, 1000000, 1000000000000000000000000,"
        ' [], [null], [[]], ["x"], {}, {"kind": "x"}, {"key": "x"}, {"text": "x"},'
        ' {"format": "salesreg/1"}]'
    )
)
"""Values of every type that plain data have."""

_EDITS: tuple[Callable[[str], str], ...] = (
    lambda text: text + "\n",
    lambda text: text + " ",
    lambda text: " " + text,
    lambda text: text[1:],
    lambda text: text[:-1],
    lambda text: text * 2,
    str.upper,
    str.title,
    lambda text: text + "\x00",
    lambda text: text.replace(" ", "\u00a0"),
    lambda text: text.replace(" ", ""),
    lambda text: "-" + text,
    lambda text: text + "0",
    lambda text: text + "x",
)


def mutated(data: Data) -> st.SearchStrategy[Data]:
    """Return the strategy of copies of plain data with one place changed.

    A key goes, comes or is misspelt; a value turns into another type, into a
    text that is nearly right, or into what stands elsewhere in the data; a list
    becomes empty, longer or its own item. The copy may still be valid.
    """
    return _mutated(data)


@st.composite
def _mutated(draw: st.DrawFn, data: Data) -> Data:
    places = list(_places(data, ()))
    place = draw(st.sampled_from(places))
    changed = copy.deepcopy(data)
    if not place:
        return _with_other_keys(draw, changed)
    holder, last = _at(changed, place[:-1]), place[-1]
    change = draw(st.sampled_from(("odd", "near", "moved", "gone", "own", "own")))
    if change == "gone":
        _remove(holder, last)
        return changed
    if change == "odd":
        new = draw(st.sampled_from(ODD))
    elif change == "near":
        new = draw(st.sampled_from(NEAR))
    elif change == "moved":
        new = _at(data, draw(st.sampled_from(places)))
    else:
        new = _edited(draw, _at(data, place))
    _put(holder, last, copy.deepcopy(new))
    return changed


def _edited(draw: st.DrawFn, value: object) -> object:
    if is_data(value):
        return _with_other_keys(draw, value)
    if is_list(value):
        others: tuple[list[object], ...] = (
            [],
            [*value, *value],
            [*value, None],
            [value],
        )
        return draw(st.sampled_from(others))
    if isinstance(value, str):
        return draw(st.sampled_from(_EDITS))(value)
    return draw(st.sampled_from((str(value), [value], None)))


def _with_other_keys(draw: st.DrawFn, mapping: Data) -> Data:
    kinds = ("is", "not", "event", "in", "scale", "count", "elsewhere", 1, None)
    match draw(st.sampled_from(("gone", "unknown", "misspelt", "kind", "text"))):
        case "unknown":
            return {**mapping, "colour": "red"}
        case "kind":
            return {**mapping, "kind": draw(st.sampled_from(kinds))}
        case "text":
            return {**mapping, draw(st.sampled_from(("text", "when", "roles"))): None}
        case change:
            names = list(mapping) or ["key"]
            name = draw(st.sampled_from(names))
            rest = {key: held for key, held in mapping.items() if key != name}
            return rest if change == "gone" else {**rest, name + "s": mapping.get(name)}


def _places(value: object, place: Place) -> Iterator[Place]:
    yield place
    if is_data(value):
        for key, held in value.items():
            yield from _places(held, (*place, key))
    elif is_list(value):
        for index, held in enumerate(value):
            yield from _places(held, (*place, index))


def _at(value: object, place: Place) -> object:
    for part in place:
        if is_data(value):
            value = value[str(part)]
        elif is_list(value):
            value = value[int(part)]
    return value


def _put(holder: object, part: str | int, value: object) -> None:
    if is_data(holder):
        holder[str(part)] = value
    elif is_list(holder):
        holder[int(part)] = value


def _remove(holder: object, part: str | int) -> None:
    if is_data(holder):
        del holder[str(part)]
    elif is_list(holder):
        del holder[int(part)]


def is_data(value: object) -> TypeGuard[Data]:
    """Tell whether a value is a dict of plain data."""
    return isinstance(value, dict)
