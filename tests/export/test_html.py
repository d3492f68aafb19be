"""The HTML page and its piece for notebooks: complete, safe, self-contained."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from typing import cast, get_args

import html5lib
import pytest
from attrs import evolve
from hypothesis import given, settings
from lxml import etree

from salesreg.document.blocks import (
    Document,
    Link,
    Paragraph,
    Reference,
    Section,
    Text,
)
from salesreg.document.figures import Figure, Node, ProcessFigure
from salesreg.document.text import valued, visible
from salesreg.export.figures import labels_of
from salesreg.export.figures.scene import Tone, Way
from salesreg.export.html import fragment, render
from salesreg.export.html.page import sheet
from tests.export.parsers import text_of
from tests.export.sample import Language, sample
from tests.export.trees import Reader, body_of, documents, shape_of, squeezed

SVG = "{http://www.w3.org/2000/svg}"
SHAPES = ("ul", "ol", "li", "blockquote", "pre")
LANGUAGES: tuple[Language, ...] = ("ru", "en")


def page_of(html: str) -> etree._Element:
    """The page as a browser builds it; a mistake in the markup is an error."""
    parser = html5lib.HTMLParser(
        html5lib.getTreeBuilder("lxml"), namespaceHTMLElements=False
    )
    page = parser.parse(html).getroot()
    # Words may hold a code point that is no character; a browser keeps it.
    mistakes = {code for _, code, _ in parser.errors} - {"invalid-codepoint"}
    assert set() == mistakes
    return page


def found(page: etree._Element, path: str) -> list[str]:
    """The attributes at a path, as texts."""
    return [str(value) for value in cast("list[object]", page.xpath(path))]


def only(page: etree._Element, path: str) -> etree._Element:
    """The one element at a path."""
    (element,) = page.findall(path)
    return element


def reader(document: Document) -> Reader:
    """How HTML marks a hole and tells a figure besides the drawing."""
    return Reader(
        hole=lambda text: f"{text} [{document.wording.missing}]",
        figure=lambda figure: "".join(labels_of(figure)),
    )


def moves(figure: Figure) -> Counter[str]:
    """The list of the words of arrows, below a drawing that has some."""
    labels = labels_of(figure)
    return Counter(ul=1, li=len(labels)) if labels else Counter()


def main_text(page: etree._Element) -> str:
    """The text of the sections and annexes, without drawings and white space."""
    for drawing in page.findall(f".//main//{SVG}svg"):
        around = drawing.getparent()
        assert around is not None
        around.remove(drawing)
    return squeezed("".join(map(text_of, page.findall(".//main/section"))))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sample_reads_completely(language: Language) -> None:
    """Every word of the tree is on the page, in order, in both languages."""
    document = sample(language)
    page = page_of(render(document))
    assert body_of(document, reader(document)) == main_text(page)
    front = text_of(only(page, ".//header"))
    for words in (
        document.title,
        document.kind,
        *map(visible, document.organisation),
        *map(visible, document.approval),
        *(
            part
            for label, said in document.requisites
            for part in (label, visible(said))
        ),
    ):
        assert words in front


@pytest.mark.filterwarnings("ignore:Generating overly large repr")
@given(documents())
@settings(deadline=None, max_examples=60)
def test_any_tree_reads_completely(document: Document) -> None:
    """Any tree keeps its words and its shape, ids are unique, every link leads on."""
    page = page_of(render(document))
    # An empty list, quotation or paragraph leaves no trace.
    expected = shape_of((*document.sections, *document.annexes), moves)
    seen = Counter({tag: len(page.findall(f".//main//{tag}")) for tag in SHAPES})
    assert {tag: expected[tag] for tag in SHAPES} == dict(seen)
    assert body_of(document, reader(document)) == main_text(page)
    links_lead_on(page)


def links_lead_on(page: etree._Element) -> None:
    """Ids are unique and every inner link leads to one of them."""
    ids = found(page, "//@id")
    assert Counter(ids) == Counter(set(ids))
    inner = {at[1:] for at in found(page, "//@href") if at.startswith("#")}
    assert set() == inner - set(ids)


@pytest.mark.parametrize("written", [render, fragment])
@pytest.mark.parametrize("language", LANGUAGES)
def test_links_lead_on(language: Language, written: Callable[[Document], str]) -> None:
    """Ids are unique, inner links resolve, labels of drawings exist."""
    html = written(sample(language))
    page = page_of(
        html if written is render else f"<!DOCTYPE html><title>x</title>{html}"
    )
    links_lead_on(page)
    ids = found(page, "//@id")
    for labels in found(page, "//@aria-labelledby"):
        assert all(name in ids for name in labels.split())


@pytest.mark.parametrize("written", [render, fragment])
def test_nothing_is_fetched_and_nothing_runs(
    written: Callable[[Document], str],
) -> None:
    """No script, no resource, no address but those of the document's links."""
    html = written(sample("ru"))
    page = html5lib.parse(html, treebuilder="lxml", namespaceHTMLElements=False)
    assert [] == page.xpath(
        "//script|//link|//img|//iframe|//@src|//@*[starts-with(name(),'on')]"
    )
    outer = [url for url in page.xpath("//@href") if not url.startswith("#")]
    assert ["https://example.com/?a=1&b=2", "mailto:sales@example.com"] == outer
    style = "".join(page.xpath("//style/text()"))
    assert [] == re.findall(r"url\(|@import|//", style)


