"""What is said of every wrong example: where, beside what, in which words.

`python -m tests.checks.said` writes `golden/examples.txt` anew, for a look at the
diff.
"""

from __future__ import annotations

import json
from pathlib import Path

from salesreg.checks.catalogue import OURS
from salesreg.checks.check import Check
from salesreg.checks.examples import alone
from salesreg.checks.finding import Fix
from tests.checks.base import run

GOLDEN = Path(__file__).parent / "golden" / "examples.txt"


def said_of(check: type[Check]) -> list[str]:
    """Return the findings of a check in its wrong examples, alone."""
    lines: list[str] = []
    for number, text in enumerate(check.invalid, 1):
        for one in run(alone(text), check.code):
            also = [f" & {other.path}" for other in one.also]
            lines.append(f"{check.code}-{number} {one.path}{''.join(also)}")
            lines.append(f"    {one.message}")
            lines += [f"    -> {one.fix.title} {_edits(one.fix)}"] if one.fix else []
    return lines


def _edits(fix: Fix) -> str:
    return json.dumps(fix.to_dict()["edits"], ensure_ascii=False)


def golden() -> dict[str, list[str]]:
    """Return the lines of the golden file by the code of their check."""
    found: dict[str, list[str]] = {}
    code = ""
    for line in GOLDEN.read_text("utf-8").splitlines():
        if not line.startswith(" "):
            code = line.partition("-")[0]
        found.setdefault(code, []).append(line)
    return found


if __name__ == "__main__":
    lines = [line for check in OURS for line in said_of(check)]
    GOLDEN.parent.mkdir(exist_ok=True)
    GOLDEN.write_text("\n".join(lines) + "\n", "utf-8")
