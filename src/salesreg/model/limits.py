"""Limits: who may grant what, on which terms, and who allows exceptions."""

from __future__ import annotations

from typing import Annotated, Literal

from salesreg.constraints import Key, Share, Text, Title
from salesreg.model.refs import (
    DocumentRef,
    FieldRef,
    ProductRef,
    RoleRef,
    SegmentRef,
    ToolRef,
)
from salesreg.record import record
from salesreg.values.amounts import Money, Percent
from salesreg.values.condition import Condition
from salesreg.values.deadline import Deadline
from salesreg.values.scale import Band
from salesreg.values.times import Duration


@record
class AuthorityBand:
    """What one role may grant alone.

    Attributes:
        role: The role.
        band: The half-open range that it may grant.
        end_included: True when the text says "up to and including".
        when: Deals it holds for, as a rule over fields.
    """

    role: RoleRef
    band: Band
    end_included: bool = False
    when: Condition | None = None


@record
class ApprovalStep:
    """One approver in a chain.

    Attributes:
        role: Role that approves.
        within: Time to answer.
        silence: What silence means.
    """

    role: RoleRef
    within: Duration | None = None
    silence: Literal["approved", "refused", "escalated"] | None = None


@record
class Authority:
    """A row of the authority matrix: who may grant how much.

    Attributes:
        key: Identity.
        title: What is granted.
        dimension: What is limited.
        field: Field of a deal that holds what is granted.
        document: Document whose approval grants it.
        bands: Who may grant which range.
        chain: Who approves beyond one's own range, in order.
        requesters: Roles that ask.
        text: What else to say of it.
    """

    key: Key
    title: Title
    dimension: Literal["discount", "amount", "payment_term", "credit", "other"] = (
        "discount"
    )
    field: FieldRef | None = None
    document: DocumentRef | None = None
    bands: tuple[AuthorityBand, ...] = ()
    chain: tuple[ApprovalStep, ...] = ()
    requesters: tuple[RoleRef, ...] = ()
    text: Text | None = None


@record
class PriceLevel:
    """A price that is derived from another: list price less discount.

    Attributes:
        key: Identity.
        title: For whom or from what volume it holds.
        product: The product.
        segment: The segment.
        list_price: The price it starts from.
        discount: The discount.
        price: The price that results.
        when: Deals it holds for, as a rule over fields.
    """

    key: Key
    title: Title
    product: ProductRef | None = None
    segment: SegmentRef | None = None
    list_price: Money | None = None
    discount: Annotated[Percent, Share()] | None = None
    price: Money | None = None
    when: Condition | None = None


@record
class PaymentTerm:
    """When and how clients pay.

    Attributes:
        key: Identity.
        title: What it is called.
        prepayment: Share paid before work starts.
        net: Time to pay after the invoice.
        limit: Greatest debt of one client.
        late_fee: Share added for a late payment.
        late_fee_per: Time for which the share is added.
        reminder: By when the client is reminded.
        segments: Segments it holds for; all when empty.
        when: Deals it holds for, as a rule over fields.
        text: What else to say of it.
    """

    key: Key
    title: Title
    prepayment: Annotated[Percent, Share()] | None = None
    net: Duration | None = None
    limit: Money | None = None
    late_fee: Percent | None = None
    late_fee_per: Duration | None = None
    reminder: Deadline | None = None
    segments: tuple[SegmentRef, ...] = ()
    when: Condition | None = None
    text: Text | None = None


@record
class ExceptionRule:
    """Who may allow a departure from the rules, and how it is recorded.

    Attributes:
        key: Identity.
        title: What may be departed from.
        granted_by: Roles that may allow it.
        recorded_in: Tool that keeps the record.
        document: Document that records it.
        validity: How far it reaches: one deal, one month.
        within: Time to answer.
        text: What else to say of it.
    """

    key: Key
    title: Title
    granted_by: tuple[RoleRef, ...] = ()
    recorded_in: ToolRef | None = None
    document: DocumentRef | None = None
    validity: Title | None = None
    within: Duration | None = None
    text: Text | None = None
