"""The working clock on days that were counted by hand."""

from __future__ import annotations

import datetime as dt
import pickle
from zoneinfo import ZoneInfo

import pytest

from salesreg.errors import InvalidValue
from salesreg.values.calendar import Break, DayException, WorkDays
from salesreg.values.hours import UnknownYear
from salesreg.values.times import Duration, Window, duration
from tests.values.offices import BERLIN, MOSCOW, WEEK, at, day, hours, office, russian

HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)

# --- the production calendars of Russia ---------------------------------------


@pytest.mark.parametrize(
    ("year", "working_days", "working_hours"),
    # Production calendars of the years, 40 hours a week.
    [(2024, 248, 1979), (2025, 247, 1972), (2026, 247, 1972)],
)
def test_a_russian_year(year: int, working_days: int, working_hours: int) -> None:
    """Days and hours of a year are those of the official production calendar."""
    calendar = russian()
    dates = [dt.date(year, 1, 1) + n * DAY for n in range(365)]
    dates += [dt.date(year, 12, 31)] if year == 2024 else []
    assert working_days == sum(map(calendar.is_working_day, dates))
    assert working_hours == sum(hours(calendar, date) for date in dates)
    start, end = (dt.datetime(y, 1, 1, tzinfo=MOSCOW) for y in (year, year + 1))
    assert working_hours * HOUR == calendar.elapsed(start, end)


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2025-01-08", 0),  # the last of the New Year holidays
        ("2025-01-09", 8),
        ("2025-03-07", 7),  # a Friday before Saturday, 8 March
        ("2025-04-30", 7),
        ("2025-05-02", 0),  # moved from Saturday, 4 January
        ("2025-05-08", 0),  # moved from Sunday, 23 February
        ("2025-05-07", 8),  # before a day off that is no holiday
        ("2025-06-11", 7),
        ("2025-06-13", 0),  # moved from Saturday, 8 March
        ("2025-11-01", 7),  # a Saturday worked for Monday the 3rd, an eve itself
        ("2025-11-03", 0),
        ("2025-12-30", 8),
        ("2025-12-31", 0),  # moved from Sunday, 5 January
        ("2026-01-03", 0),  # a Saturday whose day off was moved is still a holiday
        ("2026-01-09", 0),  # moved from Saturday, 3 January
        ("2026-01-12", 8),
        ("2026-03-06", 8),  # Friday; the holiday is on Sunday
        ("2026-03-09", 0),  # in lieu of Sunday, 8 March
        ("2026-05-08", 7),
        ("2026-05-11", 0),  # in lieu of Saturday, 9 May
        ("2026-12-31", 0),  # moved from Sunday, 4 January
        ("2026-12-30", 8),
    ],
)
def test_a_russian_day(date: str, expected: int) -> None:
    """Moved days off, working Saturdays and eves are those of the decrees."""
    assert expected == hours(russian(), day(date))


def test_over_the_new_year() -> None:
    """From the last afternoon of 2025 to the first morning of 2026."""
    calendar = russian()
    last, first = at("2025-12-30 17:00"), at("2026-01-12 10:00")
    assert 2 * HOUR == calendar.elapsed(last, first)
    assert at("2026-01-12 09:30") == calendar.add(last, duration("90 min working"))
    assert at("2025-12-30 18:00") == calendar.add(last, duration("1 h working"))
    assert first - HOUR == calendar.next_opening(at("2025-12-30 18:00"))
    assert day("2026-01-12") == calendar.next_working_day(day("2025-12-30"))
    assert day("2025-12-30") == calendar.next_working_day(day("2026-01-12"), -1)


# --- years --------------------------------------------------------------------


def test_known_years() -> None:
    """The calendar's own years go first, then what is known of the country."""
    assert range(1970, 2201) == office().known_years
    assert range(1991, 2101) == office(country="DE").known_years
    assert range(2020, 2031) == office(country="RU", years=(2020, 2030)).known_years
    assert 1991 == russian().known_years.start
    assert 2026 in russian().known_years
    assert 2099 not in russian().known_years


def test_an_unknown_year() -> None:
    """Beyond the years known the clock stops, and says what is missing."""
    calendar = russian(last_year=2026)
    with pytest.raises(UnknownYear) as caught:
        calendar.elapsed(at("2026-12-01 10:00"), at("2027-01-01 00:00"))
    assert 2027 == caught.value.year
    assert (
        "calendar 'office' does not know the year 2027; it knows 1991 to 2026; add the"
        " moved days off of 2027 to exceptions and set last_year to 2027"
    ) == str(caught.value)
    assert ["unknown-year"] == [found.code for found in caught.value.problems]
    copied = pickle.loads(pickle.dumps(caught.value))
    assert (2027, str(caught.value)) == (copied.year, str(copied))


