"""What nobody may grant, and what two may, is so for some deal and some size."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesreg.solve.authority import Share, contested, unheld
from salesreg.solve.cells import Domain
from salesreg.solve.scales import Range
from salesreg.values.amounts import Quantity
from salesreg.values.condition import Condition, Filled, Flag, Is, Within
from salesreg.values.facts import holds
from salesreg.values.times import duration

NORTH, URGENT = Is(field="region", values=("North",)), Flag(field="urgent")
WHENS: tuple[Condition | None, ...] = (
    None,
    NORTH,
    ~NORTH,
    URGENT,
    NORTH & ~URGENT,
    Is(field="region", values=("North", "South")),
)
DEALS = [
    {"region": region, "urgent": urgent}
    for region in (None, "North", "South", "West")
    for urgent in (None, True, False)
]


def points(number: int | Decimal) -> Quantity:
    """Return a percentage."""
    return Quantity(Decimal(number), "%")


def share(
    who: str, start: int, end: int | None, when: Condition | None = None
) -> Share:
    """Return a share from one percentage to another."""
    return Share(who, Range(points(start), points(end) if end else None), when)


shares = st.lists(
    st.builds(
        lambda who, start, more, when: share(who, start, start + more, when),
        st.sampled_from("abc"),
        st.integers(0, 8),
        st.integers(1, 6),
        st.sampled_from(WHENS),
    ),
    max_size=6,
)


def granting(known: list[Share], deal: dict[str, object], size: Decimal) -> list[Share]:
    """Return the shares that hold for a deal and a size."""
    return [
        one
        for one in known
        if one.range.start
        and one.range.end
        and one.range.start.amount <= size < one.range.end.amount
        and (one.when is None or holds(one.when, deal))
    ]


@settings(max_examples=200, deadline=None)
@given(shares)
def test_unheld(known: list[Share]) -> None:
    """In a hole there is a deal that the shares around it are for, and no share."""
    for hole in unheld(known):
        size = (hole.start.amount + hole.end.amount) / 2
        around = [known[at].when for at in (hole.low, hole.high)]
        left = [
            deal
            for deal in DEALS
            if all(when is None or holds(when, deal) for when in around)
            and not granting(known, deal, size)
        ]
        assert left


@settings(max_examples=200, deadline=None)
@given(shares)
def test_contested(known: list[Share]) -> None:
    """What is contested two roles may grant to one deal."""
    for hole in contested(known):
        size = (hole.start.amount + hole.end.amount) / 2
        pair = [known[hole.low], known[hole.high]]
        assert any(granting(pair, deal, size) == pair for deal in DEALS)
        assert pair[0].who != pair[1].who


RECENT = Within(field="touch", duration=duration("1 month"))
AGES = RECENT & ~Within(field="touch", duration=duration("20 days"))


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ([share("a", 0, 10), share("b", 7, 15)], [(7, 10)]),
        ([share("a", 0, 10), share("b", 7, None)], [(7, 10)]),
        # A chain, one share within another, one role, one boundary.
        ([share("a", 0, 10), share("b", 0, 15)], []),
        ([Share("a", Range(None, points(10))), share("b", 0, 15)], []),
        ([share("a", 0, None), share("b", 7, 15)], []),
        ([share("a", 0, 15), share("b", 7, 15)], []),
        ([share("a", 0, 10), share("a", 7, 15)], []),
        ([Share("a", Range(points(0), points(7), True)), share("b", 7, 15)], []),
        # Two sellers beside one another, and their head.
        ([share("a", 0, 5), share("b", 0, 7), share("c", 5, 15)], []),
        # Other deals; and deals of which nobody can tell.
        ([share("a", 0, 10, NORTH), share("b", 7, 15, ~NORTH)], []),
        ([share("a", 0, 10, NORTH), share("b", 7, 15, URGENT)], [(7, 10)]),
        ([share("a", 0, 10, AGES), share("b", 7, 15)], []),
        # Another unit, and a share that ends before it begins.
        ([share("a", 0, 10), Share("b", Range(Quantity.parse("7 days"), None))], []),
        ([share("a", 0, 10), share("b", 7, 15), share("c", 9, 3)], []),
        ([], []),
        ([Share("a", Range(None, None)), Share("b", Range(None, None))], []),
    ],
)
def test_side_by_side(known: list[Share], expected: list[tuple[int, int]]) -> None:
    """Shares are contested when they are staggered, for the same deals."""
    found = [(hole.start.amount, hole.end.amount) for hole in contested(known)]
    assert expected == found


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        # The end of the lower one, whether it is inside, the start of the higher.
        (("5%", False, "7%"), 1),
        (("5%", True, "6%"), 1),
        (("5%", False, "5%"), 0),
        (("14 days", True, "15 days"), 0),
        (("14 days", False, "15 days"), 1),
        (("14 days", True, "16 days"), 1),
        (("99999 RUB", True, "100000 RUB"), 0),
        (("99999.50 RUB", True, "100000.50 RUB"), 1),
    ],
)
def test_next(ends: tuple[str, bool, str], expected: int) -> None:
    """Between whole sizes that follow one another there is no hole."""
    end, inside, start = Quantity.parse(ends[0]), ends[1], Quantity.parse(ends[2])
    known = [Share("a", Range(None, end, inside)), Share("b", Range(start, None))]
    assert expected == len(unheld(known))


def test_holes_of_some_deals() -> None:
    """A hole that one condition leaves is found, though other deals have none."""
    known = [
        share("a", 0, 5),
        share("b", 5, 10, NORTH),
        share("c", 10, 20),
        share("d", 30, 40, URGENT),
    ]
    assert [(Decimal(20), Decimal(30))] == [
        (hole.start.amount, hole.end.amount) for hole in unheld(known)
    ]
    # Nobody has both shares, so nothing is missing between them.
    assert () == unheld([share("a", 0, 5, NORTH), share("b", 10, 20, ~NORTH)])


def test_holes_are_named() -> None:
    """Each hole is told once, with the shares below it and above it."""
    known = [share("b", 10, 20), share("a", 0, 5), share("c", 30, 40)]
    assert [(1, 0, 5, 10), (0, 2, 20, 30)] == [
        (hole.low, hole.high, hole.start.amount, hole.end.amount)
        for hole in unheld(known)
    ]
    # Only the deals of one condition have this hole.
    known = [
        share("b", 5, 10, ~NORTH),
        share("a", 0, 5, NORTH),
        share("c", 10, 20, NORTH),
    ]
    assert [(1, 2, 5, 10)] == [
        (hole.low, hole.high, hole.start.amount, hole.end.amount)
        for hole in unheld(known)
    ]
    # Two shares that have deals in common, but none of those that a third is for.
    known = [
        share("a", 0, 5, ~URGENT | NORTH),
        share("b", 5, 10, ~URGENT),
        share("c", 10, 20, ~URGENT | ~NORTH),
        share("d", 20, 30, URGENT),
    ]
    assert () == unheld(known)


def test_order_of_shares() -> None:
    """Which share is the lower one does not hang on which is written first."""
    known = [share("b", 7, 15), share("a", 0, 10)]
    assert [(1, 0)] == [(hole.low, hole.high) for hole in contested(known)]
    assert () == contested([Share("a", Range(None, points(10)))])


def test_small_sizes() -> None:
    """A share without a start begins at nothing, not above it."""
    known = [
        Share("a", Range(None, points(Decimal("0.5")))),
        Share("b", Range(points(Decimal("0.25")), points(15))),
        share("c", 3, 3),
    ]
    assert [(Decimal("0.25"), Decimal("0.5"))] == [
        (hole.start.amount, hole.end.amount) for hole in contested(known)
    ]


def test_domains() -> None:
    """Shares for deals that no choice of a field allows are for none."""
    nowhere = Filled(field="region") & ~Is(field="region", values=("North", "South"))
    domains = {"region": Domain(choices=("North", "South"))}
    apart = [share("a", 0, 5, nowhere), share("b", 10, 20, nowhere)]
    staggered = [share("a", 0, 10, nowhere), share("b", 7, 15, nowhere)]
    assert (1, 0) == (len(unheld(apart)), len(unheld(apart, domains)))
    assert (1, 0) == (len(contested(staggered)), len(contested(staggered, domains)))


def test_many() -> None:
    """Thousands of shares are gone through; when they hang on rules, given up."""
    staggered = [share("ab"[at % 2], at, at + 2) for at in range(5000)]
    assert 4999 == len(contested(staggered))
    assert () == unheld(staggered)
    ruled = [one._replace(when=NORTH) for one in staggered] * 4
    assert () == contested(ruled)
