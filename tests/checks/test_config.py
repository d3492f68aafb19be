"""Settings in files: where they are looked for, what they say, what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from salesreg.checks.catalogue import OURS
from salesreg.checks.config import Config, load, nearest
from salesreg.checks.settings import Selector, Settings
from salesreg.errors import LoadError, Place, Problem
from tests.checks.small import CHECKS

FULL = """\
select = ["TST"]
ignore = ["TST01:/scope/*"]
packs = ["test-pack"]
level = "warning"
baseline = "known.json"

[severity]
TST02 = "info"

[checks.TST02]
most = 5
"""


def in_pyproject(text: str) -> str:
    """Return settings as they stand in a pyproject.toml."""
    return "[tool.salesreg]\n" + text.replace("\n[", "\n[tool.salesreg.")


@pytest.mark.parametrize(
    ("name", "text"), [("salesreg.toml", FULL), ("pyproject.toml", in_pyproject(FULL))]
)
def test_everything(tmp_path: Path, name: str, text: str) -> None:
    """Every key is read, in a file of its own and in pyproject.toml."""
    file = tmp_path / name
    file.write_text(text, "utf-8")
    expected = Config(
        settings=Settings(
            select=("TST",),
            ignore=("TST01:/scope/*",),
            packs=("test-pack",),
            severity={"TST02": "info"},
            thresholds={"TST02": {"most": 5}},
        ),
        level="warning",
        baseline=tmp_path / "known.json",
    )
    assert expected == load(file, CHECKS)


def test_nothing(tmp_path: Path) -> None:
    """An empty file changes nothing."""
    file = tmp_path / "salesreg.toml"
    file.write_text("", "utf-8")
    assert Config() == load(file, CHECKS)


def test_nearest(tmp_path: Path) -> None:
    """The nearest file counts; a pyproject.toml without our table does not."""
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    rules = below / "rules.yaml"
    outside = nearest(tmp_path / "rules.yaml")
    (tmp_path / "pyproject.toml").write_text("[tool.salesreg]\n", "utf-8")
    assert tmp_path / "pyproject.toml" == nearest(rules)
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.other]\n", "utf-8")
    assert tmp_path / "pyproject.toml" == nearest(rules)
    for strange in ("tool = 5\n", "[tool]\nsalesreg = 5\n"):
        (tmp_path / "a" / "pyproject.toml").write_text(strange, "utf-8")
        assert tmp_path / "pyproject.toml" == nearest(rules)
        assert Config() == load(tmp_path / "a" / "pyproject.toml", CHECKS)
    (tmp_path / "salesreg.toml").write_text("", "utf-8")
    assert tmp_path / "salesreg.toml" == nearest(rules)
    (below / "salesreg.toml").write_text("", "utf-8")
    assert below / "salesreg.toml" == nearest(rules)
    assert outside is None


CHOICE = "must be one of error, warning, info"
UNKNOWN = "unknown field 'moost' in LongTitle"
WRONG = """\
selct = ["TST"]
ignore = "TST01"
packs = ["test-pak", "test-pack"]
select = ["TST01", "TST2"]
level = "eror"
baseline = 7

[severity]
TST02 = "inf"

