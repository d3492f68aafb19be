"""The overview says what the tables say, in the language of the regulation."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator

import pytest

import salesreg as sr
from salesreg.document.blocks import Block, Document, Section, Table
from salesreg.document.figures import BarFigure
from salesreg.document.text import visible
from salesreg.document.words import words_of
from salesreg.evaluate.evaluation import Evaluation
from salesreg.evaluate.reading.faults import Reason as Rejected
from salesreg.evaluate.results import NotEvaluated, Reason
from salesreg.evaluate.violations import BROKEN, violations, violations_of
from salesreg.interchange import xes

START = dt.datetime(2026, 3, 2, 7, tzinfo=dt.UTC)
NOW = dt.datetime(2026, 4, 1, tzinfo=dt.UTC)
PATHS = {
    "kept": [("new", 0), ("offer", 1), ("won", 3)],
    "slow": [("new", 0), ("offer", 9), ("won", 12)],
    "wild": [("offer", 0), ("new", 1)],
}
RULES = """\
format: salesreg/1
key: rules
title: Rules
language: {language}
roles: [{{key: manager, title: Manager}}]
stages:
- key: new
  title: New
  kind: initial
  owner: manager
  norm: {{limit: 2 business days}}
  transitions: [{{to: offer}}]
- {{key: offer, title: Offer, owner: manager, transitions: [{{to: won}}]}}
- {{key: won, title: Won, kind: won, owner: manager}}
calendars:
- key: office
  title: Office
  time_zone: Europe/Moscow
  week:
  - {{days: [monday, tuesday, wednesday, thursday, friday], window: "09:00-18:00"}}
kpis:
- key: won
  title: Deals won
  unit: deals
  direction: up
  target: 5 deals
  roles: [manager]
  formula: {{kind: count, event: {{kind: stage_entered, stage: won}}}}
pay_plans:
- key: pay
  title: Pay
  roles: [manager]
  target_variable: 10000 RUB
  components:
  - key: deals
    title: For deals
    kpi: won
    weight: 100%
    scale:
      kind: scale
      mode: linear
      base: target_pay
      tiers: [{{start: 0 deals, rate: 0%, rate_at_end: 100%, end: 5 deals}},
              {{start: 5 deals, rate: 100%}}]
