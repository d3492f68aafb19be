"""Accounts of edits: each character that was changed is in one list, and only there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from salesreg.compare.changes import Changed
from salesreg.convert.unstructure import plain
from salesreg.edits.found import Edits
from salesreg.edits.values import names_of
from salesreg.paths.keyed import keyed
from tests.edits.word import characters, said_by_bookmark


def listed(marks: Iterable[str], edits: Edits) -> Mapping[str, int]:
    """In how many entries of the lists each text that was put in stands now."""
    changes = [str(plain(one.new)) for one in edits.diff if isinstance(one, Changed)]
    told = [*changes, *(one.new for one in (*edits.unmatched, *edits.agreeing))]
    return {mark: sum(mark in text for text in told) for mark in marks}


def adds_up(
    before: bytes,
    after: bytes,
    edits: Edits,
    counts: Callable[[str], bool] = str.isprintable,
) -> None:
    """The file is the old one without what is gone and with what has come.

    Args:
        before: The file as it was written.
        after: The file as it was edited.
        edits: What was read from it.
        counts: Which characters are looked at; white space never is.
    """

    def counted(text: str) -> Counter[str]:
        return Counter(filter(counts, "".join(text.split())))

    def shown(file: bytes) -> Counter[str]:
        return Counter({c: n for c, n in characters(file).items() if counts(c)})

    expected = shown(before)
    others = (*edits.unmatched, *edits.agreeing)
    for one in others:
        expected.subtract(counted(one.old))
        expected.update(counted(one.new))
    old, new = said_by_bookmark(before), said_by_bookmark(after)
    apart = {one.path for one in others if one.path}
    for name, named in names_of(edits.base.document).items():
        if old[name] != new.get(name, old[name]) and named.pointer not in apart:
            path = keyed(edits.base, named.pointer)
            assert any(f"{path}/".startswith(f"{one.path}/") for one in edits.diff)
            expected.subtract(counted(old[name]))
            expected.update(counted(new[name]))
    assert +expected == shown(after)
