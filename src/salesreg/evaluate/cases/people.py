"""People: who is in which role on a day (rule 2.5)."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping

from attrs import frozen

from salesreg.evaluate.tables import Employment


@frozen
class People:
    """Everybody's roles.

    Attributes:
        rows: Who is in which role since when, by person, the earliest first.
    """

    rows: Mapping[str, tuple[Employment, ...]]

    @classmethod
    def of(cls, rows: Iterable[Employment]) -> People:
        """Read the rows of `people`."""
        found: dict[str, list[Employment]] = defaultdict(list)
        for row in sorted(rows, key=lambda row: (row.person, row.since, row.role)):
            found[row.person].append(row)
        return cls({person: tuple(own) for person, own in found.items()})

    def roles(self, person: str, day: dt.date) -> tuple[str, ...]:
        """Return the roles of a person on a day, that held longest first."""
        rows = self.rows.get(person, ())
        return tuple(dict.fromkeys(row.role for row in rows if employed(row, day, day)))

    def in_role(
        self, role: str, start: dt.date, end: dt.date
    ) -> tuple[Employment, ...]:
        """Return the rows of a role of which a day lies in a span."""
        return tuple(
            row
            for rows in self.rows.values()
            for row in rows
            if row.role == role and employed(row, start, end)
        )


def employed(row: Employment, start: dt.date, end: dt.date) -> bool:
    """Tell whether a day of a row lies in a span."""
    return row.since <= end and (row.until is None or start <= row.until)