@pytest.mark.parametrize("year", [1990, 2027])
def test_every_question_names_the_unknown_year(year: int) -> None:
    """No question is answered for a year that is not known."""
    calendar = russian(last_year=2026)
    moment = dt.datetime(year, 6, 1, tzinfo=MOSCOW)
    for question in (
        lambda: calendar.elapsed(moment, moment),
        lambda: calendar.add(moment, HOUR),
        lambda: calendar.add(moment, duration("1 business day")),
        lambda: calendar.is_open(moment),
        lambda: calendar.next_opening(moment),
        lambda: calendar.open_windows(moment.date()),
        lambda: calendar.is_working_day(moment.date()),
        lambda: calendar.next_working_day(moment.date()),
    ):
        with pytest.raises(UnknownYear, match=f"the year {year}"):
            question()


def test_a_way_out_of_the_known_years() -> None:
    """Adding stops at the first year that is not known, whatever lies behind."""
    calendar = office(years=(2026, 2026))
    with pytest.raises(UnknownYear, match="2027"):
        calendar.add(at("2026-12-31 17:00"), duration("2 h working"))
    with pytest.raises(UnknownYear, match="2025"):
        calendar.add(at("2026-01-01 10:00"), -2 * HOUR)
    with pytest.raises(UnknownYear, match="2027"):
        calendar.next_opening(at("2026-12-31 18:00"))
    assert at("2026-12-31 18:00") == calendar.add(at("2026-12-31 17:00"), HOUR)


def test_no_known_years_at_all() -> None:
    """A calendar whose last year comes before its first knows nothing."""
    calendar = office(years=(2026, 2025))
    with pytest.raises(UnknownYear, match="it knows none"):
        calendar.is_open(at("2026-05-05 10:00"))


# --- jumps of the wall clock --------------------------------------------------


@pytest.mark.parametrize(
    ("window", "date", "expected"),
    [
        ("01:00-04:00", "2026-03-29", 2),
        ("01:00-04:00", "2026-03-28", 3),
        ("01:00-04:00", "2026-10-25", 4),
        ("22:00-06:00", "2026-03-28", 7),
        ("22:00-06:00", "2026-10-24", 9),
        ("00:00-24:00", "2026-03-29", 23),
        ("00:00-24:00", "2026-10-25", 25),
        # The wall skips 2:00 to 3:00 in March: nothing of it, or its rest, is left.
        ("02:00-03:00", "2026-03-29", 0),
        ("02:30-03:30", "2026-03-29", 0.5),
        ("01:30-02:30", "2026-03-29", 0.5),
        # The wall shows 2:00 to 3:00 twice in October: the first is meant.
        ("01:30-02:30", "2026-10-25", 1),
        ("02:30-03:30", "2026-10-25", 2),
    ],
)
def test_windows_on_the_nights_of_the_jumps(
    window: str, date: str, expected: float
) -> None:
    """A window is as long as the time that really passes in it."""
    calendar = office(window, days=WEEK, time_zone="Europe/Berlin", breaks=())
    assert expected == hours(calendar, day(date))


def test_windows_that_meet_stay_together() -> None:
    """Two windows that meet at a time shown twice, or skipped, are as one."""
    for date, length in (("2026-03-29", 23), ("2026-10-25", 25)):
        parts = [
            office(window, days=WEEK, time_zone="Europe/Berlin", breaks=())
            for window in ("00:00-02:30", "02:30-24:00")
        ]
        assert length == sum(hours(part, day(date)) for part in parts)


def test_calendar_days_keep_the_wall() -> None:
    """A day later the wall shows the same time, though 23 or 25 hours passed."""
    calendar = office(time_zone="Europe/Berlin")
    spring = at("2026-03-28 12:00", BERLIN)
    assert at("2026-03-29 12:00", BERLIN) == calendar.add(spring, duration("1 day"))
    skipped = calendar.add(at("2026-03-28 02:30", BERLIN), duration("1 day"))
    assert "2026-03-29T03:00:00+02:00" == skipped.isoformat()
    twice = calendar.add(at("2026-10-24 02:30", BERLIN), duration("1 day"))
    assert "2026-10-25T02:30:00+02:00" == twice.isoformat()
    plain = calendar.add(at("2026-03-28 12:00", BERLIN), duration("24 h"))
    assert "2026-03-29T13:00:00+02:00" == plain.isoformat()


