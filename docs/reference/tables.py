"""The page on the tables of evaluation: what a CRM gives, and what comes out."""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Literal, Union, get_args, get_origin, get_type_hints

import attrs

from salesreg.evaluate.reading.canonical import REQUIRED
from salesreg.evaluate.reading.columns import Columns
from salesreg.evaluate.reading.rejects import Reject
from salesreg.evaluate.results import RESULTS
from salesreg.evaluate.tables import TABLES
from salesreg.shapes import docs_of, summary_of

KINDS: Mapping[object, str] = {
    str: "text",
    int: "whole number",
    bool: "yes or no",
    Decimal: "number",
    dt.date: "date",
    dt.datetime: "moment",
}
"""What a column holds, by its type."""

TOML = """\
```toml
time_zone = "Europe/Moscow"   # of moments that say none
currency = "RUB"              # of sums that say none
encoding = "cp1251"           # of files of text

[deals]                       # the contract's column = the CRM's column
deal = "ID"
created_at = "Создана"
owner = "Ответственный"
amount = "Сумма"              # a field of deals, by its key

[events]
deal = "ID сделки"
at = "Дата"
subject = "Стадия"

[stages]                      # the CRM's value = the key in the regulation
"Новая заявка" = "new"

[roles]
"Менеджер" = "manager"
```"""


def tables_page() -> Iterator[str]:
    """Yield the lines of the page of tables."""
    yield "# Tables of evaluation"
    yield ""
    yield (
        "What `sr.evaluate` takes and gives. Which spellings of moments, sums and flags"
        " are read, and which rows are rejected, says the page on"
        " [evaluation](../explanation/evaluation.md)."
    )
    yield ""
    yield "## What a CRM gives"
    yield ""
    yield (
        "Only the tables that what you ask about needs. A column without a star may be"
        " missing. The fields of a deal that the regulation names are columns of"
        " `deals`, by the key of the field; events without `kind` are changes of stage,"
        " and sums without `currency` are in that of the columns, or of the regulation."
    )
    for name, cls in TABLES.items():
        yield from _table(name, cls)
    yield ""
    yield "## What the CRM calls them"
    yield ""
    yield (
        "`sr.Columns(...)` in Python, a file of TOML for `salesreg evaluate --columns`;"
        " what is not named has the name of the contract."
    )
    yield ""
    yield TOML
    yield ""
    yield "| key | what it says |"
    yield "|---|---|"
    for name, doc in docs_of(Columns).items():
        yield f"| `{name}` | {_cell(doc)} |"
    yield ""
    yield "## What comes out"
    yield ""
    yield (
        "Each is an attribute of the result: `result.visits`. Every row has these, too:"
        " `clause`, the number of the clause in the document of its edition; `pointer`,"
        " where it stands in the dict form; `revision`, the number of that edition."
    )
    for name, cls in RESULTS.items():
        yield from _table(name, cls, ("clause", "pointer", "revision"))
    yield from _table("rejects", Reject)


def _table(name: str, cls: type, left_out: tuple[str, ...] = ()) -> Iterator[str]:
    docs, hints = docs_of(cls), get_type_hints(cls)
    yield ""
    yield f"### {name}"
    yield ""
    summary = summary_of(cls).removeprefix(f"A row of `{name}`: ").replace("\\n", " ")
    yield f"{summary[:1].upper()}{summary[1:]}"
    yield ""
    yield "| column | holds | meaning |"
    yield "|---|---|---|"
    for one in attrs.fields(cls):
        if one.name not in left_out:
            star = " *" if one.name in REQUIRED.get(name, ()) else ""
            held = _held(hints[one.name])
            yield f"| `{one.name}`{star} | {held} | {_cell(docs[one.name])} |"


def _held(hint: object) -> str:
    if get_origin(hint) in {Union, types.UnionType}:
        return _held(next(one for one in get_args(hint) if one is not type(None)))
    if get_origin(hint) is Literal:
        return ", ".join(f"`{one}`" for one in get_args(hint))
    return KINDS.get(hint, "a column for each field")


def _cell(text: str) -> str:
    return text.replace("|", "\\\\|")
