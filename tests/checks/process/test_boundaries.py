"""The pipeline: where a finding begins and ends, held to both sides."""

from __future__ import annotations

from decimal import Decimal

import pytest

from salesreg.checks.general.process.wording import figures
from tests.checks.base import places


def stages(*lines: str) -> str:
    """Return stages: their keys are their places."""
    return "stages:\n" + "".join(
        f"- {{key: s{at}, title: S{at}, {line}}}\n" for at, line in enumerate(lines)
    )


def to(*numbers: int, rest: str = "") -> str:
    """Return moves to stages."""
    return f"transitions: [{', '.join(f'{{to: s{n}{rest}}}' for n in numbers)}]"


WON, LOST, INITIAL = "kind: won", "kind: lost", "kind: initial"


@pytest.mark.parametrize(
    ("lines", "rest", "expected"),
    [
        ((to(1), WON, LOST), "", [2]),
        ((to(1, 2), WON, LOST), "", []),
        (("text: T", WON, LOST), "", []),
        # From wherever deals begin; by attempts in vain; by the rule of next steps.
        (("text: T", f"{INITIAL}, {to(2)}", WON), "", [0]),
        ((f"{INITIAL}, {to(2)}", f"{INITIAL}, {to(2)}", WON), "", []),
        ((f"{to(1)}, attempts: {{most: 3, then: s2}}", WON, LOST), "", []),
        ((f"{to(1)}, attempts: {{most: 3, then: s9}}", WON, LOST), "", [2]),
        ((to(1), WON, LOST), "next_step: {otherwise: s2}", []),
        ((to(1), WON, LOST), "next_step: {otherwise: s2, stages: [s0]}", []),
        ((to(1), WON, LOST), "next_step: {otherwise: s2, stages: [s2]}", [2]),
        ((to(1), WON, LOST), "next_step: {otherwise: s9}", [2]),
        ((to(1), WON, LOST), "next_step: {otherwise: s2, stages: [s9]}", [2]),
        ((f"{INITIAL}, {to(1)}", WON, LOST), "next_step: {otherwise: s2}", []),
        ((to(1), "kind: paused", LOST), "next_step: {otherwise: s2}", []),
        ((to(9), WON), "", [1]),
    ],
)
def test_unreachable(lines: tuple[str, ...], rest: str, expected: list[int]) -> None:
    """A stage is reached by moves, attempts in vain, or want of a next step."""
    found = places(stages(*lines) + rest, "PRC04")
    assert [f"/stages/{at}" for at in expected] == found


@pytest.mark.parametrize(
    ("lines", "rest", "expected"),
    [
        ((to(1, 2), to(0), WON), "", []),
        ((to(1), to(0), WON), "", ["/stages/0/transitions", "/stages/1/transitions"]),
        ((to(1), to(0)), "", []),
        ((to(1), to(0), LOST), "", ["/stages/0/transitions", "/stages/1/transitions"]),
        ((to(1), "text: T", WON), "", ["/stages/0/transitions", "/stages/1"]),
        (("text: T", "text: T"), "", []),
        ((to(1), LOST), "", []),
        # A lapse is no way on, but it is an end of the ways before it.
        ((to(1, 2), "text: T", LOST), "next_step: {otherwise: s2}", ["/stages/1"]),
        ((to(1), to(0), LOST), "next_step: {otherwise: s2}", []),
        (
            (to(1), f"{to(0)}, attempts: {{most: 3, then: s2}}", LOST),
            "",
            [],
        ),
    ],
)
def test_dead_end(lines: tuple[str, ...], rest: str, expected: list[str]) -> None:
    """From every stage a way leads to an outcome, where there is any."""
    assert expected == places(stages(*lines) + rest, "PRC05")


