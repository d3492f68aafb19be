"""How the values in a message read, in the language of the report."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from salesreg.checks.said import Said
from salesreg.document.context import Context
from salesreg.document.phrases import phrase
from salesreg.document.plain import plain
from salesreg.document.text import visible
from salesreg.document.words import NBSP
from salesreg.model.regulation import Language
from salesreg.shapes import is_items


@frozen
class Minutes:
    """A reckoned time, which may be zero or less, as no `Duration` can be."""

    count: int


@frozen
class Taking:
    """A thing with the time that it takes."""

    what: object
    minutes: int


@frozen
class Code:
    """A key, a path or a word of the format: shown as it is written."""

    text: str


def shown_all(values: Mapping[str, object], context: Context) -> dict[str, str]:
    """Return every value as it reads."""
    return {name: shown(value, context) for name, value in values.items()}


def shown(value: object, context: Context) -> str:
    """Return how a value reads: its title in quotes, its number with its unit."""
    language = context.words.language
    match value:
        case str():
            return value
        case Said():
            return value.plain(language)
        case Code():
            return f"`{value.text}`"
        case Minutes():
            return _time(value.count, language)
        case Taking():
            return f"{shown(value.what, context)} ({_time(value.minutes, language)})"
        case None:
            return "—"
        case _ if is_items(value):
            return _list([shown(item, context) for item in value], language)
        case _:
            pass
    if (text := plain(value, context)) is not None:
        return text
    if (said := phrase(value, "", context)) is not None:
        return visible(said)
    return quoted(str(getattr(value, "title", None) or value), language)


def quoted(text: str, language: Language) -> str:
    """Return a text in the quotation marks of a language."""
    return f"«{text}»" if language == "ru" else f"“{text}”"


def _list(items: list[str], language: Language) -> str:
    if len(items) < 2:
        return "".join(items)
    last = " и " if language == "ru" else " and "
    return ", ".join(items[:-1]) + last + items[-1]


def _time(minutes: int, language: Language) -> str:
    hour, minute = ("ч", "мин") if language == "ru" else ("h", "min")
    sign = "−" if minutes < 0 else ""
    hours, rest = divmod(abs(minutes), 60)
    parts = [f"{hours}{NBSP}{hour}"] if hours else []
    if rest or not hours:
        parts.append(f"{rest}{NBSP}{minute}")
    return sign + NBSP.join(parts)
