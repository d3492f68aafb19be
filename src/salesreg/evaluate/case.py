"""The history of one deal: its visits, its owners, its facts (rules 2)."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import assert_never

from attrs import frozen

from salesreg.errors import InvalidValue
from salesreg.evaluate.editions import Edition, Editions
from salesreg.evaluate.facts import FactsAt, Written, read
from salesreg.evaluate.tables import Deal, MoneyMoved
from salesreg.evaluate.tables import Event as Record
from salesreg.values import event as happening
from salesreg.values.event import Event
from salesreg.values.facts import Facts


@frozen
class Stay:
    """What lasts: a visit to a stage, or a tenure of an owner.

    Attributes:
        number: Which one of the deal it is, from 1.
        key: Key of the stage, or the person.
        start: When it began.
        end: When the next one began; None for the last one.
        actor: Who began it.
    """

    number: int
    key: str
    start: dt.datetime
    end: dt.datetime | None = None
    actor: str | None = None


_Told = tuple[dt.datetime, Record]
"""An event, with its second."""

Mark = tuple[str, str | None, str | None]
"""What happened: the kind of event, its subject, its state."""


def mark_of(event: Event) -> Mark | None:
    """Return what the records say of an event of the model; None for a period's end."""
    match event:
        case happening.Happens():
            return "happens", event.title, None
        case happening.DealCreated():
            return "created", None, None
        case happening.OwnerAssigned():
            return "owner", None, None
        case happening.StageEntered():
            return "entered", event.stage, None
        case happening.StageLeft():
            return "left", event.stage, None
        case happening.ActivityDone():
            return "activity", event.activity, None
        case happening.DocumentMoved():
            return "document", event.document, event.state
        case happening.Payment():
            return "payment", None, event.state
        case happening.PeriodEnds():
            return None
    assert_never(event)


def second(moment: dt.datetime) -> dt.datetime:
    """Return the whole second of a moment, in UTC.

    Everything is reckoned in UTC: to Python two moments of one other zone differ by
    what their walls show.
    """
    return moment.astimezone(dt.UTC).replace(microsecond=0)


def is_empty(value: object) -> bool:
    """Tell whether a field that holds this has no value."""
    return value is None or value == ""


def order(told: _Told) -> tuple[object, ...]:
    """Return what events of one deal, each with its second, are sorted by."""
    at, record = told
    words = (record.kind, record.subject, record.state, record.actor)
    return (
        at,
        record.sequence,
        *((word is not None, word or "") for word in words),
    )


