"""An overview as a document: Markdown, HTML and Word like any other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import field, frozen

from salesreg.document import sheets
from salesreg.document.blocks import Document, Section
from salesreg.document.text import unvalued
from salesreg.evaluate.explanation.words import Voice
from salesreg.evaluate.overview.sections import SECTIONS
from salesreg.model.outputs import Written

if TYPE_CHECKING:
    from salesreg.evaluate.evaluation import Evaluation


@frozen(repr=False, eq=False)
class Overview(Written):
    """How the data of a CRM stand to a regulation, on one page.

    Breaches by clause and person, the funnel, KPIs against targets, goals, the pay of
    the last period, rules of improvement that fire, and what could not be seen. It is a
    document: `to_html` gives a page of its own, without a script and with nothing to
    fetch, with the figures as SVG.

    Attributes:
        evaluation: What it is the overview of.
    """

    evaluation: Evaluation = field(repr=False)

    def __repr__(self) -> str:
        """Return the moment as of which it shows things."""
        return f"Overview(as of {self.evaluation.now.isoformat()})"

    @property
    def document(self) -> Document:
        """The document as a tree of blocks, which every writer draws."""
        editions = self.evaluation.editions
        voice = Voice.of(editions.last, editions.zone)
        context = voice.context
        as_of = unvalued(
            context.say("As of {moment}", moment=voice.moment(self.evaluation.now))
        )
        return Document(
            language=context.regulation.language,
            kind=voice.say("OVERVIEW"),
            title=context.regulation.title,
            organisation=(*map(unvalued, sheets.organisation(context)), as_of),
            approval=(),
            requisites=(),
            sections=tuple(self._sections(voice)),
            annexes=(),
            header=sheets.header(context),
            properties=sheets.properties(context),
            wording=sheets.wording(context),
        )

    def _sections(self, voice: Voice) -> Iterator[Section]:
        number = 0
        for anchor, (title, made) in SECTIONS.items():
            blocks = tuple(made(self.evaluation, voice))
            if blocks:
                number += 1
                yield Section(str(number), anchor, "", voice.say(title), blocks)
