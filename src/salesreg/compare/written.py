"""The written form of changes: plain data, and the typed values read back from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from salesreg._text import did_you_mean, shown
from salesreg.compare.changes import (
    Added,
    Change,
    Changed,
    Removed,
    Renamed,
    Reordered,
)
from salesreg.compare.places import shapes_at
from salesreg.compare.senses import OPPOSITE
from salesreg.convert.plain import is_list, is_mapping
from salesreg.convert.problems import is_full
from salesreg.convert.structure import structured
from salesreg.convert.unstructure import plain
from salesreg.errors import LoadError, Problem, ProblemGroup, parts_of, pointer
from salesreg.shapes import Choice, Sequence, Shape, wrong_type

FORMAT = "salesreg-diff/1"

_KINDS: Mapping[str, type[Change]] = MappingProxyType(
    {cls.__name__.lower(): cls for cls in (Added, Removed, Changed, Renamed, Reordered)}
)
_SIDES = ("old", "new")


def written(changes: Iterable[Change]) -> dict[str, object]:
    """Return changes as plain data, with values in the dict form."""
    return {"format": FORMAT, "changes": [_data(change) for change in changes]}


def _data(change: Change) -> dict[str, object]:
    made: dict[str, object] = {"change": type(change).__name__.lower()}
    made["path"] = change.path
    for side in _sides(type(change)):
        made[side] = plain(getattr(change, side))
    if isinstance(change, Changed) and change.direction:
        made["direction"] = change.direction
    return made


def _sides(cls: type[Change]) -> tuple[str, ...]:
    return tuple(side for side in _SIDES if side in cls.__annotations__)


def read(data: object) -> tuple[Change, ...]:
    """Return the changes in plain data.

    Raises:
        LoadError: With every problem: another format, an unknown key, a place that
            no regulation has, a value that cannot stand there.
    """
    try:
        return tuple(_read(data))
    except ProblemGroup as group:
        raise LoadError(group.problems) from None


def _read(data: object) -> Iterator[Change]:
    fields = _fields(data, ("format", "changes"), "a diff")
    if fields["format"] != FORMAT:
        message = f"must be {FORMAT!r}, got {shown(fields['format'])}"
        raise ProblemGroup([Problem("unknown-format", message, "/format")])
    changes = fields["changes"]
    if not is_list(changes):
        raise ProblemGroup([wrong_type("a list", changes).under("changes")])
    problems: list[Problem] = []
    found: dict[tuple[str, bool], Change] = {}
    for place, entry in enumerate(changes):
        try:
            change = _change(entry)
            same = change.path, isinstance(change, Reordered)
        except ProblemGroup as group:
            problems += [one.under("changes", place) for one in group.problems]
            if is_full(problems):
                break
            continue
        if same in found:
            message = f"there is a change at {change.path!r} already"
            where = pointer("changes", place, "path")
            problems.append(Problem("change-twice", message, where))
        found[same] = change
    if problems:
        raise ProblemGroup(problems)
    yield from found.values()


def _change(data: object) -> Change:
    if not is_mapping(data) or "change" not in data:
        known = ", ".join(map(repr, _KINDS))
        raise ProblemGroup([wrong_type(f"a mapping with a 'change', {known}", data)])
    kind = data["change"]
    problems = Choice(options=tuple(_KINDS)).problems(kind)
    if problems:
        raise ProblemGroup(one.under("change") for one in problems)
    cls = _KINDS[str(kind)]
    needed = ("change", "path", *_sides(cls))
    more = ("direction",) if cls is Changed else ()
    fields = _fields(data, needed, f"a change {kind!r}", more)
    path = fields["path"]
    if not isinstance(path, str):
        raise ProblemGroup([wrong_type("a text", path).under("path")])
    try:
        shapes = (_KEYS,) if cls is Reordered else shapes_at(path)
    except ProblemGroup as group:
        raise ProblemGroup(one.under("path") for one in group.problems) from None
    values: dict[str, object] = {}
    for side in _sides(cls):
        try:
            values[side] = _value(shapes, fields[side])
        except ProblemGroup as group:
            problems += [one.under(side) for one in group.problems]
    if cls is Changed and fields.get("direction") is not None:
        words = Choice(options=tuple(OPPOSITE))
        told = words.problems(fields["direction"])
        problems += [one.under("direction") for one in told]
        values["direction"] = fields["direction"]
    problems += _misnamed(cls, path, values) if not problems else []
    if problems:
        raise ProblemGroup(problems)
    return cls(path, **values)  # type: ignore[arg-type]


_KEYS = Sequence(item=Shape(str))


def _value(shapes: tuple[Shape, ...], data: object) -> object:
    """Read a value as the first of some shapes that it fits."""
    failed: ProblemGroup | None = None
    for shape in shapes:
        try:
            return structured(shape, data)
        except ProblemGroup as group:
            failed = failed or group
    assert failed is not None
    raise failed


def _misnamed(
    cls: type[Change], path: str, values: Mapping[str, object]
) -> Iterator[Problem]:
    """Yield what is wrong with the names of things that come, go or are renamed."""
    if cls not in {Added, Removed, Renamed}:
        return
    name = parts_of(path)[-1:]
    for side, thing in values.items():
        key = getattr(thing, "key", None)
        if not name or key is None:
            yield Problem("wrong-type", "only things with a key come and go", "/path")
        elif (key,) != name and not (cls is Renamed and side == "new"):
            message = f"the thing at {path!r} has the key {key!r}"
            yield Problem("other-key", message, pointer(side, "key"))


def _fields(
    data: object, needed: tuple[str, ...], what: str, more: tuple[str, ...] = ()
) -> Mapping[str, object]:
    if not is_mapping(data):
        raise ProblemGroup([wrong_type(f"a mapping ({what})", data)])
    known = (*needed, *more)
    problems = [
        Problem(
            "unknown-field",
            f"unknown field {shown(name)} in {what}",
            pointer(str(name)),
            hint=did_you_mean(str(name), known),
        )
        for name in data
        if name not in known
    ]
    problems += [
        Problem("missing-field", f"needs a field '{name}' ({what})")
        for name in needed
        if name not in data
    ]
    if problems:
        raise ProblemGroup(problems)
    return data
