"""What a company's own Word file gives to a document: plain data, checked before."""

from __future__ import annotations

from attrs import frozen


@frozen
class Media:
    """A picture in a header or footer.

    Attributes:
        member: Its name in the new file.
        kind: Its content type.
    """

    member: str
    kind: str
    content: bytes


@frozen
class Margin:
    """A header or footer of the company.

    Attributes:
        part: "header" or "footer".
        pages: On which pages: "default", "first" or "even".
        content: The whole part.
        links: Relationship id, type and target of what it shows or leads to;
            a target with a scheme is outside the file.
    """

    part: str
    pages: str
    content: str
    links: tuple[tuple[str, str, str], ...] = ()

    @property
    def key(self) -> str:
        """Its relationship id, and the beginning of its name."""
        return f"{self.part}-{self.pages}"


@frozen
class Base:
    """Parts of a company's file that stand in place of ours.

    Attributes:
        styles: Its styles, under our identifiers where they are the same.
        theme: Its theme; ours when empty.
        margins: Its headers and footers.
        media: The pictures in them.
        bare_first: Whether the first page has headers and footers of its own.
        even: Whether even pages have.
        missing: What it lacks and is filled in, by the names that Word shows.
    """

    styles: str
    theme: str
    margins: tuple[Margin, ...]
    media: tuple[Media, ...]
    bare_first: bool
    even: bool
    missing: tuple[str, ...]

    def lacks(self, part: str) -> bool:
        """Tell whether it has no usual "header" or "footer"."""
        return not any(
            margin.part == part and margin.pages == "default" for margin in self.margins
        )
