"""Faults planted in a copy of the library, and how long the shipped laws take.

`python benchmarks/planted_bugs.py` plants one fault after another in a copy of the
linter or of pay, hunts for it with strategies and laws of `salesreg.testing` in a
process of its own, and prints the table of docs/explanation/planted-bugs.md. First
each hunt runs over the sound copy, where it must find nothing.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

SOURCE = Path(__file__).parents[1] / "src" / "salesreg"
HUNTS = Path(__file__).parent / "hunts.py"
EXAMPLES, SOUND = 2_000, 10


class Fault(NamedTuple):
    """A fault: the line that is changed, and the hunt that must find it."""

    about: str
    file: str
    old: str
    new: str
    hunt: str


FAULTS = (
    Fault(
        "pay: the result that a tier starts at belongs to no tier",
        "values/payout.py",
        "if result.amount < tier.start.amount:",
        "if result.amount <= tier.start.amount:",
        "monotone",
    ),
    Fault(
        "pay: under `linear` the way through a tier is measured from its end",
        "values/payout.py",
        "way = EXACT.subtract(result.amount, tier.start.amount)",
        "way = EXACT.subtract(tier.end.amount, result.amount)",
        "monotone",
    ),
    Fault(
        "pay: under `marginal` a tier that is not reached counts below nothing",
        "values/payout.py",
        "if part <= 0:",
        "if part == 0:",
        "never_negative",
    ),
    Fault(
        "pay: the floor is taken for a cap",
        "values/payout.py",
        "pay = max(pay, rule.floor)",
        "pay = min(pay, rule.floor)",
        "limits",
    ),
    Fault(
        "pay: a cap in percent is a share of what was earned",
        "values/payout.py",
        "return min(pay, target_pay * share)",
        "return min(pay, pay * share)",
        "limits",
    ),
    Fault(
        "pay: a tier pays for its part twice over from the second point on",
        "values/payout.py",
        "return rated * part.scaleb(-2, context=EXACT)",
        "return rated * (part.scaleb(-2, context=EXACT) + int(part > 1))",
        "continuous",
    ),
    Fault(
        "pay: the last kopeck of a shared sum is lost",
        "values/sharing.py",
        "for turn in range(abs(left)):",
        "for turn in range(abs(left) - 1):",
        "shares",
    ),
    Fault(
        "time: working time goes on a second after the doors are shut",
        "values/worktime.py",
        "return (table.worked(high) - table.worked(low)) * MICROSECOND",
        "return (table.worked(high) - table.worked(low) // 2 * 2) * MICROSECOND",
        "working_time",
    ),
    Fault(
        "linter: findings point at the item behind the one that they are about",
        "checks/facts.py",
        'yield f"{here}/{index}", item',
        'yield f"{here}/{index + 1}", item',
        "inside",
    ),
    Fault(
        "linter: a check ends with an error of its own",
        "checks/general/goals/smart.py",
        "if goal.kpi is None:",
        "if not goal.kpi.strip():",
        "inside",
    ),
    Fault(
        "linter: only neighbours are compared for names that come twice",
        "checks/general/structure/references.py",
        "first = titles.setdefault(mark, (held[0].pointer, key))",
        "first = titles.get(mark, (held[0].pointer, key))\n"
        "            titles = {mark: (held[0].pointer, key)}",
        "order",
    ),
    Fault(
        "linter: a check remembers what it was asked before",
        "checks/general/structure/references.py",
        "        tries = 0\n",
        "        tries = _known.tried = 10_000 - getattr(_known, 'tried', 0)\n",
        "equal",
    ),
    Fault(
        "linter: fixes are offered in English only",
        "checks/engine.py",
        "if found.edits and found.fix:",
        'if found.edits and found.fix and self.language == "en":',
        "languages",
    ),
    Fault(
        "linter: a fix sets what is there already",
        "checks/general/incentives/tiers.py",
        'edits = [Set(f"{here}/{hole.low}/end_included", value=False)]',
        'edits = [Set(f"{here}/{hole.low}/end_included", value=True)]',
        "fixes",
    ),
    Fault(
        "linter: a fix takes the last name away, too",
        "checks/general/responsibility/matrix.py",
        'edits=[Set(f"{path}/accountable", keys)] if once else [],',
        'edits=[Set(f"{path}/accountable", keys[1:])] if once else [],',
        "fixes",
    ),
    Fault(
        "linter: a goal without a KPI passes when it has a target",
        "checks/general/goals/smart.py",
        "if goal.kpi is None:",
        "if goal.kpi is None and goal.target is None:",
        "examples",
    ),
)


def in_copy(folder: Path, name: str, most: int) -> dict[str, object]:
    """Run one hunt in a process that imports the library from a folder."""
    done = subprocess.run(
        [sys.executable, str(HUNTS), name, str(most)],
        env={**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"},
        check=True,
        capture_output=True,
        text=True,
    )
    said: dict[str, object] = json.loads(done.stdout)
    return said


def main() -> int:
    """Hunt for every fault; return 1 where one is not found, or what is sound is."""
    wrong = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(SOURCE, folder / "salesreg")
        for hunt in dict.fromkeys(fault.hunt for fault in FAULTS):
            if told := in_copy(folder, hunt, SOUND)["told"]:
                print(f"{hunt} finds something in the sound copy: {told}")
                wrong += 1
        print("| planted fault | hunt | seconds | of one core | what is told |")
        print("|---|---|--:|--:|---|", flush=True)
        for fault in FAULTS:
            file = folder / "salesreg" / fault.file
            sound = file.read_text("utf-8")
            assert sound.count(fault.old) == 1, fault
            file.write_text(sound.replace(fault.old, fault.new), "utf-8")
            found = in_copy(folder, fault.hunt, EXAMPLES)
            file.write_text(sound, "utf-8")
            wrong += not found["told"]
            told = found["told"] or "NOT FOUND"
            times = f"{found['seconds']:.1f} | {found['spent']:.1f}"
            print(f"| {fault.about} | {fault.hunt} | {times} | {told} |", flush=True)
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
