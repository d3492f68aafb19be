"""Settings in files: `[tool.salesreg]` of pyproject.toml, or a salesreg.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import cast

from attrs import evolve, field, frozen

from salesreg._text import did_you_mean, shown
from salesreg.checks.check import Check
from salesreg.checks.finding import SEVERITIES, Severity
from salesreg.checks.settings import Settings
from salesreg.convert.plain import is_list, is_mapping
from salesreg.errors import LoadError, Problem, parts_of
from salesreg.io.toml import toml_of

OWN = "salesreg.toml"
SHARED = "pyproject.toml"
_KEYS = ("select", "ignore", "packs", "severity", "checks", "baseline", "level")


@frozen(kw_only=True)
class Config:
    """What a file says of how regulations are checked.

    Attributes:
        settings: Which checks run, how grave they are, and their thresholds.
        level: The lightest severity that makes a check fail.
        baseline: File of the findings that are known.
    """

    settings: Settings = field(factory=Settings)
    level: Severity = "error"
    baseline: Path | None = None


def nearest(file: Path) -> Path | None:
    """Return the file with the settings for a regulation's file, or None.

    It is looked for in the folder of the file and in those above: salesreg.toml,
    or a pyproject.toml that has `[tool.salesreg]`.

    Raises:
        LoadError: A pyproject.toml on the way cannot be read.
    """
    for folder in file.absolute().parents:
        if (own := folder / OWN).is_file():
            return own
        shared = folder / SHARED
        if shared.is_file() and _table(shared, shared) is not None:
            return shared
    return None


def load(file: Path, catalogue: Iterable[type[Check]], name: str = "") -> Config:
    """Return what a file says.

    Args:
        file: The file.
        catalogue: Every check there is.
        name: How messages call the file.

    Raises:
        LoadError: With every problem, each with the file and the key.
    """
    called = name or str(file)
    prefix = "tool.salesreg." if file.name == SHARED else ""
    table = _table(file, Path(called)) or {}
    made, problems = _read(table, file.parent)
    problems += [_in_file(one) for one in made.settings.problems(catalogue)]
    if problems:
        raise LoadError(
            evolve(one, path="", message=f"{called}: {prefix}{_dotted(one)}")
            for one in problems
        )
    return made


def _table(file: Path, called: Path) -> Mapping[str, object] | None:
    data = toml_of(file, str(called))
    if file.name != SHARED:
        return data
    tool = data.get("tool")
    table = tool.get("salesreg") if is_mapping(tool) else None
    return table if is_mapping(table) else None


def _read(table: Mapping[str, object], folder: Path) -> tuple[Config, list[Problem]]:
    problems = [
        Problem(
            "unknown-key",
            "unknown key",
            f"/{key}",
            hint=did_you_mean(key, _KEYS) or f"the keys are {', '.join(sorted(_KEYS))}",
        )
        for key in table
        if key not in _KEYS
    ]
    words = {
        name: _words(name, table.get(name, []), problems)
        for name in ("select", "ignore", "packs")
    }
    severity = _mapping("severity", table.get("severity", {}), problems)
    thresholds = {
        code: _mapping(f"checks/{code}", given, problems)
        for code, given in _mapping("checks", table.get("checks", {}), problems).items()
    }
    level = table.get("level", "error")
    if level not in SEVERITIES:
        message = f"must be one of {', '.join(SEVERITIES)}, got {shown(level)}"
        hint = did_you_mean(str(level), SEVERITIES)
        problems.append(Problem("wrong-choice", message, "/level", hint=hint))
    baseline = table.get("baseline")
    if not isinstance(baseline, str | None):
        problems.append(_wrong("/baseline", "the path of a file", baseline))
    settings = Settings(
        **words,
        severity=cast("Mapping[str, Severity]", severity),
        thresholds=thresholds,
    )
    config = Config(
        settings=settings,
        level=cast("Severity", level),
        baseline=folder / baseline if isinstance(baseline, str) else None,
    )
    return config, problems


def _words(name: str, given: object, problems: list[Problem]) -> tuple[str, ...]:
    if is_list(given) and all(isinstance(word, str) for word in given):
        return tuple(cast("list[str]", given))
    problems.append(_wrong(f"/{name}", "a list of texts", given))
    return ()


def _mapping(name: str, given: object, problems: list[Problem]) -> Mapping[str, object]:
    if is_mapping(given):
        return given
    problems.append(_wrong(f"/{name}", "a table", given))
    return {}


def _wrong(path: str, expected: str, given: object) -> Problem:
    return Problem("wrong-type", f"must be {expected}, got {shown(given)}", path)


def _in_file(problem: Problem) -> Problem:
    # What the settings call thresholds stands under [checks] in a file.
    return evolve(problem, path=re.sub("^/thresholds/", "/checks/", problem.path))


def _dotted(problem: Problem) -> str:
    return f"{'.'.join(parts_of(problem.path))}: {problem.message}"
