"""An edited file beside the one that was written: what was changed, list by list."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import Self

from attrs import define, field

from salesreg.compare.diff import diff
from salesreg.edits.aligning import Alignment, Gap, differences, trimmed
from salesreg.edits.files import WordFile, moment
from salesreg.edits.found import Comment, Edits, Missing, Part, TextEdit, Tracked
from salesreg.edits.places import Places
from salesreg.edits.putting import put_each
from salesreg.edits.stories import Remark, Spot
from salesreg.edits.values import Changed, Listener, changed
from salesreg.edits.written import Written
from salesreg.model.regulation import Regulation

NO_VALUE = "these words are of no value of the regulation"
FOLLOWS = "it follows from another change"
SAME = "it says the same value"


@define
class Comparison:
    """One file against the regulation that it was made from.

    Attributes:
        file: The edited file.
        old: The regulation, as it was written.
        places: Where its names stand.
        align: Which names both have in one order.
        unmatched: Texts that give no change of the regulation, as found so far.
        agreeing: Texts that say what it says.
    """

    file: WordFile
    old: Written
    places: Places
    align: Alignment
    unmatched: list[TextEdit] = field(factory=list[TextEdit])
    agreeing: list[TextEdit] = field(factory=list[TextEdit])

    @classmethod
    def of(cls, file: WordFile, old: Written) -> Self:
        """Lay a file beside what was written."""
        return cls(file, old, Places(old), Alignment.of(old.file.body, file.body))

    def edits(self) -> Edits:
        """Return what was changed."""
        base, before, after = self.old.regulation, self.old.file, self.file
        edited = list(changed(self.places.names, before.body, after.body))
        gaps = [
            gap
            for gap in self.align.gaps(before.body, after.body)
            if gap.old != gap.new
        ]
        made, now = self._heard(edited, edited, self.old), self.old
        unclear = gaps or any(one.reason for one in edited)
        if made != base and (unclear or before.margin_lines() != after.margin_lines()):
            # What is no value may follow from a value that was changed.
            now = Written.of(made, self.old.style)
            dumb = [one for one in edited if one.reason]
            made = self._heard(dumb, edited, now)
            now = now if made == now.regulation else Written.of(made, self.old.style)
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
        self, some: list[Changed], edited: list[Changed], known: Written
    ) -> Regulation:
        """Hear some values by what is known, and put in all that were heard."""
        listener = Listener(
            self.old.regulation,
            known.context,
            self.old.document,
            self.places.names,
            self.file.body,
            self.file.links,
        )
        for one in some:
            listener.hear(one)
        return put_each(self.old.regulation, edited)

    def _value(self, one: Changed, now: Written) -> None:
        """List what was changed of a value, unless the diff says it."""
        if not one.reason and one.value != one.held:
            return
        clause, said_now = self.places.number(one.pointer), now.file.body
        for name in one.names:
            before, after = self.old.file.body.text(name), self.file.body.text(name)
            follows = name in said_now.values and after == said_now.text(name)
            if one.reason and not follows:
                listed, reason = self.unmatched, one.reason
            else:
                listed, reason = self.agreeing, FOLLOWS if one.reason else SAME
            listed.append(TextEdit(clause, one.pointer, before, after, reason))

    # --- other words -----------------------------------------------------------

    def _words(self, gaps: list[Gap], now: Written) -> None:
        """List what was changed of the words between names."""
        if not gaps:
            return
        said_now = self.align.words(now.file.body, self.align.known)
        for gap in gaps:
            _, words = said_now.get(gap.left, ("", ""))
            said = frozenset(words.split("\n"))
            clause = self.places.clause(gap.clause)
            for before, after in differences(gap.old, gap.new):
                follows = after in said and before not in said
                self._list(before, after, clause, "body", follows=follows)

    def _in_margins(self, now: Written) -> None:
        """List what was changed in headers, footers and notes."""
        before, after, known = (
            one.margin_lines() for one in (self.old.file, self.file, now.file)
        )
        for part in before:
            gone = list((before[part] - after[part]).elements())
            come = list((after[part] - before[part]).elements())
            for old, new in zip_longest(gone, come, fillvalue=""):
                follows = known[part][new] > before[part][new]
                self._list(old, new, "", part, follows=follows)

    def _list(
        self, old: str, new: str, clause: str, part: Part, *, follows: bool
    ) -> None:
        if follows:
            self.agreeing.append(TextEdit(clause, "", old, new, FOLLOWS, part))
        else:
            edit = TextEdit(clause, "", *trimmed(old, new), NO_VALUE, part)
            self.unmatched.append(edit)

    # --- people and names ------------------------------------------------------

    def _tracked(self) -> Iterator[Tracked]:
        for story in self.file.stories():
            for track in story.tracks:
                if text := track.text:
                    date, place = moment(track.date), self.places.of(track.spot)
                    yield Tracked(track.kind, text, track.author, date, *place)

    def _comments(self) -> Iterator[Comment]:
        remarks: dict[str, Remark] = {}
        for story in self.file.stories():
            remarks |= story.remarks
        for number, said in self.file.comments.items():
            remark = remarks.get(number, Remark(Spot()))
            place = self.places.of(remark.spot)
            yield Comment(said.author, said.date, said.text, remark.text, *place)

    def _missing(self) -> Iterator[Missing]:
        clause = ""
        for token in self.old.file.body.tokens:
            if token.kind == "clause":
                clause = self.places.clause(token.said)
            if token.kind == "words" or token.said in self.align.known:
                continue
            if token.kind == "clause":
                yield Missing("clause", clause, self.places.pointer(token.said), "")
            else:
                pointer = self.places.names[token.said].pointer
                text = self.old.file.body.text(token.said)
                yield Missing("value", self.places.number(pointer), pointer, text)
