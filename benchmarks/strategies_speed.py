"""Examples a second, beside what Hypothesis makes of the classes and of the schema.

Peers draw the same shapes: `st.from_type` of the attrs class, without the plugin of
this library, and hypothesis-jsonschema from the JSON Schema of the dict format. An
example counts when the library takes it; the rest is drawn and thrown away.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any, NamedTuple

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.internal.conjecture.utils import many
from hypothesis_jsonschema import from_schema

from salesreg.convert.structure import structure
from salesreg.errors import ProblemGroup
from salesreg.io.dicts import from_dict
from salesreg.io.schema import json_schema
from salesreg.model.process import Stage
from salesreg.model.regulation import Regulation
from salesreg.model.strategy import Goal
from salesreg.paths.tree import walk
from salesreg.testing import instances, regulations

SECONDS = 20.0
MOST = 400
SHAPES = ("Regulation", "Stage", "Goal")
TOOLS = ("salesreg", "st.from_type", "hypothesis-jsonschema")


class Row(NamedTuple):
    tool: str
    shape: str
    drawn: int
    taken: int
    seconds: float
    size: float
    error: str = ""


class _Enough(BaseException):
    """The time is up."""


CLASSES: dict[str, type] = {cls.__name__: cls for cls in (Regulation, Stage, Goal)}


def _drawn(tool: str, cls: type) -> Any:
    if tool == "salesreg":
        return regulations() if cls is Regulation else instances(cls)
    if tool == "st.from_type":
        # from_type ends where a class refuses what it drew, so that is counted here.
        return st.builds(_Late, st.just(cls), st.data())
    # Its last release asks for a method that Hypothesis has no more.
    if not hasattr(many, "more"):
        many.more = _more
    schema = json_schema()
    if cls is not Regulation:
        definitions = schema["$defs"]
        schema = {"$defs": definitions, **definitions[cls.__name__]}
    return from_schema(schema)


def _more(elements: Any) -> bool:
    if not hasattr(elements, "loop"):
        elements.loop = iter(elements.__enter__())
    return next(elements.loop, elements) is not elements


class _Late:
    """What from_type draws, when it is asked for, so that a refusal can be caught."""

    def __init__(self, cls: type, data: Any) -> None:
        self.cls, self.data = cls, data


def _taken(cls: type, value: Any) -> Any:
    if isinstance(value, _Late):
        return value.data.draw(st.from_type(cls))
    if isinstance(value, dict):
        return from_dict(value) if cls is Regulation else structure(cls, value)
    return value


def measured(tool: str, shape: str) -> Row:
    """Draw for a while in this process."""
    cls = CLASSES[shape]
    counts = {"drawn": 0, "taken": 0, "values": 0}
    strategy = _drawn(tool, cls)
    start = time.process_time()

    @settings(
        max_examples=MOST,
        phases=[Phase.generate],
        database=None,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def draw(value: Any) -> None:
        if time.process_time() - start > SECONDS:
            raise _Enough
        counts["drawn"] += 1
        try:
            made = _taken(cls, value)
        except (ProblemGroup, TypeError):
            return
        counts["taken"] += 1
        counts["values"] += sum(1 for _ in walk(made))

    error = ""
    try:
        draw()
    except _Enough:
        pass
    except Exception as raised:  # noqa: BLE001 - a peer may end in any way
        error = type(raised).__name__
    seconds = time.process_time() - start
    size = counts["values"] / counts["taken"] if counts["taken"] else 0.0
    return Row(tool, shape, counts["drawn"], counts["taken"], seconds, size, error)


def run() -> list[Row]:
    """Measure each tool on each shape, each in a process of its own."""
    rows = []
    for shape in SHAPES:
        for tool in TOOLS:
            plugins = {} if tool == "salesreg" else {"HYPOTHESIS_NO_PLUGINS": "1"}
            done = subprocess.run(
                [sys.executable, __file__, tool, shape],
                env={**os.environ, **plugins},
                check=True,
                capture_output=True,
                text=True,
            )
            rows.append(Row(*json.loads(done.stdout)))
    return rows


def _said(row: Row, best: Callable[[str], float]) -> str:
    if row.error and not row.drawn:
        return f"| {row.tool} | {row.shape} | none: {row.error} | | | | |"
    rate = row.taken / row.seconds
    rejected = 100 * (row.drawn - row.taken) / max(row.drawn, 1)
    return (
        f"| {row.tool} | {row.shape} | {row.drawn} | {rejected:.1f} % "
        f"| {row.size:.0f} | {rate:.1f} | {rate / best(row.shape):.3g} |"
    )


def table(rows: list[Row]) -> str:
    """Return the rows as a Markdown table."""
    ours = {row.shape: row.taken / row.seconds for row in rows if row.tool == TOOLS[0]}
    head = [
        "| strategy | shape | drawn | thrown away | size | a second | times salesreg |",
        "|---|---|---:|---:|---:|---:|---:|",
    ]
    return "\n".join([*head, *(_said(row, ours.__getitem__) for row in rows)])


if __name__ == "__main__":
    if sys.argv[2:]:
        print(json.dumps(measured(*sys.argv[1:])))
    else:
        print(table(run()))
