"""How many problems are told of one input."""

from __future__ import annotations

import attrs

from salesreg.errors import Problem

MOST_PROBLEMS = 1000
"""Reading stops here: a file of millions of wrong items would fill the memory."""

STOPPED = Problem("too-many", f"reading stopped after {MOST_PROBLEMS:,} problems")


def is_full(problems: list[Problem]) -> bool:
    """Tell whether there are enough problems to stop reading, and say so once."""
    if len(problems) < MOST_PROBLEMS:
        return False
    if problems[-1] != attrs.evolve(STOPPED, path=problems[-1].path):
        problems.append(STOPPED)
    return True
