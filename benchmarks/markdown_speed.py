"""Markdown of a regulation with 1,000 items.

    python benchmarks/markdown_speed.py

The floor is the time to join the same text from ready lines; the peers turn the
same content, as HTML, into GitHub's Markdown.
"""

from __future__ import annotations

import shutil
import subprocess
import timeit

from attrs import frozen

from salesreg.document.render import render
from salesreg.export import html, markdown
from salesreg.model.people import Duty, Role
from salesreg.model.process import Stage, TimeNorm
from salesreg.model.regulation import Regulation
from salesreg.values.times import duration


@frozen
class Row:
    """One line of the result: best time of a way and its ratio to ours."""

    tool: str
    measured: str
    seconds: float
    ratio: float


def regulation(items: int = 1000) -> Regulation:
    """Return a regulation of so many roles and stages, half of each."""
    return Regulation(
        key="large",
        title="Регламент отдела продаж",
        roles=tuple(
            Role(
                key=f"role-{n}",
                title=f"Менеджер направления {n}",
                duties=(
                    Duty(text=f"Ведёт сделки направления {n} от заявки до оплаты"),
                    Duty(text="Отвечает на обращения клиентов в рабочее время"),
                ),
                headcount=n % 9 + 1,
            )
            for n in range(items // 2)
        ),
        stages=tuple(
            Stage(
                key=f"stage-{n}",
                title=f"Этап № {n}",
                owner=f"role-{n}",
                norm=TimeNorm(limit=duration(f"{n % 20 + 1} business days")),
            )
            for n in range(items // 2)
        ),
    )


def run(repeat: int = 5) -> list[Row]:
    """Measure every way; the first row is ours, whole."""
    large = regulation()
    document = render(large)
    text = markdown.render(document)
    lines, page = text.splitlines(keepends=True), html.render(document)

    def best(work: object) -> float:
        return min(timeit.repeat(work, number=1, repeat=repeat))  # type: ignore[arg-type]

    ours = best(lambda: markdown.render(render(large)))
    rows = [Row("salesreg", "regulation to text", ours, 1.0)]

    def add(tool: str, measured: str, seconds: float) -> None:
        rows.append(Row(tool, measured, seconds, seconds / ours))

    add("salesreg", "the writer alone", best(lambda: markdown.render(document)))
    add("floor", "joining ready lines", best(lambda: "".join(lines)))
    if shutil.which("pandoc"):

        def pandoc() -> object:
            command = ["pandoc", "--from", "html", "--to", "gfm"]
            return subprocess.run(
                command, input=page.encode(), capture_output=True, check=True
            )

        add("pandoc", "the same page, HTML to GFM, whole process", best(pandoc))
    return rows


def table(rows: list[Row]) -> str:
    """Return the rows as a Markdown table."""
    lines = ["| way | measured | seconds | times salesreg |", "|---|---|---:|---:|"]
    lines += [
        f"| {row.tool} | {row.measured} | {row.seconds:.4f} | {row.ratio:.3g} |"
        for row in rows
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    print(table(run()))
