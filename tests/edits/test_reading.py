"""Reading edits: one of each kind of thing that people do in Word."""

# A change that has nothing new, where a test expects it, fails the test.
# pyright: reportAttributeAccessIssue=false, reportIndexIssue=false
# pyright: reportOptionalMemberAccess=false

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import pytest

import salesreg as sr
from salesreg.edits.found import Edits
from salesreg.export.docx.places import value_name
from salesreg.model.regulation import Regulation
from tests.edits.word import W, Word

DATA = {
    "format": "salesreg/1",
    "key": "rules",
    "title": "Регламент продаж",
    "language": "ru",
    "organisation": {"title": "ООО «Пример»"},
    "revision": {"number": "1.0", "in_force_from": "2026-01-12"},
    "units": [{"key": "demo", "one": "показ", "few": "показа", "many": "показов"}],
    "roles": [
        {
            "key": "manager",
            "title": "Менеджер",
            "purpose": "Ведёт *все* сделки.\n\nОтвечает за них.",
            "rights": ["Звонит клиентам.", "Готовит договоры."],
            "reports_to": "head",
        },
        {"key": "head", "title": "Руководитель", "headcount": 1},
    ],
    "stages": [
        {
            "key": "new",
            "title": "Новая",
            "kind": "initial",
            "owner": "manager",
            "norm": {"limit": "2 business days"},
        },
        {"key": "won", "title": "Договор", "kind": "won", "probability": "100%"},
    ],
    "kpis": [{"key": "plan", "title": "План", "target": "1500000 RUB"}],
}


@pytest.fixture(scope="module")
def base() -> Regulation:
    """A small regulation."""
    return sr.from_dict(DATA)


@pytest.fixture
def word(base: Regulation) -> Word:
    """Its file."""
    return Word(base.to_docx())


def found(word: Word, base: Regulation) -> Edits:
    """What is found in the file as it is now; the diff must give the regulation."""
    edits = sr.read_edits(word.saved(), base=base)
    assert edits.regulation == base.apply(edits.diff)
    assert [] == [one.code for one in edits.regulation.check().errors if not one.path]
    return edits


VALUES = [
    (
        "/stages/0/norm/limit",
        "3 рабочих дня",
        "/stages/new/norm/limit",
        "3 business days",
    ),
    ("/stages/0/norm/limit", "1 час", "/stages/new/norm/limit", "1 h"),
    ("/kpis/0/target", "2 000 000 ₽", "/kpis/plan/target", "2000000 RUB"),
    ("/kpis/0/target", "15 показов", "/kpis/plan/target", "15 demo"),
    ("/stages/1/probability", "90 %", "/stages/won/probability", "90%"),
    ("/revision/in_force_from", "01.02.2026", "/revision/in_force_from", "2026-02-01"),
    ("/roles/1/headcount", "2", "/roles/head/headcount", "2"),
    ("/roles/1/title", "Начальник", "/roles/head/title", "Начальник"),
    ("/stages/0/owner", "Руководитель", "/stages/new/owner", "head"),
    ("/stages/1/kind", "проиграна", "/stages/won/kind", "lost"),
    ("/title", "Регламент", "/title", "Регламент"),
    ("/organisation/title", "ООО «Другое»", "/organisation/title", "ООО «Другое»"),
]


@pytest.mark.parametrize(("pointer", "text", "path", "expected"), VALUES)
def test_a_value_comes_back_as_its_change(
    base: Regulation, word: Word, pointer: str, text: str, path: str, expected: str
) -> None:
    """A value that a person writes anew is exactly one change, and no more."""
    if pointer == "/stages/1/kind":
        text = _said(base, "stages", "kind", "lost")
    word.write(value_name(pointer), text)
    edits = found(word, base)
    assert [(path, expected)] == [(one.path, str(one.new)) for one in edits.diff]
    assert edits.complete
    assert () == edits.agreeing


def _said(base: Regulation, name: str, field: str, word: str) -> str:
    from salesreg.document.words import words_of

    return words_of(base.language).choice("Stage", field, word)


def test_prose_keeps_its_marks(base: Regulation, word: Word) -> None:
    """A paragraph of prose is changed in its place; the source keeps its form."""
    word.write(value_name("/roles/0/purpose", 1), "Отвечает за деньги.")
    edits = found(word, base)
    (change,) = edits.diff
    assert ("/roles/manager/purpose", "Ведёт *все* сделки.\n\nОтвечает за деньги.") == (
        change.path,
        change.new,
    )


