"""Touching: which roles and which papers a change concerns, and since when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from attrs import frozen

from salesreg.compare.acknowledging import contents, must_sign
from salesreg.compare.between import ABSENT
from salesreg.compare.changes import Change, Renamed, Reordered, paths_of
from salesreg.compare.diff import Diff
from salesreg.errors import parts_of, pointer
from salesreg.model.regulation import Regulation
from salesreg.paths.concerns import Concern, concerns_by_role
from salesreg.paths.index import index_of
from salesreg.paths.keyed import Keys
from salesreg.paths.relations import Relation
from salesreg.shapes import is_items

Fate = Literal["added", "removed", "renamed", "changed"]


@frozen
class Touched:
    """A role that a change concerns.

    Attributes:
        role: Its key.
        title: What it is called; the old title when it is removed.
        fate: What happens to the role: it comes, goes, gets another key, or only its
            clauses change.
        relations: How it stands to what changes, in alphabetical order.
        before: Numbers of the old clauses that change or go.
        after: Numbers of the new clauses that change or come.
        changes: The changes that touch it.
        signs: Whether its people must acknowledge again, or for the first time.
    """

    role: str
    title: str
    fate: Fate
    relations: tuple[Relation, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    changes: Diff
    signs: bool


@frozen
class Affected:
    """A document, report or training that a change concerns.

    Attributes:
        path: Where it stands, by keys.
        title: What it is called.
        fate: Whether it comes, goes, gets another key or only changes.
        through: Places that change and that it refers to: its form, its KPI.
    """

    path: str
    title: str
    fate: Fate
    through: tuple[str, ...] = ()


def touched(diff: Diff, old: Regulation, new: Regulation) -> Iterator[Touched]:
    """Yield the roles whose clauses a change touches, in the new order, then others.

    A role is touched when what concerns it is not the same by content: that is just
    when a signature for it is no longer valid.
    """
    before, after = concerns_by_role(old), concerns_by_role(new)
    titles = {role.key: role.title for one in (old, new) for role in one.roles}
    old_keys = _old_keys(diff, "roles")
    renamed = {*old_keys.values()}
    gone = [key for key in before if key not in renamed]
    for key in dict.fromkeys([*after, *gone]):
        own = old_keys.get(key, key)
        was, now = _Held.of(old, before.get(own, ())), _Held.of(new, after.get(key, ()))
        changed = was.differing(now)
        if not changed:
            continue
        fate: Fate = "changed" if own == key else "renamed"
        if own not in before or key not in after:
            fate = "removed" if own in before else "added"
        relations: set[Relation] = {
            one for held in (was, now) for one in held.relations(changed)
        }
        yield Touched(
            key,
            titles[key],
            fate,
            tuple(sorted(relations)),
            was.clauses(changed),
            now.clauses(changed),
            Diff(tuple(one for one in diff if _within(one, changed))),
            fate != "removed" and must_sign(new, key),
        )


def _old_keys(diff: Diff, field: str) -> Mapping[str, str]:
    """Return the old keys of the renamed things of a field, by their new keys."""
    return {
        parts_of(one.to)[-1]: parts_of(one.path)[-1]
        for one in diff
        if isinstance(one, Renamed) and one.path.rpartition("/")[0] == f"/{field}"
    }


@frozen
class _Held:
    """What concerns a role in one edition, by paths with keys."""

    concerns: Mapping[str, Concern]
    values: Mapping[str, object]

    @classmethod
    def of(cls, regulation: Regulation, concerns: tuple[Concern, ...]) -> _Held:
        keys = Keys(regulation)
        known = {keys.keyed(one.pointer): one for one in concerns}
        return cls(known, contents(regulation, concerns))

    def differing(self, other: _Held) -> frozenset[str]:
        paths = {*self.values, *other.values}
        one, two = self.values, other.values
        return frozenset(
            path for path in paths if one.get(path, ABSENT) != two.get(path, ABSENT)
        )

    def relations(self, paths: Iterable[str]) -> Iterator[Relation]:
        for path in paths:
            if path in self.concerns:
                yield from self.concerns[path].relations

    def clauses(self, paths: Iterable[str]) -> tuple[str, ...]:
        changed = frozenset(paths)
        # An annex has no number.
        numbers = (one.clause for path, one in self.concerns.items() if path in changed)
        return tuple(dict.fromkeys(number for number in numbers if number))


def _within(change: Change, paths: frozenset[str]) -> bool:
    """Tell whether a change is at one of some places, in it or around it."""
    places = paths_of(change)
    if any(above in paths for place in places for above in _above(place)):
        return True
    # A list in another order is not a change of each of its items.
    around = () if isinstance(change, Reordered) else places
    return any(path.startswith(f"{place}/") for place in around for path in paths)


def _above(path: str) -> Iterator[str]:
    while path:
        yield path
        path = path.rpartition("/")[0]


def affected(
    field: str, diff: Diff, old: Regulation, new: Regulation
) -> tuple[Affected, ...]:
    """Return the items of a field of the regulation that a change concerns.

    Args:
        field: "documents", "reports" or "trainings".
        diff: The change.
        old: The regulation before it.
        new: The regulation after it.
    """
    was, now = _items(field, old), _items(field, new)
    changing = {
        above for one in diff for place in paths_of(one) for above in _above(place)
    }
    through = _through(field, new, changing)
    found: list[Affected] = []
    renamed = {
        pointer(field, key): pointer(field, old_key)
        for key, old_key in _old_keys(diff, field).items()
    }
    gone = [path for path in was if path not in renamed.values()]
    for path in dict.fromkeys([*now, *gone]):
        title = str(getattr(now.get(path, was.get(path)), "title", path))
        if path in renamed:
            found.append(Affected(path, title, "renamed", through.get(path, ())))
        elif path not in was:
            found.append(Affected(path, title, "added"))
        elif path not in now:
            found.append(Affected(path, title, "removed"))
        elif was[path] != now[path] or path in through:
            found.append(Affected(path, title, "changed", through.get(path, ())))
    return tuple(found)


def _items(field: str, regulation: Regulation) -> Mapping[str, object]:
    items = getattr(regulation, field)
    assert is_items(items)
    keys = Keys(regulation)
    return {keys.keyed(pointer(field, place)): item for place, item in enumerate(items)}


_PARTS = frozenset({"Annex", "Kpi"})
"""What a paper consists of without holding it itself."""


def _through(
    field: str, regulation: Regulation, changing: set[str]
) -> Mapping[str, tuple[str, ...]]:
    """Return what changes of that to which the items of a field refer, by item."""
    index, keys = index_of(regulation), Keys(regulation)
    found: dict[str, tuple[str, ...]] = {}
    for use in index.uses:
        path = index.pointer_of(use.to, use.key) if use.to in _PARTS else None
        if path is None or not use.pointer.startswith(f"/{field}/"):
            continue
        target = keys.keyed(path)
        if target in changing:
            item = keys.keyed("/".join(use.pointer.split("/")[:3]))
            found[item] = (*found.get(item, ()), target)
    return found
