"""Strategies draw valid, connected, varied objects that shrink to readable ones."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

import salesreg.testing
import salesreg.testing.strategies as drawn
from salesreg.build.plurals import drawn as plural_shapes
from salesreg.model.people import Role
from salesreg.model.process import Stage
from salesreg.model.regulation import Regulation
from salesreg.model.time import Norm
from salesreg.paths.index import index_of
from salesreg.paths.tree import walk
from salesreg.shapes import Record, TextValue, Union, fields_of
from salesreg.testing import instances, regulations
from salesreg.testing.options import SIZES, Extent, Texts
from salesreg.values.amounts import Money, Percent, Quantity
from salesreg.values.period import Period
from salesreg.values.times import ClockTime, Duration, Window
from tests.classes import MODEL

WRITTEN: tuple[type[TextValue], ...] = (
    ClockTime,
    Duration,
    Money,
    Percent,
    Period,
    Quantity,
    Window,
)
FEW = settings(max_examples=20, database=None, deadline=None)
DRAWN_ONLY = settings(
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    database=None,
    deadline=None,
    derandomize=True,
)
FIND = settings(
    max_examples=1000,
    database=None,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate, Phase.shrink],
)


def always(_: object) -> bool:
    """Accept anything."""
    return True


@pytest.mark.parametrize("cls", [*MODEL.values(), *WRITTEN], ids=lambda c: c.__name__)
def test_every_class_is_drawn(cls: type) -> None:
    """Every class of the model and of the values has a strategy, nasty texts too."""

    @FEW
    @given(instances(cls, texts="nasty"))
    def draw(instance: object) -> None:
        assert cls is type(instance)

    draw()


def test_every_type_has_a_strategy() -> None:
    """Each class has a plural of its own, or is one kind of a union that has one."""
    plurals = set(drawn.__all__) - {"instances"}
    shapes = plural_shapes()
    assert plurals == set(shapes)
    covered = [
        member.type
        for shape in shapes.values()
        for member in (shape.members if isinstance(shape, Union) else [shape])
    ]
    assert {*MODEL.values(), *WRITTEN} == set(covered)
    assert len(covered) == len(set(covered))


def test_no_module_hides_a_strategy() -> None:
    """`salesreg.testing.stages` stays a strategy, whatever module is imported."""
    folder = Path(salesreg.testing.__file__).parent
    assert set() == {path.stem for path in folder.iterdir()} & set(drawn.__all__)
    for name in drawn.__all__:
        assert getattr(salesreg.testing, name) is getattr(drawn, name)


@pytest.mark.parametrize("name", sorted(plural_shapes()))
def test_strategies_draw_their_type(name: str) -> None:
    """A strategy draws what its name says, in the language it is asked for."""
    shape = plural_shapes()[name]
    members = shape.members if isinstance(shape, Union) else (shape,)

    @settings(FEW, max_examples=5)
    @given(getattr(drawn, name)(language="en", size="small"))
    def draw(value: object) -> None:
        assert type(value) in {member.type for member in members}

    draw()
    assert getattr(drawn, name).__doc__


def test_parts_of_times_are_settled() -> None:
    """Durations, windows, times and periods go with the parts that are given."""

    @settings(FEW, max_examples=50)
    @given(
        drawn.durations(working=True, amount=(2, 9)),
        drawn.windows(end=ClockTime(600)),
        drawn.windows(start=drawn.clock_times(minutes=(540, 560))),
        drawn.periods(start=dt.date(2026, 2, 1)),
    )
    def draw(duration: Duration, early: Window, late: Window, period: Period) -> None:
        assert duration.working
        assert 2 <= duration.amount <= 9
        assert ClockTime(600) == early.end
        assert 540 <= late.start.minutes <= 560
        assert dt.date(2026, 2, 1) == period.start

    draw()
    with pytest.raises(ValueError, match="no duration in 'week' with working=True"):
        find(drawn.durations(unit="week", working=True), always)


@pytest.mark.parametrize("cls", WRITTEN, ids=lambda c: c.__name__)
def test_written_values_are_read_back(cls: type[TextValue]) -> None:
    """What is drawn is what its written form says."""

    @settings(FEW, max_examples=200)
    @given(instances(cls))
    def draw(value: TextValue) -> None:
        assert value == cls.parse(str(value))

    draw()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", ["plain", "nasty"])
def test_keys_and_references(size: Extent, text: Texts) -> None:
    """No key is taken twice, and every reference finds something."""

    @settings(FEW, max_examples=50)
    @given(regulations(size=size, texts=text))
    def draw(regulation: Regulation) -> None:
        index = index_of(regulation)
        twice = [place for place, found in index.definitions.items() if found[1:]]
        assert [] == twice
        assert () == index.missing()

    draw()


def test_dangling_references() -> None:
    """References to nothing are drawn where that is asked."""
    missing: set[str] = set()

    @settings(DRAWN_ONLY, max_examples=100)
    @given(regulations(dangling=True))
    def draw(regulation: Regulation) -> None:
        missing.update(use.to for use in index_of(regulation).missing())

    draw()
    assert {"Role", "Stage", "Field"} <= missing


def test_every_field_is_drawn() -> None:
    """150 large regulations between them fill nearly every field of the model."""
    filled: set[tuple[str, str]] = set()

    @settings(DRAWN_ONLY, max_examples=150)
    @given(regulations(size="large"))
    def draw(regulation: Regulation) -> None:
        for spot in walk(regulation):
            if isinstance(spot.shape, Record | Union):
                cls = type(spot.value)
                for name, field in fields_of(cls).items():
                    if field.required or getattr(spot.value, name) != field.default:
                        filled.add((cls.__name__, name))

    draw()
    every = {(name, field) for name, cls in MODEL.items() for field in fields_of(cls)}
    missed = sorted(every - filled)
    assert len(missed) <= 0.03 * len(every), missed


def test_settled_fields() -> None:
    """A keyword draws a field, bounds it or gives it."""

    @FEW
    @given(
        regulations(
            "en",
            title=st.just("Rules"),
            stages=(2, 4),
            kpis=(0, 0),
            roles=(Role(key="boss", title="Boss"),),
            access=(1, 1),
        )
    )
    def draw(regulation: Regulation) -> None:
        assert "Rules" == regulation.title
        assert 2 <= len(regulation.stages) <= 4
        assert () == regulation.kpis
        assert ["boss"] == [role.key for role in regulation.roles]
        assert [("boss",)] == [access.roles for access in regulation.access]
        assert () == index_of(regulation).missing()

    draw()


def test_bounded_numbers() -> None:
    """A pair bounds whole numbers and amounts."""
    assert 7 == find(instances(Norm, count=(7, 9)), bool, settings=FIND).count
    assert "15 USD" == str(
        find(drawn.moneys(amount=(15, 20), currency="USD"), bool, settings=FIND)
    )


def test_unknown_fields() -> None:
    """A keyword that names no field is refused, with what was perhaps meant."""
    with pytest.raises(TypeError, match="did you mean 'stages'"):
        regulations(stage=(1, 2))  # type: ignore[call-arg]
    with pytest.raises(AttributeError, match="did you mean 'stages'"):
        drawn.stage  # type: ignore[attr-defined]  # noqa: B018


def test_nothing_is_thrown_away() -> None:
    """No strategy filters or assumes: what is drawn is used."""
    sources = Path(salesreg.testing.__file__).parent.glob("*.py")
    code = "".join(source.read_text(encoding="utf-8") for source in sources)
    assert [] == [word for word in (".filter(", "assume(") if word in code]


def test_strategies_are_shown_short() -> None:
    """A strategy names its class and options, not the whole model."""
    assert len(repr(regulations(stages=(1, 2)))) < 200
    assert len(repr(instances(Stage))) < 200
    assert len(repr(drawn.events(language="en"))) < 200
