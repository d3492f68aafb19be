"""One structure, two languages: everything but the texts is the same."""

from __future__ import annotations

import re

import attrs
import pytest

from salesreg import templates
from salesreg.model.regulation import Language
from salesreg.paths.tree import walk
from salesreg.shapes import is_items, is_text_value
from tests.templates.prose import is_text, texts

NAMES = templates.names()


def _blanked(name: str, language: Language) -> list[tuple[str, str]]:
    """Return every place with its value, each text and each container as its kind."""
    made = attrs.evolve(templates.get(name, language), language="ru")  # type: ignore[misc]
    places: list[tuple[str, str]] = []
    for spot in walk(made):
        if is_text(spot):
            shown = "(text)"
        elif is_items(spot.value):
            shown = f"({len(spot.value)} items)"
        elif is_text_value(type(spot.value)) or not attrs.has(type(spot.value)):
            shown = str(spot.value)
        else:
            shown = type(spot.value).__name__
        places.append((spot.pointer, shown))
    return places


@pytest.mark.parametrize("name", NAMES)
def test_same_structure(name: str) -> None:
    """Keys, numbers, references and places of texts do not depend on the language."""
    assert _blanked(name, "ru") == _blanked(name, "en")


def _found(name: str, language: Language, pattern: str) -> list[tuple[str, str]]:
    return [
        (pointer, text)
        for pointer, text in texts(templates.get(name, language))
        if re.search(pattern, text)
    ]


@pytest.mark.parametrize("name", NAMES)
def test_no_lookalikes(name: str) -> None:
    """No word mixes Cyrillic and Latin letters, in which an error cannot be seen."""
    mixed = "[А-Яа-яЁё][A-Za-z]|[A-Za-z][А-Яа-яЁё]"
    assert [] == _found(name, "ru", mixed) + _found(name, "en", mixed)


@pytest.mark.parametrize("name", NAMES)
def test_english_is_english(name: str) -> None:
    """The English texts have no Cyrillic letters."""
    assert [] == _found(name, "en", "[А-Яа-яЁё]")


@pytest.mark.parametrize("name", NAMES)
def test_every_russian_text_is_russian(name: str) -> None:
    """Each Russian text has Cyrillic letters, but for names written in Latin."""
    latin = {text for _, text in texts(templates.get(name, "ru"))} - {
        text for _, text in _found(name, "ru", "[А-Яа-яЁё]")
    }
    assert latin <= {"CRM", "SMART", "1.0", "2.0", "Europe/Moscow"}


@pytest.mark.parametrize("name", NAMES)
def test_quotes(name: str) -> None:
    """Quotes are «ёлочки» in Russian and “curly” in English; none is straight."""
    assert [] == _found(name, "ru", "[\"'“”‘’]")
    assert [] == _found(name, "en", "[\"'«»]")


@pytest.mark.parametrize("name", NAMES)
def test_no_break_spaces(name: str) -> None:
    """Numbers keep to what they count, signs to numbers, dashes to their words."""
    loose = "[0-9] [%а-яё]|№ |\\bст\\. |\\bп\\. |[0-9] [0-9]{3}\\b| —"
    assert [] == _found(name, "ru", loose)


@pytest.mark.parametrize("name", NAMES)
def test_english_percent(name: str) -> None:
    """In English no space stands before the per cent sign."""
    assert [] == _found(name, "en", "[0-9][ \u00a0]%")


@pytest.mark.parametrize("name", NAMES)
def test_no_vague_words(name: str) -> None:
    """No text says "in good time" or "and so on" where a rule needs a number."""
    russian = "своевременн|оперативн|при необходимости|и т\\. ?[дп]\\.|как можно"
    english = "timely|as soon as|if necessary|\\betc\\b|and so on|TODO|TBD"
    assert [] == _found(name, "ru", russian) + _found(name, "en", english)


@pytest.mark.parametrize("name", NAMES)
def test_dashes(name: str) -> None:
    """A dash is never written as a hyphen between spaces."""
    assert [] == _found(name, "ru", "[ \u00a0]-[ \u00a0]") + _found(name, "en", " - ")
