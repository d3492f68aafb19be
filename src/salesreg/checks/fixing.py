"""Fixing: edits of findings made on a regulation."""

from __future__ import annotations

from collections.abc import Iterable

from salesreg.checks.finding import Edit, Fix, Remove
from salesreg.errors import InvalidValue
from salesreg.model.regulation import Regulation
from salesreg.paths.tree import at
from salesreg.shapes import is_items


def applied(regulation: Regulation, fixes: Iterable[Fix]) -> Regulation:
    """Return the regulation with the edits of fixes.

    Of two fixes that touch one place the first is made: the other is found
    again when the regulation is checked anew, if it is still needed.
    """
    made = regulation
    taken: list[str] = []
    # From the end, so that what is removed moves nothing that is still to come.
    edits: list[Edit] = []
    for fix in fixes:
        paths = [edit.path for edit in fix.edits]
        if not any(_touch(path, other) for path in paths for other in taken):
            edits += fix.edits
            taken += paths
    for edit in sorted(edits, key=_position, reverse=True):
        try:
            made = _edited(made, edit)
        except InvalidValue:
            # What does not fit any more is left for the next round to see.
            continue
    return made


def _touch(one: str, other: str) -> bool:
    return f"{one}/".startswith(f"{other}/") or f"{other}/".startswith(f"{one}/")


def _position(edit: Edit) -> list[tuple[int, str]]:
    return [
        (int(part), "") if part.isdigit() else (0, part)
        for part in edit.path.split("/")
    ]


def _edited(regulation: Regulation, edit: Edit) -> Regulation:
    if not isinstance(edit, Remove):
        return regulation.replace(edit.path, edit.value)
    above, _, last = edit.path.rpartition("/")
    items = at(regulation, above)
    assert is_items(items)
    index = int(last)
    return regulation.replace(above, items[:index] + items[index + 1 :])
