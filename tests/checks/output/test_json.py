"""The report as JSON."""

from __future__ import annotations

import json

from hypothesis import given

from salesreg.checks.output import json as output
from salesreg.model.regulation import Regulation
from salesreg.testing import regulations
from tests.checks.output.reports import report, report_on


@given(regulations(size="small", texts="nasty"))
def test_json_is_the_report(regulation: Regulation) -> None:
    """JSON of any regulation's report loads as what the report says of itself."""
    made = report_on(regulation)
    assert made.to_dict() == json.loads(output.render(made))


def test_several_reports() -> None:
    """Several reports are an array of them."""
    one, other = report("en"), report("ru")
    expected = [one.to_dict(), other.to_dict()]
    assert expected == json.loads(output.render(one, other))
    assert "«Руководитель" in output.render(other)
