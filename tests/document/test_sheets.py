"""Sheets to sign: what a signature is for stands on them."""

from __future__ import annotations

import io

import docx
import pytest

import salesreg as sr
from salesreg.document.blocks import Paragraph, Table
from salesreg.document.text import visible
from salesreg.model.regulation import Language
from tests.document.test_role_slice import made

REVISION = {"number": "2.0", "in_force_from": "2026-02-01"}
RULE = {"within": "3 days"}


def lines(sheet: sr.AcknowledgementSheet) -> list[list[str]]:
    """Return the rows to sign, as a reader sees them."""
    (section,) = sheet.document.sections
    (table,) = (block for block in section.blocks if isinstance(block, Table))
    return [[visible(cell) for cell in row] for row in table.rows]


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("en", ["For the role", "Edition", "In force from", "Clauses", "Fingerprint"]),
        (
            "ru",
            [
                "Для роли",
                "Номер редакции",
                "Действует с",
                "Пункты",
                "Контрольная сумма",
            ],
        ),
    ],
)
def test_a_sheet_says_what_is_signed(language: Language, labels: list[str]) -> None:
    """Role, edition, its first day, clauses and fingerprint stand above the lines."""
    regulation = made(language=language, revision=REVISION, acknowledging=RULE)
    part = regulation.for_role("manager")
    found = {label: visible(said) for label, said in part.sheet.document.requisites}
    assert labels == list(found)
    assert [
        "Manager",
        "2.0",
        ", ".join(part.sheet.clauses),
        part.sheet.fingerprint,
    ] == [found[labels[place]] for place in (0, 1, 3, 4)]
    assert part.digest.startswith(part.sheet.fingerprint.replace(" ", ""))


def test_a_sheet_has_a_line_for_each_person() -> None:
    """Who has signed comes first, with the edition; then a line for each other one."""
    roles = [
        {"key": "head", "title": "Head"},
        {"key": "manager", "title": "Manager", "headcount": 3},
    ]
    signed = [
        {"name": "B. One", "role": "manager", "revision": "1.0", "date": "2025-01-12"},
        {"name": "A. Head", "role": "head", "revision": "1.0", "date": "2025-01-12"},
    ]
    regulation = made(roles=roles, revision=REVISION, acknowledgements=signed)
    assert [
        ["1", "B. One", "1.0", "January 12, 2025", ""],
        ["2", "", "2.0", "", ""],
        ["3", "", "2.0", "", ""],
    ] == lines(regulation.for_role("manager").sheet)


def test_an_extract_ends_with_the_bound_sheet() -> None:
    """The sheet in the extract names the clauses and the fingerprint, too."""
    part = made(revision=REVISION, acknowledging=RULE).for_role("manager")
    sheet = part.document.annexes[-1]
    said = [visible(one.content) for one in sheet.blocks if isinstance(one, Paragraph)]
    assert f"Clauses: {', '.join(part.sheet.clauses)}" == said[0]
    assert f"Fingerprint: {part.sheet.fingerprint}" == said[1]


def test_the_sheet_of_the_whole_names_the_edition() -> None:
    """The sheet for everybody says which edition they have read, and in each line."""
    sheet = made(revision=REVISION, acknowledging=RULE).document.annexes[-1]
    intro, table = sheet.blocks
    assert isinstance(intro, Paragraph)
    assert isinstance(table, Table)
    said = visible(intro.content).replace("\u00a0", " ")
    assert "“R” (edition 2.0, in force from February 1, 2026)" in said
    assert {"2.0"} == {visible(row[3]) for row in table.rows}


def test_a_sheet_is_written_in_each_way() -> None:
    """Word, Markdown and HTML have the fingerprint; a sheet has no contents."""
    sheet = made(revision=REVISION, acknowledging=RULE).for_role("manager").sheet
    word = docx.Document(io.BytesIO(sheet.to_docx()))
    cells = [cell.text for table in word.tables for cell in table._cells]
    assert sheet.fingerprint in cells
    assert sheet.fingerprint in sheet.to_markdown()
    assert sheet.fingerprint in sheet.to_html()
    assert "Contents" not in [paragraph.text for paragraph in word.paragraphs]
    assert f"AcknowledgementSheet(manager, {sheet.fingerprint})" == repr(sheet)
