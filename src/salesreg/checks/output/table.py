"""A report as a table for a terminal: one row for each finding."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from salesreg.checks.output.summary import severity, summary
from salesreg.checks.report import CheckReport
from salesreg.document.words import words_of

WIDTH = 80
_NARROWEST = 20


def render(*reports: CheckReport) -> str:
    """Return reports as tables no wider than 80 columns, the counts last."""
    lines = [line for report in reports for line in _table(report)]
    return "\n".join([*lines, *textwrap.wrap(summary(*reports), WIDTH)])


def _table(report: CheckReport) -> Iterator[str]:
    if not report.findings:
        return
    words = words_of(report.language)
    head = tuple(words.say(word) for word in ("Severity", "Check", "Clause"))
    rows = [
        (severity(one.severity, report.language), one.code, one.clause or "—")
        for one in report
    ]
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    before = sum(widths) + 2 * len(widths)
    room = max(WIDTH - before, _NARROWEST)
    yield from _row(head, widths, [words.say("Finding")])
    yield from _row(
        tuple("─" * width for width in widths), widths, ["─" * (WIDTH - before)]
    )
    for row, finding in zip(rows, report, strict=True):
        lines = textwrap.wrap(finding.message, room, break_on_hyphens=False)
        yield from _row(row, widths, lines)
    yield ""


def _row(cells: tuple[str, ...], widths: list[int], lines: list[str]) -> Iterator[str]:
    start = "".join(
        cell.ljust(width + 2) for cell, width in zip(cells, widths, strict=True)
    )
    for index, line in enumerate(lines or [""]):
        yield (start if index == 0 else " " * len(start)) + line
