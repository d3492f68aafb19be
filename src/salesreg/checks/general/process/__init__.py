"""PRC: the pipeline, its procedures, and who owns what."""

from __future__ import annotations

from salesreg.checks.check import Check
from salesreg.checks.general.process import (
    asked,
    fields,
    leads,
    moves,
    passing_on,
    rules,
    stages,
    wording,
)

CHECKS: tuple[type[Check], ...] = tuple(
    sorted(
        (
            *stages.CHECKS,
            *moves.CHECKS,
            *fields.CHECKS,
            *passing_on.CHECKS,
            *wording.CHECKS,
            *rules.CHECKS,
            *leads.CHECKS,
            *asked.CHECKS,
        ),
        key=lambda check: check.code,
    )
)