[checks]
TST01 = {most = 5}
TST02 = {moost = 5, most = "many"}
TST03 = 7
TST04 = {}
"""


@pytest.mark.parametrize(
    ("name", "text", "prefix"),
    [
        ("salesreg.toml", WRONG, ""),
        ("pyproject.toml", in_pyproject(WRONG), "tool.salesreg."),
    ],
)
def test_every_problem(tmp_path: Path, name: str, text: str, prefix: str) -> None:
    """Every problem is told at once, with the file, the key and what was meant."""
    file = tmp_path / name
    file.write_text(text, "utf-8")
    with pytest.raises(LoadError) as raised:
        load(file, CHECKS, name)
    told = [str(problem) for problem in raised.value.problems]
    expected = [
        "selct: unknown key; did you mean 'select'?",
        "ignore: must be a list of texts, got 'TST01'",
        "checks.TST03: must be a table, got 7",
        f"level: {CHOICE}, got 'eror'; did you mean 'error'?",
        "baseline: must be the path of a file, got 7",
        "packs.0: there is no pack 'test-pak'; did you mean 'test-pack'?",
        "select.1: there is no check 'TST2'; did you mean 'TST02'?",
        f"severity.TST02: {CHOICE}, got 'inf'; did you mean 'info'?",
        "checks.TST01: check TST01 has no thresholds",
        f"checks.TST02.moost: {UNKNOWN}; did you mean 'most'?",
        "checks.TST02.most: must be a whole number, got 'many'",
        "checks.TST04: there is no check 'TST04'; did you mean 'TST03'?",
    ]
    assert [f"{name}: {prefix}{line}" for line in expected] == told
    assert [
        "unknown-key",
        *["wrong-type"] * 2,
        "wrong-choice",
        "wrong-type",
        "unknown-pack",
        "unknown-check",
        "wrong-choice",
        "unknown-field",
        "unknown-field",
        "wrong-type",
        "unknown-check",
    ] == [problem.code for problem in raised.value.problems]


KEYS = "baseline, checks, ignore, level, packs, select, severity"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("severity = 7", "severity: must be a table, got 7"),
        ("checks = 7", "checks: must be a table, got 7"),
        (
            "colour = 7",
            f"colour: unknown key; the keys are {KEYS}",
        ),
    ],
)
def test_one_problem(tmp_path: Path, text: str, expected: str) -> None:
    """A table is a table, and a key that is like no other is told all keys."""
    file = tmp_path / "salesreg.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(LoadError) as raised:
        load(file, CHECKS, "s.toml")
    assert [f"s.toml: {expected}"] == [str(one) for one in raised.value.problems]


def problem_of(file: Path, text: str) -> Problem:
    """Return the problem of a settings file that was only met on the way."""
    file.write_text(text, "utf-8")
    with pytest.raises(LoadError) as raised:
        nearest(file.parent / "rules.yaml")
    (problem,) = raised.value.problems
    return problem


def test_no_toml(tmp_path: Path) -> None:
    """A file that is no TOML is told with its place, also when it was only met."""
    file = tmp_path / "pyproject.toml"
    problem = problem_of(file, "a = 1\nb = }\n")
    expected = ("bad-toml", "is no TOML: Invalid value", Place(str(file), 2, 5))
    assert expected == (problem.code, problem.message, problem.place)


@pytest.mark.parametrize("text", ["[tool", "a = ", "a = 1\na = 2"])
def test_toml_that_breaks_off(tmp_path: Path, text: str) -> None:
    """A file that breaks off is told with its name, where no line is known."""
    file = tmp_path / "pyproject.toml"
    problem = problem_of(file, text)
    assert ("bad-toml", None) == (problem.code, problem.place)
    assert problem.message.startswith(f"{file}: is no TOML: ")


def test_settings_in_utf_8(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings are UTF-8 whatever the machine is set to, and nothing else."""
    file = tmp_path / "salesreg.toml"
    file.write_bytes('baseline = "известные.json"'.encode("cp1251"))
    with pytest.raises(LoadError, match="is no TOML"):
        load(file, CHECKS)
    file.write_text('baseline = "известные.json"', "utf-8")
    assert tmp_path / "известные.json" == load(file, CHECKS).baseline


def test_the_name_of_a_file_that_is_no_toml(tmp_path: Path) -> None:
    """What is wrong with a file is told under the name that it is called by."""
    file = tmp_path / "salesreg.toml"
    file.write_text("a = ?", "utf-8")
    with pytest.raises(LoadError) as raised:
        load(file, CHECKS, "s.toml")
    assert [Place("s.toml", 1, 5)] == [one.place for one in raised.value.problems]


def test_missing_file(tmp_path: Path) -> None:
    """A file that was named and is not there is told, with what the system says."""
    file = tmp_path / "no.toml"
    with pytest.raises(LoadError) as raised:
        load(file, CHECKS)
    (problem,) = raised.value.problems
    message = f"{file}: cannot be read: No such file or directory"
    assert ("unreadable-file", message) == (problem.code, problem.message)


@pytest.mark.parametrize(
    ("word", "taken"),
    [
        ("TXT:/scripts", True),
        ("TXT:scripts", True),
        ("TXT:scripts/*", True),
        ("TXT:*/text", True),
        ("TXT", True),
        ("TXT:/script", False),
        ("TXT01:/scripts/1", False),
        ("TIM:/scripts", False),
    ],
)
def test_selector(word: str, taken: bool) -> None:
    """A word takes what is at its path and inside it, with or without a slash."""
    by_code = {check.code: check for check in OURS}
    assert taken is Selector.parse(word).takes(by_code["TXT01"], "/scripts/0/text")
