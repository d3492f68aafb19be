"""Ranges of authority: what examples cannot say."""

from __future__ import annotations

import pytest

from salesreg.checks.examples import alone
from tests.checks.base import run

HEAD = """
roles: [{key: manager, title: Manager}, {key: head, title: Head}]
authorities:
- key: rebate
  title: Rebate
  bands:
  - {role: manager, band: {start: 0%, end: 5%}}
  - {role: head, band: {start: 7%, end: 15%}}
"""


@pytest.mark.parametrize(
    ("chain", "expected"),
    [
        ("", 1),
        ("  chain: [{role: head}]", 1),
        # Somebody without a range decides whatever is left.
        ("  chain: [{role: head}, {role: owner}]", 0),
    ],
)
def test_chain(chain: str, expected: int) -> None:
    """A gap is none when the chain ends with somebody who may grant anything."""
    assert expected == len(run(alone(HEAD + chain), "LIM01"))


def test_roles_that_are_not_there() -> None:
    """A band of a role that nobody defined is left to the check of references."""
    assert () == run(alone(HEAD.replace("{key: head, title: Head}", "")), "LIM01")
