"""A regulation, or a document made of it, into a file: the suffix says the format.

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
from salesreg.model.outputs import Written
from salesreg.model.regulation import Regulation

DATA: Mapping[str, Callable[[Regulation], str]] = MappingProxyType(
    {".yaml": dumps, ".yml": dumps, ".json": Regulation.to_json}
)
"""What writes a regulation so that it can be read again, by suffix."""

DOCUMENTS: Mapping[str, Callable[[Written], str | bytes]] = MappingProxyType(
    {
        ".md": Written.to_markdown,
        ".html": Written.to_html,
        ".docx": lambda written: written.to_docx(),
    }
)
"""What writes a document, by the suffix of the file."""


def dump(
    regulation: Written,
    path: str | os.PathLike[str],
    *,
    schema: str | None = None,
    style: str | os.PathLike[str] | None = None,
) -> None:
    """Write a regulation, or a document made of it, to a file.

    The file is written whole or not at all: when anything fails, the file
    that was there stays as it was.

    Args:
        regulation: The regulation, or another document: what `for_role` gave, its
            memo and its sheet to sign, what `with_differences` gave, an impact.
        path: Where to: .yaml, .yml, .json, .md, .html or .docx; its suffix says
            the format. All but the regulation itself is .md, .html or .docx.
        schema: Where an editor finds the JSON Schema, for the first line of a
            YAML file.
        style: How a Word file looks; see `to_docx`.

    Raises:
        InvalidValue: The suffix says no format, or one that names no schema or
            has no style; or no style has the name.
        OSError: The file cannot be written.
    """
    suffix = Path(path).suffix.lower()
    whole = isinstance(regulation, Regulation)
    known = [*DATA, *DOCUMENTS] if whole else [*DOCUMENTS]
    if suffix not in known:
        found = f"'{suffix}'" if suffix else "a file without a suffix"
        what = "a regulation" if whole else "a document"
        message = f"{what} is written to {', '.join(known)}, not to {found}"
        hint = did_you_mean(suffix, known)
        raise invalid(code="unknown-format", message=message, hint=hint)
    if schema is not None and suffix not in {".yaml", ".yml"}:
        message = f"only YAML names its schema, not '{suffix}'"
        raise invalid(code="bad-value", message=message)
    if style is not None and suffix != ".docx":
        message = f"only a Word file has a style, not '{suffix}'"
        raise invalid(code="bad-value", message=message)
    if style is not None:
        made: str | bytes = regulation.to_docx(style=style)
    elif not isinstance(regulation, Regulation) or suffix in DOCUMENTS:
        made = DOCUMENTS[suffix](regulation)
    elif schema is not None:
        made = dumps(regulation, schema=schema)
    else:
        made = DATA[suffix](regulation)
    atomic.write(path, made.encode() if isinstance(made, str) else made)
