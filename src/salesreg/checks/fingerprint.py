"""Fingerprints: what a finding is known by in any later edition.

They hold no word of a language and no position, so that a finding stays known
when titles are reworded, other things are put before it or the report is made in
another language; and they hold the values, so that it is new when it gets worse.
"""

from __future__ import annotations

import hashlib
import json

from salesreg.checks.finding import Found
from salesreg.checks.said import Said
from salesreg.checks.wording import Code, Minutes
from salesreg.convert.unstructure import plain
from salesreg.shapes import is_items


def fingerprint(regulation: str, code: str, keyed: str, found: Found) -> str:
    """Return what a finding is known by.

    Args:
        regulation: Key of the regulation.
        code: Code of the check.
        keyed: The place by keys.
        found: The finding with its values.
    """
    values = {name: _told(value) for name, value in sorted(found.values.items())}
    text = json.dumps([regulation, code, keyed, values], ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:24]


def _told(value: object) -> object:
    if is_items(value):
        return [_told(item) for item in value]
    match value:
        case Said():
            return value.en
        case Code():
            return value.text
        case Minutes():
            return value.count
        case _:
            pass
    for name in ("key", "title"):
        if isinstance(known := getattr(value, name, None), str):
            return known
    try:
        return json.loads(json.dumps(plain(value)))
    except (TypeError, ValueError):
        return str(value)
