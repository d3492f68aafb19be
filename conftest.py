"""The code blocks of the README and of the documentation run as tests."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE
from pathlib import Path

import pytest
from sybil import Example, Sybil
from sybil.integration.pytest import SybilItem
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser, SkipParser

pytest_plugins = ["pytester"]


collect_ignore_glob = ["docs/images/*.py"]
"""Scripts that import their neighbours; they have no examples."""


def _enter(namespace: dict[str, object]) -> None:
    # Examples write files; they do so in a folder of their own.
    namespace["_folder"] = tempfile.TemporaryDirectory()
    namespace["_before"] = Path.cwd()
    os.chdir(namespace["_folder"].name)  # type: ignore[attr-defined]


def _leave(namespace: dict[str, object]) -> None:
    os.chdir(namespace["_before"])  # type: ignore[arg-type]
    namespace["_folder"].cleanup()  # type: ignore[attr-defined]


def _parted(step: str) -> tuple[str, str]:
    """Return a command, which may go on behind a backslash, and what it prints."""
    command, _, expected = step.partition("\n")
    while command.endswith("\\"):
        more, _, expected = expected.partition("\n")
        command = f"{command}\n{more}"
    return command, expected


def _session(example: Example) -> str | None:
    """Run the commands of a console block; say where one prints another text."""
    beside = Path(sys.executable).parent
    who = {"NAME": "A. Author", "EMAIL": "author@example.com"}
    environment = {
        **os.environ,
        **{f"GIT_AUTHOR_{name}": value for name, value in who.items()},
        **{f"GIT_COMMITTER_{name}": value for name, value in who.items()},
        "GIT_CONFIG_GLOBAL": os.devnull,
        "PATH": f"{beside}{os.pathsep}{os.environ['PATH']}",
        "PYTHONUTF8": "1",
    }
    _, *steps = re.split(r"^\$ ", str(example.parsed), flags=re.MULTILINE)
    for step in steps:
        command, expected = _parted(step)
        done = subprocess.run(  # noqa: S602 - the documentation is ours
            command,
            shell=True,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        # A page does not show which spaces do not break.
        printed = done.stdout.replace("\N{NO-BREAK SPACE}", " ")
        if printed.strip() != expected.strip():
            return f"$ {command}\nexpected:\n{expected}\nprinted:\n{printed}"
    return None


pytest_collect_file = Sybil(
    parsers=[
        CodeBlockParser("console", _session),
        PythonCodeBlockParser(doctest_optionflags=ELLIPSIS | NORMALIZE_WHITESPACE),
        SkipParser(),
    ],
    patterns=["README*.md", "docs/**/*.md"],
    setup=_enter,
    teardown=_leave,
).pytest()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the blocks in order again after the shuffle: one needs the one above."""
    blocks = [item for item in items if isinstance(item, SybilItem)]
    blocks.sort(key=lambda item: (str(item.path), item.example.line))
    items[:] = [item for item in items if not isinstance(item, SybilItem)] + blocks
