"""A report as annotations of a GitHub workflow: one command on a line.

The commands are those of GitHub Actions ("Workflow commands"); what they hold is
escaped as its toolkit does.
"""

from __future__ import annotations

from salesreg.checks.finding import Finding, Severity
from salesreg.checks.output.summary import clause, summary
from salesreg.checks.report import CheckReport
from salesreg.document.words import words_of

COMMANDS: dict[Severity, str] = {
    "error": "error",
    "warning": "warning",
    "info": "notice",
}


def render(*reports: CheckReport) -> str:
    """Return reports as workflow commands; the last line is for the log."""
    lines = [_command(one, report) for report in reports for one in report]
    return "\n".join([*lines, _value(summary(*reports))]) + "\n"


def _command(finding: Finding, report: CheckReport) -> str:
    given: dict[str, object] = {}
    if finding.place:
        given["file"] = finding.place.file.replace("\\", "/")
        given["line"] = finding.place.line
        if finding.place.column is not None:
            given["col"] = finding.place.column
    given["title"] = f"{finding.code} {finding.name}"
    told = [finding.keyed or "/"]
    if finding.clause:
        told.insert(0, clause(finding.clause, words_of(report.language)))
    text = "\n".join([finding.message, ", ".join(told), finding.why])
    properties = ",".join(f"{name}={_property(str(v))}" for name, v in given.items())
    return f"::{COMMANDS[finding.severity]} {properties}::{_value(text)}"


def _value(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _value(text).replace(":", "%3A").replace(",", "%2C")
