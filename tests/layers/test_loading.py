"""Files that extend others, and folders: what is read, and what is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import salesreg as sr
from salesreg.cli import main
from tests.layers.small import TEXT


def layer(key: str, body: str = "", extends: str = "") -> str:
    """Return the text of a layer."""
    line = f"extends: {extends}\n" if extends else ""
    return f"format: salesreg-layer/1\nkey: {key}\n{line}{body}"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write("base.yaml", TEXT)


def write(name: str, text: str) -> None:
    """Write a file, and the folders above it."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def problems(name: str, **options: str) -> list[tuple[str, str]]:
    """Return the code and the place of everything that is wrong."""
    with pytest.raises(sr.LoadError) as caught:
        sr.load(name, **options)
    return [(one.code, str(one.place or "")) for one in caught.value.problems]


def test_layer_over_a_file() -> None:
    """A layer's file gives what it extends, with the layer over it."""
    write("north.yaml", layer("north", "replace: {/title: North}\n", "base.yaml"))
    made = sr.load("north.yaml")
    assert "North" == made.title
    assert sr.Place("north.yaml", 4, 11) == made.explain("/title").place
    assert sr.Place("base.yaml", 8, 5) == made.explain("/roles/head/key").place
    assert made.origin is not None
    assert "north.yaml" == made.origin.name


def test_chain_and_diamond() -> None:
    """Layers extend layers; what two of them extend is read once."""
    write("north.yaml", layer("north", "replace: {/title: N}\n", "base.yaml"))
    write("pay.yaml", layer("pay", "remove: [/prohibitions/gifts]\n", "base.yaml"))
    both = layer("city", "override: {/title: City}\n", "[../north.yaml, ../pay.yaml]")
    write("cities/city.yaml", both)
    made = sr.load("cities/city.yaml")
    assert ("City", ()) == (made.title, made.prohibitions)
    assert "pay.yaml" == getattr(made.explain("/prohibitions/gifts").place, "file", "")


def test_layers_without_a_base_of_their_own() -> None:
    """A layer may name several files, of which one is the regulation."""
    write("pay.yaml", layer("pay", "replace: {/title: Pay}\n"))
    write("all.yaml", layer("all", extends="[base.yaml, pay.yaml]"))
    assert "Pay" == sr.load("all.yaml").title
    assert [("no-base", "")] == problems("pay.yaml")


def test_json() -> None:
    """A layer, and what it extends, may be JSON."""
    write("base.json", sr.load("base.yaml").to_json())
    write(
        "n.json",
        '{"format": "salesreg-layer/1", "key": "n", "extends": "base.json",'
        ' "replace": {"/title": "N"}}',
    )
    assert "N" == sr.load("n.json").title


def test_folder() -> None:
    """The YAML files of a folder are one regulation: one base, the others layers."""
    write("rules/base.yaml", TEXT)
    write("rules/more.yml", layer("more", "add: {/roles/x: {title: X}}\n"))
    write("rules/notes.txt", "not read")
    write("rules/.hidden.yaml", "not read")
    write("rules/below/other.yaml", "not read")
    made = sr.load("rules")
    assert "X" == made.roles[-1].title
    write("north.yaml", layer("north", "replace: {/title: N}\n", "rules"))
    assert ("N", "X") == (
        sr.load("north.yaml").title,
        sr.load("north.yaml").roles[-1].title,
    )


def test_folder_of_one_file() -> None:
    """A folder with a regulation alone gives it."""
    write("rules/base.yaml", TEXT)
    assert sr.load("base.yaml") == sr.load("rules")


def test_bad_folders() -> None:
    """A folder without a regulation, or with two, is none."""
    Path("empty").mkdir()
    assert [("no-base", "")] == problems("empty")
    write("two/a.yaml", TEXT)
    write("two/b.yaml", TEXT)
    assert [("several-bases", "")] == problems("two")
    write("own/base.yaml", TEXT)
    write("own/n.yaml", layer("n", "", "base.yaml"))
    assert [("extends-in-folder", "own/n.yaml:3:1")] == problems("own")


def test_cycles() -> None:
    """What extends itself, over whatever number of files, is told where."""
    write("a.yaml", layer("a", "", "b.yaml"))
    write("b.yaml", layer("b", "", "[base.yaml, ./c/../a.yaml]"))
    Path("c").mkdir()
    assert [("extends-cycle", "b.yaml:3:22")] == problems("a.yaml")
    write("self.yaml", layer("self", "", "self.yaml"))
    assert [("extends-cycle", "self.yaml:3:1")] == problems("self.yaml")


@pytest.mark.parametrize(
    ("extends", "code"),
    [
        ("nowhere.yaml", "unreadable-file"),
        ("notes.txt", "unknown-format"),
        ('"https://example.com/base.yaml"', "bad-extends"),
        ('"file:///etc/base.yaml"', "bad-extends"),
        ("/etc/base.yaml", "bad-extends"),
        ('"C:/base.yaml"', "bad-extends"),
        ('"..\\\\base.yaml"', "bad-extends"),
    ],
)
def test_what_cannot_be_extended(extends: str, code: str) -> None:
    """What is extended is a file that is there, named from the layer's own file."""
    write("n.yaml", layer("n", "", extends))
    assert [(code, "n.yaml:3:1")] == problems("n.yaml")


