"""From a dict and back: salesreg against pydantic and msgspec on one shape.

    python benchmarks/convert_speed.py

The shape is a part of the model: stages with a time norm and moves, roles with
duties, with the same bounds on keys, titles and durations for every library.
Each must refuse the same wrong dict, or the comparison would be of nothing.
"""

from __future__ import annotations

import json
import timeit
from collections.abc import Callable
from typing import Annotated, Any, Literal

import msgspec
import pydantic
from attrs import frozen

from salesreg.io.dicts import from_dict, to_dict
from salesreg.values.times import Duration

KEY = r"^[a-z0-9][a-z0-9_-]{0,63}$"
KINDS = Literal["initial", "work", "paused", "won", "lost"]


@frozen
class Row:
    """One line of the result: best time of a library and its ratio to ours."""

    tool: str
    measured: str
    seconds: float
    times_ours: float


# --- pydantic ------------------------------------------------------------------

Key = Annotated[str, pydantic.Field(pattern=KEY)]
Title = Annotated[str, pydantic.Field(min_length=1, max_length=300)]
Lasting = Annotated[
    Duration,
    pydantic.PlainValidator(Duration.parse),
    pydantic.PlainSerializer(str),
]


class Frozen(pydantic.BaseModel):
    """As our classes: frozen, strict, no unknown fields."""

    model_config = pydantic.ConfigDict(
        frozen=True, extra="forbid", strict=True, arbitrary_types_allowed=True
    )


class PydanticNorm(Frozen):
    limit: Lasting
    target: Lasting | None = None


class PydanticTransition(Frozen):
    to: Key
    comment: bool = False


class PydanticStage(Frozen):
    key: Key
    title: Title
    kind: KINDS = "work"
    norm: PydanticNorm | None = None
    transitions: list[PydanticTransition] = []


class PydanticDuty(Frozen):
    text: Annotated[str, pydantic.Field(min_length=1, max_length=20_000)]


class PydanticRole(Frozen):
    key: Key
    title: Title
    duties: list[PydanticDuty] = []
    headcount: Annotated[int, pydantic.Field(ge=1, le=100_000)] | None = None


class PydanticRegulation(Frozen):
    format: Literal["salesreg/1"]
    key: Key
    title: Title
    roles: list[PydanticRole] = []
    stages: list[PydanticStage] = []


# --- msgspec -------------------------------------------------------------------

MKey = Annotated[str, msgspec.Meta(pattern=KEY)]
MTitle = Annotated[str, msgspec.Meta(min_length=1, max_length=300)]


class Struct(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True
):
    """As our classes: frozen, no unknown fields, defaults left out."""


class Lasts:
    """A duration as a custom type: msgspec would read our attrs class as fields."""

    def __init__(self, text: str) -> None:
        self.value = Duration.parse(text)

    def __str__(self) -> str:
        return str(self.value)


class MsgspecNorm(Struct, frozen=True):
    limit: Lasts
    target: Lasts | None = None


class MsgspecTransition(Struct, frozen=True):
    to: MKey
    comment: bool = False


class MsgspecStage(Struct, frozen=True):
    key: MKey
    title: MTitle
    kind: KINDS = "work"
    norm: MsgspecNorm | None = None
    transitions: tuple[MsgspecTransition, ...] = ()


class MsgspecDuty(Struct, frozen=True):
    text: Annotated[str, msgspec.Meta(min_length=1, max_length=20_000)]


class MsgspecRole(Struct, frozen=True):
    key: MKey
    title: MTitle
    duties: tuple[MsgspecDuty, ...] = ()
    headcount: Annotated[int, msgspec.Meta(ge=1, le=100_000)] | None = None


class MsgspecRegulation(Struct, frozen=True):
    format: Literal["salesreg/1"]
    key: MKey
    title: MTitle
    roles: tuple[MsgspecRole, ...] = ()
    stages: tuple[MsgspecStage, ...] = ()


def _read(cls: type, value: Any) -> Any:
    if cls is Lasts:
        try:
            return Lasts(value)
        except ValueError as error:
            raise msgspec.ValidationError(str(error)) from None
    raise NotImplementedError(cls)


# --- the data --------------------------------------------------------------------


def data(items: int = 1000) -> dict[str, Any]:
    """Return a dict of so many stages and roles, about five objects for each two."""
    return {
        "format": "salesreg/1",
        "key": "large",
        "title": "Регламент отдела продаж",
        "roles": [
            {
                "key": f"role-{n}",
                "title": f"Менеджер направления {n}",
                "duties": [{"text": "Ведёт сделки"}, {"text": "Отвечает клиентам"}],
                "headcount": n % 9 + 1,
            }
            for n in range(items)
        ],
        "stages": [
            {
                "key": f"stage-{n}",
                "title": f"Этап № {n}",
                "norm": {"limit": f"{n % 20 + 2} business days"},
                "transitions": [{"to": f"stage-{n + 1}", "comment": True}],
            }
            for n in range(items)
        ],
    }


def run(repeat: int = 7) -> list[Row]:
    """Measure both directions; the first row of each is ours."""
    large = data()
    readers: dict[str, Callable[[Any], Any]] = {
        "salesreg": from_dict,
        "pydantic": PydanticRegulation.model_validate,
        "msgspec": lambda plain: msgspec.convert(
            plain, MsgspecRegulation, dec_hook=_read
        ),
    }
    made = {tool: read(large) for tool, read in readers.items()}
    writers: dict[str, Callable[[], Any]] = {
        "salesreg": lambda: to_dict(made["salesreg"]),
        "pydantic": lambda: made["pydantic"].model_dump(exclude_defaults=True),
        "msgspec": lambda: msgspec.to_builtins(made["msgspec"], enc_hook=str),
    }
    for tool, read in readers.items():
        _prove(tool, read, writers[tool])
    rows: list[Row] = []
    for measured, ways in (
        ("from a dict", {tool: (lambda r=r: r(large)) for tool, r in readers.items()}),
        ("to a dict", writers),
    ):
        ours = 0.0
        for tool, work in ways.items():
            seconds = min(timeit.repeat(work, number=1, repeat=repeat))
            ours = ours or seconds
            rows.append(Row(tool, measured, seconds, seconds / ours))
    return rows


def _prove(tool: str, read: Callable[[Any], Any], write: Callable[[], Any]) -> None:
    """Each library gives the dict back, and refuses three wrong ones."""
    if json.loads(json.dumps(write())) != data():
        message = f"{tool} does not give the dict back"
        raise ValueError(message)
    for key, wrong in (("key", "A B"), ("title", ""), ("norm", {"limit": "soon"})):
        broken = data(3)
        broken["stages"][1][key] = wrong
        try:
            read(broken)
        except ValueError:
            continue
        message = f"{tool} accepts {key}: {wrong!r}"
        raise ValueError(message)


def table(rows: list[Row]) -> str:
    """Return the rows as a Markdown table."""
    lines = [
        "| library | measured | milliseconds | times salesreg |",
        "|---|---|---:|---:|",
    ]
    lines += [
        f"| {row.tool} | {row.measured} | {row.seconds * 1000:.1f} "
        f"| {row.times_ours:.2f} |"
        for row in rows
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    print(table(run()))
