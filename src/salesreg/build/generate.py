"""Writes the typed steps and functions of the builders from the model.

Run `python -m salesreg.build.generate` after a change of the model; a test
fails until it is done. The model stays the only place where a field is named,
typed and explained.
"""

from __future__ import annotations

import datetime as dt
import functools
import keyword
import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import get_args

from salesreg.build.homes import class_of, step_of
from salesreg.build.shorthands import lone, refers_to
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
from salesreg.values import times
from salesreg.values.amounts import Money, Percent, Quantity
from salesreg.values.condition import AllOf

WIDTH = 88
UNIONS = {"Happens": "Event", "In": "Due", "Is": "Condition", "Count": "Expression"}
"""The names that the model gives to unions, by their first member."""
WORDS = {get_args(times.Weekday): "Weekday", get_args(times.Cadence): "Cadence"}
"""The names that the model gives to sets of words."""
CONDITIONS = AllOf.__module__
TIMES = ("Cadence", "ClockTime", "Duration", "Weekday", "Window")
TYPES = "salesreg.build._types"


def written() -> dict[str, str]:
    """Return the text of each generated module by its file name."""
    return {
        "_types.py": _module(
            "What may be written where a thing of the model stands.", _aliases()
        ),
        "_pieces.py": _module(
            "A function for each class of the model, which takes shorthands.",
            [*map(_function, classes()), _all()],
        ),
        "_steps.py": _module(
            "A step for each field of a regulation, which takes shorthands.",
            [_STEPS, *map(_step, fields_of(Regulation).values())],
        ),
    }


@functools.cache
def classes() -> list[type]:
    """Return the classes that have a function, by its name.

    Conditions have none, because `where()` reads better. The regulation is
    opened by `regulation()`, which gives a builder.
    """
    seen: dict[type, None] = {}
    _collect(Record(Regulation), seen)
    found = {cls for cls in seen if cls.__module__ != CONDITIONS}
    return sorted(found - {Regulation}, key=function_of)


def _collect(shape: Shape, seen: dict[type, None]) -> None:
    match shape:
        case Maybe() | Sequence():
            _collect(shape.item, seen)
        case Union():
            for member in shape.members:
                _collect(member, seen)
        case Record() if shape.type not in seen:
            seen[shape.type] = None
            for field in fields_of(shape.type).values():
                _collect(field.shape, seen)
        case _:
            pass


def function_of(cls: type) -> str:
    """Return the name of the function that gives a piece of a class.

    >>> from salesreg.values.deadline import ByDay, In
    >>> function_of(ByDay), function_of(In)
    ('by_day', 'in_')
    """
    name = re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()
    return f"{name}_" if keyword.iskeyword(name) else name


# What a parameter accepts


def accepted(shape: Shape) -> str:
    """Return the type of the values that `adapt` turns into a shape."""
    match shape:
        case Maybe():
            return f"{accepted(shape.item)} | None"
        case Sequence():
            items = f"Iterable[{accepted(shape.item)}]"
            # Days of the week have a short form: "mon-fri".
            return f"{items} | str" if items == "Iterable[Weekday]" else items
        case Choice():
            words = f"Literal[{', '.join(map(_quoted, shape.options))}]"
            return WORDS.get(shape.options, words)
        case Record():
            return f"{shape.type.__name__}Like"
        case Union():
            return f"{_union_name(shape)}Like"
        case _:
            return _accepted_value(shape)


def _accepted_value(shape: Shape) -> str:
    if shape.type is Decimal:
        return "Decimal | int | str"
    if shape.type is dt.date:
        return "dt.date | str"
    if shape.type is Quantity:
        return "Quantity | Money | Percent | str"
    if is_text_value(shape.type):
        return f"{shape.type.__name__} | str"
    target = refers_to(shape)
    return f"{target}Key" if target else shape.type.__name__


def _union_name(shape: Union) -> str:
    names = [member.type.__name__ for member in shape.members]
    return UNIONS.get(names[0]) or "Or".join(names)


def _aliases() -> Iterator[str]:
    """Yield an alias for each record, union and reference that a field holds."""
    shapes: dict[str, Shape] = {}
    for cls in (Regulation, *classes()):
        for field in fields_of(cls).values():
            shape = field.shape
            while isinstance(shape, Maybe | Sequence):
                shape = shape.item
            if isinstance(shape, Record | Union) or refers_to(shape):
                shapes[accepted(shape)] = shape
    yield '\n\nFields: TypeAlias = Mapping[str, object]\n"""A dict of fields."""\n'
    for name in sorted(shapes):
        yield _alias(name, shapes[name])


def _alias(name: str, shape: Shape) -> str:
    target = refers_to(shape)
    if target:
        return _union_of(name, ["str", target, f"Given[{target}]"])
    if isinstance(shape, Union):
        union = _union_name(shape)
        members = [member.type.__name__ for member in shape.members]
        names = [union] if union in UNIONS.values() else members
        # No function gives a condition, so none comes as a piece.
        pieces = [] if union == "Condition" else [f"Given[{one}]" for one in names]
        stands_for = lone(shape.members[0].type)
        names += [*pieces, "Fields"]
    else:
        cls = shape.type.__name__
        stands_for = lone(shape.type)
        names = [cls, f"Given[{cls}]", "Fields"]
    if stands_for is not None:
        names += accepted(stands_for.shape).split(" | ")
    return _union_of(name, names)


