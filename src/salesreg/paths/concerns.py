"""What of a regulation concerns a role: its clauses, time, documents, KPI, money."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from attrs import frozen

from salesreg._text import closest
from salesreg.constraints import Refers
from salesreg.errors import InvalidValue, Problem, parts_of, pointer
from salesreg.paths.index import Index, index_from
from salesreg.paths.layout import CHAPTERS
from salesreg.paths.outline import Entry, Outline, outline_of
from salesreg.paths.relations import (
    EVERYONE,
    MEANS,
    RELATIONS,
    WHOEVER_SELLS,
    Relation,
)
from salesreg.paths.tree import Spot, walk
from salesreg.shapes import fields_of, is_items

if TYPE_CHECKING:
    from salesreg.model.regulation import Regulation


@frozen
class Concern:
    """One place of a regulation that concerns a role.

    Attributes:
        pointer: The item, or the field of one, as a JSON Pointer.
        clause: Number of what states it; empty for an annex.
        row: Which row of that clause's table it is; None when it is all of it.
        relations: How the role stands to it, in alphabetical order.
    """

    pointer: str
    clause: str
    row: int | None
    relations: tuple[Relation, ...]


def concerns_of(regulation: Regulation, key: str) -> tuple[Concern, ...]:
    """Return what concerns a role, in the order of the regulation.

    That is its own description; everything that names it, though of the
    description of another role or of another's pay only the clause; what binds
    every role; the rules of work with clients, when it has a part in that; and
    the documents, KPI, scripts, fields and tools that all these refer to.
    Signatures are not part of what is signed, nor is the number of the edition.

    Args:
        regulation: The regulation.
        key: Key of the role.

    Raises:
        InvalidValue: No role has the key.
    """
    if all(role.key != key for role in regulation.roles):
        raise InvalidValue([_unknown(regulation, key)])
    return _concerns(_View.of(regulation), key)


def concerns_by_role(regulation: Regulation) -> Mapping[str, tuple[Concern, ...]]:
    """Return what concerns each role of a regulation; see `concerns_of`."""
    view = _View.of(regulation)
    return {role.key: _concerns(view, role.key) for role in regulation.roles}


@frozen
class _View:
    """A regulation as all searches see it, read once."""

    regulation: Regulation
    spots: tuple[Spot, ...]
    outline: Outline
    means: Mapping[str, list[str]]
    """What stands at each place of those that come with what refers to them."""

    @classmethod
    def of(cls, regulation: Regulation) -> _View:
        spots = tuple(walk(regulation))
        means = _means(index_from(spots))
        return cls(regulation, spots, outline_of(regulation), means)


def _concerns(view: _View, key: str) -> tuple[Concern, ...]:
    places: dict[str, set[Relation]] = {}
    for found in (_own(view, key), _naming(view, key), _binding_all(view, key)):
        for path, relation in found:
            places.setdefault(path, set()).add(relation)
    if any(path.startswith(("/stages/", "/procedures/")) for path in places):
        for path in _held(view.regulation, WHOEVER_SELLS):
            places.setdefault(path, set()).add("performer")
    _add_means(places, view.means)
    return tuple(_ordered(places, view))


def _unknown(regulation: Regulation, key: str) -> Problem:
    # Whoever writes the title of a role is told its key.
    meant = {role.title: role.key for role in regulation.roles}
    meant |= {role.key: role.key for role in regulation.roles}
    near = closest(key, meant)
    known = ", ".join(dict.fromkeys(role.key for role in regulation.roles))
    return Problem(
        code="unknown-role",
        message=f"the regulation has no role '{key}'",
        path="/roles",
        hint=f"did you mean '{meant[near]}'?" if near else f"roles: {known or 'none'}",
    )


Found = Iterator[tuple[str, Relation]]

_FORMS = {part.field: part.form for chapter in CHAPTERS for part in chapter.parts}

_OTHERS = {"roles": "", "pay_plans": "PayPlan.roles"}
"""What belongs to some roles, and the reference that says so: of another's duties
or pay a role is shown no more than what names it."""


def _own(view: _View, key: str) -> Found:
    for place, role in enumerate(view.regulation.roles):
        if role.key == key:
            yield pointer("roles", place), "itself"


def naming(spots: Iterable[Spot], key: str) -> Iterator[tuple[str, Spot]]:
    """Yield the references to a role, each with its class and field: "Stage.owner"."""
    for spot in spots:
        if spot.value == key and _names_role(spot):
            parts = reversed(parts_of(spot.pointer))
            name = next(part for part in parts if not part.isdecimal())
            yield f"{type(spot.owner).__name__}.{name}", spot


def _naming(view: _View, key: str) -> Found:
    for reference, spot in naming(view.spots, key):
        parts = parts_of(spot.pointer)
        relation = RELATIONS[reference]
        if parts[0] == "acknowledgements":
            continue
        if _OTHERS.get(parts[0], reference) != reference or not _many(parts[0]):
            entry = view.outline.find(spot.pointer)
            assert entry is not None
            for path in _stated(entry):
                yield path, relation
        else:
            yield pointer(*parts[:2]), relation


def _names_role(spot: Spot) -> bool:
    return any(
        isinstance(rule, Refers) and rule.to == "Role"
        for rule in spot.shape.constraints
    )


def _many(name: str) -> bool:
    return _FORMS.get(name) not in {"fields", "block", "text"}


def _stated(entry: Entry) -> Iterator[str]:
    # A clause is shown and signed whole, with each field that it states.
    return (entry.pointer + pointer(name) for name in entry.fields)


def _binding_all(view: _View, key: str) -> Found:
    scope = view.regulation.scope
    outside = scope and scope.applies_to and key not in scope.applies_to
    if outside or (scope and key in scope.excludes):
        return
    for path in _held(view.regulation, ("text",)):
        yield path, "controlled"
    for spot in view.spots:
        cls = type(spot.value).__name__
        if cls not in EVERYONE or getattr(spot.value, EVERYONE[cls]):
            continue
        relation = RELATIONS[f"{cls}.{EVERYONE[cls]}"]
        if spot.pointer.count("/") > 1:
            yield spot.pointer, relation
        else:
            for path in _held(view.regulation, (spot.pointer[1:],)):
                yield path, relation


def _held(regulation: Regulation, names: Iterable[str]) -> Iterator[str]:
    """Yield the items of some fields of a regulation, or what their objects hold."""
    for name in names:
        held: object = getattr(regulation, name)
        if held is None:
            continue
        here = pointer(name)
        match _FORMS[name]:
            case "fields" | "block":
                yield from (here + pointer(inner) for inner in fields_of(type(held)))
            case "text":
                yield here
            case _:
                assert is_items(held)
                yield from (here + pointer(place) for place in range(len(held)))


def _means(index: Index) -> Mapping[str, list[str]]:
    """Return, for each place, where the means stand that it refers to."""
    found: dict[str, list[str]] = {}
    for use in index.uses:
        path = index.pointer_of(use.to, use.key)
        if use.to not in MEANS or path is None:
            continue
        # A place is an item, a field of one, or a field of the regulation.
        parts = use.pointer.split("/")
        for length in (2, 3, 4):
            if length <= len(parts):
                found.setdefault("/".join(parts[:length]), []).append(path)
    return found


def _add_means(
    places: dict[str, set[Relation]], means: Mapping[str, list[str]]
) -> None:
    """Add what the places refer to, and what that refers to in turn."""
    waiting = list(places)
    while waiting:
        place = waiting.pop()
        # What a role's own description refers to, the role works with.
        passed: set[Relation] = {
            "performer" if relation == "itself" else relation
            for relation in places[place]
        }
        for path in means.get(place, ()):
            if not passed <= places.get(path, set()):
                places.setdefault(path, set()).update(passed)
                waiting.append(path)


def _ordered(places: Mapping[str, set[Relation]], view: _View) -> Iterator[Concern]:
    outline = view.outline
    position = {spot.pointer: place for place, spot in enumerate(view.spots)}
    order = {number: place for place, number in enumerate(outline.by_number)}
    made: list[tuple[int, int, Concern]] = []
    for path, relations in places.items():
        above = path.rpartition("/")[0]
        # A field's default is not there to be stated.
        if path not in position or above in places:
            continue
        inner = (places[one] for one in places if one.startswith(f"{path}/"))
        entry = outline.find(path)
        row = None
        if entry and entry.form == "table" and entry.pointer != path:
            row = int(path.rpartition("/")[2])
        number = entry.number if entry else ""
        known = tuple(sorted(relations.union(*inner)))
        place = order.get(number, len(order))
        made.append((place, position[path], Concern(path, number, row, known)))
    return (one for *_, one in sorted(made, key=lambda one: one[:2]))
