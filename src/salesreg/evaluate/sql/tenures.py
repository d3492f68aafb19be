"""Who owned a deal since when, as SQL (rule 2.3)."""

from __future__ import annotations

from salesreg.evaluate.sql.world import World


def owners(world: World, *, numbered: bool = False) -> str:
    """Return the tables of tenures: `tenures`, of who owned a deal since when.

    An event that names the present owner changes nothing, one that names nobody ends
    a tenure; a deal without events of owners has the owner of its row from its
    creation on.

    Args:
        world: What the SQL is for.
        numbered: Whether the tenures of a deal have numbers.
    """
    number = ", number" if numbered else ""
    first = ", 1 AS number" if numbered else ""
    parts: list[str] = []
    before = ""
    if world.owners:
        words = (f"COALESCE({one}, '')" for one in ("subject", "state", "actor"))
        order = ", ".join([world.order, *words])
        nth = ""
        if numbered:
            nth = (
                ", COUNT(CASE WHEN subject <> '' THEN 1 END) OVER (PARTITION BY deal"
                f" ORDER BY {order} ROWS UNBOUNDED PRECEDING) AS number"
            )
        before = f"""
owner_events AS (
  SELECT deal, at_s, COALESCE(subject, '') AS subject, COALESCE(LAG(COALESCE(subject,
    '')) OVER (PARTITION BY deal ORDER BY {order}), '') AS prior,
    {"seq" if world.sequences else "0 AS seq"}, state, actor
  FROM salesreg_events WHERE {world.events("owner")}
),
owner_stays AS (
  SELECT deal, subject AS owner, at_s AS since_s, LEAD(at_s) OVER
    (PARTITION BY deal ORDER BY {order}) AS until_s, actor{nth}
  FROM owner_events WHERE prior <> subject
),"""
        parts.append(
            f"SELECT deal, owner, since_s, until_s, actor{number} FROM owner_stays"
            " WHERE owner <> ''"
        )
    if world.deals:
        silent = (
            " AND deal NOT IN (SELECT deal FROM owner_events)" if world.owners else ""
        )
        parts.append(
            "SELECT deal, owner, created_s AS since_s, CAST(NULL AS BIGINT) AS until_s,"
            f" CAST(NULL AS VARCHAR) AS actor{first} FROM {world.known} AS known"
            f" WHERE owner IS NOT NULL{silent}"
        )
    if not parts:
        parts.append(
            "SELECT deal, subject AS owner, at_s AS since_s, at_s AS until_s, actor"
            f"{first} FROM salesreg_events WHERE 1 = 0"
        )
    return f"{before}\ntenures AS (\n  {' UNION ALL '.join(parts)}\n)"


def owned(at: str, deal: str) -> str:
    """Return the join to the tenure in which a deal was at a moment."""
    return (
        f"LEFT JOIN tenures ON tenures.deal = {deal} AND tenures.since_s <= {at}"
        f" AND (tenures.until_s IS NULL OR {at} < tenures.until_s)"
    )
