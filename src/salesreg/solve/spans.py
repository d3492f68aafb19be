"""Spans of minutes: what they have in common, what is left of them, how long."""

from __future__ import annotations

from collections.abc import Iterable

Span = tuple[int, int]
"""From a minute to another, the second not included."""


def common(spans: tuple[Span, ...], others: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the minutes in both, in ascending spans that do not touch.

    >>> common(((0, 60), (60, 90)), ((30, 70), (80, 120)))
    ((30, 70), (80, 90))
    """
    found = [
        (max(start, first), min(end, last))
        for start, end in spans
        for first, last in others
    ]
    joined: list[Span] = []
    for start, end in sorted(span for span in found if span[0] < span[1]):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def without(spans: tuple[Span, ...], taken: Iterable[Span]) -> tuple[Span, ...]:
    """Return what is left of spans when others are taken out.

    >>> without(((0, 60), (90, 120)), [(10, 20), (50, 100)])
    ((0, 10), (20, 50), (100, 120))
    """
    left = list(spans)
    for first, last in taken:
        left = [
            part
            for start, end in left
            for part in ((start, min(end, first)), (max(start, last), end))
            if part[0] < part[1]
        ]
    return tuple(left)


def length(spans: Iterable[Span]) -> int:
    """Return how many minutes spans cover together.

    >>> length([(10, 30), (0, 20)])
    30
    """
    total, top = 0, None
    for start, end in sorted(spans):
        low = start if top is None else max(start, top)
        total += max(0, end - low)
        top = end if top is None else max(top, end)
    return total
