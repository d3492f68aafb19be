"""The story of a run: what was done, when, and where the CRM parts from the rules."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping

from salesreg.checks.said import Said
from salesreg.checks.wording import quoted, shown, shown_all
from salesreg.document.context import Context
from salesreg.document.words import WEEKDAYS
from salesreg.model.regulation import Language
from salesreg.testing.crm.gates import Gates
from salesreg.values.zone import zone

HEAD = Said(
    en="The CRM departs from {regulation}, {clause}.",
    ru="CRM расходится с документом {regulation}: {clause}.",
)
HEAD_ALONE = Said(
    en="The CRM departs from {regulation}.",
    ru="CRM расходится с документом {regulation}.",
)
CLAUSE = Said(en="clause {number}", ru="п. {number}")
FILLS = Said(en="Fields: {fields}.", ru="Поля: {fields}.")
EMPTY = Said(en="empty", ru="пусто")
POOL = Said(en="nobody", ru="никто")


class Departure(AssertionError):  # noqa: N818 - it is a verdict, no error
    """A CRM does not do what the regulation says; its text is the story."""


class Story:
    """What was done in one run, step by step, in the regulation's language."""

    def __init__(self, context: Context, gates: Gates) -> None:
        """Start a story."""
        self._context = context
        self._gates = gates
        self._language: Language = context.words.language
        calendar = next(iter(context.regulation.calendars), None)
        self._zone = zone(calendar.time_zone) if calendar else dt.UTC
        self._steps: list[tuple[dt.datetime, Callable[[], Iterable[str]]]] = []

    def tell(self, at: dt.datetime, sentences: Callable[[], Iterable[str]]) -> None:
        """Add a step; its sentences are only made when the story is told."""
        self._steps.append((at, sentences))

    def said(self, said: Said, **about: object) -> str:
        """Return a sentence with its values."""
        values = {
            name: self.moment(value) if isinstance(value, dt.datetime) else value
            for name, value in about.items()
        }
        return said.filled(self._language, shown_all(values, self._context))

    def moment(self, at: dt.datetime) -> str:
        """Return how a moment reads: the day of the week, the date and the time."""
        wall, words = at.astimezone(self._zone), self._context.words
        day = words.weekday(WEEKDAYS[wall.weekday()], "abbreviated").capitalize()
        time = f"{wall:%H:%M:%S}".removesuffix(":00")
        return f"{day}, {words.date(wall.date())}, {time}"

    def fields(self, values: Mapping[str, object]) -> str:
        """Return which fields are written, or nothing when there are none."""
        if not values:
            return ""
        written = "; ".join(
            f"{self._field(k)} — {self.held(values[k])}" for k in values
        )
        return FILLS.filled(self._language, {"fields": written})

    def held(self, value: object) -> str:
        """Return how the value of a field reads."""
        if value in (None, ""):
            return EMPTY.plain(self._language)
        if isinstance(value, str):
            return quoted(value, self._language)
        if isinstance(value, dt.datetime):
            return self.moment(value)
        return shown(value, self._context)

    def role(self, key: str | None) -> str:
        """Return how a role is called."""
        if key is None:
            return POOL.plain(self._language)
        found = self._context.index.find("Role", key)
        return shown(found, self._context) if found else f"`{key}`"

    def _field(self, key: str) -> str:
        found = self._gates.fields.get(key)
        return quoted(found.title, self._language) if found else f"`{key}`"

    def clause(self, rule: str) -> str:
        """Return the clause that states what is at a pointer."""
        entry = self._context.outline.find(rule)
        if entry is None:
            return f"`{rule}`"
        return CLAUSE.filled(self._language, {"number": entry.number})

    def departure(self, rules: Iterable[str], *ending: str) -> Departure:
        """Return the failure: which clauses, the steps, and what differs at the end."""
        clauses = ", ".join(dict.fromkeys(self.clause(rule) for rule in rules))
        head = self.said(
            HEAD if clauses else HEAD_ALONE,
            regulation=self._context.regulation,
            clause=clauses,
        )
        steps = [
            " ".join([f"{number}. {self.moment(at)}.", *filter(None, sentences())])
            for number, (at, sentences) in enumerate(self._steps, 1)
        ]
        return Departure("\n\n".join([head, "\n".join(steps), "\n".join(ending)]))
