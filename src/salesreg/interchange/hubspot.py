"""HubSpot: deals with the history of their properties.

The shape is that of `GET /crm/v3/objects/deals?propertiesWithHistory=...`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from salesreg.convert.plain import is_list, is_mapping
from salesreg.interchange.given import Given, rows_of
from salesreg.interchange.tables import Filling, Tables, moment_of

STAGE = "dealstage"
OWNER = "hubspot_owner_id"


def read(deals: Given) -> Tables:
    """Return deals and events from deals of HubSpot with histories of properties.

    The history of `dealstage` gives changes of stages, that of `hubspot_owner_id` the
    owners, that of any other property what a field held. `properties` become columns
    of the deals under their own names.

    Args:
        deals: The answer of the API, one page or several.

    Raises:
        LoadError: It cannot be read, is no such export, or an error of the program.
    """
    filling = Filling()
    for row in rows_of(deals, "results", has=("id", "propertiesWithHistory")):
        deal = row.get("id")
        values = row.get("properties")
        properties = dict(values) if is_mapping(values) else {}
        owner = properties.pop(OWNER, None)
        properties.pop(STAGE, None)
        born = properties.pop("createdate", None) or row.get("createdAt")
        filling.deal(deal, {**properties, "owner": owner})
        filling.deal(deal, {"created_at": moment_of(born)})
        for name, entry in _history(row.get("propertiesWithHistory")):
            value, at = entry.get("value"), entry.get("timestamp")
            actor = _actor(entry)
            if name == STAGE:
                filling.event(deal, at, "stage", value, None, actor)
            elif name == OWNER:
                filling.event(deal, at, "owner", value, None, actor)
            else:
                filling.event(deal, at, "field", name, value, actor)
    return filling.tables()


def _history(held: object) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Yield the entries of every property, the oldest first; the API has them last."""
    if not is_mapping(held):
        return
    for name, entries in held.items():
        for entry in reversed(entries) if is_list(entries) else ():
            if is_mapping(entry):
                yield name, entry


def _actor(entry: Mapping[str, object]) -> str | None:
    """Return the user who changed a property; nobody where a program did."""
    user = entry.get("updatedByUserId")
    return None if user is None else str(user)
