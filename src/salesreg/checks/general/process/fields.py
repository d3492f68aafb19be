"""Fields of a deal: who fills them, when, and how many at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.general.process.pipeline import Pipeline
from salesreg.checks.said import Said
from salesreg.constraints import Range
from salesreg.model.process import Field, Stage, Step
from salesreg.record import record
from salesreg.values.condition import AllOf, AnyOf, Condition, Filled, Not

Wanted = tuple[str, str]
"""A field that a stage needs before it is left, with the pointer that says so."""


def wanted(path: str, stage: Stage) -> Iterator[Wanted]:
    """Yield the fields that are needed to leave a stage, each once."""
    seen: set[str] = set()
    for index, key in enumerate(stage.required_fields):
        if key not in seen:
            seen.add(key)
            yield f"{path}/required_fields/{index}", key
    for index, criterion in enumerate(stage.exit):
        if criterion.condition is None:
            continue
        for key in _needed(criterion.condition):
            if key not in seen:
                seen.add(key)
                yield f"{path}/exit/{index}/condition", key


def _needed(condition: Condition) -> Iterator[str]:
    """Yield the fields without which a condition surely fails."""
    waiting: list[Condition] = [condition]
    while waiting:
        match waiting.pop():
            case AllOf(of=parts):
                waiting.extend(reversed(parts))
            case AnyOf() | Not() | Filled(value=False):
                pass
            case atom:
                yield atom.field


class FieldComesLater(Check):
    """A stage cannot be left without a field that is filled only at a later stage."""

    code = "PRC07"
    name = "field-comes-later"
    severity = "error"
    russian = "Чтобы уйти с этапа, нужно поле, которое заполняют на более позднем."
    why = Said(
        en="The deal waits for what comes only after the wait: a deadlock.",
        ru="Сделка ждёт того, что появится только потом: это тупик.",
    )
    mend = Said(
        en="demand the field at a later stage, or let it be filled earlier: "
        "`filled_at`",
        ru="требовать поле на более позднем этапе или заполнять раньше — `filled_at`",
    )
    message = Said(
        en="Stage {stage} needs {field}, which is filled only at {later}",
        ru="Этап {stage} требует поле {field}, а его заполняют только на этапе {later}",
    )
    valid = (
        """
        fields: [{key: sum, title: Sum, filled_at: lead}]
        stages:
        - {key: lead, title: New}
        - {key: offer, title: Offer, required_fields: [sum]}
        """,
    )
    invalid = (
        """
        fields: [{key: contract-no, title: Contract number, filled_at: contract}]
        stages:
        - {key: qualification, title: Qualification, required_fields: [contract-no]}
        - {key: contract, title: Contract}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the fields that are wanted too early."""
        pipeline = facts.derived(Pipeline)
        for key, (path, stage) in pipeline.stages.items():
            for place, name in wanted(path, stage):
                field = facts.find(Field, name)
                if field is None or field.filled_at is None:
                    continue
                if pipeline.only_after(field.filled_at, key):
                    at = pipeline.stages[field.filled_at]
                    yield self.found(
                        place,
                        also=[f"{facts.pointer_of(Field, name)}/filled_at"],
                        stage=stage,
                        field=field,
                        later=at[1],
                    )


class FieldNobodyFills(Check):
    """A field that a stage needs is filled by nobody."""

    code = "PRC08"
    name = "field-nobody-fills"
    severity = "warning"
    russian = "Обязательное поле никто не заполняет."
    why = Said(
        en="The field is filled with anything, so that the deal moves on.",
        ru="В поле впишут что угодно, лишь бы сделка двигалась.",
    )
    mend = Said(
        en="name in `filled_by` of the field who fills it, or a step that does "
        "in its `fields`",
        ru="назвать в `filled_by` поля того, кто его заполняет, или шаг, у "
        "которого оно стоит в `fields`",
    )
    message = Said(
        en="Stage {stage} needs {field}, but no role or step fills it",
        ru="Этап {stage} требует поле {field}, но его не заполняет ни роль, ни шаг",
    )
    valid = (
        """
        fields: [{key: sum, title: Sum}]
        stages: [{key: offer, title: Offer, required_fields: [sum]}]
        procedures:
        - key: offering
          title: Offering
          steps: [{key: price, title: Price, fields: [sum]}]
        """,
    )
    invalid = (
        """
        fields: [{key: rival, title: Competitor in the deal}]
        stages: [{key: discovery, title: Discovery, required_fields: [rival]}]
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the required fields that nobody fills."""
        filled = {key for _, step in facts.all(Step) for key in step.fields}
        for path, stage in facts.each("stages", Stage):
            for place, name in wanted(path, stage):
                field = facts.find(Field, name)
                if field and not field.filled_by and name not in filled:
                    yield self.found(
                        place,
                        also=[str(facts.pointer_of(Field, name))],
                        stage=stage,
                        field=field,
                    )


@record
class TooManyFields(Check):
    """A stage asks for more fields than people fill honestly.

    Attributes:
        most: The greatest number of required fields that passes.
    """

    code = "PRC13"
    name = "too-many-fields"
    severity = "warning"
    russian = "На этапе требуют больше полей, чем люди заполняют честно."
    why = Said(
        en="Long forms are filled with dots; makers of CRMs advise few fields a stage.",
        ru="Длинные формы заполняют точками; полей на этап должно быть немного.",
    )
    mend = Said(
        en="leave in `required_fields` only what decides about the next stage",
        ru="оставить в `required_fields` только то, без чего нельзя идти дальше",
    )
    message = Said(
        en="Stage {stage} requires {count} fields, more than {most}",
        ru="Этап {stage}: обязательных полей {count}, больше {most}",
    )
    valid = (
        """
        stages: [{key: offer, title: Offer, required_fields: [client, source, client]}]
        """,
    )
    invalid = (
        """
        stages:
        - key: won
          title: Won
          required_fields: [client, source, contact, consent, next-date, tax-id, region,
            seats, task, timing, need]
        """,
    )

    most: Annotated[int, Range(1, 1000)] = 10

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the stages with long forms."""
        for path, stage in facts.each("stages", Stage):
            count = len(set(stage.required_fields))
            if count > self.most:
                yield self.found(
                    f"{path}/required_fields", stage=stage, count=count, most=self.most
                )


CHECKS: tuple[type[Check], ...] = (FieldComesLater, FieldNobodyFills, TooManyFields)
