"""Merging: what two sides made of one regulation, in one regulation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from salesreg._text import did_you_mean
from salesreg.compare.conflicts import Conflict, MergeError
from salesreg.compare.rekeying import beside, rekeyed, renamed
from salesreg.compare.three import Sides, Three
from salesreg.errors import InvalidValue, Problem, parts_of
from salesreg.model.regulation import Regulation
from salesreg.paths.index import LOCAL, index_of
from salesreg.paths.keyed import Keys
from salesreg.paths.outline import outline_of
from salesreg.paths.tree import at

Resolution = Mapping[str, object]
"""What holds at each place in conflict: "ours", "theirs", "base" or a value."""


def merge(
    base: Regulation,
    ours: Regulation,
    theirs: Regulation,
    *,
    resolve: Resolution | None = None,
) -> Regulation:
    """Return a regulation with what both sides changed.

    Fields and things with keys are merged one by one; a text, a value or a list
    without keys is one fact. A thing that one side gives another key is the same
    thing on the other side, and references of both sides follow it.

    Args:
        base: The regulation from which both sides started.
        ours: What the one side made of it.
        theirs: What the other side made of it.
        resolve: What holds at the places in conflict, by the path of each:
            "ours", "theirs", "base", or a value as in the dict form.

    Raises:
        MergeError: The sides are in conflict; with every conflict.
        InvalidValue: A resolution is for a place where the sides do not differ, or
            its value cannot stand there.

    >>> import salesreg as sr
    >>> base = sr.Regulation(key="r", title="Rules")
    >>> made = merge(base, base.replace("/title", "A"), base.replace("/language", "en"))
    >>> made.title, made.language
    ('A', 'en')
    >>> sides = base.replace("/title", "A"), base.replace("/title", "B")
    >>> merge(base, *sides, resolve={"/title": "theirs"}).title
    'B'
    """
    chosen = dict(resolve or {})
    unresolved: list[Conflict] = []
    if base not in (ours, theirs) and ours != theirs:
        base, ours, theirs = _same_keys(base, ours, theirs, chosen, unresolved)
    three = Three(chosen, lambda path: _clause(path, (ours, theirs, base)))
    made = three.merged("", Sides(base, ours, theirs))
    assert isinstance(made, Regulation)
    conflicts = [*unresolved, *three.conflicts]
    if not conflicts:
        sides = Sides(base, ours, theirs)
        for path in dict.fromkeys(_cut_off(made, sides)):
            if path not in chosen:
                _, there = sides.towards(path)
                clause = _clause(path, (ours, theirs, base))
                conflicts.append(there.conflict(path, "referred", clause))
    unused = [path for path in chosen if path not in three.used]
    if unused:
        raise InvalidValue(_unused(path, conflicts, three.used) for path in unused)
    if conflicts:
        raise MergeError(sorted(conflicts, key=lambda one: one.path))
    return made


def _same_keys(
    base: Regulation,
    ours: Regulation,
    theirs: Regulation,
    chosen: dict[str, object],
    conflicts: list[Conflict],
) -> tuple[Regulation, Regulation, Regulation]:
    """Give the things that a side renamed one key on all the sides."""
    by_us, by_them = renamed(base, ours), renamed(base, theirs)
    keys: dict[str, str] = {}
    for path in sorted({*by_us, *by_them}):
        one, other = by_us.get(path), by_them.get(path)
        if one and other and one != other:
            choice = chosen.pop(f"{path}/key", None)
            if choice is None:
                was = at(base, Keys(base).unkeyed(f"{path}/key") or "")
                clause = _clause(path, (base,))
                found = Conflict(f"{path}/key", "renamed", was, one, other, clause)
                conflicts.append(found)
            sides = {"ours": one, "theirs": other, "base": parts_of(path)[-1]}
            keys[path] = sides.get(str(choice), str(choice or one))
        else:
            keys[path] = one or other or ""
    for path, key in list(keys.items()):
        others = [base]
        others += [] if path in by_us else [ours]
        others += [] if path in by_them else [theirs]
        new = beside(path, key)
        if new != path and any(_there(side, new) for side in others):
            # Something else has the key on a side: then it is not one thing.
            del keys[path]
    return (
        rekeyed(base, keys.items()),
        rekeyed(ours, _from(by_us, keys)),
        rekeyed(theirs, _from(by_them, keys)),
    )


def _from(own: Mapping[str, str], keys: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the keys to be, for things at the places where one side has them."""
    return [
        (beside(path, own[path]) if path in own else path, key)
        for path, key in keys.items()
    ]


def _there(regulation: Regulation, path: str) -> bool:
    return Keys(regulation).unkeyed(path) is not None


def _cut_off(made: Regulation, sides: Sides) -> Iterator[str]:
    """Yield where things stood that one side took away and the other now refers to."""
    missing = _missing(made)
    if not missing:
        return
    _, *both = (side for side in sides if isinstance(side, Regulation))
    known = {name for side in both for name in _missing(side)}
    index, keys = index_of(sides.base), Keys(sides.base)
    for to, scope, key in sorted(missing - known):
        real = keys.unkeyed(scope) if scope else ""
        path = index.pointer_of(to, key, real or "")
        if path is not None:
            yield sides.towards(keys.keyed(path))[0]


def _missing(regulation: Regulation) -> set[tuple[str, str, str]]:
    """Return what is referred to and not there: class, path of the scope, key."""
    keys = Keys(regulation)
    return {
        (use.to, keys.keyed(use.scope) if use.to in LOCAL else "", use.key)
        for use in index_of(regulation).missing()
    }


def _clause(path: str, sides: tuple[Regulation, ...]) -> str | None:
    for side in sides:
        real = Keys(side).unkeyed(path)
        entry = outline_of(side).find(real) if real else None
        if entry is not None:
            return entry.number
    return None


def _unused(path: str, conflicts: list[Conflict], used: set[str]) -> Problem:
    message = f"there is no conflict at {path!r} to be resolved"
    places = [*(one.path for one in conflicts), *used]
    return Problem("no-conflict", message, path, hint=did_you_mean(path, places))
