"""Laws: what holds for every regulation, ready to assert.

A law is a function that raises `AssertionError`, saying what differs, where the
law is broken. R is the set of regulations, and r = s says that they are equal.
A law of one regulation takes it alone; what else it takes has a default, so that
your own exporter or check can be held to it:

>>> from hypothesis import given
>>> from salesreg.testing import laws, regulations
>>> @given(regulations(size="small"))
... def test_laws(regulation):
...     for law in laws.LAWS:
...         law(regulation)
>>> test_laws()

No law needs Hypothesis: any regulation will do.
"""

from __future__ import annotations

from collections.abc import Callable

from salesreg.model.regulation import Regulation
from salesreg.testing.laws.built import builder_rebuilds, parts_associate
from salesreg.testing.laws.checked import (
    examples_hold,
    findings_are_equal,
    findings_lie_inside,
    fixes_settle,
    languages_agree,
    order_says_nothing,
)
from salesreg.testing.laws.compared import (
    diff_applies,
    diff_chains,
    diff_inverts,
    diff_is_empty_for_equals,
    diff_is_read_back,
)
from salesreg.testing.laws.composed import (
    compose_associates,
    compose_keeps_the_base,
    layer_comes_back,
    layers_are_named,
    order_of_layers_says_nothing,
    override_holds,
)
from salesreg.testing.laws.evaluated import evaluation_agrees
from salesreg.testing.laws.merged import (
    merge_is_symmetric,
    merge_keeps_one_side,
    merge_resolves,
)
from salesreg.testing.laws.numbered import (
    equal_clause_numbers,
    slices_hold_their_clauses,
)
from salesreg.testing.laws.paid import (
    pay_is_continuous,
    pay_is_monotone,
    pay_is_never_negative,
    pay_keeps_its_limits,
    refund_returns_its_effect,
    shares_make_the_whole,
)
from salesreg.testing.laws.sound import docx_is_sound, docx_package_is_sound
from salesreg.testing.laws.timed import (
    deadline_falls_in_hours,
    elapsed_time_adds,
    later_triggers_fall_later,
    working_time_adds,
)
from salesreg.testing.laws.written import (
    equal_outputs,
    migration_settles,
    round_trip_dict,
    round_trip_docx,
    round_trip_json,
    round_trip_migration,
    round_trip_yaml,
)

__all__ = [
    "LAWS",
    "Law",
    "builder_rebuilds",
    "compose_associates",
    "compose_keeps_the_base",
    "deadline_falls_in_hours",
    "diff_applies",
    "diff_chains",
    "diff_inverts",
    "diff_is_empty_for_equals",
    "diff_is_read_back",
    "docx_is_sound",
    "docx_package_is_sound",
    "elapsed_time_adds",
    "equal_clause_numbers",
    "equal_outputs",
    "evaluation_agrees",
    "examples_hold",
    "findings_are_equal",
    "findings_lie_inside",
    "fixes_settle",
    "languages_agree",
    "later_triggers_fall_later",
    "layer_comes_back",
    "layers_are_named",
    "merge_is_symmetric",
    "merge_keeps_one_side",
    "merge_resolves",
    "migration_settles",
    "order_of_layers_says_nothing",
    "order_says_nothing",
    "override_holds",
    "parts_associate",
    "pay_is_continuous",
    "pay_is_monotone",
    "pay_is_never_negative",
    "pay_keeps_its_limits",
    "refund_returns_its_effect",
    "round_trip_dict",
    "round_trip_docx",
    "round_trip_json",
    "round_trip_migration",
    "round_trip_yaml",
    "shares_make_the_whole",
    "slices_hold_their_clauses",
    "working_time_adds",
]

Law = Callable[[Regulation], None]

LAWS: tuple[Law, ...] = (
    round_trip_dict,
    round_trip_json,
    round_trip_yaml,
    round_trip_docx,
    round_trip_migration,
    builder_rebuilds,
    equal_outputs,
    docx_is_sound,
    equal_clause_numbers,
    slices_hold_their_clauses,
    compose_keeps_the_base,
    findings_are_equal,
    findings_lie_inside,
    languages_agree,
    order_says_nothing,
    fixes_settle,
)
"""Every law of one regulation."""
