"""`salesreg evaluate`: data in, a folder and a count of breaches out."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result

from salesreg.cli import main
from tests.interchange import small

COLUMNS = '[stages]\n"C1:NEW" = "new"\n"C1:OFFER" = "offer"\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a regulation, a history and names of columns."""
    monkeypatch.chdir(tmp_path)
    Path("rules.yaml").write_text(small.RULES, "utf-8")
    Path("history.json").write_text(json.dumps(small.BITRIX), "utf-8")
    Path("columns.toml").write_text(COLUMNS, "utf-8")
    return tmp_path


def run(*words: str) -> Result:
    """Run the command on the regulation."""
    return CliRunner().invoke(main, ["evaluate", "rules.yaml", *words])


UNSHOWN = (
    "2  Clauses that the data cannot show",
    "a table that it needs was not given: 2.1.4, 2.2.2",
)
"""What is said of clauses that need the fields of deals, where there are none."""
HISTORY = ("--history", "bitrix24", "history.json", "--columns", "columns.toml")


@pytest.mark.usefixtures("folder")
def test_folder_and_counts() -> None:
    """The overview, the violations and the tables are written; breaches are counted."""
    result = run(*HISTORY, "--as-of", "2026-03-31", "--out", "report")
    assert (0, "") == (result.exit_code, result.stderr)
    assert ["report/overview.html", "1  Norms of stages", *UNSHOWN] == [
        line.strip() for line in result.stdout.splitlines()
    ]
    written = {path.name for path in Path("report").iterdir()}
    assert {"overview.html", "violations.xes", "visits.parquet"} <= written
    assert b"Sales rules" in Path("report/overview.html").read_bytes()


@pytest.mark.usefixtures("folder")
def test_rows_that_do_not_fit_are_named() -> None:
    """The first rows that do not fit are told with place, reason and what they say."""
    Path("columns.toml").write_text('[stages]\n"C1:NEW" = "new"\n', "utf-8")
    result = run(*HISTORY, "--as-of", "2026-03-31")
    told = "unknown stage: name it in stages of the columns (C1:OFFER)"
    assert f"events:2: {told}" == result.stdout.splitlines()[-1].strip()


@pytest.mark.usefixtures("folder")
def test_tables() -> None:
    """Tables of one's own are read as they are."""
    Path("events.csv").write_text(
        "deal,at,subject\n1,2026-03-02T07:00:00Z,new\n1,2026-03-02T09:00:00Z,offer\n"
        "2,2026-03-02T09:00:00Z,sideways\n",
        "utf-8",
    )
    result = run("--events", "events.csv", "--as-of", "2026-03-31T00:00:00+03:00")
    assert 0 == result.exit_code, result.output
    assert "Every clause that could be looked at was kept." in result.stdout
    assert "1  Rows of the CRM" in result.stdout


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("", "Nothing could be checked: the tables have no rows."),
        ("1,soon,new\n", "Nothing could be checked: no row of the tables can be used."),
    ],
)
@pytest.mark.usefixtures("folder")
def test_nothing_that_can_be_checked(rows: str, said: str) -> None:
    """Where there is nothing to look at, nothing is said to be kept."""
    Path("events.csv").write_text(f"deal,at,subject\n{rows}", "utf-8")
    result = run("--events", "events.csv", "--as-of", "2026-03-31", "--out", "report")
    assert 2 == result.exit_code
    assert said in result.stdout
    assert "was kept" not in result.stdout
    assert said in Path("report/overview.html").read_text("utf-8")


@pytest.mark.usefixtures("folder")
def test_clauses_that_are_not_evaluated_are_listed() -> None:
    """Without a calendar no norm can be counted, and that is said with the clause."""
    rules = small.RULES[: small.RULES.index("calendars:")]
    Path("rules.yaml").write_text(rules, "utf-8")
    result = run(*HISTORY, "--as-of", "2026-03-31")
    assert 0 == result.exit_code
    assert [
        "Every clause that could be looked at was kept.",
        "3  Clauses that the data cannot show",
        "there is no calendar of working time: 2.1.3",
        UNSHOWN[1],
    ] == [line.strip() for line in result.stdout.splitlines()]


