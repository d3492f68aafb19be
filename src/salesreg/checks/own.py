"""Findings of the engine itself: failed checks, and waivers out of use."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.said import Said
from salesreg.checks.wording import Code
from salesreg.errors import pointer
from salesreg.model.frame import Waiver


class _Own(Check):
    """A finding that no check yields: the engine makes it."""

    valid = ()
    invalid = ()

    def check(self, facts: Facts) -> tuple[Found, ...]:
        """Yield nothing: the engine knows when it is due."""
        return ()


class CheckFailed(_Own):
    """A check could not be run to its end."""

    code = "CHK01"
    name = "check-failed"
    severity = "error"
    russian = "Проверка не смогла завершиться."
    why = Said(
        en="What a failed check would have found stays unseen.",
        ru="То, что нашла бы проверка, остаётся незамеченным.",
    )
    mend = Said(
        en="tell whoever wrote the check",
        ru="сообщить автору проверки",
    )
    message = Said(
        en="check {check} failed: {error}",
        ru="проверка {check} завершилась ошибкой: {error}",
    )

    def of(self, check: Check, error: Exception) -> Found:
        """Return the finding for an error in a check."""
        text = f"{type(error).__name__}: {error}"
        return self.found("", check=check.code, error=Code(text))


class WaiverIdle(_Own):
    """A waiver lets nothing stand."""

    code = "CHK02"
    name = "waiver-idle"
    severity = "warning"
    russian = "Исключение ничего не оправдывает."
    why = Said(
        en="A waiver for what is not there hides what may come there later.",
        ru="Исключение для того, чего нет, скроет то, что появится позже.",
    )
    mend = Said(
        en="delete the waiver, or mend its `path`",
        ru="удалить исключение или исправить его `path`",
    )
    message = Said(
        en="there is no finding {code} at {place} to waive",
        ru="нет замечания {code} по пути {place}, которое можно было бы оправдать",
    )

    def of(self, index: int, waiver: Waiver) -> tuple[Check, Found]:
        """Return the finding for a waiver."""
        return self, self.found(
            pointer("waivers", index), code=waiver.code, place=Code(waiver.path)
        )


class WaiverExpired(_Own):
    """A waiver is past its last day."""

    code = "CHK03"
    name = "waiver-expired"
    severity = "warning"
    russian = "Срок исключения истёк."
    why = Said(
        en="What was let stand for a time is due to be mended.",
        ru="То, что временно допустили, пора исправить.",
    )
    mend = Said(
        en="mend what it let stand, or extend `until`",
        ru="исправить то, что допускали, или продлить `until`",
    )
    message = Said(
        en="the waiver of {code} by {author} ended on {until}",
        ru="исключение для {code}, автор — {author}, действовало до {until}",
    )

    def of(self, index: int, waiver: Waiver) -> tuple[Check, Found]:
        """Return the finding for a waiver."""
        return self, self.found(
            pointer("waivers", index, "until"),
            code=waiver.code,
            author=waiver.author,
            until=waiver.until,
        )


class WaiverUnknown(_Own):
    """A waiver names a check that there is not."""

    code = "CHK04"
    name = "waiver-unknown"
    severity = "warning"
    russian = "Исключение называет проверку, которой нет."
    why = Said(
        en="It lets nothing stand, and whoever wrote it believes that it does.",
        ru="Оно ничего не оправдывает, а автор уверен в обратном.",
    )
    mend = Said(
        en="mend its `code`, or delete it",
        ru="исправить `code` или удалить исключение",
    )
    message = Said(
        en="the waiver names {code}, and there is no such check",
        ru="исключение названо для {code}, а такой проверки нет",
    )
    nearly = Said(
        en="the waiver names {code}, and there is no such check; {nearest} is one",
        ru="исключение названо для {code}, а такой проверки нет; есть {nearest}",
    )

    def of(self, index: int, waiver: Waiver, codes: Iterable[str]) -> Found:
        """Return the finding for a waiver, with the code that looks like its own."""
        near = get_close_matches(waiver.code, sorted(codes), n=1)
        return self.found(
            pointer("waivers", index, "code"),
            message=self.nearly if near else None,
            code=Code(waiver.code),
            nearest=Code(near[0]) if near else None,
        )


OWN: tuple[type[Check], ...] = (CheckFailed, WaiverIdle, WaiverExpired, WaiverUnknown)
