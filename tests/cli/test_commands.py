"""The command line: what it writes, what it says, how it fails."""

from __future__ import annotations

import datetime as dt
import importlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import salesreg as sr
from salesreg.cli import main
from salesreg.model.regulation import Language


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*arguments: str) -> Result:
    """Run the command line in this process."""
    return CliRunner().invoke(main, arguments)


def test_demo_writes_every_format_in_both_languages() -> None:
    """The demo writes five files for each language, names each, and evaluates data."""
    result = run("demo", "--out", "out")
    assert (0, "") == (result.exit_code, result.stderr)
    expected = {
        f"out/{language}/regulation{suffix}"
        for language in ("ru", "en")
        for suffix in (".docx", ".md", ".html", ".json", ".yaml")
    }
    written = {path.as_posix() for path in Path("out").rglob("regulation.*")}
    assert expected == written
    assert Path("out/ru/evaluation/overview.html").exists()
    for path in expected:
        assert f"{Path(path).stat().st_size:,} bytes  {path}\n" in result.stdout
    assert "export out/ru/regulation.yaml --to docx" in result.stdout


@pytest.mark.parametrize("language", ["both", "ru", "en"])
def test_demo_ends_with_contradictions(language: str) -> None:
    """The demo ends with what contradicts itself in the article, and what else does."""
    shown: Language = "en" if language == "en" else "ru"
    report = sr.check(
        sr.templates.get("article", language=shown),
        packs=["ru-labour"],
        today=dt.date(2026, 3, 2),
    )
    lines = run("demo", "--language", language).stdout.splitlines()
    path = Path("salesreg-demo", shown, "regulation.yaml")
    found = [line for line in lines if line.startswith(f"{path}:")]
    told = ("TIM01", "TIM02", "STR01", "GOL01", "GOL02", "GOL03", "RU01")
    for code, line in zip(told, found, strict=True):
        first = next(one for one in report if one.code == code)
        assert line.endswith(f" {code}: {first.message}")
    end = next(n for n, line in enumerate(lines) if line.endswith("--pack ru-labour"))
    assert f" {len(report.errors) - len(told)} " in lines[end - 1].replace("\xa0", " ")
    assert lines[end].endswith(f" check {path} --pack ru-labour")


@pytest.mark.parametrize("language", ["ru", "en"])
def test_demo_finds_what_was_planted(language: str) -> None:
    """Of data made up for the demo exactly the planted breaches are found."""
    lines = run("demo", "--language", language).stdout.splitlines()
    (said,) = [line for line in lines if "`b2b`" in line]
    broken, found = re.findall(r"((?:\d+\.\d+\.\d+(?:, )?)+)", said)
    assert 5 == len(broken.rstrip(", ").split(", "))
    assert broken.rstrip(", ") == found


def test_demo_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the packages for data the demo says how to get them."""
    monkeypatch.setitem(sys.modules, "duckdb", None)
    result = run("demo", "--language", "en")
    assert 0 == result.exit_code
    assert "pip install 'salesreg[data]'" in result.stdout.splitlines()[-1]


def test_demo_on_another_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The demo checks for the day that is asked for, and says how to repeat it."""
    days: list[object] = []

    def noted(regulation: sr.Regulation, **options: Any) -> sr.CheckReport:
        days.append(options["today"])
        return sr.check(regulation, **options)

    # The command of the same name hides the module in its package.
    module = importlib.import_module("salesreg.cli.demo")
    monkeypatch.setattr(module, "check", noted)
    assert "--today" not in run("demo").stdout
    shown = run("demo", "--today", "2027-01-11").stdout
    assert " --pack ru-labour --today 2027-01-11\n" in shown
    assert [dt.date(2026, 3, 2), dt.date(2027, 1, 11)] == days


def test_demo_shows_whole_paths(monkeypatch: pytest.MonkeyPatch) -> None:
    """A path longer than the terminal is wide can still be copied."""
    monkeypatch.setenv("COLUMNS", "40")
    folder = "/".join(["folder-of-examples"] * 5)
    result = run("demo", "--out", folder, "--language", "en")
    assert f"{folder}/en/regulation.yaml\n" in result.stdout


@pytest.mark.parametrize("language", ["ru", "en"])
def test_demo_is_the_template(language: Language) -> None:
    """What the demo writes as YAML and JSON loads as the template."""
    run("demo", "--out", "out", "--language", language)
    expected = sr.templates.get("article", language=language)
    assert expected == sr.load(f"out/{language}/regulation.yaml")
    assert expected == sr.load(f"out/{language}/regulation.json")