def test_root() -> None:
    """With a root, nothing outside of it is read, be it over a link."""
    write("inside/n.yaml", layer("n", "", "../base.yaml"))
    assert "Sales rules" == sr.load("inside/n.yaml").title
    Path("inside/link.yaml").symlink_to(Path("base.yaml").resolve())
    write("inside/m.yaml", layer("m", "", "link.yaml"))
    for name in ("inside/n.yaml", "inside/m.yaml"):
        assert [("outside", f"{name}:3:1")] == problems(name, root="inside")
    assert [("outside", "")] == problems("base.yaml", root="inside")
    assert "Sales rules" == sr.load("inside/n.yaml", root=".").title


def test_problems_of_all_files_at_once() -> None:
    """What is wrong in several files is told together."""
    write("bad.yaml", TEXT + "rolls: []\n")
    write("pay.yaml", layer("pay", "replace: {/titel: P}\n"))
    write("n.yaml", layer("n", "add: 5\n", "[bad.yaml, pay.yaml, no.yaml]"))
    assert [("wrong-type", "n.yaml:4:6")] == problems("n.yaml")
    write("n.yaml", layer("n", "", "[bad.yaml, pay.yaml, no.yaml]"))
    assert [
        ("unknown-field", "bad.yaml:29:1"),
        ("no-such-path", "pay.yaml:3:19"),
        ("unreadable-file", "n.yaml:3:31"),
    ] == problems("n.yaml")


def test_conflicts_have_places() -> None:
    """Two files that say different things are told with both places."""
    write("a.yaml", layer("a", "replace: {/title: A}\n", "base.yaml"))
    write("b.yaml", layer("b", "replace: {/title: B}\n", "a.yaml"))
    with pytest.raises(sr.LoadError) as caught:
        sr.load("b.yaml")
    assert (
        "b.yaml:4:11: layer 'a' (a.yaml:4:11) replaces /title with 'A', and layer"
        " 'b' (b.yaml:4:11) replaces /title with 'B' (at /title);"
        " one of them may override the other, or say the same"
    ) == str(caught.value)


def run(*arguments: str) -> Result:
    """Run the command line in this process."""
    return CliRunner().invoke(main, arguments)


def test_check_of_a_layer() -> None:
    """The command checks a layer as composed, and names the file of each finding."""
    write("north.yaml", layer("n", "replace: {/stages/new/owner: who}\n", "base.yaml"))
    result = run("check", "north.yaml", "--select", "STR01", "--language", "en")
    assert 1 == result.exit_code
    assert result.stdout.startswith("north.yaml:4:11: error STR01: ")
    assert "4 | replace: {/stages/new/owner: who}" in result.stdout
    result = run("check", "north.yaml", "--select", "STR01", "--fix", "--force")
    assert "no finding has a safe fix" in result.stderr
    assert layer("n", "replace: {/stages/new/owner: who}\n", "base.yaml") == (
        Path("north.yaml").read_text("utf-8")
    )


def test_export_of_a_layer_and_a_folder() -> None:
    """The command writes what a layer or a folder makes."""
    write("north.yaml", layer("north", "replace: {/title: North}\n", "base.yaml"))
    assert 0 == run("export", "north.yaml", "--to", "md").exit_code
    assert "# North" in Path("north.md").read_text("utf-8")
    write("rules/base.yaml", TEXT)
    write("rules/n.yaml", layer("n", "replace: {/title: Folder}\n"))
    assert 0 == run("export", "rules", "--to", "md").exit_code
    assert "# Folder" in Path("rules.md").read_text("utf-8")


def test_export_with_differences() -> None:
    """On request the document ends with what differs from the base."""
    write("north.yaml", layer("north", "replace: {/title: North}\n", "base.yaml"))
    assert 0 == run("export", "north.yaml", "--to", "md", "--differences").exit_code
    assert "## Annex 1. Differences" in Path("north.md").read_text("utf-8")
    result = run("export", "base.yaml", "--to", "md", "--differences")
    assert (2, True) == (result.exit_code, "has no layers" in result.stderr)
    result = run(
        "export", "north.yaml", "--to", "md", "--differences", "--role", "head"
    )
    assert 2 == result.exit_code


def test_diff_of_layers() -> None:
    """The command compares a layer with its base."""
    write("north.yaml", layer("north", "replace: {/title: North}\n", "base.yaml"))
    result = run("diff", "base.yaml", "north.yaml", "--format", "json")
    assert 1 == result.exit_code
    assert '"path": "/title"' in result.stdout


def test_explain_command() -> None:
    """The command tells who says a value, and fails where there is none."""
    write("north.yaml", layer("north", "replace: {/title: North}\n", "base.yaml"))
    assert run("explain", "north.yaml", "/title").stdout.splitlines() == [
        "/title = 'North'",
        "  north (north.yaml:4:11): replace 'North'",
        "  instead of base (base.yaml:3:1): says 'Sales rules'",
    ]
    result = run("explain", "north.yaml", "/titel")
    assert (2, True) == (result.exit_code, "there is nothing at" in result.stderr)


def test_fix_leaves_layers_alone() -> None:
    """A finding of a composed regulation is not mended in any file, even by force."""
    row = "{key: t, title: T, responsible: [manager], accountable: [head, head]}"
    write(
        "n.yaml", layer("n", f"add:\n  /responsibilities:\n    - {row}\n", "base.yaml")
    )
    before = Path("n.yaml").read_text("utf-8")
    result = run("check", "n.yaml", "--select", "RSP01", "--fix", "--force")
    assert (2, True) == (result.exit_code, "made of several files" in result.stderr)
    assert before == Path("n.yaml").read_text("utf-8")
