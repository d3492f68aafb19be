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
    if isinstance(piece, _HOLDERS):
        return visible(piece.content)
    return "\n" if isinstance(piece, LineBreak) else piece.text


def regular(content: Iterable[Inline]) -> tuple[Inline, ...]:
    """Return content with neighbours of one kind joined and nothing empty.

    >>> regular((Text("a"), Text("b"), Strong((Text(""),)), Code("c"), Code("d")))
    (Text(text='ab'), Code(text='cd'))
    """
    made: list[Inline] = []
    for piece in content:
        if isinstance(piece, _WORDS):
            last = made[-1] if made else None
            if isinstance(last, _WORDS) and type(last) is type(piece):
                made[-1] = type(piece)(last.text + piece.text)
            elif piece.text:
                made.append(piece)
        elif isinstance(piece, _HOLDERS):
            kept = regular(piece.content)
            if kept:
                same = kept == piece.content
                made.append(piece if same else evolve(piece, content=kept))
        else:
            made.append(piece)
    return tuple(made)


# Asked of every piece of every text: a tuple is asked faster than a union.
_WORDS = (Text, Code)
_HOLDERS = (Strong, Emphasis, Link, Value)


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
