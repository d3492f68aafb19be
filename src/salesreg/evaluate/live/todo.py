"""What is due for a deal: deadlines, norm, next step, and who is told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Literal

from salesreg.evaluate.case import Case
from salesreg.evaluate.cases import deadlines, escalations, next_steps
from salesreg.evaluate.cases.clock import ends, falls, started
from salesreg.evaluate.editions import Edition
from salesreg.evaluate.live.desk import Desk
from salesreg.evaluate.live.state import Todo, Told
from salesreg.model.control import Escalation

_Status = Literal["pending", "target_missed", "overdue"]


def todo(case: Case, desk: Desk) -> Iterator[Todo]:
    """Yield what is due by the edition of a desk, for clocks that started under it."""
    yield from _deadlines(case, desk)
    entered = case.visits[-1].start
    if case.edition(entered) is desk.edition:
        yield from _norm(case, desk)
        yield from _next_step(case, desk)


def told(case: Case, desk: Desk) -> Iterator[Told]:
    """Yield who is told if things stay undone, by the edition of a desk."""
    zone = case.editions.zone
    for stair in desk.stairs:
        for at in _undone(case, desk.edition, stair.escalation):
            clock = started(at, stair.calendar, case.pauses(desk.edition))
            for cited, level, after in stair.levels:
                due = ends(clock, after)
                if due is not None and due > case.now:
                    yield Told(
                        **cited,
                        title=stair.escalation.title,
                        to=level.to,
                        due=due.astimezone(zone),
                        action=level.action,
                    )


def _undone(
    case: Case, edition: Edition, escalation: Escalation
) -> Iterator[dt.datetime]:
    """Yield since when it is undone what somebody is told of."""
    assert escalation.trigger is not None
    for at in case.times(escalation.trigger):
        if case.edition(at) is not edition:
            continue
        if escalations.done_at(case, edition, escalation, at) is None:
            yield at


def _deadlines(case: Case, desk: Desk) -> Iterator[Todo]:
    for site, here, text, calendar in desk.sites:
        deadline = site.deadline
        for at in deadlines.triggers(case, deadline.trigger, site.stage):
            if case.edition(at) is not desk.edition:
                continue
            if deadlines.answer(case, deadline, at) is not None:
                continue
            if case.lost_at(deadline.trigger, at) is not None:
                continue
            moments = falls(deadline, at, calendar, case.pauses(desk.edition))
            yield Todo(
                **here,
                kind="deadline",
                text=text,
                role=site.role,
                target=_there(case, moments.target),
                due=_there(case, moments.limit),
                status=_status(case.now, moments.target, moments.limit),
            )


def _norm(case: Case, desk: Desk) -> Iterator[Todo]:
    if desk.norm is None or desk.calendar is None:
        return
    start, target = case.visits[-1].start, desk.norm.target
    clock = started(start, desk.calendar)
    due = ends(clock, desk.norm.limit)
    goal = ends(clock, target) if target is not None else None
    yield Todo(
        **desk.norm_cited,
        kind="norm",
        text=desk.stage.title,
        role=desk.stage.owner,
        target=_there(case, goal),
        due=_there(case, due),
        status=_status(case.now, goal, due),
    )


def _next_step(case: Case, desk: Desk) -> Iterator[Todo]:
    rule = desk.edition.regulation.next_step
    for fault in next_steps.next_steps(case):
        yield Todo(
            clause=fault.clause,
            pointer=fault.pointer,
            kind="next_step",
            text=(rule.text if rule else None) or "",
            role=desk.stage.owner,
            due=_there(case, fault.due),
            status="overdue" if fault.fault in {"past", "stale"} else "pending",
        )


def _status(
    now: dt.datetime, target: dt.datetime | None, limit: dt.datetime | None
) -> _Status:
    if limit is not None and now > limit:
        return "overdue"
    return "target_missed" if target is not None and now > target else "pending"


def _there(case: Case, moment: dt.datetime | None) -> dt.datetime | None:
    """Return a moment as the wall of the regulation's zone shows it."""
    return moment and moment.astimezone(case.editions.zone)
