"""The regulation runs: its clauses evaluated on the data of a CRM.

`salesreg.evaluate(regulation, data, as_of=...)` is the way in: the package has the
name of what it does, so it can be called.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from salesreg.compare.history import History
    from salesreg.evaluate.evaluation import Evaluation
    from salesreg.evaluate.reading.columns import Columns
    from salesreg.evaluate.reading.loading import Data
    from salesreg.model.regulation import Regulation


class _Callable(ModuleType):
    # A package that is called as the function that it is named after, and whose
    # help is that of the function.

    @property
    def __doc__(self) -> str | None:  # type: ignore[override]
        from salesreg.evaluate.evaluation import evaluate  # noqa: PLC0415

        return evaluate.__doc__

    def __call__(
        self,
        regulation: Regulation | History,
        data: Data,
        *,
        as_of: dt.datetime,
        columns: Columns | None = None,
        engine: object = None,
    ) -> Evaluation:
        """Hold the data of a CRM to a regulation; see `evaluation.evaluate`."""
        from salesreg.evaluate.evaluation import evaluate  # noqa: PLC0415

        return evaluate(regulation, data, as_of=as_of, columns=columns, engine=engine)


sys.modules[__name__].__class__ = _Callable
