"""Goals and plans: where a finding begins and ends, held to both sides."""

from __future__ import annotations

import pytest

from tests.checks.base import places

COUNT, RATIO = "{kind: count}", "{kind: ratio, of: {kind: count}, to: {kind: count}}"


def plan(rest: str, formula: str = "", target: str = "100 RUB") -> str:
    """Return a plan of the year for the KPI `won`."""
    how = f", formula: {formula}" if formula else ""
    return f"""
    kpis: [{{key: won, title: Won, direction: up{how}}}]
    plans: [{{key: p, title: P, kpi: won, period: "2026", target: {target}, {rest}}}]
    """


LINKS = "inflow: 9 leads, conversions: [{start: a, end: b, rate: 10%}"
PAST = 'past: [{period: "2025", value: 1 RUB}]'
OTHERS = (
    f"{LINKS}], targets: [{{value: 9 RUB, role: a}}], {PAST}",
    f'period: "2026", {PAST}',
    f"target: 99 RUB, {PAST}",
    'kpi: won, period: "2026", target: 99 RUB',
    f"target: 99 RUB, {LINKS}]",
    f"target: 99 RUB, {LINKS}], average_deal: 1 USD",
    f"target: 99 deals, {LINKS}, {{start: x, end: c, rate: 50%}}]",
    'kpi: other, period: "2026", target: 0 RUB, targets: [{value: 9 RUB, role: x}]',
)
"""Plans that lack something, or of which nothing can be said."""


def behind(text: str) -> str:
    """Return a piece with other plans before its own."""
    rows = "".join(
        f"{{key: x{at}, title: X, {line}}}, " for at, line in enumerate(OTHERS)
    )
    return text.replace("plans: [", f"plans: [{rows}")


LAST = f"/plans/{len(OTHERS)}"


def parts(*values: str) -> str:
    """Return the targets of a plan."""
    return f"targets: [{', '.join(f'{{value: {one}}}' for one in values)}]"


@pytest.mark.parametrize(
    ("targets", "formula", "expected"),
    [
        (("50 RUB, period: 2026-H1", "50 RUB, period: 2026-H2"), "", 0),
        (("50 RUB, period: 2026-H1", "49 RUB, period: 2026-H2"), "", 1),
        (("50 RUB, period: 2026-H1", "51 RUB, period: 2026-H2"), "", 1),
        # The roles may have more than the plan, products may not.
        (("50 RUB, role: a", "51 RUB, role: b"), "", 0),
        (("50 RUB, role: a", "49 RUB, role: b"), "", 1),
        (("50 RUB, product: a", "51 RUB, product: b"), "", 1),
        (("50 RUB, segment: a", "50 RUB, segment: b"), "", 0),
        (("25 RUB, role: a, headcount: 4",), "", 0),
        (("25 RUB, role: a, headcount: 3",), "", 1),
        (("50 RUB, role: a, weight: 50%", "75 RUB, role: b"), "", 0),
        (("50 RUB, role: a, weight: 49%", "75 RUB, role: b"), "", 1),
        # Not the whole year; a part named twice; a part of a part; another unit.
        (("50 RUB, period: 2026-H1", "9 RUB, period: 2026-Q3"), "", 0),
        (("9 RUB, period: 2026-Q2", "9 RUB, period: 2026-H2"), "", 0),
        (("9 RUB, role: a", "9 RUB, role: a"), "", 0),
        (("9 RUB, role: a, person: one", "9 RUB, role: a, person: two"), "", 1),
        (("9 RUB, role: a, product: b",), "", 0),
        (("9 RUB, role: a, period: 2026-H1",), "", 0),
        (('9 RUB, role: a, period: "2026"',), "", 1),
        (("9 RUB, role: a", "9 deals, role: b"), "", 0),
        # Parts of a part of the year are no parts of the year.
        (("9 RUB, period: 2026-H1, product: x", "9 RUB, period: 2026-H2"), "", 0),
        (("9 RUB, period: 2026-H1, segment: x", "9 RUB, period: 2026-H2"), "", 0),
        (("9 RUB, period: 2026-H1, role: x", "9 RUB, period: 2026-H2"), "", 0),
        (("9 RUB, period: 2026-H1, person: x", "9 RUB, period: 2026-H2"), "", 0),
        (("50 RUB, period: 2026-H1", "49 RUB, period: 2026-H2", "9 RUB"), "", 1),
        # Rates cannot be added.
        (("9 RUB, role: a",), RATIO, 0),
        (("9 RUB, role: a",), COUNT, 1),
        (("9 RUB, role: a",), "{kind: aggregate, field: f, how: mean}", 0),
        (("9 RUB, role: a",), "{kind: aggregate, field: f, how: sum}", 1),
    ],
)
def test_parts(targets: tuple[str, ...], formula: str, expected: int) -> None:
    """The parts of a plan give its target together."""
    found = places(plan(parts(*targets), formula), "GOL07")
    assert ["/plans/0/target"] * expected == found


