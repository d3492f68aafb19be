"""Problems as values, and the exceptions that carry them.

A problem says where (path, file:line:column), what, why and what to do. An
exception of this library always carries every problem found, never the first.
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve, frozen


@frozen
class Place:
    """A position in a text or a script, counted from 1.

    Attributes:
        file: Name of the file as the caller gave it, or "<text>".
        line: Line number.
        column: Column number, or None where only the line is known.
    """

    file: str
    line: int
    column: int | None = None

    def __str__(self) -> str:
        """Return `file:line:column`, the form that editors can jump to."""
        parts = [self.file, str(self.line)]
        if self.column is not None:
            parts.append(str(self.column))
        return ":".join(parts)


@frozen
class Problem:
    """One thing that is wrong with an input.

    Attributes:
        code: Stable kebab-case name of the kind of problem, for programs.
        message: What is wrong and what was expected, one sentence.
        path: JSON Pointer (RFC 6901) into the dict form of the regulation.
        place: Where it was read, when it came from a text or a script.
        hint: What to do about it, when there is something to suggest.
    """

    code: str
    message: str
    path: str = ""
    place: Place | None = None
    hint: str | None = None

    def __str__(self) -> str:
        """Return the problem as one line: place, message, path, hint.

        >>> print(Problem(code="unknown-field", message="unknown field 'minuts'",
        ...     path="/steps/0/minuts", place=Place("rules.yaml", 23, 5),
        ...     hint="did you mean 'minutes'?"))
        rules.yaml:23:5: unknown field 'minuts' (at /steps/0/minuts);
        did you mean 'minutes'?
        """
        line = f"{self.place}: {self.message}" if self.place else self.message
        if self.path:
            line += f" (at {self.path})"
        return f"{line}; {self.hint}" if self.hint else line

    def under(self, *parts: str | int) -> Problem:
        """Return the same problem seen from a parent: parts go before its path."""
        return evolve(self, path=pointer(*parts) + self.path)

    def to_dict(self) -> dict[str, object]:
        """Return the problem as plain data; what is unknown is left out."""
        data: dict[str, object] = {
            "code": self.code,
            "message": self.message,
            "path": self.path,
        }
        if self.place:
            data["file"] = self.place.file
            data["line"] = self.place.line
            if self.place.column is not None:
                data["column"] = self.place.column
        if self.hint:
            data["hint"] = self.hint
        return data


def pointer(*parts: str | int) -> str:
    """Return the JSON Pointer (RFC 6901) of a chain of keys and indexes.

    >>> pointer("roles", 0, "a/b")
    '/roles/0/a~1b'
    """
    return "".join(
        ["/" + str(part).replace("~", "~0").replace("/", "~1") for part in parts]
    )


def parts_of(path: str) -> tuple[str, ...]:
    """Return the unescaped parts of a JSON Pointer; the inverse of `pointer`."""
    parts = path.split("/")[1:]
    if "~" in path:
        parts = [part.replace("~1", "/").replace("~0", "~") for part in parts]
    return tuple(parts)


class ProblemGroup(ValueError):  # noqa: N818 - a group, as in ExceptionGroup
    """Every problem that was found in one input.

    Attributes:
        problems: The problems, in the order of the input; never empty.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems; they are also the exception's only argument."""
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        """Return one line per problem, under a count when there are several."""
        lines = [str(problem) for problem in self.problems]
        if len(lines) == 1:
            return lines[0]
        return "\n  ".join([f"{len(lines)} problems:", *lines])


class InvalidValue(ProblemGroup):
    """A value was given to a constructor or a shorthand that does not fit it."""


class LoadError(ProblemGroup):
    """A dict, a text or a file is not a regulation in a known format."""


class BuildError(ProblemGroup):
    """The steps of a builder do not give a regulation."""


class IncompleteStyle(UserWarning):
    """A company's Word file lacks some of what a document needs.

    What is missing is taken from the style "plain", so the document is whole.

    Attributes:
        file: Name of the file.
        missing: What it lacks, by the names that Word shows.
    """

    def __init__(self, file: str, missing: Iterable[str]) -> None:
        """Say what is missing."""
        self.file, self.missing = file, tuple(missing)
        super().__init__(file, self.missing)

    def __str__(self) -> str:
        """Return one sentence."""
        named = ", ".join(self.missing)
        return f"{self.file}: taken from the style 'plain', as it is missing: {named}"


def invalid(code: str, message: str, hint: str | None = None) -> InvalidValue:
    """Return the exception for one problem that has no path of its own yet."""
    return InvalidValue([Problem(code=code, message=message, hint=hint)])
