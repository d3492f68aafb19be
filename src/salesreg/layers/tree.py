"""The statements of every layer, laid out by the places that they are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import define, field

from salesreg.errors import parts_of
from salesreg.layers.layer import Layer
from salesreg.layers.places import Names
from salesreg.layers.statement import END, Statement


@define
class Node:
    """What is said of one place and of what is below it.

    Attributes:
        said: What is said of the place itself.
        added: What comes to the end of the list that stands there.
        moves: Which items of it move, by name.
        below: What is said of its parts, by name.
    """

    said: list[Statement] = field(factory=list[Statement])
    added: list[Statement] = field(factory=list[Statement])
    moves: dict[str, list[Statement]] = field(factory=dict[str, list[Statement]])
    below: dict[str, Node] = field(factory=dict[str, "Node"])

    @property
    def is_leaf(self) -> bool:
        """Whether nothing is said of what is below."""
        return not (self.added or self.moves or self.below)

    def all(self) -> Iterator[Statement]:
        """Yield every statement about the place and what is below it."""
        yield from self.said
        yield from self.inner()

    def inner(self) -> Iterator[Statement]:
        """Yield every statement about what is below the place."""
        yield from self.added
        for moves in self.moves.values():
            yield from moves
        for node in self.below.values():
            yield from node.all()


def tree_of(layers: Iterable[Layer], names: Names) -> Node:
    """Return the statements of layers as a tree.

    They are laid out in the order of the layers' keys, so that the order in which
    layers are given says nothing.

    Args:
        layers: The layers.
        names: The names of the items of the base.
    """
    root = Node()
    for layer in sorted(layers, key=lambda one: one.key):
        for statement in layer.statements:
            *way, last = parts_of(names.path(statement.path))
            node = root
            for part in way:
                node = node.below.setdefault(part, Node())
            if statement.verb == "move":
                node.moves.setdefault(last, []).append(statement)
            elif last == END:
                node.added.append(statement)
            else:
                node.below.setdefault(last, Node()).said.append(statement)
    return root
