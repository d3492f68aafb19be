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


Words = Text | Strong | Emphasis | Code | Link | Reference | Missing


@frozen
class Setting:
    """What inline content is written for and what surrounds it."""

    ids: Mapping[str, str]
    """The id of every anchor of the document."""
    missing: str
    """Said of a hole: "not defined"."""
    place: Literal["block", "cell", "heading"] = "block"
    bold: bool = False
    italic: bool = False
    linked: bool = False


def line(content: tuple[Inline, ...], setting: Setting, before: str = EDGE) -> str:
    """Return content as Markdown; `before` is the character it follows."""
    return _written(regular(content), setting, before, EDGE)


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
        case Link() | Reference():
            return "["
        case _:
            return "*"


def _piece(  # noqa: C901, PLR0911 - one arm per kind of inline content
    piece: Words, setting: Setting, before: str, after: str
) -> str:
    match piece:
        case Text(text):
            block = setting.place == "block"
            return escape(
                text,
                before,
                after,
                opening=block,
                linked=setting.linked,
                heading=setting.place == "heading",
            )
        case Code(text):
            return _code(text)
        case Strong(content):
            if setting.bold:
                return _written(content, setting, before, after)
            inner = _written(content, evolve(setting, bold=True), "*", "*")
            return _emphasised(inner, "**", "strong", before, after)
        case Emphasis(content):
            if setting.italic:
                return _written(content, setting, before, after)
            inner = _written(content, evolve(setting, italic=True), "*", "*")
            return _emphasised(inner, "*", "em", before, after)
        case Link(content, url):
            return _linked(content, _target(url), setting, before, after)
        case Reference(anchor, text):
            content = (Text(text),) if text else ()
            name = setting.ids.get(anchor)
            if name is None:
                return _written(content, setting, before, after)
            return _linked(content, f"#{name}", setting, before, after)
        case Missing(text):
            hole = Text(f"⚠ {text} [{setting.missing}]")
            return _piece(Strong((hole,)), setting, before, after)


def _emphasised(inner: str, sign: str, tag: str, before: str, after: str) -> str:
    """Signs where every parser takes them for emphasis, tags elsewhere."""
    if not inner:
        return ""
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


def _linked(
    content: tuple[Inline, ...], target: str, setting: Setting, before: str, after: str
) -> str:
    if setting.linked or not content:
        return _written(content, setting, before, after)
    inner = _written(content, evolve(setting, linked=True), "[", "]")
    return f"[{inner}]({target})"


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
