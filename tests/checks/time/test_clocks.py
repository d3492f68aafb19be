"""Days, clocks and shifts, held to both sides of each boundary."""

from __future__ import annotations

import pytest

from salesreg.checks.examples import alone
from salesreg.checks.general.time.spans import span
from salesreg.values.times import Duration
from tests.checks.base import places, run

ROLE = "roles: [{key: sdr, title: Specialist}]\n"
DAY = """
calendars:
- key: day
  title: Day
  time_zone: Europe/Moscow
  week:
  - days: [monday, tuesday]
    window: 09:00-18:00
    breaks: [{title: Lunch, window: 13:00-14:00}, {title: Tea, duration: 15 min,
      times: 2, paid: true}]
"""


def budgets(*lines: str) -> str:
    """Return budgets, with the role and the days that they are for."""
    rows = "".join(
        f"- {{key: b{at}, title: B{at}, {line}}}\n" for at, line in enumerate(lines)
    )
    return f"{ROLE}budgets:\n{rows}{DAY}"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # Eight hours are open; two rests of a quarter of an hour leave 450 minutes.
        (("amount: 450 min",), []),
        (("amount: 451 min",), ["/budgets/0"]),
        (("least: 451 min",), ["/budgets/0"]),
        (("most: 451 min",), []),
        (("amount: 451 min, mandatory: false",), []),
        (("amount: 450 min", "amount: 1 h, mandatory: false"), []),
        (("amount: 451 min, roles: [nobody]",), []),
        (("amount: 240 min, window: 09:00-13:00",), []),
        (("amount: 241 min, window: 09:00-14:00",), ["/budgets/0"]),
        (("amount: 300 min", "amount: 300 min, overlaps: [b0]"), []),
        (("amount: 300 min", "amount: 300 min"), ["/budgets/0"]),
        # A week of two such days.
        (("amount: 900 min, per: week",), []),
        (("amount: 901 min, per: week",), ["/budgets/0"]),
        (("amount: 100 min", "amount: 700 min, per: week"), []),
        (("amount: 100 min", "amount: 701 min, per: week"), ["/budgets/1"]),
        (("amount: 9999 min, per: month",), []),
    ],
)
def test_days(lines: tuple[str, ...], expected: list[str]) -> None:
    """A day holds the minutes between its ends, without lunch and rests."""
    assert expected == places(budgets(*lines), "TIM01")


@pytest.mark.parametrize(
    ("meeting", "budget", "expected"),
    [
        ("at: '09:00', duration: 1 h", 390, 0),
        ("at: '09:00', duration: 1 h", 391, 1),
        ("duration: 1 h", 390, 0),
        ("duration: 1 h", 391, 1),
        # A meeting that nobody can attend is told by another check.
        ("at: '12:30', duration: 1 h", 450, 0),
        ("at: '18:00', duration: 1 h", 450, 0),
        ("at: '17:00', duration: 1 h", 391, 1),
        ("at: '09:00'", 450, 0),
    ],
)
def test_meetings(meeting: str, budget: int, expected: int) -> None:
    """A meeting takes its minutes of the day."""
    every = f"{{every: week, weekdays: [monday], {meeting}}}"
    rows = f"meetings: [{{key: m, title: M, owner: sdr, every: {every}}}]\n"
    found = places(rows + budgets(f"amount: {budget} min"), "TIM01")
    assert expected == len(found)


@pytest.mark.parametrize(
    ("times", "minutes"),
    [
        # Written in any order: one after another, and what collides is left out.
        ((("11:00", 60), ("10:00", 60)), 120),
        ((("10:00", 120), ("11:00", 30), ("14:00", 60)), 180),
        ((("00:00", 60), ("10:00", 60)), 60),
    ],
)
def test_meetings_of_a_day(times: tuple[tuple[str, int], ...], minutes: int) -> None:
    """Meetings take the minutes of all that one can be at."""
    rows = "".join(
        f"- {{key: m{at}, title: M, owner: sdr, every: {{every: week,"
        f" weekdays: [monday], at: '{start}', duration: {length} min}}}}\n"
        for at, (start, length) in enumerate(times)
    )
    text = f"meetings:\n{rows}"
    assert [] == places(text + budgets(f"amount: {450 - minutes} min"), "TIM01")
    assert 1 == len(places(text + budgets(f"amount: {451 - minutes} min"), "TIM01"))


