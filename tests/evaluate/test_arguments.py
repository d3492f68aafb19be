"""What evaluation and `reg.next` cannot take is refused with place and remedy."""

from __future__ import annotations

import datetime as dt
import importlib
import inspect
import pydoc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import salesreg as sr
from tests.interchange import small

RULES = small.rules()
ROWS = {"events": [{"deal": "7", "at": "2026-03-02T07:00:00Z", "subject": "new"}]}
NAIVE = dt.datetime(2026, 3, 31)  # noqa: DTZ001 - what is refused
# What the calls give for the types that they do not take is wrong on purpose.
evaluate: Any = sr.evaluate
state: Any = sr.DealState
RESULT: Any = sr.evaluate(RULES, ROWS, as_of=small.NOW)


def told(call: Callable[[], object]) -> list[tuple[str, str, str | None]]:
    """Return code, path and hint of each problem that a call raises."""
    with pytest.raises(sr.InvalidValue) as caught:
        call()
    return [(one.code, one.path, one.hint) for one in caught.value.problems]


def test_every_argument_is_looked_at() -> None:
    """All the arguments of another type are told at once, each with what to write."""
    tables = "name the tables, as in {'deals': 'deals.csv', 'events': 'events.csv'}"
    moment = "write datetime.fromisoformat('2026-05-13T12:00:00+03:00')"
    columns = "write Columns(stages={...}, time_zone=...)"
    assert [
        ("wrong-type", "/regulation", "read it first: sr.load('reg.yaml')"),
        ("wrong-type", "/data", tables),
        ("wrong-type", "/as_of", moment),
        ("wrong-type", "/columns", columns),
    ] == told(
        lambda: evaluate(
            "reg.yaml", "deals.csv", as_of="2026-03-31", columns={"stages": {}}
        )
    )


@pytest.mark.parametrize(
    ("given", "hint"),
    [
        (sr.regulation("r", title="R"), "write draft.build()"),
        ([RULES], "write History(editions) for the editions of one regulation"),
        (Path("reg.yaml"), "read it first: sr.load('reg.yaml')"),
        (7, None),
    ],
)
def test_what_is_nearly_a_regulation_says_how_to_make_one(
    given: object, hint: str | None
) -> None:
    """A draft, a list of editions and a path are refused with the next step."""
    problem = ("wrong-type", "/regulation", hint)
    assert [problem] == told(lambda: evaluate(given, ROWS, as_of=small.NOW))


@pytest.mark.parametrize("as_of", [NAIVE, NAIVE.date()])
def test_a_moment_has_a_zone(as_of: object) -> None:
    """A moment without a zone and a day are no moment, and say what to write."""
    ((_, path, hint),) = told(lambda: evaluate(RULES, ROWS, as_of=as_of))
    assert ("/as_of", True) == (path, "ZoneInfo('Europe/Moscow')" in str(hint))


def test_tables_of_results() -> None:
    """A misspelt table is refused with the nearest; one without SQL says what has."""
    meant = [("unknown-table", "", "did you mean 'visits'?")]
    assert meant == told(lambda: RESULT.table("visit"))
    assert meant == told(lambda: RESULT.sql("visit"))
    assert [("unknown-table", "", "write result.rejects")] == told(
        lambda: RESULT.table("rejects")
    )
    ((code, _, hint),) = told(lambda: RESULT.sql("not_evaluated"))
    assert ("no-sql", True) == (code, "visits" in str(hint))


def test_evaluation_says_what_it_is() -> None:
    """A result names the regulation, the moment and the tables, read and reckoned."""
    said = repr(RESULT)
    start = "<Evaluation of 'rules', revision 1, as of 2026-03-31 03:00:00+03:00; read:"
    assert f"{start} events; tables: " == said[: len(start) + 17]
    assert "deadlines, " in said


def test_help_is_that_of_the_function() -> None:
    """The package that is called shows the signature and the help of its function."""
    function = importlib.import_module("salesreg.evaluate.evaluation").evaluate
    package: Any = importlib.import_module("salesreg.evaluate")
    assert inspect.signature(function) == inspect.signature(package)
    assert "as_of: The moment" in pydoc.render_doc(package)


def test_keys_are_texts() -> None:
    """The number of a deal is a key in quotes."""
    assert [("wrong-type", "/deal", "put it in quotes")] == told(
        lambda: RESULT.explain(deal=7)
    )


def test_a_state_is_looked_at() -> None:
    """All that a state cannot take is told at once; a role alone gets its comma."""
    problems = told(
        lambda: state(
            stage=1,
            since="2026-03-02",
            created_at=NAIVE,
            roles="manager",
            values=[],
            events=[{"kind": "stage"}],
        )
    )
    assert [
        ("wrong-type", "/stage"),
        ("wrong-type", "/since"),
        ("naive-datetime", "/created_at"),
        ("wrong-type", "/roles"),
        ("wrong-type", "/values"),
        ("wrong-type", "/events/0"),
    ] == [(code, path) for code, path, _ in problems]
    assert "write ('manager',)" == problems[3][2]


def test_what_the_regulation_does_not_know() -> None:
    """Unknown stages, roles and fields are told at once, each with the nearest."""
    deal = sr.DealState(
        stage="neww",
        since=small.NOW,
        roles=("manger",),
        values={"prise": 1, "price": None},
    )
    assert [
        ("unknown-stage", "/stage", "did you mean 'new'?"),
        ("unknown-role", "/roles", "did you mean 'manager'?"),
        ("unknown-field", "/values/prise", "did you mean 'price'?"),
    ] == told(lambda: RULES.next(deal, small.NOW))
    following: Any = RULES.next
    assert [("wrong-type", "/now"), ("wrong-type", "/deal")] == [
        (code, path) for code, path, _ in told(lambda: following({}, "soon"))
    ]
