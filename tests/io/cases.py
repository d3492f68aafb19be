"""Every kind of wrong input; `golden/` holds what is said of each.

`python -m tests.io.cases` writes the golden files anew, for a look at the diff.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import salesreg as sr

GOLDEN = Path(__file__).parent / "golden"
HEAD = "format: salesreg/1\nkey: b2b\ntitle: Продажи\n"


def yaml(text: str | bytes, head: str = HEAD) -> Callable[[], object]:
    """Return what loads a YAML text, below a head that is right."""
    whole = head + text if isinstance(text, str) else head.encode() + text
    return lambda: sr.loads(whole, "yaml", "rules.yaml")


def bare(text: str | bytes) -> Callable[[], object]:
    """Return what loads a YAML text without a head."""
    return lambda: sr.loads(text, "yaml", "rules.yaml")


def json(text: str | bytes) -> Callable[[], object]:
    """Return what loads a JSON text."""
    return lambda: sr.loads(text, "json", "rules.json")


def plain(**fields: object) -> Callable[[], object]:
    """Return what loads a dict with a head that is right."""
    head = {"format": "salesreg/1", "key": "b2b", "title": "Продажи"}
    return lambda: sr.from_dict({**head, **fields})


def nested(opening: str, depth: int, closing: str) -> str:
    """Return brackets within brackets."""
    return opening * depth + closing * depth


def itself() -> Callable[[], object]:
    """Return what loads a list that holds itself."""
    endless: list[object] = []
    endless.append(endless)
    return plain(roles=endless)


STEP = """\
procedures:
  - key: answer
    title: Ответ
    steps:
      - key: call
        title: Позвонить
