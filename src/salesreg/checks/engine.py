"""The engine: runs checks over a regulation and puts findings into words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cached_property

import attrs
from attrs import field, frozen

from salesreg.checks.baseline import Baseline
from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Cited, Finding, Fix, Found
from salesreg.checks.fingerprint import fingerprint
from salesreg.checks.own import CheckFailed, WaiverExpired, WaiverIdle, WaiverUnknown
from salesreg.checks.report import CheckReport
from salesreg.checks.settings import Settings
from salesreg.checks.waiving import Waived, Waivers
from salesreg.checks.wording import shown_all
from salesreg.document.context import Context
from salesreg.document.words import words_of
from salesreg.errors import Place, parts_of
from salesreg.model.regulation import Language, Regulation
from salesreg.paths.keyed import Keys
from salesreg.shapes import fields_of, is_items


@frozen(kw_only=True)
class Run:
    """One way to check regulations.

    Attributes:
        catalogue: Every check there is.
        settings: Which of them run, and how.
        language: Language of the messages; the regulation's when not given.
        today: The date for which is checked; without it, checks that need it
            do not run and waivers do not expire.
        baseline: Findings that are known already.
    """

    catalogue: tuple[type[Check], ...]
    settings: Settings
    language: Language | None = None
    today: dt.date | None = None
    baseline: Baseline = field(factory=Baseline)

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        """The checks that run."""
        return self.settings.chosen(self.catalogue)

    def over(self, regulation: Regulation) -> CheckReport:
        """Check a regulation."""
        facts = Facts(regulation, self.today)
        words = _Words(facts, self.language or regulation.language, self.settings)
        runs = [c for c in self.checks if not c.dated or self.today is not None]
        findings = [one for check in runs for one in self._of(check, facts, words)]
        left, waived = self._waived(findings, facts, words)
        new, known = self.baseline.parted(left)
        return CheckReport(
            regulation=regulation,
            findings=tuple(sorted(new, key=words.position)),
            waived=tuple(waived),
            known=tuple(known),
            undated=tuple(c.code for c in self.checks if c not in runs),
            language=words.language,
            today=self.today,
            checks=tuple(runs),
            again=self.over,
        )

    def _of(self, check: Check, facts: Facts, words: _Words) -> list[Finding]:
        findings: list[Finding] = []
        try:
            for found in check.check(facts):
                finding = words.finding(check, found)
                if self.settings.wants(type(check), finding.path, finding.keyed):
                    findings.append(finding)
        except Exception as error:  # noqa: BLE001 - a user's check may raise anything
            failed = CheckFailed()
            if not self.settings.ignores(CheckFailed):
                findings.append(words.finding(failed, failed.of(check, error)))
        return findings

    def _waived(
        self, findings: list[Finding], facts: Facts, words: _Words
    ) -> tuple[list[Finding], list[Waived]]:
        regulation = facts.regulation
        if not regulation.waivers:
            return findings, []
        waivers = Waivers(regulation, self.today)
        left, waived = waivers.parted(findings)
        ran = {c.code for c in self.checks if not c.dated or self.today is not None}
        if WaiverIdle.code in ran:
            for index in waivers.idle(ran):
                idle = WaiverIdle().of(index, regulation.waivers[index])
                left.append(words.finding(*idle))
        if WaiverExpired.code in ran:
            for index in waivers.expired():
                expired = WaiverExpired().of(index, regulation.waivers[index])
                left.append(words.finding(*expired))
        if WaiverUnknown.code in ran:
            codes = {check.code for check in self.catalogue}
            unknown = WaiverUnknown()
            for index in waivers.unknown(codes):
                found = unknown.of(index, regulation.waivers[index], codes)
                left.append(words.finding(unknown, found))
        return left, waived


class _Words:
    """Puts what checks found into the words of one report."""

    def __init__(self, facts: Facts, language: Language, settings: Settings) -> None:
        self.language: Language = language
        self._facts = facts
        self._settings = settings
        self._keys = Keys(facts.regulation)

    @cached_property
    def _context(self) -> Context:
        # The words of a language are read when there is something to say.
        facts = self._facts
        words = words_of(self.language)
        return Context(facts.regulation, words, facts.index, facts.outline)

    def finding(self, check: Check, found: Found) -> Finding:
        """Return a finding in words, with its clause and its place."""
        values = shown_all(found.values, self._context)
        fix = None
        if found.edits and found.fix:
            title = found.fix.filled(self.language, values)
            fix = Fix(_sentence(title), found.edits)
        cited = self._cited(found.path)
        keyed = self._keys.keyed(found.path)
        return Finding(
            code=check.code,
            name=check.name,
            severity=self._settings.severity.get(check.code, check.severity),
            path=found.path,
            message=_sentence(found.message.filled(self.language, values)),
            why=check.why.plain(self.language),
            mend=check.advice(self.language),
            keyed=keyed,
            fingerprint=self._fingerprint(check, keyed, found),
            clause=cited.clause,
            place=cited.place,
            values=values,
            also=tuple(map(self._cited, found.also)),
            fix=fix,
        )

    def _fingerprint(self, check: Check, keyed: str, found: Found) -> str:
        return fingerprint(self._facts.regulation.key, check.code, keyed, found)

    def _cited(self, path: str) -> Cited:
        entry = self._facts.outline.find(path)
        return Cited(path, entry.number if entry else None, self._place(path))

    def _place(self, path: str) -> Place | None:
        origin = self._facts.regulation.origin
        return origin.place(path) if origin else None

    def position(self, finding: Finding) -> tuple[object, ...]:
        """Return where a finding stands: in the text, else in the document."""
        within = (self._within(finding.path), finding.code, finding.message)
        if finding.place:
            place = finding.place
            return (place.file, place.line, place.column or 0, *within)
        last = finding.path.startswith(_SHEETS)
        numbers = (finding.clause or "").split(".")
        return (last, [int(part) for part in numbers if part.isdecimal()], *within)

    def _within(self, path: str) -> list[int]:
        """Return where a path leads in the order of the fields."""
        made: list[int] = []
        value: object = self._facts.regulation
        for part in parts_of(path):
            if is_items(value):
                index = int(part) if part.isdecimal() else len(value)
                made.append(index)
                value = value[index] if index < len(value) else None
            elif value is not None:
                names: Iterable[str] = _names_of(value)
                made.append(list(names).index(part) if part in names else -1)
                value = getattr(value, part, None)
        return made


_SHEETS = ("/annexes", "/waivers", "/acknowledg")
"""What stands behind the clauses; all else without a number is on the first page."""


def _names_of(value: object) -> Iterable[str]:
    cls: type = type(value)
    return fields_of(cls) if attrs.has(cls) else ()


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
