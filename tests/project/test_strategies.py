"""The project draws with the strategies that it ships."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from salesreg.build.plurals import drawn
from salesreg.shapes import Union

TESTS = Path(__file__).parents[1]
MAKERS = {"builds", "from_type"}
APART = {
    "export/figures.py": "a `Branch` of a drawing is no branch of a procedure",
    "solve/test_conditions.py": "a grid so small that every deal is tried",
}
"""Files that draw types of the model in their own way, and why."""


def own(path: Path, names: frozenset[str]) -> Iterator[str]:
    """Yield the types of the model that a file draws past `salesreg.testing`."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        first = node.args[0] if node.args else None
        if node.func.attr in MAKERS and isinstance(first, ast.Name):
            yield from {first.id} & names


def test_no_second_set_of_strategies() -> None:
    """Only where the reason is named, a test builds types of the model itself."""
    names = frozenset(
        one.type.__name__
        for shape in drawn().values()
        for one in (shape.members if isinstance(shape, Union) else (shape,))
    )
    found = {
        str(path.relative_to(TESTS))
        for path in TESTS.rglob("*.py")
        if any(own(path, names))
    }
    assert set(APART) == found
