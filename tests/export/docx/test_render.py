"""What a rendered document holds: read from the package, without a word processor."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import docx
import pytest
from attrs import evolve
from docx2python import docx2python  # pyright: ignore[reportMissingTypeStubs]

from salesreg.document.blocks import (
    Block,
    Bullets,
    Clause,
    Code,
    CodeBlock,
    Document,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    Missing,
    Paragraph,
    Quote,
    Reference,
    Section,
    Strong,
    Table,
    Text,
)
from salesreg.document.figures import Node, ProcessFigure
from salesreg.document.text import visible
from salesreg.export.docx import PLAIN, render
from salesreg.testing.laws.sound import R, faults
from salesreg.testing.laws.word import W, automatic_numbers, read, text_of, value
from tests.export.docx.sample import Language, clause, sample, section

LANGUAGES: tuple[Language, ...] = ("ru", "en")


def said(content: tuple[Inline, ...], document: Document) -> str:
    """The characters that inline content shows."""
    shown = ""
    for piece in content:
        match piece:
            case Text(text) | Code(text) | Reference(text=text):
                shown += text
            case Missing(text):
                shown += f"{text}\u00a0[{document.wording.missing}]"
            case Strong(inner) | Emphasis(inner) | Link(inner, _):
                shown += said(inner, document)
            case LineBreak():
                shown += "\n"
    return shown


def texts(  # noqa: C901 - one case for each kind of block
    blocks: tuple[Block, ...], document: Document
) -> Iterator[str]:
    """Everything that the blocks say, in order."""
    for block in blocks:
        match block:
            case Paragraph(content):
                yield said(content, document)
            case Clause():
                yield said(block.content, document)
                yield from texts(block.blocks, document)
            case Section():
                yield from filter(None, (block.mark, block.title))
                yield from texts(block.blocks, document)
            case Quote(inner):
                yield from texts(inner, document)
            case Bullets(items):
                for item in items:
                    yield from texts(item, document)
            case CodeBlock(text):
                yield text
            case Table():
                yield block.caption
                yield from (column.title for column in block.columns)
                yield from (said(cell, document) for row in block.rows for cell in row)
            case ProcessFigure():
                for node in block.nodes:
                    yield from (node.title, node.note)
                yield block.alt
                yield from (arrow.label for arrow in block.arrows)
                yield block.caption


def numbered(
    blocks: tuple[Block, ...], document: Document
) -> Iterator[tuple[str, str]]:
    """Number and text of every numbered place, in order."""
    for block in blocks:
        if isinstance(block, Section):
            if block.number:
                yield block.number, block.title
            yield from numbered(block.blocks, document)
        elif isinstance(block, Clause):
            yield block.number, said(block.content, document).replace("\n", "")
            yield from numbered(block.blocks, document)


def sections(document: Document) -> tuple[Section, ...]:
    """Sections and annexes, as they stand in the file."""
    return (*document.sections, *document.annexes)


@pytest.mark.parametrize("language", LANGUAGES)
def test_package_is_sound(language: Language) -> None:
    """A rich document has no fault that validators overlook."""
    assert [] == faults(render(sample(language)))


@pytest.mark.parametrize("contents", ["live", "field"])
def test_both_kinds_of_contents_are_sound(contents: Literal["live", "field"]) -> None:
    """The contents are sound as plain lines and as a TOC field."""
    look = evolve(PLAIN, contents=contents)
    package = render(sample("ru"), look)
    instructions = [
        (e.text or "").split()[0]
        for e in read(package)["word/document.xml"].iter(f"{W}instrText")
    ]
    assert [] == faults(package)
    assert (1 if contents == "field" else 0) == instructions.count("TOC")


@pytest.mark.parametrize("language", LANGUAGES)
def test_automatic_numbers_are_those_of_the_tree(language: Language) -> None:
    """Word's own numbers equal the numbers that the tree cites."""
    document = sample(language)
    assert list(numbered(sections(document), document)) == [
        place[:2] for place in automatic_numbers(render(document))
    ]


