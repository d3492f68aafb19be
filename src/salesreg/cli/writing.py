"""Reports on the screen or in a file, in any of their formats."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType

import click
from rich.console import Console
from rich.text import Text

from salesreg.checks.output import github, html, human, json, sarif
from salesreg.checks.report import CheckReport
from salesreg.errors import Problem
from salesreg.io import atomic

MACHINES: Mapping[str, Callable[..., str]] = MappingProxyType(
    {"json": json.render, "sarif": sarif.render, "github": github.render}
)
"""The formats for programs, which see nothing but what they are given."""
FORMATS: Mapping[str, Callable[..., str]] = MappingProxyType(
    {
        "human": human.render,
        "brief": partial(human.render, brief=True),
        **MACHINES,
        "html": html.render,
    }
)
"""What writes reports, by the name of the format."""


def write(
    reports: list[CheckReport],
    form: str,
    output: Path | None,
    problems: tuple[Problem, ...] = (),
) -> None:
    """Write reports to a file, or to standard output.

    Programs are told in the same text why other files could not be checked; people
    see that on the screen.
    """
    render = FORMATS[form]
    if form in MACHINES:
        render = partial(MACHINES[form], problems=problems)
    elif not reports:
        return
    if output is not None:
        atomic.write(output, render(*reports).encode())
        click.echo(output)
    elif form in {"human", "brief"}:
        # rich knows where colours are wanted and shown, and how wide a line is.
        console = Console(soft_wrap=True, highlight=False)
        width = console.width if console.is_terminal else None
        said = human.pieces(*reports, brief=form == "brief", width=width)
        console.print(Text.assemble(*said), end="")
    else:
        click.echo(render(*reports), nl=False)
