"""The goals as a tree: which goal serves which."""

from __future__ import annotations

from salesreg.document.context import Context
from salesreg.document.figures import Branch, TreeFigure
from salesreg.document.plain import plain
from salesreg.model.strategy import Goal

_DEEPEST = 6
"""More generations would leave no room for words on a page."""


def goals(context: Context) -> TreeFigure | None:
    """Return the tree of goals, or None when no goal serves another."""
    held = {goal.key: goal for goal in reversed(context.regulation.goals)}
    below: dict[str, list[Goal]] = {}
    roots: list[Goal] = []
    # In a draft two goals can serve one another: then neither hangs on the other.
    for goal in context.regulation.goals:
        parent = goal.parent
        if parent in held and held[goal.key] is goal and not _circular(goal, held):
            below.setdefault(parent, []).append(goal)
        else:
            roots.append(goal)
    if not below:
        return None
    tree = tuple(_branch(goal, below, context) for goal in roots)
    if max(map(_depth, tree)) > _DEEPEST:
        return None
    words = context.words
    told = "; ".join(map(_told, tree))
    caption = words.say("How the goals serve one another")
    return TreeFigure(tree, caption, words.say("Goals: {told}").format(told=told))


def _circular(goal: Goal, held: dict[str, Goal]) -> bool:
    seen = {goal.key}
    while goal.parent in held:
        goal = held[goal.parent]
        if goal.key in seen:
            return True
        seen.add(goal.key)
    return False


def _branch(goal: Goal, below: dict[str, list[Goal]], context: Context) -> Branch:
    note: list[str] = []
    if goal.target:
        note.append(context.quantity(goal.target))
    if when := goal.period or goal.due:
        note.append(plain(when, context) or "")
    inner = tuple(_branch(one, below, context) for one in below.pop(goal.key, ()))
    return Branch(goal.title, " · ".join(note), inner)


def _depth(branch: Branch) -> int:
    return 1 + max(map(_depth, branch.below), default=0)


def _told(branch: Branch) -> str:
    own = f"{branch.title} ({branch.note})" if branch.note else branch.title
    if not branch.below:
        return own
    return f"{own} ← [{'; '.join(map(_told, branch.below))}]"
