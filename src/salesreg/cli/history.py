"""Histories of other programs, as the tables and names that evaluation takes."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import click
from attrs import evolve

from salesreg.evaluate.reading.columns import Columns, columns_of
from salesreg.interchange.tables import Tables

PROGRAMS = ("amocrm", "bitrix24", "hubspot", "salesforce", "xes")
"""Programs whose histories are read, each by a module of `interchange`."""

_BESIDE = frozenset({"amocrm", "bitrix24", "salesforce"})
"""Programs whose deals stand in an answer of their own."""


def read_history(
    program: str, history: Path, deals: Path | None, events: Path | None
) -> Tables:
    """Return the deals and events of a program.

    Args:
        program: One of the programs.
        history: The file of its history.
        deals: The program's own deals, where they stand in an answer of their own.
        events: What cannot be given beside a history.

    Raises:
        UsageError: A table is given that comes from the history.
        LoadError: A file is no such export.
    """
    if events is not None:
        message = "--history stands in place of --events"
        raise click.UsageError(message)
    read = import_module(f"salesreg.interchange.{program}").read
    if deals is not None and program not in _BESIDE:
        message = f"the history of {program} has the deals: leave out --deals"
        raise click.UsageError(message)
    found: Tables = read(history) if deals is None else read(history, deals)
    return found


def names_in_history(columns: Columns, tables: Tables) -> Columns:
    """Return what a history calls things, by names that serve a company's tables too.

    The columns of a history have the names of the contract; of its deals only fields
    have the names of the program, and a history without deals has no fields at all.
    """
    own = columns_of("deals")
    held = {name for row in tables["deals"] for name in row}
    fields = {
        name: theirs
        for name, theirs in columns.deals.items()
        if name not in own and held > set(own)
    }
    return evolve(columns, deals=fields, events={})
