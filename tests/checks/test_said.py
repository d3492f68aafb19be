"""What is said of every wrong example is what its golden file holds."""

from __future__ import annotations

import pytest

from salesreg.checks.catalogue import OURS
from salesreg.checks.check import Check
from salesreg.checks.own import OWN
from tests.checks.said import golden, said_of, unsaid

SAID = golden()
CHECKS = [check for check in OURS if check not in OWN]


@pytest.mark.parametrize("check", OURS, ids=lambda check: check.code)
def test_said(check: type[Check]) -> None:
    """The findings of the wrong examples have their places, clauses and words."""
    assert SAID.get(check.code, []) == said_of(check)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_every_sentence(check: type[Check]) -> None:
    """Every sentence of a check is said of some wrong piece."""
    assert set() == unsaid(check)


def test_golden_file_has_checks() -> None:
    """Nothing is said in the golden file of a check that is gone."""
    assert set(SAID) <= {check.code for check in OURS}
