"""Phrases of conditions and of bands."""

from __future__ import annotations

from salesreg.document.blocks import Text
from salesreg.document.context import Content, Context, between
from salesreg.document.phrases.dispatch import field_of, lasting, phrase
from salesreg.document.text import valued
from salesreg.values import condition as c
from salesreg.values.scale import Band


@phrase.register
def _(value: c.Is, path: str, context: Context) -> Content:
    quoted = [
        context.say("“{field}”", field=valued(word, f"{path}/values/{place}"))
        for place, word in enumerate(value.values)
    ]
    words = between(quoted, context.words.say(" or "))
    return context.say(
        "{field} is {words}", field=field_of(value.field, path, context), words=words
    )


@phrase.register
def _(value: c.Flag, path: str, context: Context) -> Content:
    message = "{field} is yes" if value.value else "{field} is no"
    return context.say(message, field=field_of(value.field, path, context))


@phrase.register
def _(value: c.Filled, path: str, context: Context) -> Content:
    message = "{field} is filled" if value.value else "{field} is empty"
    return context.say(message, field=field_of(value.field, path, context))


@phrase.register
def _(value: c.Within, path: str, context: Context) -> Content:
    duration = lasting(value.duration, path, context)
    field = field_of(value.field, path, context)
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
    field = field_of(value.field, path, context)
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
