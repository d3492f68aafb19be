"""How long `reg.next` takes for one deal.

It is held against one bare reckoning of a deadline, against a look-up of one row in
an SQLite database in memory, and against evaluating the same deal from its records.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
import time
import timeit
from collections.abc import Callable

import salesreg as sr
from salesreg.evaluate.judgement import judge
from salesreg.evaluate.live.guide import Guide
from salesreg.evaluate.tables import Deal, Event, Records

NOW = dt.datetime(2026, 3, 10, 9, 0, tzinfo=dt.UTC)
SINCE = dt.datetime(2026, 3, 4, 7, 0, tzinfo=dt.UTC)
VALUES = {
    "discount": sr.percent(12),
    "amount": sr.money("800000 RUB"),
    "margin": sr.percent(45),
    "next-date": dt.date(2026, 3, 20),
}


def best(call: Callable[[], object], number: int) -> float:
    """Return the microseconds of one call, the best of five rounds.

    They are those of the processor, so that other work beside does not count.
    """
    rounds = timeit.repeat(call, timer=time.process_time, number=number, repeat=5)
    return min(rounds) / number * 1e6


def run() -> dict[str, float]:
    """Measure, and return microseconds by what was measured."""
    regulation = sr.templates.get("b2b", language="en")
    state = sr.DealState(
        deal="d",
        stage="offer",
        since=SINCE,
        owner="bob",
        roles=("manager",),
        values=VALUES,
    )
    deadline = regulation.stages[0].deadlines[0]
    calendar = regulation.calendars[0]
    entry = Event(deal="d", at=SINCE, kind="stage", subject="offer")
    deal = Deal(deal="d", created_at=SINCE, owner="bob", values=VALUES)
    records = Records(deals=(deal,), events=(entry,))
    names = ("deadlines", "visits", "moves", "next_steps", "grants", "escalations")
    base = sqlite3.connect(":memory:")
    base.execute("create table deals (deal text primary key, stage text)")
    base.execute("insert into deals values ('d', 'offer')")
    asked = "select stage from deals where deal = 'd'"

    def evaluated() -> object:
        judgement = judge(regulation, records, NOW)
        return [judgement.table(name) for name in names]

    return {
        "a row looked up in SQLite, in memory": best(
            lambda: base.execute(asked).fetchone(), 2000
        ),
        "one deadline reckoned": best(lambda: deadline.due(SINCE, calendar), 500),
        "`reg.next`, no field filled": best(
            lambda: regulation.next(_bare(state), NOW), 200
        ),
        "`reg.next`": best(lambda: regulation.next(state, NOW), 200),
        "`reg.next(...).to_dict()`": best(
            lambda: regulation.next(state, NOW).to_dict(), 200
        ),
        "the same deal from its records": best(evaluated, 20),
        "compiling the regulation, once": best(lambda: Guide.of(regulation), 5),
    }


def _bare(state: sr.DealState) -> sr.DealState:
    return sr.DealState(deal="d", stage=state.stage, since=state.since)


def table(found: dict[str, float]) -> str:
    """Return what was measured as a table in Markdown."""
    one = found["one deadline reckoned"]
    rows = [
        "| what | µs | in reckoned deadlines |",
        "|---|---|---|",
        *(
            f"| {what} | {time:,.0f} | {time / one:.1f} |"
            for what, time in found.items()
        ),
    ]
    return "\n".join(rows)


if __name__ == "__main__":
    print(table(run()))