@pytest.mark.parametrize(
    ("move", "expected"),
    [
        ("", 1),
        (", most: 2", 0),
        (", comment: true", 0),
        (", comment: false", 1),
    ],
)
def test_return(move: str, expected: int) -> None:
    """Who goes back says why, or goes back so many times."""
    text = stages(to(1), to(0, rest=move), WON)
    assert ["/stages/1/transitions/0"] * expected == places(text, "PRC09")


def test_way_on() -> None:
    """What leads on, to nowhere, or from where deals wait, is no return."""
    assert [] == places(stages(to(1), to(2), f"kind: paused, {to(0)}"), "PRC09")
    assert [] == places(stages(to(1), to(9), WON), "PRC09")
    assert [] == places(stages("text: T", to(0)), "PRC09")
    assert ["/stages/0/transitions/0"] == places(stages(to(0), WON), "PRC09")


@pytest.mark.parametrize(
    ("lines", "rest", "expected"),
    [
        ((WON, LOST), "", ["/stages/1"]),
        ((WON, LOST), "loss_reasons: [{key: p, title: P}]", []),
        ((WON,), "loss_reasons: [{key: p, title: P}]", ["/stages"]),
        ((LOST,), "", ["/stages/0"]),
        (("text: T",), "", []),
    ],
)
def test_losses(lines: tuple[str, ...], rest: str, expected: list[str]) -> None:
    """What can be won can be lost, and for reasons."""
    assert expected == places(stages(*lines) + rest, "PRC06")


PROCEDURE = "procedures: [{key: p, title: P, stages: [s0]%s}]"


@pytest.mark.parametrize(
    ("stage", "rest", "expected"),
    [
        ("norm: {limit: 1 days}, control: [{text: T}]", "", 0),
        ("norm: {limit: 1 days}", "", 1),
        ("control: [{text: T}]", "", 1),
        ("attempts: {most: 3}, control: [{text: T}]", "", 0),
        ("norm: {limit: 1 days}", PROCEDURE % ", control: [{text: T}]", 0),
        ("norm: {limit: 1 days}", PROCEDURE % "", 1),
        (
            "norm: {limit: 1 days}",
            "escalations: [{key: e, title: E, stage: s0}]",
            0,
        ),
        ("norm: {limit: 1 days}", "escalations: [{key: e, title: E}]", 1),
        (WON, "", 0),
    ],
)
def test_norm(stage: str, rest: str, expected: int) -> None:
    """A stage at which deals are worked on has a norm, and somebody sees to it."""
    found = places(stages(stage) + rest, "PRC10")
    assert ["/stages/0"] * expected == found


@pytest.mark.parametrize(
    ("lines", "rest", "expected"),
    [
        (("text: T", "text: T"), PROCEDURE % "", ["/stages/1"]),
        (("text: T", "text: T"), "", ["/stages"]),
        (("text: T", "kind: paused"), PROCEDURE % "", []),
        ((WON,), "", []),
        (("text: T", INITIAL), PROCEDURE % "", ["/stages/1"]),
    ],
)
def test_procedures(lines: tuple[str, ...], rest: str, expected: list[str]) -> None:
    """A stage at which deals are worked on has a procedure."""
    assert expected == places(stages(*lines) + rest, "PRC01")


FIELDS = """
fields:
- {key: seats, title: Seats, type: number}
- {key: sum, title: Sum, type: money}
- {key: share, title: Share, type: percent}
- {key: day, title: Day, type: date}
- {key: town, title: Town, type: choice, choices: [Perm, Omsk]}
"""


