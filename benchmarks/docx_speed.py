"""How long a long document takes: our DOCX writer against the usual ways.

The document has 60 headings, 800 paragraphs and 60 tables of 20 x 6. Every
tool gets the same words and its file is read back to prove it holds them all.
What a tool needs once (templates, its own import) is outside the clock, except
for pandoc, which is a program: it is timed as a whole process, next to a whole
process of ours. Seconds are of the processor: others may use the machine as well.

    python benchmarks/docx_speed.py
"""

from __future__ import annotations

import io
import re
import resource
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from html import unescape

import docx
from attrs import frozen
from docx.document import Document as WordDocument
from docxtpl import (  # type: ignore[import-untyped]
    DocxTemplate,  # pyright: ignore[reportMissingTypeStubs]
)

from salesreg.document.blocks import (
    Column,
    Document,
    Paragraph,
    Properties,
    Section,
    Table,
    Text,
    Wording,
)
from salesreg.export.docx import render

HEADINGS, PARAGRAPHS, ROWS, COLUMNS = 60, 800, 20, 6


@frozen
class Part:
    """A heading with the paragraphs and the one table under it."""

    title: str
    paragraphs: tuple[str, ...]
    table: tuple[tuple[str, ...], ...]


@frozen
class Row:
    """One line of the result: best time of a tool and its ratio to ours."""

    tool: str
    measured: str
    seconds: float
    times_ours: float


