"""What a check is: one class, from which its test and its page are made."""

from __future__ import annotations

import abc
import inspect
from collections.abc import Iterable
from typing import ClassVar

from salesreg.checks.facts import Facts
from salesreg.checks.finding import Edit, Found, Severity
from salesreg.checks.said import Said
from salesreg.model.regulation import Language


class Check(abc.ABC):
    """One rule of consistency.

    The docstring of a check says in English what it finds; the fields of a
    check, when it has any, are its thresholds, and settings may change them.

    Each example is a piece of a regulation in YAML. Alone, an invalid example
    gives at least one finding, all with this code; laid over a consistent
    regulation, it still gives no other code. A valid one gives none.

    Attributes:
        code: Stable code: family and number.
        name: Stable name for people, in kebab case.
        severity: How grave a finding is, unless settings say otherwise.
        pack: The pack it belongs to; packs other than "general" are off unless
            asked for.
        russian: The docstring's first sentence in Russian.
        why: Why it matters, or the norm that says so.
        message: What a finding says.
        mend: What to do about it, with the names of the fields to write.
        fix: What the safe fix does, when there is one.
        valid: Examples that are right.
        invalid: Examples that are wrong.
        dated: Whether it needs to know today's date.
    """

    code: ClassVar[str]
    name: ClassVar[str]
    severity: ClassVar[Severity]
    pack: ClassVar[str] = "general"
    russian: ClassVar[str]
    why: ClassVar[Said]
    message: ClassVar[Said]
    mend: ClassVar[Said | None] = None
    fix: ClassVar[Said | None] = None
    valid: ClassVar[tuple[str, ...]]
    invalid: ClassVar[tuple[str, ...]]
    dated: ClassVar[bool] = False

    @abc.abstractmethod
    def check(self, facts: Facts) -> Iterable[Found]:
        """Yield what is wrong in a regulation."""

    @classmethod
    def summary(cls) -> Said:
        """Return what the check finds, one sentence."""
        first = (inspect.getdoc(cls) or "").partition("\n\n")[0].replace("\n", " ")
        return Said(en=first, ru=cls.russian)

    @classmethod
    def advice(cls, language: Language) -> str:
        """Return what to do about a finding, one sentence; empty when not said."""
        text = cls.mend.plain(language) if cls.mend else ""
        return f"{text[:1].upper()}{text[1:]}." if text else ""

    @classmethod
    def family(cls) -> str:
        """Return the letters of the code."""
        return cls.code.rstrip("0123456789")

    def found(
        self,
        path: str,
        *,
        message: Said | None = None,
        also: Iterable[str] = (),
        edits: Iterable[Edit] = (),
        **values: object,
    ) -> Found:
        """Return a finding at a place; `values` fill the message.

        Args:
            path: JSON Pointer to the place.
            message: Another message than the check's own.
            also: Pointers to the other places that take part.
            edits: A safe fix; the check's `fix` says what it does.
            values: What the names in the message stand for.
        """
        return Found(
            path=path,
            message=message or self.message,
            values=values,
            also=tuple(also),
            fix=self.fix,
            edits=tuple(edits),
        )
