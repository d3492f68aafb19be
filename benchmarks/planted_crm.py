"""How fast `PipelineMachine` finds each bug planted in the example CRM.

    python benchmarks/planted_crm.py

Prints a table for docs/explanation/planted-bugs.md: processor seconds until a bug is
found, and until its story is the shortest (of one seed).
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

from hypothesis import Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from salesreg.testing import Departure, PipelineMachine

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.examples.planted import BUGS, crm, regulation

SEEDS = range(3)


def seconds(name: str, number: int, *phases: Phase) -> float:
    """Return how long it takes to find a bug.

    Raises:
        SystemExit: It was not found.
    """
    machine = PipelineMachine.for_(regulation(), crm(*BUGS[name]))
    asked = settings(machine.TestCase.settings, max_examples=1000, phases=phases)
    start = time.process_time()
    try:
        run_state_machine_as_test(
            seed(number)(machine), settings=settings(asked, database=None)
        )
    except Departure:
        return time.process_time() - start
    message = f"not found: {name}"
    raise SystemExit(message)


def main() -> None:
    """Measure and print."""
    seconds(next(iter(BUGS)), 0, Phase.generate)  # Imports and catalogues.
    print("| bug | found, s | shortest story, s |\n|---|---:|---:|")
    for name in BUGS:
        found = [seconds(name, one, Phase.generate) for one in SEEDS]
        told = [seconds(name, one, Phase.generate, Phase.shrink) for one in SEEDS[:1]]
        print(
            f"| {name} | {statistics.median(found):.2f}"
            f" | {statistics.median(told):.1f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
