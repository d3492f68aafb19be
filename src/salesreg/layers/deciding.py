"""Deciding what holds of everything that layers say of one place."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import define, field

from salesreg.layers.complaints import Complaints
from salesreg.layers.held import Held
from salesreg.layers.statement import Statement


@define
class Decision:
    """How statements about one place stand to one another.

    Attributes:
        rank: How late each layer was given, by its key: of two that override, the
            later one does.
        told: What is wrong.
        lost: What was said and is overridden.
    """

    rank: Mapping[str, int]
    told: Complaints = field(factory=Complaints)
    lost: list[Statement] = field(factory=list[Statement])

    def winner(
        self, held: Held, said: list[Statement], above: Statement | None
    ) -> Statement | None:
        """Return what holds of everything that is said of one place.

        Args:
            held: What the place holds without.
            said: What is said of it.
            above: What another layer says of the whole that the place is part of.
        """
        strong = [one for one in said if one.verb == "override"]
        plain = [one for one in said if one.verb != "override"]
        if strong:
            return self._strongest(held, strong, plain, above)
        if above is None:
            right = [one for one in plain if self._stands_right(held, one)]
            for one in right[1:]:
                self.told.agree(right[0], one)
            return right[0] if right else None
        if above.verb == "override":
            self.lost += plain
            return None
        return self._within(held, plain, above)

    def within(self, one: Statement, above: Statement) -> None:
        """Take what is said of a part of what another layer says as a whole."""
        later = self.rank[one.layer] > self.rank[above.layer]
        if above.verb == "override" and not (one.verb == "override" and later):
            self.lost.append(one)
        elif not one.takes_away:
            # What is not in the whole need not be taken out of it.
            self.told.conflict(above, one)

    def _strongest(
        self,
        held: Held,
        strong: list[Statement],
        plain: list[Statement],
        above: Statement | None,
    ) -> Statement | None:
        last = max(strong, key=lambda one: self.rank[one.layer])
        self.lost += [one for one in (*plain, *strong) if one is not last]
        whole = above is not None and above.verb == "override"
        if above and whole and self.rank[above.layer] > self.rank[last.layer]:
            self.lost.append(last)
            return None
        if held.stands or (plain and not (above and above.takes_away)):
            return last
        if above is not None and above.takes_away:
            self.told.conflict(above, last)
        else:
            message = "overrides what is not there"
            self.told.wrong(last, message, "add it", "nothing-there")
        return None

    def _within(
        self, held: Held, plain: list[Statement], above: Statement
    ) -> Statement | None:
        winner: Statement | None = None
        for one in plain:
            adds = one.verb == "add" and above.verb == "add"
            if adds and not held.stands and one.layer != above.layer:
                if winner is not None:
                    self.told.agree(winner, one)
                winner = winner or one
            elif one.layer == above.layer or not _says_same(one, held):
                self.told.conflict(above, one)
        return winner

    def _stands_right(self, held: Held, one: Statement) -> bool:
        """Tell whether something is there just when the verb needs it."""
        if one.verb == "add" and held.stands:
            self.told.wrong(one, "is there already", "replace it", "already-there")
            return False
        if one.verb != "add" and not held.stands:
            self.told.nothing(one, "add it" if one.verb == "replace" else None)
            return False
        return True


def _says_same(one: Statement, held: Held) -> bool:
    if one.takes_away:
        return not held.stands
    return one.value == held.value
