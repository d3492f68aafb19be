"""Roles: where a finding begins and ends, held to both sides of each boundary."""

from __future__ import annotations

import pytest

from tests.checks.base import places

ROLES = "roles: [{key: a, title: A}, {key: b, title: B}]\n"


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("author: a, approvers: [a]", 1),
        ("author: a, approvers: [a, a]", 1),
        ("author: a, approvers: [a, b]", 0),
        ("author: a, approvers: [b]", 0),
        ("author: a", 0),
        ("approvers: [a]", 0),
        ("author: nobody, approvers: [nobody]", 0),
    ],
)
def test_own_paper(document: str, expected: int) -> None:
    """A paper is approved by somebody else than its author, too."""
    text = f"{ROLES}documents: [{{key: d, title: D, {document}}}]"
    assert ["/documents/0/approvers"] * expected == places(text, "RSP04")


@pytest.mark.parametrize(
    ("stage", "expected"),
    [
        ("owner: a, control: [{text: T, by: a}]", [0]),
        ("owner: a, control: [{text: T, by: b}, {text: U, by: a}]", [1]),
        ("owner: a, control: [{text: T}]", []),
        ("owner: a, participants: [b], control: [{text: T, by: a}]", []),
        ("owner: a, participants: [a], control: [{text: T, by: a}]", [0]),
    ],
)
def test_own_work(stage: str, expected: list[int]) -> None:
    """Who alone does the work does not control it."""
    found = places(f"{ROLES}stages: [{{key: s, title: S, {stage}}}]", "RSP04")
    assert [f"/stages/0/control/{index}/by" for index in expected] == found


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        ("{key: a, title: A, substitutes: [{by: a}]}", ["/roles/0/substitutes/0/by"]),
        (
            "{key: a, title: A, substitutes: [{by: b}, {by: a}]}, {key: b, title: B}",
            ["/roles/0/substitutes/1/by"],
        ),
        (
            (
                "{key: a, title: A, substitutes: [{by: b}]},"
                " {key: b, title: B, substitutes: [{by: a}, {by: a}]}"
            ),
            ["/roles/0"],
        ),
        (
            "{key: a, title: A, substitutes: [{by: b}]}, {key: b, title: B}",
            [],
        ),
    ],
)
def test_circles(roles: str, expected: list[str]) -> None:
    """Nobody stands in for oneself, nor two for one another only."""
    assert expected == places(f"roles: [{roles}]", "RSP06")


GRANT = """
authorities:
- key: rebate
  title: Rebate
  bands: [{role: seller, band: {start: 0%%, end: 5%%}}%s]
  %s
roles:
- {key: head, title: Head, reports_to: owner}
- {key: owner, title: Owner}
- {key: clerk, title: Clerk}
- {key: seller, title: Seller, reports_to: head, substitutes: [{by: %s}]}
"""


@pytest.mark.parametrize(
    ("bands", "chain", "by", "expected"),
    [
        ("", "", "clerk", 1),
        # A superior, near or far; one who has a range, or a word; an order.
        ("", "", "head", 0),
        ("", "", "owner", 0),
        (", {role: clerk, band: {start: 0%, end: 1%}}", "", "clerk", 0),
        ("", "chain: [{role: clerk}]", "clerk", 0),
        ("", "", "clerk, by_order: true", 0),
        ("", "", "clerk}, {by: head", 0),
        ("", "", "nobody", 0),
    ],
)
def test_powerless(bands: str, chain: str, by: str, expected: int) -> None:
    """Who stands in for a role may grant something of what the role may."""
    found = places(GRANT % (bands, chain, by), "RSP06")
    assert ["/roles/3/substitutes/0/by"] * expected == found


def test_superiors_in_a_circle() -> None:
    """Where reporting lines go round, they are followed once."""
    text = GRANT % ("", "", "clerk")
    text = text.replace("{key: owner,", "{key: owner, reports_to: head,")
    assert ["/roles/3/substitutes/0/by"] == places(text, "RSP06")


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("consulted: [a, b, c, d, e]", 0),
        ("consulted: [a, b, c, d, e, f]", 1),
    ],
)
def test_consulted(row: str, expected: int) -> None:
    """Up to five roles are asked."""
    roles = ", ".join(f"{{key: {key}, title: R{key}}}" for key in "abcdef")
    text = (
        f"roles: [{roles}]\nresponsibilities: [{{key: r, title: R, responsible: [a],"
        f" accountable: [a], {row}}}]"
    )
    assert ["/responsibilities/0/consulted"] * expected == places(text, "RSP08")


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("critical: true", 1),
        ("critical: false", 0),
        ("critical: true, substitutes: [{by: b}]", 0),
    ],
)
def test_critical(role: str, expected: int) -> None:
    """Without whom the work stops has somebody who stands in."""
    found = places(f"roles: [{{key: a, title: A, {role}}}]", "RSP05")
    assert ["/roles/0"] * expected == found


@pytest.mark.parametrize(
    ("rows", "held", "expected"), [(9, 9, 0), (10, 8, 0), (10, 9, 1), (11, 9, 1)]
)
def test_accountable(rows: int, held: int, expected: int) -> None:
    """In a matrix of ten rows and more a role answers for four fifths at most."""
    matrix = "\n".join(
        f"- {{key: r{n}, title: R{n}, responsible: [a],"
        f" accountable: [{'a' if n < held else 'b'}]}}"
        for n in range(rows)
    )
    text = f"{ROLES}responsibilities:\n{matrix}"
    assert ["/roles/0"] * expected == places(text, "RSP03")
