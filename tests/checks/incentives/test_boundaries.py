"""Pay: where a finding begins and ends, held to both sides of each boundary."""

from __future__ import annotations

import pytest

from tests.checks.base import places

HERE = "/incentives/0/scale"


def bonus(tiers: str, scale: str = "", rest: str = "") -> str:
    """Return a bonus for the KPI `rate`, paid by a scale of tiers."""
    return f"""
    kpis: [{{key: rate, title: Rate, direction: up}}]
    incentives:
    - key: bonus
      title: Bonus
      kpi: rate
      {rest}
      scale: {{kind: scale, {scale or "mode: whole"}, tiers: [{tiers}]}}
    """


OTHERS = (
    "scale: {kind: scale, mode: whole, base: revenue, tiers: [{start: 0%, rate: 2%}]}",
    (
        "kpi: rate, scale: {kind: scale, mode: whole, base: revenue,"
        " tiers: [{start: 0%, rate: 2%}]}"
    ),
    (
        "kpi: rate, scale: {kind: scale, mode: whole, tiers: [{start: 0%, end: 50%,"
        " rate: 1%}, {start: 110%, rate: 1%}]}"
    ),
    (
        "kpi: rate, scale: {kind: scale, mode: marginal, tiers: [{start: 0%, end: 50%,"
        " rate: 1%}, {start: 50 deals, rate: 1%}]}"
    ),
    "kpi: rate, scale: {kind: scale, mode: whole, tiers: [{start: 5 deals, rate: 1%}]}",
    (
        "kpi: rate, scale: {kind: grid, second_kpi: other, columns: [{start: 0%}],"
        " rows: [{band: {start: 0%}, rates: [1%]}]}"
    ),
)
"""Pay by other things, with a gap, in other units and by two results."""


def behind(text: str) -> str:
    """Return a piece with other pay before its own."""
    rows = "".join(
        f"- {{key: x{at}, title: X, {line}}}\n    " for at, line in enumerate(OTHERS)
    )
    return text.replace("incentives:\n    ", f"incentives:\n    {rows}", 1)


def there(path: str) -> str:
    """Return where a path leads with other pay before it."""
    return path.replace("/incentives/0/", f"/incentives/{len(OTHERS)}/")


LINEAR = "mode: linear"
MARGINAL = "mode: marginal"


