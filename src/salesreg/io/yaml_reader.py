"""YAML read strictly, by the rules of YAML 1.2, with the place of everything.

PyYAML parses; what its events mean is decided here, because its own loader
keeps to YAML 1.1, where `no` is false and `10:30` is 630. What can surprise or
harm is refused: tags, merge keys, duplicate keys, several documents, aliases
that multiply.
"""

from __future__ import annotations

from collections.abc import Iterable

import yaml
from attrs import define, evolve

from salesreg._text import did_you_mean, shown
from salesreg.convert.problems import MOST_PROBLEMS, STOPPED
from salesreg.errors import LoadError, Place, Problem, pointer
from salesreg.io.dicts import DEEPEST, MOST_VALUES, TOO_LARGE, too_deep
from salesreg.io.sources import Site, Source
from salesreg.io.yaml_errors import bad_yaml, check_characters
from salesreg.io.yaml_scalars import LONGEST_NUMBER, is_endless, plain

MOST_REPEATED = 100_000
"""How many values aliases may stand for in all."""

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
    try:
        events: Iterable[yaml.Event] = yaml.parse(text, Loader=_PARSER)
        for event in events:
            composer.take(event)
    except yaml.YAMLError as error:
        raise LoadError([*composer.problems, bad_yaml(error, text, name)]) from None
    return Source(composer.data, name, tuple(composer.problems), lambda: composer.root)


@define
class _Frame:
    """A list or mapping that is being read."""

    holder: list[object] | dict[str, object]
    site: Site
    anchor: str | None
    repeated: int
    key: str | None = None
    key_mark: tuple[int, int] | None = None


@define
class _Anchored:
    """What an anchor names; `repeated` is None while it is being read."""

    value: object
    site: Site
    size: int | None


class _Composer:
    """Puts events together; a stack instead of recursion."""

    def __init__(self, name: str) -> None:
        self.data: object = None
        self.root = Site(1, 1)
        self.problems: list[Problem] = []
        self._name = name
        self._stack: list[_Frame] = []
        self._anchors: dict[str, _Anchored] = {}
        self._documents = 0
        self._seen = 0
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
                    message = "holds a second document, and a file is one regulation"
                    self._stop(Problem("many-documents", message), event)
            case _:
                pass

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        frame = self._stack[-1] if self._stack else None
        if frame and frame.key is None and isinstance(frame.holder, dict):
            self._key(event, frame, frame.holder)
            return
        value: object = event.value
        source = None
        if event.implicit[0]:
            value = plain(event.value)
            if not isinstance(value, str):
                source = event.value
        site = self._put(value, event, source)
        if event.tag is not None:
            self._tag(event)
        elif source is not None and is_endless(source):
            message = f"a whole number has at most {LONGEST_NUMBER} digits"
            self._add(Problem("bad-number", f"{message}, got {len(source)}"), event)
        if event.anchor is not None:
            self._anchors[event.anchor] = _Anchored(value, site, 1)
        self._after()

    def _key(
        self, event: yaml.ScalarEvent, frame: _Frame, holder: dict[str, object]
    ) -> None:
        frame.key = event.value
        frame.key_mark = _at(event)
        if event.tag is not None:
            self._tag(event)
        if event.value == "<<" and event.implicit[0]:
            message = "merge keys are not read: what a thing holds is written in it"
            hint = "repeat the fields, or give an alias for the whole value"
            self._add(Problem("merge-key", message, hint=hint), event)
        elif event.value in holder:
            message = f"field {shown(event.value)} is given twice"
            self._add(Problem("duplicate-key", message), event)

    def _open(
        self, holder: list[object] | dict[str, object], event: yaml.CollectionStartEvent
    ) -> None:
        if self._wants_key():
            self._complex_key(event)
        if len(self._stack) == DEEPEST:
            self._stop(too_deep(self._path()), event)
        site = self._put(holder, event)
        if event.tag is not None:
            self._tag(event)
        if event.anchor is not None:
            self._anchors[event.anchor] = _Anchored(holder, site, None)
        self._stack.append(_Frame(holder, site, event.anchor, self._seen))

    def _close(self) -> None:
        frame = self._stack.pop()
        if frame.anchor is not None:
            size = self._seen - frame.repeated + 1
            self._anchors[frame.anchor] = _Anchored(frame.holder, frame.site, size)
        self._after()

    def _alias(self, event: yaml.AliasEvent) -> None:
        if self._wants_key():
            self._complex_key(event)
        anchor = str(event.anchor)
        named = self._anchors.get(anchor)
        if named is None:
            self._put(None, event)
            hint = did_you_mean(anchor, self._anchors)
            message = f"alias {shown(anchor)} has no anchor before it"
            self._add(Problem("bad-alias", message, hint=hint), event)
        elif named.size is None:
            self._put(None, event)
            message = f"alias {shown(anchor)} stands inside what it names"
            self._add(Problem("bad-alias", message), event)
        else:
            self._repeated += named.size
            if self._repeated > MOST_REPEATED:
                message = f"aliases stand for more than {MOST_REPEATED:,} values"
                self._stop(Problem("too-large", message), event)
            site = self._put(named.value, event)
            site.below = named.site.below
            site.source = named.site.source
            self._seen += named.size - 1
        self._after()

    def _put(
        self, value: object, event: yaml.NodeEvent, source: str | None = None
    ) -> Site:
        """Put a value where it belongs, and return its site."""
        self._seen += 1
        if self._seen > MOST_VALUES:
            self._stop(TOO_LARGE, event)
        line, column = _at(event)
        frame = self._stack[-1] if self._stack else None
        if frame is None:
            self.data = value
            self.root = Site(line, column, source=source)
            return self.root
        site = Site(line, column, frame.key_mark, source=source)
        if isinstance(frame.holder, list):
            frame.site.put(str(len(frame.holder)), site)
            frame.holder.append(value)
        else:
            frame.site.put(str(frame.key), site)
            frame.holder[str(frame.key)] = value
        return site

    def _after(self) -> None:
        """Look for the next key once a value is complete."""
        if self._stack:
            self._stack[-1].key = None

    def _wants_key(self) -> bool:
        if not self._stack:
            return False
        frame = self._stack[-1]
        return frame.key is None and isinstance(frame.holder, dict)

    def _complex_key(self, event: yaml.NodeEvent) -> None:
        message = "a key must be a plain text, not a list, a mapping or an alias"
        hint = "put text that starts with [, {, * or ? in quotes"
        self._stop(Problem("bad-key", message, hint=hint), event)

    def _tag(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        tag = str(event.tag).replace("tag:yaml.org,2002:", "!!")
        message = f"tags are not read, got {shown(tag)}"
        hint = "leave the tag out; put text that starts with ! in quotes"
        self._add(Problem("wrong-tag", message, hint=hint), event)

    def _path(self) -> str:
        parts: list[str | int] = []
        for frame in self._stack:
            if isinstance(frame.holder, dict):
                parts += [] if frame.key is None else [frame.key]
            else:
                parts.append(max(len(frame.holder) - 1, 0))
        return pointer(*parts)

    def _add(self, problem: Problem, event: yaml.Event) -> None:
        path = problem.path or self._path()
        place = Place(self._name, *_at(event))
        self.problems.append(evolve(problem, path=path, place=place))
        if len(self.problems) >= MOST_PROBLEMS:
            raise LoadError([*self.problems, evolve(STOPPED, place=place)])

    def _stop(self, problem: Problem, event: yaml.Event) -> None:
        self._add(problem, event)
        raise LoadError(self.problems)


def _at(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    assert mark is not None
    return mark.line + 1, mark.column + 1
