"""Which edition holds for a deal at a moment, as SQL (rule 3.1)."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from salesreg.compare.history import History
from salesreg.evaluate.editions import Editions
from salesreg.evaluate.sql.rules import seconds_of
from salesreg.model.editions import in_force
from salesreg.values.zone import at_wall, zone

_DAY = dt.timedelta(days=1)


def edition_at(editions: Editions, history: History | None) -> str:
    """Return the expression of the edition that holds; see `World.edition`."""
    if history is None:
        return "0"
    days = sorted(
        {term.first for term in in_force(history.revisions)}
        | {term.last + _DAY for term in in_force(history.revisions) if term.last}
    )
    marks = [dt.date.min, *days, dt.date.max]
    spans = list(pairwise(marks))

    def held(created: dt.date, at: dt.date) -> int | None:
        moments = (_midnight(editions, day) for day in (created, at))
        edition = editions.for_deal(*moments)
        return None if edition is None else editions.all.index(edition)

    def chosen(name: str, spans: list[tuple[str, str]]) -> str:
        """Return the value of the first span whose end a moment is before."""
        *before, (_, last) = spans
        cases = "".join(f" WHEN {name} < {end} THEN {found}" for end, found in before)
        return f"CASE{cases} ELSE {last} END" if before else last

    rows = [(_seconds(editions, days[0]), "NULL")]
    for low, high in spans[1:]:
        inner = [
            (
                _end(editions, end),
                str(held(low, max(start, low))).replace("None", "NULL"),
            )
            for start, end in spans
            if end > low
        ]
        rows.append((_end(editions, high), chosen("{at}", inner)))
    return chosen("{created}", rows)


def _end(editions: Editions, day: dt.date) -> str:
    return "" if day == dt.date.max else _seconds(editions, day)


def _midnight(editions: Editions, day: dt.date) -> dt.datetime:
    name = getattr(editions.zone, "key", "UTC")
    return at_wall(dt.datetime.combine(day, dt.time()), zone(name))


def _seconds(editions: Editions, day: dt.date) -> str:
    return str(seconds_of(_midnight(editions, day)))
