"""TXT: wording."""

from __future__ import annotations

from salesreg.checks.check import Check
from salesreg.checks.general.wording import doers, exactness, placeholders

CHECKS: tuple[type[Check], ...] = tuple(
    sorted(
        (*exactness.CHECKS, *doers.CHECKS, *placeholders.CHECKS),
        key=lambda check: check.code,
    )
)
