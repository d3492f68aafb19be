"""The score of a run of mutation testing, package by package.

`python benchmarks/mutation_score.py [FOLDER]` after mutation_run.py; FOLDER is where
the mutants are. What the numbers mean is in docs/explanation/mutation.md.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

SURVIVED, UNTESTED = 0, {5, 33}


def package(path: Path) -> str:
    """Return the package that a module counts for: a family of checks, else its own."""
    return "/".join(path.parts[:-1])


def counted(folder: Path) -> dict[str, Counter[str]]:
    """Return for each package how many mutants were killed, survived, had no test."""
    found: dict[str, Counter[str]] = {}
    for meta in sorted(folder.rglob("*.meta")):
        codes = json.loads(meta.read_text("utf-8"))["exit_code_by_key"].values()
        tally = found.setdefault(package(meta.relative_to(folder)), Counter())
        for code in codes:
            if code is None:
                tally["waiting"] += 1
            elif code == SURVIVED:
                tally["survived"] += 1
            elif code in UNTESTED:
                tally["untested"] += 1
            else:
                # A mutant that never ends is told from the original, too.
                tally["killed"] += 1
    return {name: tally for name, tally in found.items() if tally}


def row(name: str, tally: Counter[str]) -> str:
    """Return a line of the table."""
    done = tally["killed"] + tally["survived"] + tally["untested"]
    score = f"{100 * tally['killed'] / done:.1f} %" if done else "—"
    parts = (
        tally.total(),
        tally["waiting"],
        tally["killed"],
        tally["survived"],
        tally["untested"],
        score,
    )
    return f"| {name} | {' | '.join(map(str, parts))} |"


if __name__ == "__main__":
    print(
        "| package | mutants | not run | killed | survived | without a test | score |"
    )
    print("|---|--:|--:|--:|--:|--:|--:|")
    tallies = counted(Path(sys.argv[1] if sys.argv[1:] else "mutants/src/salesreg"))
    for name, tally in tallies.items():
        print(row(name, tally))
    print(row("all", sum(tallies.values(), Counter())))
