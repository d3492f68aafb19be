"""`salesreg edits`: what people changed in a Word file, on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import salesreg as sr
from salesreg.cli import main
from salesreg.export.docx.places import value_name
from tests.edits.word import Word

YAML = """\
# The rules of the team.
format: salesreg/1
key: rules
title: Sales rules
language: en
stages:
- {key: new, title: New, kind: initial, norm: {limit: 30 min working}}  # at once
- {key: won, title: Won, kind: won}
"""


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """A regulation and its Word file, in which a time limit was changed."""
    rules, word = tmp_path / "rules.yaml", tmp_path / "rules.docx"
    rules.write_text(YAML, encoding="utf-8")
    edited = Word(sr.load(rules).to_docx())
    edited.write(value_name("/stages/0/norm/limit"), "1 working hour")
    edited.write(value_name("/stages/1/title"), "")
    word.write_bytes(edited.saved())
    return rules, word


def run(*arguments: object) -> tuple[int, str]:
    """Exit code and output of a command."""
    done = CliRunner().invoke(main, list(map(str, arguments)))
    return done.exit_code, done.output


def test_edits_are_told(files: tuple[Path, Path]) -> None:
    """Changes and what could not be matched are told, and the exit code says so."""
    rules, word = files
    code, text = run("edits", word, "--base", rules)
    assert 1 == code
    assert "1\u00a0working hour" in text
    assert "Could not be matched:\n  cl. 1.2: 'Won' → ''" in text


def test_edits_as_data(files: tuple[Path, Path]) -> None:
    """As JSON, every list is there."""
    code, text = run("edits", files[1], "--format", "json")
    found = json.loads(text)
    assert (1, False, 1) == (code, found["complete"], len(found["diff"]["changes"]))
    assert ["/stages/1/title"] == [one["path"] for one in found["unmatched"]]


def test_the_base_takes_them_over(files: tuple[Path, Path]) -> None:
    """The regulation's own file is changed where the document was, and no more."""
    rules, word = files
    run("edits", word, "--base", rules, "-o", rules)
    assert YAML.replace("30 min working", "1 h working") == rules.read_text("utf-8")


def test_a_file_as_it_was_written_ends_well(tmp_path: Path) -> None:
    """Without edits the exit code is 0."""
    path = tmp_path / "rules.docx"
    sr.loads(YAML).to_docx(path)
    assert (0, "No value was changed.\n") == run("edits", path)


def test_commands_take_a_word_file(files: tuple[Path, Path], tmp_path: Path) -> None:
    """A Word file can be checked, exported and compared like any other file."""
    rules, word = files
    assert 2 != run("check", word)[0]
    assert 0 == run("export", word, "-o", tmp_path / "out.yaml")[0]
    assert sr.load(rules) == sr.load(tmp_path / "out.yaml")
    assert 0 == run("diff", rules, word)[0]
    assert 2 == run("check", word, "--fix")[0] or 1 == run("check", word)[0]
