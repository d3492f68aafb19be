"""Bitrix24: the history of stages, as `crm.stagehistory.list` answers.

Fields of the answer: https://apidocs.bitrix24.com/api-reference/crm/crm-stage-history-list.html
"""

from __future__ import annotations

from collections.abc import Mapping

from salesreg.interchange.given import Given, rows_of
from salesreg.interchange.tables import Filling, Tables, moment_of, text_of


def read(history: Given, deals: Given | None = None) -> Tables:
    """Return deals and changes of stages from a history of Bitrix24.

    Args:
        history: The answer of `crm.stagehistory.list`, one page or several, or a CSV
            with its columns: `OWNER_ID` is the deal, `STAGE_ID` (of leads
            `STATUS_ID`) the stage, `CREATED_TIME` the moment.
        deals: The answer of `crm.deal.list`: `ID`, `DATE_CREATE`, `ASSIGNED_BY_ID`;
            its other fields become columns of the deals under their own names.

    Raises:
        LoadError: It cannot be read, is no such export, or an error of the program.
    """
    filling = Filling()
    for row in rows_of(deals, "result", has=("ID",)) if deals is not None else ():
        values = {name: value for name, value in row.items() if name not in _OWN}
        known = {
            "created_at": moment_of(row.get("DATE_CREATE")),
            "owner": text_of(row.get("ASSIGNED_BY_ID")),
        }
        filling.deal(text_of(row.get("ID")), {**values, **known})
    # Rows of one second stand in the order in which they were written.
    rows = rows_of(history, "result", "items", has=("OWNER_ID", "CREATED_TIME"))
    for row in sorted(rows, key=_order):
        stage = row.get("STAGE_ID") or row.get("STATUS_ID")
        deal = text_of(row.get("OWNER_ID"))
        filling.event(deal, row.get("CREATED_TIME"), "stage", stage)
    return filling.tables()


_OWN = frozenset({"ID", "DATE_CREATE", "ASSIGNED_BY_ID"})


def _order(row: Mapping[str, object]) -> int:
    number = str(row.get("ID") or "")
    return int(number) if number.isdigit() else 0
