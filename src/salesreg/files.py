"""A regulation into a file of any format: the suffix says which.

It stands above the writers of documents, where all of them can be reached.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from salesreg._text import did_you_mean
from salesreg.errors import invalid
from salesreg.io import atomic
from salesreg.io.texts import dumps
from salesreg.model.regulation import Regulation

WRITERS: Mapping[str, Callable[[Regulation], str | bytes]] = MappingProxyType(
    {
        ".yaml": dumps,
        ".yml": dumps,
        ".json": Regulation.to_json,
        ".md": Regulation.to_markdown,
        ".html": Regulation.to_html,
        ".docx": lambda regulation: regulation.to_docx(),
    }
)
"""What writes a regulation, by the suffix of the file."""


def dump(
    regulation: Regulation, path: str | os.PathLike[str], *, schema: str | None = None
) -> None:
    """Write a regulation to a file; its suffix says the format.

    The file is written whole or not at all: when anything fails, the file
    that was there stays as it was.

    Args:
        regulation: The regulation.
        path: Where to: .yaml, .yml, .json, .md, .html or .docx.
        schema: Where an editor finds the JSON Schema, for the first line of a
            YAML file.

    Raises:
        InvalidValue: The suffix says no format, or one that names no schema.
        OSError: The file cannot be written.
    """
    suffix = Path(path).suffix.lower()
    if suffix not in WRITERS:
        expected = ", ".join(WRITERS)
        found = f"'{suffix}'" if suffix else "a file without a suffix"
        message = f"a regulation is written to {expected}, not to {found}"
        hint = did_you_mean(suffix, WRITERS)
        raise invalid(code="unknown-format", message=message, hint=hint)
    if schema is None:
        made = WRITERS[suffix](regulation)
    elif suffix in {".yaml", ".yml"}:
        made = dumps(regulation, schema=schema)
    else:
        message = f"only YAML names its schema, not '{suffix}'"
        raise invalid(code="bad-value", message=message)
    atomic.write(path, made.encode() if isinstance(made, str) else made)
