"""What of a regulation concerns a role: its clauses, time, documents, KPI, money."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from attrs import frozen

from salesreg._text import closest
from salesreg.constraints import Refers
from salesreg.errors import InvalidValue, Problem, parts_of, pointer
from salesreg.paths.index import Index, Use, index_from
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
    spots = tuple(walk(regulation))
    outline = outline_of(regulation)
    places: dict[str, set[Relation]] = {}
    for found in (
        _own(regulation, key),
        _naming(spots, key, outline),
        _binding_all(regulation, spots, key),
    ):
        for path, relation in found:
            places.setdefault(path, set()).add(relation)
    if any(path.startswith(("/stages/", "/procedures/")) for path in places):
        for path in _held(regulation, WHOEVER_SELLS):
            places.setdefault(path, set()).add("performer")
    _add_means(places, index_from(spots))
    return tuple(_ordered(places, spots, outline))


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


def _own(regulation: Regulation, key: str) -> Found:
    for place, role in enumerate(regulation.roles):
        if role.key == key:
            yield pointer("roles", place), "itself"


def _naming(spots: Iterable[Spot], key: str, outline: Outline) -> Found:
    for spot in spots:
        if spot.value != key or not _names_role(spot):
            continue
        parts = parts_of(spot.pointer)
        name = next(part for part in reversed(parts) if not part.isdecimal())
        reference = f"{type(spot.owner).__name__}.{name}"
        relation = RELATIONS[reference]
        if parts[0] == "acknowledgements":
            continue
        if _OTHERS.get(parts[0], reference) != reference or not _many(parts[0]):
            entry = outline.find(spot.pointer)
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


def _binding_all(regulation: Regulation, spots: Iterable[Spot], key: str) -> Found:
    scope = regulation.scope
    outside = scope and scope.applies_to and key not in scope.applies_to
    if outside or (scope and key in scope.excludes):
        return
    for path in _held(regulation, ("text",)):
        yield path, "controlled"
    for spot in spots:
        cls = type(spot.value).__name__
        if cls not in EVERYONE or getattr(spot.value, EVERYONE[cls]):
            continue
        relation = RELATIONS[f"{cls}.{EVERYONE[cls]}"]
        if spot.pointer.count("/") > 1:
            yield spot.pointer, relation
        else:
            for path in _held(regulation, (spot.pointer[1:],)):
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


def _add_means(places: dict[str, set[Relation]], index: Index) -> None:
    """Add what the places refer to, and what that refers to in turn."""
    inside: dict[str, list[Use]] = {}
    for use in index.uses:
        parts = use.pointer.split("/")
        for length in (2, 3, 4):
            if use.to in MEANS and length <= len(parts):
                inside.setdefault("/".join(parts[:length]), []).append(use)
    waiting = list(places)
    while waiting:
        place = waiting.pop()
        # What a role's own description refers to, the role works with.
        passed: set[Relation] = {
            "performer" if relation == "itself" else relation
            for relation in places[place]
        }
        for use in inside.get(place, ()):
            path = index.pointer_of(use.to, use.key, use.scope)
            if path and not passed <= places.get(path, set()):
                places.setdefault(path, set()).update(passed)
                waiting.append(path)


def _ordered(
    places: Mapping[str, set[Relation]], spots: Iterable[Spot], outline: Outline
) -> Iterator[Concern]:
    position = {spot.pointer: place for place, spot in enumerate(spots)}
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
