"""What a check says, in every language of the library."""

from __future__ import annotations

import re
from collections.abc import Mapping

from attrs import frozen

from salesreg.model.regulation import Language

_NAME = re.compile(r"\{(\w+)\}")


@frozen(kw_only=True)
class Said:
    """A text in English and in Russian; `{name}` in it stands for a value.

    Attributes:
        en: The English text.
        ru: The Russian text.

    >>> Said(en="{n} of 3", ru="{n} из 3").filled("ru", {"n": "2"})
    '2 из 3'
    """

    en: str
    ru: str

    def plain(self, language: Language) -> str:
        """Return the text of a language as it is."""
        return self.ru if language == "ru" else self.en

    def filled(self, language: Language, values: Mapping[str, str]) -> str:
        """Return the text of a language with its values.

        Raises:
            KeyError: A value is missing.
        """
        return _NAME.sub(lambda found: values[found[1]], self.plain(language))

    @property
    def names(self) -> frozenset[str]:
        """The values that both texts together speak of."""
        return frozenset(_NAME.findall(self.en) + _NAME.findall(self.ru))
