"""The variable pay of the last period that is over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from salesreg.document.blocks import Block
from salesreg.evaluate.explanation.words import Voice
from salesreg.evaluate.overview.pieces import amount, bars, rows_of, table
from salesreg.evaluate.results import PayRow

if TYPE_CHECKING:
    from salesreg.evaluate.evaluation import Evaluation


def pay(evaluation: Evaluation, voice: Voice) -> Iterator[Block]:
    """Yield the variable pay of the last period that is over, plan by plan."""
    say = voice.say
    by_plan: dict[str, list[PayRow]] = {}
    for row in rows_of(evaluation, "pay", PayRow):
        by_plan.setdefault(row.plan, []).append(row)
    for plan, rows in by_plan.items():
        end = max(row.end for row in rows)
        ranked = sorted(
            (row for row in rows if row.end == end),
            key=lambda row: (-row.paid, row.person),
        )
        first = ranked[0]
        days = f"{voice.words.date(first.start)} – {voice.words.date(first.end)}"
        title = f"{voice.title('PayPlan', plan)}, {days}"
        yield from bars(
            title,
            (
                amount(
                    row.person,
                    row.paid,
                    voice.money(row.paid, row.currency),
                    row.target if row.target > 0 else None,
                    "won" if row.paid >= row.target else "work",
                )
                for row in ranked
            ),
        )
        yield table(
            [
                (say("Payee"), 4, "left"),
                (say("Target variable pay"), 4, "right"),
                (say("Earned"), 4, "right"),
                (say("Paid"), 4, "right"),
            ],
            (
                (
                    row.person,
                    voice.money(row.target, row.currency),
                    voice.money(row.earned, row.currency),
                    voice.money(row.paid, row.currency),
                )
                for row in ranked
            ),
        )
