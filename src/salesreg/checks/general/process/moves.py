"""Moves of deals: stages nobody reaches, stages nobody leaves, endless rounds."""

from __future__ import annotations

from collections.abc import Iterator

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.general.process.pipeline import Pipeline
from salesreg.checks.said import Said
from salesreg.solve.graphs import components, reachable


class UnreachableStage(Check):
    """No way leads from the start of the pipeline to a stage."""

    code = "PRC04"
    name = "unreachable-stage"
    severity = "error"
    russian = "До этапа нельзя дойти от начала воронки."
    why = Said(
        en="The rules of the stage can never apply.",
        ru="Правила этого этапа никогда не сработают.",
    )
    mend = Said(
        en="add a transition to it in `transitions` of an earlier stage, or delete it",
        ru="добавить переход на него в `transitions` предыдущего этапа или "
        "удалить этап",
    )
    message = Said(
        en="No transition leads to stage {stage} from the start of the pipeline",
        ru="Ни один переход не ведёт от начала воронки к этапу {stage}",
    )
    cut_off = Said(
        en="No transition leads to stage {stage} from the start of the pipeline; so "
        "{behind} cannot be reached either",
        ru="Ни один переход не ведёт от начала воронки к этапу {stage}; поэтому не "
        "дойти и дальше: {behind}",
    )
    valid = (
        """
        stages:
        - {key: new, title: New, kind: initial, transitions: [{to: won}]}
        - {key: won, title: Won, kind: won}
        """,
        "stages: [{key: lead, title: Lead}, {key: won, title: Won, kind: won}]",
    )
    invalid = (
        """
        stages:
        - {key: lead, title: Lead, kind: initial, transitions: [{to: lost}]}
        - {key: lost, title: Lost, kind: lost}
        - {key: archived, title: Archived, kind: lost}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the stages where a way is missing; those behind them are beside."""
        pipeline = facts.derived(Pipeline)
        unreached = {
            key: tuple(to for to in moves if to not in pipeline.reached)
            for key, moves in pipeline.moves.items()
            if key not in pipeline.reached
        }
        rounds = components(unreached)
        home = {key: number for number, keys in enumerate(rounds) for key in keys}
        entered = {
            home[to]
            for key, moves in unreached.items()
            for to in moves
            if home[to] != home[key]
        }
        told: set[int] = set()
        for key in unreached:
            # A closed round is told once, at the stage that is written first.
            if home[key] in entered or home[key] in told:
                continue
            told.add(home[key])
            path, stage = pipeline.stages[key]
            behind = [
                pipeline.stages[to]
                for to in unreached
                if to != key and to in reachable(unreached, [key])
            ]
            yield self.found(
                path,
                message=self.cut_off if behind else self.message,
                also=[place for place, _ in behind],
                stage=stage,
                behind=tuple(one for _, one in behind),
            )


class DeadEnd(Check):
    """A deal cannot leave a stage, or can only go round, without being won or lost."""

    code = "PRC05"
    name = "dead-end"
    severity = "error"
    russian = "С этапа нельзя уйти или дойти до исхода сделки."
    why = Said(
        en="Deals gather there and are neither won nor lost.",
        ru="Сделки копятся там: их нельзя ни выиграть, ни проиграть.",
    )
    mend = Said(
        en="add to `transitions` a way to the next stage and to the lost outcome",
        ru="добавить в `transitions` переход дальше и переход к проигрышу",
    )
    message = Said(
        en="No transition leads out of stage {stage}, and it is no outcome",
        ru="С этапа {stage} нет ни одного перехода, а это не исход сделки",
    )
    round = Said(
        en="From stage {stage} no way leads to an outcome, won or lost",
        ru="С этапа {stage} нет пути к исходу — ни к выигрышу, ни к проигрышу",
    )
    valid = (
        """
        stages:
        - {key: new, title: New, transitions: [{to: talks}]}
        - {key: talks, title: Talks, transitions: [{to: new}, {to: won}]}
        - {key: won, title: Won, kind: won}
        """,
    )
    invalid = (
        """
        stages:
        - {key: discovery, title: Discovery, transitions: [{to: hold}]}
        - {key: hold, title: On hold, kind: paused, owner: manager}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the stages from which a deal has no end."""
        pipeline = facts.derived(Pipeline)
        if not pipeline.drawn:
            return
        outcomes = any(
            stage.kind in {"won", "lost"} for _, stage in pipeline.stages.values()
        )
        for key, (path, stage) in pipeline.stages.items():
            if stage.kind in {"won", "lost"}:
                continue
            # A lapse, after the last attempt or for want of a next step, is no way
            # on: whoever does all that the stage asks must be able to leave it.
            if not stage.transitions:
                yield self.found(path, stage=stage)
            elif outcomes and key not in pipeline.ending:
                yield self.found(f"{path}/transitions", message=self.round, stage=stage)


class LossUnexplained(Check):
    """The pipeline can be won, but has no lost outcome, or no reasons of losses."""

    code = "PRC06"
    name = "loss-unexplained"
    severity = "warning"
    russian = "В воронке нет исхода «проиграна» или причин проигрыша."
    why = Said(
        en="Lost deals stay open and spoil the forecast; without reasons nothing is "
        "learned from them.",
        ru="Проигранные сделки висят открытыми и портят прогноз, а без причин у них "
        "нечему учиться.",
    )
    mend = Said(
        en="have a stage of `kind: lost`, and list why deals end there in "
        "`loss_reasons`",
        ru="завести этап с `kind: lost` и перечислить причины в `loss_reasons`",
    )
    message = Said(
        en="No stage is the outcome of a lost deal",
        ru="Нет этапа для проигранных сделок",
    )
    reasons = Said(
        en="Deals are lost at {stage}, but no reasons of losses are listed",
        ru="Сделки проигрывают на этапе {stage}, но причины проигрыша не перечислены",
    )
    valid = (
        """
        stages:
        - {key: won, title: Won, kind: won}
        - {key: lost, title: Lost, kind: lost}
        loss_reasons: [{key: price, title: Price}]
        """,
        "stages: [{key: talks, title: Talks}]",
    )
    invalid = (
        """
        stages:
        - {key: won, title: Won, kind: won}
        - {key: lost, title: Lost, kind: won}
        - {key: disqualified, title: Disqualified, kind: won}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield what is missing about losses."""
        pipeline = facts.derived(Pipeline)
        stages = [stage for _, stage in pipeline.stages.values()]
        lost = [stage for stage in stages if stage.kind == "lost"]
        if lost and not facts.regulation.loss_reasons:
            path, stage = pipeline.stages[lost[0].key]
            yield self.found(path, message=self.reasons, stage=stage)
        elif not lost and any(stage.kind == "won" for stage in stages):
            yield self.found("/stages")


class EndlessReturn(Check):
    """A deal may go back as often as it likes, and nobody says why.

    A move back is one to an earlier stage from which the deal can come again; from
    a pause it is the natural way.
    """

    code = "PRC09"
    name = "endless-return"
    severity = "warning"
    russian = "Сделку можно возвращать назад сколько угодно и без объяснения."
    why = Said(
        en="Deals wander back and forth to keep the norms of their stages.",
        ru="Сделки гоняют туда и обратно, чтобы не нарушить нормы этапов.",
    )
    mend = Said(
        en="demand a `comment`, or say in `most` how often",
        ru="потребовать `comment` или указать в `most`, сколько раз можно",
    )
    message = Said(
        en="A deal may go back from {stage} to {to} without a comment and any number "
        "of times",
        ru="С этапа {stage} сделку можно вернуть на этап {to} без комментария и "
        "сколько угодно раз",
    )
    valid = (
        """
        stages:
        - {key: new, title: New, transitions: [{to: talks}]}
        - {key: talks, title: Talks, transitions: [{to: new, most: 1}]}
        - {key: pause, title: Pause, kind: paused, transitions: [{to: new}]}
        """,
    )
    invalid = (
        """
        stages:
        - {key: discovery, title: Discovery, transitions: [{to: demo}]}
        - {key: demo, title: Demo, transitions: [{to: discovery}]}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the moves back that nothing limits."""
        pipeline = facts.derived(Pipeline)
        place = {key: at for at, key in enumerate(pipeline.stages)}
        part = {
            key: number
            for number, keys in enumerate(components(pipeline.moves))
            for key in keys
        }
        for key, (path, stage) in pipeline.stages.items():
            if stage.kind == "paused":
                continue
            for index, move in enumerate(stage.transitions):
                back = place.get(move.to, place[key] + 1) <= place[key]
                if not back or part.get(move.to) != part.get(key):
                    continue
                if move.most is None and not move.comment:
                    yield self.found(
                        f"{path}/transitions/{index}",
                        also=[pipeline.stages[move.to][0]],
                        stage=stage,
                        to=pipeline.stages[move.to][1],
                    )


CHECKS: tuple[type[Check], ...] = (
    UnreachableStage,
    DeadEnd,
    LossUnexplained,
    EndlessReturn,
)
