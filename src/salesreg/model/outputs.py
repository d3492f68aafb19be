"""What a regulation can be turned into: the methods of the root class.

These methods are the only place where a lower floor calls upward. Each imports
what it needs when it is called, so that a regulation itself stays free of
writers, and a program loads only the writers that it uses.
"""

from __future__ import annotations

import os
from typing import IO, TYPE_CHECKING, Any, Protocol, Unpack, cast, overload

if TYPE_CHECKING:
    import datetime as dt

    from salesreg.checks.api import Options
    from salesreg.checks.report import CheckReport
    from salesreg.checks.what_if import Change, WhatIf
    from salesreg.compare.diff import Diff
    from salesreg.compare.history import History
    from salesreg.document.blocks import Document
    from salesreg.document.differences import WithDifferences
    from salesreg.document.role_slice import RoleSlice
    from salesreg.errors import Place

    # Under these names for the history, which may not look up by itself.
    from salesreg.evaluate.live.state import DealState as DealState  # noqa: PLC0414
    from salesreg.evaluate.live.state import Next as Next  # noqa: PLC0414
    from salesreg.layers.explaining import Explanation
    from salesreg.model.regulation import Regulation
    from salesreg.paths.outline import Entry


class Origin(Protocol):
    """What a regulation was read from: a text, or several that make one."""

    @property
    def name(self) -> str:
        """Name of the file, as the caller gave it."""
        ...

    def place(self, pointer: str) -> Place | None:
        """Return where the value at a JSON Pointer stands in a text."""
        ...

    def line(self, place: Place) -> str:
        """Return the line of a place; empty when it is in none of the texts."""
        ...


class Written:
    """Ways out of what has a document: Markdown, HTML, Word."""

    __slots__ = ()

    @property
    def document(self) -> Document:
        """The document as a tree of blocks, which every writer draws."""
        raise NotImplementedError

    def to_markdown(self) -> str:
        """Return the document as GitHub-flavoured Markdown."""
        from salesreg.export import markdown  # noqa: PLC0415

        return markdown.render(self.document)

    def to_html(self) -> str:
        """Return the document as one self-contained HTML page."""
        from salesreg.export import html  # noqa: PLC0415

        return html.render(self.document)

    def _repr_html_(self) -> str:
        from salesreg.export import html  # noqa: PLC0415

        return html.fragment(self.document)

    @overload
    def to_docx(self, *, style: str | os.PathLike[str] = ...) -> bytes: ...

    @overload
    def to_docx(
        self,
        target: str | os.PathLike[str] | IO[bytes],
        *,
        style: str | os.PathLike[str] = ...,
    ) -> None: ...

    def to_docx(
        self,
        target: str | os.PathLike[str] | IO[bytes] | None = None,
        *,
        style: str | os.PathLike[str] = "plain",
    ) -> bytes | None:
        """Write the document as a Word file.

        Args:
            target: A path, written atomically, or a binary file object.
            style: How it looks: "plain"; "gost", as GOST R 7.0.97 wants it in the
                edition of the day of approval; or the path of a company's own Word
                file, whose styles, headers, footers and logo are used.

        Returns:
            The bytes of the file when no target is given.

        Raises:
            InvalidValue: No style has the name.
            LoadError: The company's file cannot be read or used.

        Warns:
            IncompleteStyle: The company's file lacks something, which is filled in.
        """
        from salesreg.export import docx  # noqa: PLC0415

        document = self.document
        made = docx.render(document, docx.look_of(style, document))
        return given(made, target)


Target = str | os.PathLike[str] | IO[bytes]


def given(
    made: bytes, target: str | os.PathLike[str] | IO[bytes] | None
) -> bytes | None:
    """Return what was made, or write it where it is wanted."""
    if target is None:
        return made
    if isinstance(target, str | os.PathLike):
        from salesreg.io.atomic import write  # noqa: PLC0415

        write(target, made)
    else:
        target.write(made)
    return None


