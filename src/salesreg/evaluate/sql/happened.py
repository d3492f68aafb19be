"""What happened to deals, as SQL (rule 2.6)."""

from __future__ import annotations

from collections.abc import Mapping

from salesreg.evaluate.case import Mark
from salesreg.evaluate.sql.conditions import quoted


def happened(marks: Mapping[Mark, int], now: int) -> str:
    """Return the query for what happened: deal, number of the mark, moment."""
    parts: list[str] = []
    for (kind, subject, state), number in marks.items():
        name = quoted(subject or "")
        where = f"kind = {quoted(kind)} AND at_s <= {now}"
        match kind:
            case "created":
                source = "SELECT deal, created_s AS at_s FROM salesreg_deals"
            case "owner":
                source = "SELECT deal, since_s AS at_s FROM tenures"
            case "entered" | "left":
                at = "entered" if kind == "entered" else "left_s"
                source = (
                    f"SELECT v.deal, v.{at} AS at_s FROM visits AS v JOIN"
                    " salesreg_stage_keys AS k ON k.stage = v.stage WHERE"
                    f" k.stage_key = {name} AND v.{at} IS NOT NULL"
                )
            case "payment":
                is_state = f"state = {quoted(state or '')}"
                source = (
                    "SELECT deal, at_s FROM salesreg_payments WHERE"
                    f" {is_state} AND at_s <= {now} UNION ALL SELECT deal, at_s FROM"
                    f" salesreg_events WHERE {where} AND {is_state}"
                )
            case _:
                is_state = f" AND state = {quoted(state)}" if state else ""
                source = (
                    f"SELECT deal, at_s FROM salesreg_events WHERE {where}"
                    f" AND subject = {name}{is_state}"
                )
        parts.append(
            f"SELECT deal, {number} AS mark, at_s FROM ({source}) AS m{number}"
        )
    return " UNION ".join(parts)
