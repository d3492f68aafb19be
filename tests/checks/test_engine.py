"""The engine: what runs, what is waived, known, fixed, and where findings stand."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve, frozen

import salesreg as sr
from salesreg.checks.baseline import Baseline
from salesreg.checks.engine import Run
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Edit, Fix, Found, Remove, Set
from salesreg.checks.fingerprint import fingerprint
from salesreg.checks.fixing import applied
from salesreg.checks.own import OWN
from salesreg.checks.report import CheckReport
from salesreg.checks.said import Said
from salesreg.checks.settings import Settings
from salesreg.checks.wording import Code, Minutes
from salesreg.errors import InvalidValue, LoadError, Place
from salesreg.model.regulation import Regulation
from tests.checks.small import CHECKS, Failing, UnitTwice

HEAD = {"format": "salesreg/1", "key": "rules", "title": "Rules", "language": "en"}
DAY = dt.date(2026, 11, 2)
LONG = {"key": "lead", "title": "Lead of everything"}
LONGER = {"key": "head", "title": "Head of everything"}


def made(**fields: object) -> Regulation:
    """Return a regulation with some fields."""
    return sr.from_dict({**HEAD, **fields})


def over(
    regulation: Regulation,
    today: dt.date | None = DAY,
    baseline: Baseline | None = None,
    **settings: Any,
) -> CheckReport:
    """Check a regulation with the small checks."""
    run = Run(
        catalogue=(*CHECKS, *OWN),
        settings=Settings(**settings),
        today=today,
        baseline=baseline or Baseline(),
    )
    return run.over(regulation)


def found(report: CheckReport) -> list[tuple[str, str]]:
    """Return the code and the path of each finding."""
    return [(one.code, one.path) for one in report]


FAULTY = made(
    scope={"units": ["East", "West", "East"]},
    roles=[LONG, {"key": "manager", "title": "Manager"}, LONGER],
    revision={"number": "1", "in_force_from": "2050-01-01"},
)
ALL = [
    ("TST01", "/scope/units/2"),
    ("TST02", "/roles/0/title"),
    ("TST02", "/roles/2/title"),
]


# --- what runs ---------------------------------------------------------------


def test_order_of_the_document() -> None:
    """Findings stand in the order of the document, whatever check made them."""
    assert ALL == found(over(FAULTY))
    report = over(waived(("TST02", "/roles/nobody")), packs=("test-pack",))
    assert ["1.1", "2.1", "2.3", "3.1.1", None] == [one.clause for one in report]


def test_order_within_a_clause() -> None:
    """Findings of one clause stand in the order of their places, not of their words."""
    units = ("Z", "Z", *"BCDEFGHI", "A", "A")
    report = over(FAULTY.replace("/scope/units", units), select=("TST01",))
    assert ["/scope/units/1", "/scope/units/11"] == [one.path for one in report]


def test_order_of_the_text() -> None:
    """Findings in a text stand in its order."""
    data = FAULTY.to_dict()
    order = ["format", "key", "title", "language", "roles", "scope"]
    text = json.dumps({name: data[name] for name in order})
    assert [*ALL[1:], ALL[0]] == found(over(sr.loads(text, "json")))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["TST01"], ALL[:1]),
        (["unit-twice"], ALL[:1]),
        (["TST"], [*ALL, ("TST03", "/revision/in_force_from")]),
        (["TST02:/roles/2/*"], ALL[2:]),
        (["TST02:/roles/head/*"], ALL[2:]),
        (["TST02:/roles/head/*", "TST01"], [ALL[0], ALL[2]]),
        (["TST02:/stages/*"], []),
    ],
)
def test_select(words: list[str], expected: list[tuple[str, str]]) -> None:
    """What is selected by code, name, family or path runs, and nothing else."""
    assert expected == found(over(FAULTY, select=tuple(words)))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["TST01"], ALL[1:]),
        (["long-title"], ALL[:1]),
        (["TST"], []),
        (["TST02:/roles/lead/*"], [ALL[0], ALL[2]]),
        (["TST02:/roles/*"], ALL[:1]),
    ],
)
def test_ignore(words: list[str], expected: list[tuple[str, str]]) -> None:
    """What is ignored is not told, by code, name, family or path."""
    assert expected == found(over(FAULTY, ignore=tuple(words)))


def test_ignore_wins() -> None:
    """What is selected and ignored is ignored."""
    assert ALL[:1] == found(over(FAULTY, select=("TST01", "TST02"), ignore=("TST02",)))


@pytest.mark.parametrize(
    ("name", "words"), [("packs", "test-pack"), ("select", "TST03"), ("select", "TST")]
)
def test_packs(name: str, words: str) -> None:
    """A pack runs when it is asked for, by itself or by one of its checks."""
    assert ("TST03", "/revision/in_force_from") in found(
        over(FAULTY, DAY, None, **{name: (words,)})
    )


def test_dated_checks_need_a_date() -> None:
    """Without a date the checks that need one do not run, and the report says so."""
    report = over(FAULTY, today=None, select=("TST03",))
    assert ([], ("TST03",)) == (found(report), report.undated)


def test_unknown_words_are_all_told() -> None:
    """Every word that names nothing is told, with the one that was meant."""
    with pytest.raises(InvalidValue) as raised:
        over(
            FAULTY,
            select=("TST1",),
            ignore=("unit-twicw:/x",),
            packs=("testpack",),
            severity={"TST09": "info", "TST01": "eror"},
            thresholds={"TST01": {"most": 1}, "TST02": {"moost": 1}, "TST": {}},
        )
    assert [
        ("/packs/0", "did you mean 'test-pack'?"),
        ("/select/0", "did you mean 'TST01'?"),
        ("/ignore/0", "did you mean 'unit-twice'?"),
        ("/severity/TST09", "did you mean 'TST03'?"),
        ("/severity/TST01", "did you mean 'error'?"),
        ("/thresholds/TST01", None),
        ("/thresholds/TST02/moost", "did you mean 'most'?"),
        ("/thresholds/TST", "did you mean 'TST03'?"),
    ] == [(one.path, one.hint) for one in raised.value.problems]


def test_unknown_words_have_codes() -> None:
    """What names nothing has its code, and where nothing is near, where to look."""
    with pytest.raises(InvalidValue) as raised:
        over(FAULTY, select=("QQQQ77",), packs=("zzz",), severity={"QQQQ77": "info"})
    hint = "`salesreg explain` lists them"
    assert [
        ("unknown-pack", "there is no pack 'zzz'", hint),
        ("unknown-check", "there is no check 'QQQQ77'", hint),
        ("unknown-check", "there is no check 'QQQQ77'", hint),
    ] == [(one.code, one.message, one.hint) for one in raised.value.problems]


def test_severities() -> None:
    """Another severity is given to a check by its code."""
    report = over(FAULTY, severity={"TST02": "info"})
    assert ["warning", "info", "info"] == [one.severity for one in report]
    assert report.ok


def test_thresholds() -> None:
    """A threshold is changed by its name, and told as it was."""
    assert ALL[:1] == found(over(FAULTY, thresholds={"TST02": {"most": 50}}))
    report = over(FAULTY, thresholds={"TST02": {"most": 5}}, select=("TST02",))
    assert ["5"] * 3 == [one.values["most"] for one in report]


# --- failing checks ----------------------------------------------------------


def test_failing_check() -> None:
    """A check that fails is one finding, beside what it had found."""
    run = Run(catalogue=(Failing, *CHECKS, *OWN), settings=Settings())
    report = run.over(FAULTY)
    assert [("CHK01", ""), ("TST04", "/title"), *ALL] == found(report)
    assert "Check TST04 failed: `RuntimeError: no luck`" == report.findings[0].message


def test_failing_check_is_told_when_it_is_selected() -> None:
    """A failure is told whatever is selected, and not when it is ignored."""
    for settings, expected in (
        (Settings(select=("TST04",)), ["CHK01", "TST04"]),
        (Settings(select=("TST04",), ignore=("CHK01",)), ["TST04"]),
    ):
        run = Run(catalogue=(Failing, *OWN), settings=settings)
        assert expected == [one.code for one in run.over(FAULTY)]


# --- waivers -----------------------------------------------------------------


def waived(*waivers: tuple[str, str], until: str | None = None) -> Regulation:
    """Return the faulty regulation with waivers of codes at paths."""
    common = {"reason": "So be it", "author": "Head"}
    if until:
        common["until"] = until
    held = [{"code": code, "path": path, **common} for code, path in waivers]
    return sr.from_dict({**FAULTY.to_dict(), "waivers": held})


@pytest.mark.parametrize("path", ["/roles/2/title", "/roles/head/title"])
def test_waiver_takes_one_finding(path: str) -> None:
    """A waiver takes one finding, by position or by key, and no other."""
    report = over(waived(("TST02", path)))
    assert ALL[:2] == found(report)
    assert ["/roles/2/title"] == [one.finding.path for one in report.waived]
    assert "So be it" == report.waived[0].waiver.reason


def test_waiver_by_key_survives_a_new_order() -> None:
    """A waiver by key still holds when other things are put before."""
    regulation = waived(("TST02", "/roles/head/title"))
    moved = regulation.replace("/roles", tuple(reversed(regulation.roles)))
    report = over(moved)
    assert [ALL[0], ("TST02", "/roles/2/title")] == found(report)
    assert ["/roles/head/title"] == [one.finding.keyed for one in report.waived]


def test_waiver_expires() -> None:
    """On its last day a waiver holds; a day later the finding and it are told."""
    regulation = waived(("TST02", "/roles/head/title"), until=DAY.isoformat())
    assert ALL[:2] == found(over(regulation))
    later = over(regulation, today=DAY + dt.timedelta(days=1))
    assert [*ALL, ("CHK03", "/waivers/0/until")] == found(later)
    expired = next(one for one in later if one.code == "CHK03")
    assert "The waiver of TST02 by Head ended on November 2, 2026" == expired.message
    assert () == later.waived
    assert ALL[:2] == found(over(regulation, today=None))


@pytest.mark.parametrize(
    "waiver",
    [("TST02", "/roles/manager/title"), ("TST02", "/roles/nobody"), ("TST01", "/")],
)
def test_idle_waiver(waiver: tuple[str, str]) -> None:
    """A waiver of nothing is told."""
    assert [*ALL, ("CHK02", "/waivers/0")] == found(over(waived(waiver)))


def test_second_waiver_of_one_finding_is_idle() -> None:
    """Of two waivers of one finding the second does nothing."""
    twice = waived(("TST02", "/roles/head/title"), ("TST02", "/roles/2/title"))
    assert [*ALL[:2], ("CHK02", "/waivers/1")] == found(over(twice))


def test_idle_waiver_of_a_dated_check() -> None:
    """Whether a waiver of a check that needs a date is idle is said with a date."""
    idle = waived(("TST03", "/roles/manager/title"))
    told = ("CHK02", "/waivers/0")
    assert told in found(over(idle, packs=("test-pack",)))
    assert told not in found(over(idle, today=None, packs=("test-pack",)))


def test_waiver_of_a_check_that_did_not_run() -> None:
    """Whether a waiver is idle is said only of checks that ran."""
    idle = waived(("TST02", "/roles/manager/title"))
    assert ALL[:1] == found(over(idle, ignore=("TST02",)))
    assert ALL == found(over(idle, ignore=("CHK02",)))
    assert ALL == found(over(waived(("TST03", "/roles/manager/title"))))


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("TST20", "The waiver names `TST20`, and there is no such check; `TST03` is"),
        ("QQQ77", "The waiver names `QQQ77`, and there is no such check"),
    ],
)
def test_waiver_of_no_check(code: str, message: str) -> None:
    """A waiver with a code that no check has is told, with the nearest code."""
    report = over(waived((code, "/roles/manager/title")), ignore=("TST",))
    assert [("CHK04", "/waivers/0/code")] == found(report)
    assert report.findings[0].message.startswith(message)


# --- baseline ----------------------------------------------------------------


def test_known_findings_are_set_aside() -> None:
    """What is in the baseline is known, and what is not is told."""
    first = over(FAULTY)
    baseline = Baseline.of(first.findings[:2])
    report = over(FAULTY, baseline=baseline)
    assert ALL[2:] == found(report)
    assert ALL[:2] == [(one.code, one.path) for one in report.known]


def test_moved_and_reworded_is_known() -> None:
    """A finding is known when it moved, in another language, under another title."""
    baseline = Baseline.of(over(FAULTY).findings)
    moved = FAULTY.replace("/roles", tuple(reversed(FAULTY.roles)))
    moved = moved.replace("/language", "ru").replace("/title", "Правила")
    assert [] == found(over(moved, baseline=baseline))


def test_worse_is_new() -> None:
    """A finding is new when its values changed, and when there is one more of it."""
    baseline = Baseline.of(over(FAULTY).findings)
    worse = FAULTY.replace("/roles/2/title", "Head of simply everything")
    assert ALL[2:] == found(over(worse, baseline=baseline))
    more = FAULTY.replace("/scope/units", ("East", "West", "East", "East"))
    assert [("TST01", "/scope/units/3")] == found(over(more, baseline=baseline))


def test_what_a_finding_is_known_by() -> None:
    """A fingerprint is of this very text: of another one every finding were new."""
    said = Said(en="an hour", ru="час")
    values = {
        "role": FAULTY.roles[0],
        "code": Code("a"),
        "time": Minutes(5),
        "said": said,
        "titled": Text("Глава"),
        "many": (sr.duration("1 h"), "я"),
        "none": None,
    }
    found = Found(path="/x", message=said, values=values)
    text = (
        '["rules", "TST01", "/roles/lead", {"code": "a", "many": ["1 h", "я"],'
        ' "none": null, "role": "lead", "said": "an hour", "time": 5,'
        ' "titled": "Глава"}]'
    )
    expected = hashlib.sha256(text.encode()).hexdigest()[:24]
    assert expected == fingerprint("rules", "TST01", "/roles/lead", found)


@frozen
class Text:
    """Something that is known by its title."""

    title: str


def test_known_as_often_as_it_was_found() -> None:
    """Of two findings that are the same, one that is known leaves the other new."""
    one = over(FAULTY).findings[0]
    assert ([one], [one]) == Baseline.of([one]).parted([one, one])
    assert ([one], [one, one]) == Baseline.of([one, one]).parted([one] * 3)


def test_the_same_elsewhere_is_new() -> None:
    """What is known at one place is not known at another, with the same values."""
    more = FAULTY.replace("/scope/units", ("East", "West", "East", "East"))
    first, second = (one for one in over(more) if one.code == "TST01")
    assert first.values == second.values
    left = found(over(more, baseline=Baseline.of([second])))
    assert ("TST01", first.path) in left
    assert ("TST01", second.path) not in left


def test_baseline_in_a_file(tmp_path: Path) -> None:
    """A baseline comes back from its file, and its lines can be read."""
    baseline = Baseline.of(over(FAULTY).findings)
    baseline.dump(tmp_path / "known.json")
    assert [] == found(over(FAULTY, baseline=Baseline.load(tmp_path / "known.json")))
    data = json.loads((tmp_path / "known.json").read_text("utf-8"))
    assert [
        ("TST02", "/roles/head/title"),
        ("TST02", "/roles/lead/title"),
        ("TST01", "/scope/units/2"),
    ] == [(one["code"], one["path"]) for one in data["known"]]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"format": "salesreg-baseline/2", "known": []}',
        '{"format": "salesreg-baseline/1", "known": {}}',
        '{"format": "salesreg-baseline/1", "known": [{"code": "A"}]}',
        '{"format": "salesreg-baseline/1", "known": [1]}',
        "[" * 100_000,
    ],
)
def test_no_baseline(tmp_path: Path, text: str) -> None:
    """What is no baseline is refused with the name of the file."""
    path = tmp_path / "known.json"
    path.write_text(text, "utf-8")
    with pytest.raises(LoadError) as raised:
        Baseline.load(path)
    (problem,) = raised.value.problems
    hint = "write one with `salesreg check FILE --write-baseline BASELINE`"
    expected = ("bad-baseline", f"{path}: is no baseline of salesreg", hint)
    assert expected == (problem.code, problem.message, problem.hint)


def test_missing_baseline(tmp_path: Path) -> None:
    """A baseline that is not there is told, with what the system says."""
    path = tmp_path / "known.json"
    with pytest.raises(LoadError) as raised:
        Baseline.load(path)
    (problem,) = raised.value.problems
    message = f"{path}: cannot be read: No such file or directory"
    assert ("unreadable-file", message) == (problem.code, problem.message)


def test_empty_baseline(tmp_path: Path) -> None:
    """The baseline of a clean regulation is a file that knows nothing."""
    Baseline().dump(tmp_path / "known.json")
    expected = {"format": "salesreg-baseline/1", "known": []}
    assert expected == json.loads((tmp_path / "known.json").read_text("utf-8"))
    assert Baseline() == Baseline.load(tmp_path / "known.json")
    known = Baseline.of(over(FAULTY).findings)
    known.dump(tmp_path / "known.json")
    read = Baseline.load(tmp_path / "known.json")
    assert sorted(known.known, key=str) == sorted(read.known, key=str)


def test_baseline_keeps_every_part() -> None:
    """What is known of a finding comes back from the file, part by part."""
    finding = over(FAULTY).findings[1]
    (known,) = Baseline.of([finding]).known
    expected = (finding.code, finding.keyed, finding.fingerprint)
    assert expected == (known.code, known.path, known.fingerprint)


# --- places ------------------------------------------------------------------

YAML = """\
format: salesreg/1
key: rules
title: Rules
language: en
scope:
  units:
  - East
  - East
