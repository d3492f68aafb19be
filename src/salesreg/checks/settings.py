"""Settings: which checks run, how grave they are, where they look away."""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Iterable, Mapping

from attrs import evolve, field, frozen

from salesreg._text import did_you_mean, shown
from salesreg.checks.check import Check
from salesreg.checks.finding import SEVERITIES, Severity
from salesreg.convert.structure import structure
from salesreg.errors import InvalidValue, Problem

_EMPTY: Mapping[str, Mapping[str, object]] = {}


@frozen
class Selector:
    """One word of `select` or `ignore`.

    Attributes:
        code: A code, a family of codes ("TIM") or the name of a check.
        path: Pattern of the JSON Pointers it is about; `*` stands for anything.

    >>> Selector.parse("TXT:/scripts/*")
    Selector(code='TXT', path='/scripts/*')
    """

    code: str
    path: str = "*"

    @classmethod
    def parse(cls, text: str) -> Selector:
        """Read "TIM01", "TIM", "goal-without-target" or "TXT:/scripts/*"."""
        code, _, path = text.partition(":")
        return cls(code, path or "*")

    def names(self, check: type[Check]) -> bool:
        """Tell whether it is about a check."""
        family = check.code.rstrip("0123456789")
        return self.code in {check.code, family, check.name}

    def takes(self, check: type[Check], *paths: str) -> bool:
        """Tell whether it is about a finding at a path, in either form of it."""
        return self.names(check) and any(
            fnmatch.fnmatchcase(path, self.path) for path in paths
        )


@frozen(kw_only=True)
class Settings:
    """How a regulation is checked.

    Attributes:
        select: What is checked: codes, families or names, each with a pattern
            of paths where wanted; everything when empty.
        ignore: What is not checked, in the same words; it wins over `select`.
        packs: Packs beside the general checks: "ru-labour", "gost".
        severity: Other severities, by code.
        thresholds: Other thresholds, by code and the name of the threshold.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(factory=dict[str, Severity], hash=False)
    thresholds: Mapping[str, Mapping[str, object]] = field(default=_EMPTY, hash=False)

    def chosen(self, catalogue: Iterable[type[Check]]) -> tuple[Check, ...]:
        """Return the checks to run, each with its thresholds.

        Raises:
            InvalidValue: With everything that names no check or fits none.
        """
        known = tuple(catalogue)
        if problems := [*self._unknown(known), *self._bad_severities()]:
            raise InvalidValue(problems)
        selects = [Selector.parse(word) for word in self.select]
        ignores = [Selector.parse(word) for word in self.ignore]
        named = {word.code for word in selects}
        made: list[Check] = []
        for check in known:
            # A code or a name asks for its pack as well.
            if check.pack not in {"general", *self.packs} and not (
                named & {check.code, check.name}
            ):
                continue
            if selects and not any(word.names(check) for word in selects):
                continue
            if any(word.names(check) and word.path == "*" for word in ignores):
                continue
            made.append(self._made(check))
        return tuple(made)

    def wants(self, check: type[Check], *paths: str) -> bool:
        """Tell whether a finding of a check at a path is wanted."""
        selects = [Selector.parse(word) for word in self.select]
        ignores = [Selector.parse(word) for word in self.ignore]
        return (
            not selects or any(word.takes(check, *paths) for word in selects)
        ) and not any(word.takes(check, *paths) for word in ignores)

    def with_(self, **changes: object) -> Settings:
        """Return the settings with what is given and not empty."""
        return evolve(self, **{name: v for name, v in changes.items() if v})  # type: ignore[arg-type]

    def _made(self, check: type[Check]) -> Check:
        given = self.thresholds.get(check.code)
        if not given:
            return check()
        try:
            return structure(check, dict(given))
        except InvalidValue as error:
            raise InvalidValue(
                problem.under("thresholds", check.code) for problem in error.problems
            ) from None

    def _unknown(self, known: tuple[type[Check], ...]) -> list[Problem]:
        packs = {check.pack for check in known}
        words = {check.code for check in known} | {check.name for check in known}
        words |= {re.sub("[0-9]", "", check.code) for check in known}
        found = [
            _unknown("pack", pack, packs) for pack in self.packs if pack not in packs
        ]
        given = [*self.select, *self.ignore, *self.severity, *self.thresholds]
        return found + [
            _unknown("check", code, words)
            for code in (Selector.parse(word).code for word in given)
            if code not in words
        ]

    def _bad_severities(self) -> list[Problem]:
        return [
            Problem(
                "wrong-choice",
                f"severity of {code} must be one of {', '.join(SEVERITIES)},"
                f" got {shown(word)}",
                hint=did_you_mean(word, SEVERITIES),
            )
            for code, word in self.severity.items()
            if word not in SEVERITIES
        ]


def _unknown(what: str, word: str, known: Iterable[str]) -> Problem:
    options = sorted(known)
    message = f"there is no {what} {shown(word)}"
    hint = did_you_mean(word, options) or "`salesreg explain` lists them"
    return Problem(f"unknown-{what}", message, hint=hint)
