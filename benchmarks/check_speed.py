"""Checking a regulation, by its size, beside a checker of requirements.

    python benchmarks/check_speed.py

Doorstop checks a tree of requirements, as many as there are items here: that
each has its links, its text and its place in the order. It is asked through its
Python interface, with the files read before the clock starts. Process time of
this process, the best of the repetitions; imports and reading do not count.
"""

from __future__ import annotations

import contextlib
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from attrs import frozen

import salesreg as sr
from salesreg.checks.api import check
from salesreg.model.regulation import Regulation

SIZES = (1_000, 10_000, 100_000)
PEER_SIZE = 1_000


@frozen
class Row:
    """One line of the result: best time of a way and its ratio to ours."""

    tool: str
    items: int
    seconds: float
    ratio: float


FRAME: dict[str, object] = {
    "revision": {
        "number": "1.0",
        "in_force_from": "2026-01-12",
        "approval": {"post": "Director", "name": "A. Sample", "date": "2026-01-05"},
    },
    "governance": {"owner": "role-0", "review": {"every": "year"}},
    "loss_reasons": [{"key": "price", "title": "Price"}],
    "tools": [{"key": "crm", "title": "CRM"}],
    "calendars": [
        {
            "key": "office",
            "title": "Office",
            "time_zone": "Europe/Moscow",
            "week": [
                {
                    "days": ["monday", "tuesday", "wednesday", "thursday", "friday"],
                    "window": "09:00-18:00",
                    "breaks": [{"title": "Lunch", "window": "13:00-14:00"}],
                }
            ],
        }
    ],
}
"""What a regulation has once, whatever its size."""


def regulation(items: int) -> Regulation:
    """Return a consistent regulation: a fifth each of five kinds of things.

    Stages in a chain, a procedure for each, roles that do them and report to
    one another, KPIs that measure the roles, documents that the steps make.
    """
    each = range(items // 5)
    last = each[-1]
    return sr.from_dict(
        {
            "format": "salesreg/1",
            "key": "large",
            "title": "Sales regulation",
            "language": "en",
            "roles": [_role(n) for n in each],
            "stages": [_stage(n, last) for n in each],
            "procedures": [_procedure(n) for n in each],
            "documents": [_document(n) for n in each],
            "kpis": [_kpi(n) for n in each],
            **FRAME,
        }
    )


def _role(n: int) -> dict[str, object]:
    role: dict[str, object] = {
        "key": f"role-{n}",
        "title": f"Manager of line {n}",
        "duties": [{"text": f"Leads the deals of line {n}.", "kpi": f"kpi-{n}"}],
        "headcount": n % 9 + 1,
    }
    return {**role, "reports_to": f"role-{(n - 1) // 2}"} if n else role


def _stage(n: int, last: int) -> dict[str, object]:
    stage: dict[str, object] = {
        "key": f"stage-{n}",
        "title": f"Stage No. {n}",
        "kind": "initial" if n == 0 else "work",
        "owner": f"role-{n}",
        "norm": {"limit": f"{n % 20 + 1} business days"},
        "control": [
            {"text": "The age of deals.", "by": f"role-{(n - 1) // 2 if n else 1}"}
        ],
    }
    if n >= last - 1:
        return {**stage, "kind": "lost" if n == last else "won"}
    ways = (n + 1, last) if n else (n + 1, last - 1, last)
    return {**stage, "transitions": [{"to": f"stage-{to}"} for to in ways]}


def _document(n: int) -> dict[str, object]:
    return {
        "key": f"doc-{n}",
        "title": f"Offer of line {n}",
        "author": f"role-{n}",
        "approvers": [f"role-{(n - 1) // 2 if n else 1}"],
        "approval_limit": "4 h working",
        "storage": "The CRM, the card of the deal",
        "retention": "3 years",
    }


def _kpi(n: int) -> dict[str, object]:
    return {
        "key": f"kpi-{n}",
        "title": f"Deals of line {n}",
        "unit": "deals",
        "text": f"Deals won on line {n}.",
        "formula": {"kind": "count", "of": "deals"},
        "direction": "up",
        "period": "month",
        "source": "crm",
        "dashboard": f"Line {n}",
        "roles": [f"role-{n}"],
    }


def _procedure(n: int) -> dict[str, object]:
    return {
        "key": f"procedure-{n}",
        "title": f"Work at stage No. {n}",
        "stages": [f"stage-{n}"],
        "owner": f"role-{n}",
        "steps": [
            {"key": "call", "title": "Call", "role": f"role-{n}", "limit": "1 h"},
            {
                "key": "offer",
                "title": "Offer",
                "role": f"role-{n}",
                "outputs": [f"doc-{n}"],
            },
        ],
    }


def peer(folder: Path, items: int) -> Callable[[], object]:
    """Return what makes Doorstop check a tree of so many linked requirements."""
    import doorstop  # noqa: PLC0415 - not everybody who measures has it

    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    for prefix, parent in (("REQ", None), ("TST", "REQ")):
        below = folder / prefix.lower()
        below.mkdir()
        settings = ["  digits: 6", f"  prefix: {prefix}", "  sep: ''"]
        if parent:
            settings.append(f"  parent: {parent}")
        text = "\n".join(["settings:", *settings]) + "\n"
        (below / ".doorstop.yml").write_text(text, encoding="utf-8")
        for n in range(items // 2):
            link = f"links:\n- {parent}{n + 1:06}\n" if parent else "links: []\n"
            (below / f"{prefix}{n + 1:06}.yml").write_text(
                f"active: true\nderived: false\nlevel: 1.{n + 1}\n{link}"
                f"normative: true\ntext: |\n  What must hold on line {n}.\n",
                encoding="utf-8",
            )
    # It asks git about every file: what is committed costs it least.
    author = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", "-C", str(folder), "add", "."], check=True)
    commit = ("commit", "-q", "-m", "Requirements")
    subprocess.run(["git", "-C", str(folder), *author, *commit], check=True)
    tree = doorstop.build(root=str(folder))
    tree.load()
    return lambda: sum(1 for document in tree for _ in document.get_issues())


def seconds(work: Callable[[], object], times: int = 3) -> float:
    """Return the best process time of some work."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def run() -> list[Row]:
    """Measure every size, then the peer."""
    # Imports do not count, and finding nothing is what is measured.
    assert not check(regulation(100)).findings
    rows: list[Row] = []
    for items in SIZES:
        held = regulation(items)
        taken = seconds(lambda held=held: check(held))  # type: ignore[misc]
        rows.append(Row("salesreg, every general check", items, taken, 1))
    ours = rows[0].seconds
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        taken = seconds(peer(Path(folder), PEER_SIZE), 1)
    rows.append(Row("Doorstop", PEER_SIZE, taken, taken / ours))
    return rows


def table(rows: list[Row]) -> str:
    """Return the result as a table of Markdown."""
    lines = [
        "| tool | items | seconds | microseconds an item | times salesreg |",
        "|---|---:|---:|---:|---:|",
    ]
    lines += [
        f"| {row.tool} | {row.items:,} | {row.seconds:.3f} |"
        f" {row.seconds / row.items * 1e6:.0f} |"
        f" {row.ratio:.1f} |"
        for row in rows
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    print(table(run()))
