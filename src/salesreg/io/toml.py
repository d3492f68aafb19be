"""TOML files of settings, with the place of what is no TOML."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from salesreg.errors import LoadError, Place, Problem

_AT_LINE = re.compile(r"\(at line (\d+), column (\d+)\)")


def toml_of(file: Path, called: str = "") -> Mapping[str, object]:
    """Return what a TOML file holds.

    Args:
        file: The file.
        called: How messages call it.

    Raises:
        LoadError: The file cannot be read, or is no TOML.
    """
    called = called or str(file)
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except OSError as error:
        message = f"{called}: cannot be read: {error.strerror or error}"
        raise LoadError([Problem("unreadable-file", message)]) from error
    except ValueError as error:
        at = _AT_LINE.search(str(error))
        place = Place(called, int(at[1]), int(at[2])) if at else None
        text = _AT_LINE.sub("", str(error)).strip()
        message = f"is no TOML: {text}" if place else f"{called}: is no TOML: {text}"
        raise LoadError([Problem("bad-toml", message, place=place)]) from None
