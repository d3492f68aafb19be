"""Phrases: how values that mean a rule read inside a sentence.

Each module but the first adds its kinds of value to `phrase`.
"""

from __future__ import annotations

from salesreg.document.phrases import conditions, events, expressions, times
from salesreg.document.phrases.dispatch import phrase

__all__ = ["conditions", "events", "expressions", "phrase", "times"]
