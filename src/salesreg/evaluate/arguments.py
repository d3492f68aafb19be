"""What the calls of evaluation are given, looked at before anything is reckoned."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from salesreg._text import did_you_mean, shown
from salesreg.compare.history import History
from salesreg.errors import InvalidValue, Problem, invalid
from salesreg.evaluate.reading.columns import Columns
from salesreg.evaluate.tables import Records
from salesreg.model.regulation import Regulation
from salesreg.shapes import QUOTE_IT, wrong_type
from salesreg.values.zone import instant


def refuse_misgiven(
    regulation: object, data: object, as_of: object, columns: object
) -> None:
    """Refuse arguments of `evaluate` that are of another type than it takes.

    Raises:
        InvalidValue: With every problem.
    """
    problems: list[Problem] = []
    if not isinstance(regulation, Regulation | History):
        found = wrong_type("a regulation or a history", regulation, _made(regulation))
        problems.append(found.under("regulation"))
    if not isinstance(data, Mapping | Records):
        hint = "name the tables, as in {'deals': 'deals.csv', 'events': 'events.csv'}"
        problems.append(wrong_type("tables by name", data, hint).under("data"))
    problems += moment_problems(as_of, "as_of")
    if columns is not None and not isinstance(columns, Columns):
        hint = "write Columns(stages={...}, time_zone=...)"
        problems.append(wrong_type("Columns", columns, hint).under("columns"))
    refuse(problems)


def _made(given: object) -> str | None:
    """Return how a regulation is made of what was given in place of one."""
    if isinstance(given, str | Path):
        return f"read it first: sr.load({shown(str(given))})"
    if isinstance(given, list | tuple):
        return "write History(editions) for the editions of one regulation"
    return "write draft.build()" if hasattr(given, "build") else None


def moment_problems(given: object, name: str) -> Iterator[Problem]:
    """Yield what is wrong with a moment: its type, or that it has no time zone."""
    if isinstance(given, dt.datetime):
        try:
            instant(given)
        except InvalidValue as error:
            yield from (one.under(name) for one in error.problems)
        return
    hint = "write datetime(2026, 5, 13, 12, tzinfo=ZoneInfo('Europe/Moscow'))"
    if isinstance(given, str):
        hint = "write datetime.fromisoformat('2026-05-13T12:00:00+03:00')"
    yield wrong_type("a datetime with a time zone", given, hint).under(name)


def key_problems(**given: object) -> Iterator[Problem]:
    """Yield a problem for each key that is given and is no text."""
    for name, key in given.items():
        if key is not None and not isinstance(key, str):
            yield wrong_type("a text", key, QUOTE_IT).under(name)


def unknown(
    word: str, options: Iterable[str], what: str, code: str, *path: str
) -> Problem:
    """Return the problem of a word that is none of the options."""
    known = sorted(options)
    listed = f"there are {', '.join(known)}" if known else "there are none"
    hint = did_you_mean(word, known) or listed
    message = f"there is no {what} {shown(word)}"
    return Problem(code, message, hint=hint).under(*path)


def refuse_unknown_table(name: object, tables: Collection[str]) -> None:
    """Refuse a name that none of the tables of results has.

    Raises:
        InvalidValue: There is no such table.
    """
    if name == "rejects":
        message = "'rejects' is no table of results"
        raise invalid("unknown-table", message, "write result.rejects")
    refuse(key_problems(name=name))
    if name not in tables:
        refuse([unknown(str(name), tables, "table of results", "unknown-table")])


def refuse(problems: Iterable[Problem]) -> None:
    """Raise what is wrong, if anything is.

    Raises:
        InvalidValue: With every problem.
    """
    if found := tuple(problems):
        raise InvalidValue(found)
