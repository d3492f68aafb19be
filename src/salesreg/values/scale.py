"""Scales: how a result turns into pay, by tiers or by a grid."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from salesreg.constraints import Length, NonNegative, Refers, Title
from salesreg.record import record
from salesreg.values.amounts import Money, Percent, Quantity


@record
class Tier:
    """One step of a scale, half-open: `start` belongs to it, `end` does not.

    Attributes:
        start: Least result of the tier; all the tiers of a scale share a unit.
        end: First result above the tier; none for the last one.
        end_included: True when the text says "up to and including".
        rate: What the tier pays, as a share of the scale's base; under
            "linear", what it pays at `start`.
        amount: What it pays as a fixed sum, instead of a rate.
        rate_at_end: Under "linear", the rate that is reached at `end`.
        amount_at_end: Under "linear", the sum that is reached at `end`.
        title: How people call it: "accelerator".
    """

    start: Quantity
    end: Quantity | None = None
    end_included: bool = False
    rate: Percent | None = None
    amount: Money | None = None
    rate_at_end: Percent | None = None
    amount_at_end: Money | None = None
    title: Title | None = None


@record
class Scale:
    """Pay by tiers of one result.

    Attributes:
        tiers: The tiers, ascending.
        mode: "whole": the tier reached applies to the whole base; "marginal":
            each tier applies to the part of the result inside it; "linear":
            pay runs straight from the start of a tier to its end. None when
            the text does not say, which is worth a finding.
        base: What a rate is a share of.
        floor: Least pay.
        cap: Greatest pay, as a sum or as a share of the target pay.
    """

    kind: ClassVar[str] = "scale"

    tiers: Annotated[tuple[Tier, ...], Length(1)]
    mode: Literal["whole", "marginal", "linear"] | None = None
    base: Literal["result", "target_pay", "fixed_pay", "revenue", "margin"] = (
        "target_pay"
    )
    floor: Annotated[Money, NonNegative()] | None = None
    cap: Quantity | None = None

    def pay(
        self, result: Quantity, base: Money, *, target_pay: Money | None = None
    ) -> Money:
        """Return what a result is paid, not rounded; `payout` says how.

        >>> from decimal import Decimal
        >>> half = Percent(Decimal(50))
        >>> scale = Scale(
        ...     tiers=(Tier(start=Quantity(Decimal(80), "%"), rate=half),), mode="whole"
        ... )
        >>> scale.pay(Quantity(Decimal(90), "%"), Money(Decimal(60000), "RUB"))
        Money('30000 RUB')
        """
        # The reckoning reads scales, so it is above them.
        from salesreg.values.payout import pay_by_scale  # noqa: PLC0415

        return pay_by_scale(self, result, base, target_pay)


@record
class Band:
    """A half-open range of results on one side of a grid.

    Attributes:
        start: Least result, included; none for the lowest band.
        end: First result above it; none for the highest band.
    """

    start: Quantity | None = None
    end: Quantity | None = None


@record
class GridRow:
    """The pay for one band of the first result.

    Attributes:
        band: The band of the first result.
        rates: What is paid for each band of the second result, in their order,
            as a share of the base.
    """

    band: Band
    rates: Annotated[tuple[Percent, ...], Length(1)]


@record
class Grid:
    """Pay by two results at once: rows for the first, columns for the second.

    Attributes:
        second_kpi: Key of the KPI whose value picks the column.
        columns: Bands of the second result.
        rows: Bands of the first result with their rates.
        base: What a rate is a share of.
        floor: Least pay.
        cap: Greatest pay, as a sum or as a share of the target pay.
    """

    kind: ClassVar[str] = "grid"

    second_kpi: Annotated[str, Refers("Kpi")] | None = None
    columns: Annotated[tuple[Band, ...], Length(1)]
    rows: Annotated[tuple[GridRow, ...], Length(1)]
    base: Literal["result", "target_pay", "fixed_pay", "revenue", "margin"] = (
        "target_pay"
    )
    floor: Annotated[Money, NonNegative()] | None = None
    cap: Quantity | None = None

    def pay(
        self,
        first: Quantity,
        second: Quantity,
        base: Money,
        *,
        target_pay: Money | None = None,
    ) -> Money:
        """Return what two results are paid, not rounded; `payout` says how."""
        # The reckoning reads grids, so it is above them.
        from salesreg.values.payout import pay_by_grid  # noqa: PLC0415

        return pay_by_grid(self, first, second, base, target_pay)
