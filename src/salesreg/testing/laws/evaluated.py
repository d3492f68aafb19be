"""Laws of evaluation: data is judged one way, whichever way it is reckoned."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from salesreg.compare.history import History
from salesreg.evaluate.evaluation import evaluate
from salesreg.evaluate.judgement import judge
from salesreg.evaluate.results import RESULTS
from salesreg.evaluate.tables import Records
from salesreg.model.regulation import Regulation
from salesreg.testing.laws.same import holds


def evaluation_agrees(
    regulation: Regulation | History, records: Records, as_of: dt.datetime
) -> None:
    """For all r, data d, moments t and tables e: e(r, d, t) by SQL is e(r, d, t).

    What SQL makes of the tables is, row by row, what the plain evaluator says of
    each deal.

    Args:
        regulation: The regulation, or its editions.
        records: The data of a CRM.
        as_of: The moment as of which it is seen.

    Raises:
        AssertionError: A row is on one side only.
    """
    found = evaluate(regulation, records, as_of=as_of)
    plain = judge(regulation, records, as_of)
    for name in RESULTS:
        by_sql, said = Counter(found.table(name)), Counter(plain.table(name))
        extra, lacking = by_sql - said, said - by_sql
        holds(f"{name}: only SQL gives {next(iter(extra), None)}", not extra)
        holds(f"{name}: SQL does not give {next(iter(lacking), None)}", not lacking)
