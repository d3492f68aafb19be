"""Clocks: which one a limit runs on, and what happens when nobody is there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.general.time.load import Load
from salesreg.checks.general.time.spans import within
from salesreg.checks.said import Said
from salesreg.constraints import Range
from salesreg.model.people import Role
from salesreg.model.process import Stage, Step
from salesreg.record import record
from salesreg.values.deadline import Deadline
from salesreg.values.event import DealCreated, OwnerAssigned
from salesreg.values.times import ClockTime, Duration

_BY_CLIENTS = (DealCreated, OwnerAssigned)
"""Events that come at any hour: clients write at night."""


class ClockUnclear(Check):
    """A limit runs on a clock that the regulation does not describe.

    Either working time is counted and there is no calendar, or hours of the
    calendar are counted and it is not said whether the night counts.
    """

    code = "TIM07"
    name = "clock-unclear"
    severity = "warning"
    russian = "Неясно, по каким часам идёт срок: рабочим или календарным."
    why = Said(
        en="“48 hours” over a weekend is two days for one side and six for the other.",
        ru="«48 часов» через выходные — для одних два дня, для других шесть.",
    )
    mend = Said(
        en="write the duration as `working`, or say in `after_hours` what holds "
        "after hours; give the roles a calendar",
        ru="записать срок как рабочий (`working`) или указать в `after_hours`, "
        "как быть вне рабочих часов; задать ролям календарь",
    )
    message = Said(
        en="{limit} is counted in working time, but there is no calendar",
        ru="срок {limit} идёт в рабочем времени, но календаря рабочего времени нет",
    )
    night = Said(
        en="{limit} runs day and night; is it meant, when the event comes after hours?",
        ru="срок {limit} идёт и ночью; так ли это задумано для события вне рабочих "
        "часов?",
    )
    valid = (
        """
        calendars:
        - key: office
          title: Office
          time_zone: Europe/Moscow
          week: [{days: [monday], window: 09:00-18:00}]
        stages:
        - key: offer
          title: Offer
          deadlines:
          - {trigger: {kind: payment, state: received}, after_hours: at_once,
             limit: {kind: in, duration: 2 h}}
          - {trigger: {kind: payment, state: received}, action: thanks,
             limit: {kind: in, duration: 2 days}}
        """,
    )
    invalid = (
        """
        calendars:
        - key: office
          title: Office
          time_zone: Europe/Moscow
          week: [{days: [monday], window: 09:00-18:00}]
        stages:
        - key: offer
          title: Offer
          deadlines:
          - {trigger: {kind: stage_entered, stage: offer}, action: a call,
             limit: {kind: in, duration: 48 h}}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the limits without a clock."""
        if not facts.regulation.calendars:
            found = next(
                ((path, one) for path, one in facts.all(Duration) if one.working), None
            )
            # One finding is enough: one calendar mends all of them.
            if found:
                yield self.found(found[0], limit=found[1])
            return
        for path, deadline in facts.all(Deadline):
            limit = within(deadline.limit)
            if limit is None or deadline.after_hours or limit.working:
                continue
            if limit.minutes and not isinstance(deadline.trigger, _BY_CLIENTS):
                yield self.found(f"{path}/limit", message=self.night, limit=limit)


@record
class NobodyOnShift(Check):
    """A limit of minutes starts with a client, who may come after hours.

    Attributes:
        short: Limits up to this many minutes are looked at.
    """

    code = "TIM11"
    name = "nobody-on-shift"
    severity = "warning"
    russian = "Короткий срок начинает клиент, а о нерабочих часах не сказано."
    why = Said(
        en="A lead of Friday night is late on Monday morning, or never late at all.",
        ru="Заявка вечера пятницы в понедельник уже просрочена или не просрочена "
        "никогда.",
    )
    mend = Said(
        en="say in `after_hours` when it starts: `next_opening` or `at_once`",
        ru="указать в `after_hours`, когда он начинается: `next_opening` или `at_once`",
    )
    message = Said(
        en="a lead may come when nobody is on shift: when does the limit of {limit} "
        "start then?",
        ru="заявка может прийти, когда никого нет: с какого момента тогда идёт срок "
        "{limit}?",
    )
    valid = (
        """
        stages:
        - key: lead
          title: Lead
          deadlines:
          - {trigger: {kind: deal_created}, after_hours: next_opening,
             action: first call, limit: {kind: in, duration: 15 min working}}
        """,
    )
    invalid = (
        """
        stages:
        - key: lead
          title: Lead
          deadlines:
          - {trigger: {kind: owner_assigned}, action: a word of welcome,
             limit: {kind: in, duration: 10 min working}}
        """,
    )

    short: Annotated[int, Range(1, 100_000)] = 240

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the short limits that are silent on other hours."""
        for path, deadline in facts.all(Deadline):
            limit = within(deadline.limit)
            if limit is None or deadline.after_hours or not limit.minutes:
                continue
            if limit.minutes <= self.short and isinstance(
                deadline.trigger, _BY_CLIENTS
            ):
                yield self.found(path, limit=limit)


