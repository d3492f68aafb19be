"""What is said of every wrong example is what its golden file holds."""

from __future__ import annotations

import pytest

from salesreg.checks.catalogue import OURS
from salesreg.checks.check import Check
from tests.checks.said import golden, said_of

SAID = golden()


@pytest.mark.parametrize("check", OURS, ids=lambda check: check.code)
def test_said(check: type[Check]) -> None:
    """The findings of the wrong examples have their places, clauses and words."""
    assert SAID.get(check.code, []) == said_of(check)


def test_golden_file_has_checks() -> None:
    """Nothing is said in the golden file of a check that is gone."""
    assert set(SAID) <= {check.code for check in OURS}