def test_markup_in_the_words_stays_words() -> None:
    """Whatever stands in the tree, it adds no element, attribute or address."""
    evil = "\"><script>alert(1)</script><img src=x onerror=y>'&amp;</style></title>"
    document = evolve(
        sample("en"),
        title=evil,
        kind=evil,
        header=evil,
        organisation=((Text(evil),),),
        approval=(valued(evil, evil),),
        requisites=((evil, (Text(evil),)),),
        properties=evolve(sample("en").properties, title=evil, author=evil),
        wording=evolve(sample("en").wording, page=evil, missing=evil, contents=evil),
        sections=(
            Section(
                "1",
                evil,
                "",
                evil,
                (
                    ProcessFigure((Node(evil, evil, evil),), (), evil, evil),
                    Paragraph(
                        (
                            Link((Text(evil),), f"https://x.y/{evil}"),
                            Link((Text("js"),), "javascript:alert(1)"),
                            Reference(evil, evil),
                        )
                    ),
                ),
            ),
        ),
    )
    for html in (render(document), fragment(document)):
        page = html5lib.parse(html, treebuilder="lxml", namespaceHTMLElements=False)
        assert [] == page.xpath("//script|//img|//@onerror|//@src")
        assert f"https://x.y/{evil}" in page.xpath("//main//a/@href|//p/a/@href")
        assert [] == [url for url in page.xpath("//@href") if "javascript" in url[:11]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_for_everybody(language: Language) -> None:
    """Language, one first heading, none skipped, contents, labels of tables."""
    page = page_of(render(sample(language)))
    assert language == page.get("lang")
    assert 1 == len(page.findall(".//h1"))
    levels = [int(found.tag[1]) for found in page.iter("h1", "h2", "h3", "h4")]
    assert all(deeper - level <= 1 for level, deeper in pairwise(levels))
    assert 1 == len(page.findall(".//main"))
    assert only(page, ".//nav").get("aria-label")
    skip = only(page, "body/a")
    assert f"#{only(page, './/main').get('id')}" == skip.get("href")
    assert {"col"} == set(found(page, "//thead//th/@scope"))
    assert {"row"} == set(found(page, "//tbody//th/@scope"))
    (drawing,) = page.findall(f".//{SVG}svg")
    assert "img" == drawing.get("role")


def test_a_figure_shows_every_word_of_its_nodes() -> None:
    """The words of a box are all there, cut into lines."""
    (figure,) = [
        block
        for section in sample("ru").sections
        for block in section.blocks
        if isinstance(block, ProcessFigure)
    ]
    page = page_of(render(sample("ru")))
    boxes = [squeezed(text_of(box)) for box in page.findall(f".//{SVG}g")]
    assert [squeezed(node.title + node.note) for node in figure.nodes] == boxes
    (title,) = page.findall(f".//{SVG}title")
    (told,) = page.findall(f".//{SVG}desc")
    assert (figure.caption, figure.alt) == (title.text, told.text)


def test_a_fragment_keeps_to_itself() -> None:
    """One element, no page around it, every rule of its style below its class."""
    html = fragment(sample("en"))
    assert not re.search(
        r"<(html|head|body|title|meta|main|h1)\b", html.replace("<title id", "")
    )
    root = html5lib.parseFragment(html, treebuilder="lxml", namespaceHTMLElements=False)
    elements = [part for part in root if not isinstance(part, str)]
    assert ["article"] == [element.tag for element in elements]
    assert "salesreg" in elements[0].get("class").split()
    style = re.sub(r"/\*.*?\*/", "", sheet("document.css"), flags=re.DOTALL)
    selectors = re.findall(r"(?:^|[{};])\s*([^{};@]+?)\s*\{", style)
    assert len(selectors) > 40
    for selector in ",".join(selectors).split(","):
        if not selector.startswith((" + ", " ul", " ol", " blockquote", " pre")):
            assert selector.strip().startswith(".salesreg"), selector


def test_two_documents_share_one_page() -> None:
    """Fragments of two documents have no id in common."""
    first, second = fragment(sample("en")), fragment(sample("ru"))
    ids = [set(re.findall(r' id="([^"]*)"', html)) for html in (first, second)]
    assert set() == ids[0] & ids[1]
    assert ids[0]


def test_the_same_text_again() -> None:
    """Written twice, a page and a fragment are the same."""
    assert render(sample("ru")) == render(sample("ru"))
    assert fragment(sample("ru")) == fragment(sample("ru"))


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_colours_are_easy_to_read() -> None:
    """Every text colour has a contrast of 4.5 with its ground, in light and dark."""
    style = sheet("page.css")
    grounds = re.findall(r"background: (#[0-9a-f]{6});", style)
    themes = re.findall(r"--ink: #.*?--hole-tint: #[0-9a-f]{6}", style, re.DOTALL)
    assert 2 == len(themes)
    for theme, ground in zip(themes, (grounds[0], "#17191b"), strict=True):
        colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", theme))
        pairs = [(colours[name], ground) for name in ("ink", "quiet", "accent")]
        pairs += [
            (colours[name], colours["tint"]) for name in ("ink", "quiet", "accent")
        ]
        pairs.append((colours["hole"], colours["hole-tint"]))
        for text, behind in pairs:
            light, dark = sorted((luminance(text), luminance(behind)), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, (text, behind)


def test_every_kind_of_shape_has_a_rule_of_its_own() -> None:
    """The style sheet tells all kinds of boxes and lines apart but the usual ones."""
    style = sheet("document.css")
    kinds = [f".{tone} rect" for tone in get_args(Tone) if tone != "work"]
    kinds += [f"path.{way}" for way in get_args(Way) if way != "main"]
    kinds += ["text", ".note", ".left", ".right", "rect", "path"]
    assert [] == [kind for kind in kinds if f".salesreg svg {kind}" not in style]
