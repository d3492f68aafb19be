"""Checks of users: what an entry point may give, and what happens when it fails."""

from __future__ import annotations

import sys
from importlib.metadata import EntryPoint
from types import ModuleType

import pytest

import salesreg as sr
from salesreg.checks import catalogue as module
from salesreg.checks.catalogue import OURS, catalogue
from salesreg.checks.check import Check
from salesreg.checks.said import Said
from salesreg.checks.settings import Settings
from tests.checks.small import CHECKS, LongTitle, UnitTwice, entry_point

REGULATION = sr.regulation("r", title="R", language="en").build()


def given(monkeypatch: pytest.MonkeyPatch, *points: EntryPoint) -> None:
    """Let these entry points be all that is installed."""

    def installed(*, group: str) -> list[EntryPoint]:
        return [point for point in points if point.group == group]

    monkeypatch.setattr(module, "entry_points", installed)


def holding(monkeypatch: pytest.MonkeyPatch, **names: object) -> str:
    """Return the name of a module that holds some names."""
    made = ModuleType("a_package_of_checks")
    vars(made).update(names)
    monkeypatch.setitem(sys.modules, made.__name__, made)
    return made.__name__


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("tests.checks.small:CHECKS", CHECKS),
        ("tests.checks.small:UnitTwice", (UnitTwice,)),
    ],
)
def test_entry_point(
    monkeypatch: pytest.MonkeyPatch, value: str, expected: tuple[type[Check], ...]
) -> None:
    """An entry point names one check or several; they come after our own."""
    given(monkeypatch, entry_point(value))
    assert (*OURS, *expected) == catalogue()


def test_packages_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """Packages come by the names of their entry points, however they are found."""
    points = [
        entry_point(f"tests.checks.small:{value}", name)
        for name, value in (("b", "UnitTwice"), ("a", "LongTitle"))
    ]
    given(monkeypatch, *points)
    assert (LongTitle, UnitTwice) == catalogue()[-2:]


def test_checks_of_users_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """A check of a package runs with the others, and its settings hold."""
    given(monkeypatch, entry_point("tests.checks.small:CHECKS"))
    regulation = sr.from_dict(
        {
            **REGULATION.to_dict(),
            "roles": [{"key": "head", "title": "Head of everything"}],
        }
    )
    report = regulation.check(select=["TST"])
    assert ["TST02"] == [one.code for one in report]
    settings = Settings(thresholds={"TST02": {"most": 50}})
    assert [] == list(regulation.check(select=["TST"], settings=settings))


def broken(**changes: object) -> type[Check]:
    """Return a check that lacks something."""
    return type("Broken", (UnitTwice,), {"code": "TST99", **changes})


@pytest.mark.parametrize(
    ("made", "message"),
    [
        (UnitTwice(), "which is no subclass of Check"),
        ([LongTitle, "text"], "gives 'text', which is no subclass of Check"),
        (broken(code="lower1"), "has the code 'lower1'"),
        (broken(code=7), "needs `code`, a text"),
        (broken(severity="fatal"), "has the severity 'fatal', not error, warning"),
        (broken(message="text"), "needs `message`, a Said"),
        (broken(why=None), "needs `why`, a Said"),
        (broken(check=Check.check), "has no method `check`"),
        (broken(code="GOL02"), "gives GOL02, a code that is taken"),
        ([LongTitle, LongTitle], "gives TST02, a code that is taken"),
    ],
)
def test_unfit_checks(
    monkeypatch: pytest.MonkeyPatch, made: object, message: str
) -> None:
    """What is no check that can run is one finding that says what is wrong."""
    name = holding(monkeypatch, MADE=made)
    given(monkeypatch, entry_point(f"{name}:MADE", "acme"))
    (found,) = [one for one in REGULATION.check() if one.code == "CHK01"]
    assert found.message.startswith("Check acme failed: `")
    assert message in found.message


@pytest.mark.parametrize("value", ["no_such_package_at_all:CHECKS", "json:CHECKS"])
def test_package_that_cannot_be_had(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    """A package that cannot be imported is one finding, and others still run."""
    points = (entry_point(value, "acme"), entry_point("tests.checks.small:CHECKS"))
    given(monkeypatch, *points)
    failed = [one for one in REGULATION.check() if one.code == "CHK01"]
    assert [("CHK01", "error", "")] == [(f.code, f.severity, f.path) for f in failed]
    assert set(CHECKS) < set(catalogue())


def test_check_that_says_nothing_sensible(monkeypatch: pytest.MonkeyPatch) -> None:
    """A check whose message lacks a value is a failed check, not a crash."""

    class Dumb(UnitTwice):
        """A check with a message that it does not fill."""

        code = "TST98"
        message = Said(en="{nobody} knows", ru="{nobody} знает")

    name = holding(monkeypatch, MADE=Dumb)
    given(monkeypatch, entry_point(f"{name}:MADE"))
    regulation = sr.from_dict({**REGULATION.to_dict(), "scope": {"units": ["A", "A"]}})
    assert ["CHK01"] == [one.code for one in regulation.check(select=["TST98"])]
