"""Acknowledgement: a signature is bound to the clauses of its role, and only those."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

import salesreg as sr
from salesreg.compare.acknowledging import digest
from salesreg.errors import ProblemGroup
from salesreg.model.regulation import Regulation
from salesreg.testing import editions

DAY = dt.date(2026, 1, 12)
PEOPLE = [("A. Head", "head"), ("B. Manager", "manager")]


def made(**parts: Any) -> Regulation:
    """Return a small regulation that everybody must acknowledge."""
    data = {
        "format": "salesreg/1",
        "key": "r",
        "title": "R",
        "roles": [
            {"key": "head", "title": "Head"},
            {"key": "manager", "title": "Manager", "purpose": "Sells."},
        ],
        "acknowledging": {"within": "3 business days", "method": "electronic"},
        "revision": {"number": "1.0", "in_force_from": "2026-02-01"},
    }
    return sr.from_dict({**data, **parts})


OLD = made()
SIGNED = [sr.sign(OLD, name, role, DAY) for name, role in PEOPLE]


def waiting(regulation: Regulation) -> list[tuple[str, str]]:
    """Return who has not signed, and why."""
    found = sr.outstanding(regulation, PEOPLE, SIGNED)
    return [(one.role, one.reason) for one in found]


def test_signature_holds_what_the_regulation_says() -> None:
    """A signature names its edition, and is given as the regulation says."""
    signature = SIGNED[1]
    assert ("B. Manager", "manager", "1.0", DAY, "electronic") == (
        signature.name,
        signature.role,
        signature.revision,
        signature.date,
        signature.method,
    )
    assert OLD.for_role("manager").digest == signature.digest
    on_paper = sr.sign(OLD, "B. Manager", "manager", DAY, method="signature")
    assert "signature" == on_paper.method


@pytest.mark.parametrize("shown", ["", "12", "z" * 16, "0" * 65])
def test_what_is_no_fingerprint_is_refused(shown: str) -> None:
    """Too few digits would fit other clauses, too; too many fit none."""
    with pytest.raises(sr.InvalidValue) as caught:
        sr.sign(OLD, "B. Manager", "manager", DAY, fingerprint=shown)
    (problem,) = caught.value.problems
    said = f"{shown!r} is no fingerprint: 16 hexadecimal digits or more"
    assert ("no-fingerprint", said) == (problem.code, str(problem))


def test_a_signed_sheet_is_compared() -> None:
    """The fingerprint of the sheet, however it is written, binds as the text does."""
    sheet = OLD.for_role("manager").sheet
    whole = OLD.for_role("manager").digest
    for shown in (sheet.fingerprint, sheet.fingerprint.upper(), whole, whole[:20]):
        signed = sr.sign(OLD, "B. Manager", "manager", DAY, fingerprint=shown)
        assert SIGNED[1] == signed


def test_a_sheet_for_other_clauses_is_refused() -> None:
    """A sheet of another role, or of clauses that changed, is no signature for them."""
    new = OLD.replace("/roles/1/purpose", "Sells much.")
    old = OLD.for_role("manager").sheet.fingerprint
    now = new.for_role("manager").sheet.fingerprint
    with pytest.raises(sr.InvalidValue) as caught:
        sr.sign(new, "B. Manager", "manager", DAY, fingerprint=old)
    (problem,) = caught.value.problems
    said = (
        f"the sheet is for other clauses: 'manager' has {now}, not {old};"
        " sign the edition that the sheet names"
    )
    assert ("other-clauses", said) == (problem.code, str(problem))
    digest = new.for_role("manager").digest
    assert " ".join(digest[at : at + 4] for at in (0, 4, 8, 12)) == now
    with pytest.raises(sr.InvalidValue, match="sheet is for other clauses"):
        sr.sign(OLD, "A. Head", "head", DAY, fingerprint=old)


def test_what_is_signed() -> None:
    """The digest is of this very text: another one would void every signature."""
    regulation = sr.from_dict(
        {
            "format": "salesreg/1",
            "key": "r",
            "title": "Регламент",
            "roles": [{"key": "head", "title": "Глава", "purpose": "Ведёт отдел."}],
            "stages": [{"key": "new", "title": "Новая", "owner": "head"}],
        }
    )
    text = (
        '{"/roles/head":{"key":"head","purpose":"Ведёт отдел.","title":"Глава"},'
        '"/stages/new":{"key":"new","owner":"head","title":"Новая"}}'
    )
    assert hashlib.sha256(text.encode()).hexdigest() == digest(regulation, "head")


def test_signature_without_a_rule_or_an_edition() -> None:
    """Where nothing is said it is given on paper, for no edition by number."""
    bare = evolve(OLD, acknowledging=None, revision=None)
    signature = sr.sign(bare, "B. Manager", "manager", DAY)
    assert (None, "signature") == (signature.revision, signature.method)
    draft = evolve(OLD, revision=None)
    (waited, _) = sr.outstanding(draft, PEOPLE, [])
    assert (None, sr.duration("3 business days")) == (waited.since, waited.within)


def test_signature_is_plain_data() -> None:
    """A signature comes back from its plain data; what is none has every problem."""
    assert SIGNED == [sr.Signature.from_dict(one.to_dict()) for one in SIGNED]
    with pytest.raises(ProblemGroup) as caught:
        sr.Signature.from_dict({"name": "A", "role": "head", "digest": "12"})
    assert ["/digest", ""] == [one.path for one in caught.value.problems]


def test_nobody_has_signed() -> None:
    """Without signatures everybody is waited for, since and within what is said."""
    first, second = sr.outstanding(OLD, PEOPLE, [])
    expected = ("A. Head", "head", "never", dt.date(2026, 2, 1))
    assert expected == (first.name, first.role, first.reason, first.since)
    assert sr.duration("3 business days") == second.within


def test_everybody_has_signed() -> None:
    """Whoever signed what holds now is not waited for."""
    assert [] == waiting(OLD)


def test_a_change_voids_the_signatures_of_the_role_it_touches() -> None:
    """When a role's clauses change, its people sign again, and no others."""
    roles = (OLD.roles[0], evolve(OLD.roles[1], purpose="Sells and delivers."))  # type: ignore[misc]
    assert [("manager", "changed")] == waiting(evolve(OLD, roles=roles))


