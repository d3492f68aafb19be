"""A regulation held to the data of a CRM: results that are reckoned when asked for."""

from __future__ import annotations

import datetime as dt
import functools
import os
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from salesreg.compare.history import History
from salesreg.errors import invalid
from salesreg.evaluate.arguments import (
    key_problems,
    refuse,
    refuse_misgiven,
    refuse_unknown_table,
)
from salesreg.evaluate.case import second
from salesreg.evaluate.editions import Editions
from salesreg.evaluate.engines.engine import engine_of
from salesreg.evaluate.folder import write_folder
from salesreg.evaluate.plain import DEALWISE, SUMMED, Plain
from salesreg.evaluate.reading.columns import Columns, refuse_unknown_keys
from salesreg.evaluate.reading.loading import Data, Loaded, load
from salesreg.evaluate.reading.rejects import Reject, rejects_of
from salesreg.evaluate.results import RESULTS, Row
from salesreg.evaluate.sql.compiled import Compiled
from salesreg.evaluate.sql.conditions import quoted
from salesreg.evaluate.sql.dialects import narrowed, written
from salesreg.evaluate.sql.ground import Ground
from salesreg.evaluate.stages import all_but, stage_summaries
from salesreg.evaluate.summary import StageSummary, StageTotal, totalled
from salesreg.evaluate.table import Table, decoder
from salesreg.evaluate.tables import not_given
from salesreg.model.regulation import Regulation

if TYPE_CHECKING:
    from salesreg.evaluate.explanation.steps import Explanation
    from salesreg.evaluate.overview.overview import Overview

Way = Literal["sql", "sums", "python"]
"""How a table is reckoned: by SQL, in Python from sums by SQL, or in Python alone."""


def evaluate(
    regulation: Regulation | History,
    data: Data,
    *,
    as_of: dt.datetime,
    columns: Columns | None = None,
    engine: object = None,
) -> Evaluation:
    """Hold the data of a CRM to a regulation.

    Args:
        regulation: The regulation, or its history: then each deal is held to the
            edition that applied to it.
        data: The tables of `evaluate.tables` by name. What needs one that is not there
            is not evaluated; an empty one says that there is nothing. Each is a path
            to Parquet, CSV or JSON, a frame of pandas, Polars or PyArrow, a relation
            of DuckDB, a list of dicts or of rows, or the name of a table in the engine.
        as_of: The moment; what happened after it is not looked at.
        columns: What the CRM calls the columns, stages and kinds of events.
        engine: A connection of DuckDB, SQLite or psycopg, or a Spark session; DuckDB
            in this process when not given.

    Returns:
        The results. Nothing is reckoned before it is asked for.

    Raises:
        InvalidValue: An argument is of another type, a table lacks a column or cannot
            be read, the moment has no time zone, or an edition does not say what
            becomes of running deals; with every problem.
        MissingExtra: The packages of `salesreg[data]` are not installed.
    """
    refuse_misgiven(regulation, data, as_of, columns)
    columns = columns or Columns()
    editions = Editions.of(regulation, columns.currency)
    editions.refuse_unsaid(as_of)
    refuse_unknown_keys(columns, editions)
    now = second(as_of)
    seconds = int(now.timestamp())
    loaded = load(data, columns, engine_of(engine), editions, seconds)
    absent = not_given(data)
    if "deals" in absent and "field" in loaded.seen.kinds:
        absent -= {"deals"}  # Events tell what the fields of deals hold.
    editions = editions.without(absent)
    history = regulation if isinstance(regulation, History) else None
    ground = Ground(editions, history, loaded, seconds)
    compiled, plain = Compiled(ground), Plain(ground, now)
    return Evaluation(regulation, editions, now, loaded, compiled, plain)


