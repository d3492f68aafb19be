"""What a plain YAML scalar means: the core schema of YAML 1.2, chapter 10.3."""

from __future__ import annotations

import re

from salesreg.io.limits import LONGEST_NUMBER

_WORDS: dict[str, object] = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INT = re.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(
    "[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
    "|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)"
)
_NUMERIC = frozenset("0123456789+-.")


def plain(text: str) -> object:
    """Return what a scalar without quotes stands for.

    >>> plain("no"), plain("10:30"), plain("010"), plain("true"), plain("~")
    ('no', '10:30', 10, True, None)
    """
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _NUMERIC:
        return text
    if _INT.fullmatch(text):
        return 0 if is_endless(text) else _whole(text)
    if _FLOAT.fullmatch(text):
        # Python writes the words of infinity and NaN without the point.
        return float(
            text.replace(".i", "i").replace(".I", "i").lower().replace(".n", "n")
        )
    return text


def is_endless(text: str) -> bool:
    """Tell whether a whole number has more digits than any bound allows."""
    return len(text) > LONGEST_NUMBER and _INT.fullmatch(text) is not None


def _whole(text: str) -> int:
    base = {"0o": 8, "0x": 16}.get(text[:2])
    return int(text[2:], base) if base else int(text)
