"""A mutated dict differs from the valid one in one place."""

from __future__ import annotations

import copy

from hypothesis import given, settings
from hypothesis import strategies as st

from salesreg.errors import LoadError
from salesreg.io.dicts import from_dict, to_dict
from salesreg.model.regulation import Regulation
from salesreg.testing import regulations
from salesreg.testing.mutations import mutated

ENTRY: dict[str, object] = {
    "format": "salesreg/1",
    "key": "b2b",
    "title": "B2B",
    "text": "Call.",
}


@settings(max_examples=50, deadline=None)
@given(st.data(), regulations(size="small"))
def test_the_original_stays(data: st.DataObject, regulation: Regulation) -> None:
    """Mutating gives a copy."""
    original = to_dict(regulation)
    before = copy.deepcopy(original)
    data.draw(mutated(original))
    assert before == original


def test_most_mutations_are_refused() -> None:
    """Both valid and invalid data are drawn, invalid ones mostly."""
    accepted = []

    @settings(max_examples=200, database=None, derandomize=True)
    @given(mutated(ENTRY))
    def draw(changed: dict[str, object]) -> None:
        try:
            from_dict(changed)
        except LoadError:
            accepted.append(False)
        else:
            accepted.append(True)

    draw()
    assert 0.02 < sum(accepted) / len(accepted) < 0.5
