"""The strategies of `salesreg.testing`, as the model gives them: names, signatures.

What draws is in `salesreg.testing`; here is only what can be read from the model,
so that editors and type checkers know every field of every strategy.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from salesreg.build.signatures import UNIONS, WIDTH, WORDS, model
from salesreg.model.regulation import Regulation
from salesreg.shapes import (
    Choice,
    Field,
    Maybe,
    Record,
    Sequence,
    Shape,
    Union,
    fields_of,
    is_text_value,
    summary_of,
)

OTHERWISE = {"Strategy": "sales_strategies"}
"""Plurals that say something else already: the strategies themselves."""
_ENDINGS = (
    ("ey", "eys"),
    ("y", "ies"),
    ("terion", "teria"),
    ("ss", "sses"),
    ("ch", "ches"),
    ("x", "xes"),
    ("s", "s"),
)
OPTIONS = ("language", "size", "texts", "dangling")
"""The keywords that every strategy takes."""


def plural_of(name: str) -> str:
    """Return the name of the strategy that draws the things of a class.

    >>> [plural_of(name) for name in ("Stage", "PayPlan", "Activity", "Money")]
    ['stages', 'pay_plans', 'activities', 'moneys']
    >>> [plural_of(name) for name in ("Access", "Attempts", "Criterion", "Strategy")]
    ['accesses', 'attempts', 'criteria', 'sales_strategies']
    """
    if name in OTHERWISE:
        return OTHERWISE[name]
    one = re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
    for singular, plural in _ENDINGS:
        if one.endswith(singular):
            return one.removesuffix(singular) + plural
    return f"{one}s"


@functools.cache
def drawn() -> Mapping[str, Shape]:
    """Return the shape that each strategy draws, by the strategy's name.

    There is one for each class, and one for each union that has a name: it draws
    any of its members.
    """
    found: dict[str, Shape] = {}
    for cls in (*model(), *_texts()):
        found[plural_of(cls.__name__)] = Record(cls)
    for union in _unions():
        for member in union.members:
            found.pop(plural_of(member.type.__name__), None)
    named = {plural_of(UNIONS[_first(union)]): union for union in _unions()}
    return dict(sorted({**found, **named}.items()))


def _leaves() -> Iterator[Shape]:
    for cls in model():
        for field in fields_of(cls).values():
            shape = field.shape
            while isinstance(shape, Maybe | Sequence):
                shape = shape.item
            yield shape


def _texts() -> set[type]:
    return {shape.type for shape in _leaves() if is_text_value(shape.type)}


def _unions() -> Iterable[Union]:
    unions = [shape for shape in _leaves() if isinstance(shape, Union)]
    return {_first(one): one for one in unions if _first(one) in UNIONS}.values()


def _first(union: Union) -> str:
    return union.members[0].type.__name__


# The signatures


def strategies() -> Iterator[str]:
    """Yield the source of each strategy of one type, for type checkers."""
    names = "".join(f'    "{name}",\n' for name in [*drawn(), "instances"])
    yield f"__all__ = [\n{names}]\n"
    for name, shape in drawn().items():
        yield _strategy(name, shape)


def _strategy(name: str, shape: Shape) -> str:
    kind = held(shape)
    is_root = shape.type is Regulation
    fields = {} if isinstance(shape, Union) else dict(fields_of(shape.type))
    for option in OPTIONS:
        fields.pop(option, None)
    parameters = ["language: Language | None = ..."]
    parameters.insert(1 if is_root else 0, "*")
    parameters += ["size: Extent = ...", "texts: Texts = ...", "dangling: bool = ..."]
    if is_root:
        parameters.append("with_pay: bool | None = ...")
    parameters += [f"{one.name}: {_settled(one)} = ..." for one in fields.values()]
    inside = "".join(f"    {parameter},\n" for parameter in parameters)
    docs = textwrap.fill(f'"""{about(name)}"""', WIDTH - 4)
    return (
        f"\n\ndef {name}(\n{inside}) -> st.SearchStrategy[{kind}]:\n"
        f"{textwrap.indent(docs, '    ')}\n"
    )


def about(name: str) -> str:
    """Return what a strategy draws, in a sentence.

    >>> about("stages"), about("events")
    ('Draws `Stage`: a stage of the pipeline.', 'Draws `Event` of any kind.')
    """
    shape = drawn()[name]
    if isinstance(shape, Union):
        return f"Draws `{held(shape)}` of any kind."
    summary = summary_of(shape.type).partition("\n\n")[0].replace("\n", " ")
    return f"Draws `{held(shape)}`: {summary[:1].lower()}{summary[1:]}"


def _settled(field: Field) -> str:
    shape = field.shape.item if isinstance(field.shape, Maybe) else field.shape
    pair = isinstance(shape, Sequence) or shape.type in {int, Decimal}
    return f"Drawn[{held(field.shape)}]" + (" | Pair" if pair else "")


def held(shape: Shape) -> str:
    """Return the type of the values of a shape, as an annotation names it."""
    match shape:
        case Maybe():
            return f"{held(shape.item)} | None"
        case Sequence():
            return f"tuple[{held(shape.item)}, ...]"
        case Choice():
            words = ", ".join(f'"{word}"' for word in shape.options)
            return WORDS.get(shape.options, f"Literal[{words}]")
        case Union():
            members = " | ".join(one.type.__name__ for one in shape.members)
            return UNIONS.get(_first(shape), members)
        case _ if shape.type is dt.date:
            return "dt.date"
        case _:
            return shape.type.__name__
