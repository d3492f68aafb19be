"""Files of text that are not in UTF-8, such as the sheets of an office in cp1251."""

from __future__ import annotations

import codecs
import csv
import gzip
import re
import shutil
import tempfile
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, cast

from salesreg.errors import Problem, invalid

UTF_8 = "utf-8"
_CHUNK = 2**20
_DELIMITERS = (",", ";", "\t", "|")


@contextmanager
def in_utf8(path: Path, encoding: str) -> Generator[Path]:
    """Give a file of text in UTF-8, while it is read.

    Args:
        path: The file, packed where it ends with `.gz`.
        encoding: Its encoding.

    Raises:
        InvalidValue: It has bytes that mean nothing in that encoding.
        OSError: It cannot be read.
    """
    if codecs.lookup(encoding).name == UTF_8:
        yield path
        return
    with tempfile.TemporaryDirectory(prefix="salesreg-") as folder:
        written = Path(folder, path.name.removesuffix(".gz"))
        opened = gzip.open if path.suffix == ".gz" else open
        try:
            with (
                cast(
                    "IO[str]", opened(path, "rt", encoding=encoding, newline="")
                ) as source,
                written.open("w", encoding=UTF_8, newline="") as target,
            ):
                shutil.copyfileobj(source, target, _CHUNK)
        except UnicodeError as error:
            reason = getattr(error, "reason", error)
            message = f"{path} is not in {encoding}: {reason}"
            hint = "say with `encoding` of Columns what it is in"
            raise invalid("wrong-encoding", message, hint) from None
        yield written


def delimiter(path: Path) -> str:
    """Return what stands between the cells of a CSV, as its header has it.

    One bad row must not decide it: the header names all the columns.

    Args:
        path: The file, in UTF-8, packed where it ends with `.gz`.

    Raises:
        OSError: It cannot be read.
    """
    with _opened(path) as source:
        try:
            header = source.readline(_CHUNK)
        except UnicodeError:
            # Whoever reads the file tells it.
            header = ""
    header = re.sub('"[^"]*"', "", header)
    return max(_DELIMITERS, key=header.count)


def ragged(path: Path) -> tuple[int, int, int] | None:
    """Return the line of the first row of a CSV that is not as long as its header.

    Returns:
        The line, how many cells it has, and how many columns the header names; None
        if there is no such row, or the file is not in UTF-8.
    """
    with _opened(path) as source, suppress(UnicodeError, csv.Error):
        rows = csv.reader(source, delimiter=delimiter(path))
        names = len(next(rows, list[str]()))
        line = rows.line_num + 1
        for row in rows:
            if row and len(row) != names:
                return line, len(row), names
            line = rows.line_num + 1
    return None


def _opened(path: Path) -> IO[str]:
    opened = gzip.open if path.suffix == ".gz" else open
    held = opened(path, "rt", encoding="utf-8-sig", newline="")
    return cast("IO[str]", held)


def unknown_encoding(name: str) -> list[Problem]:
    """Return the problem with the name of an encoding, if there is one."""
    try:
        "".encode(name)
    except (LookupError, ValueError):
        pass
    else:
        return []
    hint = "such as 'utf-8', 'cp1251', 'cp866' or 'utf-16'"
    message = f"Python knows no encoding {name!r}"
    return [Problem("unknown-encoding", message, "/encoding", hint=hint)]
