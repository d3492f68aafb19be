"""A report as annotations of a GitHub workflow: one command on a line.

The commands are those of GitHub Actions ("Workflow commands"); what they hold is
escaped as its toolkit does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from salesreg.checks.finding import Finding, Severity
from salesreg.checks.output.summary import clause, summary
from salesreg.checks.report import CheckReport
from salesreg.document.words import words_of
from salesreg.errors import Place, Problem

COMMANDS: dict[Severity, str] = {
    "error": "error",
    "warning": "warning",
    "info": "notice",
}


def render(*reports: CheckReport, problems: Sequence[Problem] = ()) -> str:
    """Return reports as workflow commands; the last line is for the log.

    Args:
        reports: What was found.
        problems: Why other files could not be checked.
    """
    lines = [_failure(problem) for problem in problems]
    lines += [_command(one, report) for report in reports for one in report]
    lines += [_value(summary(*reports))] if reports else []
    return "\n".join(lines) + "\n"


def _failure(problem: Problem) -> str:
    given = {**_where(problem.place), "title": problem.code}
    told = [problem.message, problem.path, problem.hint]
    return _line("error", given, "\n".join(part for part in told if part))


def _command(finding: Finding, report: CheckReport) -> str:
    title = f"{finding.code} {finding.name}"
    given = {**_where(finding.place), "title": title}
    told = [finding.keyed or "/"]
    if finding.clause:
        told.insert(0, clause(finding.clause, words_of(report.language)))
    lines = [finding.message, ", ".join(told), finding.why, finding.mend]
    text = "\n".join(line for line in lines if line)
    return _line(COMMANDS[finding.severity], given, text)


def _where(place: Place | None) -> dict[str, object]:
    if place is None:
        return {}
    found: dict[str, object] = {"file": place.file.replace("\\", "/")}
    found["line"] = place.line
    if place.column is not None:
        found["col"] = place.column
    return found


def _line(command: str, given: Mapping[str, object], text: str) -> str:
    properties = ",".join(f"{name}={_property(str(v))}" for name, v in given.items())
    return f"::{command} {properties}::{_value(text)}"


def _value(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _value(text).replace(":", "%3A").replace(",", "%2C")