def test_new_writes_a_regulation_and_its_schema() -> None:
    """A new YAML file names the schema beside it and loads as its template."""
    result = run("new", "mine", "--template", "b2b", "--language", "en")
    assert (0, "mine.yaml\nsalesreg.schema.json\n") == (result.exit_code, result.stdout)
    first = Path("mine.yaml").read_text("utf-8").splitlines()[0]
    assert "# yaml-language-server: $schema=salesreg.schema.json" == first
    assert sr.templates.get("b2b", language="en") == sr.load("mine.yaml")
    assert sr.json_schema() == json.loads(
        Path("salesreg.schema.json").read_text("utf-8")
    )


def test_new_keeps_what_is_there() -> None:
    """A file that is there is overwritten only when asked."""
    Path("mine.json").write_text("old", "utf-8")
    result = run("new", "mine", "--format", "json")
    assert (2, "old") == (result.exit_code, Path("mine.json").read_text("utf-8"))
    assert "--force" in result.stderr
    assert 0 == run("new", "mine", "--format", "json", "--force").exit_code
    assert sr.templates.get("b2b", language="ru") == sr.load("mine.json")


@pytest.mark.parametrize("name", ["mine.yaml", "mine.json"])
def test_new_takes_a_name_with_its_suffix(name: str) -> None:
    """A suffix in the name says the format."""
    assert 0 == run("new", name, "--template", "article").exit_code
    assert sr.templates.get("article", language="ru") == sr.load(name)


def test_export_spares_its_source() -> None:
    """A file with comments is not written over unless it is named."""
    run("new", "mine", "--template", "article")
    before = Path("mine.yaml").read_bytes()
    result = run("export", "mine.yaml", "--to", "md", "--to", "yaml")
    assert (2, before) == (result.exit_code, Path("mine.yaml").read_bytes())
    assert not Path("mine.md").exists()


def test_export_writes_what_is_asked() -> None:
    """Each format asked for is written beside the file."""
    run("new", "mine", "--template", "article", "--language", "ru")
    result = run("export", "mine.yaml", "--to", "docx", "--to", "md")
    assert (0, "mine.docx\nmine.md\n") == (result.exit_code, result.stdout)
    regulation = sr.templates.get("article", language="ru")
    assert regulation.to_docx() == Path("mine.docx").read_bytes()
    assert regulation.to_markdown() == Path("mine.md").read_text("utf-8")


def test_export_to_a_named_file() -> None:
    """The suffix of the file named says its format."""
    run("new", "mine", "--template", "article", "--format", "json")
    assert 0 == run("export", "mine.json", "-o", "there.html").exit_code
    assert Path("there.html").read_text("utf-8").startswith("<!DOCTYPE html>")


def test_export_in_a_style() -> None:
    """A style is for Word files; without one of them it is an error of use."""
    run("new", "mine", "--template", "article", "--language", "ru")
    both = ("export", "mine.yaml", "--to", "docx", "--to", "md")
    assert 0 == run(*both, "--style", "gost").exit_code
    regulation = sr.templates.get("article", language="ru")
    assert regulation.to_docx(style="gost") == Path("mine.docx").read_bytes()
    result = run("export", "mine.yaml", "--to", "md", "--style", "gost")
    assert 2 == result.exit_code
    assert "only a Word file has a style" in result.output


def test_export_for_a_role() -> None:
    """What concerns a role is written beside the file, with the role's key."""
    run("new", "mine", "--template", "article", "--language", "ru")
    result = run("export", "mine.yaml", "--to", "docx", "--role", "manager")
    assert (0, "mine.manager.docx\n") == (result.exit_code, result.stdout)
    regulation = sr.templates.get("article", language="ru")
    part = regulation.for_role("manager").to_docx()
    assert part == Path("mine.manager.docx").read_bytes()


def test_export_of_the_papers_of_a_role() -> None:
    """The memo and the sheet to sign are written beside the file, by their names."""
    run("new", "mine", "--template", "article", "--language", "ru")
    part = sr.templates.get("article", language="ru").for_role("manager")
    made = {"memo": part.memo, "sheet": part.sheet, "extract": part}
    for paper, written in made.items():
        name = "mine.manager.md" if paper == "extract" else f"mine.manager.{paper}.md"
        command = ("export", "mine.yaml", "--to", "md", "--role", "manager")
        result = run(*command, "--paper", paper)
        assert (0, f"{name}\n") == (result.exit_code, result.stdout)
        assert written.to_markdown() == Path(name).read_text("utf-8")
    result = run("export", "mine.yaml", "--to", "md", "--paper", "memo")
    assert 2 == result.exit_code
    assert "add --role KEY" in result.output


