"""`salesreg explain`: a check's page, and the list of all of them."""

from __future__ import annotations

import re
import sys

import pytest
from click.testing import CliRunner, Result

from salesreg.checks import catalogue as module
from salesreg.checks.catalogue import OURS, catalogue
from salesreg.checks.page import page
from salesreg.checks.said import Said
from salesreg.cli import main
from salesreg.model.regulation import Language
from tests.checks.small import LongTitle, UnitTwice, entry_point


@pytest.fixture(autouse=True)
def _installed(monkeypatch: pytest.MonkeyPatch) -> None:
    point = entry_point("tests.checks.small:CHECKS")
    monkeypatch.setattr(module, "entry_points", lambda **_: [point])


def run(*arguments: str) -> Result:
    """Run the command line in this process."""
    return CliRunner().invoke(main, ["explain", *arguments])


@pytest.mark.parametrize("word", ["TST01", "tst01", "unit-twice"])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_page(word: str, language: Language) -> None:
    """A check is explained by its code or its name, in either language."""
    result = run(word, "--language", language)
    assert (0, page(UnitTwice, language)) == (result.exit_code, result.stdout)


def test_what_a_page_says() -> None:
    """A page has the summary, the severity, why, messages, the fix and examples."""
    assert """\
# TST01 unit-twice

A unit is listed twice.

Warning; always on; has a safe fix.

## Why

It is a test.

## What it says

- unit {unit} is listed twice

## Safe fix

removes the second {unit}

## Wrong

```yaml
scope: {units: [East, East]}
```

## Right

```yaml
scope: {units: [East, West]}
```
""" == page(UnitTwice, "en")
    thresholds = """\
## Пороги

- `most` = 10: How many characters a title may have.

```toml
[tool.salesreg.checks.TST02]
most = 10
```
"""
    assert thresholds in page(LongTitle, "ru")


@pytest.mark.parametrize("language", ["en", "ru"])
def test_list(language: Language) -> None:
    """Without a code every check is listed with its severity and its summary."""
    result = run("--language", language)
    assert 0 == result.exit_code
    lines = [one for one in result.stdout.splitlines() if one.startswith("  ")]
    assert [
        [check.code, check.severity, check.summary().plain(language)]
        for check in catalogue()
    ] == [line.split(maxsplit=2) for line in lines]


def test_family() -> None:
    """A family of codes lists its checks and no others."""
    told = run("tim").stdout
    codes = re.findall(r"^  ([A-Z]+[0-9]{2}) ", told, re.MULTILINE)
    assert [one.code for one in OURS if one.family() == "TIM"] == codes


def test_unknown() -> None:
    """A code that there is not is told with the one that was meant."""
    result = run("TST11")
    assert (2, "") == (result.exit_code, result.stdout)
    assert "error: there is no check 'TST11'; did you mean 'TST01'?" in result.stderr


def test_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """A check that was left out is explained with the reason."""
    command = sys.modules["salesreg.cli.explain"]
    left_out = {"TST77": Said(en="No data.", ru="Нет.")}
    monkeypatch.setattr(command, "LEFT_OUT", left_out)
    assert "TST77: No data.\n" == run("tst77").stdout
