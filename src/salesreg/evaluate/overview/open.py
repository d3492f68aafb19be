"""What is to be revised, and what is not seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from salesreg.document.blocks import Block
from salesreg.evaluate.explanation.words import Voice
from salesreg.evaluate.overview.pieces import paragraph, rows_of, table, value_of
from salesreg.evaluate.results import Improvement, NotEvaluated

if TYPE_CHECKING:
    from salesreg.evaluate.evaluation import Evaluation


def improvements(evaluation: Evaluation, voice: Voice) -> Iterator[Block]:
    """Yield which results say that the regulation itself is to be revised."""
    say = voice.say
    rows = list(rows_of(evaluation, "improvements", Improvement))
    if rows:
        yield table(
            [
                (say("Clause"), 2, "left"),
                (say("Rule"), 6, "left"),
                (say("Since"), 4, "left"),
                (say("Value"), 3, "right"),
                (say("Bound"), 3, "right"),
                (say("What to revise"), 6, "left"),
            ],
            (
                (
                    row.clause,
                    voice.title("ImprovementRule", row.rule),
                    voice.words.date(row.end),
                    value_of(row.value, row.unit, voice),
                    value_of(row.bound, row.unit, voice),
                    _change(row, voice),
                )
                for row in rows
            ),
        )


def _change(row: Improvement, voice: Voice) -> str:
    """Return which clause is revised, and how."""
    clause = voice.say("cl. {clause}").format(clause=row.revises) if row.revises else ""
    return ": ".join(part for part in (clause, row.change) if part)


def rest(evaluation: Evaluation, voice: Voice) -> Iterator[Block]:
    """Yield which clauses no data could be held to, and which rows did not fit."""
    say, number = voice.say, voice.words.number
    clauses = Counter(
        (row.clause, row.reason)
        for row in rows_of(evaluation, "not_evaluated", NotEvaluated)
    )
    if clauses:
        yield paragraph(say("Clauses that the data cannot show:"))
        yield table(
            [
                (say("Clause"), 2, "left"),
                (say("Reason"), 8, "left"),
                (say("Times"), 2, "right"),
            ],
            (
                (
                    clause,
                    voice.words.named("not evaluated", reason) or reason,
                    number(n),
                )
                for (clause, reason), n in sorted(clauses.items())
            ),
        )
    rejects = Counter((one.table, one.reason) for one in evaluation.rejects)
    if rejects:
        yield paragraph(say("Rows of the CRM that are not as they should be:"))
        yield table(
            [
                (say("Table"), 3, "left"),
                (say("Reason"), 7, "left"),
                (say("Rows"), 2, "right"),
            ],
            (
                (name, voice.words.named("reject", reason) or reason, number(n))
                for (name, reason), n in sorted(rejects.items())
            ),
        )
