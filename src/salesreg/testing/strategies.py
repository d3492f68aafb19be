"""Strategies, one per type, with plural names; valid by construction.

Every strategy is read from the shapes of the model: a class or a field that
joins the model is drawn without a word being said here. Nothing is drawn and
thrown away, and everything shrinks to the smallest thing that reads well.

All take `language`, `size`, `texts` and `dangling` as `regulations` does, and
the fields of their class: a strategy draws the field, a pair of whole numbers
bounds it (a number, or the length of a list), anything else is its value.

>>> from hypothesis import find
>>> find(moneys(amount=(100, 200), currency="USD"), lambda money: True)
Money('100 USD')
>>> smallest = find(regulations("en", stages=(2, 6)), lambda regulation: True)
>>> [stage.title for stage in smallest.stages]
['Sales department', 'Sales department']
"""

from __future__ import annotations

from functools import partial
from typing import TypedDict, Unpack, cast

from hypothesis import strategies as st

from salesreg.model import (
    conduct,
    control,
    frame,
    limits,
    ownership,
    pay,
    people,
    process,
    strategy,
    time,
)
from salesreg.model.regulation import Language
from salesreg.shapes import shape_of
from salesreg.testing.objects import (
    Extent,
    Options,
    Texts,
    drawn,
    instances,
    regulations,
)
from salesreg.values import (
    amounts,
    calendar,
    condition,
    deadline,
    event,
    expression,
    period,
    recurrence,
    scale,
    times,
)

__all__ = [
    "accesses",
    "activities",
    "annexes",
    "audits",
    "authorities",
    "bonus_reductions",
    "channels",
    "clock_times",
    "conditions",
    "consents",
    "consequences",
    "counted_units",
    "deadlines",
    "dispute_rules",
    "document_kinds",
    "dues",
    "durations",
    "duties",
    "escalations",
    "events",
    "exception_rules",
    "expressions",
    "feedbacks",
    "fields",
    "forecasts",
    "goals",
    "grids",
    "handovers",
    "improvement_rules",
    "incentives",
    "instances",
    "kpis",
    "loss_reasons",
    "meetings",
    "moneys",
    "naming_conventions",
    "norms",
    "organisations",
    "ownership_rules",
    "pay_plans",
    "payment_terms",
    "percents",
    "periods",
    "plans",
    "price_levels",
    "procedures",
    "products",
    "prohibitions",
    "qualifications",
    "quantities",
    "recurrences",
    "regulations",
    "reports",
    "responsibilities",
    "revisions",
    "roles",
    "routings",
    "sanctions",
    "scales",
    "scopes",
    "scripts",
    "segments",
    "stages",
    "steps",
    "stop_lists",
    "terms",
    "tiers",
    "time_budgets",
    "tools",
    "trainings",
    "transitions",
    "windows",
    "work_calendars",
]


class Drawn(TypedDict, total=False):
    """How values are drawn; see `regulations`."""

    language: Language | None
    size: Extent
    texts: Texts
    dangling: bool


# Values.
moneys = partial(instances, amounts.Money)
percents = partial(instances, amounts.Percent)
quantities = partial(instances, amounts.Quantity)
clock_times = partial(instances, times.ClockTime)
windows = partial(instances, times.Window)
durations = partial(instances, times.Duration)
periods = partial(instances, period.Period)
recurrences = partial(instances, recurrence.Recurrence)
deadlines = partial(instances, deadline.Deadline)
work_calendars = partial(instances, calendar.WorkCalendar)
scales = partial(instances, scale.Scale)
grids = partial(instances, scale.Grid)
tiers = partial(instances, scale.Tier)

# The frame, strategy and goals.
organisations = partial(instances, frame.Organisation)
scopes = partial(instances, frame.Scope)
revisions = partial(instances, frame.Revision)
terms = partial(instances, frame.Term)
annexes = partial(instances, frame.Annex)
segments = partial(instances, strategy.Segment)
channels = partial(instances, strategy.Channel)
products = partial(instances, strategy.Product)
goals = partial(instances, strategy.Goal)
plans = partial(instances, strategy.Plan)

# People.
roles = partial(instances, people.Role)
duties = partial(instances, people.Duty)
responsibilities = partial(instances, people.Responsibility)
trainings = partial(instances, people.Training)
consequences = partial(instances, people.Consequence)

# The process.
fields = partial(instances, process.Field)
stages = partial(instances, process.Stage)
transitions = partial(instances, process.Transition)
procedures = partial(instances, process.Procedure)
steps = partial(instances, process.Step)
qualifications = partial(instances, process.Qualification)
loss_reasons = partial(instances, process.LossReason)
routings = partial(instances, ownership.Routing)
ownership_rules = partial(instances, ownership.OwnershipRule)
dispute_rules = partial(instances, ownership.DisputeRule)
handovers = partial(instances, ownership.Handover)
scripts = partial(instances, conduct.Script)
prohibitions = partial(instances, conduct.Prohibition)
document_kinds = partial(instances, conduct.DocumentKind)
consents = partial(instances, conduct.Consent)
stop_lists = partial(instances, conduct.StopList)
tools = partial(instances, conduct.Tool)
accesses = partial(instances, conduct.Access)
naming_conventions = partial(instances, conduct.NamingConvention)

# Time and limits.
activities = partial(instances, time.Activity)
time_budgets = partial(instances, time.TimeBudget)
norms = partial(instances, time.Norm)
authorities = partial(instances, limits.Authority)
price_levels = partial(instances, limits.PriceLevel)
payment_terms = partial(instances, limits.PaymentTerm)
exception_rules = partial(instances, limits.ExceptionRule)

# Pay and control.
pay_plans = partial(instances, pay.PayPlan)
incentives = partial(instances, pay.Incentive)
sanctions = partial(instances, pay.Sanction)
bonus_reductions = partial(instances, pay.BonusReduction)
counted_units = partial(instances, control.CountedUnit)
kpis = partial(instances, control.Kpi)
reports = partial(instances, control.Report)
meetings = partial(instances, control.Meeting)
audits = partial(instances, control.Audit)
escalations = partial(instances, control.Escalation)
feedbacks = partial(instances, control.Feedback)
forecasts = partial(instances, control.Forecast)
improvement_rules = partial(instances, control.ImprovementRule)


def conditions(**options: Unpack[Drawn]) -> st.SearchStrategy[condition.Condition]:
    """Return the strategy of conditions over the fields of a deal."""
    made = drawn(shape_of(condition.Condition), Options(**options))
    return cast("st.SearchStrategy[condition.Condition]", made)


def events(**options: Unpack[Drawn]) -> st.SearchStrategy[event.Event]:
    """Return the strategy of events."""
    made = drawn(shape_of(event.Event), Options(**options))
    return cast("st.SearchStrategy[event.Event]", made)


def dues(**options: Unpack[Drawn]) -> st.SearchStrategy[deadline.Due]:
    """Return the strategy of the ways to say by when."""
    made = drawn(shape_of(deadline.Due), Options(**options))
    return cast("st.SearchStrategy[deadline.Due]", made)


def expressions(**options: Unpack[Drawn]) -> st.SearchStrategy[expression.Expression]:
    """Return the strategy of expressions over CRM records."""
    made = drawn(shape_of(expression.Expression), Options(**options))
    return cast("st.SearchStrategy[expression.Expression]", made)