@pytest.mark.filterwarnings("ignore:russianLower")
@pytest.mark.parametrize("language", LANGUAGES)
def test_all_text_comes_out_in_order(language: Language) -> None:
    """An independent reader finds every text of the tree, in the tree's order."""
    document = sample(language)
    with docx2python(io.BytesIO(render(document))) as reader:
        # Links come out as HTML; only their words are looked for.
        rest = " ".join(re.sub(r"</?a\b[^>]*>", "", reader.text).split())
    expected = [
        document.header,
        *map(visible, document.organisation),
        *map(visible, document.approval),
        document.kind,
        document.title,
        *(
            part
            for label, said in document.requisites
            for part in (label, visible(said))
        ),
        document.wording.contents,
        *texts(sections(document), document),
    ]
    lost: list[str] = []
    for text in filter(None, (" ".join(text.split()) for text in expected)):
        _, found, after = rest.partition(text)
        lost += [] if found else [text]
        rest = after if found else rest
    assert [] == lost


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_same_bytes_in_every_process(seed: str, tmp_path: Path) -> None:
    """Another process with another hash seed, zone and locale writes the same."""
    script = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from tests.export.docx.sample import sample\n"
        "from salesreg.export.docx import render\n"
        "open(sys.argv[2], 'wb').write(render(sample('ru')))\n"
    )
    path = tmp_path / "out.docx"
    subprocess.run(
        [sys.executable, "-c", script, str(Path(__file__).parents[3]), str(path)],
        check=True,
        env={**os.environ, "PYTHONHASHSEED": seed, "TZ": f"UTC-{seed[0]}", "LANG": "C"},
    )
    assert render(sample("ru")) == path.read_bytes()


def test_properties_come_from_the_document() -> None:
    """Core properties say what the tree says, cut to what Word holds, and no time."""
    document = sample("en")
    long = "x" * 300
    package = render(
        evolve(document, properties=evolve(document.properties, keywords=long))
    )
    core = docx.Document(io.BytesIO(package)).core_properties
    assert document.properties.title == core.title
    assert document.properties.author == core.author
    assert document.properties.revision == core.version
    assert "en-US" == core.language
    assert "x" * 254 + "…" == core.keywords
    assert (None, None) == (core.created, core.modified)


@pytest.mark.parametrize(("language", "locale"), [("ru", "ru-RU"), ("en", "en-US")])
def test_language_is_set_for_spelling(language: Language, locale: str) -> None:
    """The default language of all text is the document's; no run differs."""
    parts = read(render(sample(language)))
    set_to = {
        element.get(f"{W}val")
        for root in parts.values()
        for element in root.iter(f"{W}lang")
    }
    assert {locale} == set_to


def test_page_is_a4() -> None:
    """The page measures 210 by 297 millimetres."""
    page = docx.Document(io.BytesIO(render(sample("ru")))).sections[0]
    assert (210, 297) == (
        round(page.page_width.mm if page.page_width else 0),
        round(page.page_height.mm if page.page_height else 0),
    )


def test_footer_counts_pages() -> None:
    """The footer holds both counters among the words of the language."""
    parts = read(render(sample("ru")))
    footer = parts["word/footer1.xml"]
    assert ["PAGE", "NUMPAGES"] == [
        (e.text or "").strip() for e in footer.iter(f"{W}instrText")
    ]
    assert "Страница 1 из 1" == text_of(footer)


def test_header_rows_repeat_and_rows_stay_whole() -> None:
    """Each content table repeats its header row and splits no row."""
    body = read(render(sample("ru")))["word/document.xml"]
    rows = list(body.iter(f"{W}tr"))
    tables = [
        t
        for t in body.iter(f"{W}tbl")
        if value(t, "tblPr", "tblStyle") == "RegulationTable"
    ]
    assert len(tables) == len(list(body.iter(f"{W}tblHeader")))
    assert len(rows) == len(list(body.iter(f"{W}cantSplit")))


def test_column_widths_follow_weights_and_fill_the_page() -> None:
    """Widths are in proportion to the weights and add up to the text area."""
    body = read(render(sample("ru")))["word/document.xml"]
    roles = next(
        t for t in body.iter(f"{W}tbl") if len(t.findall(f"{W}tblGrid/{W}gridCol")) == 3
    )
    widths = [int(c.get(f"{W}w", "0")) for c in roles.findall(f"{W}tblGrid/{W}gridCol")]
    assert PLAIN.text_width == sum(widths)
    assert [3, 6, 1] == [round(width * 10 / PLAIN.text_width) for width in widths]


