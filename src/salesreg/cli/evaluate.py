"""`salesreg evaluate`: the data of a CRM held to a regulation."""

from __future__ import annotations

import datetime as dt
import sys
from collections import Counter
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from salesreg.cli.columns import read_columns
from salesreg.cli.errors import FAILED
from salesreg.cli.history import PROGRAMS, names_in_history, read_history
from salesreg.cli.options import moment
from salesreg.cli.reporting import write_report
from salesreg.compare.history import History
from salesreg.document.words import Words, words_of
from salesreg.evaluate.evaluation import Evaluation, evaluate
from salesreg.evaluate.overview.breaches import TABLES
from salesreg.evaluate.overview.headline import headline, saw_nothing
from salesreg.evaluate.reading.columns import Columns
from salesreg.evaluate.results import NotEvaluated
from salesreg.evaluate.tables import TABLES as CONTRACT
from salesreg.evaluate.violations import Violation, violations
from salesreg.layers.loading import load
from salesreg.model.regulation import Regulation
from salesreg.values.zone import at_wall, zone

_SHOWN = 10
"""How many rows that do not fit are told one by one."""


@click.command("evaluate")
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path)
)
@click.option("--deals", type=click.Path(path_type=Path), help="Table of deals.")
@click.option("--events", type=click.Path(path_type=Path), help="Table of events.")
@click.option(
    "--activities", type=click.Path(path_type=Path), help="Table of time spent."
)
@click.option("--people", type=click.Path(path_type=Path), help="Who has which role.")
@click.option("--payments", type=click.Path(path_type=Path), help="Table of payments.")
@click.option("--targets", type=click.Path(path_type=Path), help="Table of targets.")
@click.option(
    "--history",
    type=(click.Choice(PROGRAMS), click.Path(path_type=Path)),
    metavar="PROGRAM FILE",
    help=f"In place of events, a history of {', '.join(PROGRAMS)}; --deals are then the"
    " program's own.",
)
@click.option(
    "--columns",
    "names",
    type=click.Path(path_type=Path),
    help="TOML file that says what the CRM calls columns and stages.",
)
@click.option(
    "--as-of",
    callback=moment,
    metavar="MOMENT",
    help="The moment as of which the data is seen, ISO 8601 or 13.05.2026 17:55; a day"
    " alone is its end. Without a zone it is in the one of --columns, else of the first"
    " calendar. Now when not given.",
)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for the overview, the violations and every table of results.",
)
def evaluate_command(
    files: tuple[Path, ...],
    history: tuple[str, Path] | None,
    names: Path | None,
    as_of: dt.datetime | None,
    out: Path | None,
    **given: Path | None,
) -> None:
    """Hold the data of a CRM to the regulation in FILE.

    With the editions of a regulation in several files, each deal is held to the one
    that applied to it.

    Tables are Parquet, CSV or JSON. With --out, a folder is written: overview.html to
    look at, violations.xes, and each table of results as Parquet. The folder is there
    whole or not at all. What is in it from before is replaced.

    The exit code is 0 when there was something to look at, whatever was found, and 2
    when there was not: no rows, or none that can be used.
    """
    tables: dict[str, object] = {name: path for name, path in given.items() if path}
    columns = read_columns(names) if names else Columns()
    if history is not None:
        told = read_history(*history, given.get("deals"), given.get("events"))
        tables |= told
        columns = names_in_history(columns, told)
    if not tables:
        options = ", ".join(f"--{name}" for name in CONTRACT)
        message = f"give some data: {options} or --history"
        raise click.UsageError(message)
    if out is not None:
        check_folder(out)
    editions = [load(file) for file in files]
    regulation = editions[0] if len(editions) == 1 else History(editions)
    # The clock is looked at here, at the door, and nowhere inside.
    now = as_of or dt.datetime.now(dt.UTC)
    if now.tzinfo is None:
        now = at_wall(now, _zone(columns, regulation))
    result = evaluate(regulation, tables, as_of=now, columns=columns)
    broken = list(violations(result))
    if out is not None:
        write_report(result, broken, out)
        click.echo(out / "overview.html")
    tell(result, broken)
    if saw_nothing(result):
        sys.exit(FAILED)


def _zone(columns: Columns, held: Regulation | History) -> ZoneInfo:
    """Return the zone of moments that say none: of the data, else of the regulation."""
    calendars = (held.editions[-1] if isinstance(held, History) else held).calendars
    return zone(columns.time_zone or (calendars[0].time_zone if calendars else "UTC"))


def check_folder(out: Path) -> None:
    """Refuse to replace a folder that was not written by this command.

    Raises:
        UsageError: It holds other things.
    """
    if out.is_dir() and any(out.iterdir()) and not (out / "overview.html").exists():
        message = f"{out} holds other files; name a new folder, or an earlier report"
        raise click.UsageError(message)


def tell(result: Evaluation, found: list[Violation]) -> None:
    """Write how many clauses are broken, and what could not be seen."""
    words = words_of(result.editions.last.regulation.language)
    counts = Counter(one.table for one in found)
    for name, title in TABLES.items():
        if counts[name]:
            click.echo(f"{counts[name]:>9,}  {words.say(title)}")
    if not found:
        click.echo(headline(result, words))
    _tell_unseen(result, words)
    _tell_rejects(result, words)


def _tell_unseen(result: Evaluation, words: Words) -> None:
    """Write which clauses no data was held to, reason by reason."""
    by_reason: dict[str, dict[str, None]] = {}
    for row in result.table("not_evaluated"):
        assert isinstance(row, NotEvaluated)
        by_reason.setdefault(row.reason, {})[row.clause] = None
    if by_reason:
        clauses = {clause for held in by_reason.values() for clause in held}
        title = words.say("Clauses that the data cannot show:")
        click.echo(f"{len(clauses):>9,}  {title.rstrip(':')}")
    for reason, held in sorted(by_reason.items()):
        what = words.named("not evaluated", reason) or reason
        shown = [clause or "—" for clause in held][:_SHOWN]
        more = ["…"] if len(held) > _SHOWN else []
        click.echo(f"{'':>11}{what}: {', '.join([*shown, *more])}")


def _tell_rejects(result: Evaluation, words: Words) -> None:
    """Write how many rows do not fit, and the first of them with their reasons."""
    lines: list[str] = []
    count = 0
    for count, one in enumerate(result.rejects, 1):
        if count <= _SHOWN:
            what = words.named("reject", one.reason) or one.reason
            held = f" ({one.detail})" if one.detail else ""
            lines.append(f"{'':>11}{one.table}:{one.row}: {what}{held}")
    if count:
        title = words.say("Rows of the CRM that are not as they should be:")
        click.echo(f"{count:>9,}  {title.rstrip(':')}")
        click.echo("\n".join([*lines, *([f"{'':>11}…"] if count > _SHOWN else [])]))
