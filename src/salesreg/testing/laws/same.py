"""`same` and `holds`: how a law says what is wrong."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import TypeGuard

from salesreg._text import shown
from salesreg.compare.diff import diff
from salesreg.convert.plain import is_mapping
from salesreg.model.regulation import Regulation

MOST = 5
"""How many differences are told."""


def same(what: str, expected: object, actual: object) -> None:
    """Assert that two values are equal.

    Args:
        what: What is compared, as the message calls it.
        expected: What the law says it must be.
        actual: What it is.

    Raises:
        AssertionError: They differ; the message tells where first.
    """
    # No bare assert: this must hold, and read the same, under `python -O` too.
    if expected != actual:
        told = list(itertools.islice(_differences(expected, actual), MOST + 1))
        more = ["..."] if len(told) > MOST else []
        raise AssertionError("\n  ".join([f"{what}:", *told[:MOST], *more]))


def holds(told: str, fact: bool) -> None:  # noqa: FBT001 - it is what is asserted
    """Assert that something is so; else raise `AssertionError` with what is told."""
    if not fact:
        raise AssertionError(told)


def _differences(expected: object, actual: object) -> Iterator[str]:
    match expected, actual:
        case Regulation(), Regulation():
            for change in diff(expected, actual):
                old, new = (getattr(change, name, None) for name in ("old", "new"))
                yield f"{change.path}: expected {shown(old)}, got {shown(new)}"
        case str(), str():
            yield from _pairs(
                enumerate(expected.splitlines(), 1), enumerate(actual.splitlines(), 1)
            )
        case _ if is_mapping(expected) and is_mapping(actual):
            yield from _pairs(expected.items(), actual.items())
        case _ if _is_set(expected) and _is_set(actual):
            yield from sorted(f"missing {one!r}" for one in expected - actual)
            yield from sorted(f"too much {one!r}" for one in actual - expected)
        case _:
            yield f"expected {shown(expected)}, got {shown(actual)}"


def _is_set(value: object) -> TypeGuard[set[object]]:
    return isinstance(value, set)


def _pairs(
    expected: Iterable[tuple[object, object]], actual: Iterable[tuple[object, object]]
) -> Iterator[str]:
    wanted, found = dict(expected), dict(actual)
    for name in dict.fromkeys((*wanted, *found)):
        left, right = wanted.get(name), found.get(name)
        if left != right:
            yield f"{name}: expected {shown(left)}, got {shown(right)}"
