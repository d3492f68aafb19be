"""Phrases: how values that mean a rule read inside a sentence."""

from __future__ import annotations

import functools

from salesreg.document.blocks import Text
from salesreg.document.context import Content, Context, between
from salesreg.document.text import valued
from salesreg.values import condition as c
from salesreg.values import deadline as d
from salesreg.values import event as e
from salesreg.values import expression as x
from salesreg.values.recurrence import Recurrence
from salesreg.values.scale import Band
from salesreg.values.times import Duration


@functools.singledispatch
def phrase(value: object, path: str, context: Context) -> Content | None:
    """Return the phrase for the value at a JSON Pointer; None when it has none."""
    return None


# --- events -------------------------------------------------------------------


@phrase.register
def _(value: e.Happens, path: str, context: Context) -> Content:
    return valued(value.title, f"{path}/title")


@phrase.register
def _(value: e.DealCreated, path: str, context: Context) -> Content:
    return context.say("a deal appears in the CRM")


@phrase.register
def _(value: e.OwnerAssigned, path: str, context: Context) -> Content:
    return context.say("an owner is assigned")


@phrase.register
def _(value: e.StageEntered, path: str, context: Context) -> Content:
    stage = context.reference("Stage", value.stage, f"{path}/stage")
    return context.say("the deal enters the stage {stage}", stage=stage)


@phrase.register
def _(value: e.StageLeft, path: str, context: Context) -> Content:
    stage = context.reference("Stage", value.stage, f"{path}/stage")
    return context.say("the deal leaves the stage {stage}", stage=stage)


@phrase.register
def _(value: e.ActivityDone, path: str, context: Context) -> Content:
    activity = context.reference("Activity", value.activity, f"{path}/activity")
    return context.say("done: {activity}", activity=activity)


@phrase.register
def _(value: e.DocumentMoved, path: str, context: Context) -> Content:
    word = context.words.choice("DocumentMoved", "state", value.state)
    state = valued(word, f"{path}/state")
    document = context.reference("DocumentKind", value.document, f"{path}/document")
    return context.say("document {document}: {state}", document=document, state=state)


@phrase.register
def _(value: e.Payment, path: str, context: Context) -> Content:
    state = context.words.choice("Payment", "state", value.state)
    return valued(state, f"{path}/state")


@phrase.register
def _(value: e.PeriodEnds, path: str, context: Context) -> Content:
    return context.say(f"the end of the {value.period}")


def _duration(value: Duration, path: str, context: Context) -> Content:
    return valued(context.words.duration(value), f"{path}/duration")


# --- deadlines ----------------------------------------------------------------


@phrase.register
def _(value: d.In, path: str, context: Context) -> Content:
    return _duration(value.duration, path, context)


@phrase.register
def _(value: d.Before, path: str, context: Context) -> Content:
    event = phrase(value.event, f"{path}/event", context) or ()
    duration = _duration(value.duration, path, context)
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


@phrase.register
def _(value: Band, path: str, context: Context) -> Content:
    start, end = (
        valued(context.quantity(bound), f"{path}/{name}") if bound else ()
        for name, bound in (("start", value.start), ("end", value.end))
    )
    if start and end:
        return context.say("from {start} to below {end}", start=start, end=end)
    if start:
        return context.say("from {start}", start=start)
    return context.say("below {end}", end=end) if end else context.say("any")


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
        duration = _duration(value.duration, path, context)
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


# --- conditions -----------------------------------------------------------------


def _field(value: c.FieldRef, path: str, context: Context) -> Content:
    field = context.reference("Field", value, f"{path}/field")
    return context.say("“{field}”", field=field)


@phrase.register
def _(value: c.Is, path: str, context: Context) -> Content:
    quoted = [
        context.say("“{field}”", field=valued(word, f"{path}/values/{place}"))
        for place, word in enumerate(value.values)
    ]
    words = between(quoted, context.words.say(" or "))
    return context.say(
        "{field} is {words}", field=_field(value.field, path, context), words=words
    )


@phrase.register
def _(value: c.Flag, path: str, context: Context) -> Content:
    message = "{field} is yes" if value.value else "{field} is no"
    return context.say(message, field=_field(value.field, path, context))


@phrase.register
def _(value: c.Filled, path: str, context: Context) -> Content:
    message = "{field} is filled" if value.value else "{field} is empty"
    return context.say(message, field=_field(value.field, path, context))


