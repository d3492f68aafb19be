"""Two readers of one text: what is written here reads the same without a parser."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import salesreg as sr
from salesreg.edits.own import own_story
from salesreg.edits.walking import story
from salesreg.export import docx
from salesreg.model.regulation import Language, Regulation
from salesreg.testing import regulations

STYLES = ("plain", "gost")


def _both_say_the_same(regulation: Regulation, style: str) -> None:
    document = regulation.document
    text = docx.parts_of(document, docx.look_of(style, document)).text
    expected, found = story(etree.fromstring(text.encode())), own_story(text)
    assert expected.tokens == found.tokens
    assert {name: expected.text(name) for name in expected.values} == {
        name: found.text(name) for name in found.values
    }


@given(regulations(), st.sampled_from(STYLES))
@settings(max_examples=40, deadline=None)
def test_any_regulation_reads_the_same(regulation: Regulation, style: str) -> None:
    """The reader of our own text finds what the reader of anybody's finds."""
    _both_say_the_same(regulation, style)


@pytest.mark.parametrize("name", ["article", "b2b"])
@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("style", STYLES)
def test_ready_regulations_read_the_same(
    name: str, language: Language, style: str
) -> None:
    """So it is with figures, tables, references and a table of contents."""
    _both_say_the_same(sr.templates.get(name, language=language), style)


def test_signs_of_markup_are_words() -> None:
    """What looks like markup, or like an entity, in a text is read as that text."""
    said = 'a < b & "c" > d &amp; &lt;w:t&gt; <w:br/> &copy; 100 %'
    regulation = Regulation(key="r", title=said, language="en")
    text = docx.parts_of(regulation.document, docx.PLAIN).text
    found = own_story(text)
    assert [said] == [found.text(name) for name in found.values][:1]
    _both_say_the_same(regulation, "plain")
