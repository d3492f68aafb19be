"""`salesreg schema`: the JSON Schema of the dict format."""

from __future__ import annotations

import json
from pathlib import Path

import click

from salesreg.io import atomic
from salesreg.io.schema import json_schema


def schema_file() -> bytes:
    """Return the JSON Schema as the contents of a file, in UTF-8."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2).encode() + b"\n"


@click.command()
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="File to write; standard output when not given.",
)
def schema(output: Path | None) -> None:
    """Print the JSON Schema (2020-12) of a regulation."""
    if output is None:
        click.echo(schema_file(), nl=False)
    else:
        atomic.write(output, schema_file())
        click.echo(output)
