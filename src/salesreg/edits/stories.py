"""The text of a Word file as tokens: words, clauses, and values by their names.

A file that was written here and the same file after people, Word or LibreOffice
had it give the same tokens wherever nobody changed a character. Tracked changes
count as made; who made them is kept beside.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from attrs import define, field, frozen

from salesreg.io.markup import Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = frozenset({"0", "false", "off", "none"})


class Piece(NamedTuple):
    r"""Characters of a value that look alike.

    Attributes:
        text: The characters; a line break is "\n", a new paragraph too.
        run: The run that they are of, which says how they look.
        link: Relationship of the link that they are in; empty outside of any.
    """

    text: str
    run: Element | None = None
    link: str = ""

    @property
    def bold(self) -> bool:
        """Whether they are bold by themselves, apart from their style."""
        return self._is("b")

    @property
    def italic(self) -> bool:
        """Whether they are italic by themselves, apart from their style."""
        return self._is("i")

    @property
    def code(self) -> bool:
        """Whether they are literal characters."""
        style = None if self.run is None else self.run.find(f"{W}rPr/{W}rStyle")
        return style is not None and style.get(f"{W}val") == "InlineCode"

    def _is(self, name: str) -> bool:
        found = None if self.run is None else self.run.find(f"{W}rPr/{W}{name}")
        return found is not None and found.get(f"{W}val", "") not in _OFF


class Token(NamedTuple):
    """A step of the text.

    Attributes:
        kind: Words outside of values; the start of a clause; a value.
        said: The words, or the name.
    """

    kind: Literal["words", "clause", "value"]
    said: str


@frozen
class Spot:
    """Where in the text something stands.

    Attributes:
        clause: Name of the clause.
        value: Name of the value; empty outside of any.
    """

    clause: str = ""
    value: str = ""


@define
class Track:
    """A tracked change that nobody has accepted or rejected yet.

    Attributes:
        kind: Whether characters were inserted or deleted.
        author: Who made it.
        date: When, as the file writes it.
        spot: Where it begins.
        said: The characters, piece by piece.
    """

    kind: Literal["inserted", "deleted"]
    author: str
    date: str
    spot: Spot
    said: list[str] = field(factory=list[str])

    @property
    def text(self) -> str:
        """The characters."""
        return "".join(self.said)

    def joins(self, other: Track) -> bool:
        """Whether both are one change: one stroke of the keyboard makes several."""
        ours = self.kind, self.author, self.date, self.spot
        return ours == (other.kind, other.author, other.date, other.spot)


@define
class Remark:
    """Where a comment stands, and what it is about.

    Attributes:
        spot: Where it begins.
        text: The characters that it is about.
    """

    spot: Spot
    text: str = ""


@define
class Story:
    """The text of one part of a file.

    Attributes:
        tokens: Its steps, in order.
        values: The characters of each value, by name.
        tracks: Tracked changes, in order.
        remarks: Where comments stand, by their id.
    """

    tokens: list[Token] = field(factory=list[Token])
    values: dict[str, list[Piece]] = field(factory=dict[str, list[Piece]])
    tracks: list[Track] = field(factory=list[Track])
    remarks: dict[str, Remark] = field(factory=dict[str, Remark])

    def text(self, name: str) -> str:
        """Return the characters of a value."""
        return "".join([piece.text for piece in self.values[name]])

    def lines(self) -> list[str]:
        """Return its lines."""
        said = [
            self.text(token.said) if token.kind == "value" else token.said
            for token in self.tokens
            if token.kind != "clause"
        ]
        return "".join(said).split("\n")
