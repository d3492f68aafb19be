"""The funnel, and how long deals stay at each stage."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from salesreg.document.blocks import Block
from salesreg.evaluate.explanation.words import Voice
from salesreg.evaluate.overview.pieces import amount, bars, paragraph, table
from salesreg.evaluate.summary import StageSummary

if TYPE_CHECKING:
    from salesreg.evaluate.evaluation import Evaluation


def stages(evaluation: Evaluation, voice: Voice) -> Iterator[Block]:
    """Yield the funnel, and how long deals stay at each stage, also by owner."""
    say, number = voice.say, voice.words.number
    places = {
        stage.key: place for place, stage in enumerate(voice.edition.regulation.stages)
    }

    def order(one: StageSummary) -> tuple[int, str, str]:
        return places.get(one.stage, len(places)), one.stage, one.person or ""

    found = sorted(evaluation.stages(), key=order)
    if not found:
        return
    yield from bars(
        say("Funnel: visits by stage"),
        (
            amount(voice.title("Stage", one.stage), one.visits, number(one.visits))
            for one in found
        ),
    )
    headings = (
        (say("Stage"), 5, "left"),
        (say("Visits"), 2, "right"),
        (say("Too long"), 2, "right"),
        (say("Share"), 2, "right"),
        (say("Mean working time"), 3, "right"),
    )
    yield table(headings, (_stage(one, voice) for one in found))  # type: ignore[arg-type]
    owned = sorted(evaluation.stages(by_person=True), key=order)
    late = [one for one in owned if one.breached and one.person is not None]
    if late:
        yield paragraph(say("Owners with deals that stayed too long:"))
        who = (say("Owner"), 4, "left")
        yield table(
            (headings[0], who, *headings[1:]),  # type: ignore[arg-type]
            (
                (_stage(one, voice)[0], one.person or "", *_stage(one, voice)[1:])
                for one in late
            ),
        )


def _stage(one: StageSummary, voice: Voice) -> tuple[str, ...]:
    number = voice.words.number
    share = Decimal(100 * one.breached) / one.visits if one.visits else Decimal(0)
    # A deal stays at a final stage for good: its time there only says how old it is.
    final = voice.edition.is_kind(one.stage, "won", "lost")
    mean = ""
    if one.seconds is not None and not final:
        mean = voice.span(one.seconds // one.visits // 60 * 60)
    return (
        voice.title("Stage", one.stage),
        number(one.visits),
        number(one.breached),
        voice.amount(round(share, 1), "%"),
        mean,
    )
