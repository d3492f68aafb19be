"""What it costs that a Word file can be edited and read back.

The document of `docx_speed` with a control, a bookmark and a live reference on each
of its 800 paragraphs, and a regulation inside, against tools that write the same
words and none of it; then a regulation of a hundred pages, and 1,000 values that were
edited in its file, read back. Seconds are of the processor, and each figure is the
best of its repetitions. Memory is the most that a process of its own takes.

    python benchmarks/word_speed.py
"""

from __future__ import annotations

import functools
import io
import re
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx_speed
from attrs import evolve, frozen
from docx_speed import Part

import salesreg as sr
from salesreg.document.blocks import (
    Clause,
    Column,
    Document,
    Properties,
    Reference,
    Section,
    Table,
    Text,
    Value,
    Wording,
)
from salesreg.edits.found import Edits
from salesreg.export.docx import PLAIN, render
from salesreg.export.docx.places import value_name
from salesreg.io.embedding import embedding
from salesreg.model.regulation import Regulation

VALUES = 1_000
"""How many values are edited and read back."""


@frozen
class Row:
    """One line of the result; None where there is nothing to compare with."""

    what: str
    seconds: float
    to_docxtpl: float | None
    megabytes: float | None


def rich(content: tuple[Part, ...]) -> Document:
    """The words of the parts as numbered clauses with values and references."""
    return Document(
        language="ru",
        kind="",
        title="Документ",
        organisation=(),
        approval=(),
        requisites=(),
        sections=tuple(_section(n, part) for n, part in enumerate(content, 1)),
        annexes=(),
        header="Документ",
        properties=Properties("Документ"),
        wording=Wording("Содержание", "{page}/{pages}", "Рисунок", "Таблица", "?"),
    )


def _section(n: int, part: Part) -> Section:
    clauses = [
        Clause(
            f"{n}.{m}",
            f"s{n}.c{m}",
            f"/{n}/{m}",
            (
                Value((Text(text),), f"/{n}/{m}/text"),
                Text(_SEE),
                Reference(f"s{n}", str(n)),
            ),
        )
        for m, text in enumerate(part.paragraphs, 1)
    ]
    table = Table(
        tuple(Column(title) for title in part.table[0]),
        tuple(tuple((Text(cell),) for cell in row) for row in part.table[1:]),
    )
    last = evolve(clauses[-1], blocks=(table,))
    return Section(str(n), f"s{n}", f"/{n}", part.title, (*clauses[:-1], last))


_SEE = " См. п. "


