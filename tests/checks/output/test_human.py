"""The report for people."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from attrs import evolve
from rich.cells import cell_len

import salesreg as sr
from salesreg.checks.output import human
from salesreg.checks.output.excerpt import WIDEST, excerpt
from salesreg.errors import Place
from salesreg.model.regulation import Language
from tests.checks.output.reports import TEXT, report, report_on

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("language", ["en", "ru"])
def test_golden(language: Language) -> None:
    """The report reads as it is kept here, in both languages."""
    expected = (GOLDEN / f"human.{language}.txt").read_text("utf-8")
    assert expected == human.render(report(language))


def test_built_in_python() -> None:
    """Where there is no text, the path and the clause say where."""
    lines = human.render(
        report_on(sr.from_dict(sr.loads(TEXT["en"]).to_dict()))
    ).splitlines()
    assert lines[0].startswith("/scope/units/2: warning TST01: ")
    assert lines[1] == "    clause 1.1, /scope/units/2, unit-twice"


def test_colours() -> None:
    """What is grave is coloured so, with its place; the rest steps back."""
    styles = dict(human.pieces(report("en")))
    assert ("bold", "bold yellow", "bold red", "bold yellow") == (
        styles["dir/rules.yaml:6:34: "],
        styles["warning TST01: "],
        styles["error TST02: "],
        styles["^^^^\n"],
    )
    assert ("dim", "") == (styles["    why: "], styles["It is a test.\n"])
    *_, (_, counts), (end, plain) = human.pieces(report("en"))
    assert ("bold", "\n", "") == (counts, end, plain)
    empty = sr.regulation("r", title="R", language="en").build()
    (_, clean), _ = human.pieces(report_on(empty))
    assert "bold green" == clean


@pytest.mark.parametrize(
    ("more", "told"), [(0, None), (1, "1 more clause"), (2, "2 more clauses")]
)
def test_many_others(more: int, told: str | None) -> None:
    """Of many places that take part the first are named, the rest counted."""
    made = report("en")
    first = made.findings[0]
    many = evolve(first, also=first.also * (human.MOST_OTHERS + more))
    text = human.render(evolve(made, findings=(many,)))
    named = human.MOST_OTHERS * ["    see also: clause 1.1, dir/rules.yaml:6:11"]
    rest = [f"    see also: {told}"] if told else []
    assert named + rest == [
        line for line in text.splitlines() if line.startswith("    see also: ")
    ]


def test_why_is_said_once() -> None:
    """Why a check is there is said with the first of its findings only."""
    regulation = sr.loads(TEXT["en"]).replace("/scope/units", ("A", "A", "A", "A"))
    text = human.render(report_on(regulation))
    assert 3 == text.count("TST01")
    assert 3 == text.count("why: ")


def test_brief() -> None:
    """A brief report is the first line of each finding, and the counts."""
    full = human.render(report("en")).splitlines()
    heads = [line for line in full if re.match(r"\S+:\d+:\d+: \w+ \w+: ", line)]
    assert len(heads) == len(report("en"))
    brief = human.render(report("en"), brief=True)
    assert [*heads, "", full[-1]] == brief.splitlines()


@pytest.mark.parametrize("width", [1, 40, 80])
def test_width_of_the_terminal(width: int) -> None:
    """A message is cut at the terminal's width, between words, and loses none."""
    whole = human.render(report("ru"), brief=True)
    pieces = human.pieces(report("ru"), brief=True, width=width)
    cut = "".join(text for text, _ in pieces)
    assert whole == re.sub("\n +", " ", cut)
    messages = [line for line in cut.splitlines() if line.startswith("    ")]
    assert messages
    assert all(len(line) <= width or " " not in line.strip() for line in messages)


def test_nothing_found() -> None:
    """Nothing is said in one line."""
    empty = sr.regulation("r", title="R", language="ru").build()
    assert "Замечаний нет; без даты не выполнена 1\xa0проверка\n" == human.render(
        report_on(empty)
    ).replace("1 п", "1\xa0п")


def test_nothing_steers_the_terminal() -> None:
    """A file's name cannot send commands to a terminal, nor turn the text around."""
    text = human.render(report(name="\x1b[31m\u202e.yaml"))
    assert "\N{REPLACEMENT CHARACTER}[31m\N{REPLACEMENT CHARACTER}.yaml:6:" in text
    assert not {"\x1b", "\u202e"} & set(text)


