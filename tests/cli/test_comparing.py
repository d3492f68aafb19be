"""`salesreg diff` and `salesreg merge`: files, revisions of git, conflicts."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import salesreg as sr
from salesreg.cli import main

RULES = """\
# The rules of the company.
format: salesreg/1
key: rules
title: Sales rules
language: en
acknowledging: {within: 3 business days}
roles:
- {key: head, title: Head of sales, purpose: Leads.}
- {key: manager, title: Sales manager, purpose: Sells.}
stages:
# The first answer decides.
- key: new
  title: New
  owner: manager
  norm: {limit: 30 min working}   # as the CRM counts
- {key: won, title: Won, kind: won, owner: head}
"""
LIMIT = "/stages/new/norm/limit"


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*arguments: str) -> Result:
    """Run the command line in this process."""
    return CliRunner().invoke(main, arguments)


def git(*arguments: str, code: int = 0) -> str:
    """Run git in the folder, as somebody."""
    who = {
        f"GIT_{part}_{name}": value
        for part in ("AUTHOR", "COMMITTER")
        for name, value in (("NAME", "A. Author"), ("EMAIL", "author@example.com"))
    }
    bare = {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull}
    done = subprocess.run(
        ["git", *arguments],
        env={**os.environ, **who, **bare},
        capture_output=True,
        text=True,
        check=False,
    )
    assert code == done.returncode, done.stdout + done.stderr
    return done.stdout + done.stderr


def write(name: str, *edits: tuple[str, str], text: str = RULES) -> str:
    """Write a file of rules with some words exchanged; return its name."""
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    Path(name).parent.mkdir(exist_ok=True)
    Path(name).write_text(text, "utf-8")
    return name


FASTER = ("30 min", "15 min")
SAID = """\
2 The pipeline
  ~ 2.1.2  New → Time norm → Limit
           30 working minutes → 15 working minutes, stricter

changed: 1
"""


def test_two_files() -> None:
    """Files that differ end with 1 and the changes, equal ones with 0."""
    old, new = write("old.yaml"), write("new.yaml", FASTER)
    result = run("diff", old, new)
    assert (1, "") == (result.exit_code, result.stderr)
    assert SAID == result.stdout.replace("\xa0", " ")
    same = run("diff", old, old)
    assert (0, "Nothing changes.\n") == (same.exit_code, same.stdout)


def test_formats() -> None:
    """Each format is what the library writes; a file gets the same."""
    old, new = write("old.yaml"), write("new.yaml", FASTER)
    found = sr.diff(sr.load(old), sr.load(new))
    assert found.to_dict() == json.loads(run("diff", old, new, "--format=json").stdout)
    assert found.to_html() == run("diff", old, new, "--format=html").stdout
    result = run("diff", old, new, "--format=markdown", "-o", "changes.md")
    assert (1, "changes.md\n") == (result.exit_code, result.stdout)
    assert found.to_markdown() == Path("changes.md").read_text("utf-8")


def test_impact() -> None:
    """With --impact it is told whom the change touches, in each format."""
    old, new = write("old.yaml"), write("new.yaml", FASTER)
    said = run("diff", old, new, "--impact").stdout
    assert "Whom it touches\n  Sales manager: answers for it; 2.1; acknowledges" in said
    read = json.loads(run("diff", old, new, "--impact", "--format=json").stdout)
    assert ["manager"] == [one["role"] for one in read["roles"]]
    assert [LIMIT] == [one["path"] for one in read["diff"]["changes"]]
    one, other = sr.load(old), sr.load(new)
    expected = sr.impact(sr.diff(one, other), one, other).to_markdown()
    assert expected == run("diff", old, new, "--impact", "--format=markdown").stdout


MADE = ("--author", "A. Petrova", "--date", "2026-01-12T10:30")


@pytest.mark.parametrize("style", ["plain", "gost"])
def test_a_redline_is_written(style: str) -> None:
    """The Word file is the library's, and the exit code still says that they differ."""
    old, new = write("old.yaml"), write("new.yaml", FASTER)
    result = run("diff", old, new, "--redline", "it.docx", *MADE, "--style", style)
    assert (1, "it.docx\n", "") == (result.exit_code, result.stdout, result.stderr)
    when = dt.datetime(2026, 1, 12, 10, 30)  # noqa: DTZ001 - Word knows no time zones
    one, other = sr.load(old), sr.load(new)
    made = sr.redline(one, other, author="A. Petrova", date=when, style=style)
    assert made == Path("it.docx").read_bytes()


