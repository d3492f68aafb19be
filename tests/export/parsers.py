"""Independent readers of our output: Markdown parsers, an HTML parser, texts."""

from __future__ import annotations

import cmarkgfm
import html5lib
from cmarkgfm.cmark import Options
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt

_MARKDOWN_IT = MarkdownIt("commonmark", {"html": True})
_MARKDOWN_IT.enable(["table", "strikethrough"])


def by_cmark(text: str) -> str:
    """HTML of GitHub's own parser, with raw HTML let through."""
    options = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES
    return str(cmarkgfm.github_flavored_markdown_to_html(text, options))


def by_markdown_it(text: str) -> str:
    """HTML of markdown-it with tables and strikethrough."""
    return str(_MARKDOWN_IT.render(text))


PARSERS = (by_cmark, by_markdown_it)


def parsed(html: str) -> etree._Element:
    """The body of a page as a browser builds it."""
    page = html5lib.parse(html, treebuilder="lxml", namespaceHTMLElements=False)
    body: etree._Element | None = page.find(".//body")
    assert body is not None
    return body


def text_of(element: etree._Element) -> str:
    """What a reader sees; `<br>` is a line break, the parser's own are none."""
    made = "" if element.tag == "br" else (element.text or "")
    if element.tag == "br":
        made = "\n"
    for child in element:
        made += text_of(child)
        tail = child.tail or ""
        made += tail.removeprefix("\n") if child.tag == "br" else tail
    return made


def tags_of(element: etree._Element) -> set[str]:
    """The names of the elements inside an element."""
    return {str(inner.tag) for inner in element.iterdescendants()}


# What the input check lets through, on one line.
_one = st.characters(
    exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff\u2028\u2029"
)
FRAGMENTS = (
    *"\\`*_{}[]<>()#+-.!|~&=:;\"'/@$^%?",
    *(" ", "  ", "\u00a0", "\u2003", "\u3000", "\u200b", "\ufeff", "\u202f"),
    *("a", "b", "Я", "7", "é", "日", "№", "€", "«", "»", "—", "…", "😀"),
    *("1.", "1)", "2026.", "- ", "+ ", "* ", "# ", "###### ", "> ", "---", "==="),
    *("***", "___", "```", "~~~", "~~", "**", "__", "[ ] ", "[x] ", "[^1]", "[^1]: "),
    *("&copy;", "&#35;", "&#x41;", "&amp", "<b>", "</b>", "<!--", "<br/>", "<a@b.c>"),
    *("www.x.y", "http://x.y/", "https://", "ftp://a.b", "a@b.c", "<http://x>"),
    *("](x)", "![", "[a]: /u", "| - |", "|---|", ":-:", " #", "\\|", "snake_case"),
    *("5 * 3", "20__", "“____”", "(a)", "9:00-18:00", "xmpp:a@b.c", "mailto:a@b.c"),
)
WORDS = st.one_of(
    st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=8).map("".join),
    st.text(_one, min_size=1, max_size=12),
    st.lists(
        st.one_of(st.sampled_from(FRAGMENTS), st.text(_one, max_size=3)),
        min_size=1,
        max_size=6,
    )
    .map("".join)
    .filter(bool),
)
