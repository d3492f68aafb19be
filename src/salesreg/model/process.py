"""The pipeline: fields, stages and the moves between them."""

from __future__ import annotations

from typing import Annotated, Literal

from salesreg.constraints import Key, Range, Share, Text, Title
from salesreg.model.refs import (
    ActivityRef,
    AuditRef,
    ChannelRef,
    DocumentRef,
    FieldRef,
    ForecastRef,
    MeetingRef,
    ReportRef,
    RoleRef,
    ScriptRef,
    StageRef,
    StepRef,
    ToolRef,
)
from salesreg.record import record
from salesreg.values.amounts import Percent, Quantity
from salesreg.values.condition import Condition
from salesreg.values.deadline import Deadline
from salesreg.values.event import Event
from salesreg.values.recurrence import Recurrence
from salesreg.values.times import Duration


@record
class Field:
    """A field of a deal in the CRM.

    Attributes:
        key: Identity; conditions and stages name it.
        title: What it is called.
        type: What it holds.
        choices: The words allowed, when it is a choice.
        text: What is written into it.
        filled_by: Roles that fill it.
        filled_at: Stage by whose end it is filled.
        personal: Whether it holds personal data.
    """

    key: Key
    title: Title
    type: Literal[
        "text", "choice", "number", "money", "percent", "date", "flag", "file"
    ] = "text"
    choices: tuple[Title, ...] = ()
    text: Text | None = None
    filled_by: tuple[RoleRef, ...] = ()
    filled_at: StageRef | None = None
    personal: bool = False


@record
class Criterion:
    """What must be true to enter or leave a stage (a stage gate).

    Attributes:
        text: The criterion in words.
        condition: The same as a rule over fields.
    """

    text: Text
    condition: Condition | None = None


@record
class TimeNorm:
    """How long something may take.

    Attributes:
        limit: The firm limit; longer is a breach.
        target: The shorter goal, when there are two thresholds.
    """

    limit: Duration
    target: Duration | None = None


@record
class Control:
    """How it is seen that a rule is kept.

    Attributes:
        text: What is looked at.
        by: Role that looks.
        every: When.
        report: The report that shows it.
        meeting: The meeting at which it is looked at.
        audit: The audit that finds it.
    """

    text: Text
    by: RoleRef | None = None
    every: Recurrence | None = None
    report: ReportRef | None = None
    meeting: MeetingRef | None = None
    audit: AuditRef | None = None


@record
class Transition:
    """A move of a deal to another stage.

    Attributes:
        to: The stage it moves to.
        when: The rule that must hold.
        text: The rule in words.
        by: Roles that may move it; the owner of the stage when empty.
        comment: Whether a comment is mandatory.
        most: How often at most a deal may make this move.
    """

    to: StageRef
    when: Condition | None = None
    text: Text | None = None
    by: tuple[RoleRef, ...] = ()
    comment: bool = False
    most: Annotated[int, Range(1, 100)] | None = None


@record
class Attempts:
    """How often and how long a client is tried before the deal is given up.

    Attributes:
        least: Least number of attempts.
        most: Attempts after which to stop.
        within: Time in which they are made.
        pause: Least time between two.
        channels: Channels to be used.
        then: Stage that the deal moves to afterwards.
        text: What else to say of them.
    """

    least: Annotated[int, Range(1, 1000)] | None = None
    most: Annotated[int, Range(1, 1000)] | None = None
    within: Duration | None = None
    pause: Duration | None = None
    channels: tuple[ChannelRef, ...] = ()
    then: StageRef | None = None
    text: Text | None = None


@record
class Stage:
    """A stage of the pipeline.

    Attributes:
        key: Identity.
        title: What it is called.
        kind: Where a deal starts, is worked on, waits, is won or is lost.
        text: What happens at it.
        owner: Role that answers for it.
        participants: Roles that take part.
        entry: Criteria to enter it.
        exit: Criteria to leave it.
        required_fields: Fields that are filled before it is left.
        norm: How long a deal may stay.
        deadlines: By when something must be done at it.
        attempts: How often a client is tried.
        probability: Share of deals here that are won in the end.
        forecast: Category of the forecast that its deals fall in.
        control: How it is seen that its rules are kept.
        transitions: Stages that a deal may move to.
        numbered: False for a status aside from the main path.
    """

    key: Key
    title: Title
    kind: Literal["initial", "work", "paused", "won", "lost"] = "work"
    text: Text | None = None
    owner: RoleRef | None = None
    participants: tuple[RoleRef, ...] = ()
    entry: tuple[Criterion, ...] = ()
    exit: tuple[Criterion, ...] = ()
    required_fields: tuple[FieldRef, ...] = ()
    norm: TimeNorm | None = None
    deadlines: tuple[Deadline, ...] = ()
    attempts: Attempts | None = None
    probability: Annotated[Percent, Share()] | None = None
    forecast: ForecastRef | None = None
    control: tuple[Control, ...] = ()
    transitions: tuple[Transition, ...] = ()
    numbered: bool = True


