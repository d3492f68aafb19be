"""GOST R 7.0.97: what the standard asks for stands in the file."""

from __future__ import annotations

import datetime as dt
import re
import xml.etree.ElementTree as ET

import pytest
from attrs import evolve

import salesreg as sr
from salesreg.document.blocks import Document
from salesreg.errors import InvalidValue
from salesreg.export.docx import look_of, render
from salesreg.testing.laws.sound import faults
from salesreg.testing.laws.word import W, automatic_numbers, read, text_of, value
from tests.export.docx.sample import Language, sample

LANGUAGES: tuple[Language, ...] = ("ru", "en")


def package(document: Document) -> bytes:
    """The document in the style of the standard."""
    return render(document, look_of("gost", document))


def lines(made: bytes) -> list[str]:
    """The text of every paragraph."""
    return [text_of(p) for p in read(made)["word/document.xml"].iter(f"{W}p")]


def page(made: bytes) -> dict[str, float]:
    """Width of the page and its margins in millimetres."""
    body = read(made)["word/document.xml"]
    (size,), (margins,) = body.iter(f"{W}pgSz"), body.iter(f"{W}pgMar")
    found = {**size.attrib, **margins.attrib}
    return {name.removeprefix(W): int(v) * 25.4 / 1440 for name, v in found.items()}


def style(made: bytes, identifier: str) -> ET.Element:
    """The properties of the paragraphs of a style."""
    styles = read(made)["word/styles.xml"]
    (found,) = (
        one for one in styles.iter(f"{W}style") if one.get(f"{W}styleId") == identifier
    )
    properties = found.find(f"{W}pPr")
    assert properties is not None
    return properties


def indent(made: bytes, identifier: str, side: str) -> float:
    """An indent of a style in millimetres."""
    found = style(made, identifier).find(f"{W}ind")
    assert found is not None
    return int(found.get(f"{W}{side}", "0")) * 25.4 / 1440


def test_margins_are_those_of_the_standard() -> None:
    """30 mm on the left, 10 on the right, 20 above and below; number 10 mm down."""
    found = page(package(sample("ru")))
    names = ("left", "right", "top", "bottom", "header")
    assert [30, 10, 20, 20, 10] == [round(found[name]) for name in names]


def test_running_text_is_set_as_the_standard_asks() -> None:
    """12 to 14 points, 1.25 cm in, 1 to 1.5 lines, to both margins."""
    made = package(sample("ru"))
    styles = read(made)["word/styles.xml"]
    size = value(styles, "docDefaults", "rPrDefault", "rPr", "sz")
    assert size is not None
    assert 12 <= int(size) / 2 <= 14
    assert "both" == value(style(made, "Normal"), "jc")
    for name in ("BodyText", "Clause", "Subclause", "Heading1"):
        assert 12.5 == pytest.approx(indent(made, name, "firstLine"), abs=0.05)
    line = styles.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr/{W}spacing")
    assert line is not None
    assert 240 <= int(line.get(f"{W}line", "0")) <= 360


def test_page_number_stands_alone_above_the_middle() -> None:
    """Above every page but the first stands its number, and nothing below."""
    parts = read(package(sample("ru")))
    (number,) = parts["word/header1.xml"].iter(f"{W}instrText")
    assert "PAGE" == (number.text or "").strip()
    assert "1" == text_of(parts["word/header1.xml"])
    assert "" == text_of(parts["word/footer1.xml"])
    assert "center" == value(style(package(sample("ru")), "Header"), "jc")
    assert next(parts["word/document.xml"].iter(f"{W}titlePg")) is not None


@pytest.mark.parametrize(
    ("day", "longest"),
    [(None, 80), (dt.date(2025, 8, 17), 75), (dt.date(2025, 8, 18), 80)],
)
def test_the_edition_is_that_of_the_day(day: dt.date | None, longest: int) -> None:
    """A line in the corner is 75 mm long at most, and 80 since 18 August 2025."""
    made = package(evolve(sample("ru"), dated=day))
    found = page(made)
    width = found["w"] - found["left"] - found["right"]
    assert longest == round(width - indent(made, "Approval", "left"))


def test_a_regulation_is_as_old_as_its_approval() -> None:
    """The day of approval picks the edition, or else the first day in force."""
    reg = sr.templates.get("b2b", language="ru")
    assert reg.revision is not None
    assert reg.revision.approval is not None
    assert reg.revision.approval.date == reg.document.dated
    later = reg.replace("/revision/approval/date", None)
    assert reg.revision.in_force_from == later.document.dated


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_run_in_with_the_text(language: Language) -> None:
    """Automatic numbers are those of the tree, followed by a space."""
    document = sample(language)
    made = package(document)
    plain = automatic_numbers(render(document))
    found = automatic_numbers(made)
    assert [place.number for place in plain] == [place.number for place in found]
    # A clause above a table cites it, which the plain look does not.
    cites = r" (таблица|Таблица|Table)\u00a0\d+\.$"
    said = [re.sub(cites, "", place.text) for place in found]
    assert [place.text for place in plain] == said
    numbering = read(made)["word/numbering.xml"]
    first = next(numbering.iter(f"{W}abstractNum"))
    assert {"space"} == {s.get(f"{W}val") for s in first.iter(f"{W}suff")}


