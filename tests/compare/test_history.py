"""History: editions, which of them is in force, and which holds for a deal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import salesreg as sr
from salesreg.model.editions import clashes, in_force
from salesreg.model.frame import Revision
from salesreg.model.regulation import Regulation


def day(month: int, number: int = 1, year: int = 2026) -> dt.date:
    """Return a date."""
    return dt.date(year, month, number)


def edition(number: str, since: dt.date | None, **parts: Any) -> Regulation:
    """Return an edition with a number, in force since a day."""
    revision = Revision(number=number, in_force_from=since, **parts)
    return Regulation(key="r", title=f"Rules {number}", revision=revision)


ONE = edition("1.0", day(1))
TWO = edition("2.0", day(4), running_deals="keep", reason="A new pipeline.")
THREE = edition("3.0", day(7), running_deals="move")
HISTORY = sr.History((THREE, ONE, TWO))


def codes(*editions: Regulation) -> list[tuple[str, str]]:
    """Return the codes and paths of what keeps editions from being a history."""
    with pytest.raises(sr.InvalidValue) as caught:
        sr.History(editions)
    return [(one.code, one.path) for one in caught.value.problems]


def test_editions_are_ordered_by_their_days() -> None:
    """A history has the earliest edition first, in whatever order they came."""
    assert ([ONE, TWO, THREE], 3) == (list(HISTORY), len(HISTORY))
    assert ["1.0", "2.0", "3.0"] == [one.number for one in HISTORY.revisions]
    assert "A new pipeline." == HISTORY.revisions[1].reason


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (day(1), ONE),
        (day(3, 31), ONE),
        (day(4), TWO),
        (day(6, 30), TWO),
        (day(7), THREE),
        (day(1, year=2030), THREE),
    ],
)
def test_edition_in_force(asked: dt.date, expected: Regulation) -> None:
    """An edition is in force from its first day to the day before the next one's."""
    assert expected == HISTORY.as_of(asked)


@pytest.mark.parametrize("asked", [day(12, 31, 2025), day(2, 16), day(7)])
def test_no_edition_in_force(asked: dt.date) -> None:
    """On a day before the first edition, or between two, none is in force."""
    short = evolve(ONE.revision, in_force_to=day(2, 15))  # type: ignore[arg-type, type-var]
    last = edition("2.0", day(4), in_force_to=day(6, 30))
    history = sr.History((evolve(ONE, revision=short), last))
    with pytest.raises(sr.InvalidValue, match="no edition is in force on") as caught:
        history.as_of(asked)
    assert "known are: 1.0 since 2026-01-01, 2.0 since 2026-04-01" == (
        caught.value.problems[0].hint
    )


def test_edition_by_number() -> None:
    """An edition is found by its number; a wrong number is told the near one."""
    assert TWO == HISTORY.edition("2.0")
    with pytest.raises(sr.InvalidValue, match=r"did you mean '2\.0'"):
        HISTORY.edition("2.9")


def test_later_editions_tell_when_earlier_ones_ended() -> None:
    """The last day of an edition may be written in the next one only."""
    told = Revision(number="1.0", in_force_to=day(2, 15))
    history = sr.History((ONE, evolve(TWO, earlier_revisions=(told,))))
    assert [day(2, 15), None] == [one.in_force_to for one in history.revisions]


def test_two_in_force_on_one_day() -> None:
    """Two editions in force on one day are no history."""
    long = edition("1.0", day(1), in_force_to=day(4))
    assert [("editions-overlap", "/1/revision/in_force_from")] == codes(TWO, long)


def test_every_problem_is_told() -> None:
    """Whatever else is wrong with editions is told at once, each with its place."""
    assert [("no-edition", "")] == codes()
    bare = Regulation(key="r", title="R")
    undated = edition("2.0", None)
    backwards = edition("3.0", day(4), in_force_to=day(3))
    expected = [
        ("undated-edition", "/0/revision"),
        ("undated-edition", "/1/revision"),
        ("bad-value", "/2/revision/in_force_to"),
    ]
    assert expected == codes(backwards, bare, undated)
    told = Revision(number="1.0", in_force_from=day(2))
    stranger = evolve(TWO, key="s", earlier_revisions=(told,))
    expected = [
        ("other-regulation", "/0/key"),
        ("edition-twice", ""),
        ("editions-overlap", "/2/revision/in_force_from"),
        ("told-otherwise", "/1/earlier_revisions/0/in_force_from"),
    ]
    assert expected == codes(ONE, stranger, evolve(THREE, revision=TWO.revision))


