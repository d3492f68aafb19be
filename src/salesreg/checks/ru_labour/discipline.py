"""Discipline: fines, deductions, sanctions and how they are applied."""

from __future__ import annotations

import re
from collections.abc import Iterator

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.ru_labour.law import LawCheck
from salesreg.checks.ru_labour.norms import Norm, why
from salesreg.checks.said import Said
from salesreg.model.pay import BonusReduction, Sanction
from salesreg.model.people import Consequence

# "Fine" is an adjective as well.
_FINE = re.compile(
    r"\bштраф|\bfined\b|\bfines?\s+(?:for|of|up)\b|^fines?$", re.IGNORECASE
)
_NONE = re.compile(
    r"\b(без|не|нет|вместо|no|not|never|without|instead)\b", re.IGNORECASE
)
_EXPLAINED = re.compile(r"объясн|193|Трудов|\bТК\b|expla|Labour Code", re.IGNORECASE)
_LAWFUL = re.compile(
    r"аванс|подотч[её]т|сч[её]тн\w+ ошибк|ущерб|недостач|advance|counting error"
    r"|damage|shortage",
    re.IGNORECASE,
)


class Fine(LawCheck):
    """A breach of duty is punished with a fine."""

    code = "RU01"
    name = "fine-for-employee"
    severity = "error"
    rule = "no-fines"
    russian = "За нарушение работника штрафуют."
    why = why("no-fines")
    mend = Said(
        en="choose a sanction of the law: `remark`, `reprimand` or `dismissal`",
        ru="выбрать взыскание по закону: `remark`, `reprimand` или `dismissal`",
    )
    message = Said(
        en="sanction {measure} is a fine",
        ru="взыскание {measure} — это штраф",
    )
    called = Said(
        en="measure {measure} is called a fine",
        ru="мера {measure} названа штрафом",
    )
    valid = (
        """
        sanctions:
        - key: instead
          title: Remark instead of a fine
          measure: remark
        consequences: [{key: refinement, title: A refined plan}]
        """,
        """
        consequences: [{key: no-fines, title: Разбор без штрафа}]
        """,
    )
    invalid = (
        """
        sanctions:
        - key: remark
          title: Remark
          measure: fine
        """,
        """
        bonus_reductions:
        - key: after-remark
          title: Fine for being late
          trigger: condition
          grounds: [being late]
        """,
    )

    def against(self, norm: Norm, facts: Facts) -> Iterator[Found]:
        """Yield the sanctions that are fines, and the measures called so."""
        del norm
        for path, one in facts.each("sanctions", Sanction):
            if one.measure == "fine":
                yield self.found(f"{path}/measure", measure=one)
            elif one.measure == "other" and _called_fine(one.title):
                yield self.found(f"{path}/title", message=self.called, measure=one)
        measures: tuple[tuple[str, BonusReduction | Consequence], ...] = (
            *facts.each("bonus_reductions", BonusReduction),
            *facts.each("consequences", Consequence),
        )
        for path, measure in measures:
            if _called_fine(measure.title):
                yield self.found(f"{path}/title", message=self.called, measure=measure)


class UnlawfulDeduction(LawCheck):
    """A sanction is a deduction from pay on grounds that the law does not name."""

    code = "RU13"
    name = "deduction-outside-law"
    severity = "error"
    rule = "deductions"
    russian = "Из заработной платы удерживают по основаниям, которых нет в законе."
    why = why("deductions")
    mend = Said(
        en="take the deduction out, or name the ground of the law",
        ru="убрать удержание или назвать законное основание",
    )
    message = Said(
        en="sanction {sanction} deducts from pay on grounds that the law does not list",
        ru="взыскание {sanction}: удержание по основаниям, которых нет в законе",
    )
    valid = (
        """
        sanctions:
        - key: advance
          title: Deduction of an advance
          measure: deduction
          grounds: [a travel advance not spent and not returned in time]
          procedure: within a month, by order, with an explanation of the employee
          appeal: a court
        """,
    )
    invalid = (
        """
        sanctions:
        - key: remark
          title: Deduction for being late
          measure: deduction
          grounds: [being late for a meeting]
        """,
    )

    def against(self, norm: Norm, facts: Facts) -> Iterator[Found]:
        """Yield the deductions of which a ground is not among the lawful ones."""
        del norm
        for path, one in facts.each("sanctions", Sanction):
            lawful = one.grounds and all(map(_LAWFUL.search, one.grounds))
            if one.measure == "deduction" and not lawful:
                yield self.found(f"{path}/measure", sanction=one)


class SanctionUnknown(LawCheck):
    """A sanction is none of the law's, or is applied without an explanation.

    Where no procedure is given at all, another check says so.
    """

    code = "RU14"
    name = "sanction-outside-law"
    severity = "warning"
    rule = "sanctions"
    russian = "Взыскания нет в законе, или его применяют, не запросив объяснения."
    why = why("sanctions")
    mend = Said(
        en="choose a sanction of the law, and demand a written explanation in "
        "`procedure`",
        ru="выбрать взыскание по закону и предусмотреть в `procedure` письменное "
        "объяснение",
    )
    message = Said(
        en="sanction {sanction} is neither a remark nor a reprimand nor a dismissal",
        ru="взыскание {sanction} — не замечание, не выговор и не увольнение",
    )
    unexplained = Said(
        en="the procedure of sanction {sanction} asks for no written explanation",
        ru="взыскание {sanction}: порядок применения не требует письменного объяснения",
    )
    valid = (
        """
        sanctions:
        - key: remark
          title: Remark
          measure: remark
          procedure: An explanation is asked for first, then an order is made.
        """,
    )
    invalid = (
        """
        sanctions:
        - key: remark
          title: Removal from the board of honour
          measure: other
        """,
        """
        sanctions:
        - key: reprimand
          title: Reprimand
          measure: reprimand
          procedure: The director makes an order.
        """,
    )

    def against(self, norm: Norm, facts: Facts) -> Iterator[Found]:
        """Yield the sanctions of other kinds, and those nobody may explain."""
        del norm
        for path, one in facts.each("sanctions", Sanction):
            match one.measure:
                case "other" if not _called_fine(one.title):
                    yield self.found(f"{path}/measure", sanction=one)
                case "remark" | "reprimand" | "dismissal":
                    if one.procedure and not _EXPLAINED.search(one.procedure):
                        yield self.found(
                            f"{path}/procedure", message=self.unexplained, sanction=one
                        )
                case _:
                    # A fine and a deduction have checks of their own.
                    pass


def _called_fine(title: str) -> bool:
    return bool(_FINE.search(title)) and not _NONE.search(title)


CHECKS: tuple[type[Check], ...] = (Fine, UnlawfulDeduction, SanctionUnknown)
