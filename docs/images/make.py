"""Make the pictures of the README from a page that salesreg produced.

    python docs/images/make.py

Needs LibreOffice and poppler; writes page.en.png and page.ru.png beside itself.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from office import laid_out, picture, texts

import salesreg as sr
from salesreg.model.regulation import Language

HERE = Path(__file__).parent
TITLES: dict[Language, str] = {"ru": "Этапы работы с клиентом", "en": "The pipeline"}


def main() -> None:
    """Lay the ready regulation out and keep the page of its pipeline."""
    for language, title in TITLES.items():
        with tempfile.TemporaryDirectory() as name:
            docx = Path(name, "regulation.docx")
            sr.templates.get("b2b", language=language).to_docx(docx)
            pdf = laid_out(docx)
            pages = enumerate(texts(pdf), 1)
            page = next(number for number, text in pages if f" — {title}" in text)
            picture(pdf, page, HERE / f"page.{language}")


if __name__ == "__main__":
    main()
