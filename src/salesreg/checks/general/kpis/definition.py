"""KPIs: source, period, target, formula."""

from __future__ import annotations

from collections.abc import Iterator

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.said import Said
from salesreg.model.control import Kpi
from salesreg.model.strategy import Goal, Plan


class KpiWithoutSource(Check):
    """A KPI does not say where its data come from."""

    code = "KPI01"
    name = "kpi-without-source"
    severity = "error"
    russian = "Не сказано, откуда берутся данные показателя."
    why = Said(
        en="Two systems give two results, and both sides have proof.",
        ru="Две системы дают два результата, и каждая сторона права по-своему.",
    )
    mend = Said(
        en="write in `source` the key of the tool that its data come from, one of "
        "`tools`",
        ru="указать в `source` ключ системы, откуда берут данные: он определён "
        "в `tools`",
    )
    message = Said(
        en="nothing says from which system KPI {kpi} is taken",
        ru="не сказано, из какой системы берётся показатель {kpi}",
    )
    valid = ("kpis: [{key: wins, title: Wins, source: crm}]",)
    invalid = ("kpis: [{key: win-rate, title: Win rate, source: null}]",)

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the KPIs without a source."""
        for path, kpi in facts.each("kpis", Kpi):
            if kpi.source is None:
                yield self.found(path, kpi=kpi)


class KpiWithoutPeriod(Check):
    """A KPI does not say how often it is measured."""

    code = "KPI02"
    name = "kpi-without-period"
    severity = "error"
    russian = "Не сказано, за какой период измеряют показатель."
    why = Said(
        en="A number without its period means nothing and is paid by nobody's rule.",
        ru="Число без периода ничего не значит, и платить по нему нельзя.",
    )
    mend = Said(
        en="write in `period` how often it is measured",
        ru="указать в `period`, как часто его измеряют",
    )
    message = Said(
        en="nothing says for which period KPI {kpi} is measured",
        ru="не сказано, за какой период измеряют показатель {kpi}",
    )
    valid = ("kpis: [{key: wins, title: Wins, period: week}]",)
    invalid = ("kpis: [{key: win-rate, title: Win rate, period: null}]",)

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the KPIs without a period."""
        for path, kpi in facts.each("kpis", Kpi):
            if kpi.period is None:
                yield self.found(path, kpi=kpi)


