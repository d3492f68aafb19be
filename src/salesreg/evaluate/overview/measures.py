"""KPIs against their targets, and how goals and plans stand."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from salesreg.document.blocks import Block
from salesreg.evaluate.explanation.words import Voice
from salesreg.evaluate.overview.pieces import amount, bars, rows_of, table, value_of
from salesreg.evaluate.results import KpiRow, Progress

if TYPE_CHECKING:
    from salesreg.evaluate.evaluation import Evaluation


def kpis(evaluation: Evaluation, voice: Voice) -> Iterator[Block]:
    """Yield the last value of each KPI of the department, and how goals stand."""
    say = voice.say
    last = _last(
        row
        for row in rows_of(evaluation, "kpis", KpiRow)
        if not row.role and not row.person
    )
    yield from bars(
        say("KPIs against their targets, %"),
        (
            amount(
                voice.title("Kpi", row.kpi),
                round(100 * row.value / row.target, 1),
                f"{value_of(row.value, row.unit, voice)} / "
                f"{value_of(row.target, row.unit, voice)}",
                Decimal(100),
                "won" if row.reached else "work",
            )
            for row in last
            if row.value is not None and row.target and row.target > 0
        ),
    )
    if last:
        yield table(
            [
                (say("Clause"), 2, "left"),
                (say("KPI"), 6, "left"),
                (say("Period"), 5, "left"),
                (say("Value"), 3, "right"),
                (say("Target"), 3, "right"),
            ],
            (
                (
                    row.clause,
                    voice.title("Kpi", row.kpi),
                    _period(row, voice),
                    value_of(row.value, row.unit, voice) or say("undefined"),
                    value_of(row.target, row.unit, voice),
                )
                for row in last
            ),
        )
    goals = list(rows_of(evaluation, "progress", Progress))
    if goals:
        yield table(
            [
                (say("Clause"), 2, "left"),
                (say("Goal or plan"), 6, "left"),
                (say("Period"), 5, "left"),
                (say("So far"), 3, "right"),
                (say("At this pace"), 3, "right"),
                (say("Target"), 3, "right"),
                (say("How it stands"), 3, "left"),
            ],
            (
                (
                    row.clause,
                    _goal(row, voice),
                    _period(row, voice),
                    value_of(row.value, row.unit, voice),
                    value_of(row.projected, row.unit, voice),
                    value_of(row.target, row.unit, voice),
                    voice.words.named("progress", row.status) or row.status,
                )
                for row in goals
            ),
        )


def _period(row: KpiRow | Progress, voice: Voice) -> str:
    return f"{voice.words.date(row.start)} – {voice.words.date(row.end)}"


def _goal(row: Progress, voice: Voice) -> str:
    found = voice.context.index.find("Goal", row.key)
    found = found or voice.context.index.find("Plan", row.key)
    title = str(getattr(found, "title", row.key))
    return f"{title}: {voice.title('Role', row.role)}" if row.role else title


def _last(rows: Iterator[KpiRow]) -> list[KpiRow]:
    """Return the last row of each KPI, one of a period that is over if there is one."""
    found: dict[str, KpiRow] = {}
    for row in rows:
        held = found.get(row.kpi)
        if held is None or (row.complete, row.end) >= (held.complete, held.end):
            found[row.kpi] = row
    return list(found.values())
