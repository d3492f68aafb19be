"""Small changes of a text: what changed is written, the rest stays as it was."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import salesreg as sr
from salesreg.io.patches import patched
from salesreg.io.texts import Format
from salesreg.model.regulation import Regulation
from salesreg.paths.tree import walk
from salesreg.shapes import is_items
from salesreg.testing import regulations

SKILLS = 'skills: [Plan, "Lead, always", Report]'
TEXT = f"""\
# The rules of the house.
format: salesreg/1
key: rules   # stays for ever
title: Rules
scope:
  # where we work
  units:
    - East
    # the west is new
    - West   # since May

    - North
roles:
- title: Head   # of all
  key: head
  {SKILLS}   # three
- key: manager
  title: Manager

# the end
"""


def changed(path: str, value: object, text: str = TEXT) -> str | None:
    """Return the text with another value at a place."""
    regulation = sr.loads(text)
    return patched(regulation, regulation.replace(path, value), "yaml")


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        ("/title", "Our rules", "title: Rules", "title: Our rules"),
        ("/title", "no: yes", "title: Rules", 'title: "no: yes"'),
        ("/roles/0/title", "Chief", "Head   # of all", "Chief   # of all"),
        ("/scope/units", ("East", "North"), "    - West   # since May\n", ""),
        ("/scope/units", ("West", "North"), "    - East\n", ""),
        ("/scope/units", ("East", "West"), "    - North\n", ""),
        (
            "/scope/units",
            ("North",),
            "    - East\n    # the west is new\n    - West   # since May\n",
            "    # the west is new\n",
        ),
        ("/scope/units/1", "Far west", "- West   #", "- Far west   #"),
        ("/roles/0/skills", ("Plan", "Report"), ' "Lead, always",', ""),
        ("/roles/0/skills", ("Plan",), ', "Lead, always", Report', ""),
        ("/roles/0/skills", ("Report",), 'Plan, "Lead, always", ', ""),
        ("/roles/0/skills", (), f"  {SKILLS}   # three\n", ""),
        ("/roles/1/headcount", 3, "Manager\n", "Manager\n  headcount: 3\n"),
        ("/language", "en", "the end\n", "the end\n"),
    ],
)
def test_change(path: str, value: object, old: str, new: str) -> None:
    """Only the place that changed is written anew."""
    made = changed(path, value)
    if path == "/language":
        assert made is not None
        assert made.replace("\nlanguage: en", "") == TEXT
    else:
        assert 1 == TEXT.count(old)
        assert TEXT.replace(old, new) == made


def test_whole_item() -> None:
    """A thing taken away goes with its comments, and nothing else does."""
    regulation = sr.loads(TEXT)
    made = patched(
        regulation, regulation.replace("/roles", regulation.roles[1:]), "yaml"
    )
    start, end = TEXT.index("- title: Head"), TEXT.index("- key: manager")
    assert TEXT[:start] + TEXT[end:] == made


def test_default_that_was_written_out() -> None:
    """A default that stands in the text is replaced, not added again."""
    text = TEXT.replace("title: Rules\n", "title: Rules\nlanguage: ru\n")
    assert text.replace("language: ru", "language: en") == changed(
        "/language", "en", text
    )


@pytest.mark.parametrize(
    ("text", "path", "value"),
    [
        # The anchor stands for both.
        ("{x}, scope: {{units: [&a East, *a]}}", "/scope/units", ("West", "East")),
        ("{x}, scope: {{units: [East,\n West]}}", "/scope/units", ("East",)),
    ],
)
def test_too_large(text: str, path: str, value: object) -> None:
    """What cannot be said by a small change is not said at all."""
    head = "format: salesreg/1, key: r, title: R"
    assert changed(path, value, f"{{{text.format(x=head)}}}") is None


def test_built_in_python() -> None:
    """What was read from no text cannot be patched."""
    built = sr.regulation("r", title="R").build()
    assert patched(built, built.replace("/title", "S"), "yaml") is None


@st.composite
def shortened(draw: st.DrawFn) -> tuple[Regulation, str]:
    """Draw a regulation, and where one of its lists is that can lose an item."""
    regulation = draw(regulations(size="small"))
    lists = [
        spot.pointer
        for spot in walk(regulation)
        if is_items(spot.value) and len(spot.value) > 1
    ]
    return regulation, draw(st.sampled_from(lists or [""]))


@pytest.mark.parametrize("form", ["yaml", "json"])
@given(data=st.data())
def test_any_item_taken_away(form: Format, data: st.DataObject) -> None:
    """A patch says what it should, or is not made; no line is new."""
    regulation, path = data.draw(shortened())
    if not path:
        return
    read = sr.loads(sr.dumps(regulation, form), form)
    items = read.at(path)
    place = data.draw(st.integers(0, len(items) - 1))
    try:
        new = read.replace(path, items[:place] + items[place + 1 :])
    except sr.InvalidValue:
        return
    made = patched(read, new, form)
    if form == "yaml":
        assert made is not None
    if made is not None:
        assert new == sr.loads(made, form)
        before = sr.dumps(read, form).splitlines()
        assert set(made.splitlines()) <= set(before) or form == "json"


def test_json() -> None:
    """JSON is changed in place too, and stays JSON."""
    text = json.dumps(sr.loads(TEXT).to_dict(), indent=4, ensure_ascii=False)
    regulation = sr.loads(text, "json")
    made = patched(regulation, regulation.replace("/roles/0/title", 'A "b"'), "json")
    assert text.replace('"Head"', '"A \\"b\\""') == made
    assert made is not None
    added = patched(regulation, regulation.replace("/language", "en"), "json")
    assert added is not None
    assert "en" == json.loads(added)["language"]


LISTED = """\
format: salesreg/1
key: r
title: R
# who works here
roles:
  # the first
  - key: head     # of all
    title: Head
  - {key: manager, title: Manager}   # sells