@pytest.mark.parametrize(
    ("tiers", "mode", "expected"),
    [
        # Under "linear" the slope counts, not the rise and not the width.
        (
            (
                "{start: 0%, end: 10%, rate: 0%, rate_at_end: 10%},"
                "{start: 10%, end: 210%, rate: 10%, rate_at_end: 110%}"
            ),
            LINEAR,
            [f"{HERE}/tiers/1"],
        ),
        (
            (
                "{start: 0%, end: 10%, rate: 100%, rate_at_end: 110%},"
                "{start: 10%, end: 30%, rate: 110%, rate_at_end: 150%}"
            ),
            LINEAR,
            [],
        ),
        (
            (
                "{start: 0%, end: 10%, rate: 0%, rate_at_end: 5%},"
                "{start: 10%, end: 20%, rate: 5%, rate_at_end: 11%}"
            ),
            LINEAR,
            [],
        ),
        (
            (
                "{start: 0%, end: 1%, rate: 0%, rate_at_end: 9%},"
                "{start: 1%, end: 2%, rate: 9%, rate_at_end: 10%}"
            ),
            LINEAR,
            [f"{HERE}/tiers/1"],
        ),
        (
            (
                "{start: 0%, end: 0%, rate: 0%, rate_at_end: 9%},"
                "{start: 0%, end: 2%, rate: 9%, rate_at_end: 10%}"
            ),
            LINEAR,
            [],
        ),
        # What is between two tiers is the matter of another check.
        (
            (
                "{start: 0%, end: 50%, rate: 2%}, {start: 60%, end: 70%, rate: 1%},"
                "{start: 70%, rate: 0.5%}"
            ),
            MARGINAL,
            [f"{HERE}/tiers/2"],
        ),
        # A tier of no width, and tiers that do not say where they end.
        (
            (
                "{start: 0%, end: 0%, rate: 0%, rate_at_end: 9%},"
                "{start: 1%, end: 2%, rate: 9%, rate_at_end: 10%}"
            ),
            LINEAR,
            [],
        ),
        (
            (
                "{start: 0%, end: 1%, rate: 0%, rate_at_end: 9%},"
                "{start: 1%, rate: 9%, rate_at_end: 10%}"
            ),
            LINEAR,
            [],
        ),
        (
            (
                "{start: 0%, end: 1%, rate: 0%, rate_at_end: 9%},"
                "{start: 1%, end: 2%, rate: 9%}"
            ),
            LINEAR,
            [],
        ),
        (
            (
                "{start: 0%, end: 1%, rate: 0%, rate_at_end: 9%},"
                "{start: 1%, end: 2%, rate_at_end: 9%}"
            ),
            LINEAR,
            [],
        ),
        (
            (
                "{start: 0%, end: 1%, rate: 0%, rate_at_end: 9%},"
                "{start: 1%, end: 2%, rate: 9%, rate_at_end: 10%}"
            ),
            "mode: whole",
            [],
        ),
        # Tiers written the other way round; equal rates; a sum; no pay at all.
        (
            "{start: 50%, rate: 1%}, {start: 0%, end: 50%, rate: 2%}",
            MARGINAL,
            [f"{HERE}/tiers/0"],
        ),
        ("{start: 0%, end: 50%, rate: 2%}, {start: 50%, rate: 2%}", MARGINAL, []),
        ("{start: 0%, end: 50%, rate: 2%}, {start: 50%, amount: 5 RUB}", MARGINAL, []),
        ("{start: 0%, end: 50%, rate: 2%}, {start: 50%, rate: 0%}", MARGINAL, []),
        (
            "{start: 0%, end: 50%, rate: 2%}, {start: 50%, rate: 0.5%}",
            MARGINAL,
            [f"{HERE}/tiers/1"],
        ),
    ],
)
def test_less_above(tiers: str, mode: str, expected: list[str]) -> None:
    """Pay slows down where one more unit of the result is paid less."""
    text = bonus(tiers, mode)
    assert expected == places(text, "INC19")
    assert [there(path) for path in expected] == places(behind(text), "INC19")


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        ("fixed: 70000 RUB, target_variable: 30000 RUB, fixed_share: 65%", 0),
        ("fixed: 70000 RUB, target_variable: 30000 RUB, fixed_share: 64.9%", 1),
        ("fixed: 70000 RUB, target_variable: 30000 RUB, fixed_share: 75%", 0),
        ("fixed: 70000 RUB, target_variable: 30000 RUB, fixed_share: 75.1%", 1),
        ("fixed: 50000 RUB, target_variable: 50000 RUB, fixed_share: 70%", 1),
        # Other currencies, other periods, nothing at all, too little said.
        ("fixed: 70000 RUB, target_variable: 30000 USD, fixed_share: 10%", 0),
        (
            "fixed: 7 RUB, target_variable: 3 RUB, fixed_share: 10%, period: quarter",
            0,
        ),
        ("fixed: 0 RUB, target_variable: 0 RUB, fixed_share: 10%", 0),
        ("fixed: 7 RUB, target_variable: 3 RUB", 0),
        ("fixed: 7 RUB, fixed_share: 10%", 0),
        ("target_variable: 7 RUB, fixed_share: 10%", 0),
    ],
)
def test_mix(plan: str, expected: int) -> None:
    """The share of fixed pay agrees with the sums, within five points."""
    found = places(f"pay_plans: [{{key: p, title: P, {plan}}}]", "INC13")
    assert ["/pay_plans/0/fixed_share"] * expected == found


@pytest.mark.parametrize(
    ("share", "expected"), [("95%", 0), ("94.9%", 1), ("105%", 0), ("105.1%", 1)]
)
def test_pay_at_target(share: str, expected: int) -> None:
    """At the target all of the target pay is paid, within five points."""
    text = bonus(f"{{start: 90%, rate: {share}}}").replace(
        "direction: up", "direction: up, target: 100%"
    )
    assert [HERE] * expected == places(text, "INC13")
    more = behind(text)
    assert [there(HERE)] * expected == places(more, "INC13")
    assert [] == places(more.replace(", target: 100%", ""), "INC13")


@pytest.mark.parametrize(
    ("target", "expected"),
    [("99%", 1), ("100%", 0), ("109%", 0), ("110%", 1)],
)
def test_target_in_a_gap(target: str, expected: int) -> None:
    """Where no tier holds the target, the gap is what is told."""
    tiers = "{start: 0%, end: 100%, rate: 50%}, {start: 110%, rate: 50%}"
    text = bonus(tiers).replace("direction: up", f"direction: up, target: {target}")
    assert [HERE] * expected == places(text, "INC13")


