"""KPIs: where a finding begins and ends, held to both sides of each boundary."""

from __future__ import annotations

import pytest

from tests.checks.base import places


def kpis(*lines: str) -> str:
    """Return KPIs: their keys are their places."""
    return "kpis:\n" + "".join(
        f"- {{key: k{at}, title: K{at}, {line}}}\n" for at, line in enumerate(lines)
    )


@pytest.mark.parametrize(
    ("kpi", "target", "expected"),
    [
        ("most: 5 marks", "5 marks", 0),
        ("most: 5 marks", "5.1 marks", 1),
        ("least: 5 marks", "5 marks", 0),
        ("least: 5 marks", "4.9 marks", 1),
        ("least: 1 marks, most: 5 marks", "6 marks", 1),
        ("least: 1 marks, most: 5 marks", "0 marks", 1),
        ("least: 1 marks, most: 5 marks", "3 marks", 0),
        # Another unit than that of the bounds, or of the KPI.
        ("least: 1 marks, most: 5 marks", "6%", 0),
        ("least: 10 marks", "6%", 0),
        ("unit: marks", "6%", 1),
        ("unit: marks", "6 marks", 0),
    ],
)
def test_domain(kpi: str, target: str, expected: int) -> None:
    """A target lies within the bounds of its KPI, which belong to them."""
    own = kpis(f"{kpi}, target: {target}")
    assert ["/kpis/0/target"] * expected == places(own, "KPI09")
    goal = kpis(kpi) + f"goals: [{{key: g, title: G, kpi: k0, target: {target}}}]"
    assert ["/goals/0/target"] * expected == places(goal, "KPI09")
    plan = kpis(kpi) + f"plans: [{{key: p, title: P, kpi: k0, target: {target}}}]"
    assert ["/plans/0/target"] * expected == places(plan, "KPI09")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("formula: {kind: count}", "formula: {kind: count}", 1),
        ("text: T", "text: T", 0),
        ("formula: {kind: count}", "formula: {kind: count}, period: week", 0),
        ("formula: {kind: count}", "formula: {kind: count}, roles: [a]", 0),
        (
            "formula: {kind: count}, roles: [b, a]",
            "formula: {kind: count}, roles: [a, b]",
            1,
        ),
    ],
)
def test_alike(one: str, other: str, expected: int) -> None:
    """Two KPIs are one when formula, period and roles are the same."""
    assert ["/kpis/1"] * expected == places(kpis(one, other), "KPI05")


@pytest.mark.parametrize(
    ("kpi", "rest", "expected"),
    [
        ("text: T", "", 1),
        ("dashboard: Sales", "", 0),
        ("text: T", "reports: [{key: r, title: R, kpis: [k0]}]", 0),
        ("text: T", "meetings: [{key: m, title: M, kpis: [k0]}]", 0),
        ("text: T", "meetings: [{key: m, title: M, kpis: [k1]}]", 1),
    ],
)
def test_seen(kpi: str, rest: str, expected: int) -> None:
    """A KPI stands in a report, a meeting or a dashboard."""
    assert ["/kpis/0"] * expected == places(kpis(kpi) + rest, "KPI07")


@pytest.mark.parametrize(
    ("kpi", "expected"),
    [
        ("formula: {kind: count}, unit: deals", 0),
        ("formula: {kind: count}", 1),
        ("unit: deals", 1),
    ],
)
def test_formula(kpi: str, expected: int) -> None:
    """A KPI has a formula and a unit."""
    assert ["/kpis/0"] * expected == places(kpis(kpi), "KPI04")


CONSTANT = "{kind: constant, value: '%s'}"


@pytest.mark.parametrize(
    ("formulas", "expected"),
    [
        (("{kind: kpi, kpi: k1}", "{kind: kpi, kpi: k0}"), ["/kpis/0/formula"]),
        (("{kind: kpi, kpi: k1}", CONSTANT % 1), []),
        (("{kind: kpi, kpi: k9}",), []),
        (
            (f"{{kind: ratio, of: {{kind: count}}, to: {CONSTANT % 0}}}",),
            ["/kpis/0/formula/to"],
        ),
        ((f"{{kind: ratio, of: {{kind: count}}, to: {CONSTANT % 1}}}",), []),
        ((f"{{kind: ratio, of: {CONSTANT % 0}, to: {{kind: count}}}}",), []),
    ],
)
def test_circles(formulas: tuple[str, ...], expected: list[str]) -> None:
    """A formula comes to an end, and divides by something."""
    lines = (f"formula: {one}" for one in formulas)
    assert expected == places(kpis(*lines), "KPI08")


def test_few() -> None:
    """Five KPIs may measure a role, and three results may be paid."""
    role = "roles: [{key: a, title: A}]\n"
    for count, expected in ((5, []), (6, ["/roles/0"])):
        lines = ["roles: [a, a]"] * count
        assert expected == places(role + kpis(*lines), "KPI06")
    for count, expected in ((3, []), (4, ["/pay_plans/0/components"])):
        rows = ", ".join(f"{{key: c{at}, title: C}}" for at in range(count))
        plan = f"pay_plans: [{{key: p, title: P, components: [{rows}]}}]"
        assert expected == places(plan, "KPI06")