@pytest.mark.parametrize(
    ("line", "column", "marked"),
    [
        ("title: Sell more, and faster  ", 1, "title: Sell more, and faster"),
        ("- {key: a, title: B}  # c", 3, "{key: a, title: B}"),
        ("goals: [{key: a, title: B}]", 10, "key: a"),
        ("goals: [{key: a, title: B}]", 18, "title: B"),
        ('goals: [{key: "a, b", title: B}]', 10, 'key: "a, b"'),
        ("  units: [East, West]", 17, "West"),
        ('    "title": "A, b",', 5, '"title": "A, b"'),
        ("- it's [a] {b}, c", 3, "it's [a] {b}, c"),
        ("", 1, ""),
        ("short", 99, ""),
    ],
)
def test_what_is_underlined(line: str, column: int, marked: str) -> None:
    """The value that starts at the place is underlined, and nothing behind it."""
    shown = excerpt(_Line(line), Place("f", 1, column))
    assert (line.rstrip(), max(len(marked), 1)) == (shown.text, shown.width)
    if marked:
        assert marked == shown.text[shown.before : shown.before + shown.width]


@pytest.mark.parametrize("column", [1, 31, 90, 101, 200, 398])
def test_long_lines_are_cut(column: int) -> None:
    """Of a long line the part with the place is shown."""
    line = "".join(chr(0x430 + place % 32) for place in range(400))
    shown = excerpt(_Line(line), Place("f", 1, column))
    assert len(shown.text) <= WIDEST
    assert line[column - 1] == shown.text[shown.before]
    assert shown.before + shown.width <= WIDEST


@pytest.mark.parametrize(
    ("length", "column", "cut"),
    [(100, 60, 0), (101, 31, 0), (101, 32, 1), (400, 200, 169), (400, 330, 299)],
)
def test_where_lines_are_cut(length: int, column: int, cut: int) -> None:
    """A cut line has thirty letters before the place, and dots where more was."""
    line = "".join(chr(0x430 + place % 32) for place in range(length))
    expected = line[cut : cut + WIDEST]
    if cut:
        expected = "…" + expected[1:]
    if cut + WIDEST < length:
        expected = expected[:-1] + "…"
    shown = excerpt(_Line(line), Place("f", 1, column))
    assert (expected, column - 1 - cut) == (shown.text, shown.before)
    assert len(expected) - column + 1 + cut == shown.width


def test_a_line_without_a_column() -> None:
    """Where only the line is known, all of it is underlined; a tab is one blank."""
    shown = excerpt(_Line("title:\tRules"), Place("f", 1))
    assert ("title: Rules", 0, 12) == (shown.text, shown.before, shown.width)


@pytest.mark.parametrize(
    ("line", "column", "marked"),
    [
        ('- {a: "x, y", b: 1}', 7, '"x, y"'),
        ("- {a: 'x} y', b: 1}", 7, "'x} y'"),
        ('- {a: [1, "]", 2], b: 1}', 7, '[1, "]", 2]'),
        ("- {a: [[1], [2, [3]]], b: 1}", 7, "[[1], [2, [3]]]"),
        ("- {a: it's so, b: 'x'}", 7, "it's so"),
        ("- {a: x [y, z] u, b: 1}", 7, "x [y, z] u"),
        ('- {a: {b: "c"}}', 7, '{b: "c"}'),
    ],
)
def test_values_in_brackets(line: str, column: int, marked: str) -> None:
    """A value ends at its comma or bracket, not at one that is quoted in it."""
    shown = excerpt(_Line(line), Place("f", 1, column))
    assert marked == shown.text[shown.before : shown.before + shown.width]


def test_wide_letters_are_underlined_whole() -> None:
    """The underline stands under letters that take two cells, and behind them."""
    shown = excerpt(_Line("- {k: 営業, t: 規則}"), Place("f", 1, 11))
    assert (cell_len("- {k: 営業, "), cell_len("t: 規則")) == (
        shown.before,
        shown.width,
    )


class _Line:
    """A text of one line."""

    def __init__(self, line: str) -> None:
        self._line = line
        self.name = "f"

    def line(self, place: Place) -> str:
        return self._line

    def place(self, pointer: str) -> Place | None:
        return None
