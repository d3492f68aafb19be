"""YAML: read by the rules of 1.2, written so that no reader is misled."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

import salesreg as sr
from salesreg import templates
from salesreg.io import yaml_reader
from salesreg.io.json_reader import read_json
from salesreg.io.texts import Format
from salesreg.io.yaml_reader import read_yaml
from salesreg.io.yaml_writer import write_yaml

PARSERS = [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("Yes", "Yes"),
        ("off", "off"),
        ("y", "y"),
        ("10:30", "10:30"),
        ("2026-05-01", "2026-05-01"),
        ("1_000", "1_000"),
        ("010", 10),
        ("0o17", 15),
        ("0x1F", 31),
        ("0b11", "0b11"),
        ("+7", 7),
        ("-7", -7),
        ("1.5", 1.5),
        ("1e3", 1000.0),
        (".5", 0.5),
        ("5.", 5.0),
        (".inf", float("inf")),
        ("-.INF", float("-inf")),
        ("1.2.3", "1.2.3"),
        ("~", None),
        ("", None),
        ("NULL", None),
        ("nUll", "nUll"),
        ("true", True),
        ("FALSE", False),
        ("tRue", "tRue"),
        ("=", "="),
        ("'5'", "5"),
        ('"true"', "true"),
        ("|-\n  5", "5"),
        ("35%", "35%"),
        ("&a 5", 5),
    ],
)
def test_scalars(text: str, value: object) -> None:
    """A scalar is what the core schema of YAML 1.2 says, and nothing more."""
    assert repr({"a": value}) == repr(read_yaml(f"a: {text}\n", "x").data)


def test_not_a_number() -> None:
    """NaN is read, for the loader to refuse with its place."""
    assert "nan" == str(read_yaml(".nan", "x").data)


@pytest.mark.parametrize("parser", PARSERS)
def test_parsers_agree(parser: type, monkeypatch: pytest.MonkeyPatch) -> None:
    """The parser in Python gives what the one in C gives, places included."""
    text = templates.get("article", "ru").to_yaml()
    expected = read_yaml(text, "x")
    monkeypatch.setattr(yaml_reader, "_PARSER", parser)
    found = read_yaml(text, "x")
    assert (expected.data, expected.sites()) == (found.data, found.sites())


def test_aliases_repeat_values() -> None:
    """An alias stands for a copy of the value, whatever it is."""
    text = "a: &a {b: [1, &c x]}\nd: *a\ne: *c\n"
    value = {"b": [1, "x"]}
    assert {"a": value, "d": value, "e": "x"} == read_yaml(text, "x").data


@pytest.mark.parametrize(
    "text",
    [
        "a: b: c\n",
        "a:\n\tb: 1\n",
        "a: @x\n",
        "a: 'x' y\n",
        "a: [1\n",
        "a: *\n",
        'a: "x\n',
    ],
)
@pytest.mark.parametrize("parser", PARSERS)
def test_parsers_are_translated(
    text: str, parser: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What either parser says of broken YAML comes with a hint."""
    monkeypatch.setattr(yaml_reader, "_PARSER", parser)
    with pytest.raises(sr.LoadError) as caught:
        sr.loads(text)
    assert [("bad-yaml", True)] == [
        (problem.code, problem.hint is not None) for problem in caught.value.problems
    ]


def test_json_is_yaml() -> None:
    """What is written as JSON is read as YAML too."""
    regulation = templates.get("article", "en")
    assert regulation == sr.loads(regulation.to_json(), "yaml")


@pytest.mark.parametrize("name", templates.names())
@pytest.mark.parametrize("language", ["ru", "en"])
def test_regulations_round_trip(name: str, language: str) -> None:
    """A text says all that a regulation holds."""
    regulation = templates.get(name, "ru" if language == "ru" else "en")
    assert regulation == sr.loads(regulation.to_yaml(), "yaml")


def test_form() -> None:
    """Blocks, long lines unbroken, Cyrillic as it is, quotes where needed."""
    long = "Менеджер перезванивает клиенту " * 8 + "сам"
    data = {
        "title": "«Продажи»: как мы работаем",
        "share": "35%",
        "at": "10:30",
        "window": "09:00-18:00",
        "answer": "no",
        "number": "3.0",
        "from": "2026-01-01",
        "period": "2026-Q1",
        "steps": [{"limit": "15 min", "text": long}, {"limit": "1 h"}],
        "words": ["да", "нет: никогда", "# решётка", "- тире", ""],
        "text": "Первая строка.\n\n- пункт\n  ещё\n",
        "ends": "a\nb",
        "empty": [],
        "none": None,
        "flag": False,
        "count": 3,
    }
    expected = f"""\
title: "«Продажи»: как мы работаем"
share: 35%
at: "10:30"
window: 09:00-18:00
answer: "no"
number: "3.0"
from: "2026-01-01"
period: 2026-Q1
steps:
  - limit: 15 min
    text: {long}
  - limit: 1 h
words:
  - да
  - "нет: никогда"
  - "# решётка"
  - "- тире"
  - ""
text: |
  Первая строка.

  - пункт
    ещё
ends: |-
  a
  b
empty: []
none: null
flag: false
count: 3
"""
    assert expected == write_yaml(data)


