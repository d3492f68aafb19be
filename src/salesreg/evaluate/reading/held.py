"""Expressions over columns of a table that another engine than DuckDB holds.

Such columns have types of their own, so nothing has to be guessed: a moment is a
timestamp or a whole number, a sum is a number, a flag is one. A table where one of
these is a text is not read in place, but by DuckDB, as a file is.
"""

from __future__ import annotations

from salesreg.evaluate.reading import typed
from salesreg.evaluate.reading.typed import MICRO, Wall

_TEXTS = ("TEXT", "CHAR", "VARCHAR", "STRING", "BPCHAR", "BLOB", "UNKNOWN")
_NUMBERS = ("REAL", "DOUBLE", "FLOAT", "NUMERIC", "DECIMAL")
_NOTHING = "CAST(NULL AS BIGINT)"


def is_text(kind: str) -> bool:
    """Tell whether a type holds texts, which engines read in ways of their own."""
    return kind.startswith(_TEXTS)


def key(column: str, kind: str) -> str:
    """Return a key as a text; an empty one is none."""
    return f"NULLIF(CAST({column} AS TEXT), '')"


def moment(column: str, kind: str, wall: Wall | None) -> str:
    """Return a moment in seconds from 1970."""
    if typed.whole(kind):
        return typed.moment(column, kind, wall).replace("floor(", "FLOOR(")
    if kind.startswith(_NUMBERS):
        # To SQLite it would be a Julian day.
        return _NOTHING
    if naive(kind):
        local = f"((NAIVE_US({column})) // {MICRO})"
        return wall(local) if wall else _NOTHING
    return f"((EPOCH_US({column})) // {MICRO})"


def naive(kind: str) -> bool:
    """Tell whether a type holds moments or dates without a zone."""
    return kind in {
        "TIMESTAMP WITHOUT TIME ZONE",
        "TIMESTAMP_NTZ",
        "DATE",
        "DATETIME",
    }


def date(column: str, kind: str) -> str:
    """Return a date as the number of days from 1970."""
    if typed.whole(kind) or kind.startswith(_NUMBERS):
        return _NOTHING
    return f"((NAIVE_US({column})) // {86_400 * MICRO})"


def number(column: str, kind: str, scale: int = MICRO) -> str:
    """Return a number in units of one part of a scale."""
    return f"CAST(ROUND({column} * {scale}) AS BIGINT)"


def count(column: str, kind: str) -> str:
    """Return a whole number."""
    return f"CAST({column} AS BIGINT)"


def flag(column: str, kind: str) -> str:
    """Return 1 for yes and 0 for no."""
    if kind == "BOOLEAN":
        return f"CASE WHEN {column} THEN 1 WHEN NOT {column} THEN 0 END"
    return f"CASE {column} WHEN 1 THEN 1 WHEN 0 THEN 0 END"


def currency(column: str, kind: str, given: str | None) -> str:
    """Return the currency of a sum, which a number does not tell."""
    default = given or "CAST(NULL AS TEXT)"
    return f"CASE WHEN {column} IS NULL THEN NULL ELSE {default} END"


def minor(column: str, kind: str, code: str) -> str:
    """Return a sum in the minor units of its currency; null if there is a rest."""
    return typed.minor_of(number(column, kind), code)