roles: [{key: head, title: Head of everything}]
"""


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        (YAML, "yaml", ["r:8:5", "r:9:21"]),
        (json.dumps(sr.loads(YAML).to_dict()), "json", ["r:1:106", "r:1:142"]),
    ],
)
def test_places(text: str, form: str, expected: list[str]) -> None:
    """A finding says where in the text its value, or the key before it, stands."""
    report = over(sr.loads(text, form, "r"))  # type: ignore[arg-type]
    assert expected == [str(one.place) for one in report]
    lines = text.split("\n")
    for finding, start in zip(report, ("East", "title"), strict=True):
        assert finding.place is not None
        assert finding.place.column is not None
        rest = lines[finding.place.line - 1][finding.place.column - 1 :]
        assert rest.lstrip('"').startswith(start)


def test_clauses() -> None:
    """A finding says the number of its clause, and of the others that take part."""
    report = over(FAULTY)
    assert ["1.1", "2.1", "2.3"] == [one.clause for one in report]
    assert ["1.1"] == [one.clause for one in report.findings[0].also]
    assert report.regulation.clause("2.3").pointer == "/roles/2"


# --- fixes -------------------------------------------------------------------


class Unsafe(UnitTwice):
    """A unit is listed twice, and which of them may go cannot be told."""

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield what the other check yields, without its edits."""
        for one in super().check(facts):
            yield evolve(one, edits=())


