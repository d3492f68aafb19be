"""What people may rely on: how pay is lowered, and what holds in special cases."""

from __future__ import annotations

from collections.abc import Iterator

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.said import Said
from salesreg.model.pay import BonusReduction, PayPlan, Sanction
from salesreg.model.people import Role


class ReductionWithoutProcedure(Check):
    """Pay is lowered or a sanction applied without a procedure or an appeal."""

    code = "INC17"
    name = "reduction-without-procedure"
    severity = "warning"
    russian = "Для снижения выплаты или взыскания нет порядка или обжалования."
    why = Said(
        en="Without a procedure the measure is arbitrary: the first dispute ends it.",
        ru="Без порядка мера произвольна, и первый же спор её отменит.",
    )
    mend = Said(
        en="write `procedure` and `appeal`",
        ru="указать `procedure` и `appeal`",
    )
    message = Said(
        en="{measure} has no {missing}",
        ru="{measure} — не указано: {missing}",
    )
    procedure = Said(en="procedure", ru="порядок применения")
    appeal = Said(en="way to appeal", ru="порядок обжалования")
    valid = (
        """
        sanctions:
        - {key: remark, title: Remark, measure: remark, procedure: order, appeal: court}
        """,
    )
    invalid = (
        """
        bonus_reductions:
        - key: late-records
          title: Late records
          trigger: condition
          procedure: null
          share: 10%
          grounds: [records made a day late]
        """,
        """
        sanctions:
        - key: remark
          title: Remark
          measure: remark
          procedure: explanation, then an order
          appeal: null
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the measures that nobody can question."""
        measures: tuple[tuple[str, Sanction | BonusReduction], ...] = (
            *facts.each("sanctions", Sanction),
            *facts.each("bonus_reductions", BonusReduction),
        )
        for path, measure in measures:
            texts = ((self.procedure, measure.procedure), (self.appeal, measure.appeal))
            missing = tuple(said for said, text in texts if not text)
            if missing:
                yield self.found(path, measure=measure, missing=missing)


class SpecialCasesOpen(Check):
    """A pay plan says nothing of newcomers, of leave, or of leavers.

    A ramp of every role that is paid by the plan is a rule for newcomers.
    """

    code = "INC18"
    name = "special-cases-open"
    severity = "warning"
    russian = "Не сказано, как платят новичку, за отпуск или при увольнении."
    why = Said(
        en="Somebody joins, goes on leave or leaves in every period, and each case is "
        "then decided anew.",
        ru="Кто-то приходит, уходит в отпуск или увольняется каждый месяц, и всякий "
        "случай решают заново.",
    )
    mend = Said(
        en="write `newcomers`, `leave` and `leavers` in the pay plan",
        ru="указать в плане оплаты `newcomers`, `leave` и `leavers`",
    )
    message = Said(
        en="{plan} says nothing of {missing}",
        ru="{plan}: ничего не сказано про {missing}",
    )
    newcomers = Said(en="newcomers", ru="новичков")
    leave = Said(en="leave", ru="отпуск или болезнь")
    leavers = Said(en="leavers", ru="увольнение")
    valid = (
        """
        roles: [{key: hunter, title: Hunter, ramp: [{month: 1, quota: 50%}]}]
        pay_plans:
        - key: hunters
          title: Pay of hunters
          roles: [hunter]
          components: [{key: plan, title: Plan}]
          leave: The quota is lowered by the days of leave.
          leavers: What the client paid until the last day is paid out.
        """,
    )
    invalid = (
        """
        pay_plans:
        - key: presale
          title: Pay of a presales engineer
          components: [{key: presale-demos, title: Demos}]
          leavers: null
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the plans with open cases."""
        for path, plan in facts.each("pay_plans", PayPlan):
            if not plan.components:
                continue
            roles = [facts.find(Role, key) for key in plan.roles]
            ramped = bool(roles) and all(role and role.ramp for role in roles)
            missing = tuple(
                said
                for said, known in (
                    (self.newcomers, plan.newcomers or ramped),
                    (self.leave, plan.leave),
                    (self.leavers, plan.leavers),
                )
                if not known
            )
            if missing:
                yield self.found(path, plan=plan, missing=missing)


CHECKS: tuple[type[Check], ...] = (ReductionWithoutProcedure, SpecialCasesOpen)
