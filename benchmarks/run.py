"""Run every benchmark and write RESULTS.md beside this file.

python -m pip install -e ".[dev,bench]" && python benchmarks/run.py

With names of scripts, `python benchmarks/run.py diff_speed`, only their tables are
measured anew, and the others stay.
"""

from __future__ import annotations

import importlib
import os
import platform
import re
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

HERE = Path(__file__).parent
RESULTS = HERE / "RESULTS.md"
PARTS = {
    "convert_speed": ("From a dict and back", "attrs cattrs pydantic msgspec"),
    "docx_speed": (
        "DOCX of 60 headings, 800 paragraphs, 60 tables",
        "python-docx docxtpl lxml",
    ),
    "word_speed": (
        "Word files that can be edited and read back",
        "python-docx docxtpl lxml",
    ),
    "markdown_speed": ("Markdown of 1,000 items", "markdown-it-py"),
    "check_speed": ("Checking a regulation", "attrs doorstop"),
    "evaluate_speed": (
        "Evaluating a regulation on data",
        "duckdb polars pandas pyarrow sqlglot businesstimedelta business-duration",
    ),
    "diff_speed": (
        "What differs between two regulations, one item in twenty changed",
        "attrs deepdiff jsonpatch",
    ),
    "next_speed": ("What a deal needs next", "attrs"),
    "compose_speed": (
        "A layer over a regulation, one item in twenty changed",
        "attrs deepmerge omegaconf",
    ),
    "strategies_speed": (
        "Drawing examples",
        "hypothesis hypothesis-jsonschema attrs",
    ),
}
"""The script of each part, with its title and the packages that it depends on."""

HEAD = """\
# Results

Written by `python benchmarks/run.py`; every table comes from one run, and
each figure is the best of its repetitions. Read the ratios: seconds belong
to the machine."""


def versions(packages: str) -> str:
    """Return what was measured with."""
    found = []
    for name in packages.split():
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            found.append(f"{name} not installed")
    return (
        f"Python {platform.python_version()} on {platform.system()}"
        f" {platform.machine()}, {os.cpu_count()} cores; {', '.join(found)}."
    )


def kept() -> dict[str, str]:
    """Return what stands under each title of the page now."""
    text = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else ""
    _, *sections = re.split("^## ", text, flags=re.MULTILINE)
    return {
        title: body.strip()
        for title, _, body in (section.partition("\n") for section in sections)
    }


def main(*names: str) -> None:
    """Measure the parts that are named, or all of them, and write the page."""
    unknown = sorted({*names} - {*PARTS})
    if unknown:
        sys.exit(f"no such part: {', '.join(unknown)}; there are {', '.join(PARTS)}")
    bodies = kept()
    for name in names or PARTS:
        title, packages = PARTS[name]
        print(title, file=sys.stderr)
        part = importlib.import_module(name)
        bodies[title] = f"{versions(packages)}\n\n{part.table(part.run())}"
    written = [
        f"## {title}\n\n{bodies[title]}"
        for title, _ in PARTS.values()
        if title in bodies
    ]
    text = "\n\n".join([HEAD, *written]) + "\n"
    RESULTS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
