"""Ready parts: a working day, a pipeline."""

from __future__ import annotations

from salesreg.build._pieces import break_, stage
from salesreg.build.builder import Part, regulation
from salesreg.build.parts import pipeline, working_day
from salesreg.model.process import Stage
from salesreg.model.regulation import Regulation
from salesreg.values.calendar import Break, WorkCalendar, WorkDays
from salesreg.values.times import Duration, Window


def built(part: Part) -> Regulation:
    """Return a regulation with the part and nothing else."""
    return regulation("x", title="X").add(part).build()


def test_working_day() -> None:
    """One sentence gives the calendar of an ordinary team."""
    part = working_day(
        "09:00-18:00",
        lunch="13:00-14:00",
        breaks=["11:00-11:15", "10 min", break_("Чай", kind="short", times=2)],
        country="RU",
    )
    expected = WorkCalendar(
        key="working-time",
        title="Рабочее время",
        time_zone="Europe/Moscow",
        country="RU",
        week=(
            WorkDays(
                days=("monday", "tuesday", "wednesday", "thursday", "friday"),
                window=Window.parse("09:00-18:00"),
                breaks=(
                    Break(title="Обед", window=Window.parse("13:00-14:00")),
                    Break(
                        title="Перерыв",
                        kind="short",
                        window=Window.parse("11:00-11:15"),
                    ),
                    Break(title="Перерыв", kind="short", duration=Duration(10)),
                    Break(title="Чай", kind="short", times=2),
                ),
            ),
        ),
    )
    assert (expected,) == built(part).calendars


def test_working_day_in_english() -> None:
    """The usual titles come in the language asked for."""
    (calendar,) = built(
        working_day("22:00-06:00", lunch="30 min", days="sat, sun", language="en")
    ).calendars
    assert "Working time" == calendar.title
    (days,) = calendar.week
    assert ("saturday", "sunday") == days.days
    assert (Break(title="Lunch", duration=Duration(30)),) == days.breaks


def test_pipeline_chains_its_stages() -> None:
    """Each stage goes to the next; open ones also to the lost stages."""
    part = pipeline(
        stage("lead", title="Lead", kind="initial"),
        stage("talk", title="Talk"),
        stage("pause", title="Pause", kind="paused"),
        stage("offer", title="Offer", transitions=["talk", "deal"]),
        stage("deal", title="Deal", kind="won"),
        Stage(key="care", title="Care"),
        stage("lost", title="Lost", kind="lost"),
        stage("junk", title="Junk", kind="lost"),
    )
    moves = {
        made.key: [move.to for move in made.transitions] for made in built(part).stages
    }
    assert {
        "lead": ["talk", "lost", "junk"],
        "talk": ["offer", "lost", "junk"],
        "pause": [],
        "offer": ["talk", "deal"],
        "deal": ["care"],
        "care": [],
        "lost": [],
        "junk": [],
    } == moves


def test_pipeline_keeps_problems() -> None:
    """A wrong stage is told at its place in the list."""
    part = pipeline(
        stage("lead", title="Lead"), stage("won", title=""), stage("x", title="X")
    )
    assert ["/stages/1/title"] == [problem.path for problem in part.problems()]
