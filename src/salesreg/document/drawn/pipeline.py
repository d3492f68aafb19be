"""The pipeline as a figure: stages, who answers for them, time norms, moves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from salesreg.document.context import Context
from salesreg.document.figures import Arrow, Node, ProcessFigure
from salesreg.model.process import Stage

_CROWD = 3
"""So many stages leading to one way out are counted in its box, not drawn:
a pipeline that can be lost anywhere would be a net of lines."""


def pipeline(context: Context) -> ProcessFigure | None:
    """Return the figure of the stages, or None when there are fewer than two."""
    # In a draft two stages may have one key: a move leads to the first of them.
    named: dict[str, Stage] = {}
    for stage in context.regulation.stages:
        named.setdefault(stage.key, stage)
    stages = tuple(named.values())
    if len(stages) < 2:
        return None
    titles = {key: stage.title for key, stage in named.items()}
    moves = tuple(
        Arrow(stage.key, move.to)
        for stage in stages
        for move in stage.transitions
        if move.to in titles
    )
    reached = Counter(move.end for move in moves)
    crowded = {
        stage.key: reached[stage.key]
        for stage in stages
        if stage.kind in {"lost", "paused"} and reached[stage.key] >= _CROWD
    }
    return ProcessFigure(
        tuple(_node(stage, crowded.get(stage.key), context) for stage in stages),
        tuple(move for move in moves if move.end not in crowded),
        context.words.say("The pipeline"),
        _told(titles, moves, context),
    )


def _node(stage: Stage, ways_in: int | None, context: Context) -> Node:
    note: list[str] = []
    if stage.norm:
        note.append(context.words.duration(stage.norm.limit))
    if stage.owner:
        role = context.index.find("Role", stage.owner)
        note.append(str(getattr(role, "title", stage.owner)))
    if ways_in:
        note.append(context.words.count("from {n} stage", "from {n} stages", ways_in))
    return Node(stage.key, stage.title, " · ".join(note), stage.kind)


def _told(titles: Mapping[str, str], moves: tuple[Arrow, ...], context: Context) -> str:
    """Return in words every move, those that are not drawn too."""
    lines: list[str] = []
    for key, title in titles.items():
        ends = ", ".join(titles[move.end] for move in moves if move.start == key)
        lines.append(f"{title} → {ends}" if ends else title)
    return context.words.say("Pipeline: {told}").format(told="; ".join(lines))
