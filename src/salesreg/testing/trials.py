"""Trials: everything that a regulation can be held to, one by one.

The pytest plugin makes a test item of each. A trial of a check holds one finding
against the regulation; a trial of a law tries the law on the regulation, or on one of
its scales, calendars and deadlines with results and moments that are drawn.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal, TypeVar, cast

from attrs import evolve, frozen
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from salesreg.checks.baseline import Baseline
from salesreg.checks.catalogue import catalogue
from salesreg.checks.config import Config, load, nearest
from salesreg.checks.engine import Run
from salesreg.checks.output import human
from salesreg.checks.report import CheckReport
from salesreg.errors import InvalidValue
from salesreg.model.pay import Incentive
from salesreg.model.regulation import Regulation
from salesreg.paths.tree import walk
from salesreg.testing import laws
from salesreg.testing.laws.paid import Base
from salesreg.testing.paying import results
from salesreg.testing.working import moments
from salesreg.values.amounts import Money, Quantity, money
from salesreg.values.calendar import WorkCalendar
from salesreg.values.deadline import Deadline
from salesreg.values.scale import Scale

T = TypeVar("T")


class Untried(Exception):  # noqa: N818 - it is no error: nothing can be said
    """A trial says nothing here; the message tells why."""


@frozen
class Trial:
    """One thing that a regulation is held to.

    Attributes:
        name: Code of the check or name of the law, with the number of the clause
            in brackets where it is about one: "TIM01[12.3]".
        kind: "checks" or "laws".
        hold: Raises `AssertionError` where it does not hold, `Untried` where
            nothing can be said.
    """

    name: str
    kind: str
    hold: Callable[[], None]


def trials(regulation: Regulation, report: CheckReport, level: str) -> Iterator[Trial]:
    """Yield every trial of a regulation.

    Args:
        regulation: The regulation.
        report: What its checks find.
        level: The lightest severity of a finding that a trial does not let pass.
    """
    yield from _checks(report, level)
    for law in laws.LAWS:
        yield Trial(law.__name__, "laws", _about(law, regulation))
    for spot in walk(regulation):
        for law_name, hold in _laws_of(spot.value, regulation):
            name = f"{law_name}{_clause(regulation, spot.pointer)}"
            yield Trial(name, "laws", hold)


def checked(regulation: Regulation, file: Path, today: dt.date | None) -> CheckReport:
    """Return what the checks find under the settings nearest to the file."""
    known = catalogue()
    config = settings_of(file)
    baseline = Baseline.load(config.baseline) if config.baseline else Baseline()
    run = Run(
        catalogue=known,
        settings=config.settings,
        language=None,
        today=today,
        baseline=baseline,
    )
    return run.over(regulation)


def settings_of(file: Path) -> Config:
    """Return the settings that hold for a file."""
    path = nearest(file)
    return load(path, catalogue()) if path else Config()


def _about(law: Callable[[T], None], subject: T) -> Callable[[], None]:
    return lambda: law(subject)


def _clause(regulation: Regulation, pointer: str) -> str:
    entry = regulation.clause_of(pointer)
    return f"[{entry.number}]" if entry is not None and entry.number else ""


# Checks


def _checks(report: CheckReport, level: str) -> Iterator[Trial]:
    found = {finding.code for finding in report}
    heavy = report.at_least(level)  # type: ignore[arg-type]
    for check in report.checks:
        if check.code not in found:
            yield Trial(check.code, "checks", _nothing)
    for finding in report:
        clause = f"[{finding.clause}]" if finding.clause else ""
        told = human.render(evolve(report, findings=(finding,)))
        told = told.rpartition("\n\n")[0] or told
        hold = _found(told) if finding in heavy else _passed(told)
        yield Trial(f"{finding.code}{clause}", "checks", hold)


def _nothing() -> None:
    """Hold: the check found nothing."""


def _found(told: str) -> Callable[[], None]:
    def hold() -> None:
        raise AssertionError(told)

    return hold


def _passed(told: str) -> Callable[[], None]:
    def hold() -> None:
        raise Untried(told)

    return hold


# Laws of what stands in a regulation

_SUM = money("100000 RUB")


def _laws_of(
    value: object, regulation: Regulation
) -> Iterator[tuple[str, Callable[[], None]]]:
    match value:
        case Incentive(scale=Scale() as scale):
            yield "pay_is_never_negative", _never_negative(scale)
            yield "pay_keeps_its_limits", _limited(scale)
            better = _better(value, regulation)
            if better != "range":
                yield "pay_is_monotone", _monotone(scale, better)
        case WorkCalendar():
            yield "working_time_adds", _timed(value)
        case Deadline() if regulation.calendars:
            yield "deadline_falls_in_hours", _due(value, regulation.calendars[0])
        case _:
            pass


def _never_negative(scale: Scale) -> Callable[[], None]:
    base = _base_of(scale)
    return _tried(
        results(scale), lambda result: laws.pay_is_never_negative(scale, result, base)
    )


def _limited(scale: Scale) -> Callable[[], None]:
    base = _base_of(scale)
    return _tried(
        results(scale), lambda result: laws.pay_keeps_its_limits(scale, result, base)
    )


def _monotone(scale: Scale, better: Literal["up", "down"]) -> Callable[[], None]:
    base, some = _base_of(scale), results(scale)
    return _tried(
        st.tuples(some, some),
        lambda two: laws.pay_is_monotone(scale, *two, base, better=better),
    )


def _better(
    component: Incentive, regulation: Regulation
) -> Literal["up", "down", "range"]:
    kpis = {kpi.key: kpi for kpi in regulation.kpis}
    kpi = kpis.get(component.kpi or "")
    return (kpi.direction if kpi is not None else None) or "up"


def _base_of(scale: Scale) -> Base:
    """Return a base in the currency of the scale; turnover grows with the result."""
    sums = [tier.amount for tier in scale.tiers if tier.amount is not None]
    of = Money(_SUM.amount, (sums[0] if sums else _SUM).currency)
    if scale.base in {"revenue", "margin"}:
        return lambda result: _turnover(of, result)
    return of


def _turnover(of: Money, result: Quantity) -> Money:
    return result.money or of * result.amount


def _timed(calendar: WorkCalendar) -> Callable[[], None]:
    lengths = st.timedeltas(dt.timedelta(minutes=1), dt.timedelta(hours=60))
    return _tried(
        st.tuples(moments(), lengths, lengths),
        lambda some: laws.working_time_adds(calendar, *some),
    )


def _due(deadline: Deadline, calendar: WorkCalendar) -> Callable[[], None]:
    return _tried(
        moments(),
        lambda moment: laws.deadline_falls_in_hours(deadline, moment, calendar),
    )


def _tried(drawn: st.SearchStrategy[T], law: Callable[[T], None]) -> Callable[[], None]:
    @settings(
        deadline=None,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.differing_executors],
        report_multiple_bugs=False,
    )
    @given(drawn)
    def hold(case: T) -> None:
        try:
            law(case)
        except InvalidValue as error:
            # What cannot be reckoned is for the checks to tell.
            raise Untried(str(error)) from None

    return cast("Callable[[], None]", hold)