def test_a_day_that_a_zone_skipped() -> None:
    """Samoa had no 30 December 2011, so nobody worked then."""
    calendar = office(days=WEEK, time_zone="Pacific/Apia", breaks=())
    assert () == calendar.open_windows(day("2011-12-30"))
    assert day("2011-12-31") == calendar.next_working_day(day("2011-12-29"))


# --- nights, breaks, exceptions -----------------------------------------------


def test_a_night_belongs_to_its_evening() -> None:
    """Hours over midnight are those of the day they start, Saturday morning too."""
    night = office("22:00-06:00", breaks=())
    assert 8 == hours(night, day("2026-05-15"))
    assert 0 == hours(night, day("2026-05-16"))
    assert night.is_open(at("2026-05-16 05:59"))
    assert not night.is_open(at("2026-05-18 05:59"))
    friday = at("2026-05-15 23:00")
    assert at("2026-05-18 23:00") == night.add(friday, duration("8 h working"))
    assert at("2026-05-18 23:00") == night.add(friday, duration("1 business day"))
    after = at("2026-05-16 02:00")
    assert at("2026-05-19 02:00") == night.add(after, duration("1 business day"))


def test_a_break_in_the_night() -> None:
    """A fixed break is met on whichever side of midnight it lies."""
    meal = Break(title="Meal", window=Window.parse("01:30-02:00"))
    assert 7.5 == hours(office("22:00-06:00", breaks=(meal,)), day("2026-05-15"))
    over = Break(title="Meal", window=Window.parse("23:30-00:30"))
    assert 7 == hours(office("22:00-06:00", breaks=(over,)), day("2026-05-15"))
    round_the_clock = office("00:00-24:00", days=WEEK, breaks=(over,))
    assert 23 == hours(round_the_clock, day("2026-05-15"))


def test_which_breaks_stop_the_clock() -> None:
    """Only a fixed break that nobody is paid for does."""
    rest = Break(title="Rest", kind="short", duration=Duration(15), times=2)
    paid = Break(title="Tea", window=Window.parse("11:00-11:15"), paid=True)
    late = Break(title="Supper", window=Window.parse("19:00-20:00"))
    assert 9 == hours(office(breaks=(rest, paid, late)), day("2026-05-15"))


def test_hours_that_overlap_count_once() -> None:
    """Two entries for one day, and hours that run into the next day's, are a union."""
    calendar = office("20:00-10:00", days=WEEK, breaks=())
    assert 14 == hours(calendar, day("2026-05-15"))
    morning = WorkDays(days=WEEK, window=Window.parse("09:00-18:00"))
    calendar = type(calendar)(
        key="both", title="Both", time_zone="UTC", week=(*calendar.week, morning)
    )
    noon = at("2026-05-15 12:00", ZoneInfo("UTC"))
    assert 22 * HOUR == calendar.elapsed(noon, noon + DAY)


def test_exceptions_decide_alone() -> None:
    """An exception goes before the week, the holidays and the eve of a holiday."""
    calendar = office(
        country="RU",
        shorter=Duration(1, "hour"),
        exceptions=(
            DayException(date=day("2026-05-15"), kind="off"),
            DayException(date=day("2026-05-16"), kind="working"),
            DayException(
                date=day("2026-05-09"),
                kind="working",
                window=Window.parse("10:00-15:00"),
            ),
            DayException(date=day("2026-06-11"), kind="working"),
            DayException(date=day("2026-05-18"), kind="short"),
            DayException(
                date=day("2026-05-19"), kind="short", window=Window.parse("09:00-12:00")
            ),
            DayException(date=day("2026-05-20"), kind="off"),
            DayException(date=day("2026-05-20"), kind="working"),
        ),
    )
    assert [0, 8, 4, 8, 7, 3, 8] == [
        hours(calendar, day(f"2026-{date}"))
        for date in ("05-15", "05-16", "05-09", "06-11", "05-18", "05-19", "05-20")
    ]


def test_a_short_day_without_hours() -> None:
    """Nobody guesses how short a short day is."""
    short = DayException(date=day("2026-05-18"), kind="short")
    with pytest.raises(InvalidValue, match="does not say how short"):
        office(exceptions=(short,)).is_working_day(day("2026-05-18"))


def test_a_day_that_is_too_short() -> None:
    """A day shortened by more than it has is no working day."""
    calendar = office(country="RU", shorter=Duration(9, "hour"))
    assert not calendar.is_working_day(day("2026-06-11"))