GRID = """
    incentives:
    - key: bonus
      title: Bonus
      scale:
        kind: grid
        columns: [{end: 50%}, {start: %s}]
        rows:
        - {band: {end: 10 deals}, rates: [1%%, 2%%]}
        - {band: {start: %s}, rates: [1%%, 2%%]}
"""


@pytest.mark.parametrize(
    ("column", "row", "gap", "overlap"),
    [
        ("50%", "10 deals", [], []),
        ("51%", "10 deals", [f"{HERE}/columns/1/start"], []),
        ("50%", "11 deals", [f"{HERE}/rows/1/band/start"], []),
        ("49%", "10 deals", [], [f"{HERE}/columns/1"]),
        ("50%", "9 deals", [], [f"{HERE}/rows/1/band"]),
        # Other units cannot be compared.
        ("7 calls", "9 leads", [], []),
    ],
)
def test_grids(column: str, row: str, gap: list[str], overlap: list[str]) -> None:
    """The rows and the columns of a grid follow on one another like tiers."""
    text = GRID.replace("50%", "50%%") % (column, row)
    assert [gap, overlap] == [places(text, "INC01"), places(text, "INC02")]


@pytest.mark.parametrize(
    ("tiers", "scale", "least", "expected"),
    [
        ("{start: 0%, end: 50%, rate: 0%}, {start: 50%, rate: 50%}", "", "", 0),
        ("{start: 0%, end: 50%, rate: 0%}, {start: 50%, rate: 51%}", "", "", 1),
        ("{start: 0%, end: 50%, rate: 60%}, {start: 50%, rate: 9%}", "", "", 1),
        # Nothing is below the lowest result.
        ("{start: -9%, end: 0%, rate: 0%}, {start: 0%, rate: 51%}", "", "", 0),
        ("{start: 0%, end: 1%, rate: 0%}, {start: 1%, rate: 51%}", "", "", 1),
        ("{start: 0%, end: 9%, rate: 0%}, {start: 9%, rate: 51%}", "", "9%", 0),
        ("{start: 0%, end: 9%, rate: 0%}, {start: 9%, rate: 51%}", "", "8%", 1),
        ("{start: 0%, end: 9%, rate: 0%}, {start: 9%, rate: 51%}", "", "9 calls", 1),
        # Shares of what somebody sells are no shares of pay.
        (
            "{start: 0%, end: 50%, rate: 0%}, {start: 50%, rate: 51%}",
            "mode: whole, base: result",
            "",
            0,
        ),
        # Over a gap it is the gap that counts.
        ("{start: 0%, end: 40%, rate: 0%}, {start: 50%, rate: 51%}", "", "", 0),
    ],
)
def test_cliff(tiers: str, scale: str, least: str, expected: int) -> None:
    """A jump of more than half the pay is a cliff, unless it is at the bottom."""
    text = bonus(tiers, scale)
    if least:
        text = text.replace("direction: up", f"direction: up, least: {least}")
    found = [f"{HERE}/tiers/1/start"] * expected
    assert found == places(text, "INC03")
    assert [there(path) for path in found] == places(behind(text), "INC03")
    fixed = text.replace("mode: whole", "mode: whole, base: fixed_pay", 1)
    if "base: result" not in text:
        assert found == places(fixed, "INC03")


@pytest.mark.parametrize(
    ("tiers", "mode", "expected"),
    [
        ("{start: 0%, end: 9%, rate: 9%}, {start: 9%, rate: 9%}", "", 0),
        ("{start: 0%, end: 9%, rate: 9%}, {start: 9%, rate: 8.9%}", "", 1),
        ("{start: 0%, end: 9%, amount: 9 RUB}, {start: 9%, amount: 8 RUB}", "", 1),
        # A sum in place of a share is neither more nor less.
        ("{start: 0%, end: 9%, rate: 9%}, {start: 9%, amount: 8 RUB}", "", 0),
        ("{start: 0%, end: 9%, amount: 9 RUB}, {start: 9%, rate: 8%}", "", 0),
        ("{start: 0%, end: 9%, rate: 9%, rate_at_end: 8%}", LINEAR, 1),
        ("{start: 0%, rate: -1%}", MARGINAL, 1),
        ("{start: 0%, end: 9%, rate: 9%}, {start: 9 calls, rate: 8%}", "", 0),
    ],
)
def test_falling(tiers: str, mode: str, expected: int) -> None:
    """Pay falls where a better result is paid less."""
    text = bonus(tiers, mode)
    assert expected == len(places(text, "INC04"))
    assert expected == len(places(behind(text), "INC04"))
    assert [] == places(text.replace("direction: up", "direction: down"), "INC04")


