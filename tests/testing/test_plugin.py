"""The pytest plugin collects the checks and laws of a regulation, and gives it."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
REGULATION = """\
format: salesreg/1
key: pay
title: Pay of the sales department
language: en
goals:
  - key: revenue
    title: More revenue
    owner: head
roles:
  - key: head
    title: Head of sales
pay_plans:
  - key: managers
    title: Pay of managers
    roles: [head]
    components:
      - key: bonus
        title: Bonus for the plan
        scale:
          kind: scale
          mode: whole
          tiers:
            - {start: 0%, end: 100%, rate: 10%}
            - {start: 100%, rate: 5%}
"""
USE = """
def test_title(regulation):
    assert regulation.title == "Pay of the sales department"

def test_found(regulation_report):
    assert "GOL02" in {finding.code for finding in regulation_report}
"""

ARGS = ("-p", "no:randomly", "-p", "no:cacheprovider", "--salesreg-today=2026-03-02")


@pytest.fixture
def folder(pytester: pytest.Pytester) -> pytest.Pytester:
    """A folder with a regulation, and with tests that take it."""
    (pytester.path / "rules.yaml").write_text(REGULATION, "utf-8")
    pytester.makepyfile(test_use=USE)
    return pytester


def test_checks_and_laws_are_collected(folder: pytest.Pytester) -> None:
    """Each check and law is an item, under the number of its clause."""
    result = folder.runpytest_subprocess(
        *ARGS, "--salesreg=rules.yaml", "--collect-only", "-q"
    )
    names = [line for line in result.outlines if line.startswith("rules.yaml::")]
    assert len(names) == len(set(names))
    assert {
        "rules.yaml::checks::TIM01",
        "rules.yaml::checks::GOL02[1.1]",
        "rules.yaml::laws::round_trip_yaml",
        "rules.yaml::laws::pay_is_monotone[3.1.2]",
        "rules.yaml::laws::pay_is_never_negative[3.1.2]",
    } <= set(names)
    assert "test_use.py::test_title[rules.yaml]" in result.outlines


def test_what_does_not_hold_is_told(folder: pytest.Pytester) -> None:
    """A finding and a broken law fail with their words, and without a traceback."""
    result = folder.runpytest_subprocess(
        *ARGS, "--salesreg=rules.yaml", "-q", "-k", "GOL02 or pay"
    )
    result.assert_outcomes(
        failed=2, passed=2, deselected=result.parseoutcomes()["deselected"]
    )
    result.stdout.fnmatch_lines(
        [
            "GOL02[[]1.1]: *rules.yaml:6:5: error GOL02: *no target value*",
            "*why: *",
            "pay_is_monotone*: 99% is paid 10000 RUB, and 100% is paid 5000 RUB",
        ]
    )
    result.stdout.no_fnmatch_line("*site-packages*")


def test_the_level_lets_lighter_findings_pass(folder: pytest.Pytester) -> None:
    """What is lighter than the level is skipped with its words."""
    asked = ("--salesreg=rules.yaml", "-q", "-rs", "rules.yaml::checks")
    light = folder.runpytest_subprocess(*ARGS, *asked)
    strict = folder.runpytest_subprocess(*ARGS, *asked, "--salesreg-level=info")
    passed, failed = light.parseoutcomes(), strict.parseoutcomes()
    assert passed["skipped"] > 0
    assert failed["failed"] == passed["failed"] + passed["skipped"]


def test_fixtures(folder: pytest.Pytester) -> None:
    """Tests of one's own get the regulation and what its checks find."""
    result = folder.runpytest_subprocess(
        *ARGS, "--salesreg=rules.yaml", "test_use.py", "-k", "test_"
    )
    assert result.parseoutcomes()["passed"] >= 2
    without = folder.runpytest_subprocess(*ARGS, "test_use.py")
    without.assert_outcomes(errors=2)
    without.stdout.fnmatch_lines(["*say which regulation: pytest --salesreg FILE*"])


def test_configured_files(folder: pytest.Pytester) -> None:
    """The configuration may name the regulations once for all."""
    folder.makeini("[pytest]\nsalesreg = rules.yaml\n")
    result = folder.runpytest_subprocess(
        *ARGS, "-q", "-k", "test_title or round_trip_dict"
    )
    assert 2 == result.parseoutcomes()["passed"]


def test_a_file_with_problems(pytester: pytest.Pytester) -> None:
    """What is wrong with a file is told with its line, and nothing else."""
    wrong = REGULATION.replace("title: Pay of the", "titel: Pay of the")
    (pytester.path / "rules.yaml").write_text(wrong, "utf-8")
    result = pytester.runpytest_subprocess(*ARGS, "--salesreg=rules.yaml")
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*rules.yaml:3:1: unknown field 'titel'*"])
    result.stdout.no_fnmatch_line("*Traceback*")


def test_the_profile(folder: pytest.Pytester) -> None:
    """Hypothesis has a profile for regulations, by the plugin's name."""
    folder.makepyfile(
        test_profile="""
        from hypothesis import settings

        def test_deadline():
            assert settings().deadline is None
        """
    )
    result = folder.runpytest_subprocess(
        *ARGS, "--hypothesis-profile=salesreg", "-q", "test_profile.py"
    )
    result.assert_outcomes(passed=1)


def test_nothing_is_imported_unless_asked() -> None:
    """The plugin costs a run without a regulation nothing but itself."""
    program = (
        "import sys, salesreg.testing.plugin\n"
        "print(sorted(name for name in sys.modules if name.startswith('salesreg')))"
    )
    made = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )
    expected = ["salesreg", "salesreg._version", "salesreg.testing"]
    assert f"{[*expected, 'salesreg.testing.plugin']}" == made.stdout.strip()


def test_entry_point() -> None:
    """The package declares the plugin to pytest."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    expected = {"salesreg": "salesreg.testing.plugin"}
    assert expected == project["project"]["entry-points"]["pytest11"]
