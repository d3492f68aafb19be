"""What is drawn of a regulation, and where its figures stand.

A figure repeats nothing by itself: everything that it shows is stated in words
by the clauses beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from salesreg.document.context import Context
from salesreg.document.drawn.day import working_day
from salesreg.document.drawn.escalation import escalation
from salesreg.document.drawn.goals import goals
from salesreg.document.drawn.pay import pay_scale
from salesreg.document.drawn.pipeline import pipeline
from salesreg.document.figures import Figure
from salesreg.model.control import Escalation
from salesreg.model.pay import Incentive

__all__ = ["of_chapter", "of_clause"]

_CHAPTERS: Mapping[str, Callable[[Context], Figure | None]] = MappingProxyType(
    {"pipeline": pipeline, "time": working_day, "goals": goals}
)


def of_chapter(name: str, context: Context) -> tuple[Figure, ...]:
    """Return the figure that opens a chapter, if there is something to draw."""
    figure = _CHAPTERS[name](context) if name in _CHAPTERS else None
    return (figure,) if figure else ()


def of_clause(things: Iterable[object], context: Context) -> tuple[Figure, ...]:
    """Return the figures that follow a clause which states some things."""
    return tuple(figure for held in things if (figure := _drawn(held, context)))


def _drawn(held: object, context: Context) -> Figure | None:
    match held:
        case Incentive():
            return pay_scale(held, context)
        case Escalation():
            return escalation(held, context)
        case _:
            return None
