"""Wide tables turn their pages, and every column has room for its words."""

from __future__ import annotations

import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from salesreg.document.blocks import Block, Bullets, Column, Paragraph, Table, Text
from salesreg.export.docx import PLAIN, look_of, render
from salesreg.export.docx.widths import fitted, measured
from salesreg.testing.laws.sound import faults
from salesreg.testing.laws.word import W, read, text_of
from tests.export.docx.sample import clause, sample, section

ROW = tuple((Text(f"ячейка {n}"),) for n in range(10))
WIDE = Table(tuple(Column(f"Колонка {n}") for n in range(10)), (ROW,) * 30)
SMALL = Table((Column("A"), Column("B")), (((Text("1"),), (Text("2"),)),))
TEXT = Paragraph((Text("Пояснение к таблице."),))


def pages(*blocks: Block) -> list[tuple[str, list[str]]]:
    """Orientation and texts of each run of pages of a document of these blocks."""
    document = evolve(sample("ru"), sections=(section("1", "Раздел", *blocks),))
    made = render(evolve(document, annexes=()))
    assert [] == faults(made)
    found: list[tuple[str, list[str]]] = []
    texts: list[str] = []
    for element in read(made)["word/document.xml"][0]:
        closing = element.find(f"{W}pPr/{W}sectPr")
        size = element if element.tag == f"{W}sectPr" else closing
        texts += [text_of(p) for p in element.iter(f"{W}p") if text_of(p)]
        if size is not None:
            (page,) = size.iter(f"{W}pgSz")
            found.append((page.get(f"{W}orient", "portrait"), texts))
            texts = []
    return found


def test_a_wide_table_stands_on_turned_pages() -> None:
    """It turns them with the clause that leads to it; what follows is upright."""
    before, wide, after = pages(
        clause("1.1", (Text("До."),)),
        clause("1.2", (Text("Матрица."),), (TEXT, WIDE)),
        clause("1.3", (Text("После."),), (SMALL,)),
    )
    assert ["portrait", "landscape", "portrait"] == [before[0], wide[0], after[0]]
    assert "До." == before[1][-1]
    assert ["Матрица.", "Пояснение к таблице.", "Колонка 0"] == wide[1][:3]
    assert "После." == after[1][0]


@pytest.mark.parametrize(
    ("rows", "kept"),
    [
        (1, [False]),
        (2, [True, False]),
        (3, [True, True, False]),
        (5, [True, False, False, True, False]),
    ],
)
def test_no_row_stands_alone_at_a_turn_of_the_page(rows: int, kept: list[bool]) -> None:
    """The first row stays with the second, and the last but one with the last."""
    table = evolve(SMALL, rows=SMALL.rows * rows)
    text = clause("1.1", (Text("Т."),), (table,))
    document = evolve(sample("ru"), sections=(section("1", "Раздел", text),))
    made = render(evolve(document, annexes=(), requisites=()))
    (found,) = read(made)["word/document.xml"].iter(f"{W}tbl")
    _, *body = found.findall(f"{W}tr")
    assert kept == [
        all(p.find(f"{W}pPr/{W}keepNext") is not None for p in row.iter(f"{W}p"))
        for row in body
    ]


def test_a_heading_goes_with_its_wide_table() -> None:
    """No heading stays behind on an upright page when its first clause is wide."""
    inner = section("1.1", "Подраздел", clause("1.1.1", (Text("Т."),), (WIDE,)))
    front, turned = pages(inner)
    assert "Раздел" not in front[1]
    assert ["Раздел", "Подраздел", "Т."] == turned[1][:3]


def test_neighbours_share_their_turned_pages() -> None:
    """Two wide tables in a row turn the pages once."""
    first = clause("1.1", (Text("Раз."),), (WIDE,))
    second = clause("1.2", (Text("Два."),), (WIDE, TEXT, WIDE))
    assert ["portrait", "landscape"] == [kind for kind, _ in pages(first, second)]


def test_a_table_in_a_list_turns_nothing() -> None:
    """Pages are turned for tables of their own only."""
    item = clause("1.1", (Text("Т."),), (Bullets(((WIDE,),)),))
    assert ["portrait"] == [kind for kind, _ in pages(item)]


def test_headers_and_margins_are_kept() -> None:
    """The first section names them; on a turned page margins go with their edge."""
    document = sample("ru")
    turned = section("1", "Раздел", clause("1.1", (), (WIDE,)), clause("1.2", ()))
    made = render(
        evolve(document, sections=(turned,), annexes=()), look_of("gost", document)
    )
    sections = list(read(made)["word/document.xml"].iter(f"{W}sectPr"))
    named = [len(one.findall(f"{W}headerReference")) for one in sections]
    assert [1, 0, 0] == named
    assert [1, 0, 0] == [len(one.findall(f"{W}titlePg")) for one in sections]
    upright, landscape, _ = (margins(one) for one in sections)
    sides = ("left", "top", "right", "bottom")
    assert [upright[side] for side in sides] == [
        landscape[side] for side in ("top", "right", "bottom", "left")
    ]


