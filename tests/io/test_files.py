"""Files: the suffix says the format, and nobody ever sees half a file."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

import salesreg as sr
from salesreg import templates
from salesreg.files import DOCUMENTS
from salesreg.io import atomic

SMALL = sr.Regulation(key="b2b", title="Продажи")


@pytest.mark.parametrize("suffix", [".yaml", ".yml", ".json", ".JSON"])
def test_round_trip(suffix: str, tmp_path: Path) -> None:
    """What is dumped by a suffix is loaded by it."""
    regulation = templates.get("b2b", "ru")
    sr.dump(regulation, tmp_path / f"rules{suffix}")
    assert regulation == sr.load(tmp_path / f"rules{suffix}")
    assert regulation == sr.load(str(tmp_path / f"rules{suffix}"))


@pytest.mark.parametrize(
    ("suffix", "method"),
    [
        (".yaml", "to_yaml"),
        (".yml", "to_yaml"),
        (".json", "to_json"),
        (".md", "to_markdown"),
        (".html", "to_html"),
        (".docx", "to_docx"),
    ],
)
def test_dump_is_the_method(suffix: str, method: str, tmp_path: Path) -> None:
    """A file holds what the method of its format returns, as UTF-8 bytes."""
    made = getattr(SMALL, method)()
    sr.dump(SMALL, tmp_path / f"rules{suffix}")
    expected = made if isinstance(made, bytes) else made.encode()
    assert expected == (tmp_path / f"rules{suffix}").read_bytes()


def test_cyrillic_is_not_escaped(tmp_path: Path) -> None:
    """Texts stand in files as people write them, lines end in one character."""
    sr.dump(SMALL, tmp_path / "rules.json")
    assert (
        '{\n  "format": "salesreg/1",\n  "key": "b2b",\n  "title": "Продажи"\n}\n'
    ).encode() == (tmp_path / "rules.json").read_bytes()


def test_schema_line(tmp_path: Path) -> None:
    """A YAML file can tell an editor where its schema is."""
    sr.dump(SMALL, tmp_path / "rules.yaml", schema="schema.json")
    assert "# yaml-language-server: $schema=schema.json\nformat: salesreg/1\n" in (
        (tmp_path / "rules.yaml").read_text(encoding="utf-8")
    )


@pytest.mark.parametrize(
    ("name", "schema", "code"),
    [
        ("rules.txt", None, "unknown-format"),
        ("rules", None, "unknown-format"),
        ("rules.json", "schema.json", "bad-value"),
        ("rules.yaml", "two words", "bad-value"),
    ],
)
def test_what_cannot_be_dumped(
    name: str, schema: str | None, code: str, tmp_path: Path
) -> None:
    """A wrong suffix or schema is refused before a file is made."""
    with pytest.raises(sr.InvalidValue) as caught:
        sr.dump(SMALL, tmp_path / name, schema=schema)
    assert [code] == [problem.code for problem in caught.value.problems]
    assert [] == list(tmp_path.iterdir())


def test_no_folder(tmp_path: Path) -> None:
    """A folder that is not there is the error of the system, with the path."""
    with pytest.raises(FileNotFoundError, match="no"):
        sr.dump(SMALL, tmp_path / "no" / "rules.json")


@pytest.mark.parametrize("broken", ["fsync", "replace", "chmod"])
def test_failure_leaves_the_old_file(
    broken: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When writing fails at any step, the old file stays and nothing is left."""
    path = tmp_path / "rules.json"
    path.write_text("old", encoding="utf-8")

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, broken, fail)
    with pytest.raises(OSError, match="No space left"):
        sr.dump(SMALL, path)
    monkeypatch.undo()
    assert {"rules.json": "old"} == {
        file.name: file.read_text(encoding="utf-8") for file in tmp_path.iterdir()
    }


def test_failed_export_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When a writer fails, the file is not touched."""
    path = tmp_path / "rules.docx"
    path.write_text("old", encoding="utf-8")

    def fail(_: sr.Regulation) -> bytes:
        raise RuntimeError

    monkeypatch.setattr("salesreg.files.DOCUMENTS", {**DOCUMENTS, ".docx": fail})
    with pytest.raises(RuntimeError):
        sr.dump(SMALL, path)
    assert "old" == path.read_text(encoding="utf-8")


def test_permissions_are_kept(tmp_path: Path) -> None:
    """A file that others may not read stays so."""
    path = tmp_path / "rules.json"
    path.touch()
    path.chmod(0o640)
    sr.dump(SMALL, path)
    assert 0o640 == stat.S_IMODE(path.stat().st_mode)


def test_permissions_of_a_new_file(tmp_path: Path) -> None:
    """A new file gets what the system gives to any new file."""
    usual = tmp_path / "usual"
    usual.touch()
    sr.dump(SMALL, tmp_path / "rules.json")
    assert usual.stat().st_mode == (tmp_path / "rules.json").stat().st_mode


def test_link_stays_a_link(tmp_path: Path) -> None:
    """Writing through a symbolic link changes the file that it points to."""
    (tmp_path / "there").mkdir()
    target = tmp_path / "there" / "rules.json"
    target.touch()
    link = tmp_path / "rules.json"
    link.symlink_to(Path("there") / "rules.json")
    sr.dump(SMALL, link)
    assert link.is_symlink()
    assert SMALL == sr.load(target)


def test_any_bytes(tmp_path: Path) -> None:
    """Bytes are written as they are."""
    data = bytes(range(256)) * 3
    atomic.write(str(tmp_path / "data"), data)
    assert data == (tmp_path / "data").read_bytes()
