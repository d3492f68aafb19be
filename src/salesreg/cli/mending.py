"""`--fix`: safe fixes made in the file, its comments and layout kept."""

from __future__ import annotations

import click
from attrs import evolve

from salesreg.checks.finding import Finding
from salesreg.cli.asked import Checked
from salesreg.errors import invalid
from salesreg.io import atomic
from salesreg.io.files import FORMATS
from salesreg.io.origin import Origin
from salesreg.io.patches import patched
from salesreg.io.texts import dumps
from salesreg.layers.loading import load


def mended(checked: Checked, *, force: bool) -> Checked:
    """Make the safe fixes in a file, tell them, and return what is left.

    Raises:
        InvalidValue: The fixes need the file to be written anew, which would
            lose its comments, and `force` is not given.
    """
    before, after = checked.report, checked.report.after_fixes()
    if after.regulation == before.regulation:
        if before.findings:
            click.echo(f"{checked.file}: no finding has a safe fix", err=True)
        return checked
    form = FORMATS.get(checked.file.suffix.lower())
    if form is None:
        message = f"{checked.file}: fixes go into YAML or JSON, not into a document"
        raise invalid("no-patch", message, "write it as YAML first: salesreg export")
    if not isinstance(before.regulation.origin, Origin):
        message = f"{checked.file}: is made of several files, which --fix leaves alone"
        raise invalid("no-patch", message, "put it right in the files by hand")
    text = patched(before.regulation, after.regulation, form)
    if text is None:
        if not force and form == "yaml":
            message = f"{checked.file}: the fixes do not fit into the text as it is"
            hint = "--force writes the file anew; its comments are lost"
            raise invalid("no-patch", message, hint)
        text = dumps(after.regulation, form)
    atomic.write(checked.file, text.encode())
    left = {finding.fingerprint for finding in after}
    for finding in before:
        if finding.fix and finding.fingerprint not in left:
            click.echo(_told(finding), err=True)
    # Checked anew, so that what is left has its place in the new text.
    return evolve(checked, report=after.again(load(checked.file)))


def _told(finding: Finding) -> str:
    assert finding.fix
    where = finding.place or finding.path
    return f"fixed: {where}: {finding.code} {finding.fix.title}"