def test_an_ordinary_day_is_told() -> None:
    """Of days that do not fit, the one with the fewest demands is told."""
    meeting = "{every: week, weekdays: [monday], at: '10:00', duration: 1 h}"
    rows = f"meetings: [{{key: m, title: M, owner: sdr, every: {meeting}}}]\n"
    (found,) = run(alone(rows + budgets("amount: 451 min")), "TIM01")
    assert "on Tuesday" in found.message
    assert ["/calendars/0/week/0/breaks/1"] == [one.path for one in found.also]


def test_days_of_two_calendars() -> None:
    """Roles whose days differ are told apart, those with one day together."""
    hours = "time_zone: Europe/Moscow, week: [{days: [%s], window: 09:00-%s}]"
    text = f"""
    roles: [{{key: a, title: A}}, {{key: b, title: B}}, {{key: c, title: C}}]
    budgets: [{{key: x, title: X, amount: 5 h}}]
    calendars:
    - {{key: m, title: M, roles: [a, c], {hours % ("monday", "13:00")}}}
    - {{key: t, title: T, roles: [b], {hours % ("tuesday", "13:00")}}}
    """
    found = run(alone(text), "TIM01")
    assert ["“A” and “C”", "“B”"] == [one.values["roles"] for one in found]
    assert ["on Monday", "on Tuesday"] == [one.values["weekday"] for one in found]


@pytest.mark.parametrize(
    ("lengths", "expected"),
    [
        # The week has 960 minutes; what is shortest is left out first.
        ((65, 60, 905), [2, 0]),
        ((10, 60, 900), [2, 1, 0]),
        ((10, 10, 100, 900), [3, 2]),
    ],
)
def test_few_long_ones_are_named(lengths: tuple[int, ...], expected: list[int]) -> None:
    """Of a week that does not fit, those are named that cannot be left out."""
    lines = [f"amount: {length} min, per: week" for length in lengths]
    rest = "{title: Tea, duration: 15 min,\n      times: 2, paid: true}"
    text = budgets(*lines).replace(f", {rest}", "")
    (found,) = run(alone(text), "TIM01")
    paths = [found.path, *(one.path for one in found.also)]
    assert [f"/budgets/{index}" for index in expected] == paths


def test_a_week_without_a_calendar() -> None:
    """What nobody has hours for is not said to be too much."""
    text = budgets("amount: 99 h, per: week").removesuffix(DAY)
    assert [] == places(text, "TIM01")


def test_meetings_at_once() -> None:
    """Of two meetings at one time one takes minutes, and the other is no matter."""
    every = "{every: week, weekdays: [monday], at: '09:%s', duration: 1 h}"
    rows = "".join(
        f"- {{key: m{at}, title: M, owner: sdr, every: {every % minute}}}\n"
        for at, minute in enumerate(("30", "00"))
    )
    text = f"meetings:\n{rows}"
    assert [] == places(text + budgets("amount: 390 min"), "TIM01")
    assert 1 == len(places(text + budgets("amount: 391 min"), "TIM01"))


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        ("every: {every: week}, effort: 1 h", 1),
        ("every: {every: week}, effort: 20 min", 0),
        ("every: {every: day, weekdays: [monday, tuesday]}, effort: 11 min", 1),
        ("every: {every: day, weekdays: [monday, tuesday]}, effort: 10 min", 0),
        ("every: {every: month}, effort: 5 h", 0),
        ("effort: 5 h", 0),
    ],
)
def test_reports(report: str, expected: int) -> None:
    """A report of every week takes its minutes of the week."""
    text = budgets("amount: 440 min")
    text += f"reports: [{{key: r, title: R, author: sdr, {report}}}]"
    assert expected == len(places(text, "TIM01"))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("amount: 402 min",), 0),
        (("amount: 403 min",), 1),
        (("amount: 450 min",), 1),
        (("amount: 804 min, per: week",), 0),
        (("amount: 805 min, per: week",), 1),
        # What does not fit at all is told by another check.
        (("amount: 451 min",), 0),
    ],
)
def test_slack(lines: tuple[str, ...], expected: int) -> None:
    """A tenth of the working time stays free."""
    assert ["/roles/0"] * expected == places(budgets(*lines), "TIM03")


