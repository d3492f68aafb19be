"""What a regulation can be turned into: the methods of the root class.

These methods are the only place where a lower floor calls upward. Each imports
what it needs when it is called, so that a regulation itself stays free of
writers, and a program loads only the writers that it uses.
"""

from __future__ import annotations


class Outputs:
    """Ways out of a regulation, for people who start from the object."""

    __slots__ = ()
