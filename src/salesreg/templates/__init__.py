"""Ready regulations: to start from, to learn from, to test with.

`article` is what a typical article on the subject asks a regulation to hold,
with its gaps and contradictions. `b2b` is a full regulation of a company that
sells to companies, free of contradictions. Each comes in Russian and English
from one structure, so that keys, numbers and references are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import get_args

from salesreg._text import did_you_mean, shown
from salesreg.errors import invalid
from salesreg.model.regulation import Language, Regulation
from salesreg.templates.article import article
from salesreg.templates.b2b import b2b

__all__ = ["get", "names"]

_TEMPLATES: Mapping[str, Callable[[Language], Regulation]] = MappingProxyType(
    {"article": article, "b2b": b2b}
)


def names() -> tuple[str, ...]:
    """Return the names of the templates.

    >>> names()
    ('article', 'b2b')
    """
    return tuple(_TEMPLATES)


def get(name: str, language: Language = "ru") -> Regulation:
    """Return a ready regulation.

    Args:
        name: One of `names()`.
        language: Language of its texts.

    Raises:
        InvalidValue: There is no such template, or not in that language.

    >>> get("article", language="en").title
    'Sales Department Regulation'
    """
    _known("template", name, names())
    _known("language", language, get_args(Language))
    return _TEMPLATES[name](language)


def _known(what: str, word: object, options: tuple[str, ...]) -> None:
    if word in options:
        return
    hint = did_you_mean(word, options) if isinstance(word, str) else None
    listed = " and ".join(map(repr, options))
    message = f"there is no {what} {shown(word)}; there are {listed}"
    code = f"unknown-{what}"
    raise invalid(code, message, hint)
