"""The sections of an overview: breaches, stages, KPIs, pay, what is left open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

from salesreg.document.blocks import Block
from salesreg.errors import InvalidValue
from salesreg.evaluate.explanation.words import Voice
from salesreg.evaluate.overview.pieces import amount, bars, paragraph, table
from salesreg.evaluate.results import (
    Improvement,
    KpiRow,
    NotEvaluated,
    PayRow,
    Progress,
)
from salesreg.evaluate.summary import StageSummary
from salesreg.evaluate.violations import Violation, violations

if TYPE_CHECKING:
    from salesreg.evaluate.evaluation import Evaluation

K = TypeVar("K")
Made = Callable[["Evaluation", Voice], Iterator[Block]]

TABLES: Mapping[str, str] = {
    "deadlines": "Deadlines",
    "visits": "Norms of stages",
    "moves": "Moves and gates",
    "attempts": "Attempts",
    "next_steps": "Next steps",
    "tenures": "Ownership",
    "grants": "Authority",
}
"""What the tables of violations are called."""


def breaches(evaluation: Evaluation, voice: Voice) -> Iterator[Block]:
    """Yield which clauses are broken, how often, and by whom."""
    say, number = voice.say, voice.words.number
    found = Counter[tuple[str, str, str]]()
    people = Counter[str]()
    for one in violations(evaluation):
        found[one.table, one.clause, _named(one, voice)] += 1
        if one.person is not None:
            people[one.person] += 1
    if not found:
        yield paragraph(say("Every clause that could be looked at was kept."))
        return
    order = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    yield from bars(
        say("Breaches by clause"),
        (
            amount(f"{clause} {title}".strip(), count, number(count))
            for (_, clause, title), count in order
        ),
    )
    yield table(
        [
            (say("Clause"), 2, "left"),
            (say("What it is about"), 6, "left"),
            (say("Kind"), 4, "left"),
            (say("Breaches"), 2, "right"),
        ],
        (
            (clause, title, say(TABLES[kind]), number(count))
            for (kind, clause, title), count in order
        ),
    )
    if people:
        ranked = sorted(people.items(), key=lambda item: (-item[1], item[0]))
        yield from bars(
            say("Breaches by person"),
            (amount(who, count, number(count)) for who, count in ranked),
        )


def _named(one: Violation, voice: Voice) -> str:
    """Return what the clause is about: the title of the thing that it is a part of."""
    parts = one.pointer.split("/")
    for length in (3, 2):
        try:
            held = voice.edition.regulation.at("/".join(parts[:length]))
        except InvalidValue:
            continue
        if isinstance(title := getattr(held, "title", None), str):
            return title
    return voice.words.label("Regulation", parts[1])


def stages(evaluation: Evaluation, voice: Voice) -> Iterator[Block]:
    """Yield the funnel, and how long deals stay at each stage, also by owner."""
    say, number = voice.say, voice.words.number
    places = {
        stage.key: place for place, stage in enumerate(voice.edition.regulation.stages)
    }

    def order(one: StageSummary) -> tuple[int, str, str]:
        return places.get(one.stage, len(places)), one.stage, one.person or ""

    found = sorted(evaluation.stages(), key=order)
    if not found:
        return
    yield from bars(
        say("Funnel: visits by stage"),
        (
            amount(voice.title("Stage", one.stage), one.visits, number(one.visits))
            for one in found
        ),
    )
    headings = (
        (say("Stage"), 5, "left"),
        (say("Visits"), 2, "right"),
        (say("Too long"), 2, "right"),
        (say("Share"), 2, "right"),
        (say("Mean working time"), 3, "right"),
    )
    yield table(headings, (_stage(one, voice) for one in found))  # type: ignore[arg-type]
    owned = sorted(evaluation.stages(by_person=True), key=order)
    late = [one for one in owned if one.breached and one.person is not None]
    if late:
        who = (say("Owner"), 4, "left")
        yield table(
            (headings[0], who, *headings[1:]),  # type: ignore[arg-type]
            (
                (_stage(one, voice)[0], one.person or "", *_stage(one, voice)[1:])
                for one in late
            ),
        )


def _stage(one: StageSummary, voice: Voice) -> tuple[str, ...]:
    number = voice.words.number
    share = Decimal(100 * one.breached) / one.visits if one.visits else Decimal(0)
    mean = (
        "" if one.seconds is None else voice.span(one.seconds // one.visits // 60 * 60)
    )
    return (
        voice.title("Stage", one.stage),
        number(one.visits),
        number(one.breached),
        voice.amount(round(share, 1), "%"),
        mean,
    )


def kpis(evaluation: Evaluation, voice: Voice) -> Iterator[Block]:
    """Yield the last value of each KPI of the department, and how goals stand."""
    say = voice.say
    last = _last(
        (
            row
            for row in _rows(evaluation, "kpis", KpiRow)
            if not row.role and not row.person
        ),
        lambda row: row.kpi,
    )
    shown = [row for row in last if row.value is not None]
    yield from bars(
        say("KPIs against their targets, %"),
        (
            amount(
                voice.title("Kpi", row.kpi),
                round(100 * row.value / row.target, 1),
                f"{_value(row.value, row.unit, voice)} / "
                f"{_value(row.target, row.unit, voice)}",
                Decimal(100),
                "won" if row.reached else "work",
            )
            for row in shown
            if row.value is not None and row.target and row.target > 0
        ),
    )
    if shown:
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
                    f"{voice.words.date(row.start)} – {voice.words.date(row.end)}",
                    _value(row.value, row.unit, voice),
                    _value(row.target, row.unit, voice),
                )
                for row in shown
            ),
        )
    goals = list(_rows(evaluation, "progress", Progress))
    if goals:
        yield table(
            [
                (say("Clause"), 2, "left"),
                (say("Goal or plan"), 6, "left"),
                (say("So far"), 3, "right"),
                (say("At this pace"), 3, "right"),
                (say("Target"), 3, "right"),
                (say("How it stands"), 3, "left"),
            ],
            (
                (
                    row.clause,
                    _goal(row, voice),
                    _value(row.value, row.unit, voice),
                    _value(row.projected, row.unit, voice),
                    _value(row.target, row.unit, voice),
                    voice.words.named("status", row.status) or row.status,
                )
                for row in goals
            ),
        )


def _goal(row: Progress, voice: Voice) -> str:
    found = voice.context.index.find("Goal", row.key)
    found = found or voice.context.index.find("Plan", row.key)
    title = str(getattr(found, "title", row.key))
    return f"{title}: {voice.title('Role', row.role)}" if row.role else title


def pay(evaluation: Evaluation, voice: Voice) -> Iterator[Block]:
    """Yield the variable pay of the last period that is over, plan by plan."""
    say = voice.say
    by_plan: dict[str, list[PayRow]] = {}
    for row in _rows(evaluation, "pay", PayRow):
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


def improvements(evaluation: Evaluation, voice: Voice) -> Iterator[Block]:
    """Yield which results say that the regulation itself is to be revised."""
    say = voice.say
    rows = list(_rows(evaluation, "improvements", Improvement))
    if rows:
        yield table(
            [
                (say("Clause"), 2, "left"),
                (say("Rule"), 6, "left"),
                (say("Since"), 4, "left"),
                (say("Value"), 3, "right"),
                (say("Bound"), 3, "right"),
            ],
            (
                (
                    row.clause,
                    voice.title("ImprovementRule", row.rule),
                    voice.words.date(row.end),
                    _value(row.value, row.unit, voice),
                    _value(row.bound, row.unit, voice),
                )
                for row in rows
            ),
        )


def rest(evaluation: Evaluation, voice: Voice) -> Iterator[Block]:
    """Yield which clauses no data could be held to, and which rows did not fit."""
    say, number = voice.say, voice.words.number
    clauses = Counter(
        (row.clause, row.reason)
        for row in _rows(evaluation, "not_evaluated", NotEvaluated)
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


SECTIONS: Mapping[str, tuple[str, Made]] = {
    "breaches": ("Breaches", breaches),
    "stages": ("Stages", stages),
    "kpis": ("KPIs and goals", kpis),
    "pay": ("Pay", pay),
    "improvements": ("What is to be revised", improvements),
    "rest": ("What is not seen here", rest),
}
"""The sections in order: anchor, title and what makes it."""


def _rows(evaluation: Evaluation, name: str, cls: type[K]) -> Iterator[K]:
    yield from (row for row in evaluation.table(name) if isinstance(row, cls))


def _last(rows: Iterator[KpiRow], key: Callable[[KpiRow], str]) -> list[KpiRow]:
    """Return the last row of each key, one of a period that is over if there is one."""
    found: dict[str, KpiRow] = {}
    for row in rows:
        held = found.get(key(row))
        if held is None or (row.complete, row.end) >= (held.complete, held.end):
            found[key(row)] = row
    return list(found.values())


def _value(value: Decimal | None, unit: str | None, voice: Voice) -> str:
    if value is None:
        return ""
    return voice.amount(round(value, 2), unit)
