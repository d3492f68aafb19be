"""Prices and documents: what examples cannot say."""

from __future__ import annotations

import pytest

from salesreg.checks.examples import alone
from tests.checks.base import run

PRICE = "prices: [{key: a, title: A, list_price: %s, discount: %s, price: %s}]"


@pytest.mark.parametrize(
    ("start", "discount", "price", "right"),
    [
        ("1000 RUB", "10%", "900 RUB", None),
        ("1000 RUB", "10%", "901 RUB", "RUB\u00a0900"),
        ("1000 RUB", "10%", "899 RUB", "RUB\u00a0900"),
        # Roubles, in either favour.
        ("999 RUB", "10%", "899 RUB", None),
        ("999 RUB", "10%", "900 RUB", None),
        ("999 RUB", "10%", "901 RUB", "RUB\u00a0899.10"),
        ("999 RUB", "10%", "898 RUB", "RUB\u00a0899.10"),
        # Kopecks.
        ("999.99 RUB", "10%", "899.99 RUB", None),
        ("999.99 RUB", "10%", "900.01 RUB", "RUB\u00a0899.99"),
        # A discount with decimals was divided; a whole one was not.
        ("1440 RUB", "58.3%", "600 RUB", None),
        ("1440 RUB", "58.3%", "602.25 RUB", "RUB\u00a0600.48"),
        ("144000 RUB", "58%", "60000 RUB", "RUB\u00a060,480"),
        ("100 RUB", "0%", "100 RUB", None),
        ("100 RUB", "100%", "0 RUB", None),
        ("100 RUB", "100%", "5 RUB", "RUB\u00a00"),
        ("100 RUB", "10%", "10 USD", None),
    ],
)
def test_price(start: str, discount: str, price: str, right: str | None) -> None:
    """A price is wrong when no rounding leads to it; the right one is said."""
    found = run(alone(PRICE % (start, discount, price)), "LIM05")
    said = [one.values["right"] for one in found]
    assert ([] if right is None else [right]) == said


@pytest.mark.parametrize("field", ["list_price", "discount", "price"])
def test_price_not_whole(field: str) -> None:
    """What is not stated is not reckoned."""
    regulation = alone(PRICE % ("1000 RUB", "10%", "950 RUB"))
    level = regulation.replace(f"/prices/0/{field}", None)
    assert (1, 0) == (len(run(regulation, "LIM05")), len(run(level, "LIM05")))


@pytest.mark.parametrize(
    ("paper", "missing"),
    [
        ("", "author, approver, place of storage and time of storage"),
        ("author: a, signers: [b], storage: c, retention: 1 year", None),
        ("author: a, approvers: [b], storage: c", "time of storage"),
        ("author: a, approvers: [b], retention: 1 year", "place of storage"),
        ("author: a, storage: c, retention: 1 year", "approver"),
        ("approvers: [b], storage: c, retention: 1 year", "author"),
    ],
)
def test_paper(paper: str, missing: str | None) -> None:
    """Just what a document lacks is named."""
    found = run(alone(f"documents: [{{key: p, title: P, {paper}}}]"), "LIM07")
    assert ([missing] if missing else []) == [one.values["missing"] for one in found]


WAY = """
stages:
- {key: lead, title: Lead, kind: initial, transitions: [{to: demo}, {to: offer}]}
- {key: demo, title: Demo, transitions: [{to: offer}, {to: lead}]}
- {key: offer, title: Offer, transitions: [{to: won}, {to: demo}]}
- {key: won, title: Won, kind: won}
- {key: aside, title: Aside, transitions: [{to: won}]}
documents: [{key: p, title: P, made_at: %s, needed_at: [%s]}]
"""


@pytest.mark.parametrize(
    ("made", "needed", "expected"),
    [
        ("offer", "lead", ["/documents/0/needed_at/0"]),
        ("won", "lead, won, offer", [f"/documents/0/needed_at/{n}" for n in (0, 2)]),
        # Deals that skip the demo make it before, by way of the offer.
        ("offer", "demo", []),
        ("won", "demo", []),
        ("demo", "demo", []),
        ("lead", "offer, won", []),
        # No deal comes there, or nobody knows the stage.
        ("aside", "lead", []),
        ("offer", "aside", []),
        ("nowhere", "lead", []),
        ("offer", "nowhere", []),
    ],
)
def test_paper_too_late(made: str, needed: str, expected: list[str]) -> None:
    """A document is too late when every way to its stage passes the one in need."""
    found = run(alone(WAY % (made, needed)), "LIM08")
    assert expected == [one.path for one in found]
