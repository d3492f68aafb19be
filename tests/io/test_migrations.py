"""Old formats are carried to the current one, through the same door."""

from __future__ import annotations

from pathlib import Path

import pytest

import salesreg as sr
from salesreg.io import migrations

FORMATS = Path(__file__).parent / "formats"


def from_zero(data: dict[str, object]) -> dict[str, object]:
    """Carry a dict from a format that never was to the first one.

    In it a title was called a name, and a limit was a number of minutes.
    """
    if "name" in data:
        data["title"] = data.pop("name")
    for held in data.values():
        for item in held if isinstance(held, list) else [held]:
            if isinstance(item, dict):
                from_zero(item)
    limit = data.get("limit")
    if isinstance(limit, int):
        data["limit"] = f"{limit} min"
    return data


@pytest.fixture
def zero(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the library know a format 0, for one test."""
    monkeypatch.setattr(migrations, "STEPS", {0: from_zero})


@pytest.mark.usefixtures("zero")
@pytest.mark.parametrize("path", sorted(FORMATS.iterdir()), ids=lambda path: path.stem)
def test_fixture_of_each_version(path: Path) -> None:
    """The fixture of every version loads, and all say the same."""
    assert sr.load(FORMATS / "salesreg-1.yaml") == sr.load(path)


def test_every_version_has_a_fixture() -> None:
    """A format is not raised without keeping a file of it."""
    versions = [f"salesreg-{number}" for number in range(migrations.CURRENT + 1)]
    assert versions == sorted(path.stem for path in FORMATS.iterdir())


def test_chain_is_complete() -> None:
    """There is one step from each format to the next."""
    assert list(range(1, migrations.CURRENT)) == sorted(migrations.STEPS)


@pytest.mark.usefixtures("zero")
def test_problems_of_an_old_file() -> None:
    """What is wrong in an old file is told at the place in that file."""
    text = "format: salesreg/0\nkey: a\nname: 5\nroles:\n  - {key: b}\n"
    with pytest.raises(sr.LoadError) as caught:
        sr.loads(text, name="old.yaml")
    assert [
        ("/title", sr.Place("old.yaml", 1, 1)),
        ("/roles/0", sr.Place("old.yaml", 5, 5)),
    ] == [(problem.path, problem.place) for problem in caught.value.problems]


@pytest.mark.usefixtures("zero")
@pytest.mark.parametrize(
    "data",
    [
        {"roles": 5},
        {"procedures": [{"steps": {"limit": 5}}, None, 7]},
        {"name": {"name": []}},
    ],
)
def test_malformed_old_data(data: dict[str, object]) -> None:
    """What an old file has no right to hold is a problem of the loader."""
    with pytest.raises(sr.LoadError):
        sr.from_dict({"format": "salesreg/0", **data})


@pytest.mark.usefixtures("zero")
def test_old_dict_is_not_changed() -> None:
    """A dict that is migrated stays as its owner made it."""
    roles = [{"key": "b", "name": "B"}]
    data = {"format": "salesreg/0", "key": "a", "name": "A", "roles": roles}
    assert "B" == sr.from_dict(data).roles[0].title
    assert [{"key": "b", "name": "B"}] == roles


def test_format_zero_is_known_in_tests_only() -> None:
    """Nobody outside can write a file of the fictitious format."""
    with pytest.raises(sr.LoadError) as caught:
        sr.load(FORMATS / "salesreg-0.yaml")
    assert ["unknown-format"] == [problem.code for problem in caught.value.problems]
