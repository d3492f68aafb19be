"""Laws find what breaks them, and say where."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from typing import ClassVar

import pytest

from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found, Remove, Set
from salesreg.model.people import Role
from salesreg.model.regulation import Regulation
from salesreg.testing import laws
from salesreg.testing.laws.numbered import in_html, in_tree
from salesreg.testing.laws.same import same
from salesreg.values.amounts import money, quantity
from salesreg.values.scale import Scale
from tests.checks.small import UnitTwice
from tests.values.test_payout import tier

ROLES = tuple(Role(key=key, title=key) for key in ("seller", "head"))
REGULATION = Regulation(key="r", title="Rules", language="en", roles=ROLES)
BASE = money("1000 RUB")


class Broken(UnitTwice):
    """A check that yields whatever a test gives it."""

    name = "broken"
    code = "TST07"
    invalid = ()
    made: ClassVar[Callable[[Facts], Iterable[Found]]]

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield what was given."""
        yield from type(self).made(facts)


def check(make: Callable[[Broken, Facts], Iterable[Found]]) -> type[Broken]:
    """Return a check that yields what a function makes."""

    class Made(Broken):
        """A check that a test has made."""

        def check(self, facts: Facts) -> Iterator[Found]:
            yield from make(self, facts)

    return Made


def turned(one: Broken, title: str) -> Found:
    """Return a finding whose fix turns the title round."""
    return one.found("/title", unit="x", edits=[Set("/title", title[::-1])])


counter = itertools.count()

HIDDEN_STATE = check(lambda one, _: [one.found("", unit=str(next(counter)))])
OUTSIDE = check(lambda one, _: [one.found("/stages/7", unit="x")])
FAILING = check(lambda one, _: [one.found("", unit=1 / 0)])
BY_ORDER = check(
    lambda one, facts: (
        [one.found("/roles/0", unit="x")]
        if facts.regulation.roles[0].key == "seller"
        else []
    )
)
RESTLESS = check(lambda one, facts: [turned(one, facts.regulation.title)])
HARMFUL = check(
    lambda one, facts: (
        [one.found("/roles/1", unit="x", edits=[Remove("/roles/1")])]
        if facts.regulation.roles[1:]
        else [one.found("/roles", unit="y")]
    )
)


@pytest.mark.parametrize(
    ("law", "wrong", "told"),
    [
        (laws.findings_are_equal, HIDDEN_STATE, "reports of equals differ"),
        (laws.findings_lie_inside, FAILING, "a check failed"),
        (laws.findings_lie_inside, OUTSIDE, "TST07 points at /stages/7"),
        (laws.order_says_nothing, BY_ORDER, "order of independent parts"),
        (laws.fixes_settle, HARMFUL, "fixing brought findings"),
        (laws.fixes_settle, RESTLESS, "fixes are left"),
    ],
)
def test_checks_that_break_a_law(
    law: Callable[..., None], wrong: type[Broken], told: str
) -> None:
    """A check with a hidden state, an error, a taste for order or a bad fix is told."""
    with pytest.raises(AssertionError, match=told):
        law(REGULATION, checks=[wrong])


def test_examples_that_do_not_hold() -> None:
    """A check whose examples do not do what it says is told, with the example."""

    class Blind(UnitTwice):
        """It finds nothing at all."""

        def check(self, facts: Facts) -> Iterator[Found]:
            yield from ()

    laws.examples_hold(UnitTwice)
    with pytest.raises(AssertionError, match="finds nothing in its example\nscope:"):
        laws.examples_hold(Blind)


def test_an_exporter_that_breaks_a_law() -> None:
    """An output with something of its own in it, or with another number, is told."""
    with pytest.raises(AssertionError, match=r"^stamped differs for equals:"):
        laws.equal_outputs(REGULATION, exports=[stamped])
    with pytest.raises(AssertionError) as caught:
        laws.equal_clause_numbers(
            REGULATION, readers={"html": in_html, "mine": lambda _: {"roles": "9"}}
        )
    assert "numbers in mine are not the outline's:" in str(caught.value)
    assert "expected '1.1'" in str(caught.value)


def stamped(regulation: Regulation) -> str:
    """Write a regulation with a number that grows."""
    return f"{regulation.title} {next(counter)}"


def test_numbers_are_read() -> None:
    """Every clause of the tree has a number; so nothing is compared with nothing."""
    assert len(in_tree(REGULATION)) >= len(ROLES)


@pytest.mark.parametrize(
    ("expected", "actual", "told"),
    [
        ("a\nb", "a\nc", "2: expected 'b', got 'c'"),
        ({"a": 1}, {"a": 1, "b": 2}, "b: expected nothing, got 2"),
        ({1, 2}, {2, 3}, "missing 1\n  too much 3"),
        ((1,), (2,), "expected (1,), got (2,)"),
        (
            REGULATION,
            Regulation(key="r", title="Other", language="en", roles=ROLES),
            "/title: expected 'Rules', got 'Other'",
        ),
    ],
)
def test_differences(expected: object, actual: object, told: str) -> None:
    """A message tells where two values differ."""
    with pytest.raises(AssertionError) as caught:
        same("wrong", expected, actual)
    assert f"wrong:\n  {told}" == str(caught.value)


def test_few_differences_are_told() -> None:
    """After five differences a message ends."""
    with pytest.raises(AssertionError) as caught:
        same("wrong", dict.fromkeys("abcdefg", 1), {})
    assert ["wrong:", *"abcde", "..."] == [
        line.strip().partition(":")[0] + (":" if line == "wrong:" else "")
        for line in str(caught.value).splitlines()
    ]


FALLING = Scale(
    tiers=(tier("0%", "100%", rate="10%"), tier("100%", rate="5%")), mode="whole"
)
STEADY = Scale(tiers=(tier("0%", "100%", rate="0%", rate_at_end="50%"),), mode="linear")
BELOW = Scale(tiers=(tier("0%", rate="-5%"),), mode="whole")


def test_laws_of_pay() -> None:
    """A fall, a leap and a debt are told with the results and the pay."""
    less, more = quantity("99%"), quantity("100%")
    said = r"^99% is paid 100 RUB, and 100% is paid 50 RUB$"
    for law in (
        lambda: laws.pay_is_monotone(FALLING, less, more, BASE),
        lambda: laws.pay_is_monotone(FALLING, more, less, BASE),
        lambda: laws.pay_is_continuous(
            FALLING, less, more, BASE, steepest=money("5 RUB")
        ),
    ):
        with pytest.raises(AssertionError, match=said):
            law()
    with pytest.raises(AssertionError, match=r"^100% is paid -50 RUB$"):
        laws.pay_is_never_negative(BELOW, more, BASE)
    half = quantity("50%")
    laws.pay_is_never_negative(STEADY, half, BASE)
    laws.pay_is_monotone(STEADY, half, less, BASE)
    laws.pay_is_continuous(STEADY, half, less, BASE, steepest=money("5 RUB"))
