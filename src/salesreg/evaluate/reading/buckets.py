"""Deals taken some at a time, so that memory does not grow with their number.

Who looks for the deals of one bucket after the other reads everything again for each.
So large tables are read once, and written as files by bucket, from which they come
from then on. So the time grows with the data, and no faster.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import weakref
from collections.abc import Iterator, Mapping

from attrs import field, frozen

from salesreg.evaluate.engines.engine import Engine
from salesreg.evaluate.reading.canonical import Reading
from salesreg.evaluate.reading.inner import absent
from salesreg.evaluate.reading.seen import Seen
from salesreg.evaluate.sql.conditions import quoted

MANY = 10_000_000
"""About how many events SQL sorts at once in this process."""
FEW = 50_000
"""About how many events the evaluator in Python takes at once."""
_TABLES = ("events", "deals", "payments")
"""The tables whose rows are each of one deal."""


@frozen(eq=False)
class Buckets:
    """The deals, some at a time.

    Attributes:
        engine: Where the inner tables are.
        readings: How each table that was given is read.
        seen: What they hold.
        stages: The number of each stage.
    """

    engine: Engine
    readings: Mapping[str, Reading]
    seen: Seen
    stages: Mapping[str, int]
    _cut: list[int] = field(factory=list[int], init=False)

    @property
    def are_files(self) -> bool:
        """Whether the tables of deals were written as files."""
        return bool(self._cut)

    @property
    def tables(self) -> frozenset[str]:
        """The names of the inner tables whose deals are taken some at a time."""
        return frozenset(f"salesreg_{table}" for table in _TABLES)

    def conditions(self, what: str, *, few: bool = False) -> Iterator[str]:
        """Yield the conditions that pick each bucket of the tables of deals in turn.

        Only DuckDB shares memory with this process; a server looks after its own, and
        what it holds is taken as one bucket, without a condition. On long work a
        progress bar is shown in the terminal.

        Args:
            what: What is reckoned, for the bar.
            few: Whether the evaluator in Python takes them.
        """
        events = self.seen.events if self.engine.dialect == "duckdb" else 0
        if events <= (FEW if few else MANY):
            yield ""
            return
        # Files are half as large as what is taken whole, as hashes are uneven.
        files = -(-events // (MANY // 2)) if events > MANY else 1
        if files > 1 and not self._cut:
            self._write(files)
        each = -(-events // (FEW * files)) if few else 1
        conditions = [
            " AND ".join(
                ([f"bucket = {number}"] if files > 1 else [])
                + ([f"hash(deal) % {files * each} = {number + files * n}"] * (each > 1))
            )
            for number in range(files)
            for n in range(each)
        ]
        if not sys.stderr.isatty():
            yield from conditions
            return
        # The bar is for people who wait; a program never pays for it.
        from rich.console import Console  # noqa: PLC0415
        from rich.progress import track  # noqa: PLC0415

        console = Console(stderr=True)
        yield from track(conditions, what, console=console, transient=True)

    def _write(self, files: int) -> None:
        """Write the tables of deals as files, and read them from there."""
        folder = tempfile.mkdtemp(prefix="salesreg-")
        weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        given = [table for table in _TABLES if table in self.readings]
        # The order of rows means nothing here, and keeping it takes memory, as long
        # waiting with rows does. Files that are read once need no dictionaries.
        self.engine.run("SET preserve_insertion_order = false")
        self.engine.run("SET partitioned_write_flush_threshold = 65536")
        for table in given:
            place = f"{folder}/{table}".replace("'", "''")
            held, shown = self._columns(table)
            bucket = f"CAST(hash(deal) % {files} AS BIGINT) AS bucket"
            self.engine.run(
                f"COPY (SELECT {held}, {bucket} FROM salesreg_{table}) TO '{place}'"
                " (FORMAT parquet, PARTITION_BY (bucket), COMPRESSION uncompressed,"
                " DICTIONARY_SIZE_LIMIT 1, PARQUET_VERSION V2)"
            )
            self.engine.view(
                f"salesreg_{table}",
                f"SELECT {shown}, bucket FROM read_parquet('{place}/*/*.parquet',"
                " hive_partitioning = true, hive_types = {'bucket': BIGINT})",
            )
        self.engine.run("RESET preserve_insertion_order")
        self.engine.run("RESET partitioned_write_flush_threshold")
        if "deals" not in given:
            self.engine.view(
                "salesreg_deals", absent("deals", self.readings, also="bucket")
            )
        if "payments" not in given:
            none = absent("payments", self.readings)
            nothing = f"SELECT *, 0 AS bucket FROM ({none}) AS nothing"
            self.engine.view("salesreg_payments", nothing)
        self._cut.append(files)

    def _columns(self, table: str) -> tuple[str, str]:
        """Return what is written of a table, and how it is read from there.

        What is the same in each row is not written. The stage of an event is written
        as its number, which is a fraction of the text and is not looked up again.
        """
        every = self.engine.columns(f"SELECT * FROM salesreg_{table}")
        constant = self.readings[table].constant
        parts = {part.name: part for part in self.readings[table].parts}
        held = {name: name for name in every if name not in constant}
        shown = {
            name: parts[name].value if name in constant else name for name in every
        }
        if table == "events":
            whens = "".join(
                f" WHEN {quoted(key)} THEN {number}"
                for key, number in self.stages.items()
            )
            keys = "".join(
                f" WHEN {number} THEN {quoted(key)}"
                for key, number in self.stages.items()
            )
            held["stage"] = f"CAST(CASE subject{whens} END AS SMALLINT)"
            shown["stage"] = "CAST(stage AS BIGINT)"
            if "kind" in constant:
                # Nobody asks what a stage is called that the regulation has not.
                del held["subject"]
                shown["subject"] = f"CASE stage{keys} END"
            else:
                number = f"CASE WHEN kind = 'stage' THEN {held['stage']} END"
                held["stage"] = number
                held["subject"] = f"CASE WHEN {number} IS NULL THEN subject END"
                shown["subject"] = f"CASE stage{keys} ELSE subject END"
        return _listed(held), _listed(shown)


def _listed(columns: Mapping[str, str]) -> str:
    return ", ".join(f"{value} AS {name}" for name, value in columns.items())


def both(*conditions: str) -> str:
    """Return the condition that all of some hold; an empty one always does."""
    return " AND ".join(one for one in conditions if one)
