"""Expressions that read a column of any type as what the contract says it holds.

Each gives null for what cannot be read; what was given and became null is told as a
reject. They are in the dialect of DuckDB, which reads whatever is not in the caller's
engine; `Held` has those for tables that another engine reads in place.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from salesreg.evaluate.facts import BY_COMMAS, BY_DOTS, FLAGS, ROUBLES
from salesreg.values._iso4217 import MINOR_DIGITS

MICRO = 1_000_000
"""Numbers that are no money are kept in millionths."""

_CENT = MICRO // 100
_COMMON = "'RUB', 'USD', 'EUR'"
"""Currencies of most rows, which are looked at first: a long list takes its time."""
_ZONED = r"(?i)\\d{1,2}:\\d{2}.*(z|utc|[+-]\\d{2}(:?\\d{2})?)$".replace("\\\\", "\\")
_WHOLE = frozenset(
    [
        "TINYINT",
        "SMALLINT",
        "INTEGER",
        "BIGINT",
        "HUGEINT",
        "UTINYINT",
        "USMALLINT",
        "UINTEGER",
        "UBIGINT",
        "INT",
        "INT2",
        "INT4",
        "INT8",
        "INT32",
        "INT64",
    ]
)
Wall = Callable[[str], str]
"""Gives the expression of the moment at which the wall shows so many seconds."""


def whole(kind: str) -> bool:
    """Tell whether a type holds whole numbers."""
    return kind in _WHOLE


def naive(kind: str) -> bool:
    """Tell whether a type holds moments or dates without a zone."""
    return kind.startswith(("TIMESTAMP", "DATETIME", "DATE")) and "ZONE" not in kind


def key(column: str, kind: str) -> str:
    """Return a key as a text; an empty one is none."""
    if kind.startswith("VARCHAR") or kind == "TEXT":
        return f"NULLIF({column}, '')"
    if kind in {"DOUBLE", "FLOAT"}:
        # A frame with holes turns whole numbers into these.
        return f"CAST(TRY_CAST({column} AS BIGINT) AS VARCHAR)"
    return f"CAST({column} AS VARCHAR)"


def moment(column: str, kind: str, wall: Wall | None) -> str:
    """Return a moment in seconds from 1970.

    Whole numbers are seconds, thousandths or millionths of a second from 1970, as
    their size tells: before the year 5138 the three do not meet.
    """
    if whole(kind):
        return (
            f"CASE WHEN abs({column}) < 100000000000 THEN CAST({column} AS BIGINT)"
            f" WHEN abs({column}) < 100000000000000"
            f" THEN CAST(floor({column} / 1000) AS BIGINT)"
            f" ELSE CAST(floor({column} / 1000000) AS BIGINT) END"
        )
    if kind == "TIMESTAMP WITH TIME ZONE":
        return _seconds(column)
    if naive(kind):
        local = _seconds(f"CAST({column} AS TIMESTAMP)")
        return wall(local) if wall else "CAST(NULL AS BIGINT)"
    text = f"trim(CAST({column} AS VARCHAR))"
    zoned = _seconds(f"TRY_CAST({text} AS TIMESTAMPTZ)")
    local = _seconds(local_time(text))
    other = wall(local) if wall else "CAST(NULL AS BIGINT)"
    return f"CASE WHEN regexp_matches({text}, '{_ZONED}') THEN {zoned} ELSE {other} END"


def local_time(text: str) -> str:
    """Return what a wall shows: "2026-05-15 17:55", "15.05.2026, 17:55".

    The text must be an expression: DuckDB pushes the cast of a bare column into its
    reader of CSV, which then refuses the whole file.
    """
    times = (" %H:%M:%S", " %H:%M", ", %H:%M:%S", ", %H:%M", "")
    forms = [f"%d.%m.%Y{time}" for time in times]
    return f"coalesce(TRY_CAST({text} AS TIMESTAMP), try_strptime({text}, {forms}))"


def _seconds(moment: str) -> str:
    return f"(epoch_us({moment}) // 1000000)"


def date(column: str, kind: str) -> str:
    """Return a date as the number of days from 1970."""
    if whole(kind) or kind in {"DOUBLE", "FLOAT"}:
        return "CAST(NULL AS BIGINT)"
    if kind.startswith("VARCHAR"):
        # Behind a date a time may stand, which is not looked at.
        text = f"substr(trim({column}), 1, 10)"
        column = f"coalesce(TRY_CAST({text} AS DATE), try_strptime({text}, '%d.%m.%Y'))"
    return f"(TRY_CAST({column} AS DATE) - DATE '1970-01-01')"


def number(column: str, kind: str, scale: int = MICRO) -> str:
    """Return a number in units of one part of a scale.

    What fits is reckoned in whole numbers of 64 bits, which is many times faster than
    in wide decimals and gives the same.
    """
    if whole(kind):
        return f"TRY_CAST(CAST({column} AS HUGEINT) * {scale} AS BIGINT)"
    if kind in {"DOUBLE", "FLOAT"}:
        return f"TRY_CAST(round(CAST({column} AS DOUBLE) * {scale}) AS BIGINT)"
    if decimal := re.fullmatch(r"DECIMAL\((\d+),(\d+)\)", kind):
        width, digits = map(int, decimal.groups())
        parts = 10**digits
        if width + digits < 18 and scale % parts == 0:
            return f"(CAST({column} * {parts} AS BIGINT) * {scale // parts})"
    if kind.startswith("VARCHAR"):
        plain = f"regexp_replace({column}, '[ \u00a0\u202f%]', '', 'g')"
        # Few texts have two of these marks, and only they are looked at closely.
        column = (
            f"CASE WHEN NOT regexp_matches({plain}, '[.,].*[.,]')"
            f" THEN replace({plain}, ',', '.')"
            f" WHEN regexp_matches({plain}, '{BY_DOTS}')"
            f" THEN replace(replace({plain}, '.', ''), ',', '.')"
            f" WHEN regexp_matches({plain}, '{BY_COMMAS}')"
            f" THEN replace({plain}, ',', '') END"
        )
    return f"TRY_CAST(TRY_CAST({column} AS DECIMAL(30, 6)) * {scale} AS BIGINT)"


def count(column: str, kind: str) -> str:
    """Return a whole number."""
    return f"TRY_CAST({column} AS BIGINT)"


def flag(column: str, kind: str) -> str:
    """Return 1 for yes and 0 for no."""
    if kind.startswith("VARCHAR"):
        whens = "".join(f" WHEN '{text}' THEN {int(on)}" for text, on in FLAGS.items())
        return f"CASE lower(trim({column})){whens} END"
    return f"CAST({column} AS BIGINT)"


def currency(column: str, kind: str, given: str | None) -> str:
    """Return the currency of a sum: what stands behind it, else what was given."""
    default = given or "CAST(NULL AS VARCHAR)"
    if not kind.startswith("VARCHAR"):
        return f"CASE WHEN {column} IS NULL THEN NULL ELSE {default} END"
    code = f"regexp_extract(trim({column}), '([A-Z]{{3}})$', 1)"
    return (
        f"CASE WHEN coalesce({column}, '') = '' THEN NULL"
        f" WHEN {code} <> '' THEN {code}"
        f" WHEN regexp_matches(trim({column}), '{ROUBLES}') THEN 'RUB'"
        f" ELSE {default} END"
    )


def minor(column: str, kind: str, code: str) -> str:
    """Return a sum in the minor units of its currency; null if there is a rest."""
    if kind.startswith("VARCHAR"):
        column = f"regexp_replace(trim({column}), '[A-Z]{{3}}$|{ROUBLES}', '')"
        # To read a text takes longer than to divide by what is looked up.
        return _whole(number(column, kind), minor_step(code))
    return minor_of(number(column, kind), code)


def minor_of(micro: str, code: str) -> str:
    """Return millionths in the minor units of a currency; null if there is a rest."""
    whens = "".join(
        f" WHEN {code} IN ({names}) THEN {_whole(micro, step)}"
        for names, step in _steps()
    )
    return f"CASE{whens} ELSE {_whole(micro, _CENT)} END"


def minor_step(code: str) -> str:
    """Return how many millionths the minor unit of a currency is."""
    whens = "".join(f" WHEN {code} IN ({names}) THEN {n}" for names, n in _steps())
    return f"(CASE{whens} ELSE {_CENT} END)"


def _steps() -> list[tuple[str, int]]:
    """Return currencies, and how many millionths their minor unit is."""
    odd: dict[int, list[str]] = {}
    for name, digits in MINOR_DIGITS.items():
        if digits != 2:
            odd.setdefault(MICRO // 10**digits, []).append(name)
    others = [(", ".join(map(repr, names)), step) for step, names in odd.items()]
    # The common ones go first, each on its own way: ten million rows look no further.
    return [(_COMMON, _CENT), *sorted(others, key=lambda other: -other[1])]


def _whole(number: str, step: int | str) -> str:
    """Return how many steps a number has; null if there is a rest."""
    return f"(CASE WHEN {number} % {step} = 0 THEN {number} // {step} END)"


def known_currency(code: str) -> str:
    """Return the condition that a currency exists.

    The common ones are asked for first. A list of all would become a join, for which
    each row pays.
    """
    every = f"STRPOS('{' '.join(MINOR_DIGITS)}', {code}) > 0"
    return (
        f"(CASE WHEN {code} IN ({_COMMON}) THEN TRUE ELSE LENGTH({code}) = 3"
        f" AND NOT {code} LIKE '% %' AND {every} END)"
    )
