"""A layer from a dict or a text and back: the format `salesreg-layer/1`."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping

import attrs

from salesreg._text import did_you_mean, shown
from salesreg.constraints import Key, Title
from salesreg.convert.plain import is_list, is_mapping
from salesreg.convert.structure import structured
from salesreg.errors import LoadError, Problem, ProblemGroup, pointer
from salesreg.io.dicts import too_much
from salesreg.io.files import contents
from salesreg.io.origin import Origin
from salesreg.io.sources import Source
from salesreg.io.texts import Format, read
from salesreg.layers.layer import Layer
from salesreg.layers.speaking import spoken
from salesreg.layers.statement import FORMAT, VERBS, Statement, Verb
from salesreg.shapes import shape_of, wrong_type

HEAD = ("format", "key", "title", "extends")


def is_layer(data: object) -> bool:
    """Tell whether plain data means to be a layer and not a regulation."""
    found = data.get("format") if is_mapping(data) else None
    return isinstance(found, str) and found.startswith(FORMAT.partition("/")[0])


def layer_from_dict(data: object) -> Layer:
    """Return the layer that a dict says.

    Raises:
        LoadError: With every problem, each at its JSON Pointer into the dict.

    >>> layer_from_dict({
    ...     "format": "salesreg-layer/1",
    ...     "key": "north",
    ...     "adjust": {"/stages/lead/norm/limit": "-5 min"},
    ... })
    <Layer 'north': 1 adjust>
    """
    made, problems = _read(data, None)
    if problems or made is None:
        raise LoadError(problems)
    return made


def layer_from_file(path: str | os.PathLike[str]) -> Layer:
    """Return the layer in a file, without what it extends; see `layer_from_text`.

    Raises:
        LoadError: With every problem; also when the file cannot be read.
    """
    data, form = contents(path)
    name = os.fspath(path)
    if form == "docx":
        message = f"{name}: a layer is written as YAML or JSON, not as a document"
        raise LoadError([Problem("unknown-format", message)])
    return layer_from_text(data, form, name)


def layer_from_text(
    text: str | bytes,
    format: Format = "yaml",  # noqa: A002 - the word that callers look for
    name: str = "<text>",
) -> Layer:
    """Return the layer that a text says.

    Args:
        text: The text; bytes are UTF-8.
        format: "yaml" or "json".
        name: Name of the file for the places of problems.

    Raises:
        LoadError: With every problem, each with its file:line:column.
        InvalidValue: There is no such format.
    """
    return layer_of(*read(text, format, name))


def layer_of(origin: Origin, source: Source) -> Layer:
    """Return the layer that a text says which was read already.

    Raises:
        LoadError: With every problem, each with its file:line:column.
    """
    made, problems = _read(source.data, origin)
    if problems or source.problems or made is None:
        raise LoadError(source.placed(problems))
    return made


def _read(data: object, origin: Origin | None) -> tuple[Layer | None, list[Problem]]:
    if not is_mapping(data):
        return None, [wrong_type("a mapping (Layer)", data)]
    if problem := too_much(data):
        return None, [problem]
    problems = [*_format(data), *_unknown(data)]
    key, title, extends = _head(data, problems)
    statements = [
        one
        for verb in VERBS
        if verb in data
        for one in _statements(verb, data[verb], key, origin, problems)
    ]
    made = Layer(key, title, tuple(statements), extends, origin=origin)
    # The places of the text are found by pointers into it.
    problems += [
        attrs.evolve(one, place=None, path=_spot(one, made)) for one in made.problems()
    ]
    return made, problems


def _spot(problem: Problem, layer: Layer) -> str:
    said = [one for one in layer.statements if one.path == problem.path]
    return said[-1].spot


def _format(data: Mapping[str, object]) -> Iterator[Problem]:
    found = data.get("format")
    if found == FORMAT:
        return
    if "format" not in data:
        hint = f"say which format it is: format: {FORMAT}"
        yield Problem("missing-field", "needs a field 'format' (Layer)", hint=hint)
        return
    meant = did_you_mean(found, [FORMAT]) if isinstance(found, str) else None
    message = f"must be {FORMAT!r}, got {shown(found)}"
    yield Problem("unknown-format", message, "/format", hint=meant)


def _unknown(data: Mapping[str, object]) -> Iterator[Problem]:
    known = (*HEAD, *VERBS)
    names: list[object] = list(data)
    for name in names:
        if not isinstance(name, str):
            message = f"keys must be texts, got {shown(name)} in Layer"
            yield Problem("wrong-type", message)
        elif name not in known:
            message = f"unknown field {shown(name)} in Layer"
            hint = did_you_mean(name, known)
            yield Problem("unknown-field", message, pointer(name), hint=hint)


def _head(
    data: Mapping[str, object], problems: list[Problem]
) -> tuple[str, str | None, tuple[str, ...]]:
    if "key" not in data:
        problems.append(Problem("missing-field", "needs a field 'key' (Layer)"))
    held: dict[str, str] = {}
    for name, annotation in (("key", Key), ("title", Title)):
        if name in data and (name == "key" or data[name] is not None):
            try:
                held[name] = str(structured(shape_of(annotation), data[name]))
            except ProblemGroup as group:
                problems += [one.under(name) for one in group.problems]
    extends = data.get("extends", [])
    listed = extends if is_list(extends) else [extends]
    files = [one for one in listed if isinstance(one, str) and one]
    if len(files) < len(listed):
        message = wrong_type("the path of a file, or a list of paths", extends)
        problems.append(message.under("extends"))
    return held.get("key", ""), held.get("title"), tuple(files)


def _statements(
    verb: Verb,
    written: object,
    layer: str,
    origin: Origin | None,
    problems: list[Problem],
) -> Iterator[Statement]:
    for path, held, spot in _entries(verb, written, problems):
        try:
            if not isinstance(path, str):
                raise ProblemGroup([wrong_type("a path", path)])  # noqa: TRY301
            for one in spoken(verb, path, held):
                at = spot + one.below
                yield Statement(
                    verb, layer, one.path, one.value, origin=origin, spot=at
                )
        except ProblemGroup as group:
            problems += [
                attrs.evolve(one, path=spot + one.path) for one in group.problems
            ]


def _entries(
    verb: Verb, written: object, problems: list[Problem]
) -> Iterator[tuple[object, object, str]]:
    """Yield each path, what is written of it, and where it stands."""
    if verb == "remove":
        if is_list(written):
            for place, path in enumerate(written):
                yield path, None, pointer(verb, place)
        else:
            problems.append(wrong_type("a list of paths", written).under(verb))
    elif is_mapping(written):
        for path, held in written.items():
            yield path, held, pointer(verb, str(path))
    else:
        expected = "a mapping of paths and what is said of them"
        problems.append(wrong_type(expected, written).under(verb))
