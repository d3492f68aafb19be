"""Plain data and its sites, put together piece by piece as a text is read."""

from __future__ import annotations

from attrs import define

from salesreg.errors import pointer
from salesreg.io.sources import Site

Holder = list[object] | dict[str, object]
Mark = tuple[int, int]
"""Line and column, from 1."""


@define
class Frame:
    """A list or mapping that is being read.

    Attributes:
        holder: The list or mapping.
        site: Where it stands.
        anchor: Its name for aliases.
        before: How many values stood before it.
        key: The key whose value comes next.
        key_mark: Where the key stands.
    """

    holder: Holder
    site: Site
    anchor: str | None
    before: int
    key: str | None = None
    key_mark: Mark | None = None


class Tree:
    """What has been read so far; a stack instead of recursion.

    Attributes:
        data: The value at the root.
        root: Its site.
        stack: The lists and mappings that are still open, outermost first.
        seen: How many values there are, those behind aliases counted each time.
    """

    def __init__(self) -> None:
        """Start with nothing."""
        self.data: object = None
        self.root = Site(1, 1)
        self.stack: list[Frame] = []
        self.seen = 0

    @property
    def mapping(self) -> tuple[Frame, dict[str, object]] | None:
        """The innermost mapping when a key must come next, else None."""
        if not self.stack:
            return None
        frame = self.stack[-1]
        if frame.key is not None or not isinstance(frame.holder, dict):
            return None
        return frame, frame.holder

    @property
    def path(self) -> str:
        """JSON Pointer to the value that was read last."""
        parts: list[str | int] = []
        for frame in self.stack:
            if isinstance(frame.holder, list):
                parts.append(max(len(frame.holder) - 1, 0))
            elif frame.key is not None:
                parts.append(frame.key)
        return pointer(*parts)

    def put(self, value: object, mark: Mark) -> Site:
        """Put a value where it belongs, and return its site."""
        self.seen += 1
        frame = self.stack[-1] if self.stack else None
        if frame is None:
            self.data, self.root = value, Site(*mark)
            return self.root
        site = Site(*mark, frame.key_mark)
        if isinstance(frame.holder, list):
            frame.site.put(str(len(frame.holder)), site)
            frame.holder.append(value)
        else:
            frame.site.put(str(frame.key), site)
            frame.holder[str(frame.key)] = value
        return site

    def complete(self) -> None:
        """Look for the next key: the value of the last one is complete."""
        if self.stack:
            self.stack[-1].key = None