# the pipeline
stages: [{key: new, title: New}, {key: won, title: Won}]
"""


@pytest.mark.parametrize(
    ("path", "keys", "old", "new"),
    [
        (
            "/roles",
            ("head", "x", "manager"),
            "    title: Head\n",
            "    title: Head\n  - key: x\n    title: X\n",
        ),
        (
            "/roles",
            ("head", "manager", "x", "z"),
            "# sells\n",
            "# sells\n  - key: x\n    title: X\n  - key: z\n    title: Z\n",
        ),
        (
            "/roles",
            ("x", "head", "manager"),
            "  - key: head ",
            "  - key: x\n    title: X\n  - key: head ",
        ),
        (
            "/roles",
            ("x", "manager"),
            "  - key: head     # of all\n    title: Head\n",
            "  - key: x\n    title: X\n",
        ),
        (
            "/stages",
            ("new", "x", "won"),
            "title: New}",
            'title: New}, {"key": "x", "title": "X"}',
        ),
        ("/stages", ("x", "new", "won"), "[{", '[{"key": "x", "title": "X"}, {'),
    ],
)
def test_things_that_come(path: str, keys: tuple[str, ...], old: str, new: str) -> None:
    """New things of a list are written where they stand; comments stay."""
    regulation = sr.loads(LISTED)
    held = {item.key: item for item in regulation.at(path)}
    cls = type(regulation.at(path)[0])
    items = tuple(held.get(key) or cls(key=key, title=key.upper()) for key in keys)
    made = patched(regulation, regulation.replace(path, items), "yaml")
    assert 1 == LISTED.count(old)
    assert LISTED.replace(old, new) == made


def test_a_thing_comes_and_its_neighbour_changes() -> None:
    """A field of one thing and the thing behind it are both written."""
    regulation = sr.loads(LISTED)
    head, manager = regulation.roles
    new = (sr.Role(key="head", title="Head", headcount=2), sr.Role(key="x", title="X"))
    assert head.key == new[0].key
    made = patched(regulation, regulation.replace("/roles", (*new, manager)), "yaml")
    more = "    title: Head\n    headcount: 2\n  - key: x\n    title: X\n"
    assert LISTED.replace("    title: Head\n", more) == made


def test_a_long_field_is_a_block() -> None:
    """A field that is new and long is written over several lines."""
    regulation = sr.loads(LISTED)
    tools = tuple(sr.Tool(key=f"tool-{n}", title=f"Tool {n}") for n in range(3))
    made = patched(regulation, regulation.replace("/tools", tools), "yaml")
    assert made is not None
    assert made.startswith(LISTED.rstrip("\n"))
    assert "\ntools:\n  - key: tool-0\n    title: Tool 0\n" in made
