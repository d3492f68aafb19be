"""The Markdown page: complete, readable, with links that lead somewhere."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, settings

import salesreg as sr
from salesreg.document.blocks import (
    Block,
    Clause,
    Document,
    Emphasis,
    Inline,
    LineBreak,
    Paragraph,
    Section,
    Strong,
    Text,
)
from salesreg.document.figures import Figure
from salesreg.export.markdown import render
from salesreg.export.markdown.body import Body
from salesreg.export.mermaid import mermaid
from tests.export.figures import figures
from tests.export.parsers import PARSERS, WORDS, parsed, text_of
from tests.export.sample import Language, sample
from tests.export.trees import (
    Reader,
    body_of,
    documents,
    shape_of,
    squeezed,
)

SHAPES = ("ul", "ol", "li", "blockquote", "pre", "table", "tr")


def reader(document: Document) -> Reader:
    """How Markdown marks a hole and draws a figure."""
    return Reader(
        hole=lambda text: f"⚠ {text} [{document.wording.missing}]", figure=mermaid
    )


@pytest.mark.parametrize("parse", PARSERS, ids=lambda parse: parse.__name__)
@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_sample_reads_completely(
    language: Language, parse: Callable[[str], str]
) -> None:
    """Everything after the contents is said, in order, in both languages."""
    document = sample(language)
    seen = squeezed(text_of(parsed(parse(render(document)))))
    assert seen.endswith(body_of(document, reader(document)))


@pytest.mark.filterwarnings("ignore:Generating overly large repr")
@given(documents())
@settings(deadline=None, max_examples=60)
def test_any_tree_reads_completely(document: Document) -> None:
    """Any tree keeps its words, lists, quotations, code and tables in two parsers."""
    markdown = render(document)
    # The contents and the requisites are lists and a table of the page's own.
    empty = evolve(document, sections=(), annexes=())
    parts = (*document.sections, *document.annexes)
    entries = Counter({"ul": 2, "li": 3, "table": 1, "tr": 4, "blockquote": 1})
    for parse in PARSERS:
        page = parsed(parse(markdown))
        assert squeezed(text_of(page)).endswith(body_of(document, reader(document)))
        seen = Counter({tag: len(page.findall(f".//{tag}")) for tag in SHAPES})
        expected = shape_of(parts, lambda _: Counter(pre=1))
        assert expected + entries == +seen, markdown
    assert not render(empty).endswith("\n\n")


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_inner_link_leads_to_an_anchor(language: Language) -> None:
    """A link to "#x" has exactly one anchor "x", and ids are ASCII."""
    markdown = render(sample(language))
    anchors = re.findall(r'<a id="([^"]*)"></a>', markdown)
    targets = set(re.findall(r"\]\(#([^)]*)\)", markdown))
    assert len(set(anchors)) == len(anchors)
    assert set() == targets - set(anchors)
    assert all(anchor.isascii() for anchor in anchors)


def test_one_newline_at_the_end_and_the_same_text_again() -> None:
    """The page ends in one newline and does not change when written again."""
    markdown = render(sample("ru"))
    assert markdown.endswith("|\n")
    assert markdown == render(sample("ru"))
    assert "\n\n\n" not in markdown


@pytest.mark.parametrize(
    "sentence",
    [
        "Скидку свыше 15\u00a0% согласует руководитель (п. 3.2), срок — 2 дня.",
        "Сумма от 1 500 000 RUB, (a) и (b), 9:00-18:00, № 5, ~5 минут, 5 * 3 = 15.",
        "Поле deal_stage_id: A & B, цена < 5, «план» > факт; 50/50 + 1 = ?",
        "2026 год. Вопрос: «Удобно говорить?» — пауза!",
        "____________________ А. А. Смирнова",
        "Call within 15 minutes; write to sales@example.com or https://example.com/a.",
        "3.2.1 is a number, [1] a note, #5 a ticket, -5 a loss, +7 a phone.",
    ],
)
def test_a_plain_sentence_stays_as_it_is(sentence: str) -> None:
    """What people write has no backslash in the page, so that a diff reads well."""
    assert sentence == Body(sample("en")).block(Paragraph((Text(sentence),)))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ((Strong((Text("a"),)), Text("b")), "**a**b"),
        ((Strong((Text("«a»"),)), Text("b")), "<strong>«a»</strong>b"),
        ((Text("b"), Emphasis((Text(" a"),))), "b<em> a</em>"),
        ((Strong((Emphasis((Text("a"),)),)),), "**_a_**"),
        ((Text("a"), LineBreak(), Text("- b")), "a\\\n\\- b"),
        ((Text("a"), LineBreak()), "a<br>"),
    ],
)
def test_emphasis_and_breaks(content: tuple[Inline, ...], expected: str) -> None:
    """Signs are used where every parser understands them, tags elsewhere."""
    assert expected == Body(sample("en")).block(Paragraph(content))


def test_mermaid_accepts_every_figure(tmp_path: Path) -> None:
    """Mermaid itself parses figures with any words, and finds all their words."""
    home = os.environ.get("SALESREG_MERMAID", "")
    if not (Path(home) / "node_modules" / "mermaid").is_dir():
        pytest.skip("needs npm packages mermaid and jsdom below $SALESREG_MERMAID")
    texts: list[str] = []
    for language in ("ru", "en"):
        texts += map(mermaid, _figures(sample(language).sections))
        regulation = sr.templates.get("b2b", language=language)
        texts += map(mermaid, _figures(regulation.document.sections))

    @given(figures(WORDS))
    @settings(deadline=None, max_examples=300, database=None)
    def collect(figure: Figure) -> None:
        texts.append(mermaid(figure))

    collect()
    script = Path(home) / "parse.mjs"
    given_texts = tmp_path / "figures.json"
    given_texts.write_text(json.dumps(texts), encoding="utf-8")
    script.write_text(_PARSE, encoding="utf-8")
    done = subprocess.run(
        ["node", str(script), str(given_texts)],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert [] == json.loads(done.stdout)


def _figures(blocks: tuple[Block, ...]) -> Iterator[Figure]:
    for block in blocks:
        if isinstance(block, Section | Clause):
            yield from _figures(block.blocks)
        elif isinstance(block, Figure):
            yield block


_PARSE = """
import fs from "node:fs";
import { JSDOM } from "jsdom";
const dom = new JSDOM("<!DOCTYPE html><body></body>");
globalThis.window = dom.window;
globalThis.document = dom.window.document;
const mermaid = (await import("mermaid")).default;
const failed = [];
for (const text of JSON.parse(fs.readFileSync(process.argv[2], "utf8"))) {
  try {
    await mermaid.parse(text);
  } catch (error) {
    failed.push([text, String(error)]);
  }
}
console.log(JSON.stringify(failed));
"""
