"""Writes what follows from the model: steps, functions, names, strategies.

Run `python -m salesreg.build.generate` after a change of the model; a test
fails until it is done. The model stays the only place where a field is named,
typed and explained.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from salesreg.build.plurals import strategies
from salesreg.build.signatures import (
    CONDITIONS,
    WIDTH,
    aliases,
    classes,
    function,
    function_of,
    model,
    step,
)
from salesreg.model.regulation import Regulation
from salesreg.shapes import fields_of
from salesreg.values import times
from salesreg.values.amounts import Money, Percent, Quantity

TIMES = ("Cadence", "ClockTime", "Duration", "Weekday", "Window")
TYPES = "salesreg.build._types"
BODIES = """\
# Decorators put the bodies in; names and docs are the model's.
# mypy: disable-error-code="empty-body"
# pyright: reportReturnType=false
"""
DRAWN = """
from hypothesis import strategies as st

from salesreg.testing.objects import instances as instances
from salesreg.testing.options import Drawn, Extent, Pair, Texts
"""
STEPS = '''

class Steps(Chain):
    """The steps of a builder: one for each field of a regulation."""

    __slots__ = ()
'''


def written() -> dict[str, str]:
    """Return the text of each generated module by its path from this one's folder."""
    return {
        "_types.py": _module(
            "What may be written where a thing of the model stands.", aliases()
        ),
        "_pieces.py": _module(
            "A function for each class of the model, which takes shorthands.",
            [*map(function, classes()), _all()],
        ),
        "_steps.py": _module(
            "A step for each field of a regulation, which takes shorthands.",
            [STEPS, *map(step, fields_of(Regulation).values())],
        ),
        "_names.py": _headed("The public names that follow from the model.", _names()),
        "_public.py": _headed(
            "The public names that follow from the model, for type checkers.", _public()
        ),
        "../testing/strategies.pyi": _module(
            "The strategies of single types, as type checkers see them.",
            [DRAWN, *strategies()],
        ),
    }


def _all() -> str:
    names = "".join(f'    "{function_of(cls)}",\n' for cls in classes())
    return f"\n\n__all__ = [\n{names}]\n"


# The public names


def _by_module() -> dict[str, list[str]]:
    modules: dict[str, list[str]] = {}
    for cls in sorted(model(), key=lambda cls: (cls.__module__, cls.__name__)):
        modules.setdefault(cls.__module__, []).append(cls.__name__)
    return modules


def _names() -> Iterator[str]:
    pieces = {"salesreg.build._pieces": [function_of(cls) for cls in classes()]}
    yield "NAMES: dict[str, tuple[str, ...]] = {\n"
    for module, names in {**pieces, **_by_module()}.items():
        listed = "".join(f'\n        "{name}",' for name in names)
        listed = f"({listed}\n    )" if names[1:] else f'("{names[0]}",)'
        yield f'    "{module.removeprefix("salesreg.")}": {listed},\n'
    yield '}\n"""Names by the module that they live in, below `salesreg`."""\n'


def _public() -> Iterator[str]:
    yield "from salesreg.build._pieces import *\n"
    for module, names in _by_module().items():
        for name in names:
            yield f"from {module} import {name} as {name}\n"


# The modules


def _module(about: str, parts: Iterable[str]) -> str:
    body = "".join(parts)
    comments = BODIES if "@" in body else ""
    return _headed(about, [_imports(body), body], comments)


def _headed(about: str, parts: Iterable[str], comments: str = "") -> str:
    return (
        f'"""{about}\n\n'
        "Written by `python -m salesreg.build.generate` from the model; do not edit.\n"
        f'"""\n\n{comments}# ruff: noqa\n\n'
        f"from __future__ import annotations\n\n{''.join(parts)}"
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
    source = "".join(aliases())
    unions = ("salesreg.values.event", "salesreg.values.deadline", CONDITIONS)
    return {
        "Iterable": "collections.abc",
        "Mapping": "collections.abc",
        "Decimal": "decimal",
        **dict.fromkeys(("Literal", "Self", "TypeAlias"), "typing"),
        "Given": "salesreg.build.given",
        "Chain": "salesreg.build.chain",
        **dict.fromkeys(("adds", "gives"), "salesreg.build.take"),
        **dict.fromkeys(re.findall(r"^(\w+): TypeAlias", source, re.MULTILINE), TYPES),
        **{cls.__name__: cls.__module__ for cls in model()},
        **dict(zip(("Event", "Due", "Condition"), unions, strict=True)),
        "Expression": "salesreg.values.expression",
        **{cls.__name__: cls.__module__ for cls in (Money, Percent, Quantity)},
        **dict.fromkeys(TIMES, times.__name__),
        "Period": "salesreg.values.period",
        "Language": Regulation.__module__,
    }


def main() -> None:
    """Write the modules beside this one."""
    for name, text in written().items():
        (Path(__file__).parent / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
