"""The frame of a regulation: who issues it, for whom, in which revision."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from salesreg.constraints import Key, Pattern, Text, Title
from salesreg.model.refs import DocumentRef, RoleRef, TermRef
from salesreg.record import record
from salesreg.values.expression import Expression
from salesreg.values.recurrence import Recurrence
from salesreg.values.times import Duration


@record
class Organisation:
    """The company, or the part of it, that issues the regulation.

    Attributes:
        title: Full name, as on letterheads.
        short: Short name for running heads.
        department: The department that works by the regulation.
        city: Where the regulation is issued.
    """

    title: Title
    short: Title | None = None
    department: Title | None = None
    city: Title | None = None


@record
class Scope:
    """What the regulation is for and whom it binds.

    Attributes:
        purpose: Why the regulation exists.
        applies_to: Roles that are bound by it; every role when empty.
        units: Units, products or territories that it covers.
        excludes: Roles that are not bound by it.
        excluded_units: Units, products or territories that it leaves out.
        text: What else to say of the scope.
    """

    purpose: Text | None = None
    applies_to: tuple[RoleRef, ...] = ()
    units: tuple[Title, ...] = ()
    excludes: tuple[RoleRef, ...] = ()
    excluded_units: tuple[Title, ...] = ()
    text: Text | None = None


@record
class Term:
    """An entry of the glossary.

    Attributes:
        key: Identity.
        title: The term.
        definition: What it means here.
        abbreviation: Its short form.
        formula: How it is calculated, when it is a number.
        see: Related terms.
    """

    key: Key
    title: Title
    definition: Text
    abbreviation: Title | None = None
    formula: Expression | None = None
    see: tuple[TermRef, ...] = ()


@record
class Approval:
    """Who puts the regulation into force.

    Attributes:
        post: Post of the approver.
        name: Name of the approver; a line is left for it when not given.
        date: When it was approved; a line is left for it when not given.
        order: Number of the order that puts it into force.
    """

    post: Title
    name: Title | None = None
    date: dt.date | None = None
    order: Title | None = None


@record
class Revision:
    """An edition of the regulation and the time it is in force.

    Attributes:
        number: Number of the edition: "3.0".
        in_force_from: First day in force.
        in_force_to: Last day in force; open when not given.
        reason: Why this edition was made, what changed.
        approval: Who approved it.
        running_deals: Whether deals that started under the earlier edition
            keep it or move to this one.
        registration: Registration number of the document.
    """

    number: Title
    in_force_from: dt.date | None = None
    in_force_to: dt.date | None = None
    reason: Text | None = None
    approval: Approval | None = None
    running_deals: Literal["keep", "move"] | None = None
    registration: Title | None = None


@record
class Governance:
    """Who keeps the regulation, explains it and may change it.

    Attributes:
        owner: Role that keeps the regulation up to date.
        interpreter: Role whose reading is final.
        amended_by: Roles that may propose or make changes.
        review: When the regulation is reviewed.
        next_review: The next date of review.
        review_triggers: Events that make a review due at once.
        text: How changes are made.
    """

    owner: RoleRef | None = None
    interpreter: RoleRef | None = None
    amended_by: tuple[RoleRef, ...] = ()
    review: Recurrence | None = None
    next_review: dt.date | None = None
    review_triggers: tuple[Text, ...] = ()
    text: Text | None = None


@record
class Acknowledging:
    """How people confirm that they know the regulation.

    Attributes:
        method: How it is confirmed.
        within: How soon after an edition comes into force, or after hiring.
        roles: Who confirms; every role when empty.
        text: What else to say of it.
    """

    method: Literal["signature", "initials", "electronic", "quiz"] = "signature"
    within: Duration | None = None
    roles: tuple[RoleRef, ...] = ()
    text: Text | None = None


@record
class Acknowledgement:
    """One person's confirmation of one revision.

    Attributes:
        name: Who confirmed.
        role: Key of the person's role.
        revision: Number of the revision confirmed.
        date: When.
    """

    name: Title
    role: RoleRef
    revision: Title
    date: dt.date


@record
class Annex:
    """An annex: a form, a price list, a checklist.

    Attributes:
        key: Identity.
        title: What it is called.
        text: What it says.
        document: The kind of document whose form it is.
    """

    key: Key
    title: Title
    text: Text | None = None
    document: DocumentRef | None = None


CODE = "[A-Z]{2,8}[0-9]{2,4}"
"""Codes of checks."""


@record
class Waiver:
    """One finding of a check that the regulation lets stand, knowingly.

    Attributes:
        code: Code of the check: "TIM03".
        path: JSON Pointer to the finding; keys may stand in place of positions:
            "/roles/manager/duties/0".
        reason: Why it may stand.
        author: Who decided so: a post, or a name.
        until: Last day on which it may; without end when not given.
    """

    code: Annotated[str, Pattern(CODE, "the code of a check such as 'TIM03'")]
    path: Title
    reason: Text
    author: Title
    until: dt.date | None = None
