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
        name, data = str(getattr(given, "name", "<file>")), given.read()
    if data.startswith(_GZIP):
        data = _unpacked(data, name)
    return data, name


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


def rows_of(given: Given, *keys: str) -> Iterator[Mapping[str, object]]:
    """Yield the rows of an export: the lines of a CSV, or the items of JSON.

    Args:
        given: The export.
        keys: Where the items are in a page of JSON, outermost first; a page that is a
            list is the items themselves, and pages may come in a list.

    Raises:
        LoadError: It is neither, or an item is no mapping; with every problem.
    """
    if is_mapping(given) or is_list(given):
        yield from _items(given, keys, "<data>")
        return
    data, name = bytes_of(given)  # type: ignore[arg-type]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"{name}: is not in UTF-8: {error.reason} at byte {error.start}"
        raise LoadError([Problem("not-utf-8", message)]) from None
    if text.lstrip()[:1] in {"{", "["}:
        yield from _items(json_of(text, name), keys, name)
        return
    head = text.partition("\n")[0]
    delimiter = ";" if head.count(";") > head.count(",") else ","
    for row in csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter):
        yield {key: value or None for key, value in row.items() if key is not None}


def _items(
    data: object, keys: tuple[str, ...], name: str
) -> Iterator[Mapping[str, object]]:
    problems: list[Problem] = []
    found: list[Mapping[str, object]] = []
    for path, page in _pages(data):
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
    return is_mapping(one) and any(key in pages for key in one)
