"""Phrases of time: until when, and how often."""

from __future__ import annotations

from salesreg.document.blocks import Text
from salesreg.document.context import Content, Context, between
from salesreg.document.phrases.dispatch import lasting, phrase
from salesreg.document.text import valued
from salesreg.values import deadline as d
from salesreg.values.recurrence import Recurrence


@phrase.register
def _(value: d.In, path: str, context: Context) -> Content:
    return lasting(value.duration, path, context)


@phrase.register
def _(value: d.Before, path: str, context: Context) -> Content:
    event = phrase(value.event, f"{path}/event", context) or ()
    duration = lasting(value.duration, path, context)
    return context.say("{duration} before: {event}", duration=duration, event=event)


@phrase.register
def _(value: d.BeforeStage, path: str, context: Context) -> Content:
    stage = context.reference("Stage", value.stage, f"{path}/stage")
    return context.say("before the stage {stage}", stage=stage)


@phrase.register
def _(value: d.ByDay, path: str, context: Context) -> Content:
    months = {0: "of the same month", 1: "of the following month"}
    if value.months_later in months:
        month = context.say(months[value.months_later])
    else:
        later = context.words.number(value.months_later)
        number = valued(later, f"{path}/months_later")
        month = context.say("of the month {number} months later", number=number)
    if value.day < 0:
        last = "by the last business day" if value.working else "by the last day"
        day = context.say(last)
    else:
        nth = "by business day {day}" if value.working else "by day {day}"
        day = context.say(nth, day=valued(str(value.day), f"{path}/day"))
    parts = [day, month]
    if value.at:
        time = valued(str(value.at), f"{path}/at")
        parts.append(context.say("at {time} at the latest", time=time))
    return between(parts, " ")


@phrase.register
def _(value: d.SameDay, path: str, context: Context) -> Content:
    if value.at is None:
        return context.say("on the same day")
    time = valued(str(value.at), f"{path}/at")
    return context.say("on the same day by {time}", time=time)


# --- recurrences ----------------------------------------------------------------

_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday")


@phrase.register
def _(value: Recurrence, path: str, context: Context) -> Content:
    words = context.words
    if value.interval > 1:
        unit = value.every
        often = words.count(
            f"every {{n}} {unit}", f"every {{n}} {unit}s", value.interval
        )
    else:
        often = words.say(f"every {value.every}")
    parts: list[Content] = [(Text(often),)]
    if value.months:
        names = ", ".join(words.month_name(month) for month in value.months)
        parts.append(context.say("months: {names}", names=names))
    if value.month_days:
        parts.append(
            (Text(", ".join(_month_day(day, context) for day in value.month_days)),)
        )
    if value.weekdays:
        parts.append(_weekdays(value, path, context))
    elif value.position is not None:
        number = valued(str(value.position), f"{path}/position")
        parts.append(context.say("No. {number}", number=number))
    if value.at:
        time = valued(str(value.at), f"{path}/at")
        parts.append(context.say("at {time}", time=time))
    if value.duration:
        duration = lasting(value.duration, path, context)
        parts.append(context.say("for {duration}", duration=duration))
    if value.since:
        date = valued(words.date(value.since), f"{path}/since")
        parts.append(context.say("starting on {date}", date=date))
    return between(parts, ", ")


def _month_day(day: int, context: Context) -> str:
    if day == -1:
        return context.words.say("on the last day")
    return context.words.say("on day {day}").replace("{day}", str(day))


def _weekdays(value: Recurrence, path: str, context: Context) -> Content:
    if value.position is not None:
        place = (
            context.words.say("last") if value.position == -1 else str(value.position)
        )
        if value.weekdays == _WEEK:
            return context.say("on working weekday {place}", place=place)
        days = ", ".join(context.words.weekday(day) for day in value.weekdays)
        return context.say("on No. {place} of {days}", place=place, days=days)
    if value.weekdays == _WEEK:
        return context.say("on working days")
    days = ", ".join(context.words.say(f"on {day}s") for day in value.weekdays)
    return (Text(days),)
