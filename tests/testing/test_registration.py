"""Hypothesis knows the classes of the model without importing them."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]

START = """
import sys
import hypothesis.strategies as st
from salesreg.testing.registration import register
register()
print([name for name in ("attrs", "salesreg.record", "salesreg.model.regulation",
    "salesreg.testing.objects") if name in sys.modules])
"""

USE = """
from hypothesis import find
from salesreg.model.process import Stage
from salesreg.model.regulation import Regulation
from salesreg.values.condition import Condition
from salesreg.values.times import Duration, Window
found = [find(st.from_type(cls), lambda value: True) for cls in
    (Regulation, Stage, Window, Duration, Condition)]
print([type(value).__name__ for value in found])
"""


def run(program: str) -> list[str]:
    """Return what a fresh interpreter prints."""
    made = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )
    return made.stdout.splitlines()


def test_nothing_is_imported_at_start() -> None:
    """Hypothesis' start imports neither the model nor what it is built on."""
    assert ["[]"] == run(START)


def test_types_are_known() -> None:
    """`from_type` draws the classes that are imported later."""
    loaded, names = run(START + USE)
    assert "[]" == loaded
    assert "['Regulation', 'Stage', 'Window', 'Duration', 'DateBounds']" == names


def test_entry_point() -> None:
    """The package declares the function that Hypothesis calls."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    expected = {"salesreg": "salesreg.testing.registration:register"}
    assert expected == project["project"]["entry-points"]["hypothesis"]
