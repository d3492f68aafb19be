"""Property-based tests of sales regulations: strategies, faults and laws.

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
    from salesreg.testing.edited import editions as editions
    from salesreg.testing.faults import Faulty as Faulty
    from salesreg.testing.faults import faulty as faulty
    from salesreg.testing.faults import without_fault as without_fault
    from salesreg.testing.objects import instances as instances
    from salesreg.testing.objects import regulations as regulations

_MODULES = ("faults", "laws", "mutations", "strategies")
_HOMES = {
    "Faulty": "faults",
    "editions": "edited",
    "faulty": "faults",
    "instances": "objects",
    "regulations": "objects",
    "without_fault": "faults",
}

__all__ = ["Faulty", "editions", "faulty", "instances", "regulations", "without_fault"]


def __getattr__(name: str) -> object:
    """Import a public name from where it lives."""
    if name in _MODULES:
        return importlib.import_module(f"salesreg.testing.{name}")
    if name in _HOMES:
        home = importlib.import_module(f"salesreg.testing.{_HOMES[name]}")
        return getattr(home, name)
    message = f"module 'salesreg.testing' has no attribute {name!r}"
    raise AttributeError(message)
