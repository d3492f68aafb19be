"""A redline holds both texts: all changes accepted give the new, rejected the old."""

from __future__ import annotations

import datetime as dt
import warnings
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Literal

import pytest
from attrs import evolve
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import salesreg as sr
from salesreg.export.docx import DocxError, look_of, render
from salesreg.testing import editions
from salesreg.testing.laws.sound import faults
from salesreg.testing.laws.word import W, read
from tests.export.docx.company import company

WHEN = dt.datetime(2026, 1, 12, 10, 30)  # noqa: DTZ001 - Word knows no time zones
GONE = {
    "accept": (f"{W}del", f"{W}moveFrom"),
    "reject": (f"{W}ins", f"{W}moveTo"),
}
TEXTS = {f"{W}t", f"{W}delText"}
SIGNS = {f"{W}tab": "\t", f"{W}br": "\n"}
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
UNSEEN = {f"{W}pPr", f"{W}instrText", f"{W}delInstrText"}
Answer = Literal["accept", "reject"]
"""What a reader does with every tracked change."""


class Reader:
    """Reads the paragraphs of a part after all changes are accepted or rejected.

    Written apart from the writer, from what ECMA-376 says: a row is gone with its
    mark; a paragraph whose own mark is gone joins the next one; a run is gone with
    the mark that it stands in.
    """

    def __init__(self, answer: Answer, *, fallback: bool = True) -> None:
        """Answer all changes alike; leave out what stands for drawings if wanted."""
        self.gone = GONE[answer]
        self.unseen = {*self.gone, *UNSEEN, *([] if fallback else [FALLBACK])}
        self.lines: list[str] = []
        self.waiting = ""

    def visit(self, element: ET.Element) -> None:
        """Read what stands in an element; a turn of the pages is no text."""
        for child in element:
            if child.tag == f"{W}p":
                style = child.find(f"{W}pPr/{W}pStyle")
                if style is not None and style.get(f"{W}val") == "SectionEnd":
                    continue
                self.waiting += self.characters(child)
                if not self.is_gone(child, f"{W}pPr/{W}rPr"):
                    self.lines.append(self.waiting)
                    self.waiting = ""
            elif not self.is_gone(child, f"{W}trPr"):
                self.visit(child)

    def is_gone(self, element: ET.Element, where: str) -> bool:
        """Tell whether a mark of what is gone stands somewhere in an element."""
        return any(element.find(f"{where}/{mark}") is not None for mark in self.gone)

    def characters(self, element: ET.Element) -> str:
        """Return the characters of a paragraph or of a part of it."""
        if element.tag in self.unseen:
            return ""
        own = element.text or "" if element.tag in TEXTS else ""
        sign = SIGNS.get(element.tag, "")
        return own + sign + "".join(map(self.characters, element))


def lines(
    package: bytes, answer: Answer, part: str = "document", *, fallback: bool = True
) -> list[str]:
    """Return the paragraphs of a file after every change has the same answer."""
    reader = Reader(answer, fallback=fallback)
    reader.visit(read(package)[f"word/{part}.xml"])
    assert reader.waiting == ""
    return reader.lines


STYLES = ("plain", "gost", "company")


