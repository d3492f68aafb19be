"""The sections of an overview, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from salesreg.document.blocks import Block
from salesreg.evaluate.explanation.words import Voice
from salesreg.evaluate.overview.breaches import breaches
from salesreg.evaluate.overview.funnel import stages
from salesreg.evaluate.overview.measures import kpis
from salesreg.evaluate.overview.open import improvements, rest
from salesreg.evaluate.overview.paid import pay

if TYPE_CHECKING:
    from salesreg.evaluate.evaluation import Evaluation


Made = Callable[["Evaluation", Voice], Iterator[Block]]

SECTIONS: Mapping[str, tuple[str, Made]] = {
    "breaches": ("Breaches", breaches),
    "stages": ("Stages", stages),
    "kpis": ("KPIs and goals", kpis),
    "pay": ("Pay", pay),
    "improvements": ("What is to be revised", improvements),
    "rest": ("What is not seen here", rest),
}
"""The sections in order: anchor, title and what makes it."""
