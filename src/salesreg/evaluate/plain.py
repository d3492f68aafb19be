"""What Python reckons of tables in an engine: some deals at a time, or from sums."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator

from attrs import frozen

from salesreg.evaluate.cases.ledger import Ledger
from salesreg.evaluate.cases.people import People
from salesreg.evaluate.editions import Editions
from salesreg.evaluate.judgement import Judgement
from salesreg.evaluate.later import later_records
from salesreg.evaluate.reading.buckets import both
from salesreg.evaluate.reading.loading import Loaded
from salesreg.evaluate.reading.records import records_of, small_records
from salesreg.evaluate.results import Row
from salesreg.evaluate.sql.ground import Ground
from salesreg.evaluate.sql.leaves import Leaves
from salesreg.evaluate.sql.sums import Sums
from salesreg.evaluate.tables import Records

SUMMED = frozenset(["kpis", "progress", "pay", "pay_lines", "improvements"])
"""Tables that are reckoned in Python from what SQL has summed up."""

DEALWISE = frozenset(
    [
        "deadlines",
        "visits",
        "moves",
        "attempts",
        "next_steps",
        "tenures",
        "escalations",
        "grants",
    ]
)
"""Tables whose rows are of one deal each, so that some deals at a time are enough."""


@frozen(eq=False)
class Plain:
    """The plain evaluator over tables in an engine.

    Attributes:
        ground: What is held to what, as the SQL has it, too.
        now: The moment as of which the data is seen.
    """

    ground: Ground
    now: dt.datetime

    @property
    def editions(self) -> Editions:
        """What the data is held to."""
        return self.ground.editions

    @property
    def loaded(self) -> Loaded:
        """The tables, in their engine."""
        return self.ground.loaded

    def rows(self, name: str, only: str = "") -> Iterator[Row]:
        """Yield the rows of a table of results.

        Args:
            name: The table.
            only: Condition that picks some deals, on a column `deal`.
        """
        if name in SUMMED:
            yield from self.summed.table(name)
        elif name not in DEALWISE:
            yield from self.judgement(only).table(name)
        else:
            for bucket in self.loaded.buckets.conditions(name, few=True):
                yield from self.judgement(both(bucket, only)).table(name)

    def judgement(self, only: str = "") -> Judgement:
        """Return what is said of records that are read into memory.

        Args:
            only: Condition that picks some deals; what people did is left out then.
        """
        return Judgement(self.editions, self._records(only), self.now)

    @functools.cached_property
    def summed(self) -> Judgement:
        """What KPIs and pay are reckoned from: sums, and records where they must."""
        ground, engine = self.ground, self.loaded.engine
        fields, written = self.editions.fields, self.loaded.seen.written
        leaves = Leaves(ground.world(), fields, written, ground.deal_columns)
        small = small_records(engine)
        people = People.of(small.people)
        sums = Sums(engine, self.editions, people, leaves, self._ledger)
        records = later_records(small, self._records)
        return Judgement(self.editions, records, self.now, sums)

    def _ledger(self, picked: str) -> Ledger:
        """Return the records of the deals that a condition picks, as KPIs read them."""
        records = self._records(picked, worked=True)
        return Judgement(self.editions, records, self.now).ledger

    def _records(self, only: str = "", *, worked: bool = False) -> Records:
        fields, there = self.editions.fields, self.ground.deal_columns
        return records_of(self.loaded.engine, fields, there, only, worked=worked)
