"""Figures as typed blocks: what is drawn, and in what order, not where it stands.

Like every block, a figure is in one language. A writer draws it or says it in
another form; `alt` tells it in words, for readers who cannot see it.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from attrs import frozen


@frozen
class Node:
    """A box of a process figure: a pipeline stage, a rung of an escalation."""

    key: str
    title: str
    note: str = ""
    """Second line, smaller: time norm and responsible role."""
    kind: Literal["initial", "work", "paused", "won", "lost"] = "work"


@frozen
class Arrow:
    """A possible move from one node to another; `label` may be empty."""

    start: str
    end: str
    label: str = ""


@frozen
class ProcessFigure:
    """A way through boxes: nodes in order, arrows between them."""

    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...]
    caption: str
    alt: str


@frozen
class Span:
    """A part of a day, in minutes since its midnight; over 1440 on the next day."""

    title: str
    start: int
    end: int
    kind: Literal["work", "break", "task"] = "work"


@frozen
class Bar:
    """One row of a day: spans that follow one another."""

    title: str
    spans: tuple[Span, ...]


@frozen
class DayFigure:
    """The working day: rows of spans under one clock."""

    bars: tuple[Bar, ...]
    caption: str
    alt: str


@frozen
class Tick:
    """A place on an axis, and what is written at it."""

    at: Decimal
    text: str


@frozen
class Axis:
    """What an axis measures, and the values that are written at it, ascending."""

    title: str
    ticks: tuple[Tick, ...]


@frozen
class Stretch:
    """A straight piece of a curve, half-open: `end` does not belong to it.

    `low` is the value at the start, `high` the one that is reached at the end;
    `title` says the range. The last piece may have no end.
    """

    title: str
    start: Decimal
    end: Decimal | None
    low: Decimal
    high: Decimal


@frozen
class CurveFigure:
    """A value that depends on another: a pay scale. Pieces are in order."""

    x: Axis
    y: Axis
    stretches: tuple[Stretch, ...]
    limits: tuple[Tick, ...]
    """Values that the curve never passes, with their names: a cap."""
    caption: str
    alt: str


@frozen
class Branch:
    """A box of a tree and what hangs on it."""

    title: str
    note: str = ""
    below: tuple[Branch, ...] = ()


@frozen
class TreeFigure:
    """Things that serve one another: a tree of goals."""

    roots: tuple[Branch, ...]
    caption: str
    alt: str


@frozen
class Amount:
    """A row of a bar figure: a value, never negative, and how it is written.

    `goal` is the value that was wanted, drawn as a stroke; `kind` tells good from bad.
    """

    title: str
    value: Decimal
    text: str
    goal: Decimal | None = None
    kind: Literal["work", "won", "lost"] = "work"


@frozen
class BarFigure:
    """Values side by side, one bar each from a common start."""

    amounts: tuple[Amount, ...]
    caption: str
    alt: str


Figure = ProcessFigure | DayFigure | CurveFigure | TreeFigure | BarFigure
