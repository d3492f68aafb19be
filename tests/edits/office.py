"""LibreOffice, which opens a Word file and saves it anew."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest


def through_office(data: bytes, folder: Path) -> bytes:
    """The file as LibreOffice saves it; what it does not know is gone."""
    office = shutil.which("soffice")
    if not office:
        pytest.skip("soffice not found: nobody to open and save the file")
    before, saved = folder / "rules.docx", folder / "saved"
    before.write_bytes(data)
    subprocess.run(
        [
            office,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(saved),
            str(before),
        ],
        check=True,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        timeout=180,
    )
    return (saved / before.name).read_bytes()
