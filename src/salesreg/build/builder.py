"""The two builders: a draft of a regulation, and a part of one."""

from __future__ import annotations

import attrs
from attrs import frozen

from salesreg.build._steps import Steps
from salesreg.build.chain import assembled
from salesreg.build.given import Given
from salesreg.build.take import opens
from salesreg.errors import BuildError, Problem
from salesreg.model.regulation import Language, Regulation


@frozen(eq=False, repr=False)
class Part(Steps):
    """Pieces of a regulation without a key and a title, to be added to others."""


@frozen(eq=False, repr=False)
class Draft(Steps):
    """A regulation in the making.

    Attributes:
        head: The regulation with its key, title and language and nothing else.
    """

    head: Given[Regulation] = attrs.field(kw_only=True)

    def problems(self) -> tuple[Problem, ...]:
        """Return everything that is wrong so far, each with its place."""
        return (*self.head.problems(), *super().problems())

    def build(self) -> Regulation:
        """Return the regulation; raise `BuildError` with every problem.

        >>> regulation("b2b", title="Sales").role("manager").build()
        Traceback (most recent call last):
            ...
        salesreg.errors.BuildError: ...needs a field 'title' (Role) (at /roles/0)
        """
        fields, problems = assembled(self)
        problems = [*self.head.problems(), *problems]
        if problems or self.head.made is None:
            raise BuildError(problems)
        return attrs.evolve(self.head.made, **fields)  # type: ignore[misc]

    def __eq__(self, other: object) -> bool:
        """Tell whether both drafts have equal heads and equal steps."""
        same = super().__eq__(other)
        if same is not True or not isinstance(other, Draft):
            return same
        return self.head == other.head

    def __hash__(self) -> int:
        """Return the hash of the head and the steps."""
        return hash((self.head, super().__hash__()))

    def _called(self) -> str:
        head = self.head.made
        return f"Draft {head.key!r}" if head else "Draft"


def part() -> Part:
    """Return an empty part, to which every step can be applied.

    >>> part().role("manager", title="Manager").role("head", title="Head")
    <Part: 2 roles>
    """
    return Part()


@opens(Draft)
def regulation(key: str, *, title: str, language: Language = "ru") -> Draft:
    """Begin a regulation; the steps that follow say what is in it.

    Args:
        key: Identity: the stem of file names.
        title: What the document is called.
        language: Language of its texts and of the documents made from it.

    >>> regulation("b2b", title="Sales", language="en").role("manager", title="Manager")
    <Draft 'b2b': 1 role>
    """
    raise NotImplementedError
