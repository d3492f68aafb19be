"""The report as a piece of HTML, as a notebook shows it."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from pathlib import Path
from typing import Any

import html5lib
import pytest
from hypothesis import given

import salesreg as sr
from salesreg.checks.output import html
from salesreg.model.regulation import Language, Regulation
from salesreg.testing import regulations
from tests.checks.output.reports import TEXT, report, report_on

GOLDEN = Path(__file__).parent / "golden"
HEAD = {"format": "salesreg/1", "key": "r", "title": "R", "language": "en"}
WITHOUT_CLAUSES = sr.from_dict(
    {
        **HEAD,
        "waivers": [
            {"code": "TST02", "path": "/roles/x", "reason": "So", "author": "A"},
            {"code": "TST01", "path": "/roles/y", "reason": "So", "author": "A"},
        ],
        "scope": {"units": ["A", "B", "A", "A"]},
    }
)


def parsed(text: str) -> tuple[Any, list[Any]]:
    """Return the tree of a piece of a page, and what is wrong with it."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    return parser.parseFragment(text), parser.errors


def said(text: str) -> str:
    """Return what a page says, a line for each of its headings and paragraphs."""
    tree, _ = parsed(text)
    lines: list[str] = []
    for element in tree.iter():
        if element.tag in {"h2", "h3", "h4", "p"}:
            marks = "".join(f".{one}" for one in (element.get("class") or "").split())
            lines.append(f"{element.tag}{marks}: {''.join(element.itertext())}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("language", ["en", "ru"])
def test_golden(language: Language) -> None:
    """The report says what is kept here, in both languages."""
    expected = (GOLDEN / f"html.{language}.txt").read_text("utf-8")
    made = html.render(report(language), report_on(WITHOUT_CLAUSES, language=language))
    assert expected == said(made)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_finding_stands_beside_its_clause(language: Language) -> None:
    """A finding has the number, the heading and the words of its clause beside it."""
    tree, _ = parsed(html.render(report(language)))
    places = tree.findall(".//section[@class='place']")
    said = ["".join(place.itertext()) for place in places]
    words = {
        "en": ("1.1.", "Covers:", "2.1.", "Head of everything, 50% <script>"),
        "ru": ("1.1.", "Охватывает:", "2.1.", "Руководитель всего отдела"),
    }[language]
    assert all(word in said[0] for word in words[:2])
    assert all(word in said[1] for word in words[2:])
    assert "TST01" in said[0]
    assert "CHK02" in said[2]


def test_language_of_the_report() -> None:
    """A report in another language shows the clauses in that language."""
    made = html.render(report_on(sr.loads(TEXT["ru"]), language="en"))
    assert 'lang="en"' in made
    assert "2 warnings" in made


@given(regulations(size="small", texts="nasty"))
def test_valid_and_harmless(regulation: Regulation) -> None:
    """Any report is valid HTML without scripts, with each id once."""
    made = html.render(report_on(regulation))
    tree, errors = parsed(made)
    assert [] == errors
    elements = list(tree.iter())
    assert not {"script", "iframe", "object", "img"} & {
        str(one.tag) for one in elements
    }
    ids = Counter(one.get("id") for one in elements if one.get("id"))
    assert set(ids.values()) <= {1}
    targets = [one.get("href") for one in elements if one.tag == "a"]
    local = [href[1:] for href in targets if href and href.startswith("#")]
    assert set(local) <= set(ids)


def test_headings_go_down_by_one() -> None:
    """No level of headings is left out on the way down."""
    levels = [int(level) for level in re.findall(r"<h(\d)>", html.render(report()))]
    assert [] == [(a, b) for a, b in itertools.pairwise(levels) if b > a + 1]


def test_notebook() -> None:
    """A notebook shows the same."""
    made = report()
    assert html.render(made) == made._repr_html_()


def test_long_reports_are_cut() -> None:
    """Of many clauses with findings the rest is counted."""
    roles = [
        {"key": f"r{i}", "title": "A long title"} for i in range(html.MOST_GROUPS + 5)
    ]
    data = {"format": "salesreg/1", "key": "r", "title": "R", "language": "en"}
    made = html.render(report_on(sr.from_dict({**data, "roles": roles})))
    assert html.MOST_GROUPS == made.count('<section class="place">')
    assert "5 more clauses" in made
