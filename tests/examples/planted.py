"""Bugs planted in the example CRM: what it says, and what it says with the bug."""

from __future__ import annotations

import types
from pathlib import Path

import salesreg as sr
from salesreg.testing import CrmFactory

EXAMPLES = Path(__file__).parents[2] / "examples"
SOURCE = (EXAMPLES / "crm.py").read_text("utf-8")

_MORE = '''
import attrs

def _no_lunch(calendar):
    """Return a calendar whose days have no breaks."""
    week = tuple(attrs.evolve(days, breaks=()) for days in calendar.week)
    return attrs.evolve(calendar, week=week)
'''

BUGS: dict[str, tuple[str, str]] = {
    "required fields are not asked for": (
        'if facts.get(key) in (None, "")',
        "if False",
    ),
    "exit criteria are not looked at": (
        "for criterion in stage.exit:",
        "for criterion in ():",
    ),
    "entry criteria are not looked at in a move": (
        "        self._check_entry(target, facts, at)",
        "        pass",
    ),
    "the condition of a transition is not looked at": (
        "if self._met(one.when, facts, at, stage)]",
        "]",
    ),
    "any transition is let through": (
        "if one.to == to]",
        "if one.to == to] or [sr.Transition(to=to)]",
    ),
    "a comment is not demanded": ("if way.comment and not comment.strip()", "if False"),
    "a comment of blanks is enough": ("not comment.strip()", "not comment"),
    "any role may move": ("if by not in movers and movers", "if False"),
    "a move is allowed once too often": (
        "(deal, stage, target) >= way.most",
        "(deal, stage, target) > way.most",
    ),
    "a refused move leaves its fields": (
        "{**self._facts(deal), **values}",
        "{**self._facts(deal), **values}\n        self._write(deal, values)",
    ),
    "the calendar ignores lunch": (
        "return term.due(since, calendar,",
        "return term.due(since, _no_lunch(calendar),",
    ),
    "the cut-off is ignored": (
        "return term.due(",
        "return attrs.evolve(term, cutoff=None).due(",
    ),
    "limits are a minute late": (
        "stopped=pauses).limit",
        "stopped=pauses).limit + dt.timedelta(minutes=1)",
    ),
    "an answer does not stop the clock": (
        "event in deadline.stops and event",
        "False and event",
    ),
    "an automatic reply stops the clock": (
        "if event in deadline.stops and event not in deadline.does_not_stop",
        "if event in (*deadline.stops, *deadline.does_not_stop)",
    ),
    "the norm runs on in the next stage": (
        'self._stop(deal, "/stages/%/norm")',
        "pass",
    ),
    "an escalation comes an hour late": (
        '{index}", level.after, at, calendar)',
        '{index}", level.after, at + dt.timedelta(hours=1), calendar)',
    ),
    "the window of an owner is in calendar days": (
        "self._start(deal, rule, window, at, self._calendar(owner))",
        "self._start(deal, rule, Duration(5, 'day'), at, self._calendar(owner))",
    ),
    "a call does not renew the window": (
        "(new or event == owned.without)",
        "new",
    ),
    "the owner keeps the deal": (
        "while over := self._over(deal, now)",
        "while over := []",
    ),
    "the owner loses the deal at the very limit": (
        "AND at < ? ORDER",
        "AND at <= ? ORDER",
    ),
}


def regulation() -> sr.Regulation:
    """Return the regulation that the example is held against."""
    return sr.load(EXAMPLES / "crm.yaml")


def crm(old: str = "", new: str = "") -> CrmFactory:
    """Return the example CRM, with one place of it replaced.

    Raises:
        ValueError: There is no such place, or there are several.
    """
    if old and SOURCE.count(old) != 1:
        message = f"{old!r} is there {SOURCE.count(old)} times"
        raise ValueError(message)
    source = SOURCE.replace(old, new) if old else SOURCE
    module = types.ModuleType("crm")
    exec(compile(source + _MORE, "crm.py", "exec"), module.__dict__)
    made: CrmFactory = module.SqliteCrm
    return made
