"""Signatures for a regulation, kept in SQLite: one way to store what salesreg makes.

    python examples/signatures.py sign signatures.db rules.yaml "A. Example" manager
    python examples/signatures.py outstanding signatures.db rules.yaml people.csv

The file of people has the columns `name` and `role`. A signature is never changed
or deleted. A write that is cut off, by a killed process or by a loss of power,
leaves the file as it was before: SQLite takes it back when the file is next opened.
"""

# ruff: noqa: INP001, T201 (a script to run, which prints)

from __future__ import annotations

import argparse
import csv
import datetime as dt
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Self

import salesreg as sr

SCHEMA = """
CREATE TABLE IF NOT EXISTS signatures (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    revision TEXT,
    date TEXT NOT NULL,
    method TEXT NOT NULL,
    UNIQUE (name, role, digest)
) STRICT
"""
COLUMNS = ("name", "role", "digest", "revision", "date", "method")


class SignatureBook:
    """The signatures in one file; used as `with SignatureBook(path) as book`."""

    def __init__(self, path: Path) -> None:
        """Open the file, or make it."""
        self._base = sqlite3.connect(path)
        # A signature that was confirmed is on the disk, not in a cache of it.
        self._base.execute("PRAGMA synchronous = EXTRA")
        with self._base:
            self._base.execute(SCHEMA)

    def __enter__(self) -> Self:
        """Return the book."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file; what was not written whole is not written."""
        self._base.close()

    def __iter__(self) -> Iterator[sr.Signature]:
        """Yield the signatures in the order in which they were given."""
        rows = self._base.execute(
            "SELECT name, role, digest, revision, date, method"
            " FROM signatures ORDER BY id"
        )
        for row in rows:
            held = zip(COLUMNS, row, strict=True)
            known = {name: value for name, value in held if value is not None}
            yield sr.Signature.from_dict(known)

    def add(self, signatures: Iterable[sr.Signature]) -> None:
        """Write signatures: all of them, or none. One given twice is kept once."""
        rows = ({**dict.fromkeys(COLUMNS), **_row(one)} for one in signatures)
        with self._base:
            self._base.executemany(
                "INSERT INTO signatures (name, role, digest, revision, date, method)"
                " VALUES (:name, :role, :digest, :revision, :date, :method)"
                " ON CONFLICT DO NOTHING",
                rows,
            )


def _row(signature: sr.Signature) -> dict[str, object]:
    # Plain data leave out what is as usual; a table has every column.
    return {"method": signature.method, **signature.to_dict()}


def main() -> None:
    """Sign, or say who has not signed."""
    parser = argparse.ArgumentParser(description="Signatures for a regulation.")
    commands = parser.add_subparsers(dest="command", required=True)
    for command, more in (("sign", ("name", "role")), ("outstanding", ("people",))):
        one = commands.add_parser(command)
        for argument in ("book", "regulation", *more):
            one.add_argument(argument)
    asked = parser.parse_args()
    regulation = sr.load(asked.regulation)
    with SignatureBook(Path(asked.book)) as book:
        if asked.command == "sign":
            today = dt.datetime.now(tz=dt.UTC).date()
            book.add([sr.sign(regulation, asked.name, asked.role, today)])
            return
        with Path(asked.people).open(encoding="utf-8", newline="") as file:
            people = [(row["name"], row["role"]) for row in csv.DictReader(file)]
        for missing in sr.outstanding(regulation, people, book):
            print(f"{missing.name}: {missing.role}, {missing.reason}")


if __name__ == "__main__":
    main()
