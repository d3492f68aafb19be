"""Deals taken some at a time, so that memory does not grow with their number."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from salesreg.evaluate.engines.engine import Engine

MANY = 10_000_000
"""About how many events SQL sorts at once in this process."""
FEW = 50_000
"""About how many events the evaluator in Python takes at once."""


def buckets(engine: Engine, events: int, most: int, what: str) -> Iterator[str]:
    """Yield the conditions on the column `deal` that pick each bucket in turn.

    Only DuckDB shares memory with this process; a server looks after its own, and
    what it holds is taken as one bucket, without a condition. On long work a progress
    bar is shown in the terminal.

    Args:
        engine: Where the deals are.
        events: How many events they have.
        most: About how many events a bucket has at most.
        what: What is reckoned, for the bar.
    """
    count = -(-events // most) if most else 1
    if count <= 1 or engine.dialect != "duckdb":
        yield ""
        return
    conditions = [f"hash(deal) % {count} = {number}" for number in range(count)]
    if not sys.stderr.isatty():
        yield from conditions
        return
    # The bar is for people who wait; a program never pays for it.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import track  # noqa: PLC0415

    console = Console(stderr=True)
    yield from track(conditions, what, console=console, transient=True)
