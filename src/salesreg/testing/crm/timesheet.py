"""Time that people spent: days that keep budgets and norms of work, or break one.

What a role must do is reckoned activity by activity, those inside others first: the
minutes of an included activity count for the one around it too.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from attrs import define, field

from salesreg.evaluate.cases.spent import included
from salesreg.evaluate.tables import Records, Worked
from salesreg.model.time import Norm, TimeBudget
from salesreg.testing.crm.breaches import breaches
from salesreg.testing.crm.choices import Choices
from salesreg.testing.crm.data import CrmData
from salesreg.testing.crm.rulebook import Rulebook
from salesreg.values.times import Window
from salesreg.values.worktime import clock_of

_DAY = dt.timedelta(days=1)
_PIECE = 5
"""Minutes of one piece of work of which nobody says how long it takes."""


@define
class Piece:
    """What is done of one activity in one span.

    Attributes:
        minutes: How long.
        count: In how many pieces at least.
        window: When in the day.
    """

    minutes: int = 0
    count: int = 1
    window: Window | None = None


@define(eq=False)
class TimeSheet:
    """The time of one person in a role.

    Attributes:
        book: The regulation.
        role: Key of the role, and of the person.
        goal: Pointer of the budget or norm to be broken.
        rows: What was done.
    """

    book: Rulebook
    role: str
    goal: str | None = None
    rows: list[Worked] = field(factory=list[Worked])

    def fill(self, days: Sequence[dt.date]) -> None:
        """Work through days, those of one whole week, or one alone."""
        plan, weekly = self._plan("day"), dict[str, Piece]()
        if len(days) > 1:
            weekly = self._plan("week")
        for activity, piece in weekly.items():
            daily = plan.get(activity, Piece(count=0))
            # What is done day by day counts in the week; it may take more pieces.
            if daily.minutes:
                daily.count = max(daily.count, -(-piece.count // len(days)))
                piece.minutes = max(0, piece.minutes - daily.minutes * len(days))
        for number, day in enumerate(days):
            at = dict[Window | None, dt.datetime]()
            for activity, piece in plan.items():
                self._work(day, activity, piece.minutes, piece, at)
            for activity, piece in weekly.items():
                minutes = _part(piece.minutes, len(days), number)
                self._work(day, activity, minutes, piece, at)

    def _plan(self, per: str) -> dict[str, Piece]:
        """Return what is to be done in a span, by activity."""
        edition, plan = self.book.gates.edition, dict[str, Piece]()
        rules = sorted(self._rules(per), key=lambda one: self._width(one[1]))
        for place, rule in rules:
            assert rule.activity is not None
            inside = included(edition, rule.activity)
            held = [piece for key, piece in plan.items() if key in inside]
            own = plan.setdefault(rule.activity, Piece(count=0))
            if isinstance(rule, TimeBudget):
                asked, window = _asked(rule), rule.window
                if place == self.goal:
                    most = rule.most or rule.amount
                    over = (most.minutes or 0) + 1 if most else 0
                    asked = over if not (asked and rule.mandatory) else asked - 1
                own.minutes += max(0, asked - sum(one.minutes for one in held))
                own.window = own.window or window
            else:
                count = rule.count - (place == self.goal)
                own.count += max(0, count - sum(one.count for one in held))
                unit = (rule.unit_time and rule.unit_time.minutes) or _PIECE
                if not self._is_budgeted(rule):
                    own.minutes = max(own.minutes, own.count * unit)
        return plan

    def _is_budgeted(self, norm: Norm) -> bool:
        """Tell whether a budget says how long the work of a norm takes."""
        edition = self.book.gates.edition
        budgets = (
            rule
            for per in ("day", "week")
            for _, rule in self._rules(per)
            if isinstance(rule, TimeBudget)
        )
        around = (included(edition, one.activity or "") for one in budgets)
        return any(norm.activity in keys for keys in around)

    def _rules(self, per: str) -> Iterator[tuple[str, TimeBudget | Norm]]:
        regulation = self.book.regulation
        for name in ("budgets", "norms"):
            for place, rule in enumerate(getattr(regulation, name)):
                mine = not rule.roles or self.role in rule.roles
                if mine and rule.activity is not None and rule.per == per:
                    yield f"/{name}/{place}", rule

    def _width(self, rule: TimeBudget | Norm) -> tuple[int, bool]:
        inside = included(self.book.gates.edition, rule.activity or "")
        return len(inside), isinstance(rule, Norm)

    def _work(
        self,
        day: dt.date,
        activity: str,
        minutes: int,
        piece: Piece,
        at: dict[Window | None, dt.datetime],
    ) -> None:
        calendar = self.book.gates.edition.calendar(self.role)
        assert calendar is not None
        clock = clock_of(calendar)
        window, count = piece.window, min(max(piece.count, 1), minutes)
        opening = clock.open_windows(day)[0][0]
        start = at.get(window) or (clock.at(day, window.start) if window else opening)
        for number in range(count):
            length = _part(minutes, count, number)
            self.rows.append(
                Worked(person=self.role, activity=activity, start=start, minutes=length)
            )
            start += dt.timedelta(minutes=length)
        at[window] = start


def _asked(budget: TimeBudget) -> int:
    least = budget.least or budget.amount
    return (least.minutes or 0) if least and budget.mandatory else 0


def _part(whole: int, parts: int, number: int) -> int:
    """Return one of so many parts of a whole; the first ones take what is over."""
    return whole // parts + (number < whole % parts)


def kept(book: Rulebook, choices: Choices, goal: str | None = None) -> CrmData | None:
    """Return the time of some people, if their rules can be kept, but for the goal."""
    calendar = book.gates.edition.calendar(None)
    if calendar is None:
        return None
    start = book.moments.start.date()
    monday = start + _DAY * ((7 - start.weekday()) % 7)
    week = [day for n in range(7) if calendar.is_working_day(day := monday + n * _DAY)]
    days = week if choices.upto(1) or _is_weekly(book, goal) else week[:1]
    rows: list[Worked] = []
    roles = book.gates.roles
    if goal is not None:
        rule = book.regulation.at(goal)
        roles = tuple(one for one in roles if not rule.roles or one in rule.roles)
        roles = (roles[choices.upto(len(roles) - 1)],)
    for role in roles:
        if goal is None and not choices.upto(1):
            continue
        sheet = TimeSheet(book, role, goal)
        own = book.gates.edition.calendar(role)
        if own is not None and all(map(own.is_working_day, days)):
            sheet.fill(days)
            rows += sheet.rows
    # After one day its week is not over, so nothing is asked of the week.
    clock = clock_of(calendar)
    as_of = clock.open_windows(clock.next_working_day(days[-1]))[0][0]
    records = Records(activities=tuple(rows), people=book.staff)
    broken = breaches(book.regulation, records, as_of)
    wanted = () if goal is None else (goal,)
    made = CrmData(records=records, as_of=as_of, faults=wanted)
    return made if broken == wanted else None


def _is_weekly(book: Rulebook, goal: str | None) -> bool:
    return goal is not None and book.regulation.at(goal).per != "day"
