"""`salesreg schema`: the JSON Schema of the dict format."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import click

from salesreg.io import atomic
from salesreg.io.schema import json_schema
from salesreg.layers.schema import layer_schema


def schema_file() -> bytes:
    """Return the JSON Schema as the contents of a file, in UTF-8."""
    return _written(json_schema())


def _written(schema: Mapping[str, object]) -> bytes:
    return json.dumps(schema, ensure_ascii=False, indent=2).encode() + b"\n"


@click.command()
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="File to write; standard output when not given.",
)
@click.option("--layer", is_flag=True, help="The schema of layers, not of regulations.")
def schema(output: Path | None, *, layer: bool) -> None:
    """Print the JSON Schema (2020-12) of a regulation, or of a layer."""
    made = _written(layer_schema()) if layer else schema_file()
    if output is None:
        click.echo(made, nl=False)
    else:
        atomic.write(output, made)
        click.echo(output)
