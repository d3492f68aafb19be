"""Time: where a finding begins and ends, held to both sides of each boundary."""

from __future__ import annotations

import pytest

from salesreg.checks.examples import alone
from tests.checks.base import places, run

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
ROLE = "roles: [{key: sdr, title: Specialist}, {key: head, title: Head}]\n"


def budgets(*lines: str) -> str:
    """Return budgets of calls, and of contact, which calls are part of."""
    rows = "".join(
        f"- {{key: b{number}, title: B, {line}}}\n" for number, line in enumerate(lines)
    )
    return (
        f"{ROLE}activities: [{{key: calls, title: Calls}},"
        " {key: contact, title: Contact, includes: [calls, nothing]},"
        f" {{key: work, title: Work, includes: [contact]}}]\nbudgets:\n{rows}"
    )


CALLS, CONTACT = "activity: calls, amount: 1 h", "activity: contact, amount: 2 h"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (CONTACT, CALLS, ["/budgets/0"]),
        (CALLS, CONTACT, ["/budgets/1"]),
        (CALLS, CALLS, ["/budgets/0"]),
        # Shared minutes, said by either; another span; hours of their own.
        (CONTACT, f"{CALLS}, overlaps: [b0]", []),
        (f"{CONTACT}, overlaps: [b1]", CALLS, []),
        (CONTACT, f"{CALLS}, per: week", []),
        (f"{CONTACT}, window: 09:00-12:00", f"{CALLS}, window: 14:00-15:00", []),
        (
            f"{CONTACT}, window: 09:00-12:00",
            f"{CALLS}, window: 09:00-12:00",
            ["/budgets/0"],
        ),
        (f"{CONTACT}, window: 09:00-12:00", CALLS, ["/budgets/0"]),
        (CONTACT, f"{CALLS}, window: 09:00-12:00", ["/budgets/0"]),
        # The roles of both, of one, of none.
        (f"{CONTACT}, roles: [sdr]", f"{CALLS}, roles: [head]", []),
        (f"{CONTACT}, roles: [sdr]", f"{CALLS}, roles: [head, sdr]", ["/budgets/0"]),
        (f"{CONTACT}, roles: [sdr]", CALLS, ["/budgets/0"]),
        (CONTACT, f"{CALLS}, roles: [sdr]", ["/budgets/0"]),
        # Part of a part.
        ("activity: work, amount: 3 h", CALLS, ["/budgets/0"]),
        # No activity, and another one.
        ("amount: 1 h", CALLS, []),
        ("activity: other, amount: 1 h", CALLS, []),
    ],
)
def test_counted_twice(one: str, other: str, expected: list[str]) -> None:
    """Two budgets count one work twice when the same minutes are given to it."""
    assert expected == places(budgets(one, other), "TIM04")


NORM = "key: n, title: N, activity: calls, roles: [sdr], unit_time: 10 min"


@pytest.mark.parametrize(
    ("budget", "norm", "expected"),
    [
        ("amount: 1 h", "count: 6", 0),
        ("amount: 1 h", "count: 7", 1),
        ("least: 1 h, most: 2 h", "count: 12", 0),
        ("least: 1 h, most: 2 h", "count: 13", 1),
        ("least: 1 h", "count: 99", 0),
        # By the day, by the week, by the month; the calendar has two days.
        ("amount: 1 h", "count: 12, per: week", 0),
        ("amount: 1 h", "count: 13, per: week", 1),
        ("amount: 1 h, per: week", "count: 6, per: week", 0),
        ("amount: 1 h, per: week", "count: 7, per: week", 1),
        ("amount: 1 h, per: week", "count: 6", 0),
        ("amount: 1 h, per: week", "count: 7", 1),
        ("amount: 1 h, per: month", "count: 99", 0),
        ("amount: 1 h", "count: 999, per: month", 0),
    ],
)
def test_norm_of_budget(budget: str, norm: str, expected: int) -> None:
    """A norm takes no more than the budget of its activity gives."""
    text = budgets(f"activity: calls, roles: [sdr], {budget}")
    text += f"norms: [{{{NORM}, {norm}}}]{DAY}"
    assert ["/norms/0/count"] * expected == places(text, "TIM05")


