"""What was written for one object of the model: the object, or what is wrong."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from types import FrameType
from typing import Generic, TypeGuard, TypeVar

import attrs
from attrs import frozen

from salesreg._text import shown
from salesreg.errors import BuildError, Place, Problem
from salesreg.shapes import fields_of

T_co = TypeVar("T_co", covariant=True)

_HERE = __name__.rpartition(".")[0]


def _without_places(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    return tuple(attrs.evolve(problem, place=None) for problem in problems)


@frozen(repr=False)
class Given(Generic[T_co]):
    """What was written for one object of the model.

    It can stand wherever the object itself can. What is wrong with it is kept
    and told by `build()` of the whole regulation, together with the rest.

    Attributes:
        cls: The class of the object.
        made: The object; None when something is wrong.
        wrong: What is wrong, with paths that start at the object.
        place: Where it was written. Equality leaves places out.
    """

    cls: type[T_co]
    made: T_co | None = None
    wrong: tuple[Problem, ...] = attrs.field(default=(), eq=_without_places)
    place: Place | None = attrs.field(default=None, eq=False)

    def problems(self) -> tuple[Problem, ...]:
        """Return what is wrong, each with its place; empty when nothing is."""
        return placed(self.wrong, self.place)

    def build(self) -> T_co:
        """Return the object; raise `BuildError` with every problem."""
        if self.made is None:
            raise BuildError(self.problems())
        return self.made

    def __repr__(self) -> str:
        """Return what it is and whether it is right, on one line."""
        if self.made is not None:
            first = [getattr(self.made, name) for name in fields_of(self.cls)][:1]
            return f"<{' '.join([self.cls.__name__, *map(shown, first)])}>"
        problems = (
            "1 problem" if len(self.wrong) == 1 else f"{len(self.wrong)} problems"
        )
        return f"<{self.cls.__name__} with {problems}>"


def is_given(value: object) -> TypeGuard[Given[object]]:
    """Tell whether a value was written with a function of the builders."""
    return isinstance(value, Given)


def placed(problems: Iterable[Problem], place: Place | None) -> tuple[Problem, ...]:
    """Return the problems, those without a place at the place given."""
    return tuple(
        problem if problem.place else attrs.evolve(problem, place=place)
        for problem in problems
    )


def caller(*packages: str) -> Place | None:
    """Return the line of the script or notebook cell that called a builder.

    Args:
        packages: Other packages of builders, whose own lines are passed over.
    """
    frame = inspect.currentframe()
    ours = (_HERE, *packages)
    while frame is not None and _is_in(frame, ours):
        frame = frame.f_back
    if frame is None:
        return None
    return Place(_file(frame), frame.f_lineno)


def _is_in(frame: FrameType, packages: tuple[str, ...]) -> bool:
    module = str(frame.f_globals.get("__name__"))
    return any(f"{module}.".startswith(f"{package}.") for package in packages)


def _file(frame: FrameType) -> str:
    """Return the file of a frame; a notebook's cell by the number it shows."""
    file = frame.f_code.co_filename
    shell: Callable[[], object] | None = frame.f_globals.get("get_ipython")
    if shell is None:
        return file
    compiler = getattr(shell(), "compile", None)
    name_of = getattr(compiler, "format_code_name", None)
    named = name_of(file) if name_of else None
    return named[1] if named else file
