"""A report for people: each finding with its line of the text underlined.

The first line of a finding has the form of compilers, `file:line:column: severity
CODE message`, so that editors jump there. A brief report is these lines alone.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from salesreg._text import steady
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


def render(*reports: CheckReport, brief: bool = False) -> str:
    """Return reports as plain text that ends with the counts of all of them."""
    return "".join([text for text, _ in pieces(*reports, brief=brief)])


def pieces(
    *reports: CheckReport, brief: bool = False, width: int | None = None
) -> Iterator[Piece]:
    """Yield the same text piece by piece, each with its style.

    Args:
        reports: What is told, in this order.
        brief: Whether only the first line of each finding is told.
        width: Columns of the terminal; without it a message is one line.
    """
    for report in reports:
        told: set[str] = set()
        for finding in report:
            said = [*_head(finding, report, width)]
            if not brief:
                said += _rest(finding, report, why=finding.code not in told)
            for text, style in said:
                yield steady(text), style
            told.add(finding.code)
    if brief and any(map(len, reports)):
        yield "\n", ""
    style = "bold green" if not any(map(len, reports)) else "bold"
    yield summary(*reports), style
    yield "\n", ""


def _head(finding: Finding, report: CheckReport, width: int | None) -> Iterator[Piece]:
    style = STYLES[finding.severity]
    place = f"{finding.place or finding.path or '/'}: "
    mark = f"{severity(finding.severity, report.language)} {finding.code}: "
    message = finding.message
    if width:
        before = " " * len(place + mark)
        message = _wrapped(message, width, before, " " * 4).lstrip(" ")
    yield place, "bold"
    yield mark, style
    yield f"{message}\n", "bold"


def _rest(finding: Finding, report: CheckReport, *, why: bool) -> Iterator[Piece]:
    words = words_of(report.language)
    style = STYLES[finding.severity]
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
    if why and finding.mend:
        yield from _labelled(words.say("what to do"), finding.mend)
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
    yield _wrapped(text, WIDTH, indent, indent).lstrip(" ") + "\n", ""


def _wrapped(text: str, width: int, first: str, then: str) -> str:
    lines = textwrap.wrap(
        text,
        width,
        initial_indent=first,
        subsequent_indent=then,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(lines)
