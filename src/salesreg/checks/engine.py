"""The engine: runs checks over a regulation and puts findings into words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cached_property

from attrs import evolve, field, frozen

from salesreg.checks.baseline import Baseline
from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Cited, Finding, Fix, Found
from salesreg.checks.own import CheckFailed, WaiverExpired, WaiverIdle
from salesreg.checks.report import Report, Waived
from salesreg.checks.settings import Settings
from salesreg.checks.wording import filled, shown_all, wording_of
from salesreg.document.context import Context
from salesreg.errors import Place, parts_of
from salesreg.model.frame import Waiver
from salesreg.model.regulation import Language, Regulation
from salesreg.paths.keyed import keyed
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

    def over(self, regulation: Regulation) -> Report:
        """Check a regulation."""
        facts = Facts(regulation, self.today)
        words = _Words(facts, self.language or regulation.language, self.settings)
        runs = [c for c in self.checks if not c.dated or self.today is not None]
        findings: list[Finding] = []
        for check in runs:
            findings += self._of(check, facts, words)
        ran = {check.code for check in runs}
        findings, waived = self._waived(findings, facts, words, ran)
        new, known = self.baseline.parted(findings, regulation)
        return Report(
            regulation=regulation,
            findings=tuple(sorted(new, key=words.position)),
            waived=tuple(waived),
            known=tuple(known),
            undated=tuple(c.code for c in self.checks if c not in runs),
            language=words.language,
            again=self.over,
        )

    def _of(self, check: Check, facts: Facts, words: _Words) -> list[Finding]:
        try:
            found = list(check.check(facts))
        except Exception as error:  # noqa: BLE001 - a user's check may raise anything
            failed = CheckFailed()
            return [words.finding(failed, failed.of(check, error))]
        return [
            words.finding(check, one)
            for one in found
            if self.settings.wants(
                type(check), one.path, keyed(facts.regulation, one.path)
            )
        ]

    def _waived(
        self, findings: list[Finding], facts: Facts, words: _Words, ran: set[str]
    ) -> tuple[list[Finding], list[Waived]]:
        regulation = facts.regulation
        if not regulation.waivers:
            return findings, []
        by_place: dict[tuple[str, str], int] = {}
        for index, waiver in reversed(list(enumerate(regulation.waivers))):
            by_place[waiver.code, waiver.path] = index
        left: list[Finding] = []
        waived: list[Waived] = []
        used: set[int] = set()
        for finding in findings:
            index = by_place.get(
                (finding.code, keyed(regulation, finding.path)),
                by_place.get((finding.code, finding.path), -1),
            )
            if index >= 0:
                used.add(index)
            if index < 0 or _expired(regulation.waivers[index], self.today):
                left.append(finding)
            else:
                waived.append(Waived(finding, regulation.waivers[index]))
        for index, waiver in enumerate(regulation.waivers):
            if waiver.code in ran and index not in used:
                left.append(words.finding(*WaiverIdle().of(index, waiver)))
            elif index in used and _expired(waiver, self.today):
                left.append(words.finding(*WaiverExpired().of(index, waiver)))
        return left, waived


def _expired(waiver: Waiver, today: dt.date | None) -> bool:
    return waiver.until is not None and today is not None and waiver.until < today


class _Words:
    """Puts what checks found into the words of one report."""

    def __init__(self, facts: Facts, language: Language, settings: Settings) -> None:
        self.language: Language = language
        self._facts = facts
        self._settings = settings

    @cached_property
    def _context(self) -> Context:
        # The words of a language are read when there is something to say.
        context = wording_of(self._facts.regulation, self.language)
        return evolve(context, index=self._facts.index, outline=self._facts.outline)

    def finding(self, check: Check, found: Found) -> Finding:
        """Return a finding in words, with its clause and its place."""
        fix = None
        if found.edits and found.mend:
            title = filled(found.mend, found.values, self._context)
            fix = Fix(title, found.edits)
        cited = self._cited(found.path)
        return Finding(
            code=check.code,
            name=check.name,
            severity=self._settings.severity.get(check.code, check.severity),
            path=found.path,
            message=_sentence(filled(found.message, found.values, self._context)),
            why=check.why.plain(self.language),
            clause=cited.clause,
            place=cited.place,
            values=shown_all(found.values, self._context),
            also=tuple(map(self._cited, found.also)),
            fix=fix,
        )

    def _cited(self, path: str) -> Cited:
        entry = self._facts.outline.find(path)
        return Cited(path, entry.number if entry else None, self._place(path))

    def _place(self, path: str) -> Place | None:
        origin = self._facts.regulation.origin
        return origin.place(path) if origin else None

    def position(self, finding: Finding) -> tuple[tuple[int, ...], str, str]:
        """Return where a finding stands in the order of the regulation."""
        made: list[int] = []
        value: object = self._facts.regulation
        for part in parts_of(finding.path):
            if is_items(value):
                made.append(int(part))
                value = value[int(part)] if int(part) < len(value) else None
            elif value is not None:
                names: Iterable[str] = fields_of(type(value))
                made.append(list(names).index(part) if part in names else -1)
                value = getattr(value, part, None)
        return tuple(made), finding.code, finding.message


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
