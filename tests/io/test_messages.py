"""What is said of wrong input: the golden files, and that nothing else is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import salesreg as sr
from tests.io.cases import CASES, GOLDEN, bare, said, yaml


@pytest.mark.parametrize("name", CASES)
def test_message(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each kind of wrong input is told in the words of its golden file."""
    monkeypatch.chdir(tmp_path)
    expected = (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")
    assert expected == said(CASES[name])


def test_golden_files_have_cases() -> None:
    """No golden file is left behind without its case."""
    assert sorted(CASES) == sorted(path.stem for path in GOLDEN.iterdir())


@pytest.mark.parametrize("name", ["rules.yaml", "rules"])
def test_directory(tmp_path: Path, name: str) -> None:
    """A directory without a regulation is none, whatever its name is."""
    folder = tmp_path / name
    folder.mkdir()
    with pytest.raises(sr.LoadError) as caught:
        sr.load(folder)
    (problem,) = caught.value.problems
    assert "no-base" == problem.code
    assert problem.message == f"{folder}: holds no regulation"


def test_rendered_form() -> None:
    """A problem reads as place, message, path and hint, on one line."""
    text = "format: salesreg/1\nkey: a\ntitle: A\nrolls: []\n"
    with pytest.raises(sr.LoadError) as caught:
        sr.loads(text, name="rules.yaml")
    assert (
        "rules.yaml:4:1: unknown field 'rolls' in Regulation (at /rolls);"
        " did you mean 'roles'?"
    ) == str(caught.value)


@pytest.mark.parametrize(
    ("load", "place"),
    [
        (yaml("language: ru\nroles:\n  - key: a\n    title: 5\n"), (7, 12)),
        (yaml("roles:\n  - &a {key: a, title: 5}\n"), (5, 24)),
        (yaml("roles: [{key: a, title: 5}]\r\n"), (4, 25)),
        (yaml("roles:\n  - {key: a, title: A}\n  - {key: b}\n"), (6, 5)),
        (bare("\ufeffkey: a\ntitle: 5\nformat: salesreg/1\n"), (2, 8)),
    ],
)
def test_place(load: Callable[[], object], place: tuple[int, int]) -> None:
    """A place counts lines and columns from 1, in characters, without the mark."""
    with pytest.raises(sr.LoadError) as caught:
        load()
    found = caught.value.problems[0].place
    assert found is not None
    assert place == (found.line, found.column)


def test_place_behind_an_alias() -> None:
    """What is wrong in a repeated value is told where it was written."""
    text = (
        "format: salesreg/1\nkey: a\ntitle: A\nroles:\n"
        "  - key: a\n    title: A\n    duties: &duties\n      - txt: Call\n"
        "  - key: b\n    title: B\n    duties: *duties\n"
    )
    with pytest.raises(sr.LoadError) as caught:
        sr.loads(text)
    unknown = [p for p in caught.value.problems if p.code == "unknown-field"]
    assert [
        ("/roles/0/duties/0/txt", sr.Place("<text>", 8, 9)),
        ("/roles/1/duties/0/txt", sr.Place("<text>", 8, 9)),
    ] == [(problem.path, problem.place) for problem in unknown]
