"""Gates: other results without which a component pays nothing, or less (15.6)."""

from __future__ import annotations

from decimal import Decimal

from attrs import evolve, frozen

from salesreg.evaluate.cases.asking import unanswered
from salesreg.evaluate.cases.kpis import kpi_of
from salesreg.evaluate.cases.measure import Measure
from salesreg.evaluate.periods import MONTHS, period_of
from salesreg.model.control import Kpi
from salesreg.model.pay import Gate
from salesreg.values.dates import moved
from salesreg.values.period import Period
from salesreg.values.scale import Band
from salesreg.values.times import Duration


@frozen(eq=False)
class GateSeen:
    """A gate, and what was behind it.

    Attributes:
        gate: The gate.
        period: The period whose result was looked at.
        value: That result; None when it is undefined.
        open: Whether the gate is open; one in words only always is.
    """

    gate: Gate
    period: Period
    value: Decimal | None
    open: bool


def seen(measure: Measure, gate: Gate) -> GateSeen:
    """Look at a gate beside the result of a component."""
    period = _period(measure.period, gate)
    kpi = kpi_of(measure.edition, gate.kpi)
    if kpi is None or gate.band is None or unanswered(measure.edition, gate.when):
        return GateSeen(gate, period, None, open=True)
    counting = evolve(measure.counting, where=gate.when)
    value = evolve(measure, period=period, counting=counting).rounded(kpi.key)
    inside = value is not None and _in(gate.band, value)
    return GateSeen(gate, period, value, open=inside)


def at_target(kpi: Kpi, result: Decimal | None, target: Decimal) -> Decimal | None:
    """Return what a result counts as while an accelerator gate is closed."""
    if result is None:
        return None
    return max(result, target) if kpi.direction == "down" else min(result, target)


def _period(period: Period, gate: Gate) -> Period:
    """Return the last period of the gate that ends by the end of the result's."""
    cadence = next((one for one in MONTHS if one == gate.period), None)
    if cadence is None:
        return period
    found = period_of(period.end, cadence)
    if found.end <= period.end:
        return found
    return period_of(moved(found.start, Duration(1, "day"), back=True), cadence)


def _in(band: Band, value: Decimal) -> bool:
    above = band.start is None or value >= band.start.amount
    return above and (band.end is None or value < band.end.amount)
