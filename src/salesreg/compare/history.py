"""History: the editions of one regulation, each with its time in force."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from salesreg._text import did_you_mean
from salesreg.errors import InvalidValue, Problem, invalid, pointer
from salesreg.model.editions import clashes, in_force
from salesreg.model.frame import Revision
from salesreg.model.outputs import next_of
from salesreg.model.regulation import Regulation

if TYPE_CHECKING:
    from salesreg.model.outputs import DealState, Next


def _ordered(editions: Iterable[Regulation]) -> tuple[Regulation, ...]:
    def first(edition: Regulation) -> dt.date:
        own = edition.revision
        return (own.in_force_from if own else None) or dt.date.min

    return tuple(sorted(editions, key=first))


@frozen
class History:
    """The editions of one regulation.

    Each edition says in its `revision` what its number is, since when and until
    when it is in force, why it was made and who approved it. One without a last
    day is in force until the day before the next one.

    Attributes:
        editions: The editions; a history puts them in the order of their days.

    Raises:
        InvalidValue: An edition has no number or no first day, two have one
            number or are in force on one day, one ends before it begins, they
            are of different regulations, or what a later edition says of an
            earlier one is not what that one says of itself; with every problem.
    """

    editions: tuple[Regulation, ...] = field(converter=_ordered)
    _guide: object = field(default=None, init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        """Refuse editions that are no history."""
        problems = list(_problems(self.editions))
        if problems:
            raise InvalidValue(problems)

    def __iter__(self) -> Iterator[Regulation]:
        """Yield the editions, the earliest first."""
        return iter(self.editions)

    def __len__(self) -> int:
        """Return how many editions there are."""
        return len(self.editions)

    @property
    def revisions(self) -> tuple[Revision, ...]:
        """What each edition is: number, days in force, reason, approval."""
        return _revisions(self.editions)

    def edition(self, number: str) -> Regulation:
        """Return the edition with a number.

        Raises:
            InvalidValue: There is none.
        """
        for revision, edition in zip(self.revisions, self.editions, strict=True):
            if revision.number == number:
                return edition
        known = [revision.number for revision in self.revisions]
        message = f"there is no edition {number!r}, there are {', '.join(known)}"
        raise invalid("no-edition", message, did_you_mean(number, known))

    def as_of(self, day: dt.date) -> Regulation:
        """Return the edition in force on a day.

        Raises:
            InvalidValue: None is in force on that day.
        """
        return self.editions[self._on(day)]

    def for_deal(self, started: dt.date, day: dt.date) -> Regulation:
        """Return the edition that holds on a day for a deal that was under way.

        A deal starts under the edition in force. Each later edition says in
        `running_deals` whether such deals keep theirs or move to it; one that they
        keep, they keep even after it has ended.

        Args:
            started: When the deal started.
            day: The day on which it is worked on.

        Raises:
            InvalidValue: The day is before the start; no edition was in force at
                the start; or an edition between them does not say what becomes
                of running deals.
        """
        if day < started:
            message = f"a deal that started on {started} was not there on {day}"
            raise invalid("bad-value", message)
        held = self._on(started)
        for later in range(held + 1, len(self.editions)):
            revision = self.revisions[later]
            if revision.in_force_from is None or revision.in_force_from > day:
                break
            if revision.running_deals is None:
                raise InvalidValue([_unsaid(later, revision)])
            if revision.running_deals == "move":
                held = later
        return self.editions[held]

    def next(self, deal: DealState, now: dt.datetime) -> Next:
        """Return what one deal needs now, by the editions that apply to it.

        Each clock runs by the edition that held for the deal when it started; where it
        may go is said by the one that holds now. Else it is `Regulation.next`.

        Args:
            deal: The deal as the CRM shows it.
            now: The moment, with a time zone.

        Raises:
            InvalidValue: As for `Regulation.next`, or no edition holds for the deal.
        """
        return next_of(self, deal, now)

    def _on(self, day: dt.date) -> int:
        for term in in_force(self.revisions):
            if term.on(day):
                return term.place
        raise InvalidValue([_none_on(day, self.revisions)])


def as_of(regulation: Regulation, day: dt.date) -> Regulation:
    """Return a regulation if it is the edition in force on a day.

    Raises:
        InvalidValue: It is not; with the edition that is, as far as it knows.
    """
    own = regulation.revision
    known = (*regulation.earlier_revisions, *([own] if own else ()))
    there = [term.place for term in in_force(known) if term.on(day)]
    if not there:
        raise InvalidValue([_none_on(day, known)])
    if len(there) > 1:
        numbers = " and ".join(known[place].number for place in there)
        message = f"editions {numbers} are both in force on {day}"
        raise InvalidValue([Problem("editions-overlap", message, "/revision")])
    if known[there[0]] is not own:
        other = known[there[0]].number
        number = own.number if own else "without a number"
        message = f"on {day} edition {other} was in force, and this is {number}"
        hint = "put both into a History and ask that"
        raise InvalidValue([Problem("other-edition", message, "/revision", hint=hint)])
    return regulation


def _revisions(editions: tuple[Regulation, ...]) -> tuple[Revision, ...]:
    """What the editions are, with the last days that later ones tell of them."""
    found: list[Revision] = []
    for edition in editions:
        own = edition.revision
        assert own is not None
        told = [
            one.in_force_to
            for other in editions
            for one in other.earlier_revisions
            if one.number == own.number and one.in_force_to
        ]
        last = own.in_force_to or next(iter(told), None)
        found.append(evolve(own, in_force_to=last))  # type: ignore[misc]
    return tuple(found)


def _problems(editions: tuple[Regulation, ...]) -> Iterator[Problem]:
    """Yield what keeps editions from being one history; paths begin with a place."""
    if not editions:
        yield Problem("no-edition", "a history has at least one edition")
        return
    undated = list(_undated(editions))
    if undated:
        yield from undated
        return
    keys = list(dict.fromkeys(edition.key for edition in editions))
    if len(keys) > 1:
        message = f"editions of different regulations: {', '.join(keys)}"
        yield Problem("other-regulation", message, pointer(0, "key"))
    revisions = _revisions(editions)
    for number, count in Counter(one.number for one in revisions).items():
        if count > 1:
            message = f"{count} editions have the number {number}"
            yield Problem("edition-twice", message, hint="give each its own number")
    for one, other in clashes(revisions):
        numbers = f"{revisions[one.place].number} and {revisions[other.place].number}"
        yield Problem(
            "editions-overlap",
            f"editions {numbers} are both in force on {other.first}",
            pointer(other.place, "revision", "in_force_from"),
            hint=f"end the earlier one by {other.first - dt.timedelta(days=1)}",
        )
    yield from _told_otherwise(editions)


def _undated(editions: tuple[Regulation, ...]) -> Iterator[Problem]:
    for place, edition in enumerate(editions):
        own, path = edition.revision, pointer(place, "revision")
        if own is None or own.in_force_from is None:
            lacks = "no number" if own is None else "no first day in force"
            hint = "write `number` and `in_force_from` in `revision`"
            yield Problem("undated-edition", f"an edition has {lacks}", path, hint=hint)
        elif own.in_force_to and own.in_force_to < own.in_force_from:
            message = f"edition {own.number} ends before it begins"
            yield Problem("bad-value", message, path + "/in_force_to")


def _told_otherwise(editions: tuple[Regulation, ...]) -> Iterator[Problem]:
    own = {one.revision.number: one.revision for one in editions if one.revision}
    for place, edition in enumerate(editions):
        for index, told in enumerate(edition.earlier_revisions):
            known = own.get(told.number)
            for name in ("in_force_from", "in_force_to") if known else ():
                said, first = getattr(told, name), getattr(known, name)
                if said and first and said != first:
                    yield Problem(
                        "told-otherwise",
                        f"edition {told.number} says {first} of itself, not {said}",
                        pointer(place, "earlier_revisions", index, name),
                    )


def _unsaid(place: int, revision: Revision) -> Problem:
    return Problem(
        "transition-unsaid",
        f"edition {revision.number} does not say what becomes of running deals",
        pointer(place, "revision", "running_deals"),
        hint="write `running_deals: keep` or `running_deals: move` in its `revision`",
    )


def _none_on(day: dt.date, revisions: Iterable[Revision]) -> Problem:
    known = [
        f"{one.number} since {one.in_force_from}"
        for one in revisions
        if one.in_force_from
    ]
    hint = f"known are: {', '.join(known)}" if known else "no edition has a first day"
    return Problem("no-edition", f"no edition is in force on {day}", hint=hint)
