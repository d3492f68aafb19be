"""An escalation as a figure: who is told, one after the other, and when."""

from __future__ import annotations

from itertools import pairwise

from salesreg.document.context import Context
from salesreg.document.figures import Arrow, Node, ProcessFigure
from salesreg.model.control import Escalation, EscalationLevel


def escalation(held: Escalation, context: Context) -> ProcessFigure | None:
    """Return the chain of an escalation, or None when only one person is told."""
    if len(held.levels) < 2:
        return None
    words = context.words
    start = Node("start", held.title, kind="initial")
    rungs = [
        Node(str(number), _role(level, context), _after(level, context))
        for number, level in enumerate(held.levels, 1)
    ]
    nodes = (start, *rungs)
    arrows = tuple(Arrow(one.key, other.key) for one, other in pairwise(nodes))
    told = " → ".join([held.title, *(f"{n.note}: {n.title}" for n in rungs)])
    return ProcessFigure(
        nodes,
        arrows,
        words.say("Escalation: {title}").format(title=held.title),
        words.say("Escalation: {title}").format(title=told),
    )


def _role(level: EscalationLevel, context: Context) -> str:
    role = context.index.find("Role", level.to)
    return str(getattr(role, "title", level.to))


def _after(level: EscalationLevel, context: Context) -> str:
    if level.after is None:
        return context.words.say("at once")
    time = context.words.duration(level.after)
    return context.words.say("after {time}").format(time=time)
