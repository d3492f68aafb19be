"""What holds for every check, made from its own examples."""

from __future__ import annotations

import re
from collections import Counter

import pytest

import salesreg as sr
from salesreg.checks.catalogue import OURS
from salesreg.checks.check import Check
from salesreg.checks.examples import alone, laid_over
from salesreg.checks.finding import Finding
from salesreg.checks.fixing import applied
from salesreg.checks.own import OWN
from salesreg.errors import parts_of
from salesreg.paths.layout import ELSEWHERE
from salesreg.paths.tree import at
from tests.checks.base import base, run
from tests.checks.planted import Planted

CHECKS = [check for check in OURS if check not in OWN]


def examples(kind: str) -> list[object]:
    """Return every example of a kind with the check it belongs to."""
    return [
        pytest.param(check, text, id=f"{check.code}-{number}")
        for check in CHECKS
        for number, text in enumerate(getattr(check, kind), 1)
    ]


UNIT = (
    r"(?:[%₽]|(?:h|min|ч|мин)\b|(?:hour|minute|day|week|month|year|lead|business|working)"
    r"|(?:час|минут|дн|день|недел|месяц|лет|рабоч|календарн|обращен))"
)


def badly_set(finding: Finding) -> list[str]:
    """Return the texts of a finding that are not typeset as a sentence is."""
    wrong: list[str] = []
    for text in (finding.message, finding.fix.title if finding.fix else "-"):
        # What stands in quotes is the words of the regulation, not ours; a date
        # in Russian ends with the period of a shortened word.
        own = re.sub(r"«[^»]*»|“[^”]*”|`[^`]*`", "«»", text)
        ends = re.sub(r"\s\u0433\.$", "", own)
        marks = r"[{}\"]|\s\s|\s[,;:.?!]|\.$"
        cut = rf"\d {UNIT}|(?:No\.|№|ст\.|ч\.|п\.) \d"
        if re.search(marks, ends) or re.search(cut, own):
            wrong.append(text)
    return wrong


@pytest.mark.parametrize("check", OURS, ids=lambda check: check.code)
def test_parts(check: type[Check]) -> None:
    """A check has a code, a name and its words in both languages."""
    assert re.fullmatch("[A-Z]{2,3}[0-9]{2}", check.code)
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)+", check.name)
    assert re.fullmatch(r"[A-Z][^а-яё]*\.", check.summary().en)
    assert not re.search(r"\n|  ", check.summary().en)
    assert (check.__doc__ or "").split()[: len(check.summary().en.split())] == (
        check.summary().en.split()
    )
    for said in (check.summary(), check.why, check.message, check.mend, check.fix):
        if said is not None:
            assert not re.search("[А-Яа-яё]", said.en.replace("«", ""))
            assert re.search("[а-яё]", said.ru)
            assert said.names == type(said)(en=said.en, ru=said.en).names, check.code
    assert check in OWN or (check.valid and check.invalid)


WORDS = {"working", "true", "false"}


@pytest.mark.parametrize("check", OURS, ids=lambda check: check.code)
def test_advice(check: type[Check]) -> None:
    """What to do is said in both languages, with fields and words that there are."""
    schema = str(sr.json_schema())
    assert check.mend is not None
    named = [re.findall("`([^`]+)`", said) for said in (check.mend.en, check.mend.ru)]
    assert sorted(set(named[0])) == sorted(set(named[1]))
    for word in re.findall("[a-z_]+", " ".join(named[0])):
        assert word in WORDS or f"'{word}'" in schema, word


def test_unique() -> None:
    """Codes and names are used once."""
    assert set(Counter(check.code for check in OURS).values()) == {1}
    assert set(Counter(check.name for check in OURS).values()) == {1}


@pytest.mark.parametrize(("check", "text"), examples("valid"))
def test_valid_alone(check: type[Check], text: str) -> None:
    """A valid example gives no finding."""
    assert [] == [str(one) for one in run(alone(text), check.code)]


@pytest.mark.parametrize(("check", "text"), examples("invalid"))
def test_invalid_alone(check: type[Check], text: str) -> None:
    """An invalid example gives findings at places that are there, in both languages."""
    regulation = alone(text)
    found = run(regulation, check.code)
    assert {check.code} == {one.code for one in found}
    for one in found:
        for path in (one.path, *(other.path for other in one.also)):
            at(regulation, path)
            assert "/".join(parts_of(path)) == path.strip("/")
    russian = run(regulation, check.code, language="ru")
    assert [one.path for one in found] == [one.path for one in russian]
    assert all(re.search("[а-яё]", one.message) for one in russian)
    assert not any(re.search("[а-яё]", one.message) for one in found)
    assert [] == [said for one in (*found, *russian) for said in badly_set(one)]


MEET = {"STR14", "TIM15", "RU07"}
"""Checks with an example that its valid ones mend, for they speak of the same thing."""


@pytest.mark.parametrize(("check", "text"), examples("invalid"))
def test_invalid_behind_valid(check: type[Check], text: str) -> None:
    """What is right before it does not hide what is wrong."""
    found = [run(laid_over(alone(valid), text), check.code) for valid in check.valid]
    assert any(found) or check.code in MEET


def test_base_is_clean() -> None:
    """The regulation that examples are laid over gives no finding at all."""
    assert [] == [str(one) for one in run(base())]


@pytest.mark.parametrize(("check", "text"), examples("valid"))
def test_valid_laid_over(check: type[Check], text: str) -> None:
    """A valid example laid over a clean regulation does not make its check fire."""
    found = run(laid_over(base(), text))
    assert check.code not in {one.code for one in found}


@pytest.mark.parametrize(("check", "text"), examples("invalid"))
def test_invalid_laid_over(check: type[Check], text: str) -> None:
    """An invalid example laid over a clean regulation gives its code at its place.

    What has no clause number stands on the first page or at the end.
    """
    found = run(laid_over(base(), text))
    assert {check.code} == {one.code for one in found}, [str(one) for one in found]
    planted = Planted.of(base(), text)
    assert [] == [str(one) for one in found if not planted.holds(one.path)]
    assert [] == [said for one in found for said in badly_set(one)]
    loose = {"".join(parts_of(one.path)[:1]) for one in found if one.clause is None}
    assert loose <= ELSEWHERE | {""}


MENDING = [check for check in CHECKS if check.fix is not None]


@pytest.mark.parametrize("check", MENDING, ids=lambda check: check.code)
def test_fixes(check: type[Check]) -> None:
    """A fix takes its finding away and brings no other; fixing again does nothing."""
    mended_any = False
    for text in check.invalid:
        broken = laid_over(base(), text)
        found = run(broken)
        fixes = [one.fix for one in found if one.fix]
        mended = applied(broken, fixes)
        left = run(mended)
        assert {(one.code, one.message) for one in left} <= {
            (one.code, one.message) for one in found
        }
        assert [] == [one.fix for one in left if one.fix]
        mended_any = mended_any or len(left) < len(found)
    assert mended_any
