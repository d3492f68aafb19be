"""Directions: what more of each field means, and for whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

import salesreg as sr
from salesreg.compare.between import is_object
from salesreg.compare.changes import Changed
from salesreg.compare.directing import rising
from salesreg.compare.senses import NONE, OPPOSITE, SENSES
from salesreg.document.words import words_of
from salesreg.model.regulation import Regulation
from salesreg.shapes import Maybe, Record, Sequence, Shape, Union, fields_of
from salesreg.values.amounts import Money, Percent, Quantity
from salesreg.values.scale import Band
from salesreg.values.times import ClockTime, Duration

ORDERED = (int, bool, Decimal, Duration, Money, Percent, Quantity, ClockTime, dt.date)
SHARED = {Band}
"""Classes whose fields mean what their holder makes of them."""


def ordered(cls: type, seen: set[type]) -> Iterator[str]:
    """Yield the ordered fields below a class that are compared one by one."""
    seen.add(cls)
    for name, field in fields_of(cls).items():
        for shape in inside(field.shape):
            if isinstance(shape, Record) and shape.type in SHARED:
                for below in fields_of(shape.type):
                    yield f"{cls.__name__}.{name}.{below}"
            elif isinstance(shape, Record):
                if shape.type not in seen and compared_by_field(shape.type):
                    yield from ordered(shape.type, seen)
            elif shape.type in ORDERED:
                yield f"{cls.__name__}.{name}"


def compared_by_field(cls: type) -> bool:
    """Tell whether what changes inside instances of a class is told by field."""
    return is_object(object.__new__(cls))


def inside(shape: Shape) -> Iterator[Shape]:
    """Yield the shapes of single values in a shape."""
    match shape:
        case Maybe(item=item) | Sequence(item=item):
            yield from inside(item)
        case Union(members=members):
            yield from members
        case _:
            yield shape


def test_every_ordered_field_has_a_sense() -> None:
    """What more of it means is in the table, or why it means nothing; never both."""
    fields = set(ordered(Regulation, set()))
    assert fields == {*SENSES, *NONE}
    assert set() == {*SENSES} & {*NONE}


@pytest.mark.parametrize("word", OPPOSITE)
def test_directions_read_in_russian(word: str) -> None:
    """Each direction is translated, and the opposite of its opposite is itself."""
    assert word != words_of("ru").say(word)
    assert word == OPPOSITE[OPPOSITE[word]]  # type: ignore[index]


def regulation(**fields: Any) -> Regulation:
    """Return a regulation with some fields."""
    return sr.from_dict({"format": "salesreg/1", "key": "r", "title": "R", **fields})


def stage(**fields: Any) -> dict[str, Any]:
    """Return a regulation's stage."""
    return {"stages": [{"key": "new", "title": "New", **fields}]}


def pay(
    kpi: Any, *starts: str, rates: tuple[str, ...] = ("5%", "10%")
) -> dict[str, Any]:
    """Return a pay plan with a scale by a KPI of some direction."""
    both = zip(starts, rates, strict=False)
    tiers = [{"start": start, "rate": rate} for start, rate in both]
    scale = {"kind": "scale", "tiers": tiers}
    part = {"key": "bonus", "title": "Bonus", "kpi": "plan", "scale": scale}
    return {
        "kpis": [{"key": "plan", "title": "Plan", **kpi}],
        "pay_plans": [{"key": "pay", "title": "Pay", "components": [part]}],
    }


def flat(*starts: str) -> dict[str, Any]:
    """Return a scale that pays a sum for few and nothing for more."""
    sums = ("100 RUB", "0 RUB")
    both = zip(starts, sums, strict=True)
    tiers = [{"start": start, "amount": amount} for start, amount in both]
    scale = {"kind": "scale", "tiers": tiers}
    return {"incentives": [{"key": "i", "title": "I", "scale": scale}]}


def band(start: str, end: str) -> dict[str, Any]:
    """Return the limits of a role's discount."""
    bands = [{"role": "m", "band": {"start": start, "end": end}}]
    return {"authorities": [{"key": "d", "title": "Discount", "bands": bands}]}


def gate(**band: str) -> dict[str, Any]:
    """Return an incentive behind a gate."""
    gates = [{"band": band}]
    return {"incentives": [{"key": "i", "title": "I", "gates": gates}]}


def goal(**fields: str) -> dict[str, Any]:
    """Return a goal."""
    return {"goals": [{"key": "g", "title": "G", **fields}]}


def deadline(limit: dict[str, Any], **fields: str) -> dict[str, Any]:
    """Return a stage with a deadline."""
    trigger = {"kind": "deal_created"}
    return stage(deadlines=[{"trigger": trigger, "limit": limit, **fields}])


def within(duration: str) -> dict[str, Any]:
    """Return a limit after the trigger."""
    return deadline({"kind": "in", "duration": duration})


def before(duration: str) -> dict[str, Any]:
    """Return a limit before an event."""
    event = {"kind": "stage_entered", "stage": "new"}
    return deadline({"kind": "before", "duration": duration, "event": event})


