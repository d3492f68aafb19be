"""parse(render(text)) == text, wherever the text stands, in two parsers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import example, given, settings

from salesreg.document.blocks import (
    Bullets,
    Clause,
    Column,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    Paragraph,
    Strong,
    Table,
    Text,
)
from salesreg.export.markdown.body import Body
from tests.export.docx.sample import sample
from tests.export.parsers import PARSERS, WORDS, parsed, tags_of, text_of

DOCUMENT = sample("en")
AUTOLINKS = {"a"}


def paragraph(*content: Inline) -> str:
    """Content as a paragraph."""
    return Body(DOCUMENT).block(Paragraph(content))


def read(parse: Callable[[str], str], text: str, path: str) -> tuple[str, set[str]]:
    """The text of the only element at a path, and the tags inside it."""
    (found,) = parsed(parse(text)).findall(path)
    return text_of(found), tags_of(found)


Place = Callable[[str], tuple[str, str, set[str]]]
"""Writes a text somewhere: the Markdown, where the text is, the tags around."""


def in_paragraph(text: str) -> tuple[str, str, set[str]]:
    """The text in a paragraph."""
    return paragraph(Text(text)), "p", set()


def in_clause(text: str) -> tuple[str, str, set[str]]:
    """The text in a clause."""
    clause = Clause("1.1", "clause-1.1", "", (Text(text),))
    return Body(DOCUMENT).block(clause), "p", {"a", "strong"}


def in_item(text: str) -> tuple[str, str, set[str]]:
    """The text in a item."""
    item = (Paragraph((Text(text),)),)
    return Body(DOCUMENT).block(Bullets((item,))), "ul/li", set()


def in_ordered_item(text: str) -> tuple[str, str, set[str]]:
    """The text in ordered item."""
    item = (Paragraph((Text(text),)), Paragraph((Text("more"),)))
    return Body(DOCUMENT).block(Bullets((item,), ordered=True)), "ol/li/p[1]", set()


def in_cell(text: str) -> tuple[str, str, set[str]]:
    """The text in a cell."""
    table = Table((Column("head"), Column("")), (((Text(text),), ()),))
    return Body(DOCUMENT).block(table), "table/tbody/tr/td[1]", set()


def in_column_title(text: str) -> tuple[str, str, set[str]]:
    """The text in column title."""
    table = Table((Column(text),), (((Text("x"),),),))
    return Body(DOCUMENT).block(table), "table/thead/tr/th", set()


def in_heading(text: str) -> tuple[str, str, set[str]]:
    """The text in a heading."""
    return Body(DOCUMENT).heading(2, text), "h2", set()


def in_link(text: str) -> tuple[str, str, set[str]]:
    """The text in a link."""
    return paragraph(Link((Text(text),), "https://e.org/a_b(c)?d=1&e=*")), "p/a", set()


def in_strong(text: str) -> tuple[str, str, set[str]]:
    """The text in strong."""
    return paragraph(Strong((Text(text),))), "p/strong", set()


def in_emphasis_in_a_word(text: str) -> tuple[str, str, set[str]]:
    """The text in emphasis in a word."""
    content = (Text("a"), Emphasis((Text(text),)), Text("b"))
    return paragraph(*content), "p/em", set()


def in_both(text: str) -> tuple[str, str, set[str]]:
    """The text in both."""
    content = (Text("a ("), Strong((Emphasis((Text(text),)),)), Text(")"))
    return paragraph(*content), "p/strong/em", set()


def on_second_line(text: str) -> tuple[str, str, set[str]]:
    """The text on second line."""
    content = (Strong((Text("a"),)), LineBreak(), Text(text))
    return paragraph(*content), "p", {"strong", "br"}


def before_strong(text: str) -> tuple[str, str, set[str]]:
    """The text before strong."""
    return paragraph(Text(text), Strong((Text("b"),))), "p", {"strong"}


def after_link(text: str) -> tuple[str, str, set[str]]:
    """The text after link."""
    link = Link((Text("["),), "https://e.org")
    return paragraph(Text("!"), link, Text(text)), "p", {"a"}


PLACES: dict[Place, str] = {
    in_paragraph: "{}",
    in_clause: "1.1. {}",
    in_item: "{}",
    in_ordered_item: "{}",
    in_cell: "{}",
    in_column_title: "{}",
    in_heading: "{}",
    in_link: "{}",
    in_strong: "{}",
    in_emphasis_in_a_word: "{}",
    in_both: "{}",
    on_second_line: "a\n{}",
    before_strong: "{}b",
    after_link: "![{}",
}


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
@given(text=WORDS)
@example(text="1. x")
@example(text="a\\")
@example(text="| a |")
@settings(deadline=None, max_examples=150)
def test_text_reads_back(place: Place, text: str) -> None:
    """Two parsers read exactly the text that was written, and no markup in it."""
    markdown, path, tags = place(text)
    expected = PLACES[place].replace("{}", text)
    for parse in PARSERS:
        seen, found = read(parse, markdown, path)
        assert expected == seen, markdown
        assert found <= tags | AUTOLINKS, markdown