def test_fix_as_data() -> None:
    """A fix as plain data says each edit: what it sets, and what it takes away."""
    edits = Set("/roles/0/headcount", 2), Remove("/roles/1")
    assert {
        "title": "Mends",
        "edits": [
            {"op": "set", "path": "/roles/0/headcount", "value": 2},
            {"op": "remove", "path": "/roles/1"},
        ],
    } == fix(*edits).to_dict()


def test_no_fix_without_edits() -> None:
    """Where a check with a fix has no safe edit, there is none to be made."""
    report = Run(catalogue=(Unsafe,), settings=Settings()).over(FAULTY)
    assert [("TST01", None)] == [(one.code, one.fix) for one in report]
    assert [Unsafe] == [type(check) for check in report.checks]


def test_fixed() -> None:
    """Safe fixes are made, what has none stays; fixing again changes nothing."""
    fixed = over(FAULTY).fixed()
    assert fixed.scope is not None
    assert ("East", "West") == fixed.scope.units
    assert FAULTY.roles == fixed.roles
    report = over(fixed)
    assert ALL[1:] == found(report)
    assert fixed == report.fixed()


def test_many_fixes_of_one_list() -> None:
    """Fixes of one list do not move what the others are about."""
    units = ("East", "West", "East", "North", "West", "East")
    fixed = over(FAULTY.replace("/scope/units", units)).fixed()
    assert fixed.scope is not None
    assert ("East", "West", "North") == fixed.scope.units


