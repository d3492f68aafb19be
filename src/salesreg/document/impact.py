"""Impact: whom a change touches, who signs again, which papers change, since when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from attrs import frozen

from salesreg.compare.diff import Diff
from salesreg.compare.touching import Affected, Fate, Touched, affected, touched
from salesreg.document import sheets
from salesreg.document.blocks import (
    Block,
    Column,
    Document,
    Paragraph,
    Section,
    Table,
    Text,
)
from salesreg.document.changing import table_of
from salesreg.document.context import Content, Context, between, context_of
from salesreg.document.extract import closed
from salesreg.document.site import NOTHING
from salesreg.document.text import unvalued
from salesreg.errors import invalid
from salesreg.model.outputs import Written
from salesreg.model.regulation import Regulation
from salesreg.paths.keyed import unkeyed
from salesreg.paths.relations import Relation


@frozen(repr=False)
class Impact(Written):
    """What a change of a regulation means; a document of its own, as `Written` says.

    Attributes:
        diff: The change.
        old: The regulation before it.
        new: The regulation after it.
        roles: The roles that it touches.
        documents: The kinds of documents that it concerns.
        reports: The reports that it concerns.
        trainings: The trainings that it concerns.
    """

    diff: Diff
    old: Regulation
    new: Regulation
    roles: tuple[Touched, ...]
    documents: tuple[Affected, ...]
    reports: tuple[Affected, ...]
    trainings: tuple[Affected, ...]

    def __repr__(self) -> str:
        """Return how many changes there are and how many roles they touch."""
        return f"Impact({len(self.diff)} changes, {len(self.roles)} roles)"

    def __str__(self) -> str:
        """Return the impact as Markdown, in the language of the regulation."""
        return self.to_markdown()

    @property
    def since(self) -> dt.date | None:
        """From when the change holds, as the new edition says; None when it does not.

        An edition that has the dates of the old one holds from no new day.
        """
        old, new = self.old.revision, self.new.revision
        return new.in_force_from if new and new != old else None

    @property
    def signing(self) -> tuple[str, ...]:
        """Keys of the roles whose people must acknowledge."""
        return tuple(one.role for one in self.roles if one.signs)

    def role(self, key: str) -> Touched | None:
        """Return how the change touches a role, or None when it does not."""
        return next((one for one in self.roles if one.role == key), None)

    def to_dict(self) -> dict[str, object]:
        """Return the impact as plain data."""
        return {
            "format": "salesreg-impact/1",
            "since": self.since.isoformat() if self.since else None,
            "roles": [
                {
                    "role": one.role,
                    "fate": one.fate,
                    "relations": list(one.relations),
                    "before": list(one.before),
                    "after": list(one.after),
                    "paths": [change.path for change in one.changes],
                    "signs": one.signs,
                }
                for one in self.roles
            ],
            **{
                name: [
                    {"path": one.path, "fate": one.fate, "through": list(one.through)}
                    for one in papers
                ]
                for name, papers in self.papers.items()
            },
        }

    @property
    def papers(self) -> Mapping[str, tuple[Affected, ...]]:
        """The documents, reports and trainings, by the field of the regulation."""
        return {
            "documents": self.documents,
            "reports": self.reports,
            "trainings": self.trainings,
        }

    @property
    def document(self) -> Document:
        """The sheet of changes: what changes, whom it touches, which papers."""
        return _Sheet(self, context_of(self.old), context_of(self.new)).document()


def impact(diff: Diff, old: Regulation, new: Regulation) -> Impact:
    """Return what a change of a regulation means.

    Args:
        diff: What differs, as `salesreg.diff(old, new)` says.
        old: The regulation before.
        new: The regulation after.

    Raises:
        PatchError: The diff does not start from the old regulation.
        InvalidValue: The diff does not lead to the new one.
    """
    if old.apply(diff) != new:
        message = "the diff does not lead from the one regulation to the other"
        raise invalid("other-diff", message, "make it with diff(old, new)")
    return Impact(
        diff,
        old,
        new,
        tuple(touched(diff, old, new)),
        affected("documents", diff, old, new),
        affected("reports", diff, old, new),
        affected("trainings", diff, old, new),
    )


RELATIONS: Mapping[Relation, str] = {
    "itself": "its own description",
    "responsible": "answers for it",
    "performer": "does it",
    "paid": "is paid by it",
    "controlled": "is controlled by it",
    "mentioned": "is named in it",
}
"""How each relation of a role to what changes reads."""

FATES: Mapping[Fate, str] = {
    "added": "is new",
    "removed": "goes",
    "renamed": "has another key",
    "changed": "changes",
}
"""How what happens to a role or a paper reads."""


@frozen
class _Sheet:
    """The impact in words."""

    impact: Impact
    old: Context
    new: Context

    def document(self) -> Document:
        regulation, words = self.impact.new, self.new.words
        return Document(
            language=regulation.language,
            kind=words.say("SHEET OF CHANGES"),
            title=regulation.title,
            organisation=tuple(map(unvalued, sheets.organisation(self.new))),
            approval=(),
            requisites=(
                *sheets.editions(self.old, self.new),
                *self._since(),
            ),
            # What the words refer to is in the regulation, not in this sheet.
            sections=closed(tuple(self._sections())),
            annexes=(),
            header=sheets.header(self.new),
            properties=sheets.properties(self.new),
            wording=sheets.wording(self.new),
            contents=False,
        )

    def _since(self) -> Iterator[tuple[str, Content]]:
        if self.impact.since:
            label = self.new.words.label("Revision", "in_force_from")
            yield label, (Text(self.new.words.date(self.impact.since)),)

    def _sections(self) -> Iterator[Section]:
        found: list[tuple[str, str, Block]] = []
        say = self.new.words.say
        if not self.impact.diff:
            nothing = Paragraph((Text(say("Nothing changes.")),))
            found.append(("changes", say("What changes"), nothing))
        else:
            changes = table_of(self.impact.diff, self.old, self.new)
            found.append(("changes", say("What changes"), changes))
        if self.impact.roles:
            found.append(("roles", say("Whom it touches"), self._roles()))
        if any(self.impact.papers.values()):
            title = say("Documents, reports and trainings")
            found.append(("papers", title, self._papers()))
        for number, (anchor, title, block) in enumerate(found, 1):
            yield Section(str(number), anchor, "", title, (block,))

    def _roles(self) -> Table:
        say = self.new.words.say
        rows: list[tuple[Content, ...]] = []
        for one in self.impact.roles:
            how = ", ".join(
                say(phrase)
                for relation, phrase in RELATIONS.items()
                if relation in one.relations
            )
            if one.fate != "changed":
                how = say(FATES[one.fate])
            clauses = ", ".join(one.after or one.before)
            signs = say("acknowledges") if one.signs else "—"
            rows.append(
                tuple((Text(cell),) for cell in (one.title, how, clauses, signs))
            )
        titles = ("Role", "How", "Clauses", "Acknowledgement")
        return self._table(titles, (4, 5, 5, 3), rows)

    def _papers(self) -> Table:
        words = self.new.words
        rows: list[tuple[Content, ...]] = []
        for field, papers in self.impact.papers.items():
            kind = words.label("Regulation", field)
            for one in papers:
                through = between([(Text(self._title(p)),) for p in one.through], ", ")
                cells = (kind, one.title, words.say(FATES[one.fate]))
                rows.append((*((Text(cell),) for cell in cells), through or NOTHING))
        titles = ("Kind", "Title", "What happens", "Because of")
        return self._table(titles, (3, 5, 3, 5), rows)

    def _title(self, path: str) -> str:
        real = unkeyed(self.impact.new, path)
        return str(getattr(self.impact.new.at(real), "title", path)) if real else path

    def _table(
        self,
        titles: tuple[str, ...],
        weights: tuple[int, ...],
        rows: list[tuple[Content, ...]],
    ) -> Table:
        columns = tuple(
            Column(self.new.words.say(title), weight)
            for title, weight in zip(titles, weights, strict=True)
        )
        return Table(columns, tuple(rows))