def by_day(day: int) -> dict[str, Any]:
    """Return a limit by a day of the month."""
    return deadline({"kind": "by_day", "day": day})


DOWN, UP, RANGE = ({"direction": way} for way in ("down", "up", "range"))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (within("30 min working"), within("15 min working"), "stricter"),
        (within("30 min working"), within("1 h working"), "looser"),
        (within("30 min working"), within("15 min"), None),
        (before("1 day"), before("2 days"), "stricter"),
        (by_day(5), by_day(10), "looser"),
        (by_day(5), by_day(-1), None),
        (
            stage(norm={"limit": "2 weeks"}),
            stage(norm={"limit": "10 days"}),
            "stricter",
        ),
        (stage(attempts={"least": 3}), stage(attempts={"least": 5}), "stricter"),
        (stage(probability="10%"), stage(probability="20%"), None),
        (pay(UP, "70%"), pay(UP, "80%"), "harder"),
        (pay(DOWN, "70%"), pay(DOWN, "80%"), "easier"),
        (pay(RANGE, "70%"), pay(RANGE, "80%"), None),
        (pay({}, "70%"), pay({}, "80%"), "harder"),
        (pay({}, "1 deals", "7 deals"), pay({}, "1 deals", "8 deals"), "harder"),
        (
            pay({}, "1 deals", "7 deals", rates=("9%", "5%")),
            pay({}, "1 deals", "8 deals", rates=("9%", "5%")),
            "easier",
        ),
        (flat("1 deals", "7 deals"), flat("1 deals", "8 deals"), "easier"),
        (
            pay(UP, "70%", rates=("5%",)),
            pay(UP, "70%", rates=("6%",)),
            "more generous",
        ),
        (gate(start="70%"), gate(start="80%"), "harder"),
        (gate(end="5 claims"), gate(end="3 claims"), "harder"),
        (band("0%", "5%"), band("0%", "10%"), "wider"),
        (band("0%", "5%"), band("1%", "5%"), "narrower"),
        (goal(target="1 deals"), goal(target="2 deals"), None),
        (
            goal(baseline="9 days", target="5 days"),
            goal(baseline="9 days", target="4 days"),
            "harder",
        ),
        (goal(due="2026-05-01"), goal(due="2026-06-01"), "easier"),
        (
            {"plans": [{"key": "p", "title": "P", "target": "100 RUB"}]},
            {"plans": [{"key": "p", "title": "P", "target": "90 RUB"}]},
            "easier",
        ),
        (
            {"kpis": [{"key": "k", "title": "K", "target": "1 %", **DOWN}]},
            {"kpis": [{"key": "k", "title": "K", "target": "2 %", **DOWN}]},
            "easier",
        ),
        (
            {"pay_plans": [{"key": "p", "title": "P", "fixed": "1 RUB"}]},
            {"pay_plans": [{"key": "p", "title": "P", "fixed": "1 USD"}]},
            None,
        ),
    ],
)
def test_directions(old: Any, new: Any, expected: str | None) -> None:
    """A change says how it is felt, by the KPI where that decides, and so back."""
    found = sr.diff(regulation(**old), regulation(**new))
    (change,) = found
    (back,) = ~found
    (again,) = sr.diff(regulation(**new), regulation(**old))
    assert isinstance(change, Changed)
    assert isinstance(back, Changed)
    assert isinstance(again, Changed)
    assert expected == change.direction
    opposite = OPPOSITE[change.direction] if change.direction else None
    assert (opposite, opposite) == (back.direction, again.direction)


def test_directions_of_joined_diffs() -> None:
    """A diff of two says the direction of the whole, from data as far as is known."""
    limits = ("30 min", "20 min", "25 min")
    first, second, third = (regulation(**within(limit)) for limit in limits)
    one, other = sr.diff(first, second), sr.diff(second, third)
    (whole,) = one + other
    assert isinstance(whole, Changed)
    assert "stricter" == whole.direction
    read = [sr.Diff.from_dict(diff.to_dict()) for diff in (one, other)]
    (bare,) = read[0] + read[1]
    (kept,) = read[0] + sr.Diff()
    assert isinstance(bare, Changed)
    assert isinstance(kept, Changed)
    assert (None, "stricter") == (bare.direction, kept.direction)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ((sr.percent(1), sr.percent(2)), (sr.percent(1), sr.percent(3)), True),
        ((sr.percent(1), sr.percent(2)), (sr.percent(2), sr.percent(1)), None),
        ((sr.percent(1),), (sr.percent(1), sr.percent(1)), None),
        (sr.quantity("1 deals"), sr.quantity("2 calls"), None),
        (False, True, True),
        (ClockTime(1020), ClockTime(960), False),
        (ClockTime(960), 960, None),
        (dt.date(2026, 1, 31), dt.date(2026, 2, 1), True),
        ("a", "b", None),
        (1, 1, None),
    ],
)
def test_rising(old: object, new: object, expected: object) -> None:
    """Lists rise when no part falls; what has no common measure neither rises."""
    assert expected == rising(old, new)
