"""The regulation runs: its clauses evaluated on the data of a CRM.

`salesreg.evaluate(regulation, data, as_of=...)` is the way in: the package has the
name of what it does, so it can be called.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from salesreg.evaluate.evaluation import Evaluation


class _Callable(ModuleType):
    """A package that is called as the function that it is named after."""

    def __call__(self, *given: Any, **options: Any) -> Evaluation:
        """Hold the data of a CRM to a regulation; see `evaluation.evaluate`."""
        from salesreg.evaluate.evaluation import evaluate  # noqa: PLC0415

        return evaluate(*given, **options)


sys.modules[__name__].__class__ = _Callable
