"""The same regulation gives the same bytes in every process."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys

import pytest

import salesreg as sr
from salesreg.model.regulation import Language

SCRIPT = """
import hashlib, sys
import salesreg as sr
reg = sr.templates.get(sys.argv[1], language=sys.argv[2])
for made in (reg.to_json(), reg.to_yaml(), reg.to_markdown(), reg.to_html()):
    print(hashlib.sha256(made.encode()).hexdigest())
print(hashlib.sha256(reg.to_docx()).hexdigest())
"""


@pytest.mark.parametrize(
    ("seed", "zone"), [("0", "UTC"), ("1", "Asia/Tokyo"), ("4711", "America/New_York")]
)
@pytest.mark.parametrize(("name", "language"), [("article", "ru"), ("b2b", "en")])
def test_bytes_are_the_same(
    seed: str, zone: str, name: str, language: Language
) -> None:
    """Neither the hash seed, the time zone nor the locale reaches an output."""
    regulation = sr.templates.get(name, language=language)
    texts = (
        regulation.to_json(),
        regulation.to_yaml(),
        regulation.to_markdown(),
        regulation.to_html(),
    )
    outputs = [text.encode() for text in texts] + [regulation.to_docx()]
    expected = [hashlib.sha256(output).hexdigest() for output in outputs]
    answer = subprocess.run(
        [sys.executable, "-c", SCRIPT, name, language],
        env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert expected == answer.stdout.split()
