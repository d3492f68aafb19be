"""Strategies, one per type, with plural names; valid by construction.

Every strategy is read from the shapes of the model: a class or a field that
joins the model is drawn without a word being said here. Nothing is drawn and
thrown away, and everything shrinks to the smallest thing that reads well.

All take `language`, `size`, `texts` and `dangling` as `regulations` does, and
the fields of their class: a strategy draws the field, a pair of whole numbers
bounds it (a number, or the length of a list), anything else is its value. What
has a kind (an event, a due date, a condition, an expression) has one strategy
for all kinds; `instances` draws one alone, and every other class.

>>> from hypothesis import find
>>> from salesreg.testing.strategies import durations, moneys, regulations
>>> find(moneys(amount=(100, 200), currency="USD"), lambda money: True)
Money('100 USD')
>>> find(durations(unit="day", working=True), lambda duration: True)
Duration('1 business day')
>>> smallest = find(regulations("en", stages=(2, 6)), lambda regulation: True)
>>> [stage.title for stage in smallest.stages]
['Sales department', 'Sales department']

Type checkers read the signatures in `strategies.pyi`, which is written from the
model like those of the builders.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from hypothesis import strategies as st

from salesreg._text import did_you_mean
from salesreg.build.plurals import about, drawn
from salesreg.model.regulation import Regulation
from salesreg.shapes import Shape, Union
from salesreg.testing.objects import instances, regulations
from salesreg.testing.options import Options
from salesreg.testing.parts import drawer

# Every name that `import *` gives; the list for type checkers is in the stub.
globals()["__all__"] = [*drawn(), "instances"]

Strategy = Callable[..., st.SearchStrategy[object]]


def __getattr__(name: str) -> Strategy:
    """Make the strategy of a type when it is first asked for."""
    shape = drawn().get(name)
    if shape is None:
        hint = did_you_mean(name, drawn())
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(f"{message}; {hint}" if hint else message)
    if shape.type is Regulation:
        return regulations
    made = _of_union(name) if isinstance(shape, Union) else _of_class(shape)
    made.__name__ = made.__qualname__ = name
    made.__doc__ = about(name)
    globals()[name] = made
    return made


def __dir__() -> list[str]:
    """Return the name of every strategy."""
    return sorted([*drawn(), "instances"])


def _of_class(shape: Shape) -> Strategy:
    cls = cast("type[object]", shape.type)

    def draw(**fields: object) -> st.SearchStrategy[object]:
        return instances(cls, **fields)  # type: ignore[arg-type]

    return draw


def _of_union(name: str) -> Strategy:
    def draw(**options: object) -> st.SearchStrategy[object]:
        return _any_of(name, Options(**options))  # type: ignore[arg-type]

    return draw


@st.composite
def _any_of(draw: st.DrawFn, name: str, options: Options) -> object:
    drawing = options.drawing(draw)
    return drawer(drawn()[name])(drawing, drawing.size.depth)
