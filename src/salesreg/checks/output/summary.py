"""What stands above or below every list of findings: how many there are."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from salesreg.checks.finding import SEVERITIES, Severity
from salesreg.checks.report import CheckReport
from salesreg.document.words import Words, words_of
from salesreg.model.regulation import Language

COUNTED: dict[Severity, tuple[str, str]] = {
    "error": ("{n} error", "{n} errors"),
    "warning": ("{n} warning", "{n} warnings"),
    "info": ("{n} note", "{n} notes"),
}


def summary(*reports: CheckReport) -> str:
    """Return the counts of some reports as one line, in the language of the first.

    First what was found by severity, then what was set aside and why.
    """
    words = words_of(reports[0].language)
    found = [
        words.count(*COUNTED[severity], number)
        for severity in SEVERITIES
        if (number := sum(len(report.of(severity)) for report in reports))
    ]
    parts = [", ".join(found) or words.say("No findings"), *_aside(reports, words)]
    return "; ".join(parts)


def _aside(reports: tuple[CheckReport, ...], words: Words) -> Iterator[str]:
    if number := sum(len(report.waived) for report in reports):
        yield words.count("{n} finding waived", "{n} findings waived", number)
    if number := sum(len(report.known) for report in reports):
        yield words.count("{n} finding known", "{n} findings known", number)
    if number := max(len(report.undated) for report in reports):
        one = "{n} check did not run without a date"
        yield words.count(one, "{n} checks did not run without a date", number)


def clause(number: str, words: Words) -> str:
    """Return how a clause is cited: "clause 2.1", «п. 2.1»."""
    return words.say("clause {number}").format(number=number)


@cache
def severity(word: Severity, language: Language) -> str:
    """Return the name of a severity: "error", «ошибка»."""
    return words_of(language).say(word)
