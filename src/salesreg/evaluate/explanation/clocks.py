"""Clocks in words: when they started, what they counted, when they fell due."""

from __future__ import annotations

import datetime as dt

from salesreg.evaluate.case import Case
from salesreg.evaluate.cases.deadlines import sites
from salesreg.evaluate.editions import Edition
from salesreg.evaluate.explanation.spells import Spell, Window, spells
from salesreg.evaluate.explanation.steps import Grid, Number, Step
from salesreg.evaluate.explanation.words import Voice
from salesreg.evaluate.results import DeadlineRow, Visit
from salesreg.values.calendar import WorkCalendar
from salesreg.values.hours import UnknownYear

_DAY, _SECOND = dt.timedelta(days=1), dt.timedelta(seconds=1)


def counted(
    calendar: WorkCalendar,
    start: dt.datetime,
    end: dt.datetime,
    pauses: tuple[Window, ...] = (),
) -> tuple[Window, ...]:
    """Return the open hours between two moments, without pauses: what was counted.

    Their lengths add up to the seconds of the row.
    """
    if end <= start:
        return ()
    found: list[Window] = []
    day, last = start.date() - 2 * _DAY, end.date() + 2 * _DAY
    while day <= last:
        try:
            windows = calendar.open_windows(day)
        except UnknownYear:
            windows = ()
        for opens, closes in windows:
            low = max(opens.astimezone(dt.UTC), start.astimezone(dt.UTC))
            high = min(closes.astimezone(dt.UTC), end.astimezone(dt.UTC))
            found += _without((low, high), pauses)
        day += _DAY
    return tuple(found)


def _without(window: Window, pauses: tuple[Window, ...]) -> list[Window]:
    pieces = [window]
    for first, last in pauses:
        left = [(low, min(high, first)) for low, high in pieces]
        right = [(max(low, last), high) for low, high in pieces]
        pieces = left + right
    return sorted(piece for piece in pieces if piece[0] < piece[1])


def deadline_step(voice: Voice, case: Case, row: DeadlineRow) -> Step:
    """Return why a deadline stands as it does."""
    edition = _edition(case, row.at, voice)
    site = next(one for one in sites(edition) if one.pointer == row.pointer)
    action = site.deadline.action or voice.title("Stage", site.stage)
    steps = [
        Step(
            text=voice.say("Trigger: {at}; the clock starts {start}").format(
                at=voice.moment(row.at), start=voice.moment(row.start)
            )
        )
    ]
    if row.target_due is not None:
        steps.append(_falls(voice, "Goal: by {due}", row.target_due))
    if row.due is not None:
        steps.append(_falls(voice, "Limit: by {due}", row.due))
    if row.answered_at is not None:
        steps.append(_falls(voice, "Answer: {due}", row.answered_at))
    else:
        steps.append(_falls(voice, "No answer up to {due}", row.end))
    calendar = edition.calendar(site.role)
    if row.status == "unknown" and calendar is not None:
        steps.append(_unknown(voice, calendar))
    if calendar is not None and row.seconds is not None:
        windows = counted(calendar, row.start, row.end, case.pauses(edition))
        steps.append(_hours(voice, calendar, windows, row.seconds))
    if row.late_seconds:
        late = voice.say("Late by {span} of working time")
        steps.append(Step(text=late.format(span=voice.span(row.late_seconds))))
    words = f"{plain_text(action)}: {_stands(voice, row)}"
    return Step(
        text=words,
        clause=row.clause,
        pointer=row.pointer,
        numbers=numbers(row),
        steps=tuple(steps),
    )