def test_a_redline_comes_beside_another_form() -> None:
    """With -o the difference is written in its form as well."""
    old, new = write("old.yaml"), write("new.yaml", FASTER)
    more = ("--format=json", "-o", "it.json")
    result = run("diff", old, new, "--redline", "it.docx", *MADE, *more)
    assert (1, "it.docx\nit.json\n") == (result.exit_code, result.stdout)
    found = sr.diff(sr.load(old), sr.load(new)).to_dict()
    assert found == json.loads(Path("it.json").read_text("utf-8"))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--redline", "it.docx"), "add --author and --date"),
        (("--redline", "it.docx", "--author", "A. Petrova"), "add --author and"),
        (("--redline", "it.pdf", *MADE), "are written to a .docx, not to it.pdf"),
        (("--redline", "it.docx", *MADE, "--style", "gots"), "did you mean 'gost'"),
        (MADE, "are those of a --redline"),
        (("--redline", "it.docx", *MADE[:3], "12.01.2026"), "'12.01.2026' does not"),
    ],
)
def test_what_is_no_redline_is_refused(options: tuple[str, ...], said: str) -> None:
    """Who and when must be said, and a wrong use is told before anything is written."""
    old, new = write("old.yaml"), write("new.yaml", FASTER)
    result = run("diff", old, new, *options)
    assert 2 == result.exit_code
    assert said in result.stderr
    assert not list(Path().glob("it.*"))


def test_revisions() -> None:
    """A file is compared in two revisions, wherever in the tree and even if gone."""
    git("init", "-q")
    file = write("rules/of sale.yaml")
    git("add", ".")
    git("commit", "-qm", "one")
    git("tag", "v1")
    write(file, FASTER)
    git("commit", "-qam", "two")
    git("rm", "-q", file)
    for folder in (".", "rules"):
        Path(folder).mkdir(exist_ok=True)
        os.chdir(folder)
        path = os.path.relpath(Path(file), folder) if folder == "." else "of sale.yaml"
        result = run("diff", "v1", "HEAD", path)
        assert (1, SAID) == (result.exit_code, result.stdout.replace("\xa0", " "))
        absolute = str(Path(path).absolute())
        assert result.stdout == run("diff", "v1", "HEAD", absolute).stdout


LAYER = """\
format: salesreg-layer/1
key: north
extends: ../rules.yaml
replace:
  /stages/new/norm/limit: 20 min working
"""


def test_revisions_of_layers() -> None:
    """A layer is laid over what it extended in the same revision; so are folders."""
    git("init", "-q")
    write("rules.yaml")
    write("branches/north.yaml", text=LAYER)
    write("whole/rules.yaml")
    write("whole/north.yml", text=LAYER.replace("extends: ../rules.yaml\n", ""))
    git("add", ".")
    git("commit", "-qm", "one")
    for name in ("rules.yaml", "whole/rules.yaml"):
        write(name, ("Leads.", "Leads the team."))
    git("commit", "-qam", "two")
    # What stands in the folder now is of no revision.
    write("rules.yaml", text="nonsense")
    said = run("diff", "HEAD~1", "HEAD", "branches/north.yaml")
    assert 1 == said.exit_code
    assert "Leads. → Leads the team." in said.stdout
    assert "changed: 1\n" in said.stdout
    assert said.stdout == run("diff", "HEAD~1", "HEAD", "whole").stdout
    write("branches/north.yaml", ("/new/norm", "/nwe/norm"), text=LAYER)
    git("add", "branches")
    git("commit", "-qm", "three")
    wrong = run("diff", "HEAD", "HEAD~1", "branches/north.yaml")
    assert 2 == wrong.exit_code
    assert "HEAD:branches/north.yaml:5:" in wrong.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("v9", "HEAD", "rules.yaml"), "v9:rules.yaml: "),
        (("HEAD", "HEAD", "other.yaml"), "HEAD:other.yaml: path 'other.yaml' "),
        (("--", "-x", "HEAD", "rules.yaml"), "'-x' is no revision"),
        (("HEAD", "HEAD", "rules.yml0"), "did you mean '.yml'?"),
        (("rules.yaml", "gone.yaml"), "gone.yaml: cannot be read"),
        (("HEAD", "HEAD", "bad.yaml"), "HEAD:bad.yaml:1:1: unknown field 'nonsense'"),
        (("rules.yaml",), "give two files, or two revisions and a file"),
        (("a", "b", "c", "d"), "give two files, or two revisions and a file"),
    ],
)
def test_trouble(arguments: tuple[str, ...], told: str) -> None:
    """What cannot be compared ends with 2 and the reason."""
    git("init", "-q")
    write("rules.yaml")
    write("rules.yml0")
    write("bad.yaml", text="nonsense: 1\nformat: salesreg/1\nkey: r\ntitle: R\n")
    git("add", ".")
    git("commit", "-qm", "one")
    result = run("diff", *arguments)
    assert (2, "") == (result.exit_code, result.stdout)
    assert told in result.stderr


