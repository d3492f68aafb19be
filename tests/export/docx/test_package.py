"""The package check finds each fault that it claims to look for."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from salesreg.export.docx import render
from salesreg.testing.laws.sound import docx_package_is_sound, faults
from salesreg.testing.laws.word import automatic_numbers
from tests.export.docx.sample import sample

BODY = "word/document.xml"


def planted(old: str, new: str, part: str = BODY) -> list[str]:
    """The faults after replacing the first `old` in a part of the sample."""
    package = io.BytesIO(render(sample("en")))
    changed = io.BytesIO()
    with zipfile.ZipFile(package) as before, zipfile.ZipFile(changed, "w") as after:
        for name in before.namelist():
            text = before.read(name).decode()
            if name == part:
                assert old in text
                text = text.replace(old, new, 1)
            after.writestr(name, text)
    return faults(changed.getvalue())


START = '<w:bookmarkStart w:id="1" w:name="'
HEADER = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
BEGIN = '<w:fldChar w:fldCharType="begin"/>'
CONTROL = '<w:sdt><w:sdtPr><w:id w:val="7"/></w:sdtPr><w:sdtContent/></w:sdt>'


NAMED = "".join(
    f'<w:bookmarkStart w:id="{n}" w:name="same"/><w:bookmarkEnd w:id="{n}"/>'
    for n in (9001, 9002)
)
LONG = CONTROL.replace("<w:sdtPr>", f'<w:sdtPr><w:tag w:val="{"t" * 65}"/>')
TAGGED = CONTROL.replace("<w:sdtPr>", '<w:sdtPr><w:tag w:val="sv_0"/>')


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (
            '<w:bookmarkStart w:id="2"',
            '<w:bookmarkStart w:id="1"',
            "bookmark id 1 twice",
        ),
        (START, START + "9", "bookmark name "),
        ("<w:body>", f"<w:body>{NAMED}", "bookmark same twice"),
        ('<w:bookmarkEnd w:id="1"/>', "", "a bookmark is not closed"),
        ('<wps:cNvPr id="2"', '<wps:cNvPr id="1"', "drawing id 1 twice"),
        (BEGIN, "", "a field separate out of place"),
        ('<w:fldChar w:fldCharType="end"/>', "", "a field is not closed"),
        (" REF sr_", " REF sr_no", "REF to the unknown bookmark"),
        ('w:anchor="sr_', 'w:anchor="sr_no', "a link to the unknown anchor"),
        (HEADER, "<w:trPr><w:cantSplit/></w:trPr>", ""),
        ("<w:body>", f"<w:body>{CONTROL * 2}", "control id 7 twice"),
        ("<w:body>", f"<w:body>{TAGGED * 2}", "control tag sv_0 twice"),
        ("<w:body>", f"<w:body>{TAGGED}", "control sv_0 is outside of its bookmark"),
        ("<w:body>", f"<w:body>{TAGGED.replace('7', '0')}", "control id 0"),
        ("<w:body>", f"<w:body>{LONG}", "is longer than 64"),
        ('r:id="header"', 'r:id="none"', "the relationship none does not exist"),
        ('<w:pStyle w:val="Title"/>', '<w:pStyle w:val="No"/>', "the style No does"),
        ('<w:numId w:val="2"/>', '<w:numId w:val="99"/>', "the list 99 does not"),
        ('<w:gridCol w:w="', '<w:gridCol/><w:gridCol w:w="', "a row with another"),
    ],
)
def test_planted_fault_is_found(old: str, new: str, fault: str) -> None:
    """A planted fault is named; the harmless change is not."""
    found = planted(old, new)
    assert bool(fault) == any(fault in line for line in found), found


def test_misplaced_header_row_is_found() -> None:
    """A header row below the body is named."""
    plain = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
    found = planted(
        f"<w:tr>{HEADER}", f"{plain}<w:tc><w:p/></w:tc></w:tr><w:tr>{HEADER}"
    )
    assert any("a header row below a row of the body" in line for line in found)


def test_double_property_is_found() -> None:
    """A core property that occurs twice is named."""
    title = "<dc:title>A</dc:title>"
    found = planted(
        "</cp:coreProperties>", f"{title}</cp:coreProperties>", "docProps/core.xml"
    )
    assert any(line.startswith("core property") for line in found)


def test_a_fault_breaks_the_law(tmp_path: Path) -> None:
    """The law takes bytes or a path, and names the fault; a sound file holds it."""
    sound = render(sample("en"))
    file = tmp_path / "sample.docx"
    file.write_bytes(sound)
    docx_package_is_sound(sound)
    docx_package_is_sound(file)
    file.write_bytes(sound[: len(sound) // 2])
    with pytest.raises(AssertionError, match="the file is no Word file"):
        docx_package_is_sound(file)


def test_merged_cells_count_as_their_columns() -> None:
    """A cell over two columns is no missing cell."""
    rows = (
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:tc>"
        '<w:tcPr><w:gridSpan w:val="{}"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'
        "<w:p/>"
    )
    assert [] == planted("<w:body>", f"<w:body>{rows.format(2)}")
    (found,) = planted("<w:body>", f"<w:body>{rows.format(3)}")
    assert found.endswith("a row with another number of cells than columns")


def test_simulation_sees_a_lost_level() -> None:
    """The simulated numbers depend on the level that a clause says."""
    package = render(sample("en"))
    numbers = [place.number for place in automatic_numbers(package)]
    assert ["1", "1.1", "1.2", "1.3", "2", "2.1"] == numbers[:6]
    assert ["6.12", "1", "2"] == numbers[-3:]
