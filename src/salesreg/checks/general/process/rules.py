"""Rules over deals: each of them can fire."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.general.deals import domains_of, few
from salesreg.checks.general.process.ordered import Order, Rule, ordered
from salesreg.checks.said import Said
from salesreg.paths.tree import Spot
from salesreg.solve.comparison import Domains
from salesreg.solve.conditions import witness
from salesreg.solve.lines import Bounds, sizes_of
from salesreg.solve.search import TooHard
from salesreg.values.condition import (
    Condition,
    Filled,
    Flag,
    Is,
    Within,
)


def conditions_of(facts: Facts) -> Iterator[Spot]:
    """Yield every condition that is no part of another one."""
    for spot in facts.spots:
        if isinstance(spot.value, Condition) and not isinstance(spot.owner, Condition):
            yield spot


def contradicts(condition: Condition, domains: Domains) -> bool:
    """Tell whether surely no deal can satisfy a condition."""
    match condition:
        # The usual ones need no search: a single bound always leaves something.
        case Flag() | Filled() | Within():
            return False
        case Is() if condition.field not in domains:
            return False
        case _ if isinstance(condition, Bounds) and len(sizes_of(condition)) < 2:
            return False
        case _:
            pass
    try:
        return witness(condition, domains) is None
    except TooHard:
        return False


class RuleNeverFires(Check):
    """A rule can never fire: nothing satisfies it, or earlier rules take it all."""

    code = "PRC11"
    name = "rule-never-fires"
    severity = "error"
    russian = (
        "Правило никогда не сработает: его условие невыполнимо или всё забирают"
        " правила до него."
    )
    why = Said(
        en="Whoever wrote the rule expects it to work; nobody will see that it does"
        " not.",
        ru="Автор правила рассчитывает, что оно работает, и никто не заметит, что"
        " это не так.",
    )
    mend = Said(
        en="change the condition, put the rule higher, or delete it",
        ru="изменить условие, поставить правило выше или удалить его",
    )
    message = Said(
        en="{rule} never fires: {earlier}, which comes first, takes everything that"
        " it is for",
        ru="{rule} не сработает никогда: всё, что сюда подходит, раньше забирает"
        " {earlier}",
    )
    together = Said(
        en="{rule} never fires: {earlier}, which come first, together take"
        " everything that it is for",
        ru="{rule} не сработает никогда: всё, что сюда подходит, раньше вместе"
        " забирают {earlier}",
    )
    impossible = Said(
        en="no deal can satisfy the condition: {when}",
        ru="ни одна сделка не может выполнить условие: {when}",
    )
    long = Said(
        en="no deal can satisfy the condition: its parts contradict one another",
        ru="ни одна сделка не может выполнить условие: его части противоречат друг"
        " другу",
    )
    valid = (
        """
        fields: [{key: rooms, title: Rooms, type: number}]
        routings:
        - key: by-rooms
          title: By rooms
          rules:
          - title: Large customers
            when: {kind: number, field: rooms, at_least: "500"}
          - title: Medium customers
            when: {kind: number, field: rooms, at_least: "50"}
          - title: Whoever is large and has budget
            stop: false
          - title: Others
        """,
        # Nothing says that there are no empty fields, nor that rooms are whole.
        """
        fields: [{key: rooms, title: Rooms, type: number}]
        routings:
        - key: by-size
          title: By size
          fallback: head
          rules:
          - {title: Few, when: {kind: number, field: rooms, at_most: "49"}}
          - {title: Many, when: {kind: number, field: rooms, at_least: "50"}}
          - {title: None, when: {kind: filled, field: rooms, value: false}}
          - {title: Some, when: {kind: number, field: rooms, above: "49"}}
        """,
    )
    invalid = (
        """
        fields: [{key: seats, title: Number of seats, type: number}]
        routings:
        - key: by-size
          title: By size
          fallback: head
          rules:
          - title: Fifty seats and more
            when: {kind: number, field: seats, at_least: "50"}
            to: manager
          - title: Two hundred seats and more
            when: {kind: number, field: seats, at_least: "200"}
            to: key-manager
        """,
        """
        fields: [{key: seats, title: Number of seats, type: number}]
        routings:
        - key: by-size
          title: By size
          fallback: head
          rules:
          - title: Up to fifty seats
            when: {kind: number, field: seats, below: "50"}
            to: manager
          - title: More than forty seats
            when: {kind: number, field: seats, above: "40"}
            to: key-manager
          - title: Thirty to sixty seats
            when: {kind: number, field: seats, at_least: "30", at_most: "60"}
            to: manager
        """,
        """
        fields: [{key: seats, title: Number of seats, type: number}]
        routings:
        - key: by-size
          title: By size
          fallback: head
          rules:
          - title: Between fifty and ten seats
            when: {kind: number, field: seats, at_least: "50", below: "10"}
            to: manager
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield what nothing satisfies, then what earlier rules take."""
        domains = facts.derived(domains_of)
        impossible: set[str] = set()
        for spot in conditions_of(facts):
            when = spot.value
            assert isinstance(when, Condition)
            if contradicts(when, domains):
                impossible.add(spot.pointer)
                short = few([when])
                yield self.found(
                    spot.pointer,
                    message=self.impossible if short else self.long,
                    when=when if short else None,
                )
        for rules in ordered(facts):
            yield from self._taken(rules, impossible, domains)

    def _taken(
        self, rules: Sequence[Rule], impossible: set[str], domains: Domains
    ) -> Iterator[Found]:
        possible = [
            rule
            for rule in rules
            if rule.when is None or f"{rule.path}/when" not in impossible
        ]
        asked = [rule for rule in possible if rule.when is not None]
        order = Order([rule.when for rule in asked if rule.when is not None], domains)
        position = -1
        for at, rule in enumerate(possible):
            if rule.when is None:
                if rule.always and rule.stops:
                    for later in possible[at + 1 :]:
                        yield self._found(later, (rule,))
                    return
                continue
            position += 1
            if earlier := order.takers(position):
                yield self._found(rule, tuple(asked[one] for one in earlier))
            elif rule.stops:
                order.takes(position)

    def _found(self, rule: Rule, earlier: tuple[Rule, ...]) -> Found:
        one = len(earlier) == 1
        return self.found(
            rule.path,
            message=None if one else self.together,
            also=[other.path for other in earlier],
            rule=rule.title,
            earlier=earlier[0].title if one else tuple(one.title for one in earlier),
        )


CHECKS: tuple[type[Check], ...] = (RuleNeverFires,)