def test_prose_takes_signs_for_words(base: Regulation, word: Word) -> None:
    """What means something in CommonMark and was typed in Word stays characters."""
    word.write(value_name("/roles/0/rights/0"), "1. *Звонит* [всем]")
    (change,) = found(word, base).diff
    assert change.new[0] == "1\\. \\*Звонит\\* \\[всем]" or "*" in str(change.new[0])
    written = Word(sr.read_edits(word.saved()).regulation.to_docx())
    texts = written.value(value_name("/roles/0/rights/0"))
    assert "1. *Звонит* [всем]" == "".join(text.text or "" for text in texts)


def test_an_emptied_item_goes(base: Regulation, word: Word) -> None:
    """An item of a list whose text was deleted is no item any more."""
    word.write(value_name("/roles/0/rights/0"), "")
    (change,) = found(word, base).diff
    assert ("/roles/manager/rights", ("Готовит договоры.",)) == (
        change.path,
        change.new,
    )


def test_an_emptied_value_is_none_where_it_may(base: Regulation, word: Word) -> None:
    """A value that need not be there may be deleted; one that must be is not."""
    word.write(value_name("/stages/1/probability"), "")
    word.write(value_name("/roles/1/title"), "")
    edits = found(word, base)
    assert [("/stages/won/probability", None)] == [(o.path, o.new) for o in edits.diff]
    assert ["/roles/1/title"] == [one.path for one in edits.unmatched]


def test_what_is_no_value_is_told_with_its_reason(base: Regulation, word: Word) -> None:
    """A value that cannot be read is listed with what stands there, and why."""
    word.write(value_name("/stages/0/norm/limit"), "как можно скорее")
    edits = found(word, base)
    assert 0 == len(edits.diff)
    (one,) = edits.unmatched
    assert ("/stages/0/norm/limit", "2\u00a0рабочих\u00a0дня", "как можно скорее") == (
        one.path,
        one.old,
        one.new,
    )
    assert "'как можно скорее' cannot be read as a length of time" == one.reason
    assert base.clause_of("/stages/0/norm").number == one.clause  # type: ignore[union-attr]


def test_the_same_value_in_other_words_agrees(base: Regulation, word: Word) -> None:
    """A value that is only written otherwise changes nothing, and is told."""
    word.write(value_name("/stages/1/probability"), "100%")
    edits = found(word, base)
    assert (0, ["/stages/1/probability"]) == (
        len(edits.diff),
        [one.path for one in edits.agreeing],
    )
    assert edits.complete


def test_a_title_changed_everywhere_is_one_change(base: Regulation, word: Word) -> None:
    """Where a thing is renamed in the whole text, what refers to it follows."""
    for text in word.root.iter(f"{W}t"):
        text.text = (text.text or "").replace("Менеджер", "Продавец")
    edits = found(word, base)
    assert [("/roles/manager/title", "Продавец")] == [
        (o.path, o.new) for o in edits.diff
    ]
    assert edits.complete
    assert len(edits.agreeing) >= 1


def test_tracked_changes_count_and_say_by_whom(base: Regulation, word: Word) -> None:
    """An open tracked change is in the diff; its author and time stand beside."""
    (text,) = word.value(value_name("/stages/0/norm/limit"))
    word.track_insertion(text, "5 рабочих дней", "Анна")
    word.track_deletion(text, "Борис")
    edits = found(word, base)
    (change,) = edits.diff
    assert "5 business days" == str(change.new)
    moment = dt.datetime(2026, 11, 28, 10, tzinfo=dt.UTC)
    assert [
        ("deleted", "2\u00a0рабочих\u00a0дня", "Борис", moment),
        ("inserted", "5 рабочих дней", "Анна", moment),
    ] == sorted((one.kind, one.text, one.author, one.date) for one in edits.tracked)
    assert edits.tracked == edits.by(change)


def test_changes_side_by_side_are_one(base: Regulation, word: Word) -> None:
    """What one person changed at once is told as one, unless words stand between."""
    purpose = value_name("/roles/0/purpose")
    _, _, last = word.value(purpose)
    word.track_insertion(last, "б", "Анна")
    word.track_insertion(last, "а", "Анна")
    for text in word.value(purpose)[:1]:
        word.track_insertion(text, "в", "Анна")
    tracked = found(word, base).tracked
    assert ["в", "аб"] == [one.text for one in tracked]


