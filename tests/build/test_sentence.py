"""A regulation written as a sentence of steps."""

from __future__ import annotations

import copy
import pickle

import pytest

from salesreg.build._pieces import deal_created, pay_plan, role, stage, step
from salesreg.build.builder import Draft, Part, part, regulation
from salesreg.convert.structure import structure
from salesreg.model.people import Role
from salesreg.model.process import Procedure, Step
from salesreg.model.regulation import Regulation
from salesreg.values.times import Duration


def sentence() -> Draft:
    """Return a small regulation with a list, a record and a text in it."""
    return (
        regulation("b2b", title="Регламент", language="ru")
        .organisation("ООО «Ромашка»")
        .role("manager", title="Менеджер", duties=["Ведёт сделки"])
        .stage(
            "lead",
            title="Лид",
            kind="initial",
            norm="2 business days",
            transitions=["contact"],
        )
        .procedure(
            "intake",
            title="Приём заявки",
            steps=[
                step("call", title="Звонок", role="manager", limit="15 min working")
            ],
        )
        .text("Действует до отмены.")
    )


DATA = {
    "key": "b2b",
    "title": "Регламент",
    "language": "ru",
    "organisation": {"title": "ООО «Ромашка»"},
    "roles": [
        {"key": "manager", "title": "Менеджер", "duties": [{"text": "Ведёт сделки"}]}
    ],
    "stages": [
        {
            "key": "lead",
            "title": "Лид",
            "kind": "initial",
            "norm": {"limit": "2 business days"},
            "transitions": [{"to": "contact"}],
        }
    ],
    "procedures": [
        {
            "key": "intake",
            "title": "Приём заявки",
            "steps": [
                {
                    "key": "call",
                    "title": "Звонок",
                    "role": "manager",
                    "limit": "15 min working",
                }
            ],
        }
    ],
    "text": "Действует до отмены.",
}


def test_sentence_equals_dict() -> None:
    """The sentence and the dict of the same regulation give equal objects."""
    assert structure(Regulation, DATA) == sentence().build()


def test_steps_leave_the_builder_as_it_was() -> None:
    """A step returns a new builder; the old one keeps its contents."""
    before = sentence()
    after = before.role("head", title="Руководитель")
    assert ("manager",) == tuple(role.key for role in before.build().roles)
    assert ("manager", "head") == tuple(role.key for role in after.build().roles)


def test_branches_share_their_prefix() -> None:
    """Two regulations can go on from one beginning."""
    common = sentence()
    left, right = common.tool("crm", title="CRM"), common.tool("erp", title="ERP")
    assert ["crm"] == [tool.key for tool in left.build().tools]
    assert ["erp"] == [tool.key for tool in right.build().tools]


def test_equal_steps_make_equal_builders() -> None:
    """Builders are equal by what was said, wherever and however it was written."""
    one = part().stage("lead", title="Lead", norm="2 h")
    same = part().stage(title="Lead", norm=Duration(2, "hour"), key="lead")
    assert (one, hash(one)) == (same, hash(same))
    assert sentence() == sentence()
    assert one != one.text("More.")
    assert one != part().stage("lead", title="Lead", norm="3 h")
    assert regulation("a", title="A") != regulation("b", title="A")
    assert part() != regulation("a", title="A")


def test_wrong_builders_are_equal_too() -> None:
    """Equality leaves out places, also those of the problems."""

    def wrong() -> Part:
        return part().procedure("p", title="P", steps=[step("s", title="")])

    assert wrong() == part().procedure("p", title="P", steps=[step("s", title="")])


def test_parts_are_joined_with_one_verb() -> None:
    """`add` takes parts, pieces, objects, builders and whole regulations."""
    whole = sentence().build()
    made = (
        regulation("all", title="All", language="en")
        .add(
            part().tool("crm", title="CRM"),
            role("head", title="Head"),
            Role(key="manager", title="Manager"),
            regulation("other", title="Other").stage("won", title="Won"),
        )
        .add(whole)
        .build()
    )
    assert ("all", "All", "en") == (made.key, made.title, made.language)
    assert ("head", "manager", "manager") == tuple(role.key for role in made.roles)
    assert ("won", "lead") == tuple(stage.key for stage in made.stages)
    assert whole.organisation == made.organisation
    assert whole.text == made.text


def test_regulation_added_to_a_new_one_is_whole() -> None:
    """Adding a regulation brings all of it but its identity."""
    whole = sentence().build()
    copied = regulation("b2b", title="Регламент").add(whole).build()
    assert whole == copied


def test_two_things_with_one_key_are_built() -> None:
    """A contradiction is for the checks to find, not for the builder."""
    made = part().role("a", title="A").role("a", title="B")
    assert () == made.problems()


def test_piece_gives_its_object() -> None:
    """What a function gives can be built alone."""
    made = stage("lead", title="Lead").build()
    assert ("lead", "work") == (made.key, made.kind)
    plan = pay_plan("plan", title="Plan", fixed="100000 RUB").build()
    assert "100000 RUB" == str(plan.fixed)


def test_piece_stands_where_its_object_can() -> None:
    """A piece and the object made of it are the same to a builder."""
    call = step("call", title="Call")
    made = part().procedure("p", title="P", steps=[call, call.build()])
    (_, given), *_ = made.pieces()
    procedure = given.build()
    assert isinstance(procedure, Procedure)
    assert (Step(key="call", title="Call"),) * 2 == procedure.steps


@pytest.mark.parametrize("made", [part(), sentence()], ids=["part", "draft"])
def test_long_builders_can_be_copied(made: Part | Draft) -> None:
    """Copying and pickling do not go as deep as there are steps."""
    for number in range(3000):
        made = made.role(f"r{number}", title="Role")
    assert made == copy.deepcopy(made)
    assert made == pickle.loads(pickle.dumps(made))


def test_builder_says_what_it_holds() -> None:
    """The representation counts the contents and the problems."""
    made = regulation("b2b", title="Sales").role("a", title="A").role("b", title="B")
    assert "<Draft 'b2b': 2 roles>" == repr(made)
    assert "<Draft 'b2b': 2 roles, scope; 1 problem>" == repr(made.scope(5))  # type: ignore[arg-type]
    assert "<Part: nothing yet>" == repr(part())
    assert "<Role 'a'>" == repr(role("a", title="A"))
    assert "<DealCreated>" == repr(deal_created())
    assert "<Role with 1 problem>" == repr(role("a", title=""))
