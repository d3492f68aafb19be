"""The working day as a figure: presence, breaks, windows of activities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from salesreg.document.context import Context
from salesreg.document.figures import Bar, DayFigure, Span
from salesreg.document.words import WEEKDAYS
from salesreg.model.time import TimeBudget
from salesreg.values.calendar import WorkCalendar, WorkDays
from salesreg.values.times import Window

_DAY = 1440


def working_day(context: Context) -> DayFigure | None:
    """Return the figure of the day, or None when it would be one plain bar."""
    calendars, words = context.regulation.calendars, context.words
    bars: list[Bar] = []
    for calendar in calendars:
        named = f"{calendar.title}, " if len(calendars) > 1 else ""
        for days in calendar.week:
            spans = tuple(_spans(days, context))
            bars.append(Bar(f"{named}{_days(days, context)}", spans))
    bars += [
        _budget(budget, context) for budget in sorted(_windowed(context), key=_start)
    ]
    if not calendars or sum(len(bar.spans) for bar in bars) < 2:
        return None
    told = "; ".join([*map(_told, bars), *_floating(calendars, context)])
    return DayFigure(
        tuple(bars),
        words.say("The working day"),
        words.say("The working day: {told}").format(told=told),
    )


def _days(days: WorkDays, context: Context) -> str:
    places = sorted({WEEKDAYS.index(day) for day in days.days})
    names = [context.words.weekday(WEEKDAYS[at], "abbreviated") for at in places]
    if len(places) > 2 and places == list(range(places[0], places[-1] + 1)):
        return f"{names[0]}–{names[-1]}"
    return ", ".join(names)


def _spans(days: WorkDays, context: Context) -> Iterator[Span]:
    """Work and breaks of a day in order; work is what the breaks leave."""
    start, end = _ends(days.window)
    work = context.words.say("Work")
    breaks = [
        (_inside(held.window, start), held.title) for held in days.breaks if held.window
    ]
    at = start
    for (first, last), title in sorted(breaks):
        first, last = max(first, at), min(last, end)  # noqa: PLW2901
        if first >= last:
            continue
        if at < first:
            yield Span(work, at, first, "work")
        yield Span(title, first, last, "break")
        at = last
    if at < end:
        yield Span(work, at, end, "work")


def _ends(window: Window) -> tuple[int, int]:
    return window.start.minutes, window.start.minutes + window.minutes


def _inside(window: Window, start: int) -> tuple[int, int]:
    """A window on the clock of a day that may run over midnight."""
    first, last = _ends(window)
    return (first + _DAY, last + _DAY) if last <= start else (first, last)


def _windowed(context: Context) -> Iterator[TimeBudget]:
    for budget in context.regulation.budgets:
        if budget.window:
            yield budget


def _start(budget: TimeBudget) -> tuple[int, int]:
    assert budget.window is not None
    return _ends(budget.window)


def _budget(budget: TimeBudget, context: Context) -> Bar:
    assert budget.window is not None
    amount = context.words.duration(budget.amount) if budget.amount else ""
    return Bar(budget.title, (Span(amount, *_ends(budget.window), "task"),))


def _told(bar: Bar) -> str:
    parts = [
        f"{f'{span.title} ' if span.title else ''}{_time(span.start)}–{_time(span.end)}"
        for span in bar.spans
    ]
    return f"{bar.title} — {', '.join(parts)}"


def _floating(calendars: Iterable[WorkCalendar], context: Context) -> Iterator[str]:
    """Breaks without a time of their own: they cannot be drawn, only told."""
    for calendar in calendars:
        for days in calendar.week:
            for held in days.breaks:
                if held.window is None:
                    length = held.duration
                    lasts = f" {context.words.duration(length)}" if length else ""
                    times = f" × {held.times}" if held.times > 1 else ""
                    yield f"{held.title}{times}{lasts}"


def _time(minute: int) -> str:
    return "24:00" if minute == _DAY else f"{minute // 60 % 24:02d}:{minute % 60:02d}"
