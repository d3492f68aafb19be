"""What has happened to one deal, as a regulation looks at it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping

from attrs import define, field

from salesreg.values.event import (
    DealCreated,
    Event,
    OwnerAssigned,
    StageEntered,
    StageLeft,
)

Moved = tuple[str, str]


@define(eq=False)
class History:
    """What has happened to one deal so far.

    Attributes:
        deal: Key of the deal.
        stage: Its stage.
        entered_at: When it came there.
        owner: The role that owns it; None in the pool.
        values: What its fields hold; an empty field is not there.
        moves: How often it went from one stage to another.
        happened: Every event with its moment, in order.
        entered_in: Where among them it came to its stage.
        untold: Whether the owner lost it and nobody says who has it now.
    """

    deal: str
    stage: str
    entered_at: dt.datetime
    owner: str | None = None
    values: dict[str, object] = field(factory=dict[str, object])
    moves: Counter[Moved] = field(factory=Counter[Moved])
    happened: list[tuple[Event, dt.datetime]] = field(
        factory=list[tuple[Event, dt.datetime]]
    )
    entered_in: int = 0
    untold: bool = False

    @classmethod
    def begun(
        cls,
        deal: str,
        stage: str,
        at: dt.datetime,
        owner: str | None,
        values: Mapping[str, object],
    ) -> History:
        """Return the history of a deal that has just appeared."""
        made = cls(deal=deal, stage=stage, entered_at=at)
        made.happened.append((DealCreated(), at))
        made.assign(owner, at)
        made.enter(stage, at)
        made.fill(values)
        return made

    def fill(self, values: Mapping[str, object]) -> None:
        """Write fields; None and "" empty one."""
        self.values = filled(self.values, values)

    def assign(self, owner: str | None, at: dt.datetime) -> None:
        """Give the deal to a role, or to nobody."""
        self.owner, self.untold = owner, False
        if owner is not None:
            self.happened.append((OwnerAssigned(), at))

    def move(self, to: str, at: dt.datetime) -> None:
        """Bring the deal to another stage."""
        self.moves[self.stage, to] += 1
        self.happened.append((StageLeft(stage=self.stage), at))
        self.enter(to, at)

    def enter(self, stage: str, at: dt.datetime) -> None:
        """Let the deal come to a stage."""
        self.stage, self.entered_at = stage, at
        self.entered_in = len(self.happened)
        self.happened.append((StageEntered(stage=stage), at))

    def last(self, event: Event) -> dt.datetime | None:
        """Return when an event happened last."""
        for one, at in reversed(self.happened):
            if one == event:
                return at
        return None


def filled(
    values: Mapping[str, object], more: Mapping[str, object]
) -> dict[str, object]:
    """Return what fields hold after some were written."""
    held = {**values, **more}
    return {key: value for key, value in held.items() if value not in (None, "")}
