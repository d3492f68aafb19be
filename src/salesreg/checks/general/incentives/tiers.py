"""Tiers of a scale: no gap, no overlap, no cliff, no fall."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Annotated

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Edit, Found, Set
from salesreg.checks.said import Said
from salesreg.constraints import NonNegative
from salesreg.model.control import Kpi
from salesreg.model.pay import Incentive
from salesreg.record import record
from salesreg.solve.scales import (
    Range,
    bands_of,
    breaks,
    falls,
    gaps,
    one_unit,
    overlaps,
    tiers_of,
)
from salesreg.values.amounts import Percent, Quantity
from salesreg.values.scale import Grid, Scale

Ladder = tuple[str, str, tuple[Range, ...]]
"""Path of a list of ranges, what stands behind the position, and the ranges."""


def ladders(path: str, held: Scale | Grid) -> tuple[Ladder, ...]:
    """Return every list of ranges of a scale or grid, of one unit each."""
    if isinstance(held, Scale):
        found = [(f"{path}/tiers", "", tiers_of(held))]
    else:
        rows = bands_of(tuple(row.band for row in held.rows))
        found = [
            (f"{path}/rows", "/band", rows),
            (f"{path}/columns", "", bands_of(held.columns)),
        ]
    return tuple(one for one in found if one_unit(one[2]))


def scaled(facts: Facts) -> Iterator[tuple[str, Incentive]]:
    """Yield every component of pay that has a scale or a grid."""
    for path, component in facts.all(Incentive):
        if component.scale is not None:
            yield path, component


class GapBetweenTiers(Check):
    """Between two tiers there are results that no tier holds."""

    code = "INC01"
    name = "gap-between-tiers"
    severity = "error"
    russian = "Между ступенями шкалы есть результаты, за которые ничего не сказано."
    why = Said(
        en="A result in the gap is paid nothing, though less and more are paid.",
        ru="За результат в разрыве не платят, а за меньший и за больший платят.",
    )
    mend = Said(
        en="let each tier begin where the one before ends: `start` equal to `end`",
        ru="начинать каждую ступень там, где кончается предыдущая: `start` равен `end`",
    )
    message = Said(
        en="{component}: no tier holds results from {start} to {end}",
        ru="{component}: результаты от {start} до {end} не входят ни в одну ступень",
    )
    valid = (
        """
        incentives:
        - key: half
          title: Half
          scale:
            kind: scale
            tiers:
            - {start: 0%, end: 99.9%, end_included: false}
            - {start: 99.9%}
        """,
    )
    invalid = (
        """
        incentives:
        - key: spring
          title: Spring contest
          kind: contest
          kpi: attainment
          period: quarter
          roles: [manager]
          stacks_with: [manager-plan]
          scale:
            kind: scale
            mode: whole
            cap: 100%
            tiers:
            - {start: 0%, end: 99.9%, rate: 90%}
            - {start: 100%, rate: 100%}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield every gap of every scale and grid."""
        for path, component in scaled(facts):
            assert component.scale is not None
            for here, below, ranges in ladders(f"{path}/scale", component.scale):
                for hole in gaps(ranges):
                    yield self.found(
                        f"{here}/{hole.high}{below}/start",
                        also=[f"{here}/{hole.low}{below}/end"],
                        component=component,
                        start=hole.start,
                        end=hole.end,
                    )


class OverlappingTiers(Check):
    """Two tiers hold the same results."""

    code = "INC02"
    name = "overlapping-tiers"
    severity = "error"
    russian = "Один и тот же результат попадает в две ступени шкалы."
    why = Said(
        en="Two sums are due for one result, and each side will take its own.",
        ru="За один результат положены две суммы, и каждая сторона выберет свою.",
    )
    mend = Said(
        en="end each tier where the next one begins, with `end_included: false`",
        ru="закончить каждую ступень там, где начинается следующая: "
        "`end_included: false`",
    )
    message = Said(
        en="{component}: two tiers hold results from {start} to {end}",
        ru="{component}: результаты от {start} до {end} входят в две ступени",
    )
    point = Said(
        en="{component}: a result of {start} is in two tiers",
        ru="{component}: результат {start} входит в две ступени",
    )
    fix = Said(
        en="leave {start} to the higher tier",
        ru="оставить {start} верхней ступени",
    )
    valid = (
        """
        incentives:
        - key: half
          title: Half
          scale:
            kind: scale
            tiers:
            - {start: 0%, end: 50%, end_included: false}
            - {start: 50%, end: 100%, end_included: true}
        """,
    )
    invalid = (
        """
        incentives:
        - key: spring
          title: Spring contest
          kind: contest
          kpi: attainment
          period: quarter
          roles: [manager]
          stacks_with: [manager-plan]
          scale:
            kind: scale
            mode: whole
            cap: 100%
            tiers:
            - {start: 0%, end: 50%, end_included: true, rate: 70%}
            - {start: 50%, rate: 100%}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield every overlap of every scale and grid."""
        for path, component in scaled(facts):
            held = component.scale
            assert held is not None
            for here, below, ranges in ladders(f"{path}/scale", held):
                for hole in overlaps(ranges):
                    one = hole.start == hole.end and ranges[hole.low].end is not None
                    edits: list[Edit] = []
                    if one and isinstance(held, Scale):
                        # "Up to and including" and "from" name one boundary: the
                        # usual reading leaves it to the higher tier.
                        edits = [Set(f"{here}/{hole.low}/end_included", value=False)]
                    yield self.found(
                        f"{here}/{hole.high}{below}",
                        message=self.point if one else None,
                        also=[f"{here}/{hole.low}{below}"],
                        edits=edits,
                        component=component,
                        start=hole.start,
                        end=hole.end,
                    )


@record
class Cliff(Check):
    """At a boundary the pay jumps by a great share of the pay at target.

    Attributes:
        most: The greatest jump, as a share of the pay at target, that passes.
    """

    code = "INC03"
    name = "pay-cliff"
    severity = "warning"
    russian = "На границе ступени выплата подскакивает на большую долю целевой."
    why = Said(
        en="One deal more or less decides over much pay: deals are pulled and pushed.",
        ru="Одна сделка решает судьбу большой суммы: её придержат или подтянут.",
    )
    mend = Said(
        en="add a tier between them, or reckon by `mode: linear` or `marginal`",
        ru="добавить ступень между ними или считать по `mode: linear` или `marginal`",
    )
    message = Said(
        en="{component}: at {at} the pay jumps from {below} to {here}",
        ru="{component}: при {at} выплата подскакивает с {below} до {here}",
    )
    valid = (
        """
        incentives:
        - key: half
          title: Half
          scale:
            kind: scale
            mode: whole
            tiers:
            - {start: 0%, end: 50%, rate: 20%}
            - {start: 50%, end: 100%, rate: 70%}
            - {start: 100%, rate: 100%}
        """,
    )
    invalid = (
        """
        incentives:
        - key: spring
          title: Spring contest
          kind: contest
          kpi: attainment
          period: quarter
          roles: [manager]
          stacks_with: [manager-plan]
          scale:
            kind: scale
            mode: whole
            cap: 100%
            tiers:
            - {start: 0%, end: 100%, rate: 0%}
            - {start: 100%, rate: 100%}
        """,
    )

    most: Annotated[Percent, NonNegative()] = Percent(Decimal(50))

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the jumps of the scales whose rates are shares of pay."""
        for path, component in scaled(facts):
            scale = component.scale
            if not isinstance(scale, Scale) or not one_unit(tiers_of(scale)):
                continue
            if scale.base not in {"target_pay", "fixed_pay"}:
                continue
            ends = {tier.end for tier in scale.tiers}
            for one in breaks(scale):
                # A jump over a gap is the gap's doing (INC01).
                if one.at not in ends or _lowest(facts, component, one.at):
                    continue
                if abs(one.here.share - one.below.share) > self.most.fraction:
                    yield self.found(
                        f"{path}/scale/tiers/{one.tier}/start",
                        component=component,
                        at=one.at,
                        below=_percent(one.below.share),
                        here=_percent(one.here.share),
                    )


