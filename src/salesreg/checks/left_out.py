"""Checks of the catalogue that are not made, each with the reason."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from salesreg.checks.said import Said

LEFT_OUT: Mapping[str, Said] = MappingProxyType({})
"""Why the check with a code is not made."""
