"""Events: what starts, stops or ends a clock, a payment or a procedure."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from salesreg.constraints import Refers, Title
from salesreg.record import record

StageRef = Annotated[str, Refers("Stage")]
ActivityRef = Annotated[str, Refers("Activity")]
DocumentRef = Annotated[str, Refers("DocumentKind")]


@record
class Happens:
    """A business event in words, for which the CRM has no record of its own.

    Attributes:
        title: What happens: "the client files a request".
    """

    kind: ClassVar[str] = "event"

    title: Title


@record
class DealCreated:
    """A lead or deal appears in the CRM."""

    kind: ClassVar[str] = "deal_created"


@record
class OwnerAssigned:
    """A deal gets an owner, the first or a new one."""

    kind: ClassVar[str] = "owner_assigned"


@record
class StageEntered:
    """A deal enters a stage.

    Attributes:
        stage: Key of the stage.
    """

    kind: ClassVar[str] = "stage_entered"

    stage: StageRef


@record
class StageLeft:
    """A deal leaves a stage.

    Attributes:
        stage: Key of the stage.
    """

    kind: ClassVar[str] = "stage_left"

    stage: StageRef


@record
class ActivityDone:
    """An activity (a call, a meeting) is done.

    Attributes:
        activity: Key of the activity.
    """

    kind: ClassVar[str] = "activity_done"

    activity: ActivityRef


@record
class DocumentMoved:
    """A document reaches a state.

    Attributes:
        document: Key of the kind of document.
        state: The state it reaches.
    """

    kind: ClassVar[str] = "document"

    document: DocumentRef
    state: Literal["created", "sent", "received", "approved", "signed", "stored"]


@record
class Payment:
    """Money moves between the client and the company.

    Attributes:
        state: What happens to it.
    """

    kind: ClassVar[str] = "payment"

    state: Literal["invoiced", "prepaid", "received", "refunded"]


@record
class PeriodEnds:
    """A reporting period ends.

    Attributes:
        period: Which one.
    """

    kind: ClassVar[str] = "period_ends"

    period: Literal["day", "week", "month", "quarter", "year"]


Event = (
    Happens
    | DealCreated
    | OwnerAssigned
    | StageEntered
    | StageLeft
    | ActivityDone
    | DocumentMoved
    | Payment
    | PeriodEnds
)
