"""Reports on the screen or in a file, in any of their formats."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
    elif form == "human":
        # rich knows where colours are wanted and shown.
        console = Console(soft_wrap=True, highlight=False)
        console.print(Text.assemble(*human.pieces(*reports)), end="")
    else:
        click.echo(FORMATS[form](*reports), nl=False)
