"""A table of results that is reckoned when its rows are asked for."""

from __future__ import annotations

import datetime as dt
import functools
import types
import typing
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any, Generic, TypeVar

import attrs
from attrs import field, frozen

from salesreg.evaluate.engines.engine import Engine
from salesreg.evaluate.extra import need
from salesreg.evaluate.reading.records import date, moment, number
from salesreg.evaluate.sql.dialects import written
from salesreg.values.exact import EXACT

if typing.TYPE_CHECKING:
    from salesreg.evaluate.sql.compiled import Compiled

_DIGITS = 12
_TWELVE = Decimal(1).scaleb(-_DIGITS)
R = TypeVar("R", covariant=True)  # noqa: PLC0105 - a row comes out

INNER = {"moved_to": "to"}
"""Columns of SQL that are called otherwise than in the row, whose names are words."""


@frozen(eq=False)
class Table(Generic[R]):
    """Rows of one class.

    Attributes:
        name: Its name.
        row: The class of its rows; its fields are the columns.
        query: The SQL that gives it, in the canonical form; None where Python does.
    """

    name: str
    row: type[R]
    _rows: Callable[[], Iterator[R]] = field(repr=False)
    _engine: Engine | None = field(default=None, repr=False)
    query: str | None = field(default=None, repr=False)
    _rest: Callable[[], Iterator[R]] | None = field(default=None, repr=False)
    _parts: Callable[[], Iterator[str]] | None = field(default=None, repr=False)

    def __iter__(self) -> Iterator[R]:
        """Yield the rows; each time they are reckoned anew."""
        return self._rows()

    def rows(self) -> tuple[R, ...]:
        """Return all the rows."""
        return tuple(self)

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(one.name for one in attrs.fields(self.row))  # type: ignore[arg-type]

    def count(self) -> int:
        """Return how many rows there are."""
        if self._engine is None or self._parts is None:
            return sum(1 for _ in self)
        count = sum(1 for _ in self._rest()) if self._rest else 0
        for part in self._parts():
            query = f"SELECT count(*) FROM ({part}) AS counted"
            ((number,),) = self._engine.rows(written(query, self._engine.dialect))
            count += int(number)
        return count

    def counts(self, *by: str) -> dict[Any, int]:
        """Return how many rows have each value of a column, or of several.

        >>> result.visits.counts("stage", "status")  # doctest: +SKIP
        {('new', 'met'): 120, ('new', 'late'): 4}
        """
        found = Counter(
            getattr(row, by[0])
            if len(by) == 1
            else tuple(getattr(row, name) for name in by)
            for row in self
        )
        return dict(sorted(found.items(), key=lambda item: str(item[0])))

    def to_dicts(self) -> list[dict[str, object]]:
        """Return the rows as dicts."""
        names = self.columns
        return [{name: getattr(row, name) for name in names} for row in self]

    def to_arrow(self) -> Any:
        """Return the rows as a table of PyArrow; numbers without end to 12 decimals.

        Raises:
            MissingExtra: The packages of `salesreg[data]` are not installed.
        """
        return arrow_table(self.row, self)

    def to_polars(self) -> Any:
        """Return the rows as a frame of Polars.

        Raises:
            MissingExtra: Polars is not installed.
        """
        return need("polars", "data").from_arrow(self.to_arrow())

    def to_pandas(self) -> Any:
        """Return the rows as a frame of pandas.

        Raises:
            MissingExtra: pandas is not installed.
        """
        need("pandas", "data")
        return self.to_arrow().to_pandas()


def arrow_table(row: Any, rows: Iterable[Any]) -> Any:
    """Return rows of a class as a table of PyArrow."""
    names = column_types(row)
    dicts = [{name: _held(getattr(one, name)) for name in names} for one in rows]
    return need("pyarrow").Table.from_pylist(dicts, arrow_schema(row))


def _held(value: object) -> object:
    """Return a value as a column holds it: a third of a month has no last digit."""
    if isinstance(value, Decimal):
        return value.quantize(_TWELVE, ROUND_HALF_EVEN, context=EXACT)
    return value


def arrow_schema(row: Any) -> Any:
    """Return the columns of a class of rows for PyArrow."""
    pyarrow = need("pyarrow")
    kinds = {
        str: pyarrow.string(),
        int: pyarrow.int64(),
        bool: pyarrow.bool_(),
        dt.datetime: pyarrow.timestamp("ms", "UTC"),
        dt.date: pyarrow.date32(),
        Decimal: pyarrow.decimal128(38, _DIGITS),
    }
    types_of = column_types(row)
    return pyarrow.schema([(name, kinds[kind]) for name, kind in types_of.items()])


@functools.cache
def column_types(row: Any) -> dict[str, type]:
    """Return the type of each column of a class of rows, None left out."""
    hints = typing.get_type_hints(row)
    return {one.name: _plain(hints[one.name]) for one in attrs.fields(row)}


def _plain(hint: Any) -> type:
    if typing.get_origin(hint) in {typing.Union, types.UnionType}:
        (hint,) = (one for one in typing.get_args(hint) if one is not types.NoneType)
    if typing.get_origin(hint) is typing.Literal:
        return str
    assert isinstance(hint, type)
    return hint


def decoder(row: Any, compiled: Compiled) -> Callable[[tuple[Any, ...]], Any]:
    """Return what makes a row of what SQL gives: `cite` first, then the columns."""
    types_of = column_types(row)
    names = [name for name in types_of if name not in {"clause", "pointer", "revision"}]
    readers = [_READERS.get(types_of[name]) for name in names]
    told = compiled.cites.told

    def decode(values: tuple[Any, ...]) -> Any:
        clause, pointer, revision = told(values[0])
        held = {
            name: value if value is None or read is None else read(value)
            for name, read, value in zip(names, readers, values[1:], strict=True)
        }
        return row(clause=clause, pointer=pointer, revision=revision, **held)

    return decode


_READERS: dict[type, Callable[[Any], Any]] = {
    dt.datetime: moment,
    dt.date: date,
    bool: bool,
    str: str,
    Decimal: number,
}
