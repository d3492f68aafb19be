"""LIM: authority, prices and documents."""

from __future__ import annotations

from salesreg.checks.check import Check
from salesreg.checks.general.limits import chains, papers, ranges

CHECKS: tuple[type[Check], ...] = tuple(
    sorted(
        (*ranges.CHECKS, *chains.CHECKS, *papers.CHECKS),
        key=lambda check: check.code,
    )
)
