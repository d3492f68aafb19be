"""A report as a piece of HTML: each finding beside the clause that it is about.

For notebooks and other pages: no script, nothing fetched, all text escaped, no
colour that means something by itself.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.resources
from collections.abc import Iterator, Mapping

import attrs

from salesreg.checks.finding import Cited, Finding
from salesreg.checks.output.summary import clause, severity, summary
from salesreg.checks.report import CheckReport
from salesreg.document.blocks import Block, Clause, Document, Paragraph, Section, Text
from salesreg.document.render import render as document_of
from salesreg.document.words import words_of
from salesreg.errors import parts_of
from salesreg.export.html.body import Body
from salesreg.export.html.inline import escape
from salesreg.export.html.page import sheet
from salesreg.paths.outline import Entry, outline_of

MOST_GROUPS = 100
"""Of more clauses with findings, the rest are counted: a cell is no document."""

MOST_BLOCKS = 6
"""Of a longer section the beginning is shown."""


def render(*reports: CheckReport) -> str:
    """Return reports as one element after another."""
    return "\n".join(map(_report, reports)) + "\n"


def _report(report: CheckReport) -> str:
    regulation = report.regulation
    parts = [f"<h2>{escape(regulation.title)}</h2>"]
    parts.append(f'<p class="counts">{escape(summary(report))}</p>')
    if report.findings:
        parts += _groups(report)
    style = f"<style>\n{sheet('document.css')}{_own_sheet()}</style>"
    inner = "\n".join([style, *parts])
    return (
        f'<article class="salesreg embedded report" lang="{report.language}">\n'
        f"{inner}\n</article>"
    )


def _groups(report: CheckReport) -> Iterator[str]:
    # The clauses in the words of the report, whatever the regulation's own are.
    regulation = report.regulation.replace("/language", report.language)
    words, outline = words_of(report.language), outline_of(regulation)
    clauses = _Clauses(document_of(regulation))
    groups: dict[tuple[Entry | None, str], list[Finding]] = {}
    for finding in report:
        entry = outline.find(finding.path)
        if entry and entry.form == "chapter":
            entry = None  # Too long to stand beside a finding.
        field = "" if entry else "".join(parts_of(finding.path)[:1])
        groups.setdefault((entry, field), []).append(finding)
    for number, ((entry, field), findings) in enumerate(groups.items()):
        if number == MOST_GROUPS:
            rest = len(groups) - number
            told = words.count("{n} more clause", "{n} more clauses", rest)
            yield f"<p>{escape(told)}</p>"
            return
        if entry:
            said = clauses.html(entry.anchor, number)
        else:
            title = words.label("Regulation", field) if field else regulation.title
            said = f"<h3>{escape(title)}</h3>"
        told = "\n".join([_finding(finding, report) for finding in findings])
        yield (
            f'<section class="place">\n<div class="said">\n{said}\n</div>\n'
            f'<ul class="findings">\n{told}\n</ul>\n</section>'
        )


def _finding(finding: Finding, report: CheckReport) -> str:
    words = words_of(report.language)
    word = escape(severity(finding.severity, report.language))
    where = f"<code>{escape(finding.keyed or '/')}</code>"
    if finding.place:
        where += f" <code>{escape(str(finding.place))}</code>"
    mark = f'<strong class="{finding.severity}">{word}</strong>'
    code = f"<code>{escape(finding.code)}</code>"
    lines = [
        f"<p>{mark} {code} {escape(finding.message)}</p>",
        f'<p class="why">{escape(finding.why)}</p>',
        *_mend(finding, report),
        f'<p class="where">{where}</p>',
    ]
    if finding.also:
        others = ", ".join(_cited(other, report) for other in finding.also)
        label = escape(words.say("see also"))
        lines.append(f'<p class="where">{label}: {others}</p>')
    if finding.fix:
        label = escape(words.say("safe fix"))
        lines.append(f"<p>{label}: {escape(finding.fix.title)}</p>")
    return f"<li>{''.join(lines)}</li>"


def _mend(finding: Finding, report: CheckReport) -> Iterator[str]:
    if finding.mend:
        label = escape(words_of(report.language).say("what to do"))
        yield f"<p>{label}: {escape(finding.mend)}</p>"


def _cited(other: Cited, report: CheckReport) -> str:
    if other.clause:
        return escape(clause(other.clause, words_of(report.language)))
    return f"<code>{escape(other.path)}</code>"


class _Clauses:
    """The clauses of a document, each as a piece of HTML."""

    def __init__(self, document: Document) -> None:
        self._document = document
        key = f"{document.title}\n{document.header}".encode()
        self._prefix = f"srf{hashlib.sha256(key).hexdigest()[:8]}"

    def html(self, anchor: str, number: int) -> str:
        """Return a clause under the heading of its section.

        Args:
            anchor: Anchor of a section or a clause.
            number: Keeps the ids apart of clauses that are shown together.
        """
        section = self._shown[anchor]
        document = attrs.evolve(self._document, sections=(section,), annexes=())
        return Body(document, 1, f"{self._prefix}-{number}-").blocks([section])

    @functools.cached_property
    def _shown(self) -> Mapping[str, Section]:
        found: dict[str, Section] = {}
        waiting = list(self._document.sections)
        while waiting:
            section = waiting.pop()
            found[section.anchor] = _part(section, section.blocks)
            for block in section.blocks:
                if isinstance(block, Section):
                    waiting.append(block)
                elif isinstance(block, Clause):
                    found[block.anchor] = _part(section, (block,))
        return found


def _part(section: Section, blocks: tuple[Block, ...]) -> Section:
    shown = blocks[:MOST_BLOCKS]
    if len(blocks) > MOST_BLOCKS:
        shown += (Paragraph((Text("…"),)),)
    return attrs.evolve(section, blocks=shown, level=2)


@functools.cache
def _own_sheet() -> str:
    file = importlib.resources.files("salesreg.checks.output").joinpath("report.css")
    return file.read_text(encoding="utf-8")
