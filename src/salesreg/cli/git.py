"""A regulation's file as it was in a revision of git."""

from __future__ import annotations

import subprocess
from pathlib import Path

from salesreg._text import did_you_mean
from salesreg.errors import Problem, ProblemGroup, invalid
from salesreg.io.files import READABLE
from salesreg.io.texts import loads
from salesreg.model.regulation import Regulation


def load_at(revision: str, file: Path) -> Regulation:
    """Return the regulation in a file as it was in a revision.

    Args:
        revision: A commit, branch or tag, as `git show` takes it.
        file: The file, which need not be there any more.

    Raises:
        InvalidValue: Git is not there or does not know the revision or the file.
        LoadError: What stood there is no regulation; places name the revision.
    """
    form = READABLE.get(file.suffix.lower())
    if form is None:
        message = f"{file}: a regulation is read from {', '.join(READABLE)}"
        hint = did_you_mean(file.suffix.lower(), READABLE)
        raise invalid("unknown-format", message, hint)
    return loads(_shown(revision, file), form, f"{revision}:{file}")


def _shown(revision: str, file: Path) -> bytes:
    folder = next(above for above in file.absolute().parents if above.is_dir())
    inside = file.absolute().relative_to(folder).as_posix()
    # With "./" git looks from the folder, wherever the top of its tree is.
    object_name = f"{revision}:./{inside}"
    command = ["git", "-C", str(folder), "cat-file", "blob", object_name]
    if revision.startswith("-"):
        message = f"{revision!r} is no revision"
        raise ProblemGroup([Problem("git", message)])
    try:
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603
    except FileNotFoundError:
        message = "git is not installed, and revisions are read with it"
        raise invalid("no-git", message, "compare two files instead") from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        told = said[0].removeprefix("fatal: ") if said else "git failed"
        raise invalid("git", f"{revision}:{file}: {told}")
    return done.stdout
