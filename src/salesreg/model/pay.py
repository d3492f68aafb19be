"""Pay: what results earn, when, and what is held back."""

from __future__ import annotations

from typing import Annotated, Literal

from salesreg.constraints import Key, Length, NonNegative, Range, Share, Text, Title
from salesreg.model.refs import ComponentRef, KpiRef, RoleRef
from salesreg.record import record
from salesreg.values.amounts import Money, Percent
from salesreg.values.condition import Condition
from salesreg.values.deadline import Due
from salesreg.values.event import Event
from salesreg.values.scale import Band, Grid, Scale
from salesreg.values.times import Duration

PayPeriod = Literal["month", "quarter", "half_year", "year", "deal"]


@record
class Gate:
    """A condition on another result without which nothing is paid.

    Attributes:
        kpi: The KPI that is looked at.
        band: The results that open the gate.
        period: The period of that result.
        when: Deals that count, as a rule over fields.
        text: The gate in words.
    """

    kpi: KpiRef | None = None
    band: Band | None = None
    period: PayPeriod | None = None
    when: Condition | None = None
    text: Text | None = None


@record
class Incentive:
    """A component of variable pay.

    Attributes:
        key: Identity.
        title: What it is called.
        kind: Commission on a result, bonus for a target, one-off contest.
        kpi: The result that is paid.
        whose: Whose result counts: the payee's own, that of everybody in the role,
            or the department's.
        base_kpi: The revenue or margin that the rates are a share of.
        scale: How the result turns into pay.
        amount: A fixed sum, when there is no scale.
        weight: Share in the target variable pay.
        gates: Conditions without which it is not paid.
        accelerator_gates: Conditions without which tiers above the target pay
            as the target does.
        period: The period whose result is paid.
        stacks_with: Components that it may be paid beside.
        roles: Who gets it, when it belongs to no pay plan.
        text: What else to say of it.
    """

    key: Key
    title: Title
    kind: Literal["commission", "bonus", "contest", "award"] = "bonus"
    kpi: KpiRef | None = None
    whose: Literal["person", "role", "department"] = "person"
    base_kpi: KpiRef | None = None
    scale: Scale | Grid | None = None
    amount: Money | None = None
    weight: Annotated[Percent, Share()] | None = None
    gates: tuple[Gate, ...] = ()
    accelerator_gates: tuple[Gate, ...] = ()
    period: PayPeriod | None = None
    stacks_with: tuple[ComponentRef, ...] = ()
    roles: tuple[RoleRef, ...] = ()
    text: Text | None = None


@record
class Draw:
    """An advance on variable pay, or a guarantee of it.

    Attributes:
        amount: The sum.
        per: How often it is paid.
        recoverable: Whether it is set off against later pay.
        months: For how many months.
        most: Greatest share of the target variable pay.
    """

    amount: Annotated[Money, NonNegative()]
    per: Literal["month", "quarter", "year"] = "month"
    recoverable: bool = True
    months: Annotated[int, Range(1, 60)] | None = None
    most: Annotated[Percent, NonNegative()] | None = None


@record
class Clawback:
    """When pay that was given is taken back.

    Attributes:
        trigger: The event that leads to it: a refund.
        within: For how long after the payment.
        share: Share that is taken back.
        takes: What is lowered: the result that later pay is calculated from, or the
            pay itself.
        netting: Whether it is set off against the next pay or the same period.
        text: What else to say of it.
    """

    trigger: Event | None = None
    within: Duration | None = None
    share: Annotated[Percent, Share()] | None = None
    takes: Literal["result", "pay"] | None = None
    netting: Literal["next_pay", "same_period", "case_by_case"] | None = None
    text: Text | None = None


@record
class SplitShare:
    """One role's part of a shared result.

    Attributes:
        role: The role.
        share: Its part.
        part: The person's part in the deal: opened it, closed it, stood in.
    """

    role: RoleRef
    share: Annotated[Percent, Share()]
    part: Title | None = None


