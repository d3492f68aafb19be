"""The report as a table: `str()` of it."""

from __future__ import annotations

import pytest

import salesreg as sr
from salesreg.model.regulation import Language
from tests.checks.output.reports import report, report_on


@pytest.mark.parametrize("language", ["en", "ru"])
def test_fits_a_terminal(language: Language) -> None:
    """No line is wider than 80 columns, and every finding has a row."""
    made = report(language)
    lines = str(made).splitlines()
    assert max(map(len, lines)) <= 80
    assert len(made) == sum("TST0" in line or "CHK0" in line for line in lines[2:])


def test_table() -> None:
    """A finding has its severity, its code, its clause and its message."""
    expected = """\
Severity  Check  Clause  Finding
────────  ─────  ──────  ───────────────────────────────────────────────────────
warning   TST01  1.1     Unit East is listed twice
error     TST02  2.1     The title of “Head of everything, 50% <script>” has 32
                         characters, 10 at most
warning   CHK02  —       There is no finding TST02 at `/roles/nobody` to waive

1 error, 2 warnings; 1 finding waived; 1 finding known; 1 check did not run
without a date"""
    assert expected == str(report())
    assert expected == repr(report())


def test_nothing_found() -> None:
    """Without findings there is no table."""
    empty = sr.regulation("r", title="R", language="en").build()
    assert "No findings; 1 check did not run without a date" == str(report_on(empty))
