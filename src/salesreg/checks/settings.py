"""Settings: which checks run, how grave they are, where they look away."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterable, Mapping
from functools import cached_property

import attrs
from attrs import evolve, field, frozen

from salesreg._text import did_you_mean, shown
from salesreg.checks.check import Check
from salesreg.checks.finding import SEVERITIES, Severity
from salesreg.convert.structure import structure
from salesreg.errors import InvalidValue, Problem, ProblemGroup, pointer

_EMPTY: Mapping[str, Mapping[str, object]] = {}


@frozen
class Selector:
    """One word of `select` or `ignore`.

    Attributes:
        code: A code, a family of codes ("TIM") or the name of a check.
        path: Pattern of the JSON Pointers it is about; `*` stands for anything.
            What is inside a place is meant with it.

    >>> Selector.parse("TXT:scripts")
    Selector(code='TXT', path='/scripts')
    """

    code: str
    path: str = "*"

    @classmethod
    def parse(cls, text: str) -> Selector:
        """Read "TIM01", "TIM", "goal-without-target" or "TXT:/scripts/*"."""
        code, _, path = text.partition(":")
        # Every pointer begins with a slash; who leaves it out means the same.
        rooted = path if path.startswith(("/", "*")) else f"/{path}"
        return cls(code, rooted if path else "*")

    def names(self, check: type[Check]) -> bool:
        """Tell whether it is about a check."""
        return self.code in {check.code, check.family(), check.name}

    def everywhere(self, check: type[Check]) -> bool:
        """Tell whether it is about a check, wherever it finds something."""
        return self.path == "*" and self.names(check)

    def takes(self, check: type[Check], *paths: str) -> bool:
        """Tell whether it is about a finding at a path, in either form of it."""
        return self.names(check) and any(
            fnmatch.fnmatchcase(path, pattern)
            for pattern in (self.path, f"{self.path}/*")
            for path in paths
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
        if problems := self.problems(known):
            raise InvalidValue(problems)
        selects, ignores = self._selects, self._ignores
        named = {word.code for word in selects}
        made: list[Check] = []
        for check in known:
            # Whoever names a check or its family asks for its pack as well.
            if check.pack not in {"general", *self.packs} and not (
                named & {check.code, check.name, check.family()}
            ):
                continue
            if selects and not any(word.names(check) for word in selects):
                continue
            if any(word.everywhere(check) for word in ignores):
                continue
            given = self.thresholds.get(check.code)
            made.append(structure(check, dict(given)) if given else check())
        return tuple(made)

    def wants(self, check: type[Check], *paths: str) -> bool:
        """Tell whether a finding of a check at a path is wanted."""
        selects = self._selects
        return (
            not selects or any(word.takes(check, *paths) for word in selects)
        ) and not self.ignores(check, *paths)

    def ignores(self, check: type[Check], *paths: str) -> bool:
        """Tell whether a finding of a check is ignored, everywhere or at a path."""
        return any(
            word.takes(check, *paths) if paths else word.everywhere(check)
            for word in self._ignores
        )

    @cached_property
    def _selects(self) -> tuple[Selector, ...]:
        return tuple(map(Selector.parse, self.select))

    @cached_property
    def _ignores(self) -> tuple[Selector, ...]:
        return tuple(map(Selector.parse, self.ignore))

    def with_(self, **changes: object) -> Settings:
        """Return the settings with what is given and not empty."""
        return evolve(self, **{name: v for name, v in changes.items() if v})  # type: ignore[arg-type]

    def problems(self, catalogue: Iterable[type[Check]]) -> list[Problem]:
        """Return what names no check or fits none; paths lead into the settings."""
        known = tuple(catalogue)
        packs = {check.pack for check in known}
        codes = {check.code: check for check in known}
        words = {*codes, *(check.name for check in known)}
        words |= {check.family() for check in known}
        found = [
            _unknown("pack", pack, packs, "packs", index)
            for index, pack in enumerate(self.packs)
            if pack not in packs
        ]
        for field_, given in (("select", self.select), ("ignore", self.ignore)):
            for index, word in enumerate(given):
                code = Selector.parse(word).code
                if code not in words:
                    found.append(_unknown("check", code, words, field_, index))
        for code, severity in self.severity.items():
            if code not in codes:
                found.append(_unknown("check", code, codes, "severity", code))
            if severity not in SEVERITIES:
                found.append(_wrong_severity(code, severity))
        for code, thresholds in self.thresholds.items():
            if code in codes:
                found += _misfits(codes[code], thresholds)
            else:
                found.append(_unknown("check", code, codes, "thresholds", code))
        return found


def _unknown(what: str, word: str, known: Iterable[str], *path: str | int) -> Problem:
    options = sorted(known)
    message = f"there is no {what} {shown(word)}"
    hint = did_you_mean(word, options) or "`salesreg explain` lists them"
    return Problem(f"unknown-{what}", message, pointer(*path), hint=hint)


def _wrong_severity(code: str, word: str) -> Problem:
    message = f"must be one of {', '.join(SEVERITIES)}, got {shown(word)}"
    hint = did_you_mean(word, SEVERITIES)
    return Problem("wrong-choice", message, pointer("severity", code), hint=hint)


def _misfits(check: type[Check], given: Mapping[str, object]) -> list[Problem]:
    code = check.code
    if not given:
        return []
    if not attrs.has(check):
        message = f"check {code} has no thresholds"
        return [Problem("unknown-field", message, pointer("thresholds", code))]
    try:
        structure(check, dict(given))
    except ProblemGroup as group:
        return [one.under("thresholds", code) for one in group.problems]
    return []
