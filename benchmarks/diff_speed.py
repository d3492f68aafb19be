"""What differs between two regulations, found and applied, beside diffs of plain data.

    python benchmarks/diff_speed.py

One item in twenty changes, each in one of five ways: a limit, a title, a number, a
document that goes, a document that comes. DeepDiff and jsonpatch get the dicts of the
same two regulations, which they need not make. Process time, the best of the
repetitions; imports and reading do not count. Every way must come to the new one.
"""

from __future__ import annotations

import copy
from collections.abc import Callable

import jsonpatch
from attrs import frozen
from check_speed import regulation, seconds
from deepdiff import DeepDiff, Delta

import salesreg as sr
from salesreg.model.regulation import Regulation

SIZES = (1_000, 10_000, 100_000)
PEER_SIZE = 1_000
STEP = 20
"""One item in so many changes."""


@frozen
class Row:
    """One line of the result: best times of a way and its ratio to ours."""

    tool: str
    items: int
    changes: int
    finding: float
    applying: float
    ratio: float

    @property
    def both(self) -> float:
        """Seconds for finding and applying."""
        return self.finding + self.applying


def edition(old: Regulation) -> Regulation:
    """Return a regulation with one change for every twenty items."""
    data = copy.deepcopy(old.to_dict())
    each = range(0, len(old.stages), STEP)
    for n in each:
        data["stages"][n]["norm"]["limit"] = f"{n % 20 + 2} business days"
        data["kpis"][n]["title"] = f"Won deals of line {n}"
        data["roles"][n]["headcount"] = n % 9 + 2
    gone = {f"doc-{n + 1}" for n in each}
    documents = [one for one in data["documents"] if one["key"] not in gone]
    for n in each:
        one = {"key": f"act-{n}", "title": f"Act of line {n}", "author": f"role-{n}"}
        documents.insert(n, one)
    data["documents"] = documents
    return sr.from_dict(data)


def measured(items: int) -> Row:
    """Return our times for one size."""
    old = regulation(items)
    new = edition(old)
    found = sr.diff(old, new)
    assert old.apply(found) == new
    finding = seconds(lambda: sr.diff(old, new))
    applying = seconds(lambda: old.apply(found))
    changes = items // STEP
    return Row("salesreg", items, changes, finding, applying, 1.0)


def peer(tool: str, base: Row, find: Callable[..., object]) -> Row:
    """Return the times of another tool on the dicts of the same regulations.

    Args:
        tool: What it is called.
        base: Our times.
        find: Returns what applies the difference between two dicts to the first.
    """
    before = regulation(base.items)
    old, new = before.to_dict(), edition(before).to_dict()
    apply = find(old, new)
    assert callable(apply)
    assert apply(old) == new
    finding = seconds(lambda: find(old, new))
    applying = seconds(lambda: apply(old))
    both = finding + applying
    return Row(tool, base.items, base.changes, finding, applying, both / base.both)


def by_deepdiff(old: object, new: object) -> Callable[[object], object]:
    """Return the application of a delta of DeepDiff."""
    delta = Delta(DeepDiff(old, new))
    return lambda data: data + delta


def by_jsonpatch(old: object, new: object) -> Callable[[object], object]:
    """Return the application of a JSON Patch (RFC 6902)."""
    return jsonpatch.make_patch(old, new).apply


def run() -> list[Row]:
    """Measure our own work at every size, and the peers at the smallest."""
    rows = [measured(items) for items in SIZES]
    base = next(row for row in rows if row.items == PEER_SIZE)
    rows.append(peer("DeepDiff", base, by_deepdiff))
    rows.append(peer("jsonpatch", base, by_jsonpatch))
    return rows


def table(rows: list[Row]) -> str:
    """Return the result as a Markdown table."""
    lines = [
        (
            "| tool | items | changes | find, ms | apply, ms | microseconds an item |"
            " times salesreg |"
        ),
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    lines += [
        f"| {row.tool} | {row.items:,} | {row.changes:,} | {row.finding * 1e3:.1f} |"
        f" {row.applying * 1e3:.1f} | {row.both / row.items * 1e6:.0f} |"
        f" {row.ratio:.1f} |"
        for row in rows
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    print(table(run()))
