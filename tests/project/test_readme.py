"""What the README shows is what a reader gets."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHOWN = re.compile(r"```python\n(.*?)```(?:(?!```).)*?```text\n(.*?)```", re.DOTALL)


@pytest.mark.parametrize("name", ["README.md", "README.ru.md"])
def test_output_is_what_is_shown(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each block prints exactly the text that stands below it."""
    monkeypatch.chdir(tmp_path)
    space: dict[str, object] = {}
    shown = SHOWN.findall((ROOT / name).read_text("utf-8"))
    assert shown
    for code, text in shown:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(code, space)
        assert text == printed.getvalue()
    assert [".docx"] == [path.suffix for path in tmp_path.iterdir()]


@pytest.mark.parametrize("name", ["README.md", "README.ru.md", "docs/index.md"])
def test_links_lead_somewhere(name: str) -> None:
    """Each relative link names a file that is there."""
    page = ROOT / name
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf-8"))
    assert [] == [link for link in links if not (page.parent / link).exists()]
