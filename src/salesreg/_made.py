"""Every class of values and of the model, as it is made.

Hypothesis learns the strategies of a class in this way without anybody having
to import the model first; so this module imports nothing.
"""

from __future__ import annotations

from collections.abc import Callable

_CLASSES: list[type] = []
_WATCHERS: list[Callable[[type], object]] = []


def announce(cls: type) -> None:
    """Tell every watcher of a new class."""
    _CLASSES.append(cls)
    for watcher in _WATCHERS:
        watcher(cls)


def watch(watcher: Callable[[type], object]) -> None:
    """Call the watcher with every class made so far, and with every later one."""
    _WATCHERS.append(watcher)
    for cls in _CLASSES:
        watcher(cls)