LIMIT = """
stages:
- key: s
  title: S
  owner: sdr
  deadlines:
  - {trigger: {kind: %s}, limit: {kind: in, duration: %s}, %s}
"""


@pytest.mark.parametrize(
    ("trigger", "length", "rest", "code", "expected"),
    [
        ("payment, state: received", "2 h", "", "TIM07", 1),
        ("payment, state: received", "2 h working", "", "TIM07", 0),
        ("payment, state: received", "2 h", "after_hours: at_once", "TIM07", 0),
        ("payment, state: received", "2 days", "", "TIM07", 0),
        ("deal_created", "2 h", "", "TIM07", 0),
        ("deal_created", "2 h", "", "TIM11", 1),
        ("deal_created", "240 min", "", "TIM11", 1),
        ("deal_created", "241 min", "", "TIM11", 0),
        ("deal_created", "2 days", "", "TIM11", 0),
        ("deal_created", "2 h", "after_hours: at_once", "TIM11", 0),
        ("payment, state: received", "2 h", "", "TIM11", 0),
        ("deal_created", "45 min", "", "TIM16", 1),
        ("deal_created", "46 min", "", "TIM16", 0),
        ("payment, state: received", "45 min", "", "TIM16", 0),
        ("deal_created", "2 days", "", "TIM16", 0),
    ],
)
def test_limits(trigger: str, length: str, rest: str, code: str, expected: int) -> None:
    """A limit says whether the night counts, where that makes a difference."""
    found = places(ROLE + LIMIT % (trigger, length, rest) + DAY, code)
    assert expected == len(found)


@pytest.mark.parametrize(
    ("lunch", "expected"), [("13:00-13:30", 0), ("13:00-13:31", 1)]
)
def test_lunch(lunch: str, expected: int) -> None:
    """A common lunch is too long when it is longer than the limit."""
    text = ROLE + LIMIT % ("deal_created", "30 min", "") + DAY
    found = places(text.replace("13:00-14:00", lunch), "TIM16")
    assert ["/stages/0/deadlines/0"] * expected == found
    assert [] == places(text.replace("owner: sdr", "owner: other"), "TIM16")


def test_lunch_of_a_step() -> None:
    """Whoever must take a step at once has lunch with the others too."""
    due = "{trigger: {kind: deal_created}, limit: {kind: in, duration: 30 min}}"
    steps = "{key: r, title: R, role: sdr}, {key: s, title: S, role: sdr, deadline: %s}"
    text = ROLE + f"procedures: [{{key: p, title: P, steps: [{steps % due}]}}]"
    assert ["/procedures/0/steps/1/deadline"] == places(text + DAY, "TIM16")


def test_no_calendar() -> None:
    """Working time is that of a calendar; the first place is named."""
    text = LIMIT % ("deal_created", "2 h working", "action: call")
    more = text + "  - {trigger: {kind: payment, state: received},"
    more += " limit: {kind: in, duration: 1 h working}}\n"
    expected = ["/stages/0/deadlines/0/limit/duration"]
    assert expected == places(more, "TIM07")
    assert [] == places(text.replace(" working", ""), "TIM07")


@pytest.mark.parametrize(
    ("less", "more", "surely"),
    [
        ("1 h working", "1 business days", True),
        ("8 h working", "1 business days", False),
        ("16 h working", "3 business days", True),
        ("7 h", "1 business days", True),
        ("59 min", "1 h working", True),
        ("1 h", "1 h working", False),
        ("27 days", "1 month", True),
        ("28 days", "1 month", False),
        ("1 business days", "9 h working", False),
        ("2 days", "3 days", True),
        ("2 months", "1 quarter", True),
        ("3 months", "1 quarter", False),
        ("3 quarters", "10 months", True),
        ("11 months", "1 year", True),
        ("4 quarters", "1 year", False),
    ],
)
def test_less(less: str, more: str, surely: bool) -> None:
    """A span is shorter on another clock when no calendar makes it longer."""
    one, other = span(Duration.parse(less)), span(Duration.parse(more))
    assert surely is one.less(other, 480)


