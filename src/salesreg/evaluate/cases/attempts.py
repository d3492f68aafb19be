"""Attempts: how often and how fast a client was tried (rules 7)."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator

from salesreg.errors import InvalidValue, pointer
from salesreg.evaluate.case import Case, Stay, second
from salesreg.evaluate.cases.clock import after, passed
from salesreg.evaluate.cases.given import lacking
from salesreg.evaluate.editions import Edition, Editions
from salesreg.evaluate.results import AttemptFault, NotEvaluated
from salesreg.model.process import Attempts
from salesreg.values.calendar import WorkCalendar
from salesreg.values.dates import moved
from salesreg.values.hours import UnknownYear
from salesreg.values.times import Duration

Fault = tuple[str, dt.datetime, int]


def attempts(case: Case) -> Iterator[AttemptFault]:
    """Yield a row for each fault of each visit."""
    for visit, following in zip(case.visits, (*case.visits[1:], None), strict=False):
        edition = case.edition(visit.start)
        if edition is None or visit.key not in edition.stages:
            continue
        place, stage = edition.stages[visit.key]
        if stage.attempts is None:
            continue
        made = _made(case, edition, visit, stage.attempts)
        to = following.key if following else None
        given_up = to is not None and (
            edition.is_kind(to, "lost") or to == stage.attempts.then
        )
        calendar = edition.calendar(stage.owner)
        cited = edition.cite(pointer("stages", place, "attempts"))
        for fault, at, count in (
            *_counted(stage.attempts, made, visit, given_up=given_up),
            *_timed(case, stage.attempts, made, visit, calendar),
        ):
            yield AttemptFault(
                **cited,
                deal=case.key,
                number=visit.number,
                stage=visit.key,
                person=case.owner(at),
                at=at,
                fault=fault,  # type: ignore[arg-type]
                made=count,
            )


def awaited(case: Case) -> dt.datetime | None:
    """Return by when more must be made at the stage of a deal; None: no more are."""
    visit = case.visits[-1]
    edition = case.edition(visit.start)
    if edition is None or visit.key not in edition.stages:
        return None
    stage = edition.stages[visit.key][1]
    calendar, rule = edition.calendar(stage.owner), stage.attempts
    if rule is None or calendar is None or rule.within is None:
        return None
    if len(_made(case, edition, visit, rule)) >= (rule.least or 0):
        return None
    return after(rule.within, visit.start, calendar)


def unjudged(edition: Edition) -> Iterator[NotEvaluated]:
    """Yield the attempts whose times cannot be measured."""
    for place, stage in enumerate(edition.regulation.stages):
        rule = stage.attempts
        timed = rule is not None and (
            rule.pause is not None
            or (rule.within is not None and rule.least is not None)
        )
        if timed and edition.calendar(stage.owner) is None:
            cited = edition.cite(pointer("stages", place, "attempts"))
            yield NotEvaluated(**cited, reason="no-calendar")
        elif rule is not None and (table := edition.lacks("events")):
            cited = edition.cite(pointer("stages", place, "attempts"))
            yield NotEvaluated(**cited, **lacking(table))


def kinds_of(edition: Edition, rule: Attempts) -> frozenset[str] | None:
    """Return the activities that count as attempts; None: all of them."""
    if not rule.channels:
        return None
    channels = {one.key: one.channel for one in edition.regulation.activities}
    return frozenset(key for key, one in channels.items() if one in rule.channels)


def next_after(pause: Duration, day: dt.date, calendar: WorkCalendar) -> dt.date | None:
    """Return the first date after a pause of days or longer; None: unknown."""
    try:
        if pause.working:
            return calendar.next_working_day(day, pause.amount)
        return moved(day, pause)
    except UnknownYear:
        return None
    except InvalidValue:
        # No date is that far away.
        return dt.date.max


def _made(
    case: Case, edition: Edition, visit: Stay, rule: Attempts
) -> tuple[dt.datetime, ...]:
    kinds = kinds_of(edition, rule)
    end = visit.end or case.now
    return tuple(
        second(event.at)
        for event in case.events
        if event.kind == "activity"
        and (kinds is None or event.subject in kinds)
        and visit.start <= second(event.at) <= end
    )


def _counted(
    rule: Attempts, made: tuple[dt.datetime, ...], visit: Stay, *, given_up: bool
) -> Iterator[Fault]:
    if given_up and visit.end and rule.least is not None and len(made) < rule.least:
        yield "too_few", visit.end, len(made)
    if rule.most is not None and len(made) > rule.most:
        yield "too_many", made[rule.most], rule.most + 1


def _timed(
    case: Case,
    rule: Attempts,
    made: tuple[dt.datetime, ...],
    visit: Stay,
    calendar: WorkCalendar | None,
) -> Iterator[Fault]:
    if calendar is None:
        return
    if rule.within is not None and rule.least is not None:
        due = after(rule.within, visit.start, calendar)
        if due is not None and due < (visit.end or case.now):
            count = sum(at <= due for at in made)
            if count < rule.least:
                yield "too_slow", due, count
    if rule.pause is not None:
        for count, (first, following) in enumerate(itertools.pairwise(made), 2):
            if _sooner(rule.pause, first, following, calendar, case.editions):
                yield "too_soon", following, count


def _sooner(
    pause: Duration,
    first: dt.datetime,
    following: dt.datetime,
    calendar: WorkCalendar,
    editions: Editions,
) -> bool:
    """Tell whether two attempts follow one another too closely."""
    if pause.minutes is not None:
        between: int | None = int((following - first).total_seconds())
        if pause.working:
            between = passed(calendar, first, following)
        return between is not None and between < pause.minutes * 60
    least = next_after(pause, editions.date(first), calendar)
    return least is not None and editions.date(following) < least
