"""Conduct and means: scripts, prohibitions, documents, consent, tools."""

from __future__ import annotations

from typing import Annotated, Literal

from salesreg.constraints import Key, Length, Text, Title
from salesreg.model.refs import (
    AnnexRef,
    AuditRef,
    ChannelRef,
    DocumentRef,
    FieldRef,
    ReportRef,
    RoleRef,
    ScriptRef,
    StageRef,
    ToolRef,
)
from salesreg.record import record
from salesreg.values.calendar import Country
from salesreg.values.deadline import Deadline
from salesreg.values.event import Event
from salesreg.values.times import Duration


@record
class ScriptBranch:
    """What to say in one turn of a conversation.

    Attributes:
        title: The turn: the client agrees, objects, asks for a price.
        says: The words.
        then: Another script to go on with.
    """

    title: Title
    says: Text
    then: ScriptRef | None = None


@record
class Script:
    """The wording of a call, a letter or a meeting.

    Attributes:
        key: Identity.
        title: What it is called.
        stage: Stage at which it is used.
        channel: Channel in which it is used.
        opening: The first words.
        branches: What to say after that.
        text: How to use it.
    """

    key: Key
    title: Title
    stage: StageRef | None = None
    channel: ChannelRef | None = None
    opening: Text | None = None
    branches: tuple[ScriptBranch, ...] = ()
    text: Text | None = None


@record
class Prohibition:
    """Something that must not be done.

    Attributes:
        key: Identity.
        text: What is forbidden.
        roles: Whom it binds; every role when empty.
        stages: Where it holds; everywhere when empty.
        reason: Why.
        audit: The audit that finds a breach.
        report: The report that shows a breach.
    """

    key: Key
    text: Text
    roles: tuple[RoleRef, ...] = ()
    stages: tuple[StageRef, ...] = ()
    reason: Text | None = None
    audit: AuditRef | None = None
    report: ReportRef | None = None


@record
class DocumentKind:
    """A kind of document: a quotation, a contract, an act.

    Attributes:
        key: Identity.
        title: What it is called.
        template: The form it is made from, as a link or a name.
        annex: The annex that holds the form.
        author: Role that makes it.
        approvers: Roles that agree to it.
        signers: Roles that sign it.
        made_at: Stage at which it is made.
        needed_at: Stages that need it.
        required_items: What it must contain.
        deadline: By when it is made.
        approval_limit: How long agreement may take.
        storage: Where it is kept.
        retention: How long it is kept.
    """

    key: Key
    title: Title
    template: Title | None = None
    annex: AnnexRef | None = None
    author: RoleRef | None = None
    approvers: tuple[RoleRef, ...] = ()
    signers: tuple[RoleRef, ...] = ()
    made_at: StageRef | None = None
    needed_at: tuple[StageRef, ...] = ()
    required_items: tuple[Title, ...] = ()
    deadline: Deadline | None = None
    approval_limit: Duration | None = None
    storage: Title | None = None
    retention: Duration | None = None


@record
class Consent:
    """A consent that is needed, and how it is proved.

    Attributes:
        key: Identity.
        title: What the client consents to.
        subject: What it covers.
        before: The event that must not happen without it.
        how: How it is given.
        recorded_in: Tool that keeps the proof.
        separate_document: Whether it is a document of its own.
        text: What else to say of it.
    """

    key: Key
    title: Title
    subject: Literal["personal_data", "advertising_call", "call_recording", "mailing"]
    before: Event | None = None
    how: Text | None = None
    recorded_in: ToolRef | None = None
    separate_document: bool = False
    text: Text | None = None


@record
class StopList:
    """Clients who must not be contacted.

    Attributes:
        key: Identity.
        title: What it is called.
        text: Who gets on it and who takes people off.
        kept_in: Tool that keeps it.
        checked_before: The event before which it is looked at.
        keeper: Role that keeps it.
    """

    key: Key
    title: Title
    text: Text | None = None
    kept_in: ToolRef | None = None
    checked_before: Event | None = None
    keeper: RoleRef | None = None


@record
class Tool:
    """A system that the work is done in.

    Attributes:
        key: Identity.
        title: What it is called.
        kind: What it is for.
        text: How it is used.
        records_calls: Whether it records calls.
        database_country: Country of its database of personal data.
        missed_call: By when a missed call is returned.
    """

    key: Key
    title: Title
    kind: Literal[
        "crm", "telephony", "mail", "messenger", "storage", "analytics", "other"
    ] = "other"
    text: Text | None = None
    records_calls: bool = False
    database_country: Country | None = None
    missed_call: Deadline | None = None


@record
class Access:
    """Who may see or change what in a tool.

    Attributes:
        key: Identity.
        tool: The tool.
        roles: Who may.
        level: What they may do.
        what: The part it is about: own deals, all deals.
        fields: Fields it is about.
        stages: Stages it is about.
        documents: Documents it is about.
        text: Confidentiality rules that go with it.
    """

    key: Key
    tool: ToolRef
    roles: Annotated[tuple[RoleRef, ...], Length(1)]
    level: Literal["view", "edit", "create", "delete", "export", "administer"]
    what: Title | None = None
    fields: tuple[FieldRef, ...] = ()
    stages: tuple[StageRef, ...] = ()
    documents: tuple[DocumentRef, ...] = ()
    text: Text | None = None


@record
class NamingConvention:
    """How things are named in the CRM.

    Attributes:
        key: Identity.
        title: What is named: a deal, a file.
        pattern: The pattern, with parts in braces: "{client} - {product}".
        example: A name made by it.
        avoid: A name that must not be used.
    """

    key: Key
    title: Title
    pattern: Title
    example: Title | None = None
    avoid: Title | None = None
