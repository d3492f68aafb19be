"""`salesreg check`: what it tells, where it writes, how it ends."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import salesreg as sr
from salesreg.checks.output import human
from salesreg.cli import main

GOALS = """\
format: salesreg/1
key: rules
title: Rules
language: en
goals:
- key: more
  title: Sell more
"""


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("rules.yaml").write_text(GOALS, "utf-8")


def run(*arguments: str) -> Result:
    """Run the command line in this process, looking at one check by default."""
    chosen = () if "--select" in arguments else ("--select", "GOL02")
    return CliRunner().invoke(main, ["check", *arguments, *chosen])


def test_finding() -> None:
    """A finding is told as the report tells it, and makes the exit code 1."""
    result = run("rules.yaml")
    expected = human.render(sr.load("rules.yaml").check(select=["GOL02"]))
    assert (1, expected, "") == (result.exit_code, result.stdout, result.stderr)


def test_nothing_found() -> None:
    """A file without findings makes the exit code 0."""
    result = run("rules.yaml", "--ignore", "GOL")
    assert (0, "No findings\n") == (result.exit_code, result.stdout)


def test_json_is_the_report() -> None:
    """JSON is what the report returns as plain data, one object for one file."""
    result = run("rules.yaml", "--format", "json", "--today", "2026-11-02")
    report = sr.load("rules.yaml").check(select=["GOL02"], today=dt.date(2026, 11, 2))
    assert report.to_dict() == json.loads(result.stdout)


def test_unusable_files_do_not_hide_others() -> None:
    """What can be checked is told; what cannot makes the exit code 2."""
    result = run("nothing.yaml", "rules.yaml")
    assert 2 == result.exit_code
    assert "GOL02" in result.stdout
    assert result.stderr.startswith("error: nothing.yaml: cannot be read")


def test_unknown_words() -> None:
    """A word that names no check or pack is told with what was meant."""
    result = run("rules.yaml", "--select", "GOL2", "--pack", "gist")
    assert (2, "") == (result.exit_code, result.stdout)
    assert 2 == len(result.stderr.splitlines())
    assert "did you mean 'GOL02'?" in result.stderr


def test_bad_date() -> None:
    """A date that is none is a wrong use."""
    assert 2 == run("rules.yaml", "--today", "tomorrow").exit_code


def test_into_a_file() -> None:
    """With -o the findings go into a file and only its name is told."""
    result = run("rules.yaml", "--format", "json", "-o", "out.json")
    assert (1, "out.json\n") == (result.exit_code, result.stdout)
    assert "rules" == json.loads(Path("out.json").read_text("utf-8"))["regulation"]
