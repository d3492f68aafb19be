"""Whose value is meant: of a role, of a person, or of the department."""

from __future__ import annotations

from attrs import frozen


@frozen
class Scope:
    """Whose value is meant; the department's, when nobody is named.

    Attributes:
        role: The role.
        person: The person.
    """

    role: str | None = None
    person: str | None = None


DEPARTMENT = Scope()
