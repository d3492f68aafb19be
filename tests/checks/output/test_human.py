"""The report for people."""

from __future__ import annotations

import salesreg as sr
from salesreg.checks.output import human

TEXT = """\
format: salesreg/1
key: rules
title: Rules
language: en
goals:
- {key: more, title: Sell more}  # at last
"""


def test_place_is_underlined() -> None:
    """The line of the text stands there with the value underlined, and no more."""
    report = sr.loads(TEXT, name="rules.yaml").check(select=["GOL02"])
    lines = human.render(report).splitlines()
    assert lines[0].startswith("rules.yaml:6:3: error GOL02: Goal “Sell more” has")
    assert "    6 | - {key: more, title: Sell more}  # at last" == lines[1]
    assert "      |   " + "^" * len("{key: more, title: Sell more}") == lines[2]


def test_built_in_python() -> None:
    """Where there is no text, the path and the clause say where."""
    built = sr.regulation("r", title="R", language="en").goal("more", title="More")
    lines = human.render(built.build().check(select=["GOL02"])).splitlines()
    assert lines[0].startswith("/goals/0: error GOL02: ")
    assert "    clause 1.1, /goals/more, goal-without-target" == lines[1]