@record
class Split:
    """How the credit for one deal divides.

    Attributes:
        key: Identity.
        title: The case it is for.
        shares: Who gets which part.
        when: Deals it holds for, as a rule over fields.
        text: What else to say of it.
    """

    key: Key
    title: Title
    shares: Annotated[tuple[SplitShare, ...], Length(1)]
    when: Condition | None = None
    text: Text | None = None


@record
class Payout:
    """When variable pay is earned and when it is paid.

    Attributes:
        event: The event that earns it: the client's payment, the signed act.
        due: By when it is paid after the period.
        dispute: How long a calculation may be disputed.
        dispute_to: Role that settles a dispute.
        text: What else to say of it.
    """

    event: Event | None = None
    due: Due | None = None
    dispute: Duration | None = None
    dispute_to: RoleRef | None = None
    text: Text | None = None


@record
class PayPlan:
    """How a role is paid.

    Attributes:
        key: Identity.
        title: What it is called.
        roles: Who is paid by it.
        fixed: Fixed pay in a month.
        target_variable: Variable pay in a period when every target is met.
        fixed_share: Share of fixed pay in the pay at target.
        period: The period of variable pay.
        components: What the variable pay consists of.
        draw: An advance or guarantee.
        clawback: When pay is taken back.
        splits: How credit divides.
        payout: When it is earned and paid.
        cap: Greatest variable pay in a period.
        proration: Which days divide the target pay of a period that somebody has the
            role for a part of.
        windfall: What happens with a deal far out of the ordinary.
        newcomers: What holds for people who join in the middle of a period.
        leave: What holds for people on leave.
        leavers: What holds for people who leave.
        text: What else to say of it.
    """

    key: Key
    title: Title
    roles: tuple[RoleRef, ...] = ()
    fixed: Annotated[Money, NonNegative()] | None = None
    target_variable: Annotated[Money, NonNegative()] | None = None
    fixed_share: Annotated[Percent, Share()] | None = None
    period: PayPeriod = "month"
    components: tuple[Incentive, ...] = ()
    draw: Draw | None = None
    clawback: Clawback | None = None
    splits: tuple[Split, ...] = ()
    payout: Payout | None = None
    cap: Annotated[Money, NonNegative()] | None = None
    proration: Literal["calendar_days", "working_days"] | None = None
    windfall: Text | None = None
    newcomers: Text | None = None
    leave: Text | None = None
    leavers: Text | None = None
    text: Text | None = None


@record
class Sanction:
    """What follows a breach of duty; a missed target is none.

    Attributes:
        key: Identity.
        title: What it is called.
        measure: The kind of measure.
        grounds: Breaches that lead to it.
        amount: A sum, where the text names one.
        roles: Whom it concerns; every role when empty.
        procedure: How it is applied: explanation, order, terms.
        appeal: How it may be disputed.
        by: Role that applies it.
    """

    key: Key
    title: Title
    measure: Literal["remark", "reprimand", "dismissal", "fine", "deduction", "other"]
    grounds: tuple[Text, ...] = ()
    amount: Money | None = None
    roles: tuple[RoleRef, ...] = ()
    procedure: Text | None = None
    appeal: Text | None = None
    by: RoleRef | None = None


@record
class BonusReduction:
    """When and by how much a bonus is lowered.

    Attributes:
        key: Identity.
        title: What it is called.
        trigger: Whether a disciplinary sanction, a breach without one or a
            missed condition of the bonus leads to it.
        grounds: The cases, one by one.
        share: By how much, as a share.
        of: What it is a share of.
        components: The components that are lowered; all when empty.
        period: The period whose bonus is lowered.
        roles: Whom it concerns; every role when empty.
        procedure: How it is decided.
        appeal: How it may be disputed.
    """

    key: Key
    title: Title
    trigger: Literal["sanction", "breach", "condition"]
    grounds: tuple[Text, ...] = ()
    share: Annotated[Percent, Share()] | None = None
    of: Literal["bonus", "month_wage"] = "bonus"
    components: tuple[ComponentRef, ...] = ()
    period: Literal["sanction_period", "next_period", "other"] | None = None
    roles: tuple[RoleRef, ...] = ()
    procedure: Text | None = None
    appeal: Text | None = None