@pytest.mark.parametrize(
    ("tiers", "mode", "expected"),
    [
        ("{start: 0%, rate: 3%}", MARGINAL, 1),
        ("{start: 0%, rate: 0%}", MARGINAL, 0),
        ("{start: 0%, amount: 3 RUB}", MARGINAL, 1),
        ("{start: 0%, amount: 0.5 RUB}", MARGINAL, 1),
        ("{start: 0%, amount: 0 RUB}", MARGINAL, 0),
        ("{start: 0%, amount: 3 RUB}", "mode: whole", 0),
        ("{start: 0%, end: 9%, rate: 3%}", MARGINAL, 0),
        # The highest tier counts, wherever it is written.
        ("{start: 9%, rate: 3%}, {start: 0%, end: 9%, rate: 0%}", MARGINAL, 1),
        ("{start: 9%, rate: 0%}, {start: 0%, end: 9%, rate: 3%}", MARGINAL, 0),
    ],
)
def test_windfall(tiers: str, mode: str, expected: int) -> None:
    """Pay is without end when its highest tier goes on and pays more and more."""
    text = f"""
    pay_plans:
    - key: p
      title: P
      components:
      - key: c
        title: C
        scale: {{kind: scale, base: result, {mode}, tiers: [{tiers}]}}
    """
    assert ["/pay_plans/0/components/0/scale"] * expected == places(text, "INC08")


@pytest.mark.parametrize(
    ("base", "mode", "expected"),
    [
        ("margin", "whole", 1),
        ("revenue", "linear", 1),
        ("target_pay", "whole", 0),
        ("fixed_pay", "linear", 0),
        ("target_pay", "marginal", 1),
    ],
)
def test_growing(base: str, mode: str, expected: int) -> None:
    """Pay grows with what grows with the result, or with every part of it."""
    text = f"""
    pay_plans:
    - key: p
      title: P
      components:
      - key: c
        title: C
        scale: {{kind: scale, base: {base}, mode: {mode}, tiers: [{{start: 0%,
          rate: 3%}}]}}
    """
    assert expected == len(places(text, "INC08"))


REACH = """
roles:
- {key: head, title: Head, reports_to: owner}
- {key: owner, title: Owner, reports_to: gone}
- {key: manager, title: Manager, reports_to: head}
- {key: clerk, title: Clerk}
- {key: one, title: One, reports_to: two}
- {key: two, title: Two, reports_to: one}
kpis: [{key: rate, title: Rate, roles: [%s]}]
pay_plans:
- {key: p, title: P, roles: [%s], components: [{key: c, title: C, kpi: rate%s}]}
"""


@pytest.mark.parametrize(
    ("measured", "paid", "own", "expected"),
    [
        ("manager", "manager", "", 0),
        ("manager", "head", "", 0),
        ("manager", "owner", "", 0),
        ("manager", "clerk", "", 1),
        ("head", "manager", "", 1),
        ("", "clerk", "", 0),
        ("manager", "nobody", "", 0),
        # The roles of a component come before those of its plan.
        ("manager", "manager", ", roles: [clerk]", 1),
        ("manager", "clerk", ", roles: [manager]", 0),
        # Reporting lines that go round, and a role that nobody defined.
        ("one", "two", "", 0),
        ("gone", "owner", "", 1),
        ("manager, clerk", "clerk", "", 0),
    ],
)
def test_reach(measured: str, paid: str, own: str, expected: int) -> None:
    """A role is paid for what it is measured by, or those whom it leads."""
    found = places(REACH % (measured, paid, own), "INC07")
    assert ["/pay_plans/0/components/0/kpi"] * expected == found


