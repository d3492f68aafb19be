"""The report as annotations of a GitHub workflow."""

from __future__ import annotations

import re

from attrs import evolve

import salesreg as sr
from salesreg.checks.output import github
from salesreg.errors import Place, Problem
from tests.checks.output.reports import TEXT, report, report_on

COMMAND = re.compile(r"::(error|warning|notice) ((?:\w+=[^,]*,?)*)::(.*)")


def parsed(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Return commands as GitHub's runner reads them."""
    made = []
    for line in text.splitlines()[:-1]:
        found = COMMAND.fullmatch(line)
        assert found, line
        pairs = (pair.split("=", 1) for pair in found[2].split(","))
        properties = {
            name: _read(_read(value, "%3A", ":"), "%2C", ",") for name, value in pairs
        }
        made.append(
            (found[1], {k: _value(v) for k, v in properties.items()}, _value(found[3]))
        )
    return made


def _read(text: str, code: str, character: str) -> str:
    return text.replace(code, character)


def _value(text: str) -> str:
    text = _read(_read(text, "%0D", "\r"), "%0A", "\n")
    return _read(text, "%25", "%")


def test_commands() -> None:
    """Each finding is a command that the runner reads back as it was."""
    made = report(name="dir,1/a:b%.yaml")
    commands = parsed(github.render(made))
    assert ["warning", "error", "warning"] == [name for name, _, _ in commands]
    for finding, (_, properties, text) in zip(made, commands, strict=True):
        assert finding.place is not None
        assert {
            "file": "dir,1/a:b%.yaml",
            "line": str(finding.place.line),
            "col": str(finding.place.column),
            "title": f"{finding.code} {finding.name}",
        } == properties
        told = ", ".join(
            part
            for part in (finding.clause and f"clause {finding.clause}", finding.keyed)
            if part
        )
        lines = [finding.message, told, finding.why, finding.mend]
        assert [line for line in lines if line] == text.split("\n")
    assert "50% <script>" in commands[1][2]


def test_escapes() -> None:
    """What the runner would read as its own is written as its toolkit does."""
    problem = Problem("a,b:c%", "50% of\r\nit: a, b", place=Place("d,1/e:f", 2))
    expected = (
        "::error file=d%2C1/e%3Af,line=2,title=a%2Cb%3Ac%25::50%25 of%0D%0Ait: a, b\n"
    )
    assert expected == github.render(problems=[problem])


def test_a_finding_of_the_whole() -> None:
    """What is wrong with the regulation as a whole stands at its root."""
    made = report()
    whole = evolve(made.findings[0], keyed="", path="", clause=None)
    line = github.render(evolve(made, findings=(whole,))).splitlines()[0]
    assert f"{whole.message}%0A/%0A" in line


def test_what_could_not_be_checked() -> None:
    """A file that could not be read is an error at its place, with what to do."""
    problems = [
        Problem("bad-yaml", "is no YAML", place=Place("a.yaml", 3, 5), hint="mend it"),
        Problem("missing-field", "needs a field 'key'", "/roles/0"),
    ]
    text = github.render(problems=problems)
    assert [
        (
            "error",
            {"file": "a.yaml", "line": "3", "col": "5", "title": "bad-yaml"},
            "is no YAML\nmend it",
        ),
        ("error", {"title": "missing-field"}, "needs a field 'key'\n/roles/0"),
    ] == parsed(f"{text}-\n")
    assert (
        text.splitlines() == github.render(report(), problems=problems).splitlines()[:2]
    )


def test_built_in_python() -> None:
    """Without a text there is no file to annotate."""
    regulation = sr.from_dict(sr.loads(TEXT["en"]).to_dict())
    assert [{"title"}] * 3 == [
        set(properties)
        for _, properties, _ in parsed(github.render(report_on(regulation)))
    ]


def test_backslashes_are_slashes() -> None:
    """A path of Windows names the file in the repository."""
    (_, properties, _), *_ = parsed(github.render(report(name="dir\\rules.yaml")))
    assert "dir/rules.yaml" == properties["file"]
