"""Formats of the dict form, and the chain of steps from each to the next.

Every dict says which format it is written in: `"format": "salesreg/1"`. When a
later version of the library changes the dict form in a way that old files do
not fit, the number goes up by one and a step is added here, and the step stays
for ever: a file of any age is carried through every step from its own format
to the current one.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from salesreg._text import did_you_mean, shown
from salesreg.errors import Problem

Step = Callable[[dict[str, object]], dict[str, object]]
"""Turns a dict of one format into a dict of the next.

A step sees dicts that nobody has looked at yet. It may change the dict it is
given, and must leave what it does not understand as it stands: the loader
says what is wrong with it.
"""

STEPS: Mapping[int, Step] = MappingProxyType({})
"""The step from format N to format N + 1, by N."""

CURRENT = 1
FORMAT = f"salesreg/{CURRENT}"

_VERSION = re.compile("salesreg/(0|[1-9][0-9]{0,3})")


class FormatError(Exception):
    """The dict is in a format that there is no way from."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem."""
        self.problem = problem
        super().__init__(problem)


def upgrade(data: dict[str, object]) -> tuple[dict[str, object], list[Problem]]:
    """Return the fields of a dict in the current format, without `format`.

    What is wrong with the word itself is a problem beside the fields; they are
    then read as the current format, so that every other problem is told too.

    Raises:
        FormatError: The format is newer, or too old.
    """
    found = data.get("format")
    fields = {key: value for key, value in data.items() if key != "format"}
    if found == FORMAT:
        return fields, []
    if "format" not in data:
        hint = f"say which format it is: format: {FORMAT}"
        message = "needs a field 'format' (Regulation)"
        return fields, [Problem("missing-format", message, hint=hint)]
    if isinstance(found, str) and found.startswith("salesreg-layer/"):
        message = f"is a layer ({found}), which is no regulation by itself"
        hint = "load it from its file, or lay it over a regulation with compose()"
        raise FormatError(Problem("is-a-layer", message, "/format", hint=hint))
    read = _VERSION.fullmatch(found) if isinstance(found, str) else None
    if read is None:
        meant = did_you_mean(found, [FORMAT]) if isinstance(found, str) else None
        message = f"must be {FORMAT!r}, got {shown(found)}"
        return fields, [Problem("unknown-format", message, "/format", hint=meant)]
    return _carried(fields, int(read[1])), []


def _carried(fields: dict[str, object], version: int) -> dict[str, object]:
    if version > CURRENT:
        message = f"is written in format salesreg/{version}, newer than {FORMAT}"
        hint = "upgrade salesreg to read it"
        raise FormatError(Problem("newer-format", message, "/format", hint=hint))
    steps = [STEPS.get(number) for number in range(version, CURRENT)]
    fields = copy.deepcopy(fields)
    for step in steps:
        if step is None:
            message = f"is written in format salesreg/{version}, which never was"
            hint = f"did you mean '{FORMAT}'?"
            raise FormatError(Problem("unknown-format", message, "/format", hint=hint))
        fields = step(fields)
    return fields
