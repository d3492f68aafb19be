"""Run every benchmark and write RESULTS.md beside this file.

python -m pip install -e ".[dev,bench]" && python benchmarks/run.py
"""

from __future__ import annotations

import os
import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import check_speed
import convert_speed
import docx_speed
import markdown_speed

HERE = Path(__file__).parent
PEERS = (
    "attrs",
    "cattrs",
    "pydantic",
    "msgspec",
    "python-docx",
    "docxtpl",
    "lxml",
    "doorstop",
)


def versions() -> str:
    """Return what was measured with."""
    found = []
    for name in PEERS:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            found.append(f"{name} not installed")
    return ", ".join(found)


def main() -> None:
    """Measure, then write the page."""
    parts = [
        "# Results",
        "",
        "Written by `python benchmarks/run.py`; every table comes from one run, and",
        "each figure is the best of its repetitions. Read the ratios: seconds belong",
        "to the machine.",
        "",
        (
            f"Python {platform.python_version()} on {platform.system()} "
            f"{platform.machine()}, {os.cpu_count()} cores; {versions()}."
        ),
    ]
    for title, module in (
        ("From a dict and back", convert_speed),
        ("DOCX of 60 headings, 800 paragraphs, 60 tables", docx_speed),
        ("Markdown of 1,000 items", markdown_speed),
        ("Checking a regulation", check_speed),
    ):
        print(title, file=sys.stderr)
        parts += ["", f"## {title}", "", module.table(module.run())]
    (HERE / "RESULTS.md").write_text("\n".join(parts) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
