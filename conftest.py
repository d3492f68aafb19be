"""The code blocks of the README and of the documentation run as tests."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser


def _enter(namespace: dict[str, object]) -> None:
    # Examples write files; they do so in a folder of their own.
    namespace["_folder"] = tempfile.TemporaryDirectory()
    namespace["_before"] = Path.cwd()
    os.chdir(namespace["_folder"].name)  # type: ignore[attr-defined]


def _leave(namespace: dict[str, object]) -> None:
    os.chdir(namespace["_before"])  # type: ignore[arg-type]
    namespace["_folder"].cleanup()  # type: ignore[attr-defined]


pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(doctest_optionflags=0), SkipParser()],
    patterns=["README*.md", "docs/**/*.md"],
    setup=_enter,
    teardown=_leave,
).pytest()
