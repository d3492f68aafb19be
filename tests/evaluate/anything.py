"""Regulations that say of owners, authority and time whatever they like."""

from __future__ import annotations

import random
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from attrs import evolve, frozen

import salesreg as sr
from salesreg.evaluate.facts import read
from salesreg.evaluate.tables import Records
from salesreg.model.regulation import Regulation
from salesreg.values.amounts import Money, Percent
from salesreg.values.times import Window
from tests.evaluate.granted import some_granted
from tests.evaluate.owned import ROLES, some_owned
from tests.evaluate.pursued import CALENDARS, EVENTS, TERMS
from tests.evaluate.sheets import ACTIVITIES, some_work

_TYPES: Any = ("money", "number", "percent", "flag", "text", "date")
_FIELDS: dict[str, Any] = {
    "sum": "money",
    "days": "number",
    "discount": "percent",
    "rush": "flag",
    "note": "text",
}
_STAGES: dict[str, Any] = {"new": "initial", "talk": "work", "lost": "lost"}
_WINDOWS = ("09:00-18:00", "22:00-06:00", "00:00-24:00", "23:59-00:01")
_LIMITS = ("1 min", "1 h", "100 h", "1 day", "90000000 h")
_SPANS: Any = ("day", "week", "month", "quarter", "year")
_ENDS = (
    "5%",
    "5.000001%",
    "1000.5 RUB",
    "1000 RUB",
    "12 USD",
    "10 days",
    "9999999 days",
)


@frozen
class _Drawn:
    """What is drawn again and again.

    Attributes:
        source: Where it is drawn from.
    """

    source: random.Random

    def some(self, values: Any, most: int = 3) -> list[Any]:
        """Return some of some values."""
        return self.source.sample(values, self.source.randrange(most + 1))

    def maybe(self, values: Any) -> Any:
        """Return one of some values, or nothing."""
        return self.source.choice(values) if self.source.random() < 0.6 else None

    def when(self) -> Any:
        """Return a condition that may ask fields for what they never hold, or none."""
        return self._condition() if self.source.random() < 0.6 else None

    def _condition(self) -> Any:
        at = sr.where(self.source.choice((*_FIELDS, "nowhere")))
        asked: Any = (
            at.filled,
            at.empty,
            lambda: at == True,  # noqa: E712
            lambda: at >= Money.parse("1000 RUB"),
            lambda: at < Percent.parse("12%"),
            lambda: at.between(5, 30),
            lambda: at.is_in("said", "written"),
            lambda: at.within("2 weeks"),
        )
        one = self.source.choice(asked)()
        other = self.source.choice((None, None, None, *"~&|"))
        if other == "~":
            return ~one
        if other == "&":
            return one & self._condition()
        return one | self._condition() if other == "|" else one

    def band(self) -> Any:
        """Return what a role may grant."""
        start = self.maybe(_ENDS) if self.source.random() < 0.3 else None
        return sr.authority_band(
            self.source.choice(ROLES),
            band=sr.band(start=start, end=self.maybe(_ENDS)),
            end_included=self.source.random() < 0.5,
            when=self.when(),
        )


def any_department(source: random.Random) -> Regulation:
    """Return a regulation with rules over fields of any type, on any calendars."""
    drawn = _Drawn(source)
    draft = sr.regulation("drawn", title="Drawn", language="en")
    for role in ROLES[:3]:
        draft = draft.role(role, title=role.title())
    for key, usual in _FIELDS.items():
        kind = usual if source.random() < 0.8 else source.choice(_TYPES)
        draft = draft.field(key, title=key.title(), type=kind)
    for key, kind in _STAGES.items():
        draft = draft.stage(key, title=key.title(), kind=kind)
    known = ACTIVITIES[:-1]
    for key in known:
        draft = draft.activity(key, title=key.title(), includes=drawn.some(known, 2))
    for number in range(3):
        draft = draft.ownership(
            f"o{number}",
            title="Idle",
            window=drawn.maybe(TERMS),
            without=drawn.maybe(EVENTS),
            when=drawn.when(),
            grace=drawn.maybe(TERMS),
            then=source.choice((None, "pool", "new_owner", "head", "stays")),
        )
        draft = draft.authority(
            f"a{number}",
            title="Granted",
            field=drawn.maybe((*_FIELDS, "nowhere")),
            document=drawn.maybe(("request", "other")),
            bands=[drawn.band() for _ in range(source.randrange(4))],
        )
        window = drawn.maybe(_WINDOWS)
        draft = draft.budget(
            f"b{number}",
            title="Time",
            activity=drawn.maybe(ACTIVITIES),
            roles=drawn.some(ROLES),
            amount=drawn.maybe(_LIMITS),
            least=drawn.maybe(_LIMITS),
            most=drawn.maybe(_LIMITS),
            per=source.choice(_SPANS[:3]),
            window=None if window is None else Window.parse(window),
            mandatory=source.random() < 0.5,
        )
        draft = draft.norm(
            f"n{number}",
            title="Number",
            activity=drawn.maybe(ACTIVITIES),
            roles=drawn.some(ROLES),
            count=source.choice((1, 3, 10_000_000)),
            per=source.choice(_SPANS),
        )
    roles: Any = ((), ("clerk",), ("manager", "nobody"))
    calendars = tuple(
        evolve(one, key=f"c{number}", roles=source.choice(roles))
        for number, one in enumerate(drawn.some(CALENDARS))
    )
    return evolve(draft.build(), calendars=calendars)


def any_records(source: random.Random, regulation: Regulation) -> Records:
    """Return deals with values that their fields hold, and what people did."""
    made = source.choice((some_owned, some_granted))(source, 25)
    work = some_work(source, 60)
    fields = {item.key: item for item in regulation.fields}

    def held(values: Mapping[str, object]) -> dict[str, object]:
        known: dict[str, object] = {}
        for key, value in values.items():
            with suppress(sr.InvalidValue):
                known[key] = read(fields[key], value)
        return known

    deals = tuple(evolve(deal, values=held(deal.values)) for deal in made.deals)
    people = (*made.people, *work.people)
    return evolve(made, deals=deals, people=people, activities=work.activities)