@pytest.mark.parametrize(
    ("target", "formula", "expected"),
    [
        ("100 deals", "", 0),
        ("100 deals", COUNT, 1),
        ("100%", COUNT, 0),
    ],
)
def test_additive(target: str, formula: str, expected: int) -> None:
    """Money and counts are added; shares, and what nobody defined, are not."""
    unit = target.removeprefix("100").strip()
    nine = parts(f"9{'' if unit == '%' else ' '}{unit}, role: a")
    assert expected == len(places(plan(nine, formula, target), "GOL07"))


@pytest.mark.parametrize(
    ("value", "rest", "expected"),
    [
        ("110 RUB, role: a", "", 0),
        ("110.01 RUB, role: a", "", 1),
        ("120 RUB, role: a", "over_assignment: 20%, ", 0),
        ("105 RUB, role: a", "over_assignment: 4%, ", 1),
        ("999 RUB, product: a", "", 0),
    ],
)
def test_over_assigned(value: str, rest: str, expected: int) -> None:
    """Roles have at most a tenth more to reach than the plan, unless it says so."""
    text = plan(rest + parts(value))
    assert ["/plans/0/target"] * expected == places(text, "GOL08")
    assert [f"{LAST}/target"] * expected == places(behind(text), "GOL08")
    halves = "50 RUB, period: 2026-H1", "50 RUB, period: 2026-H2"
    more = plan(rest + parts(*halves, value))
    assert ["/plans/0/target"] * expected == places(more, "GOL08")
    assert [] == places(plan(rest + parts(value), RATIO), "GOL08")
    assert 1 == len(places(plan(parts("1 RUB, role: a"), target="0.5 RUB"), "GOL08"))
    assert [] == places(plan(parts("9 RUB, role: a"), target="0 RUB"), "GOL08")


FUNNEL = "inflow: 1000 leads, conversions: [{start: a, end: b, rate: 10%}"


@pytest.mark.parametrize(
    ("rest", "target", "expected"),
    [
        (f"{FUNNEL}]", "105 deals", 0),
        (f"{FUNNEL}]", "106 deals", 1),
        (f"{FUNNEL}, {{start: b, end: c, rate: 50%}}]", "52 deals", 0),
        (f"{FUNNEL}, {{start: b, end: c, rate: 50%}}]", "53 deals", 1),
        (f"{FUNNEL}, {{start: x, end: c, rate: 50%}}]", "99 deals", 0),
        (f"{FUNNEL}], average_deal: 10 RUB", "1052 RUB", 0),
        (f"{FUNNEL}], average_deal: 10 RUB", "1053 RUB", 1),
        (f"{FUNNEL}], average_deal: 10 USD", "9999 RUB", 0),
        (f"{FUNNEL}]", "9999 RUB", 0),
        (FUNNEL.replace("1000", "950") + "]", "100 deals", 0),
        (f"{FUNNEL}]", "9999%", 0),
        ("inflow: 1 leads", "9999 deals", 0),
        ("conversions: [{start: a, end: b, rate: 10%}]", "9999 deals", 0),
    ],
)
def test_funnel(rest: str, target: str, expected: int) -> None:
    """A funnel falls short of its plan by a twentieth at most."""
    text = plan(rest, target=target)
    assert ["/plans/0/target"] * expected == places(text, "GOL09")
    assert [f"{LAST}/target"] * expected == places(behind(text), "GOL09")


