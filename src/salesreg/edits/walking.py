"""One part of a Word file, walked once: what each element means."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from salesreg.edits.noting import Notes
from salesreg.edits.owners import (
    BOOKMARK,
    END,
    clause_in,
    control,
    is_clause,
    named,
)
from salesreg.edits.stories import Story, W
from salesreg.io.markup import Element

_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH_TEXT: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_ID = f"{W}id"
_SYMBOL = re.compile("(?![dD][89a-fA-F])(?!0[01])[0-9A-Fa-f]{4}")
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
        *("rPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr"),
        *("sdtEndPr", "delInstrText", "proofErr"),
    )
)


def story(root: Element) -> Story:
    """Return the text of a part: of the body, of a header, of notes."""
    notes = Notes(root)
    _Walk(notes).below(root)
    return notes.finish()


class _Walk:
    """Takes note of what stands in each element."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._runs_on = False
        """Whether the paragraph at hand has lost its mark, and runs on."""
        self._visits: Mapping[str, Callable[[Element], None]] = {
            **dict.fromkeys(_SKIPPED, self._skip),
            **dict.fromkeys(_CHARACTERS, self._character),
            f"{W}p": self._paragraph,
            f"{W}pPr": self._mark,
            f"{W}r": self._run,
            f"{W}tr": self._row,
            f"{W}ins": self._insertion,
            f"{W}moveTo": self._insertion,
            f"{W}del": self._deletion,
            f"{W}moveFrom": self._deletion,
            f"{W}hyperlink": self._hyperlink,
            f"{W}fldSimple": self._simple_field,
            f"{W}fldChar": self._field,
            f"{W}instrText": self._instruction,
            f"{W}sdt": self._control,
            BOOKMARK: self._bookmark,
            END: self._end_bookmark,
            f"{W}commentRangeStart": self._comment,
            f"{W}commentRangeEnd": self._end_comment,
            f"{W}commentReference": self._comment_sign,
            f"{W}t": self._text,
            _MATH_TEXT: self._text,
            f"{W}br": self._break,
            f"{W}sym": self._symbol,
            f"{W}delText": self._gone,
            f"{_MC}AlternateContent": self._alternatives,
        }
        """What each element means; any other is looked through."""

    def below(self, element: Element) -> None:
        visits = self._visits
        for child in element:
            visits.get(child.tag, self.below)(child)

    def _skip(self, element: Element) -> None:
        pass

    def _alternatives(self, element: Element) -> None:
        """The first of the forms of a drawing: the others say the same again."""
        first = element.find(f"{_MC}Choice")
        if first is None:
            first = element.find(f"{_MC}Fallback")
        if first is not None:
            self.below(first)

    # --- paragraphs and tracked changes ----------------------------------------

    def _paragraph(self, element: Element) -> None:
        notes = self._notes
        # A comment may begin before the bookmark of the clause that it is about.
        notes.owners.clause = clause_in(element) or notes.owners.clause
        outer, self._runs_on = self._runs_on, False
        self.below(element)
        if notes.deleted is None and not self._runs_on:
            notes.end_line()
        self._runs_on = outer

    def _mark(self, properties: Element) -> None:
        for look in properties.iterchildren(f"{W}rPr"):
            self._runs_on = look.find(f"{W}del") is not None

    def _row(self, element: Element) -> None:
        notes = self._notes
        outer = notes.deleted, notes.inserted
        for change in element.iterfind(f"{W}trPr/*"):
            if change.tag == f"{W}del":
                notes.deleted = notes.track("deleted", change)
            elif change.tag == f"{W}ins":
                notes.inserted = notes.track("inserted", change)
        self.below(element)
        notes.deleted, notes.inserted = outer

    def _insertion(self, element: Element) -> None:
        notes = self._notes
        outer, notes.inserted = notes.inserted, notes.track("inserted", element)
        self.below(element)
        notes.inserted = outer

    def _deletion(self, element: Element) -> None:
        notes = self._notes
        outer, notes.deleted = notes.deleted, notes.track("deleted", element)
        self.below(element)
        notes.deleted = outer

    # --- names -----------------------------------------------------------------

    def _control(self, element: Element) -> None:
        owners = self._notes.owners
        name, content = control(element)
        ours = owners.enter(name)
        if ours:
            self._notes.value(name)
        if content is not None:
            self.below(content)
        if ours:
            owners.leave()

    def _bookmark(self, element: Element) -> None:
        name, number = named(element)
        if self._notes.owners.begin(name, number):
            self._notes.value(name)
        elif is_clause(name):
            self._notes.clause(name)

    def _end_bookmark(self, element: Element) -> None:
        if self._notes.owners.end(element.get(_ID, "")):
            self._notes.end_value()

    # --- characters ------------------------------------------------------------

    def _run(self, element: Element) -> None:
        outer, self._notes.run = self._notes.run, element
        self.below(element)
        self._notes.run = outer

    def _hyperlink(self, element: Element) -> None:
        outer = self._notes.link
        self._notes.link = element.get(f"{_R}id", "") or outer
        self.below(element)
        self._notes.link = outer

    def _text(self, element: Element) -> None:
        self._notes.say(element.text or "")

    def _character(self, element: Element) -> None:
        self._notes.say(_CHARACTERS[element.tag])

    def _break(self, element: Element) -> None:
        if element.get(f"{W}type") not in {"page", "column"}:
            self._notes.say("\n")

    def _symbol(self, element: Element) -> None:
        code = element.get(f"{W}char", "")
        known = _SYMBOL.fullmatch(code)
        self._notes.say(chr(int(code, 16)) if known else "\ufffc")

    def _gone(self, element: Element) -> None:
        if self._notes.deleted is not None:
            self._notes.deleted.said.append(element.text or "")

    # --- fields and comments ---------------------------------------------------

    def _simple_field(self, element: Element) -> None:
        fields = self._notes.fields
        fields.begin()
        fields.instruct(element.get(f"{W}instr", ""))
        fields.separate()
        self.below(element)
        self._notes.add(fields.end())

    def _field(self, element: Element) -> None:
        fields = self._notes.fields
        match element.get(f"{W}fldCharType"):
            case "begin":
                fields.begin()
            case "separate":
                fields.separate()
            case "end":
                self._notes.add(fields.end())
            case _:
                pass

    def _instruction(self, element: Element) -> None:
        self._notes.fields.instruct(element.text or "")

    def _comment(self, element: Element) -> None:
        self._notes.remarks.begin(element.get(_ID, ""), self._notes.owners.spot)

    def _end_comment(self, element: Element) -> None:
        self._notes.remarks.end(element.get(_ID, ""))

    def _comment_sign(self, element: Element) -> None:
        self._notes.remarks.stand(element.get(_ID, ""), self._notes.owners.spot)
