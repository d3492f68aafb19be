"""What concerns a role: each place that names it, once, and what comes with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

import salesreg as sr
from salesreg.constraints import Refers
from salesreg.paths.concerns import concerns_of
from salesreg.paths.relations import EVERYONE, MEANS, RELATIONS, WHOEVER_SELLS
from salesreg.shapes import Maybe, Sequence, Shape, docs_of, fields_of
from tests.classes import MODEL

HEAD = {"key": "head", "title": "Head of sales"}
MANAGER = {"key": "manager", "title": "Manager", "reports_to": "head"}
LAWYER = {"key": "lawyer", "title": "Lawyer"}


def places(key: str, **parts: Any) -> Mapping[str, tuple[str, ...]]:
    """Return the relations of a role by place, its own description left out."""
    data = {"format": "salesreg/1", "key": "r", "title": "R"}
    roles = {"roles": [HEAD, MANAGER, LAWYER]}
    found = concerns_of(sr.from_dict({**data, **roles, **parts}), key)
    return {
        one.pointer: one.relations for one in found if "itself" not in one.relations
    }


def names_role(shape: Shape) -> bool:
    """Tell whether a shape is a reference to a role, or a list of them."""
    while isinstance(shape, Maybe | Sequence):
        shape = shape.item
    return any(
        isinstance(rule, Refers) and rule.to == "Role" for rule in shape.constraints
    )


def test_every_reference_to_a_role_has_a_relation() -> None:
    """The table has each field of the model that refers to a role, and no other."""
    expected = {
        f"{name}.{field.name}"
        for name, cls in MODEL.items()
        for field in fields_of(cls).values()
        if names_role(field.shape)
    }
    assert expected == set(RELATIONS)


def test_empty_means_every_role_where_the_model_says_so() -> None:
    """The fields that bind every role when empty are those whose text says so."""
    said = {
        (name, field)
        for name, cls in MODEL.items()
        for field, text in docs_of(cls).items()
        if f"{name}.{field}" in RELATIONS
        and ("every role" in text or "everybody's" in text)
    }
    assert said == set(EVERYONE.items())


def test_tables_name_what_is_there() -> None:
    """What comes with a rule, and rules without an addressee, are in the model."""
    assert set() == MEANS - set(MODEL)
    assert [] == [
        name for name in WHOEVER_SELLS if name not in fields_of(sr.Regulation)
    ]


def test_what_names_a_role_concerns_it_whole() -> None:
    """A procedure with a step of the role concerns it with all its clauses."""
    step = {"key": "sign", "title": "Sign", "role": "lawyer"}
    procedure = {"key": "p", "title": "P", "steps": [step]}
    assert {"/procedures/0": ("performer",)} == places("lawyer", procedures=[procedure])


def test_another_role_is_shown_by_the_clause_only() -> None:
    """Of a subordinate's description a head is shown the clause that names the head."""
    assert {"/roles/1/reports_to": ("mentioned",)} == places("head")


def test_a_clause_comes_with_all_its_fields() -> None:
    """A clause that states several fields is there whole."""
    roles = [HEAD, {**MANAGER, "headcount": 3}]
    expected = {
        "/roles/1/headcount": ("mentioned",),
        "/roles/1/reports_to": ("mentioned",),
    }
    assert expected == places("head", roles=roles)


def test_pay_of_others_is_not_shown() -> None:
    """Who settles disputes over pay sees that clause; who is paid, the whole plan."""
    plan = {
        "key": "p",
        "title": "P",
        "roles": ["manager"],
        "fixed": "60000 RUB",
        "payout": {"dispute_to": "lawyer"},
    }
    seen = {key: places(key, pay_plans=[plan]) for key in ("manager", "lawyer")}
    expected = {
        "manager": {"/pay_plans/0": ("paid",)},
        "lawyer": {"/pay_plans/0/payout": ("responsible",)},
    }
    assert expected == seen


