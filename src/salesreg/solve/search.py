"""Search: values for variables with few values each, under clauses.

Each variable has a finite number of cells, and a set of cells is the bits of an
int. A literal says that a variable lies in a set of cells, a clause that one of
its literals holds. This is signed satisfiability, solved as Davis, Putnam,
Logemann and Loveland (1962) do it: units are propagated, then a variable's cells
are split in two. Everything is iterative and ordered, so that one question always
has one answer.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import NamedTuple


class Literal(NamedTuple):
    """A variable lies in a set of its cells.

    Attributes:
        variable: The number of the variable.
        cells: The set, one bit for each cell.
    """

    variable: int
    cells: int


Clause = tuple[Literal, ...]


class TooHard(Exception):  # noqa: N818 - it says how it is, nothing is wrong
    """The steps are used up before the answer was found."""


class Budget:
    """How many steps may still be made; a step looks at one literal.

    Attributes:
        left: The steps that are left.
    """

    def __init__(self, steps: int) -> None:
        """Take the number of steps."""
        self.left = steps

    def spend(self, steps: int) -> None:
        """Take steps away; raise `TooHard` when there are too few."""
        self.left -= steps
        if self.left < 0:
            raise TooHard


def search(
    cells: Sequence[int], clauses: Sequence[Clause], budget: Budget
) -> dict[int, int] | None:
    """Return cells for the variables of the clauses, or None when there are none.

    Each variable may take any of the cells that it is given: all combinations of
    them satisfy the clauses.

    Args:
        cells: The cells that each variable has.
        clauses: What must hold; an empty clause never does.
        budget: The steps that may be made.

    Raises:
        TooHard: The budget is used up.

    >>> either, first = Literal(0, 0b011), Literal(1, 0b01)
    >>> search([0b111, 0b11], [(either, first), (Literal(1, 0b10),)], Budget(100))
    {0: 3, 1: 2}
    """
    return _Search(cells, clauses, budget).run()


class _Search:
    def __init__(
        self, cells: Sequence[int], clauses: Sequence[Clause], budget: Budget
    ) -> None:
        self.clauses = clauses
        self.budget = budget
        self.cells: dict[int, int] = {}
        self.where: dict[int, list[int]] = {}
        for at, clause in enumerate(clauses):
            budget.spend(1 + len(clause))
            for variable, _ in clause:
                self.cells[variable] = cells[variable]
                self.where.setdefault(variable, []).append(at)
        self.trail: list[tuple[int, int]] = []
        # Where each split began in the trail and among the clauses, and the half
        # not yet tried.
        self.splits: list[tuple[int, int, Literal]] = []
        # All clauses before this one hold.
        self.first = 0

    def run(self) -> dict[int, int] | None:
        waiting: Sequence[int] = range(len(self.clauses))
        if not all(self.cells.values()):
            return None
        while True:
            if self.propagated(waiting):
                split = self.next_split()
                if split is None:
                    return self.cells
                variable, inside = split
                outside = self.cells[variable] & ~inside
                other = Literal(variable, outside)
                self.splits.append((len(self.trail), self.first, other))
                waiting = self.narrowed(split)
            elif self.splits:
                mark, self.first, other = self.splits.pop()
                while len(self.trail) > mark:
                    variable, before = self.trail.pop()
                    self.cells[variable] = before
                waiting = self.narrowed(other)
            else:
                return None

    def narrowed(self, literal: Literal) -> Sequence[int]:
        variable, inside = literal
        self.trail.append((variable, self.cells[variable]))
        self.cells[variable] &= inside
        return self.where[variable]

    def propagated(self, waiting: Sequence[int]) -> bool:
        """Narrow by every clause that has one literal left; False when none has."""
        queue = deque(waiting)
        queued = set(waiting)
        while queue:
            at = queue.popleft()
            queued.discard(at)
            open_ = self.open_literals(at)
            if open_ is None or len(open_) > 1:
                continue
            if not open_:
                return False
            for other in self.narrowed(open_[0]):
                if other not in queued:
                    queued.add(other)
                    queue.append(other)
        return True

    def open_literals(self, at: int) -> list[Literal] | None:
        """Return two literals at most that may hold; None when one does already."""
        clause = self.clauses[at]
        self.budget.spend(1 + len(clause))
        found: list[Literal] = []
        for literal in clause:
            held = self.cells[literal.variable]
            inside = held & literal.cells
            if inside == held:
                return None
            if inside:
                found.append(literal)
        return found[:2]

    def next_split(self) -> Literal | None:
        while self.first < len(self.clauses):
            open_ = self.open_literals(self.first)
            if open_:
                return open_[0]
            self.first += 1
        return None
