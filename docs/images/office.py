"""Pages of a Word file as LibreOffice lays them out, for looking at.

Needs LibreOffice and poppler.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

_SECONDS = 600
_TAGGED = 'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}'


def laid_out(docx: Path) -> Path:
    """Lay a Word file out; the PDF, tagged for accessibility, beside it."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                "soffice",
                # A profile of its own: nobody's settings, no lock of a window.
                f"-env:UserInstallation=file://{profile}",
                "--headless",
                "--convert-to",
                _TAGGED,
                "--outdir",
                str(docx.parent),
                str(docx),
            ],
            check=True,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
        )
    return docx.with_suffix(".pdf")


def texts(pdf: Path) -> list[str]:
    """Return the text of each page."""
    done = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"],
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.split("\f")[:-1]


def picture(pdf: Path, page: int, target: Path, dots: int = 80) -> None:
    """Draw a page, counted from 1, as a PNG; `target` has no suffix."""
    subprocess.run(
        [
            *("pdftoppm", "-r", str(dots), "-png", "-singlefile"),
            *("-f", str(page), "-l", str(page)),
            *(str(pdf), str(target)),
        ],
        check=True,
    )


def pictures(pdf: Path, target: Path, dots: int = 50) -> list[Path]:
    """Draw every page as a PNG; the names begin with `target`."""
    command = ["pdftoppm", "-r", str(dots), "-png", str(pdf), str(target)]
    subprocess.run(command, check=True)
    return sorted(target.parent.glob(f"{target.name}-*.png"))
