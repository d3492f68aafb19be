"""`salesreg new`: a regulation to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from salesreg import templates
from salesreg.cli.schema import schema_file
from salesreg.errors import invalid
from salesreg.files import dump
from salesreg.io import atomic
from salesreg.io.files import FORMATS

SCHEMA = "salesreg.schema.json"


@click.command()
@click.argument("name")
@click.option(
    "--template",
    type=click.Choice(templates.names()),
    default="b2b",
    show_default=True,
    help="Ready regulation to start from.",
)
@click.option(
    "--language",
    type=click.Choice(["ru", "en"]),
    default="ru",
    show_default=True,
    help="Language of the regulation.",
)
@click.option(
    "--format",
    "suffix",
    type=click.Choice(["yaml", "json"]),
    default="yaml",
    show_default=True,
    help="Format of the file, when NAME has no suffix.",
)
@click.option("--force", is_flag=True, help="Overwrite a file that is there.")
def new(
    name: str,
    template: str,
    language: Literal["ru", "en"],
    suffix: str,
    *,
    force: bool,
) -> None:
    """Write NAME.yaml from a ready regulation, and the schema that editors use."""
    path = Path(name)
    if path.suffix not in FORMATS:
        path = Path(f"{name}.{suffix}")
    if path.exists() and not force:
        raise invalid("file-exists", f"{path}: is there already", "use --force")
    regulation = templates.get(template, language=language)
    if path.suffix == ".json":
        dump(regulation, path)
        click.echo(path)
        return
    schema = path.with_name(SCHEMA)
    atomic.write(schema, schema_file())
    dump(regulation, path, schema=SCHEMA)
    click.echo(path)
    click.echo(schema)
