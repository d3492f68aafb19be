"""Deadlines: by when an action must follow an event, and on which clock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from salesreg.constraints import Range, Text
from salesreg.record import record
from salesreg.values.event import Event, StageRef
from salesreg.values.times import ClockTime, Duration

if TYPE_CHECKING:
    from salesreg.values.calendar import WorkCalendar
    from salesreg.values.due import DueMoments


@record
class In:
    """Within a duration after the trigger.

    Attributes:
        duration: The time allowed, on its clock.
    """

    kind: ClassVar[str] = "in"

    duration: Duration


@record
class Before:
    """A duration before an event that is known in advance.

    Attributes:
        duration: How long before.
        event: The event.
    """

    kind: ClassVar[str] = "before"

    duration: Duration
    event: Event


@record
class BeforeStage:
    """At any time before a deal enters a stage.

    Attributes:
        stage: Key of the stage.
    """

    kind: ClassVar[str] = "before_stage"

    stage: StageRef


@record
class ByDay:
    """By a day of the month: "by the 5th", "by the 4th business day".

    Attributes:
        day: The day, counted from 1; -1 is the last.
        working: Whether business days are counted.
        months_later: 0 for the month of the trigger, 1 for the next one.
        at: Until what time of that day; until its end when not given.
    """

    kind: ClassVar[str] = "by_day"

    day: Annotated[int, Range(-31, 31)]
    working: bool = False
    months_later: Annotated[int, Range(0, 60)] = 1
    at: ClockTime | None = None


@record
class SameDay:
    """On the day of the trigger.

    Attributes:
        at: Until what time; until the end of the working day when not given.
    """

    kind: ClassVar[str] = "same_day"

    at: ClockTime | None = None


Due = In | Before | BeforeStage | ByDay | SameDay


@record
class Deadline:
    """By when something must be done after a trigger.

    Attributes:
        trigger: The event that starts the clock.
        limit: The firm limit; later is a breach.
        target: The earlier goal, when there are two thresholds.
        action: What must be done, when the place does not say it.
        cutoff: A trigger after this time counts as the next working day's start, and
            so does any other until then.
        after_hours: What a trigger outside working time does: the clock starts
            at the next opening, or runs at once.
        stops: Events that answer: the first after the trigger stops the clock.
        does_not_stop: Events that may look like an answer and are none, such
            as an automatic reply.
    """

    trigger: Event
    limit: Due
    target: Due | None = None
    action: Text | None = None
    cutoff: ClockTime | None = None
    after_hours: Literal["next_opening", "at_once"] | None = None
    stops: tuple[Event, ...] = ()
    does_not_stop: tuple[Event, ...] = ()

    def due(
        self,
        trigger_at: dt.datetime,
        calendar: WorkCalendar,
        *,
        event_at: dt.datetime | None = None,
        stopped: Iterable[tuple[dt.datetime, dt.datetime]] = (),
    ) -> DueMoments:
        """Return when the goal and the limit fall; `due.due` says how."""
        # The reckoning reads deadlines, so it is above them.
        from salesreg.values.due import due  # noqa: PLC0415

        return due(self, trigger_at, calendar, event_at=event_at, stopped=stopped)
