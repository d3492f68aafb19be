"""A layer: what a branch says differently from the regulation under it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import attrs
from attrs import field, frozen

from salesreg.build.builder import Part
from salesreg.build.chain import Chain
from salesreg.build.given import Given, caller, is_given, placed
from salesreg.build.homes import REPEATED
from salesreg.build.shorthands import adapt
from salesreg.constraints import Key, Title
from salesreg.errors import Place, Problem, ProblemGroup, parts_of, pointer
from salesreg.io.origin import Origin
from salesreg.io.yaml_writer import write_yaml
from salesreg.layers.speaking import spoken
from salesreg.layers.statement import END, VERBS, Statement, Verb
from salesreg.layers.target import is_list_at
from salesreg.shapes import Maybe, shape_of

_HERE = __name__.rpartition(".")[0]


def _in_order(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    return tuple(sorted(statements, key=_position))


def _position(statement: Statement) -> tuple[int, str, str]:
    # Only of what is added the order says something: it comes in that order.
    if statement.verb == "add":
        return (0, statement.path.rpartition("/")[0], "")
    return (VERBS.index(statement.verb), statement.path, "")


@frozen(repr=False)
class Layer:
    """What differs from the regulation that it is laid over.

    Each step returns a new layer. Paths are JSON Pointers in which an item with a
    key is named by it: `/roles/manager/title`; items without one are counted from
    0 as the base has them, and a text in a list may be named by itself. Values are
    written as in the builders.

    What is wrong is kept, and told by `problems()` and when the layer is laid over
    a regulation.

    Attributes:
        key: Its name, by which `explain` and problems call it.
        title: What people call it.
        statements: What it says.
        extends: The files that it is laid over, as its own file names them.
        wrong: What is wrong with single steps.
        origin: The text that it was read from.
    """

    key: str
    title: str | None = None
    statements: tuple[Statement, ...] = field(default=(), converter=_in_order)
    extends: tuple[str, ...] = ()
    wrong: tuple[Problem, ...] = field(default=(), eq=False)
    origin: Origin | None = field(default=None, eq=False)

    def add(self, *things: object, to: str | None = None) -> Layer:
        """Add what is not there yet.

        Args:
            things: Parts of a regulation, as the builders take them; with `to`, items
                of a list, or the value of a field.
            to: The list, or the field that holds nothing yet.

        >>> layer("kazan").add("Kazan", to="/scope/units").statements[0].path
        '/scope/units/-'
        """
        line, made = caller(_HERE), self
        if to is None:
            for thing in things:
                made = made._with_thing(thing, line)
            return made
        alone = len(things) == 1 and not is_list_at(to)
        return self._saying("add", to, things[0] if alone else list(things), line)

    def replace(self, path: str, value: object) -> Layer:
        """Replace what is there."""
        return self._saying("replace", path, value, caller(_HERE))

    def remove(self, *paths: str) -> Layer:
        """Remove what is there: an item, or what a field holds."""
        line, made = caller(_HERE), self
        for path in paths:
            made = made._saying("remove", path, None, line)
        return made

    def adjust(self, path: str, by: str | int) -> Layer:
        """Change a number, an amount or a length of time by so much.

        Args:
            path: Where it is.
            by: How much, with its sign: "+10%" of it, "-5 min", "+1500 RUB", 2, or
                "-5 points" of a percentage.
        """
        return self._saying("adjust", path, by, caller(_HERE))

    def override(self, path: str, value: object) -> Layer:
        """Say what is there whatever other layers say; None takes it away."""
        return self._saying("override", path, value, caller(_HERE))

    def move(
        self, path: str, *, after: str | None = None, before: str | None = None
    ) -> Layer:
        """Move an item of a list, a new one too, beside another one.

        Args:
            path: The item.
            after: Key of the item that it comes after.
            before: Key of the item that it comes before.
        """
        beside = {"after": after, "before": before}
        written = {side: key for side, key in beside.items() if key is not None}
        return self._saying("move", path, written, caller(_HERE))

    def problems(self) -> tuple[Problem, ...]:
        """Return everything that is wrong with the layer by itself."""
        return (*self.wrong, *_twice(self.statements))

    def to_dict(self) -> dict[str, object]:
        """Return the layer as plain data, which `layer_from_dict` reads back.

        Raises:
            InvalidValue: Something is wrong with the layer.
        """
        from salesreg.layers.writing import layer_to_dict  # noqa: PLC0415

        return layer_to_dict(self)

    def to_yaml(self) -> str:
        """Return the layer as YAML, which `layer_from_text` reads back.

        Raises:
            InvalidValue: Something is wrong with the layer.
        """
        return write_yaml(self.to_dict())

    def __repr__(self) -> str:
        """Return what the layer does, in numbers."""
        counts = {
            verb: sum(one.verb == verb for one in self.statements) for verb in VERBS
        }
        said = [f"{count} {verb}" for verb, count in counts.items() if count]
        if problems := len(self.problems()):
            said.append(f"{problems} problem" + ("s" if problems > 1 else ""))
        return f"<Layer '{self.key}': {', '.join(said) or 'nothing yet'}>"

    def _with(self, statements: Iterable[Statement]) -> Layer:
        return attrs.evolve(self, statements=(*self.statements, *statements))

    def _with_wrong(self, path: str, group: ProblemGroup, line: Place | None) -> Layer:
        parts = parts_of(path)
        found = placed((one.under(*parts) for one in group.problems), line)
        return attrs.evolve(self, wrong=(*self.wrong, *found))

    def _saying(
        self, verb: Verb, path: str, written: object, line: Place | None
    ) -> Layer:
        try:
            said = spoken(verb, path, written, adapt)
        except ProblemGroup as group:
            return self._with_wrong(path, group, line)
        return self._with(
            [Statement(verb, self.key, one.path, one.value, line) for one in said]
        )

    def _with_thing(self, thing: object, line: Place | None) -> Layer:
        made = self
        for home, given in Part().add(thing).pieces():
            # What was written with a builder knows its own line.
            at = given.place if is_given(thing) or isinstance(thing, Chain) else line
            made = made._with_piece(home, attrs.evolve(given, place=at))
        return made

    def _with_piece(self, home: str, given: Given[object]) -> Layer:
        problems = given.problems()
        if problems:
            path = pointer(home) if home else ""
            return self._with_wrong(path, ProblemGroup(problems), given.place)
        path = pointer(home)
        if home in REPEATED:
            path += pointer(getattr(given.made, "key", END))
        return self._with([Statement("add", self.key, path, given.made, given.place)])


def layer(key: str, *, title: str | None = None) -> Layer:
    """Begin a layer; the steps that follow say what it does.

    Args:
        key: Its name: a-z, 0-9, '-' and '_'.
        title: What people call it.

    >>> layer("north").replace("/title", "Sales in the north")
    <Layer 'north': 1 replace>
    """
    line = caller(_HERE)
    wrong = [one.under("key") for one in shape_of(Key).problems(key)]
    wrong += [
        one.under("title")
        for one in Maybe(object, item=shape_of(Title)).problems(title)
    ]
    return Layer(key, title, wrong=placed(wrong, line))


def _twice(statements: tuple[Statement, ...]) -> Iterable[Problem]:
    """Yield a problem for each place of which a layer says two things."""
    before: dict[tuple[Literal["move", "value"], str], Statement] = {}
    for one in statements:
        if one.path.endswith(f"/{END}"):
            continue
        kind: Literal["move", "value"] = "move" if one.verb == "move" else "value"
        first = before.get((kind, one.path))
        if first is not None:
            yield said_twice(first, one)
        before[kind, one.path] = one
    for (kind, path), one in before.items():
        parts = path.split("/")
        for length in range(2, len(parts)):
            above = before.get(("value", "/".join(parts[:length])))
            if kind == "value" and above is not None:
                yield said_twice(above, one)


def said_twice(first: Statement, second: Statement) -> Problem:
    """Return the problem of a layer that says two things of one place."""
    place = first.place()
    where = f" at {place}" if place else ""
    message = f"{first} says two things of one place; see {first.path}{where}"
    return Problem(
        "said-twice", message, second.path, second.place(), "say them in one place"
    )