def test_references_are_live_fields() -> None:
    """A cited number is a REF to a number, a cited mark a REF to its text."""
    body = read(render(sample("ru")))["word/document.xml"]
    kinds = [
        tuple((e.text or "").split()[2:])
        for e in body.iter(f"{W}instrText")
        if (e.text or "").split()[0] == "REF"
    ]
    assert [("\\w", "\\h"), ("\\w", "\\h"), ("\\h",), ("\\w", "\\h")] == kinds


def test_links_lead_outside_by_relationship() -> None:
    """Each address is one external relationship, escaped as XML asks."""
    document_part = docx.Document(io.BytesIO(render(sample("ru")))).part
    outside = sorted(
        relation.target_ref
        for relation in document_part.rels.values()
        if relation.is_external
    )
    assert ["https://example.com/?a=1&b=2", "mailto:sales@example.com"] == outside


def test_each_ordered_list_counts_from_one() -> None:
    """Two ordered lists in one document do not share their counter."""
    body = read(render(sample("ru")))["word/document.xml"]
    numbers = [
        value(line, "pPr", "numPr", "numId")
        for line in body.iter(f"{W}p")
        if text_of(line) in {"шаг номер 1;", "проверка;"}
    ]
    assert 2 == len(set(numbers))


def test_figure_is_a_native_drawing_with_words_for_those_who_cannot_see() -> None:
    """The group has an editable shape per node, a description and a text fallback."""
    body = read(render(sample("ru")))["word/document.xml"]
    shapes = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
    markup = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
    drawing = next(body.iter(f"{markup}AlternateContent"))
    alt = next(e.get("descr") for e in drawing.iter() if e.tag.endswith("docPr"))
    fallback = text_of(next(drawing.iter(f"{markup}Fallback")))
    assert 8 == len(list(drawing.iter(f"{shapes}txbx")))
    assert alt == fallback
    assert "Воронка: от поиска клиентов до сделки; возможны возврат и отказ." == alt


def test_missing_is_marked() -> None:
    """A hole in the regulation has its own style and the language's words."""
    body = read(render(sample("en")))["word/document.xml"]
    marked = [
        text_of(r) for r in body.iter(f"{W}r") if value(r, "rPr", "rStyle") == "Missing"
    ]
    assert ["commercial director\u00a0[not defined]"] == marked


def test_relationship_ids_are_used() -> None:
    """Header and footer of the template stay connected to the page."""
    body = read(render(sample("en")))["word/document.xml"]
    assert ["header", "footer"] == [
        element.get(f"{R}id")
        for kind in ("headerReference", "footerReference")
        for element in body.iter(f"{W}{kind}")
    ]


def test_nearly_empty_document_is_sound() -> None:
    """A document with one section and nothing else is a sound package."""
    document = evolve(
        sample("ru"),
        kind="",
        organisation=(),
        approval=(),
        requisites=(),
        annexes=(),
        sections=(section("1", "Всё", clause("1.1", ())),),
    )
    assert [] == faults(render(document))
    assert [] == faults(render(evolve(document, sections=())))


def test_mark_that_repeats_the_title_is_shown_once() -> None:
    """A sheet whose mark is its title has the title only, also in the contents."""
    document = sample("en")
    sheet = section("", "Sheet", mark="Sheet", anchor="sheet")
    package = render(evolve(document, annexes=(*document.annexes, sheet)))
    body = read(package)["word/document.xml"]
    assert 2 == [text_of(line) for line in body.iter(f"{W}p")].count("Sheet")


def test_a_figure_too_tall_for_a_page_is_told_in_words() -> None:
    """A drawing cannot run over two pages, so its words stand in its place."""
    nodes = tuple(Node(str(n), "A", "B") for n in range(80))
    figure = ProcessFigure(nodes, (), "F", "Eighty boxes")
    document = evolve(sample("en"), sections=(section("1", "One", figure),))
    body = read(render(document))["word/document.xml"]
    shown = [text_of(line) for line in body.iter(f"{W}p")]
    assert "Eighty boxes" in shown
    assert "A" not in shown