def test_bonus_of_nobody() -> None:
    """A bonus that names no role is paid to none that could be out of reach."""
    text = "kpis: [{key: rate, title: Rate, roles: [a]}]\nincentives: [{key: b,"
    assert [] == places(f"{text} title: B, kpi: rate}}]", "INC07")


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        (("50%", "50%"), 0),
        (("50%", "49.9%"), 1),
        (("50%", "50.1%"), 1),
        ((), 0),
    ],
)
def test_weights(weights: tuple[str, ...], expected: int) -> None:
    """Weights, where there are any, are a hundred together."""
    rows = [
        f"{{key: c{at}, title: C, weight: {one}}}" for at, one in enumerate(weights)
    ]
    rows.append("{key: c, title: C}")
    text = f"pay_plans: [{{key: p, title: P, components: [{', '.join(rows)}]}}]"
    assert ["/pay_plans/0/components"] * expected == places(text, "INC05")


@pytest.mark.parametrize(
    ("tiers", "scale", "expected"),
    [
        ("{start: 0%, rate: 120%}", "mode: whole, cap: 120%", 0),
        ("{start: 0%, rate: 121%}", "mode: whole, cap: 120%", 1),
        ("{start: 0%, rate: 121%}", "mode: linear, cap: 120%", 1),
        ("{start: 0%, rate: 121%}", "mode: marginal, cap: 120%", 0),
        ("{start: 0%, rate: 99%}", "mode: whole, cap: 100%", 0),
        ("{start: 0%, rate: 99%}", "mode: whole, cap: 99%", 1),
        ("{start: 0%, rate: 121%}", "mode: whole, cap: 120%, base: result", 0),
        ("{start: 0%, rate: 121%}", "mode: whole, cap: 120 RUB", 0),
    ],
)
def test_cap(tiers: str, scale: str, expected: int) -> None:
    """A cap is too low when it lies below a rate that is promised, or below all."""
    text = bonus(tiers, scale)
    assert [f"{HERE}/cap"] * expected == places(text, "INC09")
    # What comes before it has no cap.
    first = "- {key: x, title: X, scale: {kind: scale, tiers: [{start: 0%, rate: 1%}]}}"
    more = text.replace("incentives:", f"incentives:\n    {first}")
    assert ["/incentives/1/scale/cap"] * expected == places(more, "INC09")


def test_cap_of_a_plan() -> None:
    """What is paid at target may be all that is paid."""
    text = "pay_plans: [{key: p, title: P, target_variable: 5 RUB, cap: %s}]"
    assert [] == places(text % "5 RUB", "INC09")
    assert ["/pay_plans/0/cap"] == places(text % "4 RUB", "INC09")
    assert [] == places(text % "4 USD", "INC09")


@pytest.mark.parametrize(
    ("tiers", "reached", "expected"),
    [
        ("{start: 45%, rate: 9%}", "44%", [0]),
        ("{start: 44%, rate: 9%}", "44%", []),
        ("{start: 0%, rate: 0%}, {start: 45%, rate: 9%}", "44%", [1]),
        ("{start: 0%, amount: 0 RUB}, {start: 45%, amount: 9 RUB}", "44%", [1]),
        ("{start: 0%, amount: 1 RUB}, {start: 45%, amount: 9 RUB}", "44%", []),
        ("{start: 0%, rate: 0%, rate_at_end: 5%}, {start: 45%, rate: 9%}", "44%", []),
        # Another unit, a number of a whole department, no pay.
        ("{start: 45 days, rate: 9%}", "44%", []),
        ("{start: 45 deals, rate: 9%}", "44 deals", []),
        ("{start: 45 days, rate: 9%}", "44 days", [0]),
        ("{start: 45%, rate: 0%}", "44%", []),
    ],
)
def test_threshold(tiers: str, reached: str, expected: list[int]) -> None:
    """The first result that pays is one that was reached."""
    goal = f"{{key: g, title: G, kpi: rate, baseline: {reached}}}"
    for known in (
        f"goals: [{goal}]",
        f"goals: [{goal}, {{key: h, title: H, kpi: rate, baseline: 1%}}]",
        f"goals: [{{key: h, title: H, kpi: rate, baseline: 1 hours}}, {goal}]"
        if reached == "44 hours"
        else f"goals: [{{key: h, title: H, kpi: rate}}, {{key: o, title: O}}, {goal}]",
        (
            f"goals: [{goal}]\nplans: [{{key: p, title: P, kpi: rate, past: ["
            f'{{period: "2025", value: 1%}}]}}, {{key: q, title: Q, kpi: other, past: ['
            f'{{period: "2025", value: 1%}}]}}]'
        ),
        (
            "plans: [{key: p, title: P, kpi: rate, past: ["
            f'{{period: "2025", value: {reached}}}]}}]'
        ),
    ):
        text = bonus(tiers) + f"{known}\n"
        where = [f"{HERE}/tiers/{index}/start" for index in expected]
        assert where == places(text.replace("\n    ", "\n"), "INC20")
        more = behind(text).replace("\n    ", "\n")
        assert list(map(there, where)) == places(more, "INC20")


