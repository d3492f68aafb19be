"""Figures as Mermaid, drawn by GitHub and most wikis."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from salesreg.document.figures import (
    BarFigure,
    Branch,
    CurveFigure,
    DayFigure,
    Figure,
    Node,
    ProcessFigure,
    TreeFigure,
)

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
_TASKS = {"work": "", "break": "done, ", "task": "active, "}
# What Mermaid or the Markdown in its labels could take for more than a letter.
_SIGNS = re.compile(r"[!\"#$&'*;<=>?@\[\\\]^_`{|}~]|^[-+]|(?<=^\d)[.)]|[\r\n\t]")


def mermaid(figure: Figure) -> str:
    """Return a figure as the text of a Mermaid diagram."""
    match figure:
        case ProcessFigure():
            start, lines = _flowchart(figure)
        case TreeFigure():
            start, lines = "flowchart LR", list(_tree(figure))
        case DayFigure():
            start, lines = "gantt", list(_gantt(figure))
        case CurveFigure():
            start, lines = "xychart-beta", list(_chart(figure))
        case BarFigure():
            start, lines = "xychart-beta horizontal", list(_bars(figure))
    told: list[str] = []
    if figure.caption:
        told.append(f"accTitle: {_told(figure.caption)}")
    if figure.alt:
        told.append(f"accDescr: {_told(figure.alt)}")
    return "\n".join([start, *(f"    {line}" for line in (*told, *lines))])


def _flowchart(figure: ProcessFigure) -> tuple[str, list[str]]:
    # Nodes are named by their place: a key may be a word of Mermaid's own.
    names = {node.key: f"n{at}" for at, node in enumerate(figure.nodes, 1)}
    lines = [f"{names[node.key]}{_box(node)}" for node in figure.nodes]
    for arrow in figure.arrows:
        label = f'|"{_label(arrow.label)}"| ' if arrow.label else " "
        lines.append(f"{names[arrow.start]} -->{label}{names[arrow.end]}")
    for kind, style in _STYLES.items():
        members = [names[node.key] for node in figure.nodes if node.kind == kind]
        if members:
            lines.append(f"classDef {kind} {style}")
            lines.append(f"class {','.join(members)} {kind}")
    return f"flowchart {'TB' if len(figure.nodes) >= _LONG else 'LR'}", lines


def _box(node: Node) -> str:
    opening, closing = _SHAPES[node.kind]
    return f'{opening}"{_worded(node.title, node.note)}"{closing}'


def _worded(title: str, note: str) -> str:
    label = _label(title) or " "
    return f"{label}<br/>{_label(note)}" if note else label


def _tree(figure: TreeFigure) -> Iterator[str]:
    def boxes(branches: tuple[Branch, ...], above: str) -> Iterator[str]:
        for number, branch in enumerate(branches, 1):
            name = f"{above}_{number}" if above else f"n{number}"
            yield f'{name}["{_worded(branch.title, branch.note)}"]'
            if above:
                yield f"{above} --- {name}"
            yield from boxes(branch.below, name)

    return boxes(figure.roots, "")


def _gantt(figure: DayFigure) -> Iterator[str]:
    yield "dateFormat YYYY-MM-DD HH:mm"
    yield "axisFormat %H:%M"
    for bar in figure.bars:
        yield f"section {_spoken(bar.title)}"
        for span in bar.spans:
            times = f"{_moment(span.start)}, {_moment(span.end)}"
            yield f"{_spoken(span.title)} :{_TASKS[span.kind]}{times}"


def _moment(minute: int) -> str:
    """A minute of a day that stands for any: a chart of tasks wants dates."""
    days, rest = divmod(minute, 1440)
    return f"2001-01-{days + 1:02d} {rest // 60:02d}:{rest % 60:02d}"


def _chart(figure: CurveFigure) -> Iterator[str]:
    """Columns for steps; a line where a value runs from one end to the other."""
    pieces = figure.stretches
    sloped = any(piece.low != piece.high for piece in pieces)
    names = [_quoted(piece.title) for piece in pieces]
    values = [piece.low for piece in pieces]
    if sloped:
        ticks = {tick.at: tick.text for tick in figure.x.ticks}
        names = [_quoted(ticks.get(piece.start, piece.title)) for piece in pieces]
        last = pieces[-1]
        values.append(last.high)
        end = "" if last.end is None else ticks.get(last.end, "")
        names.append(_quoted(end or "…"))
    yield f"x-axis {_quoted(figure.x.title)} [{', '.join(names)}]"
    least = min([Decimal(0), *values])
    most = max([*values, least + 1])
    yield f"y-axis {_quoted(figure.y.title)} {least:f} --> {most:f}"
    yield f"{'line' if sloped else 'bar'} [{', '.join(f'{v:f}' for v in values)}]"


def _bars(figure: BarFigure) -> Iterator[str]:
    """Bars for the values; a line for the goals, where each of them has one."""
    amounts = figure.amounts
    names = [_quoted(f"{one.title}: {one.text}") for one in amounts]
    goals = [one.goal for one in amounts if one.goal is not None]
    values = [one.value for one in amounts]
    most = max([*values, *goals, Decimal(1)])
    yield f"x-axis [{', '.join(names)}]"
    yield f"y-axis 0 --> {most:f}"
    yield f"bar [{', '.join(f'{value:f}' for value in values)}]"
    if goals and len(goals) == len(amounts):
        yield f"line [{', '.join(f'{goal:f}' for goal in goals)}]"


def _label(text: str) -> str:
    return _SIGNS.sub(lambda found: f"#{ord(found[0])};", text)


def _spoken(text: str) -> str:
    """Words of a chart of tasks, where a colon ends them."""
    if not text.strip():
        return "–"
    return re.sub("[:,%]", lambda found: f"#{ord(found[0])};", _label(text))


def _quoted(text: str) -> str:
    """Words between quotation marks, where nothing can be spelt by its number."""
    plain = re.sub(r"\s+", " ", text.replace('"', "”").replace(";", ",")).strip()
    return f'"{plain.replace("#", "№").replace("`", "’") or "–"}"'


def _told(text: str) -> str:
    """Text for people who cannot see the figure: one line, no comment in it."""
    return re.sub(r"\s+", " ", text).replace(";", ",").replace("#", "№")
