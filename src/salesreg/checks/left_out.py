"""Checks of the catalogue that are not made, each with the reason."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from salesreg.checks.said import Said

_LAYOUT = Said(
    en="Margins, sizes of type and page numbers are chosen when a document is"
    " written, not in the regulation; there is nothing in it to look at.",
    ru="Поля, кегль и номера страниц выбирают при выводе документа, а не в самом"
    " регламенте: проверять в нём нечего.",
)

LEFT_OUT: Mapping[str, Said] = MappingProxyType(
    {
        **dict.fromkeys(("GST01", "GST02", "GST03", "GST09"), _LAYOUT),
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
