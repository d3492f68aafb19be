"""Escalations: what examples cannot say."""

from __future__ import annotations

import pytest

from salesreg.checks.examples import alone
from tests.checks.base import run

GUARD = """
roles: [{key: sdr, title: Caller}, {key: head, title: Head}]
stages:
- {key: lead, title: Lead, owner: sdr, participants: [%s]}
procedures:
- {key: calls, title: Calls, owner: head, steps: [{key: call, title: Call%s}]}
escalations:
- {key: silent, title: Silent, %s, levels: [{to: %s}]}
"""


@pytest.mark.parametrize(
    ("participants", "step", "guards", "to", "expected"),
    [
        ("", "", "stage: lead", "sdr", ["/escalations/0/levels"]),
        ("sdr", "", "stage: lead", "sdr", ["/escalations/0/levels"]),
        ("", "", "stage: lead", "head", []),
        # The owner hears that another one is late.
        ("head", "", "stage: lead", "sdr", []),
        ("", ", role: sdr", "procedure: calls", "head", []),
        ("", ", role: sdr", "procedure: calls", "sdr", ["/escalations/0/levels"]),
        # Where no step names a role, the owner does the work.
        ("", "", "procedure: calls", "head", ["/escalations/0/levels"]),
        ("", ", role: sdr", "stage: lead, procedure: calls", "head", []),
        ("head", ", role: sdr", "stage: lead, procedure: calls", "sdr", []),
        ("", "", "text: Nothing is guarded", "head", []),
        ("", "", "stage: elsewhere, procedure: nowhere", "head", []),
        ("", "", "stage: lead", "nobody", []),
    ],
)
def test_own_work(
    participants: str, step: str, guards: str, to: str, expected: list[str]
) -> None:
    """Only those who do the guarded work are told of it in vain."""
    found = run(alone(GUARD % (participants, step, guards, to)), "CTL01")
    assert expected == [one.path for one in found]


LEVELS = """
roles:
- {key: sdr, title: Caller, reports_to: head}
- {key: head, title: Head, reports_to: director}
- {key: director, title: Director%s}
- {key: lawyer, title: Lawyer, reports_to: director}
escalations:
- {key: silent, title: Silent, levels: [%s]}
"""


@pytest.mark.parametrize(
    ("director", "levels", "expected"),
    [
        ("", ("sdr", "head", "director"), []),
        ("", ("head", "lawyer"), []),
        ("", ("sdr", "director", "head"), ["2 1"]),
        ("", ("director", "sdr"), ["1 0"]),
        ("", ("director", "lawyer", "head"), ["1 0", "2 0"]),
        ("", ("head", "director", "head", "head"), ["2 0", "3 0"]),
        ("", ("head", "nobody", "nobody"), []),
        ("", ("head", "nobody", "head"), ["2 0"]),
        # In a circle nobody is above anybody.
        (", reports_to: sdr", ("director", "sdr"), []),
        (", reports_to: nobody", ("director", "sdr"), ["1 0"]),
    ],
)
def test_turning_back(
    director: str, levels: tuple[str, ...], expected: list[str]
) -> None:
    """A level that was told or is led by one that was told turns back."""
    told = ", ".join(f"{{to: {level}}}" for level in levels)
    found = run(alone(LEVELS % (director, told)), "CTL02")
    paths = [(one.path, *(other.path for other in one.also)) for one in found]
    assert expected == [" ".join(path.split("/")[4] for path in row) for row in paths]


def test_long_lines() -> None:
    """Thousands of escalations up a line of thousands of roles are looked through."""
    count = 3000
    roles = "\n".join(
        f"- {{key: r{n}, title: R{n}, reports_to: r{n + 1}}}" for n in range(count)
    )
    escalations = "\n".join(
        f"- {{key: e{n}, title: E{n}, levels: [{{to: r{count - 1}}}, {{to: r{n}}}]}}"
        for n in range(count - 1)
    )
    found = run(alone(f"roles:\n{roles}\nescalations:\n{escalations}"), "CTL02")
    assert count - 1 == len(found)
