"""Many clause numbers as a few: whole parts by one number, neighbours as a range."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from salesreg.paths.outline import Entry, Outline


def spans(numbers: Iterable[str], outline: Outline) -> tuple[str, ...]:
    """Return clause numbers in their order, as few as say the same.

    A part all of whose clauses are there is said by its own number, and three and
    more in a row of one part by the first and the last.

    Args:
        numbers: Numbers of clauses, or of parts that are meant whole.
        outline: All numbers that there are.
    """
    wanted = frozenset(numbers)
    return tuple(_shortened(outline.chapters, wanted))


def _shortened(entries: tuple[Entry, ...], wanted: frozenset[str]) -> Iterator[str]:
    row: list[str] = []
    for entry in entries:
        if _whole(entry, wanted):
            row.append(entry.number)
            continue
        yield from _ranged(row)
        row.clear()
        yield from _shortened(entry.below, wanted)
    yield from _ranged(row)


def _whole(entry: Entry, wanted: frozenset[str]) -> bool:
    if entry.number in wanted:
        return True
    return bool(entry.below) and all(_whole(one, wanted) for one in entry.below)


def _ranged(row: list[str]) -> Iterator[str]:
    if len(row) > 2:
        yield f"{row[0]}\N{EN DASH}{row[-1]}"
    else:
        yield from row
