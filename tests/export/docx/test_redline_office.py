"""LibreOffice takes and refuses the changes of a redline as we say it does."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.export.docx.test_redline import alone, edited, lines, redlined

_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" \
"module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" \
script:name="Module1" script:language="StarBasic">
Sub Answer(source As String, target As String, command As String)
  Dim how(0) As New com.sun.star.beans.PropertyValue
  Dim none(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "Hidden" : how(0).Value = True
  file = StarDesktop.loadComponentFromURL(source, "_blank", 0, how())
  sender = createUnoService("com.sun.star.frame.DispatchHelper")
  sender.executeDispatch(file.CurrentController.Frame, command, "", 0, none())
  how(0).Name = "FilterName" : how(0).Value = "MS Word 2007 XML"
  file.storeToURL(target, how())
  file.close(True)
End Sub
Sub Main
  Answer("FOLDER/redline.docx", "FOLDER/accept.docx", ".uno:AcceptAllTrackedChanges")
  Answer("FOLDER/redline.docx", "FOLDER/reject.docx", ".uno:RejectAllTrackedChanges")
End Sub
</script:module>
"""


def answered(made: bytes, folder: Path) -> tuple[bytes, bytes]:
    """Return a file after LibreOffice accepted all changes, and after it rejected."""
    office = shutil.which("soffice")
    if not office:
        pytest.skip("soffice not found: nobody to answer the changes")
    (folder / "redline.docx").write_bytes(made)
    (folder / "any.txt").write_text("any")

    def run(*arguments: str) -> None:
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        subprocess.run(
            [office, profile, "--headless", *arguments],
            check=True,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=120,
        )

    # The first start makes the profile, with a library for macros.
    run("--convert-to", "pdf", "--outdir", str(folder), str(folder / "any.txt"))
    library = folder / "profile" / "user" / "basic" / "Standard"
    module = _MODULE.replace("FOLDER", folder.as_uri())
    (library / "Module1.xba").write_text(module)
    listed = (library / "script.xlb").read_text()
    if "Module1" not in listed:
        entry = ' <library:element library:name="Module1"/>\n</library:library>'
        listed = listed.replace("</library:library>", entry)
        listed = re.sub(r"(<library:library [^>]*)/>", rf"\1>{entry}", listed)
        (library / "script.xlb").write_text(listed)
    run("macro:///Standard.Module1.Main")
    return tuple((folder / f"{a}.docx").read_bytes() for a in ("accept", "reject"))  # type: ignore[return-value]


def seen(package: bytes) -> list[str]:
    """Return the paragraphs with words, as both programs write them.

    LibreOffice fills in page numbers and writes a drawing's words twice.
    """
    found = [
        re.sub(r"[\s\d]+$", "", re.sub(r"\s+", " ", line)).strip()
        for line in lines(package, "accept", fallback=False)
    ]
    return [line for line in found if line]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_libreoffice_gives_both_texts(language: str, tmp_path: Path) -> None:
    """All changes accepted there give the new text, all rejected the old one."""
    old, new = edited("ru" if language == "ru" else "en")
    accepted, rejected = answered(redlined(old, new, summary=False), tmp_path)
    assert seen(alone(new)) == seen(accepted)
    assert seen(alone(old)) == seen(rejected)