def margins(section: ET.Element) -> dict[str, str]:
    """The margins of a section."""
    (found,) = section.iter(f"{W}pgMar")
    return {name.removeprefix(W): value for name, value in found.attrib.items()}


@given(
    st.lists(
        st.tuples(st.integers(0, 9), st.integers(1, 4000)), min_size=1, max_size=9
    ),
    st.integers(100, 15000),
)
def test_columns_share_a_width(columns: list[tuple[int, int]], whole: int) -> None:
    """Widths add up exactly, and none is below its least when all of these fit."""
    weights, floors = [w for w, _ in columns], tuple(f for _, f in columns)
    widths = fitted(weights, floors, whole)
    assert whole == sum(widths)
    assert sum(floors) > whole or all(
        floor <= width for floor, width in zip(floors, widths, strict=True)
    )


def test_a_long_word_widens_its_column() -> None:
    """A word that its share would break gets the room it needs."""
    word = (Text("Коммерческое"),)
    table = Table((Column("А", 1), Column("Б", 19)), ((word, (Text("текст"),)),))
    found = measured(table, PLAIN)
    first, second = found.widths(PLAIN.text_width)
    assert found.floors[0] == first > PLAIN.text_width // 20
    assert PLAIN.text_width == first + second


def test_long_cells_get_the_room() -> None:
    """Where shares by weight make a table much longer, its words decide."""
    long = (Text("много слов о том, как это делается " * 10),)
    table = Table((Column("А", 5), Column("Б", 1)), (((Text("1"),), long),) * 4)
    first, second = measured(table, PLAIN).widths(PLAIN.text_width)
    assert first < second


def test_a_row_taller_than_a_third_of_a_page_may_break() -> None:
    """Rows stay whole, but for one that would leave much of a page bare."""
    tall = (Text("много слов о том, как это делается " * 200),)
    table = Table((Column("А"),), ((tall,), ((Text("коротко"),),)))
    document = evolve(
        sample("ru"),
        sections=(section("1", "Р", clause("1.1", (), (table,))),),
        annexes=(),
        requisites=(),
    )
    rows = list(read(render(document))["word/document.xml"].iter(f"{W}tr"))
    whole = [row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows]
    assert [True, False, True] == whole


@pytest.fixture
def laid_out(tmp_path: Path) -> Path:
    """A document with turned pages as a tagged PDF that LibreOffice made."""
    office = shutil.which("soffice")
    if not office or not shutil.which("pdfinfo"):
        pytest.skip("soffice or pdfinfo not found: no layout to look at")
    document = sample("ru")
    turned = section("7", "Широкая", clause("7.1", (Text("Ш."),), (WIDE,)))
    last = section("8", "Конец", clause("8.1", (Text("К."),)))
    file = tmp_path / "turned.docx"
    sections = (*document.sections, turned, last)
    file.write_bytes(render(evolve(document, sections=sections)))
    subprocess.run(
        [
            office,
            f"-env:UserInstallation=file://{tmp_path / 'profile'}",
            "--headless",
            "--convert-to",
            'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}',
            "--outdir",
            str(tmp_path),
            str(file),
        ],
        check=True,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        timeout=60,
    )
    return file.with_suffix(".pdf")


def told(*command: str) -> str:
    """What a program prints."""
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_turned_pages_are_laid_out(laid_out: Path) -> None:
    """LibreOffice turns the pages of the table, with their head; none is bare."""
    texts = told("pdftotext", "-layout", str(laid_out), "-").split("\f")[:-1]
    about = told("pdfinfo", "-l", str(len(texts)), str(laid_out))
    widths = [float(w) for w in re.findall(r"size:\s+([\d.]+) x", about)]
    wide = [text for text, width in zip(texts, widths, strict=True) if width > 600]
    assert 1 <= len(wide) <= 3
    assert all("Регламент отдела продаж · редакция" in text for text in wide)
    assert "Широкая" in wide[0]
    assert [] == [number for number, text in enumerate(texts) if len(text.split()) < 9]


def test_the_pdf_is_tagged(laid_out: Path) -> None:
    """The file is accessible: tagged, titled, with headings and header cells."""
    assert re.search(r"Tagged:\s+yes", told("pdfinfo", str(laid_out)))
    assert re.search(r"Title:\s+\S", told("pdfinfo", str(laid_out)))
    tree = told("pdfinfo", "-struct", str(laid_out))
    for tag in ("H1", "H2", "Table", "TH", "TD", "L", "Link"):
        assert re.search(rf"^\s*{tag}\b", tree, re.MULTILINE), tag