def test_comments_know_their_clause(base: Regulation, word: Word) -> None:
    """A comment is told with its clause, its value and what it is about."""
    import docx

    document = docx.Document(io.BytesIO(word.saved()))
    line = next(
        p for p in document.paragraphs if "Норматив" in p.text or "Срок" in p.text
    )
    document.add_comment(line.runs, text="Почему так долго?", author="Анна")
    file = io.BytesIO()
    document.save(file)
    (comment,) = sr.read_edits(file.getvalue(), base=base).comments
    assert ("Анна", "Почему так долго?") == (comment.author, comment.text)
    assert base.clause_of("/stages/0/norm").number == comment.clause  # type: ignore[union-attr]
    assert comment.date is not None


def test_a_control_that_is_gone_is_missing(base: Regulation, word: Word) -> None:
    """Deleted with its words or without them, a control is told as missing."""
    word.remove(value_name("/stages/0/norm/limit"))
    word.unwrap(value_name("/stages/1/probability"))
    edits = found(word, base)
    assert ["/stages/0/norm/limit", "/stages/1/probability"] == [
        one.path for one in edits.missing
    ]
    assert not edits.complete
    # The words of the one are gone, those of the other still stand there.
    assert ["2\u00a0рабочих\u00a0дня."] == [one.old for one in edits.unmatched]


def test_a_bookmark_is_enough(base: Regulation, word: Word) -> None:
    """Without tags, as LibreOffice 7.4 leaves a file, bookmarks tell the values."""
    word.write(value_name("/stages/0/norm/limit"), "4 рабочих дня")
    for tag in list(word.root.iter(f"{W}tag")):
        tag.getparent().remove(tag)
    (change,) = found(word, base).diff
    assert "4 business days" == str(change.new)


def test_a_control_is_enough(base: Regulation, word: Word) -> None:
    """Without its bookmark, a control tells its value by its tag."""
    word.write(value_name("/stages/0/norm/limit"), "4 рабочих дня")
    word.unmark(value_name("/stages/0/norm/limit"))
    edits = found(word, base)
    assert ["4 business days"] == [str(one.new) for one in edits.diff]
    assert edits.complete


def test_a_copied_control_is_words(base: Regulation, word: Word) -> None:
    """The copy of a control is no second value: its words are told as new."""
    from copy import deepcopy

    control = word.control(value_name("/stages/0/norm/limit"))
    control.getparent().append(deepcopy(control))
    edits = found(word, base)
    assert (0, ["2\u00a0рабочих\u00a0дня"]) == (
        len(edits.diff),
        [one.new.strip(".") for one in edits.unmatched],
    )


def test_another_base_is_refused(base: Regulation, word: Word) -> None:
    """A file that was made of another state of the regulation is not compared."""
    other = base.replace("/title", "Другой")
    with pytest.raises(sr.LoadError) as caught:
        sr.read_edits(word.saved(), base=other)
    assert ["other-base"] == [one.code for one in caught.value.problems]


def test_the_diff_applies_to_a_later_state(base: Regulation, word: Word) -> None:
    """What was changed in the file can be made on a regulation that went on."""
    word.write(value_name("/stages/0/norm/limit"), "4 рабочих дня")
    later = base.replace("/title", "Другой")
    edits = sr.read_edits(word.saved())
    assert ("Другой", "4 business days") == (
        later.apply(edits.diff).title,
        str(later.apply(edits.diff).at("/stages/0/norm/limit")),
    )


def test_without_a_regulation_a_base_is_needed(
    base: Regulation, tmp_path: Path
) -> None:
    """A file that carries nothing is read against the base that is given."""
    path = tmp_path / "rules.docx"
    base.to_docx(path, embed=False)
    with pytest.raises(sr.LoadError) as caught:
        sr.read_edits(path)
    assert ["no-embedding"] == [one.code for one in caught.value.problems]
    assert sr.read_edits(path, base=base).complete


def test_words_in_the_margins_are_found(base: Regulation, word: Word) -> None:
    """What is typed into a header stands among the texts that are no value."""
    header = word.members["word/header1.xml"].decode()
    said = "Регламент продаж"
    word.members["word/header1.xml"] = header.replace(said, f"{said} ЧЕРНОВИК").encode()
    (one,) = found(word, base).unmatched
    assert ("header", True) == (one.part, "ЧЕРНОВИК" in one.new)


def test_the_same_line_twice_in_a_margin_is_two(base: Regulation, word: Word) -> None:
    """Each line of a header counts, even where one stands in it already."""
    header = word.members["word/header1.xml"].decode()
    start = header.index("<w:p>")
    line = header[start : header.index("</w:p>") + len("</w:p>")]
    word.members["word/header1.xml"] = header.replace(line, line * 3).encode()
    edits = found(word, base)
    assert [("header", "Регламент продаж · редакция 1.0")] * 2 == [
        (one.part, one.new) for one in edits.unmatched
    ]
