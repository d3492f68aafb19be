"""What sections of an overview are made of: tables of texts, and bars."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, TypeVar

from salesreg.document.blocks import Column, Paragraph, Table, Text
from salesreg.document.context import Content
from salesreg.document.figures import Amount, BarFigure
from salesreg.evaluate.explanation.words import Voice
from salesreg.evaluate.results import Row

if TYPE_CHECKING:
    from salesreg.evaluate.evaluation import Evaluation

R = TypeVar("R", bound=Row)

MOST_BARS = 20
"""A figure of more bars cannot be taken in at a glance."""

Align = Literal["left", "center", "right"]
Heading = tuple[str, int, Align]
"""A heading, the weight of its column, and how the column is aligned."""


def table(headings: Iterable[Heading], rows: Iterable[tuple[str, ...]]) -> Table:
    """Return texts as a table."""
    columns = tuple(Column(title, weight, align) for title, weight, align in headings)
    return Table(columns, tuple(tuple(map(_cell, row)) for row in rows))


def _cell(text: str) -> Content:
    return (Text(text or "—"),)


def paragraph(text: str) -> Paragraph:
    """Return a text as a paragraph."""
    return Paragraph((Text(text),))


def bars(caption: str, amounts: Iterable[Amount]) -> tuple[BarFigure, ...]:
    """Return a figure of the first bars; none where nothing is more than zero."""
    shown = tuple(amounts)[:MOST_BARS]
    if not any(one.value > 0 for one in shown):
        return ()
    alt = "; ".join(f"{one.title}: {one.text}" for one in shown)
    return (BarFigure(shown, caption, f"{caption}. {alt}."),)


def amount(
    title: str,
    value: int | Decimal,
    text: str,
    goal: Decimal | None = None,
    kind: Literal["work", "won", "lost"] = "work",
) -> Amount:
    """Return a bar; what is below zero has none."""
    return Amount(title, max(Decimal(value), Decimal(0)), text, goal, kind)


def rows_of(evaluation: Evaluation, name: str, cls: type[R]) -> Iterator[R]:
    """Yield the rows of a table of results."""
    yield from (row for row in evaluation.table(name) if isinstance(row, cls))


def value_of(value: Decimal | None, unit: str | None, voice: Voice) -> str:
    """Return a value with its unit; nothing for one that is undefined."""
    return "" if value is None else voice.amount(round(value, 2), unit)
