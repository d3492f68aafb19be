"""KPIs in use: how many a role has, who looks at them, what they rest on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.said import Said
from salesreg.constraints import Range
from salesreg.model.control import Kpi
from salesreg.model.people import Role
from salesreg.record import record
from salesreg.solve.graphs import cycles
from salesreg.values.expression import Constant, KpiValue, Ratio


@record
class TooManyKpis(Check):
    """A role has more KPIs, or is paid for more results, than people can follow.

    Attributes:
        most: How many KPIs may measure one role.
        paid: How many components may make up its variable pay.
    """

    code = "KPI06"
    name = "too-many-kpis"
    severity = "warning"
    russian = "У роли больше показателей, чем можно удержать в поле зрения."
    why = Said(
        en="Practice of pay design: three paid measures at most, about five in all.",
        ru="Практика систем оплаты: не больше трёх оплачиваемых и около пяти всего.",
    )
    mend = Said(
        en="leave the role the few KPIs that decide",
        ru="оставить роли несколько главных показателей",
    )
    message = Said(
        en="{count} KPIs measure {role}, more than {most}: {kpis}",
        ru="роль {role} измеряют {count} показателей, больше {most}: {kpis}",
    )
    pay = Said(
        en="pay plan {plan} has {count} components, more than {most}",
        ru="в схеме оплаты {plan} составляющих {count}, больше {most}",
    )
    valid = (
        """
        roles: [{key: a, title: A}]
        kpis:
        - {key: k1, title: K1, roles: [a]}
        - {key: k2, title: K2, roles: [a]}
        - {key: k3, title: K3, roles: [a]}
        - {key: k4, title: K4, roles: [a]}
        - {key: k5, title: K5, roles: [a]}
        """,
    )
    invalid = (
        """
        roles: [{key: lawyer, title: Lawyer}]
        kpis:
        - {key: annual-revenue, title: A, roles: [lawyer]}
        - {key: attainment, title: B, roles: [lawyer]}
        - {key: margin, title: C, roles: [lawyer]}
        - {key: win-rate, title: D, roles: [lawyer]}
        - {key: csat, title: E, roles: [lawyer]}
        - {key: retention, title: F, roles: [lawyer]}
        """,
    )

    most: Annotated[int, Range(1, 100)] = 5
    paid: Annotated[int, Range(1, 100)] = 3

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the roles with too many, then the pay plans."""
        measured: dict[str, list[tuple[str, Kpi]]] = {}
        for path, kpi in facts.each("kpis", Kpi):
            for key in dict.fromkeys(kpi.roles):
                measured.setdefault(key, []).append((path, kpi))
        for path, role in facts.each("roles", Role):
            held = measured.get(role.key, [])
            if len(held) > self.most:
                yield self.found(
                    path,
                    also=[where for where, _ in held],
                    count=len(held),
                    role=role,
                    most=self.most,
                    kpis=tuple(kpi for _, kpi in held),
                )
        for index, plan in enumerate(facts.regulation.pay_plans):
            if len(plan.components) > self.paid:
                yield self.found(
                    f"/pay_plans/{index}/components",
                    message=self.pay,
                    plan=plan,
                    count=len(plan.components),
                    most=self.paid,
                )


class KpiNobodySees(Check):
    """A KPI stands in no report, meeting or dashboard."""

    code = "KPI07"
    name = "kpi-nobody-sees"
    severity = "warning"
    russian = "Показатель не входит ни в отчёт, ни в повестку, ни на панель."
    why = Said(
        en="A number that nobody looks at changes nothing.",
        ru="Число, на которое никто не смотрит, ничего не меняет.",
    )
    mend = Said(
        en="name the KPI in `kpis` of a report or meeting, or in its `dashboard`",
        ru="назвать показатель в `kpis` отчёта или встречи или указать его `dashboard`",
    )
    message = Said(
        en="KPI {kpi} stands in no report, meeting or dashboard",
        ru="показатель {kpi} не входит ни в отчёт, ни в повестку, ни на панель",
    )
    valid = ("kpis: [{key: wins, title: Wins, dashboard: Sales}]",)
    invalid = (
        """
        kpis:
        - {key: demos, title: Demos held, source: crm, period: month, direction: up,
           unit: meetings, formula: {kind: count, of: activities}, roles: [presale]}
        tools: [{key: crm, title: CRM}]
        roles: [{key: presale, title: Presales engineer}]
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the KPIs that nobody sees."""
        regulation = facts.regulation
        seen = {key for one in regulation.reports for key in one.kpis}
        seen |= {key for one in regulation.meetings for key in one.kpis}
        for path, kpi in facts.each("kpis", Kpi):
            if kpi.key not in seen and kpi.dashboard is None:
                yield self.found(path, kpi=kpi)


class CircularFormula(Check):
    """A KPI is calculated from itself, or divided by nothing."""

    code = "KPI08"
    name = "circular-formula"
    severity = "error"
    russian = "Показатель считают через него самого или делят на ноль."
    why = Said(
        en="There is no number that the formula gives.",
        ru="Такая формула не даёт никакого числа.",
    )
    mend = Said(
        en="write the formula by other values",
        ru="выразить формулу через другие величины",
    )
    message = Said(
        en="the formulas of {kpis} refer to one another in a circle",
        ru="формулы показателей {kpis} ссылаются друг на друга по кругу",
    )
    zero = Said(
        en="the formula of {kpi} divides by zero",
        ru="формула показателя {kpi} делит на ноль",
    )
    valid = (
        """
        kpis:
        - {key: a, title: A, formula: {kind: kpi, kpi: b}}
        - {key: b, title: B, formula: {kind: constant, value: "0"}}
        """,
    )
    invalid = (
        """
        kpis:
        - {key: win-rate, title: Win rate, formula: {kind: kpi, kpi: win-rate}}
        """,
        """
        kpis:
        - {key: win-rate, title: Win rate, formula: {kind: ratio, of: {kind: count},
           to: {kind: constant, value: "0"}}}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield one circle of each group of KPIs, then the divisions."""
        rests: dict[str, list[str]] = {kpi.key: [] for kpi in facts.regulation.kpis}
        for path, value in facts.all(KpiValue):
            parts = path.split("/")
            if parts[1] == "kpis":
                owner = facts.regulation.kpis[int(parts[2])]
                rests[owner.key].append(value.kpi)
        graph = {key: tuple(following) for key, following in rests.items()}
        for way in cycles(graph):
            paths = [facts.pointer_of(Kpi, key) for key in way]
            first, *others = [f"{path}/formula" for path in paths if path]
            kpis = tuple(facts.find(Kpi, key) for key in way)
            yield self.found(first, also=others, kpis=kpis)
        for path, ratio in facts.all(Ratio):
            if isinstance(ratio.to, Constant) and ratio.to.value == 0:
                parts = path.split("/")
                thing = getattr(facts.regulation, parts[1])[int(parts[2])]
                yield self.found(f"{path}/to", message=self.zero, kpi=thing)


CHECKS: tuple[type[Check], ...] = (TooManyKpis, KpiNobodySees, CircularFormula)
