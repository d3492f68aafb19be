"""The text of a Word file as tokens: words, clauses, and values by their names.

A file that was written here and the same file after people, Word or LibreOffice
had it give the same tokens wherever nobody changed a character. Tracked changes
count as made; who made them is kept beside.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final, Literal, NamedTuple

from attrs import define, field, frozen

from salesreg.io.markup import Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH_TEXT: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"

_VALUE, _CLAUSE = re.compile(r"sv_[0-9a-f]{16}"), re.compile(r"sr_[0-9a-f]{16}")
_PAGES = re.compile(r"\s*(?:PAGE|NUMPAGES|PAGEREF|SECTIONPAGES)\b")
_COUNTED = re.compile(r"[0-9ivxlcdmIVXLCDM\s-]*")
"""What a field that counts pages may show: the program's own work."""
MOST_ABOUT = 2_000
"""So many characters are told of what a comment is about."""
_BOOKMARK, _NAME, _ID = f"{W}bookmarkStart", f"{W}name", f"{W}id"
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
    """A tracked change that nobody has accepted or rejected yet."""

    kind: Literal["inserted", "deleted"]
    author: str
    date: str
    spot: Spot
    text: str = ""


@define
class Remark:
    """Where a comment stands, and what it is about.

    Attributes:
        spot: Where it begins.
        start: How many characters stand before it.
        text: The characters that it is about.
    """

    spot: Spot
    start: int
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


def story(root: Element) -> Story:
    """Return the text of a part: of the body, of a header, of notes."""
    return _Reader(root).read()


class _Field:
    """A field that is being read: its instruction, then its result."""

    __slots__ = ("instruction", "result")

    def __init__(self) -> None:
        self.instruction = ""
        self.result: str | None = None


