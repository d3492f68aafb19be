"""Ages: how long ago a date is, cut at the durations that conditions name."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from salesreg.values.condition import Condition, Filled, Not, Within
from salesreg.values.times import measured


class AgeCells:
    """How long ago the date of a field is, by one clock, the latest first.

    What was within one duration was within every longer one. Clocks know nothing
    of each other, nor of the calendar: days may be months, whatever their number.

    Attributes:
        cells: What is said of the cells, which are possible for every date.
    """

    def __init__(self, leaves: Iterable[Within]) -> None:
        """Order durations of one clock."""
        by_length = {measured(leaf.duration)[1]: leaf for leaf in leaves}
        self._at = {length: at for at, length in enumerate(sorted(by_length))}
        order = [by_length[length] for length in self._at]
        self.cells: list[tuple[Condition, ...]] = [(order[0],)]
        for shorter, longer in pairwise(order):
            self.cells.append((longer, Not(of=shorter)))
        # A field without a date is not within anything either.
        filled = Filled(field=order[-1].field)
        self.cells.append((filled, Not(of=order[-1])))

    def where(self, leaf: Within) -> int:
        """Return the cells in which a condition of this clock holds."""
        return (2 << self._at[measured(leaf.duration)[1]]) - 1
