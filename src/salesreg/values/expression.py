"""Expressions: the formula of a KPI or a term, typed over CRM records.

Leaves measure records (how many deals, what sum of a field, how long between
two events) or refer to another KPI; `Arithmetic` and `Ratio` join them.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from salesreg.constraints import Refers
from salesreg.record import record
from salesreg.values.condition import Condition, FieldRef
from salesreg.values.event import Event

Records = Literal["deals", "events", "activities", "payments", "people"]
KpiRef = Annotated[str, Refers("Kpi")]


@record
class Count:
    """The number of records.

    Attributes:
        of: Which records are counted.
        where: Which of them; all when there is no condition.
        event: The event that places a record in the period; by default its
            creation.
    """

    kind: ClassVar[str] = "count"

    of: Records = "deals"
    where: Condition | None = None
    event: Event | None = None


@record
class Aggregate:
    """The sum, mean, least or greatest value of a field.

    Attributes:
        field: Key of the field.
        how: The aggregation.
        of: Which records are read.
        where: Which of them; all when there is no condition.
        event: The event that places a record in the period; by default its
            creation.
    """

    kind: ClassVar[str] = "aggregate"

    field: FieldRef
    how: Literal["sum", "mean", "min", "max", "median"] = "sum"
    of: Records = "deals"
    where: Condition | None = None
    event: Event | None = None


@record
class Elapsed:
    """The mean time between two events of a deal.

    Attributes:
        since: The event that starts the clock.
        until: The event that stops it.
        working: Whether the working clock measures.
    """

    kind: ClassVar[str] = "elapsed"

    since: Event
    until: Event
    working: bool = True


@record
class KpiValue:
    """The value of another KPI in the same period.

    Attributes:
        kpi: Key of that KPI.
    """

    kind: ClassVar[str] = "kpi"

    kpi: KpiRef


@record
class KpiTarget:
    """The target of a KPI for the same period and the same people.

    Attributes:
        kpi: Key of that KPI.
    """

    kind: ClassVar[str] = "target"

    kpi: KpiRef


@record
class Constant:
    """A fixed number.

    Attributes:
        value: The number.
    """

    kind: ClassVar[str] = "constant"

    value: Decimal


@record
class Ratio:
    """One expression divided by another; undefined where the divisor is zero.

    Attributes:
        of: The dividend.
        to: The divisor.
    """

    kind: ClassVar[str] = "ratio"

    of: Expression
    to: Expression


@record
class Arithmetic:
    """Two expressions joined by an operation.

    Attributes:
        op: The operation.
        left: First operand.
        right: Second operand.
    """

    kind: ClassVar[str] = "arithmetic"

    op: Literal["add", "subtract", "multiply"]
    left: Expression
    right: Expression


Expression = (
    Count | Aggregate | Elapsed | KpiValue | KpiTarget | Constant | Ratio | Arithmetic
)
