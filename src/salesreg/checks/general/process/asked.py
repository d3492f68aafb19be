"""Conditions ask a field for what its type can hold."""

from __future__ import annotations

from collections.abc import Iterator

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.said import Said
from salesreg.model.process import Field
from salesreg.values.condition import Condition
from salesreg.values.facts import misfits


class FieldNeverAnswers(Check):
    """A condition asks a field for what its type never holds."""

    code = "PRC19"
    name = "field-never-answers"
    severity = "error"
    russian = "Условие спрашивает поле о том, чего его тип не хранит."
    why = Said(
        en="No deal can answer, so the gate, the rule or the KPI that asks is dead: the"
        " evaluation on CRM data leaves it out.",
        ru="Ни одна сделка не ответит, поэтому критерий, правило или KPI с этим"
        " условием не действует: расчёт по данным CRM его пропускает.",
    )
    mend = Said(
        en="ask what the type of the field holds, or change the type; a date is asked"
        " for days, not for hours",
        ru="спросить о том, что хранит тип поля, или изменить тип; дату спрашивают о"
        " днях, а не о часах",
    )
    message = Said(
        en="{field} cannot answer: {when}",
        ru="на это поле {field} ответить не может: {when}",
    )
    valid = (
        """
        fields:
        - {key: sum, title: Sum, type: money}
        - {key: seen, title: Last visit, type: date}
        stages:
        - key: new
          title: New
          exit:
          - text: The sum is known.
            condition: {kind: money, field: sum, at_least: 1 RUB}
          - text: We were there within a month.
            condition: {kind: within, field: seen, duration: 30 days}
        """,
    )
    invalid = (
        """
        fields: [{key: worth, title: Worth, type: text}]
        routings:
        - key: by-worth
          title: By worth
          fallback: head
          rules:
          - title: Large deals
            when: {kind: money, field: worth, at_least: 1000 RUB}
            to: manager
        """,
        """
        fields: [{key: seen, title: Last visit, type: date}]
        routings:
        - key: by-visit
          title: By visit
          fallback: head
          rules:
          - title: We were there today
            when: {kind: within, field: seen, duration: 2 h}
            to: manager
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the parts of conditions that no deal can answer."""
        types: dict[str, str] = {}
        for _, held in facts.all(Field):
            types.setdefault(held.key, held.type)
        for spot in facts.spots:
            value = spot.value
            if not isinstance(value, Condition) or not _is_leaf(value):
                continue
            for leaf in misfits(value, types):
                field = facts.find(Field, leaf.field)
                yield self.found(spot.pointer, field=field, when=value)


def _is_leaf(condition: Condition) -> bool:
    return hasattr(condition, "field")


CHECKS: tuple[type[Check], ...] = (FieldNeverAnswers,)
