"""What is said of attempts, as rules for SQL (rules 7 of the page on evaluation)."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from salesreg.errors import pointer
from salesreg.evaluate.cases.attempts import kinds_of, next_after
from salesreg.evaluate.editions import Edition
from salesreg.evaluate.sql.dialects import Kind
from salesreg.evaluate.sql.ground import Ground, ints
from salesreg.evaluate.sql.rules import Clock, Clocks, Term, date_of, spread, term_of
from salesreg.evaluate.worktables import day_number
from salesreg.model.process import Attempts
from salesreg.values.times import Duration

_LIMITS = ("limit_work", "limit_plain", "limit_dates")
PAUSES = ("pause_work", "pause_plain", "pause_dates")
COLUMNS = ("rule", "cite", "clock", "least", "most", "any_kind", *_LIMITS, *PAUSES)
"""The columns of the table of rules behind those of the edition and the stage."""


@frozen(eq=False)
class AttemptRules:
    """What is said of attempts; stages, editions, cites and clocks are numbers.

    Attributes:
        clocks: The clocks.
        rows: Edition, stage and `COLUMNS` of each rule.
        kinds: Numbers of rules, and the activities that count.
        given_up: Numbers of rules, and the stages to which a deal is given up.
        pauses: For each list of dates, the clock and the pause that it is of.
    """

    clocks: Clocks
    rows: list[tuple[int | None, ...]] = field(factory=list[tuple[int | None, ...]])
    kinds: list[tuple[int, str]] = field(factory=list[tuple[int, str]])
    given_up: list[tuple[int, int]] = field(factory=list[tuple[int, int]])
    pauses: list[tuple[Clock, Duration]] = field(factory=list[tuple[Clock, Duration]])

    def pause(self, clock: Clock, pause: Duration) -> Term:
        """Return the least time between two attempts as a term."""
        if pause.minutes is not None:
            return Term("working" if pause.working else "plain", 60 * pause.minutes)
        if (clock, pause) not in self.pauses:
            self.pauses.append((clock, pause))
        return Term("dates", self.pauses.index((clock, pause)))

    def dated(self) -> Iterator[tuple[int, int, int]]:
        """Yield for each list of dates its number, each date and the first after it."""
        days = self.clocks.seen.days
        dates = sorted({day + shift for day in days for shift in (-1, 0, 1)})
        for number, (clock, pause) in enumerate(self.pauses):
            for day in dates:
                first = next_after(pause, date_of(day), clock.calendar)
                if first is not None:
                    yield number, day, day_number(first)


def attempts_of(ground: Ground) -> AttemptRules:
    """Compile what a regulation says of attempts.

    Raises:
        NotCompiled: A term cannot be reckoned in SQL.
    """
    rules = AttemptRules(ground.clocks())
    for number, edition in enumerate(ground.editions.all):
        for key, (place, stage) in edition.stages.items():
            if stage.attempts is not None:
                cite = ground.cites.number(
                    edition, pointer("stages", place, "attempts")
                )
                known = (number, ground.stages[key], len(rules.rows), cite)
                _add(rules, ground, edition, stage.owner, stage.attempts, known)
    return rules


def _add(
    rules: AttemptRules,
    ground: Ground,
    edition: Edition,
    owner: str | None,
    rule: Attempts,
    known: tuple[int, ...],
) -> None:
    calendar = edition.calendar(owner)
    clock = None if calendar is None else rules.clocks.of(calendar)
    within = pause = None
    if clock is not None:
        within = term_of(rules.clocks, clock, rule.within)
        if rule.pause is not None:
            pause = rules.pause(clock, rule.pause)
    kinds, number = kinds_of(edition, rule), len(rules.rows)
    counted = (rule.least, rule.most, int(kinds is None))
    clock_number = None if clock is None else clock.number
    rules.rows.append((*known, clock_number, *counted, *spread(within, pause)))
    rules.kinds.extend((number, key) for key in sorted(kinds or ()))
    for key, stage in ground.stages.items():
        if edition.is_kind(key, "lost") or key == rule.then:
            rules.given_up.append((number, stage))


def keep_attempts(ground: Ground, rules: AttemptRules) -> None:
    """Put what is said of attempts into the engine."""
    columns = ints("edition", "stage", *COLUMNS)
    ground.keep("attempts", columns, rules.rows, ("edition", "stage"))
    named: dict[str, Kind] = {**ints("rule"), "activity": "text"}
    ground.keep("attempt_kinds", named, rules.kinds, ("rule", "activity"))
    columns = ints("rule", "stage")
    ground.keep("given_up", columns, rules.given_up, ("rule", "stage"))
    columns = ints("list", "date", "first")
    ground.keep("pauses", columns, rules.dated(), ("list", "date"))
