"""How a command fails: every problem on a line of its own, exit code 2."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

import click
from rich.console import Console
from rich.text import Text

from salesreg.errors import IncompleteStyle, Problem, ProblemGroup

FAILED = 2
"""Exit code of a command that could not do its work."""


class Commands(click.Group):
    """A group of commands that tells problems instead of tracebacks."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click has it
        """Run the command; bad input and unusable files end it with code 2."""
        # A pipe may have an encoding that lacks letters of a file's name.
        if (reconfigure := getattr(sys.stdout, "reconfigure", None)) is not None:
            reconfigure(errors="backslashreplace")
        try:
            return super().invoke(ctx)
        except ProblemGroup as group:
            tell(group.problems)
        except BrokenPipeError:
            # Whoever read the results has enough; click ends without a word.
            raise
        except OSError as error:
            where = f"{error.filename}: " if error.filename else ""
            tell([Problem(code="file", message=f"{where}{error.strerror or error}")])
        sys.exit(FAILED)


def tell(problems: list[Problem] | tuple[Problem, ...]) -> None:
    """Write problems to stderr, in colour where a terminal shows it."""
    console = Console(stderr=True, soft_wrap=True, highlight=False)
    for problem in problems:
        line = Text("error: ", style="bold red")
        line.append(str(problem), style="default")
        console.print(line)


@contextmanager
def lacks_told() -> Generator[None]:
    """Write to stderr what a company's Word file lacks, once a file is made from it."""
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always", IncompleteStyle)
        yield
    for warning in told:
        click.echo(warning.message, err=True)