def rules(*conditions: str, rest: str = "") -> str:
    """Return a routing by conditions."""
    lines = "".join(
        f"  - {{title: R{at}, to: m, when: {{{one}}}}}\n" if one else "  - {title: R}\n"
        for at, one in enumerate(conditions)
    )
    return f"{FIELDS}routings:\n- key: r\n  title: R\n{rest}  rules:\n{lines}"


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        (("kind: number, field: seats, at_least: '2'",), 1),
        (("kind: number, field: seats, at_least: '1'",), 0),
        (("kind: number, field: seats, above: '0'",), 0),
        (("kind: number, field: seats, at_least: '-1'",), 1),
        (
            (
                "kind: number, field: seats, below: '-1'",
                "kind: number, field: seats, at_least: '-1'",
            ),
            0,
        ),
        # Whole numbers, unless a rule names a part of one.
        (
            (
                "kind: number, field: seats, at_most: '49'",
                "kind: number, field: seats, at_least: '50'",
            ),
            0,
        ),
        (
            (
                "kind: number, field: seats, at_most: '49.5'",
                "kind: number, field: seats, at_least: '50'",
            ),
            1,
        ),
        # Sums of the currencies that are named, shares of a whole, known days.
        (
            (
                "kind: money, field: sum, below: 5 RUB",
                "kind: money, field: sum, at_least: 5 RUB",
            ),
            0,
        ),
        (
            (
                "kind: money, field: sum, below: 5 RUB",
                "kind: money, field: sum, at_least: 5 USD",
            ),
            1,
        ),
        (("kind: money, field: sum, above: 0 RUB",), 0),
        (("kind: money, field: sum, above: -5 RUB",), 1),
        (
            (
                "kind: money, field: sum, below: -5 RUB",
                "kind: money, field: sum, at_least: -5 RUB",
            ),
            0,
        ),
        (("kind: percent, field: share, below: 100%",), 0),
        (("kind: percent, field: share, above: 0%",), 0),
        (("kind: percent, field: share, above: -5%",), 1),
        (("kind: percent, field: share, below: 120%",), 1),
        (("kind: percent, field: share, below: 99%",), 1),
        (
            (
                "kind: date, field: day, at_most: 2026-01-31",
                "kind: date, field: day, at_least: 2026-02-01",
            ),
            0,
        ),
        (
            (
                "kind: date, field: day, below: 2026-01-31",
                "kind: date, field: day, above: 2026-01-31",
            ),
            1,
        ),
        (("kind: date, field: day, at_least: 2026-02-01, at_most: 2026-03-01",), 0),
        (("kind: date, field: day, above: 2026-02-01, at_most: 2026-03-01",), 1),
        (("kind: date, field: day, at_least: 2026-02-01, below: 2026-03-01",), 1),
        # Choices, and whether a field is filled.
        (("kind: is, field: town, values: [Perm, Omsk]",), 0),
        (("kind: is, field: town, values: [Perm]",), 1),
        (("kind: filled, field: town",), 1),
        (("kind: filled, field: town", "kind: filled, field: town, value: false"), 0),
        # A field that nobody defined, or of another kind; a rule for the rest.
        (("kind: is, field: other, values: [Perm]",), 0),
        (("kind: number, field: town, at_least: '1'",), 0),
        (("kind: number, field: seats, at_least: '1'", ""), 0),
    ],
)
def test_left(conditions: tuple[str, ...], expected: int) -> None:
    """Rules leave a lead to nobody when an ordinary one is taken by none."""
    found = places(rules(*conditions), "PRC14")
    assert ["/routings/0/rules"] * expected == found
    assert [] == places(rules(*conditions, rest="  fallback: m\n"), "PRC14")


def grades(*lines: str) -> str:
    """Return a qualification by grades."""
    rows = "".join(
        f"  - {{key: g{at}, title: G{at}, {line}}}\n" for at, line in enumerate(lines)
    )
    return f"{FIELDS}qualifications:\n- key: q\n  title: Q\n  grades:\n{rows}"