def test_what_binds_everyone_binds_each() -> None:
    """A prohibition without roles concerns every role, one with roles only those."""
    prohibitions = [
        {"key": "a", "text": "No cash."},
        {"key": "b", "text": "No discounts.", "roles": ["manager"]},
    ]
    assert {"/prohibitions/0": ("controlled",)} == places(
        "lawyer", prohibitions=prohibitions
    )


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ({"excludes": ["lawyer"]}, {"/scope/excludes"}),
        ({"applies_to": ["head"]}, set()),
        ({"applies_to": ["lawyer"]}, {"/scope/applies_to", "/prohibitions/0", "/text"}),
    ],
)
def test_scope_says_who_is_bound(
    scope: dict[str, list[str]], expected: set[str]
) -> None:
    """What binds everyone does not bind a role outside the scope."""
    prohibitions = [{"key": "a", "text": "No cash."}]
    found = places("lawyer", scope=scope, prohibitions=prohibitions, text="Read it.")
    assert expected == set(found)


def test_the_general_text_binds_everyone() -> None:
    """What the general provisions say at their end concerns every role."""
    assert {"/text": ("controlled",)} == places("lawyer", text="Read it.")


def test_rules_of_work_with_clients() -> None:
    """Who works at a stage keeps the rules that name nobody; others need not."""
    parts = {
        "stages": [{"key": "new", "title": "New", "owner": "manager"}],
        "next_step": {"text": "Each deal has a next step.", "within": "3 days"},
    }
    expected = {
        "/stages/0": ("responsible",),
        "/next_step/text": ("performer",),
        "/next_step/within": ("performer",),
    }
    assert (expected, {}) == (places("manager", **parts), places("lawyer", **parts))


def test_documents_and_what_they_need_come_along() -> None:
    """A document of one's step is there, and the annex with its form."""
    step = {"key": "sign", "title": "Sign", "role": "lawyer", "inputs": ["act"]}
    found = places(
        "lawyer",
        procedures=[{"key": "p", "title": "P", "steps": [step]}],
        documents=[
            {"key": "bill", "title": "Bill"},
            {"key": "act", "title": "Act", "annex": "form"},
        ],
        annexes=[{"key": "form", "title": "Form of the act"}],
    )
    assert {"/procedures/0", "/documents/1", "/annexes/0"} == set(found)


def test_kpi_that_need_each_other_are_found_once() -> None:
    """KPI whose formulas refer to each other, as in a draft, do no harm."""
    kpis = [
        {"key": one, "title": one, "formula": {"kind": "kpi", "kpi": other}}
        for one, other in (("a", "b"), ("b", "a"))
    ]
    role = {"key": "head", "title": "H", "duties": [{"text": "Sells.", "kpi": "a"}]}
    assert {"/kpis/0": ("performer",), "/kpis/1": ("performer",)} == places(
        "head", roles=[role], kpis=kpis
    )


def test_signatures_are_not_part_of_what_is_signed() -> None:
    """Neither an acknowledgement nor the number of the edition concerns a role."""
    signed = {"name": "N", "role": "lawyer", "revision": "1", "date": "2026-01-12"}
    assert {} == places("lawyer", acknowledgements=[signed], revision={"number": "1"})


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("manger", "did you mean 'manager'?"),
        ("Head of sale", "did you mean 'head'?"),
        ("x", "roles: head, manager, lawyer"),
    ],
)
def test_unknown_role(key: str, hint: str) -> None:
    """A role that is not there is an error with the one that was meant, or with all."""
    with pytest.raises(sr.InvalidValue) as caught:
        places(key)
    (problem,) = caught.value.problems
    assert ("unknown-role", "/roles", hint) == (
        problem.code,
        problem.path,
        problem.hint,
    )


def test_no_roles_at_all() -> None:
    """A regulation without roles has none to look for."""
    with pytest.raises(sr.InvalidValue, match="roles: none"):
        sr.Regulation(key="r", title="R").for_role("head")
