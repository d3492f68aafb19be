"""The whole: where a finding begins and ends, held to both sides."""

from __future__ import annotations

import pytest

from salesreg.checks.examples import alone
from tests.checks.base import TODAY, places, run


@pytest.mark.parametrize(
    ("governance", "expected"),
    [
        ("", [""]),
        ("governance: {}", ["/governance"]),
        (f"governance: {{next_review: {TODAY}}}", []),
        ("governance: {next_review: 2026-03-01}", ["/governance/next_review"]),
        ("governance: {next_review: 2026-03-01, review: {every: year}}", []),
        ("governance: {review: {every: year}}", []),
    ],
)
def test_review(governance: str, expected: list[str]) -> None:
    """A review lies ahead, or comes round."""
    assert expected == places(governance or "text: T", "STR11")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("strategy: {summary: 'Segments:'}", 1),
        ("strategy: {summary: 'Segments:  '}", 1),
        ("strategy: {summary: 'Segments'}", 0),
        (
            "strategy: {summary: 'Segments:', segments: [{key: s, title: S}]}",
            0,
        ),
    ],
)
def test_announced(text: str, expected: int) -> None:
    """A colon announces the list that the same object holds behind it."""
    assert ["/strategy/summary"] * expected == places(text, "STR04")


def test_list_before() -> None:
    """A list that stands before the text is not the one that is announced."""
    text = """
    sanctions:
    - {key: s, title: S, measure: remark, grounds: [lateness], appeal: "Write to:"}
    """
    assert ["/sanctions/0/appeal"] == places(text, "STR04")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A number of a plan, of a goal, of a part of a plan.
        (
            """
            goals: [{key: g, title: G, kpi: k, period: "2026", target: 5 deals}]
            plans: [{key: p, title: P, kpi: k, period: "2026", target: 6 deals}]
            """,
            ["/plans/0/target"],
        ),
        (
            """
            goals: [{key: g, title: G, kpi: k, period: "2025", target: 5 deals}]
            plans: [{key: p, title: P, kpi: k, period: "2026", target: 6 deals}]
            """,
            [],
        ),
        (
            """
            goals: [{key: g, title: G, kpi: k, target: 5 deals}]
            plans: [{key: p, title: P, kpi: k, target: 6 deals}]
            """,
            [],
        ),
        # What is said of no KPI, or of no time, is no fact of its own.
        (
            """
            goals: [{key: g, title: G, target: 5 deals},
              {key: h, title: H, kpi: k, target: 4 deals},
              {key: i, title: I, period: "2026", target: 3 deals}]
            plans: [{key: p, title: P, target: 6 deals},
              {key: q, title: Q, kpi: k, target: 7 deals},
              {key: r, title: R, period: "2026", target: 8 deals}]
            """,
            [],
        ),
        (
            """
            calendars:
            - key: c
              title: C
              time_zone: Europe/Moscow
              week: [{days: [monday], window: 09:00-18:00}]
              exceptions:
              - {date: 2026-03-09, kind: short, window: 09:00-12:00}
              - {date: 2026-03-09, kind: short, window: 09:00-13:00}
            """,
            ["/calendars/0/exceptions/1"],
        ),
        (
            """
            plans:
            - key: p
              title: P
              kpi: k
              period: "2026"
              targets:
              - {value: 1 deals, role: a}
              - {value: 2 deals, role: b}
              - {value: 3 deals, role: a, product: x}
              - {value: 4 deals, role: a, segment: x}
              - {value: 5 deals, role: a, person: x}
              - {value: 6 deals, role: a, period: 2026-H1}
              - {value: 7 deals}
              - {value: 8 deals}
              - {value: 9 deals, role: a}
            """,
            ["/plans/0/targets/8/value"],
        ),
        # A month of a ramp, for the quota and for the pay.
        (
            """
            roles:
            - key: a
              title: A
              ramp:
              - {month: 1, quota: 10%, pay: 20%}
              - {month: 2, quota: 20%, pay: 30%}
              - {month: 1, quota: 10%, pay: 30%}
            """,
            ["/roles/0/ramp/2/pay"],
        ),
        # Hours of a day and of a date, fixed pay of a role.
        (
            """
            calendars:
            - key: c
              title: C
              time_zone: Europe/Moscow
              week:
              - {days: [monday, tuesday], window: 09:00-18:00}
              - {days: [tuesday], window: 09:00-17:00}
              - {days: [friday], window: 09:00-16:00}
              exceptions:
              - {date: 2026-03-09, kind: "off"}
              - {date: 2026-03-10, kind: "off"}
              - {date: 2026-03-09, kind: short, window: 09:00-12:00}
            - key: d
              title: D
              time_zone: Europe/Moscow
              week: [{days: [monday], window: 08:00-18:00}]
            """,
            ["/calendars/0/week/1/window", "/calendars/0/exceptions/2"],
        ),
        (
            """
            pay_plans:
            - {key: p, title: P, roles: [a, b], fixed: 5 RUB}
            - {key: q, title: Q, roles: [b], fixed: 6 RUB}
            - {key: r, title: R, roles: [c], fixed: 7 RUB}
            - {key: s, title: S, roles: [a]}
            """,
            ["/pay_plans/1/fixed"],
        ),
    ],
)
def test_stated_twice(text: str, expected: list[str]) -> None:
    """A fact has one value, wherever it is stated."""
    assert expected == places(text, "STR08")


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("budgets: [{key: b, title: B, roles: [a], amount: 1 h}]", 1),
        ("stages: [{key: s, title: S, owner: a}]", 1),
        ("stages: [{key: s, title: S, participants: [a]}]", 0),
        (
            "procedures: [{key: p, title: P, steps: [{key: s, title: S, role: a}]}]",
            1,
        ),
        ("procedures: [{key: p, title: P, owner: a}]", 0),
        ("reports: [{key: r, title: R, recipients: [a]}]", 0),
    ],
)
def test_excluded(rule: str, expected: int) -> None:
    """A role that is left out is bound by no rule."""
    text = f"roles: [{{key: a, title: A}}]\nscope: {{excludes: [b, a]}}\n{rule}"
    assert ["/scope/excludes/1"] * expected == places(text, "STR09")
    both = "roles: [{key: a, title: A}]\nscope: {excludes: [a], applies_to: [a]}"
    assert ["/scope/excludes/0"] == places(both, "STR09")


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        ("abbreviation: WR|abbreviation: wr", ["/terms/1/abbreviation"]),
        ("abbreviation: WR|abbreviation: CR", []),
        ("abbreviation: WR|text", []),
    ],
)
def test_abbreviations(terms: str, expected: list[str]) -> None:
    """Capitals make no other abbreviation."""
    one, other = (part.replace("text", "") for part in terms.split("|"))
    text = f"""
    terms:
    - {{key: a, title: A, definition: One thing., {one}}}
    - {{key: b, title: B, definition: Another., {other}}}
    """
    assert expected == places(text, "STR05")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("One thing.", "one  Thing;", 1),
        ("One thing.", "Another thing.", 0),
    ],
)
def test_twins(one: str, other: str, expected: int) -> None:
    """Two definitions are one, whatever their spaces, capitals and stops."""
    text = f"""
    terms:
    - {{key: a, title: A, definition: "{one}"}}
    - {{key: b, title: B, definition: "{other}"}}
    """
    assert ["/terms/1"] * expected == places(text, "STR06")
    same = "formula: {kind: count}"
    text = text.replace('"}', f'", {same}}}')
    assert ["/terms/1"] == places(text, "STR06")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("reports_to: b", "reports_to: c", "reports_to: a"), ["/roles/0"]),
        (("reports_to: b", "reports_to: c", "text: T"), []),
        (("reports_to: a",), ["/roles/0"]),
        (("reports_to: b", "reports_to: x", "text: T"), []),
    ],
)
def test_nobody_is_above_himself(lines: tuple[str, ...], expected: list[str]) -> None:
    """Lines of reports have a top."""
    rows = ", ".join(
        f"{{key: {key}, title: {key.upper()}, {line.replace('text', 'purpose')}}}"
        for key, line in zip("abc", lines, strict=False)
    )
    assert expected == places(f"roles: [{rows}]", "STR07")


