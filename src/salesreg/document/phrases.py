"""Phrases: how values that mean a rule read inside a sentence."""

from __future__ import annotations

import functools

from salesreg.document.blocks import Text
from salesreg.document.context import Content, Context, between
from salesreg.values import condition as c
from salesreg.values import deadline as d
from salesreg.values import event as e
from salesreg.values import expression as x
from salesreg.values.recurrence import Recurrence
from salesreg.values.scale import Band


@functools.singledispatch
def phrase(value: object, context: Context) -> Content | None:
    """Return the phrase for a value, or None for a class that has none."""
    return None


# --- events -------------------------------------------------------------------


@phrase.register
def _(value: e.Happens, context: Context) -> Content:
    return (Text(value.title),)


@phrase.register
def _(value: e.DealCreated, context: Context) -> Content:
    return context.say("a deal appears in the CRM")


@phrase.register
def _(value: e.OwnerAssigned, context: Context) -> Content:
    return context.say("an owner is assigned")


@phrase.register
def _(value: e.StageEntered, context: Context) -> Content:
    stage = context.reference("Stage", value.stage)
    return context.say("the deal enters the stage {stage}", stage=stage)


@phrase.register
def _(value: e.StageLeft, context: Context) -> Content:
    stage = context.reference("Stage", value.stage)
    return context.say("the deal leaves the stage {stage}", stage=stage)


@phrase.register
def _(value: e.ActivityDone, context: Context) -> Content:
    activity = context.reference("Activity", value.activity)
    return context.say("done: {activity}", activity=activity)


@phrase.register
def _(value: e.DocumentMoved, context: Context) -> Content:
    state = context.words.choice("DocumentMoved", "state", value.state)
    document = context.reference("DocumentKind", value.document)
    return context.say("document {document}: {state}", document=document, state=state)


@phrase.register
def _(value: e.Payment, context: Context) -> Content:
    return (Text(context.words.choice("Payment", "state", value.state)),)


@phrase.register
def _(value: e.PeriodEnds, context: Context) -> Content:
    return context.say(f"the end of the {value.period}")


# --- deadlines ----------------------------------------------------------------


@phrase.register
def _(value: d.In, context: Context) -> Content:
    return (Text(context.words.duration(value.duration)),)


@phrase.register
def _(value: d.Before, context: Context) -> Content:
    event = phrase(value.event, context) or ()
    duration = context.words.duration(value.duration)
    return context.say("{duration} before: {event}", duration=duration, event=event)


@phrase.register
def _(value: d.BeforeStage, context: Context) -> Content:
    stage = context.reference("Stage", value.stage)
    return context.say("before the stage {stage}", stage=stage)


@phrase.register
def _(value: d.ByDay, context: Context) -> Content:
    months = {0: "of the same month", 1: "of the following month"}
    if value.months_later in months:
        month = context.say(months[value.months_later])
    else:
        number = context.words.number(value.months_later)
        month = context.say("of the month {number} months later", number=number)
    if value.day < 0:
        last = "by the last business day" if value.working else "by the last day"
        day = context.say(last)
    else:
        nth = "by business day {day}" if value.working else "by day {day}"
        day = context.say(nth, day=str(value.day))
    parts = [day, month]
    if value.at:
        parts.append(context.say("at {time} at the latest", time=str(value.at)))
    return between(parts, " ")


@phrase.register
def _(value: d.SameDay, context: Context) -> Content:
    if value.at is None:
        return context.say("on the same day")
    return context.say("on the same day by {time}", time=str(value.at))


@phrase.register
def _(value: Band, context: Context) -> Content:
    start = context.quantity(value.start) if value.start else ""
    end = context.quantity(value.end) if value.end else ""
    if start and end:
        return context.say("from {start} to below {end}", start=start, end=end)
    if start:
        return context.say("from {start}", start=start)
    return context.say("below {end}", end=end) if end else context.say("any")


# --- recurrences ----------------------------------------------------------------

_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday")


@phrase.register
def _(value: Recurrence, context: Context) -> Content:
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
        parts.append(_weekdays(value, context))
    elif value.position is not None:
        parts.append(context.say("No. {number}", number=str(value.position)))
    if value.at:
        parts.append(context.say("at {time}", time=str(value.at)))
    if value.duration:
        duration = words.duration(value.duration)
        parts.append(context.say("for {duration}", duration=duration))
    if value.since:
        parts.append(context.say("starting on {date}", date=words.date(value.since)))
    return between(parts, ", ")


def _month_day(day: int, context: Context) -> str:
    if day == -1:
        return context.words.say("on the last day")
    return context.words.say("on day {day}").replace("{day}", str(day))


def _weekdays(value: Recurrence, context: Context) -> Content:
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


# --- conditions -----------------------------------------------------------------


def _field(value: c.FieldRef, context: Context) -> Content:
    return context.say("“{field}”", field=context.reference("Field", value))


