"""What engines write differently, where a general translator is wrong or slow.

The canonical form is the dialect of DuckDB, so DuckDB takes it as it is. SQLGlot writes
most of the others. Five things are ours, each with its reason:

- whole division of numbers that are not negative (`//`, always in parentheses):
  translators go through floating point or through slow decimals, and Snowflake rounds
  quotients;
- microseconds from 1970 of a moment (`EPOCH_US`, `NAIVE_US`): a cast rounds in one
  engine and truncates in the other, and some functions do not exist;
- the order of nulls: it is never relied on, so it is never written;
- numbers of rows as they come: Spark wants an order to number them by;
- names of types in `CREATE TABLE`.

And ClickHouse is told to leave empty what a join does not find.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

from salesreg._text import did_you_mean
from salesreg.errors import invalid
from salesreg.evaluate.extra import need

if TYPE_CHECKING:
    from sqlglot import exp

Kind = Literal["int", "text"]
"""What a column of an inner table holds: a whole number or a text."""

DIALECTS = (
    "duckdb",
    "postgres",
    "sqlite",
    "spark",
    "trino",
    "bigquery",
    "snowflake",
    "clickhouse",
)
"""The engines that SQL is written for."""

TYPES: Mapping[str, Mapping[Kind, str]] = MappingProxyType(
    {
        "duckdb": {"int": "BIGINT", "text": "VARCHAR"},
        "postgres": {"int": "BIGINT", "text": "TEXT"},
        "sqlite": {"int": "INTEGER", "text": "TEXT"},
        "spark": {"int": "BIGINT", "text": "STRING"},
        "trino": {"int": "BIGINT", "text": "VARCHAR"},
        "bigquery": {"int": "INT64", "text": "STRING"},
        "snowflake": {"int": "BIGINT", "text": "VARCHAR"},
        "clickhouse": {"int": "Nullable(Int64)", "text": "Nullable(String)"},
    }
)
"""The names of types of columns."""

_DIVISION: Mapping[str, str] = MappingProxyType(
    {
        "duckdb": "{0} // {1}",
        "postgres": "{0} / {1}",
        "sqlite": "{0} / {1}",
        "spark": "{0} DIV {1}",
        "trino": "{0} / {1}",
        "bigquery": "DIV({0}, {1})",
        "snowflake": "CAST(({0} - MOD({0}, {1})) / {1} AS BIGINT)",
        "clickhouse": "intDiv({0}, {1})",
    }
)
_EPOCH: Mapping[str, str] = MappingProxyType(
    {
        "duckdb": "epoch_us({0})",
        "postgres": "CAST(FLOOR(EXTRACT(EPOCH FROM {0}) * 1000000) AS BIGINT)",
        "sqlite": (
            "(CAST(strftime('%s', {0}) AS INTEGER) * 1000000"
            " + CAST(substr(strftime('%f', {0}), 4) AS INTEGER) * 1000)"
        ),
        "spark": "unix_micros({0})",
        "trino": "CAST(ROUND(to_unixtime({0}) * 1000000) AS BIGINT)",
        "bigquery": "UNIX_MICROS({0})",
        "snowflake": "DATE_PART(EPOCH_MICROSECOND, {0})",
        "clickhouse": "toUnixTimestamp64Micro(toDateTime64({0}, 6))",
    }
)
_NAIVE: Mapping[str, str] = MappingProxyType(
    {
        **_EPOCH,
        "spark": "unix_micros(CAST(CONCAT(CAST({0} AS STRING), 'Z') AS TIMESTAMP))",
        "trino": (
            "CAST(ROUND(to_unixtime(with_timezone({0}, 'UTC')) * 1000000) AS BIGINT)"
        ),
        "bigquery": "UNIX_MICROS(TIMESTAMP({0}, 'UTC'))",
    }
)
_AS_GIVEN: Mapping[str, str] = MappingProxyType(
    {"spark": "ORDER BY MONOTONICALLY_INCREASING_ID()"}
)
"""The order of rows as they come, where an engine wants one to number them by."""
_OURS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {"EPOCH_US": _EPOCH, "NAIVE_US": _NAIVE}
)


def known(dialect: str) -> str:
    """Return the name of a dialect; raise `InvalidValue` when there is none."""
    if dialect not in DIALECTS:
        message = f"SQL cannot be written for {dialect!r}"
        hint = did_you_mean(dialect, DIALECTS) or f"known: {', '.join(DIALECTS)}"
        raise invalid("unknown-dialect", message, hint)
    return dialect


def parsed(text: str) -> exp.Query:
    """Return the tree of a query that is written in the canonical form."""
    return need("sqlglot").parse_one(text, dialect="duckdb")  # type: ignore[no-any-return]


def narrowed(query: str, tables: Collection[str], condition: str) -> str:
    """Return a query that reads only some rows of some tables.

    Args:
        query: The query, in the canonical form.
        tables: The tables.
        condition: Which rows of each; all of them when empty.
    """
    if not condition:
        return query
    exp, tree = need("sqlglot").exp, parsed(query)
    for table in [one for one in tree.find_all(exp.Table) if one.name in tables]:
        some = parsed(f"SELECT * FROM {table.name} WHERE {condition}")
        table.replace(some.subquery(table.alias_or_name))
    return _generated(tree, "duckdb")


def written(query: exp.Query | str, dialect: str, *, pretty: bool = False) -> str:
    """Write a query in the canonical form for an engine.

    Raises:
        InvalidValue: The dialect is not known.
    """
    if known(dialect) == "duckdb" and isinstance(query, str) and not pretty:
        return query
    tree = parsed(query) if isinstance(query, str) else query
    text = _generated(tree, dialect, pretty=pretty)
    # Without it ClickHouse fills what a join does not find with zeros.
    return f"{text} SETTINGS join_use_nulls = 1" if dialect == "clickhouse" else text


def _generated(tree: exp.Query, dialect: str, *, pretty: bool = False) -> str:
    generator = _generator(dialect)(pretty=pretty, comments=False)
    return str(generator.generate(tree))


_GENERATORS: dict[str, Callable[..., Any]] = {}


def _generator(dialect: str) -> Callable[..., Any]:
    """Return SQLGlot's writer of a dialect, with our functions in it."""
    if dialect not in _GENERATORS:
        sqlglot = need("sqlglot")
        theirs = sqlglot.Dialect.get_or_raise(dialect)
        base = theirs.generator_class

        def anonymous(self: Any, tree: exp.Anonymous) -> str:
            form = _OURS.get(tree.name.upper())
            if form is None:
                return str(base.anonymous_sql(self, tree))
            return form[dialect].format(*map(self.sql, tree.expressions))

        def ordered(self: Any, tree: exp.Ordered) -> str:
            way = " DESC" if tree.args.get("desc") else ""
            return f"{self.sql(tree, 'this')}{way}"

        def intdiv(self: Any, tree: exp.IntDiv) -> str:
            both = self.sql(tree, "this"), self.sql(tree, "expression")
            return _DIVISION[dialect].format(*both)

        def window(self: Any, tree: exp.Window) -> str:
            numbered = isinstance(tree.this, sqlglot.exp.RowNumber)
            if not numbered or tree.args.get("order") or tree.args.get("partition_by"):
                return str(base.window_sql(self, tree))
            return f"ROW_NUMBER() OVER ({_AS_GIVEN.get(dialect, '')})"

        body = {
            "anonymous_sql": anonymous,
            "ordered_sql": ordered,
            "window_sql": window,
            "TRANSFORMS": {**base.TRANSFORMS, sqlglot.exp.IntDiv: intdiv},
        }
        made: Any = type("Generator", (base,), body)
        _GENERATORS[dialect] = functools.partial(made, dialect=theirs)
    return _GENERATORS[dialect]
