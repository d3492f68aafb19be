"""What a CRM calls things, read from a TOML file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import fields

from salesreg._text import did_you_mean, shown
from salesreg.convert.plain import is_mapping
from salesreg.errors import LoadError, Problem, pointer
from salesreg.evaluate.reading.columns import Columns
from salesreg.io.toml import toml_of


def read_columns(file: Path) -> Columns:
    """Return the columns that a TOML file names.

    It has a table for each attribute of `Columns`, and `time_zone`, `currency` and
    `encoding`:

        time_zone = "Europe/Moscow"

        [events]
        deal = "OWNER_ID"

        [stages]
        "C1:NEW" = "new"

    Raises:
        LoadError: The file cannot be read, or says something else; with every problem.
        InvalidValue: The contract has no such column.
    """
    data: Mapping[str, Any] = toml_of(file)
    known = {one.name for one in fields(Columns)}
    problems = [
        Problem(
            "unknown-key",
            f"{file}: unknown key {name!r}",
            hint=did_you_mean(name, known)
            or f"the keys are {', '.join(sorted(known))}",
        )
        for name in data
        if name not in known
    ]
    for name, held in data.items():
        if name in {"time_zone", "currency", "encoding"}:
            problems += [] if isinstance(held, str) else [_wrong(file, held, name)]
        elif not is_mapping(held):
            message = f"{file}: must be a table, got {shown(held)}"
            problems.append(Problem("wrong-type", message, pointer(name)))
        else:
            problems += [
                _wrong(file, value, name, key)
                for key, value in held.items()
                if not isinstance(value, str)
            ]
    if problems:
        raise LoadError(problems)
    return Columns(**data)


def _wrong(file: Path, value: object, *path: str) -> Problem:
    message = f"{file}: must be a text, got {shown(value)}"
    return Problem("wrong-type", message, pointer(*path))
