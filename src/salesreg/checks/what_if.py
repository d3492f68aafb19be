"""What if: what a change would do, beside what is, before anybody decides on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Unpack

from attrs import evolve, frozen

from salesreg.checks.api import Options, check
from salesreg.checks.baseline import Baseline
from salesreg.checks.finding import Finding
from salesreg.checks.report import CheckReport
from salesreg.checks.said import Said
from salesreg.compare.diff import Diff, diff
from salesreg.document.blocks import Column, Document, Paragraph, Section, Table, Text
from salesreg.document.context import Content
from salesreg.document.impact import Impact, impact
from salesreg.io.edits import edited
from salesreg.model.outputs import Written
from salesreg.model.regulation import Regulation

Change = Diff | Regulation | Mapping[str, object] | Callable[[Regulation], Regulation]
"""What may be tried: a diff, the other regulation, values by path, or a function."""

_KIND = Said(en="TRIAL OF A CHANGE", ru="ПРОБА ИЗМЕНЕНИЯ")
_TITLE = Said(en="What the checks find", ru="Что находят проверки")
_SAME = Said(
    en="The checks find what they found before.",
    ru="Проверки находят то же, что и раньше.",
)
_COLUMNS = (
    (Said(en="Clause", ru="Пункт"), 2),
    (Said(en="Check", ru="Проверка"), 2),
    (Said(en="Was found", ru="Было найдено"), 6),
    (Said(en="Is found", ru="Найдено теперь"), 6),
)


@frozen(repr=False)
class WhatIf(Written):
    """What a change would do; a document of its own, as `Written` says.

    Attributes:
        before: What the checks find now.
        after: What they would find.
        impact: Whom and what the change would touch; it holds the diff and both
            regulations.
    """

    before: CheckReport
    after: CheckReport
    impact: Impact

    def __repr__(self) -> str:
        """Return the change in numbers."""
        return (
            f"WhatIf({len(self.diff)} changes, {len(self.new_findings)} new findings,"
            f" {len(self.gone_findings)} gone, {len(self.impact.roles)} roles)"
        )

    def __str__(self) -> str:
        """Return what the change would do as Markdown, in the regulation's language."""
        return self.to_markdown()

    @property
    def diff(self) -> Diff:
        """What would differ."""
        return self.impact.diff

    @property
    def regulation(self) -> Regulation:
        """The regulation with the change, to go on with."""
        return self.impact.new

    @property
    def new_findings(self) -> tuple[Finding, ...]:
        """What is found only with the change; a finding that gets worse is new."""
        return _only(self.after, self.before)

    @property
    def gone_findings(self) -> tuple[Finding, ...]:
        """What is found no more with the change."""
        return _only(self.before, self.after)

    def to_dict(self) -> dict[str, object]:
        """Return what the change would do as plain data."""
        return {
            "format": "salesreg-what-if/1",
            "diff": self.diff.to_dict(),
            "new": [one.to_dict() for one in self.new_findings],
            "gone": [one.to_dict() for one in self.gone_findings],
            "impact": self.impact.to_dict(),
        }

    @property
    def document(self) -> Document:
        """The sheet of changes with the findings, those of before beside the new."""
        sheet = self.impact.document
        changes, *others = sheet.sections
        title = _TITLE.plain(self.after.language)
        findings = Section("", "findings", "", title, (self._findings(),))
        sections = (changes, findings, *others)
        return evolve(
            sheet,
            kind=_KIND.plain(self.after.language),
            sections=tuple(
                evolve(section, number=str(number))
                for number, section in enumerate(sections, 1)
            ),
        )

    def _findings(self) -> Paragraph | Table:
        language = self.after.language
        pairs: dict[tuple[str, str], tuple[list[Finding], list[Finding]]] = {}
        for place, findings in enumerate((self.gone_findings, self.new_findings)):
            for one in findings:
                pairs.setdefault((one.keyed, one.code), ([], []))[place].append(one)
        if not pairs:
            return Paragraph((Text(_SAME.plain(language)),))
        columns = tuple(
            Column(said.plain(language), weight) for said, weight in _COLUMNS
        )
        rows: list[tuple[Content, ...]] = []
        for (_, code), (gone, new) in pairs.items():
            clause = next((one.clause for one in (*new, *gone) if one.clause), "—")
            cells = (clause, code, _told(gone), _told(new))
            rows.append(tuple((Text(cell),) for cell in cells))
        return Table(columns, tuple(rows))


def what_if(
    regulation: Regulation, change: Change, **options: Unpack[Options]
) -> WhatIf:
    """Return what a change of a regulation would do.

    Args:
        regulation: The regulation.
        change: A diff; the regulation as it would be; new values by path, as
            `{"/stages/new/norm/limit": "15 min", "/prohibitions/gifts": None}`,
            where None takes away; or a function of the regulation.
        **options: How to check, as `salesreg.check` takes them.

    Raises:
        PatchError: The diff does not fit.
        InvalidValue: A path leads nowhere, or an option does not fit.
        LoadError: The values do not make a regulation.

    >>> import salesreg as sr
    >>> reg = sr.templates.get("article", language="en")
    >>> what_if(reg, {"/roles/manager/headcount": 3}).diff.changes[0].path
    '/roles/manager/headcount'
    """
    new = _changed(regulation, change)
    return WhatIf(
        check(regulation, **options),
        check(new, **options),
        impact(diff(regulation, new), regulation, new),
    )


def _changed(regulation: Regulation, change: Change) -> Regulation:
    match change:
        case Diff():
            return regulation.apply(change)
        case Regulation():
            return change
        case Mapping():
            return edited(regulation, change)
        case _:
            return change(regulation)


def _only(one: CheckReport, other: CheckReport) -> tuple[Finding, ...]:
    found, _ = Baseline.of(other).parted(one)
    # What a reader is told in the same words is the same to the reader.
    told = {(same.code, same.keyed, same.message) for same in other}
    return tuple(new for new in found if (new.code, new.keyed, new.message) not in told)


def _told(findings: Iterable[Finding]) -> str:
    return " ".join(one.message for one in findings) or "—"
