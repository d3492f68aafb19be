"""Inline content as Markdown: emphasis, code, links, marked holes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

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
from salesreg.document.text import regular
from salesreg.export.markdown.escape import (
    BREAK,
    EDGE,
    escape,
    is_letter,
    is_punctuation,
    is_space,
)


@frozen
class Setting:
    """What inline content is written for."""

    ids: Mapping[str, str]
    """The id of every anchor of the document."""
    missing: str
    """Said of a hole: "not defined"."""
    place: Literal["block", "cell", "heading"] = "block"
    within: frozenset[type] = frozenset()
    """The kinds of content around: nothing is bold twice or a link in a link."""


def line(content: tuple[Inline, ...], setting: Setting, before: str = EDGE) -> str:
    """Return content as Markdown; `before` is the character it follows."""
    return _written(_settled(content, setting), setting, before, EDGE)


def _settled(content: tuple[Inline, ...], setting: Setting) -> tuple[Inline, ...]:
    """Content of text, code, breaks, emphasis and links only, none inside its like."""
    made: list[Inline] = []
    for piece in content:
        match piece:
            case Strong(inner) | Emphasis(inner):
                kind = type(piece)
                settled = _settled(inner, _in(setting, kind))
                made += settled if kind in setting.within else (kind(settled),)
            case Link(inner, url):
                made += _link(inner, _target(url), setting)
            case Reference(anchor, text):
                name = setting.ids.get(anchor)
                made += _link((Text(text),), name and f"#{name}", setting)
            case Missing(text):
                hole = Strong((Text(f"⚠ {text} [{setting.missing}]"),))
                made += _settled((hole,), setting)
            case Value(inner):
                made += _settled(inner, setting)
            case _:
                made.append(piece)
    return regular(made)


def _link(
    content: tuple[Inline, ...], target: str | None, setting: Setting
) -> tuple[Inline, ...]:
    settled = _settled(content, _in(setting, Link))
    if Link in setting.within or not target:
        return settled
    return (Link(settled, target),)


def _in(setting: Setting, kind: type) -> Setting:
    return evolve(setting, within=setting.within | {kind})


def _written(
    content: tuple[Inline, ...], setting: Setting, before: str, after: str
) -> str:
    made = ""
    for at, piece in enumerate(content):
        behind = made[-1] if made else before
        rest = content[at + 1 :]
        if isinstance(piece, LineBreak):
            # A backslash at the very end of a block would be a backslash.
            inside = setting.place == "block" and (rest or after != EDGE)
            made += "\\\n" if inside else "<br>"
        else:
            made += _piece(piece, setting, behind, _first(rest, setting, after))
    return made


def _first(content: tuple[Inline, ...], setting: Setting, after: str) -> str:
    """The first character that content will be written with, or its like."""
    if not content:
        return after
    match content[0]:
        case Text(text):
            ends = len(content) == 1 and after == EDGE
            return "&" if ends and text.isspace() else text[0]
        case LineBreak():
            return BREAK if setting.place == "block" else "<"
        case Code():
            return "`"
        case Link():
            return "["
        case _:
            return "*"


def _piece(piece: Inline, setting: Setting, before: str, after: str) -> str:
    match piece:
        case Text(text):
            return escape(
                text,
                before,
                after,
                opening=setting.place == "block",
                linked=Link in setting.within,
                heading=setting.place == "heading",
            )
        case Code(text):
            return _code(text)
        case Strong(content):
            inner = _written(content, setting, "*", "*")
            return _emphasised(inner, "**", "strong", before, after)
        case Emphasis(content):
            inner = _written(content, setting, "*", "*")
            return _emphasised(inner, "*", "em", before, after)
        case Link(content, target):
            inner = _written(content, _in(setting, Link), "[", "]")
            return f"[{inner}]({target})"
        case _:  # pragma: no cover - settled content has nothing else
            raise TypeError(piece)


def _emphasised(inner: str, sign: str, tag: str, before: str, after: str) -> str:
    """Signs where every parser takes them for emphasis, tags elsewhere."""
    if _flanks(before, inner[0]) and _flanks(after, inner[-1]):
        return f"{sign}{inner}{sign}"
    # The usual way to write italics just inside bold.
    if before == after == sign == "*" and not re.search(r"_|^\s|\s$", inner):
        return f"_{inner}_"
    return f"<{tag}>{inner}</{tag}>"


def _flanks(outer: str, inner: str) -> bool:
    return (
        not is_space(inner)
        and "*" not in {inner, outer}
        and (is_letter(inner) or is_space(outer) or is_punctuation(outer))
    )


def _code(text: str) -> str:
    """Literal characters between backticks, one more than they contain."""
    text = re.sub(r"[\r\n]", " ", text)
    if not text.strip(" "):
        return f"`{text}`"
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    spaced = text[0] == " " == text[-1]
    edge = " " if spaced or text[0] == "`" or text[-1] == "`" else ""
    return f"{fence}{edge}{text}{edge}{fence}"


def _target(url: str) -> str:
    """A URL that needs no brackets around it and holds no entity."""
    url = re.sub(r"[\s()<>\\`\"|]", _percent, url)
    return re.sub(r"&(?=#|[A-Za-z][A-Za-z0-9]*;)", "&amp;", url)


def _percent(found: re.Match[str]) -> str:
    return "".join([f"%{byte:02X}" for byte in found[0].encode()])
