"""The document of a branch: the regulation, with an annex of what differs."""

from __future__ import annotations

from attrs import evolve, frozen

from salesreg.compare.diff import Diff, diff
from salesreg.document.acknowledging import SHEET
from salesreg.document.blocks import Block, Document, Paragraph, Section, Text
from salesreg.document.changing import table_of
from salesreg.document.context import context_of
from salesreg.document.extract import closed
from salesreg.document.render import render
from salesreg.errors import invalid
from salesreg.layers.composition import Composition
from salesreg.model.outputs import Written
from salesreg.model.regulation import Regulation

TITLES = ("Clause", "What differs", "In the base", "Here")


@frozen(repr=False)
class WithDifferences(Written):
    """A regulation whose document ends with what differs from its base.

    Attributes:
        regulation: The regulation.
        base: What it is made from.
        layers: The titles of the layers that make the difference.
    """

    regulation: Regulation
    base: Regulation
    layers: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """Return how many differences there are."""
        return f"WithDifferences({len(self.diff)} changes)"

    @property
    def diff(self) -> Diff:
        """What differs, as data."""
        return diff(self.base, self.regulation)

    @property
    def document(self) -> Document:
        """The document of the regulation, with one annex more."""
        whole = render(self.regulation)
        signing = tuple(one for one in whole.annexes if one.anchor == SHEET)
        annexes = tuple(one for one in whole.annexes if one.anchor != SHEET)
        annex = self._annex(len(annexes) + 1)
        # What only the base has cannot be sent to; its number stays, as words.
        parts = closed((*whole.sections, *annexes, annex, *signing))
        count = len(whole.sections)
        return evolve(whole, sections=parts[:count], annexes=parts[count:])

    def _annex(self, number: int) -> Section:
        old, new = context_of(self.base), context_of(self.regulation)
        say = new.words.say
        found = self.diff
        intro = say("This regulation is made from the regulation “{title}”.")
        said = [intro.format(title=self.base.title)]
        if self.layers:
            names = ", ".join(self.layers)
            said.append(say("What differs comes from: {names}.").format(names=names))
        if not found:
            said.append(say("Nothing differs."))
        blocks: list[Block] = [Paragraph((Text(" ".join(said)),))]
        if found:
            blocks.append(table_of(found, old, new, TITLES))
        title = say("Differences from the base regulation")
        mark = say("Annex {number}").format(number=number)
        return Section("", "differences", "", title, tuple(blocks), mark)


def with_differences(
    regulation: Regulation, base: Regulation | None = None
) -> WithDifferences:
    """Return a regulation whose document ends with what differs from its base.

    Args:
        regulation: The regulation.
        base: What it is compared with; that of its layers when not given.

    Raises:
        InvalidValue: It was not composed, and no base is given.
    """
    origin = regulation.origin
    if base is not None:
        return WithDifferences(regulation, base)
    if not isinstance(origin, Composition):
        message = "the regulation has no layers, so nothing says what its base is"
        raise invalid("no-base", message, "give the base to compare it with")
    titles = tuple(layer.title or layer.key for layer in origin.layers)
    return WithDifferences(regulation, origin.base, titles)