@pytest.mark.parametrize(
    ("norm", "expected"),
    [
        # Nine hours without lunch and two rests are 450 minutes.
        ("count: 45, unit_time: 10 min", 0),
        ("count: 451, unit_time: 1 min", 1),
        ("count: 900, unit_time: 1 min, per: week", 0),
        ("count: 901, unit_time: 1 min, per: week", 1),
        ("count: 999", 0),
    ],
)
def test_norm_of_day(norm: str, expected: int) -> None:
    """A norm without a budget of its own takes no more than the working time."""
    norms = f"norms: [{{key: n, title: N, roles: [sdr], {norm}}}]"
    assert ["/norms/0/count"] * expected == places(f"{ROLE}{norms}{DAY}", "TIM05")
    assert [] == places(ROLE + norms, "TIM05")
    # Of two budgets neither is surely the one.
    two = budgets("activity: calls, amount: 1 h", "activity: calls, amount: 1 h")
    found = places(two + norms.replace("key: n", "activity: calls, key: n"), "TIM05")
    assert [] == found


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        ("author: sdr", ["/reports/0"]),
        ("author: sdr, effort: 1 h", []),
        ("author: nobody", []),
        ("title: T", []),
    ],
)
def test_report_without_time(report: str, expected: list[str]) -> None:
    """A report takes time of the role that makes it, if its time is budgeted."""
    line = f"reports: [{{key: r, {'title: R, ' * ('title' not in report)}{report}}}]"
    text = budgets("activity: calls, roles: [sdr], amount: 1 h") + line
    assert expected == places(text, "TIM02")


@pytest.mark.parametrize(
    ("budget", "expected"),
    [
        ("activity: calls, roles: [sdr], amount: 1 h", []),
        ("activity: calls, amount: 1 h", []),
        ("activity: contact, amount: 1 h", []),
        ("amount: 1 h", ["/roles/0/duties/0/activity"]),
        ("activity: calls, roles: [head], amount: 1 h", []),
        ("activity: other, roles: [sdr], amount: 1 h", ["/roles/0/duties/0/activity"]),
        ("activity: work, amount: 1 h", []),
    ],
)
def test_demand_without_time(budget: str, expected: list[str]) -> None:
    """What a role must do is in its budgets, if it has any."""
    duties = "title: Specialist, duties: [{text: calls, activity: calls},"
    text = budgets(budget).replace(
        "title: Specialist", f"{duties} {{text: again, activity: calls}}]"
    )
    assert expected == places(text, "TIM02")


WORK = "procedures: [{key: p, title: P, steps: [%s]}]\n"
MAIL = "activity: other, roles: [sdr], amount: 1 h"


@pytest.mark.parametrize(
    ("demand", "lines", "expected"),
    [
        (
            WORK % "{key: s, title: S, role: sdr, activity: calls}",
            (MAIL,),
            ["/procedures/0/steps/0/activity"],
        ),
        (WORK % "{key: s, title: S, role: sdr}", (MAIL,), []),
        (WORK % "{key: s, title: S, activity: calls}", (MAIL,), []),
        # The time of one role is not that of another.
        (
            WORK % "{key: s, title: S, role: sdr, activity: calls}",
            (MAIL, "activity: calls, roles: [head], amount: 1 h"),
            ["/procedures/0/steps/0/activity"],
        ),
        # A norm of everybody is one of every role that has a budget, told of each.
        (
            "norms: [{key: n, title: N, activity: calls, count: 1}]",
            (MAIL, "roles: [head], amount: 1 h"),
            ["/norms/0/activity", "/norms/0/activity"],
        ),
        # What a role must do twice is told once, and the next demand is told too.
        (
            (
                "norms: [{key: n, title: N, activity: calls, roles: [sdr], count: 1},"
                " {key: m, title: M, activity: calls, roles: [sdr], count: 1},"
                " {key: k, title: K, activity: work, roles: [sdr], count: 1}]"
            ),
            (MAIL,),
            ["/norms/0/activity", "/norms/2/activity"],
        ),
    ],
)
def test_demands(demand: str, lines: tuple[str, ...], expected: list[str]) -> None:
    """Steps, norms and duties demand time of the role that they name."""
    assert expected == places(budgets(*lines) + demand, "TIM02")


