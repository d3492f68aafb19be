"""Why a KPI has its value: the formula, taken apart down to the records."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from attrs import frozen

from salesreg._text import did_you_mean
from salesreg.document.phrases import phrase
from salesreg.document.text import visible
from salesreg.errors import invalid, pointer
from salesreg.evaluate.cases.kpis import kpi_of, row_of
from salesreg.evaluate.cases.measure import Measure
from salesreg.evaluate.cases.scope import DEPARTMENT, Scope
from salesreg.evaluate.exact import to_six, written
from salesreg.evaluate.explanation.clocks import numbers, plain_text
from salesreg.evaluate.explanation.steps import Explanation, Grid, Number, Part, Step
from salesreg.evaluate.explanation.words import Voice
from salesreg.evaluate.judgement import Judgement
from salesreg.evaluate.periods import periods
from salesreg.model.control import Kpi
from salesreg.values.expression import (
    Aggregate,
    Arithmetic,
    Count,
    Elapsed,
    Expression,
    KpiTarget,
    KpiValue,
    Ratio,
)

_MOST = 30
"""How many records are listed one by one."""


def explain_kpi(
    judgement: Judgement, key: str, person: str | None = None
) -> Explanation:
    """Return how the values of a KPI came about, period by period.

    Args:
        judgement: The regulation and the records.
        key: Key of the KPI.
        person: Whose value; the department's when nobody is named.

    Raises:
        InvalidValue: The regulation has no such KPI, or it has no value.
    """
    ledger, editions = judgement.ledger, judgement.editions
    edition = editions.last
    kpi = kpi_of(edition, key)
    if kpi is None or ledger.first_day is None:
        known = [one.key for one in edition.regulation.kpis if kpi_of(edition, one.key)]
        message = f"there is no KPI {key!r} that has values"
        raise invalid("unknown-kpi", message, did_you_mean(key, known))
    voice = Voice.of(edition, editions.zone)
    place = edition.regulation.kpis.index(kpi)
    scope = Scope(person=person) if person is not None else DEPARTMENT
    parts: list[Part] = []
    for period in periods(ledger.first_day, ledger.today, kpi.period or "month"):
        held = editions.on(period.start)
        if held is None or kpi_of(held, key) is None:
            continue
        measure = Measure(ledger, held, period, scope)
        teller = Teller(voice, measure)
        parts.append(Part(title=voice.days(period), steps=(teller.top(kpi, place),)))
    title = kpi.title if person is None else f"{kpi.title}, {person}"
    return Explanation(
        regulation=edition.regulation,
        kind=voice.say("Explanation"),
        title=title,
        parts=tuple(parts),
    )


@frozen
class Teller:
    """Takes the value of one period apart.

    Attributes:
        voice: Its words.
        measure: What measures the value.
    """

    voice: Voice
    measure: Measure

    def top(self, kpi: Kpi, place: int) -> Step:
        """Return the value of a KPI, its formula and its target."""
        row = row_of(self.measure, place, kpi)
        path = pointer("kpis", place, "formula")
        value = self.voice.say("undefined")
        if row.value is not None:
            value = self.voice.amount(row.value, kpi.unit)
        steps = [self.step(kpi.formula, path, kpi.unit)] if kpi.formula else []
        if row.target is not None:
            target = self.voice.amount(row.target, kpi.unit)
            text = self.voice.say("Target: {amount}").format(amount=target)
            steps.append(Step(text=text))
        return Step(
            text=f"{plain_text(kpi.title)}: {value}",
            clause=row.clause,
            pointer=row.pointer,
            numbers=numbers(row),
            steps=tuple(steps),
        )

    def step(self, formula: Expression, path: str, unit: str | None) -> Step:
        """Return what an expression comes to, and from what."""
        value = self.measure.value(formula, unit)
        words = visible(phrase(formula, path, self.voice.context) or ())
        told: dict[str, Number] = {"value": None if value is None else written(value)}
        return Step(
            text=f"{plain_text(words)}: {self._shown(formula, value, unit)}",
            numbers=told,
            grid=self._grid(formula, unit),
            steps=tuple(self._below(formula, path, unit)),
        )

    def _below(
        self, formula: Expression, path: str, unit: str | None
    ) -> Iterator[Step]:
        match formula:
            case Ratio():
                yield self.step(formula.of, f"{path}/of", unit)
                yield self.step(formula.to, f"{path}/to", unit)
            case Arithmetic():
                yield self.step(formula.left, f"{path}/left", unit)
                yield self.step(formula.right, f"{path}/right", unit)
            case KpiValue():
                kpi = kpi_of(self.measure.edition, formula.kpi)
                if kpi is not None and kpi.formula is not None:
                    yield self.step(kpi.formula, path, kpi.unit)
            case KpiTarget() if self.measure.counting.quota != 1:
                yield from self._quota(formula)
            case _:
                return

    def _quota(self, formula: KpiTarget) -> Iterator[Step]:
        """Yield the target of everybody else, and what of it a newcomer has."""
        value, quota = self.measure.target(formula.kpi), self.measure.counting.quota
        if value is None or not quota:
            return
        whole = value / quota
        plan = self.voice.say("Target before the quota of the ramp: {amount}")
        amount = self.voice.words.number(to_six(whole))
        yield Step(text=plan.format(amount=amount), numbers={"whole": written(whole)})
        share = self.voice.amount(to_six(quota * 100), "%")
        ramp = self.voice.say("Quota of the ramp: {share}").format(share=share)
        yield Step(text=ramp, numbers={"quota": written(quota)})

    def _shown(
        self, formula: Expression, value: Fraction | None, unit: str | None
    ) -> str:
        if value is None:
            return self.voice.say("undefined")
        if unit == "%" and isinstance(formula, Ratio):
            return self.voice.amount(to_six(value * 100), "%")
        return self.voice.words.number(to_six(value))

    def _grid(self, formula: Expression, unit: str | None) -> Grid | None:
        """Return the records that a leaf counted, as many as can be read."""
        if isinstance(formula, Count | Aggregate):
            return self._records(formula, unit)
        rows: list[tuple[str, ...]] = []
        if isinstance(formula, Elapsed):
            for case, since, until, seconds in self.measure.spans(formula):
                span = "" if seconds is None else self.voice.span(seconds)
                ends = f"{self.voice.moment(since)} – {self.voice.moment(until)}"
                rows.append((case.key, ends, span))
        if not rows:
            return None
        shown = rows[:_MOST]
        if len(rows) > _MOST:
            more = self.voice.say("and {n} more").format(n=len(rows) - _MOST)
            shown.append((more, "", ""))
        names = ("Record", "When", "Value")
        return Grid(columns=tuple(map(self.voice.say, names)), rows=tuple(shown))

    def _records(self, formula: Count | Aggregate, unit: str | None) -> Grid | None:
        """Return the records of a leaf; those beyond the first ones add up in a row."""
        found = list(self.measure.counted.entries(formula, unit))
        if not found:
            return None
        divided = any(whole != part for _, whole, part in found)
        names = ["Record", "When", *(["Whole sum"] if divided else []), "Value"]

        def values(*held: Fraction | None) -> list[str]:
            number = self.voice.words.number
            said = ["" if one is None else number(to_six(one)) for one in held]
            return said if divided else said[1:]

        rows = [
            (
                entry.case.key if entry.case is not None else entry.person or "",
                self.voice.moment(entry.at),
                *values(whole, part),
            )
            for entry, whole, part in found[:_MOST]
        ]
        if rest := found[_MOST:]:
            more = self.voice.say("and {n} more").format(n=len(rest))
            sums = isinstance(formula, Aggregate) and formula.how == "sum"
            added = sum((part or Fraction() for _, _, part in rest), Fraction())
            rows.append((more, "", *values(None, added if sums else None)))
        return Grid(columns=tuple(map(self.voice.say, names)), rows=tuple(rows))
