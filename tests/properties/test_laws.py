"""The laws hold for drawn regulations: plain, nasty, dangling, of every size."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from salesreg.checks.catalogue import OURS
from salesreg.model.regulation import Regulation
from salesreg.testing import faulty, laws, regulations, without_fault
from salesreg.testing.faults import Faulty
from salesreg.testing.laws import Law

FAULTS = [check.code for check in OURS if check.code not in without_fault(OURS)]
KINDS = {
    "plain": regulations(),
    "nasty": regulations(texts="nasty"),
    "dangling": regulations(dangling=True, size="small", texts="nasty"),
}
CHECKED = [law for law in laws.LAWS if law.__module__.endswith("checked")]

slow = settings(
    max_examples=30,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.mark.parametrize("law", laws.LAWS, ids=lambda law: law.__name__)
@pytest.mark.parametrize("kind", KINDS)
def test_laws(law: Law, kind: str) -> None:
    """Each law holds for readable texts, nasty ones and references to nothing."""

    @slow
    @given(KINDS[kind])
    def check(regulation: Regulation) -> None:
        law(regulation)

    check()


@pytest.mark.parametrize("law", CHECKED, ids=lambda law: law.__name__)
def test_laws_of_checks(law: Law) -> None:
    """Each law of reports holds where there is something to report."""

    @settings(slow, max_examples=20)
    @given(st.sampled_from(FAULTS).flatmap(faulty))
    def check(fault: Faulty) -> None:
        law(fault.regulation)

    check()


@settings(slow, max_examples=20)
@given(regulations(size="large", texts="nasty"))
def test_large_regulations(regulation: Regulation) -> None:
    """Texts of large regulations are read back."""
    laws.round_trip_dict(regulation)
    laws.round_trip_json(regulation)
    laws.round_trip_yaml(regulation)
