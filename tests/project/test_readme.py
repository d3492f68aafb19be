"""What the README shows is what a reader gets."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from salesreg.cli import main
from salesreg.model.regulation import Language

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


@pytest.mark.parametrize("language", ["en", "ru"])
def test_demo_ends_as_is_shown(
    language: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A terminal of 80 columns shows the contradictions that stand below the demo."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("FORCE_COLOR", "1")
    page = (ROOT / ("README.ru.md" if language == "ru" else "README.md")).read_text(
        "utf-8"
    )
    told = CliRunner().invoke(main, ["demo", "--language", language]).stdout
    plain = re.sub(r"\x1b\[[0-9;]*m", "", told).replace("\N{NO-BREAK SPACE}", " ")
    shown = re.findall(r"salesreg demo\n```.*?```text\n(.*?)…\n```", page, re.DOTALL)
    assert [True] == [f"\n\n{text}salesreg-demo/" in plain for text in shown]


@pytest.mark.parametrize("name", ["README.md", "README.ru.md", "docs/index.md"])
def test_links_lead_somewhere(name: str) -> None:
    """Each relative link names a file that is there."""
    page = ROOT / name
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf-8"))
    assert [] == [link for link in links if not (page.parent / link).exists()]
