"""The memo for a role: what matters most, with the clauses that say it."""

from __future__ import annotations

import pytest
from attrs import evolve

import salesreg as sr
from salesreg.document.blocks import Bullets, Paragraph, Section, Table
from salesreg.document.text import visible
from salesreg.model.regulation import Language
from tests.document.test_render import CASES, full_text
from tests.document.test_role_slice import made


def parts(regulation: sr.Regulation, key: str) -> dict[str, Section]:
    """Return the sections of a memo by the last word of their anchor."""
    found = regulation.for_role(key).memo.document.sections
    return {one.anchor.removeprefix("memo."): one for one in found}


def rows(section: Section) -> list[list[str]]:
    """Return the rows of the table of a section, as a reader sees them."""
    (table,) = (block for block in section.blocks if isinstance(block, Table))
    return [[visible(cell) for cell in row] for row in table.rows]


def paragraphs(section: Section) -> list[str]:
    """Return the paragraphs of a section, as a reader sees them."""
    blocks = section.blocks
    return [visible(one.content) for one in blocks if isinstance(one, Paragraph)]


STAGES = [
    {"key": "new", "title": "New", "owner": "manager", "norm": {"limit": "2 h"}},
    {"key": "won", "title": "Won", "owner": "head", "participants": ["manager"]},
]


def test_a_memo_says_whom_one_answers_to() -> None:
    """Under the title stand the edition, who is above, who is below."""
    roles = [
        {"key": "head", "title": "Head"},
        {"key": "manager", "title": "Manager", "reports_to": "head"},
    ]
    revision = {"number": "2", "in_force_from": "2026-02-01"}
    regulation = made(roles=roles, revision=revision)
    head, manager = (
        {label: visible(said) for label, said in one.memo.document.requisites}
        for one in map(regulation.for_role, ("head", "manager"))
    )
    assert {"Leads": "Manager"} == {k: v for k, v in head.items() if k != "Regulation"}
    assert "Head" == manager["Reports to"]
    started = "R, edition 2, in force from February 1, 2026; where the memo"
    assert manager["Regulation"].replace("\u00a0", " ").startswith(started)


def test_duties_and_what_one_answers_for_are_told() -> None:
    """Duties are a list; stages are told by title and clause."""
    duties = [{"text": "Calls clients."}, {"text": "Writes quotations."}]
    roles = [
        {"key": "head", "title": "Head"},
        {"key": "manager", "title": "Manager", "duties": duties},
    ]
    found = parts(made(roles=roles, stages=STAGES), "manager")["duties"]
    (listed,) = (block for block in found.blocks if isinstance(block, Bullets))
    assert ["Calls clients.", "Writes quotations."] == [
        visible(block.content)
        for (block,) in listed.items
        if isinstance(block, Paragraph)
    ]
    assert [
        "Answers for: New (cl.\u00a02.1).",
        "Takes part in: Won (cl.\u00a02.2).",
    ] == paragraphs(found)


def test_a_deadline_has_its_clause() -> None:
    """Of each time limit of the role the length and the clause are told."""
    found = rows(parts(made(stages=STAGES), "manager")["deadlines"])
    assert [["New", "2\u00a0hours", "2.1.2"]] == found
    assert "deadlines" not in parts(made(stages=STAGES), "head")


def test_pay_tells_each_component() -> None:
    """Fixed pay, then each component with its KPI and weight."""
    plan = {
        "key": "p",
        "title": "Pay",
        "roles": ["manager"],
        "fixed": "1000 EUR",
        "components": [
            {"key": "c", "title": "Plan", "kpi": "k", "weight": "70%"},
        ],
    }
    kpis = [{"key": "k", "title": "Attainment", "roles": ["manager"], "target": "100%"}]
    found = parts(made(pay_plans=[plan], kpis=kpis), "manager")
    assert [
        ["Pay", "fixed — €1,000; period — month", "2.1.2"],
        ["Plan", "Attainment (cl. 3.1.1); weight — 70%", "2.1.3"],
    ] == rows(found["pay"])
    assert [["Attainment", "100%", "3.1.1"]] == rows(found["results"])


def test_what_binds_everybody_binds_the_role() -> None:
    """A prohibition without roles is told to each; one for others is not."""
    rules = [
        {"key": "a", "text": "Take no gifts."},
        {"key": "b", "text": "Promise no terms.", "roles": ["head"]},
    ]
    found = parts(made(prohibitions=rules), "manager")["forbidden"]
    (listed,) = (block for block in found.blocks if isinstance(block, Bullets))
    ((only,),) = listed.items
    assert isinstance(only, Paragraph)
    assert "Take no gifts. (cl.\u00a02.1.1)" == visible(only.content)


def test_what_is_left_out_is_cited() -> None:
    """A long table ends with the clauses of the rest: nothing is lost in silence."""
    stages = [
        {"key": f"s{n}", "title": f"S{n}", "owner": "manager", "norm": {"limit": "2 h"}}
        for n in range(20)
    ]
    found = parts(made(stages=stages), "manager")["deadlines"]
    shown = {row[2] for row in rows(found)}
    (also,) = paragraphs(found)
    first = min(n for n in range(1, 21) if f"2.{n}.2" not in shown)
    rest = ", ".join(f"2.{n}.2" for n in range(first, 21))
    assert f"Also: cl. {rest}." == also.replace("\u00a0", " ")
    assert {f"2.{n}.2" for n in range(1, first)} == shown


@pytest.mark.parametrize(("name", "language"), CASES)
def test_memos_of_the_templates_say_little_of_much(
    name: str, language: Language
) -> None:
    """A memo is short, has no table of contents, and leads nowhere outside itself."""
    regulation = sr.templates.get(name, language=language)
    for role in regulation.roles[:4]:
        part = regulation.for_role(role.key)
        memo = part.memo.document
        assert (role.title, False, ()) == (memo.title, memo.contents, memo.annexes)
        words = len(full_text(memo).split())
        assert words < 700
        # Written in each way, and without a fault.
        assert part.memo.to_markdown().startswith(f"# {role.title}")
        assert "<nav" not in part.memo.to_html()
        assert part.memo.to_docx()


def test_a_role_without_anything_has_a_memo() -> None:
    """Of a role that has only a title the memo says which regulation it is in."""
    bare = evolve(made(), roles=(sr.Role(key="only", title="Only"),))
    memo = bare.for_role("only").memo
    assert "Memo(only)" == repr(memo)
    assert (["Regulation"], ()) == (
        [label for label, _ in memo.document.requisites],
        memo.document.sections,
    )
