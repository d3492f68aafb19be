"""The folder of an evaluation: a page to look at, an event log, every table."""

from __future__ import annotations

from pathlib import Path

from salesreg.evaluate.evaluation import Evaluation
from salesreg.evaluate.violations import Violation


def write_report(result: Evaluation, found: list[Violation], out: Path) -> None:
    """Write the overview, the violations and the tables as one folder.

    Args:
        result: The evaluation.
        found: Its violations.
        out: The folder; it is there whole or not at all.
    """
    from salesreg.interchange import xes  # noqa: PLC0415 - reading XML takes a while

    files = {
        "overview.html": result.overview().to_html().encode(),
        "violations.xes": xes.write(found),
    }
    result.write(out, files)
