"""Senses: what more of something means to those whom a regulation binds.

The one table of it. Every field of the model that holds a number, a length of time
or a flag is here, or in `NONE` with the reason; a test holds that. A field of an
object that serves several masters, such as a band, is named with its holder.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Literal

from attrs import frozen

Direction = Literal[
    "stricter",
    "looser",
    "harder",
    "easier",
    "wider",
    "narrower",
    "more generous",
    "less generous",
    "harsher",
    "milder",
]
"""How a change is felt: by whom a rule, a target, a limit, pay or a measure binds."""

_PAIRS: tuple[tuple[Direction, Direction], ...] = (
    ("stricter", "looser"),
    ("harder", "easier"),
    ("wider", "narrower"),
    ("more generous", "less generous"),
    ("harsher", "milder"),
)

OPPOSITE: Mapping[Direction, Direction] = MappingProxyType(
    {one: other for pair in _PAIRS for one, other in (pair, pair[::-1])}
)
"""The direction of the change back."""


@frozen
class Sense:
    """What more of something means.

    Attributes:
        more: The direction of a change to more.
        by_kpi: Whether it is so only where more of the result is better, and the
            other way round where less is.
    """

    more: Direction
    by_kpi: bool = False


def _named(sense: Sense, names: str) -> Iterator[tuple[str, Sense]]:
    return ((name, sense) for name in names.split())


SENSES: Mapping[str, Sense] = MappingProxyType(
    dict(
        (
            *_named(
                Sense("looser"),
                # Time or attempts left before a rule is broken.
                "TimeNorm.limit TimeNorm.target Step.limit Procedure.limit In.duration"
                " ByDay.day ByDay.months_later ByDay.at SameDay.at"
                " ApprovalStep.within ExceptionRule.within DisputeRule.within"
                " Acknowledging.within Training.within Audit.reply Audit.ruling"
                " EscalationLevel.after ImprovementRule.within RecordKeeping.within"
                " NextStep.within NextStep.after DocumentKind.approval_limit"
                " Attempts.most Attempts.within Transition.most Payout.dispute"
                " OwnershipRule.window OwnershipRule.grace Certification.valid_for"
                " TimeBudget.most PaymentTerm.net Task.due Governance.next_review",
            ),
            *_named(
                Sense("stricter"),
                # Something more to be done, kept or shown.
                "Before.duration Deadline.cutoff Attempts.least TimeBudget.least"
                " TimeBudget.mandatory DocumentKind.retention Audit.sample"
                " PaymentTerm.prepayment Transition.comment LossReason.comment"
                " QualificationCriterion.mandatory Consent.separate_document"
                " Substitution.by_order",
            ),
            *_named(
                Sense("harder"),
                "Norm.count NormPart.count RampStep.quota Portfolio.least"
                " CareerStep.after CareerStep.attainment CareerStep.minimum"
                " CareerStep.periods Certification.pass_mark"
                " Qualification.threshold Grade.least",
            ),
            # A gate that lets fewer results through is harder, whatever they are.
            *_named(Sense("harder"), "Gate.band.start"),
            *_named(Sense("easier"), "Gate.band.end Goal.due"),
            *_named(
                Sense("harder", by_kpi=True),
                "Kpi.target Goal.target Plan.target Target.value Tier.start",
            ),
            *_named(
                Sense("wider"),
                "AuthorityBand.band.end AuthorityBand.end_included Portfolio.most"
                " PaymentTerm.limit Plan.over_assignment",
            ),
            *_named(Sense("narrower"), "AuthorityBand.band.start"),
            *_named(
                Sense("more generous"),
                "PayPlan.fixed PayPlan.target_variable PayPlan.cap Incentive.amount"
                " Tier.rate Tier.rate_at_end Tier.amount Tier.amount_at_end"
                " GridRow.rates Scale.floor Scale.cap Grid.floor Grid.cap"
                " Draw.amount Draw.months Draw.most RampStep.pay",
            ),
            *_named(
                Sense("less generous"),
                "Clawback.within Clawback.share Draw.recoverable",
            ),
            *_named(
                Sense("harsher"),
                "Sanction.amount BonusReduction.share Consequence.lasts"
                " PaymentTerm.late_fee",
            ),
            *_named(Sense("milder"), "Consequence.misses PaymentTerm.late_fee_per"),
        )
    )
)
"""What more of a field means, by class and field."""

NONE: Mapping[str, str] = MappingProxyType(
    {
        name: reason
        for reason, names in {
            "one side gains what the other loses": (
                "SplitShare.share Substitution.credit Incentive.weight"
                " PayPlan.fixed_share PriceLevel.list_price PriceLevel.discount"
                " PriceLevel.price"
            ),
            "what is expected to happen, and asked of nobody": (
                "Stage.probability ForecastCategory.weight Conversion.rate Plan.inflow"
                " Plan.average_deal Report.effort Norm.unit_time Handover.call"
            ),
            "what is or was so": (
                "Goal.baseline PastResult.value Role.headcount Target.headcount"
                " Role.critical Tool.records_calls Field.personal Segment.target"
                " Acknowledgement.date Approval.date"
            ),
            "when something holds, not how much is asked": (
                "Revision.in_force_from Revision.in_force_to Waiver.until"
                " RampStep.month ImprovementRule.periods ImprovementRule.below"
                " ImprovementRule.above Recurrence.since Recurrence.interval"
                " Recurrence.month_days Recurrence.months Recurrence.position"
                " Recurrence.at Recurrence.duration"
            ),
            "hours of work, which may suit or not": (
                "Break.duration Break.times Break.paid Training.hours"
                " TimeBudget.amount WorkCalendar.first_year WorkCalendar.last_year"
                " WorkCalendar.shorter_before_holiday DayException.date"
            ),
            "a bound of what can be measured": "Kpi.least Kpi.most",
            "a part of a rule or a formula: which deals it means, not how much": (
                "NumberBounds.at_least NumberBounds.above NumberBounds.at_most"
                " NumberBounds.below NumberBounds.equals MoneyBounds.at_least"
                " MoneyBounds.above MoneyBounds.at_most MoneyBounds.below"
                " MoneyBounds.equals PercentBounds.at_least PercentBounds.above"
                " PercentBounds.at_most PercentBounds.below PercentBounds.equals"
                " DateBounds.at_least DateBounds.above DateBounds.at_most"
                " DateBounds.below DateBounds.equals Within.duration Filled.value"
                " Flag.value Constant.value Elapsed.working"
            ),
            "what stands beside it says more: the next tier, the rates, the others": (
                "Tier.end Tier.end_included GridRow.band.start GridRow.band.end"
                " Grid.columns.start Grid.columns.end Target.weight"
                " QualificationCriterion.points"
            ),
            "both too little and too much of it bind": "Attempts.pause",
            "of the clock, not of how much time there is": "ByDay.working",
            "a way of handing out or of printing": "RoutingRule.stop Stage.numbered",
        }.items()
        for name in names.split()
    }
)
"""Fields of which more means nothing in itself, and why."""