def test_fixes_of_a_long_list() -> None:
    """Items go by their number: the tenth after the ninth, not after the first."""
    units = [f"Unit {number}" for number in range(12)]
    twice = FAULTY.replace("/scope/units", (*units, "Unit 2", "Unit 11", "Unit 0"))
    fixes = [one.fix for one in over(twice) if one.fix]
    assert tuple(units) == applied(twice, fixes).at("/scope/units")
    nine = (*units[:9], "Unit 0", "Unit 1")
    few = FAULTY.replace("/scope/units", nine)
    fixes = [one.fix for one in over(few) if one.fix]
    assert nine[:9] == applied(few, fixes).at("/scope/units")


def fix(*edits: Edit) -> Fix:
    """Return a fix of some edits."""
    return Fix("Mends", edits)


def test_of_two_fixes_of_one_place_the_first_is_made() -> None:
    """A fix at, above or below a place that another one takes waits for a new run."""
    first = fix(Set("/roles/0/title", "Lead"), Set("/title", "Rules of sale"))
    others = [
        fix(Set("/roles/0/title", "Head"), Set("/key", "other")),
        fix(Remove("/roles/0")),
        fix(Set("/title", "Rules")),
    ]
    late = fix(Set("/roles/0/title", "Late"))
    made = applied(FAULTY, [first, *others, fix(Remove("/roles/2")), late])
    assert ("Lead", "Rules of sale", "rules") == (
        made.roles[0].title,
        made.title,
        made.key,
    )
    assert ("lead", "manager") == tuple(role.key for role in made.roles)