@frozen(eq=False)
class Case:
    """One deal up to a moment.

    Attributes:
        deal: The deal.
        created_at: When it appeared.
        now: The moment as of which it is seen.
        events: Its events up to now, in order.
        visits: Its stays at stages.
        tenures: Its owners.
        written: What events wrote into each field, and when.
        happened: When each thing happened, in order.
        editions: What it is held to.
    """

    deal: Deal
    created_at: dt.datetime
    now: dt.datetime
    events: tuple[Record, ...]
    visits: tuple[Stay, ...]
    tenures: tuple[Stay, ...]
    written: Written
    happened: Mapping[Mark, tuple[dt.datetime, ...]]
    editions: Editions

    @classmethod
    def of(
        cls,
        deal: Deal,
        events: Iterable[Record],
        payments: Iterable[MoneyMoved],
        editions: Editions,
        now: dt.datetime,
    ) -> Case:
        """Read the history of a deal."""
        created = second(deal.created_at)
        told = [(at, e) for e in events if (at := second(e.at)) <= now]
        if len(told) > 1:
            told.sort(key=order)
        kinds: dict[str, list[_Told]] = defaultdict(list)
        for one in told:
            kinds[one[1].kind].append(one)
        visits = tuple(_stays(kinds["stage"], editions.stages))
        tenures = tuple(_stays(kinds["owner"]))
        if deal.owner and not kinds["owner"]:
            tenures = (Stay(1, deal.owner, created),)
        happened = _happened(kinds)
        for moved in payments:
            if (at := second(moved.at)) <= now:
                happened["payment", None, moved.state].add(at)
        happened["created", None, None].add(created)
        for tenure in tenures:
            happened["owner", None, None].add(tenure.start)
        for visit in visits:
            happened["entered", visit.key, None].add(visit.start)
            if visit.end is not None:
                happened["left", visit.key, None].add(visit.end)
        return cls(
            deal,
            created,
            second(now),
            tuple(event for _, event in told),
            visits,
            tenures,
            _written(kinds["field"], editions),
            {mark: tuple(sorted(times)) for mark, times in happened.items()},
            editions,
        )

    @property
    def key(self) -> str:
        """Key of the deal."""
        return self.deal.deal

    def edition(self, at: dt.datetime) -> Edition | None:
        """Return the edition that holds for the deal at a moment."""
        return self.editions.for_deal(self.created_at, at)

    def times(self, event: Event) -> tuple[dt.datetime, ...]:
        """Return when an event happened, in order, once a second."""
        mark = mark_of(event)
        return () if mark is None else self.happened.get(mark, ())

    def facts(self, at: dt.datetime) -> Facts:
        """Return what the fields hold at a moment, its second included."""
        if not self.written:
            return self.deal.values
        return FactsAt(self.deal.values, self.written, at)

    def visit(self, at: dt.datetime) -> Stay | None:
        """Return the visit at a moment, after what happened in its second."""
        return _at(self.visits, at)

    def owner(self, at: dt.datetime) -> str | None:
        """Return the owner at a moment, after what happened in its second."""
        tenure = _at(self.tenures, at)
        held = tenure and (tenure.end is None or at < tenure.end)
        return tenure.key if tenure and held else None

    def lost_at(self, trigger: Event | None, at: dt.datetime) -> dt.datetime | None:
        """Return when the deal was lost at or after a trigger (4.5)."""
        for visit in self.visits:
            edition = self.edition(visit.start)
            if edition is None or not edition.is_kind(visit.key, "lost"):
                continue
            own = isinstance(trigger, happening.StageEntered)
            itself = own and getattr(trigger, "stage", None) == visit.key
            if visit.start > at or (visit.start == at and not itself):
                return visit.start
        return None

    def pauses(self, edition: Edition) -> tuple[tuple[dt.datetime, dt.datetime], ...]:
        """Return the visits to stages where deals are paused, up to now."""
        return tuple(
            (visit.start, visit.end or self.now)
            for visit in self.visits
            if edition.is_kind(visit.key, "paused")
        )


def _happened(kinds: Mapping[str, list[_Told]]) -> dict[Mark, set[dt.datetime]]:
    """Return what events tell that is no visit, tenure or field."""
    happened: dict[Mark, set[dt.datetime]] = defaultdict(set)
    for at, event in kinds.get("payment", ()):
        happened["payment", None, event.state].add(at)
    for at, event in kinds.get("document", ()):
        happened["document", event.subject, event.state].add(at)
    for kind in ("activity", "happens"):
        for at, event in kinds.get(kind, ()):
            happened[kind, event.subject, None].add(at)
    return happened


def _written(told: list[_Told], editions: Editions) -> Written:
    """Return what events wrote into each field; what cannot be read is a reject."""
    written: dict[str, list[tuple[dt.datetime, object]]] = defaultdict(list)
    for at, event in told:
        if event.subject:
            item = editions.fields.get(event.subject)
            with suppress(InvalidValue):
                value = read(item, event.state, editions.currency)
                written[event.subject].append((at, value))
    return dict(written)


def _stays(told: list[_Told], known: frozenset[str] | None = None) -> Iterator[Stay]:
    """Yield what lasts from one change to the next; the pool is nobody."""
    changes: list[tuple[dt.datetime, str, str | None]] = []
    for at, event in told:
        key = event.subject or ""
        if known is not None and event.subject not in known:
            continue
        if not changes or changes[-1][1] != key:
            changes.append((at, key, event.actor))
    number = 0
    for place, (start, key, actor) in enumerate(changes, 1):
        if key:
            number += 1
            end = changes[place][0] if place < len(changes) else None
            yield Stay(number, key, start, end, actor)


def _at(stays: tuple[Stay, ...], at: dt.datetime) -> Stay | None:
    place = bisect_right(stays, at, key=lambda stay: stay.start)
    return stays[place - 1] if place else None
