"""The last part of the demo: a regulation held to the data of a CRM that is made up."""

from __future__ import annotations

from pathlib import Path

import click

from salesreg import templates
from salesreg.checks.said import Said
from salesreg.evaluate.extra import MissingExtra
from salesreg.model.regulation import Language

FAULTS = (
    "/stages/0/deadlines/0",
    "/stages/0/norm",
    "/stages/0/required_fields/0",
    "/stages/1/transitions",
    "/stages/4/norm",
)
"""Clauses of the regulation `b2b` that are broken, by one deal each."""

DEALS = 60
"""How many deals keep every clause."""

FOUND = Said(
    en="\nOn the data of a CRM, made up for this: {deals} deals keep the regulation "
    "`b2b`, {planted} break one clause each. Broken were {broken}, found are {found}."
    "\nOpen {folder}/overview.html",
    ru="\nНа данных CRM, придуманных для примера: {deals} сделок соблюдают регламент "
    "`b2b`, {planted} нарушают по одному пункту. Нарушены {broken}, найдены {found}."
    "\nОткройте {folder}/overview.html",
)
LACKING = Said(
    en="\nHow it runs on the data of a CRM is shown with `pip install "
    "'salesreg[data]'`.",
    ru="\nКак он выполняется на данных CRM, видно после `pip install "
    "'salesreg[data]'`.",
)


def show_data(language: Language, out: Path) -> None:
    """Evaluate made-up data, and tell what was broken and what was found."""
    try:
        said = _evaluated(language, out)
    except MissingExtra:
        said = LACKING.filled(language, {})
    click.echo(said)


def _evaluated(language: Language, out: Path) -> str:
    # Few people run the demo, and everybody else need not wait for these.
    from salesreg.cli.reporting import write_report  # noqa: PLC0415
    from salesreg.evaluate.evaluation import evaluate  # noqa: PLC0415
    from salesreg.evaluate.violations import violations  # noqa: PLC0415
    from salesreg.testing.crm.data import demo  # noqa: PLC0415

    regulation = templates.get("b2b", language=language)
    data = demo(regulation, deals=DEALS, faults=FAULTS)
    result = evaluate(regulation, data.records, as_of=data.as_of)
    found = list(violations(result))
    write_report(result, found, out)
    broken = [
        entry.number for fault in FAULTS if (entry := regulation.clause_of(fault))
    ]
    names = {
        "deals": str(DEALS),
        "planted": str(len(FAULTS)),
        "broken": _listed(broken),
        "found": _listed([one.clause for one in found]),
        "folder": str(out),
    }
    return FOUND.filled(language, names)


def _listed(clauses: list[str]) -> str:
    order = sorted(set(clauses), key=lambda one: [int(n) for n in one.split(".")])
    return ", ".join(order)