class KpiWithoutTarget(Check):
    """A KPI has no target and does not say whether more or less is better."""

    code = "KPI03"
    name = "kpi-without-target"
    severity = "error"
    russian = "У показателя нет ни цели, ни направления."
    why = Said(
        en="Nobody can tell a good value from a bad one.",
        ru="Хорошее значение не отличить от плохого.",
    )
    mend = Said(
        en="write `target`, or in `direction` whether `up` or `down` is better",
        ru="указать `target` или в `direction`, что лучше: `up` или `down`",
    )
    message = Said(
        en="KPI {kpi} has neither a target nor a direction",
        ru="у показателя {kpi} нет ни целевого значения, ни направления",
    )
    valid = (
        "kpis: [{key: wins, title: Wins, direction: up}]",
        "kpis: [{key: wins, title: Wins, target: 12 deals}]",
    )
    invalid = (
        "kpis: [{key: retention, title: Retention, target: null, direction: null}]",
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the KPIs with neither."""
        for path, kpi in facts.each("kpis", Kpi):
            if kpi.target is None and kpi.direction is None:
                yield self.found(path, kpi=kpi)


class KpiWithoutFormula(Check):
    """A KPI has no formula, or no unit."""

    code = "KPI04"
    name = "kpi-without-formula"
    severity = "error"
    russian = "У показателя нет формулы или единицы измерения."
    why = Said(
        en="Each side calculates in its own way.",
        ru="Каждая сторона посчитает по-своему.",
    )
    mend = Said(
        en="write `formula` and `unit`",
        ru="указать `formula` и `unit`",
    )
    message = Said(
        en="nothing says how KPI {kpi} is calculated",
        ru="не сказано, как считают показатель {kpi}",
    )
    unit = Said(
        en="nothing says in what KPI {kpi} is measured",
        ru="не сказано, в чём измеряют показатель {kpi}",
    )
    valid = ("kpis: [{key: wins, title: Wins, formula: {kind: count}, unit: deals}]",)
    invalid = ("kpis: [{key: win-rate, title: Win rate, formula: null}]",)

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the KPIs without one of them."""
        for path, kpi in facts.each("kpis", Kpi):
            if kpi.formula is None:
                yield self.found(path, kpi=kpi)
            elif kpi.unit is None:
                yield self.found(path, message=self.unit, kpi=kpi)


class KpiCalculatedTwice(Check):
    """Two KPIs have one formula, one period and one set of roles."""

    code = "KPI05"
    name = "kpi-calculated-twice"
    severity = "warning"
    russian = "Два показателя считают одно и то же за один период."
    why = Said(
        en="One thing under two names gets two sources, two numbers and a dispute.",
        ru="Одно под двумя именами получит два источника, два числа и спор.",
    )
    mend = Said(
        en="keep one of the KPIs",
        ru="оставить один из показателей",
    )
    message = Said(
        en="KPIs {first} and {second} are calculated alike for one period",
        ru="показатели {first} и {second} считают одно и то же за один период",
    )
    valid = (
        """
        kpis:
        - {key: m, title: Wins of a month, period: month, formula: {kind: count}}
        - {key: q, title: Wins of a quarter, period: quarter, formula: {kind: count}}
        """,
    )
    invalid = (
        """
        kpis:
        - key: qualified-leads
          title: Leads
          period: month
          roles: [sdr]
          formula: {kind: count, event: {kind: stage_entered, stage: discovery}}
        - key: accepted
          title: Leads accepted
          period: month
          roles: [sdr]
          formula: {kind: count, event: {kind: stage_entered, stage: discovery}}
          unit: leads
          direction: up
          source: crm
          dashboard: Leads
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the second of two KPIs that are calculated alike."""
        first: dict[object, tuple[str, Kpi]] = {}
        for path, kpi in facts.each("kpis", Kpi):
            if kpi.formula is None:
                continue
            mark = (kpi.formula, kpi.period, frozenset(kpi.roles))
            there = first.setdefault(mark, (path, kpi))
            if there[1] is not kpi:
                yield self.found(path, also=[there[0]], first=there[1], second=kpi)


class TargetOutsideDomain(Check):
    """A target lies outside the values that its KPI can have, or has another unit."""

    code = "KPI09"
    name = "target-outside-domain"
    severity = "warning"
    russian = "Цель вне возможных значений показателя или в другой единице."
    why = Said(
        en="Such a value cannot be reached, however well people work.",
        ru="Такого значения не достичь, как бы хорошо ни работали.",
    )
    mend = Said(
        en="change the target, or the bounds `least` and `most` of the KPI",
        ru="изменить цель или границы показателя `least` и `most`",
    )
    message = Said(
        en="{target} is wanted of {kpi}, which is {most} at most",
        ru="для {kpi} задано {target}, а возможно не больше {most}",
    )
    low = Said(
        en="{target} is wanted of {kpi}, which is {least} at least",
        ru="для {kpi} задано {target}, а возможно не меньше {least}",
    )
    unit = Said(
        en="{target} is wanted of {kpi}, which is measured in {measured}",
        ru="для {kpi} задано {target}, а измеряют его в других единицах: {measured}",
    )
    valid = (
        """
        kpis: [{key: share, title: Share, unit: "%", most: 100%, target: 100%}]
        """,
        """
        kpis:
        - {key: share, title: Share, least: 10%, target: 10%}
        - {key: calls, title: Calls, least: 10%, most: 20%, target: 30 calls}
        """,
    )
    invalid = (
        """
        kpis: [{key: csat, title: Rating, unit: "%", most: 100%}]
        goals: [{key: service-2026, title: Service, kpi: csat, target: 105%}]
        """,
        """
        kpis: [{key: csat, title: Rating, least: 90%}]
        goals: [{key: service-2026, title: Service, kpi: csat, target: 88%}]
        """,
        """
        kpis: [{key: csat, title: Rating, unit: "%"}]
        goals: [{key: service-2026, title: Service, kpi: csat, target: 5 marks}]
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the targets of KPIs, goals and plans that cannot be reached."""
        for path, kpi in facts.each("kpis", Kpi):
            yield from self._target(path, kpi, kpi)
        for path, goal in facts.each("goals", Goal):
            yield from self._target(path, goal, facts.find(Kpi, goal.kpi))
        for path, plan in facts.each("plans", Plan):
            yield from self._target(path, plan, facts.find(Kpi, plan.kpi))

    def _target(
        self, path: str, held: Kpi | Goal | Plan, kpi: Kpi | None
    ) -> Iterator[Found]:
        target = held.target
        if kpi is None or target is None:
            return
        if kpi.unit is not None and target.unit != kpi.unit:
            yield self.found(
                f"{path}/target",
                message=self.unit,
                target=target,
                kpi=kpi,
                measured=kpi.unit,
            )
            return
        least, most = kpi.least, kpi.most
        if most and most.unit == target.unit and target.amount > most.amount:
            yield self.found(f"{path}/target", target=target, kpi=kpi, most=most)
        elif least and least.unit == target.unit and target.amount < least.amount:
            yield self.found(
                f"{path}/target", message=self.low, target=target, kpi=kpi, least=least
            )


CHECKS: tuple[type[Check], ...] = (
    KpiWithoutSource,
    KpiWithoutPeriod,
    KpiWithoutTarget,
    KpiWithoutFormula,
    KpiCalculatedTwice,
    TargetOutsideDomain,
)