def test_what_does_not_fit_does_not_stop_the_rest() -> None:
    """An edit of nothing is left for the next round; those after it are made."""
    fixes = [fix(Set("/roles/7/title", "None")), fix(Set("/title", "Rules of sale"))]
    assert "Rules of sale" == applied(FAULTY, fixes).title
    fixes = [fix(Set("/roles/7/title", "None")), fix(Set("/key", "sale"))]
    assert "sale" == applied(FAULTY, fixes).key


# --- the report --------------------------------------------------------------


def test_report_as_data() -> None:
    """The report as plain data says all that the findings say."""
    data = over(waived(("TST02", "/roles/head/title"))).to_dict()
    assert data == json.loads(json.dumps(data))
    assert {"error": 1, "warning": 1, "info": 0} == data["counts"]
    assert ("salesreg-report/1", "rules", "en", "2026-11-02") == (
        data["format"],
        data["regulation"],
        data["language"],
        data["today"],
    )
    first = data["findings"][0]  # type: ignore[index]
    assert {
        "title": "Removes the second East",
        "edits": [{"op": "remove", "path": "/scope/units/2"}],
    } == first["fix"]
    assert [{"path": "/scope/units/0", "clause": "1.1"}] == first["also"]
    assert {"reason": "So be it", "author": "Head"} == data["waived"][0]["waiver"]  # type: ignore[index]