@record
class Branch:
    """Where a procedure goes on when a rule holds.

    Attributes:
        to: The step it goes to.
        text: When, in words.
        when: When, as a rule over fields.
    """

    to: StepRef
    text: Text | None = None
    when: Condition | None = None


@record
class Step:
    """One action of a procedure.

    Attributes:
        key: Identity within the procedure.
        title: What is done.
        role: Role that does it.
        text: How it is done.
        activity: The activity it takes time in.
        inputs: Documents that it needs.
        outputs: Documents that it makes.
        fields: Fields that it fills.
        script: The script to follow.
        tool: Where it is done.
        limit: How long it may take.
        deadline: By when it is done, when another event starts the clock.
        after: Steps that must be done first; the one before when empty.
        branches: Where to go on when a rule holds.
    """

    key: Key
    title: Title
    role: RoleRef | None = None
    text: Text | None = None
    activity: ActivityRef | None = None
    inputs: tuple[DocumentRef, ...] = ()
    outputs: tuple[DocumentRef, ...] = ()
    fields: tuple[FieldRef, ...] = ()
    script: ScriptRef | None = None
    tool: ToolRef | None = None
    limit: Duration | None = None
    deadline: Deadline | None = None
    after: tuple[StepRef, ...] = ()
    branches: tuple[Branch, ...] = ()


@record
class Procedure:
    """How a piece of work is done, step by step.

    Attributes:
        key: Identity.
        title: What it is called.
        text: What it is for.
        stages: Stages in which it is used.
        trigger: The event that starts it.
        steps: Its steps, in order.
        owner: Role that answers for it.
        limit: How long the whole may take.
        result: What there is when it is done.
        control: How it is seen that it is kept.
    """

    key: Key
    title: Title
    text: Text | None = None
    stages: tuple[StageRef, ...] = ()
    trigger: Event | None = None
    steps: tuple[Step, ...] = ()
    owner: RoleRef | None = None
    limit: Duration | None = None
    result: Text | None = None
    control: tuple[Control, ...] = ()


@record
class LossReason:
    """Why a deal is lost or a lead is disqualified.

    Attributes:
        key: Identity.
        title: The reason.
        kind: Of a loss or of a disqualification.
        stages: Stages at which it may be given; all when empty.
        comment: Whether free text is needed beside it.
    """

    key: Key
    title: Title
    kind: Literal["loss", "disqualification"] = "loss"
    stages: tuple[StageRef, ...] = ()
    comment: bool = False


@record
class QualificationCriterion:
    """One question that tells good leads from others.

    Attributes:
        title: The question.
        condition: The answer wanted, as a rule over fields.
        points: What a good answer adds to the score.
        mandatory: Whether the lead fails without it.
    """

    title: Title
    condition: Condition | None = None
    points: Annotated[int, Range(-1000, 1000)] | None = None
    mandatory: bool = False


@record
class Grade:
    """A class of leads: red, amber, green, or A to F.

    Attributes:
        key: Identity.
        title: What it is called.
        least: Least score.
        condition: Which leads fall in it, as a rule over fields.
        text: What is done with them.
    """

    key: Key
    title: Title
    least: Quantity | None = None
    condition: Condition | None = None
    text: Text | None = None


@record
class Qualification:
    """How leads are judged.

    Attributes:
        key: Identity.
        title: What it is called.
        stage: Stage at which it is done.
        role: Role that does it.
        criteria: The questions.
        threshold: Score from which a lead is qualified.
        grades: Classes of leads.
        text: What else to say of it.
    """

    key: Key
    title: Title
    stage: StageRef | None = None
    role: RoleRef | None = None
    criteria: tuple[QualificationCriterion, ...] = ()
    threshold: Annotated[int, Range(-100_000, 100_000)] | None = None
    grades: tuple[Grade, ...] = ()
    text: Text | None = None
