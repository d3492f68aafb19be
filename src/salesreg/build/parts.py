"""Parts that many regulations have: a working day, a pipeline."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from salesreg.build import _pieces as pieces
from salesreg.build._types import BreakLike, RoleKey
from salesreg.build.builder import Part
from salesreg.build.given import Given
from salesreg.model.process import Stage, Transition
from salesreg.model.regulation import Language
from salesreg.values.times import Duration, Weekday, Window

_TITLES: dict[Language, tuple[str, str, str]] = {
    "ru": ("Рабочее время", "Обед", "Перерыв"),
    "en": ("Working time", "Lunch", "Break"),
}


def working_day(
    window: Window | str,
    *,
    lunch: Window | Duration | str | None = None,
    breaks: Iterable[BreakLike | Window | Duration] = (),
    days: Iterable[Weekday] | str = "mon-fri",
    time_zone: str = "Europe/Moscow",
    country: str | None = None,
    key: str = "working-time",
    title: str | None = None,
    roles: Iterable[RoleKey] = (),
    language: Language = "ru",
) -> Part:
    """Return a part with the calendar of a team whose days are all alike.

    Args:
        window: When people are present.
        lunch: When lunch is, or how long it lasts; unpaid.
        breaks: Short breaks: each a window, a length, or a `sr.break_()`.
        days: The days of the week.
        time_zone: Time zone of the hours, from the IANA database.
        country: Country whose public holidays are off.
        key: Identity of the calendar.
        title: What the calendar is called, when not as usual.
        roles: Whose calendar it is; everybody's when empty.
        language: Language of the usual titles.

    >>> working_day("09:00-18:00", lunch="13:00-14:00", country="RU")
    <Part: 1 calendar>
    """
    usual, lunch_title, break_title = _TITLES[language]
    pauses: list[BreakLike] = []
    if lunch is not None:
        pauses.append({"title": lunch_title, "kind": "lunch", **_when(lunch)})
    for pause in breaks:
        if isinstance(pause, str | Window | Duration):
            pauses.append({"title": break_title, "kind": "short", **_when(pause)})
        else:
            pauses.append(pause)
    return Part().calendar(
        key,
        title=title or usual,
        time_zone=time_zone,
        country=country,
        week=[pieces.work_days(days, window=window, breaks=pauses)],
        roles=roles,
    )


def _when(pause: Window | Duration | str) -> dict[str, object]:
    """Tell a window from a length by its colon."""
    return {"window" if ":" in str(pause) else "duration": pause}


def pipeline(*stages: Stage | Given[Stage]) -> Part:
    """Return a part with stages in order, each with its usual transitions.

    A stage that names no transitions gets the usual ones: to the next stage
    that is neither paused nor lost and, until the deal is won, to every lost
    stage. Paused and lost stages get none: say where their deals go on.

    Args:
        stages: What `sr.stage()` gives, or objects of the model.

    >>> made = pipeline(
    ...     pieces.stage("lead", title="Lead", kind="initial"),
    ...     pieces.stage("deal", title="Deal", kind="won"),
    ...     pieces.stage("lost", title="Lost", kind="lost"),
    ... )
    >>> [move.to for move in made.pieces()[0][1].build().transitions]
    ['deal', 'lost']
    """
    found = [given for _, given in Part().add(*stages).pieces()]
    part = Part()
    made = [given.made for given in found if isinstance(given.made, Stage)]
    path = [stage.key for stage in made if stage.kind not in {"paused", "lost"}]
    lost = [stage.key for stage in made if stage.kind == "lost"]
    won = False
    for given in found:
        stage = given.made
        if isinstance(stage, Stage):
            won = won or stage.kind == "won"
            if stage.key in path and not stage.transitions:
                here = path.index(stage.key)
                to = path[here + 1 : here + 2] + ([] if won else lost)
                moves = tuple(Transition(to=key) for key in to)
                stage = attrs.evolve(stage, transitions=moves)  # type: ignore[misc]
                given = attrs.evolve(given, made=stage)  # noqa: PLW2901 (the same piece)
        part = part.with_piece("stages", given)
    return part
