"""Whatever is changed in a file is found, in one place, and nothing else is."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st

import salesreg as sr
from salesreg.document.content import values_of
from salesreg.document.context import context_of
from salesreg.document.plain import plain as plain_text
from salesreg.edits.putting import put
from salesreg.export.docx.places import value_name
from salesreg.model.regulation import Regulation
from salesreg.testing import durations, moneys, percents, regulations
from salesreg.values.amounts import Money, Percent
from salesreg.values.times import Duration
from tests.edits.accounts import adds_up, listed
from tests.edits.word import Word

OPERATIONS = ("insert", "delete", "replace", "tracked insert", "tracked delete")


@given(regulations(), st.booleans(), st.sampled_from(("plain", "gost")))
@settings(max_examples=25, deadline=None)
def test_nothing_is_found_where_nothing_was_changed(
    regulation: Regulation, embed: bool, style: str
) -> None:
    """A file as it was written has no edits, with the base given or carried."""
    written = regulation.to_docx(embed=embed, style=style)
    edits = sr.read_edits(written, base=None if embed else regulation, style=style)
    assert edits.regulation == regulation
    assert (0, (), (), (), (), ()) == (
        len(edits.diff),
        edits.tracked,
        edits.comments,
        edits.unmatched,
        edits.agreeing,
        edits.missing,
    )


@given(regulations(), st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_each_changed_character_is_in_one_list(
    regulation: Regulation, data: st.DataObject
) -> None:
    """Each text that was put in stands in one list, and the characters add up."""
    written = regulation.to_docx()
    word = Word(written)
    marks = edited(word, data)
    edits = sr.read_edits(word.saved())
    assert dict.fromkeys(marks, 1) == listed(marks, edits)
    adds_up(written, word.saved(), edits)
    assert edits.regulation == regulation.apply(edits.diff)


def edited(word: Word, data: st.DataObject) -> list[str]:
    """Change some texts of a file; return what was put in."""
    marks: list[str] = []
    texts = word.texts()
    places = st.lists(
        st.integers(0, len(texts) - 1), min_size=1, max_size=6, unique=True
    )
    for place in data.draw(places):
        text, mark = texts[place], f"Ъ{place}Ъ"
        said = text.text or ""
        match data.draw(st.sampled_from(OPERATIONS)):
            case "insert":
                at = data.draw(st.integers(0, len(said)))
                text.text = said[:at] + mark + said[at:]
                marks.append(mark)
            case "delete":
                text.text = ""
            case "replace":
                text.text = mark
                marks.append(mark)
            case "tracked insert":
                word.track_insertion(text, mark, "Anna")
                marks.append(mark)
            case _:
                word.track_deletion(text, "Anna")
    return marks


@pytest.mark.parametrize("name", ["article", "b2b"])
@pytest.mark.parametrize("language", ["ru", "en"])
def test_ready_regulations_come_back(name: str, language: str) -> None:
    """A ready regulation in a Word file is read as the equal one, without edits."""
    regulation = sr.templates.get(name, language=language)  # type: ignore[arg-type]
    written = regulation.to_docx()
    assert regulation == sr.loads(written, format="docx")
    assert "Edits(0 changes, 0 comments, 0 unmatched, 0 missing)" == repr(
        sr.read_edits(written, base=regulation)
    )


TITLES = st.sampled_from(
    ["Новый заголовок", "A & B <c>", "«Кавычки» — и 100 %", "1. x"]
)
NEW: dict[type, st.SearchStrategy[object]] = {
    Money: moneys(amount=st.integers(1, 10**6).map(Decimal), currency="RUB"),
    Percent: percents(points=st.integers(0, 100).map(Decimal)),
    Duration: durations(amount=(1, 99), unit=st.sampled_from(("hour", "day"))),
    dt.date: st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1)),
    int: st.integers(1, 12),
}


@given(regulations(), st.data())
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_value_comes_back_as_exactly_its_change(
    regulation: Regulation, data: st.DataObject
) -> None:
    """A value that is written anew is one change: the one to that very value."""
    shown = {
        value.pointer: regulation.at(value.pointer)
        for value in values_of(regulation.document)
        if value.part == 0
    }
    places = [
        pointer
        for pointer, held in shown.items()
        if type(held) in NEW or (pointer.endswith("/title") and isinstance(held, str))
    ]
    pointer = data.draw(st.sampled_from(places))
    held = shown[pointer]
    new = data.draw(TITLES if isinstance(held, str) else NEW[type(held)])
    try:
        expected = put(regulation, {pointer: new})
    except sr.InvalidValue:
        reject()
    text = new if isinstance(new, str) else plain_text(new, context_of(regulation))
    word = Word(regulation.to_docx())
    word.write(value_name(pointer), str(text))
    edits = sr.read_edits(word.saved())
    assert expected == edits.regulation
    assert sr.diff(regulation, expected).changes == edits.diff.changes
    assert edits.complete
