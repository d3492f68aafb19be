"""Values that were edited: found by their names, and heard."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from attrs import define, field, frozen

from salesreg.constraints import Prose as ProseRule
from salesreg.document.blocks import Document
from salesreg.document.content import values_of
from salesreg.document.context import Context
from salesreg.document.hearing import Slot, hear, slot_at
from salesreg.edits.prose import Prose
from salesreg.edits.stories import Piece, Story
from salesreg.errors import ProblemGroup, invalid
from salesreg.export.docx.places import value_name
from salesreg.model.regulation import Regulation


class _Gone:
    """The value of an item that is taken out of its list."""


GONE: Final = _Gone()


@frozen
class Named:
    """The value that a name of the file stands for.

    Attributes:
        pointer: JSON Pointer of the value.
        part: Which of its paragraphs.
    """

    pointer: str
    part: int


def names_of(document: Document) -> Mapping[str, Named]:
    """Return what each name of a value means in the file of a document."""
    times: dict[tuple[str, int], int] = {}
    found: dict[str, Named] = {}
    for value in values_of(document):
        place = value.pointer, value.part
        time = times.get(place, 0)
        times[place] = time + 1
        found[value_name(*place, time)] = Named(*place)
    return found


@define
class Changed:
    """The names of one value whose text is another, and what it is heard as.

    Attributes:
        pointer: JSON Pointer of the value.
        names: The names.
        held: What the regulation has there, as soon as it is heard.
        value: What was heard, when it was.
        reason: Why it was not, when it was not.
    """

    pointer: str
    names: list[str] = field(factory=list[str])
    held: object = None
    value: object = None
    reason: str = ""


def changed(names: Mapping[str, Named], old: Story, new: Story) -> Iterable[Changed]:
    """Return the values whose text differs."""
    found: dict[str, Changed] = {}
    for name, named in names.items():
        both = name in old.values and name in new.values
        if both and old.text(name) != new.text(name):
            one = found.setdefault(named.pointer, Changed(named.pointer))
            one.names.append(name)
    return found.values()


@frozen
class Listener:
    """Hears edited values in the context of a regulation.

    Attributes:
        regulation: The regulation that the file was made from.
        context: The regulation whose titles and units are known.
        document: Its document.
        names: What the names of the file mean.
        story: The text of the file.
        links: The addresses of its links.
    """

    regulation: Regulation
    context: Context
    document: Document
    names: Mapping[str, Named]
    story: Story
    links: Mapping[str, str]

    def hear(self, one: Changed) -> None:
        """Hear a value and keep in it what it says, or why it says nothing."""
        slot = slot_at(self.regulation, one.pointer)
        one.held, one.reason = slot.held, ""
        try:
            one.value = self._heard(one, slot)
        except ProblemGroup as error:
            one.reason = "; ".join(str(problem) for problem in error.problems)

    def _heard(self, one: Changed, slot: Slot) -> object:
        if any(isinstance(rule, ProseRule) for rule in slot.shape.constraints):
            said = [self._prose(one.names, slot)]
        else:
            texts = dict.fromkeys(self.story.text(name) for name in one.names)
            said = [self._plain(text, slot) for text in texts]
        if any(value != said[0] for value in said):
            message = "it is said in several ways in one document"
            raise invalid("unreadable-value", message)
        return said[0]

    def _plain(self, text: str, slot: Slot) -> object:
        if not text.strip():
            if slot.optional or slot.item:
                return None if slot.optional else GONE
            raise invalid("unreadable-value", "nothing stands where something must")
        return hear(text, slot, self.context)

    def _prose(self, names: Iterable[str], slot: Slot) -> object:
        parts = {self.names[name].part: self.story.values[name] for name in names}
        assert isinstance(slot.held, str)
        if self._emptied(parts, slot.pointer) and (slot.optional or slot.item):
            return None if slot.optional else GONE
        said = "".join([piece.text for pieces in parts.values() for piece in pieces])
        # What is too long already is not parsed first.
        if said.strip() and (problems := slot.shape.problems(said)):
            raise ProblemGroup(problems)
        made = Prose(slot.held, self.links).edited(parts, self.document)
        if problems := slot.shape.problems(made):
            raise ProblemGroup(problems)
        return made

    def _emptied(self, parts: Mapping[int, list[Piece]], pointer: str) -> bool:
        """Whether nothing is left of prose, in any of its paragraphs."""
        whole = {one.part for one in self.names.values() if one.pointer == pointer}
        left = "".join([piece.text for said in parts.values() for piece in said])
        return whole == set(parts) and not left.strip()
