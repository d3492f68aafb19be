"""A regulation's file, or folder, as it was in a revision of git."""

from __future__ import annotations

import io
import os
import subprocess
import tarfile
import tempfile
from pathlib import Path

from attrs import evolve

from salesreg._text import did_you_mean
from salesreg.errors import LoadError, Place, Problem, invalid
from salesreg.io.files import READABLE
from salesreg.io.texts import loads, read, regulation_of
from salesreg.layers.loading import load
from salesreg.layers.reading import is_layer
from salesreg.model.regulation import Regulation


def load_at(revision: str, file: Path) -> Regulation:
    """Return the regulation in a file or a folder as it was in a revision.

    A layer is laid over what it extended in the same revision.

    Args:
        revision: A commit, branch or tag, as `git show` takes it.
        file: The file or folder, which need not be there any more.

    Raises:
        InvalidValue: Git is not there, or does not know the revision or the file.
        LoadError: What stood there is no regulation; places name the revision.
    """
    if revision.startswith("-"):
        raise invalid("git", f"{revision!r} is no revision")
    folder = next(above for above in file.absolute().parents if above.is_dir())
    inside = file.absolute().relative_to(folder).as_posix()
    # With "./" git looks from the folder, wherever the top of its tree is.
    there = f"{revision}:./{inside}"
    name = f"{revision}:{file}"
    if _git(folder, name, "cat-file", "-t", there).strip() == b"tree":
        return _laid(revision, file, folder)
    form = READABLE.get(file.suffix.lower())
    if form is None:
        message = f"{file}: a regulation is read from {', '.join(READABLE)}"
        hint = did_you_mean(file.suffix.lower(), READABLE)
        raise invalid("unknown-format", message, hint)
    data = _git(folder, name, "cat-file", "blob", there)
    if form == "docx":
        return loads(data, form, name)
    origin, source = read(data, form, name)
    if is_layer(source.data):
        return _laid(revision, file, folder)
    return regulation_of(origin, source)


def _laid(revision: str, file: Path, folder: Path) -> Regulation:
    """Return what several files say, all as they were in a revision."""
    name = f"{revision}:{file}"
    top = Path(os.fsdecode(_git(folder, name, "rev-parse", "--show-toplevel")[:-1]))
    files = _git(top, name, "ls-tree", "-r", "-z", "--name-only", revision).split(b"\0")
    known = {Path(os.fsdecode(path)).suffix for path in files}
    # A pattern that matches nothing is an error to git.
    chosen = [f":(glob)**/*{suffix}" for suffix in READABLE if suffix in known]
    packed = _git(top, name, "archive", "--format=tar", revision, "--", *chosen)
    with tempfile.TemporaryDirectory() as made:
        copied = Path(made).resolve()
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            for member in archive:
                held = archive.extractfile(member) if member.isfile() else None
                if held is not None:
                    target = copied / member.name
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(held.read())
        # Nothing beside the copy is read: it would not be of the revision.
        path = copied / file.absolute().relative_to(top)
        try:
            return load(path, root=copied)
        except LoadError as error:
            start = f"{copied}{os.sep}"
            problems = [_told(one, start, f"{revision}:") for one in error.problems]
            raise LoadError(problems) from None


def _told(problem: Problem, start: str, instead: str) -> Problem:
    """Return a problem that names files in the revision, not in the copy."""
    place = problem.place
    if place is not None:
        place = Place(place.file.replace(start, instead), place.line, place.column)
    return evolve(problem, message=problem.message.replace(start, instead), place=place)


def _git(folder: Path, name: str, *arguments: str) -> bytes:
    command = ["git", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603
    except FileNotFoundError:
        message = "git is not installed, and revisions are read with it"
        raise invalid("no-git", message, "compare two files instead") from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        told = said[0].removeprefix("fatal: ") if said else "git failed"
        raise invalid("git", f"{name}: {told}")
    return done.stdout
