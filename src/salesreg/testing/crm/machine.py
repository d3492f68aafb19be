"""The state machine that drives a CRM with random deals and random times."""

from __future__ import annotations

from typing import ClassVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from salesreg.model.regulation import Regulation
from salesreg.testing.crm.adapter import CrmFactory
from salesreg.testing.crm.rulebook import Rulebook
from salesreg.testing.crm.trial import Trial

_SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large)
"""A CRM may be slow; that is not what is tested."""

_FEW = st.integers(0, 7)
_MANY = st.integers(0, 63)
"""Numbers that a trial takes modulo the choices it has."""


class PipelineMachine(RuleBasedStateMachine):
    """Drives a CRM through a pipeline, and holds it against the regulation.

    It tries proper moves and moves with one thing wrong, lets events happen, and
    goes from one telling moment to the next: openings, closings, lunch, cut-offs,
    and a minute before and after each clock runs out. After every step the CRM must
    show the stage, the owner and the values that follow, and the clocks that run.

    >>> class Forgetful:
    ...     "A CRM that has no deals."
    ...     def __init__(self, regulation): ...
    >>> machine = PipelineMachine.for_(regulation, Forgetful)  # doctest: +SKIP
    """

    rulebook: ClassVar[Rulebook]
    factory: ClassVar[CrmFactory]

    @classmethod
    def for_(cls, regulation: Regulation, adapter: CrmFactory) -> type[PipelineMachine]:
        """Return the machine for a regulation and a CRM.

        Its `TestCase` is a test of unittest, which pytest collects:
        `TestMyCrm = PipelineMachine.for_(reg, MyCrm).TestCase`.

        Args:
            regulation: What the CRM is held against.
            adapter: Makes the CRM of one run, without deals: the class of an
                adapter, or a function. A CRM with a method `close` is closed.

        Raises:
            InvalidValue: The regulation has no stages, or a calendar whose time
                zone or country is unknown.
        """
        held = {"rulebook": Rulebook.of(regulation), "factory": staticmethod(adapter)}
        made: type[PipelineMachine] = type(cls.__name__, (cls,), held)
        made.TestCase.settings = settings(
            deadline=None,
            stateful_step_count=30,
            report_multiple_bugs=False,
            suppress_health_check=_SLOW,
        )
        return made

    def __init__(self) -> None:
        """Start a run with a CRM without deals."""
        super().__init__()
        self.crm = type(self).factory(self.rulebook.regulation)
        self.trial = Trial(self.rulebook, self.crm)

    @precondition(lambda self: not self.trial.full)
    @rule(owner=_FEW, values=_FEW)
    def create(self, owner: int, values: int) -> None:
        """A deal appears."""
        self.trial.create(owner, values)

    @precondition(lambda self: self.trial.begun)
    @rule(deal=_FEW, way=_FEW)
    def advance(self, deal: int, way: int) -> None:
        """A deal is moved as it should be."""
        self.trial.advance(deal, way)

    @precondition(lambda self: self.trial.begun)
    @rule(deal=_FEW, way=_FEW, flaw=_MANY)
    def attempt(self, deal: int, way: int, flaw: int) -> None:
        """A deal is moved with one thing wrong."""
        self.trial.attempt(deal, way, flaw)

    @precondition(lambda self: self.trial.begun)
    @rule(deal=_FEW, to=_FEW)
    def stray(self, deal: int, to: int) -> None:
        """A deal is moved where no transition leads."""
        self.trial.stray(deal, to)

    @precondition(lambda self: self.trial.begun)
    @rule(deal=_FEW, event=_FEW, by=_FEW)
    def record(self, deal: int, event: int, by: int) -> None:
        """Something happens to a deal."""
        self.trial.record(deal, event, by)

    @rule(which=_MANY, minutes=st.sampled_from((0, 1, -1)))
    def wait(self, which: int, minutes: int) -> None:
        """Time passes until a moment that matters."""
        self.trial.wait(which, minutes)

    def teardown(self) -> None:
        """Close the CRM."""
        close = getattr(self.crm, "close", None)
        if close:
            close()
