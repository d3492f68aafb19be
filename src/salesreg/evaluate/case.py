"""The history of one deal: its visits, its owners, its facts (rules 2)."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import assert_never

from attrs import evolve, frozen

from salesreg.errors import InvalidValue
from salesreg.evaluate.editions import Edition, Editions
from salesreg.evaluate.facts import FactsAt, Written, read
from salesreg.evaluate.tables import Deal, MoneyMoved
from salesreg.evaluate.tables import Event as Record
from salesreg.values import event as happening
from salesreg.values.event import Event


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


def order(record: Record) -> tuple[object, ...]:
    """Return what events of one deal are sorted by."""
    words = (record.kind, record.subject, record.state, record.actor)
    return (
        second(record.at),
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
        past = tuple(sorted((e for e in events if second(e.at) <= now), key=order))
        visits = tuple(_stays(past, "stage", editions.stages))
        tenures = tuple(_tenures(past))
        if deal.owner and not any(event.kind == "owner" for event in past):
            tenures = (Stay(1, deal.owner, created),)
        happened = _happened(past)
        for moved in payments:
            if second(moved.at) <= now:
                happened["payment", None, moved.state].add(second(moved.at))
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
            past,
            visits,
            tenures,
            _written(past, editions),
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

    def facts(self, at: dt.datetime) -> FactsAt:
        """Return what the fields hold at a moment, its second included."""
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


def _happened(events: Iterable[Record]) -> dict[Mark, set[dt.datetime]]:
    """Return what events tell that is no visit, tenure or field."""
    happened: dict[Mark, set[dt.datetime]] = defaultdict(set)
    for event in events:
        match event.kind:
            case "payment":
                mark: Mark = ("payment", None, event.state)
            case "document":
                mark = ("document", event.subject, event.state)
            case "activity" | "happens":
                mark = (event.kind, event.subject, None)
            case "stage" | "owner" | "field" | "comment":
                continue
        happened[mark].add(second(event.at))
    return happened


def _written(events: Iterable[Record], editions: Editions) -> Written:
    """Return what events wrote into each field; what cannot be read is a reject."""
    written: dict[str, list[tuple[dt.datetime, object]]] = defaultdict(list)
    for event in events:
        if event.kind == "field" and event.subject:
            item = editions.fields.get(event.subject)
            with suppress(InvalidValue):
                value = read(item, event.state, editions.currency)
                written[event.subject].append((second(event.at), value))
    return dict(written)


def _stays(
    events: Iterable[Record],
    kind: str,
    known: frozenset[str] | None = None,
) -> Iterator[Stay]:
    starts: list[Record] = []
    for event in events:
        fits = event.kind == kind and event.subject is not None
        if not fits or (known is not None and event.subject not in known):
            continue
        if not starts or starts[-1].subject != event.subject:
            starts.append(event)
    ends = [second(event.at) for event in starts[1:]]
    for number, event in enumerate(starts, 1):
        end = ends[number - 1] if number <= len(ends) else None
        start = second(event.at)
        yield Stay(number, event.subject or "", start, end, event.actor)


def _tenures(events: Iterable[Record]) -> Iterator[Stay]:
    """Yield the stays of a deal with somebody; the pool is nobody."""
    told = (evolve(event, subject=event.subject or "") for event in events)
    held = (stay for stay in _stays(told, "owner") if stay.key)
    for number, stay in enumerate(held, 1):
        yield evolve(stay, number=number)


def _at(stays: tuple[Stay, ...], at: dt.datetime) -> Stay | None:
    place = bisect_right(stays, at, key=lambda stay: stay.start)
    return stays[place - 1] if place else None
