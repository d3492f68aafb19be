"""Write every ready regulation, in both languages, as YAML beside this file.

Run `python examples/make.py` after a change of the templates; a test fails
until it is done.
"""

# ruff: noqa: INP001 (a script to run, no package)

from __future__ import annotations

from pathlib import Path

import salesreg as sr
from salesreg.model.regulation import Language

LANGUAGES: tuple[Language, ...] = ("ru", "en")


def main() -> None:
    """Write the files."""
    for name in sr.templates.names():
        for language in LANGUAGES:
            path = Path(__file__).with_name(f"{name}.{language}.yaml")
            sr.dump(sr.templates.get(name, language), path)


if __name__ == "__main__":
    main()
