"""Checks of the catalogue that are not made, each with the reason."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from salesreg.checks.said import Said

LEFT_OUT: Mapping[str, Said] = MappingProxyType(
    {
        "RU15": Said(
            en="A sanction or a bonus rule has to stand in a local act, with the"
            " opinion of the union where there is one. The regulation is itself such"
            " an act once it is approved (STR checks look at that), and nothing in it"
            " says whether there is a union.",
            ru="Взыскание или правило о премии должно быть в локальном акте, принятом"
            " с учётом мнения профсоюза, если он есть. Утверждённый регламент сам"
            " такой акт (утверждение смотрят проверки STR), а есть ли профсоюз, по"
            " нему не видно.",
        ),
    }
)
"""Why the check with a code is not made."""
