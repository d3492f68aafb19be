"""Files that LibreOffice edited and saved: what was changed there comes back."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

import salesreg as sr
from salesreg.export.docx.places import value_name
from tests.edits.accounts import adds_up, listed
from tests.edits.office import Step, edited_in_office, through_office
from tests.edits.test_reading import DATA
from tests.edits.word import Word


@pytest.mark.parametrize("name", ["article", "b2b"])
def test_saving_is_no_edit(name: str, tmp_path: Path) -> None:
    """A file that LibreOffice only opened and saved is equal, and has no edits."""
    regulation = sr.templates.get(name, language="ru")
    saved = through_office(regulation.to_docx(), tmp_path)
    assert regulation == sr.loads(saved, format="docx")
    edits = sr.read_edits(saved, base=regulation)
    assert (0, True, ()) == (len(edits.diff), edits.complete, edits.agreeing)


def test_values_without_tags_come_back(tmp_path: Path) -> None:
    """LibreOffice 7.4 drops the tags of controls; bookmarks tell the values."""
    base = sr.from_dict(DATA)
    word = Word(base.to_docx())
    word.write(value_name("/stages/0/norm/limit"), "5 рабочих дней")
    word.write(value_name("/kpis/0/title"), "Объём")
    saved = through_office(word.saved(), tmp_path)
    edits = sr.read_edits(saved, base=base)
    assert {
        "/stages/new/norm/limit": "5 business days",
        "/kpis/plan/title": "Объём",
    } == {one.path: str(one.new) for one in edits.diff}  # type: ignore[union-attr]
    assert edits.complete


def test_tracked_changes_come_through(tmp_path: Path) -> None:
    """Open tracked changes in ordinary words keep their author and are told."""
    base = sr.from_dict(DATA)
    word = Word(base.to_docx())
    label = next(t for t in word.texts() if (t.text or "").startswith("Норматив"))
    word.track_insertion(label, " (новый)", "Анна")
    edits = sr.read_edits(through_office(word.saved(), tmp_path), base=base)
    assert [("inserted", " (новый)", "Анна")] == [
        (one.kind, one.text, one.author) for one in edits.tracked
    ]
    assert [True] == ["(новый)" in one.new for one in edits.unmatched]


def test_any_edits_are_found_behind_it(tmp_path: Path) -> None:
    """Each text that was put in before LibreOffice saved stands in one list after."""
    regulation = sr.templates.get("article", language="ru")
    word, dice = Word(regulation.to_docx()), random.Random(5)
    texts, marks = word.texts(), []
    for place in dice.sample(range(len(texts)), 40):
        said, mark = texts[place].text or "", f"Ъ{place}Ъ"
        at = dice.randint(0, len(said))
        texts[place].text = said[:at] + mark + said[at:]
        marks.append(mark)
    word.write(value_name("/stages/0/norm/limit"), "4 рабочих дня")
    edits = sr.read_edits(through_office(word.saved(), tmp_path), base=regulation)
    told = [str(one.new) for one in edits.diff]  # type: ignore[union-attr]
    told += [one.new for one in (*edits.unmatched, *edits.agreeing)]
    assert {} == {
        mark: found
        for mark in marks
        if (found := [text for text in told if mark in text]) and len(found) != 1
    }
    assert [] == [mark for mark in marks if not any(mark in text for text in told)]
    assert "4 business days" in told
    assert () == edits.missing


@pytest.mark.parametrize(("seed", "longest"), [(1, 0), (2, 60)])
def test_edits_made_there_are_found(seed: int, longest: int, tmp_path: Path) -> None:
    """What somebody does in LibreOffice is in one list each, and nothing else is.

    Words are put in, replaced and deleted, tracked or not, within one run or over
    the ends of controls, rows and paragraphs.
    """
    regulation = sr.templates.get("article", language="ru")
    written = regulation.to_docx()
    steps = list(_steps(written, random.Random(seed), longest))
    saved = edited_in_office(written, steps, tmp_path)
    edits = sr.read_edits(saved, base=regulation)
    there = "".join([text.text or "" for text in Word(saved).texts()])
    # A later step may have taken out what an earlier one put in.
    marks = [one.new for one in steps if one.new and one.new in there]
    assert len(marks) > 10
    assert dict.fromkeys(marks, 1) == listed(marks, edits)
    # LibreOffice counts the pages of the table of contents anew.
    adds_up(written, saved, edits, lambda sign: not sign.isdigit())
    assert {True, False} == {one.tracked for one in steps}
    assert edits.tracked
    assert edits.regulation == regulation.apply(edits.diff)


def _steps(written: bytes, dice: random.Random, longest: int) -> Iterator[Step]:
    """Forty things to do at words that stand once in the text."""
    text = "\n".join([one.text or "" for one in Word(written).texts()])
    done = 0
    while done < 40:
        start = dice.randrange(len(text))
        found = text[start : start + dice.randint(6, 16)]
        if text.count(found) > 1 or len(found.strip()) < 6 or set(found) & set("\n\t"):
            continue
        new, tracked = f"Ъ{done}Ъ", dice.random() < 0.4
        match dice.choice(("insert", "replace", "delete")):
            case "insert":
                yield Step("insert", found, new, tracked)
            case "replace":
                yield Step("replace", found, new, tracked, dice.randint(0, longest))
            case _:
                yield Step("replace", found, "", tracked, dice.randint(0, longest))
        done += 1
