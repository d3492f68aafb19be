"""How commands read what stands behind their options."""

from __future__ import annotations

import datetime as dt
import re

import click


def words(
    context: click.Context, parameter: click.Parameter, given: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the words of an option that takes several between commas."""
    found = [word.strip() for text in given for word in text.split(",")]
    return tuple(word for word in found if word)


def day(
    context: click.Context, parameter: click.Parameter, given: str | None
) -> dt.date | None:
    """Return the date of an option."""
    try:
        return dt.date.fromisoformat(given) if given else None
    except ValueError:
        message = f"{given!r} is no date, YYYY-MM-DD"
        raise click.BadParameter(message) from None


def moment(
    context: click.Context, parameter: click.Parameter, given: str | None
) -> dt.datetime | None:
    """Return the moment of an option, without a zone where it says none.

    A day alone is its last second: what happened on it is seen.
    """
    if not given:
        return None
    written = _POINTS.sub(r"\3-\2-\1", given.strip(), count=1)
    try:
        if len(written) == len("2026-05-13"):
            return dt.datetime.combine(dt.date.fromisoformat(written), _LAST)
        return dt.datetime.fromisoformat(written)
    except ValueError:
        message = f"{given!r} is no moment, YYYY-MM-DDTHH:MM or DD.MM.YYYY HH:MM"
        raise click.BadParameter(message) from None


_POINTS = re.compile(r"^(\d\d)\.(\d\d)\.(\d{4})(?=$|[ T])")
_LAST = dt.time(23, 59, 59)
