"""The pieces of a builder, in order: a persistent list that shares its prefix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Self

import attrs
from attrs import frozen

from salesreg._text import did_you_mean, shown
from salesreg.build.given import Given, caller, is_given
from salesreg.build.homes import HOMES, IDENTITY, REPEATED, TEXT, step_of
from salesreg.errors import Place, Problem
from salesreg.model.regulation import Regulation
from salesreg.shapes import fields_of, is_items

Piece = tuple[str, Given[object]]
"""What one step gives, after the field of `Regulation` that it belongs to."""


@frozen(eq=False)
class Link:
    """One piece and all that came before it.

    Attributes:
        before: The pieces before; None for the first.
        piece: The piece; its field is empty when it belongs to none.
        count: How many pieces there are, this one included.
    """

    before: Link | None
    piece: Piece
    count: int


@frozen(eq=False, repr=False)
class Chain:
    """An immutable builder: each step returns a new one, and the old one stays.

    Attributes:
        last: The last piece and all before it; None when there is none yet.
    """

    last: Link | None = None

    def with_piece(self, field: str, given: Given[object]) -> Self:
        """Return the builder with a piece after the others."""
        count = self.last.count + 1 if self.last else 1
        return attrs.evolve(self, last=Link(self.last, (field, given), count))

    def add(self, *things: object) -> Self:
        """Return the builder with more pieces after its own.

        Args:
            things: Each a part, another builder, what a function such as
                `sr.role()` gives, an object of the model, or a whole
                regulation. Of builders and regulations the contents are
                added; key, title and language are not.
        """
        made, place = self, caller()
        for thing in things:
            for field, given in _pieces_of(thing, place):
                made = made.with_piece(field, given)
        return made

    def text(self, text: str) -> Self:
        """Say what else there is to say, at the end of the general provisions."""
        wrong = tuple(TEXT.problems(text))
        given = Given(str, None if wrong else text, wrong, caller())
        return self.with_piece("text", given)

    def pieces(self) -> list[Piece]:
        """Return the pieces in the order of the steps."""
        pieces: list[Piece] = []
        link = self.last
        while link is not None:
            pieces.append(link.piece)
            link = link.before
        pieces.reverse()
        return pieces

    def problems(self) -> tuple[Problem, ...]:
        """Return everything that is wrong so far, each with its place."""
        return tuple(assembled(self)[1])

    def __eq__(self, other: object) -> bool:
        """Tell whether both builders have equal steps, wherever they are written."""
        if not isinstance(other, Chain) or type(self) is not type(other):
            return NotImplemented
        mine, theirs = self.last, other.last
        # A common prefix is the same object, so branches compare quickly.
        while mine is not theirs:
            if mine is None or theirs is None or mine.count != theirs.count:
                return False
            if mine.piece != theirs.piece:
                return False
            mine, theirs = mine.before, theirs.before
        return True

    def __hash__(self) -> int:
        """Return the hash of the steps."""
        return hash(tuple(self.pieces()))

    def __reduce__(self) -> tuple[object, ...]:
        """Copy and pickle step by step: links inside links exhaust the stack."""
        names = [field.name for field in attrs.fields(type(self))]
        rest = {name: getattr(self, name) for name in names if name != "last"}
        return _rebuilt, (type(self), rest, self.pieces())

    def __repr__(self) -> str:
        """Return what the builder holds so far, on one line."""
        counts: dict[str, int] = {}
        for field, _ in self.pieces():
            counts[field] = counts.get(field, 0) + 1
        parts = [
            f"{count} {field if count > 1 else step_of(field)}"
            if field in REPEATED
            else field
            for field, count in counts.items()
            if field
        ]
        contents = ", ".join(parts) or "nothing yet"
        problems = len(self.problems())
        if problems:
            contents += f"; {problems} problem" + ("s" if problems > 1 else "")
        return f"<{self._called()}: {contents}>"

    def _called(self) -> str:
        return type(self).__name__

    if not TYPE_CHECKING:  # a type checker would let every name pass

        def __getattr__(self, name: str) -> object:
            """Refuse an unknown step, naming the one that was probably meant."""
            message = f"{type(self).__name__} has no step {name!r}"
            steps = [step for step in dir(type(self)) if not step.startswith("_")]
            hint = did_you_mean(name, steps)
            raise AttributeError(f"{message}; {hint}" if hint else message)


def _rebuilt(
    cls: type[Chain], rest: Mapping[str, object], pieces: Iterable[Piece]
) -> Chain:
    made = cls(**rest)  # type: ignore[arg-type]
    for field, given in pieces:
        made = made.with_piece(field, given)
    return made


def assembled(chain: Chain) -> tuple[dict[str, object], list[Problem]]:
    """Return the fields that the pieces give, and what is wrong with them."""
    lists: dict[str, list[object]] = {}
    single: dict[str, Given[object]] = {}
    problems: list[Problem] = []
    for field, given in chain.pieces():
        if field in REPEATED:
            items = lists.setdefault(field, [])
            wrong = [problem.under(field, len(items)) for problem in given.problems()]
            items.append(given.made)
        elif field in single:
            wrong = [_twice(field, single[field].place, given.place)]
        elif field:
            single[field] = given
            wrong = [problem.under(field) for problem in given.problems()]
        else:
            wrong = list(given.problems())
        problems += wrong
    fields: dict[str, object] = {name: tuple(items) for name, items in lists.items()}
    fields.update((name, given.made) for name, given in single.items())
    return fields, problems


def _twice(field: str, first: Place | None, second: Place | None) -> Problem:
    message = f"{field!r} is given twice, first at {first or 'an unknown place'}"
    return Problem("given-twice", message, f"/{field}", second, "keep one of them")


def _pieces_of(thing: object, place: Place | None) -> Iterator[Piece]:
    if isinstance(thing, Chain):
        yield from thing.pieces()
    elif isinstance(thing, Regulation):
        yield from _contents(thing, place)
    elif is_given(thing):
        yield _piece(thing, place)
    else:
        yield _piece(Given(type(thing), thing, place=place), place)


def _piece(given: Given[object], place: Place | None) -> Piece:
    if given.cls in HOMES:
        return HOMES[given.cls], given
    what = f"a {given.cls.__name__}" if attrs.has(given.cls) else shown(given.made)
    message = f"cannot add {what} to a regulation"
    hint = "add a part, a builder or a thing such as a Role"
    problem = Problem(code="no-home", message=message, hint=hint)
    return "", Given(given.cls, wrong=(problem, *given.wrong), place=place)


def _contents(regulation: Regulation, place: Place | None) -> Iterator[Piece]:
    for name, field in fields_of(Regulation).items():
        value: object = getattr(regulation, name)
        if name in IDENTITY or value == field.default:
            continue
        for item in value if is_items(value) else (value,):
            yield name, Given(type(item), item, place=place)