@pytest.mark.parametrize(
    "parts",
    [
        {"revision": {"number": "2.0", "in_force_from": "2026-07-01"}},
        {"title": "Rules"},
        {"goals": [{"key": "g", "title": "Grow"}]},
        {
            "acknowledgements": [
                {"name": "A", "role": "head", "revision": "1", "date": "2026-01-12"}
            ]
        },
    ],
    ids=["edition", "title", "numbers", "signatures"],
)
def test_what_voids_no_signature(parts: dict[str, Any]) -> None:
    """A new number of the edition or of a clause, a title, a signature void none."""
    assert [] == waiting(made(**parts))


def test_order_of_roles_voids_no_signature() -> None:
    """A clause that moves is the same clause."""
    assert [] == waiting(evolve(OLD, roles=OLD.roles[::-1]))


def test_an_old_signature_is_valid_again() -> None:
    """When the clauses are what they were, the signature for them is valid."""
    later = [*SIGNED, evolve(SIGNED[1], digest="0" * 64)]  # type: ignore[misc]
    assert () == sr.outstanding(OLD, PEOPLE, later)


def test_who_need_not_sign() -> None:
    """Only the roles that are asked to sign are waited for; without a rule, none."""
    asked = made(acknowledging={"roles": ["head"]})
    found = sr.outstanding(asked, PEOPLE, [])
    assert [("head", "never")] == [(one.role, one.reason) for one in found]
    assert () == sr.outstanding(evolve(OLD, acknowledging=None), PEOPLE, [])


def test_one_person_of_two_roles() -> None:
    """A person signs for each role."""
    people = [("A. Head", "head"), ("A. Head", "manager")]
    found = sr.outstanding(OLD, people, SIGNED)
    assert [("manager", "never")] == [(one.role, one.reason) for one in found]


def test_people_of_no_role() -> None:
    """A role that is not there is a mistake in the list of people."""
    with pytest.raises(sr.InvalidValue, match="no role 'haed'"):
        sr.outstanding(OLD, [("A. Head", "haed")], [])


@given(editions(2))
def test_touched_just_when_a_signature_is_void(pair: tuple[Regulation, ...]) -> None:
    """A change touches a role of both editions just when its digest is another."""
    old, new = pair
    both = {one.key for one in old.roles} & {one.key for one in new.roles}
    found = {one.role for one in sr.impact(sr.diff(old, new), old, new).roles}
    differing = {key for key in both if digest(old, key) != digest(new, key)}
    assert differing == found & both


@given(editions(2))
def test_a_touched_role_has_its_changes(pair: tuple[Regulation, ...]) -> None:
    """Whom a change touches, some part of the diff touches, and some relation."""
    old, new = pair
    diff = sr.diff(old, new)
    for one in sr.impact(diff, old, new).roles:
        assert one.changes
        assert one.relations
        assert set(one.changes) <= set(diff)


@given(editions(2))
def test_nothing_changes(pair: tuple[Regulation, ...]) -> None:
    """No change touches nobody."""
    old, _ = pair
    found = sr.impact(sr.diff(old, old), old, old)
    assert ((), (), (), ()) == (found.roles, *found.papers.values())