# --- working days -------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2026-05-15 10:30", "2026-05-19 10:30"),  # Friday
        ("2026-05-15 13:20", "2026-05-19 14:00"),  # lunch ends first
        ("2026-05-15 20:00", "2026-05-20 09:00"),  # counts as Monday morning
        ("2026-05-16 12:00", "2026-05-20 09:00"),  # Saturday as well
        ("2026-05-18 07:00", "2026-05-20 09:00"),
    ],
)
def test_two_business_days(start: str, expected: str) -> None:
    """The time of day stays, within the hours of the day that is reached."""
    result = office().add(at(start), duration("2 business days"))
    assert at(expected) == result


def test_a_business_day_that_is_shorter() -> None:
    """A time after the end of a short day is its end."""
    reached = russian().add(at("2026-05-07 17:45"), duration("1 business day"))
    assert at("2026-05-08 17:00") == reached


@pytest.mark.parametrize(
    ("length", "expected"),
    [
        ("1 month", "2026-02-28 10:00"),
        ("1 quarter", "2026-04-30 10:00"),
        ("1 year", "2027-01-31 10:00"),
        ("2 weeks", "2026-02-14 10:00"),
    ],
)
def test_longer_spans_of_the_calendar(length: str, expected: str) -> None:
    """Months keep the day of the month, or take their last one."""
    assert at(expected) == office().add(at("2026-01-31 10:00"), duration(length))


# --- what is refused ----------------------------------------------------------


def test_moments_without_a_time_zone() -> None:
    """A moment without a time zone is refused with a hint, by every question."""
    calendar, moment = office(), dt.datetime(2026, 5, 15, 12)  # noqa: DTZ001
    for question in (
        lambda: calendar.elapsed(moment, at("2026-05-15 12:00")),
        lambda: calendar.elapsed(at("2026-05-15 12:00"), moment),
        lambda: calendar.add(moment, HOUR),
        lambda: calendar.add(moment, duration("1 business day")),
        lambda: calendar.is_open(moment),
        lambda: calendar.next_opening(moment),
    ):
        with pytest.raises(InvalidValue) as caught:
            question()
        assert "naive-datetime" == caught.value.problems[0].code
        assert "ZoneInfo" in (caught.value.problems[0].hint or "")


@pytest.mark.parametrize("name", ["America", "Mars/Olympus", "Europe/Moscow/Arbat"])
def test_a_time_zone_that_does_not_exist(name: str) -> None:
    """The time zone is looked up when the clock is first asked."""
    with pytest.raises(InvalidValue, match="no time zone is called") as caught:
        office(time_zone=name).is_working_day(day("2026-05-15"))
    assert "unknown-time-zone" == caught.value.problems[0].code


@pytest.mark.parametrize(("country", "subdivision"), [("ZZ", None), ("RU", "Luna")])
def test_a_country_without_holidays(country: str, subdivision: str | None) -> None:
    """A country or region that nobody knows the holidays of is refused."""
    calendar = office(country=country, subdivision=subdivision)
    with pytest.raises(InvalidValue, match="no public holidays are known"):
        calendar.is_working_day(day("2026-05-15"))


@pytest.mark.parametrize("length", ["99999999 years", "99999999 days", "99999999 h"])
def test_a_date_that_python_cannot_hold(length: str) -> None:
    """What ends after the year 9999 is refused as a value, not as an overflow."""
    with pytest.raises(InvalidValue) as caught:
        office().add(at("2026-05-15 12:00"), duration(length))
    assert ["out-of-range"] == [found.code for found in caught.value.problems]


# --- the same clock -----------------------------------------------------------


def test_moments_come_back_in_the_zone_of_the_calendar() -> None:
    """Whatever zone a question was asked in."""
    moment = at("2026-05-15 10:00").astimezone(ZoneInfo("Asia/Tokyo"))
    reached = office().add(moment, HOUR)
    assert "2026-05-15T11:00:00+03:00" == reached.isoformat()


def test_order_of_questions_changes_nothing() -> None:
    """A clock that grew to the left, to the right or at once answers alike."""
    spans = [
        (at("2024-02-01 10:00"), at("2024-03-01 10:00")),
        (at("2026-02-01 10:00"), at("2026-03-01 10:00")),
        (at("2020-02-01 10:00"), at("2021-03-01 10:00")),
        (at("2019-12-30 10:00"), at("2027-01-20 10:00")),
    ]
    forwards = office("08:00-17:00")
    backwards = office("08:00-17:00", years=(1970, 2200))
    expected = [forwards.elapsed(*span) for span in spans]
    assert expected == [backwards.elapsed(*span) for span in reversed(spans)][::-1]
