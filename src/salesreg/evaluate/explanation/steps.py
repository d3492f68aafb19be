"""An explanation as data and as a document: parts, steps and their numbers."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from salesreg.document import sheets
from salesreg.document.blocks import (
    Block,
    Bullets,
    Column,
    Document,
    Paragraph,
    Section,
    Table,
    Text,
)
from salesreg.document.context import Content, Context, context_of
from salesreg.document.text import unvalued
from salesreg.model.outputs import Written
from salesreg.model.regulation import Regulation

Number = str | int | bool | None


_FEW = 6
"""Up to how many parts are found without a table of contents."""


@frozen(kw_only=True)
class Grid:
    """Numbers in rows: the hours of a calendar that were counted.

    Attributes:
        columns: Headings.
        rows: What stands below them.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@frozen(kw_only=True)
class Step:
    """One step of an explanation.

    Attributes:
        text: The step in words.
        clause: Number of the clause that it follows; empty when none.
        pointer: Where that stands in the dict form.
        numbers: What the step reckons with, by name: moments in ISO 8601, decimals
            as text, so that nothing is lost.
        grid: Rows of numbers.
        steps: The steps that lead to it.
    """

    text: str
    clause: str = ""
    pointer: str = ""
    numbers: Mapping[str, Number] = field(factory=dict[str, Number])
    grid: Grid | None = None
    steps: tuple[Step, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """Return the step as plain data; what is empty is left out."""
        held: dict[str, object] = {
            "text": self.text,
            "clause": self.clause,
            "pointer": self.pointer,
            "numbers": dict(self.numbers),
            "table": self.grid
            and [list(self.grid.columns), *map(list, self.grid.rows)],
            "steps": [step.to_dict() for step in self.steps],
        }
        return {name: value for name, value in held.items() if value}


@frozen(kw_only=True)
class Part:
    """A part of an explanation.

    Attributes:
        title: What it explains.
        steps: How.
    """

    title: str
    steps: tuple[Step, ...]


@frozen(kw_only=True)
class Explanation(Written):
    """How numbers came about, step by step, each step with its clause.

    It is a document of its own: `str`, `to_markdown`, `to_html` and `to_docx` write
    it in the language of the regulation, `to_dict` as data.

    Attributes:
        regulation: The edition that holds.
        kind: What it is called above the title.
        title: Whose numbers these are.
        parts: The explanation.
    """

    regulation: Regulation
    kind: str
    title: str
    parts: tuple[Part, ...]

    def __repr__(self) -> str:
        """Return whose numbers are explained, and in how many parts."""
        return f"Explanation({self.title!r}, {len(self.parts)} parts)"

    def __str__(self) -> str:
        """Return the explanation as plain text."""
        lines = [f"{self.kind}: {self.title}"]
        context = context_of(self.regulation)
        for part in self.parts:
            lines += ["", part.title]
            for step in part.steps:
                lines += _lines(step, 1, context)
        return "\n".join(lines)

    def to_dict(self) -> dict[str, object]:
        """Return the explanation as plain data."""
        return {
            "format": "salesreg-explanation/1",
            "kind": self.kind,
            "title": self.title,
            "parts": [
                {"title": part.title, "steps": [one.to_dict() for one in part.steps]}
                for part in self.parts
            ],
        }

    @property
    def document(self) -> Document:
        """The document as a tree of blocks, which every writer draws."""
        context = context_of(self.regulation)
        return Document(
            language=self.regulation.language,
            contents=len(self.parts) > _FEW,
            kind=self.kind.upper(),
            title=self.title,
            organisation=tuple(map(unvalued, sheets.organisation(context))),
            approval=(),
            requisites=tuple(
                (label, unvalued(said)) for label, said in sheets.requisites(context)
            ),
            sections=tuple(
                Section(
                    str(number),
                    f"part.{number}",
                    "",
                    part.title,
                    tuple(
                        block for step in part.steps for block in _blocks(step, context)
                    ),
                )
                for number, part in enumerate(self.parts, 1)
            ),
            annexes=(),
            header=sheets.header(context),
            properties=sheets.properties(context),
            wording=sheets.wording(context),
        )


def _said(step: Step, context: Context) -> str:
    if not step.clause:
        return step.text
    clause = context.words.say("cl. {clause}").format(clause=step.clause)
    return f"{step.text} ({clause})"


def _lines(step: Step, depth: int, context: Context) -> list[str]:
    indent = "  " * depth
    lines = [f"{indent}{_said(step, context)}"]
    if step.grid is not None:
        rows = (step.grid.columns, *step.grid.rows)
        lines += [f"{indent}  {' · '.join(row)}" for row in rows]
    for inner in step.steps:
        lines += _lines(inner, depth + 1, context)
    return lines


def _blocks(step: Step, context: Context) -> tuple[Block, ...]:
    blocks: list[Block] = [Paragraph(_text(_said(step, context)))]
    if step.steps:
        blocks.append(Bullets(tuple(_blocks(one, context) for one in step.steps)))
    if step.grid is not None:
        last = len(step.grid.columns) - 1
        columns = tuple(
            Column(title, align="right" if place == last else "left")
            for place, title in enumerate(step.grid.columns)
        )
        rows = tuple(tuple(map(_text, row)) for row in step.grid.rows)
        blocks.append(Table(columns, rows))
    return tuple(blocks)


def _text(text: str) -> Content:
    return (Text(text),)
