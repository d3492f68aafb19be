"""`salesreg check`: what it tells, where it writes, what it mends, how it ends."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import salesreg as sr
from salesreg.checks import catalogue as module
from salesreg.checks.output import github, html, human, sarif
from salesreg.cli import main
from tests.checks.small import entry_point

RULES = """\
# The rules.
format: salesreg/1
key: rules
title: Rules
language: en
scope:
  units:  # where
  - East
  - West  # far
  - East
roles:
- key: head
  title: Head of everything
"""
DAY = "2026-11-02"


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    point = entry_point("tests.checks.small:CHECKS")
    monkeypatch.setattr(module, "entry_points", lambda **_: [point])
    Path("rules.yaml").write_text(RULES, "utf-8")


def run(*arguments: str) -> Result:
    """Run the command line in this process, looking at the small checks by default."""
    chosen = () if "--select" in arguments else ("--select", "TST01,TST02")
    return CliRunner().invoke(main, ["check", *arguments, *chosen])


def report(file: str = "rules.yaml", **options: object) -> sr.CheckReport:
    """Return the report that the command makes of a file."""
    chosen = {"select": ("TST01", "TST02"), "today": dt.date.fromisoformat(DAY)}
    return sr.load(file).check(**{**chosen, **options})  # type: ignore[typeddict-item]


# --- what is told ------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "render"),
    [
        ("human", human.render),
        ("sarif", sarif.render),
        ("github", github.render),
        ("html", html.render),
    ],
)
def test_formats(form: str, render: object) -> None:
    """Each format is what its module writes, and a finding makes the exit code 1."""
    result = run("rules.yaml", "--format", form, "--today", DAY)
    expected = render(report())  # type: ignore[operator]
    assert (1, expected, "") == (result.exit_code, result.stdout, result.stderr)


def test_json_is_the_report() -> None:
    """JSON is what the report returns as plain data: an object, or an array of them."""
    Path("other.json").write_text(sr.load("rules.yaml").to_json(), "utf-8")
    one = run("rules.yaml", "--format", "json", "--today", DAY)
    assert report().to_dict() == json.loads(one.stdout)
    two = run("rules.yaml", "other.json", "--format", "json", "--today", DAY)
    expected = [report().to_dict(), report("other.json").to_dict()]
    assert expected == json.loads(two.stdout)


def test_unread_file_for_programs() -> None:
    """Formats for programs hold why a file could not be checked, and the findings."""
    Path("broken.yaml").write_text(f"{RULES}rolls: []\n", "utf-8")
    line = len(RULES.splitlines()) + 1
    asked = ("rules.yaml", "broken.yaml", "--today", DAY, "--format")
    results = {form: run(*asked, form) for form in ("json", "sarif", "github")}
    assert {2} == {result.exit_code for result in results.values()}
    one, other = json.loads(results["json"].stdout)
    assert report().to_dict() == one
    assert [("unknown-field", line)] == [
        (problem["code"], problem["line"]) for problem in other["problems"]
    ]
    (invocation,) = json.loads(results["sarif"].stdout)["runs"][0]["invocations"]
    (told,) = invocation["toolExecutionNotifications"]
    assert not invocation["executionSuccessful"]
    assert line == told["locations"][0]["physicalLocation"]["region"]["startLine"]
    first, *_ = results["github"].stdout.splitlines()
    assert first.startswith(f"::error file=broken.yaml,line={line},col=1,title=unknown")
    assert ("", 2) == (run("broken.yaml").stdout, run("broken.yaml").exit_code)
    assert "problems" in json.loads(run("broken.yaml", "--format", "json").stdout)


def test_several_files() -> None:
    """The findings of several files end with the counts of all of them."""
    Path("other.yaml").write_text(RULES, "utf-8")
    result = run("rules.yaml", "other.yaml")
    assert "2 errors, 2 warnings" == result.stdout.splitlines()[-1]
    assert {"rules.yaml", "other.yaml"} == set(
        re.findall(r"^(\w+\.yaml):", result.stdout, re.MULTILINE)
    )


def test_into_a_file() -> None:
    """With -o the findings go into a file and only its name is told."""
    result = run("rules.yaml", "--format", "json", "-o", "out.json")
    assert (1, "out.json\n") == (result.exit_code, result.stdout)
    assert "rules" == json.loads(Path("out.json").read_text("utf-8"))["regulation"]


def test_language() -> None:
    """Messages are in the regulation's language unless another one is asked for."""
    assert "East is listed twice" in run("rules.yaml").stdout
    assert "East указано дважды" in run("rules.yaml", "--language", "ru").stdout


