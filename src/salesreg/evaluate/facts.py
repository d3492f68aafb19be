"""What the fields of a deal hold: read from the texts of a CRM, seen at a moment."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal, InvalidOperation

from salesreg._text import did_you_mean, shown
from salesreg.errors import InvalidValue, invalid
from salesreg.model.process import Field
from salesreg.values.amounts import Money, Percent

Written = Mapping[str, list[tuple[dt.datetime, object]]]
"""What events wrote into each field, and when."""

FLAGS: Mapping[str, bool] = {
    **dict.fromkeys(("true", "yes", "y", "1", "+", "да", "д", "истина"), True),
    **dict.fromkeys(("false", "no", "n", "0", "-", "нет", "н", "ложь"), False),
}
"""What yes and no are written as, in small letters."""

ROUBLES = r"(?i:₽|руб(?:\.|лей|ля|ль)?|р\.)$"
"""What stands behind a sum in roubles that does not say so with a code."""

BY_DOTS = r"^[+-]?\d{1,3}(?:(?:\.\d{3})+,\d+|(?:\.\d{3}){2,})$"
"""Numbers whose groups have dots between them: "1.200.000,50"."""

BY_COMMAS = r"^[+-]?\d{1,3}(?:(?:,\d{3})+\.\d+|(?:,\d{3}){2,})$"
"""Numbers whose groups have commas between them: "1,200,000.50"."""

_IDLE = str.maketrans({" ": None, "\u00a0": None, "\u202f": None})


def read(item: Field | None, given: object, currency: str | None = None) -> object:
    """Return what a field holds, read from what a CRM says of it.

    Args:
        item: The field; None for one that the regulation does not know, which is
            taken as it is.
        given: A text such as "120 000 RUB", "12%", "1,5", "2026-05-01" or "да", a
            number, or a value of the right type.
        currency: The currency of a sum that does not say one.

    Raises:
        InvalidValue: It is not what the type of the field holds.
    """
    if given is None or given == "" or item is None:
        return None if given == "" else given
    if item.type == "choice" and isinstance(given, str):
        return given.strip(" ") or None
    if isinstance(given, _OWN[item.type]) and not _is_stray(given, item.type):
        return given
    try:
        return _READ[item.type](str(given).strip(), currency)
    except (ValueError, InvalidOperation):
        message = f"field {item.key!r} holds {_NOUNS[item.type]}, got {shown(given)}"
        raise invalid("bad-value", message, _hint(item, given, currency)) from None


def is_unlisted(item: Field, value: object) -> bool:
    """Tell whether a value is none of the choices of its field."""
    return (
        item.type == "choice"
        and bool(item.choices)
        and isinstance(value, str)
        and value.strip(" ") not in {"", *item.choices}
    )


class FactsAt(Mapping[str, object]):
    """What the fields of a deal hold at a moment."""

    def __init__(
        self, values: Mapping[str, object], written: Written, at: dt.datetime
    ) -> None:
        """Take what they hold without events, what events wrote, and the moment."""
        self._values, self._written, self._at = values, written, at

    def __getitem__(self, key: str) -> object:
        """Return the value of a field; None when it has none."""
        written = self._written.get(key)
        if written is None:
            return self._values.get(key)
        place = bisect_right(written, self._at, key=lambda entry: entry[0])
        return written[place - 1][1] if place else None

    def __iter__(self) -> Iterator[str]:
        """Yield the keys of the fields that have ever had a value."""
        return iter({**self._values, **self._written})

    def __len__(self) -> int:
        """Return how many fields have ever had a value."""
        return len({**self._values, **self._written})


def _money(text: str, currency: str | None) -> Money:
    try:
        return Money.parse(text)
    except InvalidValue:
        if roubles := re.search(ROUBLES, text):
            return Money(_number(text[: roubles.start()]), "RUB")
        if re.search("[A-Z]{3}$", text):
            return Money(_number(text[:-3]), text[-3:])
        if currency is None:
            raise
        return Money(_number(text), currency)


def _number(text: str, _currency: str | None = None) -> Decimal:
    plain = text.translate(_IDLE)
    if re.search(BY_DOTS, plain):
        plain = plain.replace(".", "")
    elif re.search(BY_COMMAS, plain):
        plain = plain.replace(",", "")
    number = Decimal(plain.replace(",", "."))
    if not number.is_finite():
        raise ValueError(text)
    return number


def _date(text: str) -> dt.date:
    day, dot, rest = text.partition(".")
    if dot:
        month, _, year = rest.partition(".")
        return dt.date(int(year), int(month), int(day))
    return dt.date.fromisoformat(text)


def _flag(text: str, _currency: str | None) -> bool:
    if text.lower() not in FLAGS:
        raise ValueError(text)
    return FLAGS[text.lower()]


def _hint(item: Field, given: object, currency: str | None) -> str | None:
    if item.type == "money" and currency is None:
        return 'say the currency, as in "1500 RUB"'
    return did_you_mean(str(given), FLAGS) if item.type == "flag" else None


def _is_stray(given: object, kind: str) -> bool:
    # To Python True is a number, and a moment is a date.
    return (kind == "number" and isinstance(given, bool)) or (
        kind == "date" and isinstance(given, dt.datetime)
    )


_OWN: Mapping[str, type | tuple[type, ...]] = {
    "money": Money,
    "percent": Percent,
    "number": (Decimal, int),
    "date": dt.date,
    "flag": bool,
    "text": str,
    "choice": str,
    "file": str,
}
_READ: Mapping[str, Callable[[str, str | None], object]] = {
    "money": _money,
    "percent": lambda text, _: Percent(_number(text.removesuffix("%"))),
    "number": _number,
    # Behind a date a time may stand, which is not looked at.
    "date": lambda text, _: _date(text[:10]),
    "flag": _flag,
    "text": lambda text, _: text,
    "choice": lambda text, _: text,
    "file": lambda text, _: text,
}
_NOUNS = {
    "money": "a sum",
    "percent": "a percentage",
    "number": "a number",
    "date": "a date",
    "flag": "yes or no",
}
