"""Cells: what a field may hold, cut so that no condition tells two deals apart.

Words, yes and no, "empty" and the pieces of number lines: finitely many cells
stand for all the values there are, and every condition on one field is true or
false on the whole of each.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from salesreg.solve.lines import Bounds, Line, Size, number_of, sizes_of
from salesreg.values._iso4217 import MINOR_DIGITS
from salesreg.values.amounts import Money, Percent
from salesreg.values.condition import (
    Condition,
    DateBounds,
    Filled,
    Flag,
    Is,
    MoneyBounds,
    Not,
    NumberBounds,
    PercentBounds,
    Within,
)
from salesreg.values.facts import Leaf

Fact = str | bool | Size


class Domain(NamedTuple):
    """What the definition of a field says of its values.

    Attributes:
        choices: The words allowed, when it is a choice; else any text.
        whole: Whether its numbers are whole.
    """

    choices: tuple[str, ...] = ()
    whole: bool = False


class Cell(NamedTuple):
    """Values of a field that no condition tells apart.

    Attributes:
        said: A condition that says what the example is.
        fact: An example; None when the field is empty, and when nobody asks what
            it holds.
    """

    said: Condition
    fact: Fact | None = None


class FieldCells:
    """The cells of one field, the empty one first.

    A field holds values of the kinds that conditions ask it about, and a
    condition of another kind does not hold for them.

    Attributes:
        cells: The cells; a set of them has a bit for each.
        possible: The cells that a field of this definition can be in.
    """

    def __init__(self, field: str, leaves: Iterable[Leaf], domain: Domain) -> None:
        """Cut the values of a field, so far as conditions on it ask."""
        self.field = field
        self.cells = [Cell(Filled(field=field, value=False))]
        self.possible = 1
        self._words: dict[str, int] = {}
        self._flags: dict[bool, int] = {}
        # By kind, and for money by currency: the first cell, and the line.
        self._lines: dict[str, tuple[int, Line]] = {}
        self._kinds: dict[str, int] = {}
        kinds: dict[str, list[Leaf]] = {}
        for leaf in leaves:
            kinds.setdefault(leaf.kind, []).append(leaf)
        kinds.pop(Filled.kind, None)
        if Within.kind in kinds:
            kinds.setdefault(DateBounds.kind, []).extend(kinds.pop(Within.kind))
        for kind, asked in kinds.items():
            first = len(self.cells)
            self._cut(kind, asked, domain)
            self._kinds[kind] = (1 << len(self.cells)) - (1 << first)
        if not kinds:
            self._add(Cell(Filled(field=field)))

    @property
    def mixed(self) -> bool:
        """Whether conditions ask for values of several kinds, which none can be."""
        return len(self._kinds) > 1

    @property
    def dated(self) -> bool:
        """Whether conditions ask for days of the calendar."""
        return DateBounds.kind in self._lines and len(self.cells) > 2

    def _cut(self, kind: str, asked: Sequence[Leaf], domain: Domain) -> None:
        bounds = [leaf for leaf in asked if isinstance(leaf, Bounds)]
        sizes = [size for leaf in bounds for size in sizes_of(leaf)]
        field = self.field
        match kind:
            case "is":
                words = [
                    w for leaf in asked if isinstance(leaf, Is) for w in leaf.values
                ]
                self._cut_words(tuple(dict.fromkeys(words)), domain.choices)
            case "flag":
                for flag in (True, False):
                    self._flags[flag] = 1 << len(self.cells)
                    self._add(Cell(Flag(field=field, value=flag), flag))
            case "money":
                self._cut_money([size for size in sizes if isinstance(size, Money)])
            case "number":
                self._cut_line(kind, sizes, _number(field), whole=domain.whole)
            case "percent":
                self._cut_line(kind, sizes, _percent(field), whole=False)
            case _:
                self._cut_line(kind, sizes, _date(field), whole=True)

    def _add(self, cell: Cell | None) -> None:
        if cell is not None:
            self.possible |= 1 << len(self.cells)
        self.cells.append(cell or self.cells[0])

    def _cut_words(self, words: tuple[str, ...], choices: tuple[str, ...]) -> None:
        field = self.field
        for word in words:
            self._words[word] = 1 << len(self.cells)
            known = not choices or word in choices
            self._add(Cell(Is(field=field, values=(word,)), word) if known else None)
        if choices:
            # Of the words that nobody asks about, one stands for all.
            others = [word for word in choices if word not in self._words]
            for word in others[:1]:
                self._add(Cell(Is(field=field, values=(word,)), word))
            return
        other = "?"
        while other in self._words:
            other += "?"
        said = Filled(field=field) & Not(of=Is(field=field, values=words))
        self._add(Cell(said, other))

    def _cut_money(self, sizes: list[Money]) -> None:
        held: dict[str, list[Size]] = {}
        for size in sizes:
            held.setdefault(size.currency, []).append(size)
        for currency, amounts in held.items():
            self._cut_line(currency, amounts, _money(self.field, currency), whole=False)
        other = next((one for one in _CURRENCIES if one not in held), None)
        if other is not None:
            self._add(_money(self.field, other)(Decimal(1)))

    def _cut_line(
        self,
        name: str,
        sizes: Sequence[Size],
        cell: Callable[[Decimal], Cell | None],
        *,
        whole: bool,
    ) -> None:
        line = Line(map(number_of, sizes), whole=whole)
        self._lines[name] = len(self.cells), line
        if not sizes:
            # Nobody asks which; how long ago a date is may be asked elsewhere.
            self._add(Cell(Filled(field=self.field)))
            return
        for number in line.examples():
            self._add(None if number is None else cell(number))

    def where(self, leaf: Leaf) -> int:
        """Return the cells in which a condition on this field holds.

        For `Within` these are all the dates.
        """
        match leaf:
            case Filled():
                everything = (1 << len(self.cells)) - 1
                return everything & ~1 if leaf.value else 1
            case Flag():
                return self._flags[leaf.value]
            case Is():
                return sum(self._words[word] for word in dict.fromkeys(leaf.values))
            case Within():
                return self._kinds[DateBounds.kind]
            case MoneyBounds():
                sizes = (s for s in sizes_of(leaf) if isinstance(s, Money))
                currencies = {size.currency for size in sizes}
                if not currencies:
                    return self._kinds[leaf.kind]
                if len(currencies) > 1:
                    return 0
                first, line = self._lines[currencies.pop()]
            case _:
                first, line = self._lines[leaf.kind]
        return line.cells(leaf) << first


_CURRENCIES = tuple(dict.fromkeys(("USD", "EUR", "RUB", *MINOR_DIGITS)))


def _number(field: str) -> Callable[[Decimal], Cell]:
    return lambda number: Cell(NumberBounds(field=field, equals=number), number)


def _percent(field: str) -> Callable[[Decimal], Cell]:
    def cell(number: Decimal) -> Cell:
        size = Percent(number)
        return Cell(PercentBounds(field=field, equals=size), size)

    return cell


def _money(field: str, currency: str) -> Callable[[Decimal], Cell]:
    def cell(number: Decimal) -> Cell:
        size = Money(number, currency)
        return Cell(MoneyBounds(field=field, equals=size), size)

    return cell


def _date(field: str) -> Callable[[Decimal], Cell | None]:
    def cell(number: Decimal) -> Cell | None:
        if not 1 <= number <= dt.date.max.toordinal():
            return None
        day = dt.date.fromordinal(int(number))
        return Cell(DateBounds(field=field, equals=day), day)

    return cell
