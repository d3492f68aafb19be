"""What is imported when: the price that a host program pays."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

import salesreg as sr

LATER = {
    "babel",
    "click",
    "dateutil",
    "docx",
    "holidays",
    "hypothesis",
    "lxml",
    "markdown_it",
    "rich",
    "yaml",
}
"""What reading a dict never needs."""

LOADED = """
import json, sys
before = set(sys.modules)
{code}
names = {{name.partition(".")[0] for name in set(sys.modules) - before}}
print(json.dumps(sorted(names - sys.stdlib_module_names - {{"salesreg"}})))
"""


def loaded(code: str, given: str = "") -> set[str]:
    """Return the third-party packages that a fresh interpreter loads for code."""
    answer = subprocess.run(
        [sys.executable, "-c", LOADED.format(code=code)],
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return set(json.loads(answer.stdout))


@pytest.mark.parametrize("code", ["import salesreg", "import salesreg; dir(salesreg)"])
def test_import_loads_nothing(code: str) -> None:
    """Importing the package, and looking what it has, loads no other package."""
    assert set() == loaded(code)


@pytest.mark.parametrize("name", ["article", "b2b"])
def test_dicts_need_only_the_model(name: str) -> None:
    """Reading and writing a dict loads attrs and cattrs, and nothing for documents."""
    data = sr.templates.get(name, language="ru").to_dict()
    code = "import salesreg; salesreg.from_dict(json.load(sys.stdin)).to_dict()"
    found = loaded(code, json.dumps(data))
    assert {"attr", "cattrs"} <= found
    assert set() == found & LATER


def test_the_measure_sees_packages() -> None:
    """A document does load its packages, so the tests above can fail."""
    reg = "salesreg.regulation('a', title='A', language='en').build()"
    found = loaded(f"import salesreg; {reg}.to_docx()")
    assert {"babel", "docx", "lxml"} <= found
