"""Phrases of formulas."""

from __future__ import annotations

from salesreg.document.blocks import Text
from salesreg.document.context import Content, Context, between
from salesreg.document.phrases.dispatch import field_of, phrase
from salesreg.document.text import valued
from salesreg.values import expression as x


@phrase.register
def _(value: x.Count, path: str, context: Context) -> Content:
    records = valued(context.words.choice("Count", "of", value.of), f"{path}/of")
    said = context.say("number of records: {of}", of=records)
    return _measured(said, value, path, context)


@phrase.register
def _(value: x.Aggregate, path: str, context: Context) -> Content:
    how = valued(context.words.choice("Aggregate", "how", value.how), f"{path}/how")
    records = valued(context.words.choice("Count", "of", value.of), f"{path}/of")
    field = field_of(value.field, path, context)
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
