"""The catalogues hold every word that a document can need."""

from __future__ import annotations

import ast
import importlib.resources
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

import salesreg.document
from salesreg.document import tables
from salesreg.document.words import words_of
from salesreg.paths.layout import CHAPTERS
from salesreg.shapes import Choice, Maybe, Sequence, Shape, fields_of
from tests.classes import MODEL

SOURCES = sorted(Path(salesreg.document.__file__).parent.rglob("*.py"))
SPOKEN = {"say", "count"}
PREFIXES = {"every ", "every {n} ", "{n} ", "on ", "the end of the ", "s"}
"""Beginnings of messages that end in a word of a fixed set."""


def catalogue(language: str) -> Catalog:
    """Return a catalogue as Babel reads it."""
    file = importlib.resources.files(salesreg.document) / "locale" / f"{language}.po"
    with file.open("rb") as source:
        return read_po(source, locale=language)


def spoken() -> set[str]:
    """Return the messages that the code of the package says literally."""
    found: set[str] = set()
    for source in SOURCES:
        for node in ast.walk(ast.parse(source.read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in SPOKEN
                and node.args
            ):
                found |= {
                    leaf.value
                    for leaf in ast.walk(node.args[0])
                    if isinstance(leaf, ast.Constant) and isinstance(leaf.value, str)
                    if leaf.value not in PREFIXES
                }
    return found


def choices(shape: Shape) -> tuple[str, ...]:
    """Return the words of a choice, however deep in lists it stands."""
    while isinstance(shape, Maybe | Sequence):
        shape = shape.item
    return shape.options if isinstance(shape, Choice) else ()


def test_every_phrase_is_translated() -> None:
    """What the code says has a Russian translation."""
    known = {
        message.id if isinstance(message.id, str) else message.id[0]
        for message in catalogue("ru")
        if message.string
    }
    assert set() == {text for text in spoken() if len(text) > 1} - known


def test_every_label_is_translated() -> None:
    """Every field that can be shown has a Russian label."""
    words = words_of("ru")
    missing = [
        f"{cls.__name__}.{name}"
        for cls in MODEL.values()
        for name in fields_of(cls)
        if words.label(cls.__name__, name) == name.replace("_", " ").capitalize()
    ]
    assert [] == missing


def test_every_choice_is_translated() -> None:
    """Every word of a fixed set reads in Russian; weekdays come from CLDR."""
    words = words_of("ru")
    missing = [
        f"{cls.__name__}.{name}.{word}"
        for cls in MODEL.values()
        for name, field in fields_of(cls).items()
        for word in choices(field.shape)
        if words.choice(cls.__name__, name, word).isascii()
        and word not in {"crm", "ru", "en"}
    ]
    assert {
        "WorkDays.days",
        "Recurrence.weekdays",
        "Recurrence.every",
        "Arithmetic.op",
    } >= {text.rpartition(".")[0] for text in missing}


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_chapter_has_a_heading(language: str) -> None:
    """Every chapter has a heading in both languages."""
    words = words_of(language)
    assert [] == [
        chapter.key for chapter in CHAPTERS if not words.named("chapter", chapter.key)
    ]


def test_table_columns_exist() -> None:
    """Every column of a table is a field of its class."""
    unknown = [
        (name, field)
        for name, columns in tables.COLUMNS.items()
        for field in columns
        if field not in fields_of(MODEL[name])
    ]
    assert [] == unknown
