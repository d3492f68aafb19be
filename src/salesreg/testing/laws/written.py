"""Laws of what is written: it is read back, and equals are written alike."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterable

from salesreg.edits.reading import read_edits
from salesreg.io.dicts import from_dict, to_dict
from salesreg.io.migrations import FORMAT, upgrade
from salesreg.io.texts import dumps, loads
from salesreg.model.regulation import Regulation
from salesreg.testing.laws.same import same

Export = Callable[[Regulation], object]

OUTPUTS: tuple[Export, ...] = (
    Regulation.to_json,
    Regulation.to_yaml,
    Regulation.to_markdown,
    Regulation.to_html,
    Regulation.to_docx,
)
"""Everything that a regulation can be turned into."""


def round_trip_dict(regulation: Regulation) -> None:
    """For all r in R: from_dict(to_dict(r)) = r."""
    same("from_dict(to_dict(r)) is not r", regulation, from_dict(to_dict(regulation)))


def round_trip_json(regulation: Regulation) -> None:
    """For all r in R: loads(dumps(r)) = r, and the text says to_dict(r), in JSON."""
    text = dumps(regulation, format="json")
    same("JSON does not come back", regulation, loads(text, format="json"))
    same("JSON is not the dict", to_dict(regulation), json.loads(text))


def round_trip_yaml(regulation: Regulation) -> None:
    """For all r in R: loads(dumps(r)) = r, in YAML."""
    text = dumps(regulation, format="yaml")
    same("YAML does not come back", regulation, loads(text, format="yaml"))


def round_trip_docx(regulation: Regulation) -> None:
    """For all r in R: loads(to_docx(r)) = r, and the file holds no edits.

    With the regulation left out of the file, it holds none compared with r.
    """
    written = regulation.to_docx()
    same("DOCX does not come back", regulation, loads(written, format="docx"))
    for edits in (
        read_edits(written, base=regulation),
        read_edits(regulation.to_docx(embed=False), base=regulation),
    ):
        same("edits of a file that nobody edited", regulation, edits.regulation)
        found = (*edits.diff, *edits.unmatched, *edits.agreeing, *edits.missing)
        same("edits of a file that nobody edited", (), found)


def migration_settles(data: dict[str, object]) -> None:
    """For all dicts d of any format that load, with r = from_dict(d): r is kept.

    from_dict(to_dict(r)) = r, and to_dict(r) is in the current format, which no step
    changes: carried along again it stays what it is. Loading leaves d as it was.
    """
    before = copy.deepcopy(data)
    regulation = from_dict(data)
    same("loading changed the dict", before, data)
    written = to_dict(regulation)
    same("format", FORMAT, written["format"])
    fields, problems = upgrade(written)
    same("problems of the current format", [], problems)
    same("carried along again", {**fields, "format": FORMAT}, written)
    same("from_dict(to_dict(r)) is not r", regulation, from_dict(written))


def round_trip_migration(regulation: Regulation) -> None:
    """For all r in R: d = to_dict(r) is carried along to d, and loads as r."""
    migration_settles(to_dict(regulation))


def equal_outputs(
    regulation: Regulation, *, exports: Iterable[Export] = OUTPUTS
) -> None:
    """For all r, s in R and every exporter f: r = s implies f(r) = f(s).

    s is made anew from the dict of r, so that nothing is shared with r.

    Args:
        regulation: r.
        exports: The exporters; give your own.
    """
    other = from_dict(to_dict(regulation))
    for export in exports:
        name = getattr(export, "__name__", repr(export))
        same(f"{name} differs for equals", export(regulation), export(other))
