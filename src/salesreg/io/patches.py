"""Small changes of a text that was read: comments and layout stay as they are.

A text is patched only where its regulation changed. Whatever comes out is read
again: a patch that does not say exactly what it should is not used.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import yaml
from attrs import frozen

from salesreg.convert.plain import is_list, is_mapping
from salesreg.errors import ProblemGroup
from salesreg.io.dicts import to_dict
from salesreg.io.origin import Origin
from salesreg.io.texts import Format, loads
from salesreg.io.yaml_writer import entry_lines, item_lines, scalar
from salesreg.model.regulation import Regulation

# JSON is YAML, so one parser finds the places of both.
_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def patched(old: Regulation, new: Regulation, format: Format) -> str | None:  # noqa: A002
    """Return the text that a regulation was read from, changed to say another.

    Args:
        old: The regulation as it was read.
        new: The regulation that the text is to say.
        format: Format of the text.

    Returns:
        The text, or None when the change is not small enough to be made in it.
    """
    origin = old.origin
    if not isinstance(origin, Origin):
        return None
    try:
        node = yaml.compose(origin.text, Loader=_PARSER)
        patch = _Patch(origin.text, format)
        made = patch.made(node, to_dict(old), to_dict(new))
        return made if loads(made, format, origin.name) == new else None
    except (_TooLarge, ProblemGroup, yaml.YAMLError, RecursionError):
        return None


Mapped = Mapping[str, object]
Pair = tuple[yaml.Node, Any, Any]
"""A node with what it said and what it is to say."""


class _TooLarge(Exception):  # noqa: N818 - it never leaves this module
    """A change that a patch cannot make."""


@frozen
class _Change:
    start: int
    end: int
    text: str


@frozen
class _Patch:
    """Changes of one text, found by laying old data beside new data."""

    text: str
    format: Format

    def made(self, root: yaml.Node | None, old: object, new: object) -> str:
        """Return the text with every change made."""
        waiting: list[Pair] = [(root, old, new)] if root else []
        changes: list[_Change] = []
        while waiting:
            pair = waiting.pop()
            if pair[1] != pair[2]:
                changes += self._changes(pair, waiting)
        text, limit = self.text, len(self.text)
        for change in sorted(changes, key=lambda one: -one.start):
            if change.end > limit:
                raise _TooLarge
            text = text[: change.start] + change.text + text[change.end :]
            limit = change.start
        return text

    def _changes(self, pair: Pair, waiting: list[Pair]) -> Iterator[_Change]:
        """Yield the changes at one node; those inside its values wait."""
        match pair:
            case (yaml.MappingNode() as node, was, will) if _are_mappings(was, will):
                yield from self._in_mapping(node, was, will, waiting)
            case (yaml.SequenceNode() as node, was, will) if _are_lists(was, will):
                yield from self._in_list(node, was, will, waiting)
            case (node, _, will):
                yield self._replaced(node, will)

    def _in_mapping(
        self, node: yaml.MappingNode, was: Mapped, will: Mapped, waiting: list[Pair]
    ) -> Iterator[_Change]:
        held = {key.value: value for key, value in node.value}
        for name in {**was, **will}:
            if name in was and name in will:
                waiting.append((held[name], was[name], will[name]))
            elif name in will and name in held:
                # It was written out and said the default.
                yield self._replaced(held[name], will[name])
            elif name in will:
                yield self._added(node, name, will[name])
            else:
                yield self._entry_gone(node, name)

    def _in_list(
        self,
        node: yaml.SequenceNode,
        was: list[object],
        will: list[object],
        waiting: list[Pair],
    ) -> Iterator[_Change]:
        gone = _gone(was, will)
        laid = None if gone else _laid(was, will)
        if laid is not None:
            yield from self._by_key(node, was, will, laid, waiting)
        elif gone and node.flow_style:
            yield self._kept(node, gone)
        elif gone:
            yield from self._items_gone(node, gone)
        elif len(was) == len(will):
            waiting += zip(node.value, was, will, strict=True)
        else:
            yield self._replaced(node, will)

    def _by_key(
        self,
        node: yaml.SequenceNode,
        was: list[object],
        will: list[object],
        laid: list[int | None],
        waiting: list[Pair],
    ) -> Iterator[_Change]:
        """Yield what comes and goes in a list of things with keys."""
        gone = [place for place in range(len(was)) if place not in laid]
        if gone and node.flow_style:
            raise _TooLarge
        yield from self._items_gone(node, gone)
        before: yaml.Node | None = None
        come: list[object] = []
        for new, place in zip(will, laid, strict=True):
            if place is None:
                come.append(new)
                continue
            if come:
                yield self._items_come(node, before, come)
                come = []
            held: yaml.Node = node.value[place]
            waiting.append((held, was[place], new))
            before = held
        if come:
            yield self._items_come(node, before, come)

    def _items_come(
        self, node: yaml.SequenceNode, before: yaml.Node | None, items: list[object]
    ) -> _Change:
        """Return new items, behind another one or at the beginning of a list."""
        if node.flow_style:
            text = ", ".join(json.dumps(item, ensure_ascii=False) for item in items)
            if before is None:
                start = _start(node.value[0])
                return _Change(start, start, f"{text}, ")
            return _Change(_stop(before), _stop(before), f", {text}")
        first = _start(before or node.value[0])
        dash = self.text.rindex("-", 0, first)
        start = self._line_start(dash)
        indent = self.text[start:dash]
        if indent.strip():
            raise _TooLarge
        lines = [line for item in items for line in item_lines(item, indent)]
        if before is None:
            return _Change(start, start, "".join(f"{line}\n" for line in lines))
        end = self._line_end(self._end(before))
        return _Change(end, end, "".join(f"\n{line}" for line in lines))

    def _replaced(self, node: yaml.Node, value: object) -> _Change:
        return _Change(_start(node), self._end(node), self._written(value))

    def _written(self, value: object) -> str:
        if self.format == "json" or is_list(value) or is_mapping(value):
            return json.dumps(value, ensure_ascii=False)
        text = scalar(value, "")
        if "\n" in text:
            raise _TooLarge
        return text

    def _added(self, node: yaml.MappingNode, name: str, value: object) -> _Change:
        key, last = node.value[0][0], node.value[-1][1]
        written = self._written(value)
        if self.format == "yaml" and not node.flow_style and len(written) > _LONG:
            end = self._line_end(self._end(last))
            lines = entry_lines(name, value, " " * key.start_mark.column)
            return _Change(end, end, "".join(f"\n{line}" for line in lines))
        entry = f"{json.dumps(name) if self.format == 'json' else name}: "
        entry += written
        end = max(self._end(last), _stop(node.value[-1][0]) + 1)
        if node.flow_style:
            return _Change(end, end, f", {entry}")
        end = self._line_end(end)
        return _Change(end, end, f"\n{' ' * key.start_mark.column}{entry}")

    def _entry_gone(self, node: yaml.MappingNode, name: str) -> _Change:
        keys = [key.value for key, _ in node.value]
        place = keys.index(name)
        key, held = node.value[place]
        if node.flow_style:
            if place + 1 < len(keys):
                return _Change(_start(key), _start(node.value[place + 1][0]), "")
            if place == 0:
                raise _TooLarge
            return _Change(_stop(node.value[place - 1][1]), _stop(held), "")
        start, end = self._line_start(_start(key)), self._line_end(self._end(held))
        if self.text[start : _start(key)].strip():
            # It stands behind the dash of an item: the next one moves there.
            if place + 1 == len(keys):
                raise _TooLarge
            after = _start(node.value[place + 1][0])
            if self.text[end:after].strip():
                raise _TooLarge
            return _Change(_start(key), after, "")
        return _Change(start, end + 1, "")

    def _items_gone(
        self, node: yaml.SequenceNode, gone: list[int]
    ) -> Iterator[_Change]:
        for place in gone:
            item = node.value[place]
            dash = self.text.rindex("-", 0, _start(item))
            start = self._line_start(dash)
            if self.text[start:dash].strip():
                raise _TooLarge
            yield _Change(start, self._line_end(self._end(item)) + 1, "")

    def _kept(self, node: yaml.SequenceNode, gone: list[int]) -> _Change:
        whole = self.text[_start(node) : _stop(node)]
        if "#" in whole or "\n" in whole:
            raise _TooLarge
        items = [item for place, item in enumerate(node.value) if place not in gone]
        kept = ", ".join([self.text[_start(item) : _stop(item)] for item in items])
        return _Change(_start(node), _stop(node), f"[{kept}]")

    def _end(self, node: yaml.Node) -> int:
        """Return where a value ends, without the blanks and comments behind it."""
        last: yaml.Node = node
        while isinstance(last, yaml.CollectionNode) and not last.flow_style:
            item: tuple[yaml.Node, yaml.Node] | yaml.Node = last.value[-1]
            last = item[1] if isinstance(item, tuple) else item
        start, end = _start(last), _stop(last)
        return start + len(self.text[start:end].rstrip())

    def _line_start(self, place: int) -> int:
        return self.text.rfind("\n", 0, place) + 1

    def _line_end(self, place: int) -> int:
        end = self.text.find("\n", place)
        return end if end >= 0 else len(self.text)


def _are_mappings(was: object, will: object) -> bool:
    return is_mapping(was) and is_mapping(will)


def _are_lists(was: object, will: object) -> bool:
    return is_list(was) and is_list(will)


def _start(node: yaml.Node) -> int:
    return int(node.start_mark.index)


def _stop(node: yaml.Node) -> int:
    return int(node.end_mark.index)


_LONG = 60
"""A list or mapping that is written longer is written in block style."""


def _laid(was: list[object], will: list[object]) -> list[int | None] | None:
    """Return where each new item was, None for one that comes.

    There is an answer for lists of things with keys that stay in their order, when
    some stay and some come.
    """
    old, new = _keys(was), _keys(will)
    if old is None or new is None or (len(will) == len(was) and old == new):
        return None
    laid = [old.get(key) for key in new]
    kept = [place for place in laid if place is not None]
    return laid if kept and kept == sorted(kept) else None


def _keys(items: list[object]) -> dict[str, int] | None:
    """Return the places of items by key; None when they do not have one each."""
    keys = [item.get("key") if is_mapping(item) else None for item in items]
    found = {key: place for place, key in enumerate(keys) if isinstance(key, str)}
    return found if len(found) == len(items) else None


def _gone(was: list[object], will: list[object]) -> list[int]:
    """Return which items went away, when that is all that changed; else nothing."""
    gone: list[int] = []
    at = 0
    for place, item in enumerate(was):
        if at < len(will) and item == will[at]:
            at += 1
        else:
            gone.append(place)
    return gone if at == len(will) else []
