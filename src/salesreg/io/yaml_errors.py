"""What is wrong with a text that is not YAML, in words that help."""

from __future__ import annotations

import re

import yaml

from salesreg._text import shown
from salesreg.errors import LoadError, Place, Problem
from salesreg.io.sources import place_at

# Characters that YAML forbids or, in the version that libyaml reads, turns into
# line breaks without a word. A carriage return ends a line and is no harm.
_BAD = re.compile(
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u2028\\u2029"
    "\\ud800-\\udfff\\ufeff\\ufffe\\uffff]"
)


SECOND_DOCUMENT = Problem(
    "many-documents", "holds a second document, and a file is one regulation"
)
MERGE_KEY = Problem(
    "merge-key",
    "merge keys are not read: what a thing holds is written in it",
    hint="repeat the fields, or give an alias for the whole value",
)
COMPLEX_KEY = Problem(
    "bad-key",
    "a key must be a plain text, not a list, a mapping or an alias",
    hint="put text that starts with [, {, * or ? in quotes",
)


def wrong_tag(tag: str) -> Problem:
    """Return the problem of a tag, shown as it was written."""
    written = tag.replace("tag:yaml.org,2002:", "!!")
    message = f"tags are not read, got {shown(written)}"
    hint = "leave the tag out; put text that starts with ! in quotes"
    return Problem("wrong-tag", message, hint=hint)


def check_characters(text: str, name: str) -> None:
    """Refuse a text with characters that the parser would refuse or change.

    Raises:
        LoadError: With the place of the first one.
    """
    found = _BAD.search(text)
    if found is None:
        return
    message = f"holds a character that YAML cannot carry: U+{ord(found[0]):04X}"
    hint = f'remove it, or write it in double quotes as "\\u{ord(found[0]):04x}"'
    if found[0] not in "\u2028\u2029":
        hint = "remove it"
    place = place_at(text, found.start(), name)
    raise LoadError([Problem("bad-character", message, place=place, hint=hint)])


_CLOSE = "look for what was opened here and never closed"
_INDENT = "look at the indentation, and at the quotes before it"
# What the parsers say, by their own words, in words for people. `{}` is the
# character at the place.
_REASONS = (
    (
        "mapping values are not allowed",
        "a ':' stands where no field can begin",
        "put text that holds ': ' in quotes, or look at the indentation",
    ),
    (
        "cannot start any token",
        "a text cannot begin with {} unless it is quoted",
        "put the whole text in quotes",
    ),
    ("expected ',' or", "a list or mapping in brackets is not closed", _CLOSE),
    ("unexpected end of stream", "a quoted text is not closed", _CLOSE),
    ("could not find expected ':'", "a field is written 'name: value'", _INDENT),
    ("did not find expected key", "the next field was expected here", _INDENT),
    ("expected '-' indicator", "the next item, '- ', was expected here", _INDENT),
    # So says the parser in Python of both.
    ("expected <block end>", "the next field or item was expected here", _INDENT),
    (
        "unknown escape",
        "a quoted text holds an unknown escape",
        "in double quotes write two backslashes for one",
    ),
    (
        "expected alphabetic",
        "an alias or anchor has no name",
        "put text that begins with * or & in quotes",
    ),
)


def bad_yaml(error: yaml.YAMLError, text: str, name: str) -> Problem:
    """Return the problem that a parser's error tells of."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return Problem("bad-yaml", f"is not YAML: {error}", place=Place(name, 1))
    reason = error.problem or str(error)
    hint = None
    mark = error.problem_mark or error.context_mark
    at = _character(text, mark)
    if at == "\t" or "tab character" in reason:
        reason, hint = "a tab stands where only spaces may", "indent with spaces"
    else:
        for words, said, advice in _REASONS:
            if words in reason:
                reason, hint = said.format(repr(at)), advice
                if advice == _CLOSE:
                    mark = error.context_mark or mark
                break
    place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name, 1)
    return Problem("bad-yaml", f"is not YAML: {reason}", place=place, hint=hint)


def _character(text: str, mark: yaml.Mark | None) -> str:
    if mark is None:
        return ""
    lines = text.splitlines()
    line = lines[mark.line] if mark.line < len(lines) else ""
    return line[mark.column : mark.column + 1]