SEATS = "condition: {kind: number, field: seats, %s}"
SHARE = "{kind: percent, field: share, %s}"
OUT = "{kind: not, of: {kind: is, field: town, values: [%s]}}"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("least: 5 points", "least: 5 points"), ["1/least"]),
        (("least: 5 points", "least: 6 points"), []),
        (
            ("least: 5 points", "least: 5 points", "least: 5 points"),
            ["1/least", "2/least"],
        ),
        (
            (SEATS % "at_most: '5'", SEATS % "at_least: '5'"),
            ["1/condition"],
        ),
        ((SEATS % "at_most: '5'", SEATS % "above: '5'"), []),
        # The ladder; the same grade twice; numbers beside conditions.
        ((SEATS % "at_least: '5'", SEATS % "at_least: '9'"), []),
        ((SEATS % "at_least: '5'", SEATS % "at_least: '5'"), ["1/condition"]),
        ((SEATS % "at_most: '5'" + ", least: 1 points", SEATS % "at_least: '5'"), []),
        (("text: T", SEATS % "at_most: '5'", SEATS % "at_least: '4'"), ["2/condition"]),
        # Two with conditions may ask for as many points.
        (
            (
                SEATS % "at_most: '5'" + ", least: 1 points",
                SEATS % "above: '5'" + ", least: 1 points",
            ),
            [],
        ),
        # Two that share nothing do not hide a third that shares with one of them.
        (
            (
                SEATS % "at_most: '5'",
                SEATS % "above: '5', at_most: '9'",
                SEATS % "at_least: '9'",
            ),
            ["2/condition"],
        ),
        # What they share is no lead: all of it or more, a town that is no choice.
        (
            (
                f"condition: {SHARE % 'at_least: 50%'}",
                (
                    f"condition: {{kind: any, of: [{SHARE % 'at_most: 10%'},"
                    f" {SHARE % 'at_least: 100%'}]}}"
                ),
            ),
            [],
        ),
        ((f"condition: {OUT % 'Perm'}", f"condition: {OUT % 'Omsk'}"), []),
    ],
)
def test_grades(lines: tuple[str, ...], expected: list[str]) -> None:
    """A lead is in one grade, or in one within another."""
    found = places(grades(*lines), "PRC14")
    assert [f"/qualifications/0/grades/{one}" for one in expected] == found


@pytest.mark.parametrize(
    ("text", "number", "kind"),
    [
        ("15%", "15", "percent"),
        ("1.5 per cent", "1.5", "percent"),
        ("2,5 процента", "2.5", "percent"),
        ("12 тыс. рублей", "12000", "money"),
        ("12k", "12000", "money"),
        ("3 млн", "3000000", "money"),
        ("3 billion", "3000000000", "money"),
        ("1 250 000 ₽", "1250000", "money"),
        ("1,250,000 USD", "1250000", "money"),
        ("7 рублей", "7", "money"),
        ("15 минут", "15", "time"),
        ("2 months", "2", "time"),
        ("3 business days", "3", "time"),
        ("42 seats", "42", "number"),
        ("1,5 seats", "1.5", "number"),
    ],
)
def test_figures(text: str, number: str, kind: str) -> None:
    """A number is read with its thousands, its parts and what it counts."""
    assert [(Decimal(number), kind)] == [(f.number, f.kind) for f in figures(text)]


def test_no_figures() -> None:
    """A part of a word, of a version or of a longer number is no number."""
    assert () == figures("B2B")
    assert ["10", "20"] == [one.text for one in figures("from 10 to 20.")]


