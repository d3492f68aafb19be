"""A company's file gives styles, headers, footers and logo, and nothing else."""

from __future__ import annotations

import contextlib
import io
import re
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import salesreg as sr
from salesreg.export.docx import look_of, render
from salesreg.testing.laws.sound import faults
from salesreg.testing.laws.word import W, automatic_numbers, read, text_of, value
from tests.export.docx.company import LOGO, SECRET, company, spoilt
from tests.export.docx.sample import sample


def written(file: Path) -> bytes:
    """The sample in the style of a file, whatever that lacks."""
    document = sample("ru")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", sr.IncompleteStyle)
        return render(document, look_of(file, document))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The company's file."""
    made = tmp_path / "company.docx"
    made.write_bytes(company())
    return made


def styles(package: bytes) -> dict[str, Any]:
    """The styles of a package by identifier."""
    root = read(package)["word/styles.xml"]
    return {style.get(f"{W}styleId", ""): style for style in root.iter(f"{W}style")}


def test_styles_and_measures_are_the_company_s(file: Path) -> None:
    """Faces, colours and the page come from the file, in a sound package."""
    made = written(file)
    assert [] == faults(made)
    found = styles(made)
    assert "B41E28" == value(found["Heading1"], "rPr", "color")
    assert "22" == value(found["Normal"], "rPr", "sz")
    (margins,) = read(made)["word/document.xml"].iter(f"{W}pgMar")
    assert [22, 18, 30] == [
        round(int(margins.get(f"{W}{side}", "0")) * 25.4 / 1440)
        for side in ("left", "right", "top")
    ]


def test_the_header_is_the_company_s_with_its_logo(file: Path) -> None:
    """Text, picture and fields of header and footer are kept; the text is not."""
    made = written(file)
    parts = read(made)
    assert " ООО «Ромашка»" == text_of(parts["word/header-default.xml"])
    (number,) = parts["word/footer-default.xml"].iter(f"{W}instrText")
    assert " PAGE " == number.text
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert LOGO == archive.read("word/media/company1.png")
        everything = b"".join(archive.read(name) for name in archive.namelist())
    assert SECRET.encode() not in everything


def test_numbers_are_those_of_the_tree(file: Path) -> None:
    """No style of the company counts, headings count as ever."""
    plain = automatic_numbers(render(sample("ru")))
    assert [p[:2] for p in plain] == [p[:2] for p in automatic_numbers(written(file))]


def test_a_style_made_from_a_heading_takes_no_number(file: Path) -> None:
    """The heading of the contents is often made from the first heading."""
    root = read(company())["word/styles.xml"]
    made_from = {
        s.get(f"{W}styleId"): value(s, "basedOn") for s in root.iter(f"{W}style")
    }
    assert "Heading1" == made_from["TOCHeading"]
    assert "0" == value(styles(written(file))["TOCHeading"], "pPr", "numPr", "numId")


def test_what_is_missing_is_named(file: Path) -> None:
    """The warning names every style that was filled in, and only those."""
    reg = sr.templates.get("article", language="ru")
    with pytest.warns(sr.IncompleteStyle) as caught:
        made = reg.to_docx(style=file)
    warning = caught[0].message
    assert isinstance(warning, sr.IncompleteStyle)
    theirs = {value(style, "name").lower() for style in styles(company()).values()}
    ours = {value(style, "name") for style in styles(render(sample("ru"))).values()}
    # What holds the column of numbers together is ours in any file.
    expected = ours - {"Body Text", "List Paragraph", "toc 1", "toc 2"}
    expected = {name for name in expected if name.lower() not in theirs}
    assert expected == set(warning.missing)
    assert "Clause" in expected
    assert expected <= {value(style, "name") for style in styles(made).values()}
    assert str(file) in str(warning)


def test_a_file_without_header_gets_ours(tmp_path: Path) -> None:
    """Header and footer that the file lacks are filled in and named."""

    def bare(made: Any) -> None:
        made.sections[0].header.is_linked_to_previous = True
        made.sections[0].footer.is_linked_to_previous = True

    file = tmp_path / "bare.docx"
    file.write_bytes(company(change=bare))
    document = sample("ru")
    with pytest.warns(sr.IncompleteStyle, match="header, footer"):
        made = render(document, look_of(file, document))
    assert document.header == text_of(read(made)["word/header1.xml"])
    assert [] == faults(made)


def test_a_file_of_ours_lacks_nothing(tmp_path: Path) -> None:
    """A document that was restyled in Word is a complete source of styles."""
    file = tmp_path / "ours.docx"
    file.write_bytes(render(sample("en")))
    document = sample("ru")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        made = render(document, look_of(file, document))
    assert [] == faults(made)
    assert styles(render(document)).keys() == styles(made).keys()


