"""Prose keeps every visible word on its way to blocks."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator

import html5lib
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from salesreg.document import prose
from salesreg.document.blocks import (
    Block,
    Bullets,
    Code,
    CodeBlock,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    Paragraph,
    Quote,
    Strong,
    Text,
)
from salesreg.document.prose import blocks, inlines
from salesreg.document.text import visible

_one = st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff")
PIECES = (
    *("слово", "word", "Я", "7", " ", "  ", "\u00a0", "\n", "\n\n", "  \n", "\\\n"),
    *("\n    ", "\t", "# ", "## x ##", "> ", "- ", "* ", "+ ", "1. ", "7) ", "2026. "),
    *("*", "**", "_", "__", "`", "``", "```", "~~~", "---", "===", "***", "|", "\\"),
    *("[", "]", "(", ")", "](", "](/u)", "![", "[a]: /u", "[a]", "[^1]", "<", ">"),
    *("<b>", "</b>", "<!-- x -->", "<div>", "<http://a.b>", "<a@b.c>", "<tel:1>"),
    *("&copy;", "&#10;", "&#1;", "&amp", "http://a.b", "(https://a.b)", "«", "»"),
)
PROSE = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join),
    st.text(_one, max_size=20),
    st.lists(
        st.one_of(st.sampled_from(PIECES), st.text(_one, max_size=3)), max_size=10
    ).map("".join),
)


def said(content: Iterable[Block]) -> Iterator[str]:
    """The visible text of blocks."""
    for block in content:
        match block:
            case Paragraph(words):
                yield visible(words)
            case Quote(inner):
                yield from said(inner)
            case CodeBlock(text):
                yield text
            case Bullets(items):
                for item in items:
                    yield from said(item)
            case _:
                raise TypeError(block)


def squeezed(text: str) -> str:
    """Text without white space, which a reader does not see."""
    return "".join(text.split())


@functools.cache
def reference() -> MarkdownIt:
    """The parser whose page a reader would see otherwise."""
    return MarkdownIt("commonmark", {"html": False, "maxNesting": 100})


def page_text(text: str) -> str:
    """What a reader sees on the page of another renderer, numbers of lists too."""
    page = html5lib.parse(reference().render(text), namespaceHTMLElements=False)
    made: list[str] = []

    def walk(node) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
        start = int(node.get("start", 1)) if node.tag == "ol" else 1
        made.append(node.text or "")
        made.append(node.get("alt", "") if node.tag == "img" else "")
        for number, child in enumerate(node, start):
            made.append(str(number) if start != 1 else "")
            walk(child)
            made.append(child.tail or "")

    walk(page)
    return "".join(made)


@given(PROSE)
@example("[важно]: позвонить")
@example("2026. Год продаж")
@example("![схема *склада*](http://a.b/c.png)")
@settings(deadline=None, max_examples=200)
def test_no_visible_word_gets_lost(text: str) -> None:
    """What another renderer shows is in the blocks; signs of lists may differ."""
    # A definition of a link is invisible there and is words here.
    assume("]:" not in text)
    # So are marks without any word, where there is nothing else to show.
    seen = squeezed(page_text(text)) or squeezed("".join(said(blocks(text))))
    made = squeezed("".join(said(blocks(text))))
    for number in "0123456789.)":
        seen, made = seen.replace(number, ""), made.replace(number, "")
    assert seen == made


@given(PROSE)
@settings(deadline=None, max_examples=200)
def test_text_is_regular(text: str) -> None:  # noqa: C901 - walks the tree
    """No text is empty, broken or split in two; links lead to safe places."""

    def check(content: tuple[Inline, ...]) -> None:
        for piece, after in zip(content, (*content[1:], None), strict=False):
            match piece:
                case Text(words) | Code(words):
                    assert words
                    assert words.splitlines() == [words]
                    assert type(piece) is not type(after)
                case Strong(inner) | Emphasis(inner):
                    check(inner)
                case Link(inner, url):
                    assert url.lower().startswith(("http:", "https:", "mailto:"))
                    check(inner)
                case _:
                    assert isinstance(piece, LineBreak)

    def paragraphs(content: Iterable[Block]) -> Iterator[tuple[Inline, ...]]:
        for block in content:
            match block:
                case Paragraph(words):
                    yield words
                case Quote(inner):
                    yield from paragraphs(inner)
                case Bullets(items):
                    for item in items:
                        yield from paragraphs(item)
                case _:
                    pass

    for words in paragraphs(blocks(text)):
        assert words
        check(words)
    check(inlines(text))


@given(
    st.one_of(
        PROSE,
        st.lists(
            st.sampled_from((*"aЯ7.,)(-—«»№%:;+=~#>!?]|$@ ", "\u00a0", "://", "12"))
        ).map("".join),
    )
)
@example("3. звонка")
@example("3.5 звонка")
@example("a ")
@example("=")
@settings(deadline=None, max_examples=300)
def test_the_short_way_gives_the_same(text: str) -> None:
    """A plain sentence becomes what the parser would have made of it."""
    if prose._PLAIN.fullmatch(text):
        tokens = prose._tokens(text)
        slow = prose._blocks(SyntaxTreeNode(tokens).children)
        assert slow == blocks(text)
        assert inlines(text) == slow[0].content  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "sentence",
    [
        "Скидку свыше 15 % согласует руководитель (п. 3.2), срок — 2 дня.",
        "«Удобно говорить?» — вопрос № 1; цена > 5 + 1 = 6 | ~7 #8 - 9!",
        "3 звонка в день",
        "24/7",
    ],
)
def test_a_plain_sentence_takes_the_short_way(sentence: str) -> None:
    """Usual sentences need no parser."""
    assert prose._PLAIN.fullmatch(sentence)
    assert (Paragraph((Text(sentence),)),) == blocks(sentence)


def paragraph(*content: Inline) -> tuple[Block, ...]:
    """Blocks of one paragraph."""
    return (Paragraph(content),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ("\n ", ()),
        ("***", paragraph(Text("***"))),
        ("a\n\n***", paragraph(Text("a"))),
        ("a\nb", paragraph(Text("a b"))),
        (
            "a  \nb\\\nc",
            paragraph(Text("a"), LineBreak(), Text("b"), LineBreak(), Text("c")),
        ),
        ("# T *e*", paragraph(Strong((Text("T "), Emphasis((Text("e"),)))))),
        ("![a **b**](/x.png)!", paragraph(Text("a b!"))),
        ("<b>x</b>", paragraph(Text("<b>x</b>"))),
        ("[x](javascript:1) [y](/z)", paragraph(Text("x y"))),
        ("[x](HTTPS://a.b)", paragraph(Link((Text("x"),), "HTTPS://a.b"))),
        ("<a@b.c>", paragraph(Link((Text("a@b.c"),), "mailto:a@b.c"))),
        ("[x]\n\n[x]: http://a.b", paragraph(Link((Text("x"),), "http://a.b"))),
        ("[важно]: звонить", paragraph(Text("[важно]: звонить"))),
        ("`a  b`", paragraph(Code("a  b"))),
        ("```\na\n\nb\n```", (CodeBlock("a\n\nb"),)),
        ("> a\n> > b", (Quote((*paragraph(Text("a")), Quote(paragraph(Text("b"))))),)),
        (
            "1. a\n   - b\n2. c",
            (
                Bullets(
                    (
                        (*paragraph(Text("a")), Bullets((paragraph(Text("b")),))),
                        paragraph(Text("c")),
                    ),
                    ordered=True,
                ),
            ),
        ),
        (
            "2026. Год\n2027. План",
            (*paragraph(Text("2026. Год")), *paragraph(Text("2027. План"))),
        ),
        ("5)", paragraph(Text("5)"))),
        (
            ">" * 60 + "x\n\ny",
            (*paragraph(Text(">" * 60 + "x")), *paragraph(Text("y"))),
        ),
    ],
)
def test_blocks_of(text: str, expected: tuple[Block, ...]) -> None:
    """Each form of CommonMark has its block, or keeps its words."""
    assert expected == blocks(text)


def test_inlines_keep_the_lines_of_blocks() -> None:
    """Several blocks in a cell are lines; items keep a sign or a number."""
    text = "a\n\n- b\n- c\n\n1. d\n2. e\n\n> q\n\n```\nx\ny\n```\n\n- \n"
    expected = "a\n• b\n• c\n1. d\n2. e\nq\nx\ny\n•"
    assert expected == visible(inlines(text))
