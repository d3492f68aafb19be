"""A layer over a regulation, beside merges of plain data.

    python benchmarks/compose_speed.py

The layer changes one item in twenty: a limit, a title, a number, or a document that
comes. deepmerge and OmegaConf get the same as mappings of mappings, because they cannot
tell the items of a list apart; they look neither for conflicts nor for what is not
there, and check no types. Process time, the best of the repetitions; imports and
reading do not count. Every way must come to the same.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from typing import Any

from attrs import frozen
from check_speed import regulation, seconds
from deepmerge import always_merger
from omegaconf import OmegaConf

import salesreg as sr

SIZES = (1_000, 10_000, 100_000)
PEER_SIZE = 1_000
STEP = 20
"""One item in so many changes."""


@frozen
class Row:
    """One line of the result: best time of a way and its ratio to ours."""

    tool: str
    items: int
    changes: int
    seconds: float
    ratio: float


def values(items: int) -> dict[str, object]:
    """Return what a layer says, by path."""
    made: dict[str, object] = {}
    for change in range(items // STEP):
        n = change % (items // 4)
        path, value = (
            (f"/stages/stage-{n}/norm/limit", f"{n % 20 + 2} business days"),
            (f"/kpis/kpi-{n}/title", f"Won deals of line {n}"),
            (f"/roles/role-{n}/headcount", n % 9 + 2),
            (f"/documents/act-{n}", {"title": f"Act of line {n}"}),
        )[change % 4]
        made[path] = value
    return made


def layer(said: Mapping[str, object]) -> sr.Layer:
    """Return the layer."""
    add = {path: value for path, value in said.items() if "/act-" in path}
    replace = {path: value for path, value in said.items() if path not in add}
    data = {"format": "salesreg-layer/1", "key": "branch"}
    return sr.layer_from_dict({**data, "add": add, "replace": replace})


def by_key(data: Any) -> Any:
    """Return plain data with mappings in place of lists whose items have keys."""
    if isinstance(data, dict):
        return {name: by_key(value) for name, value in data.items() if name != "key"}
    if isinstance(data, list) and data and isinstance(data[0], dict):
        if "key" in data[0]:
            return {item["key"]: by_key(item) for item in data}
        return [by_key(item) for item in data]
    return data


def nested(said: Mapping[str, object]) -> dict[str, Any]:
    """Return what a layer says as mappings within mappings."""
    made: dict[str, Any] = {}
    for path, value in said.items():
        *way, last = path.split("/")[1:]
        held = made
        for part in way:
            held = held.setdefault(part, {})
        held[last] = value
    return made


def measured(items: int) -> Row:
    """Return our time for one size."""
    base, said = regulation(items), values(items)
    over = layer(said)
    # Composed once, a regulation would be found unchanged by the next time.
    assert len(sr.diff(base, sr.compose(base, over)).changes) >= len(said)
    taken = seconds(lambda: sr.compose(base, over))
    return Row("salesreg", items, len(said), taken, 1.0)


def peer(tool: str, ours: Row, merge: Callable[[Any, Any], Any]) -> Row:
    """Return the time of another tool on the same data."""
    base, said = regulation(ours.items), values(ours.items)
    wanted = by_key(sr.compose(base, layer(said)).to_dict())
    data, over = by_key(base.to_dict()), nested(said)
    assert merge(data, over) == wanted
    taken = seconds(lambda: merge(data, over))
    return Row(tool, ours.items, ours.changes, taken, taken / ours.seconds)


def by_deepmerge(data: Any, over: Any) -> Any:
    """Merge with deepmerge, which changes what it is given."""
    return always_merger.merge(copy.deepcopy(data), over)


def by_omegaconf(data: Any, over: Any) -> Any:
    """Merge with OmegaConf."""
    return OmegaConf.merge(data, over)


def run() -> list[Row]:
    """Measure our own work at every size, and the peers at the smallest."""
    rows = [measured(items) for items in SIZES]
    ours = next(row for row in rows if row.items == PEER_SIZE)
    rows.append(peer("deepmerge, with a copy first", ours, by_deepmerge))
    rows.append(peer("OmegaConf.merge", ours, by_omegaconf))
    return rows


def table(rows: list[Row]) -> str:
    """Return the result as a Markdown table."""
    lines = [
        "| tool | items | changes | ms | microseconds an item | times salesreg |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    lines += [
        f"| {row.tool} | {row.items:,} | {row.changes:,} | {row.seconds * 1e3:.1f} |"
        f" {row.seconds / row.items * 1e6:.1f} | {row.ratio:.1f} |"
        for row in rows
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    print(table(run()))