@pytest.mark.parametrize(
    ("words", "condition", "expected"),
    [
        ("over 15%", "kind: percent, field: share, above: 15%", 0),
        ("over 15%", "kind: percent, field: share, above: 20%", 1),
        ("over 15%", "kind: percent, field: share, equals: 20%", 1),
        ("over 15% or 20%", "kind: percent, field: share, above: 20%", 0),
        ("over 15 seats", "kind: percent, field: share, above: 20%", 0),
        ("over 15 seats", "kind: number, field: seats, below: '20'", 1),
        ("within 15 days", "kind: number, field: seats, at_most: '20'", 0),
        ("over 15 RUB", "kind: money, field: sum, at_most: 20 RUB", 1),
        ("over 15", "kind: filled, field: sum", 0),
        (
            "over 15%",
            "kind: not, of: {kind: percent, field: share, above: 20%}",
            1,
        ),
        (
            "over 15%",
            (
                "kind: all, of: [{kind: percent, field: share, above: 20%},"
                " {kind: percent, field: share, below: 15%}]"
            ),
            0,
        ),
    ],
)
def test_words(words: str, condition: str, expected: int) -> None:
    """Words and condition name one number."""
    exit_ = f"exit: [{{text: '{words}', condition: {{{condition}}}}}]"
    found = places(FIELDS + stages(exit_), "PRC12")
    assert ["/stages/0/exit/0"] * expected == found


RULE = "{kind: percent, field: share, above: %s%%}"
STATED = {
    "/stages/0/transitions/0": (
        "stages: [{key: a, title: A, transitions: [{to: b, text: %s, when: %s}]}]"
    ),
    "/procedures/0/steps/0/branches/0": (
        "procedures: [{key: p, title: P, steps: [{key: s, title: S,"
        " branches: [{to: t, text: %s, when: %s}]}]}]"
    ),
    "/routings/0/rules/0": (
        "routings: [{key: r, title: R, rules: [{title: %s, when: %s, to: x}]}]"
    ),
    "/qualifications/0/criteria/0": (
        "qualifications: [{key: q, title: Q, criteria: [{title: %s, condition: %s}]}]"
    ),
    "/qualifications/0/grades/0": (
        "qualifications: [{key: q, title: Q, grades: [{key: g, title: G, text: %s,"
        " condition: %s}]}]"
    ),
    "/strategy/segments/0": (
        "strategy: {segments: [{key: s, title: S, text: %s, condition: %s}]}"
    ),
    "/incentives/0/gates/0": (
        "incentives: [{key: i, title: I, gates: [{text: %s, when: %s}]}]"
    ),
}


@pytest.mark.parametrize("path", STATED)
def test_words_of_all_rules(path: str) -> None:
    """Whatever has a condition and words, its words are held to the condition."""
    text = FIELDS + STATED[path]
    assert [] == places(text % ("over 15%", RULE % 15), "PRC12")
    assert [path] == places(text % ("over 15%", RULE % 20), "PRC12")
    assert [] == places(text % ("much", RULE % 20), "PRC12")
    if "text: %s, " in text:
        silent = text.replace("text: %s, ", "")
        assert [] == places(silent % RULE % 20, "PRC12")


@pytest.mark.parametrize(
    ("words", "holder", "expected"),
    [
        ("at 80%", "gates: [{text: %s, band: {start: 80%%}}]", 0),
        ("at 80%", "gates: [{text: %s, band: {start: 70%%}}]", 1),
        ("at 80%", "gates: [{text: %s, band: {start: 70%%, end: 80%%}}]", 0),
        ("at 80%", "gates: [{text: %s, band: {end: 90%%}}]", 1),
        ("at 80%", "gates: [{text: %s, band: {start: 70 deals}}]", 0),
        ("at 80 deals", "gates: [{text: %s, band: {start: 70 deals}}]", 1),
        ("at 80 RUB", "gates: [{text: %s, band: {start: 70 RUB}}]", 1),
        ("at 80 RUB", "gates: [{text: %s, band: {start: 70 deals}}]", 0),
    ],
)
def test_words_of_bands(words: str, holder: str, expected: int) -> None:
    """The bounds of a band are numbers of their kinds, as those of conditions are."""
    text = f"incentives: [{{key: i, title: I, {holder % words}}}]"
    assert ["/incentives/0/gates/0"] * expected == places(text, "PRC12")


