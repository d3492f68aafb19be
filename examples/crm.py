"""A tiny CRM over SQLite that works by a regulation, and its adapter in one.

    pytest examples/test_crm.py

It keeps deals, the fields filled, a log of events and the clocks that run. A clock is
a row: it is written when it starts and deleted when it stops. See the how-to "Test a
CRM" for how it is held against the regulation.
"""

# ruff: noqa: INP001 (a script, not a package)

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path

import salesreg as sr
from salesreg.testing import DealState, Due, Refused
from salesreg.values.condition import Condition
from salesreg.values.deadline import Before, BeforeStage, Deadline, In
from salesreg.values.event import (
    DealCreated,
    Event,
    OwnerAssigned,
    StageEntered,
    StageLeft,
)
from salesreg.values.facts import holds
from salesreg.values.times import Duration

SCHEMA = """
CREATE TABLE deals (
    deal TEXT PRIMARY KEY, stage TEXT NOT NULL, owner TEXT
) STRICT;
CREATE TABLE fields (
    deal TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (deal, field)
) STRICT;
CREATE TABLE events (
    id INTEGER PRIMARY KEY, deal TEXT NOT NULL, event TEXT NOT NULL, at TEXT NOT NULL
) STRICT;
CREATE TABLE moves (
    deal TEXT NOT NULL, stage TEXT NOT NULL, target TEXT NOT NULL
) STRICT;
CREATE TABLE clocks (
    deal TEXT NOT NULL, rule TEXT NOT NULL, since TEXT NOT NULL, at TEXT,
    PRIMARY KEY (deal, rule)
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
        self._types = {one.key: one.type for one in regulation.fields}
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
            self._log(deal, DealCreated(), at)
            self._assign(deal, owner, at)
            self._enter(deal, stage, at)

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
        ways = [one for one in self._transitions(stage) if one.to == to]
        if not ways:
            raise Refused(f"{stage.title} -> {target.title}: no such transition")
        reasons = []
        for way in ways:
            try:
                self._check(deal, stage, way, by, at, comment, facts)
                break
            except Refused as refusal:
                reasons.append(str(refusal))
        else:
            raise Refused("; ".join(reasons))
        with self._base:
            self._write(deal, values)
            self._base.execute(
                "INSERT INTO moves VALUES (?, ?, ?)", (deal, stage.key, to)
            )
            self._log(deal, StageLeft(stage=stage.key), at)
            self._base.execute("UPDATE deals SET stage = ? WHERE deal = ?", (to, deal))
            self._enter(deal, target, at)

    def record(
        self, deal: str, event: Event, *, by: str | None, at: dt.datetime
    ) -> None:
        """Write down what happened; `OwnerAssigned` gives the deal to `by`."""
        self._lapse(deal, at)
        with self._base:
            if event == OwnerAssigned():
                self._assign(deal, by, at)
            else:
                self._log(deal, event, at)

    # --- what users see -------------------------------------------------------

    def state(self, deal: str, *, at: dt.datetime) -> DealState:
        """Return how a deal stands."""
        self._lapse(deal, at)
        ((stage, owner),) = self._rows(
            "SELECT stage, owner FROM deals WHERE deal = ?", deal
        )
        return DealState(stage=stage, owner=owner, values=self._facts(deal))

    def due(self, *, at: dt.datetime) -> Iterator[Due]:
        """Yield the clocks that run."""
        kept = "SELECT deal, rule, at FROM clocks WHERE at IS NOT NULL AND rule"
        for deal, rule, limit in self._rows(f"{kept} NOT LIKE '/ownership/%'"):
            yield Due(deal=deal, rule=rule, at=dt.datetime.fromisoformat(limit))
        for deal, rule, limit in self._rows(f"{kept} LIKE '/ownership/%'"):
            if self._concerns(rule, deal, at):
                yield Due(deal=deal, rule=rule, at=dt.datetime.fromisoformat(limit))

    # --- gates ----------------------------------------------------------------

    def _transitions(self, stage: sr.Stage) -> tuple[sr.Transition, ...]:
        if any(one.transitions for one in self._regulation.stages):
            return stage.transitions
        following = self._order[self._order.index(stage.key) + 1 :][:1]
        return tuple(sr.Transition(to=key) for key in following)

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
        if not self._met(way.when, facts, at, stage):
            raise Refused("the condition of the transition is not met")
        roles = {one.key for one in self._regulation.roles}
        movers = roles & set(way.by or {stage.owner}) or roles
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
        for criterion in stage.entry:
            if not self._met(criterion.condition, facts, at, stage):
                raise Refused(criterion.text)

    def _is_way_on(self, stage: sr.Stage, target: sr.Stage) -> bool:
        if target.kind in ("lost", "paused"):
            return False
        later = self._order.index(target.key) > self._order.index(stage.key)
        return later or stage.kind == "paused"

    def _met(
        self,
        condition: Condition | None,
        facts: Mapping[str, object],
        at: dt.datetime,
        stage: sr.Stage,
    ) -> bool:
        if condition is None:
            return True
        try:
            return holds(condition, facts, at, self._calendar(stage.owner))
        except sr.InvalidValue:
            return False

    def _moved(self, deal: str, stage: sr.Stage, target: sr.Stage) -> int:
        ((count,),) = self._rows(
            "SELECT count(*) FROM moves WHERE deal = ? AND stage = ? AND target = ?",
            deal,
            stage.key,
            target.key,
        )
        return int(count)

    # --- clocks ---------------------------------------------------------------

    def _enter(self, deal: str, stage: sr.Stage, at: dt.datetime) -> None:
        self._base.execute(
            "DELETE FROM clocks WHERE deal = ? AND rule NOT LIKE '/ownership/%'",
            (deal,),
        )
        if stage.norm and stage.kind not in ("won", "lost"):
            rule = f"{self._places[stage.key]}/norm"
            self._start(deal, rule, stage.norm.limit, _stamp(at))
        for rule, deadline in self._deadlines(stage):
            since = self._pending(deal, deadline)
            if since is not None:
                self._start(deal, rule, deadline, since)
        self._log(deal, StageEntered(stage=stage.key), at)

    def _pending(self, deal: str, deadline: Deadline) -> str | None:
        """Return since when a clock of an earlier stage's event would run."""
        if not isinstance(
            deadline.trigger, DealCreated | OwnerAssigned | StageEntered | StageLeft
        ):
            return None
        stops = [str(one) for one in deadline.stops]
        marks = ", ".join("?" * len(stops))
        ((since,),) = self._rows(
            "SELECT min(at) FROM events WHERE deal = ? AND event = ? AND id > ("
            "SELECT coalesce(max(id), 0) FROM events"
            f" WHERE deal = ? AND event IN ({marks}))",
            deal,
            str(deadline.trigger),
            deal,
            *stops,
        )
        return None if since is None else str(since)

    def _log(self, deal: str, event: Event, at: dt.datetime) -> None:
        """Write an event to the log, and let it start and stop clocks."""
        self._base.execute(
            "INSERT INTO events (deal, event, at) VALUES (?, ?, ?)",
            (deal, str(event), _stamp(at)),
        )
        stage = self._stage(deal)
        for rule, deadline in self._deadlines(stage):
            runs = self._rows(
                "SELECT 1 FROM clocks WHERE deal = ? AND rule = ?", deal, rule
            )
            if runs and event in deadline.stops:
                self._base.execute(
                    "DELETE FROM clocks WHERE deal = ? AND rule = ?", (deal, rule)
                )
            elif not runs and event == deadline.trigger:
                self._start(deal, rule, deadline, _stamp(at))
        self._escalate(deal, stage)
        for index, owned in enumerate(self._regulation.ownership):
            if owned.window and event in (OwnerAssigned(), owned.without):
                self._start(deal, f"/ownership/{index}", owned.window, _stamp(at))

    def _escalate(self, deal: str, stage: sr.Stage) -> None:
        self._base.execute(
            "DELETE FROM clocks WHERE deal = ? AND rule LIKE '/escalations/%'", (deal,)
        )
        for number, escalation in enumerate(self._regulation.escalations):
            trigger = escalation.trigger
            if trigger is None or escalation.stage != stage.key:
                continue
            guarded = [
                self._since(deal, rule)
                for rule, deadline in self._deadlines(stage)
                if deadline.trigger == trigger and deadline.stops
            ]
            if not guarded:
                guarded = [self._first(deal, stage, trigger)]
            running = [one for one in guarded if one is not None]
            for index, level in enumerate(escalation.levels):
                if running and level.after:
                    rule = f"/escalations/{number}/levels/{index}"
                    self._start(deal, rule, level.after, min(running))

    def _since(self, deal: str, rule: str) -> str | None:
        rows = self._rows(
            "SELECT since FROM clocks WHERE deal = ? AND rule = ?", deal, rule
        )
        return str(rows[0][0]) if rows else None

    def _first(self, deal: str, stage: sr.Stage, trigger: Event) -> str | None:
        """Return when a trigger happened first, since when it counts."""
        earlier = isinstance(
            trigger, DealCreated | OwnerAssigned | StageEntered | StageLeft
        )
        ((since,),) = self._rows(
            "SELECT min(at) FROM events WHERE deal = ? AND event = ? AND (? OR id > ("
            "SELECT coalesce(max(id), 0) FROM events WHERE deal = ? AND event = ?))",
            deal,
            str(trigger),
            earlier,
            deal,
            str(StageEntered(stage=stage.key)),
        )
        return None if since is None else str(since)

    def _deadlines(self, stage: sr.Stage) -> Iterator[tuple[str, Deadline]]:
        for index, deadline in enumerate(stage.deadlines):
            yield f"{self._places[stage.key]}/deadlines/{index}", deadline

    def _start(
        self, deal: str, rule: str, term: Deadline | Duration, since: str
    ) -> None:
        role = self._stage(deal).owner
        if rule.startswith("/ownership"):
            ((role,),) = self._rows("SELECT owner FROM deals WHERE deal = ?", deal)
            if role is None:
                return
        limit = self._limit(term, since, role)
        at = None if limit is None else _stamp(limit)
        self._base.execute(
            "INSERT OR REPLACE INTO clocks VALUES (?, ?, ?, ?)", (deal, rule, since, at)
        )

    def _limit(
        self, term: Deadline | Duration, since: str, role: str | None
    ) -> dt.datetime | None:
        """Return when a term runs out, on the calendar of a role."""
        calendar = self._calendar(role)
        if isinstance(term, Duration):
            term = Deadline(trigger=DealCreated(), limit=In(duration=term))
        if calendar is None or isinstance(term.limit, Before | BeforeStage):
            return None
        try:
            return term.due(dt.datetime.fromisoformat(since), calendar).limit
        except sr.InvalidValue:  # The holidays of that year are not known yet.
            return None

    # --- owners ---------------------------------------------------------------

    def _concerns(self, place: str, deal: str, now: dt.datetime) -> bool:
        """Tell whether a rule of ownership concerns a deal as it is now."""
        stage, rule = self._stage(deal), self._owned(place)
        if stage.kind in ("won", "lost"):
            return False
        return rule.when is None or self._met(rule.when, self._facts(deal), now, stage)

    def _lapse(self, deal: str, now: dt.datetime) -> None:
        """Take a deal from an owner whose time is over, as often as that happened."""
        while over := self._over(deal, now):
            at, rule = over[0]
            ((owner,),) = self._rows("SELECT owner FROM deals WHERE deal = ?", deal)
            with self._base:
                then = self._next_owner(owner, rule.then)
                self._assign(deal, then, dt.datetime.fromisoformat(at))

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
            and self._concerns(place, deal, now)
        ]

    def _owned(self, place: str) -> sr.OwnershipRule:
        return self._regulation.ownership[int(place.removeprefix("/ownership/"))]

    def _next_owner(self, owner: str, then: str | None) -> str | None:
        if then == "pool":
            return None
        heads = [one.reports_to for one in self._regulation.roles if one.key == owner]
        known = {one.key for one in self._regulation.roles}
        return heads[0] if then == "head" and heads and heads[0] in known else owner

    def _assign(self, deal: str, owner: str | None, at: dt.datetime) -> None:
        self._base.execute("UPDATE deals SET owner = ? WHERE deal = ?", (owner, deal))
        self._base.execute(
            "DELETE FROM clocks WHERE deal = ? AND rule LIKE '/ownership/%'", (deal,)
        )
        if owner is not None:
            self._log(deal, OwnerAssigned(), at)

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
            case "date" if "T" in text:
                return dt.datetime.fromisoformat(text)
            case "date":
                return dt.date.fromisoformat(text)
            case "flag":
                return text == "True"
            case _:
                return text

    def _rows(self, query: str, *values: object) -> list[tuple[str, ...]]:
        return self._base.execute(query, values).fetchall()


def _stamp(at: dt.datetime) -> str:
    """Return a moment as texts that sort by time."""
    return at.astimezone(dt.UTC).isoformat()


def _written(value: object) -> str:
    return value.isoformat() if isinstance(value, dt.date) else str(value)
