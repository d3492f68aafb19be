"""Logs and histories of other programs, as the tables that evaluation reads.

A reader only changes the shape: from what a CRM or a log says to rows of the tables
of `evaluate.tables`. Names of stages, zones of moments and types of fields are the
matter of `Columns` and of evaluation itself, which also reports what does not fit, so
a row that lacks something is handed on as it is.

>>> from salesreg.interchange import bitrix24
>>> page = {"result": {"items": [{"OWNER_ID": 7, "STAGE_ID": "C1:NEW",
...     "CREATED_TIME": "2026-03-02T10:00:00+03:00", "TYPE_ID": 1, "ID": 1}]}}
>>> bitrix24.read(page)["events"][0]["subject"]
'C1:NEW'

`xes` and `ical` write, too: violations as an event log, meetings and reports as
iCalendar.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from salesreg.interchange import amocrm as amocrm
    from salesreg.interchange import bitrix24 as bitrix24
    from salesreg.interchange import hubspot as hubspot
    from salesreg.interchange import ical as ical
    from salesreg.interchange import ocel as ocel
    from salesreg.interchange import salesforce as salesforce
    from salesreg.interchange import xes as xes

__all__ = ["amocrm", "bitrix24", "hubspot", "ical", "ocel", "salesforce", "xes"]


def __getattr__(name: str) -> object:
    """Import a format when it is first used."""
    if name in __all__:
        return importlib.import_module(f"salesreg.interchange.{name}")
    message = f"module 'salesreg.interchange' has no attribute {name!r}"
    raise AttributeError(message)
