"""LibreOffice, which opens a Word file, lets somebody edit it, and saves it anew."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pytest

_FILTER = "MS Word 2007 XML"
_PACE = 180
"""Seconds that a start may take on a busy machine."""
_MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN"
 "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script"
 script:name="Module1" script:language="StarBasic">
Sub Edit(before As String, steps As String, saved As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL(before, "_blank", 0, hidden())
  file = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  lines = createUnoService("com.sun.star.io.TextInputStream")
  lines.setInputStream(file.openFileRead(steps))
  lines.setEncoding("UTF-8")
  search = doc.createSearchDescriptor()
  search.SearchCaseSensitive = True
  Do While Not lines.isEOF()
    parts = Split(lines.readLine(), Chr(9))
    If UBound(parts) = 4 Then
      doc.RecordChanges = (parts(1) = "tracked")
      search.SearchString = parts(2)
      found = doc.findFirst(search)
      If Not IsNull(found) Then
        Set text = found.getText()
        If parts(0) = "insert" Then
          text.insertString(found.getEnd(), parts(3), False)
        Else
          cursor = text.createTextCursorByRange(found)
          cursor.goRight(CInt(parts(4)), True)
          cursor.setString(parts(3))
        End If
      End If
    End If
  Loop
  Dim word(0) As New com.sun.star.beans.PropertyValue
  word(0).Name = "FilterName"
  word(0).Value = "FILTER"
  doc.storeToURL(saved, word())
  doc.close(True)
End Sub
</script:module>
""".replace("FILTER", _FILTER)


class Step(NamedTuple):
    """What somebody does at the first place where some words stand.

    Attributes:
        how: Insert other words behind them, or write others in their place.
        found: The words.
        new: The other words; none deletes.
        tracked: Whether the change is recorded.
        further: How many characters behind the words are replaced with them.
    """

    how: str
    found: str
    new: str
    tracked: bool = False
    further: int = 0

    def __str__(self) -> str:
        """The step as a line for the macro."""
        how = "tracked" if self.tracked else ""
        return "\t".join((self.how, how, self.found, self.new, str(self.further)))


def through_office(data: bytes, folder: Path) -> bytes:
    """The file as LibreOffice saves it; what it does not know is gone."""
    before, saved = folder / "rules.docx", folder / "saved"
    before.write_bytes(data)
    _office(
        folder, "--convert-to", f"docx:{_FILTER}", "--outdir", str(saved), str(before)
    )
    return (saved / before.name).read_bytes()


def edited_in_office(data: bytes, steps: Iterable[Step], folder: Path) -> bytes:
    """The file as LibreOffice saves it after somebody did these steps there."""
    before, saved = folder / "rules.docx", folder / "edited.docx"
    before.write_bytes(data)
    written = folder / "steps.txt"
    written.write_text("\n".join(map(str, steps)), "utf-8")
    # The first start makes a profile, the second finds the macro in it.
    _office(folder, "--terminate_after_init")
    library = folder / "profile" / "user" / "basic" / "Standard"
    (library / "Module1.xba").write_text(_MACRO, "utf-8")
    files = ",".join(f'"{path.as_uri()}"' for path in (before, written, saved))
    _office(folder, f"macro:///Standard.Module1.Edit({files})")
    return saved.read_bytes()


def _office(folder: Path, *arguments: str) -> None:
    office = shutil.which("soffice")
    if not office:
        pytest.skip("soffice not found: nobody to open, edit and save the file")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [office, profile, "--headless", "--norestore", *arguments],
        check=True,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        timeout=_PACE,
    )
