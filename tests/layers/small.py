"""A small regulation to lay layers over."""

from __future__ import annotations

import salesreg as sr

TEXT = """\
format: salesreg/1
key: base
title: Sales rules
language: en
scope:
  units: [Moscow, Perm]
roles:
  - key: head
    title: Head of sales
  - key: manager
    title: Sales manager
    reports_to: head
    headcount: 4
    duties:
      - text: Calls clients.
      - text: Writes reports.
  - key: assistant
    title: Assistant
stages:
  - key: new
    title: New
    kind: initial
    owner: manager
    norm: {limit: 30 min working}
    transitions: [{to: won}]
  - {key: won, title: Won, kind: won}
prohibitions:
  - {key: gifts, text: Gifts are not taken.}
"""


def base() -> sr.Regulation:
    """Return the regulation, read from its text."""
    return sr.loads(TEXT, name="base.yaml")


def told(error: sr.ProblemGroup) -> list[tuple[str, str]]:
    """Return the code and the path of each problem."""
    return [(problem.code, problem.path) for problem in error.problems]