@pytest.mark.parametrize(
    ("last", "expected"),
    [("2026-01-12", []), ("2026-01-11", ["/revision/in_force_to"])],
)
def test_edition_of_a_day(last: str, expected: list[str]) -> None:
    """An edition may be in force for one day."""
    text = f"""
    revision: {{number: "2", in_force_from: 2026-01-12, in_force_to: {last}}}
    """
    assert expected == places(text, "STR10")


def test_list_of_something_else() -> None:
    """A list that stands before the text is not the one that it announces."""
    said = "We are known for these things of ours, which others do not have:"
    text = f"""
    strategy:
      competitors: [{{title: C}}]
      positioning: "{said}"
    """
    (found,) = run(alone(text), "STR04")
    assert "/strategy/positioning" == found.path
    assert said[-40:] == found.values["end"]


def test_every_place_of_a_missing_key() -> None:
    """A key that is not there is told once, with every place that names it."""
    text = """
    stages:
    - {key: a, title: A, owner: nobody, participants: [nobody]}
    - {key: b, title: B, owner: nobody}
    """
    (found,) = run(alone(text), "STR01")
    assert "/stages/0/owner" == found.path
    assert ["/stages/0/participants/0", "/stages/1/owner"] == [
        one.path for one in found.also
    ]


def test_what_was_meant_is_looked_for_at_most_so_often() -> None:
    """Where thousands of keys are missing, nothing was misspelt."""
    roles = ", ".join(
        f"{{key: sales-person-{at:03}, title: T{at}}}" for at in range(100)
    )
    missing = ", ".join(f"salez-person-{at:03}" for at in range(102))
    text = (
        f"roles: [{roles}]\nstages: [{{key: a, title: A, participants: [{missing}]}}]"
    )
    found = run(alone(text), "STR01")
    assert [True] * 100 + [False] * 2 == [one.message.endswith(" is") for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            """
            units: [{key: a, one: form, many: forms}]
            access: [{key: a, tool: crm, roles: [x], level: view}]
            products: [{key: a, title: Same}, {key: b, title: same}]
            """,
            ["/products/1"],
        ),
        (
            """
            pay_plans:
            - {key: p, title: P, components: [{key: a, title: Same}]}
            - {key: q, title: Q, components: [{key: b, title: Same}]}
            incentives: [{key: c, title: Same}]
            """,
            [],
        ),
        (
            """
            pay_plans:
            - key: p
              title: P
              components: [{key: a, title: Same}, {key: b, title: Same}]
            """,
            ["/pay_plans/0/components/1"],
        ),
    ],
)
def test_titles(text: str, expected: list[str]) -> None:
    """Things of one list have titles of their own; those of other lists may not."""
    assert expected == places(text, "STR02")
