"""What holds for checks over any regulation: drawn, shuffled, broken in many ways."""

from __future__ import annotations

import datetime as dt
import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from salesreg.checks.api import check
from salesreg.checks.catalogue import OURS
from salesreg.checks.examples import laid_over
from salesreg.checks.report import CheckReport
from salesreg.errors import parts_of, pointer
from salesreg.model.regulation import Regulation
from salesreg.paths.keyed import keyed, unkeyed
from salesreg.paths.tree import at
from salesreg.testing import regulations
from tests.checks.base import PACKS, TODAY, base, run

FAULTS = [(one.code, text) for one in OURS for text in one.invalid]
FREE_ORDER = ("roles", "documents", "kpis", "reports", "tools", "terms", "products")
"""Collections of the base whose order says nothing."""

slow = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def everything(regulation: Regulation, today: dt.date | None = TODAY) -> CheckReport:
    """Return the report of every check of every pack."""
    return check(regulation, packs=PACKS, today=today)


@slow
@given(
    st.one_of(
        regulations(text="nasty"),
        regulations(dangling=True),
        regulations(dangling=True, size="small", text="nasty"),
    )
)
def test_no_check_fails(regulation: Regulation) -> None:
    """Every check ends on any regulation, and points at places that are there."""
    report = everything(regulation)
    assert [] == [str(one) for one in report if one.code == "CHK01"]
    for finding in report:
        for path in (finding.path, *(one.path for one in finding.also)):
            at(regulation, path)
            assert path == unkeyed(regulation, keyed(regulation, path))
    assert report.to_dict() == json.loads(json.dumps(report.to_dict()))
    assert report.to_dict() == everything(regulation).to_dict()


@slow
@given(regulations(dangling=True))
def test_languages_agree(regulation: Regulation) -> None:
    """A report says the same in both languages."""
    russian = check(regulation, packs=PACKS, today=TODAY, language="ru")
    english = check(regulation, packs=PACKS, today=TODAY, language="en")
    assert sorted((one.code, one.path) for one in russian) == sorted(
        (one.code, one.path) for one in english
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
@given(st.lists(st.sampled_from(FAULTS), min_size=1, max_size=4, unique=True))
def test_fixing_settles(faults: list[tuple[str, str]]) -> None:
    """Fixing brings no finding, and fixing again changes nothing."""
    broken = base()
    for _, text in faults:
        broken = laid_over(broken, text)
    before = everything(broken)
    mended = before.fixed()
    after = everything(mended)
    assert {(one.code, one.message) for one in after} <= {
        (one.code, one.message) for one in before
    }
    assert not any(one.fix for one in after)
    assert mended == after.fixed()