@pytest.mark.parametrize(("least", "expected"), [(5, 0), (6, 1)])
def test_words_of_a_grade(least: int, expected: int) -> None:
    """A grade by points is held to its points."""
    grade = f"{{key: g, title: G, text: from 5 points, least: {least} points}}"
    text = f"qualifications: [{{key: q, title: Q, grades: [{grade}]}}]"
    assert ["/qualifications/0/grades/0"] * expected == places(text, "PRC12")


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("kind: filled, field: late", 1),
        ("kind: number, field: late, at_least: '5'", 1),
        ("kind: filled, field: late, value: false", 0),
        ("kind: not, of: {kind: filled, field: late}", 0),
        (
            "kind: any, of: [{kind: filled, field: late}, {kind: filled, field: x}]",
            0,
        ),
        (
            "kind: all, of: [{kind: filled, field: x}, {kind: filled, field: late}]",
            1,
        ),
    ],
)
def test_needed(condition: str, expected: int) -> None:
    """What a condition needs to hold is needed to leave the stage."""
    text = stages(f"exit: [{{text: T, condition: {{{condition}}}}}]", "text: T")
    fields = "fields: [{key: late, title: L, type: number, filled_at: s1}]"
    found = places(text + fields, "PRC07")
    assert ["/stages/0/exit/0/condition"] * expected == found
    nobody = places(text + fields.replace(", filled_at: s1", ""), "PRC08")
    assert ["/stages/0/exit/0/condition"] * expected == nobody
    again = text.replace("exit: [", "required_fields: [late, x], exit: [{text: A}, ")
    again = again.replace(
        "}}]", "}}, {text: C, condition: {kind: filled, field: late}}]"
    )
    found = places(again + fields.replace(", filled_at: s1", ""), "PRC08")
    assert ["/stages/0/required_fields/0"] == found


def test_needed_once() -> None:
    """What two conditions need is told at the first of them that speaks of it."""
    late = "condition: {kind: filled, field: late}"
    text = stages(f"exit: [{{text: A}}, {{text: B, {late}}}, {{text: C, {late}}}]")
    fields = "fields: [{key: late, title: L, type: number}]"
    assert ["/stages/0/exit/1/condition"] == places(text + fields, "PRC08")


@pytest.mark.parametrize(("count", "expected"), [(10, 0), (11, 1)])
def test_too_many_fields(count: int, expected: int) -> None:
    """A stage may ask for ten fields; one that is named twice is one."""
    names = ", ".join(f"f{at}" for at in (*range(count), 0))
    found = places(stages(f"required_fields: [{names}]"), "PRC13")
    assert ["/stages/0/required_fields"] * expected == found


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            (
                "without: {kind: deal_created}, window: 5 days",
                "without: {kind: deal_created}, window: 5 days",
            ),
            [],
        ),
        (
            (
                "without: {kind: deal_created}, window: 5 days",
                "without: {kind: deal_created}, window: 6 days",
            ),
            ["/ownership/1/window"],
        ),
        (
            (
                "without: {kind: deal_created}",
                "without: {kind: deal_created}, window: 6 days",
            ),
            [],
        ),
        (("window: 5 days", "without: {kind: deal_created}, window: 6 days"), []),
        (("window: 5 days", "window: 6 days"), []),
    ],
)
def test_windows(lines: tuple[str, ...], expected: list[str]) -> None:
    """Rules of one case let the same time pass; a rule of no case says nothing."""
    rows = ", ".join(
        f"{{key: o{at}, title: O, {line}}}" for at, line in enumerate(lines)
    )
    assert expected == places(f"ownership: [{rows}]", "PRC15")


def test_pipeline_in_a_row() -> None:
    """Without transitions a deal goes through the stages as they are written."""
    text = stages("text: T", "required_fields: [late]", "text: T", "text: T")
    for at, expected in ((0, 0), (1, 0), (2, 1), (3, 1)):
        field = f"fields: [{{key: late, title: L, type: number, filled_at: s{at}}}]"
        assert expected == len(places(text + field, "PRC07"))
