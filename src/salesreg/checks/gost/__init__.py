"""GST: the form of documents by GOST R 7.0.97."""

from __future__ import annotations

from salesreg.checks.check import Check
from salesreg.checks.gost import references, requisites

CHECKS: tuple[type[Check], ...] = (*requisites.CHECKS, *references.CHECKS)
