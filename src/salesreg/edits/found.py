"""What is found in an edited file: changes, comments, and what stays unclear."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from attrs import frozen

from salesreg.compare.changes import Change
from salesreg.compare.diff import Diff
from salesreg.edits.telling import data, told
from salesreg.errors import parts_of
from salesreg.model.regulation import Regulation
from salesreg.paths.keyed import Keys

Part = Literal["body", "header", "footer", "notes"]


@frozen
class TextEdit:
    """A text that was changed in the document.

    Attributes:
        clause: Number of the clause; empty outside of every clause.
        path: JSON Pointer of the value that the text is of; empty for other words.
        old: What stood there; empty when nothing did.
        new: What stands there; empty when nothing does.
        reason: Why it is no change of the regulation, or how it agrees with it.
        part: Where in the file: the body, a header, a footer or the notes.
    """

    clause: str
    path: str
    old: str
    new: str
    reason: str
    part: Part = "body"


@frozen
class Tracked:
    """A tracked change that nobody has accepted or rejected yet.

    Attributes:
        kind: Whether characters were inserted or deleted.
        text: The characters.
        author: Who made it, as the file says.
        date: When, as the file says; None when it does not.
        clause: Number of the clause; empty outside of every clause.
        path: JSON Pointer of the value that it is in; empty for other words.
    """

    kind: Literal["inserted", "deleted"]
    text: str
    author: str
    date: dt.datetime | None
    clause: str
    path: str


@frozen
class Comment:
    """A comment of a reader.

    Attributes:
        author: Who wrote it, as the file says.
        date: When, as the file says; None when it does not.
        text: What it says.
        about: The characters that it is about.
        clause: Number of the clause; empty outside of every clause.
        path: JSON Pointer of the value that it is about; empty for other words.
    """

    author: str
    date: dt.datetime | None
    text: str
    about: str
    clause: str
    path: str


@frozen
class Missing:
    """A place of the document that the file does not have any more.

    Its text may be gone, or stand in the file as ordinary words: then what
    became of the value cannot be told.

    Attributes:
        kind: A value, or the bookmark of a clause.
        clause: Number of the clause.
        path: JSON Pointer of what stood there.
        text: What stood there.
    """

    kind: Literal["value", "clause"]
    clause: str
    path: str
    text: str


@frozen(repr=False)
class Edits:
    """What people changed in a Word file.

    Each character that was changed is in exactly one of `diff`, `unmatched` and
    `agreeing`; characters that were deleted with their controls are in
    `unmatched`, and `missing` names the controls.

    Attributes:
        base: The regulation that the file was made from.
        regulation: The regulation with the changes made.
        diff: What changed, by meaning; tracked changes count as made.
        tracked: The tracked changes that are still open, by whom and when.
        comments: The comments.
        unmatched: Texts that were changed and give no change of the regulation.
        agreeing: Texts that were changed and say what the regulation says: a
            value in other words, or what follows from the diff.
        missing: Controls and bookmarks that are gone.
    """

    base: Regulation
    regulation: Regulation
    diff: Diff
    tracked: tuple[Tracked, ...]
    comments: tuple[Comment, ...]
    unmatched: tuple[TextEdit, ...]
    agreeing: tuple[TextEdit, ...]
    missing: tuple[Missing, ...]

    @property
    def complete(self) -> bool:
        """Whether the diff says all that was changed: nothing unclear is left."""
        return not self.unmatched and not self.missing

    def by(self, change: Change) -> tuple[Tracked, ...]:
        """Return the open tracked changes that a change was made with."""
        keys = Keys(self.base)
        return tuple(
            one
            for one in self.tracked
            if one.path and _inside(keys.keyed(one.path), change.path)
        )

    def to_dict(self) -> dict[str, object]:
        """Return the edits as plain data."""
        return data(self)

    def __str__(self) -> str:
        """Return the edits as text."""
        return told(self)

    def __repr__(self) -> str:
        """Return how much was found of each kind."""
        counts = ", ".join(
            f"{len(found)} {name}"
            for name, found in (
                ("changes", self.diff),
                ("comments", self.comments),
                ("unmatched", self.unmatched),
                ("missing", self.missing),
            )
        )
        return f"Edits({counts})"


def _inside(path: str, above: str) -> bool:
    parts, upper = parts_of(path), parts_of(above)
    return parts[: len(upper)] == upper or upper[: len(parts)] == parts
