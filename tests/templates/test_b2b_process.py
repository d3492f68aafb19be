"""The full regulation: pipeline, procedures, documents, escalations."""

from __future__ import annotations

import pytest

from salesreg import templates
from salesreg.model.conduct import DocumentKind
from salesreg.model.control import Escalation
from salesreg.model.process import Procedure, Stage
from salesreg.values.times import Duration

B2B = templates.get("b2b")
STAGES = {stage.key: stage for stage in B2B.stages}
ORDER = list(STAGES)
FINAL = {"won", "lost"}


def _minutes(duration: Duration | None) -> int:
    """Return a working time in minutes, a business day being eight hours."""
    assert duration is not None
    assert duration.working
    return duration.minutes or 480 * duration.amount


@pytest.mark.parametrize("stage", B2B.stages, ids=lambda stage: stage.key)
def test_stage_is_whole(stage: Stage) -> None:
    """Each stage has an owner, a norm, a control and a procedure."""
    procedures = [p.key for p in B2B.procedures if stage.key in p.stages]
    parts = (stage.owner, stage.norm, stage.control, procedures)
    assert [True] * 4 == [bool(part) for part in parts]


def test_every_stage_is_reached() -> None:
    """From the one initial stage every other can be reached."""
    (start,) = [stage.key for stage in B2B.stages if stage.kind == "initial"]
    waiting, met = [start], {start}
    while waiting:
        found = {move.to for move in STAGES[waiting.pop()].transitions} - met
        waiting += sorted(found)
        met |= found
    assert set(ORDER) == met


@pytest.mark.parametrize("stage", B2B.stages, ids=lambda stage: stage.key)
def test_only_outcomes_are_ends(stage: Stage) -> None:
    """A deal can leave every stage but the outcomes, and can be lost from it."""
    ways = {STAGES[move.to].kind for move in stage.transitions}
    assert (stage.kind in FINAL) == (not ways)
    assert stage.kind in FINAL or "lost" in ways


@pytest.mark.parametrize("stage", B2B.stages, ids=lambda stage: stage.key)
def test_ways_back_are_limited(stage: Stage) -> None:
    """A move back, or into a pause, needs a comment and has a limit."""
    here = ORDER.index(stage.key)
    loose = [
        move.to
        for move in stage.transitions
        if (ORDER.index(move.to) < here or STAGES[move.to].kind == "paused")
        and not (move.comment and move.most)
    ]
    assert [] == loose


@pytest.mark.parametrize("stage", B2B.stages, ids=lambda stage: stage.key)
def test_fields_are_filled_in_time(stage: Stage) -> None:
    """A required field is filled by then, by somebody, in a step of a procedure."""
    here = ORDER.index(stage.key)
    fields = {field.key: field for field in B2B.fields}
    done = {
        key
        for procedure in B2B.procedures
        if any(ORDER.index(known) <= here for known in procedure.stages)
        for step in procedure.steps
        for key in step.fields
    }
    for key in stage.required_fields:
        at = fields[key].filled_at
        assert at is None or ORDER.index(at) <= here
        assert (True, True) == (bool(fields[key].filled_by), key in done)


def test_probability_rises() -> None:
    """The nearer the end, the likelier the deal."""
    path = [s.probability for s in B2B.stages if s.numbered]
    points = [share.points for share in path if share]
    assert (len(path), sorted(points)) == (len(points), points)


def _longest(procedure: Procedure) -> int:
    ends: dict[str, int] = {}
    before: tuple[str, ...] = ()
    for step in procedure.steps:
        waits = step.after or before
        start = max((ends[key] for key in waits), default=0)
        ends[step.key] = start + _minutes(step.limit)
        before = (step.key,)
    return max(ends.values())


@pytest.mark.parametrize("procedure", B2B.procedures, ids=lambda item: item.key)
def test_steps_fit(procedure: Procedure) -> None:
    """The steps fit into the procedure, and the procedure into its stages."""
    assert _longest(procedure) <= _minutes(procedure.limit)
    for key in procedure.stages:
        norm = STAGES[key].norm
        assert norm is not None
        if norm.limit.working:
            assert _minutes(procedure.limit) <= _minutes(norm.limit)


@pytest.mark.parametrize("procedure", B2B.procedures, ids=lambda item: item.key)
def test_procedure_is_whole(procedure: Procedure) -> None:
    """Each procedure starts, has an owner, a result and a control; steps have roles."""
    parts = (procedure.trigger, procedure.owner, procedure.result, procedure.control)
    assert [True] * 4 == [bool(part) for part in parts]
    assert [] == [s.key for s in procedure.steps if not (s.role and s.activity)]


@pytest.mark.parametrize("procedure", B2B.procedures, ids=lambda item: item.key)
def test_branches_lead_forward(procedure: Procedure) -> None:
    """A branch leads to a later step, so that no procedure runs in a circle."""
    keys = [step.key for step in procedure.steps]
    assert [] == [
        branch.to
        for step in procedure.steps
        for branch in step.branches
        if keys.index(branch.to) <= keys.index(step.key)
    ]


@pytest.mark.parametrize("kind", B2B.documents, ids=lambda kind: kind.key)
def test_document_is_whole(kind: DocumentKind) -> None:
    """Each document has an author, another who agrees, a place and a time to keep."""
    assert None not in (kind.author, kind.made_at, kind.storage, kind.retention)
    assert (True, False) == (bool(kind.approvers), kind.author in kind.approvers)


@pytest.mark.parametrize("kind", B2B.documents, ids=lambda kind: kind.key)
def test_document_is_made_before_it_is_needed(kind: DocumentKind) -> None:
    """No stage needs a document that a later stage makes."""
    assert kind.made_at is not None
    made = ORDER.index(kind.made_at)
    assert [] == [key for key in kind.needed_at if ORDER.index(key) < made]


@pytest.mark.parametrize("escalation", B2B.escalations, ids=lambda item: item.key)
def test_escalation_waits_for_the_deadline(escalation: Escalation) -> None:
    """Nobody is told before the limit is over, and each level comes later."""
    times = [_minutes(level.after) for level in escalation.levels]
    assert sorted(set(times)) == times
    guarded: list[int] = []
    if escalation.stage and (norm := STAGES[escalation.stage].norm):
        guarded.append(_minutes(norm.limit))
    guarded += [
        _minutes(p.limit) for p in B2B.procedures if p.key == escalation.procedure
    ]
    assert max(guarded) < times[0]


def test_routing_leaves_nobody_out() -> None:
    """The last rule takes every lead that the others left, and no rule follows it."""
    for routing in B2B.routings:
        open_rules = [rule.when is None for rule in routing.rules]
        assert [*[False] * (len(open_rules) - 1), True] == open_rules
        assert routing.fallback is not None


def test_handovers_are_whole() -> None:
    """Each hand-over has both sides, a list, a deadline, acceptance and refusal."""
    for item in B2B.handovers:
        parts = (item.giver, item.receiver, item.deadline, item.acceptance)
        assert None not in (*parts, item.refusal)
        assert (True, True) == (item.giver != item.receiver, bool(item.checklist))
