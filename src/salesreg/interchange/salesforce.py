"""Salesforce: OpportunityHistory and Opportunity, as JSON of the API or as CSV."""

from __future__ import annotations

from collections.abc import Mapping

from salesreg.interchange.given import Given, rows_of
from salesreg.interchange.tables import Filling, Tables, moment_of

_OWN = frozenset({"Id", "CreatedDate", "OwnerId", "StageName", "attributes"})
_HAS = ("OpportunityId", "StageName", "CreatedDate")
_KEPT = ("Amount", "CloseDate", "Probability", "ForecastCategory")


def read(history: Given, opportunities: Given | None = None) -> Tables:
    """Return deals and events from the history of opportunities.

    Each row of `OpportunityHistory` is how an opportunity stood from `CreatedDate` on:
    `StageName` becomes a change of stage, and `Amount`, `CloseDate`, `Probability` and
    `ForecastCategory` what the fields of these names held, where they changed.

    Args:
        history: Rows of `OpportunityHistory`, as the API answers (`records`) or CSV.
        opportunities: Rows of `Opportunity`: `Id`, `CreatedDate`, `OwnerId`; other
            fields become columns of the deals under their own names.

    Raises:
        LoadError: It cannot be read, is no such export, or an error of the program.
    """
    filling = Filling()
    rows = (
        () if opportunities is None else rows_of(opportunities, "records", has=("Id",))
    )
    for row in rows:
        values = {name: value for name, value in row.items() if name not in _OWN}
        known = {
            "created_at": moment_of(row.get("CreatedDate")),
            "owner": row.get("OwnerId"),
        }
        filling.deal(row.get("Id"), {**values, **known})
    held: dict[tuple[object, str], object] = {}
    found = list(rows_of(history, "records", has=_HAS))
    for row in sorted(found, key=lambda one: str(one.get("CreatedDate"))):
        deal, at, actor = (
            row.get(name) for name in ("OpportunityId", "CreatedDate", "CreatedById")
        )
        filling.event(deal, at, "stage", row.get("StageName"), None, actor)
        for name in _changed(row, deal, held):
            value = row[name]
            state = None if value is None else str(value)
            filling.event(deal, at, "field", name, state, actor)
    return filling.tables()


def _changed(
    row: Mapping[str, object], deal: object, held: dict[tuple[object, str], object]
) -> list[str]:
    """Return the fields of a row that differ from the row before."""
    found: list[str] = []
    for name in _KEPT:
        if name in row and held.get((deal, name)) != row[name]:
            held[deal, name] = row[name]
            found.append(name)
    return found
