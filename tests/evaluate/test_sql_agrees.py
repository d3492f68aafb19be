"""The SQL gives what the plain evaluator gives, to the second."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

import salesreg as sr
from salesreg.evaluate.tables import Records
from tests.evaluate.drawn import assert_agree, records, small, two_editions

pytest.importorskip("duckdb")
SMALL = small()
HISTORY = two_editions()
STAGES = ("new", "talk", "offer", "wait", "won", "lost", "nowhere")
B2B = sr.templates.get("b2b", language="en")
TABLES = ("visits",)


@settings(max_examples=40, deadline=None)
@given(data=records(STAGES))
def test_small(data: Records) -> None:
    """So it is for a small regulation with every kind of norm on two calendars."""
    assert_agree(SMALL, data, TABLES)


@settings(max_examples=20, deadline=None)
@given(data=records(STAGES))
def test_history(data: Records) -> None:
    """So it is when each deal is held to the edition that applied."""
    assert_agree(HISTORY, data, TABLES)


@settings(max_examples=10, deadline=None)
@given(data=records(tuple(stage.key for stage in B2B.stages)))
def test_b2b(data: Records) -> None:
    """So it is for the ready regulation."""
    assert_agree(B2B, data, TABLES)
