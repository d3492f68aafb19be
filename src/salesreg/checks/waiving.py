"""Waiving: findings that the regulation itself lets stand, one by one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterable
from functools import cached_property

from attrs import field, frozen

from salesreg.checks.finding import Finding
from salesreg.model.frame import Waiver
from salesreg.model.regulation import Regulation
from salesreg.paths.keyed import Keys


@frozen
class Waived:
    """A finding that the regulation lets stand.

    Attributes:
        finding: The finding.
        waiver: Who let it stand, why and until when.
    """

    finding: Finding
    waiver: Waiver

    def to_dict(self) -> dict[str, object]:
        """Return the finding as plain data, with who waived it and why."""
        waiver = {"reason": self.waiver.reason, "author": self.waiver.author}
        if self.waiver.until:
            waiver["until"] = self.waiver.until.isoformat()
        return {**self.finding.to_dict(), "waiver": waiver}


@frozen
class Waivers:
    """The waivers of a regulation on one day.

    Attributes:
        regulation: The regulation.
        today: The day; waivers do not expire when nobody says it.
    """

    regulation: Regulation
    today: dt.date | None
    _used: set[int] = field(factory=set[int], init=False)

    def parted(self, findings: Iterable[Finding]) -> tuple[list[Finding], list[Waived]]:
        """Return the findings that no waiver lets stand, and those that one does."""
        left: list[Finding] = []
        waived: list[Waived] = []
        for finding in findings:
            index = self._by_place.get((finding.code, finding.path))
            if index is not None:
                self._used.add(index)
            if index is None or self._expired(index):
                left.append(finding)
            else:
                waived.append(Waived(finding, self.regulation.waivers[index]))
        return left, waived

    def expired(self) -> list[int]:
        """Return which waivers of findings that are there are past their last day."""
        return [index for index in sorted(self._used) if self._expired(index)]

    def idle(self, ran: set[str]) -> list[int]:
        """Return which waivers let nothing stand, of checks that ran."""
        return [
            index
            for index, waiver in enumerate(self.regulation.waivers)
            if waiver.code in ran and index not in self._used
        ]

    def unknown(self, codes: Container[str]) -> list[int]:
        """Return which waivers are of checks that are not among those known."""
        waivers = enumerate(self.regulation.waivers)
        return [index for index, waiver in waivers if waiver.code not in codes]

    @cached_property
    def _by_place(self) -> dict[tuple[str, str], int]:
        found: dict[tuple[str, str], int] = {}
        keys = Keys(self.regulation)
        for index, waiver in enumerate(self.regulation.waivers):
            path = keys.unkeyed(waiver.path)
            if path is not None:
                found.setdefault((waiver.code, path), index)
        return found

    def _expired(self, index: int) -> bool:
        until = self.regulation.waivers[index].until
        return until is not None and self.today is not None and until < self.today