@pytest.mark.parametrize(
    ("lines", "norm", "rest", "expected"),
    [
        # The budget of other work gives nothing, and the day is long enough.
        ((MAIL,), "count: 7", DAY, 0),
        # A day's budget says nothing of a week whose days nobody knows.
        (("activity: calls, roles: [sdr], amount: 1 h",), "count: 7, per: week", "", 0),
        # The calendar is the role's own.
        (
            (),
            "count: 30, unit_time: 10 min",
            DAY.replace("title: Day", "title: Day, roles: [head]").replace(
                "- key: day\n  title: Day, roles: [head]",
                "- {key: half, title: Half, roles: [sdr], time_zone: Europe/Moscow,"
                " week: [{days: [monday], window: 09:00-13:00}]}\n- key: day\n"
                "  title: Day",
            ),
            1,
        ),
    ],
)
def test_what_a_norm_has(
    lines: tuple[str, ...], norm: str, rest: str, expected: int
) -> None:
    """A norm is held to the time of its own activity and its own role."""
    said = norm if "unit_time" in norm else f"{norm}, unit_time: 10 min"
    head = budgets(*lines) if lines else ROLE
    text = f"{head}norms: [{{key: n, title: N, activity: calls, roles: [sdr], {said}}}]"
    assert ["/norms/0/count"] * expected == places(text + rest, "TIM05")


def steps(limit: str, *lines: str) -> str:
    """Return a procedure with a limit and steps."""
    rows = "".join(
        f"  - {{key: s{number}, title: S, {line}}}\n"
        for number, line in enumerate(lines)
    )
    return f"procedures:\n- key: p\n  title: P\n  limit: {limit}\n  steps:\n{rows}"


@pytest.mark.parametrize(
    ("limit", "lines", "expected"),
    [
        ("3 h working", ("limit: 1 h working", "limit: 2 h working"), 0),
        ("3 h working", ("limit: 1 h working", "limit: 121 min working"), 1),
        # Side by side, one after another by name, in a circle, after oneself.
        (
            "3 h working",
            ("limit: 1 h working, branches: [{to: s1}]", "limit: 3 h working"),
            0,
        ),
        (
            "3 h working",
            ("limit: 2 h working, after: [s1]", "limit: 2 h working"),
            0,
        ),
        (
            "3 h working",
            ("limit: 2 h working", "title: T", "limit: 2 h working, after: [s0]"),
            1,
        ),
        ("3 h working", ("limit: 4 h working, after: [s0]",), 1),
        # Other clocks count as nothing, but working days are days of work.
        ("3 h working", ("limit: 9 h", "limit: 3 h working"), 0),
        ("3 days", ("limit: 2 days", "limit: 24 h"), 0),
        ("3 days", ("limit: 2 days", "limit: 25 h"), 1),
        ("2 business days", ("limit: 2 business days", "limit: 8 h working"), 1),
        ("3 business days", ("limit: 2 business days", "limit: 8 h working"), 0),
        ("16 h working", ("limit: 2 business days",), 0),
        ("15 h working", ("limit: 2 business days",), 1),
        ("1 month", ("limit: 60 days",), 0),
    ],
)
def test_steps(limit: str, lines: tuple[str, ...], expected: int) -> None:
    """The longest way through the steps is within the limit of the whole."""
    lines = tuple(line.replace("title: T", "text: T") for line in lines)
    found = places(steps(limit, *lines) + DAY, "TIM06")
    assert ["/procedures/0/limit"] * expected == found


@pytest.mark.parametrize(
    ("limit", "lines"),
    [
        ("2 business days", ("limit: 8 h working", "limit: 3 h working")),
        ("1 min working", ("limit: 9 business days",)),
    ],
)
def test_steps_without_a_calendar(limit: str, lines: tuple[str, ...]) -> None:
    """Where nobody says how long a working day is, days and hours do not compare."""
    assert [] == places(steps(limit, *lines), "TIM06")


def meeting(key: str, every: str, length: str, who: str = "sdr") -> str:
    """Return a meeting at a time of one day of the week."""
    return (
        f"- {{key: {key}, title: M, participants: [{who}],"
        f" every: {{{every}, duration: {length}}}}}\n"
    )


WEEKLY = "every: week, weekdays: [%s], at: '%s'"


