"""Constraints: the one source of each bound.

A constraint stands in a field's annotation, `Annotated[int, Range(1, 31)]`,
and gives the attrs validator, the JSON Schema keyword, the bound of the
Hypothesis strategy and the sentence of a message. Nothing repeats it.
"""

from __future__ import annotations

import re
from collections.abc import Sized
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Protocol, cast

import attrs
from attrs import frozen

from salesreg import _text
from salesreg.errors import InvalidValue, Problem


class Constraint:
    """A rule for one value, apart from its type."""

    __slots__ = ()

    def allows(self, value: object) -> bool:
        """Tell whether the value, whose type is right, keeps the rule."""
        raise NotImplementedError

    def sentence(self) -> str:
        """Return the rule as the end of "must be ..."."""
        raise NotImplementedError

    def schema(self) -> dict[str, object]:
        """Return the rule as keywords of JSON Schema 2020-12."""
        raise NotImplementedError

    def problem(self, value: object) -> Problem | None:
        """Return what is wrong with the value, or None."""
        if self.allows(value):
            return None
        message = f"must be {self.sentence()}, got {_text.shown(value)}"
        return Problem(code="out-of-bounds", message=message)

    def __call__(
        self, instance: object, attribute: attrs.Attribute[object], value: object
    ) -> None:
        """Serve as an attrs validator; raise `InvalidValue`."""
        problem = self.problem(value)
        if problem:
            raise InvalidValue([problem.under(attribute.name)])


@frozen
class Range(Constraint):
    """Least and greatest number, both included; None leaves a side open."""

    low: int | None = None
    high: int | None = None

    def allows(self, value: object) -> bool:
        """Compare a whole number with both bounds."""
        assert isinstance(value, int)
        return (self.low is None or value >= self.low) and (
            self.high is None or value <= self.high
        )

    def sentence(self) -> str:
        """Return for example "a number from 1 to 31"."""
        if self.low is not None and self.high is not None:
            return f"a number from {self.low} to {self.high}"
        if self.high is not None:
            return f"a number of at most {self.high}"
        return f"a number of at least {self.low}"

    def schema(self) -> dict[str, object]:
        """Return `minimum` and `maximum`."""
        bounds = {"minimum": self.low, "maximum": self.high}
        return {word: bound for word, bound in bounds.items() if bound is not None}


@frozen
class Length(Constraint):
    """Least and greatest length: characters of a text, items of a list."""

    low: int = 0
    high: int | None = None

    def allows(self, value: object) -> bool:
        """Compare the length of a str or a tuple with both bounds."""
        assert isinstance(value, Sized)
        return len(value) >= self.low and (self.high is None or len(value) <= self.high)

    def sentence(self) -> str:
        """Return for example "1 to 200 long"."""
        if self.high is None:
            return f"at least {self.low} long"
        return f"{self.low} to {self.high} long"

    def schema(self) -> dict[str, object]:
        """Return the keywords for an array; a text's are made by `Text`."""
        bounds = {"minItems": self.low or None, "maxItems": self.high}
        return {word: bound for word, bound in bounds.items() if bound is not None}


@frozen(slots=False)
class Pattern(Constraint):
    """A regular expression that the whole text must match.

    The expression keeps to what Python and ECMA-262 read alike, so that the
    JSON Schema says exactly what the loader does.
    """

    regex: str
    meaning: str

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.regex)

    def allows(self, value: object) -> bool:
        """Match the written form of the value."""
        return self._compiled.fullmatch(str(value)) is not None

    def sentence(self) -> str:
        """Return the meaning, not the expression."""
        return self.meaning

    def schema(self) -> dict[str, object]:
        """Return `pattern`, anchored so that a trailing newline never slips in."""
        return {"pattern": anchored(self.regex)}


def anchored(regex: str) -> str:
    """Return the expression for JSON Schema, matching the whole string.

    Python's `$` also matches before a final newline; the lookahead closes that
    hole and means nothing to an ECMA-262 engine.
    """
    return f"^(?:{regex})$(?!\\n)"


SLUG = Pattern(
    "[a-z0-9][a-z0-9_-]{0,63}", "a key of a-z, 0-9, '-' and '_', at most 64 long"
)
"""The identity of a thing: ASCII, safe in URLs, anchors and file names."""


