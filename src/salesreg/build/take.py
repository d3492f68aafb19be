"""How a call with the fields of a class becomes a piece of a regulation.

The generated functions and methods say, for editors and type checkers, which
arguments there are. At run time these decorators put a body behind them that
accepts any argument: what does not fit is a problem with a place, told by
`build()`, and not a `TypeError` that hides the next problem.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import Protocol, Self, TypeVar, cast

from salesreg._text import shown
from salesreg.build.given import Given, caller
from salesreg.build.homes import IDENTITY, step_of
from salesreg.build.shorthands import adapt
from salesreg.convert.structure import structure
from salesreg.errors import Problem, ProblemGroup
from salesreg.model.regulation import Regulation
from salesreg.shapes import fields_of, tag_of

T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., object])


class Taker(Protocol):
    """What a builder does with a piece."""

    def with_piece(self, field: str, given: Given[object]) -> Self:
        """Return the builder with the piece after the others."""
        ...


def given(
    cls: type[T], values: tuple[object, ...], named: Mapping[str, object]
) -> Given[T]:
    """Return what the arguments of one call give for a class.

    The first field of a class may be given without its name.
    """
    place = caller()
    first = next(iter(fields_of(cls)), None)
    problems: list[Problem] = []
    fields = dict(named)
    if len(values) > (first is not None):
        problems.append(_too_many(cls, first, values))
    if values and first is not None:
        if first in fields:
            message = f"{first!r} is given twice: with and without its name"
            problems.append(Problem("given-twice", message, f"/{first}"))
        fields = {first: values[0], **fields}
    tag = tag_of(cls)
    if tag is not None:
        fields = {"kind": tag, **fields}
    try:
        made = structure(cls, fields, adapt)
    except ProblemGroup as group:
        problems += group.problems
    else:
        if not problems:
            return Given(cls, made, place=place)
    return Given(cls, None, tuple(problems), place)


def _too_many(cls: type, first: str | None, values: tuple[object, ...]) -> Problem:
    allowed = f"only {first!r}" if first else "nothing"
    extra = ", ".join(map(shown, values[first is not None :]))
    message = f"{cls.__name__} takes {allowed} without a name, got also {extra}"
    return Problem(code="too-many-values", message=message, hint="write name=value")


def gives(cls: type[object]) -> Callable[[F], F]:
    """Make a function give a piece of the class."""

    def replace(function: F) -> F:
        @functools.wraps(function)
        def call(*values: object, **named: object) -> Given[object]:
            return given(cls, values, named)

        return cast("F", call)

    return replace


def adds(field: str, cls: type[object]) -> Callable[[F], F]:
    """Make a method add a piece of the class to a field of the regulation."""

    def replace(function: F) -> F:
        @functools.wraps(function)
        def call(self: Taker, *values: object, **named: object) -> Taker:
            return self.with_piece(field, given(cls, values, named))

        return cast("F", call)

    return replace


def opens(make: Callable[..., object]) -> Callable[[F], F]:
    """Make a function open a builder with the head of a regulation."""

    def replace(function: F) -> F:
        @functools.wraps(function)
        def call(*values: object, **named: object) -> object:
            contents = [name for name in named if _is_contents(name)]
            names = {name: named[name] for name in named if name not in contents}
            head = given(Regulation, values, names)
            if contents:
                wrong = (*head.wrong, *map(_not_here, contents))
                head = Given(Regulation, wrong=wrong, place=head.place)
            return make(head=head)

        return cast("F", call)

    return replace


def _is_contents(name: str) -> bool:
    return name in fields_of(Regulation) and name not in IDENTITY


def _not_here(name: str) -> Problem:
    message = f"regulation() takes a key, a title and a language, not {name!r}"
    hint = f"say it with a step: .{step_of(name)}(...)"
    return Problem("unknown-field", message, f"/{name}", hint=hint)