@pytest.mark.parametrize(
    ("started", "worked", "expected"),
    [
        (day(2), day(3), ONE),
        (day(2), day(5), ONE),
        (day(2), day(7), THREE),
        (day(4), day(6), TWO),
        (day(7), day(7), THREE),
    ],
)
def test_edition_of_a_deal(
    started: dt.date, worked: dt.date, expected: Regulation
) -> None:
    """A deal keeps its edition until one comes to which running deals move."""
    assert expected == HISTORY.for_deal(started, worked)


def test_a_deal_keeps_an_edition_that_has_ended() -> None:
    """What running deals keep, they keep after its last day."""
    ended = edition("1.0", day(1), in_force_to=day(1, 31))
    assert ended == sr.History((ended, TWO)).for_deal(day(1, 31), day(12))


def test_transition_must_be_said() -> None:
    """When an edition does not say what becomes of running deals, nobody guesses."""
    history = sr.History((ONE, edition("2.0", day(4))))
    assert ONE == history.for_deal(day(1), day(3, 31))
    with pytest.raises(sr.InvalidValue) as caught:
        history.for_deal(day(1), day(4))
    (problem,) = caught.value.problems
    expected = ("transition-unsaid", "/1/revision/running_deals")
    assert expected == (problem.code, problem.path)


def test_a_deal_cannot_be_worked_on_before_it_starts() -> None:
    """The day of work is not before the day of the start."""
    with pytest.raises(sr.InvalidValue, match="was not there on 2026-01-31"):
        HISTORY.for_deal(day(2), day(1, 31))


OLD = Revision(number="1.0", in_force_from=day(1))


def test_regulation_in_force() -> None:
    """A regulation alone is as of a day itself, when it is in force on it."""
    regulation = evolve(TWO, earlier_revisions=(OLD,))
    assert regulation is regulation.as_of(day(4))


@pytest.mark.parametrize(
    ("asked", "code"),
    [(day(3, 31), "other-edition"), (day(12, 31, 2025), "no-edition")],
)
def test_regulation_not_in_force(asked: dt.date, code: str) -> None:
    """A regulation alone knows the days of other editions, and not their texts."""
    with pytest.raises(sr.InvalidValue) as caught:
        evolve(TWO, earlier_revisions=(OLD,)).as_of(asked)
    assert [code] == [one.code for one in caught.value.problems]


def test_regulation_whose_editions_overlap() -> None:
    """On a day of two editions a draft says so; on others it is as of the day."""
    long = Revision(number="1.0", in_force_from=day(1), in_force_to=day(4))
    regulation = evolve(TWO, earlier_revisions=(long,))
    assert regulation is regulation.as_of(day(4, 2))
    with pytest.raises(sr.InvalidValue, match=r"1\.0 and 2\.0 are both in force"):
        regulation.as_of(day(4))


def test_regulation_without_an_edition() -> None:
    """A draft without a revision is in force on no day."""
    with pytest.raises(sr.InvalidValue, match="no edition has a first day"):
        Regulation(key="r", title="R").as_of(day(1))


def refused(make: Callable[[], object]) -> list[str]:
    """Return what is refused, each problem with its code, as a caller reads it."""
    with pytest.raises(sr.InvalidValue) as caught:
        make()
    return [f"{one.code}: {one}" for one in caught.value.problems]


