"""Public holidays of a country, and the days off that a government moves.

The facts come from the package `holidays`. Where a government moves days off by
a decree for each year (Russia, Kazakhstan, China...), the package holds the
decrees that were out when it was released, and says nothing of later years: a
year without a transfer cannot be told from a year whose decree is not known
yet. So the last year known is that of the last transfer it holds. For other
countries the rules of the holidays are enough, and every year that the package
can count is known.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import frozen

from salesreg.errors import invalid

if TYPE_CHECKING:
    from holidays import HolidayBase

_DAY = dt.timedelta(days=1)


@frozen
class DaysOff:
    """The public holidays of one year of a country.

    Attributes:
        off: Every day off but the weekends: holidays, days given in lieu of
            them, and days off moved here from another date.
        holidays: The holidays themselves.
        swapped: Working days on a weekend, each with the day off it was
            exchanged for.
    """

    off: frozenset[dt.date]
    holidays: frozenset[dt.date]
    swapped: Mapping[dt.date, dt.date]


@functools.lru_cache(maxsize=512)
def days_off(country: str, subdivision: str | None, year: int) -> DaysOff:
    """Return the days off of a year.

    Raises:
        InvalidValue: The package knows no such country or subdivision.
    """
    everything = _facts(country, subdivision, year, observed=True)
    by_law = _facts(country, subdivision, year, observed=False)
    moves = _moves(everything)
    moved = {to for to, _ in moves}
    return DaysOff(
        off=frozenset(everything),
        holidays=frozenset(day for day in by_law if day not in moved),
        swapped={
            source: to
            for to, source in moves
            if source.year == year and source in everything.weekend_workdays
        },
    )


@functools.lru_cache(maxsize=64)
def known_years(country: str, subdivision: str | None) -> tuple[int, int]:
    """Return the first and the last year whose days off are known.

    Raises:
        InvalidValue: The package knows no such country or subdivision.

    >>> known_years("DE", None)
    (1991, 2100)
    """
    facts = _facts(country, subdivision, 2000, observed=True)
    last = max((to.year for to, _ in _moves(facts)), default=facts.end_year)
    return facts.start_year, last


def is_eve(day: dt.date, country: str, subdivision: str | None) -> bool:
    """Tell whether the day after is a public holiday.

    A weekend day that is worked in exchange takes the length of the day it was
    exchanged for, so that day's morrow decides (Russia: explanation of the
    Ministry of Labour No. 4 of 25.02.1994).
    """
    swapped = days_off(country, subdivision, day.year).swapped
    after = swapped.get(day, day) + _DAY
    return after in days_off(country, subdivision, after.year).holidays


def _facts(
    country: str, subdivision: str | None, year: int, *, observed: bool
) -> HolidayBase:
    # The package is large; only a calendar with a country pays for its import.
    from holidays import country_holidays  # noqa: PLC0415

    try:
        return country_holidays(
            country, subdiv=subdivision, years=year, expand=False, observed=observed
        )
    except NotImplementedError:
        place = country if subdivision is None else f"{country}, {subdivision}"
        message = f"no public holidays are known for {place}"
        hint = "leave out the country and list the days off as exceptions"
        raise invalid("unknown-country", message, hint) from None


def _moves(facts: HolidayBase) -> tuple[tuple[dt.date, dt.date], ...]:
    """Return every transfer the package holds: the new day off, the old one."""
    table: Mapping[int, Any] = getattr(facts, "special_public_holidays", {})
    found: list[tuple[dt.date, dt.date]] = []
    for year, entries in table.items():
        # One entry may stand alone; three items are a holiday with its name.
        for entry in entries if isinstance(entries[0], tuple) else (entries,):
            if len(entry) > 3:
                month, day, old_month, old_day, *other = entry
                old = dt.date(other[0] if other else year, old_month, old_day)
                found.append((dt.date(year, month, day), old))
    return tuple(found)
