"""A tiny CRM over SQLite that works by a regulation, and its adapter in one.

    pytest tests/examples/test_crm.py

It keeps deals, the fields filled, a log of events and the clocks that run. A clock is
a row: it is written when it starts and deleted when it stops. See the how-to "Test a
CRM" for how it is held against the regulation.
"""

# ruff: noqa: EM102, INP001, TRY003 (a script; refusals are short sentences)

from __future__ import annotations

import datetime as dt
import itertools
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path

from attrs import evolve

import salesreg as sr
from salesreg.testing import CrmDeal, Due, Refused
from salesreg.values.condition import Condition
from salesreg.values.deadline import Deadline, In
from salesreg.values.event import (
    DealCreated,
    Event,
    OwnerAssigned,
    StageEntered,
    StageLeft,
)
from salesreg.values.facts import holds, misfits
from salesreg.values.times import Duration

SCHEMA = """
CREATE TABLE deals (
    deal TEXT PRIMARY KEY, stage TEXT NOT NULL, owner TEXT
) STRICT;
CREATE TABLE fields (
    deal TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (deal, field)
) STRICT;
CREATE TABLE visits (
    deal TEXT NOT NULL, stage TEXT NOT NULL, at TEXT NOT NULL
) STRICT;
CREATE TABLE clocks (
    deal TEXT NOT NULL, rule TEXT NOT NULL, since TEXT NOT NULL, at TEXT,
    PRIMARY KEY (deal, rule, since)
) STRICT;
"""


