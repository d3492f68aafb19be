"""Visits, breaches and working time by stage, without a row for each visit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import evolve

from salesreg.evaluate.engines.engine import Engine
from salesreg.evaluate.plain import Plain
from salesreg.evaluate.reading.buckets import both
from salesreg.evaluate.reading.records import key_kind
from salesreg.evaluate.sql.compiled import Compiled
from salesreg.evaluate.sql.dialects import written
from salesreg.evaluate.sql.stays import visit_summary
from salesreg.evaluate.summary import StageSummary, summaries, summed


def stage_summaries(
    compiled: Compiled, plain: Plain, only: str = "", *, by_person: bool = False
) -> tuple[StageSummary, ...]:
    """Return what the visits to each stage come to.

    Args:
        compiled: What SQL was made of the regulation.
        plain: What reckons it where SQL cannot say it.
        only: Condition that picks some deals, on a column `deal`.
        by_person: Whether it is by the owner at the entry, too.
    """
    stays, engine = compiled.stays, plain.loaded.engine
    if stays is None:
        visits = plain.rows("visits", only)
        return summed(visits, by_person=by_person)  # type: ignore[arg-type]
    found: list[Any] = []
    repeats = False
    buckets = plain.loaded.buckets
    for bucket in buckets.conditions("Visits"):
        picked = both(bucket, only)
        world = evolve(stays.world, bucket=picked, staged=buckets.are_files)
        while True:
            query = visit_summary(world, stays.rules, people=by_person, repeats=repeats)
            rows = list(engine.rows(written(query, engine.dialect)))
            # Events that change nothing are rare, so they are left out when met.
            if repeats or not any(row[-1] for row in rows):
                break
            repeats = True
        found += rows
    return summaries(found, by_person=by_person)


def all_but(engine: Engine, deals: Iterable[str]) -> str:
    """Return the condition that leaves out some deals; they are put into the engine."""
    kind = key_kind(engine)
    rows = [(int(deal) if kind == "int" else deal,) for deal in sorted(deals)]
    engine.store("salesreg_rejected", {"deal": kind}, rows)
    return "NOT deal IN (SELECT deal FROM salesreg_rejected)"
