"""What every stage needs: a procedure, an owner, a norm, control."""

from __future__ import annotations

from collections.abc import Iterator

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.said import Said
from salesreg.model.control import Escalation
from salesreg.model.process import Procedure, Stage

_WORKED = frozenset({"initial", "work"})
"""Kinds of stages at which somebody has something to do."""


def worked(facts: Facts) -> Iterator[tuple[str, Stage]]:
    """Yield the stages at which deals are worked on."""
    for path, stage in facts.each("stages", Stage):
        if stage.kind in _WORKED:
            yield path, stage


class StageWithoutProcedure(Check):
    """A stage at which deals are worked on has no procedure."""

    code = "PRC01"
    name = "stage-without-procedure"
    severity = "error"
    russian = "У этапа, на котором работают со сделкой, нет процедуры."
    why = Said(
        en="The stage says where a deal is, and nobody says what to do there.",
        ru="Этап говорит, где сделка, а что с ней делать — не говорит никто.",
    )
    mend = Said(
        en="add to `procedures` one whose `stages` name the stage, with its `steps`",
        ru="добавить в `procedures` процедуру с этим этапом в `stages` и шагами "
        "`steps`",
    )
    message = Said(
        en="Stage {stage} has no procedure",
        ru="У этапа {stage} нет процедуры",
    )
    none = Said(
        en="No stage has a procedure: {stages}",
        ru="Ни у одного этапа нет процедуры: {stages}",
    )
    valid = (
        """
        stages:
        - {key: offer, title: Offer}
        - {key: pause, title: Pause, kind: paused}
        - {key: won, title: Won, kind: won}
        procedures: [{key: offering, title: Offering, stages: [offer]}]
        """,
    )
    invalid = (
        """
        stages:
        - key: trial
          title: Trial
          owner: manager
          norm: {limit: 10 business days}
          control: [{text: open trials, report: weekly}]
          transitions: [{to: lost, comment: true}]
        - {key: lead, title: Lead, kind: initial, transitions: [{to: trial}]}
        procedures: [{key: intake, title: Intake, stages: [lead]}]
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the stages of no procedure; one finding when there is none at all."""
        served = {key for one in facts.regulation.procedures for key in one.stages}
        stages = list(worked(facts))
        if stages and not served:
            named = tuple(stage for _, stage in stages)
            yield self.found("/stages", message=self.none, stages=named)
            return
        for path, stage in stages:
            if stage.key not in served:
                yield self.found(path, stage=stage)


class ProcedureWithoutStage(Check):
    """A procedure belongs to no stage of the pipeline."""

    code = "PRC02"
    name = "procedure-without-stage"
    severity = "warning"
    russian = "Процедура не относится ни к одному этапу."
    why = Said(
        en="Nobody meets the procedure on the way of a deal, so nobody follows it.",
        ru="На пути сделки процедура не встречается, и её не исполняют.",
    )
    mend = Said(
        en="name in `stages` where the procedure is followed, or give it a `trigger`",
        ru="назвать в `stages` этапы процедуры или задать ей `trigger`",
    )
    message = Said(
        en="Procedure {procedure} belongs to no stage",
        ru="Процедура {procedure} не относится ни к одному этапу",
    )
    valid = ("procedures: [{key: offering, title: Offering, stages: [offer]}]",)
    invalid = (
        """
        stages: [{key: discovery, title: Discovery}]
        procedures:
        - key: returns
          title: Returns
          owner: manager
          trigger: {kind: event, title: a return}
          steps: [{key: one, title: The return is recorded, role: manager}]
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the procedures of no stage, where there are stages."""
        if facts.regulation.stages:
            for path, procedure in facts.each("procedures", Procedure):
                if not procedure.stages:
                    yield self.found(path, procedure=procedure)


class StageWithoutOwner(Check):
    """A stage has no role that answers for it."""

    code = "PRC03"
    name = "stage-without-owner"
    severity = "error"
    russian = "За этап никто не отвечает."
    why = Said(
        en="A deal that is nobody's stays where it is.",
        ru="Ничья сделка остаётся там, где лежит.",
    )
    mend = Said(
        en="name a role in `owner`",
        ru="назвать роль в поле `owner`",
    )
    message = Said(
        en="Nobody answers for stage {stage}",
        ru="За этап {stage} никто не отвечает",
    )
    valid = (
        """
        stages:
        - {key: offer, title: Offer, owner: manager}
        - {key: won, title: Won, kind: won}
        """,
    )
    invalid = ("stages: [{key: discovery, title: Discovery, owner: null}]",)

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the open stages without an owner."""
        for path, stage in facts.each("stages", Stage):
            if stage.owner is None and stage.kind not in {"won", "lost"}:
                yield self.found(path, stage=stage)


class StageWithoutNorm(Check):
    """A stage has no norm of time, or nobody sees whether it is kept.

    A deadline or a limit of attempts is a norm as well; control of a procedure of
    the stage, or an escalation that guards it, is control.
    """

    code = "PRC10"
    name = "stage-without-norm"
    severity = "warning"
    russian = "У этапа нет нормы времени или контроля за ней."
    why = Said(
        en="Without a norm a deal may lie for ever; without control nobody knows.",
        ru="Без нормы сделка может лежать вечно, без контроля об этом не узнают.",
    )
    mend = Said(
        en="give the stage what it lacks: `norm`, `control`",
        ru="задать этапу то, чего нет: `norm`, `control`",
    )
    message = Said(
        en="Stage {stage} has no {missing}",
        ru="У этапа {stage} нет {missing}",
    )
    norm = Said(en="norm of time", ru="нормы времени")
    control = Said(en="control", ru="контроля")
    valid = (
        """
        stages: [{key: offer, title: Offer, norm: {limit: 3 business days}}]
        procedures:
        - {key: offering, title: Offering, stages: [offer], control: [{text: by list}]}
        """,
        """
        stages: [{key: offer, title: Offer, attempts: {most: 5, within: 10 days}}]
        escalations: [{key: slow, title: Slow offer, stage: offer}]
        """,
    )
    invalid = ("stages: [{key: discovery, title: Discovery, norm: null}]",)

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the stages that may last for ever, unseen."""
        seen = {
            key
            for procedure in facts.regulation.procedures
            if procedure.control
            for key in procedure.stages
        }
        seen.update(
            one.stage for _, one in facts.each("escalations", Escalation) if one.stage
        )
        for path, stage in worked(facts):
            limited = stage.norm or stage.deadlines or stage.attempts
            missing = tuple(
                said
                for said, known in (
                    (self.norm, limited),
                    (self.control, stage.control or stage.key in seen),
                )
                if not known
            )
            if missing:
                yield self.found(path, stage=stage, missing=missing)


class StatusAside(Check):
    """A status aside from the numbered path is one at which deals are worked on."""

    code = "PRC18"
    name = "status-aside"
    severity = "info"
    russian = "На статусе вне основного пути работают со сделкой."
    why = Said(
        en="Deals at such a status are missing from every count of the pipeline.",
        ru="Сделки в таком статусе не попадают ни в один подсчёт воронки.",
    )
    mend = Said(
        en="give the stage a number (`numbered`), or the kind of a pause or an outcome",
        ru="включить этап в нумерацию (`numbered`) или сделать его паузой или исходом",
    )
    message = Said(
        en="{stage} is aside from the numbered path, but deals are worked on at it; is "
        "it a pause or an end?",
        ru="{stage} стоит в стороне от основного пути, но со сделкой там работают; это "
        "пауза или исход?",
    )
    valid = ("stages: [{key: pause, title: On hold, kind: paused, numbered: false}]",)
    invalid = ("stages: [{key: discovery, title: Discovery, numbered: false}]",)

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the worked stages without a number."""
        for path, stage in worked(facts):
            if not stage.numbered:
                yield self.found(f"{path}/numbered", stage=stage)


CHECKS: tuple[type[Check], ...] = (
    StageWithoutProcedure,
    ProcedureWithoutStage,
    StageWithoutOwner,
    StageWithoutNorm,
    StatusAside,
)
