"""Reading an edited Word file against the regulation that it was made from."""

from __future__ import annotations

import os
from typing import IO

from salesreg.edits.comparing import Comparison
from salesreg.edits.files import WordFile, read
from salesreg.edits.found import Edits
from salesreg.edits.written import Written
from salesreg.export import docx
from salesreg.io import files
from salesreg.io.embedding import canonical
from salesreg.io.limits import MOST_BYTES
from salesreg.io.package import refused
from salesreg.model.regulation import Regulation


def read_edits(
    source: str | os.PathLike[str] | bytes | IO[bytes],
    base: Regulation | None = None,
    *,
    style: str | os.PathLike[str] | None = None,
) -> Edits:
    """Return what people changed in a Word file that `to_docx` wrote.

    Values are read where they stand; what cannot be read as a value, and words
    that are of no value, are listed beside the diff. Nothing is guessed.

    Args:
        source: A path, the bytes of a file, or a binary file object.
        base: The regulation that the file was made from; the one that it carries
            when not given.
        style: The style that the file was written in. One that carries its
            regulation says "plain" or "gost" by itself; the file of a company, or
            that of a file that carries nothing, has to be given.

    Raises:
        LoadError: It is no such file, or it was made from another regulation or
            another state of it.
        InvalidValue: No style has the name.
    """
    data, name = _bytes(source)
    file = read(data, name)
    # What a file says is no path to open: only the name of a style counts.
    carried = file.embedded.style if file.embedded else ""
    named = carried if carried in docx.STYLES else "plain"
    old = Written.of(_base(file, base, name), style or named)
    return Comparison.of(file, old).edits()


def _bytes(source: str | os.PathLike[str] | bytes | IO[bytes]) -> tuple[bytes, str]:
    if isinstance(source, bytes):
        return source, "<document>"
    if not isinstance(source, str | os.PathLike):
        return source.read(MOST_BYTES + 1), str(getattr(source, "name", "<document>"))
    name = os.fspath(source)
    return files.read(name), name


def _base(file: WordFile, base: Regulation | None, name: str) -> Regulation:
    if file.embedded is None:
        if base is None:
            message = "carries no regulation to compare with"
            hint = "give the one that it was made from: base=regulation"
            raise refused(name, message, "no-embedding", hint)
        return base
    if base is None:
        return file.embedded.regulation(name)
    if canonical(base) != file.embedded.json:
        message = "was made from another regulation, or from another state of it"
        hint = (
            "read it without base=, and apply the diff to the regulation as it is now"
        )
        raise refused(name, message, "other-base", hint)
    return base
