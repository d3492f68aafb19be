"""What a reader is given: a file, its text, or data that is parsed already."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO

from salesreg.convert.plain import is_list, is_mapping
from salesreg.errors import LoadError, Problem
from salesreg.io.limits import MOST_UNPACKED
from salesreg.shapes import wrong_type

Given = str | os.PathLike[str] | bytes | IO[bytes] | Mapping[str, object] | list[object]
"""A path, bytes, a binary file, or parsed JSON: one page of it or a list of pages."""

_GZIP = b"\x1f\x8b"


def bytes_of(given: str | os.PathLike[str] | bytes | IO[bytes]) -> tuple[bytes, str]:
    """Return the bytes of a file, unpacked if they are gzipped, and its name.

    Raises:
        LoadError: It cannot be read, or unpacks to more than an input may hold.
    """
    if isinstance(given, bytes):
        name, data = "<bytes>", given
    elif isinstance(given, str | os.PathLike):
        name = os.fspath(given)
        try:
            data = Path(given).read_bytes()
        except OSError as error:
            message = f"{name}: cannot be read: {error.strerror or error}"
            raise LoadError([Problem("unreadable-file", message)]) from error
    else:
        name, data = str(getattr(given, "name", "<file>")), _read(given)
    if data.startswith(_GZIP):
        data = _unpacked(data, name)
    return data, name


def _read(given: object) -> bytes:
    """Return what a binary file holds."""
    read = getattr(given, "read", None)
    data = read() if callable(read) else given
    if not isinstance(data, bytes):
        hint = "give a path, bytes, a file opened with 'rb', or parsed JSON"
        raise LoadError([wrong_type("an export", data, hint)])
    return data


def _unpacked(data: bytes, name: str) -> bytes:
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as packed:
            made = packed.read(MOST_UNPACKED + 1)
    except (OSError, EOFError) as error:
        message = f"{name}: cannot be unpacked: {error}"
        raise LoadError([Problem("unreadable-file", message)]) from None
    if len(made) > MOST_UNPACKED:
        message = f"{name}: unpacks to more than {MOST_UNPACKED:,} bytes"
        raise LoadError([Problem("too-large", message)])
    return made


def json_of(text: str | bytes, name: str) -> object:
    """Return what a text of JSON holds; numbers with a point stay texts.

    Raises:
        LoadError: It is no JSON.
    """
    try:
        return json.loads(text, parse_float=str)
    except (ValueError, RecursionError) as error:
        message = f"{name}: is no JSON: {error}"
        raise LoadError([Problem("bad-json", message)]) from None


def rows_of(
    given: Given, *keys: str, has: tuple[str, ...]
) -> Iterator[Mapping[str, object]]:
    """Yield the rows of an export: the lines of a CSV, or the items of JSON.

    Args:
        given: The export.
        keys: Where the items are in a page of JSON, outermost first; a page that is a
            list is the items themselves, and pages may come in a list.
        has: What the items of this export have. A row may lack some of it, but where
            none has it all, it is another export.

    Raises:
        LoadError: It is neither, or no such export, or an item is no mapping; with
            every problem.
    """
    if is_mapping(given) or is_list(given):
        yield from _items(given, keys, has, "<data>")
        return
    data, name = bytes_of(given)  # type: ignore[arg-type]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"{name}: is not in UTF-8: {error.reason} at byte {error.start}"
        raise LoadError([Problem("not-utf-8", message)]) from None
    if text.lstrip()[:1] in {"{", "["}:
        yield from _items(json_of(text, name), keys, has, name)
        return
    head = text.partition("\n")[0]
    delimiter = ";" if head.count(";") > head.count(",") else ","
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    columns = rows.fieldnames or ()
    if lacks := [column for column in has if column not in columns]:
        found = ", ".join(columns) if columns else "nothing"
        message = f"{name}: is no such export: {_lacking('column', lacks)}"
        raise LoadError([Problem("no-export", message, hint=f"it has {found:.60}")])
    for row in rows:
        yield {key: value or None for key, value in row.items() if key is not None}


def _lacking(what: str, names: list[str]) -> str:
    return f"it has no {what} {', '.join(map(repr, names))}"


def _items(
    data: object, keys: tuple[str, ...], has: tuple[str, ...], name: str
) -> Iterator[Mapping[str, object]]:
    problems: list[Problem] = []
    found: list[Mapping[str, object]] = []
    for path, page in _pages(data):
        if (said := refusal(page)) is not None:
            message = f"{name}: is no export, but an error of the program: {said}"
            hint = "ask the program again, and give the answer that has the items"
            problems.append(Problem("api-error", message, path, hint=hint))
            continue
        held, here = page, path
        for key in keys:
            if is_mapping(held) and key in held:
                held, here = held[key], f"{here}/{key}"
        if not is_list(held):
            where = "/".join(keys) or "a list"
            message = f"{name}: holds no list of items ({where})"
            problems.append(Problem("no-items", message, here))
            continue
        for index, item in enumerate(held):
            if is_mapping(item):
                found.append(item)
            else:
                message = f"{name}: an item must be a mapping"
                problems.append(Problem("wrong-type", message, f"{here}/{index}"))
    if found and not any(all(key in one for key in has) for one in found):
        lacks = [key for key in has if key not in found[0]]
        message = f"{name}: is no such export: {_lacking('key', lacks)} in its items"
        problems.append(Problem("no-export", message))
    if problems:
        raise LoadError(problems)
    yield from found


def _pages(data: object) -> Iterator[tuple[str, object]]:
    """Yield the pages: several where a list holds mappings with lists inside."""
    if is_list(data) and data and all(_is_page(one) for one in data):
        for index, one in enumerate(data):
            yield f"/{index}", one
    else:
        yield "", data


def _is_page(one: object) -> bool:
    pages = {"result", "results", "_embedded", "records", "items"}
    if refusal(one) is not None:
        return True
    return is_mapping(one) and any(key in pages for key in one)


# What an answer has that is an error: its code, and what it says in words.
_REFUSALS = (
    ("error", "error_description"),  # Bitrix24
    ("errorCode", "message"),  # Salesforce
    ("category", "message"),  # HubSpot
    ("status", "title"),  # amoCRM, as RFC 9457 has it
)


def refusal(answer: object) -> str | None:
    """Return the code and the words of an answer that is an error; None of another.

    >>> refusal({"error": "QUERY_LIMIT_EXCEEDED", "error_description": "Too many"})
    'QUERY_LIMIT_EXCEEDED, Too many'
    >>> refusal({"result": []}) is None
    True
    """
    if not is_mapping(answer):
        return None
    if set(answer) == {"error"}:
        return str(answer["error"])
    for code, words in _REFUSALS:
        if code in answer and words in answer:
            said = [answer[code], answer[words], answer.get("detail")]
            return ", ".join(str(one) for one in said if one)
    return None
