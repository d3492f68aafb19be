"""Reading an edited Word file against the regulation that it was made from."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import zip_longest
from typing import IO, Self

from attrs import define, field, frozen

from salesreg.compare.diff import diff
from salesreg.document.blocks import Document, Section
from salesreg.document.content import places_of
from salesreg.document.context import Context, context_of
from salesreg.edits.aligning import Alignment, Gap, differences, trimmed
from salesreg.edits.files import WordFile, composed, moment, read
from salesreg.edits.found import Comment, Edits, Missing, Part, TextEdit, Tracked
from salesreg.edits.stories import Remark, Spot, Story
from salesreg.edits.values import Changed, Listener, Named, changed, names_of, put_each
from salesreg.export import docx
from salesreg.export.docx.places import bookmark_name
from salesreg.io import files
from salesreg.io.embedding import canonical
from salesreg.io.limits import MOST_BYTES
from salesreg.io.package import refused
from salesreg.model.regulation import Regulation

NO_VALUE = "these words are of no value of the regulation"
FOLLOWS = "it follows from another change"
MARGINS: tuple[Part, ...] = ("header", "footer", "notes")
SAME = "it says the same value"


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
    old = _Written.of(_base(file, base, name), style or named)
    align = Alignment.of(old.file.body, file.body)
    return _Reading(file, old, names_of(old.document), align).edits()


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


@frozen
class _Written:
    """A regulation as its file says it.

    Attributes:
        regulation: The regulation.
        style: The style of the file.
        context: Its keys, its numbers and its language.
        document: Its document.
        file: What is read of the file that is written of it.
    """

    regulation: Regulation
    style: str | os.PathLike[str]
    context: Context
    document: Document
    file: WordFile

    @classmethod
    def of(cls, regulation: Regulation, style: str | os.PathLike[str]) -> Self:
        """Write a regulation and read the file."""
        document = regulation.document
        look = docx.look_of(style, document)
        file = composed(docx.composed(document, look, values="controls"))
        return cls(regulation, style, context_of(regulation), document, file)


@define
class _Reading:
    """One file against one regulation."""

    file: WordFile
    old: _Written
    names: Mapping[str, Named]
    align: Alignment
    unmatched: list[TextEdit] = field(factory=list[TextEdit])
    agreeing: list[TextEdit] = field(factory=list[TextEdit])

    def edits(self) -> Edits:
        base, before, after = self.old.regulation, self.old.file, self.file
        edited = list(changed(self.names, before.body, after.body))
        gaps = [
            gap
            for gap in self.align.gaps(before.body, after.body)
            if gap.old != gap.new
        ]
        made, now = self._heard(edited, edited, self.old), self.old
        unclear = gaps or any(one.reason for one in edited)
        if made != base and (unclear or _margins(before) != _margins(after)):
            # What is no value may follow from a value that was changed.
            now = _Written.of(made, self.old.style)
            dumb = [one for one in edited if one.reason]
            made = self._heard(dumb, edited, now)
            now = now if made == now.regulation else _Written.of(made, self.old.style)
        for one in edited:
            self._value(one, now)
        self._words(gaps, now)
        self._in_margins(now)
        return Edits(
            base,
            made,
            diff(base, made),
            tuple(self._tracked()),
            tuple(self._comments()),
            tuple(self.unmatched),
            tuple(self.agreeing),
            tuple(self._missing()),
        )

    # --- values ----------------------------------------------------------------

    def _heard(
        self, some: list[Changed], edited: list[Changed], known: _Written
    ) -> Regulation:
        """Hear some values by what is known, and put in all that were heard."""
        listener = Listener(
            self.old.regulation,
            known.context,
            self.old.document,
            self.names,
            self.file.body,
            self.file.links,
        )
        for one in some:
            listener.hear(one)
        return put_each(self.old.regulation, edited)

    def _value(self, one: Changed, now: _Written) -> None:
        """List what was changed of a value, unless the diff says it."""
        held = self.old.regulation.at(one.pointer)
        if not one.reason and one.value != held:
            return
        clause = self._number(one.pointer)
        for name in one.names:
            before, after = self.old.file.body.text(name), self.file.body.text(name)
            follows = name in now.file.body.values and after == now.file.body.text(name)
            if not one.reason or follows:
                reason = FOLLOWS if one.reason else SAME
                edit = TextEdit(clause, one.pointer, before, after, reason)
                self.agreeing.append(edit)
            else:
                edit = TextEdit(clause, one.pointer, before, after, one.reason)
                self.unmatched.append(edit)

    # --- other words -----------------------------------------------------------

    def _words(self, gaps: list[Gap], now: _Written) -> None:
        """List what was changed of the words between names."""
        if not gaps:
            return
        said_now = self.align.words(now.file.body, self.align.known)
        for gap in gaps:
            _, words = said_now.get(gap.left, ("", ""))
            said = frozenset(words.split("\n"))
            clause = self._clauses.get(gap.clause, "")
            for before, after in differences(gap.old, gap.new):
                follows = after in said and before not in said
                self._list(before, after, clause, "body", follows=follows)

    def _in_margins(self, now: _Written) -> None:
        """List what was changed in headers, footers and notes."""
        before, after, known = map(_margins, (self.old.file, self.file, now.file))
        for part in MARGINS:
            gone = list((before[part] - after[part]).elements())
            come = list((after[part] - before[part]).elements())
            for old, new in zip_longest(gone, come, fillvalue=""):
                self._list(old, new, "", part, follows=new in known[part])

    def _list(
        self, old: str, new: str, clause: str, part: Part, *, follows: bool
    ) -> None:
        if follows:
            self.agreeing.append(TextEdit(clause, "", old, new, FOLLOWS, part))
        else:
            edit = TextEdit(clause, "", *trimmed(old, new), NO_VALUE, part)
            self.unmatched.append(edit)

    # --- people ----------------------------------------------------------------

    def _tracked(self) -> Iterator[Tracked]:
        for story in (self.file.body, *self._stories()):
            for track in story.tracks:
                if track.text:
                    date, place = moment(track.date), self._place(track.spot)
                    yield Tracked(track.kind, track.text, track.author, date, *place)

    def _stories(self) -> Iterator[Story]:
        for part in self.file.margins.values():
            yield from part

    def _comments(self) -> Iterator[Comment]:
        remarks = dict(self.file.body.remarks)
        for story in self._stories():
            remarks |= story.remarks
        for number, said in self.file.comments.items():
            remark = remarks.get(number, Remark(Spot(), 0))
            place = self._place(remark.spot)
            yield Comment(said.author, said.date, said.text, remark.text, *place)

    def _missing(self) -> Iterator[Missing]:
        clause = ""
        for token in self.old.file.body.tokens:
            if token.kind == "clause":
                clause = self._clauses.get(token.said, "")
            if token.kind == "words" or token.said in self.align.known:
                continue
            if token.kind == "clause":
                yield Missing("clause", clause, self._pointers[token.said], "")
            else:
                pointer = self.names[token.said].pointer
                text = self.old.file.body.text(token.said)
                yield Missing("value", self._number(pointer), pointer, text)

    # --- places ----------------------------------------------------------------

    def _place(self, spot: Spot) -> tuple[str, str]:
        """The clause and the pointer of a spot."""
        if spot.value in self.names:
            pointer = self.names[spot.value].pointer
            return self._number(pointer), pointer
        return self._clauses.get(spot.clause, ""), ""

    def _number(self, pointer: str) -> str:
        entry = self.old.context.outline.find(pointer)
        return entry.number if entry else ""

    @cached_property
    def _clauses(self) -> Mapping[str, str]:
        """The number, or the mark, of each clause by the name of its bookmark."""
        return {
            bookmark_name(place.anchor): place.number
            or (place.mark if isinstance(place, Section) else "")
            for place in places_of(self.old.document)
        }

    @cached_property
    def _pointers(self) -> Mapping[str, str]:
        """The JSON Pointer of each clause by the name of its bookmark."""
        return {
            bookmark_name(place.anchor): place.pointer
            for place in places_of(self.old.document)
        }


def _margins(file: WordFile) -> Mapping[str, Counter[str]]:
    """The lines of headers, footers and notes; the same one may stand in several."""
    return {
        part: Counter(
            {
                line: 1
                for story in stories
                for line in "".join(
                    [
                        story.text(token.said) if token.kind == "value" else token.said
                        for token in story.tokens
                        if token.kind != "clause"
                    ]
                ).split("\n")
                if line
            }
        )
        for part, stories in file.margins.items()
    }
