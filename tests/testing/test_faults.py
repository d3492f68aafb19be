"""Planted faults: each is found by its check alone, and users plant their own."""

from __future__ import annotations

import pytest
from hypothesis import find, given
from hypothesis import strategies as st

from salesreg.checks.catalogue import OURS
from salesreg.checks.general.goals.smart import GoalWithoutTarget
from salesreg.model.regulation import Language
from salesreg.testing import faulty, without_fault
from salesreg.testing.checking import full_report
from salesreg.testing.faults import Faulty, consistent
from tests.checks.small import UnitTwice

ALONE_NEVER = ("CHK01", "CHK03")
CODES = [check.code for check in OURS if check.code not in ALONE_NEVER]


class Untested(UnitTwice):
    """A unit is listed twice, says a check without examples."""

    code = "TST09"
    name = "untested"
    invalid = ()


@pytest.mark.parametrize("language", ["ru", "en"])
def test_consistent(language: Language) -> None:
    """Nothing is found in the regulation that faults are planted in."""
    assert () == full_report(consistent(language)).findings


@given(st.sampled_from(CODES).flatmap(faulty))
def test_only_its_check(fault: Faulty) -> None:
    """All checks of all packs find the planted fault and nothing else."""
    assert {fault.code} == {one.code for one in full_report(fault.regulation)}


def test_shrinks_to_the_first_example() -> None:
    """The smallest fault is the check's first example, in Russian."""
    fault = find(faulty("GOL02"), lambda _: True)
    assert "ru" == fault.regulation.language
    assert GoalWithoutTarget.invalid[0] == fault.example
    assert len(repr(fault)) < 400


@given(st.data())
def test_own_check(data: st.DataObject) -> None:
    """A user's own check brings its fault along, and it is found alone."""
    fault = data.draw(faulty("TST01", checks=[UnitTwice]))
    report = full_report(fault.regulation, checks=[UnitTwice])
    assert {"TST01"} == {one.code for one in report}


def test_without_fault() -> None:
    """A check without examples is reported by its code."""
    assert ("TST09",) == without_fault([UnitTwice, Untested])
    assert ALONE_NEVER == without_fault(OURS)


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("TST09", "check TST09 has no `invalid` example to plant"),
        ("GOL020", "there is no check 'GOL020'; did you mean 'GOL02'?"),
    ],
)
def test_nothing_to_plant(code: str, message: str) -> None:
    """Asking for a fault that nobody has says so at once."""
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - compared below
        faulty(code, checks=[Untested])
    assert message == str(caught.value)