@pytest.mark.usefixtures("folder")
def test_history_beside_tables() -> None:
    """A history has the program's deals and other tables beside it, with one TOML."""
    Path("deals.json").write_text(json.dumps(small.BITRIX_DEALS), "utf-8")
    Path("people.csv").write_text("Who,What,since\n3,Sales,2026-01-12\n", "utf-8")
    Path("columns.toml").write_text(
        COLUMNS
        + '[deals]\ndeal = "Deal no."\nprice = "OPPORTUNITY"\n'
        + '[events]\ndeal = "Deal no."\n'
        + '[people]\nperson = "Who"\nrole = "What"\n[roles]\nSales = "manager"\n',
        "utf-8",
    )
    bare = run(*HISTORY, "--as-of", "2026-03-31", "--people", "people.csv")
    more = ("--people", "people.csv", "--deals", "deals.json", "--out", "report")
    result = run(*HISTORY, "--as-of", "2026-03-31", *more)
    assert (0, 0) == (bare.exit_code, result.exit_code), result.output
    assert "Rows of the CRM" not in result.output
    visits = pq.read_table("report/visits.parquet", columns=["person"]).to_pylist()
    assert [{"person": "3"}] * 2 == visits


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("2026-03-02T13:59", "Every clause"),
        ("2026-03-03T18:00", "Every clause"),
        ("2026-03-03T18:01", "Norms"),
        ("03.03.2026 18:01", "Norms"),
        ("2026-03-03", "Norms"),
        ("03.03.2026", "Norms"),
        ("2026-03-03T18:01Z", "Norms"),
        ("2026-03-03T16:00+01:00", "Every clause"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_moment_without_a_zone(written: str, told: str) -> None:
    """A moment is in the zone of the data or the calendar; a day alone is its end."""
    assert told in run(*HISTORY, "--as-of", written).stdout
    Path("columns.toml").write_text('time_zone = "Asia/Tokyo"\n' + COLUMNS, "utf-8")
    assert "Every clause" in run(*HISTORY, "--as-of", "2026-03-04T00:00").stdout
    assert "Norms" in run(*HISTORY, "--as-of", "2026-03-04T00:01").stdout


@pytest.mark.usefixtures("folder")
def test_editions() -> None:
    """Each deal is held to the edition that applied to it."""
    second = small.RULES.replace('"1"', '"2"').replace("2026-01-12", "2026-03-05")
    second = second.replace("1 business days", "5 business days")
    transition = "in_force_from: 2026-03-05, running_deals: keep"
    second = second.replace("in_force_from: 2026-03-05", transition)
    Path("second.yaml").write_text(second, "utf-8")
    Path("events.csv").write_text(
        "deal,at,subject\n"
        "early,2026-03-02T07:00:00Z,new\nearly,2026-03-04T07:30:00Z,offer\n"
        "later,2026-03-10T07:00:00Z,new\nlater,2026-03-12T07:30:00Z,offer\n",
        "utf-8",
    )
    words = ("second.yaml", "--events", "events.csv", "--as-of", "2026-03-31")
    result = run(*words)
    told = [line.strip() for line in result.stdout.splitlines()]
    assert ["1  Norms of stages", *UNSHOWN] == told


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["rules.yaml", "--events", "no.csv"], "2 editions have the number 1"),
        ([], "give some data: --deals"),
        ([*HISTORY, "--events", "x.csv"], "--history stands in place of --events"),
        (["--events", "no.csv"], "events cannot be read from no.csv"),
        (["--history", "bitrix24", "no.json"], "no.json: cannot be read"),
        ([*HISTORY, "--as-of", "soon"], "'soon' is no moment"),
        ([*HISTORY, "--as-of", "31.02.2026"], "'31.02.2026' is no moment"),
        (["--history", "bitrix24", "rules.yaml"], "is no such export"),
        (
            ["--history", "xes", "history.json", "--deals", "x.csv"],
            "the history of xes has the deals",
        ),
        ([*HISTORY, "--columns", "bad.toml"], "did you mean 'stages'?"),
        ([*HISTORY, "--out", "."], "holds other files"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_problems(words: list[str], message: str) -> None:
    """What cannot be done is said on standard error, with exit code 2."""
    Path("bad.toml").write_text(
        "[stagess]\na = 1\n[events]\ndeal = 7\n", encoding="utf-8"
    )
    result = run(*words)
    assert 2 == result.exit_code
    assert message in result.stderr
    assert "Traceback" not in result.output


@pytest.mark.usefixtures("folder")
def test_a_report_is_replaced() -> None:
    """A report of before is replaced, whatever was put into its folder."""
    run(*HISTORY, "--as-of", "2026-03-31", "--out", "report")
    Path("report/visits.parquet").unlink()
    assert 0 == run(*HISTORY, "--as-of", "2026-03-31", "--out", "report").exit_code
    assert Path("report/visits.parquet").exists()
