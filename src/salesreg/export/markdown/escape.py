r"""Plain text as Markdown: a backslash only where the text would mean something.

`parse(escape(text)) == text` holds for cmark-gfm and markdown-it. A plain
sentence comes out as it is, because a diff is read by people.

The rules follow CommonMark 0.31 and GFM 0.29. What the two parsers, or two
versions of Unicode, judge differently is escaped.
"""

from __future__ import annotations

import re
import unicodedata

EDGE = "\n"
"""Stands for the start or the end of a line where a neighbour is asked for."""
BREAK = "\\"
"""What a forced line break starts with."""

# What parsers strip from the ends of a line, and a byte order mark.
_BLANK = "".join(chr(code) for code in range(0x3001) if chr(code).isspace()) + "\ufeff"
_CONTROL = re.compile(r"[\t\n\r\v\f]")
_ENTITY = re.compile(r"&(?=#[0-9]{1,8};|#[xX][0-9a-fA-F]{1,8};|[A-Za-z][A-Za-z0-9]*;)")
_TAG = re.compile(r"<(?=[A-Za-z/!?]|[^\s<>]*@|$)")
_BARE = re.compile(r"(?:(?:https?|ftp)(:)//|www(\.))(?=([^ \t\n]*))", re.IGNORECASE)
_SPECIAL = re.compile(r"[\\`*_~&<\[\]!]|://|www\.", re.IGNORECASE)
_RUN = re.compile(r"([*_~])\1*")

# What a line may not begin with: heading, quotation, table, item, rule, code.
_OPENERS = re.compile(
    r"#(?=#{0,5}(?:[ \t]|$))|[>|*\[]|-(?=[-:|\s]|$)|\+(?=\s|$)|:(?=-)|=(?==*[ \t]*$)"
    r"|_(?=[_ \t]*$)|~(?=~)"
)
_ORDERED = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_CLOSING = re.compile(r"(^|[ \t])(#+)$")


def is_space(char: str) -> bool:
    """Whether both parsers take a character for white space."""
    return char in " \t\n\r\f" or unicodedata.category(char) == "Zs"


def is_letter(char: str) -> bool:
    """Whether both parsers take a character for part of a word."""
    return unicodedata.category(char)[0] in "LN"


def is_punctuation(char: str) -> bool:
    """Whether both parsers take a character for punctuation."""
    if char.isascii():
        return char.isprintable() and not char.isalnum() and char != " "
    return unicodedata.category(char)[0] == "P"


def escape(
    text: str,
    before: str = EDGE,
    after: str = EDGE,
    *,
    opening: bool = False,
    linked: bool = False,
    heading: bool = False,
) -> str:
    r"""Return text as Markdown that reads as the same text.

    Args:
        text: Characters without line breaks.
        before: The character in front of it in the output, or `EDGE`.
        after: The character behind it, or `EDGE`.
        opening: Whether the text starts a line where a block could start.
        linked: Whether it is text of a link, where brackets would end it.
        heading: Whether it is in a heading, where a last "#" would vanish.

    >>> print(escape("Скидка (a) 5 * 3 = 15 %, план № 5: snake_case"))
    Скидка (a) 5 * 3 = 15 %, план № 5: snake_case
    >>> print(escape("1. *a* <b>", opening=True))
    1\. \*a\* \<b>
    >>> print(escape("1. a", before=" "))
    1. a
    """
    start = len(text) - len(text.lstrip(_BLANK)) if before == EDGE else 0
    ends = after in {EDGE, BREAK}
    end = len(text.rstrip(_BLANK)) if ends else len(text)
    if start >= end and start:
        return _references(text)
    body = text[start:end]
    marks = _marks(body, ";" if start else before, "&" if end < len(text) else after)
    if linked:
        marks.update(found.start() for found in re.finditer(r"[\[\]]", body))
    if opening and not start and before == EDGE:
        if _OPENERS.match(body):
            marks.add(0)
        if found := _ORDERED.match(body):
            marks.add(found.end(1))
    if heading and (found := _CLOSING.search(body)):
        marks.add(found.start(2))
    pieces = [f"\\{char}" if at in marks else char for at, char in enumerate(body)]
    middle = _CONTROL.sub(lambda found: _references(found[0]), "".join(pieces))
    return _references(text[:start]) + middle + _references(text[end:])


def _references(text: str) -> str:
    return "".join([f"&#{ord(char)};" for char in text])


def _marks(text: str, before: str, after: str) -> set[int]:
    """Where a backslash is needed wherever on its line the text stands."""
    if not _SPECIAL.search(text):
        return set()
    marks = {found.start() for found in _ENTITY.finditer(text)}
    marks.update(found.start() for found in _TAG.finditer(text))
    for found in _RUN.finditer(text):
        behind = text[found.start() - 1] if found.start() else before
        ahead = text[found.end()] if found.end() < len(text) else after
        if not _harmless(found[1], behind, ahead):
            marks.update(range(*found.span()))
    for at, char in enumerate(text):
        ahead = text[at + 1] if at + 1 < len(text) else after
        if (
            char == "`"
            or (char == "\\" and not (ahead.isalnum() or ahead == " "))
            or (char + ahead in {"](", "!["})
        ):
            marks.add(at)
    for found in _BARE.finditer(text):
        # GitHub makes a link of it, reading it as it is up to the next space:
        # good for a reader as long as nothing in it has to be escaped.
        whole = found.end(3) < len(text) or after == EDGE
        if not whole or marks.intersection(range(found.start(), found.end(3))):
            marks.add(max(found.start(1), found.start(2)))
    return marks


def _harmless(sign: str, behind: str, ahead: str) -> bool:
    """Whether a run of signs can neither open nor end an emphasis by itself.

    One half is enough for "_" and "~", which we never write as markup: what
    nothing opens, nothing ends.
    """
    match sign:
        case "_":
            return is_space(ahead) or is_letter(behind)
        case "~":
            # cmark-gfm looks through "~" at what stands on its other side.
            return is_space(behind) and is_letter(ahead)
        case _:
            return is_space(behind) and is_space(ahead)
