"""The reference pages say what the code says."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

from salesreg.checks.catalogue import OURS
from salesreg.checks.families import FAMILIES
from salesreg.checks.left_out import LEFT_OUT
from salesreg.cli.columns import read_columns

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"


def script() -> ModuleType:
    """Return the script that writes the pages."""
    spec = importlib.util.spec_from_file_location("make", REFERENCE / "make.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_pages_are_current() -> None:
    """Each page is what `python docs/reference/make.py` writes; no other is there."""
    expected = script().pages()
    checks = {f"checks/{path.name}" for path in (REFERENCE / "checks").glob("*.md")}
    assert {name for name in expected if name.startswith("checks/")} == checks
    stale = [
        name
        for name, text in expected.items()
        if text != (REFERENCE / name).read_text("utf-8")
    ]
    assert [] == stale


def test_the_sample_of_columns_can_be_read(tmp_path: Path) -> None:
    """What the page of tables shows as a file of TOML is one, in UTF-8."""
    page = (REFERENCE / "tables.md").read_text("utf-8")
    (tmp_path / "columns.toml").write_text(page.split("```")[1][5:], "utf-8")
    columns = read_columns(tmp_path / "columns.toml")
    assert ("Europe/Moscow", "new") == (
        columns.time_zone,
        columns.stages["Новая заявка"],
    )


def test_every_family_has_a_title() -> None:
    """Each family of checks is in the list, in the order of the catalogue."""
    families = list(dict.fromkeys(check.family() for check in OURS))
    assert [name for name in FAMILIES if name in families] == families
    assert {code.rstrip("0123456789") for code in LEFT_OUT} <= set(FAMILIES)
    assert not {check.code for check in OURS} & set(LEFT_OUT)