@pytest.mark.parametrize(
    ("day", "at", "length", "expected"),
    [
        ("monday", "09:00", "1 h", []),
        ("monday", "08:59", "1 h", ["/meetings/0/every/at"]),
        ("monday", "17:00", "1 h", []),
        ("monday", "17:01", "1 h", ["/meetings/0/every/at"]),
        ("monday", "12:00", "1 h", []),
        ("monday", "12:01", "1 h", ["/meetings/0/every/at"]),
        ("monday", "14:00", "1 h", []),
        ("monday", "13:59", "1 h", ["/meetings/0/every/at"]),
        ("wednesday", "10:00", "1 h", ["/meetings/0/every"]),
    ],
)
def test_hours(day: str, at: str, length: str, expected: list[str]) -> None:
    """A meeting is in the hours of those who take part, and not at lunch."""
    text = f"{ROLE}meetings:\n{meeting('m', WEEKLY % (day, at), length)}"
    assert expected == places(text + DAY, "TIM13")
    assert [] == places(text, "TIM13")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (meeting("a", WEEKLY % ("monday", "10:00"), "1 h"), ("11:00", "sdr"), 0),
        (meeting("a", WEEKLY % ("monday", "10:00"), "61 min"), ("11:00", "sdr"), 1),
        (meeting("a", WEEKLY % ("monday", "10:00"), "61 min"), ("11:00", "head"), 0),
        (meeting("a", WEEKLY % ("tuesday", "10:00"), "61 min"), ("11:00", "sdr"), 0),
        # The long one still lasts when the short one within it is over.
        (
            meeting("a", WEEKLY % ("monday", "10:00"), "3 h")
            + meeting("c", WEEKLY % ("monday", "10:10"), "5 min", "head, sdr"),
            ("11:00", "sdr, head"),
            2,
        ),
        (meeting("a", "every: day, at: '10:00'", "61 min"), ("11:00", "sdr"), 1),
    ],
)
def test_collisions(one: str, other: tuple[str, str], expected: int) -> None:
    """Nobody is at two meetings at once; two that collide are told once."""
    second = meeting("b", WEEKLY % ("monday", other[0]), "1 h", other[1])
    assert expected == len(places(f"{ROLE}meetings:\n{one}{second}", "TIM13"))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        # Each from a date of its own, before all or after: they are held together.
        ("weekdays: [monday]", "weekdays: [monday], since: 2026-01-05", 1),
        ("weekdays: [monday], since: 2020-01-06", "weekdays: [monday]", 1),
        ("weekdays: [monday]", "since: 9990-01-01, weekdays: [tuesday]", 0),
        # Every other week: the same ones, or in turn.
        (
            "interval: 2, weekdays: [monday], since: 2026-01-05",
            "interval: 2, weekdays: [monday], since: 2026-01-19",
            1,
        ),
        (
            "interval: 2, weekdays: [monday], since: 2026-01-05",
            "interval: 2, weekdays: [monday], since: 2026-01-12",
            0,
        ),
        # A week's open day is its first; a rule for no day at all is passed over.
        ("interval: 1", "weekdays: [monday]", 1),
        ("interval: 1", "weekdays: [tuesday]", 0),
        ("weekdays: [thursday]", "weekdays: [thursday]", 1),
    ],
)
def test_meetings_from_a_date(one: str, other: str, expected: int) -> None:
    """Meetings meet in the weeks in which both are held, and that is told once."""
    rows = "".join(
        meeting(f"m{at}", f"every: week, {said}, at: '10:00'", "1 h", "nobody, sdr")
        for at, said in enumerate((one, other))
    )
    apart = meeting("a", WEEKLY % ("monday", "17:00"), "1 h")
    text = f"{ROLE}meetings:\n- {{key: x, title: X}}\n{apart}{rows}"
    assert ["/meetings/3/every/at"] * expected == places(text, "TIM13")


NIGHT = """
calendars:
- {key: day, title: Day, roles: [head], time_zone: Europe/Moscow,
   week: [{days: [monday], window: 09:00-18:00, breaks: [
     {title: Tea, duration: 15 min}, {title: Rest, window: 10:00-10:15, paid: true},
     {title: Lunch, window: 13:00-14:00}]}]}
- {key: night, title: Night, roles: [sdr], time_zone: Europe/Moscow,
   week: [{days: [monday], window: 22:00-06:00,
     breaks: [{title: Meal, window: 23:30-00:30}]}]}
"""


