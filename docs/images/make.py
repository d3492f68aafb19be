"""Make the pictures of the README from a page that salesreg produced.

    python docs/images/make.py

Needs LibreOffice and poppler; writes page.en.png and page.ru.png beside itself.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import salesreg as sr
from salesreg.model.regulation import Language

HERE = Path(__file__).parent
TITLES: dict[Language, str] = {"ru": "Этапы работы с клиентом", "en": "The pipeline"}


def main() -> None:
    """Lay the ready regulation out and keep the page of its pipeline."""
    for language, title in TITLES.items():
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            docx = folder / "regulation.docx"
            sr.templates.get("b2b", language=language).to_docx(docx)
            subprocess.run(
                [
                    "soffice",
                    f"-env:UserInstallation=file://{folder / 'profile'}",
                    "--headless",
                    "--convert-to",
                    "pdf",
                    "--outdir",
                    name,
                    str(docx),
                ],
                check=True,
                stdin=subprocess.DEVNULL,
                capture_output=True,
            )
            pdf = str(docx.with_suffix(".pdf"))
            text = subprocess.run(
                ["pdftotext", "-layout", pdf, "-"],
                check=True,
                capture_output=True,
                text=True,
            ).stdout
            pages = text.split("\f")
            caption = f"1 — {title}"
            number = next(n for n, page in enumerate(pages, 1) if caption in page)
            subprocess.run(
                [
                    *("pdftoppm", "-r", "80", "-png", "-singlefile"),
                    *("-f", str(number), "-l", str(number)),
                    *(pdf, str(HERE / f"page.{language}")),
                ],
                check=True,
            )


if __name__ == "__main__":
    main()