"""
BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n + 1}: &a{n + 1} [{', '.join([f'*a{n}'] * 9)}]\n" for n in range(9)
)
PAIR = '{"format": "salesreg/1", "key": "b2b",\n "title": %s}'

CASES: dict[str, Callable[[], object]] = {
    # Fields
    "unknown-field": yaml(f"{STEP}        minuts: 5\n        limt: 15 min\n"),
    "unknown-class-of-field": yaml("roles: {key: a, title: A}\n"),
    "missing-field": yaml("roles:\n  - key: manager\n"),
    "missing-kind": yaml(
        "stages:\n  - key: a\n    title: A\n    deadlines:\n"
        "      - limit: 1 h\n        trigger: {title: x}\n"
    ),
    "wrong-kind": yaml(
        "stages:\n  - key: a\n    title: A\n    deadlines:\n"
        "      - limit: 1 h\n        trigger: {kind: deal_creatd}\n"
    ),
    "key-is-no-text": plain(roles=[{1: 2, "key": "a", "title": "A"}]),
    # Types
    "text-not-number": yaml("", "format: salesreg/1\nkey: b2b\ntitle: 2026\n"),
    "text-not-float": yaml("", "format: salesreg/1\nkey: b2b\ntitle: 3.10\n"),
    "text-not-flag": yaml("", "format: salesreg/1\nkey: b2b\ntitle: True\n"),
    "text-not-nothing": yaml("", "format: salesreg/1\nkey: b2b\ntitle:\n"),
    "text-not-list": yaml("", "format: salesreg/1\nkey: b2b\ntitle: [a, b]\n"),
    "list-not-text": yaml("prohibitions: Не обещать\nscope: {purpose: a, units: b}\n"),
    "list-not-nothing": yaml("roles:\n"),
    "mapping-not-text": yaml("roles:\n  - Менеджер\n"),
    "number-not-text": yaml("roles:\n  - {key: a, title: A, headcount: '3'}\n"),
    "number-not-float": yaml("roles:\n  - {key: a, title: A, headcount: 3.0}\n"),
    "number-not-flag": yaml("roles:\n  - {key: a, title: A, headcount: true}\n"),
    "flag-not-word": yaml(
        "tools:\n  - {key: crm, title: CRM, required: no}\n"
        "fields:\n  - {key: a, title: A, kind: text}\n"
    ),
    "wrong-choice": yaml("language: rus\n"),
    "root-is-a-list": bare("- format: salesreg/1\n"),
    "date-with-time": plain(
        revision={
            "number": "1",
            "in_force_from": dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
        }
    ),
    "object": plain(title=object, roles={"a", "b"}),
    # Values
    "out-of-bounds": yaml("roles:\n  - {key: a, title: A, headcount: 0}\n"),
    "too-long": yaml(f"terms:\n  - {{key: a, title: {'я' * 301}, definition: b}}\n"),
    "bad-key": yaml("roles:\n  - {key: Менеджер, title: A}\n"),
    "bad-duration": yaml(f"{STEP}        limit: 15 minuts\n"),
    "bad-currency": yaml(
        "incentives:\n  - {key: a, title: A, kpi: b, amount: 1500 RUR}\n"
    ),
    "float-money": yaml("incentives:\n  - {key: a, title: A, amount: 1500.5}\n"),
    "bad-share": yaml("stages:\n  - {key: a, title: A, probability: 120%}\n"),
    "bad-date": yaml("revision: {number: '1', in_force_from: 31.12.2025}\n"),
    "no-such-date": yaml("revision: {number: '1', in_force_from: 2026-02-30}\n"),
    "bad-time": yaml(
        "calendars:\n  - {key: a, title: A, time_zone: UTC,\n"
        "     week: [{days: [monday], window: 9:00-18:00}]}\n"
    ),
    "control-character": json(PAIR % '"a\\u0007b"'),
    "surrogate": json(PAIR % '"a\\ud800b"'),
    "line-break-in-title": json(PAIR % '"a\\nb"'),
    "carriage-return": json(PAIR % '"a", "text": "a\\r\\nb"'),
    "several": yaml(
        f"langage: ru\nroles:\n  - {{key: a, titel: A}}\n{STEP}        limit: 5\n"
    ),
    # Format
    "format-missing": bare("key: b2b\ntitle: A\n"),
    "format-misspelled": bare("format: salesrg/1\nkey: b2b\ntitle: A\nx: 1\n"),
    "format-newer": bare("format: salesreg/2\nkey: b2b\nwhatever: 1\n"),
    "format-never-was": bare("format: salesreg/0\nkey: b2b\n"),
    "format-is-a-number": bare("format: 1\nkey: b2b\ntitle: A\n"),
    # YAML
    "yaml-duplicate-key": yaml("language: ru\nlanguage: en\ntitle: B\n"),
    "yaml-tag": yaml("text: !!python/object:os.system x\n"),
    "yaml-merge-key": yaml("roles:\n  - &a {key: a, title: A}\n  - {<<: *a, key: b}\n"),
    "yaml-two-documents": yaml("---\nkey: c2c\n"),
    "yaml-complex-key": yaml("? [a, b]\n: c\n"),
    "yaml-unknown-alias": yaml("roles:\n  - &role {key: a, title: A}\n  - *rolle\n"),
    "yaml-alias-of-itself": yaml("roles: &a\n  - *a\n"),
    "yaml-alias-bomb": yaml(BOMB),
    "yaml-deep": yaml("text: " + nested("[", 10_000, "]")),
    "yaml-long-number": yaml(
        f"roles:\n  - {{key: a, title: A, headcount: {'9' * 5000}}}\n"
    ),
    "yaml-tab": yaml("roles:\n\t- key: a\n"),
    "yaml-colon": yaml("text: Важно: звонить\n"),
    "yaml-open-quote": yaml('text: "Важно\n'),
    "yaml-open-bracket": yaml("roles: [{key: a}\n"),
    "yaml-bad-start": yaml("text: @всем\n"),
    "yaml-after-quote": yaml('text: "Важно" звонить\n'),
    "yaml-indentation": yaml("roles:\n  - key: a\n   title: A\n"),
    "yaml-list-ends": yaml("roles:\n  - key: a\n  title: A\n"),
    "yaml-escape": yaml('text: "C:\\долг"\n'),
    "yaml-star": yaml("text: **Важно**\n"),
    "yaml-text-and-fields": bare("salesreg\nkey: a\n"),
    "yaml-version": bare("%YAML 2.0\n---\nkey: a\n"),
    "yaml-control-character": yaml("text: a\x07b\n"),
    "yaml-next-line": yaml("text: a\u2028b\n"),
    "yaml-comments-only": bare("# nothing yet\n"),
    # JSON
    "json-duplicate-key": json(PAIR % '"a", "title": "b"'),
    "json-nan": json(PAIR % "NaN"),
    "json-infinity": json(PAIR % "-Infinity"),
    "json-long-number": json(PAIR % ("9" * 5000)),
    "json-quotes": json(PAIR % "'a'"),
    "json-comma": json('{"format": "salesreg/1",\n}'),
    "json-comment": json('{"format": "salesreg/1", // the format\n}'),
    "json-python": json(PAIR % "None"),
    "json-cut": json('{"format": "salesreg/1", "key": "b2'),
    "json-more": json('{"format": "salesreg/1"}\n{}'),
    "json-line-break": json(PAIR % '"a\nb"'),
    "json-leading-zero": json(PAIR % "010"),
    "json-deep": json(PAIR % nested("[", 10_000, "]")),
    "json-deep-mapping": json(PAIR % nested('{"a":', 10_000, "}").replace(":}", ":1}")),
    "json-rather-deep": json(PAIR % nested("[", 150, "]")),
    # Texts and files
    "empty": bare(""),
    "blank": bare(" \n\n"),
    "not-utf-8": bare(f"{HEAD}text: Важно\n".encode("cp1251")),
    "utf-16": bare("format: salesreg/1".encode("utf-16")),
    "binary": bare(bytes(range(256))),
    "too-large": bare(b"#" * 50_000_001),
    "no-file": lambda: sr.load("no/such.yaml"),
    "directory": lambda: sr.load("directory.yaml"),
    "unknown-suffix": lambda: sr.load("rules.yml2"),
    "no-suffix": lambda: sr.load("rules"),
    # Dicts
    "dict-deep": plain(
        text=eval(nested("[", 90, "]"))[0], roles=eval(nested("[", 99, "]"))
    ),
    "dict-of-itself": itself(),
    "no-dict": lambda: sr.from_dict(None),
}


def said(load: Callable[[], object]) -> str:
    """Return what is said of an input, one problem a line, codes first."""
    try:
        load()
    except sr.LoadError as error:
        lines = [f"{problem.code}: {problem}\n" for problem in error.problems]
        return "".join(lines)
    return "loads\n"


if __name__ == "__main__":
    for name, load in CASES.items():
        (GOLDEN / f"{name}.txt").write_text(said(load), encoding="utf-8")
