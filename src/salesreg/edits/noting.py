"""What a walk through a part has found so far: each character goes to its owner."""

from __future__ import annotations

from typing import Literal

from salesreg.edits.fields import Fields
from salesreg.edits.owners import Owners
from salesreg.edits.remarks import Remarks
from salesreg.edits.stories import Piece, Story, Token, Track, W
from salesreg.io.markup import Element


class Notes:
    """A story while it is made.

    Attributes:
        story: What is found.
        owners: Whose the characters are.
        fields: The fields that are open.
        remarks: The comments that are open.
        deleted: The deletion that the walk is in.
        inserted: The insertion that it is in.
        link: Relationship of the link that it is in.
        run: The run that it is in.
    """

    def __init__(self, root: Element) -> None:
        """Begin with a part."""
        self.story = Story()
        self.owners = Owners(root)
        self.fields = Fields()
        self.remarks = Remarks(self.story)
        self.deleted: Track | None = None
        self.inserted: Track | None = None
        self.link = ""
        self.run: Element | None = None
        self._words: list[str] = []
        self._broken = ""
        """The value that goes on behind a line break, if anything follows in it."""
        self._latest: Track | None = None
        """The tracked change that the walk has come from, with nothing in between."""

    def finish(self) -> Story:
        """Return the story."""
        self._flush()
        self.remarks.finish()
        return self.story

    def say(self, text: str) -> None:
        """Take characters as the file has them."""
        if self.deleted is not None:
            self.deleted.said.append(text)
        elif not self.fields.holds(text):
            if self.inserted is not None:
                self.inserted.said.append(text)
            self.add(text)

    def add(self, text: str) -> None:
        """Take characters that count."""
        if not text:
            return
        if self.inserted is None:
            self._latest = None
        self.remarks.pass_by(text)
        value = self.owners.value
        if not value:
            self._words.append(text)
            return
        pieces = self.story.values[value]
        if self._broken == value:
            self._broken = ""
            pieces.append(Piece("\n"))
        pieces.append(Piece(text, self.run, self.link))

    def end_line(self) -> None:
        """Take the end of a paragraph."""
        self._latest = None
        value = "" if self.owners.controlled else self.owners.value
        if value and self.story.values[value]:
            self._broken = value
        else:
            self._words.append("\n")

    def track(self, kind: Literal["inserted", "deleted"], change: Element) -> Track:
        """Return the tracked change that begins with an element."""
        author, date = change.get(f"{W}author", ""), change.get(f"{W}date", "")
        made = Track(kind, author, date, self.owners.spot)
        if self._latest is None or not made.joins(self._latest):
            self.story.tracks.append(made)
            self._latest = made
        return self._latest

    def clause(self, name: str) -> None:
        """Begin a clause."""
        self.owners.clause = name
        self._step(Token("clause", name))

    def value(self, name: str) -> None:
        """Begin a value, or go on with it."""
        if name not in self.story.values:
            self.story.values[name] = []
            self._step(Token("value", name))

    def end_value(self) -> None:
        """Leave the bookmark of a value: a line break behind it is no part of it."""
        if self._broken:
            self._broken = ""
            self._words.append("\n")

    def _step(self, token: Token) -> None:
        self._flush()
        self.story.tokens.append(token)

    def _flush(self) -> None:
        if self._words:
            self.story.tokens.append(Token("words", "".join(self._words)))
            self._words = []
