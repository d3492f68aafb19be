"""How moments, spans and sums read in the language of a regulation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from salesreg.document.context import Context, context_of
from salesreg.document.words import Words
from salesreg.evaluate.editions import Edition
from salesreg.evaluate.exact import to_six
from salesreg.values.amounts import Money, Percent, Quantity
from salesreg.values.period import Period


@frozen
class Voice:
    """Says what explanations need in one language and time zone.

    Attributes:
        edition: The edition that is spoken of.
        context: Its words.
        zone: The zone of its dates and times.
    """

    edition: Edition
    context: Context
    zone: dt.tzinfo

    @classmethod
    def of(cls, edition: Edition, zone: dt.tzinfo) -> Voice:
        """Speak the language of an edition."""
        return cls(edition, context_of(edition.regulation), zone)

    @property
    def words(self) -> Words:
        """The vocabulary."""
        return self.context.words

    @property
    def say(self) -> Callable[[str], str]:
        """What translates a phrase."""
        return self.words.say

    def moment(self, moment: dt.datetime) -> str:
        """Return a date and a time of day; seconds only where there are any."""
        local = moment.astimezone(self.zone)
        return f"{self.words.date(local.date())} {self.clock(moment)}"

    def clock(self, moment: dt.datetime) -> str:
        """Return a time of day."""
        local = moment.astimezone(self.zone)
        return local.strftime("%H:%M:%S" if local.second else "%H:%M")

    def span(self, seconds: int) -> str:
        """Return a length of time in hours, minutes and seconds."""
        hours, rest = divmod(abs(seconds), 3600)
        minutes, left = divmod(rest, 60)
        units = ((hours, self.say("{n} h")), (minutes, self.say("{n} min")))
        said = [form.format(n=self.words.number(n)) for n, form in units if n]
        if left or not said:
            said.append(self.say("{n} s").format(n=left))
        return " ".join(said)

    def amount(self, amount: Decimal, unit: str | None) -> str:
        """Return a number with its unit; cut to six decimals where it has more."""
        number = amount if amount == round(amount, 6) else round(amount, 6)
        if unit is None:
            return self.words.number(number)
        return self.context.quantity(Quantity(number, unit))

    def money(self, amount: Decimal, currency: str) -> str:
        """Return a sum of money, to the minor unit."""
        return self.words.money(Money(amount, currency).rounded())

    def exact(self, amount: Fraction, currency: str) -> str:
        """Return a sum that is reckoned with: to six decimals, where it has as many."""
        return self.words.money(Money(to_six(amount), currency))

    def percent(self, percent: Percent) -> str:
        """Return a percentage."""
        return self.words.percent(percent)

    def days(self, period: Period) -> str:
        """Return the first and the last day of a period."""
        return f"{self.words.date(period.start)} – {self.words.date(period.end)}"

    def title(self, to: str, key: str | None) -> str:
        """Return what a thing is called, or its key."""
        found = self.context.index.find(to, key) if key is not None else None
        return str(getattr(found, "title", None) or key or "")
