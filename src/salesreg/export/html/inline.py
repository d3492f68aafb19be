"""Inline content as HTML."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from attrs import evolve, frozen

from salesreg.document.blocks import (
    Code,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    Missing,
    Reference,
    Strong,
    Text,
    Value,
)

NBSP = "\u00a0"
_SAFE = re.compile(r"(?:https?|mailto):", re.IGNORECASE)


@frozen
class Setting:
    """What inline content needs to know of its document."""

    ids: Mapping[str, str]
    """The id of every anchor."""
    missing: str
    """Said of a hole: "not defined"."""
    linked: bool = False
    """Whether it is already inside a link: links cannot be nested."""


def escape(text: str) -> str:
    """Return text as it stands between tags or in a quoted attribute.

    >>> escape('<b> & "c"')
    '&lt;b&gt; &amp; &quot;c&quot;'
    """
    return html.escape(text).replace("&#x27;", "'")


def line(content: tuple[Inline, ...], setting: Setting) -> str:
    """Return content as HTML."""
    return "".join([_piece(piece, setting) for piece in content])


def _piece(piece: Inline, setting: Setting) -> str:
    match piece:
        case Text(text):
            return escape(text)
        case Strong(content):
            return f"<strong>{line(content, setting)}</strong>"
        case Emphasis(content):
            return f"<em>{line(content, setting)}</em>"
        case Code(text):
            return f"<code>{escape(text)}</code>"
        case LineBreak():
            return "<br>"
        case Link(content, url):
            target = url if _SAFE.match(url) else None
            return _linked(line(content, evolve(setting, linked=True)), target, setting)
        case Reference(anchor, text):
            name = setting.ids.get(anchor)
            return _linked(escape(text), name and f"#{name}", setting)
        case Value(content, pointer):
            said = line(content, setting)
            return f'<span data-path="{escape(pointer)}">{said}</span>'
        case Missing(text):
            hole = f"{text}{NBSP}[{setting.missing}]"
            return f'<mark class="missing">{escape(hole)}</mark>'


def _linked(inner: str, target: str | None, setting: Setting) -> str:
    if setting.linked or not target:
        return inner
    return f'<a href="{escape(target)}">{inner}</a>'