class SqliteCrm:
    """The CRM; five methods are what `salesreg.testing` asks of an adapter."""

    def __init__(
        self, regulation: sr.Regulation, path: Path | str = ":memory:"
    ) -> None:
        """Open a CRM without deals."""
        self._regulation = regulation
        self._stages = {one.key: one for one in reversed(regulation.stages)}
        self._places = {
            one.key: f"/stages/{index}"
            for index, one in reversed(tuple(enumerate(regulation.stages)))
        }
        self._order = [one.key for one in regulation.stages]
        self._types = {one.key: one.type for one in reversed(regulation.fields)}
        self._base = sqlite3.connect(path)
        self._base.executescript(SCHEMA)

    def close(self) -> None:
        """Close the database."""
        self._base.close()

    # --- what users do --------------------------------------------------------

    def create(
        self,
        deal: str,
        *,
        owner: str | None,
        at: dt.datetime,
        values: Mapping[str, object],
    ) -> None:
        """Take a new deal into the first stage; raise `Refused`."""
        initial = [one for one in self._regulation.stages if one.kind == "initial"]
        stage = (initial or self._regulation.stages)[0]
        self._check_entry(stage, values, at)
        with self._base:
            self._base.execute(
                "INSERT INTO deals VALUES (?, ?, ?)", (deal, stage.key, owner)
            )
            self._write(deal, values)
            self._enter(deal, stage, at)
            owned = (OwnerAssigned(),) if owner is not None else ()
            entered = StageEntered(stage=stage.key)
            self._log(deal, at, DealCreated(), *owned, entered)

    def move(
        self,
        deal: str,
        to: str,
        *,
        by: str | None,
        at: dt.datetime,
        comment: str,
        values: Mapping[str, object],
    ) -> None:
        """Move a deal, if every gate and rule lets it; raise `Refused`."""
        self._lapse(deal, at)
        stage, target = self._stage(deal), self._stages[to]
        facts = {**self._facts(deal), **values}
        ways = [one for one in stage.transitions if one.to == to]
        if not ways:
            raise Refused(f"{stage.title} -> {target.title}: no such transition")
        holding = [one for one in ways if self._met(one.when, facts, at, stage)]
        if not holding:
            raise Refused("the condition of the transition is not met")
        self._check(deal, stage, holding[0], by, at, comment, facts)
        with self._base:
            self._write(deal, values)
            self._base.execute("UPDATE deals SET stage = ? WHERE deal = ?", (to, deal))
            self._enter(deal, target, at)
            self._log(deal, at, StageLeft(stage=stage.key), StageEntered(stage=to))
            if stage.kind == "paused":
                self._resume(deal)

    def record(
        self, deal: str, event: Event, *, by: str | None, at: dt.datetime
    ) -> None:
        """Write down what happened; `OwnerAssigned` gives the deal to `by`."""
        self._lapse(deal, at)
        with self._base:
            if event == OwnerAssigned():
                if by != self.deal(deal, at=at).owner:
                    self._assign(deal, by, at)
            else:
                self._log(deal, at, event)

    # --- what users see -------------------------------------------------------

    def deal(self, deal: str, *, at: dt.datetime) -> CrmDeal:
        """Return how a deal stands."""
        self._lapse(deal, at)
        ((stage, owner),) = self._rows(
            "SELECT stage, owner FROM deals WHERE deal = ?", deal
        )
        return CrmDeal(stage=stage, owner=owner, values=self._facts(deal))

    def due(self, *, at: dt.datetime) -> Iterator[Due]:
        """Yield the clocks that run."""
        kept = "SELECT deal, rule, at FROM clocks WHERE at IS NOT NULL AND rule"
        for deal, rule, limit in self._rows(f"{kept} NOT LIKE '/ownership/%'"):
            yield Due(deal=deal, rule=rule, at=dt.datetime.fromisoformat(limit))
        for deal, rule, limit in self._rows(f"{kept} LIKE '/ownership/%'"):
            if self._concerns(rule, deal, at):
                yield Due(deal=deal, rule=rule, at=dt.datetime.fromisoformat(limit))

    # --- gates ----------------------------------------------------------------

    def _check(
        self,
        deal: str,
        stage: sr.Stage,
        way: sr.Transition,
        by: str | None,
        at: dt.datetime,
        comment: str,
        facts: Mapping[str, object],
    ) -> None:
        target = self._stages[way.to]
        roles = {one.key for one in self._regulation.roles}
        movers = roles & set(way.by or {stage.owner, *stage.participants}) or roles
        if by not in movers and movers:
            raise Refused(f"{by} may not make this move")
        if way.comment and not comment.strip():
            raise Refused("write a comment")
        if way.most is not None and self._moved(deal, stage, target) >= way.most:
            raise Refused(f"moved {way.most} times already")
        if self._is_way_on(stage, target):
            for key in stage.required_fields:
                if facts.get(key) in (None, ""):
                    raise Refused(f"fill {key}")
            for criterion in stage.exit:
                if not self._met(criterion.condition, facts, at, stage):
                    raise Refused(criterion.text)
        self._check_entry(target, facts, at)

    def _check_entry(
        self, stage: sr.Stage, facts: Mapping[str, object], at: dt.datetime
    ) -> None:
        if stage.kind in ("won", "lost") and stage.norm is None:
            # Nobody says until when they are filled, so it is at once.
            empty = (None, "")
            lacking = [k for k in stage.required_fields if facts.get(k) in empty]
            if lacking:
                raise Refused(f"fill {lacking[0]}")
        for criterion in stage.entry:
            if not self._met(criterion.condition, facts, at, stage):
                raise Refused(criterion.text)

    def _is_way_on(self, stage: sr.Stage, target: sr.Stage) -> bool:
        later = self._order.index(target.key) > self._order.index(stage.key)
        return later and target.kind not in ("lost", "paused")

    def _met(
        self,
        condition: Condition | None,
        facts: Mapping[str, object],
        at: dt.datetime,
        stage: sr.Stage,
    ) -> bool:
        # What nobody can answer keeps nobody out.
        calendar = self._calendar(stage.owner)
        return self._answer(condition, facts, at, calendar) is not False

    def _answer(
        self,
        condition: Condition | None,
        facts: Mapping[str, object],
        at: dt.datetime,
        calendar: sr.WorkCalendar | None,
    ) -> bool | None:
        """Tell whether facts meet a condition; None: its fields cannot tell."""
        if condition is None:
            return True
        if misfits(condition, self._types):
            return None
        try:
            return holds(condition, facts, at, calendar)
        except sr.InvalidValue:  # The holidays of a year are not known yet.
            return None

    def _moved(self, deal: str, stage: sr.Stage, target: sr.Stage) -> int:
        rows = self._rows("SELECT stage FROM visits WHERE deal = ? ORDER BY at", deal)
        keys = [key for (key,) in rows]
        return list(itertools.pairwise(keys)).count((stage.key, target.key))

    # --- clocks ---------------------------------------------------------------

    def _enter(self, deal: str, stage: sr.Stage, at: dt.datetime) -> None:
        """Let a deal come to a stage, where the norm of the stage starts to run."""
        with_norm = stage.norm and stage.kind not in ("won", "lost")
        self._stop(deal, "/stages/%/norm")
        self._base.execute(
            "INSERT INTO visits VALUES (?, ?, ?)", (deal, stage.key, _stamp(at))
        )
        if stage.kind == "lost":
            self._stop(deal, "%")
        if with_norm:
            rule = f"{self._places[stage.key]}/norm"
            self._start(deal, rule, stage.norm.limit, at, self._calendar(stage.owner))

    def _log(self, deal: str, at: dt.datetime, *events: Event) -> None:
        """Let what happens in one second start and stop clocks.

        An answer may come in the second of the trigger, but for the trigger itself.
        """
        for event in events:
            # With the entry into a lost stage all ends but what itself begins.
            if not self._is_loss(deal, events) or isinstance(event, StageEntered):
                self._start_by(deal, event, at)
        for event in events:
            self._stop_by(deal, event, at)
            self._touch(deal, event, at)

    def _is_loss(self, deal: str, events: Iterable[Event]) -> bool:
        stage = self._stage(deal)
        return stage.kind == "lost" and StageEntered(stage=stage.key) in events

    def _start_by(self, deal: str, event: Event, at: dt.datetime) -> None:
        for rule, stage, deadline in self._deadlines():
            anywhere = isinstance(event, DealCreated | StageEntered | StageLeft)
            if event == deadline.trigger and (anywhere or stage is self._stage(deal)):
                self._start(deal, rule, deadline, at, self._calendar(stage.owner))
        for rule, one in self._escalations():
            if event == one.trigger:
                calendar = self._calendar(self._guard(one))
                for index, level in enumerate(one.levels):
                    if level.after:
                        self._start(deal, f"{rule}{index}", level.after, at, calendar)

    def _stop_by(self, deal: str, event: Event, at: dt.datetime) -> None:
        for rule, _, deadline in self._deadlines():
            if event in deadline.stops and event not in deadline.does_not_stop:
                before = at if event == deadline.trigger else None
                self._stop(deal, rule, before=before)
        for rule, one in self._escalations():
            if self._ends(one, event):
                before = at if event == one.trigger else None
                self._stop(deal, f"{rule}%", before=before)

    def _touch(self, deal: str, event: Event, at: dt.datetime) -> None:
        """Let an event renew the windows of the owner."""
        for place, owned in enumerate(self._regulation.ownership):
            new = event == OwnerAssigned()
            if owned.window and owned.without and (new or event == owned.without):
                self._renew(deal, f"/ownership/{place}", owned.window, at, new=new)

    def _ends(self, escalation: sr.Escalation, event: Event) -> bool:
        if event in escalation.stops:
            return True
        if escalation.stage is None or escalation.stage not in self._stages:
            return False
        return event == StageLeft(stage=escalation.stage) or any(
            event in one.stops and event not in one.does_not_stop
            for one in self._stages[escalation.stage].deadlines
            if one.trigger == escalation.trigger
        )

    def _guard(self, escalation: sr.Escalation) -> str | None:
        stage = self._stages.get(escalation.stage or "")
        levels = escalation.levels
        return (stage and stage.owner) or (levels[0].to if levels else None)

    def _deadlines(self) -> Iterator[tuple[str, sr.Stage, Deadline]]:
        for key, stage in self._stages.items():
            for index, one in enumerate(stage.deadlines):
                if one.stops and one.limit.kind in ("in", "by_day", "same_day"):
                    yield f"{self._places[key]}/deadlines/{index}", stage, one

    def _escalations(self) -> Iterator[tuple[str, sr.Escalation]]:
        for place, one in enumerate(self._regulation.escalations):
            if one.trigger and (one.stage or one.stops):
                yield f"/escalations/{place}/levels/", one

    def _start(
        self,
        deal: str,
        rule: str,
        term: Deadline | Duration,
        at: dt.datetime,
        calendar: sr.WorkCalendar | None,
    ) -> None:
        limit = _limit(term, at, calendar)
        self._base.execute(
            "INSERT OR REPLACE INTO clocks VALUES (?, ?, ?, ?)",
            (deal, rule, _stamp(at), limit and _stamp(limit)),
        )

    def _stop(self, deal: str, rule: str, before: dt.datetime | None = None) -> None:
        self._base.execute(
            "DELETE FROM clocks WHERE deal = ? AND rule LIKE ? AND since < ?",
            (deal, rule, "9999" if before is None else _stamp(before)),
        )

    def _resume(self, deal: str) -> None:
        """Move the ends of clocks that stood still while a deal was paused."""
        pauses = self._pauses(deal)
        roles = {rule: stage.owner for rule, stage, _ in self._deadlines()}
        for rule, since in self._rows(
            "SELECT rule, since FROM clocks WHERE deal = ?", deal
        ):
            held = self._regulation.at(rule)
            if rule.startswith("/escalations"):
                one = self._regulation.escalations[int(rule.split("/")[2])]
                term, role = held.after, self._guard(one)
            elif isinstance(held, Deadline):
                term, role = held, roles[rule]
            else:
                continue
            start = dt.datetime.fromisoformat(since)
            limit = _limit(term, start, self._calendar(role), pauses)
            self._base.execute(
                "UPDATE clocks SET at = ? WHERE deal = ? AND rule = ? AND since = ?",
                (limit and _stamp(limit), deal, rule, since),
            )

    def _pauses(self, deal: str) -> list[tuple[dt.datetime, dt.datetime]]:
        rows = self._rows(
            "SELECT stage, at FROM visits WHERE deal = ? ORDER BY at", deal
        )
        return [
            (dt.datetime.fromisoformat(start), dt.datetime.fromisoformat(end))
            for (stage, start), (_, end) in itertools.pairwise(rows)
            if self._stages[stage].kind == "paused"
        ]

    # --- owners ---------------------------------------------------------------

    def _renew(
        self, deal: str, rule: str, window: Duration, at: dt.datetime, *, new: bool
    ) -> None:
        ((owner,),) = self._rows("SELECT owner FROM deals WHERE deal = ?", deal)
        runs = self._rows(
            "SELECT 1 FROM clocks WHERE deal = ? AND rule = ? AND at >= ?",
            deal,
            rule,
            _stamp(at),
        )
        # What ran out stays so, where nobody says who has the deal then.
        if owner is not None and (runs or new):
            self._stop(deal, rule)
            self._start(deal, rule, window, at, self._calendar(owner))

    def _concerns(self, place: str, deal: str, now: dt.datetime) -> bool:
        """Tell whether a rule of ownership concerns a deal as it is now."""
        rule, facts = self._owned(place), self._facts(deal)
        ((owner,),) = self._rows("SELECT owner FROM deals WHERE deal = ?", deal)
        return bool(self._answer(rule.when, facts, now, self._calendar(owner)))

    def _lapse(self, deal: str, now: dt.datetime) -> None:
        """Take a deal from an owner whose time is over, as often as that happened."""
        while over := self._over(deal, now):
            at, rule = over[0]
            ((owner,),) = self._rows("SELECT owner FROM deals WHERE deal = ?", deal)
            heir = self._heir(owner, rule.then)
            if heir == owner:
                self._stop(deal, "/ownership/%")
                return
            with self._base:
                self._assign(deal, heir, dt.datetime.fromisoformat(at))

    def _over(self, deal: str, now: dt.datetime) -> list[tuple[str, sr.OwnershipRule]]:
        rows = self._rows(
            "SELECT at, rule FROM clocks WHERE deal = ? AND rule LIKE '/ownership/%'"
            " AND at < ? ORDER BY at, rule",
            deal,
            _stamp(now),
        )
        return [
            (at, rule)
            for at, place in rows
            if (rule := self._owned(place)).then not in (None, "stays")
            and not rule.grace
            and self._concerns(place, deal, dt.datetime.fromisoformat(at))
        ]

    def _owned(self, place: str) -> sr.OwnershipRule:
        return self._regulation.ownership[int(place.removeprefix("/ownership/"))]

    def _heir(self, owner: str, then: str | None) -> str | None:
        """Return who gets a deal: nobody, the head, or, told by nobody, the owner."""
        if then == "pool":
            return None
        heads = [one.reports_to for one in self._regulation.roles if one.key == owner]
        known = {one.key for one in self._regulation.roles}
        return heads[0] if then == "head" and heads and heads[0] in known else owner

    def _assign(self, deal: str, owner: str | None, at: dt.datetime) -> None:
        self._base.execute("UPDATE deals SET owner = ? WHERE deal = ?", (owner, deal))
        self._stop(deal, "/ownership/%")
        if owner is not None:
            self._log(deal, at, OwnerAssigned())

    def _calendar(self, role: str | None) -> sr.WorkCalendar | None:
        calendars = self._regulation.calendars
        for one in calendars:
            if role in one.roles:
                return one
        common = [one for one in calendars if not one.roles]
        return next(iter((*common, *calendars)), None)

    # --- rows -----------------------------------------------------------------

    def _stage(self, deal: str) -> sr.Stage:
        ((key,),) = self._rows("SELECT stage FROM deals WHERE deal = ?", deal)
        return self._stages[key]

    def _facts(self, deal: str) -> dict[str, object]:
        rows = self._rows("SELECT field, value FROM fields WHERE deal = ?", deal)
        return {key: self._read(key, value) for key, value in rows}

    def _write(self, deal: str, values: Mapping[str, object]) -> None:
        for key, value in values.items():
            if value in (None, ""):
                self._base.execute(
                    "DELETE FROM fields WHERE deal = ? AND field = ?", (deal, key)
                )
            else:
                self._base.execute(
                    "INSERT OR REPLACE INTO fields VALUES (?, ?, ?)",
                    (deal, key, _written(value)),
                )

    def _read(self, key: str, text: str) -> object:
        match self._types[key]:
            case "number":
                return Decimal(text)
            case "money":
                return sr.money(text)
            case "percent":
                return sr.percent(text)
            case "date":
                return dt.date.fromisoformat(text)
            case "flag":
                return text == "True"
            case _:
                return text

    def _rows(self, query: str, *values: object) -> list[tuple[str, ...]]:
        return self._base.execute(query, values).fetchall()


def _limit(
    term: Deadline | Duration,
    since: dt.datetime,
    calendar: sr.WorkCalendar | None,
    pauses: Iterable[tuple[dt.datetime, dt.datetime]] = (),
) -> dt.datetime | None:
    """Return when a term runs out, on a calendar."""
    if calendar is None:
        return None
    if isinstance(term, Duration):
        term = Deadline(trigger=DealCreated(), limit=In(duration=term))
    # Where the goal falls is of no concern, and may be for nobody to say.
    term = evolve(term, target=None)
    try:
        return term.due(since, calendar, stopped=pauses).limit
    except sr.InvalidValue:  # The holidays of that year are not known yet.
        return None


def _stamp(at: dt.datetime) -> str:
    """Return a moment as texts that sort by time."""
    return at.astimezone(dt.UTC).isoformat()


def _written(value: object) -> str:
    return value.isoformat() if isinstance(value, dt.date) else str(value)
