"""What a CRM has to offer so that it can be held against a regulation.

Five methods put a CRM under test. They speak of one test user for each role of the
regulation: `by` and `owner` are keys of roles, and an adapter signs in its user of
that role. Moments have a time zone. Values are what `salesreg.values.facts` reads:
a text, a bool, a `Decimal`, `Money`, `Percent` or a date.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from attrs import field, frozen

from salesreg.model.regulation import Regulation
from salesreg.values.event import Event


class Refused(Exception):  # noqa: N818 - the CRM does its duty, nothing is wrong
    """The CRM does not let this happen; raised by an adapter, with the reason."""


@frozen(kw_only=True)
class CrmDeal:
    """A deal as the CRM has it now.

    Attributes:
        stage: Key of its stage.
        owner: Key of the role whose user owns it; None while it is in the pool.
        values: What its fields hold, by key; an empty field may be left out.
    """

    stage: str
    owner: str | None = None
    values: Mapping[str, object] = field(factory=dict[str, object])


@frozen(kw_only=True, order=True)
class Due:
    """A clock that runs for a deal.

    Attributes:
        deal: The deal.
        rule: JSON Pointer of the clause that sets it: `/stages/0/norm`,
            `/stages/0/deadlines/1`, `/escalations/0/levels/2`, `/ownership/0`.
        at: When it runs out: the firm limit of a norm or a deadline, the moment
            after which somebody is told or the owner loses the deal.
    """

    deal: str
    rule: str
    at: dt.datetime


class Crm(Protocol):
    """A CRM under test; each method is a thing that its users can do or see.

    A method that changes a deal changes nothing when it raises `Refused`. What the
    CRM does by itself (a deal goes to the pool) is done when it is next asked.
    """

    def create(
        self,
        deal: str,
        *,
        at: dt.datetime,
        owner: str | None,
        values: dict[str, object],
    ) -> None:
        """A deal appears, at the start of the pipeline, with an owner.

        Raises:
            Refused: The deal must not enter the pipeline.
        """
        ...

    def move(
        self,
        deal: str,
        to: str,
        *,
        by: str | None,
        at: dt.datetime,
        comment: str,
        values: dict[str, object],
    ) -> None:
        """A user fills fields of a deal (None empties one) and moves it to a stage.

        Raises:
            Refused: A gate or a rule of the move is not kept.
        """
        ...

    def record(
        self, deal: str, event: Event, *, by: str | None, at: dt.datetime
    ) -> None:
        """Something happens: an activity is done, a document signed, money comes.

        With `OwnerAssigned` the user takes the deal over.
        """
        ...

    def deal(self, deal: str, *, at: dt.datetime) -> CrmDeal:
        """Return how a deal stands at a moment."""
        ...

    def due(self, *, at: dt.datetime) -> Iterable[Due]:
        """Return the clocks that run at a moment, those that ran out among them."""
        ...


CrmFactory = Callable[[Regulation], Crm]
"""Makes a CRM without deals that works by a regulation: the class of an adapter."""
