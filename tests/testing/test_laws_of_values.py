"""The laws of time, of sharing and of parts hold here, and find what breaks them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesreg.build.builder import Part, part
from salesreg.testing import (
    clock_times,
    deadlines,
    instances,
    laws,
    moments,
    paying_scales,
    regulations,
    results,
    working_calendars,
)
from salesreg.values.amounts import Money, Percent, money, percent, quantity
from salesreg.values.calendar import WorkCalendar
from salesreg.values.deadline import Before, ByDay, Deadline, In, SameDay
from salesreg.values.event import DealCreated
from salesreg.values.scale import Scale, Tier
from salesreg.values.times import Duration

lengths = st.timedeltas(dt.timedelta(microseconds=1), dt.timedelta(hours=60))


@given(working_calendars(), moments(), lengths, lengths)
def test_working_time_adds(
    calendar: WorkCalendar, start: dt.datetime, a: dt.timedelta, b: dt.timedelta
) -> None:
    """Working time adds up, for every calendar with hours."""
    laws.working_time_adds(calendar, start, a, b)


@given(working_calendars(), st.lists(moments(), min_size=3, max_size=3))
def test_elapsed_time_adds(calendar: WorkCalendar, three: list[dt.datetime]) -> None:
    """What has elapsed adds up, for every calendar with hours."""
    laws.elapsed_time_adds(calendar, *three)


dues_that_fall = st.one_of(
    instances(In),
    instances(Before),
    instances(SameDay),
    instances(ByDay, day=st.integers(1, 31) | st.integers(-31, -1)),
)


dues = deadlines(limit=dues_that_fall) | deadlines(
    limit=dues_that_fall, cutoff=clock_times(minutes=(0, 24 * 60 - 1))
)


@settings(max_examples=200)
@given(dues, moments(), moments(), working_calendars())
def test_deadlines(
    deadline: Deadline, first: dt.datetime, second: dt.datetime, calendar: WorkCalendar
) -> None:
    """A deadline falls in working hours, and not earlier for a later trigger."""
    laws.deadline_falls_in_hours(deadline, first, calendar)
    laws.later_triggers_fall_later(deadline, first, second, calendar)


class Naive:
    """A clock that knows the hours and forgets what is left over on a Friday."""

    def __init__(self, calendar: WorkCalendar) -> None:
        """Keep the calendar."""
        self.calendar = calendar

    def add(
        self, moment: dt.datetime, duration: Duration | dt.timedelta
    ) -> dt.datetime:
        """Count plainly, and start anew at the next opening when all is shut."""
        assert isinstance(duration, dt.timedelta)
        end = moment + duration
        return end if self.is_open(end) else self.calendar.next_opening(end)

    def elapsed(self, start: dt.datetime, end: dt.datetime) -> dt.timedelta:
        """Return what the wall says has passed."""
        return end.replace(tzinfo=None) - start.replace(tzinfo=None)

    def is_open(self, moment: dt.datetime) -> bool:
        """Tell what the calendar says."""
        return self.calendar.is_open(moment)


def test_a_naive_clock_is_found() -> None:
    """A clock of a user's own that takes plain time for working time is told."""

    @settings(database=None, derandomize=True, report_multiple_bugs=False)
    @given(working_calendars(), moments(), lengths, lengths)
    def adds(
        calendar: WorkCalendar, start: dt.datetime, a: dt.timedelta, b: dt.timedelta
    ) -> None:
        laws.working_time_adds(Naive(calendar), start, a, b)

    with pytest.raises(AssertionError, match=r"together|has elapsed"):
        adds()


class Shut(WorkCalendar):
    """A calendar that is never open, whatever its hours say."""

    def is_open(self, moment: dt.datetime) -> bool:
        """Say no."""
        return False


def test_a_deadline_in_the_night_is_found() -> None:
    """A limit that falls when a calendar is shut is told with both."""
    deadline = Deadline(
        trigger=DealCreated(), limit=In(duration=Duration(1, "hour", working=True))
    )

    @settings(database=None, derandomize=True, max_examples=5)
    @given(working_calendars(), moments())
    def falls(calendar: WorkCalendar, moment: dt.datetime) -> None:
        shut = Shut(key="shut", title="Shut", time_zone="UTC", week=calendar.week)
        laws.deadline_falls_in_hours(deadline, moment, shut)

    with pytest.raises(AssertionError, match="when all is shut"):
        falls()


hundred = st.lists(st.integers(1, 99), min_size=1, max_size=4, unique=True).map(
    lambda cuts: [
        Percent(Decimal(high - low))
        for low, high in zip([0, *sorted(cuts)], [*sorted(cuts), 100], strict=True)
    ]
)


