"""What comes to the end of a list, and the order that a list has then."""

from __future__ import annotations

from collections.abc import Iterable

from salesreg._text import did_you_mean
from salesreg.layers.deciding import Decision
from salesreg.layers.held import Held
from salesreg.layers.order import ordered
from salesreg.layers.statement import Beside, Statement
from salesreg.layers.trace import Trace
from salesreg.layers.tree import Node


def added(said: Iterable[Statement]) -> list[tuple[str, Held]]:
    """Return what comes to the end of a list; what two layers add comes once."""
    made: list[tuple[str, Held]] = []
    for number, one in enumerate(said):
        twins = [held.trace.by for _, held in made if held.value == one.value]
        if all(twin and twin.layer == one.layer for twin in twins):
            made.append((f"-{number}", Held(one.value, Trace(one))))
    return made


def placed(
    names: tuple[str, ...],
    node: Node,
    path: str,
    above: Statement | None,
    decision: Decision,
) -> tuple[str, ...]:
    """Return the names of the items of a list in the order that layers give them.

    Args:
        names: The names, in their order without.
        node: What is said of the list.
        path: Where it stands.
        above: What another layer says of the whole of it.
        decision: What takes what is wrong, and what is overridden.
    """
    there = frozenset(names)
    moves: dict[str, Beside] = {}
    said: dict[str, Statement] = {}
    for name, (first, *others) in node.moves.items():
        for one in others:
            decision.told.agree(first, one)
        assert isinstance(first.value, Beside)
        if above is not None and above.verb != "add":
            decision.within(first, above)
        elif name not in there:
            decision.told.nothing(first)
        elif first.value.key not in there:
            message = f"there is no '{first.value.key}' in {path}"
            hint = did_you_mean(first.value.key, names)
            decision.told.wrong(first, message, hint, "no-such-path")
        else:
            moves[name], said[name] = first.value, first
    if not moves:
        return names
    order = tuple(ordered(names, moves))
    # What stands nowhere moves beside what stands nowhere.
    for name in sorted(there.difference(order)):
        message = f"moves beside '{moves[name].key}', which moves in a circle"
        decision.told.wrong(said[name], message, "leave one of them out", "circle")
    return order if len(order) == len(names) else names
