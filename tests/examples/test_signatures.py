"""The book of signatures in SQLite: nothing half written, nothing confirmed lost."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

import salesreg as sr

EXAMPLES = Path(__file__).parents[2] / "examples"

WRITER = """
import datetime as dt, sys
from pathlib import Path
import salesreg as sr
from signatures import SignatureBook

def signature(number):
    digest = format(number, "064x")
    day = dt.date(2026, 1, 12)
    return sr.Signature(name=f"Person {number}", role="head", digest=digest, date=day)

def batch():
    for number in range(10, 1_000_000):
        if number == int(sys.argv[2]):
            print("in the middle", flush=True)
            sys.stdin.read()
        yield signature(number)

with SignatureBook(Path(sys.argv[1])) as book:
    book.add(map(signature, range(10)))
    book.add(batch())
"""
"""Confirms ten signatures; stops in the middle of a further write, and waits."""

READER = """
import json, sys
from pathlib import Path
from signatures import SignatureBook

with SignatureBook(Path(sys.argv[1])) as book:
    print(json.dumps([one.name for one in book]))
"""

RULES = """
format: salesreg/1
key: rules
title: Rules
language: en
acknowledging: {within: 3 business days}
roles:
- {key: head, title: Head of sales}
- {key: manager, title: Manager, purpose: Sells.}
"""


def run(*arguments: str) -> str:
    """Run Python beside the example; return what it prints."""
    done = subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, "PYTHONPATH": path(), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


def path() -> str:
    """Return where Python finds the example and the library under test."""
    library = Path(sr.__file__).parents[1]
    return os.pathsep.join([str(EXAMPLES), str(library)])


@pytest.mark.parametrize("reached", [11, 30_000])
def test_killed_in_the_middle_of_a_write(tmp_path: Path, reached: int) -> None:
    """What was confirmed before is there, of the write cut off nothing.

    After so many rows that they no longer fit the cache, pages of the unfinished
    write are in the file already, and only its journal can take them back.
    """
    book = tmp_path / "book.db"
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(book), str(reached)],
        env={**os.environ, "PYTHONPATH": path()},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stdout
        assert "in the middle\n" == process.stdout.readline()
        process.kill()
    assert -signal.SIGKILL == process.returncode
    assert (tmp_path / "book.db-journal").exists()
    spilled = book.stat().st_size > 2**20
    assert (reached == 30_000) is spilled
    expected = str([f"Person {number}" for number in range(10)]).replace("'", '"')
    assert expected == run("-c", READER, str(book)).strip()
    with sqlite3.connect(book) as base:
        assert [("ok",)] == base.execute("PRAGMA integrity_check").fetchall()
    base.close()


def test_who_has_not_signed(tmp_path: Path) -> None:
    """Whoever signed is off the list, until what concerns the role changes."""
    rules, people = tmp_path / "rules.yaml", tmp_path / "people.csv"
    people.write_text("name,role\nA. Head,head\nB. Manager,manager\n", "utf-8")
    program, book = str(EXAMPLES / "signatures.py"), str(tmp_path / "book.db")

    def missing() -> list[str]:
        listed = run(program, "outstanding", book, str(rules), str(people))
        return listed.splitlines()

    rules.write_text(RULES, "utf-8")
    run(program, "sign", book, str(rules), "B. Manager", "manager")
    run(program, "sign", book, str(rules), "B. Manager", "manager")
    assert ["A. Head: head, never"] == missing()
    run(program, "sign", book, str(rules), "A. Head", "head")
    assert [] == missing()
    rules.write_text(RULES.replace("Sells.", "Sells and delivers."), "utf-8")
    assert ["B. Manager: manager, changed"] == missing()
