"""Names and languages of the templates, and what is said of wrong ones."""

from __future__ import annotations

import pytest

from salesreg import templates
from salesreg.errors import InvalidValue
from salesreg.model.regulation import Language


def test_names() -> None:
    """There are two templates."""
    assert ("article", "b2b") == templates.names()


@pytest.mark.parametrize("name", templates.names())
@pytest.mark.parametrize("language", ["ru", "en"])
def test_template_has_its_name_and_language(name: str, language: Language) -> None:
    """A template bears its name as key and the language that was asked for."""
    made = templates.get(name, language)
    assert (name, language) == (made.key, made.language)


def test_russian_is_the_usual_language() -> None:
    """Without a language the template is Russian."""
    assert templates.get("article", "ru") == templates.get("article")


def test_same_each_time() -> None:
    """Two calls give equal regulations."""
    assert templates.get("b2b", "en") == templates.get("b2b", "en")


def test_unknown_name() -> None:
    """A wrong name is answered with the names there are and the closest one."""
    with pytest.raises(InvalidValue) as caught:
        templates.get("artikle")
    expected = (
        "there is no template 'artikle'; there are 'article' and 'b2b'; "
        "did you mean 'article'?"
    )
    assert expected == str(caught.value)
    assert ["unknown-template"] == [p.code for p in caught.value.problems]


def test_unknown_language() -> None:
    """A wrong language is answered with the languages there are."""
    with pytest.raises(InvalidValue) as caught:
        templates.get("article", "de")  # type: ignore[arg-type]  # the mistake itself
    expected = "there is no language 'de'; there are 'ru' and 'en'"
    assert expected == str(caught.value)
    assert ["unknown-language"] == [p.code for p in caught.value.problems]