def _union_of(name: str, members: list[str]) -> str:
    union = f'"{" | ".join(dict.fromkeys(members))}"'
    line = f"{name}: TypeAlias = {union}\n"
    if len(line) > WIDTH + 1:
        line = f"{name}: TypeAlias = (\n    {union}\n)\n"
    return line


# The functions and the steps


def _function(cls: type) -> str:
    signature = f"def {function_of(cls)}({{}}) -> Given[{cls.__name__}]:"
    return f"\n\n@gives({cls.__name__})\n" + _body(cls, signature, [])


def _all() -> str:
    names = "".join(f'    "{function_of(cls)}",\n' for cls in classes())
    return f"\n\n__all__ = [\n{names}]\n"


def _step(field: Field) -> str:
    cls = class_of(field.shape)
    if cls is None:
        return ""
    signature = f"def {step_of(field.name)}({{}}) -> Self:"
    step = _body(cls, signature, ["self"], "    ")
    decorator = f'\n@adds("{field.name}", {cls.__name__})\n'
    return textwrap.indent(decorator + step, "    ")


_STEPS = '''

class Steps(Chain):
    """The steps of a builder: one for each field of a regulation."""

    __slots__ = ()
'''


def _body(cls: type, signature: str, first: list[str], indent: str = "") -> str:
    fields = list(fields_of(cls).values())
    named = [_parameter(field, WIDTH - len(indent)) for field in fields]
    parameters = first + named[:1] + (["*", *named[1:]] if named[1:] else [])
    wide = "".join(f"\n    {parameter}," for parameter in parameters)
    head = signature.format(f"{wide}\n" if fields else ", ".join(parameters))
    docs = [summary_of(cls)]
    if fields:
        docs.append("Args:\n" + "\n".join(map(_doc, fields)))
    ends = "\n" if len(docs) > 1 or "\n" in docs[0] else ""
    text = '"""' + "\n\n".join(docs) + ends + '"""'
    return f"{head}\n{textwrap.indent(text, '    ')}\n"


def _parameter(field: Field, width: int) -> str:
    kind = accepted(field.shape)
    default = "" if field.required else f" = {_default(field.default)}"
    line = f"{field.name}: {kind}{default}"
    if len(f"    {line},") > width:
        inner = kind.removeprefix("Literal[").partition("]")
        line = f"{field.name}: Literal[\n        {inner[0]}\n    ]{inner[2]}{default}"
    return line


def _default(value: object) -> str:
    assert value is None or value == () or isinstance(value, str | int), value
    return _quoted(value) if isinstance(value, str) else repr(value)


def _quoted(text: str) -> str:
    return f'"{text}"'


def _doc(field: Field) -> str:
    return textwrap.fill(
        f"{field.name}: {field.doc}",
        WIDTH - 8,
        initial_indent="    ",
        subsequent_indent="        ",
    )


# The modules


def _module(about: str, parts: Iterable[str]) -> str:
    body = "".join(parts)
    return (
        f'"""{about}\n\n'
        "Written by `python -m salesreg.build.generate` from the model; do not edit.\n"
        '"""\n\n'
        "# Decorators put the bodies in; names and docs are the model's.\n"
        '# mypy: disable-error-code="empty-body"\n'
        "# pyright: reportReturnType=false\n"
        "# ruff: noqa\n\n"
        f"from __future__ import annotations\n\n{_imports(body)}{body}"
    )


def _imports(body: str) -> str:
    code = re.sub(r'"""[\s\S]*?"""', "", body)
    words = set(re.findall(r"\w+", code))
    modules: dict[str, list[str]] = {}
    for name, module in _origins().items():
        defined = re.search(rf"^{name}\b", code, re.MULTILINE)
        if name in words and not defined:
            modules.setdefault(module, []).append(name)
    lines = ["import datetime as dt\n"] if "dt" in words else []
    ours = False
    for module in sorted(modules, key=lambda name: (name.startswith("salesreg"), name)):
        if module.startswith("salesreg") and not ours:
            ours = True
            lines.append("\n")
        names = sorted(modules[module], key=_import_order)
        line = f"from {module} import {', '.join(names)}\n"
        if len(line) > WIDTH + 1:
            inner = "".join(f"    {name},\n" for name in names)
            line = f"from {module} import (\n{inner})\n"
        lines.append(line)
    return "".join(lines)


def _import_order(name: str) -> tuple[bool, str]:
    # isort puts classes before functions.
    return name[0].islower(), name


def _origins() -> Mapping[str, str]:
    aliases = "".join(_aliases())
    unions = ("salesreg.values.event", "salesreg.values.deadline", CONDITIONS)
    return {
        "Iterable": "collections.abc",
        "Mapping": "collections.abc",
        "Decimal": "decimal",
        **dict.fromkeys(("Literal", "Self", "TypeAlias"), "typing"),
        "Given": "salesreg.build.given",
        "Chain": "salesreg.build.chain",
        **dict.fromkeys(("adds", "gives"), "salesreg.build.take"),
        **dict.fromkeys(re.findall(r"^(\w+): TypeAlias", aliases, re.MULTILINE), TYPES),
        **{cls.__name__: cls.__module__ for cls in classes()},
        **dict(zip(("Event", "Due", "Condition"), unions, strict=True)),
        "Expression": "salesreg.values.expression",
        **{cls.__name__: cls.__module__ for cls in (Money, Percent, Quantity)},
        **dict.fromkeys(TIMES, times.__name__),
        "Period": "salesreg.values.period",
    }


def main() -> None:
    """Write the modules beside this one."""
    for name, text in written().items():
        (Path(__file__).parent / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