PIECES = [
    *("no", "yes", "null", "~", "true", "on", "y", "=", "<<", "...", "---", "10:30"),
    *("2026-05-01", "1_000", "0x1F", "010", "1e3", ".5", "+1", "-1", "1:2:3", ".nan"),
    *(": ", ":", " #", "#", "- ", "? ", "| ", "> ", "&a", "*a", "!t", "%", "@", "`"),
    *(
        "'",
        '"',
        "\\",
        "{",
        "}",
        "[",
        "]",
        ",",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\t",
        "\n ",
        " \n",
    ),
    *(
        "я",
        "«",
        "\xa0",
        "\u2028",
        "\u2029",
        "\x85",
        "\ufeff",
        "\U0001f600",
        "\u200b",
        "é",
    ),
]
# A lone surrogate, a control character or a character of no meaning never gets
# into a regulation.
CHARACTERS = st.characters(
    codec="utf-8", exclude_characters=[chr(n) for n in range(32)] + ["\x7f"]
)
NASTY = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=6).map("".join), st.text(CHARACTERS)
)
LEAVES = st.one_of(st.none(), st.booleans(), st.integers(-(10**16), 10**16), NASTY)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(NASTY, inner, max_size=4)
    ),
    max_leaves=12,
)


def read_by_version_1_1(text: str, loader: type) -> object:
    """Return what a reader of YAML 1.1 makes of a text."""
    return yaml.load(text, loader)


@settings(max_examples=400, deadline=None)
@given(TREES)
@example(["a\n   \nb", "a\n\n", "\na", " a\nb", "a\n b\n", "a\nb ", "\n"])
@example({"a": [[["b"], []], {}], "c": [{"d": [{"e": "f"}]}]})
def test_any_data_round_trips(data: object) -> None:
    """Every reader, of YAML 1.1 or 1.2, gets back what was written."""
    text = write_yaml(data)
    assert data == read_yaml(text, "x").data
    for parser in PARSERS:
        assert data == read_by_version_1_1(text, parser)


@settings(max_examples=200, deadline=None)
@given(TREES)
def test_places_of_yaml_and_json(data: object) -> None:
    """Both readers know the place of every value and key."""
    import json

    for read, text in (
        (read_yaml, write_yaml(data)),
        (read_json, json.dumps(data, ensure_ascii=False, indent=1)),
    ):
        source = read(text, "x")
        assert data == source.data
        root = source.sites()
        stack = [(data, root)]
        while stack:
            value, site = stack.pop()
            items = dict(enumerate(value)) if isinstance(value, list) else value
            if isinstance(items, dict):
                below = site.below or {}
                assert [str(key) for key in items] == list(below)
                stack += [(items[key], below[str(key)]) for key in items]


MUTATIONS = st.lists(
    st.tuples(
        st.integers(0, 2000),
        st.integers(0, 4),
        st.one_of(st.sampled_from(PIECES), st.text(max_size=2)),
    ),
    min_size=1,
    max_size=3,
)


@settings(max_examples=200, deadline=None)
@given(MUTATIONS, st.sampled_from(["yaml", "json"]))
def test_broken_texts(mutations: list[tuple[int, int, str]], written: str) -> None:
    """A text with wrong pieces in it is read or refused at a place."""
    form: Format = "json" if written == "json" else "yaml"
    text = sr.dumps(templates.get("article", "ru"), form)[:2000]
    for at, length, piece in mutations:
        text = text[:at] + piece + text[at + length :]
    try:
        sr.loads(text, form)
    except sr.LoadError as error:
        told = error.problems
    else:
        told = ()
    assert None not in [problem.place for problem in told]


def test_header() -> None:
    """The first line tells an editor of the schema, and is read over."""
    regulation = sr.Regulation(key="a", title="A")
    text = sr.dumps(regulation, schema="./schema.json")
    assert "# yaml-language-server: $schema=./schema.json" == text.splitlines()[0]
    assert regulation == sr.loads(text)
