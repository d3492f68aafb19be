"""The laws hold for drawn regulations: plain, nasty, dangling, of every size."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from salesreg.model.regulation import Regulation
from salesreg.testing import laws, regulations
from salesreg.testing.laws import Law


@pytest.mark.parametrize("law", laws.LAWS, ids=lambda law: law.__name__)
@pytest.mark.parametrize("text", ["plain", "nasty"])
def test_laws(law: Law, text: str) -> None:
    """Each law holds for readable texts and for nasty ones."""

    @settings(
        max_examples=60,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(regulations(text="nasty" if text == "nasty" else "plain"))
    def check(regulation: Regulation) -> None:
        law(regulation)

    check()


@settings(max_examples=60, deadline=None)
@given(regulations(dangling=True, size="small"))
def test_dangling_references_load(regulation: Regulation) -> None:
    """A reference to nothing is no question of loading or of writing."""
    for law in laws.LAWS:
        law(regulation)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(regulations(size="large", text="nasty"))
def test_large_regulations(regulation: Regulation) -> None:
    """Texts of large regulations are read back."""
    laws.round_trip_dict(regulation)
    laws.round_trip_json(regulation)
    laws.round_trip_yaml(regulation)
