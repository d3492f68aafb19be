"""The pipeline as a figure: stages, who answers for them, time norms, moves."""

from __future__ import annotations

from salesreg.document.blocks import Arrow, Node, ProcessFigure
from salesreg.document.context import Context


def pipeline(context: Context) -> ProcessFigure | None:
    """Return the figure of the stages, or None when there are fewer than two."""
    stages = context.regulation.stages
    if len(stages) < 2:
        return None
    words = context.words
    nodes: list[Node] = []
    for stage in stages:
        note: list[str] = []
        if stage.norm:
            note.append(words.duration(stage.norm.limit))
        if stage.owner:
            role = context.index.find("Role", stage.owner)
            note.append(str(getattr(role, "title", stage.owner)))
        nodes.append(Node(stage.key, stage.title, " · ".join(note), stage.kind))
    known = {stage.key for stage in stages}
    arrows = tuple(
        Arrow(stage.key, move.to)
        for stage in stages
        for move in stage.transitions
        if move.to in known
    )
    titles = {stage.key: stage.title for stage in stages}
    told = "; ".join(
        f"{node.title} → "
        + ", ".join(titles[a.end] for a in arrows if a.start == node.key)
        if any(arrow.start == node.key for arrow in arrows)
        else node.title
        for node in nodes
    )
    return ProcessFigure(
        tuple(nodes),
        arrows,
        words.say("The pipeline"),
        words.say("Pipeline: {told}").format(told=told),
    )
