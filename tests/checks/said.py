"""What is said of every wrong piece: where, beside what, in which words.

`python -m tests.checks.said` writes `golden/examples.txt` anew, for a look at the
diff.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import cast

from salesreg.checks.catalogue import OURS
from salesreg.checks.check import Check
from salesreg.checks.examples import alone
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Fix
from salesreg.checks.said import Said
from tests.checks.base import TODAY, run
from tests.checks.more import MORE

GOLDEN = Path(__file__).parent / "golden" / "examples.txt"


def said_of(check: type[Check]) -> list[str]:
    """Return the findings of a check in its wrong examples, alone."""
    lines: list[str] = []
    for number, text in enumerate((*check.invalid, *MORE.get(check.code, ())), 1):
        for one in run(alone(text), check.code):
            also = [f" & {other.path}" for other in one.also]
            lines.append(f"{check.code}-{number} {one.path}{''.join(also)}")
            lines.append(f"    {one.message}")
            lines += [f"    -> {one.fix.title} {_edits(one.fix)}"] if one.fix else []
    return lines


def unsaid(check: type[Check]) -> set[str]:
    """Return the sentences of a check that no wrong piece brings."""
    sentences = {
        one.en
        for name, one in vars(check).items()
        if isinstance(one, Said) and name not in {"why", "mend", "fix"}
    }
    for text in (*check.invalid, *MORE.get(check.code, ())):
        for found in check().check(Facts(alone(text), TODAY)):
            brought: list[object] = [found.message]
            for value in found.values.values():
                many = isinstance(value, tuple)
                brought += cast("tuple[object, ...]", value) if many else [value]
            # A law adds its article to the sentence.
            words = [one.en for one in brought if isinstance(one, Said)]
            sentences = {
                s for s in sentences if not any(w.startswith(s) for w in words)
            }
    return sentences


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
