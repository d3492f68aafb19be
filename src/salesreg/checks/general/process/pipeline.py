"""The pipeline as a graph: where deals can go, and where they get stuck."""

from __future__ import annotations

from functools import cached_property

from salesreg.checks.facts import Facts
from salesreg.model.process import Stage
from salesreg.solve.dominance import Dominance
from salesreg.solve.graphs import reachable, reversed_graph


class Pipeline:
    """The moves between the stages.

    Where no stage names a transition, the stages follow each other as listed.

    Attributes:
        stages: The stages by key, with their pointers.
        moves: The stages that can follow each stage.
    """

    def __init__(self, facts: Facts) -> None:
        """Take the stages of a regulation."""
        self.stages: dict[str, tuple[str, Stage]] = {}
        for path, stage in facts.each("stages", Stage):
            self.stages.setdefault(stage.key, (path, stage))
        self.drawn = any(stage.transitions for _, stage in self.stages.values())
        self.moves = self._drawn(facts) if self.drawn else self._listed()

    def _drawn(self, facts: Facts) -> dict[str, tuple[str, ...]]:
        made: dict[str, tuple[str, ...]] = {}
        for key, (_, stage) in self.stages.items():
            following = [move.to for move in stage.transitions]
            if stage.attempts and stage.attempts.then:
                following.append(stage.attempts.then)
            made[key] = tuple(one for one in following if one in self.stages)
        rule = facts.regulation.next_step
        if rule and rule.otherwise in self.stages:
            for key in rule.stages or self._open():
                if key in made:
                    made[key] = (*made[key], rule.otherwise)
        return made

    def _open(self) -> tuple[str, ...]:
        return tuple(
            key
            for key, (_, stage) in self.stages.items()
            if stage.kind in {"initial", "work"}
        )

    def _listed(self) -> dict[str, tuple[str, ...]]:
        keys = list(self.stages)
        return {key: tuple(keys[at + 1 : at + 2]) for at, key in enumerate(keys)}

    @cached_property
    def starts(self) -> tuple[str, ...]:
        """The initial stages; the first one when none is marked."""
        initial = tuple(
            key for key, (_, stage) in self.stages.items() if stage.kind == "initial"
        )
        return initial or tuple(self.stages)[:1]

    @cached_property
    def reached(self) -> frozenset[str]:
        """The stages that a deal can reach."""
        return reachable(self.moves, self.starts)

    @cached_property
    def ending(self) -> frozenset[str]:
        """The stages from which a deal can still be won or lost."""
        ends = [
            key
            for key, (_, stage) in self.stages.items()
            if stage.kind in {"won", "lost"}
        ]
        return reachable(reversed_graph(self.moves), ends)

    def only_after(self, late: str, early: str) -> bool:
        """Tell whether every deal passes `early` before it comes to `late`."""
        return late != early and self._ways.dominates(early, late)

    @cached_property
    def _ways(self) -> Dominance[str]:
        return Dominance(self.moves, self.starts)
