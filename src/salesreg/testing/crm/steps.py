"""Steps: what may happen to a deal next, each as what it adds to the log."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from salesreg.evaluate.cases.mandates import mandates
from salesreg.model.process import Transition
from salesreg.testing.crm.gates import Move
from salesreg.testing.crm.log import Log, written
from salesreg.testing.crm.rulebook import Rulebook
from salesreg.values import event as happening
from salesreg.values.event import Event

Step = Callable[[Log, dt.datetime], None]
"""Adds to a log what happens at a moment."""

MADE = (
    happening.Happens
    | happening.ActivityDone
    | happening.DocumentMoved
    | happening.Payment
)
"""Events that somebody brings about; the others come with a move, or by themselves."""

_SOON = dt.timedelta(seconds=2)


def nothing(log: Log, at: dt.datetime) -> None:
    """Let time pass."""


def happens(event: Event) -> Step:
    """Return the step in which an event happens."""

    def step(log: Log, at: dt.datetime) -> None:
        log.happen(event, log.owner, at)

    return step


def writes(key: str, value: object, by: str | None) -> Step:
    """Return the step in which somebody fills a field."""

    def step(log: Log, at: dt.datetime) -> None:
        log.write({key: value}, by, at)

    return step


def moves(book: Rulebook, way: Transition) -> Step:
    """Return the step along a transition, as it should be made."""

    def step(log: Log, at: dt.datetime) -> None:
        _make(book, log, book.proper(log, way, at), at)

    return step


def makes(book: Rulebook, move: Move) -> Step:
    """Return the step of a move as it is."""

    def step(log: Log, at: dt.datetime) -> None:
        _make(book, log, move, at)

    return step


def attempts(book: Rulebook, stage: str) -> Iterator[Step]:
    """Yield the step in which a client is tried, where attempts are counted."""
    rule = book.gates.stage(stage).attempts
    if rule is None:
        return
    for activity in book.regulation.activities:
        if not rule.channels or activity.channel in rule.channels:
            yield happens(happening.ActivityDone(activity=activity.key))
            return


def _make(book: Rulebook, log: Log, move: Move, at: dt.datetime) -> None:
    """Make a move; fields that need a grant are written by who may grant."""
    edition, before = book.gates.edition, at - _SOON
    for key, value in move.values.items():
        by = move.by
        for held in mandates(edition):
            if held.authority.field == key and value is not None:
                facts = {**log.case(book.gates.editions, at).facts(at), key: value}
                by = next(iter(held.able(value, facts, at)), by)
        log.add("field", before, subject=key, state=written(value), actor=by)
    log.move(move.to, move.by, at, move.comment)