def parts() -> tuple[Part, ...]:
    """The words of the document, the same for every tool."""
    return tuple(
        Part(
            f"Раздел {n}: порядок работы с клиентом",
            tuple(
                f"Абзац {p} раздела {n}: менеджер отвечает на заявку в срок и "
                "записывает итог разговора в карточку сделки."
                for p in range(PARAGRAPHS // HEADINGS + (n < PARAGRAPHS % HEADINGS))
            ),
            tuple(
                tuple(f"{n}-{r}-{c} значение" for c in range(COLUMNS))
                for r in range(ROWS)
            ),
        )
        for n in range(HEADINGS)
    )


def ours(content: tuple[Part, ...]) -> bytes:
    """Our writer, from the tree of blocks to bytes, contents and bookmarks too."""
    return render(
        Document(
            language="ru",
            kind="",
            title="Документ",
            organisation=(),
            approval=(),
            requisites=(),
            sections=tuple(
                Section(
                    str(n),
                    f"s{n}",
                    f"/{n}",
                    part.title,
                    (
                        *(Paragraph((Text(text),)) for text in part.paragraphs),
                        Table(
                            tuple(Column(title) for title in part.table[0]),
                            tuple(
                                tuple((Text(cell),) for cell in row)
                                for row in part.table[1:]
                            ),
                        ),
                    ),
                )
                for n, part in enumerate(content, start=1)
            ),
            annexes=(),
            header="Документ",
            properties=Properties("Документ"),
            wording=Wording("Содержание", "{page}/{pages}", "Рисунок", "Таблица", "?"),
        )
    )


def by_cell(content: tuple[Part, ...]) -> bytes:
    """python-docx as its documentation shows it: `table.cell(r, c).text`."""
    document = docx.Document()
    for part in content:
        document.add_heading(part.title, 1)
        for text in part.paragraphs:
            document.add_paragraph(text)
        table = document.add_table(ROWS, COLUMNS)
        for r, row in enumerate(part.table):
            for c, cell in enumerate(row):
                table.cell(r, c).text = cell
    return _saved(document)


def by_row(content: tuple[Part, ...]) -> bytes:
    """python-docx with the faster `row.cells`."""
    document = docx.Document()
    for part in content:
        document.add_heading(part.title, 1)
        for text in part.paragraphs:
            document.add_paragraph(text)
        table = document.add_table(ROWS, COLUMNS)
        for row, texts in zip(table.rows, part.table, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    return _saved(document)


def docxtpl_template() -> bytes:
    """The Word template that docxtpl fills: loops over parts, paragraphs and rows."""
    document = docx.Document()
    document.add_paragraph("{%p for part in parts %}")
    document.add_heading("{{ part.title }}", 1)
    document.add_paragraph("{%p for text in part.paragraphs %}")
    document.add_paragraph("{{ text }}")
    document.add_paragraph("{%p endfor %}")
    table = document.add_table(3, COLUMNS)
    table.cell(0, 0).text = "{%tr for row in part.table %}"
    for column in range(COLUMNS):
        table.cell(1, column).text = f"{{{{ row[{column}] }}}}"
    table.cell(2, 0).text = "{%tr endfor %}"
    document.add_paragraph("{%p endfor %}")
    return _saved(document)


def by_docxtpl(content: tuple[Part, ...], template: bytes) -> bytes:
    """docxtpl, from a ready template."""
    document = DocxTemplate(io.BytesIO(template))
    document.render({"parts": content})
    return _saved(document)


def markdown(content: tuple[Part, ...]) -> str:
    """What pandoc reads: pipe tables with a header row."""
    lines: list[str] = []
    for part in content:
        lines += [f"# {part.title}", ""]
        for text in part.paragraphs:
            lines += [text, ""]
        for number, row in enumerate(part.table):
            lines.append(f"| {' | '.join(row)} |")
            if number == 0:
                lines.append("|" + "---|" * COLUMNS)
        lines.append("")
    return "\n".join(lines)


def by_pandoc(source: str) -> bytes:
    """pandoc, the whole process."""
    return subprocess.run(
        ["pandoc", "--from", "gfm", "--to", "docx", "--output", "-"],
        input=source.encode(),
        capture_output=True,
        check=True,
    ).stdout


def our_process() -> bytes:
    """Our writer as a whole process, with the start of Python and all imports."""
    return subprocess.run(
        [sys.executable, __file__, "--write"], capture_output=True, check=True
    ).stdout


def run() -> list[Row]:
    """Measure every way once more; the first row is ours.

    Raises `ValueError` when a tool's file does not hold all the words.
    """
    content = parts()
    template, source = docxtpl_template(), markdown(content)
    ways: list[tuple[str, str, int, Callable[[], bytes]]] = [
        ("salesreg", "in process", 7, lambda: ours(content)),
        ("python-docx, table.cell", "in process", 1, lambda: by_cell(content)),
        ("python-docx, row.cells", "in process", 3, lambda: by_row(content)),
        ("docxtpl", "in process", 7, lambda: by_docxtpl(content, template)),
        ("salesreg", "whole process", 3, our_process),
    ]
    if shutil.which("pandoc"):
        ways.append(("pandoc", "whole process", 3, lambda: by_pandoc(source)))
    rows: list[Row] = []
    base: dict[str, float] = {}
    for tool, measured, repeats, make in ways:
        seconds, package = _best(make, repeats)
        _prove(package, content, tool)
        rows.append(
            Row(tool, measured, seconds, seconds / base.setdefault(measured, seconds))
        )
    return rows


def table(rows: list[Row]) -> str:
    """The rows as a Markdown table."""
    lines = [
        "| tool | measured | seconds | times salesreg |",
        "|---|---|---:|---:|",
        *(
            f"| {row.tool} | {row.measured} | {row.seconds:.3f} "
            f"| {row.times_ours:.1f} |"
            for row in rows
        ),
    ]
    return "\n".join(lines)


def _saved(document: WordDocument | DocxTemplate) -> bytes:
    file = io.BytesIO()
    document.save(file)  # pyright: ignore[reportUnknownMemberType]
    return file.getvalue()


def _best(make: Callable[[], bytes], repeats: int) -> tuple[float, bytes]:
    best, package = float("inf"), b""
    for _ in range(repeats):
        start = _used()
        package = make()
        best = min(best, _used() - start)
    return best, package


def _used() -> float:
    """Seconds of the processor so far, here and in programs that have ended."""
    programs = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + programs.ru_utime + programs.ru_stime


def _prove(package: bytes, content: tuple[Part, ...], tool: str) -> None:
    """Every word of the content is in the file, in order."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        xml = archive.read("word/document.xml").decode()
    paragraphs = re.sub(r"<w:p[ >]", "\n<", xml)
    said = unescape(re.sub(r"<[^>]*>", "", paragraphs))
    at = 0
    for part in content:
        for text in (part.title, *part.paragraphs, *(c for r in part.table for c in r)):
            at = said.find(text, at)
            if at < 0:
                msg = f"{tool} lost {text!r}"
                raise ValueError(msg)


if __name__ == "__main__":
    if "--write" in sys.argv:
        sys.stdout.buffer.write(ours(parts()))
    else:
        sys.stdout.write(table(run()) + "\n")
