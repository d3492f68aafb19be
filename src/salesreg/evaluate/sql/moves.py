"""What is said of moves, as rules for SQL (rules 6 of the page on evaluation)."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from salesreg.errors import pointer
from salesreg.evaluate.cases.asking import unanswered
from salesreg.evaluate.cases.moves import is_on, required
from salesreg.evaluate.cases.visits import FINAL
from salesreg.evaluate.editions import Edition, Editions
from salesreg.evaluate.sql.conditions import condition, quoted
from salesreg.evaluate.sql.dialects import Kind
from salesreg.evaluate.sql.ground import Ground, ints
from salesreg.evaluate.sql.rules import Cites, NotCompiled, Stages
from salesreg.model.process import Stage, Transition
from salesreg.values.condition import Condition

Row = tuple[object, ...]


def _rows() -> list[Row]:
    return []


@frozen(eq=False)
class MoveRules:
    """What is said of moves; stages, editions and cites are numbers.

    Attributes:
        starts: Stages at which no deal starts: edition, stage, cite.
        pairs: Stages left and entered: number, edition, source, target; what is cited
            if that is forbidden; whether it leads on; the way that is taken without a
            condition; what is cited if no condition holds.
        chosen: For the number of a pair, the expression of the way that is taken.
        ways: Transitions: number, cite, whether a comment is asked for, how often, and
            whether roles are.
        roles: Numbers of ways and the roles that may go them.
        criteria: Number, edition, stage, cite, whether it is for the entry.
        conditions: For the number of a criterion, its expression.
        required: Edition, stage, cite, number of the field, its key, and whether it is
            asked for at the entry, because the stage is a final one.
        later: Keys of final stages that have time to fill in fields.
    """

    starts: list[Row] = field(factory=_rows)
    pairs: list[Row] = field(factory=_rows)
    chosen: dict[int, str] = field(factory=dict[int, str])
    ways: list[Row] = field(factory=_rows)
    roles: list[Row] = field(factory=_rows)
    criteria: list[Row] = field(factory=_rows)
    conditions: dict[int, str] = field(factory=dict[int, str])
    required: list[Row] = field(factory=_rows)
    later: set[str] = field(factory=set[str])

    def left_to_python(self, *, written: bool) -> str | None:
        """Return the condition on `deal` for deals that SQL leaves out.

        Args:
            written: Whether events write into fields, so that facts change.
        """
        told = [f"kind = 'stage' AND subject = {quoted(k)}" for k in sorted(self.later)]
        told += ["kind = 'field'"] if written else []
        if not told:
            return None
        return f"deal IN (SELECT deal FROM salesreg_events WHERE {' OR '.join(told)})"


@frozen(eq=False)
class _Compiler:
    editions: Editions
    stages: Stages
    cites: Cites
    there: frozenset[str]
    rules: MoveRules = field(factory=MoveRules)

    def holds(self, edition: Edition, rule: Condition | None) -> str | None:
        """Return a condition on the deal `m`; None where it always holds."""
        if rule is None or unanswered(edition, rule):
            return None
        return condition(rule, self.editions.fields, self.there, "m")

    def edition(self, number: int, edition: Edition) -> None:
        """Compile an edition."""
        kinds = [stage.kind for stage in edition.regulation.stages]
        for key, (place, stage) in edition.stages.items():
            if "initial" in kinds and stage.kind != "initial":
                cite = self.cites.number(edition, pointer("stages", place))
                self.rules.starts.append((number, self.stages[key], cite))
            self.criteria(number, edition, key)
            for source in self.stages:
                if source != key:
                    self.pair(number, edition, source, key)

    def criteria(self, number: int, edition: Edition, key: str) -> None:
        """Compile what a stage asks for at the entry and the exit."""
        place, stage = edition.stages[key]
        rules = self.rules
        for name in ("entry", "exit"):
            for index, criterion in enumerate(getattr(stage, name)):
                told = self.holds(edition, criterion.condition)
                if told is None:
                    continue
                path = pointer("stages", place, name, index)
                known = (len(rules.criteria), number, self.stages[key])
                cite = self.cites.number(edition, path)
                rules.conditions[len(rules.criteria)] = told
                rules.criteria.append((*known, cite, int(name == "entry")))
        final = stage.kind in FINAL
        if final and required(edition, stage) and stage.norm is not None:
            rules.later.add(key)
        fields = list(self.editions.fields)
        for index, asked in enumerate(required(edition, stage)):
            path = pointer("stages", place, "required_fields", index)
            cite = self.cites.number(edition, path)
            column = fields.index(asked) if asked in fields else None
            known = (number, self.stages[key], cite)
            rules.required.append((*known, column, asked, int(final)))

    def pair(self, number: int, edition: Edition, source: str, target: str) -> None:
        """Compile what is said of a move between two stages."""
        if source not in edition.stages:
            return
        place, stage = edition.stages[source]
        path = pointer("stages", place, "transitions")
        forbidden: int | None = None
        way: int | None = None
        untaken: int | None = None
        own = len(self.rules.pairs)
        ways = [(n, one) for n, one in enumerate(stage.transitions) if one.to == target]
        if not ways and (stage.transitions or stage.kind in FINAL):
            cited = path if stage.transitions else pointer("stages", place)
            forbidden = self.cites.number(edition, cited)
        elif ways:
            cases = ""
            for index, one in ways:
                cite = self.cites.number(edition, path + pointer(index))
                way = self.way(edition, stage, one, cite)
                told = self.holds(edition, one.when)
                if told is None:
                    break
                cases += f" WHEN {told} THEN {way}"
                way = -1
            if cases:
                self.rules.chosen[own] = f"CASE{cases} ELSE {way} END"
                first = path + pointer(ways[0][0], "when")
                untaken = self.cites.number(edition, first)
        leads_on = int(is_on(edition, source, target))
        both = (self.stages[source], self.stages[target])
        self.rules.pairs.append((own, number, *both, forbidden, leads_on, way, untaken))

    def way(self, edition: Edition, stage: Stage, one: Transition, cite: int) -> int:
        """Compile a transition; return its number."""
        rules, number = self.rules, len(self.rules.ways)
        owners = (*((stage.owner,) if stage.owner else ()), *stage.participants)
        allowed = frozenset(one.by or owners)
        rules.ways.append(
            (number, cite, int(one.comment), one.most, int(bool(allowed)))
        )
        for role in sorted(set(_roles(edition)) | allowed):
            if not allowed.isdisjoint(edition.acts_for(role)):
                rules.roles.append((number, role))
        return number


def _roles(edition: Edition) -> Iterator[str]:
    for role in edition.roles.values():
        yield role.key
        yield from (one.by for one in role.substitutes)


def moves_of(
    editions: Editions, stages: Stages, cites: Cites, there: frozenset[str]
) -> MoveRules:
    """Compile what a regulation says of moves.

    Args:
        editions: The editions.
        stages: The number of each stage.
        cites: What is cited.
        there: The columns of the deals.

    Raises:
        NotCompiled: A condition looks back from a moment, or editions read a field
            in different ways.
    """
    for edition in editions.all:
        for key, item in edition.fields.items():
            if item.type != editions.fields[key].type:
                raise NotCompiled
    compiler = _Compiler(editions, stages, cites, there)
    for number, edition in enumerate(editions.all):
        compiler.edition(number, edition)
    return compiler.rules


def keep_moves(ground: Ground, rules: MoveRules) -> None:
    """Put what is said of moves into the engine."""
    columns = ints("edition", "stage", "cite")
    ground.keep("starts", columns, rules.starts, ("edition", "stage"))
    names = ("forbidden", "leads_on", "way", "untaken")
    columns = ints("pair", "edition", "source", "target", *names)
    ground.keep("pairs", columns, rules.pairs, ("pair",))
    columns = ints("way", "cite", "needs_comment", "most", "asks")
    ground.keep("ways", columns, rules.ways, ("way",))
    named: dict[str, Kind] = {**ints("way"), "role": "text"}
    ground.keep("way_roles", named, rules.roles, ("way", "role"))
    columns = ints("criterion", "edition", "stage", "cite", "entry")
    ground.keep("criteria", columns, rules.criteria, ("criterion",))
    named = {**ints("edition", "stage", "cite", "field"), "field_key": "text"}
    named |= ints("at_entry")
    ground.keep("required", named, rules.required, ("edition", "cite"))