@phrase.register
def _(value: c.Within, path: str, context: Context) -> Content:
    duration = _duration(value.duration, path, context)
    field = _field(value.field, path, context)
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
    path: str,
    context: Context,
) -> Content:
    write = {
        c.NumberBounds: context.words.number,
        c.MoneyBounds: context.words.money,
        c.PercentBounds: context.words.percent,
        c.DateBounds: context.words.date,
    }[type(value)]
    bounds: list[Content] = []
    for name, message in _BOUNDS.items():
        if (bound := getattr(value, name)) is not None:
            shown = valued(write(bound), f"{path}/{name}")  # type: ignore[operator]
            bounds.append(context.say(message, value=shown))
    field = _field(value.field, path, context)
    if not bounds:
        return context.say("{field} is filled", field=field)
    return between([field, between(bounds, context.words.say(" and "))], " ")


@phrase.register
def _(value: c.AllOf, path: str, context: Context) -> Content:
    return _joined(value.of, path, " and ", context)


@phrase.register
def _(value: c.AnyOf, path: str, context: Context) -> Content:
    return _joined(value.of, path, " or ", context)


@phrase.register
def _(value: c.Not, path: str, context: Context) -> Content:
    return context.say(
        "it is not true that {rule}", rule=_nested(value.of, f"{path}/of", context)
    )


def _joined(
    of: tuple[c.Condition, ...], path: str, word: str, context: Context
) -> Content:
    if len(of) == 1:
        return phrase(of[0], f"{path}/of/0", context) or ()
    said = [
        _nested(item, f"{path}/of/{place}", context) for place, item in enumerate(of)
    ]
    return between(said, context.words.say(word))


def _nested(value: c.Condition, path: str, context: Context) -> Content:
    said = phrase(value, path, context) or ()
    if isinstance(value, c.AllOf | c.AnyOf) and len(value.of) > 1:
        return (Text("("), *said, Text(")"))
    return said


# --- expressions ----------------------------------------------------------------


@phrase.register
def _(value: x.Count, path: str, context: Context) -> Content:
    records = valued(context.words.choice("Count", "of", value.of), f"{path}/of")
    said = context.say("number of records: {of}", of=records)
    return _measured(said, value, path, context)


@phrase.register
def _(value: x.Aggregate, path: str, context: Context) -> Content:
    how = valued(context.words.choice("Aggregate", "how", value.how), f"{path}/how")
    records = valued(context.words.choice("Count", "of", value.of), f"{path}/of")
    field = _field(value.field, path, context)
    said = context.say("{how} of {field}, {of}", how=how, field=field, of=records)
    return _measured(said, value, path, context)


def _measured(
    said: Content, value: x.Count | x.Aggregate, path: str, context: Context
) -> Content:
    parts = [said]
    if value.where is not None:
        rule = phrase(value.where, f"{path}/where", context) or ()
        parts.append(context.say("where {rule}", rule=rule))
    if value.event is not None:
        event = phrase(value.event, f"{path}/event", context) or ()
        parts.append(context.say("by the event: {event}", event=event))
    return between(parts, ", ")


@phrase.register
def _(value: x.Elapsed, path: str, context: Context) -> Content:
    message = (
        "mean working time from “{since}” to “{until}”"
        if value.working
        else "mean time from “{since}” to “{until}”"
    )
    since, until = (
        phrase(value.since, f"{path}/since", context) or (),
        phrase(value.until, f"{path}/until", context) or (),
    )
    return context.say(message, since=since, until=until)


@phrase.register
def _(value: x.KpiValue, path: str, context: Context) -> Content:
    return context.reference("Kpi", value.kpi, f"{path}/kpi")


@phrase.register
def _(value: x.KpiTarget, path: str, context: Context) -> Content:
    kpi = context.reference("Kpi", value.kpi, f"{path}/kpi")
    return context.say("target of {kpi}", kpi=kpi)


@phrase.register
def _(value: x.Constant, path: str, context: Context) -> Content:
    return valued(context.words.number(value.value), f"{path}/value")


@phrase.register
def _(value: x.Ratio, path: str, context: Context) -> Content:
    of = _operand(value.of, f"{path}/of", context)
    to = _operand(value.to, f"{path}/to", context)
    return between([of, to], " ÷ ")


_SIGNS = {"add": " + ", "subtract": " − ", "multiply": " × "}


@phrase.register
def _(value: x.Arithmetic, path: str, context: Context) -> Content:
    left = _operand(value.left, f"{path}/left", context)
    right = _operand(value.right, f"{path}/right", context)
    return between([left, right], _SIGNS[value.op])


def _operand(value: x.Expression, path: str, context: Context) -> Content:
    said = phrase(value, path, context) or ()
    if isinstance(value, x.Constant | x.KpiValue):
        return said
    return (Text("["), *said, Text("]"))
