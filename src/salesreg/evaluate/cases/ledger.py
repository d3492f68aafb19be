"""The records that KPIs count, each with its moment, its people and its sum (13)."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator, Mapping
from fractions import Fraction

from attrs import field, frozen

from salesreg.evaluate.case import Case, Mark, mark_of, second
from salesreg.evaluate.cases.asking import meets
from salesreg.evaluate.cases.counting import Counting, Entry, Summing
from salesreg.evaluate.cases.people import People
from salesreg.evaluate.editions import Editions
from salesreg.evaluate.tables import MoneyMoved, Records, Worked
from salesreg.values import event as happening
from salesreg.values.condition import Condition
from salesreg.values.event import Event
from salesreg.values.expression import Records as Kind
from salesreg.values.period import Period


@frozen(eq=False)
class Ledger:
    """All records, as KPIs read them.

    Attributes:
        editions: What they are held to.
        cases: The deals by key.
        people: Who is in which role.
        records: The tables.
        now: The moment as of which they are seen.
        sums: What was summed up beforehand, if anything was.
    """

    editions: Editions
    cases: Mapping[str, Case]
    people: People
    records: Records
    now: dt.datetime
    sums: Summing | None = None
    _kept: dict[object, tuple[Entry, ...]] = field(
        factory=dict[object, tuple[Entry, ...]], init=False
    )
    _alone: dict[str, Ledger] = field(factory=dict[str, "Ledger"], init=False)
    _own: dict[str, Ledger] = field(factory=dict[str, "Ledger"], init=False)

    @functools.cached_property
    def payments(self) -> Mapping[str, tuple[MoneyMoved, ...]]:
        """The payments up to now by deal, the earliest first."""
        found: dict[str, list[MoneyMoved]] = {}
        for row in self.records.payments:
            if second(row.at) <= self.now and row.deal in self.cases:
                found.setdefault(row.deal, []).append(row)
        return {
            deal: tuple(sorted(rows, key=lambda row: (second(row.at), row.state)))
            for deal, rows in found.items()
        }

    @functools.cached_property
    def first_day(self) -> dt.date | None:
        """The date on which the first deal was created."""
        if self.sums is not None:
            return self.sums.first_day
        created = [case.created_at for case in self.cases.values()]
        return self.editions.date(min(created)) if created else None

    def of_deal(self, case: Case) -> Ledger:
        """Return the ledger of one deal alone."""
        if case.key not in self._alone:
            records = Records(
                deals=(case.deal,),
                activities=self._worked.get(case.key, ()),
                people=self.records.people,
                payments=self.payments.get(case.key, ()),
                targets=self.records.targets,
            )
            self._alone[case.key] = Ledger(
                self.editions, {case.key: case}, self.people, records, self.now
            )
        return self._alone[case.key]

    def of_person(self, person: str) -> Ledger:
        """Return the ledger of the deals that a person has ever owned.

        Sums of deals are nobody else's, so who asks for a person's looks no further.
        """
        if person not in self._own:
            cases = self._owned.get(person, {})
            money = (row for key in cases for row in self.payments.get(key, ()))
            records = Records(
                people=self.records.people,
                payments=tuple(money),
                targets=self.records.targets,
            )
            self._own[person] = Ledger(
                self.editions, cases, self.people, records, self.now
            )
        return self._own[person]

    @functools.cached_property
    def _owned(self) -> Mapping[str, dict[str, Case]]:
        found: dict[str, dict[str, Case]] = {}
        for key, case in self.cases.items():
            for tenure in case.tenures:
                found.setdefault(tenure.key, {})[key] = case
        return found

    @functools.cached_property
    def _worked(self) -> Mapping[str, tuple[Worked, ...]]:
        found: dict[str, list[Worked]] = {}
        for row in self.records.activities:
            if row.deal is not None:
                found.setdefault(row.deal, []).append(row)
        return {deal: tuple(rows) for deal, rows in found.items()}

    @property
    def today(self) -> dt.date:
        """The date now."""
        return self.editions.date(self.now)

    def end_of(self, period: Period) -> dt.datetime:
        """Return the last second of a period, or now if that is earlier."""
        return min(self.last_second(period), self.now)

    def last_second(self, period: Period) -> dt.datetime:
        """Return the last second of a period."""
        after = dt.datetime.combine(period.end + dt.timedelta(days=1), dt.time())
        midnight = after.replace(tzinfo=self.editions.zone).astimezone(dt.UTC)
        return midnight - dt.timedelta(seconds=1)

    def entries(
        self,
        of: Kind,
        event: Event | None,
        period: Period,
        counting: Counting,
    ) -> Iterator[Entry]:
        """Yield the records of a kind that lie in a period."""
        if of == "payments":
            yield from self._payments(event, period, counting)
            return
        if isinstance(event, happening.PeriodEnds):
            end = self.end_of(period)
            cases = self.cases.values() if of == "deals" else ()
            yield from (Entry(end, case) for case in cases if case.created_at <= end)
            return
        mark = None if event is None else mark_of(event)
        seen: set[int] = set()
        for entry in self._all(of, mark):
            if self.editions.date(entry.at) not in period:
                continue
            if of == "deals":
                if id(entry.case) in seen:
                    continue
                seen.add(id(entry.case))
            yield entry

    def owners(self, entry: Entry) -> str | None:
        """Return whose a record is (13.7)."""
        if entry.person is not None or entry.case is None:
            return entry.person
        owner = entry.case.owner(entry.at)
        if owner is None and entry.case.tenures:
            return entry.case.tenures[0].key
        return owner

    def meets(self, entry: Entry, condition: Condition | None, at: dt.datetime) -> bool:
        """Tell whether the deal of a record meets a condition at a moment."""
        if condition is None:
            return True
        if entry.case is None:
            return False
        last = self.editions.last
        facts = entry.case.facts(at)
        return bool(meets(last, condition, facts, at, last.calendar(None)))

    def _all(self, of: Kind, mark: Mark | None) -> tuple[Entry, ...]:
        if (of, mark) not in self._kept:
            makers = {
                "deals": self._deals,
                "events": self._events,
                "activities": self._activities,
            }
            self._kept[of, mark] = tuple(makers[of](mark))
        return self._kept[of, mark]

    def _deals(self, mark: Mark | None) -> Iterator[Entry]:
        for case in self.cases.values():
            times = case.happened.get(mark, ()) if mark else (case.created_at,)
            yield from (Entry(at, case) for at in times)

    def _events(self, mark: Mark | None) -> Iterator[Entry]:
        for case in self.cases.values():
            if mark and mark[0] in {"created", "owner", "left"}:
                yield from (Entry(at, case) for at in case.happened.get(mark, ()))
            elif mark and mark[0] == "entered":
                for visit in case.visits:
                    if visit.key == mark[1]:
                        yield Entry(visit.start, case, visit.actor)
            else:
                for event in case.events:
                    state = (
                        event.state if event.kind in {"document", "payment"} else None
                    )
                    subject = None if event.kind == "payment" else event.subject
                    if mark in {None, (event.kind, subject, state)}:
                        yield Entry(second(event.at), case, event.actor)

    def _activities(self, mark: Mark | None) -> Iterator[Entry]:
        for row in self.records.activities:
            at = second(row.start)
            if at <= self.now and (mark is None or row.activity == mark[1]):
                case = self.cases.get(row.deal) if row.deal is not None else None
                yield Entry(at, case, row.person, Fraction(row.minutes), own="minutes")

    def _payments(
        self, event: Event | None, period: Period, counting: Counting
    ) -> Iterator[Entry]:
        state = event.state if isinstance(event, happening.Payment) else None
        for deal, rows in self.payments.items():
            case = self.cases[deal]
            for row in rows:
                if state is not None and row.state != state:
                    continue
                at, amount = second(row.at), Fraction(row.amount)
                day: dt.date | None = self.editions.date(at)
                if row.state == "refunded" and counting.refunded is not None:
                    day, share = counting.refunded(case, row)
                    amount *= share
                elif row.state != "refunded" and counting.reduced is not None:
                    amount -= counting.reduced(case, row)
                if day is not None and day in period:
                    yield Entry(at, case, None, amount, row.currency, "amount")
