"""The visible text of inline content, and inline content made regular."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from salesreg.document.blocks import (
    Code,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    Strong,
    Text,
    Value,
)


def visible(content: Iterable[Inline]) -> str:
    r"""Return the characters that a reader sees; a forced break is "\n".

    >>> visible((Text("p. "), Strong((Text("7"), Code("-a"))), LineBreak()))
    'p. 7-a\n'
    """
    return "".join([_seen(piece) for piece in content])


def _seen(piece: Inline) -> str:
    match piece:
        case LineBreak():
            return "\n"
        case Strong(content) | Emphasis(content) | Link(content) | Value(content):
            return visible(content)
        case _:
            return piece.text


def regular(content: Iterable[Inline]) -> tuple[Inline, ...]:
    """Return content with neighbours of one kind joined and nothing empty.

    >>> regular((Text("a"), Text("b"), Strong((Text(""),)), Code("c"), Code("d")))
    (Text(text='ab'), Code(text='cd'))
    """
    made: list[Inline] = []
    for piece in content:
        last = made[-1] if made else None
        match piece:
            case Text(text) | Code(text) if not text:
                pass
            case Text(text) if isinstance(last, Text):
                made[-1] = Text(last.text + text)
            case Code(text) if isinstance(last, Code):
                made[-1] = Code(last.text + text)
            case Strong(inner) | Emphasis(inner):
                kept = regular(inner)
                made += (type(piece)(kept),) if kept else ()
            case Link(inner, url):
                kept = regular(inner)
                made += (Link(kept, url),) if kept else ()
            case Value(inner):
                kept = regular(inner)
                made += (evolve(piece, content=kept),) if kept else ()
            case _:
                made.append(piece)
    return tuple(made)


def valued(text: str, pointer: str) -> tuple[Inline, ...]:
    """Return a text as the value that stands at a JSON Pointer.

    >>> visible(valued("Head of sales", "/roles/0/title"))
    'Head of sales'
    """
    return (Value((Text(text),), pointer),)


def unvalued(content: Iterable[Inline]) -> tuple[Inline, ...]:
    """Return content that says the same and stands for no place.

    >>> unvalued((Strong(valued("Head", "/roles/0/title")), Text(".")))
    (Strong(content=(Text(text='Head'),)), Text(text='.'))
    """
    made: list[Inline] = []
    for piece in content:
        match piece:
            case Value(inner):
                made += unvalued(inner)
            case Strong(inner) | Emphasis(inner) | Link(inner):
                made.append(evolve(piece, content=unvalued(inner)))
            case _:
                made.append(piece)
    return regular(made)