def test_export_knows_the_roles() -> None:
    """A role that is not there is named, with the one that was meant."""
    run("new", "mine", "--template", "article")
    result = run("export", "mine.yaml", "--to", "md", "--role", "manger")
    assert (2, "") == (result.exit_code, result.stdout)
    assert "no role 'manger' (at /roles); did you mean 'manager'?" in result.stderr


def test_a_slice_is_a_document() -> None:
    """A part of a regulation is no regulation, and is not written as one."""
    run("new", "mine", "--template", "article")
    result = run("export", "mine.yaml", "--to", "json", "--role", "manager")
    assert (2, "") == (result.exit_code, result.stdout)
    assert "a document is written to .md, .html, .docx" in result.stderr


def test_export_needs_one_target() -> None:
    """Neither a format nor a file, or both, is a wrong use."""
    assert 2 == run("export", "mine.yaml").exit_code
    assert 2 == run("export", "mine.yaml", "--to", "md", "-o", "x.md").exit_code


def test_every_problem_goes_to_stderr() -> None:
    """A file with problems ends with code 2 and one line for each problem."""
    Path("bad.yaml").write_text(
        "format: salesreg/1\nkey: B2B\ntitel: Sales\n", encoding="utf-8"
    )
    result = run("export", "bad.yaml", "--to", "md")
    assert (2, "") == (result.exit_code, result.stdout)
    lines = result.stderr.splitlines()
    assert 3 == len(lines)
    assert any(
        "bad.yaml:3:1" in line and "did you mean 'title'?" in line for line in lines
    )
    assert not Path("bad.md").exists()


@pytest.mark.parametrize(("forced", "expected"), [("", False), ("1", True)])
def test_colour_is_for_terminals(
    monkeypatch: pytest.MonkeyPatch, forced: str, *, expected: bool
) -> None:
    """A problem is coloured where a terminal shows it, and plain in a pipe."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("FORCE_COLOR", forced)
    told = CliRunner().invoke(main, ["export", "no.yaml", "--to", "md"], color=True)
    assert expected == ("\x1b[" in told.stderr)


@pytest.mark.parametrize("name", ["nothing.yaml", ".", "what.xls"])
def test_unusable_files_are_no_traceback(name: str) -> None:
    """A file that is missing, a folder or of no known format is one plain line."""
    result = run("export", name, "--to", "md")
    assert (2, "") == (result.exit_code, result.stdout)
    assert result.stderr.startswith("error: ")
    assert "Traceback" not in result.stderr


def test_schema() -> None:
    """The schema is printed, or written to a file."""
    assert sr.json_schema() == json.loads(run("schema").stdout)
    assert 0 == run("schema", "-o", "s.json").exit_code
    assert sr.json_schema() == json.loads(Path("s.json").read_text("utf-8"))


def test_as_a_module() -> None:
    """`python -m salesreg` is the same command."""
    command = [sys.executable, "-m", "salesreg", "demo", "--language", "en"]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "regulation.docx" in answer.stdout
    assert Path("salesreg-demo/en/regulation.docx").stat().st_size > 5000


@pytest.mark.parametrize("encoding", ["cp1251", "cp1252", "utf-8"])
def test_any_encoding_of_the_output_will_do(encoding: str) -> None:
    """A name in letters that the output cannot hold is written, and told escaped."""
    name = "правила-営業"
    command = [sys.executable, "-m", "salesreg", "new", name, "--template", "article"]
    answer = subprocess.run(
        command,
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONIOENCODING": encoding},
    )
    told = f"{name}.yaml".encode(encoding, "backslashreplace")
    assert [told, b"salesreg.schema.json"] == answer.stdout.splitlines()
    assert Path(f"{name}.yaml").exists()


def test_reader_that_has_enough() -> None:
    """A pipe that closes early ends the command without a word."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        answer = subprocess.run(
            [sys.executable, "-m", "salesreg", "schema"],
            stdout=writing,
            stderr=subprocess.PIPE,
            check=False,
        )
    finally:
        os.close(writing)
    assert b"" == answer.stderr
