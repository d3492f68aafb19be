"""Laws of checks: what a report may depend on, and what fixes may do.

C(r) is the report on r: of every check of every pack, and of the checks given.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable

from salesreg.checks.check import Check
from salesreg.checks.examples import alone, laid_over
from salesreg.checks.finding import Finding
from salesreg.checks.report import CheckReport
from salesreg.io.dicts import from_dict, to_dict
from salesreg.model.regulation import Regulation
from salesreg.paths.keyed import Keys
from salesreg.shapes import fields_of, is_items
from salesreg.testing.checking import full_report
from salesreg.testing.laws.same import holds, same

Checks = Iterable[type[Check]]
Items = tuple[object, ...]

ORDERED = frozenset({"calendars", "stages"})
"""Collections of things with keys whose order says something.

Stages follow one another; the first calendar holds for whoever names none.
"""


def findings_are_equal(regulation: Regulation, *, checks: Checks = ()) -> None:
    """For all r, s in R: r = s implies C(r) = C(s), and C(r) is plain data.

    s is made anew from the dict of r, so that nothing is shared with r.
    """
    other = from_dict(to_dict(regulation))
    report = full_report(other, checks=checks).to_dict()
    same("reports of equals differ", _report(regulation, checks), report)
    same("a report is no plain data", report, json.loads(json.dumps(report)))


def findings_lie_inside(regulation: Regulation, *, checks: Checks = ()) -> None:
    """For all r in R, findings f of C(r) and paths p of f: r has something at p.

    And p written with keys means p. No check ends with an error of its own.
    """
    keys = Keys(regulation)
    for one in full_report(regulation, checks=checks):
        holds(f"a check failed: {one.message}", one.code != "CHK01")
        for path in _paths(one):
            there = keys.unkeyed(path) is not None
            holds(f"{one.code} points at {path}, where nothing is", there)
            same(f"{one.code} by keys", path, keys.unkeyed(keys.keyed(path)))


def languages_agree(regulation: Regulation, *, checks: Checks = ()) -> None:
    """For all r in R: C(r) says the same in both languages.

    The same means the same codes, at the same paths, with the same fixes.
    """
    own = tuple(checks)
    russian, english = (
        {
            (one.code, one.path, one.fix.edits if one.fix else ())
            for one in full_report(regulation, checks=own, language=language)
        }
        for language in ("ru", "en")
    )
    same("findings in English are not those in Russian", russian, english)


def order_says_nothing(
    regulation: Regulation,
    *,
    checks: Checks = (),
    reordered: Callable[[Items], Items] = lambda items: items[::-1],
) -> None:
    """For all r in R and permutations q of its independent parts: C(q(r)) = C(r).

    Independent are the things with keys in one collection, all but the stages and
    the calendars. Reports are equal here when they have as many findings of each
    code: of things that clash, it is the fault of those that come later.

    Args:
        regulation: r.
        checks: Checks of your own, beside the others.
        reordered: q, for one collection; it is turned round when not given.
    """
    own = tuple(checks)
    other = regulation
    for name in fields_of(Regulation):
        items = getattr(regulation, name)
        if name not in ORDERED and is_items(items) and _have_keys(items):
            other = other.replace(f"/{name}", reordered(items))
    expected, actual = (
        Counter(found.code for found in full_report(one, checks=own))
        for one in (regulation, other)
    )
    same("findings depend on the order of independent parts", expected, actual)


def fixes_settle(regulation: Regulation, *, checks: Checks = ()) -> None:
    """For all r in R, with r' = C(r).fixed(): C(r').fixed() = r'.

    And C(r') has no finding that C(r) has not, and no fix.
    """
    before = full_report(regulation, checks=checks)
    after = before.after_fixes()
    fresh = _said(after) - _said(before)
    same("fixing brought findings", set[tuple[str, str]](), fresh)
    same("fixes are left", [], [str(one) for one in after if one.fix])
    same("fixing again changes it", after.regulation, after.fixed())


def examples_hold(check: type[Check], *, base: Regulation | None = None) -> None:
    """For a check c with the examples it brings along: it finds what it says.

    Each invalid example, alone, has findings of c; each valid one has none. With
    b a regulation without findings, C(b + invalid) has findings of c only, and
    C(b + valid) has none of c.

    Args:
        check: c.
        base: b; the template "b2b" in English when not given.
    """
    if base is None:
        from salesreg import templates  # noqa: PLC0415 - read when it is asked for

        base = templates.get("b2b", "en")
    code = check.code
    for text in check.invalid:
        found = {one.code for one in full_report(alone(text), checks=[check])}
        holds(f"{code} finds nothing in its example\n{text}", code in found)
        found = {one.code for one in full_report(laid_over(base, text), checks=[check])}
        same(f"laid over a consistent regulation\n{text}", {code}, found)
    for text in check.valid:
        for regulation in (alone(text), laid_over(base, text)):
            found = {one.code for one in full_report(regulation, checks=[check])}
            holds(f"{code} finds a valid example\n{text}", code not in found)


def _report(regulation: Regulation, checks: Checks) -> dict[str, object]:
    # A text that it was read from gives findings lines, which s has none of.
    again = from_dict(to_dict(regulation))
    return full_report(again, checks=checks).to_dict()


def _said(report: CheckReport) -> set[tuple[str, str]]:
    return {(one.code, one.message) for one in report}


def _paths(finding: Finding) -> tuple[str, ...]:
    return finding.path, *(one.path for one in finding.also)


def _have_keys(items: Items) -> bool:
    return all(isinstance(getattr(item, "key", None), str) for item in items)