def test_without_git(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no git, that is said."""
    monkeypatch.setenv("PATH", str(Path.cwd()))
    result = run("diff", "a", "b", write("rules.yaml"))
    assert 2 == result.exit_code
    assert "git is not installed" in result.stderr


def test_merge() -> None:
    """What both sides changed is written in the text of ours."""
    base, ours = write("base.yaml"), write("ours.yaml", FASTER)
    theirs = write(
        "theirs.yaml",
        ("Leads.", "Leads the team."),
        ("- {key: won", "- {key: talk, title: Talk}\n- {key: won"),
    )
    expected = RULES.replace("30 min", "15 min").replace("Leads.", "Leads the team.")
    talk = "# as the CRM counts\n- key: talk\n  title: Talk\n"
    expected = expected.replace("# as the CRM counts\n", talk)
    result = run("merge", base, ours, theirs)
    assert (0, expected, "") == (result.exit_code, result.stdout, result.stderr)
    result = run("merge", base, ours, theirs, "-o", ours)
    assert (0, "ours.yaml\n") == (result.exit_code, result.stdout)
    assert expected == Path(ours).read_text("utf-8")


def test_conflict() -> None:
    """A conflict ends with 1, is told, and nothing is written until it is resolved."""
    base, ours = write("base.yaml"), write("ours.yaml", FASTER)
    theirs = write("theirs.yaml", ("30 min", "20 min"))
    result = run("merge", base, ours, theirs, "-o", "out.yaml")
    assert (1, "", False) == (
        result.exit_code,
        result.stdout,
        Path("out.yaml").exists(),
    )
    assert (
        "error: clause 2.1.2: both sides change it: base '30 min working',"
        f" ours '15 min working', theirs '20 min working' (at {LIMIT});"
    ) in result.stderr
    for choice, limit in (
        ("ours", "15 min"),
        ("theirs", "20 min"),
        ("10 min working", "10 min"),
        ('"10 min working"', "10 min"),
    ):
        result = run("merge", base, ours, theirs, "--resolve", f"{LIMIT}={choice}")
        assert 0 == result.exit_code
        assert RULES.replace("30 min", limit) == result.stdout
    assert 2 == run("merge", base, ours, theirs, "--resolve", LIMIT).exit_code
    wrong = run("merge", base, ours, theirs, "--resolve", "/title=ours")
    assert 2 == wrong.exit_code
    assert "no conflict at '/title'" in wrong.stderr


def test_merge_written_anew() -> None:
    """Where the text cannot be patched, it is written anew, and that is said."""
    base, ours = write("base.yaml"), write("ours.yaml", FASTER)
    data = sr.load(base).to_dict()
    data["stages"] = data["stages"][::-1]  # type: ignore[index]
    Path("theirs.json").write_text(json.dumps(data), "utf-8")
    result = run("merge", base, ours, "theirs.json", "--path", "rules.yaml")
    assert 0 == result.exit_code
    made = sr.loads(result.stdout)
    assert ["won", "new"] == [stage.key for stage in made.stages]


def test_names_without_a_format() -> None:
    """A file without a suffix is read as the name that is given for it."""
    names = [write(name) for name in ("a", "b", "c")]
    result = run("merge", *names)
    assert 2 == result.exit_code
    assert "say its name with --path" in result.stderr
    assert RULES == run("merge", *names, "--path", "rules.yaml").stdout


@pytest.mark.parametrize("clash", [False, True])
def test_git_merges_with_it(clash: bool) -> None:
    """As a driver of git it merges branches; in conflict the file stays as ours."""
    git("init", "-q")
    driver = f"{sys.executable} -m salesreg merge %O %A %B -o %A --path %P"
    git("config", "merge.salesreg.driver", driver)
    file = write("rules.yaml")
    write(".gitattributes", text="rules.yaml merge=salesreg\n")
    git("add", ".")
    git("commit", "-qm", "base")
    git("checkout", "-qb", "branch")
    write(file, ("{limit: 30", "{limit: 20"), ("Sells.", "Sells more."))
    git("commit", "-qam", "theirs")
    git("checkout", "-q", "-")
    mine = [("{limit: 30", "{limit: 15")] if clash else [("Leads.", "Leads the team.")]
    write(file, *mine)
    git("commit", "-qam", "ours")
    said = git("merge", "branch", "-m", "both", code=int(clash))
    text = Path(file).read_text("utf-8")
    if clash:
        assert "both sides change it" in said
        assert "UU rules.yaml" in git("status", "--short")
        assert write("expected.yaml", *mine)
        assert Path("expected.yaml").read_text("utf-8") == text
    else:
        write("expected.yaml", ("30 min", "20 min"), ("Sells.", "Sells more."), *mine)
        assert Path("expected.yaml").read_text("utf-8") == text
