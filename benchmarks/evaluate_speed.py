"""Evaluating a regulation on data, beside SQL by hand, frames and libraries of clocks.

    python benchmarks/evaluate_speed.py [EVENTS ...]

measures everything in one run, and writes its table into RESULTS.md as `run.py` does.
With numbers of events, the last of which is for growth alone, the table goes to
standard output: `evaluate_speed.py 10000 100000 1000000` sees whether all of it works.

Stages: how long deals stay, in working time, and which stays are too long; from a file
of Parquet to the sums by stage. Everybody does the same task, and must come to the same
sums; a bare scan of the columns is the floor. Clocks for Python are asked for
each visit of a sample. Pay: a commission by tiers for each person and month, from
payments. Growth: the same stages, each size in a process of its own, with the most
memory that it took, and the bare scan of that size beside it. Time is that of the
processors, so that other work beside does not count.

pm4py is asked in a process of its own, by an interpreter that has it, which the
variable SALESREG_PM4PY_PYTHON names. What it is asked is nearest to the task: the
temporal profile of a log and its deviations.
"""

from __future__ import annotations

import datetime as dt
import importlib
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from bisect import bisect_right
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from attrs import evolve, frozen

import salesreg as sr
from salesreg.evaluate.evaluation import evaluate
from salesreg.model.regulation import Regulation
from salesreg.values.calendar import Break, WorkCalendar, WorkDays

SIZES = (1_000_000, 10_000_000, 100_000_000)
SAMPLE = 2_000
ZONE = ZoneInfo("Europe/Moscow")
NOW = dt.datetime(2026, 6, 1, tzinfo=dt.UTC)
HOURS = {"new": 5, "qualified": 13, "offer": 30, "contract": 7}
STAGES = (*HOURS, "won", "lost")
DAY = 86_400


@frozen
class Row:
    """One line of the result: the best time of a way and its ratio to ours."""

    task: str
    tool: str
    rows: int
    seconds: float
    ratio: float
    note: str = ""


def office() -> WorkCalendar:
    """Return nine to six with an hour for lunch, in Moscow."""
    lunch = Break(title="Lunch", window=sr.Window.parse("13:00-14:00"))
    return WorkCalendar(
        key="office",
        title="Office",
        time_zone="Europe/Moscow",
        week=(
            WorkDays(
                days=("monday", "tuesday", "wednesday", "thursday", "friday"),
                window=sr.Window.parse("09:00-18:00"),
                breaks=(lunch,),
            ),
        ),
    )


def regulation() -> Regulation:
    """Return a pipeline with norms on the working clock, and pay by tiers."""
    draft = sr.regulation("speed", title="Speed", language="en")
    draft = draft.role("manager", title="Manager")
    for key in STAGES:
        kind: Any = {"new": "initial", "won": "won", "lost": "lost"}.get(key, "work")
        norm: dict[str, Any] = {}
        if key in HOURS:
            norm["norm"] = sr.time_norm(f"{HOURS[key]} h working")
        draft = draft.stage(key, title=key, kind=kind, owner="manager", **norm)
    tiers = [
        sr.tier("0 RUB", end="1000000 RUB", rate="1%"),
        sr.tier("1000000 RUB", end="5000000 RUB", rate="2.5%"),
        sr.tier("5000000 RUB", rate="4%"),
    ]
    draft = draft.kpi(
        "revenue",
        title="Revenue",
        unit="RUB",
        period="month",
        formula=sr.aggregate("amount", of="payments", event=sr.payment("received")),
    ).pay_plan(
        "pay",
        title="Pay",
        roles=["manager"],
        target_variable="100000 RUB",
        components=[
            sr.incentive(
                "commission",
                title="Commission",
                kind="commission",
                kpi="revenue",
                scale=sr.scale(tiers=tiers, mode="marginal", base="result"),
            )
        ],
    )
    return evolve(draft.build(), calendars=(office(),))


def best(run: Callable[[], Any], times: int = 3) -> tuple[float, Any]:
    """Return the least time of the processors in a run, and what it gave."""
    shortest, found = float("inf"), None
    for _ in range(times):
        start = time.process_time()
        found = run()
        shortest = min(shortest, time.process_time() - start)
    return shortest, found


