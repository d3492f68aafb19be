"""Comments of a part: where each begins, and the characters that it is about."""

from __future__ import annotations

from salesreg.edits.stories import Remark, Spot, Story

MOST_ABOUT = 2_000
"""So many characters are told of what a comment is about."""


class Remarks:
    """The comments that are open where the reader is.

    Where they end is kept, and their characters are cut out at the end: any
    number of them may be open at once, and a text is not copied for each.
    """

    def __init__(self, story: Story) -> None:
        """Keep what is found in a story."""
        self._remarks = story.remarks
        self._said: list[str] = []
        self._length = 0
        self._begun: dict[str, int] = {}
        self._ended: list[tuple[Remark, int, int]] = []

    def pass_by(self, text: str) -> None:
        """Take the next characters of the part."""
        if self._begun:
            self._said.append(text)
            self._length += len(text)

    def begin(self, number: str, spot: Spot) -> None:
        """Begin what a comment is about."""
        self.stand(number, spot)
        self._begun[number] = self._length

    def end(self, number: str) -> None:
        """End it."""
        start = self._begun.pop(number, None)
        if start is not None:
            self._ended.append((self._remarks[number], start, self._length))

    def stand(self, number: str, spot: Spot) -> None:
        """Take the place of a comment, unless it began before."""
        self._remarks.setdefault(number, Remark(spot))

    def finish(self) -> None:
        """Give each comment its characters."""
        whole = "".join(self._said) if self._ended else ""
        for remark, start, end in self._ended:
            remark.text = whole[start : min(end, start + MOST_ABOUT)]