def test_finding_as_data() -> None:
    """A finding as plain data has every part, and its place where it was read."""
    report = over(sr.loads(YAML, "yaml", "r"), baseline=Baseline())
    finding = report.findings[1]
    assert {
        "code": "TST02",
        "name": "long-title",
        "severity": "error",
        "path": "/roles/0/title",
        "keyed": "/roles/head/title",
        "message": "The title of “Head of everything” has 18 characters, 10 at most",
        "why": "It is a test.",
        "fingerprint": finding.fingerprint,
        "values": {"role": "“Head of everything”", "length": "18", "most": "10"},
        "clause": "2.1",
        "file": "r",
        "line": 9,
        "column": 21,
    } == finding.to_dict()
    assert "Try" == evolve(finding, mend="Try").to_dict()["mend"]
    assert "column" not in evolve(finding, place=Place("r", 9)).to_dict()


def test_report_names_its_text_and_what_was_set_aside() -> None:
    """The report says the file, the known findings and the checks that need a date."""
    read = sr.loads(YAML, "yaml", "r")
    known = Baseline.of(over(read).findings[:1])
    data = over(read, baseline=known, today=None, packs=("test-pack",)).to_dict()
    assert ["format", "regulation", "file", "language", "counts", "findings"] == [
        *data
    ][:6]
    assert ("r", ["TST03"]) == (data["file"], data["undated"])
    assert ["TST01"] == [one["code"] for one in data["known"]]  # type: ignore[attr-defined]


def test_waiver_as_data_has_its_last_day() -> None:
    """A waiver as plain data says until when it holds."""
    report = over(waived(("TST02", "/roles/head/title"), until=DAY.isoformat()))
    data = report.waived[0].to_dict()
    assert {"reason": "So be it", "author": "Head", "until": "2026-11-02"} == data[
        "waiver"
    ]


def test_finding_in_a_line() -> None:
    """A finding reads as one line: its place, or its path, and its clause."""
    report = over(sr.loads(YAML, "yaml", "r"))
    finding = report.findings[1]
    said = "TST02 The title of “Head of everything” has 18 characters, 10 at most"
    assert f"r:9:21: {said} [2.1]" == str(finding)
    bare = evolve(finding, place=None)
    assert f"/roles/0/title: {said} [2.1]" == str(bare)
    assert f"/: {said}" == str(evolve(bare, path="", clause=None))


def test_a_clean_report_is_a_report() -> None:
    """A report is true without findings, so that `or` does not pass it over."""
    assert over(made())
    assert 0 == len(over(made()))


def test_levels() -> None:
    """A report gives its findings by severity and from a severity upwards."""
    report = over(FAULTY, packs=("test-pack",))
    assert (2, 1, 1) == (
        len(report.errors),
        len(report.warnings),
        len(report.infos),
    )
    levels = [len(report.at_least(level)) for level in ("error", "warning", "info")]
    assert [2, 3, 4] == levels
    assert (4, False) == (len(report), report.ok)
