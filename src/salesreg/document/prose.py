"""CommonMark prose of a field to blocks: nothing that a reader sees gets lost.

What our tree has no block for keeps its words: a heading becomes a paragraph
in bold, an image its description, raw HTML the characters it is written with,
a list that does not start at 1 paragraphs that carry their numbers.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from itertools import count

from attrs import evolve
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

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
    Value,
)
from salesreg.document.text import regular, visible

# The usual sentence: no character of markup, nothing at its start that makes a
# list, a heading or code, no white space at its edges. It needs no parser.
_START = r"(?!\d{1,9}[.)])(?![_=~#>+\-])"
_WORDS = r"[^\s\\`*_\[<&](?:[^\\`*_\[<&\t\n\r\v\f\x00\x1c-\x1e\x85\u2028\u2029]*"
_PLAIN = re.compile(_START + _WORDS + r"[^\s\\`*_\[<&\x00])?")

_SAFE = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
_BREAK = re.compile(r"[\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# Beyond its own limit markdown-it drops the rest of the text in silence, so
# ours is lower: prose nested deeper is no prose and is shown as it stands.
_DEEPEST, _LIMIT = 24, 32


def said(prose: str, pointer: str) -> tuple[Block, ...]:
    """Return the prose that stands at a JSON Pointer as blocks of values.

    Each paragraph is one part of the value; literal lines are none.
    """
    return _parts(blocks(prose), pointer, count())


def _parts(
    content: tuple[Block, ...], pointer: str, numbers: count[int]
) -> tuple[Block, ...]:
    made: list[Block] = []
    for block in content:
        match block:
            case Paragraph(words):
                part = Value(words, pointer, next(numbers))
                made.append(Paragraph((part,)))
            case Quote(inner):
                made.append(Quote(_parts(inner, pointer, numbers)))
            case Bullets(items):
                parts = tuple(_parts(item, pointer, numbers) for item in items)
                made.append(evolve(block, items=parts))
            case _:
                made.append(block)
    return tuple(made)


def blocks(prose: str) -> tuple[Block, ...]:
    """Return CommonMark prose as blocks.

    Links lead to http, https or mailto; of any other only the text stays.

    >>> blocks("Call *twice*.")[0].content[1]
    Emphasis(content=(Text(text='twice'),))
    """
    if _PLAIN.fullmatch(prose):
        return (Paragraph((Text(prose),)),)
    tokens = _tokens(prose)
    if any(token.level >= _DEEPEST for token in tokens):
        return _verbatim(prose)
    # Marks without words, such as a lone "#", make no block; a field that holds
    # them was filled, and shows it.
    return _blocks(SyntaxTreeNode(tokens).children) or _verbatim(prose)


def inlines(prose: str) -> tuple[Inline, ...]:
    """Return CommonMark prose as content of one paragraph or cell.

    Where prose has several blocks, each starts a new line; items of lists keep
    a sign or their number.

    >>> inlines("Ask.")
    (Text(text='Ask.'),)
    """
    if _PLAIN.fullmatch(prose):
        return (Text(prose),)
    lines: list[Inline] = []
    for line in _lines(blocks(prose)):
        lines += (LineBreak(), *line) if lines else line
    return regular(lines)


def _lines(content: tuple[Block, ...]) -> Iterator[tuple[Inline, ...]]:
    for block in content:
        match block:
            case Paragraph(words):
                yield words
            case Quote(quoted):
                yield from _lines(quoted)
            case CodeBlock(text):
                yield from ((Code(line),) for line in text.split("\n") if line)
            case Bullets(items, ordered):
                for number, item in enumerate(items, 1):
                    sign = f"{number}. " if ordered else "• "
                    yield from _lines(_labelled(sign, item))
            case _:  # pragma: no cover - prose has no other blocks
                raise TypeError(block)


class _Parser(MarkdownIt):
    # markdown-it's own name. Every link is parsed, so that one we do not follow
    # keeps only its text.
    def validateLink(self, url: str) -> bool:  # noqa: N802
        return True


@functools.cache
def _parser(*, references: bool) -> MarkdownIt:
    parser = _Parser("commonmark", {"html": False, "maxNesting": _LIMIT})
    parser.options["store_labels"] = True
    return parser if references else parser.disable("reference")


def _tokens(prose: str) -> list[Token]:
    """The tokens; lines that only look like definitions of links stay words.

    "[important]: call" defines a link in CommonMark and would disappear.
    """
    known: dict[str, dict[str, object]] = {}
    tokens = _parser(references=True).parse(prose, known)
    defined = known.get("references", {})
    if not defined:
        return tokens
    used = {
        piece.meta.get("label") for token in tokens for piece in token.children or ()
    }
    if "duplicate_refs" in known or not used.issuperset(defined):
        return _parser(references=False).parse(prose)
    return tokens


def _blocks(nodes: Sequence[SyntaxTreeNode]) -> tuple[Block, ...]:
    return tuple(block for node in nodes for block in _block(node))


def _block(  # noqa: C901 - one arm per form of CommonMark
    node: SyntaxTreeNode,
) -> Iterator[Block]:
    match node.type:
        case "paragraph" | "heading":
            content = regular(_content(node.children[0].children))
            if content and node.type == "heading":
                content = (Strong(content),)
            if content:
                yield Paragraph(content)
        case "blockquote":
            if quoted := _blocks(node.children):
                yield Quote(quoted)
        case "bullet_list":
            yield Bullets(tuple(_blocks(item.children) for item in node.children))
        case "ordered_list":
            items = tuple(_blocks(item.children) for item in node.children)
            first = int(node.attrs.get("start", 1))
            if first == 1:
                yield Bullets(items, ordered=True)
                return
            for number, item in enumerate(items, first):
                yield from _labelled(f"{number}{node.markup} ", item)
        case "code_block" | "fence":
            yield CodeBlock(node.content.removesuffix("\n"))
        case _:
            assert node.type == "hr", node.type


def _labelled(label: str, item: tuple[Block, ...]) -> tuple[Block, ...]:
    """Blocks with a label before their first words."""
    match item:
        case (Paragraph(content), *rest):
            return (Paragraph(regular((Text(label), *content))), *rest)
        case _:
            return (Paragraph((Text(label.rstrip()),)), *item)


def _content(nodes: Sequence[SyntaxTreeNode]) -> Iterator[Inline]:
    for node in nodes:
        match node.type:
            case "text":
                yield Text(_BREAK.sub(" ", node.content))
            case "softbreak":
                yield Text(" ")
            case "hardbreak":
                yield LineBreak()
            case "code_inline":
                yield Code(_BREAK.sub(" ", node.content))
            case "strong":
                yield Strong(tuple(_content(node.children)))
            case "em":
                yield Emphasis(tuple(_content(node.children)))
            case "image":
                words = visible(_content(node.children)).replace("\n", " ")
                yield Text(words)
            case _:
                assert node.type == "link", node.type
                yield from _link(node)


def _link(node: SyntaxTreeNode) -> Iterator[Inline]:
    content = tuple(_content(node.children))
    url = str(node.attrs["href"])
    if _SAFE.match(url):
        yield Link(content, url)
    else:
        yield from content


def _verbatim(prose: str) -> tuple[Block, ...]:
    lines = (" ".join(part.split()) for part in re.split(r"\n\s*\n", prose))
    return tuple(Paragraph((Text(line),)) for line in lines if line)
