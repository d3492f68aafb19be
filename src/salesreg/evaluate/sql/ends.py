"""What ends a clock that a trigger started, as SQL: an answer, or the deal's loss."""

from __future__ import annotations

from salesreg.evaluate.editions import Editions
from salesreg.evaluate.sql.conditions import quoted
from salesreg.evaluate.sql.world import World


def paused(editions: Editions) -> str | None:
    """Return the condition on `deal` for deals that were ever paused; None for none.

    A pause moves what is due on the working clock, and SQL leaves that to Python.
    """
    keys = {
        key
        for edition in editions.all
        for key, (_, stage) in edition.stages.items()
        if stage.kind == "paused"
    }
    if not keys:
        return None
    return (
        "deal IN (SELECT deal FROM salesreg_events WHERE kind = 'stage' AND"
        f" subject IN ({', '.join(map(quoted, sorted(keys)))}))"
    )


def ends(world: World, stops: str) -> str:
    """Return the tables of ends of a table `triggered`: `answered` and `lost`.

    Rows of `triggered` are told apart by `deal`, `rule` and `at_s`; `itself` is the
    number of the lost stage whose entry is the trigger (4.5).

    Args:
        world: What the SQL is for.
        stops: The table of what answers: `rule`, `mark`, and `at_once`, whether it
            may do so at the very second of the trigger.
    """
    return f"""
answered AS (
  SELECT t.deal, t.rule, t.at_s, MIN(h.at_s) AS answered_s
  FROM triggered AS t JOIN {stops} AS p ON p.rule = t.rule
  JOIN happened AS h ON h.deal = t.deal AND h.mark = p.mark
  WHERE h.at_s > t.at_s OR (h.at_s = t.at_s AND p.at_once = 1)
  GROUP BY t.deal, t.rule, t.at_s
),
{losses(world)},
lost AS (
  SELECT t.deal, t.rule, t.at_s, MIN(l.entered) AS lost_s
  FROM triggered AS t JOIN losses AS l ON l.deal = t.deal
  WHERE l.entered > t.at_s OR (l.entered = t.at_s
    AND (t.itself IS NULL OR t.itself <> l.stage))
  GROUP BY t.deal, t.rule, t.at_s
)"""


def losses(world: World) -> str:
    """Return the table of entries into lost stages, by `visits`: `losses`."""
    join, edition = "", ""
    if not world.one_edition:
        join = " JOIN salesreg_deals AS c ON c.deal = v.deal"
        held = world.edition.format(created="c.created_s", at="v.entered")
        edition = f" AND l.edition = {held}"
    return f"""losses AS (
  SELECT v.deal, v.stage, v.entered FROM visits AS v{join}
  JOIN salesreg_lost AS l ON l.stage = v.stage{edition}
)"""
