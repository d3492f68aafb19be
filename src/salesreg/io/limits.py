"""How large an input may be; a thick regulation is a thousand times smaller."""

from __future__ import annotations

from salesreg.errors import Problem, parts_of, pointer

MOST_BYTES = 50_000_000
"""Bytes of a file, or characters of a text."""

MOST_VALUES = 2_000_000
"""Values, lists and mappings in all; what is shared counts each time."""

MOST_REPEATED = 100_000
"""Values that the aliases of a YAML text may stand for in all."""

DEEPEST = 100
"""Lists and mappings inside one another."""

LONGEST_NUMBER = 18
"""Digits of a whole number; no bound of the model is near it."""

MOST_MEMBERS = 4_000
"""Parts of a package."""

MOST_UNPACKED = 500_000_000
"""Bytes that all parts of a package unpack to; most of them are never read."""

MOST_PART = 20_000_000
"""Bytes of a part that is read."""

HIGHEST_RATIO = 200
"""How many times its size a part may unpack to; markup of tables reaches 60."""

MOST_TAGS = 600_000
"""Tags and attributes of a part that is read: some 100 MB of memory."""

TOO_LARGE = Problem("too-large", f"holds more than {MOST_VALUES:,} values")


def too_deep(path: str) -> Problem:
    """Return the problem of a value that is too deep; a path of its first levels."""
    first = pointer(*parts_of(path)[:8])
    return Problem("too-deep", f"is nested deeper than {DEEPEST} levels", first)


def too_long(digits: str) -> Problem:
    """Return the problem of a whole number that is too long."""
    message = f"a whole number has at most {LONGEST_NUMBER} digits, got {len(digits)}"
    return Problem("bad-number", message)


def given_twice(shown: str) -> Problem:
    """Return the problem of a key that stands in a mapping twice."""
    return Problem("duplicate-key", f"field {shown} is given twice")