def past(*lines: tuple[str, str]) -> str:
    """Return past results of a plan: periods and values."""
    rows = (f'{{period: "{period}", value: {value}}}' for period, value in lines)
    return f"past: [{', '.join(rows)}]"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([("2025", "67 RUB")], 0),
        ([("2025", "66 RUB")], 1),
        # The last one counts; other lengths, units and later years do not.
        ([("2025", "67 RUB"), ("2024", "1 RUB")], 0),
        ([("2024", "67 RUB"), ("2025", "1 RUB")], 1),
        ([("2025-H2", "1 RUB")], 0),
        ([("2025", "1 USD")], 0),
        ([("2027", "1 RUB")], 0),
        ([("2026", "1 RUB")], 0),
        ([("2025", "0 RUB")], 0),
        ([("2024", "1 RUB")], 1),
    ],
)
def test_growth(lines: list[tuple[str, str]], expected: int) -> None:
    """A plan grows by half of what the last such period gave, not more."""
    text = plan(past(*lines))
    assert ["/plans/0/target"] * expected == places(text, "GOL10")
    assert [f"{LAST}/target"] * expected == places(behind(text), "GOL10")


def test_growth_of_months() -> None:
    """Months are of one length, though February has three days less than March."""
    text = plan(past(("2026-02", "1 RUB"))).replace('"2026"', "2026-03")
    assert ["/plans/0/target"] == places(text, "GOL10")


@pytest.mark.parametrize(
    ("targets", "ramp", "expected"),
    [
        (("9 RUB, role: a, headcount: 2",), "quota: 50%", 0),
        (("9 RUB, role: a, headcount: 3",), "quota: 50%", 1),
        (("9 RUB, role: a", "9 RUB, role: a", "9 RUB, role: a"), "quota: 50%", 1),
        (("9 RUB, role: a, headcount: 3",), "pay: 50%", 0),
        (("9 RUB, role: a, headcount: 3, weight: 90%",), "quota: 50%", 0),
        (("9 RUB, role: a, headcount: 3, product: p",), "quota: 50%", 0),
        (("9 RUB, role: a, headcount: 3, period: 2026-H1",), "quota: 50%", 0),
        (('9 RUB, role: a, headcount: 3, period: "2026"',), "quota: 50%", 1),
    ],
)
def test_ramp(targets: tuple[str, ...], ramp: str, expected: int) -> None:
    """More people than there are newcomers, who do not count in full."""
    role = f"roles: [{{key: a, title: A, headcount: 2, ramp: [{{month: 1, {ramp}}}]}}]"
    text = plan(parts(*targets)) + f"{role}\n"
    for made, path in ((text, "/plans/0"), (behind(text), LAST)):
        more = made.replace("targets: [", "targets: [{value: 9 RUB, role: nobody}, ")
        found = places(more.replace("\n    ", "\n"), "GOL12")
        assert [f"{path}/targets"] * expected == found


GOALS = "kpis: [{key: won, title: Won, direction: %s}]\ngoals:\n"
GOAL = "- {key: g%d, title: G, kpi: won, owner: a, baseline: %s, target: %s, %s}\n"


@pytest.mark.parametrize(
    ("direction", "start", "target", "expected"),
    [
        ("up", "1 deals", "2 deals", 0),
        ("up", "2 deals", "1 deals", 1),
        ("up", "2 deals", "2 deals", 0),
        ("down", "2 deals", "2 deals", 0),
        ("down", "2 deals", "1 deals", 0),
        ("down", "1 deals", "2 deals", 1),
        ("down", "1 deals", "1.5 deals", 1),
        ("up", "2 deals", "1%", 0),
        ("up", "2 deals", "null", 0),
        ("up", "null", "1 deals", 0),
        ("up", "null", "null", 0),
    ],
)
def test_direction(direction: str, start: str, target: str, expected: int) -> None:
    """A goal moves its KPI to where it is to go."""
    text = GOALS % direction + GOAL % (0, start, target, "due: 2026-12-31")
    assert ["/goals/0/target"] * expected == places(text, "GOL11")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("due: 2026-12-31", "due: 2026-12-31", 1),
        ("due: 2026-12-31", "due: 2026-12-30", 0),
        ('period: "2026"', 'period: "2026"', 1),
        ('period: "2026"', 'period: "2026", owner: b', 0),
        ("text: T", "text: T", 0),
    ],
)
def test_against(one: str, other: str, expected: int) -> None:
    """One role cannot bring one KPI up and down in one time."""
    second = GOAL % (1, "5 deals", "1 deals", other)
    if "owner: b" in other:
        second = second.replace("owner: a, ", "")
    text = GOALS % "hold" + GOAL % (0, "1 deals", "5 deals", one) + second
    text = text.replace(", direction: hold", "")
    assert ["/goals/1/target"] * expected == places(text, "GOL11")