@frozen(slots=False)
class Refers(Constraint):
    """A reference: the key of a thing of the named model class.

    Whether the thing exists is a question for the checks, not for loading.
    """

    to: str

    def allows(self, value: object) -> bool:
        """Only the form of the key is looked at."""
        return SLUG.allows(value)

    def sentence(self) -> str:
        """Return the rule of keys, and of what."""
        return f"{SLUG.sentence()} (of a {self.to})"

    def schema(self) -> dict[str, object]:
        """Return the pattern of keys."""
        return SLUG.schema()


@frozen(slots=False)
class Line(Constraint):
    """Plain text on one line that shows at least one character."""

    high: int = 300

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.regex)

    @property
    def regex(self) -> str:
        """The expression, without anchors."""
        return (
            f"(?=.*[^{_text.BLANK}])[^{_text.FORBIDDEN}{_text.BREAKS}]{{1,{self.high}}}"
        )

    def allows(self, value: object) -> bool:
        """Refuse line breaks, blank text and text that is too long."""
        assert isinstance(value, str)
        return self._compiled.fullmatch(value) is not None

    def sentence(self) -> str:
        """Return the rule in words."""
        return f"one line of visible text, at most {self.high} characters"

    def schema(self) -> dict[str, object]:
        """Return the pattern."""
        return {"pattern": anchored(self.regex)}


@frozen(slots=False)
class Prose(Constraint):
    """CommonMark text of any number of lines that shows at least one character."""

    high: int = 20_000

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.regex)

    @property
    def regex(self) -> str:
        """The expression, without anchors."""
        return f"(?=[\\s\\S]*[^{_text.BLANK}])[^{_text.FORBIDDEN}]{{1,{self.high}}}"

    def allows(self, value: object) -> bool:
        """Refuse blank text and text that is too long."""
        assert isinstance(value, str)
        return self._compiled.fullmatch(value) is not None

    def sentence(self) -> str:
        """Return the rule in words."""
        return f"visible text, at most {self.high} characters, lines ending in \\n"

    def schema(self) -> dict[str, object]:
        """Return the pattern."""
        return {"pattern": anchored(self.regex)}


class Measurable(Protocol):
    """A value with a size that can be compared with zero."""

    @property
    def size(self) -> Decimal:
        """The number, without its unit."""
        ...


def _size(value: object) -> Decimal:
    return value if isinstance(value, Decimal) else cast("Measurable", value).size


@frozen
class NonNegative(Constraint):
    """Zero or more, for numbers written as text: money, percent, decimals."""

    def allows(self, value: object) -> bool:
        """Compare the number with zero."""
        return _size(value) >= 0

    def sentence(self) -> str:
        """Return the rule in words."""
        return "zero or more"

    def schema(self) -> dict[str, object]:
        """Return a pattern: no sign, or nothing but zeros behind it."""
        return {"pattern": "^(?!-.*[1-9])"}


@frozen
class Positive(Constraint):
    """More than zero, for numbers written as text."""

    def allows(self, value: object) -> bool:
        """Compare the number with zero."""
        return _size(value) > 0

    def sentence(self) -> str:
        """Return the rule in words."""
        return "more than zero"

    def schema(self) -> dict[str, object]:
        """Return a pattern: no sign, and a digit that is not zero."""
        return {"pattern": "^(?!-)(?=.*[1-9])"}


@frozen
class Share(Constraint):
    """A part of a whole: from 0 % to 100 %."""

    def allows(self, value: object) -> bool:
        """Compare the percentage with 0 and 100."""
        return 0 <= _size(value) <= 100

    def sentence(self) -> str:
        """Return the rule in words."""
        return "from 0 % to 100 %"

    def schema(self) -> dict[str, object]:
        """Return a pattern over the digits before and after the point."""
        blank = "[ \\u00a0\\u202f]"
        zeros = f"(?:0{blank}?)*"
        allowed = (
            f"-?{zeros}(?:\\.0*)?",
            f"{zeros}[0-9]{{1,2}}(?:\\.[0-9]*)?",
            f"{zeros}100(?:\\.0*)?",
        )
        return {"pattern": f"^(?:{'|'.join(allowed)}){blank}?%"}


Key = Annotated[str, SLUG]
Title = Annotated[str, Line()]
Text = Annotated[str, Prose()]