@frozen(eq=False, repr=False)
class Evaluation:
    """What a regulation says of the data of a CRM, table by table.

    Each table of `evaluate.results` is an attribute: `deadlines`, `visits`, `moves`,
    `kpis`, `pay` and so on.

    Attributes:
        regulation: The regulation or its history.
        editions: Its editions.
        now: The moment as of which the data is seen.
        loaded: The tables that were read, in their engine.
        compiled: What SQL was made of the regulation.
        plain: What Python reckons of the tables.
    """

    regulation: Regulation | History
    editions: Editions
    now: dt.datetime
    loaded: Loaded
    compiled: Compiled
    plain: Plain

    def __repr__(self) -> str:
        """Return the regulation, the moment, the tables read and those of results."""
        numbers = ", ".join(one.number or "?" for one in self.editions.all)
        of = f"{self.editions.last.regulation.key!r}, revision {numbers}"
        moment = self.now.astimezone(self.editions.zone).isoformat(" ")
        read = ", ".join(self.loaded.readings)
        tables = ", ".join(RESULTS)
        return f"<Evaluation of {of}, as of {moment}; read: {read}; tables: {tables}>"

    def __getattr__(self, name: str) -> Table[Row]:
        """Return a table of results by its name."""
        if name in RESULTS:
            return self.table(name)
        if name in dir(type(self)):
            # A property failed; asked again it says why, and not that it is not there.
            held: Table[Row] = object.__getattribute__(self, name)
            return held
        message = f"an evaluation has no {name!r}; its tables are {', '.join(RESULTS)}"
        raise AttributeError(message)

    def __dir__(self) -> list[str]:
        """Return the names, those of the tables too."""
        return sorted([*object.__dir__(self), *RESULTS])

    def table(self, name: str) -> Table[Row]:
        """Return a table of results by its name.

        Raises:
            InvalidValue: There is no such table.
        """
        refuse_unknown_table(name, RESULTS)
        query = self.compiled.query(name)
        if query is None:
            return Table(name, RESULTS[name], lambda: self.plain.rows(name))
        engine, text, rest = self.loaded.engine, query.text, query.rest

        def parts() -> Iterator[str]:
            """Yield what gives the rows, of some deals at a time."""
            buckets = self.loaded.buckets
            some = buckets.conditions(name) if name in DEALWISE else ("",)
            for bucket in some:
                yield narrowed(text, buckets.tables, bucket)

        def rows() -> Iterator[Row]:
            decode = decoder(RESULTS[name], self.compiled)
            for part in parts():
                ordered = f"SELECT * FROM ({part}) AS found ORDER BY {query.order}"
                yield from map(decode, engine.rows(written(ordered, engine.dialect)))
            yield from left()

        def left() -> Iterator[Row]:
            """Yield the rows of the deals that the SQL leaves to Python."""
            return iter(()) if rest is None else self.plain.rows(name, rest)

        return Table(name, RESULTS[name], rows, engine, text, left, parts)

    def stages(self, *, by_person: bool = False) -> tuple[StageSummary, ...]:
        """Return visits, breaches and working time by stage, and by owner if asked.

        It says what `visits` says, added up, without making a row for each visit.
        """
        return stage_summaries(self.compiled, self.plain, by_person=by_person)

    def totals(self) -> tuple[StageTotal, ...]:
        """Return visits, breaches and working time by stage, twice.

        Once for all the deals, and once without those that have a row in `rejects`.
        """
        rejected = {row.deal for row in self.rejects if row.deal is not None}
        sound = all_but(self.loaded.engine, rejected)
        every = self.stages()
        return totalled(every, stage_summaries(self.compiled, self.plain, sound))

    def write(
        self,
        folder: str | os.PathLike[str],
        files: Mapping[str, bytes] | None = None,
    ) -> None:
        """Write every table, and the rejects, as a folder of Parquet files.

        The folder is there whole or not at all, also when somebody interrupts.

        Args:
            folder: The folder; what was there before is replaced.
            files: Other files that belong in it, by name.

        Raises:
            MissingExtra: The packages of `salesreg[data]` are not installed.
            OSError: The folder cannot be written.
        """
        tables = {name: self.table(name) for name in RESULTS}
        write_folder(folder, {**tables, "rejects": self.rejects}, files)

    def explain(
        self,
        *,
        deal: str | None = None,
        person: str | None = None,
        kpi: str | None = None,
    ) -> Explanation:
        """Return how the numbers of a deal, of a person's pay or of a KPI came about.

        Args:
            deal: Key of the deal.
            person: Key of the payee, instead of a deal.
            kpi: Key of the KPI; with a person, that person's value of it.

        Raises:
            InvalidValue: There is no such deal or KPI, no plan pays that person, or
                it is not said what is to be explained.
        """
        refuse(key_problems(deal=deal, person=person, kpi=kpi))
        bucket = "" if deal is None else f"CAST(deal AS VARCHAR) = {quoted(deal)}"
        judgement = self.plain.judgement(bucket)
        return judgement.explain(deal=deal, person=person, kpi=kpi)

    def overview(self) -> Overview:
        """Return how things stand, on one page: breaches, funnel, KPIs, pay.

        It is a document: `to_html`, `to_markdown` and `to_docx` write it in the
        language of the regulation.
        """
        from salesreg.evaluate.overview.overview import Overview  # noqa: PLC0415

        return Overview(self)

    def _repr_html_(self) -> str:
        from salesreg.export import html  # noqa: PLC0415

        return html.fragment(self.overview().document)

    @property
    def ways(self) -> Mapping[str, Way]:
        """Which way each table goes: SQL, Python over sums by SQL, or Python alone."""
        return {
            name: "sql"
            if self.compiled.query(name) is not None
            else ("sums" if name in SUMMED else "python")
            for name in RESULTS
        }

    @property
    def rejects(self) -> Table[Reject]:
        """The rows of the CRM that are not as they should be, with reasons."""
        rows = functools.partial(rejects_of, self.loaded, self.editions)
        return Table("rejects", Reject, rows)

    def sql(self, table: str, dialect: str | None = None) -> str:
        """Return the SQL of a table of results, in the dialect of an engine.

        Raises:
            InvalidValue: There is no such table, it is reckoned in Python, or the
                dialect is not known.
        """
        refuse_unknown_table(table, RESULTS)
        query = self.compiled.query(table)
        if query is None:
            message = f"{table} is not SQL alone: its way is {self.ways[table]!r}"
            told = [name for name, way in self.ways.items() if way == "sql"]
            hint = f"there is SQL of {', '.join(told)}"
            raise invalid("no-sql", message, hint)
        return written(query.text, dialect or self.loaded.engine.dialect, pretty=True)