def largest_remainders(amount: Money, shares: Sequence[Percent]) -> list[Money]:
    """Divide in the minor unit, what is left going to the largest remainders."""
    unit = Money(Decimal("0.01"), amount.currency)
    exact = [(amount * share).amount / unit.amount for share in shares]
    whole = [int(part) for part in exact]
    left = int(amount.amount / unit.amount) - sum(whole)
    order = sorted(range(len(exact)), key=lambda at: whole[at] - exact[at])
    for at in order[:left]:
        whole[at] += 1
    return [unit * part for part in whole]


def rounded(amount: Money, shares: Sequence[Percent]) -> list[Money]:
    """Divide as a careless hand does."""
    return [(amount * share).rounded() for share in shares]


sums = st.integers(0, 10**9).map(lambda kopecks: Money(Decimal(kopecks) / 100, "RUB"))


@given(sums, hundred)
def test_shares(amount: Money, shares: list[Percent]) -> None:
    """Largest remainders make the whole."""
    laws.shares_make_the_whole(largest_remainders, amount, shares)


@pytest.mark.parametrize(
    ("share", "told"),
    [
        (rounded, "0.01 RUB + 0.01 RUB is 0.02 RUB, not 0.01 RUB"),
        (lambda amount, _: [amount], "how many parts 0.01 RUB has"),
        (lambda amount, _: [amount * percent("50%")] * 2, "is not whole"),
        (lambda amount, _: [amount + amount, -amount], "50% of 0.01 RUB is not"),
    ],
)
def test_careless_shares_are_found(share: object, told: str) -> None:
    """A lost kopeck, a lost part, half a kopeck and a debt are told."""
    with pytest.raises(AssertionError, match=told.replace("+", r"\+")):
        laws.shares_make_the_whole(
            share,  # type: ignore[arg-type]
            money("0.01 RUB"),
            [percent("50%"), percent("50%")],
        )


BASE = money("100000 RUB")


def by_results(sold: Sequence[int], refunded: Sequence[int]) -> Money:
    """Pay for what is left of the sales: one rouble for each, two above ten."""
    left = sum(sold) - sum(refunded)
    return money("1 RUB") * left * (2 if left > 10 else 1)


def by_rate(sold: Sequence[int], refunded: Sequence[int]) -> Money:
    """Take back at today's rate what was paid at another one."""
    rate = 2 if sum(sold) > 10 else 1
    return money("1 RUB") * rate * (sum(sold) - sum(refunded))


@given(st.lists(st.integers(1, 9), min_size=1), st.data())
def test_refunds(sold: list[int], data: st.DataObject) -> None:
    """A refund that lowers the result takes back exactly what the sale brought."""
    laws.refund_returns_its_effect(by_results, sold, data.draw(st.sampled_from(sold)))


def test_a_refund_that_keeps_the_tier_is_found() -> None:
    """A tier that was reached by a sale and kept after its refund is told."""
    laws.refund_returns_its_effect(by_rate, [3, 4], 4)
    said = r"^with 8 refunded 14 RUB is paid, without it 7 RUB$"
    with pytest.raises(AssertionError, match=said):
        laws.refund_returns_its_effect(by_rate, [7, 8], 8)


@given(
    st.sampled_from(["linear", "whole", "marginal"]).flatmap(
        lambda mode: paying_scales(mode=mode, base="revenue")  # type: ignore[arg-type]
    ),
    st.data(),
)
def test_pay_of_revenue(scale: Scale, data: st.DataObject) -> None:
    """A base may grow with the result, and any function may be what pays."""
    result = data.draw(results(scale))
    grown = BASE * result.amount
    laws.pay_is_never_negative(scale, result, lambda one: BASE * one.amount)
    laws.pay_is_never_negative(
        lambda one: scale.pay(one, grown, target_pay=BASE), result
    )


def test_shares_of_nothing() -> None:
    """A scale pays shares of something: that it is left out is told."""
    tier = Tier(start=quantity("0%"), rate=percent("1%"))
    with pytest.raises(TypeError, match="say of what with `base`"):
        laws.pay_is_never_negative(Scale(tiers=(tier,), mode="whole"), tier.start)


def parts() -> st.SearchStrategy[Part]:
    """Return the strategy of parts, some of which have problems."""
    whole = regulations("en", size="small").map(lambda one: part().add(one))
    return whole | st.just(part().add("no piece"))


@given(parts(), parts(), parts())
def test_parts_associate(first: Part, second: Part, third: Part) -> None:
    """It does not matter which parts are joined first, nor where problems are."""
    laws.parts_associate(first, second, third)
