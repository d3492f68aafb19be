"""The contents of a file, with the format that its name says."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from salesreg._text import did_you_mean
from salesreg.errors import LoadError, Problem
from salesreg.io.limits import MOST_BYTES
from salesreg.io.texts import Format, Readable

FORMATS: Mapping[str, Format] = MappingProxyType(
    {".yaml": "yaml", ".yml": "yaml", ".json": "json"}
)
"""The format of a text that can be read and written, by its suffix."""
READABLE: Mapping[str, Readable] = MappingProxyType({**FORMATS, ".docx": "docx"})
"""The format of a file that can be read, by its suffix."""


def contents(path: str | os.PathLike[str]) -> tuple[bytes, Readable]:
    """Return the bytes of a file and their format, which the suffix says.

    Raises:
        LoadError: It has another suffix, or cannot be read.
    """
    name = os.fspath(path)
    suffix = Path(name).suffix.lower()
    if Path(name).is_dir():
        message = f"{name}: is a folder, and a file was expected"
        problem = Problem("unreadable-file", message, hint="name a file in it")
        raise LoadError([problem])
    if suffix not in READABLE:
        expected = ", ".join(READABLE)
        found = f"'{suffix}'" if suffix else "a file without a suffix"
        message = f"{name}: a regulation is read from {expected}, not from {found}"
        hint = did_you_mean(suffix, READABLE)
        raise LoadError([Problem("unknown-format", message, hint=hint)])
    return read(name), READABLE[suffix]


def read(path: str | os.PathLike[str]) -> bytes:
    """Return what a file holds, up to the limit of what is read.

    Raises:
        LoadError: It cannot be read.
    """
    name = os.fspath(path)
    try:
        with Path(name).open("rb") as file:
            # One byte more than allowed is enough to know, even on a device.
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        message = f"{name}: cannot be read: {error.strerror or error}"
        raise LoadError([Problem("unreadable-file", message)]) from error
