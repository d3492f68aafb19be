"""GOST R 7.0.97: what the standard asks for stands in the file."""

from __future__ import annotations

import datetime as dt
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
    plain = [place[:2] for place in automatic_numbers(render(document))]
    assert plain == [place[:2] for place in automatic_numbers(made)]
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


def test_an_extract_is_sound_in_this_style() -> None:
    """A role's part, whose numbers are printed as they are, has no fault."""
    part = sr.templates.get("b2b", language="ru").for_role("manager")
    assert [] == faults(part.to_docx(style="gost"))


def test_an_unknown_style_is_named() -> None:
    """A style that does not exist is an error with the nearest name."""
    with pytest.raises(InvalidValue, match="did you mean 'gost'"):
        sr.templates.get("article", language="ru").to_docx(style="gots")
