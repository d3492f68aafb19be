"""A stage compiled: all that can be said of it before a deal is there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypedDict

from attrs import frozen

from salesreg.errors import pointer
from salesreg.evaluate.cases import deadlines, escalations, visits
from salesreg.evaluate.cases.asking import unanswered
from salesreg.evaluate.cases.moves import is_on
from salesreg.evaluate.editions import Edition
from salesreg.evaluate.live.state import Missing
from salesreg.model.control import Escalation, EscalationLevel
from salesreg.model.process import Criterion, Stage, TimeNorm, Transition
from salesreg.values.calendar import WorkCalendar
from salesreg.values.condition import Condition
from salesreg.values.facts import fields
from salesreg.values.times import Duration


class CitedHere(TypedDict):
    """Where an answer comes from; the edition is the same for all of them."""

    clause: str
    pointer: str


@frozen(eq=False)
class Bar:
    """Something that a move may lack, with what is said if it does.

    Attributes:
        missing: What is said.
        rule: Missing unless this holds; always missing when there is none.
        field: Missing if this field is empty; then there is no rule.
    """

    missing: Missing
    rule: Condition | None = None
    field: str | None = None


@frozen(eq=False)
class Door:
    """A transition.

    Attributes:
        cited: Where it stands.
        to: Key of the stage.
        title: What it is called.
        text: When it is made.
        before: What it may lack, looked at first.
        is_on: Whether what every move on from the stage may lack follows.
        bars: What it may lack after that.
        allowed: Roles that may make it; anybody when empty.
        role: What is said of another role.
        most: How often it may be made.
        often: What is said if it was made as often.
    """

    cited: CitedHere
    to: str
    title: str
    text: str | None
    before: tuple[Bar, ...]
    is_on: bool
    bars: tuple[Bar, ...]
    allowed: frozenset[str]
    role: Missing
    most: int | None
    often: Missing


@frozen(eq=False)
class Stair:
    """An escalation.

    Attributes:
        escalation: The escalation.
        calendar: Whose working time counts.
        levels: Who is told, each with where that stands, and after how long.
    """

    escalation: Escalation
    calendar: WorkCalendar
    levels: tuple[tuple[CitedHere, EscalationLevel, Duration], ...]


@frozen(eq=False)
class Desk:
    """A stage, ready for deals.

    Attributes:
        edition: The edition that has it.
        stage: The stage.
        cited: Where it stands.
        calendar: The calendar of its owner.
        norm: How long a deal may stay.
        norm_cited: Where that stands.
        sites: Deadlines that concern a deal here, each with its calendar.
        leaving: What a move on from it may lack.
        doors: Its transitions.
        stairs: Who is told of deals here.
    """

    edition: Edition
    stage: Stage
    cited: CitedHere
    calendar: WorkCalendar | None
    norm: TimeNorm | None
    norm_cited: CitedHere
    sites: tuple[tuple[deadlines.Site, CitedHere, str, WorkCalendar], ...]
    leaving: tuple[Bar, ...]
    doors: tuple[Door, ...]
    stairs: tuple[Stair, ...]


def desk_of(edition: Edition, place: int, stage: Stage) -> Desk:
    """Compile a stage."""
    return Desk(
        edition,
        stage,
        cited(edition, pointer("stages", place)),
        edition.calendar(stage.owner),
        visits.norm_of(edition, stage.key),
        cited(edition, pointer("stages", place, "norm")),
        tuple(_sites(edition, stage)),
        (
            *_fields(edition, place, stage),
            *_criteria(edition, place, "exit", stage.exit),
        ),
        tuple(_doors(edition, place, stage)),
        tuple(_stairs(edition, stage)),
    )


def cited(edition: Edition, path: str) -> CitedHere:
    """Return where an answer comes from."""
    return CitedHere(clause=edition.cite(path)["clause"], pointer=path)


def _sites(
    edition: Edition, stage: Stage
) -> Iterator[tuple[deadlines.Site, CitedHere, str, WorkCalendar]]:
    for site in deadlines.sites(edition):
        calendar = edition.calendar(site.role)
        here = site.stage in {None, stage.key}
        if here and calendar is not None and deadlines.is_judged(site.deadline):
            _, held, place, *_ = site.pointer.split("/")
            thing = getattr(edition.regulation, held)[int(place)]
            text = site.deadline.action or str(thing.title)
            yield site, cited(edition, site.pointer), text, calendar


def _doors(edition: Edition, place: int, stage: Stage) -> Iterator[Door]:
    for index, way in enumerate(stage.transitions):
        if way.to in edition.stages:
            path = pointer("stages", place, "transitions", index)
            yield _door(edition, place, stage, way, cited(edition, path))


def _door(
    edition: Edition, place: int, stage: Stage, way: Transition, here: CitedHere
) -> Door:
    to, target = edition.stages[way.to]
    text = way.text or target.title
    owners = (*((stage.owner,) if stage.owner else ()), *stage.participants)
    allowed = tuple(dict.fromkeys(way.by or owners))
    titles = [edition.roles[key].title for key in allowed if key in edition.roles]
    bars: list[Bar] = []
    if way.when is not None:
        asked = fields(way.when)
        missing = Missing(**here, rule="condition", text=text, fields=asked)
        if unanswered(edition, way.when):
            missing = Missing(**here, rule="words", text=text)
        bars.append(Bar(missing, way.when))
    if way.comment:
        bars.append(Bar(Missing(**here, rule="comment", text=text)))
    return Door(
        here,
        way.to,
        target.title,
        way.text,
        tuple(bars),
        is_on(edition, stage.key, way.to),
        tuple(_criteria(edition, to, "entry", target.entry)),
        frozenset(allowed),
        Missing(**here, rule="role", text=", ".join(titles)),
        way.most,
        Missing(**here, rule="most", text=text),
    )


def _fields(edition: Edition, place: int, stage: Stage) -> Iterator[Bar]:
    for index, key in enumerate(stage.required_fields):
        here = cited(edition, pointer("stages", place, "required_fields", index))
        item = edition.fields.get(key)
        title = item.title if item else key
        missing = Missing(**here, rule="field", text=title, fields=(key,))
        yield Bar(missing, field=key)


def _criteria(
    edition: Edition,
    place: int,
    name: Literal["entry", "exit"],
    criteria: tuple[Criterion, ...],
) -> Iterator[Bar]:
    for index, criterion in enumerate(criteria):
        here = cited(edition, pointer("stages", place, name, index))
        rule = criterion.condition
        if rule is None or unanswered(edition, rule):
            yield Bar(Missing(**here, rule="words", text=criterion.text))
        else:
            asked = fields(rule)
            missing = Missing(**here, rule=name, text=criterion.text, fields=asked)
            yield Bar(missing, rule)


def _stairs(edition: Edition, stage: Stage) -> Iterator[Stair]:
    for place, escalation in enumerate(edition.regulation.escalations):
        calendar = edition.calendar(escalations.role_of(edition, escalation))
        if escalation.stage not in {None, stage.key} or calendar is None:
            continue
        if escalation.trigger is None or not escalations.ends(escalation):
            continue
        path = pointer("escalations", place)
        levels = [
            (cited(edition, path + pointer("levels", index)), level, level.after)
            for index, level in enumerate(escalation.levels)
            if level.after is not None
        ]
        yield Stair(escalation, calendar, tuple(levels))
