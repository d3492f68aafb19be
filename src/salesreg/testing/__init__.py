"""Property-based tests of sales regulations: strategies, faults and laws.

>>> from hypothesis import given
>>> from salesreg.testing import laws, regulations
>>> @given(regulations())
... def test_my_exporter(regulation):
...     laws.round_trip_dict(regulation)

Each type has a strategy with a plural name: `stages`, `moneys`, `pay_plans`; see
`salesreg.testing.strategies`.

This package needs Hypothesis (`pip install salesreg[testing]`), and imports it
with the first use: Hypothesis itself imports this package when it starts.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from salesreg.testing.crm.adapter import Crm as Crm
    from salesreg.testing.crm.adapter import CrmDeal as CrmDeal
    from salesreg.testing.crm.adapter import CrmFactory as CrmFactory
    from salesreg.testing.crm.adapter import Due as Due
    from salesreg.testing.crm.adapter import Refused as Refused
    from salesreg.testing.crm.breaches import breaches as breaches
    from salesreg.testing.crm.data import CrmData as CrmData
    from salesreg.testing.crm.data import demo as demo
    from salesreg.testing.crm.data import plantable as plantable
    from salesreg.testing.crm.logs import deals as deals
    from salesreg.testing.crm.logs import event_logs as event_logs
    from salesreg.testing.crm.machine import PipelineMachine as PipelineMachine
    from salesreg.testing.crm.story import Departure as Departure
    from salesreg.testing.crm.tables import payments as payments
    from salesreg.testing.crm.tables import people as people
    from salesreg.testing.crm.tables import timesheets as timesheets
    from salesreg.testing.edited import editions as editions
    from salesreg.testing.faults import Faulty as Faulty
    from salesreg.testing.faults import faulty as faulty
    from salesreg.testing.faults import without_fault as without_fault
    from salesreg.testing.layers import layered as layered
    from salesreg.testing.paying import paying_scales as paying_scales
    from salesreg.testing.paying import results as results
    from salesreg.testing.strategies import *  # noqa: F403
    from salesreg.testing.working import moments as moments
    from salesreg.testing.working import working_calendars as working_calendars

_MODULES = ("faults", "laws", "mutations", "strategies")
_HOMES = {
    "Crm": "crm.adapter",
    "CrmFactory": "crm.adapter",
    "CrmData": "crm.data",
    "CrmDeal": "crm.adapter",
    "Departure": "crm.story",
    "Due": "crm.adapter",
    "PipelineMachine": "crm.machine",
    "Refused": "crm.adapter",
    "breaches": "crm.breaches",
    "deals": "crm.logs",
    "demo": "crm.data",
    "event_logs": "crm.logs",
    "payments": "crm.tables",
    "people": "crm.tables",
    "plantable": "crm.data",
    "timesheets": "crm.tables",
    "Faulty": "faults",
    "editions": "edited",
    "faulty": "faults",
    "layered": "layers",
    "moments": "working",
    "paying_scales": "paying",
    "results": "paying",
    "without_fault": "faults",
    "working_calendars": "working",
}


def __getattr__(name: str) -> object:
    """Import a public name from where it lives."""
    if name in _MODULES:
        return importlib.import_module(f"salesreg.testing.{name}")
    home = _HOMES.get(name)
    if home is None:
        # Asked of the model alone: a module of this package may be on its way in.
        plurals = importlib.import_module("salesreg.build.plurals")
        if name not in plurals.drawn() and name != "instances":
            from salesreg._text import did_you_mean  # noqa: PLC0415

            message = f"module 'salesreg.testing' has no attribute {name!r}"
            hint = did_you_mean(name, [*_HOMES, *plurals.drawn()])
            raise AttributeError(f"{message}; {hint}" if hint else message)
        home = "strategies"
    return getattr(importlib.import_module(f"salesreg.testing.{home}"), name)


def __dir__() -> list[str]:
    """Return every public name."""
    strategies = importlib.import_module("salesreg.testing.strategies")
    return sorted({*_MODULES, *_HOMES, *dir(strategies)})
