"""YAML read strictly, by the rules of YAML 1.2, with the place of everything.

PyYAML parses; what its events mean is decided here, because its own loader
keeps to YAML 1.1, where `no` is false and `10:30` is 630. What can surprise or
harm is refused: tags, merge keys, duplicate keys, several documents, aliases
that multiply.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NoReturn

import yaml
from attrs import define, evolve

from salesreg._text import did_you_mean, shown
from salesreg.convert.problems import MOST_PROBLEMS, STOPPED
from salesreg.errors import LoadError, Place, Problem
from salesreg.io.limits import (
    DEEPEST,
    MOST_REPEATED,
    MOST_VALUES,
    TOO_LARGE,
    given_twice,
    too_deep,
    too_long,
)
from salesreg.io.sources import Site, Source
from salesreg.io.yaml_errors import (
    COMPLEX_KEY,
    MERGE_KEY,
    SECOND_DOCUMENT,
    bad_yaml,
    check_characters,
    wrong_tag,
)
from salesreg.io.yaml_scalars import is_endless, plain
from salesreg.io.yaml_tree import Frame, Holder, Mark, Tree

# libyaml, where PyYAML was built with it, is ten times faster and gives the
# same events.
_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(text: str, name: str) -> Source:
    """Read a YAML text.

    Raises:
        LoadError: It is not YAML, or not YAML that a regulation may be in; the
            problem says where and why.
    """
    check_characters(text, name)
    composer = _Composer(name)
    tree = composer.tree
    try:
        events: Iterable[yaml.Event] = yaml.parse(text, Loader=_PARSER)
        for event in events:
            composer.take(event)
    except yaml.YAMLError as error:
        raise LoadError([*composer.problems, bad_yaml(error, text, name)]) from None
    return Source(tree.data, name, tuple(composer.problems), lambda: tree.root)


@define
class _Anchored:
    """What an anchor names; `size` is None while it is being read."""

    value: object
    site: Site
    size: int | None


class _Composer:
    """Says what each event means, and what is wrong with it."""

    def __init__(self, name: str) -> None:
        self.tree = Tree()
        self.problems: list[Problem] = []
        self._name = name
        self._anchors: dict[str, _Anchored] = {}
        self._documents = 0
        self._repeated = 0

    def take(self, event: yaml.Event) -> None:
        """Take the next event."""
        match event:
            case yaml.ScalarEvent():
                self._scalar(event)
            case yaml.MappingStartEvent():
                self._open({}, event)
            case yaml.SequenceStartEvent():
                self._open([], event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._close()
            case yaml.AliasEvent():
                self._alias(event)
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    self._stop(SECOND_DOCUMENT, event)
            case _:
                pass

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        mapping = self.tree.mapping
        if mapping is not None:
            self._key(event, *mapping)
            return
        bare = event.implicit[0]
        value = plain(event.value) if bare else event.value
        site = self._put(value, event)
        self._named(event, value, site, 1)
        if not isinstance(value, str):
            site.source = event.value
            if is_endless(event.value):
                self._add(too_long(event.value), event)
        self.tree.complete()

    def _key(
        self, event: yaml.ScalarEvent, frame: Frame, holder: dict[str, object]
    ) -> None:
        frame.key, frame.key_mark = event.value, _at(event)
        self._named(event, event.value, Site(*_at(event)), 1)
        if event.value == "<<" and event.implicit[0]:
            self._add(MERGE_KEY, event)
        elif event.value in holder:
            self._add(given_twice(shown(event.value)), event)

    def _open(self, holder: Holder, event: yaml.CollectionStartEvent) -> None:
        stack = self.tree.stack
        if self.tree.mapping:
            self._stop(COMPLEX_KEY, event)
        if len(stack) == DEEPEST:
            self._stop(too_deep(self.tree.path), event)
        site = self._put(holder, event)
        self._named(event, holder, site, None)
        stack.append(Frame(holder, site, event.anchor, self.tree.seen))

    def _close(self) -> None:
        frame = self.tree.stack.pop()
        if frame.anchor is not None:
            size = self.tree.seen - frame.before + 1
            self._anchors[frame.anchor] = _Anchored(frame.holder, frame.site, size)
        self.tree.complete()

    def _alias(self, event: yaml.AliasEvent) -> None:
        if self.tree.mapping:
            self._stop(COMPLEX_KEY, event)
        anchor = str(event.anchor)
        named = self._anchors.get(anchor)
        if named is None or named.size is None:
            self._put(None, event)
            self._add(self._bad_alias(anchor), event)
        else:
            self._repeated += named.size
            if self._repeated > MOST_REPEATED:
                message = f"aliases stand for more than {MOST_REPEATED:,} values"
                self._stop(Problem("too-large", message), event)
            site = self._put(named.value, event)
            site.below, site.source = named.site.below, named.site.source
            self.tree.seen += named.size - 1
        self.tree.complete()

    def _bad_alias(self, anchor: str) -> Problem:
        if anchor in self._anchors:
            message = f"alias {shown(anchor)} stands inside what it names"
            return Problem("bad-alias", message)
        message = f"alias {shown(anchor)} has no anchor before it"
        return Problem("bad-alias", message, hint=did_you_mean(anchor, self._anchors))

    def _put(self, value: object, event: yaml.NodeEvent) -> Site:
        if self.tree.seen >= MOST_VALUES:
            self._stop(TOO_LARGE, event)
        return self.tree.put(value, _at(event))

    def _named(
        self,
        event: yaml.ScalarEvent | yaml.CollectionStartEvent,
        value: object,
        site: Site,
        size: int | None,
    ) -> None:
        """Look at what stands before a value: its tag and its anchor."""
        if event.tag is not None:
            self._add(wrong_tag(event.tag), event)
        if event.anchor is not None:
            self._anchors[event.anchor] = _Anchored(value, site, size)

    def _add(self, problem: Problem, event: yaml.Event) -> None:
        place = Place(self._name, *_at(event))
        path = problem.path or self.tree.path
        self.problems.append(evolve(problem, path=path, place=place))
        if len(self.problems) >= MOST_PROBLEMS:
            raise LoadError([*self.problems, evolve(STOPPED, place=place)])

    def _stop(self, problem: Problem, event: yaml.Event) -> NoReturn:
        self._add(problem, event)
        raise LoadError(self.problems)


def _at(event: yaml.Event) -> Mark:
    mark = event.start_mark
    assert mark is not None
    return mark.line + 1, mark.column + 1
