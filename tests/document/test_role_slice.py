"""The slice for a role: an extract in which every number stays."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest

import salesreg as sr
from salesreg.document.blocks import Clause, Reference, Table
from salesreg.document.text import visible
from salesreg.model.regulation import Language
from salesreg.testing.laws.sound import faults
from tests.document.test_render import CASES, contents, full_text, places


def made(**parts: Any) -> sr.Regulation:
    """Return a small regulation with a head and a manager."""
    roles = [
        {"key": "head", "title": "Head of sales"},
        {"key": "manager", "title": "Manager", "purpose": "Sells."},
    ]
    data = {"format": "salesreg/1", "key": "r", "title": "R", "language": "en"}
    return sr.from_dict({**data, "roles": roles, **parts})


def clauses(regulation: sr.Regulation, key: str) -> dict[str, Clause]:
    """Return the clauses of a role's extract by number."""
    found = places(regulation.for_role(key).document.sections)
    return {place.number: place for place in found if isinstance(place, Clause)}


def table(clause: Clause) -> Table:
    """Return the table of a clause."""
    (found,) = (block for block in clause.blocks if isinstance(block, Table))
    return found


@pytest.mark.parametrize(("name", "language"), CASES)
def test_word_file_is_sound(name: str, language: Language) -> None:
    """The extracts of the templates are sound Word files."""
    regulation = sr.templates.get(name, language=language)
    roles = [role.key for role in regulation.roles[:3]]
    found = {key: faults(regulation.for_role(key).to_docx()) for key in roles}
    assert {key: [] for key in roles} == found


@pytest.mark.parametrize(("name", "language"), CASES)
def test_clauses_say_what_they_say_in_the_whole(name: str, language: Language) -> None:
    """A clause of the extract reads as the clause with its number in the whole."""
    regulation = sr.templates.get(name, language=language)
    whole = {
        place.number: visible(place.content)
        for place in places(regulation.document.sections)
        if isinstance(place, Clause)
    }
    part = {
        number: visible(clause.content)
        for number, clause in clauses(regulation, "manager").items()
    }
    assert {number: whole[number] for number in part} == part
    assert set() < set(part) < set(whole)


def test_numbers_are_printed_in_word() -> None:
    """Word counts nothing in an extract: the numbers stand there as text."""
    regulation = made(goals=[{"key": "g", "title": "Grow", "text": "Sell more."}])
    part = regulation.for_role("manager")
    assert ("2.2.1",) == part.clauses
    word = docx.Document(io.BytesIO(part.to_docx()))
    shown = [paragraph.text for paragraph in word.paragraphs]
    expected = ["2.\tRoles and duties", "2.2.\tManager", "2.2.1.\tPurpose: Sells."]
    assert expected == shown[-3:]


def test_a_table_has_the_rows_of_the_role() -> None:
    """Of a table only the rows that concern the role are there."""
    budgets = [
        {"key": "a", "title": "Reports", "roles": ["head"], "text": "Daily."},
        {"key": "b", "title": "Calls", "roles": ["manager"], "least": "2 hours"},
    ]
    found = table(clauses(made(budgets=budgets), "manager")["2.1"])
    assert ["Calls"] == [visible(row[0]) for row in found.rows]
    # Only the head's row had notes.
    assert "Notes" not in [column.title for column in found.columns]


def test_what_is_not_there_is_cited_in_words() -> None:
    """A number of a clause outside the extract is no link."""
    steps = [{"key": "a", "title": "Call", "role": "manager"}]
    regulation = made(
        stages=[{"key": "new", "title": "New"}],
        procedures=[{"key": "p", "title": "P", "stages": ["new"], "steps": steps}],
    )
    whole = regulation.document.sections
    part = regulation.for_role("manager").document.sections
    cited = [
        [visible(one), [piece for piece in one if isinstance(piece, Reference)]]
        for sections in (whole, part)
        for one in contents(sections)
        if "Stages" in visible(one)
    ]
    shown = "Stages: New (cl. 2.1)."
    assert [[shown, [Reference("stages.new", "2.1")]], [shown, []]] == cited


@pytest.mark.parametrize(
    ("language", "kind", "row"),
    [
        ("ru", "ВЫПИСКА ИЗ РЕГЛАМЕНТА", ("Для роли", "Manager")),
        ("en", "EXTRACT FROM THE REGULATION", ("For the role", "Manager")),
    ],
)
def test_front_says_what_it_is(language: str, kind: str, row: tuple[str, str]) -> None:
    """The first page says that it is an extract, for whom, and bears no stamp."""
    revision = {"number": "3.0", "approval": {"post": "Director"}}
    document = made(language=language, revision=revision).for_role("manager").document
    label, said = document.requisites[0]
    assert (kind, row, ()) == (
        document.kind,
        (label, visible(said)),
        document.approval,
    )
    assert document.header.endswith(" · Manager")


def test_only_people_of_the_role_sign() -> None:
    """The sheet has the lines of this role, and is left out when it need not sign."""
    signed = [
        {"name": name, "role": role, "revision": "1", "date": "2026-01-12"}
        for name, role in (("A. Head", "head"), ("B. Manager", "manager"))
    ]
    regulation = made(acknowledgements=signed)
    shown = full_text(regulation.for_role("manager").document)
    assert (True, False) == ("B. Manager" in shown, "A. Head" in shown)
    others = made(acknowledging={"roles": ["head"], "within": "3 days"})
    assert () == others.for_role("manager").document.annexes


def test_annexes_keep_their_numbers() -> None:
    """The second annex is the second one in an extract without the first."""
    steps = [{"key": "a", "title": "Call", "role": "manager", "outputs": ["act"]}]
    regulation = made(
        procedures=[{"key": "p", "title": "P", "steps": steps}],
        documents=[{"key": "act", "title": "Act", "annex": "form"}],
        annexes=[{"key": "list", "title": "List"}, {"key": "form", "title": "Form"}],
    )
    (annex,) = regulation.for_role("manager").document.annexes
    assert ("Annex 2", "Form") == (annex.mark.replace("\u00a0", " "), annex.title)
