"""Visits added up by stage and owner."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from attrs import frozen

from salesreg.evaluate.results import Visit


@frozen(kw_only=True)
class StageSummary:
    """What the visits to a stage come to.

    Attributes:
        stage: Key of the stage.
        person: Who owned the deals at the entry, when it is by person.
        visits: How many visits there are.
        breached: How many of them are longer than the firm limit.
        seconds: Their working time; empty when none is known.
    """

    stage: str
    person: str | None = None
    visits: int
    breached: int
    seconds: int | None


@frozen(kw_only=True)
class StageTotal:
    """The same sums with the deals that have rows that do not fit, and without them.

    Attributes:
        stage: Key of the stage.
        visits: How many visits there are.
        breached: How many of them are longer than the firm limit.
        seconds: Their working time.
        sound_visits: Visits of deals whose rows all fit.
        sound_breached: How many of those are longer than the firm limit.
        sound_seconds: The working time of those.
    """

    stage: str
    visits: int
    breached: int
    seconds: int | None
    sound_visits: int
    sound_breached: int
    sound_seconds: int | None


def totalled(
    every: Iterable[StageSummary], sound: Iterable[StageSummary]
) -> tuple[StageTotal, ...]:
    """Put the sums of all deals and those of sound ones side by side."""
    known = {one.stage: one for one in sound}
    nothing = StageSummary(stage="", visits=0, breached=0, seconds=None)
    return tuple(
        StageTotal(
            stage=one.stage,
            visits=one.visits,
            breached=one.breached,
            seconds=one.seconds,
            sound_visits=known.get(one.stage, nothing).visits,
            sound_breached=known.get(one.stage, nothing).breached,
            sound_seconds=known.get(one.stage, nothing).seconds,
        )
        for one in every
    )


def summaries(
    rows: Iterable[tuple[Any, ...]], *, by_person: bool
) -> tuple[StageSummary, ...]:
    """Return what SQL added up, in the order of stages and persons."""
    added: dict[tuple[str, str | None], list[int | None]] = {}
    for row in rows:
        key = (row[0], row[1] if by_person else None)
        held = added.setdefault(key, [None, None, None])
        for place, number in enumerate(row[-4:-1]):
            if number is not None:
                held[place] = (held[place] or 0) + number
    found = [
        StageSummary(
            stage=stage, person=person, visits=many or 0, breached=bad or 0, seconds=s
        )
        for (stage, person), (many, bad, s) in added.items()
    ]
    return tuple(sorted(found, key=lambda one: (one.stage, one.person or "")))


def summed(rows: Iterable[Visit], *, by_person: bool) -> tuple[StageSummary, ...]:
    """Add up visits."""
    held: dict[tuple[str, str | None], list[Visit]] = defaultdict(list)
    for row in rows:
        held[row.stage, row.person if by_person else None].append(row)
    found: list[tuple[object, ...]] = []
    for (stage, person), visits in held.items():
        known = [visit.seconds for visit in visits if visit.seconds is not None]
        breached = sum(visit.breached for visit in visits)
        seconds = sum(known) if known else None
        found.append((stage, person, len(visits), breached, seconds, 0))
    return summaries(found, by_person=by_person)
