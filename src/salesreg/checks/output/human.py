"""A report for people: each finding with its line of the text underlined.

The first line of a finding has the form of compilers, `file:line:column: severity
CODE message`, so that editors jump there.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from salesreg.checks.finding import Cited, Finding
from salesreg.checks.output.excerpt import excerpt
from salesreg.checks.output.summary import clause, severity, summary
from salesreg.checks.report import CheckReport
from salesreg.document.words import Words, words_of

Piece = tuple[str, str]
"""Text and its style, in the words of rich."""

STYLES = {"error": "bold red", "warning": "bold yellow", "info": "bold cyan"}
WIDTH = 80
MOST_OTHERS = 6
"""Of more clauses that take part, the rest are counted."""

# What could steer a terminal or turn the direction of reading.
_STEERING = dict.fromkeys(
    [
        *(*range(9), *range(11, 32), *range(127, 160)),
        *(*range(0x202A, 0x202F), *range(0x2066, 0x206A)),
    ],
    "\N{REPLACEMENT CHARACTER}",
)


def render(*reports: CheckReport) -> str:
    """Return reports as plain text that ends with the counts of all of them."""
    return "".join([text for text, _ in pieces(*reports)])


def pieces(*reports: CheckReport) -> Iterator[Piece]:
    """Yield the same text piece by piece, each with its style."""
    for report in reports:
        told: set[str] = set()
        for finding in report:
            for text, style in _finding(finding, report, why=finding.code not in told):
                yield text.translate(_STEERING), style
            told.add(finding.code)
    style = "bold green" if not any(map(len, reports)) else "bold"
    yield summary(*reports), style
    yield "\n", ""


def _finding(finding: Finding, report: CheckReport, *, why: bool) -> Iterator[Piece]:
    words = words_of(report.language)
    style = STYLES[finding.severity]
    yield f"{finding.place or finding.path or '/'}: ", "bold"
    yield severity(finding.severity, report.language), style
    yield f" {finding.code}:", style
    yield f" {finding.message}\n", "bold"
    yield from _excerpt(finding, report, style)
    about = [finding.keyed or "/", finding.name]
    if finding.clause:
        about.insert(0, clause(finding.clause, words))
    yield f"    {', '.join(about)}\n", "dim"
    for other in finding.also[:MOST_OTHERS]:
        yield from _labelled(words.say("see also"), _cited(other, words))
    if (rest := len(finding.also) - MOST_OTHERS) > 0:
        told = words.count("{n} more clause", "{n} more clauses", rest)
        yield from _labelled(words.say("see also"), told)
    if why:
        yield from _labelled(words.say("why"), finding.why)
    if finding.fix:
        yield from _labelled(words.say("safe fix"), finding.fix.title)
    yield "\n", ""


def _excerpt(finding: Finding, report: CheckReport, style: str) -> Iterator[Piece]:
    origin = report.regulation.origin
    if origin is None or finding.place is None:
        return
    shown = excerpt(origin, finding.place)
    number = str(shown.number)
    yield f"    {number} | ", "blue"
    yield f"{shown.text}\n", ""
    yield f"    {' ' * len(number)} | {' ' * shown.before}", "blue"
    yield f"{'^' * shown.width}\n", style


def _cited(other: Cited, words: Words) -> str:
    parts = [clause(other.clause, words)] if other.clause else []
    parts.append(str(other.place or other.path))
    return ", ".join(parts)


def _labelled(label: str, text: str) -> Iterator[Piece]:
    yield f"    {label}: ", "dim"
    indent = " " * (len(label) + 6)
    lines = textwrap.wrap(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    yield "\n".join(lines).lstrip(" ") + "\n", ""