def same_words(content: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts with the words that the references show."""
    return tuple(
        evolve(part, paragraphs=tuple(f"{text}{_SEE}{n}" for text in part.paragraphs))
        for n, part in enumerate(content, 1)
    )


def thick() -> Regulation:
    """The ready regulation with procedures for three branches: about 100 pages."""
    ready = sr.templates.get("b2b", language="ru")
    branches = (
        evolve(one, key=f"{one.key}_{branch}", title=f"{one.title}, филиал {branch}")
        for branch in (2, 3)
        for one in ready.procedures
    )
    return evolve(ready, procedures=(*ready.procedures, *branches))


def pages(regulation: Regulation) -> str:
    """How many pages its file has in LibreOffice; about 100 where there is none."""
    office, counter = shutil.which("soffice"), shutil.which("pdfinfo")
    if not office or not counter:
        return "about 100"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "rules.docx"
        file.write_bytes(regulation.to_docx())
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        convert = ["--headless", "--convert-to", "pdf", "--outdir", name, str(file)]
        subprocess.run([office, profile, *convert], check=True, capture_output=True)
        command = [counter, str(file.with_suffix(".pdf"))]
        told = subprocess.run(command, check=True, capture_output=True, text=True)
    (found,) = re.findall(r"Pages:\s+(\d+)", told.stdout)
    return found


def of_values() -> Regulation:
    """A regulation with so many values that each says one thing."""
    return sr.from_dict(
        {
            "format": "salesreg/1",
            "key": "rules",
            "title": "Регламент",
            "language": "ru",
            "kpis": [
                {
                    "key": f"k{n}",
                    "title": f"Показатель {n}",
                    "target": f"{n + 1}000 RUB",
                }
                for n in range(VALUES // 2)
            ],
        }
    )


def edited(regulation: Regulation) -> bytes:
    """Its file, with every value written anew by hand."""
    file = io.BytesIO(regulation.to_docx())
    made = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                text = data.decode()
                for n in range(VALUES // 2):
                    text = _written(text, f"/kpis/{n}/title", f"Мера {n}")
                    text = _written(text, f"/kpis/{n}/target", f"{n + 2} 000 ₽")
                data = text.encode()
            new.writestr(name, data)
    return made.getvalue()


def _written(xml: str, pointer: str, text: str) -> str:
    start = xml.index(f'<w:tag w:val="{value_name(pointer)}"/>')
    end = xml.index("</w:sdt>", start)
    control = re.sub("(<w:t[^>]*>)[^<]*", lambda found: found[1] + text, xml[start:end])
    return xml[:start] + control + xml[end:]


# What the ways start from, made when the first of them asks for it: the memory of
# one is measured without what the others need.
content = functools.cache(docx_speed.parts)
words = functools.cache(lambda: same_words(content()))
document = functools.cache(lambda: rich(content()))
template = functools.cache(docx_speed.docxtpl_template)
whole = functools.cache(thick)
carried = functools.cache(lambda: embedding(whole(), "plain"))
base = functools.cache(of_values)
file = functools.cache(lambda: edited(base()))


def ours() -> bytes:
    """Our file, with the regulation inside."""
    return render(document(), PLAIN, values="controls", carried=carried())


def read(known: Regulation) -> Edits:
    """The edits; `ValueError` when one does not come back."""
    found = sr.read_edits(file(), base=known)
    if len(found.diff) != VALUES or not found.complete:
        msg = f"not every value came back: {found}"
        raise ValueError(msg)
    return found


WAYS: dict[str, Callable[[], object]] = {
    "salesreg, with controls, bookmarks, references": ours,
    "docxtpl, the same words alone": lambda: docx_speed.by_docxtpl(words(), template()),
    "python-docx, row.cells, the same words": lambda: docx_speed.by_row(words()),
    # A copy has not been put into words yet.
    "a regulation of {pages} pages to a Word file": lambda: evolve(whole()).to_docx(),
    f"{VALUES:,} edited values read back": lambda: read(evolve(base())),
    f"{VALUES:,} edited values, the base written before": lambda: read(base()),
}
"""Everything that is measured."""


def run() -> list[Row]:
    """Measure every way; memory in a process of its own."""
    rows: list[Row] = []
    found: dict[str, float] = {}
    for number, (what, make) in enumerate(WAYS.items()):
        seconds = _best(make, 1 if "python-docx" in what else 15)
        found[what] = seconds
        megabytes = _megabytes(number) if number < 2 else None
        named = what.format(pages=pages(whole())) if "{" in what else what
        rows.append(Row(named, seconds, None, megabytes))
    other = found["docxtpl, the same words alone"]
    return [evolve(row, to_docxtpl=row.seconds / other) for row in rows[:3]] + rows[3:]


def table(rows: list[Row]) -> str:
    """The rows as a Markdown table."""
    lines = ["| what | seconds | times docxtpl | MB |", "|---|---:|---:|---:|"]
    for row in rows:
        times = "" if row.to_docxtpl is None else f"{row.to_docxtpl:.2f}"
        memory = "" if row.megabytes is None else f"{row.megabytes:.0f}"
        lines.append(f"| {row.what} | {row.seconds:.3f} | {times} | {memory} |")
    return "\n".join(lines)


def _best(make: Callable[[], object], repeats: int) -> float:
    best = float("inf")
    for _ in range(repeats):
        start = time.process_time()
        make()
        best = min(best, time.process_time() - start)
    return best


def _megabytes(number: int) -> float:
    """The most that a process takes that goes one way, once."""
    command = [sys.executable, __file__, "--memory", str(number)]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    return float(done.stdout)


def _peak() -> float:
    # Of this program alone: what `getrusage` tells begins with the memory of the
    # process that started it.
    status = Path("/proc/self/status").read_text("utf-8")
    (kilobytes,) = re.findall(r"VmHWM:\s+(\d+) kB", status)
    return int(kilobytes) / 1024


if __name__ == "__main__":
    if "--memory" in sys.argv:
        make = list(WAYS.values())[int(sys.argv[-1])]
        make()
        print(_peak())
    else:
        print(table(run()))
