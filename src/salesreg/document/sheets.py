"""The first page's requisites and the annexes."""

from __future__ import annotations

import datetime as dt

from salesreg.document import acknowledging, prose
from salesreg.document.blocks import (
    Block,
    Code,
    Column,
    Paragraph,
    Properties,
    Reference,
    Section,
    Table,
    Text,
    Wording,
)
from salesreg.document.context import Content, Context
from salesreg.document.flat import flat
from salesreg.document.saying import labelled
from salesreg.document.text import regular, valued
from salesreg.errors import pointer
from salesreg.model.people import Role
from salesreg.paths.keyed import unkeyed

_LINE = "_" * 14


def organisation(context: Context) -> tuple[Content, ...]:
    """Return the lines above the title."""
    held = context.regulation.organisation
    names = ("title", "department", "city") if held else ()
    lines = ((getattr(held, name), pointer("organisation", name)) for name in names)
    return tuple(valued(line, path) for line, path in lines if line)


def approval(context: Context) -> tuple[Content, ...]:
    """Return the approval stamp, with lines to fill where facts are missing."""
    revision = context.regulation.revision
    if revision is None or revision.approval is None:
        return ()
    held, words, path = revision.approval, context.words, "/revision/approval"
    name = valued(held.name, f"{path}/name") if held.name else (Text(_LINE),)
    lines = [context.say("APPROVED BY"), valued(held.post, f"{path}/post")]
    lines.append(regular((Text(f"{_LINE} "), *name)))
    lines.append(
        valued(words.date(held.date), f"{path}/date")
        if held.date
        else context.say("“____” __________ 20____")
    )
    if held.order:
        order = valued(held.order, f"{path}/order")
        lines.append(context.say("Order {order}", order=order))
    return tuple(lines)


def requisites(context: Context) -> tuple[tuple[str, Content], ...]:
    """Return what the table under the title says of the document."""
    held, words = context.regulation.revision, context.words
    if held is None:
        return ()
    facts = {
        "number": held.number,
        "in_force_from": held.in_force_from and words.date(held.in_force_from),
        "in_force_to": held.in_force_to and words.date(held.in_force_to),
        "registration": held.registration,
    }
    return tuple(
        (words.label("Revision", name), valued(said, pointer("revision", name)))
        for name, said in facts.items()
        if said
    )


def editions(old: Context, new: Context) -> tuple[tuple[str, Content], ...]:
    """Return what the table under the title says of two editions: their numbers."""
    was, now = old.regulation.revision, new.regulation.revision
    if was is None or now is None or was == now:
        return ()
    label = new.words.label("Revision", "number")
    return ((label, (Text(f"{was.number} → {now.number}"),)),)


def dated(context: Context) -> dt.date | None:
    """Return the day of the document: of its approval, or of coming into force."""
    held = context.regulation.revision
    if held is None:
        return None
    approved = held.approval.date if held.approval else None
    return approved or held.in_force_from


def annexed(context: Context) -> tuple[str, ...]:
    """Return the lines under the mark of an annex: to which document, of which day."""
    say, held = context.words.say, context.regulation.revision
    kind, _, rest = context.regulation.title.partition(" ")
    # A title that names the kind of the document is not quoted after it.
    named = kind.casefold() == say("REGULATION").casefold() and rest
    title = rest if named else say("“{title}”").format(title=context.regulation.title)
    lines = [say("to the regulation {title}").format(title=title)]
    day, number = dated(context), held.registration if held else None
    said = [
        *([say("of {date}").format(date=context.words.date(day))] if day else []),
        *([say("No. {number}").format(number=number)] if number else []),
    ]
    return (*lines, " ".join(said)) if said else tuple(lines)


def visas(context: Context) -> tuple[str, ...]:
    """Return who agrees to it: who keeps it, explains it and may change it."""
    held = context.regulation.governance
    if held is None:
        return ()
    keys = dict.fromkeys([held.owner, held.interpreter, *held.amended_by])
    roles = (context.index.find("Role", key) for key in keys if key)
    return tuple(role.title for role in roles if isinstance(role, Role))


def header(context: Context) -> str:
    """Return the running head: the title and the edition."""
    held, regulation = context.regulation.revision, context.regulation
    if held is None:
        return regulation.title
    edition = context.words.say("edition {number}").format(number=held.number)
    return f"{regulation.title} · {edition}"


def properties(context: Context) -> Properties:
    """Return what a file says about itself."""
    regulation = context.regulation
    held = regulation.organisation
    return Properties(
        title=regulation.title,
        subject=context.words.say("Sales regulation"),
        author=held.title if held else "",
        revision=regulation.revision.number if regulation.revision else "",
    )


def wording(context: Context) -> Wording:
    """Return the fixed words of the writers."""
    words = context.words
    return Wording(
        contents=words.say("Contents"),
        page=words.say("Page {page} of {pages}"),
        figure=words.say("Figure"),
        table=words.say("Table"),
        missing=words.say("not defined"),
        agreed=words.say("AGREED BY"),
        date_line=words.say("“____” __________ 20____"),
    )


def annexes(context: Context) -> tuple[Section, ...]:
    """Return the annexes, then the acknowledgement sheet if one is wanted."""
    made: list[Section] = []
    for index, annex in enumerate(context.regulation.annexes):
        path = pointer("annexes", index)
        blocks: list[Block] = []
        if annex.text:
            blocks += prose.said(annex.text, path + pointer("text"))
        said = labelled(annex, ("document",), path, context)
        if said.content:
            blocks.append(Paragraph(said.content))
        mark = context.words.say("Annex {number}").format(number=index + 1)
        anchor, titled = f"annexes.{annex.key}", path + pointer("title")
        made.append(
            Section("", anchor, path, annex.title, tuple(blocks), mark, titled=titled)
        )
    waivers, sheet = _waivers(context), acknowledging.annex(context)
    return (*made, *(last for last in (waivers, sheet) if last))


def _waivers(context: Context) -> Section | None:
    """Return the annex of the findings that the regulation lets stand."""
    regulation, words = context.regulation, context.words
    if not regulation.waivers:
        return None
    titles = ("Clause", "Check", "Reason", "Decided by", "Until")
    weights = (4, 2, 7, 3, 3)
    columns = tuple(
        Column(words.say(title), weight)
        for title, weight in zip(titles, weights, strict=True)
    )
    rows: list[tuple[Content, ...]] = []
    for waiver in regulation.waivers:
        until = words.date(waiver.until) if waiver.until else "—"
        cells = (waiver.code, waiver.author, until)
        code, author, last = ((Text(cell),) for cell in cells)
        said = flat((), prose.blocks(waiver.reason))
        rows.append((_clause(waiver.path, context), code, said, author, last))
    title = words.say("Accepted departures")
    intro = words.say("What the checks find here is known and may stand.")
    blocks = (Paragraph((Text(intro),)), Table(columns, tuple(rows)))
    number = len(regulation.annexes) + 1
    mark = words.say("Annex {number}").format(number=number)
    return Section("", "waivers", "/waivers", title, blocks, mark)


def _clause(path: str, context: Context) -> Content:
    found = unkeyed(context.regulation, path)
    entry = context.outline.find(found) if found else None
    if entry is None:
        return (Code(path),)
    return (Reference(entry.anchor, entry.number),)
