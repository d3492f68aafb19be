"""How commands read what stands behind their options."""

from __future__ import annotations

import datetime as dt

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
    """Return the moment of an option; one without a zone is of UTC."""
    try:
        found = dt.datetime.fromisoformat(given) if given else None
    except ValueError:
        message = f"{given!r} is no moment, YYYY-MM-DDTHH:MM"
        raise click.BadParameter(message) from None
    if found is not None and found.tzinfo is None:
        found = found.replace(tzinfo=dt.UTC)
    return found
