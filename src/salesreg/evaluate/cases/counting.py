"""What formulas count: records, and what pay changes in how they count (13, 15)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Protocol

from attrs import frozen

from salesreg.evaluate.case import Case
from salesreg.evaluate.tables import MoneyMoved
from salesreg.values.condition import Condition
from salesreg.values.expression import Aggregate, Count

if TYPE_CHECKING:
    from salesreg.evaluate.cases.concerned import Concerned
    from salesreg.evaluate.cases.ledger import Ledger
    from salesreg.evaluate.cases.measure import Measure


@frozen(eq=False)
class Entry:
    """A record that a leaf of a formula may count.

    Attributes:
        at: The moment by which it is in a period.
        case: The deal it belongs to.
        person: Whose it is, when the record itself says so.
        amount: What the record itself holds: minutes, or money.
        currency: Currency of the amount, if it is money.
        own: What the amount is called.
    """

    at: dt.datetime
    case: Case | None = None
    person: str | None = None
    amount: Fraction | None = None
    currency: str | None = None
    own: str | None = None


Shares = Callable[[Case, dt.datetime, Fraction, str | None], Mapping[str, Fraction]]
"""How a sum of a deal at a moment divides between people."""

Refunded = Callable[[Case, MoneyMoved], tuple[dt.date | None, Fraction]]
"""In which period, by a date in it, a refund counts, and with what share."""

Reduced = Callable[[Case, MoneyMoved], Fraction]
"""By how much a payment is lowered before it counts."""


@frozen(eq=False)
class Apart:
    """Deals that are looked at one by one, beside the sums of the others.

    Attributes:
        table: The table of their keys.
        ledger: Their records.
    """

    table: str
    ledger: Ledger


@frozen(eq=False)
class Counting:
    """What pay changes in how records are counted; nothing by default.

    Attributes:
        where: Deals that count, besides what formulas ask.
        shares: How sums divide between people; None: all is the owner's.
        refunded: When refunds count; None: when they are made.
        reduced: By how much payments are lowered; None: by nothing.
        quota: What targets of the person are multiplied by.
        apart: The deals that may count otherwise, if the others are summed up.
    """

    where: Condition | None = None
    shares: Shares | None = None
    refunded: Refunded | None = None
    reduced: Reduced | None = None
    quota: Fraction = Fraction(1)
    apart: Apart | None = None


AS_IT_IS = Counting()
"""Records counted as they are."""


class NotSummed(Exception):  # noqa: N818 - no error: records are counted instead
    """A leaf of a formula has to be counted from records."""


class Summing(Protocol):
    """What has summed up records beforehand, so that they need not be read."""

    @property
    def first_day(self) -> dt.date | None:
        """The date on which the first deal was created."""
        ...

    def apart(self, concerned: Concerned) -> Apart:
        """Return the deals that a plan looks at one by one, with their records."""
        ...

    def value(
        self, measure: Measure, leaf: Count | Aggregate, unit: str | None
    ) -> Fraction | None:
        """Return the value of a leaf; None where it is undefined.

        Raises:
            NotSummed: It has to be counted from records.
        """
        ...