LONG = Revision(number="1.0", in_force_from=day(1), in_force_to=day(4))
LATE = Revision(number="1.0", in_force_from=day(2), in_force_to=day(4))


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (lambda: sr.History(()), ["no-edition: a history has at least one edition"]),
        (
            lambda: sr.History((Regulation(key="r", title="R"), edition("2.0", None))),
            [
                (
                    "undated-edition: an edition has no number (at /0/revision);"
                    " write `number` and `in_force_from` in `revision`"
                ),
                (
                    "undated-edition: an edition has no first day in force"
                    " (at /1/revision);"
                    " write `number` and `in_force_from` in `revision`"
                ),
            ],
        ),
        (
            lambda: sr.History((edition("3.0", day(4), in_force_to=day(3)),)),
            [
                (
                    "bad-value: edition 3.0 ends before it begins"
                    " (at /0/revision/in_force_to)"
                )
            ],
        ),
        (
            lambda: sr.History((ONE, evolve(TWO, key="s"))),
            ["other-regulation: editions of different regulations: r, s (at /0/key)"],
        ),
        (
            lambda: sr.History((ONE, edition("1.0", day(5)))),
            [
                (
                    "edition-twice: 2 editions have the number 1.0;"
                    " give each its own number"
                )
            ],
        ),
        (
            lambda: sr.History((edition("1.0", day(1), in_force_to=day(4)), TWO)),
            [
                (
                    "editions-overlap: editions 1.0 and 2.0 are both in force on"
                    " 2026-04-01 (at /1/revision/in_force_from);"
                    " end the earlier one by 2026-03-31"
                )
            ],
        ),
        (
            lambda: sr.History(
                (
                    ONE,
                    evolve(
                        TWO, earlier_revisions=(evolve(LONG, in_force_from=day(2)),)
                    ),
                )  # type: ignore[misc]
            ),
            [
                (
                    "editions-overlap: editions 1.0 and 2.0 are both in force on"
                    " 2026-04-01 (at /1/revision/in_force_from);"
                    " end the earlier one by 2026-03-31"
                ),
                (
                    "told-otherwise: edition 1.0 says 2026-01-01 of itself, not"
                    " 2026-02-01 (at /1/earlier_revisions/0/in_force_from)"
                ),
            ],
        ),
        (
            lambda: HISTORY.edition("4"),
            ["no-edition: there is no edition '4', there are 1.0, 2.0, 3.0"],
        ),
        (
            lambda: HISTORY.as_of(day(12, 31, 2025)),
            [
                (
                    "no-edition: no edition is in force on 2025-12-31; known are: 1.0"
                    " since 2026-01-01, 2.0 since 2026-04-01, 3.0 since 2026-07-01"
                )
            ],
        ),
        (
            lambda: HISTORY.for_deal(day(2), day(1)),
            [
                (
                    "bad-value: a deal that started on 2026-02-01 was not there on"
                    " 2026-01-01"
                )
            ],
        ),
        (
            lambda: sr.History((ONE, edition("2.0", day(4)))).for_deal(day(1), day(4)),
            [
                (
                    "transition-unsaid: edition 2.0 does not say what becomes of"
                    " running deals (at /1/revision/running_deals);"
                    " write `running_deals: keep` or `running_deals: move` in its"
                    " `revision`"
                )
            ],
        ),
        (
            lambda: evolve(TWO, earlier_revisions=(OLD,)).as_of(day(2)),
            [
                (
                    "other-edition: on 2026-02-01 edition 1.0 was in force, and this is"
                    " 2.0 (at /revision); put both into a History and ask that"
                )
            ],
        ),
        (
            lambda: evolve(TWO, revision=None, earlier_revisions=(OLD,)).as_of(day(2)),
            [
                (
                    "other-edition: on 2026-02-01 edition 1.0 was in force, and this is"
                    " without a number (at /revision); put both into a History and ask"
                    " that"
                )
            ],
        ),
        (
            lambda: evolve(TWO, earlier_revisions=(LONG,)).as_of(day(4)),
            [
                (
                    "editions-overlap: editions 1.0 and 2.0 are both in force on"
                    " 2026-04-01 (at /revision)"
                )
            ],
        ),
        (
            lambda: Regulation(key="r", title="R").as_of(day(1)),
            [
                (
                    "no-edition: no edition is in force on 2026-01-01;"
                    " no edition has a first day"
                )
            ],
        ),
    ],
)
def test_messages(make: Callable[[], object], expected: list[str]) -> None:
    """Each refusal says where, what, why and what to do."""
    assert expected == refused(make)


def test_an_edition_of_one_day() -> None:
    """An edition may end on its first day."""
    short = edition("1.0", day(1), in_force_to=day(1))
    assert short == sr.History((short,)).as_of(day(1))


def test_of_other_editions_nothing_is_told() -> None:
    """What a later edition tells of one is not taken for another one."""
    told = (
        Revision(number="0.9", in_force_to=day(1, 2)),
        Revision(number="1.0", in_force_to=day(2, 15)),
    )
    history = sr.History((ONE, evolve(TWO, earlier_revisions=told)))
    assert [day(2, 15), None] == [one.in_force_to for one in history.revisions]
    assert ONE == history.edition("1.0")


DAYS = st.integers(0, 12).map(lambda number: day(1) + dt.timedelta(days=number))


@given(st.lists(st.tuples(DAYS, st.none() | st.integers(0, 9)), max_size=5))
def test_editions_clash_when_two_are_in_force(
    spans: list[tuple[dt.date, int | None]],
) -> None:
    """Neighbours clash just when some day has two editions in force."""
    revisions = [
        Revision(
            number=str(place),
            in_force_from=first,
            in_force_to=None if length is None else first + dt.timedelta(days=length),
        )
        for place, (first, length) in enumerate(spans)
    ]
    days = [day(1) + dt.timedelta(days=number) for number in range(25)]
    terms = in_force(revisions)
    twice = [one for one in days if sum(term.on(one) for term in terms) > 1]
    assert bool(twice) is bool(list(clashes(revisions)))
