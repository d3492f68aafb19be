"""Conditions compared exactly: what satisfies them, what none of them takes.

A question about conditions is a search over the cells of their fields. It means
what `holds` in `salesreg.values.facts` means: a field without a value satisfies
nothing but `Filled(value=False)` and negations, money of another currency
satisfies no bound. Three things are wider here, so that "there is no such deal"
is always certain:

- a value of another kind than a condition is about does not satisfy it, where
  `holds` refuses the value;
- how long ago a date was is independent of the date, for nobody knows when the
  condition will be looked at; only durations counted in one unit are compared
  (a week is 7 days, a year 12 months, a working hour is no hour);
- a field holds any text unless its choices are given.

Whether conditions fit together is as hard as any puzzle, so each question has a
budget of steps; `Comparison` asks several questions about the same conditions.
"""

from __future__ import annotations

from collections.abc import Sequence

from salesreg.solve.comparison import Comparison, Deal, Domains
from salesreg.values.condition import Condition


def witness(condition: Condition, domains: Domains | None = None) -> Deal | None:
    """Return a deal that satisfies a condition, or None when none can.

    Raises:
        TooHard: The steps are used up.

    >>> from salesreg.values.where import where
    >>> dict(witness((where("seats") > 10) & (where("seats") < 20)).facts)
    {'seats': Decimal('11')}
    >>> witness((where("seats") > 10) & (where("seats") < 10))
    """
    return Comparison([condition], domains).find(hold=[0])


def implies(one: Condition, other: Condition, domains: Domains | None = None) -> bool:
    """Tell whether every deal that satisfies one satisfies the other.

    Raises:
        TooHard: The steps are used up.

    >>> from salesreg.values.where import where
    >>> implies(where("city") == "Perm", where("city").filled())
    True
    """
    return Comparison([one, other], domains).find(hold=[0], fail=[1]) is None


def overlap(
    one: Condition, other: Condition, domains: Domains | None = None
) -> Deal | None:
    """Return a deal that satisfies both, or None when none can.

    Raises:
        TooHard: The steps are used up.
    """
    return Comparison([one, other], domains).find(hold=[0, 1])


def uncovered(
    conditions: Sequence[Condition],
    within: Condition | None = None,
    domains: Domains | None = None,
) -> Deal | None:
    """Return a deal that satisfies none of the conditions, or None.

    Args:
        conditions: The conditions.
        within: What the deal must satisfy.
        domains: What the definitions of fields say.

    Raises:
        TooHard: The steps are used up.
    """
    asked = [*conditions, *([] if within is None else [within])]
    count = len(conditions)
    comparison = Comparison(asked, domains)
    return comparison.find(hold=range(count, len(asked)), fail=range(count))