class TwoCutoffs(Check):
    """Deadlines that one event starts have different cut-offs."""

    code = "TIM12"
    name = "two-cutoffs"
    severity = "warning"
    russian = "У сроков, которые начинает одно событие, разный час отсечения."
    why = Said(
        en="Between the two hours the same event counts as today and as tomorrow.",
        ru="Между двумя часами одно и то же событие считается и сегодняшним, и "
        "завтрашним.",
    )
    mend = Said(
        en="give both deadlines the same `cutoff`",
        ru="дать обоим срокам один `cutoff`",
    )
    message = Said(
        en="here the event counts as the next day's after {cutoff}, elsewhere after "
        "{other}",
        ru="здесь событие относят на завтра после {cutoff}, в другом месте — после "
        "{other}",
    )
    valid = (
        """
        stages:
        - key: lead
          title: Lead
          deadlines:
          - {trigger: {kind: payment, state: received}, action: a, cutoff: "17:00",
             after_hours: at_once, limit: {kind: in, duration: 1 h}}
          - {trigger: {kind: payment, state: prepaid}, action: b, cutoff: "16:00",
             after_hours: at_once, limit: {kind: in, duration: 1 h}}
        """,
    )
    invalid = (
        """
        stages:
        - key: offer
          title: Offer
          deadlines:
          - {trigger: {kind: stage_entered, stage: offer}, cutoff: "17:00",
             action: a draft is made, limit: {kind: in, duration: 3 h working}}
          - {trigger: {kind: stage_entered, stage: offer}, cutoff: "16:00",
             action: a call is made, limit: {kind: in, duration: 4 h working}}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the deadlines whose cut-off is not that of the first."""
        first: dict[object, tuple[str, ClockTime]] = {}
        for path, deadline in facts.all(Deadline):
            if deadline.cutoff is None:
                continue
            where, other = first.setdefault(deadline.trigger, (path, deadline.cutoff))
            if other != deadline.cutoff:
                yield self.found(
                    f"{path}/cutoff",
                    also=[f"{where}/cutoff"],
                    cutoff=deadline.cutoff,
                    other=other,
                )


@record
class AllAtLunch(Check):
    """Everybody who must answer within minutes has lunch at the same time.

    Attributes:
        short: Limits up to this many minutes are looked at.
    """

    code = "TIM16"
    name = "all-at-lunch"
    severity = "warning"
    russian = "Все, кто отвечает за минуты, обедают в одно и то же время."
    why = Said(
        en="Whoever writes at noon waits for the whole lunch.",
        ru="Кто написал в полдень, ждёт весь обед.",
    )
    mend = Said(
        en="give some of them lunch at another time, or lunch a `duration` in "
        "place of its `window`",
        ru="развести обеды по времени или задать обеду `duration` вместо `window`",
    )
    message = Said(
        en="{role} must answer within {limit}, but everybody is at lunch at {lunch}",
        ru="{role}: ответ — за {limit}, но в {lunch} обедают все",
    )
    valid = (
        """
        roles: [{key: sdr, title: Specialist}]
        stages:
        - key: lead
          title: Lead
          owner: sdr
          deadlines:
          - {trigger: {kind: deal_created}, action: first call,
             limit: {kind: in, duration: 15 min working}}
        calendars:
        - key: inbound
          title: Inbound
          roles: [sdr]
          time_zone: Europe/Moscow
          week:
          - days: [monday]
            window: 09:00-18:00
            breaks: [{title: Lunch in turn, duration: 1 h}]
        """,
    )
    invalid = (
        """
        roles: [{key: manager, title: Sales manager}]
        stages:
        - key: offer
          title: Offer
          owner: manager
          deadlines:
          - {trigger: {kind: owner_assigned}, action: answer to a question,
             after_hours: next_opening, limit: {kind: in, duration: 15 min working}}
        calendars:
        - key: office
          title: Office
          roles: [manager]
          time_zone: Europe/Moscow
          week:
          - days: [monday]
            window: 09:00-18:00
            breaks: [{title: Lunch, window: 13:00-14:00}]
        """,
    )

    short: Annotated[int, Range(1, 100_000)] = 45

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the short limits that a common lunch breaks."""
        load = facts.derived(Load)
        for path, key, deadline in _answered(facts):
            limit, role = within(deadline.limit), facts.find(Role, key)
            if role is None or limit is None or not limit.minutes:
                continue
            if limit.minutes > self.short or not isinstance(
                deadline.trigger, _BY_CLIENTS
            ):
                continue
            lunch = next(
                (
                    (f"{place}/breaks/{index}/window", one.window)
                    for _, place, days in load.days(role.key)
                    for index, one in enumerate(days.breaks)
                    if one.window and one.window.minutes > limit.minutes
                ),
                None,
            )
            if lunch:
                yield self.found(
                    path, also=[lunch[0]], role=role, limit=limit, lunch=lunch[1]
                )


def _answered(facts: Facts) -> Iterator[tuple[str, str | None, Deadline]]:
    """Yield the deadlines with the role that must keep them."""
    for path, stage in facts.each("stages", Stage):
        for index, deadline in enumerate(stage.deadlines):
            yield f"{path}/deadlines/{index}", stage.owner, deadline
    for path, step in facts.all(Step):
        if step.deadline:
            yield f"{path}/deadline", step.role, step.deadline


CHECKS: tuple[type[Check], ...] = (
    ClockUnclear,
    NobodyOnShift,
    TwoCutoffs,
    AllAtLunch,
)
