"""Property-based tests of sales regulations: strategies and laws.

>>> from hypothesis import given
>>> from salesreg.testing import laws, regulations
>>> @given(regulations())
... def test_my_exporter(regulation):
...     laws.round_trip_dict(regulation)

This package needs Hypothesis (`pip install salesreg[testing]`), and imports it
with the first use: Hypothesis itself imports this package when it starts.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from salesreg.testing.objects import instances as instances
    from salesreg.testing.objects import regulations as regulations

_MODULES = ("laws", "mutations", "strategies")
_STRATEGIES = ("instances", "regulations")

__all__ = ["instances", "regulations"]


def __getattr__(name: str) -> object:
    """Import a public name from where it lives."""
    if name in _MODULES:
        return importlib.import_module(f"salesreg.testing.{name}")
    if name in _STRATEGIES:
        return getattr(importlib.import_module("salesreg.testing.objects"), name)
    message = f"module 'salesreg.testing' has no attribute {name!r}"
    raise AttributeError(message)
