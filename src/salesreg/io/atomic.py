"""Files written whole or not at all."""

from __future__ import annotations

import os
import shutil
import uuid
from contextlib import suppress
from pathlib import Path


def write(path: str | os.PathLike[str], data: bytes) -> None:
    """Write a file so that nobody ever sees half of it.

    The bytes go to a new file beside it, which then takes its place in one
    step; until then, and when anything fails, the old file stays as it was. A
    symbolic link stays a link, and a file keeps its permissions.

    Raises:
        OSError: The file cannot be written.
    """
    # The place to replace is what a link points to, not the link.
    target = Path(os.path.realpath(path))
    # A name that nobody else has; opened like any file, so that the system
    # gives a new file the permissions that the user wants for new files.
    beside = target.parent / f".{uuid.uuid4().hex}.tmp"
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, beside)
        beside.replace(target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
