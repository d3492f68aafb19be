"""Packages (ZIP files of Office) from strangers: limits first, reading after.

A file of a few kilobytes can unpack to gigabytes, name a member twice so that two
programs see two documents, or be no package at all. Nothing is unpacked before
what its directory says has been held against the limits, nothing that a package
points to outside itself is ever opened, and what is wrong is a `LoadError`.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator

from attrs import frozen

from salesreg.errors import LoadError, Problem
from salesreg.io.limits import (
    HIGHEST_RATIO,
    MOST_BYTES,
    MOST_MEMBERS,
    MOST_PART,
    MOST_UNPACKED,
)

SIGNATURE = b"PK\x03\x04"
"""What a ZIP file begins with."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LEAST = 1_000_000
"""Members below this size need no look at their ratio."""
_UNSAFE = re.compile(r"^[/\\]|^[A-Za-z]:|\\|(?:^|/)\.\.(?:/|$)|[\x00-\x1f]")
_READ = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)
"""What `zipfile` raises on members that are broken, encrypted or of other kinds."""


@frozen
class Package:
    """A package that keeps the limits.

    Attributes:
        name: Name of the file, for messages.
    """

    name: str
    _archive: zipfile.ZipFile

    def __contains__(self, member: object) -> bool:
        """Tell whether there is a member of a name."""
        return member in self._archive.NameToInfo

    def __iter__(self) -> Iterator[str]:
        """Yield the names of the members, in their order."""
        return iter(self._archive.namelist())

    def read(self, member: str) -> bytes:
        """Return the bytes of a member.

        Raises:
            LoadError: There is none, it is too large, or it cannot be unpacked.
        """
        if member not in self:
            raise broken(self.name, f"has no part {member!r}")
        size = self._archive.getinfo(member).file_size
        if size > MOST_PART:
            message = (
                f"the part {member!r} is too large: at most "
                f"{MOST_PART // 1_000_000} MB are read"
            )
            raise refused(self.name, message, "too-large")
        try:
            # The size is what the directory says; more than that is never read.
            return self._archive.read(member)
        except (*_READ, OSError, ValueError) as error:
            message = f"the part {member!r} cannot be unpacked: {error}"
            raise broken(self.name, message) from None


def opened(data: bytes, name: str) -> Package:
    """Return the package that some bytes are.

    Args:
        data: The bytes of the file.
        name: Name of the file, for messages.

    Raises:
        LoadError: They are no package, or one that breaks a limit.
    """
    if len(data) > MOST_BYTES:
        message = f"is too large: at most {MOST_BYTES // 1_000_000} MB are read"
        raise refused(name, message, "too-large")
    if not data.startswith(SIGNATURE):
        raise _no_package(data, name)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (*_READ, OSError, ValueError, OverflowError) as error:
        message = f"is a broken ZIP file: {error}"
        raise broken(name, message) from None
    _held(archive.infolist(), len(data), name)
    return Package(name, archive)


def _held(members: list[zipfile.ZipInfo], size: int, name: str) -> None:
    """Hold what the directory says against the limits."""
    if len(members) > MOST_MEMBERS:
        message = f"has {len(members):,} parts; at most {MOST_MEMBERS:,} are read"
        raise refused(name, message, "too-large")
    if sum(member.file_size for member in members) > MOST_UNPACKED:
        message = f"unpacks to more than {MOST_UNPACKED // 1_000_000} MB"
        raise refused(name, message, "too-large")
    if sum(member.compress_size for member in members) > size:
        raise broken(name, "has parts that lie in one another")
    # Word does not tell names apart by their case.
    seen: Counter[str] = Counter(member.filename.casefold() for member in members)
    problems = [problem for one in members for problem in _wrong(one, seen, name)]
    if problems:
        raise LoadError(problems[:_MOST_PROBLEMS])


def _wrong(member: zipfile.ZipInfo, seen: Counter[str], name: str) -> Iterator[Problem]:
    shown = repr(member.filename[:80])
    if seen[member.filename.casefold()] > 1:
        yield _problem(name, f"has the part {shown} more than once")
    if _UNSAFE.search(member.filename):
        yield _problem(name, f"has a part with an absolute or unsafe name: {shown}")
    if member.flag_bits & 1:
        message, hint = f"the part {shown} is encrypted", "save it without a password"
        yield _problem(name, message, hint=hint)
    if member.file_size > max(_LEAST, member.compress_size * HIGHEST_RATIO):
        message = (
            f"the part {shown} unpacks to more than {HIGHEST_RATIO} times its size"
        )
        yield _problem(name, message, "too-large")


_MOST_PROBLEMS = 20


def _no_package(data: bytes, name: str) -> LoadError:
    hint = "save it as a Word document (.docx)"
    if not data:
        return refused(name, "is empty", "empty")
    if data.startswith(_OLE):
        # Its streams are named in UTF-16; a .docx with a password is one of them.
        locked = "EncryptedPackage".encode("utf-16-le") in data
        if locked:
            message, hint = "is encrypted with a password", "save it without one"
        else:
            message = "is a file of the old Word format (.doc)"
    elif data.startswith(b"{\\rtf"):
        message = "is an RTF file"
    elif data.lstrip()[:1] == b"<":
        message = "is an XML or HTML file, not a package"
    elif data.startswith(b"PK"):
        return broken(name, "is a broken ZIP file: it does not begin with a part")
    else:
        message = "is not a Word document: it is no ZIP file"
    return refused(name, message, "not-a-document", hint)


def refused(
    name: str, message: str, code: str = "bad-package", hint: str | None = None
) -> LoadError:
    """Return the error of a file that is not read."""
    return LoadError([_problem(name, message, code, hint)])


def broken(name: str, message: str) -> LoadError:
    """Return the error of a file that is damaged."""
    hint = "open it in Word, which may repair it, and save it again"
    return refused(name, message, hint=hint)


def _problem(
    name: str, message: str, code: str = "bad-package", hint: str | None = None
) -> Problem:
    return Problem(code, f"{name}: {message}", hint=hint)