class Compared(Written):
    """Ways out of what differs between two regulations."""

    __slots__ = ()

    def __str__(self) -> str:
        """Return what differs as text, in the language of the newer regulation."""
        from salesreg.document.listing import listing  # noqa: PLC0415

        return listing(cast("Diff", self))

    @property
    def document(self) -> Document:
        """What differs, chapter by chapter.

        Raises:
            InvalidValue: The diff was read from data and knows no regulations.
        """
        from salesreg.document.differing import document  # noqa: PLC0415

        return document(cast("Diff", self))


class Outputs(Written):
    """Ways out of a regulation, for people who start from the object."""

    __slots__ = ("_context", "_document", "_guide", "_origin")

    _context: object
    _document: object
    _guide: object
    _origin: Origin

    @property
    def origin(self) -> Origin | None:
        """The text, or texts, that it was read from; a changed copy has none."""
        return getattr(self, "_origin", None)

    @property
    def _regulation(self) -> Regulation:
        return cast("Regulation", self)

    @property
    def document(self) -> Document:
        """The document as a tree of blocks, which every writer draws."""
        # A regulation never changes, so it is put into words once.
        made = cast("Document | None", getattr(self, "_document", None))
        if made is None:
            from salesreg.document.render import render  # noqa: PLC0415

            made = render(self._regulation)
            object.__setattr__(self, "_document", made)
        return made

    @overload
    def to_docx(
        self, *, style: str | os.PathLike[str] = ..., embed: bool = ...
    ) -> bytes: ...

    @overload
    def to_docx(
        self,
        target: Target,
        *,
        style: str | os.PathLike[str] = ...,
        embed: bool = ...,
    ) -> None: ...

    def to_docx(
        self,
        target: Target | None = None,
        *,
        style: str | os.PathLike[str] = "plain",
        embed: bool = True,
    ) -> bytes | None:
        """Write the document as a Word file whose values can be edited there.

        `salesreg.load` gives the regulation that the file was made from, and
        `salesreg.read_edits` what people changed in it.

        Args:
            target: A path, written atomically, or a binary file object.
            style: How it looks: "plain"; "gost", as GOST R 7.0.97 wants it in the
                edition of the day of approval; or the path of a company's own Word
                file, whose styles, headers, footers and logo are used.
            embed: Whether the file carries the whole regulation, unseen. Whoever
                has such a file can read all of it, whatever they see in Word.

        Returns:
            The bytes of the file when no target is given.

        Raises:
            InvalidValue: No style has the name.
            LoadError: The company's file cannot be read or used.

        Warns:
            IncompleteStyle: The company's file lacks something, which is filled in.
        """
        from salesreg.export import docx  # noqa: PLC0415
        from salesreg.io.embedding import embedding  # noqa: PLC0415

        document = self.document
        # A file of a company has a path that concerns nobody else.
        named = str(style) if style in docx.STYLES else ""
        made = docx.render(
            document,
            docx.look_of(style, document),
            values="controls",
            carried=embedding(self._regulation, named) if embed else None,
        )
        return given(made, target)

    def to_dict(self) -> dict[str, object]:
        """Return the dict form: plain data, keys in model order, no defaults."""
        from salesreg.io.dicts import to_dict  # noqa: PLC0415

        return to_dict(self._regulation)

    def to_json(self) -> str:
        """Return the dict form as JSON, Cyrillic unescaped."""
        from salesreg.io.texts import dumps  # noqa: PLC0415

        return dumps(self._regulation, format="json")

    def to_yaml(self) -> str:
        """Return the dict form as YAML, Cyrillic unescaped."""
        from salesreg.io.texts import dumps  # noqa: PLC0415

        return dumps(self._regulation, format="yaml")

    def apply(self, diff: Diff) -> Regulation:
        """Return the regulation with the changes of a diff; see `salesreg.diff`.

        Raises:
            PatchError: A place is not as a change expects it; with every one.
        """
        return diff.apply_to(self._regulation)

    def as_of(self, day: dt.date) -> Regulation:
        """Return the regulation if it is the edition in force on a day.

        A `History` holds several editions and is asked in the same way.

        Raises:
            InvalidValue: Another edition is in force on that day, or none.
        """
        from salesreg.compare.history import as_of  # noqa: PLC0415

        return as_of(self._regulation, day)

    def check(self, **options: Unpack[Options]) -> CheckReport:
        """Return what is wrong or contradictory in it; see `salesreg.check`.

        Raises:
            InvalidValue: An option names no check or pack.
        """
        from salesreg.checks.api import check  # noqa: PLC0415

        return check(self._regulation, **options)

    def what_if(self, change: Change, **options: Unpack[Options]) -> WhatIf:
        """Return what a change would do: the diff, the findings, whom it touches.

        `reg.what_if({"/stages/new/norm/limit": "15 min"})`; see
        `salesreg.what_if`.

        Raises:
            ProblemGroup: The change does not fit, or an option does not.
        """
        from salesreg.checks.what_if import what_if  # noqa: PLC0415

        return what_if(self._regulation, change, **options)

    def with_differences(self, base: Regulation | None = None) -> WithDifferences:
        """Return it with an annex of what differs from its base, for its document.

        `reg.with_differences().to_docx("north.docx")`.

        Args:
            base: What it is compared with; that of its layers when not given.

        Raises:
            InvalidValue: It has no layers, and no base is given.
        """
        from salesreg.document.differences import with_differences  # noqa: PLC0415

        return with_differences(self._regulation, base)

    def for_role(self, key: str) -> RoleSlice:
        """Return what concerns a role, under the clause numbers of the whole.

        Its clauses, deadlines, documents, KPI and money; it is written as the
        regulation is: `reg.for_role("manager").to_docx("manager.docx")`. Its `memo`
        is what matters most of that on two pages, its `sheet` the one to sign.

        Raises:
            InvalidValue: No role has the key.
        """
        from salesreg.document.role_slice import role_slice  # noqa: PLC0415

        return role_slice(self._regulation, key)

    def next(self, deal: DealState, now: dt.datetime) -> Next:
        """Return what one deal needs now, without any database.

        What is due, by when and from whom; what is missing for each stage that it may
        move to; who may approve its discount; who is told if it stays undone. The
        first call compiles the regulation, the following ones take microseconds.

        Args:
            deal: The deal as the CRM shows it.
            now: The moment, with a time zone.

        Raises:
            InvalidValue: The stage is unknown, a moment has no time zone, or a text is
                no value of its field.
        """
        return next_of(self._regulation, deal, now)

    def explain(self, path: str) -> Explanation:
        """Return which layer, file and line the value at a path comes from.

        Args:
            path: A JSON Pointer; keys may stand in place of positions:
                `/roles/manager/title`.

        Raises:
            InvalidValue: There is nothing there, and nothing was.
        """
        from salesreg.layers.explaining import explain  # noqa: PLC0415

        return explain(self._regulation, path)

    def clause(self, number: str) -> Entry:
        """Return the clause, section or chapter with a number.

        Its `pointer` is the place in the dict form, and `at` gives the value.

        Raises:
            InvalidValue: The document has no such number.
        """
        from salesreg.paths.outline import outline_of  # noqa: PLC0415

        return outline_of(self._regulation).entry(number)

    def clause_of(self, pointer: str) -> Entry | None:
        """Return the innermost clause that states what is at a JSON Pointer."""
        from salesreg.paths.outline import outline_of  # noqa: PLC0415

        return outline_of(self._regulation).find(pointer)

    def at(self, pointer: str) -> Any:  # noqa: ANN401 - a place may hold anything
        """Return the value at a JSON Pointer into the dict form.

        Raises:
            InvalidValue: There is nothing there.
        """
        from salesreg.paths.tree import at  # noqa: PLC0415

        return at(self._regulation, pointer)

    def replace(self, pointer: str, value: object) -> Regulation:
        """Return a copy with another value at a JSON Pointer.

        Raises:
            InvalidValue: There is nothing there, or the value does not fit.
        """
        from salesreg.paths.tree import replace  # noqa: PLC0415

        return cast("Regulation", replace(self._regulation, pointer, value))


def next_of(given: Regulation | History, deal: DealState, now: dt.datetime) -> Next:
    """Return what one deal needs now, by a regulation or by its history."""
    from salesreg.evaluate.live.guide import guide_of  # noqa: PLC0415

    return guide_of(given).next(deal, now)
