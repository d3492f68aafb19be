"""The command line: results to stdout, errors to stderr with exit code 2."""

from __future__ import annotations

import click

from salesreg._version import __version__
from salesreg.cli.check import check
from salesreg.cli.demo import demo
from salesreg.cli.diff import diff_command
from salesreg.cli.edits import edits_command
from salesreg.cli.errors import Commands
from salesreg.cli.evaluate import evaluate_command
from salesreg.cli.explain import explain
from salesreg.cli.export import export
from salesreg.cli.merge import merge_command
from salesreg.cli.new import new
from salesreg.cli.schema import schema


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="salesreg")
def main() -> None:
    """Sales regulations as code: one object, every document made from it."""


_COMMANDS = (
    *(demo, new, check, explain, export, schema),
    *(diff_command, merge_command, evaluate_command, edits_command),
)
for _command in _COMMANDS:
    main.add_command(_command)
