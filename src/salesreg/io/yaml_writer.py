"""YAML written plainly: block style, one way to write each value.

The dict form has few kinds of values, so a writer of its own is shorter than
the options of a general one, and gives the same bytes whether or not PyYAML
was built with libyaml. What any reader, of YAML 1.1 or 1.2, could take for
something else is quoted.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from salesreg.convert.plain import is_list, is_mapping

INDENT = "  "


def write_yaml(data: object) -> str:
    """Return plain data as a YAML text.

    >>> print(write_yaml({"title": "no", "steps": [{"limit": "15 min"}]}), end="")
    title: "no"
    steps:
      - limit: 15 min
    """
    return "".join(f"{line}\n" for line in _lines(data, ""))


def _lines(value: object, indent: str) -> Iterator[str]:
    if value and is_mapping(value):
        for key, held in value.items():
            yield from _entry(f"{indent}{_on_one_line(key)}:", held, indent)
    elif value and is_list(value):
        for item in value:
            yield from _item(item, indent)
    else:
        yield indent + scalar(value, indent or INDENT)


def item_lines(item: object, indent: str) -> tuple[str, ...]:
    """Return an item of a list in block style, with its dash behind an indent."""
    return tuple(_item(item, indent))


def entry_lines(key: str, held: object, indent: str) -> tuple[str, ...]:
    """Return a key and its value in block style, behind an indent."""
    return tuple(_entry(f"{indent}{_on_one_line(key)}:", held, indent))


def _entry(key: str, held: object, indent: str) -> Iterator[str]:
    if held and (is_mapping(held) or is_list(held)):
        yield key
        yield from _lines(held, indent + INDENT)
    else:
        yield f"{key} {scalar(held, indent + INDENT)}"


def _item(item: object, indent: str) -> Iterator[str]:
    """Yield an item: its first line stands behind the dash."""
    inner = indent + INDENT
    lines = _lines(item, inner)
    yield f"{indent}- {next(lines)[len(inner) :]}"
    yield from lines


def scalar(value: object, indent: str = "") -> str:
    """Return a value that holds no others, ready to stand behind a key.

    >>> scalar("10:30"), scalar("35%"), scalar("2026-05-01"), scalar(7)
    ('"10:30"', '35%', '"2026-05-01"', '7')
    """
    match value:
        case str():
            return _text(str.__str__(value), indent)
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case dict():
            return "{}"
        case list():
            return "[]"
        case _:
            message = f"not plain data: {type(value).__name__}"
            raise TypeError(message)


def _text(text: str, indent: str) -> str:
    if not _LITERAL.fullmatch(text):
        return _on_one_line(text)
    mark = "|" if text.endswith("\n") else "|-"
    lines = text.removesuffix("\n").split("\n")
    return "\n".join([mark, *(line and indent + line for line in lines)])


def _on_one_line(text: str) -> str:
    if _PLAIN.fullmatch(text) and not _MISREAD.fullmatch(text):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


# A first character without a meaning of its own, then anything that neither
# ends the text (": ", " #") nor gets lost at its end.
_ODD = "\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029\\ud800-\\udfff\\ufeff\\ufffe\\uffff"
_PLAIN = re.compile(
    f"[^{_ODD} \\-?:,\\[\\]{{}}#&*!|>'\"%@`.=<]"
    f"(?:[^{_ODD}:# ]|:(?=[^ ])|(?<=[^ ])#| (?=[^ #]))*"
)
# Words that YAML 1.1 (type repository) or 1.2 (core schema) reads as something
# other than a text.
_MISREAD = re.compile(
    "y|n|yes|no|on|off|true|false|null|~"
    "|[-+]?[0-9][0-9_,]*(?:\\.[0-9_]*)?(?:e[-+]?[0-9]+)?"
    "|[-+]?\\.[0-9_]+(?:e[-+]?[0-9]+)?|[-+]?\\.(?:inf|nan)"
    "|0b[01_]+|0o[0-7_]+|[-+]?0x[0-9a-f_]+"
    "|[-+]?[0-9][0-9_]*(?::[0-9]{1,2})+(?:\\.[0-9_]*)?"
    "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:(?:t|[ \\t]+)[0-9].*)?",
    re.IGNORECASE,
)
# Several lines, the first of which shows the indentation, and no more than one
# line break at the end.
_LITERAL = re.compile(f"(?=.*\n)[^{_ODD} ][^{_ODD}]*(?:\n+[^{_ODD}]+)*\n?")
_UNSEEN = re.compile("[\\x7f-\\x9f\\u2028\\u2029\\ufeff\\ufffe\\uffff]")
