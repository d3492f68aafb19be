"""What of pay cannot be reckoned, and why."""

from __future__ import annotations

from collections.abc import Iterator

from salesreg.errors import pointer
from salesreg.evaluate.cases.asking import unanswered
from salesreg.evaluate.cases.by_deal import cadence_of, is_earned_somehow
from salesreg.evaluate.cases.given import Because, lacking, unasked
from salesreg.evaluate.cases.kpis import kpi_of, missing
from salesreg.evaluate.cases.payees import component_path, missing_for, plans
from salesreg.evaluate.cases.worth import is_earned, is_payable
from salesreg.evaluate.editions import Edition
from salesreg.evaluate.results import NotEvaluated, Reason
from salesreg.model.pay import Incentive, PayPlan
from salesreg.values.event import Payment


def unjudged(edition: Edition) -> Iterator[NotEvaluated]:
    """Yield what of pay cannot be reckoned."""
    regulation = edition.regulation
    for place, plan in enumerate(regulation.pay_plans):
        path = pointer("pay_plans", place)
        for below, reason in _plan(edition, plan):
            yield NotEvaluated(**edition.cite(path + below), **_because(reason))
    for place, reward in enumerate(regulation.incentives):
        cited = edition.cite(pointer("incentives", place))
        base = getattr(reward.scale, "base", "result")
        if reward.kind in {"contest", "award"}:
            yield NotEvaluated(**cited, reason="case-by-case")
        elif base in {"target_pay", "fixed_pay"} or not reward.roles:
            yield NotEvaluated(**cited, reason="no-target")
    for path, plan in plans(edition):
        if table := missing_for(edition, plan):
            yield NotEvaluated(**edition.cite(path), **lacking(table))
        for index, component in enumerate(plan.components):
            cited = edition.cite(component_path(path, index))
            for reason in _component(edition, plan, component):
                yield NotEvaluated(**cited, **_because(reason))


def _because(reason: Reason) -> Because:
    return (
        unasked(reason) if reason == "no-table" else {"reason": reason, "table": None}
    )


def _plan(edition: Edition, plan: PayPlan) -> Iterator[tuple[str, Reason]]:
    if plan.proration is None and plan.period != "deal":
        yield "", "no-proration"
    if plan.clawback is not None:
        if plan.clawback.netting not in {"next_pay", "same_period"}:
            yield pointer("clawback"), "case-by-case"
        elif plan.clawback.takes is None:
            yield pointer("clawback"), "not-typed"
        if plan.clawback.trigger not in {None, Payment(state="refunded")}:
            yield pointer("clawback", "trigger"), "not-typed"
    for index, split in enumerate(plan.splits):
        if split.when is None:
            yield pointer("splits", index), "words"
        elif reason := unanswered(edition, split.when):
            yield pointer("splits", index), reason


def _component(
    edition: Edition, plan: PayPlan, component: Incentive
) -> Iterator[Reason]:
    if not is_payable(component):
        yield "not-typed"
    elif component.scale is not None and not kpi_of(edition, component.kpi):
        if not missing(edition, component.kpi):
            yield "no-kpi"
    elif component.scale is None and not is_earned(plan, component):
        yield "case-by-case"
    by_deal = cadence_of(plan, component) == "deal"
    if by_deal and not is_earned_somehow(edition, plan):
        yield "no-end"
    if _excludes(edition, plan, component):
        yield "words"
    for gate in (*component.gates, *component.accelerator_gates):
        if gate.kpi is None or gate.band is None:
            yield "words"
        elif reason := unanswered(edition, gate.when):
            yield reason


def _excludes(edition: Edition, plan: PayPlan, component: Incentive) -> bool:
    """Tell whether the same people are paid something that it may not stand beside.

    Which of the two gives way is nowhere said, so both are paid (15.8).
    """
    return bool(component.stacks_with) and any(
        other.key != component.key and other.key not in component.stacks_with
        for _, beside in plans(edition)
        if set(beside.roles) & set(plan.roles)
        for other in beside.components
    )
