"""Data of a CRM obeys the regulation, or breaks exactly the clause that is named."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from attrs import evolve
from hypothesis import find, given, settings
from hypothesis import strategies as st

import salesreg as sr
from salesreg.evaluate.judgement import judge
from salesreg.evaluate.tables import Deal, Employment, MoneyMoved, Records, Target
from salesreg.evaluate.violations import violations
from salesreg.testing import (
    CrmData,
    breaches,
    deals,
    demo,
    event_logs,
    laws,
    next_steps,
    plantable,
    regulations,
)
from salesreg.testing.crm import tables
from salesreg.testing.crm.rulebook import Rulebook
from salesreg.testing.crm.trial import Trial
from salesreg.testing.laws import evaluated
from salesreg.values.facts import holds
from tests.examples.planted import crm, regulation

SMALL = regulation()
LARGE = sr.templates.get("b2b", language="ru")
FAULTS = plantable(SMALL)
NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)


def broken(reg: sr.Regulation, data: CrmData) -> tuple[str, ...]:
    """Return what evaluation finds broken."""
    return breaches(reg, data.records, data.as_of)


@settings(max_examples=50)
@given(event_logs(SMALL))
def test_conforming_logs_have_no_breach(data: CrmData) -> None:
    """A log that obeys breaks no clause, as evaluation sees it."""
    assert ((), ()) == (data.faults, broken(SMALL, data))


@settings(max_examples=15)
@given(event_logs(LARGE))
def test_conforming_logs_of_a_large_regulation(data: CrmData) -> None:
    """So it is with attempts, next steps, authority, escalations and windows."""
    assert () == broken(LARGE, data)


@pytest.mark.parametrize("fault", FAULTS)
@settings(max_examples=8)
@given(data=st.data())
def test_faults_break_their_clause(fault: str, data: st.DataObject) -> None:
    """A log with a fault breaks exactly the clause that is named."""
    log = data.draw(event_logs(SMALL, faults=[fault]))
    assert ((fault,), (fault,)) == (log.faults, broken(SMALL, log))


@pytest.mark.parametrize(
    "fault",
    [
        "/stages/1/attempts",
        "/stages/9",
        "/next_step",
        "/authorities/0",
        "/authorities/2",
        "/handovers/0/deadline",
        "/ownership/1",
        "/escalations/5/levels/0",
    ],
)
@settings(max_examples=3)
@given(data=st.data())
def test_faults_of_a_large_regulation(fault: str, data: st.DataObject) -> None:
    """So it is with attempts, next steps, authority, handovers and ownership."""
    log = data.draw(event_logs(LARGE, faults=[fault]))
    assert ((fault,), (fault,)) == (log.faults, broken(LARGE, log))


@settings(max_examples=30)
@given(event_logs(SMALL, conforming=False))
def test_some_fault(data: CrmData) -> None:
    """A log that does not conform tells the one clause that it breaks."""
    assert data.faults == broken(SMALL, data)
    assert 1 == len(data.faults)


@settings(max_examples=20)
@given(event_logs(SMALL, faults=["/stages/0/norm", "/stages/1/transitions/1/comment"]))
def test_several_faults(data: CrmData) -> None:
    """Each of several faults is broken, by a deal of its own."""
    assert (
        "/stages/0/norm",
        "/stages/1/transitions/1/comment",
    ) == broken(SMALL, data)


def test_every_kind_of_fault() -> None:
    """Gates, fields, transitions, ends, deadlines, norms and windows can be broken."""
    kinds = {fault.split("/")[-1 if fault[-1].isalpha() else -2] for fault in FAULTS}
    assert {
        "by",
        "comment",
        "deadlines",
        "entry",
        "exit",
        "most",
        "norm",
        "ownership",
        "required_fields",
        "stages",
        "transitions",
        "when",
    } == kinds


def test_a_clause_by_its_number() -> None:
    """A fault is also named by the number of its clause."""
    number = SMALL.clause_of("/stages/1/norm")
    assert number
    data = find(event_logs(SMALL, faults=[number.number]), lambda _: True)
    assert ("/stages/1/norm",) == data.faults


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("/stages/0/nrm", "no deal can break '/stages/0/nrm'; did you mean"),
        ("/escalations/0/levels/0", "cannot break '/escalations/0/levels/0' alone"),
    ],
)
def test_refuses_other_faults(fault: str, said: str) -> None:
    """What cannot be broken, or not alone, is refused with the reason."""
    with pytest.raises(ValueError, match=said):
        event_logs(SMALL, faults=[fault])


def test_shrinks_to_one_event_of_each_kind() -> None:
    """The smallest deal that is lost appears, and moves once."""
    data = find(
        event_logs(SMALL),
        lambda data: any(one.subject == "lost" for one in data.records.events),
    )
    told = [(one.kind, one.subject) for one in data.records.events]
    assert [
        ("owner", "manager"),
        ("stage", "request"),
        ("activity", "call"),
        ("comment", None),
        ("stage", "lost"),
    ] == told


@given(deals(SMALL))
def test_deals_fit_their_fields(deal: Deal) -> None:
    """A deal holds values that its conditions can be asked about."""
    for stage in SMALL.stages:
        for one in (*stage.entry, *stage.exit):
            assert one.condition is not None
            assert isinstance(holds(one.condition, deal.values), bool)


@given(st.integers(0, 1000))
@settings(max_examples=10)
def test_demo_is_the_same_for_a_seed(seed: int) -> None:
    """A seed gives the same data each time, and they obey."""
    data = demo(SMALL, deals=5, seed=seed)
    assert data == demo(SMALL, deals=5, seed=seed)
    assert () == broken(SMALL, data)


@given(tables.payments(SMALL))
def test_no_more_is_given_back_than_was_paid(paid: tuple[MoneyMoved, ...]) -> None:
    """At each moment the client has paid at least what came back."""
    held = 0
    for row in paid:
        held += -row.amount if row.state == "refunded" else row.amount
        assert held >= 0


@given(tables.people(SMALL))
def test_each_role_has_somebody(people: tuple[Employment, ...]) -> None:
    """Every role is filled, and nobody has two names."""
    assert {"manager", "head", "assistant"} == {one.role for one in people}
    assert len(people) == len({one.person for one in people})


@settings(max_examples=15)
@given(tables.timesheets(LARGE))
def test_time_keeps_budgets_and_norms(data: CrmData) -> None:
    """People spend their time as budgets and norms want it."""
    assert () == broken(LARGE, data)


@pytest.mark.parametrize("fault", ["/budgets/0", "/budgets/42", "/norms/1"])
@settings(max_examples=5)
@given(data=st.data())
def test_time_breaks_one_rule(fault: str, data: st.DataObject) -> None:
    """A budget of a day, one of a week and a norm are broken alone."""
    spent = data.draw(tables.timesheets(LARGE, faults=[fault]))
    assert (fault,) == broken(LARGE, spent)


@given(tables.targets(LARGE))
def test_targets_are_of_known_kpis(targets: tuple[Target, ...]) -> None:
    """Each target is of a KPI of the regulation, and at most one of a role."""
    named = [(one.kpi, one.role) for one in targets]
    assert len(named) == len(set(named))
    assert {one.kpi for one in targets} <= {kpi.key for kpi in LARGE.kpis}


def pipelines() -> st.SearchStrategy[sr.Regulation]:
    """Draw regulations with what an example CRM works by."""
    return regulations(
        size="medium",
        stages=(2, 4),
        roles=(1, 3),
        fields=(0, 3),
        ownership=(0, 2),
        escalations=(0, 2),
        calendars=SMALL.calendars,
    )


@settings(max_examples=40)
@given(
    pipelines(),
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 15)), max_size=20),
)
def test_model_and_example_agree(
    reg: sr.Regulation, steps: list[tuple[int, int]]
) -> None:
    """The example CRM, written apart, does what the machine expects of any pipeline."""
    trial = Trial(Rulebook.of(reg), crm()(reg))
    trial.create(0, 0)
    for kind, number in steps if trial.begun else ():
        match kind:
            case 0:
                trial.advance(number, number)
            case 1:
                trial.attempt(number, number, number)
            case 2:
                trial.record(number, number, number)
            case _:
                trial.wait(number, number % 3 - 1)


@st.composite
def promising(draw: st.DrawFn) -> sr.Regulation:
    """Draw pipelines whose open deals have a next step with a date."""
    reg = draw(pipelines())
    stages = st.lists(st.sampled_from([one.key for one in reg.stages]), unique=True)
    step = draw(
        next_steps(
            field="next-date",
            stages=stages.map(tuple),
            otherwise=st.none() | st.sampled_from([one.key for one in reg.stages]),
        )
    )
    dated = sr.Field(key="next-date", title="Следующий шаг", type="date")
    return evolve(reg, next_step=step, fields=(*reg.fields, dated))


def moments(data: CrmData) -> set[dt.datetime]:
    """Return when something happens, and moments between that."""
    second = dt.timedelta(seconds=1)
    told = {one.at for one in data.records.events} | {data.as_of}
    happened = sorted(one.astimezone(dt.UTC) for one in told)
    between = {
        (first + part).replace(microsecond=0)
        for first, last in itertools.pairwise(happened)
        for part in (second, (last - first) / 2, last - first - second)
    }
    return between.union(happened)


def as_of(data: CrmData, at: dt.datetime) -> CrmData:
    """Return data as it was at a moment."""
    events = tuple(one for one in data.records.events if one.at <= at)
    return evolve(data, records=evolve(data.records, events=events), as_of=at)


@settings(max_examples=100)
@given(st.data())
def test_any_regulation_has_data_that_obeys(data: st.DataObject) -> None:
    """What is drawn breaks no clause, at no moment of the life of any deal."""
    reg = data.draw(pipelines() | promising())
    log = data.draw(event_logs(reg))
    for at in sorted(moments(log)):
        assert (at, ()) == (at, broken(reg, as_of(log, at)))


@settings(max_examples=10)
@given(st.data())
def test_evaluation_finds_no_violation(data: st.DataObject) -> None:
    """So it is when the data goes the way of users, through tables and SQL."""
    reg = data.draw(pipelines())
    log = data.draw(event_logs(reg))
    found = sr.evaluate(reg, log.records, as_of=log.as_of)
    assert [] == list(violations(found))


@settings(max_examples=8)
@given(st.data())
def test_evaluation_agrees(data: st.DataObject) -> None:
    """SQL and the plain evaluator say the same of what any regulation allows."""
    reg = data.draw(pipelines())
    log = data.draw(event_logs(reg))
    laws.evaluation_agrees(reg, log.records, log.as_of)


def test_evaluation_may_disagree(monkeypatch: pytest.MonkeyPatch) -> None:
    """The law finds a row that only one of the two gives, and tells it."""
    data = demo(SMALL, deals=2)
    monkeypatch.setattr(evaluated, "judge", lambda *_: judge(SMALL, Records(), NOON))
    with pytest.raises(AssertionError, match="only SQL gives"):
        laws.evaluation_agrees(SMALL, data.records, data.as_of)
