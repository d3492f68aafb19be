"""The memo for a role: two pages of what matters most, each line with its clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from salesreg.document import prose
from salesreg.document.acknowledging import edition
from salesreg.document.blocks import (
    Block,
    Bullets,
    Column,
    Document,
    Paragraph,
    Section,
    Strong,
    Table,
    Text,
)
from salesreg.document.context import Content, Context, between, context_of
from salesreg.document.extract import closed
from salesreg.document.flat import flat
from salesreg.document.saying import Style, labelled, say
from salesreg.document.text import regular, valued
from salesreg.errors import parts_of, pointer
from salesreg.model.outputs import Written
from salesreg.model.process import TimeNorm
from salesreg.paths.naming import Naming, References, above
from salesreg.paths.spans import spans
from salesreg.paths.tree import at
from salesreg.shapes import fields_of, is_items
from salesreg.values.deadline import Deadline

if TYPE_CHECKING:
    from salesreg.document.role_slice import RoleSlice

DEADLINES: References = {
    "Stage.owner": ("norm", "deadlines"),
    "Step.role": ("limit", "deadline"),
    "Handover.receiver": ("deadline",),
    "DocumentKind.author": ("deadline",),
    "DocumentKind.approvers": ("approval_limit",),
    "ApprovalStep.role": ("within",),
    "DisputeRule.deciders": ("within",),
    "ExceptionRule.granted_by": ("within",),
    "ImprovementRule.owner": ("within",),
    "Audit.audited": ("reply",),
    "Task.owner": ("due",),
    "Acknowledging.roles": ("within",),
    "Training.roles": ("within",),
}
PAY: References = {
    "PayPlan.roles": ("fixed", "target_variable", "period", "cap"),
    "Incentive.roles": ("kpi", "amount", "period"),
    "BonusReduction.roles": ("share", "of"),
}
RIGHTS: References = {
    "AuthorityBand.role": ("band", "when"),
    "ExceptionRule.granted_by": ("validity",),
}
PAPERS: References = {
    "DocumentKind.author": (),
    "DocumentKind.approvers": (),
    "DocumentKind.signers": (),
    "Report.author": ("every", "deadline"),
    "Forecast.author": ("submitted",),
    "Meeting.owner": ("every",),
    "Meeting.participants": ("every",),
}
RESULTS: References = {
    "Kpi.roles": ("target", "period"),
    "Norm.roles": ("count", "per"),
}

_MOST = 6
"""Rows of one table at most; of what is left over the numbers are told."""
COMPONENT = ("kpi", "weight", "amount")
"""What is told of a component of a pay plan."""


@frozen(repr=False)
class Memo(Written):
    """What the people of a role need every day; the extract has the rest.

    Whom they answer to, what they do, deadlines, money, papers and results. It
    cites clauses by the numbers that they have in the whole, and takes the place
    of none of them.

    Attributes:
        part: All that concerns the role.
    """

    part: RoleSlice

    def __repr__(self) -> str:
        """Return the role that it is for."""
        return f"Memo({self.part.role.key})"

    @property
    def document(self) -> Document:
        """The memo as a document without a table of contents."""
        whole, role = self.part.regulation.document, self.part.role
        memo = _Memo(self.part, context_of(self.part.regulation))
        kind = memo.context.words.say("MEMO")
        return evolve(
            whole,
            kind=kind,
            title=role.title,
            titled=f"{memo.here}/title",
            organisation=(),
            # The whole was approved; its stamp on a memo would say otherwise.
            approval=(),
            visas=(),
            requisites=tuple(memo.front()),
            # What the words refer to is in the regulation, not in this memo.
            sections=closed(tuple(memo.sections())),
            annexes=(),
            header=f"{whole.header} · {role.title}",
            properties=evolve(
                whole.properties,
                title=f"{whole.properties.title} · {role.title}",
                subject=kind.capitalize(),
            ),
            contents=False,
        )


@frozen(slots=False)
class _Memo:
    """The words of a memo."""

    part: RoleSlice
    context: Context

    @cached_property
    def naming(self) -> Naming:
        """What names the role."""
        part = self.part
        return Naming(part.regulation, part.role.key, part.concerns)

    @cached_property
    def here(self) -> str:
        """Where the role itself stands."""
        return pointer("roles", self.part.regulation.roles.index(self.part.role))

    def front(self) -> Iterator[tuple[str, Content]]:
        """Yield what stands under the title: the edition, who is above and below."""
        words, role = self.context.words, self.part.role
        named = edition(self.context)
        title = self.part.regulation.title
        which = f"{title}, {named}" if named else title
        yield (
            words.say("Regulation"),
            self.context.say("{which}; where the memo differs, it holds", which=which),
        )
        for name in ("purpose", "reports_to"):
            value = getattr(role, name)
            if value is not None:
                path = f"{self.here}/{name}"
                held = fields_of(type(role))[name]
                told = say(value, held, "Role", path, self.context)
                yield words.label("Role", name), flat(told.content, told.blocks)
        for label, reference in (
            (words.say("Leads"), "Role.reports_to"),
            (words.say("Stands in for"), "Substitution.by"),
        ):
            others = [self._title(path) for path in self.naming.items([reference])]
            if others:
                yield label, between(others, ", ")

    def sections(self) -> Iterator[Section]:
        """Yield the parts of the memo that have something to say."""
        words = self.context.words
        parts = (
            ("duties", words.label("Role", "duties"), self._duties()),
            ("forbidden", words.label("Regulation", "prohibitions"), self._forbidden()),
            (
                "deadlines",
                words.say("Deadlines"),
                self._table(words.say("By when"), DEADLINES),
            ),
            ("pay", words.say("Money"), self._table(words.say("How much"), PAY)),
            (
                "results",
                words.say("What the work is measured by"),
                self._table(words.say("How much"), RESULTS),
            ),
            (
                "papers",
                words.say("Documents, reports and meetings"),
                self._papers(),
            ),
        )
        for anchor, title, made in parts:
            if blocks := tuple(made):
                yield Section("", f"memo.{anchor}", "", title, blocks)

    def _duties(self) -> Iterator[Block]:
        here, duties = f"{self.here}/duties", self.part.role.duties
        if duties:
            said = (
                prose.said(duty.text, f"{here}/{index}/text")[:1]
                for index, duty in enumerate(duties)
            )
            yield Bullets(tuple(said))
        words = self.context.words
        answers = self.naming.items(("Stage.owner", "Procedure.owner", "Goal.owner"))
        takes = self.naming.items(("Stage.participants", "Step.role"))
        yield from self._listed(words.say("Answers for"), answers)
        rest = [one for one in takes if one not in answers]
        yield from self._listed(words.say("Takes part in"), rest)
        told = {path: said for path, _, said in self._told(RIGHTS)}
        yield from self._listed(words.say("Decides alone"), told, told)

    def _papers(self) -> Iterator[Block]:
        for reference, names in PAPERS.items():
            label = self.context.words.label(*reference.split("."))
            told = {path: said for path, _, said in self._told({reference: names})}
            yield from self._listed(label, self.naming.items([reference]), told)

    def _listed(
        self,
        label: str,
        items: Iterable[str],
        told: Mapping[str, Content] = MappingProxyType({}),
    ) -> Iterator[Block]:
        """Yield some things in one paragraph: title, what is told of it, clause."""
        named: list[Content] = []
        for path in items:
            said = [self._title(path), *([told[path]] if path in told else [])]
            named.append(self._cited(between(said, " \N{EM DASH} "), path))
        if named:
            start = (Strong((Text(f"{label}:"),)), Text(" "))
            yield Paragraph(regular((*start, *between(named, "; "), Text("."))))

    def _forbidden(self) -> Iterator[Block]:
        said: list[tuple[Block, ...]] = []
        for path, thing, _ in self.naming.things({"Prohibition.roles": ()}):
            first = prose.said(str(getattr(thing, "text", "")), f"{path}/text")[:1]
            said.append((Paragraph(self._cited(flat((), first), path)),))
        if said:
            yield Bullets(tuple(said))

    def _table(self, title: str, references: References) -> Iterator[Block]:
        rows: list[tuple[Content, ...]] = []
        left: list[str] = []
        for path, stated, told in self._told(references):
            number = self._number(stated)
            if len(rows) < _MOST:
                cited = (Text(number),) if number else ()
                rows.append((self._title(path), told, cited))
            else:
                left.append(number)
        if not rows:
            return
        say = self.context.words.say
        columns = Column(say("What"), 13), Column(title, 16), Column(say("Clause"), 3)
        yield Table(columns, tuple(rows))
        if numbers := ", ".join(spans(left, self.context.outline)):
            yield Paragraph(self.context.say("Also: cl. {clauses}.", clauses=numbers))

    def _told(self, references: References) -> Iterator[tuple[str, str, Content]]:
        """Yield things, where the first of what is told of each stands, and that."""
        for path, thing, has in self.naming.things(references):
            names = dict.fromkeys(name for one in has for name in references[one])
            said = self._said(thing, names, path)
            if said:
                yield path, f"{path}/{_first(thing, names)}", said
            for index, one in enumerate(getattr(thing, "components", ())):
                inner = f"{path}/components/{index}"
                if references is PAY and (of := self._said(one, COMPONENT, inner)):
                    yield inner, inner, of

    def _said(self, thing: object, names: Iterable[str], path: str) -> Content:
        """Say some fields: the first is what its column says, the rest has labels.

        Of money not everything is pay that is sure.
        """
        said: list[Content] = []
        for name in names:
            if name == "every" and getattr(thing, "deadline", None):
                continue  # By when it is there says how often, too.
            value, at = getattr(thing, name), f"{path}/{name}"
            if value in _NOTHING:
                continue
            norms = self._norms(value, at)
            if norms:
                said += norms
                continue
            held = fields_of(type(thing))[name]
            told = say(value, held, type(thing).__name__, at, self.context)
            content = flat(told.content, told.blocks)
            if said or name == "fixed":
                label = self.context.words.label(type(thing).__name__, name)
                start = Text(f"{label[:1].lower()}{label[1:]} \N{EM DASH} ")
                content = (start, *content)
            said.append(content)
        return between(said, "; ")

    def _norms(self, value: object, path: str) -> list[Content]:
        """Say time limits: how long, then what else there is to each."""
        if is_items(value):
            every = [
                self._norms(one, path + pointer(index))
                for index, one in enumerate(value)
            ]
            return [said for some in every for said in some]
        if not isinstance(value, TimeNorm | Deadline):
            return []
        owner, limit = type(value).__name__, fields_of(type(value))["limit"]
        told = say(value.limit, limit, owner, f"{path}/limit", self.context)
        # What is to be done says enough of when the clock starts.
        done = getattr(value, "action", None)
        names = ["target", *(["action"] if done else [])]
        if not done and hasattr(value, "trigger"):
            names.append("trigger")
        more = labelled(value, names, path, self.context, Style.NESTED)
        said = (told.content, flat(more.content, more.blocks))
        return [between([one for one in said if one], "; ")]

    def _title(self, path: str) -> Content:
        """Return the title of a thing, or of the thing that it is a part of."""
        for place in (path, *above(path)):
            if title := getattr(at(self.part.regulation, place), "title", None):
                return valued(title, f"{place}/title")
        return (Text(self.context.words.label("Regulation", parts_of(path)[0])),)

    def _cited(self, content: Content, path: str) -> Content:
        number = self._number(path)
        if not number:
            return content
        return self.context.say(
            "{said} (cl.\N{NO-BREAK SPACE}{number})", said=content, number=number
        )

    def _number(self, path: str) -> str:
        entry = self.context.outline.find(path)
        return entry.number if entry else ""


def _first(thing: object, names: Iterable[str]) -> str:
    return next(name for name in names if getattr(thing, name) not in _NOTHING)


_NOTHING = (None, (), False)
