"""A report as SARIF 2.1.0 (OASIS), which code scanning and editors read.

Waived findings are there with a suppression; what the baseline knows is left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

from salesreg._version import __version__
from salesreg.checks.check import Check
from salesreg.checks.finding import Cited, Finding, Severity
from salesreg.checks.output.excerpt import span
from salesreg.checks.page import page
from salesreg.checks.report import CheckReport
from salesreg.checks.waiving import Waived
from salesreg.errors import Place, Problem, parts_of
from salesreg.model.outputs import Origin
from salesreg.model.regulation import Language

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}


def render(*reports: CheckReport, problems: Sequence[Problem] = ()) -> str:
    """Return reports as one log with one run.

    Args:
        reports: What was found.
        problems: Why other files could not be checked; they make the run one that
            failed.
    """
    # Problems of a text are told in English, whatever its language would be.
    language = reports[0].language if reports else "en"
    checks = {type(check).code: type(check) for one in reports for check in one.checks}
    told = [(one, report) for report in reports for one in _told(report)]
    used = {finding.code for (finding, _), _ in told}
    rules = [check for code, check in checks.items() if code in used]
    places = {check.code: index for index, check in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "salesreg",
                "semanticVersion": __version__,
                "rules": [_rule(check, language) for check in rules],
            }
        },
        "invocations": [_invocation(problems)],
        "language": language,
        "columnKind": "unicodeCodePoints",
        "results": [
            {**_result(finding, report, waived), "ruleIndex": places[finding.code]}
            for (finding, waived), report in told
        ],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _invocation(problems: Sequence[Problem]) -> dict[str, object]:
    made: dict[str, object] = {"executionSuccessful": not problems}
    if problems:
        made["toolExecutionNotifications"] = [_notification(one) for one in problems]
    return made


def _notification(problem: Problem) -> dict[str, object]:
    text = (
        problem.message
        if problem.hint is None
        else f"{problem.message}; {problem.hint}"
    )
    made: dict[str, object] = {
        "level": "error",
        "descriptor": {"id": problem.code},
        "message": {"text": text},
    }
    if place := problem.place:
        region = {"startLine": place.line, "startColumn": place.column or 1}
        artifact = {"uri": _uri(place.file)}
        where = {"artifactLocation": artifact, "region": region}
        made["locations"] = [{"physicalLocation": where}]
    return made


def _told(report: CheckReport) -> Iterator[tuple[Finding, Waived | None]]:
    for finding in report:
        yield finding, None
    for waived in report.waived:
        yield waived.finding, waived


def _rule(check: type[Check], language: Language) -> dict[str, object]:
    return {
        "id": check.code,
        "name": check.name,
        "shortDescription": {"text": check.summary().plain(language)},
        "fullDescription": {"text": check.why.plain(language)},
        "help": {
            "text": check.why.plain(language),
            "markdown": page(check, language),
        },
        "defaultConfiguration": {"level": LEVELS[check.severity]},
        "properties": {"tags": [check.pack, check.family()]},
    }


def _result(
    finding: Finding, report: CheckReport, waived: Waived | None
) -> dict[str, object]:
    origin = report.regulation.origin
    made: dict[str, object] = {
        "ruleId": finding.code,
        "level": LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [_location(finding, origin)],
        "partialFingerprints": {"salesreg/v1": finding.fingerprint},
    }
    if finding.also:
        made["relatedLocations"] = list(_related(finding.also, origin))
    properties = {"clause": finding.clause, "keyed": finding.keyed or "/"}
    if finding.fix:
        properties["fix"] = finding.fix.title
    made["properties"] = {name: text for name, text in properties.items() if text}
    if waived:
        waiver = waived.waiver
        made["suppressions"] = [
            {
                "kind": "inSource",
                "status": "accepted",
                "justification": f"{waiver.author}: {waiver.reason}",
            }
        ]
    return made


def _related(
    also: Iterable[Cited], origin: Origin | None
) -> Iterator[dict[str, object]]:
    for number, other in enumerate(also, 1):
        text = " ".join(part for part in (other.clause, other.path) if part)
        yield {"id": number, "message": {"text": text}, **_location(other, origin)}


def _location(said: Finding | Cited, origin: Origin | None) -> dict[str, object]:
    name = (parts_of(said.path) or ("",))[-1]
    logical = {"name": name or "/", "fullyQualifiedName": said.path or "/"}
    made: dict[str, object] = {"logicalLocations": [logical]}
    if origin and said.place and not said.place.file.startswith("<"):
        made["physicalLocation"] = {
            "artifactLocation": {"uri": _uri(said.place.file)},
            "region": _region(said.place, origin),
        }
    return made


def _region(place: Place, origin: Origin) -> dict[str, object]:
    line = origin.line(place)
    start, end = span(line, place)
    return {
        "startLine": place.line,
        "startColumn": start + 1,
        "endColumn": end + 1,
        "snippet": {"text": line},
    }


def _uri(file: str) -> str:
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
