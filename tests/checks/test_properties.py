"""What holds for several faults at once; of one, the laws of checks tell."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from salesreg.checks.catalogue import OURS
from salesreg.checks.examples import laid_over
from salesreg.errors import parts_of, pointer
from salesreg.model.regulation import Regulation
from salesreg.paths.keyed import keyed
from salesreg.testing import laws
from tests.checks.base import base, run

FAULTS = [(one.code, text) for one in OURS for text in one.invalid]
FREE_ORDER = ("roles", "documents", "kpis", "reports", "tools", "terms", "products")
"""Collections of the base whose order says nothing, not even who is at fault."""

slow = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def places(regulation: Regulation) -> set[tuple[str, frozenset[str]]]:
    """Return the code of each finding with the things that take part, by keys."""
    return {
        (one.code, frozenset(_thing(regulation, path) for path in paths))
        for one in run(regulation)
        for paths in [[one.path, *(other.path for other in one.also)]]
    }


def _thing(regulation: Regulation, path: str) -> str:
    return pointer(*parts_of(keyed(regulation, path))[:2])


@slow
@given(st.data())
def test_order_says_nothing(data: st.DataObject) -> None:
    """A fault is found at the same places by keys, in whatever order things stand.

    Of two things that clash it is the later one's fault, so places are compared
    together.
    """
    _, text = data.draw(st.sampled_from(FAULTS))
    broken = laid_over(base(), text)
    shuffled = broken
    for name in FREE_ORDER:
        order = data.draw(st.permutations(getattr(broken, name)))
        shuffled = shuffled.replace(f"/{name}", tuple(order))
    assert places(broken) == places(shuffled)


@slow
@given(st.lists(st.sampled_from(FAULTS), min_size=2, max_size=4, unique=True))
def test_fixing_settles(faults: list[tuple[str, str]]) -> None:
    """Fixes of several faults do not get into one another's way."""
    broken = base()
    for _, text in faults:
        broken = laid_over(broken, text)
    laws.fixes_settle(broken)