def _lowest(facts: Facts, component: Incentive, at: Quantity) -> bool:
    """Tell whether no result can be below: nothing is less than none."""
    kpi = facts.find(Kpi, component.kpi)
    least = kpi.least if kpi else None
    if least and least.unit == at.unit:
        return at.amount <= least.amount
    return at.amount <= 0


def _percent(share: Fraction) -> Percent:
    return Percent(Decimal(share.numerator) / share.denominator * 100)


class FallingScale(Check):
    """The pay falls as the result gets better."""

    code = "INC04"
    name = "falling-scale"
    severity = "error"
    russian = "Выплата падает, хотя результат лучше."
    why = Said(
        en="Whoever does more earns less, so nobody does.",
        ru="Кто сделал больше, получит меньше, — и больше делать не станут.",
    )
    mend = Said(
        en="raise the rate from there on, or turn the `direction` of the KPI",
        ru="увеличить ставку начиная с этого места или исправить `direction` "
        "показателя",
    )
    message = Said(
        en="{component}: from {at} on the pay falls, from {below} to {here}",
        ru="{component}: начиная с {at} выплата падает — с {below} до {here}",
    )
    inside = Said(
        en="{component}: within the tier from {at} the pay falls",
        ru="{component}: внутри ступени от {at} выплата падает",
    )
    valid = (
        """
        kpis: [{key: time, title: Time, direction: down}]
        incentives:
        - key: speed
          title: Speed
          kpi: time
          scale:
            kind: scale
            mode: whole
            tiers:
            - {start: 0 minutes, end: 15 minutes, rate: 100%}
            - {start: 15 minutes, rate: 0%}
        """,
    )
    invalid = (
        """
        kpis: [{key: attainment, title: Attainment, direction: up}]
        incentives:
        - key: spring
          title: Spring contest
          kind: contest
          kpi: attainment
          period: quarter
          roles: [manager]
          stacks_with: [manager-plan]
          scale:
            kind: scale
            mode: whole
            cap: 100%
            tiers:
            - {start: 0%, end: 50%, rate: 60%}
            - {start: 50%, end: 100%, rate: 55%}
            - {start: 100%, rate: 100%}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the falls of the scales over KPIs of which more is better."""
        for path, component in scaled(facts):
            scale, kpi = component.scale, facts.find(Kpi, component.kpi)
            if not isinstance(scale, Scale) or not one_unit(tiers_of(scale)):
                continue
            if kpi is None or kpi.direction != "up":
                continue
            for one in breaks(scale):
                shares = one.here.share < one.below.share
                sums = one.here.sum < one.below.sum
                if (shares and one.here.sum <= one.below.sum) or (
                    sums and one.here.share <= one.below.share
                ):
                    tier = scale.tiers[one.tier]
                    yield self.found(
                        f"{path}/scale/tiers/{one.tier}",
                        component=component,
                        at=one.at,
                        below=_percent(one.below.share)
                        if shares
                        else Decimal(str(float(one.below.sum))),
                        here=tier.rate or tier.amount or _percent(one.here.share),
                    )
            for index in falls(scale):
                yield self.found(
                    f"{path}/scale/tiers/{index}",
                    message=self.inside,
                    component=component,
                    at=scale.tiers[index].start,
                )


CHECKS: tuple[type[Check], ...] = (
    GapBetweenTiers,
    OverlappingTiers,
    Cliff,
    FallingScale,
)