def test_those_who_agree_sign_after_the_text() -> None:
    """Posts that keep or change a regulation have lines to sign in this style."""
    document = sr.templates.get("b2b", language="ru").document
    assert document.visas
    shown = lines(package(document))
    start = shown.index("СОГЛАСОВАНО") + 1
    # Post, lines for name and signature, line for the date.
    cells = shown[start : start + 3 * len(document.visas)]
    assert list(document.visas) == cells[::3]
    assert "СОГЛАСОВАНО" not in lines(render(document))


def made(language: Language, **parts: object) -> sr.Regulation:
    """Return a small regulation with an annex and two tables."""
    data = {
        "format": "salesreg/1",
        "key": "r",
        "language": language,
        "title": "Регламент продаж" if language == "ru" else "Rules of sale",
        "revision": {
            "number": "2",
            "registration": "7-П",
            "approval": {"post": "X", "date": "2026-01-12"},
        },
        "loss_reasons": [{"key": "dear", "title": "Dear"}],
        "procedures": [
            {"key": "p", "title": "Call", "steps": [{"key": "a", "title": "Ask"}]}
        ],
        "annexes": [{"key": "form", "title": "Form", "text": "Words."}],
    }
    return sr.from_dict({**data, **parts})


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "ru",
            ["Приложение 1", "к регламенту продаж", "от 12 января 2026\u202fг. № 7-П"],
        ),
        (
            "en",
            [
                "Annex 1",
                "to the regulation “Rules of sale”",
                "of January 12, 2026 No. 7-П",
            ],
        ),
    ],
)
def test_the_mark_of_an_annex_says_of_what_it_is(
    language: Language, expected: list[str]
) -> None:
    """Top right stand the number, the document, its date and its number."""
    regulation = made(language)
    shown = [
        line.replace("\u00a0", " ") for line in lines(package(regulation.document))
    ]
    start = len(shown) - shown[::-1].index(expected[0]) - 1
    assert [*expected, "Form"] == shown[start : start + 4]
    found = package(regulation.document)
    for name in ("AnnexMark", "AnnexOf"):
        assert indent(found, "Approval", "left") == indent(found, name, "left")
    assert expected[1] not in lines(render(regulation.document))


def test_a_mark_says_only_what_is_known() -> None:
    """Without a date and a number the mark ends with the document."""
    shown = [
        line.replace("\u00a0", " ")
        for line in lines(package(made("ru", revision=None).document))
    ]
    start = len(shown) - shown[::-1].index("Приложение 1")
    assert ["к регламенту продаж", "Form"] == shown[start : start + 2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_has_a_number_that_its_clause_cites(language: Language) -> None:
    """Captions count on by fields; the clause above has a live reference to each."""
    found = package(made(language).document)
    shown = [line.replace("\u00a0", " ") for line in lines(found)]
    word = "Таблица" if language == "ru" else "Table"
    captions = [line for line in shown if line.startswith(word)]
    titles = ("Причины отказа", "Шаги: Call")
    if language == "en":
        titles = ("Loss reasons", "Steps: Call")
    assert [f"{word} {n} — {title}" for n, title in enumerate(titles, 1)] == captions
    for number in (1, 2):
        ending = f"{word} {number}.".casefold()
        assert 1 == sum(line.casefold().endswith(ending) for line in shown)
    fields = [
        (one.text or "").split()
        for one in read(found)["word/document.xml"].iter(f"{W}instrText")
    ]
    tables = [
        words[1] for words in fields if words[0] == "REF" and "_table" in words[1]
    ]
    assert 2 == len(set(tables))
    assert 2 == sum(words[:2] == ["SEQ", "Table"] for words in fields)
    assert not [line for line in lines(render(made(language).document)) if word in line]


def test_printed_numbers_have_no_fields() -> None:
    """In an extract, whose numbers stand as they are, those of tables do too."""
    steps = [{"key": "a", "title": "Ask", "role": "head"}]
    regulation = made(
        "en",
        roles=[{"key": "head", "title": "Head"}],
        procedures=[{"key": "p", "title": "Call", "steps": steps}],
    )
    found = package(regulation.for_role("head").document)
    assert "Table 1 — Steps: Call" in [n.replace("\u00a0", " ") for n in lines(found)]
    fields = [
        one.text for one in read(found)["word/document.xml"].iter(f"{W}instrText")
    ]
    assert not [one for one in fields if one and ("SEQ" in one or "_table" in one)]


def test_an_extract_is_sound_in_this_style() -> None:
    """A role's part, whose numbers are printed as they are, has no fault."""
    part = sr.templates.get("b2b", language="ru").for_role("manager")
    assert [] == faults(part.to_docx(style="gost"))


def test_an_unknown_style_is_named() -> None:
    """A style that does not exist is an error with the nearest name."""
    with pytest.raises(InvalidValue, match="did you mean 'gost'"):
        sr.templates.get("article", language="ru").to_docx(style="gots")
