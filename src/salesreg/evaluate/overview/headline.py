"""What to say where no clause was found broken: all was kept, or nothing was seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from salesreg.document.words import Words
from salesreg.evaluate.sql.dialects import written

if TYPE_CHECKING:
    from salesreg.evaluate.evaluation import Evaluation


def saw_nothing(evaluation: Evaluation) -> bool:
    """Tell whether there is no deal and no time spent that could be looked at."""
    engine = evaluation.loaded.engine
    return not any(
        next(iter(engine.rows(written(query, engine.dialect))), None)
        for table in ("deals", "activities")
        for query in (f"SELECT 1 AS seen FROM salesreg_{table} LIMIT 1",)
    )


def headline(evaluation: Evaluation, words: Words) -> str:
    """Return what to say where no clause was found broken."""
    if not saw_nothing(evaluation):
        return words.say("Every clause that could be looked at was kept.")
    if next(iter(evaluation.rejects), None) is None:
        return words.say("Nothing could be checked: the tables have no rows.")
    return words.say("Nothing could be checked: no row of the tables can be used.")