def visit_step(voice: Voice, case: Case, row: Visit) -> Step:
    """Return how long a deal stayed at a stage, and what was counted."""
    edition = _edition(case, row.entered_at, voice)
    steps = [_falls(voice, "Entered: {due}", row.entered_at)]
    if row.left_at is not None:
        steps.append(_falls(voice, "Left: {due}", row.left_at))
    if row.target_due is not None:
        steps.append(_falls(voice, "Goal: by {due}", row.target_due))
    if row.due is not None:
        steps.append(_falls(voice, "Limit: by {due}", row.due))
    stage = edition.stages.get(row.stage)
    calendar = edition.calendar(stage[1].owner) if stage else None
    if row.status == "unknown" and calendar is not None:
        steps.append(_unknown(voice, calendar))
    final = edition.is_kind(row.stage, "won", "lost")
    if calendar is not None and row.seconds is not None and not final:
        windows = counted(calendar, row.entered_at, row.left_at or case.now)
        steps.append(_hours(voice, calendar, windows, row.seconds))
    if row.late_seconds:
        late = voice.say("Late by {span} of working time")
        steps.append(Step(text=late.format(span=voice.span(row.late_seconds))))
    words = voice.title("Stage", row.stage)
    if row.status is not None:
        words += f": {_stands(voice, row)}"
    return Step(
        text=words,
        clause=row.clause,
        pointer=row.pointer,
        numbers=numbers(row),
        steps=tuple(steps),
    )


def status(voice: Voice, word: str) -> str:
    """Return how a status reads."""
    return voice.words.named("status", word) or word.replace("_", " ")


def _stands(voice: Voice, row: DeadlineRow | Visit) -> str:
    """Return how a clock stands to its limit, and to its goal where that is missed."""
    words = status(voice, row.status or "")
    if row.target_missed and not row.breached:
        words += f", {voice.say('later than the goal')}"
    return words


def plain_text(text: str) -> str:
    """Return prose of a regulation as one line."""
    return " ".join(text.split())


def _edition(case: Case, at: dt.datetime, voice: Voice) -> Edition:
    return case.edition(at) or voice.edition


def _falls(voice: Voice, message: str, moment: dt.datetime) -> Step:
    return Step(text=voice.say(message).format(due=voice.moment(moment)))


def _unknown(voice: Voice, calendar: WorkCalendar) -> Step:
    """Return why a limit has no moment: the days off of its year are not known."""
    known = calendar.known_years
    message = voice.say(
        "The limit has no date: the calendar “{calendar}” knows the years {first} to"
        " {last} only"
    )
    words = message.format(
        calendar=calendar.title, first=known.start, last=known.stop - 1
    )
    return Step(text=words, numbers={"first": known.start, "last": known.stop - 1})


def _hours(
    voice: Voice, calendar: WorkCalendar, windows: tuple[Window, ...], seconds: int
) -> Step:
    """Return the hours that were counted, and their sum."""
    rows = tuple(_row(voice, one) for one in spells(calendar, windows, voice.zone))
    total = voice.say("Working time counted: {span}").format(span=voice.span(seconds))
    columns = (
        voice.say("Day"),
        voice.say("Begins"),
        voice.say("Ends"),
        voice.say("Time"),
    )
    grid = Grid(columns=columns, rows=rows) if rows else None
    return Step(text=total, numbers={"seconds": seconds}, grid=grid)


def _row(voice: Voice, spell: Spell) -> tuple[str, ...]:
    first, last = spell.opens.astimezone(voice.zone), spell.closes - _SECOND
    days = [voice.words.date(first.date())]
    if spell.days > 1:
        days.append(voice.words.date(last.astimezone(voice.zone).date()))
    return (
        " – ".join(days),
        voice.clock(spell.opens),
        voice.clock(spell.closes),
        voice.span(spell.seconds),
    )


def numbers(row: object) -> dict[str, Number]:
    """Return the columns of a row as plain data."""
    names = getattr(type(row), "__attrs_attrs__", ())
    found: dict[str, Number] = {}
    for attribute in names:
        value = getattr(row, attribute.name)
        if attribute.name in {"clause", "pointer"} or value is None:
            continue
        if isinstance(value, dt.datetime | dt.date):
            value = value.isoformat()
        elif not isinstance(value, str | int | bool):
            value = str(value)
        found[attribute.name] = value
    return found
