"""A regulation from a file, from a layer with what it extends, or from a folder.

A layer names what it extends by paths relative to its own file. Only files are
read, never an address: what is no relative path is refused.
"""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath, PureWindowsPath

import attrs
from attrs import define, field, frozen

from salesreg._text import shown
from salesreg.errors import LoadError, Place, Problem, ProblemGroup, pointer
from salesreg.io.embedding import load_word
from salesreg.io.files import contents
from salesreg.io.texts import read, regulation_of
from salesreg.layers.composing import compose
from salesreg.layers.layer import Layer
from salesreg.layers.reading import is_layer, layer_of
from salesreg.model.regulation import Regulation

IN_FOLDERS = (".yaml", ".yml")
"""Suffixes of the files that are read of a folder."""


def load(
    path: str | os.PathLike[str], *, root: str | os.PathLike[str] | None = None
) -> Regulation:
    """Return the regulation in a file or a folder.

    A file with a layer gives what it extends with the layer laid over. The YAML
    files of a folder are one regulation: one of them is the base, the others are
    layers over it. Folders below are not looked into. A Word file gives the
    regulation that it was made from, whatever people have changed in its text
    since; `salesreg.read_edits` reads what they changed.

    Args:
        path: The file, whose suffix says the format, or the folder.
        root: A folder outside of which nothing is read, for layers that come from
            strangers; symbolic links are followed before that is asked.

    Raises:
        LoadError: With every problem, each with its file:line:column; also
            when a file cannot be read, extends itself, or layers do not go
            together.
    """
    name = os.fspath(path)
    gathering = _Gathering(root=None if root is None else Path(root).resolve())
    gathering.take(name)
    if not gathering.problems:
        gathering.one_base(name)
    if gathering.problems:
        raise LoadError(gathering.problems)
    (base,) = gathering.bases.values()
    if not gathering.layers and not Path(name).is_dir():
        return base
    try:
        return compose(base, *gathering.layers.values(), name=name)
    except ProblemGroup as group:
        raise LoadError(group.problems) from None


@frozen
class _Entry:
    """An entry of `extends`: where one file names another.

    Attributes:
        path: JSON Pointer to it in the layer.
        place: Where it stands.
    """

    path: str
    place: Place | None


def _entry(layer: Layer, number: int = 0) -> _Entry:
    path = pointer("extends", number) if len(layer.extends) > 1 else "/extends"
    return _Entry(path, layer.origin.place(path) if layer.origin else None)


@define
class _Gathering:
    """The files that make one regulation, as they are found.

    Attributes:
        root: The folder outside of which nothing is read.
        bases: The regulations, by their file; there must be one.
        layers: The layers, those that are extended first.
        problems: What is wrong.
        open: The files that are being read, each extended by the one before.
    """

    root: Path | None
    bases: dict[Path, Regulation] = field(factory=dict[Path, Regulation])
    layers: dict[Path, Layer] = field(factory=dict[Path, Layer])
    problems: list[Problem] = field(factory=list[Problem])
    open: list[Path] = field(factory=list[Path])

    def take(self, name: str, at: _Entry | None = None) -> None:
        """Take a file or a folder, and all that it extends.

        Args:
            name: Its name.
            at: What names it; None when the caller did.
        """
        real = Path(name).resolve()
        if self.root is not None and not real.is_relative_to(self.root):
            message = f"{name}: lies outside of the folder that may be read"
            self._add(Problem("outside", message), at)
        elif real in self.open:
            message = f"{name}: extends itself, over {len(self.open)} files"
            if len(self.open) == 1:
                message = f"{name}: extends itself"
            self._add(Problem("extends-cycle", message), at)
        elif Path(name).is_dir():
            self._folder(name, at)
        elif real not in self.bases and real not in self.layers:
            self.open.append(real)
            self._file(name, real, at)
            self.open.pop()

    def one_base(self, name: str) -> None:
        """Complain unless there is one regulation at the bottom."""
        if len(self.bases) == 1:
            return
        if not self.bases:
            hint = "say what it extends: extends: base.yaml"
            if Path(name).is_dir():
                hint = "one YAML file in it must have format: salesreg/1"
            message = f"{name}: holds no regulation for its layers to lie over"
            if not self.layers:
                message = f"{name}: holds no regulation"
            self.problems.append(Problem("no-base", message, hint=hint))
            return
        origins = [base.origin for base in self.bases.values()]
        names = ", ".join(origin.name for origin in origins if origin)
        message = f"{name}: rests on {len(self.bases)} regulations: {names}"
        hint = "all but one must be layers (format: salesreg-layer/1)"
        self.problems.append(Problem("several-bases", message, hint=hint))

    def _file(self, name: str, real: Path, at: _Entry | None) -> None:
        try:
            data, form = contents(name)
        except LoadError as error:
            for problem in error.problems:
                self._add(problem, at)
            return
        try:
            if form == "docx":
                self.bases[real] = load_word(data, name)
                return
            origin, source = read(data, form, name)
            if not is_layer(source.data):
                self.bases[real] = regulation_of(origin, source)
                return
            layer = layer_of(origin, source)
        except LoadError as error:
            self.problems += error.problems
            return
        for number, below in enumerate(layer.extends):
            self._extended(below, name, _entry(layer, number))
        self.layers[real] = layer

    def _extended(self, path: str, name: str, at: _Entry) -> None:
        absolute = PurePosixPath(path).is_absolute() or PureWindowsPath(path).anchor
        if absolute or ":" in path or "\\" in path:
            message = f"must be a path relative to this file, got {shown(path)}"
            self._add(Problem("bad-extends", message, hint="write base.yaml"), at)
            return
        self.take(os.path.normpath(Path(name).parent / path), at)

    def _folder(self, name: str, at: _Entry | None) -> None:
        try:
            paths = sorted(Path(name).iterdir())
        except OSError as error:
            message = f"{name}: cannot be read: {error.strerror or error}"
            self._add(Problem("unreadable-file", message), at)
            return
        for path in paths:
            hidden = path.name.startswith(".")
            if path.suffix.lower() in IN_FOLDERS and not hidden and path.is_file():
                self.take(str(path), at)
                self._alone(path)

    def _alone(self, path: Path) -> None:
        """Complain of a layer in a folder that extends something by itself."""
        layer = self.layers.get(path.resolve())
        if layer is None or not layer.extends:
            return
        message = "a layer in a folder extends the regulation of the folder"
        hint = "leave `extends` out, or load the file by itself"
        self._add(Problem("extends-in-folder", message, hint=hint), _entry(layer))

    def _add(self, problem: Problem, at: _Entry | None) -> None:
        if at is not None:
            problem = attrs.evolve(problem, place=at.place, path=at.path)
        self.problems.append(problem)
