"""What is in the repository is fit for anybody's machine."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# Written in pieces, so that this file does not find itself.
FOREIGN = re.compile(
    "|".join(
        [
            "/wo" + "rk/",
            "/ho" + r"me/[a-z]+/",
            "/roo" + "t/",
            "/Us" + r"ers/[A-Za-z]+/",
            "[a-z.]+:" + r"[0-9]{4}/simple",
            "index-" + "url",
            "npm config" + " set",
            r"files\.pythonhost" + r"ed\.org",
        ]
    )
)


def tracked() -> list[str]:
    """Return the paths of the files in the repository."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("needs git and a clone")
    names = listed.stdout.decode().split("\0")
    # A file that is tracked and deleted meanwhile is not there to be read.
    return [name for name in names if name and (ROOT / name).is_file()]


def test_no_machine_shows() -> None:
    """No tracked file names a folder of somebody's machine or a registry's host."""
    found = [
        (name, match.group())
        for name in tracked()
        if (text := (ROOT / name).read_bytes().decode("utf-8", "ignore"))
        for match in FOREIGN.finditer(text)
    ]
    assert [] == found


def test_no_lock_files() -> None:
    """Versions stand in constraints.txt; locks name hosts and are not kept."""
    locks = {"uv.lock", "package-lock.json", "poetry.lock", "yarn.lock"}
    assert set() == locks & {Path(name).name for name in tracked()}


def test_constraints_are_plain() -> None:
    """Each constraint is a name and one exact version."""
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    wrong = [line for line in lines if not re.fullmatch(r"#.*|[\w.-]+==[\w.]+", line)]
    assert [] == wrong
