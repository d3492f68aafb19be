"""Write `overview.en.png` and `overview.ru.png`: the overview of the demo's data.

    python docs/images/overview.py

It needs Chromium on the path, and the packages of `salesreg[data]`.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path
from typing import Literal

import salesreg as sr
from salesreg.cli.demo_data import DEALS, FAULTS
from salesreg.testing.crm.data import demo

HERE = Path(__file__).parent
SIZE = "900,1040"
OPTIONS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"),
    *("--disable-background-networking", "--no-first-run", f"--window-size={SIZE}"),
)
LANGUAGES: tuple[Literal["en", "ru"], ...] = ("en", "ru")


def main() -> None:
    """Draw the page in both languages."""
    with tempfile.TemporaryDirectory() as folder:
        for language in LANGUAGES:
            regulation = sr.templates.get("b2b", language=language)
            data = demo(regulation, deals=DEALS, faults=FAULTS)
            result = sr.evaluate(regulation, data.records, as_of=data.as_of)
            page = Path(folder, f"{language}.html")
            page.write_text(result.overview().to_html(), "utf-8")
            picture = HERE / f"overview.{language}.png"
            subprocess.run(
                [
                    "chromium",
                    *OPTIONS,
                    f"--user-data-dir={folder}/profile",
                    f"--screenshot={picture}",
                    page.as_uri(),
                ],
                check=True,
                capture_output=True,
                timeout=120,
            )
            print(picture)


if __name__ == "__main__":
    main()
