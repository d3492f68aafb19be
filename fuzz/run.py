"""Fuzz what reads foreign data: `python fuzz/run.py --seconds 60`.

Atheris looks for inputs that reach new code of the readers, and Hypothesis makes
data of them (`fuzz_one_input`): dicts that are nearly regulations, texts of YAML and
JSON and Word files that are nearly right. Whatever comes, a reader gives a regulation
that is read back from what is written of it, or tells problems; nothing else ever.

A failing input is printed, kept by Hypothesis in `.hypothesis/`, and lies in
`.fuzz/` beside the inputs that reached something new.

    python -m pip install -e ".[dev,fuzz]" && python fuzz/run.py --seconds 60
"""

from __future__ import annotations

import argparse
import importlib.util
import re
import subprocess
import sys
from pathlib import Path

TARGETS = ("dict", "yaml", "json", "docx")
HERE = Path(__file__).parent
FOUND = HERE.parent / ".fuzz"


def main() -> int:
    """Fuzz each target for its share of the time; return 1 where one fails."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seconds", type=int, default=60, help="time for all targets")
    parser.add_argument("--target", choices=TARGETS, action="append", help="only this")
    asked = parser.parse_args()
    if importlib.util.find_spec("atheris") is None:
        parser.error(
            "atheris is not installed: python -m pip install -e '.[dev,fuzz]'"
            " (it has wheels for CPython on Linux)"
        )
    targets = asked.target or TARGETS
    failed = []
    for target in targets:
        folder = FOUND / target
        folder.mkdir(parents=True, exist_ok=True)
        seconds = max(1, asked.seconds // len(targets))
        done = subprocess.run(
            [
                sys.executable,
                str(HERE / "target.py"),
                target,
                str(folder),
                f"-max_total_time={seconds}",
                f"-artifact_prefix={folder}/",
                "-timeout=30",
                "-print_final_stats=1",
            ],
            check=False,
            capture_output=True,
            text=True,
            errors="replace",
        )
        runs = re.findall(r"number_of_executed_units: (\d+)", done.stderr)
        reached = re.findall(r"cov: (\d+)", done.stderr)
        told = f"{runs[-1] if runs else 'no'} runs in {seconds} s"
        print(f"{target}: {told}, {reached[-1] if reached else 'no'} places reached")
        if done.returncode:
            failed.append(target)
            print(done.stdout, done.stderr, sep="\n")
    print(f"failed: {', '.join(failed)}" if failed else "nothing failed")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