@pytest.mark.parametrize(
    ("child", "parent", "expected"),
    [
        ("due: 2026-12-31", "due: 2026-12-31", []),
        ("due: 2027-01-01", "due: 2026-12-31", ["/goals/1/due"]),
        ("due: 2027-01-01", 'period: "2026"', ["/goals/1/due"]),
        ('period: "2027"', "due: 2026-12-31", ["/goals/1/period"]),
        ('period: "2027"', "text: T", []),
        ("text: T", "due: 2026-12-31", []),
    ],
)
def test_after_parent(child: str, parent: str, expected: list[str]) -> None:
    """A goal is reached no later than the one that it serves."""
    text = f"""
    goals:
    - {{key: year, title: Year, {parent}}}
    - {{key: part, title: Part, parent: year, {child}}}
    """
    assert expected == places(text, "GOL06")


@pytest.mark.parametrize(
    ("goals", "expected"),
    [
        ("{key: a, title: A, horizon: short}", [0]),
        ("{key: a, title: A, horizon: long}", []),
        ("{key: a, title: A}", []),
        # What the parent is that nobody defined, nobody knows.
        ("{key: a, title: A, horizon: short, parent: b}", []),
        (
            "{key: a, title: A, horizon: short, parent: b}, {key: b, title: B}",
            [0],
        ),
        (
            (
                "{key: a, title: A, horizon: short, parent: b},"
                " {key: b, title: B, horizon: short, parent: c},"
                " {key: c, title: C, horizon: long}"
            ),
            [],
        ),
        (
            (
                "{key: b, title: B, horizon: short},"
                " {key: a, title: A, horizon: short, parent: b}"
            ),
            [0, 1],
        ),
        (
            (
                "{key: a, title: A, horizon: short, parent: b},"
                " {key: b, title: B, horizon: short, parent: a}"
            ),
            [0, 1],
        ),
    ],
)
def test_serves(goals: str, expected: list[int]) -> None:
    """From a short-term goal a way leads to a long-term one."""
    found = places(f"goals: [{goals}]", "GOL05")
    assert [f"/goals/{index}" for index in expected] == found


@pytest.mark.parametrize(
    ("kpi", "target", "expected"),
    [
        ("period: month, formula: {kind: count}, target: 5 deals", "60 deals", 0),
        ("period: month, formula: {kind: count}, target: 5 deals", "61 deals", 1),
        ("period: quarter, formula: {kind: count}, target: 5 deals", "20 deals", 0),
        ("period: quarter, formula: {kind: count}, target: 5 deals", "19 deals", 1),
        ("period: month, formula: {kind: count}, target: 5 deals", "61 leads", 0),
        ("period: month, formula: {kind: count}", "61 deals", 0),
        ("formula: {kind: count}, target: 5 deals", "61 deals", 0),
        ("period: month, target: 5 deals", "61 deals", 0),
        (
            (
                "period: month, formula: {kind: aggregate, field: f, how: sum},"
                " target: 5 deals"
            ),
            "61 deals",
            1,
        ),
        (
            (
                "period: month, formula: {kind: aggregate, field: f, how: mean},"
                " target: 5 deals"
            ),
            "61 deals",
            0,
        ),
        # Fifty-two weeks, and one that may be left over.
        ("period: week, formula: {kind: count}, target: 5 deals", "265 deals", 0),
        ("period: week, formula: {kind: count}, target: 5 deals", "266 deals", 1),
        (f"period: month, formula: {RATIO}, target: 5 deals", "61 deals", 0),
    ],
)
def test_cadences(kpi: str, target: str, expected: int) -> None:
    """Twelve months, or four quarters, are a year."""
    text = f"""
    kpis: [{{key: won, title: Won, {kpi}}}]
    plans: [{{key: p, title: P, kpi: won, period: "2026", target: {target}}}]
    """
    assert ["/plans/0/target"] * expected == places(text, "GOL13")
    more = behind(text).replace("kpis: [", "kpis: [{key: other, title: Other}, ")
    more = more.replace('kpi: won, period: "2026", target: 99 RUB', "target: 9 RUB")
    assert [f"{LAST}/target"] * expected == places(more, "GOL13")
    assert [] == places(text.replace('"2026"', "2026-H1"), "GOL13")
    assert [] == places(text.replace('period: "2026", ', ""), "GOL13")