@pytest.mark.parametrize(
    ("who", "at", "length", "expected"),
    [
        ("sdr", "22:00", "1 h", 0),
        ("sdr", "21:59", "1 h", 1),
        ("sdr", "23:40", "20 min", 0),
        ("sdr", "23:00", "2 h", 0),
        ("head", "23:00", "1 h", 1),
        ("head", "23:00", "61 min", 0),
        ("head", "10:00", "1 h", 0),
        ("head", "12:30", "1 h", 1),
    ],
)
def test_hours_of_a_role(who: str, at: str, length: str, expected: int) -> None:
    """A meeting is in the hours of a role's own calendar, by night as by day."""
    rows = meeting("m", WEEKLY % ("monday", at), length, who)
    found = places(f"{ROLE}meetings:\n{rows}{NIGHT}", "TIM13")
    assert ["/meetings/0/every/at"] * expected == found


def test_the_first_calendar() -> None:
    """A role without a calendar of its own has the first one."""
    rows = meeting("m", WEEKLY % ("monday", "07:00"), "1 h", "other")
    roles = ROLE.replace("}]", "}, {key: other, title: Other}]")
    found = places(f"{roles}meetings:\n{rows}{NIGHT}", "TIM13")
    assert ["/meetings/0/every/at"] == found


@pytest.mark.parametrize(
    ("every", "expected"),
    [
        # Two days of eight hours and a half: a quarter of 16 hours is 4.
        ("every: week, weekdays: [monday], duration: 4 h", 0),
        ("every: week, weekdays: [monday], duration: 241 min", 1),
        ("every: week, duration: 241 min", 1),
        ("every: day, duration: 2 h", 0),
        ("every: day, duration: 121 min", 1),
        ("every: day, weekdays: [tuesday], duration: 240 min", 0),
        # Not every week, or on a day off.
        ("every: week, interval: 2, weekdays: [monday], duration: 8 h", 0),
        ("every: month, weekdays: [monday], position: 1, duration: 8 h", 0),
        ("every: week, weekdays: [friday], duration: 8 h", 0),
        ("every: week, weekdays: [monday]", 0),
        ("every: week, months: [1], duration: 8 h", 0),
        ("every: month, month_days: [1], duration: 8 h", 0),
    ],
)
def test_too_many_meetings(every: str, expected: int) -> None:
    """Meetings of every week take no more than a quarter of the working time."""
    text = f"{ROLE}meetings: [{{key: m, title: M, owner: sdr, every: {{{every}}}}}]"
    assert ["/roles/0"] * expected == places(text + DAY, "TIM14")
    # The others of the calendar have one day and no meetings.
    other = DAY.replace(
        "calendars:",
        "calendars:\n- {key: x, title: X, roles: [head],"
        " time_zone: Europe/Moscow, week: [{days: [friday], window: 09:00-10:00}]}",
    )
    assert ["/roles/0"] * expected == places(text + other, "TIM14")


@pytest.mark.parametrize(
    ("norm", "inflow", "rest", "expected"),
    [
        # Ten working days in March 2026: five Mondays and five Tuesdays.
        ("count: 5, unit_time: 9 min", 100, "", 0),
        ("count: 5, unit_time: 9 min", 101, "", 1),
        ("count: 5, unit_time: 9 min, per: week", 50, "", 0),
        ("count: 5, unit_time: 9 min, per: week", 51, "", 1),
        ("count: 5, unit_time: 9 min, per: month", 999, "", 0),
        ("count: 5", 999, "", 0),
        # Two first stages, two norms: nobody can tell.
        (
            "count: 5, unit_time: 9 min",
            999,
            "- {key: t, title: T, kind: initial, owner: sdr}",
            0,
        ),
    ],
)
def test_leads(norm: str, inflow: int, rest: str, expected: int) -> None:
    """No more leads are planned than the hands that there are can take."""
    text = f"""
roles: [{{key: sdr, title: Specialist, headcount: 2}}]
norms: [{{key: n, title: N, roles: [sdr], {norm}}}]
plans: [{{key: p, title: P, period: 2026-03, inflow: {inflow} leads}}]
stages:
- {{key: s, title: S, kind: initial, owner: sdr}}
{rest}
{DAY}"""
    assert ["/plans/0/inflow"] * expected == places(text, "TIM15")
    # Plans of no leads or no time say nothing; other roles have other days.
    more = (
        text.replace(
            "plans: [",
            "plans: [{key: q, title: Q, period: 2026-03}, {key: r, title: R,"
            " inflow: 9999 leads}, ",
        )
        .replace(
            "calendars:",
            "calendars:\n- {key: x, title: X, time_zone: Europe/Moscow,"
            " week: [{days: [friday], window: 09:00-10:00}]}",
        )
        .replace("title: Day", "title: Day, roles: [sdr]".replace(", ", "\n  "))
    )
    assert ["/plans/2/inflow"] * expected == places(more, "TIM15")


