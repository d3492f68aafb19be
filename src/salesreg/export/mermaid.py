"""The pipeline as a Mermaid flowchart, drawn by GitHub and most wikis."""

from __future__ import annotations

import re

from salesreg.document.blocks import Node, ProcessFigure

# From here on one row is too wide to read, so the boxes stand in a column.
_LONG = 6
_SHAPES = {
    "initial": ("([", "])"),
    "work": ("[", "]"),
    "paused": ("[", "]"),
    "won": ("([", "])"),
    "lost": ("([", "])"),
}
_STYLES = {
    "paused": "stroke-dasharray:4 3",
    "won": "stroke-width:3px",
    "lost": "stroke-dasharray:1 3",
}
# What Mermaid or the Markdown in its labels could take for more than a letter.
_SIGNS = re.compile(r"[!\"#$&'*;<=>?@\[\\\]^_`{|}~]|^[-+]|(?<=^\d)[.)]|[\r\n\t]")


def flowchart(figure: ProcessFigure) -> str:
    """Return a figure as the text of a Mermaid flowchart.

    Nodes are named by their place: a key may be a word of Mermaid's own.
    """
    names = {node.key: f"n{at}" for at, node in enumerate(figure.nodes, 1)}
    lines = [f"flowchart {'TB' if len(figure.nodes) >= _LONG else 'LR'}"]
    if figure.caption:
        lines.append(f"accTitle: {_told(figure.caption)}")
    if figure.alt:
        lines.append(f"accDescr: {_told(figure.alt)}")
    lines += [f"{names[node.key]}{_box(node)}" for node in figure.nodes]
    for arrow in figure.arrows:
        label = f'|"{_label(arrow.label)}"| ' if arrow.label else " "
        lines.append(f"{names[arrow.start]} -->{label}{names[arrow.end]}")
    for kind, style in _STYLES.items():
        members = [names[node.key] for node in figure.nodes if node.kind == kind]
        if members:
            lines.append(f"classDef {kind} {style}")
            lines.append(f"class {','.join(members)} {kind}")
    return "\n".join([lines[0], *(f"    {line}" for line in lines[1:])])


def _box(node: Node) -> str:
    opening, closing = _SHAPES[node.kind]
    label = _label(node.title)
    if node.note:
        label += f"<br/>{_label(node.note)}"
    return f'{opening}"{label or " "}"{closing}'


def _label(text: str) -> str:
    return _SIGNS.sub(lambda found: f"#{ord(found[0])};", text)


def _told(text: str) -> str:
    """Text for people who cannot see the figure: one line, no comment in it."""
    return re.sub(r"\s+", " ", text).replace(";", ",").replace("#", "№")