@pytest.fixture(scope="session")
def letterhead(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A company's own Word file."""
    file = tmp_path_factory.mktemp("company") / "company.docx"
    file.write_bytes(company())
    return file


def alone(regulation: sr.Regulation, style: str | Path = "plain") -> bytes:
    """Return the file of one regulation, its numbers printed, without any change."""
    document = evolve(regulation.document, numbering="fixed")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", sr.IncompleteStyle)
        return render(document, look_of(style, document))


def redlined(
    old: sr.Regulation,
    new: sr.Regulation,
    *,
    summary: bool = True,
    style: str | Path = "plain",
) -> bytes:
    """Return the redline of two regulations by one author."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", sr.IncompleteStyle)
        return sr.redline(
            old, new, author="A. Petrova", date=WHEN, summary=summary, style=style
        )


def told(one: bytes, other: bytes, made: bytes, *, summary: bool) -> None:
    """Compare the text of a redline with the texts of both files alone."""
    # A company's file has a head of its own, which says nothing of the document.
    heads = {"word/header1.xml"} & read(made).keys()
    for part in ("document", *(["header1"] if heads else [])):
        answers: list[tuple[bytes, Answer]] = [(one, "reject"), (other, "accept")]
        for source, answer in answers:
            expected = lines(source, answer, part)
            found = lines(made, answer, part)
            start = len(found) - len(expected) if part == "document" and summary else 0
            assert expected == found[start:]
            assert (start > 0) == (part == "document" and summary)


@given(editions(), st.booleans(), st.sampled_from(STYLES))
@settings(max_examples=45, deadline=None)
def test_accepting_gives_the_new_text_and_rejecting_the_old(
    letterhead: Path, pair: tuple[sr.Regulation, ...], summary: bool, style: str
) -> None:
    """Of any two editions, in each style, the texts are those of each one alone."""
    look = letterhead if style == "company" else style
    try:
        one, other = alone(pair[0], look), alone(pair[1], look)
    except DocxError:
        assume(condition=False)
    made = redlined(pair[0], pair[1], summary=summary, style=look)
    told(one, other, made, summary=summary)
    assert [] == faults(made)


def edited(language: Literal["ru", "en"]) -> tuple[sr.Regulation, sr.Regulation]:
    """Return a thick regulation and its next edition."""
    old = sr.templates.get("b2b", language=language)
    data = sr.loads(old.to_json(), format="json").to_dict()
    stages, roles, fields = (list(data[n]) for n in ("stages", "roles", "fields"))  # type: ignore[call-overload]
    data["title"] = f"{data['title']} (2)"
    stages[1] = {**stages[1], "norm": {**stages[1]["norm"], "limit": "4 h working"}}
    data["stages"] = stages[:3] + stages[4:]
    data["fields"] = [fields[1], fields[0], *fields[3:]]
    roles[0] = {**roles[0], "purpose": f"{roles[0]['purpose']} (2)"}
    data["roles"] = [*roles, {**roles[1], "key": "another", "title": "Another"}]
    return old, sr.from_dict(data)


@pytest.fixture(scope="module", params=["ru", "en"])
def pair(request: pytest.FixtureRequest) -> tuple[sr.Regulation, sr.Regulation]:
    """A thick regulation and its next edition, in each language."""
    return edited(request.param)


@pytest.mark.parametrize("style", ["gost", "company"])
def test_a_thick_regulation_keeps_both_texts_in_each_style(
    letterhead: Path, style: str
) -> None:
    """Visas, annex marks and the company's head stand beside the tracked changes."""
    look = letterhead if style == "company" else style
    old, new = edited("ru")
    made = redlined(old, new, style=look)
    told(alone(old, look), alone(new, look), made, summary=True)
    assert [] == faults(made)


@pytest.fixture(scope="module")
def made(pair: tuple[sr.Regulation, sr.Regulation]) -> bytes:
    """Their redline."""
    return redlined(*pair)


def test_a_thick_regulation_keeps_both_texts(
    pair: tuple[sr.Regulation, sr.Regulation], made: bytes
) -> None:
    """Stages, roles and rows that come and go leave both texts as they were."""
    old, new = pair
    told(alone(old), alone(new), made, summary=True)


def marks(package: bytes) -> list[ET.Element]:
    """Return every mark of a tracked change in the text."""
    root = read(package)["word/document.xml"]
    kinds = ("ins", "del", "moveFrom", "moveTo")
    return [one for kind in kinds for one in root.iter(f"{W}{kind}")]


def test_every_mark_says_who_and_when(made: bytes) -> None:
    """Author and date are those that the caller gave; no two marks share a number."""
    found = marks(made)
    assert {("A. Petrova", "2026-01-12T10:30:00Z")} == {
        (one.get(f"{W}author"), one.get(f"{W}date")) for one in found
    }
    assert len(found) == len({one.get(f"{W}id") for one in found})


def test_two_drawings_stand_in_two_paragraphs(made: bytes) -> None:
    """A figure that changed is deleted and inserted whole: none hides the other."""
    drawn = f"{WPS}wgp"
    lines = read(made)["word/document.xml"].iter(f"{W}p")
    counts = [len(list(line.iter(drawn))) for line in lines]
    assert 2 <= sum(counts)
    assert 1 == max(counts)


def test_no_content_control_stands_in_a_redline(made: bytes) -> None:
    """Some readers show both texts unmarked around a control: there is none."""
    assert [] == list(read(made)["word/document.xml"].iter(f"{W}sdt"))


def test_equal_regulations_have_no_marks(
    pair: tuple[sr.Regulation, sr.Regulation],
) -> None:
    """Where nothing changed nothing is marked, and the sheet says so."""
    old, _ = pair
    nothing = redlined(old, old)
    assert [] == marks(nothing)
    said = "Ничего не меняется." if old.language == "ru" else "Nothing changes."
    assert 1 == lines(nothing, "accept").count(said)


LITTLE: dict[str, object] = {
    "format": "salesreg/1",
    "key": "rules",
    "title": "Rules",
    "language": "en",
    "roles": [{"key": "head", "title": "Head", "purpose": "Leads the team."}],
    "stages": [
        {"key": "new", "title": "New", "kind": "initial", "norm": {"limit": "2 h"}},
        {"key": "won", "title": "Won", "kind": "won", "probability": "100%"},
    ],
}


def test_a_changed_word_is_marked_alone() -> None:
    """In a clause that stays only the words that differ are marked."""
    roles = [{"key": "head", "title": "Head", "purpose": "Leads the whole team."}]
    old, new = sr.from_dict(LITTLE), sr.from_dict({**LITTLE, "roles": roles})
    found = marks(redlined(old, new))
    assert [(f"{W}ins", "whole ")] == [
        (one.tag, "".join(text.text or "" for text in one.iter(f"{W}t")))
        for one in found
    ]


def test_a_clause_that_moved_is_marked_as_moved() -> None:
    """Where it was and where it is now are two ends of one move, named alike."""
    roles = [
        {"key": key, "title": key.title(), "purpose": f"Does {key} all day long."}
        for key in ("head", "seller", "clerk", "guard")
    ]
    old = sr.from_dict({**LITTLE, "roles": roles})
    new = sr.from_dict({**LITTLE, "roles": [*roles[1:], roles[0]]})
    made = redlined(old, new)
    root = read(made)["word/document.xml"]
    names = {
        kind: [one.get(f"{W}name") for one in root.iter(f"{W}{kind}RangeStart")]
        for kind in ("moveFrom", "moveTo")
    }
    assert names["moveFrom"]
    assert sorted(map(str, names["moveFrom"])) == sorted(map(str, names["moveTo"]))
    for kind in ("moveFrom", "moveTo"):
        shown = [
            "".join(text.text or "" for text in one.iter(f"{W}t"))
            for one in root.iter(f"{W}{kind}")
        ]
        assert any("Does head all day long." in line for line in shown)
        starts = [one.get(f"{W}id") for one in root.iter(f"{W}{kind}RangeStart")]
        ends = [one.get(f"{W}id") for one in root.iter(f"{W}{kind}RangeEnd")]
        assert starts == ends
    told(alone(old), alone(new), made, summary=True)


def test_a_redline_is_written_where_it_is_wanted(tmp_path: Path) -> None:
    """A target gets the same bytes that are returned without one."""
    old, new = sr.from_dict(LITTLE), sr.from_dict({**LITTLE, "title": "Other rules"})
    file = tmp_path / "redline.docx"
    assert sr.redline(old, new, file, author="A. Petrova", date=WHEN) is None
    assert redlined(old, new) == file.read_bytes()


@pytest.mark.parametrize("author", ["", "  ", "A.\x00Petrova"])
def test_an_author_without_a_name_is_refused(author: str) -> None:
    """Who made the changes must be said, in characters that a file can hold."""
    old = sr.from_dict(LITTLE)
    with pytest.raises(sr.InvalidValue, match=r"author|text"):
        sr.redline(old, old, author=author, date=WHEN)


def test_a_day_without_a_time_is_refused() -> None:
    """Word tells the time of a change, which a day alone does not say."""
    old = sr.from_dict(LITTLE)
    with pytest.raises(sr.InvalidValue, match="at a time"):
        sr.redline(old, old, author="A. Petrova", date=WHEN.date())  # type: ignore[arg-type, call-overload]  # pyright: ignore[reportArgumentType, reportCallIssue]