@pytest.mark.parametrize(("forced", "expected"), [("", False), ("1", True)])
def test_colour_is_for_terminals(
    monkeypatch: pytest.MonkeyPatch, forced: str, *, expected: bool
) -> None:
    """Findings are coloured where a terminal shows it; the words are the same."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("FORCE_COLOR", forced)
    monkeypatch.setenv("COLUMNS", "1000")
    arguments = ["check", "rules.yaml", "--select", "TST01,TST02", "--today", DAY]
    told = CliRunner().invoke(main, arguments, color=True).stdout
    assert expected == ("\x1b[" in told)
    assert human.render(report()) == re.sub("\x1b\\[[0-9;]*m", "", told)


# --- what runs ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "codes"),
    [
        (["--select", "TST01"], ["TST01"]),
        (["--select", "TST01, TST02"], ["TST01", "TST02"]),
        (["--select", "TST01", "--select", "TST02"], ["TST01", "TST02"]),
        (["--ignore", "TST01"], ["TST02"]),
        (["--ignore", "TST02:/roles/head/*"], ["TST01"]),
        (["--select", "TST03"], ["TST03"]),
    ],
)
def test_what_runs(arguments: list[str], codes: list[str]) -> None:
    """Checks are chosen by words between commas or by the option again."""
    text = RULES + "revision: {number: '1', in_force_from: '2050-01-01'}\n"
    Path("rules.yaml").write_text(text, "utf-8")
    found = json.loads(run("rules.yaml", *arguments, "--format", "json").stdout)
    assert codes == [one["code"] for one in found["findings"]]


def test_today_is_the_clock_unless_said() -> None:
    """The command line says what day it is; --today says another."""
    text = RULES + "revision: {number: '1', in_force_from: '2050-01-01'}\n"
    Path("rules.yaml").write_text(text, "utf-8")
    chosen = ("rules.yaml", "--select", "TST03", "--format", "json")
    clock = json.loads(run(*chosen).stdout)
    assert dt.date.fromisoformat(clock["today"]) > dt.date(2026, 1, 1)
    assert [] == clock["undated"]
    later = json.loads(run(*chosen, "--today", "2050-01-01").stdout)
    assert ([], "2050-01-01") == (later["findings"], later["today"])


@pytest.mark.parametrize(
    ("level", "code"), [(None, 1), ("error", 1), ("warning", 1), ("info", 1)]
)
def test_level_with_an_error(level: str | None, code: int) -> None:
    """An error is at every level or above it."""
    assert code == run("rules.yaml", *(["--level", level] if level else [])).exit_code


@pytest.mark.parametrize(
    ("level", "code"), [(None, 0), ("error", 0), ("warning", 1), ("info", 1)]
)
def test_level_with_a_warning(level: str | None, code: int) -> None:
    """A warning makes the exit code 1 only where warnings are asked for."""
    chosen = ["rules.yaml", "--select", "TST01"]
    assert code == run(*chosen, *(["--level", level] if level else [])).exit_code


def test_nothing_found() -> None:
    """A file without findings makes the exit code 0."""
    result = run("rules.yaml", "--ignore", "TST")
    assert (0, "No findings\n") == (result.exit_code, result.stdout)


# --- how it fails ------------------------------------------------------------


def test_unusable_files_do_not_hide_others() -> None:
    """What can be checked is told; what cannot makes the exit code 2."""
    result = run("nothing.yaml", "rules.yaml")
    assert 2 == result.exit_code
    assert "TST02" in result.stdout
    assert result.stderr.startswith("error: nothing.yaml: cannot be read")


def test_unknown_words() -> None:
    """Words that name no check or pack are told once, with what was meant."""
    result = run("rules.yaml", "rules.yaml", "--select", "TST2", "--pack", "gist")
    assert (2, "") == (result.exit_code, result.stdout)
    assert 2 == len(result.stderr.splitlines())
    assert "did you mean 'TST02'?" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["--today", "tomorrow"],
        ["--format", "xml"],
        ["--level", "fatal"],
        ["--baseline", "no.json"],
        ["--config", "no.toml"],
    ],
)
def test_wrong_use(arguments: list[str]) -> None:
    """An option that says nothing usable makes the exit code 2."""
    result = run("rules.yaml", *arguments)
    assert (2, "") == (result.exit_code, result.stdout)
    assert "Traceback" not in result.stderr


# --- settings ----------------------------------------------------------------


def test_settings_of_a_file() -> None:
    """The nearest settings hold; the command line wins over them."""
    Path("salesreg.toml").write_text(
        'select = ["TST01"]\nlevel = "warning"\n[severity]\nTST02 = "info"\n', "utf-8"
    )
    own = CliRunner().invoke(main, ["check", "rules.yaml", "--format", "json"])
    assert ["TST01"] == [one["code"] for one in json.loads(own.stdout)["findings"]]
    assert 1 == own.exit_code
    other = run("rules.yaml", "--select", "TST02", "--format", "json")
    (finding,) = json.loads(other.stdout)["findings"]
    assert ("TST02", "info", 0) == (
        finding["code"],
        finding["severity"],
        other.exit_code,
    )
    assert 1 == run("rules.yaml", "--select", "TST02", "--level", "info").exit_code


def test_settings_of_a_named_file() -> None:
    """--config names the settings, wherever they are."""
    Path("salesreg.toml").write_text('select = ["nonsense"]', "utf-8")
    Path("mine.toml").write_text("[checks.TST02]\nmost = 50\n", "utf-8")
    result = run("rules.yaml", "--config", "mine.toml", "--select", "TST02")
    assert (0, "No findings\n") == (result.exit_code, result.stdout)


def test_each_file_has_the_settings_of_its_folder() -> None:
    """Two files in two folders are checked each in its own way."""
    Path("strict").mkdir()
    Path("strict/salesreg.toml").write_text('level = "warning"', "utf-8")
    Path("strict/rules.yaml").write_text(RULES, "utf-8")
    assert 0 == run("rules.yaml", "--select", "TST01").exit_code
    assert 1 == run("strict/rules.yaml", "--select", "TST01").exit_code


def test_problems_of_settings_are_told_once() -> None:
    """Wrong settings make the exit code 2, however many files they are for."""
    Path("salesreg.toml").write_text('selct = []\nlevel = "eror"\n', "utf-8")
    result = run("rules.yaml", "rules.yaml")
    assert (2, "") == (result.exit_code, result.stdout)
    assert 2 == len(result.stderr.splitlines())


# --- the baseline ------------------------------------------------------------


def test_baseline() -> None:
    """What was written as known is not told again; what is new is."""
    written = run("rules.yaml", "--write-baseline", "known.json")
    assert (0, "known.json: 2 known\n") == (written.exit_code, written.stdout)
    result = run("rules.yaml", "--baseline", "known.json")
    assert (0, "No findings; 2 findings known\n") == (result.exit_code, result.stdout)
    Path("rules.yaml").write_text(RULES.replace("Head", "The head"), "utf-8")
    result = run("rules.yaml", "--baseline", "known.json")
    assert (1, "1 error; 1 finding known") == (
        result.exit_code,
        result.stdout.splitlines()[-1],
    )


def test_baseline_of_the_settings() -> None:
    """The settings name a baseline beside them; writing it anew keeps what is known."""
    Path("salesreg.toml").write_text('baseline = "known.json"', "utf-8")
    missing = run("rules.yaml")
    assert (2, "") == (missing.exit_code, missing.stdout)
    for _ in range(2):
        written = run("rules.yaml", "--write-baseline", "known.json")
        assert "known.json: 2 known\n" == written.stdout
    assert 0 == run("rules.yaml").exit_code


def test_no_baseline_of_half_the_files() -> None:
    """When a file cannot be checked no baseline is written."""
    result = run("rules.yaml", "no.yaml", "--write-baseline", "known.json")
    assert (2, False) == (result.exit_code, Path("known.json").exists())


# --- fixes -------------------------------------------------------------------


def test_fix() -> None:
    """A safe fix is made in the file, which keeps its comments; the rest is told."""
    result = run("rules.yaml", "--fix")
    assert RULES.replace("  - East\nroles", "roles") == Path("rules.yaml").read_text(
        "utf-8"
    )
    expected = "fixed: rules.yaml:10:5: TST01 Removes the second East\n"
    assert (1, expected) == (result.exit_code, result.stderr)
    assert "rules.yaml:12:3: error TST02" in result.stdout
    assert "1 error" == result.stdout.splitlines()[-1]


def test_fix_again() -> None:
    """Fixing again changes nothing, and says that what is left has no safe fix."""
    run("rules.yaml", "--fix")
    before = Path("rules.yaml").read_bytes()
    told = run("rules.yaml", "--fix").stderr
    assert "rules.yaml: no finding has a safe fix\n" == told
    assert before == Path("rules.yaml").read_bytes()


def test_fix_that_does_not_fit() -> None:
    """What cannot be fixed without losing comments needs to be forced."""
    head = "{format: salesreg/1, key: r, title: R, language: en, "
    text = f"{head}scope: {{units: [East,\n  East]}}}}  # all\n"
    Path("rules.yaml").write_text(text, "utf-8")
    result = run("rules.yaml", "--fix")
    assert (2, text) == (result.exit_code, Path("rules.yaml").read_text("utf-8"))
    assert "--force" in result.stderr
    assert 0 == run("rules.yaml", "--fix", "--force").exit_code
    fixed = sr.load("rules.yaml")
    assert fixed.scope is not None
    assert ("East",) == fixed.scope.units


def test_fix_json() -> None:
    """JSON has no comments to lose: it is fixed in any case."""
    data = sr.load("rules.yaml").to_dict()
    for indent in (None, 2):
        Path("rules.json").write_text(json.dumps(data, indent=indent), "utf-8")
        run("rules.json", "--fix")
        fixed = sr.load("rules.json")
        assert fixed.scope is not None
        assert ("East", "West") == fixed.scope.units