DUE = "{key: %s, title: S, %s deadline: {trigger: {kind: %s}, limit: {kind: in,"


@pytest.mark.parametrize(
    ("trigger", "first", "second", "expected"),
    [
        ("deal_created", "2 days", "1 days", 1),
        ("deal_created", "2 days", "2 days", 0),
        ("deal_created", "2 days", "47 h", 1),
        ("deal_created", "2 days", "1 h working", 0),
        ("owner_assigned", "2 days", "1 days", 0),
    ],
)
def test_awaited(trigger: str, first: str, second: str, expected: int) -> None:
    """A step that waits for another one is due no sooner, after the same event."""
    one = DUE % ("a", "", "deal_created") + f" duration: {first}}}}}}}"
    two = DUE % ("b", "after: [a, c],", trigger) + f" duration: {second}}}}}}}"
    text = f"procedures: [{{key: p, title: P, steps: [{one}, {two},"
    found = places(text + " {key: c, title: C}]}]", "TIM08")
    assert ["/procedures/0/steps/1/deadline"] * expected == found


@pytest.mark.parametrize(
    ("first", "second", "days", "expected"),
    [
        ("1 business days", "1 h working", DAY, 1),
        ("1 business days", "480 min working", DAY, 0),
        ("1 business days", "479 min working", DAY, 1),
        ("1 business days", "1 h working", "", 0),
    ],
)
def test_awaited_on_other_clocks(
    first: str, second: str, days: str, expected: int
) -> None:
    """A working day is as long as the shortest one; without a calendar none is."""
    one = DUE % ("a", "", "deal_created") + f" duration: {first}}}}}}}"
    two = DUE % ("b", "after: [c, d, a],", "deal_created")
    day = DUE.replace("kind: in,", "kind: by_day, day: 5") % ("d", "", "deal_created")
    four = DUE.replace("kind: in,", "kind: by_day, day: 5") % ("e", "after: [a],", "x")
    rows = f"{one}, {two} duration: {second}}}}}}}, {{key: c, title: C}}, {day}}}}}}}"
    rows += f", {four.replace('kind: x', 'kind: deal_created')}}}}}}}"
    found = places(
        f"procedures: [{{key: p, title: P, steps: [{rows}]}}]" + days, "TIM08"
    )
    assert ["/procedures/0/steps/1/deadline"] * expected == found


GOAL = """
stages:
- key: s
  title: S
  deadlines:
  - {trigger: {kind: owner_assigned}, limit: {kind: by_day, day: 5},
     target: {kind: in, duration: 9 h}}
  - {trigger: {kind: deal_created}, limit: {kind: in, duration: %s},
     target: {kind: in, duration: %s}}
"""


@pytest.mark.parametrize(
    ("limit", "target", "days", "expected"),
    [
        ("2 h", "2 h", "", 0),
        ("2 h", "121 min", "", 1),
        # A working day has 480 minutes here, and none where there is no calendar.
        ("479 min working", "1 business days", DAY, 1),
        ("480 min working", "1 business days", DAY, 0),
        ("1 min working", "1 business days", "", 0),
    ],
)
def test_goals(limit: str, target: str, days: str, expected: int) -> None:
    """The goal of a deadline is no longer than its limit, on any clock."""
    found = places(GOAL % (limit, target) + days, "TIM09")
    assert ["/stages/0/deadlines/1/target"] * expected == found


ESCALATION = """
stages:
- {key: s, title: S, norm: {limit: 2 days}}
procedures:
- {key: p, title: P, trigger: {kind: deal_created}, limit: 2 days}
- {key: q, title: Q, trigger: {kind: deal_created}}
escalations:
- {key: e, title: E, %s, levels: [{to: a, after: %s}, {to: b}, {to: c, after: %s}]}
"""
ENTERED = "trigger: {kind: stage_entered, stage: s}, stage: s"


