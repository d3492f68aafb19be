"""Leads: each is taken by somebody, and falls in one grade."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.general.deals import ordinary
from salesreg.checks.said import Said
from salesreg.model.ownership import Routing
from salesreg.model.process import Grade, Qualification
from salesreg.solve.comparison import Comparison, Deal
from salesreg.solve.conditions import uncovered
from salesreg.solve.search import TooHard
from salesreg.values.condition import AllOf, Condition


class LeadTakenByNobody(Check):
    """A routing leaves leads to nobody, or a lead falls in two grades."""

    code = "PRC14"
    name = "lead-left-or-claimed-twice"
    severity = "error"
    russian = "Правила распределения кого-то пропускают, или лид попадает в два класса."
    why = Said(
        en="A lead that no rule takes lies about; one with two grades is dealt with"
        " as each likes.",
        ru="Лид, который не берёт ни одно правило, лежит ничей; с лидом двух классов"
        " каждый поступит по-своему.",
    )
    mend = Said(
        en="add a `fallback`, or move a bound so that each lead belongs to exactly one",
        ru="задать `fallback` или сдвинуть границу, чтобы каждый лид попадал "
        "ровно в одно место",
    )
    message = Said(
        en="{routing} has no fallback, and no rule takes, for example, a lead of which"
        " this is true: {lead}",
        ru="{routing}: запасного получателя нет, и ни одно правило не берёт, например,"
        " такой лид: {lead}",
    )
    twice = Said(
        en="{qualification}: a lead is both in {one} and in {other} when, for example,"
        " {lead}",
        ru="{qualification}: лид попадает и в класс {one}, и в класс {other}, например:"
        " {lead}",
    )
    same = Said(
        en="{qualification}: {one} and {other} both begin at {least}",
        ru="{qualification}: классы {one} и {other} оба начинаются с {least}",
    )
    valid = (
        """
        fields: [{key: rooms, title: Rooms, type: number}]
        routings:
        - key: by-rooms
          title: By rooms
          rules:
          - {title: Few, when: {kind: number, field: rooms, at_most: "49"}}
          - {title: Many, when: {kind: number, field: rooms, at_least: "50"}}
        """,
        """
        fields:
        - {key: city, title: City, type: choice, choices: [Perm, Omsk]}
        - {key: rooms, title: Rooms, type: number}
        routings:
        - key: by-city
          title: By city
          rules:
          - {title: Perm, when: {kind: is, field: city, values: [Perm]}}
          - {title: Omsk, when: {kind: is, field: city, values: [Omsk]}}
        qualifications:
        - key: size
          title: Size
          grades:
          - {key: a, title: A, condition: {kind: number, field: rooms, at_least: "9"}}
          - {key: b, title: B, condition: {kind: number, field: rooms, at_least: "5"}}
        """,
    )
    invalid = (
        """
        fields: [{key: seats, title: Number of seats, type: number}]
        routings:
        - key: by-size
          title: By size
          rules:
          - title: Up to fifty seats
            when: {kind: number, field: seats, below: "50"}
            to: manager
          - title: More than fifty seats
            when: {kind: number, field: seats, above: "50"}
            to: key-manager
        """,
        """
        fields: [{key: seats, title: Number of seats, type: number}]
        qualifications:
        - key: size
          title: By size
          stage: qualification
          role: sdr
          grades:
          - key: small
            title: Small
            condition: {kind: number, field: seats, at_most: "50"}
          - key: large
            title: Large
            condition: {kind: number, field: seats, at_least: "50"}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the routings with a hole, then the grades that overlap."""
        for path, routing in facts.each("routings", Routing):
            rules = [rule.when for rule in routing.rules if rule.when is not None]
            if routing.fallback or not rules or len(rules) < len(routing.rules):
                continue
            lead = _left(rules, facts)
            if lead is not None:
                said = AllOf(of=lead.said)
                yield self.found(f"{path}/rules", routing=routing, lead=said)
        for path, qualification in facts.each("qualifications", Qualification):
            yield from self._grades(path, qualification, facts)

    def _grades(
        self, path: str, qualification: Qualification, facts: Facts
    ) -> Iterator[Found]:
        named: dict[object, int] = {}
        asked: list[tuple[int, Grade, Condition]] = []
        for at, grade in enumerate(qualification.grades):
            if grade.condition is not None and grade.least is None:
                asked.append((at, grade, grade.condition))
            if grade.condition is not None or grade.least is None:
                continue
            first = named.setdefault(grade.least, at)
            if first != at:
                yield self.found(
                    f"{path}/grades/{at}/least",
                    message=self.same,
                    also=[f"{path}/grades/{first}/least"],
                    qualification=qualification,
                    one=qualification.grades[first],
                    other=grade,
                    least=grade.least,
                )
        for one, other, lead in _shared(
            [condition for _, _, condition in asked], facts
        ):
            yield self.found(
                f"{path}/grades/{asked[other][0]}/condition",
                message=self.twice,
                also=[f"{path}/grades/{asked[one][0]}/condition"],
                qualification=qualification,
                one=asked[one][1],
                other=asked[other][1],
                lead=AllOf(of=lead.said),
            )


def _left(rules: Sequence[Condition], facts: Facts) -> Deal | None:
    """Return an ordinary lead that surely no rule takes."""
    usual = ordinary(rules, facts)
    if usual is None:
        return None
    within, domains = usual
    try:
        lead = uncovered(rules, AllOf(of=within) if within else None, domains)
    except TooHard:
        return None
    return lead if lead and lead.sure and lead.said else None


def _shared(
    grades: Sequence[Condition], facts: Facts
) -> Iterator[tuple[int, int, Deal]]:
    """Yield the grades that share a lead, though neither is within the other.

    A grade within another one is the usual ladder: the higher one counts.
    """
    usual = ordinary(grades, facts)
    if usual is None or len(grades) < 2:
        return
    within, domains = usual
    count = len(grades)
    places = range(count, count + len(within))
    try:
        comparison = Comparison([*grades, *within], domains)
        for other in range(count):
            for one in range(other):
                lead = comparison.find(hold=[one, other, *places])
                if lead is None or not lead.sure or not lead.said:
                    continue
                inside = comparison.find(hold=[one, *places], fail=[other]) is None
                around = comparison.find(hold=[other, *places], fail=[one]) is None
                if inside == around:
                    yield one, other, lead
    except TooHard:
        return


CHECKS: tuple[type[Check], ...] = (LeadTakenByNobody,)