@pytest.mark.parametrize(
    ("breaks", "budget", "expected"),
    [
        # A paid break is time of the day at which nothing else is done.
        ("{title: Rest, window: 11:00-11:30, paid: true}", "amount: 510 min", 0),
        ("{title: Rest, window: 11:00-11:30, paid: true}", "amount: 511 min", 1),
        (
            "{title: Rest, window: 11:00-11:30, paid: true}",
            "amount: 31 min, window: 11:00-12:00",
            1,
        ),
        (
            "{title: Rest, window: 11:00-11:30, paid: true}",
            "amount: 30 min, window: 11:00-12:00",
            0,
        ),
        ("{title: Lunch, window: 11:00-11:30}", "amount: 510 min", 0),
        ("{title: Lunch, window: 11:00-11:30}", "amount: 511 min", 1),
    ],
)
def test_paid_breaks(breaks: str, budget: str, expected: int) -> None:
    """A break with a window takes its minutes, paid or not, and keeps its place."""
    text = f"""
    {ROLE.strip()}
    budgets: [{{key: b, title: B, {budget}}}]
    calendars:
    - key: day
      title: Day
      time_zone: Europe/Moscow
      week: [{{days: [monday], window: 09:00-18:00, breaks: [{breaks}]}}]
    """
    assert expected == len(places(text, "TIM01"))


@pytest.mark.parametrize(
    "rest",
    [
        (
            "meetings: [{key: m, title: b1, owner: sdr, every: {every: week,"
            " weekdays: [monday], at: '10:00', duration: 2 h}}]"
        ),
        (
            "reports: [{key: r, title: b1, author: sdr, effort: 16 h,"
            " every: {every: week}}]"
        ),
    ],
)
def test_only_budgets_share(rest: str) -> None:
    """A budget shares minutes with a budget, not with a thing of the same title."""
    lines = "amount: 7 h, overlaps: [b1]", "amount: 10 min"
    assert [] == places(budgets(*lines), "TIM01")
    assert 1 == len(places(budgets(*lines) + rest, "TIM01"))


@pytest.mark.parametrize(
    ("window", "rest", "expected"),
    [
        ("09:15-09:35", "duration: 15 min, times: 2", 0),
        ("09:10-09:30", "duration: 15 min, times: 2", 1),
        ("09:10-09:30", "duration: 10 min, times: 3", 0),
        ("09:15-09:35", "window: 09:35-09:50", 0),
        ("09:15-09:35", "window: 09:25-09:40", 1),
    ],
)
def test_rests_are_whole(window: str, rest: str, expected: int) -> None:
    """A rest is taken at one go: minutes here and there do not make one."""
    text = f"""
    {ROLE.strip()}
    budgets: [{{key: b, title: B, amount: 20 min, window: {window}}}]
    calendars:
    - key: day
      title: Day
      time_zone: Europe/Moscow
      week:
      - days: [monday]
        window: 09:00-09:50
        breaks: [{{title: Rest, {rest}, paid: true}}]
    """
    assert expected == len(places(text, "TIM01"))


@pytest.mark.parametrize(
    ("budget", "expected"),
    [
        ("amount: 8 h", 0),
        ("amount: 481 min", 1),
        ("amount: 2 h, window: 22:00-00:00", 0),
        ("amount: 3 h, window: 23:00-02:00", 0),
        ("amount: 181 min, window: 23:00-02:00", 1),
    ],
)
def test_night(budget: str, expected: int) -> None:
    """A shift past midnight runs into the next day, and so does a window in it."""
    text = f"""
    {ROLE.strip()}
    budgets: [{{key: b, title: B, {budget}}}]
    calendars:
    - key: night
      title: Night
      time_zone: Europe/Moscow
      week: [{{days: [monday], window: 22:00-06:00}}]
    """
    assert expected == len(places(text, "TIM01"))


def test_calendar_of_a_role() -> None:
    """A role has its own calendar, and the others have the one without roles."""
    text = """
    roles: [{key: sdr, title: Specialist}, {key: head, title: Head}]
    budgets:
    - {key: a, title: A, roles: [sdr], amount: 5 h}
    - {key: b, title: B, roles: [head], amount: 5 h}
    calendars:
    - {key: half, title: Half, roles: [sdr], time_zone: Europe/Moscow,
       week: [{days: [monday], window: 09:00-13:00}]}
    - {key: day, title: Day, time_zone: Europe/Moscow,
       week: [{days: [monday], window: 09:00-18:00}]}
    """
    assert ["/budgets/0"] == places(text, "TIM01")