@pytest.mark.parametrize(
    ("guarded", "first", "third", "expected"),
    [
        (ENTERED, "2 days", "3 days", []),
        (ENTERED, "47 h", "3 days", [0]),
        (ENTERED, "2 days", "2 days", [2]),
        (ENTERED, "2 days", "49 h", []),
        (ENTERED, "1 days", "1 days", [0, 2]),
        (ENTERED, "1 h working", "1 month", []),
        ("trigger: {kind: deal_created}, stage: s", "1 days", "3 days", []),
        ("trigger: {kind: deal_created}, procedure: p", "2 days", "3 days", []),
        ("trigger: {kind: deal_created}, procedure: p", "1 days", "3 days", [0]),
        ("trigger: {kind: owner_assigned}, procedure: p", "1 days", "3 days", []),
        ("trigger: {kind: deal_created}, procedure: q", "1 days", "3 days", []),
    ],
)
def test_too_early(guarded: str, first: str, third: str, expected: list[int]) -> None:
    """A head is told when the limit is over, and the next head later."""
    found = places(ESCALATION % (guarded, first, third), "TIM10")
    assert [f"/escalations/0/levels/{at}/after" for at in expected] == found


BOTH = """
stages:
- key: s
  title: S
  norm: {limit: %s}
  deadlines:
  - {trigger: {kind: stage_entered, stage: s}, limit: {kind: in, duration: %s}}
  - {trigger: {kind: owner_assigned}, limit: {kind: in, duration: 1 min}}
  - {trigger: {kind: stage_entered, stage: s}, limit: {kind: by_day, day: 5}}
escalations:
- {key: e, title: E, trigger: {kind: stage_entered, stage: s}, stage: s,
   levels: [{to: a, after: %s}, {to: b, after: %s}]}
"""


@pytest.mark.parametrize(
    ("norm", "limit", "levels", "days", "expected"),
    [
        # A working day has 480 minutes here.
        ("1 business days", "9 h", ("479 min working", "9 days"), DAY, ["norm"]),
        ("1 business days", "9 h", ("480 min working", "9 days"), DAY, []),
        ("1 business days", "9 h", ("1 min working", "9 days"), "", []),
        # The least of the limits counts, on whatever clock it runs.
        ("1 business days", "1 h working", ("59 min", "9 days"), DAY, ["deadlines"]),
        ("1 business days", "1 h working", ("61 min working", "9 days"), DAY, []),
        ("1 business days", "1 h working", ("61 min working", "9 days"), "", []),
        # And so do the levels.
        (
            "1 h",
            "1 h",
            ("1 business days", "479 min working"),
            DAY,
            ["order"],
        ),
        ("1 h", "1 h", ("1 business days", "480 min working"), DAY, []),
        ("1 h", "1 h", ("1 business days", "9 min working"), "", []),
    ],
)
def test_least_of_limits(
    norm: str, limit: str, levels: tuple[str, str], days: str, expected: list[str]
) -> None:
    """An escalation comes after the least limit that starts with it, on any clock."""
    found = run(alone(BOTH % (norm, limit, *levels) + days), "TIM10")
    told = [one.also[0].path.split("/")[3] if one.also else "order" for one in found]
    assert expected == told


ACTION = "{trigger: {kind: %s}, action: %s, limit: {kind: in, duration: %s}}"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (
            ("deal_created", "First  Call", "1 h"),
            ("deal_created", "first call", "2 h"),
            1,
        ),
        (("deal_created", "call", "1 h"), ("deal_created", "call", "1 h"), 0),
        (("deal_created", "call", "1 h"), ("owner_assigned", "call", "2 h"), 0),
        (("deal_created", "call", "1 h"), ("deal_created", "letter", "2 h"), 0),
        (("deal_created", "null", "1 h"), ("deal_created", "null", "2 h"), 0),
    ],
)
def test_two_limits(
    first: tuple[str, str, str], second: tuple[str, str, str], expected: int
) -> None:
    """One action after one event has one limit."""
    rows = f"{ACTION % first}, {ACTION % second}"
    found = places(f"stages: [{{key: s, title: S, deadlines: [{rows}]}}]", "TIM09")
    assert ["/stages/0/deadlines/1/limit"] * expected == found