class _Reader:
    """Walks one part once."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._story = Story()
        self._words: list[str] = []
        self._clause = ""
        self._control: list[str] = []
        self._bookmarks: dict[str, str] = {}
        self._deleted: Track | None = None
        self._inserted: Track | None = None
        self._fields: list[_Field] = []
        self._links: list[str] = []
        self._look: Element | None = None
        self._open: set[str] = set()
        self._new_line = ""
        self._said: list[str] = []
        self._length = 0
        self._open_remarks: dict[str, Remark] = {}
        self._ended: list[tuple[Remark, int]] = []
        visits: Mapping[str, Callable[[Element], None]] = {
            **dict.fromkeys(_SKIPPED, self._skip),
            f"{W}p": self._paragraph,
            f"{W}r": self._run,
            f"{W}tr": self._row,
            f"{W}ins": self._insertion,
            f"{W}moveTo": self._insertion,
            f"{W}del": self._deletion,
            f"{W}moveFrom": self._deletion,
            f"{W}hyperlink": self._link,
            f"{W}fldSimple": self._simple_field,
            f"{W}sdt": self._control_of,
            f"{W}bookmarkStart": self._bookmark,
            f"{W}bookmarkEnd": self._end_bookmark,
            f"{W}commentRangeStart": self._comment_starts,
            f"{W}commentRangeEnd": self._comment_ends,
            f"{W}commentReference": self._comment,
            f"{W}fldChar": self._field,
            f"{W}br": self._break,
            f"{W}sym": self._symbol,
            f"{W}delText": self._gone,
            f"{W}instrText": self._instruction,
            f"{_MC}AlternateContent": self._alternatives,
            _MATH_TEXT: self._formula,
        }
        self._visits = visits
        """What each element means; any other is looked through."""
        ends = {end.get(f"{W}id") for end in root.iter(f"{W}bookmarkEnd")}
        self._marked: dict[str, str] = {}
        for start in root.iter(_BOOKMARK):
            name, number = start.get(_NAME, ""), start.get(_ID, "")
            if number in ends and _VALUE.fullmatch(name):
                self._marked.setdefault(name, number)

    def read(self) -> Story:
        self._below(self._root)
        self._flush()
        whole = "".join(self._said) if self._ended else ""
        for remark, end in self._ended:
            remark.text = whole[remark.start : min(end, remark.start + MOST_ABOUT)]
        return self._story

    # --- walking ---------------------------------------------------------------

    def _below(self, element: Element) -> None:
        for child in element:
            visit = self._visits.get(child.tag)
            if visit is None:
                self._below(child)
            else:
                visit(child)

    def _skip(self, element: Element) -> None:
        pass

    def _paragraph(self, element: Element) -> None:
        # A comment may begin before the bookmark of the clause that it is about.
        for start in element.iter(_BOOKMARK):
            if (name := start.get(_NAME, "")).startswith("sr_"):
                self._clause = name if _CLAUSE.fullmatch(name) else self._clause
                break
        self._below(element)
        if self._deleted is None and not _joins_next(element):
            self._end_line()

    def _row(self, element: Element) -> None:
        outer = self._deleted, self._inserted
        properties = element.find(f"{W}trPr")
        if properties is not None:
            for change in properties:
                if change.tag == f"{W}del":
                    self._deleted = self._track("deleted", change)
                elif change.tag == f"{W}ins":
                    self._inserted = self._track("inserted", change)
        self._below(element)
        self._deleted, self._inserted = outer

    def _insertion(self, element: Element) -> None:
        outer, self._inserted = self._inserted, self._track("inserted", element)
        self._below(element)
        self._inserted = outer

    def _deletion(self, element: Element) -> None:
        outer, self._deleted = self._deleted, self._track("deleted", element)
        self._below(element)
        self._deleted = outer

    def _track(self, kind: Literal["inserted", "deleted"], element: Element) -> Track:
        author, date = element.get(f"{W}author", ""), element.get(f"{W}date", "")
        spot = self._spot()
        last = self._story.tracks[-1] if self._story.tracks else None
        made = Track(kind, author, date, spot)
        # One stroke of the keyboard often makes several changes side by side.
        if last and (last.kind, last.author, last.date, last.spot) == (
            kind,
            author,
            date,
            spot,
        ):
            return last
        self._story.tracks.append(made)
        return made

    def _alternatives(self, element: Element) -> None:
        """The first of the forms of a drawing: the others say the same again."""
        first = element.find(f"{_MC}Choice")
        if first is None:
            first = element.find(f"{_MC}Fallback")
        if first is not None:
            self._below(first)

    def _link(self, element: Element) -> None:
        outer = self._links[-1] if self._links else ""
        self._links.append(element.get(f"{_R}id", "") or outer)
        self._below(element)
        self._links.pop()

    def _simple_field(self, element: Element) -> None:
        made = _Field()
        made.instruction, made.result = element.get(f"{W}instr", ""), ""
        self._fields.append(made)
        self._below(element)
        self._end_field()

    # --- names -----------------------------------------------------------------

    def _control_of(self, element: Element) -> None:
        name, content, empty = "", None, False
        for child in element:
            if child.tag == f"{W}sdtContent":
                content = child
            elif child.tag == f"{W}sdtPr":
                for inner in child:
                    if inner.tag == f"{W}tag":
                        name = inner.get(f"{W}val", "")
                    elif inner.tag == f"{W}showingPlcHdr":
                        empty = True
        # A copied control has the same tag: the one in its bookmark is the value.
        taken = name in self._story.values or name in self._marked
        counts = bool(_VALUE.fullmatch(name)) and (name in self._open or not taken)
        if counts:
            self._start(name)
            self._control.append(name)
        if content is not None and not empty:
            self._below(content)
        if counts:
            self._control.pop()

    def _bookmark(self, element: Element) -> None:
        name, number = element.get(_NAME, ""), element.get(_ID, "")
        if name.startswith("sr_"):
            if not _CLAUSE.fullmatch(name):
                return
            self._clause = name
            self._flush()
            self._story.tokens.append(Token("clause", name))
        elif self._marked.get(name) == number and name not in self._open:
            self._bookmarks[number] = name
            self._open.add(name)
            self._start(name)

    def _end_bookmark(self, element: Element) -> None:
        name = self._bookmarks.pop(element.get(f"{W}id", ""), None)
        if name is not None:
            self._open.discard(name)
            if self._new_line:
                self._new_line = ""
                self._words.append("\n")

    def _start(self, name: str) -> None:
        if name not in self._story.values:
            self._flush()
            self._story.values[name] = []
            self._story.tokens.append(Token("value", name))

    def _owner(self) -> str:
        if self._control:
            return self._control[-1]
        return next(reversed(self._bookmarks.values()), "") if self._bookmarks else ""

    def _spot(self) -> Spot:
        return Spot(self._clause, self._owner())

    # --- characters ------------------------------------------------------------

    def _run(self, element: Element) -> None:
        outer, self._look = self._look, element
        for child in element:
            if child.tag == _T:
                self._say(child.text or "")
            elif child.tag in _CHARACTERS:
                self._say(_CHARACTERS[child.tag])
            elif (visit := self._visits.get(child.tag)) is not None:
                visit(child)
            else:
                self._below(child)
        self._look = outer

    def _break(self, element: Element) -> None:
        if element.get(f"{W}type") not in {"page", "column"}:
            self._say("\n")

    def _symbol(self, element: Element) -> None:
        code = element.get(f"{W}char", "")
        self._say(chr(int(code, 16)) if _SYMBOL.fullmatch(code) else "\ufffc")

    def _gone(self, element: Element) -> None:
        if self._deleted is not None:
            self._deleted.text += element.text or ""

    def _instruction(self, element: Element) -> None:
        if self._fields and self._fields[-1].result is None:
            self._fields[-1].instruction += element.text or ""

    def _formula(self, element: Element) -> None:
        self._say(element.text or "")

    def _field(self, element: Element) -> None:
        match element.get(f"{W}fldCharType"):
            case "begin":
                self._fields.append(_Field())
            case "separate" if self._fields:
                self._fields[-1].result = ""
            case "end" if self._fields:
                self._end_field()
            case _:
                pass

    def _end_field(self) -> None:
        done = self._fields.pop()
        if not _PAGES.match(done.instruction):
            return
        # What counts pages is filled in by each program; words there are a person's.
        if done.result and not _COUNTED.fullmatch(done.result):
            self._add(done.result)

    def _say(self, text: str) -> None:
        if not text:
            return
        if self._deleted is not None:
            self._deleted.text += text
            return
        if self._fields:
            last = self._fields[-1]
            if last.result is not None and _PAGES.match(last.instruction):
                last.result += text
                return
        if self._inserted is not None:
            self._inserted.text += text
        self._add(text)

    def _add(self, text: str) -> None:
        self._said.append(text)
        self._length += len(text)
        owner = self._owner()
        if not owner:
            self._words.append(text)
            return
        pieces = self._story.values[owner]
        if self._new_line == owner:
            self._new_line = ""
            pieces.append(Piece("\n"))
        link = self._links[-1] if self._links else ""
        pieces.append(Piece(text, self._look, link))

    def _end_line(self) -> None:
        owner = self._owner()
        if owner and not self._control and self._story.values.get(owner):
            # A value that goes on in the next paragraph has a line break.
            self._new_line = owner
        else:
            self._words.append("\n")

    def _flush(self) -> None:
        if self._words:
            self._story.tokens.append(Token("words", "".join(self._words)))
            self._words = []

    # --- comments --------------------------------------------------------------

    def _comment_starts(self, element: Element) -> None:
        number = element.get(f"{W}id", "")
        remark = Remark(self._spot(), self._length)
        self._open_remarks[number] = self._story.remarks.setdefault(number, remark)

    def _comment_ends(self, element: Element) -> None:
        remark = self._open_remarks.pop(element.get(f"{W}id", ""), None)
        if remark is not None:
            self._ended.append((remark, self._length))

    def _comment(self, element: Element) -> None:
        number = element.get(f"{W}id", "")
        remark = Remark(self._spot(), self._length)
        self._story.remarks.setdefault(number, remark)


def _joins_next(paragraph: Element) -> bool:
    """Whether the mark of a paragraph is deleted, so that the next one runs on."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        return False
    look = properties.find(f"{W}rPr")
    return look is not None and look.find(f"{W}del") is not None


_SYMBOL = re.compile("(?![dD][89a-fA-F])(?!0[01])[0-9A-Fa-f]{4}")
_T: Final = f"{W}t"
_CHARACTERS: Mapping[str, str] = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}
_SKIPPED = tuple(
    W + name
    for name in (
        *("pPr", "rPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr"),
        *("sdtEndPr", "delInstrText", "proofErr"),
    )
)
