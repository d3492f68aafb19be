"""What rows may name: what the regulation has, and what was given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from attrs import frozen

from salesreg.evaluate.editions import Editions
from salesreg.model.process import Field


@frozen
class Known:
    """What rows may name.

    Attributes:
        stages: Keys of stages.
        activities: Keys of activities.
        roles: Keys of roles.
        kpis: Keys of KPIs.
        documents: Keys of documents.
        fields: Fields of a deal, by key, in the order in which they are numbered.
        tables: The tables that were given.
        now: The moment of evaluation, in seconds.
        first: First second that the calendars know; None without a calendar.
        last: First second that they do not know any more.
    """

    stages: frozenset[str]
    activities: frozenset[str]
    roles: frozenset[str]
    kpis: frozenset[str]
    documents: frozenset[str]
    fields: Mapping[str, Field]
    tables: frozenset[str]
    now: int
    first: int | None = None
    last: int | None = None

    @classmethod
    def of(cls, editions: Editions, tables: Iterable[str], now: int) -> Known:
        """Return what rows may name, of all the editions.

        Args:
            editions: What data is held to.
            tables: The tables that were given.
            now: The moment of evaluation, in seconds.
        """
        regulations = [edition.regulation for edition in editions.all]

        def keys(name: str) -> frozenset[str]:
            every = (one for held in regulations for one in getattr(held, name))
            return frozenset(one.key for one in every)

        years = [
            calendar.known_years for one in regulations for calendar in one.calendars
        ]
        return cls(
            stages=editions.stages,
            activities=keys("activities"),
            roles=keys("roles"),
            kpis=keys("kpis"),
            documents=keys("documents"),
            fields=editions.fields,
            tables=frozenset(tables),
            now=now,
            first=_new_year(max(one.start for one in years)) if years else None,
            last=_new_year(min(one.stop for one in years)) if years else None,
        )


def _new_year(year: int) -> int:
    return int(dt.datetime(min(year, 9999), 1, 1, tzinfo=dt.UTC).timestamp())
