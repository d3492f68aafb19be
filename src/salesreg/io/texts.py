"""A regulation from a text and as a text, in one of the written formats."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Literal, get_args

from salesreg._text import did_you_mean, shown
from salesreg.errors import InvalidValue, LoadError, Place, Problem, invalid
from salesreg.io.dicts import from_dict, to_dict
from salesreg.io.limits import MOST_BYTES
from salesreg.io.origin import Origin
from salesreg.io.package import SIGNATURE
from salesreg.io.sources import Source, place_at
from salesreg.io.yaml_writer import write_yaml
from salesreg.model.regulation import Regulation

Format = Literal["json", "yaml"]
"""How a regulation is written as a text."""
Readable = Literal["json", "yaml", "docx"]
"""What a regulation is read from."""


def loads(
    text: str | bytes,
    format: Readable = "yaml",  # noqa: A002 - the word that callers look for
    name: str = "<text>",
) -> Regulation:
    """Return the regulation that a text, or the bytes of a Word file, say.

    Args:
        text: The text; bytes are UTF-8. A Word file is bytes.
        format: "yaml", "json" or "docx"; a Word file is known by its first bytes.
        name: Name of the file for the places of problems.

    Raises:
        LoadError: With every problem, each with its file:line:column.
        InvalidValue: There is no such format.

    >>> loads("{format: salesreg/1, key: b2b, title: B2B sales}").title
    'B2B sales'
    """
    if format == "docx" or (isinstance(text, bytes) and text.startswith(SIGNATURE)):
        from salesreg.io.embedding import load_word  # noqa: PLC0415

        return load_word(text if isinstance(text, bytes) else text.encode(), name)
    return regulation_of(*read(text, format, name))


def regulation_of(origin: Origin, source: Source) -> Regulation:
    """Return the regulation that a text says which was read already.

    Raises:
        LoadError: With every problem, each with its file:line:column.
    """
    try:
        made = from_dict(source.data)
    except LoadError as error:
        raise LoadError(source.placed(error.problems)) from None
    if source.problems:
        raise LoadError(source.placed(()))
    # Not a field: two regulations are equal wherever they were read.
    object.__setattr__(made, "_origin", origin)
    return made


def read(text: str | bytes, format: Format, name: str) -> tuple[Origin, Source]:  # noqa: A002
    """Return what a text holds as plain data, and the text to ask for places.

    Raises:
        LoadError: It cannot be read at all.
        InvalidValue: There is no such format.
    """
    reader, written = _reader(format), decoded(text, name)
    return Origin(written, name, reader), reader(written, name)


def dumps(
    regulation: Regulation,
    format: Format = "yaml",  # noqa: A002 - the word that callers look for
    schema: str | None = None,
) -> str:
    r"""Return a regulation as a text that `loads` reads back.

    Args:
        regulation: The regulation.
        format: "yaml" or "json".
        schema: Where an editor finds the JSON Schema, for the first line of a
            YAML text.

    Raises:
        InvalidValue: There is no such format, or it cannot name a schema.

    >>> dumps(Regulation(key="b2b", title="Продажи"), format="json")
    '{\n  "format": "salesreg/1",\n  "key": "b2b",\n  "title": "Продажи"\n}\n'
    """
    if format == "json":
        if schema is not None:
            message = "only YAML names its schema in its text"
            raise invalid(code="bad-value", message=message)
        return json.dumps(to_dict(regulation), ensure_ascii=False, indent=2) + "\n"
    if format == "yaml":
        first = "" if schema is None else header(schema)
        return first + write_yaml(to_dict(regulation))
    raise _no_format(format, get_args(Format))


def decoded(text: str | bytes, name: str) -> str:
    """Return a text ready to read: decoded, without a byte order mark.

    Raises:
        LoadError: It is too long, empty, or not UTF-8.
    """
    if len(text) > MOST_BYTES:
        message = (
            f"is too large: a text of at most {MOST_BYTES // 1_000_000} MB is read"
        )
        raise LoadError([Problem("too-large", message, place=Place(name, 1))])
    if isinstance(text, bytes):
        text = _from_utf8(text, name)
    text = text.removeprefix("\ufeff")
    if not text or text.isspace():
        raise LoadError([Problem("empty", "is empty", place=Place(name, 1))])
    return text


def _from_utf8(data: bytes, name: str) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        message = f"is not UTF-8: byte 0x{data[error.start]:02x} begins no character"
        place = place_at(before, len(before), name)
        hint = f"save it as UTF-8{_looks_like(data)}"
        problem = Problem("bad-encoding", message, place=place, hint=hint)
        raise LoadError([problem]) from None


def _looks_like(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "; it looks like UTF-16"
    high = [byte for byte in data if byte > 0x7F]
    # Russian letters are nine in ten of the bytes above ASCII in Windows-1251.
    if sum(byte >= 0xC0 for byte in high) > 0.9 * len(high):
        return "; it looks like Windows-1251"
    return ""


def _reader(word: str) -> Callable[[str, str], Source]:
    # Each reader brings its own parser: a program loads only what it uses.
    if word == "json":
        from salesreg.io.json_reader import read_json  # noqa: PLC0415

        return read_json
    if word == "yaml":
        from salesreg.io.yaml_reader import read_yaml  # noqa: PLC0415

        return read_yaml
    raise _no_format(word, get_args(Readable))


def _no_format(word: str, known: tuple[str, ...]) -> InvalidValue:
    message = f"format must be {' or '.join(map(repr, known))}, got {shown(word)}"
    return invalid("unknown-format", message, did_you_mean(word, known))


def header(schema: str) -> str:
    r"""Return the first line of a YAML file that tells editors of its schema.

    Args:
        schema: Path, relative to the file, or address of the JSON Schema.

    >>> header("./salesreg.schema.json")
    '# yaml-language-server: $schema=./salesreg.schema.json\n'
    """
    if schema.split() != [schema]:
        message = f"schema must be a path or URL, got {shown(schema)}"
        raise invalid(code="bad-value", message=message)
    return f"# yaml-language-server: $schema={schema}\n"