PAID = """
    kpis: [{{key: rate, title: Rate, {kpi}}}]
    pay_plans:
    - key: p
      title: P
      {plan}
      components:
      - {{key: c, title: C, kpi: rate, {component}}}
    """
ITS = "/pay_plans/0/components/0"


@pytest.mark.parametrize(
    ("kpi", "plan", "component", "expected"),
    [
        ("period: quarter", "period: month", "period: quarter", []),
        ("period: quarter", "period: year", "period: month", [f"{ITS}/period"]),
        ("period: quarter", "period: month", "text: T", [f"{ITS}/kpi"]),
        ("period: month", "period: month", "text: T", []),
        ("period: month", "period: quarter", "text: T", []),
        ("period: month", "text: T", "text: T", []),
        ("period: month", "text: T", "period: deal", []),
    ],
)
def test_measured(kpi: str, plan: str, component: str, expected: list[str]) -> None:
    """Pay is for no less time than its KPI is measured by, by its plan if need be."""
    text = PAID.format(kpi=kpi, plan=plan, component=component)
    assert expected == places(text, "INC15")


@pytest.mark.parametrize(
    ("plan", "component", "gate", "expected"),
    [
        ("period: month", "text: T", "period: quarter", 1),
        ("period: month", "text: T", "period: month", 0),
        ("period: month", "text: T", "period: deal", 0),
        ("period: month", "period: quarter", "period: quarter", 0),
        ("period: month", "period: deal", "period: quarter", 0),
        ("text: T", "text: T", "period: quarter", 1),
        ("period: month", "text: T", "text: T", 0),
    ],
)
def test_gate(plan: str, component: str, gate: str, expected: int) -> None:
    """A gate looks at the period of the pay, or at the deal."""
    gates = f"{component}, gates: [{{band: {{start: 5%}}, {gate}}}]"
    text = PAID.format(kpi="text: T", plan=plan, component=gates)
    assert [f"{ITS}/gates/0/period"] * expected == places(text, "INC12")
    text = text.replace("gates:", "accelerator_gates:")
    assert [f"{ITS}/accelerator_gates/0/period"] * expected == places(text, "INC12")


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        ("text: T", ["/pay_plans/0"]),
        ("payout: {due: {kind: by_day, day: 5}}", ["/pay_plans/0/payout"]),
        ("payout: {event: {kind: payment, state: received}}", []),
        (
            "payout: {event: {kind: stage_entered, stage: won}}",
            ["/pay_plans/0/payout/event"],
        ),
    ],
)
def test_earned(plan: str, expected: list[str]) -> None:
    """A plan says at which event its pay is earned."""
    text = PAID.format(kpi="text: T", plan=plan, component="text: T")
    assert expected == places(text, "INC11")


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        ("roles: [{key: a, title: A, ramp: [{month: 1, quota: 50%}]}]", 0),
        ("roles: [{key: a, title: A}]", 1),
        ("roles: [{key: b, title: B}]", 1),
    ],
)
def test_newcomers(roles: str, expected: int) -> None:
    """A ramp of all roles says what newcomers are paid by."""
    plan = "roles: [a]\n      leave: By days.\n      leavers: At once."
    text = PAID.format(kpi="text: T", plan=plan, component="text: T")
    assert ["/pay_plans/0"] * expected == places(f"\n    {roles}{text}", "INC18")


@pytest.mark.parametrize(("cap", "expected"), [("text: T", ["0"]), ("cap: 5 RUB", [])])
def test_stacked(cap: str, expected: list[str]) -> None:
    """Pay that stacks is limited by the cap of its plan."""
    scale = "scale: {kind: scale, mode: marginal, tiers: [{start: 0%, rate: 1%}]}"
    other = f"\n      - {{key: d, title: D, {scale}}}"
    text = PAID.format(kpi="text: T", plan=cap, component=f"stacks_with: [d], {scale}")
    found = places(text.rstrip() + other, "INC16")
    assert [f"{ITS}/stacks_with/{at}" for at in expected] == found
