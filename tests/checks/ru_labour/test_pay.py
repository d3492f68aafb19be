"""Pay dates: the latest day that is still in time, and days out of all measure."""

from __future__ import annotations

import pytest

from salesreg.checks.examples import alone
from tests.checks.base import run


@pytest.mark.parametrize(
    ("due", "codes"),
    [
        ("{kind: by_day, day: 15}", []),
        ("{kind: by_day, day: 16}", ["RU12"]),
        ("{kind: by_day, day: 16, months_later: 0}", []),
        ("{kind: by_day, day: 1, months_later: 2}", ["RU12"]),
        ("{kind: by_day, day: 31, months_later: 0}", []),
        ("{kind: in, duration: 10 business days}", []),
        ("{kind: in, duration: 11 business days}", []),
        ("{kind: by_day, day: 11, working: true}", []),
        ("{kind: by_day, day: 12, working: true}", ["RU12"]),
        ("{kind: by_day, day: -14}", []),
        ("{kind: by_day, day: -13}", ["RU12"]),
        ("{kind: in, duration: 15 days}", []),
        ("{kind: in, duration: 16 days}", ["RU12"]),
        ("{kind: in, duration: 12 business days}", ["RU12"]),
        ("{kind: in, duration: 99999999 years}", ["RU12"]),
        ("{kind: in, duration: 99999999 hours}", []),
        ("{kind: same_day}", []),
    ],
)
def test_due(due: str, codes: list[str]) -> None:
    """Only what is late in every month is told."""
    text = f"pay_plans: [{{key: p, title: P, payout: {{due: {due}}}}}]"
    assert codes == [one.code for one in run(alone(text), "RU")]
