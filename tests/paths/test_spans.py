"""Clause numbers in a few words say the same clauses."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from salesreg import templates
from salesreg.paths.outline import Entry, outline_of
from salesreg.paths.spans import spans

OUTLINE = outline_of(templates.get("article", language="en"))
LEAVES = [entry.number for entry in OUTLINE.by_number.values() if not entry.below]


def leaves(entry: Entry) -> Iterator[str]:
    """Yield the numbers of the clauses in an entry."""
    if not entry.below:
        yield entry.number
    for below in entry.below:
        yield from leaves(below)


def said(shown: tuple[str, ...]) -> list[str]:
    """Return the clauses that the words mean, read back from them alone."""
    found: list[str] = []
    for words in shown:
        first, _, last = words.partition("\N{EN DASH}")
        above, _, start = first.rpartition(".")
        end = (last or first).rpartition(".")[2]
        for number in range(int(start), int(end) + 1):
            whole = f"{above}.{number}" if above else str(number)
            found += leaves(OUTLINE.by_number[whole])
    return found


@given(st.sets(st.sampled_from(LEAVES)))
def test_the_words_mean_the_same_clauses(chosen: set[str]) -> None:
    """Read back, they give each clause once, in the order of the document."""
    expected = [number for number in LEAVES if number in chosen]
    assert expected == said(spans(chosen, OUTLINE))


def test_whole_parts_and_rows_are_told_shortly() -> None:
    """All of a part is its number, three in a row are the first and the last."""
    chapter = next(one for one in OUTLINE.chapters if len(one.below) > 4)
    number = chapter.number
    every = list(leaves(chapter))
    assert (number,) == spans(every, OUTLINE)
    three = [one.number for one in chapter.below[:3]]
    assert (f"{number}.1\N{EN DASH}{number}.3",) == spans(three, OUTLINE)
    assert tuple(three[:2]) == spans(three[:2], OUTLINE)
