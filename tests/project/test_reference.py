"""The reference pages say what the code says."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"


def script() -> ModuleType:
    """Return the script that writes the pages."""
    spec = importlib.util.spec_from_file_location("make", REFERENCE / "make.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["format.md", "names.md"])
def test_page_is_current(name: str) -> None:
    """Each page is what `python docs/reference/make.py` writes."""
    expected = "\n".join(script().PAGES[name]()) + "\n"
    assert expected == (REFERENCE / name).read_text("utf-8")
