"""The query for the deals that a plan looks at one by one."""

from __future__ import annotations

from collections.abc import Iterator

from salesreg.evaluate.case import Mark
from salesreg.evaluate.cases.concerned import Concerned
from salesreg.evaluate.sql.conditions import quoted


def concerned_deals(concerned: Concerned) -> str:
    """Return the query for the keys of deals; some more than needed do no harm."""
    return (
        "SELECT DISTINCT deal FROM"
        f" ({' UNION ALL '.join(_picks(concerned))}) AS concerned"
    )


def _picks(concerned: Concerned) -> Iterator[str]:
    if concerned.refunded:
        yield "SELECT deal FROM salesreg_payments WHERE state = 'refunded'"
    if concerned.divided:
        yield (
            "SELECT deal FROM salesreg_events WHERE kind = 'owner'"
            " GROUP BY deal HAVING COUNT(DISTINCT subject) > 1"
        )
    for mark in sorted(concerned.earned, key=str):
        yield from _happened(mark)


def _happened(mark: Mark) -> Iterator[str]:
    kind, subject, state = mark
    events = "SELECT deal FROM salesreg_events WHERE"
    match kind:
        case "entered" | "left":
            yield f"{events} kind = 'stage' AND subject = {quoted(subject or '')}"
        case "payment":
            paid = f"state = {quoted(state or '')}"
            yield f"{events} kind = 'payment' AND {paid}"
            yield f"SELECT deal FROM salesreg_payments WHERE {paid}"
        case "activity" | "document" | "happens":
            yield f"{events} kind = '{kind}' AND subject = {quoted(subject or '')}"
        case _:  # What happens to every deal.
            yield "SELECT deal FROM salesreg_deals"