@given(st.data())
@settings(max_examples=15, deadline=None)
def test_identifiers_of_the_company_do_not_matter(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Word in other languages numbers its styles; names alone tell them apart."""
    package = company()
    known = sorted(styles(package))
    numbers = data.draw(st.permutations(range(len(known))))
    new = {old: f"a{number}" for old, number in zip(known, numbers, strict=True)}
    # Some take identifiers that ours have.
    for old in data.draw(st.sets(st.sampled_from(known), max_size=4)):
        new[old] = data.draw(st.sampled_from(["Clause", "TableText", "Heading1"]))
    if len(set(new.values())) < len(new):
        return

    def renamed(text: str) -> str:
        return re.sub(
            r'(w:styleId|w:(?:basedOn|next|link|[prt]\w*Style) w:val)="([^"]*)"',
            lambda found: f'{found[1]}="{new.get(found[2], found[2])}"',
            text,
        )

    for member in ("word/styles.xml", "word/header1.xml", "word/footer1.xml"):
        package = spoilt(package, member, renamed)
    file = tmp_path_factory.mktemp("company") / "company.docx"
    file.write_bytes(package)
    made = written(file)
    assert [] == faults(made)
    assert "B41E28" == value(styles(made)["Heading1"], "rPr", "color")
    plain = automatic_numbers(render(sample("ru")))
    assert [p[:2] for p in plain] == [p[:2] for p in automatic_numbers(made)]


def test_the_same_file_gives_the_same_bytes(file: Path) -> None:
    """Nothing depends on a clock or on what was written before."""
    assert written(file) == written(file)


@pytest.mark.parametrize(
    "instruction",
    [
        ' INCLUDEPICTURE "http://evil.example/x.png" ',
        ' DDEAUTO c "cmd" ',
        " MACROBUTTON x ",
    ],
)
def test_a_field_that_acts_is_refused(tmp_path: Path, instruction: str) -> None:
    """A field that fetches or runs something is an error that names it."""
    file = tmp_path / "evil.docx"
    file.write_bytes(company(instruction))
    with pytest.raises(sr.LoadError, match=instruction.split(maxsplit=1)[0]):
        written(file)


def test_what_leads_out_is_left_out(tmp_path: Path) -> None:
    """A picture on a server and a link to a program are not taken over."""
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    outside = (
        f'<Relationship Id="rId1" Type="{kinds}/image" TargetMode="External" '
        'Target="http://evil.example/x.png"/>'
        f'<Relationship Id="rId7" Type="{kinds}/hyperlink" TargetMode="External" '
        'Target="file:///c:/x.exe"/></Relationships>'
    )
    names = (
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    )
    link = f'<w:hyperlink {names} r:id="rId7"><w:r><w:t>x</w:t></w:r></w:hyperlink>'
    package = spoilt(
        company(),
        "word/_rels/header1.xml.rels",
        lambda text: re.sub("<Relationship [^>]*/></Relationships>", outside, text),
    )
    package = spoilt(
        package,
        "word/header1.xml",
        lambda text: text.replace("</w:p>", f"{link}</w:p>"),
    )
    file = tmp_path / "outside.docx"
    file.write_bytes(package)
    made = written(file)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    assert b"evil.example" not in everything
    assert b"x.exe" not in everything
    assert " ООО «Ромашка»" == text_of(read(made)["word/header-default.xml"])
    assert [] == faults(made)


def narrow(made: Any) -> None:
    """Leave nearly no room for text."""
    made.sections[0].left_margin = made.sections[0].right_margin = 3_400_000


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: b"", "is empty"),
        (lambda: b"no package", "is not a Word document"),
        (lambda: company(change=narrow), "no room for text"),
        (
            lambda: spoilt(company(), "word/styles.xml", lambda _: "<!DOCTYPE x><x/>"),
            "document type",
        ),
        (lambda: spoilt(company(), "word/header1.xml", lambda _: "<a"), "is no XML"),
        (
            lambda: spoilt(company(), "_rels/.rels", lambda _: "<a/>"),
            "holds no document",
        ),
    ],
)
def test_a_broken_file_is_a_typed_error(
    tmp_path: Path, make: Callable[[], bytes], message: str
) -> None:
    """What cannot be used says so, with the name of the file."""
    file = tmp_path / "broken.docx"
    file.write_bytes(make())
    with pytest.raises(sr.LoadError, match=message) as caught:
        written(file)
    assert "broken.docx" in str(caught.value)


def test_a_folder_or_nothing_is_a_typed_error(tmp_path: Path) -> None:
    """A path that leads to no file says so."""
    for name in ("gone.docx", "folder.docx"):
        if name == "folder.docx":
            (tmp_path / name).mkdir()
        with pytest.raises(sr.LoadError, match="cannot be read"):
            written(tmp_path / name)


MEMBERS = (
    *("word/styles.xml", "word/header1.xml", "word/document.xml", "word/settings.xml"),
    *("word/theme/theme1.xml", "word/_rels/header1.xml.rels", "_rels/.rels"),
    "word/_rels/document.xml.rels",
)
BITS = (
    "",
    '"',
    "<",
    ">",
    "0",
    "-1",
    "99999",
    "w:",
    "rId1",
    "Heading1",
    "../",
    "x" * 300,
)


@given(
    st.sampled_from(MEMBERS),
    st.floats(0, 1, exclude_max=True),
    st.integers(0, 40),
    st.sampled_from(BITS),
)
@settings(max_examples=60, deadline=None)
def test_damage_ends_in_a_document_or_in_a_typed_error(
    tmp_path_factory: pytest.TempPathFactory,
    member: str,
    place: float,
    length: int,
    bit: str,
) -> None:
    """Whatever is cut out of a part and put in, the file is used or refused."""

    def damaged(text: str) -> str:
        at = int(place * len(text))
        return text[:at] + bit + text[at + length :]

    file = tmp_path_factory.mktemp("damage") / "damaged.docx"
    file.write_bytes(spoilt(company(), member, damaged))
    with contextlib.suppress(sr.LoadError):
        assert [] == faults(written(file))