improvements:
- {{key: few, title: Few deals, kpi: won, below: 3 deals, owner: manager}}
"""


def made(
    language: str = "en", paths: dict[str, list[tuple[str, int]]] = PATHS
) -> Evaluation:
    """Hold some deals to the rules; days are counted from the start."""
    events = [
        {
            "deal": deal,
            "at": START + dt.timedelta(days=days),
            "kind": "stage",
            "subject": stage,
            "actor": "ann",
        }
        for deal, path in paths.items()
        for stage, days in path
    ]
    deals = [{"deal": deal, "created_at": START, "owner": "ann"} for deal in paths]
    people = [{"person": "ann", "role": "manager", "since": dt.date(2026, 1, 1)}]
    return sr.evaluate(
        sr.loads(RULES.format(language=language)),
        {"deals": deals, "events": events, "people": people},
        as_of=NOW,
    )


def tables(document: Document, anchor: str) -> Iterator[list[tuple[str, ...]]]:
    """Yield the tables of a section as rows of texts."""
    for section in document.sections:
        if section.anchor == anchor:
            for block in section.blocks:
                if isinstance(block, Table):
                    yield [tuple(map(visible, row)) for row in block.rows]


def blocks(document: Document) -> Iterator[Block]:
    """Yield the blocks of all sections."""
    for section in document.sections:
        assert isinstance(section, Section)
        yield from section.blocks


def test_breaches_are_the_violations() -> None:
    """The table of breaches counts each violation once, under its clause."""
    evaluation = made()
    (rows,) = tables(evaluation.overview().document, "breaches")
    expected = Counter(one.clause for one in violations(evaluation))
    shown: Counter[str] = Counter()
    for clause, _, _, count in rows:
        shown[clause] += int(count)
    assert expected == shown
    assert 4 == shown.total()


def test_every_deal_that_keeps_the_rules_is_left_alone() -> None:
    """Where every clause is kept the overview says so."""
    text = made(paths={"kept": PATHS["kept"]}).overview().to_markdown()
    assert "Every clause that could be looked at was kept." in text


def test_figures_have_the_numbers_of_the_tables() -> None:
    """A bar is as high as its row says: visits of the funnel, and pay."""
    evaluation = made()
    document = evaluation.overview().document
    figures = [one for one in blocks(document) if isinstance(one, BarFigure)]
    funnel = next(one for one in figures if one.caption.startswith("Funnel"))
    visits = {one.stage: one.visits for one in evaluation.stages()}
    assert [visits["new"], visits["offer"], visits["won"]] == [
        one.value for one in funnel.amounts
    ]
    (paid,) = [one for one in figures if one.caption.startswith("Pay, ")]
    last = max(evaluation.pay, key=lambda row: row.end)  # type: ignore[attr-defined]
    assert [("ann", last.paid, last.target)] == [  # type: ignore[attr-defined]
        (one.title, one.value, one.goal) for one in paid.amounts
    ]


def test_rules_of_improvement_that_fire() -> None:
    """What is to be revised stands with its value and its bound."""
    (rows,) = tables(made().overview().document, "improvements")
    assert {("Few deals", "3\N{NO-BREAK SPACE}deals")} == {
        (row[1], row[4]) for row in rows
    }


@pytest.mark.parametrize("language", ["ru", "en"])
def test_documents(language: str) -> None:
    """Every writer takes an overview, and the page fetches nothing and runs nothing."""
    overview = made(language).overview()
    page = overview.to_html()
    assert "<script" not in page
    assert "http" not in page.replace("http://www.w3.org/2000/svg", "")
    assert page.count("<svg") == sum(
        isinstance(one, BarFigure) for one in blocks(overview.document)
    )
    assert overview.to_docx().startswith(b"PK")
    assert overview.to_markdown() == made(language).overview().to_markdown()


@pytest.mark.parametrize("language", ["ru", "en"])
def test_reasons_are_said(language: str) -> None:
    """Each reason of a reject and of a clause that is not evaluated has words."""
    words = words_of(language)  # type: ignore[arg-type]
    missing = [
        reason
        for context, reasons in (("reject", Rejected), ("not evaluated", Reason))
        for reason in reasons.__args__
        if not words.named(context, reason)
    ]
    assert [] == missing


def test_a_row_that_breaks_nothing_is_no_violation() -> None:
    """Of each table only rows that break their clause are violations."""
    evaluation = made(paths={"kept": PATHS["kept"]})
    assert [] == [
        one
        for name in BROKEN
        for one in violations_of(name, evaluation.table(name), evaluation.now)
    ]
    assert all(
        isinstance(one, NotEvaluated)
        for one in evaluation.not_evaluated  # type: ignore[attr-defined]
    )


def test_bars_are_told_apart() -> None:
    """Bars of one stage say by kind what each of them is about."""
    document = made().overview().document
    (figure,) = [
        one
        for one in blocks(document)
        if isinstance(one, BarFigure) and one.caption == "Breaches by clause"
    ]
    titles = [one.title.partition(" ")[2] for one in figure.amounts]
    assert ["New", "Offer: Moves and gates", "Offer: Moves and gates"] == sorted(titles)
    assert len(figure.amounts) == len({one.title for one in figure.amounts})


def test_final_stages_have_no_mean_time() -> None:
    """A deal stays at a final stage for good, so its mean time there says nothing."""
    rows, *_ = tables(made().overview().document, "stages")
    means = {row[0]: row[-1] for row in rows}
    assert "—" == means["Won"]
    assert "—" not in {means["New"], means["Offer"]}


def test_undefined_kpis_are_shown() -> None:
    """A KPI without a value stands in the table, as undefined."""
    share = (
        "kpis:\n- key: share\n  title: Share\n  unit: '%'\n  formula: {kind: ratio,"
        " of: {kind: count, event: {kind: stage_entered, stage: won}},"
        " to: {kind: count, event: {kind: stage_entered, stage: won}}}"
    )
    rules = RULES.format(language="en").replace("kpis:", share)
    events = [{"deal": "d", "at": START, "kind": "stage", "subject": "new"}]
    evaluation = sr.evaluate(sr.loads(rules), {"events": events}, as_of=NOW)
    (rows,) = tables(evaluation.overview().document, "kpis")
    assert {"Share": "undefined", "Deals won": "0\N{NO-BREAK SPACE}deals"} == {
        row[1]: row[3] for row in rows
    }


SHEET = """\
activities: [{key: call, title: Call}]
budgets:
- {key: calls, title: Calls, roles: [manager], activity: call, per: day, most: 1 h}
norms:
- {key: many, title: Many calls, roles: [manager], activity: call, per: day, count: 3}
"""


def test_time_and_work_are_among_the_violations() -> None:
    """Too much time and too little work count, each on its day of the office."""
    call = {"person": "ann", "activity": "call", "start": START, "minutes": 90}
    evaluation = sr.evaluate(
        sr.loads(RULES.format(language="en") + SHEET),
        {
            "activities": [call],
            "people": [{"person": "ann", "role": "manager", "since": START.date()}],
        },
        as_of=NOW,
    )
    found = list(violations(evaluation))
    end = dt.datetime(2026, 3, 2, 20, 59, 59, tzinfo=dt.UTC)
    assert [
        ("budgets", "over", None, "ann", end),
        ("norms", "under", None, "ann", end),
    ] == [(one.table, one.rule, one.deal, one.person, one.at) for one in found]
    (rows,) = tables(evaluation.overview().document, "breaches")
    assert {("Calls", "Time budgets", "1"), ("Many calls", "Norms of work", "1")} == {
        row[1:] for row in rows
    }
    (trace,) = re.findall(b"<trace>.*?</trace>", xes.write(found), re.DOTALL)
    assert 2 == trace.count(b"<event>")
    assert b'<string key="concept:name" value="ann"/>' in trace
