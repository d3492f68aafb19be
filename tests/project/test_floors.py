"""The house is built as docs/explanation/architecture.md says."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).parents[2]


def layers() -> list[str]:
    """Return the floors of the import linter, lowest first."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    (contract,) = project["tool"]["importlinter"]["contracts"]
    return list(reversed(contract["layers"]))


def test_floors_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    """No floor imports a floor above it, or a neighbour."""
    monkeypatch.chdir(ROOT)
    assert EXIT_STATUS_SUCCESS == lint_imports(cache_dir=None)


def test_every_module_stands_on_a_floor() -> None:
    """Each module and package of the library is on exactly one floor."""
    # The table of names and what it serves know every floor, and no floor them.
    free = {"_names", "_public", "_version", "__init__"}
    on_floors = [name for layer in layers() for name in re.findall(r"\w+", layer)]
    there = {
        path.stem
        for path in (ROOT / "src" / "salesreg").iterdir()
        if path.suffix == ".py" or (path / "__init__.py").is_file()
    }
    assert sorted(on_floors) == sorted(there - free)


def test_page_shows_the_floors() -> None:
    """The page of the architecture has the same floors in the same order."""
    page = (ROOT / "docs/explanation/architecture.md").read_text("utf-8")
    shown = [
        sorted(re.findall(r"`(\w+)`", cells))
        for cells in re.findall(r"^\| \d+ \| (.+?) \|", page, re.MULTILINE)
    ]
    private = {"__main__", "_text", "_made"}
    expected = [sorted(set(re.findall(r"\w+", layer)) - private) for layer in layers()]
    assert [names for names in expected if names] == shown
