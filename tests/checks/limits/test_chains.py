"""Chains of approval: what examples cannot say."""

from __future__ import annotations

import pytest

from salesreg.checks.examples import alone
from tests.checks.base import run

CHAIN = """
roles: [{key: head, title: Head}, {key: finance, title: Finance}]
authorities:
- {key: credit, title: Credit, requesters: [%s], chain: [%s], bands: [%s]}
"""


@pytest.mark.parametrize(
    ("chain", "expected"),
    [
        ("", []),
        ("{role: head}", []),
        ("{role: head, silence: escalated}, {role: finance, silence: refused}", []),
        ("{role: head, silence: escalated}", ["0/silence"]),
        ("{role: head}, {role: finance}, {role: head}", ["2/role"]),
        (
            "{role: head}, {role: head, silence: escalated}",
            ["1/role", "1/silence"],
        ),
        ("{role: nobody}, {role: nobody, silence: escalated}", []),
    ],
)
def test_last_word(chain: str, expected: list[str]) -> None:
    """A chain names everybody once and ends with a decision."""
    found = run(alone(CHAIN % ("manager", chain, "")), "LIM02")
    assert expected == [one.path.removeprefix("/authorities/0/chain/") for one in found]


@pytest.mark.parametrize(
    ("chain", "expected"),
    [
        ("{role: head}, {role: finance, within: 1 h}", ["/authorities/0/chain/0"]),
        ("{role: head, within: 1 h}, {role: nobody}", []),
    ],
)
def test_time(chain: str, expected: list[str]) -> None:
    """Every approver that the regulation knows has a time to answer."""
    found = run(alone(CHAIN % ("manager", chain, "")), "LIM03")
    assert expected == [one.path for one in found]


@pytest.mark.parametrize(
    ("requesters", "chain", "bands", "expected"),
    [
        ("manager", "{role: head}", "", []),
        ("manager, head", "{role: head}", "", ["chain/0/role"]),
        ("head", "{role: finance}", "{role: head, band: {start: 5%}}", ["bands/0"]),
        ("head", "", "{role: head, band: {}}", ["bands/0"]),
        ("head", "", "{role: head, band: {start: 5%, end: 9%}}", []),
        ("manager", "", "{role: head, band: {start: 5%}}", []),
        ("head", "{role: head}", "{role: head, band: {start: 5%}}", ["chain/0/role"]),
        # For some deals it may, for others it has to ask.
        (
            "head",
            "",
            "{role: head, band: {start: 5%}, when: {kind: flag, field: small}}",
            [],
        ),
        ("nobody", "{role: nobody}", "{role: nobody, band: {start: 5%}}", []),
    ],
)
def test_own_request(
    requesters: str, chain: str, bands: str, expected: list[str]
) -> None:
    """Nobody asks who approves, or who may grant anything alone."""
    found = run(alone(CHAIN % (requesters, chain, bands)), "LIM04")
    assert expected == [one.path.removeprefix("/authorities/0/") for one in found]


@pytest.mark.parametrize(
    ("rule", "missing"),
    [
        ("granted_by: [head], recorded_in: crm", None),
        ("granted_by: [head], document: note", None),
        ("granted_by: [head]", "where it is recorded"),
        ("recorded_in: crm", "who may allow it"),
    ],
)
def test_exception(rule: str, missing: str | None) -> None:
    """An exception says who allows it and where it stays on record."""
    found = run(alone(f"exceptions: [{{key: e, title: E, {rule}}}]"), "LIM06")
    assert ([missing] if missing else []) == [one.values["missing"] for one in found]


def test_limits_without_exceptions() -> None:
    """Limits without any exception are one finding; no limits need none."""
    found = run(alone(CHAIN % ("manager", "", "")), "LIM06")
    assert ["/authorities"] == [one.path for one in found]
    assert () == run(alone("roles: [{key: head, title: Head}]"), "LIM06")


AGREED = """
roles: [{key: head, title: Head}]
documents: [{key: note, title: Note, approvers: [%s], %s}]
exceptions: [{key: e, title: E, document: note, %s}]
procedures:
- {key: p, title: P, %s steps: [{key: s, title: S, %s}]}
"""


@pytest.mark.parametrize(
    ("approvers", "paper", "exception", "owner", "step", "expected"),
    [
        ("head", "", "", "", "", 1),
        ("", "signers: [head]", "", "", "", 0),
        ("head", "approval_limit: 1 day", "", "", "", 0),
        ("head", "deadline: %s", "", "", "", 0),
        ("head", "", "within: 1 day", "", "", 0),
        ("head", "", "", "", "role: head, inputs: [note], limit: 1 day", 0),
        ("head", "", "", "", "role: head, outputs: [note], deadline: %s", 0),
        ("head", "", "", "", "role: head, inputs: [note]", 1),
        ("head", "", "", "", "role: head, inputs: [other], limit: 1 day", 1),
        # The time of another role is not the time of the approver.
        ("head", "", "", "", "role: sdr, inputs: [note], limit: 1 day", 1),
        ("head", "", "", "owner: sdr,", "inputs: [note], limit: 1 day", 1),
        ("head", "", "", "owner: head,", "inputs: [note], limit: 1 day", 0),
        ("head", "", "", "", "inputs: [note], limit: 1 day", 0),
    ],
)
def test_time_of_documents(
    approvers: str, paper: str, exception: str, owner: str, step: str, expected: int
) -> None:
    """Agreeing to a document has a time, wherever it is said."""
    deadline = "{trigger: {kind: deal_created}, limit: {kind: in, duration: 1 day}}"
    parts = (approvers, paper, exception, owner, step)
    text = AGREED % tuple(part.replace("%s", deadline) for part in parts)
    assert expected == len(run(alone(text), "LIM03"))