@phrase.register
def _(value: c.Is, context: Context) -> Content:
    words = context.words.say(" or ").join(
        context.words.say("“{field}”").replace("{field}", word) for word in value.values
    )
    return context.say(
        "{field} is {words}", field=_field(value.field, context), words=words
    )


@phrase.register
def _(value: c.Flag, context: Context) -> Content:
    message = "{field} is yes" if value.value else "{field} is no"
    return context.say(message, field=_field(value.field, context))


@phrase.register
def _(value: c.Filled, context: Context) -> Content:
    message = "{field} is filled" if value.value else "{field} is empty"
    return context.say(message, field=_field(value.field, context))


@phrase.register
def _(value: c.Within, context: Context) -> Content:
    duration = context.words.duration(value.duration)
    field = _field(value.field, context)
    return context.say(
        "{field} is at most {duration} ago", field=field, duration=duration
    )


_BOUNDS = {
    "at_least": "at least {value}",
    "above": "more than {value}",
    "at_most": "at most {value}",
    "below": "less than {value}",
    "equals": "exactly {value}",
}


@phrase.register(c.NumberBounds)
@phrase.register(c.MoneyBounds)
@phrase.register(c.PercentBounds)
@phrase.register(c.DateBounds)
def _(
    value: c.NumberBounds | c.MoneyBounds | c.PercentBounds | c.DateBounds,
    context: Context,
) -> Content:
    write = {
        c.NumberBounds: context.words.number,
        c.MoneyBounds: context.words.money,
        c.PercentBounds: context.words.percent,
        c.DateBounds: context.words.date,
    }[type(value)]
    bounds = [
        context.say(message, value=write(getattr(value, name)))  # type: ignore[operator]
        for name, message in _BOUNDS.items()
        if getattr(value, name) is not None
    ]
    field = _field(value.field, context)
    if not bounds:
        return context.say("{field} is filled", field=field)
    return between([field, between(bounds, context.words.say(" and "))], " ")


@phrase.register
def _(value: c.AllOf, context: Context) -> Content:
    return _joined(value.of, " and ", context)


@phrase.register
def _(value: c.AnyOf, context: Context) -> Content:
    return _joined(value.of, " or ", context)


@phrase.register
def _(value: c.Not, context: Context) -> Content:
    return context.say("it is not true that {rule}", rule=_nested(value.of, context))


def _joined(of: tuple[c.Condition, ...], word: str, context: Context) -> Content:
    if len(of) == 1:
        return phrase(of[0], context) or ()
    return between([_nested(item, context) for item in of], context.words.say(word))


def _nested(value: c.Condition, context: Context) -> Content:
    said = phrase(value, context) or ()
    if isinstance(value, c.AllOf | c.AnyOf) and len(value.of) > 1:
        return (Text("("), *said, Text(")"))
    return said


# --- expressions ----------------------------------------------------------------


@phrase.register
def _(value: x.Count, context: Context) -> Content:
    records = context.words.choice("Count", "of", value.of)
    return _measured(context.say("number of records: {of}", of=records), value, context)


@phrase.register
def _(value: x.Aggregate, context: Context) -> Content:
    how = context.words.choice("Aggregate", "how", value.how)
    records = context.words.choice("Count", "of", value.of)
    field = _field(value.field, context)
    said = context.say("{how} of {field}, {of}", how=how, field=field, of=records)
    return _measured(said, value, context)


def _measured(said: Content, value: x.Count | x.Aggregate, context: Context) -> Content:
    parts = [said]
    if value.where is not None:
        rule = phrase(value.where, context) or ()
        parts.append(context.say("where {rule}", rule=rule))
    if value.event is not None:
        event = phrase(value.event, context) or ()
        parts.append(context.say("by the event: {event}", event=event))
    return between(parts, ", ")


@phrase.register
def _(value: x.Elapsed, context: Context) -> Content:
    message = (
        "mean working time from “{since}” to “{until}”"
        if value.working
        else "mean time from “{since}” to “{until}”"
    )
    since, until = (
        phrase(value.since, context) or (),
        phrase(value.until, context) or (),
    )
    return context.say(message, since=since, until=until)


@phrase.register
def _(value: x.KpiValue, context: Context) -> Content:
    return context.reference("Kpi", value.kpi)


@phrase.register
def _(value: x.Constant, context: Context) -> Content:
    return (Text(context.words.number(value.value)),)


@phrase.register
def _(value: x.Ratio, context: Context) -> Content:
    return between([_operand(value.of, context), _operand(value.to, context)], " ÷ ")


_SIGNS = {"add": " + ", "subtract": " − ", "multiply": " × "}


@phrase.register
def _(value: x.Arithmetic, context: Context) -> Content:
    operands = [_operand(value.left, context), _operand(value.right, context)]
    return between(operands, _SIGNS[value.op])


def _operand(value: x.Expression, context: Context) -> Content:
    said = phrase(value, context) or ()
    if isinstance(value, x.Constant | x.KpiValue):
        return said
    return (Text("["), *said, Text("]"))
