"""Comparing conditions: questions about them made into searches over cells."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from salesreg.solve.ages import AgeCells
from salesreg.solve.cells import Domain, Fact, FieldCells
from salesreg.solve.search import Budget, Clause, Literal, search
from salesreg.values.condition import AllOf, AnyOf, Condition, Not, Within
from salesreg.values.facts import Leaf
from salesreg.values.times import Clock, measured

STEPS = 100_000
"""How many literals are looked at before a question is given up."""

_CUTTING = 8
"""How many steps it is worth to cut a field at one condition."""

Domains = Mapping[str, Domain]
_Wanted = tuple[Condition, bool]


class Deal(NamedTuple):
    """An example of a deal.

    Attributes:
        facts: What its fields hold. Other fields are empty, but for those of
            which is only said that they are filled, or how long ago they were.
        said: The same as conditions, field by field; a field that may hold
            anything is left out.
        sure: Whether there surely can be such a deal. Not so when that hangs on
            how long a month is or on what day it is, or when conditions ask one
            field for values of several kinds.
    """

    facts: Mapping[str, Fact]
    said: tuple[Condition, ...]
    sure: bool = True


def leaves_of(condition: Condition) -> Iterator[Leaf]:
    """Yield the conditions on single fields that a condition is made of."""
    waiting: list[Condition] = [condition]
    while waiting:
        current = waiting.pop()
        if isinstance(current, AllOf | AnyOf):
            waiting += reversed(current.of)
        elif isinstance(current, Not):
            waiting.append(current.of)
        else:
            yield current


class Comparison:
    """Conditions over the same fields, about which several questions are asked.

    All questions together share one budget.
    """

    def __init__(
        self,
        conditions: Sequence[Condition],
        domains: Domains | None = None,
        steps: int = STEPS,
    ) -> None:
        """Cut the values of the fields into cells.

        Raises:
            TooHard: There are too many conditions.
        """
        self._conditions = conditions
        self._budget = Budget(steps)
        self._clauses: dict[tuple[int, bool], list[Clause]] = {}
        # The cells that each variable of the search has. Fields come first, then
        # ages, then the groups inside groups.
        self._cells: list[int] = []
        self._fields: dict[str, tuple[int, FieldCells]] = {}
        self._ages: dict[str, dict[Clock, tuple[int, AgeCells]]] = {}
        by_field: dict[str, list[Leaf]] = {}
        by_clock: dict[tuple[str, Clock], list[Within]] = {}
        for condition in conditions:
            for leaf in leaves_of(condition):
                # The cells are made before anything is asked.
                self._budget.spend(_CUTTING)
                by_field.setdefault(leaf.field, []).append(leaf)
                if isinstance(leaf, Within):
                    clock, _ = measured(leaf.duration)
                    by_clock.setdefault((leaf.field, clock), []).append(leaf)
        for field, leaves in by_field.items():
            cells = FieldCells(field, leaves, (domains or {}).get(field, Domain()))
            self._fields[field] = self._variable(cells.possible), cells
        for (field, clock), recent in by_clock.items():
            ages = AgeCells(recent)
            variable = self._variable((1 << len(ages.cells)) - 1)
            self._ages.setdefault(field, {})[clock] = variable, ages

    def _variable(self, cells: int) -> int:
        self._cells.append(cells)
        return len(self._cells) - 1

    def find(self, hold: Iterable[int] = (), fail: Iterable[int] = ()) -> Deal | None:
        """Return a deal, or None when there can be none.

        Args:
            hold: Positions of the conditions that it satisfies.
            fail: Positions of the conditions that it does not satisfy.

        Raises:
            TooHard: The steps are used up.
        """
        clauses: list[Clause] = []
        for wanted, positions in ((True, hold), (False, fail)):
            for position in positions:
                clauses += self._compiled(position, wanted=wanted)
        found = search(self._cells, clauses, self._budget)
        return None if found is None else self._deal(found)

    def _compiled(self, position: int, *, wanted: bool) -> list[Clause]:
        known = self._clauses.get((position, wanted))
        if known is None:
            known = list(self._compile((self._conditions[position], wanted)))
            self._clauses[position, wanted] = known
        return known

    def _compile(self, asked: _Wanted) -> Iterator[Clause]:
        # Each entry is a clause to be: its literals so far, and more members. A
        # group inside a clause gets a variable of its own, which is true only if
        # the group holds, so that the clauses grow no faster than the condition.
        waiting: deque[tuple[Clause, Sequence[_Wanted | Literal]]] = deque()
        waiting.append(((), (asked,)))
        while waiting:
            guard, members = waiting.popleft()
            literals, groups = self._split(members)
            if len(groups) == 1 and not literals:
                waiting.extend((guard, (member,)) for member in groups[0])
                continue
            for group in groups:
                variable = self._variable(0b11)
                literals.append(Literal(variable, 0b10))
                below = (Literal(variable, 0b01),)
                waiting.extend((below, (member,)) for member in group)
            self._budget.spend(1 + len(literals))
            yield (*guard, *_joined(literals))

    def _split(
        self, members: Iterable[_Wanted | Literal]
    ) -> tuple[list[Literal], list[Sequence[_Wanted | Literal]]]:
        """Return the literals of a clause, and the groups that hold as a whole."""
        literals: list[Literal] = []
        groups: list[Sequence[_Wanted | Literal]] = []
        waiting = list(reversed(tuple(members)))
        while waiting:
            member = waiting.pop()
            if isinstance(member, Literal):
                literals.append(member)
                continue
            condition, wanted = member
            if isinstance(condition, Not):
                waiting.append((condition.of, not wanted))
            elif isinstance(condition, AllOf | AnyOf):
                group = [(one, wanted) for one in condition.of]
                if isinstance(condition, AnyOf) == wanted or len(group) == 1:
                    waiting += reversed(group)
                else:
                    groups.append(group)
            elif isinstance(condition, Within):
                both = self._recent(condition)
                if wanted:
                    groups.append(both)
                else:
                    literals += [self._negated(literal) for literal in both]
            else:
                literal = self._literal(condition)
                literals.append(literal if wanted else self._negated(literal))
        return literals, groups

    def _literal(self, leaf: Leaf) -> Literal:
        variable, cells = self._fields[leaf.field]
        # A set of many cells is as much work as the literals it stands for.
        self._budget.spend(1 + len(cells.cells) // 1024)
        return Literal(variable, cells.where(leaf))

    def _recent(self, leaf: Within) -> tuple[Literal, Literal]:
        variable, ages = self._ages[leaf.field][measured(leaf.duration)[0]]
        return self._literal(leaf), Literal(variable, ages.where(leaf))

    def _negated(self, literal: Literal) -> Literal:
        variable, cells = literal
        return Literal(variable, self._cells[variable] & ~cells)

    def _deal(self, found: Mapping[int, int]) -> Deal:
        facts: dict[str, Fact] = {}
        said: list[Condition] = []
        sure = True
        dated = 0
        for field, (variable, cells) in self._fields.items():
            ages = self._ages.get(field, {})
            dated += bool(ages) and cells.dated
            held = found.get(variable, cells.possible)
            at = _first(held)
            cell = cells.cells[at]
            if cell.fact is not None:
                facts[field] = cell.fact
            old = [
                one
                for number, age in ages.values()
                for one in _narrow(found.get(number), self._cells[number], age)
            ]
            if at and old:
                said += old if cell.fact is None else [cell.said, *old]
            elif held != cells.possible:
                said.append(cell.said)
            sure = sure and not cells.mixed and len(ages) < 2
        return Deal(facts, tuple(said), sure and dated < 2)


def _narrow(found: int | None, possible: int, ages: AgeCells) -> tuple[Condition, ...]:
    if found is None or found == possible:
        return ()
    return ages.cells[_first(found)]


def _first(cells: int) -> int:
    return (cells & -cells).bit_length() - 1


def _joined(literals: Iterable[Literal]) -> Iterator[Literal]:
    """Yield one literal for each variable: one of several sets is their union."""
    cells: dict[int, int] = {}
    for variable, inside in literals:
        cells[variable] = cells.get(variable, 0) | inside
    return (Literal(variable, inside) for variable, inside in cells.items())
