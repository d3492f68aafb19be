"""What of pay cannot be reckoned, and why."""

from __future__ import annotations

from collections.abc import Iterator

from salesreg.errors import pointer
from salesreg.evaluate.cases.component import is_earned, is_payable
from salesreg.evaluate.cases.kpis import kpi_of
from salesreg.evaluate.editions import Edition
from salesreg.evaluate.results import NotEvaluated, Reason
from salesreg.model.pay import Incentive, PayPlan


def unjudged(edition: Edition) -> Iterator[NotEvaluated]:
    """Yield what of pay cannot be reckoned."""
    for place, plan in enumerate(edition.regulation.pay_plans):
        path = pointer("pay_plans", place)
        for below, reason in _plan(plan):
            yield NotEvaluated(**edition.cite(path + below), reason=reason)
        for index, component in enumerate(plan.components):
            cited = edition.cite(path + pointer("components", index))
            for reason in _component(edition, component):
                yield NotEvaluated(**cited, reason=reason)
    for place, reward in enumerate(edition.regulation.incentives):
        cited = edition.cite(pointer("incentives", place))
        if reward.kind in {"contest", "award"}:
            yield NotEvaluated(**cited, reason="case-by-case")
            continue
        base = getattr(reward.scale, "base", "result")
        if base in {"target_pay", "fixed_pay"} or not reward.roles:
            yield NotEvaluated(**cited, reason="no-target")
        for reason in _component(edition, reward):
            yield NotEvaluated(**cited, reason=reason)


def _plan(plan: PayPlan) -> Iterator[tuple[str, Reason]]:
    if plan.period == "deal":
        yield "", "by-deal"
    if plan.proration is None:
        yield "", "no-proration"
    if plan.clawback is not None:
        if plan.clawback.netting not in {"next_pay", "same_period"}:
            yield pointer("clawback"), "case-by-case"
        elif plan.clawback.takes is None:
            yield pointer("clawback"), "not-typed"
    for index, split in enumerate(plan.splits):
        if split.when is None:
            yield pointer("splits", index), "words"


def _component(edition: Edition, component: Incentive) -> Iterator[Reason]:
    if component.period == "deal":
        yield "by-deal"
    elif not is_payable(component):
        yield "not-typed"
    elif component.scale is not None and not kpi_of(edition, component.kpi):
        yield "no-kpi"
    elif component.scale is None and not is_earned(component):
        yield "case-by-case"
    for gate in (*component.gates, *component.accelerator_gates):
        if gate.kpi is None or gate.band is None:
            yield "words"
