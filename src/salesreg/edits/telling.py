"""Edits as text and as plain data."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import attrs

from salesreg._text import shown

if TYPE_CHECKING:
    from salesreg.edits.found import Edits, Missing, TextEdit


def told(edits: Edits) -> str:
    """Return edits as text: the diff, then what people say and what is unclear."""
    lines = [str(edits.diff).rstrip()] if edits.diff else ["No value was changed."]
    for title, found in (
        ("Comments", _comments(edits)),
        ("Open tracked changes", _tracked(edits)),
        ("Could not be matched", map(_text, edits.unmatched)),
        ("Says what the regulation says", map(_text, edits.agreeing)),
        ("Controls that are missing", map(_missing, edits.missing)),
    ):
        if told_lines := [f"  {line}" for line in found]:
            lines += ["", f"{title}:", *told_lines]
    return "\n".join(lines) + "\n"


def _comments(edits: Edits) -> Iterator[str]:
    for one in edits.comments:
        about = f" on {shown(one.about)}" if one.about else ""
        yield f"{_where(one.clause)}{one.author}{about}: {shown(one.text, 200)}"


def _tracked(edits: Edits) -> Iterator[str]:
    for one in edits.tracked:
        when = f", {one.date:%Y-%m-%d %H:%M}" if one.date else ""
        where = _where(one.clause)
        yield f"{where}{one.kind} {shown(one.text)} ({one.author}{when})"


def _text(one: TextEdit) -> str:
    part = "" if one.part == "body" else f"{one.part}: "
    return (
        f"{part}{_where(one.clause)}{shown(one.old)} → {shown(one.new)}: {one.reason}"
    )


def _missing(one: Missing) -> str:
    said = f" ({shown(one.text)})" if one.text else ""
    return f"{_where(one.clause)}{one.path or one.kind}{said}"


def _where(clause: str) -> str:
    return f"cl. {clause}: " if clause else ""


def data(edits: Edits) -> dict[str, object]:
    """Return edits as plain data."""
    lists: dict[str, Iterable[attrs.AttrsInstance]] = {
        "tracked": edits.tracked,
        "comments": edits.comments,
        "unmatched": edits.unmatched,
        "agreeing": edits.agreeing,
        "missing": edits.missing,
    }
    return {
        "format": "salesreg-edits/1",
        "complete": edits.complete,
        "diff": edits.diff.to_dict(),
        **{name: [_plain(one) for one in found] for name, found in lists.items()},
    }


def _plain(one: attrs.AttrsInstance) -> dict[str, object]:
    made = attrs.asdict(one)
    for name, value in made.items():
        if isinstance(value, dt.datetime):
            made[name] = value.isoformat()
    return made