def made(folder: Path, events: int) -> Path:
    """Write events of deals: each six, in the order of the stages."""
    import duckdb  # noqa: PLC0415

    path = folder / f"events-{events}.parquet"
    duckdb.connect().execute(
        f"""COPY (
          SELECT i // 6 AS deal, to_timestamp(1735722000 + hash(i // 6) % 4000000 * 6
            + (i % 6) * (300 + hash(i // 6 + i % 6) % 60000) * 6 + i % 6) AS at,
            {list(STAGES)}[1 + i % 6] AS subject
          FROM range({events}) AS numbers(i)
        ) TO '{path}' (FORMAT parquet)"""
    )
    return path


def windows() -> list[tuple[int, int, int]]:
    """Return the working windows of some years: day of UTC, start and end in it."""
    found: list[tuple[int, int, int]] = []
    day = dt.date(2025, 1, 1)
    while day.year < 2028:
        for start, end in office().open_windows(day):
            low, high = int(start.timestamp()), int(end.timestamp())
            found.append((low // DAY, low % DAY, high % DAY or DAY))
        day += dt.timedelta(days=1)
    return found


def by_day() -> list[tuple[int, int, int, int, int, int]]:
    """Return a row for each day: its number, the time before it, two windows."""
    spans: dict[int, list[tuple[int, int]]] = {}
    for day, start, end in windows():
        spans.setdefault(day, []).append((start, end))
    rows: list[tuple[int, int, int, int, int, int]] = []
    before = 0
    for day in range(min(spans), max(spans) + 1):
        (a, b), (c, d), *_ = [*spans.get(day, ()), (0, 0), (0, 0)]
        rows.append((day, before, a, b, c, d))
        before += b - a + d - c
    return rows


HAND = """WITH read AS (
  SELECT deal, subject, epoch_us("at") // 1000000 AS t FROM '{path}'
  WHERE "at" <= to_timestamp({now})
), worked AS (
  SELECT deal, subject, t, cum + greatest(0, least(t % 86400 - s1, e1 - s1))
    + greatest(0, least(t % 86400 - s2, e2 - s2)) AS w
  FROM read JOIN days ON days.day = t // 86400
), stays AS (
  SELECT subject, coalesce(lead(w) OVER (PARTITION BY deal ORDER BY t), {last}) - w
    AS used FROM worked
)
SELECT subject, count(*), sum(CASE WHEN used > most THEN 1 ELSE 0 END), sum(used)
FROM stays JOIN limits ON limits.stage = subject GROUP BY subject ORDER BY subject"""


def by_hand(path: Path) -> Callable[[], Any]:
    """Return the same task in SQL that somebody wrote for it.

    It opens a database of its own and puts the windows of the calendar into it, as
    everybody does who starts from a file. What it leaves out, to be as fast as can be:
    it does not look for rows that cannot be used, stages that are not known, or
    events that change nothing.
    """
    import duckdb  # noqa: PLC0415
    import pyarrow as pa  # noqa: PLC0415

    names = ["day", "cum", "s1", "e1", "s2", "e2"]
    days = pa.table(list(zip(*by_day(), strict=True)), names=names)
    most = [3600 * HOURS[key] if key in HOURS else None for key in STAGES]
    limits = pa.table([list(STAGES), most], names=["stage", "most"])
    query = HAND.format(path=path, now=int(NOW.timestamp()), last=worked_until_now())

    def run() -> Any:
        connection = duckdb.connect()
        connection.register("given_days", days).register("given_limits", limits)
        connection.execute("CREATE TABLE days AS SELECT * FROM given_days")
        connection.execute("CREATE TABLE limits AS SELECT * FROM given_limits")
        return connection.execute(query).fetchall()

    return run


def worked_until_now() -> int:
    """Return the working time before now in the table of days."""
    now = int(NOW.timestamp())
    for day, cum, a, b, c, d in by_day():
        if day == now // DAY:
            at = now % DAY
            return cum + max(0, min(at - a, b - a)) + max(0, min(at - c, d - c))
    raise LookupError


def with_polars(path: Path) -> Callable[[], Any]:
    """Return the same task with Polars."""
    import polars as pl  # noqa: PLC0415

    names = ["day", "cum", "s1", "e1", "s2", "e2"]
    days = pl.DataFrame(by_day(), schema=names, orient="row").lazy()
    limits = pl.DataFrame(
        {"subject": list(HOURS), "most": [3600 * hours for hours in HOURS.values()]}
    ).lazy()
    second = pl.col("t") % DAY

    def part(n: int) -> pl.Expr:
        low, high = pl.col(f"s{n}"), pl.col(f"e{n}")
        return (second - low).clip(0, high - low)

    def run() -> Any:
        return (
            pl.scan_parquet(path)
            .filter(pl.col("at") <= NOW)
            .with_columns(t=pl.col("at").dt.epoch("s"))
            .with_columns(day=pl.col("t") // DAY)
            .join(days, on="day")
            .with_columns(w=pl.col("cum") + part(1) + part(2))
            .sort("deal", "t")
            .with_columns(
                used=pl.col("w").shift(-1).over("deal").fill_null(worked_until_now())
                - pl.col("w")
            )
            .join(limits, on="subject", how="left")
            .group_by("subject")
            .agg(
                pl.len(),
                (pl.col("used") > pl.col("most")).sum().alias("bad"),
                pl.col("used").sum().alias("total"),
            )
            .sort("subject")
            .collect()
            .rows()
        )

    return run


def with_pandas(path: Path) -> Callable[[], Any]:
    """Return the same task with pandas, and working time by a search in NumPy."""
    import numpy as np  # noqa: PLC0415
    import pandas as pd  # noqa: PLC0415

    spans = [(day * DAY + a, day * DAY + b) for day, a, b in windows()]
    starts, ends = (np.array([span[side] for span in spans]) for side in (0, 1))
    before = np.concatenate([[0], np.cumsum(ends - starts)])

    def working(t: Any) -> Any:
        place = np.searchsorted(starts, t, side="right") - 1
        return before[place] + np.minimum(t, ends[place]) - starts[place]

    def run() -> Any:
        frame: Any = pd.read_parquet(path)
        frame = frame[frame["at"] <= NOW]
        frame["t"] = frame["at"].astype("datetime64[s, UTC]").astype("int64")
        frame = frame.sort_values(["deal", "t"], kind="stable")
        frame["w"] = working(frame["t"].to_numpy())
        end = frame.groupby("deal", sort=False)["w"].shift(-1)
        frame["used"] = end.fillna(worked_until_now()).astype("int64") - frame["w"]
        most = frame["subject"].map({key: 3600 * h for key, h in HOURS.items()})
        frame["bad"] = frame["used"] > most
        found = frame.groupby("subject").agg(
            number=("deal", "size"), bad=("bad", "sum"), total=("used", "sum")
        )
        return [tuple(row) for row in found.reset_index().to_numpy().tolist()]

    return run


def ours(path: Path) -> list[tuple[str, int, int, int | None]]:
    """Return the task as this library does it, from the path to the sums."""
    found = evaluate(regulation(), {"events": str(path)}, as_of=NOW).stages()
    return [(one.stage, one.visits, one.breached, one.seconds) for one in found]


def floor(path: Path) -> Callable[[], Any]:
    """Return a bare scan of the three columns."""
    import duckdb  # noqa: PLC0415

    connection = duckdb.connect()
    held = "sum(deal), sum(epoch_us(e.at) // 1000000), max(length(subject))"
    query = f"SELECT {held} FROM '{path}' AS e"
    return lambda: connection.execute(query).fetchall()


def stages(folder: Path, events: int) -> list[Row]:
    """Measure stays at stages for a number of events."""
    print(events, file=sys.stderr)
    path = made(folder, events)
    times = 3 if events <= 1_000_000 else 2
    own, expected = best(lambda: ours(path), times)
    rows = [Row("stages", "salesreg", events, own, 1.0)]
    for tool, make in (
        ("DuckDB, SQL by hand", by_hand),
        ("Polars", with_polars),
        ("pandas and NumPy", with_pandas),
        ("bare scan of the columns", floor),
    ):
        print(tool, file=sys.stderr)
        seconds, found = best(make(path), times)
        note = "" if make is floor else _beside(expected, found)
        rows.append(Row("stages", tool, events, seconds, seconds / own, note))
        print(rows[-1], file=sys.stderr)
    rows[1:1] = [bad_rows(path, events, own)]
    return rows


def _beside(expected: Sequence[Any], found: Sequence[Any]) -> str:
    """Return how other sums differ from ours."""
    pairs = list(zip(expected, map(tuple, found), strict=True))
    if any((one[0], one[1], one[3]) != (o[0], o[1], o[3]) for one, o in pairs):
        return "other sums"
    fewer = sum(one[2] - other[2] for one, other in pairs)
    return f"{fewer} stays too long not seen: over while closed" if fewer else ""


def bad_rows(path: Path, events: int, own: float) -> Row:
    """Measure the table of rows that do not fit, which is made when asked for."""
    found = evaluate(regulation(), {"events": str(path)}, as_of=NOW)
    seconds, _ = best(found.rejects.count, 1)
    return Row("rejects", "salesreg", events, seconds, seconds / own)


def sampled() -> list[tuple[dt.datetime, dt.datetime]]:
    """Return visits for clocks that are asked one by one."""
    first = dt.datetime(2025, 2, 3, 9, tzinfo=ZONE)
    return [
        (start, start + dt.timedelta(hours=3 + n % 90))
        for n in range(SAMPLE)
        for start in (first + dt.timedelta(minutes=n * 173),)
    ]


def clocks(per_visit: float) -> list[Row]:
    """Measure libraries that reckon working time, for each visit."""
    visits = sampled()
    calendar = office()
    expected = [calendar.elapsed(a, b).total_seconds() for a, b in visits]
    rows: list[Row] = []
    for tool, make in (
        ("salesreg, one by one", lambda: calendar.elapsed),
        ("bisection by hand", _bisection),
        ("businesstimedelta", _businesstimedelta),
        ("business-duration", _business_duration),
    ):
        try:
            measure = make()
        except ImportError:
            continue
        many = visits if tool.startswith(("salesreg", "bisection")) else visits[:100]
        print(tool, file=sys.stderr)
        seconds, found = best(lambda m=measure, v=many: [m(a, b) for a, b in v], 1)
        each = seconds / len(many)
        wrong = sum(
            abs(_seconds(one) - right) > 60
            for one, right in zip(found, expected, strict=False)
        )
        note = f"{100 * wrong // len(many)} % wrong" if wrong else ""
        rows.append(Row("clock", tool, len(many), each, each / per_visit, note))
    return rows


def _seconds(found: Any) -> float:
    return found.total_seconds() if isinstance(found, dt.timedelta) else float(found)


def _bisection() -> Callable[[dt.datetime, dt.datetime], float]:
    spans = [(day * DAY + a, day * DAY + b) for day, a, b in windows()]
    starts = [start for start, _ in spans]
    before = [0]
    for start, end in spans:
        before.append(before[-1] + end - start)

    def working(at: float) -> float:
        place = bisect_right(starts, at) - 1
        return before[place] + min(at, spans[place][1]) - starts[place]

    return lambda a, b: working(b.timestamp()) - working(a.timestamp())


def _businesstimedelta() -> Callable[[dt.datetime, dt.datetime], float]:
    import businesstimedelta as btd  # noqa: PLC0415
    import pytz  # noqa: PLC0415

    week, zone = [0, 1, 2, 3, 4], pytz.timezone("Europe/Moscow")
    day = btd.WorkDayRule(
        start_time=dt.time(9), end_time=dt.time(18), working_days=week, tz=zone
    )
    lunch = btd.LunchTimeRule(
        start_time=dt.time(13), end_time=dt.time(14), working_days=week, tz=zone
    )
    rules = btd.Rules([day, lunch])

    def measure(start: dt.datetime, end: dt.datetime) -> float:
        found = rules.difference(start, end)
        return float(found.hours * 3600 + found.seconds)

    return measure


def _business_duration() -> Callable[[dt.datetime, dt.datetime], float]:
    import pandas as pd  # noqa: PLC0415
    from business_duration import businessDuration  # noqa: PLC0415

    def measure(start: dt.datetime, end: dt.datetime) -> float:
        return float(
            businessDuration(
                startdate=pd.to_datetime(start.replace(tzinfo=None)),
                enddate=pd.to_datetime(end.replace(tzinfo=None)),
                starttime=dt.time(9),
                endtime=dt.time(18),
                unit="sec",
            )
        )

    return measure


PM4PY = """
import json, sys, time
import pandas as pd, pm4py
frame = pd.read_parquet(sys.argv[1]).head(int(sys.argv[2]))
frame["deal"] = frame["deal"].astype(str)
log = pm4py.format_dataframe(frame, case_id="deal", activity_key="subject",
    timestamp_key="at")
start = time.process_time()
profile = pm4py.discover_temporal_profile(log)
found = pm4py.conformance_temporal_profile(log, profile, zeta=1.0)
print(json.dumps([time.process_time() - start, pm4py.__version__]))
"""


def pm4py(path: Path, per_event: float) -> list[Row]:
    """Measure the conformance of pm4py, in a process of its own."""
    python = os.environ.get("SALESREG_PM4PY_PYTHON")
    if not python:
        return [_failed("pm4py", "SALESREG_PM4PY_PYTHON names no interpreter")]
    count = 60_000
    print("pm4py", file=sys.stderr)
    answer = subprocess.run(
        [python, "-c", PM4PY, str(path), str(count)],
        capture_output=True,
        text=True,
        check=False,
    )
    if answer.returncode:
        return [_failed("pm4py", answer.stderr)]
    seconds, version = json.loads(answer.stdout.splitlines()[-1])
    note = f"pm4py {version}: temporal profile, calendar time; by event"
    each = seconds / count / per_event
    return [Row("stages", "pm4py", count, seconds, each, note)]


def _failed(tool: str, why: str) -> Row:
    """Return the row of a tool that could not be measured, which says so."""
    reason = why.strip().splitlines()[-1][:80]
    return Row("stages", tool, 0, 0, 0, f"not measured: {reason}")


def growth(folder: Path, sizes: Sequence[int]) -> list[Row]:
    """Measure each size in a process of its own, with its memory and its floor."""
    rows: list[Row] = []
    code = (
        "import sys; sys.path.insert(0, sys.argv[2]); import evaluate_speed as e;"
        "e.alone(sys.argv[1])"
    )
    here = str(Path(__file__).parent)
    last: tuple[int, float] | None = None
    for size in sizes:
        path = made(folder, size)
        answer = subprocess.run(
            [sys.executable, "-c", code, str(path), here],
            capture_output=True,
            text=True,
            check=False,
        )
        if answer.returncode:
            rows.append(_failed(f"salesreg, {size}", answer.stderr))
            continue
        seconds, memory = json.loads(answer.stdout[answer.stdout.rindex("[") :])
        note = f"{memory / 2**20:.2f} GB at most"
        if last is not None:
            note += f"; {seconds / last[1]:.3g} times {last[0]:,}"
        last = size, seconds
        rows.append(Row("growth", "salesreg", size, seconds, 1.0, note))
        print(rows[-1], file=sys.stderr)
        bare, _ = best(floor(path), 2)
        scan = "bare scan of the columns"
        rows.append(Row("growth", scan, size, bare, bare / seconds))
        print(rows[-1], file=sys.stderr)
        path.unlink()
    return rows


def alone(path: str) -> None:
    """Evaluate a file, and print the time and the most memory in KB."""
    seconds, _ = best(lambda: ours(Path(path)), 1)
    print(json.dumps([seconds, most_memory()]))


def most_memory() -> int:
    """Return the most memory of this process, in KB.

    What the system counts for a process begins with that of the one that started it.
    """
    status = Path("/proc/self/status")
    if status.exists():
        (line,) = [one for one in status.read_text().splitlines() if "VmHWM" in one]
        return int(line.split()[1])
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def paid(folder: Path, deals: int) -> list[Row]:
    """Measure pay by person and month, from one payment of each deal.

    Whose a payment is, the deal says, so everybody joins the two tables.
    """
    import duckdb  # noqa: PLC0415
    import polars as pl  # noqa: PLC0415

    path = folder / "payments.parquet"
    held = folder / "deals.parquet"
    connection = duckdb.connect()
    moment = "to_timestamp(1735722000 + hash(i) % 30000000)"
    connection.execute(
        f"COPY (SELECT i AS deal, {moment} AS at, CAST((100 + hash(i * 7) % 99999) AS"
        " DECIMAL(12, 2)) / 10 AS amount, 'RUB' AS currency"
        f" FROM range({deals}) AS n(i)) TO '{path}' (FORMAT parquet)"
    )
    connection.execute(
        f"COPY (SELECT i AS deal, {moment} AS created_at, 'p' || i % 200 AS owner"
        f" FROM range({deals}) AS n(i)) TO '{held}' (FORMAT parquet)"
    )
    people = [
        {"person": f"p{n}", "role": "manager", "since": dt.date(2024, 1, 1)}
        for n in range(200)
    ]
    rules = regulation()

    def own() -> Any:
        data = {"deals": str(held), "payments": str(path), "people": people}
        found: Any = evaluate(rules, data, as_of=NOW)
        return {(row.person, row.start): row.paid for row in found.pay}

    def naive() -> Any:
        totals: dict[tuple[str, dt.date], Decimal] = {}
        cursor = connection.execute(
            f"SELECT deal, owner FROM '{held}' LIMIT {deals // 10}"
        )
        owners: dict[int, str] = {}
        while some := cursor.fetchmany(65_536):
            owners.update(some)
        cursor = connection.execute(
            f"SELECT deal, e.at, amount FROM '{path}' AS e LIMIT {deals // 10}"
        )
        while batch := cursor.fetchmany(65_536):
            for deal, at, amount in batch:
                day = at.astimezone(ZONE).date().replace(day=1)
                key = (owners[deal], day)
                totals[key] = totals.get(key, Decimal(0)) + Decimal(str(amount))
        return {key: _tiers(total) for key, total in totals.items()}

    def polars() -> Any:
        local = pl.col("at").dt.convert_time_zone("Europe/Moscow")
        sums = (
            pl.scan_parquet(path)
            .join(pl.scan_parquet(held).select("deal", "owner"), on="deal")
            .group_by("owner", local.dt.truncate("1mo").dt.date().alias("month"))
            .agg((pl.col("amount").cast(pl.Float64) * 100).round().cast(pl.Int64).sum())
            .collect()
        )
        return {
            (owner, month): _tiers(Decimal(cents) / 100)
            for owner, month, cents in sums.rows()
        }

    print("pay", file=sys.stderr)
    seconds, expected = best(own, 1)
    rows = [Row("pay", "salesreg", deals, seconds, 1.0)]
    print(rows[-1], file=sys.stderr)
    for tool, run in (("Polars, tiers by hand", polars), ("Python by hand", naive)):
        took, found = best(run, 1)
        if run is naive:
            # One row in ten is enough to see what a row costs.
            took, note = 10 * took, "from a tenth of the rows"
        else:
            same = all(found.get(key, 0) == value for key, value in expected.items())
            note = "" if same else "other sums"
        rows.append(Row("pay", tool, deals, took, took / seconds, note))
        print(rows[-1], file=sys.stderr)
    return rows


def _tiers(total: Decimal) -> Decimal:
    pay = Decimal(0)
    bounds = (
        (Decimal(0), Decimal(1_000_000), Decimal("0.01")),
        (Decimal(1_000_000), Decimal(5_000_000), Decimal("0.025")),
        (Decimal(5_000_000), None, Decimal("0.04")),
    )
    for low, high, rate in bounds:
        top = total if high is None else min(total, high)
        pay += max(Decimal(0), top - low) * rate
    return pay.quantize(Decimal("0.01"), "ROUND_HALF_UP")


def run(sizes: Sequence[int] = SIZES) -> list[Row]:
    """Measure everything; the last of several sizes is measured for growth alone."""
    rows: list[Row] = []
    beside = sizes[:-1] or sizes
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for size in beside:
            rows += stages(folder, size)
        measured = [
            row for row in rows if (row.task, row.tool) == ("stages", "salesreg")
        ]
        own = measured[-1]
        rows += pm4py(folder / f"events-{beside[0]}.parquet", own.seconds / own.rows)
        rows += clocks(own.seconds / own.rows)
        rows += paid(folder, max(beside))
        rows += growth(folder, sizes)
    return rows


def table(rows: Sequence[Row]) -> str:
    """Return the rows as Markdown."""
    lines = [
        "| task | tool | rows | seconds | times salesreg | |",
        "|---|---|---:|---:|---:|---|",
    ]
    lines += [
        f"| {row.task} | {row.tool} | {row.rows:,} | {row.seconds:.3g} |"
        f" {row.ratio:.3g} | {row.note} |"
        for row in rows
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    given = tuple(map(int, sys.argv[1:]))
    # The page is written by another module, which has this one as a part.
    page = importlib.import_module("run")
    if given:
        print(page.versions(page.PARTS["evaluate_speed"][1]))
        print(f"\n{table(run(given))}")
    else:
        page.main("evaluate_speed")
