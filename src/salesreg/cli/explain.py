"""`salesreg explain`: what a check finds and why, or where a value comes from."""

from __future__ import annotations

from itertools import groupby

import click

from salesreg._text import did_you_mean
from salesreg.checks.catalogue import catalogue
from salesreg.checks.check import Check
from salesreg.checks.families import FAMILIES
from salesreg.checks.left_out import LEFT_OUT
from salesreg.checks.page import page
from salesreg.errors import invalid
from salesreg.layers.loading import load
from salesreg.model.regulation import Language


@click.command()
@click.argument("code", required=False, metavar="[CODE | FILE PATH]")
@click.argument("path", required=False, metavar="")
@click.option(
    "--language",
    type=click.Choice(["ru", "en"]),
    default="en",
    show_default=True,
    help="Language of the explanation.",
)
def explain(code: str | None, path: str | None, language: Language) -> None:
    """Tell what the check CODE finds and why, or who says the value at a PATH.

    CODE is a code, a name or a family of checks; without it every check is listed.

    With a regulation's FILE and a PATH such as /roles/manager/title, the layer, file
    and line are told that the value comes from, and what it stands instead of.
    """
    if code is not None and path is not None:
        click.echo(load(code).explain(path))
        return
    checks = catalogue()
    if code is None:
        click.echo(_list(checks, language), nl=False)
        return
    for check in checks:
        if code.upper() == check.code or code == check.name:
            click.echo(page(check, language), nl=False)
            return
    if family := tuple(one for one in checks if one.family() == code.upper()):
        click.echo(_list(family, language), nl=False)
        return
    if said := LEFT_OUT.get(code.upper()):
        click.echo(f"{code.upper()}: {said.plain(language)}")
        return
    words = [word for check in checks for word in (check.code, check.name)]
    message = f"there is no check '{code}'"
    hint = did_you_mean(code.upper(), words) or did_you_mean(code, words)
    raise invalid("unknown-check", message, hint or "`salesreg explain` lists them")


def _list(checks: tuple[type[Check], ...], language: Language) -> str:
    lines: list[str] = []
    for letters, family in groupby(checks, lambda check: check.family()):
        title = FAMILIES.get(letters)
        lines.append(f"{letters}: {title.plain(language)}" if title else letters)
        lines += [
            f"  {check.code:<6} {check.severity:<8} {check.summary().plain(language)}"
            for check in family
        ]
        lines.append("")
    return "\n".join(lines)
