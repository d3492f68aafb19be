"""The guide: a regulation, or its history, compiled for answers about single deals."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator, Mapping

from attrs import frozen

from salesreg.compare.history import History
from salesreg.errors import Problem, invalid
from salesreg.evaluate.arguments import moment_problems, refuse, unknown
from salesreg.evaluate.case import Case, second
from salesreg.evaluate.editions import Edition, Editions
from salesreg.evaluate.live.desk import Desk, desk_of
from salesreg.evaluate.live.seen import seen
from salesreg.evaluate.live.signing import Signing, approvals, signings
from salesreg.evaluate.live.state import DealState, Next, Todo
from salesreg.evaluate.live.todo import todo, told
from salesreg.evaluate.live.ways import ways
from salesreg.model.regulation import Regulation
from salesreg.shapes import wrong_type


@frozen(eq=False)
class Book:
    """One edition, compiled.

    Attributes:
        edition: The edition.
        desks: Its stages, by key.
        signings: What fields of a deal somebody must be allowed to grant.
    """

    edition: Edition
    desks: Mapping[str, Desk]
    signings: tuple[Signing, ...]

    @classmethod
    def of(cls, edition: Edition) -> Book:
        """Compile an edition."""
        desks = {
            key: desk_of(edition, place, stage)
            for key, (place, stage) in edition.stages.items()
        }
        return cls(edition, desks, tuple(signings(edition)))


@frozen(eq=False)
class Guide:
    """A regulation or its history, ready to be asked about deals.

    Attributes:
        editions: The editions.
        books: The same, compiled.
    """

    editions: Editions
    books: tuple[Book, ...]

    @classmethod
    def of(cls, given: Regulation | History) -> Guide:
        """Compile a regulation, or every edition of a history."""
        editions = Editions.of(given)
        return cls(editions, tuple(Book.of(one) for one in editions.all))

    @functools.cached_property
    def roles(self) -> frozenset[str]:
        """The keys of the roles of all the editions."""
        return frozenset(key for one in self.editions.all for key in one.roles)

    def next(self, state: DealState, now: dt.datetime) -> Next:
        """Return what a deal needs; see `Regulation.next`."""
        refuse(self._misgiven(state, now))
        case = seen(state, self.editions, second(now))
        book = self._book(case, case.now)
        desk = book.desks.get(state.stage)
        if desk is None:
            message = f"edition {book.edition.number} has no stage {state.stage!r}"
            raise invalid("unknown-stage", message, "move the deal to one that it has")
        entered = self._book(case, case.visits[-1].start)
        # Each clock runs by the edition that held when it started.
        desks = [one.desks[state.stage] for one in self.books if _has(one, state)]
        due = [one for held in desks for one in todo(case, held)]
        tell = [one for held in desks for one in told(case, held)]
        return Next(
            deal=state.deal,
            stage=state.stage,
            clause=desk.cited["clause"],
            revision=book.edition.number,
            now=case.now.astimezone(self.editions.zone),
            todo=tuple(sorted(due, key=_urgency)),
            ways=tuple(ways(case, desk, state)),
            approvals=tuple(approvals(case, entered.signings, state)),
            told=tuple(sorted(tell, key=lambda one: one.due)),
        )

    def _misgiven(self, state: DealState, now: object) -> Iterator[Problem]:
        """Yield what the regulation does not know of what it is asked about."""
        yield from moment_problems(now, "now")
        if not isinstance(state, DealState):  # pyright: ignore[reportUnnecessaryIsInstance]
            hint = "write DealState(stage=..., since=...)"
            yield wrong_type("a DealState", state, hint).under("deal")
            return
        stages, fields = self.editions.stages, self.editions.fields
        if state.stage not in stages:
            yield unknown(state.stage, stages, "stage", "unknown-stage", "stage")
        for role in state.roles:
            if role not in self.roles:
                yield unknown(role, self.roles, "role", "unknown-role", "roles")
        for name in state.values:
            if name not in fields:
                yield unknown(name, fields, "field", "unknown-field", "values", name)

    def _book(self, case: Case, at: dt.datetime) -> Book:
        edition = case.edition(at)
        for book in self.books:
            if book.edition is edition:
                return book
        day = self.editions.date(case.created_at)
        message = f"no edition holds on {self.editions.date(at)} for a deal of {day}"
        raise invalid("no-edition", message, "look at `in_force_from` of the first one")


def guide_of(given: Regulation | History) -> Guide:
    """Return the guide of a regulation or history, compiled once for each object."""
    found = getattr(given, "_guide", None)
    if not isinstance(found, Guide):
        found = Guide.of(given)
        object.__setattr__(given, "_guide", found)
    return found


def _has(book: Book, state: DealState) -> bool:
    return state.stage in book.desks


def _urgency(one: Todo) -> float:
    moment = one.due or one.target
    return moment.timestamp() if moment else float("inf")
