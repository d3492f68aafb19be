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
from salesreg.io import atomic

FORMATS: Mapping[str, Callable[..., str]] = MappingProxyType(
    {
        "human": human.render,
        "brief": partial(human.render, brief=True),
        "json": json.render,
        "sarif": sarif.render,
        "github": github.render,
        "html": html.render,
    }
)
"""What writes reports, by the name of the format."""


def write(reports: list[CheckReport], form: str, output: Path | None) -> None:
    """Write reports to a file, or to standard output."""
    if output is not None:
        atomic.write(output, FORMATS[form](*reports).encode())
        click.echo(output)
    elif form in {"human", "brief"}:
        # rich knows where colours are wanted and shown, and how wide a line is.
        console = Console(soft_wrap=True, highlight=False)
        width = console.width if console.is_terminal else None
        said = human.pieces(*reports, brief=form == "brief", width=width)
        console.print(Text.assemble(*said), end="")
    else:
        click.echo(FORMATS[form](*reports), nl=False)
