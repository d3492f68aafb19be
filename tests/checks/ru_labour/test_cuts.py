"""Bonus cuts: what a share of a bonus takes from the wage of a month."""

from __future__ import annotations

import pytest

from salesreg.checks.examples import alone
from tests.checks.base import run

PLANS = """
pay_plans:
- key: a
  title: A
  roles: [hunter]
  fixed: 60000 RUB
  target_variable: 40000 RUB
  components: [{key: plan, title: P, weight: 75%%}, {key: debt, title: D, weight: 25%%}]
- {key: b, title: B, roles: [farmer], fixed: 95000 RUB, target_variable: 5000 RUB}
- {key: c, title: C, roles: [boss], fixed: 60000 USD, target_variable: 90000 RUB}
bonus_reductions:
- {key: r, title: R, trigger: sanction, period: sanction_period, %s}
"""


@pytest.mark.parametrize(
    ("rule", "findings"),
    [
        ("share: 50%", 0),
        ("share: 51%", 1),
        ("share: 100%, roles: [farmer]", 0),
        ("share: 100%, roles: [farmer, hunter]", 1),
        ("share: 100%, roles: [boss]", 0),
        ("share: 66%, components: [plan]", 0),
        ("share: 67%, components: [plan]", 1),
        ("share: 100%, components: [debt, debt, other]", 0),
        ("share: 51%, components: [debt, plan]", 1),
        ("share: 20%, of: month_wage", 0),
        ("share: 20.01%, of: month_wage", 1),
    ],
)
def test_limit(rule: str, findings: int) -> None:
    """A cut of exactly 20% of the month's wage at target is still allowed."""
    assert findings == len(run(alone(PLANS % rule), "RU02"))


def test_sums() -> None:
    """The message gives the cut, the wage and the most that may be cut."""
    (found,) = run(alone(PLANS % "share: 51%"), "RU02")
    assert "20,400" in found.values["cut"]
    assert "20,000" in found.values["most"]
    assert ["/pay_plans/0"] == [one.path for one in found.also]
