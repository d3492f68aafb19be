"""Prices recomputed, and documents: who makes them, when, and where they are kept."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.general.process.pipeline import Pipeline
from salesreg.checks.said import Said
from salesreg.model.conduct import DocumentKind
from salesreg.model.limits import PriceLevel
from salesreg.values.amounts import Money, Percent


class PriceMiscounted(Check):
    """A price is not the list price less the discount.

    A price rounded to its last written digit passes, up or down, and so does a
    discount rounded to its written decimals. A whole percentage is meant as it is.
    """

    code = "LIM05"
    name = "price-miscounted"
    severity = "warning"
    russian = "Цена не равна прейскурантной за вычетом скидки."
    why = Said(
        en="The client is quoted one price and invoiced another.",
        ru="Клиенту назовут одну цену, а счёт выставят на другую.",
    )
    mend = Said(
        en="change the price, the list price or the discount so that they agree",
        ru="привести в соответствие цену, прайс и скидку",
    )
    message = Said(
        en="{level}: {list} less {discount} is {right}, not {price}",
        ru="{level}: {list} за вычетом {discount} — это {right}, а не {price}",
    )
    valid = (
        """
        prices:
        - {key: a, title: A, list_price: 1440 RUB, discount: 58.3%, price: 600 RUB}
        - {key: b, title: B, list_price: 600 RUB, discount: 30%, price: 420 RUB}
        - {key: c, title: C, list_price: 100 RUB, discount: 33%, price: 67 RUB}
        - {key: d, title: D, list_price: 999 RUB, discount: 10%, price: 899 RUB}
        - {key: e, title: E, list_price: 999 RUB, discount: 10%, price: 900 RUB}
        """,
    )
    invalid = (
        """
        prices:
        - key: volume
          title: Volume
          list_price: 12000 RUB
          discount: 10%
          price: 10900 RUB
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the prices that no rounding explains."""
        for path, level in facts.each("prices", PriceLevel):
            start, discount, price = level.list_price, level.discount, level.price
            if start is None or discount is None or price is None:
                continue
            if start.currency != price.currency or explained(start, discount, price):
                continue
            left = Percent(Decimal(100) - discount.points)
            yield self.found(
                f"{path}/price",
                also=[f"{path}/list_price", f"{path}/discount"],
                level=level,
                list=start,
                discount=discount,
                right=(start * left).rounded(),
                price=price,
            )


def explained(start: Money, discount: Percent, price: Money) -> bool:
    """Tell whether rounding of the discount or of the price explains the price."""
    # Who writes "10 %" grants just that; who writes "58.3 %" has divided.
    digit = _last_digit(discount.points)
    half = digit / 200 if digit < 1 else Fraction(0)
    share = 1 - Fraction(discount.points) / 100
    # Prices are rounded to the nearest, in the seller's or in the client's favour.
    digit = _last_digit(price.amount)
    low = (share - half) * Fraction(start.amount) - digit
    high = (share + half) * Fraction(start.amount) + digit
    return low < Fraction(price.amount) < high


def _last_digit(number: Decimal) -> Fraction:
    """Return the worth of the last digit behind the point, or one."""
    exponent = number.as_tuple().exponent
    return Fraction(10) ** (min(exponent, 0) if isinstance(exponent, int) else 0)


class PaperWithoutHome(Check):
    """A document has no author, nobody who approves or signs it, or no home."""

    code = "LIM07"
    name = "paper-without-home"
    severity = "warning"
    russian = "У документа нет автора, согласующего, места или срока хранения."
    why = Said(
        en="What nobody makes, approves or keeps is missing in the first dispute.",
        ru="Чего никто не готовит, не согласует и не хранит, в споре не окажется.",
    )
    mend = Said(
        en="write `author`, `approvers` or `signers`, and `storage`",
        ru="указать `author`, `approvers` или `signers`, а также `storage`",
    )
    message = Said(
        en="{document} has no {missing}",
        ru="{document} — не указано: {missing}",
    )
    author = Said(en="author", ru="автор")
    approver = Said(en="approver", ru="согласующий")
    storage = Said(en="place of storage", ru="место хранения")
    retention = Said(en="time of storage", ru="срок хранения")
    valid = (
        """
        documents:
        - {key: paper, title: Paper, author: manager, signers: [head],
           storage: archive, retention: 3 years}
        """,
    )
    invalid = ("documents: [{key: act, title: Act, storage: null}]",)

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the documents with something missing."""
        for path, paper in facts.each("documents", DocumentKind):
            missing = tuple(
                said
                for said, known in (
                    (self.author, paper.author),
                    (self.approver, paper.approvers or paper.signers),
                    (self.storage, paper.storage),
                    (self.retention, paper.retention),
                )
                if not known
            )
            if missing:
                yield self.found(path, document=paper, missing=missing)


class PaperTooLate(Check):
    """A stage needs a document that is made only at a later stage."""

    code = "LIM08"
    name = "paper-too-late"
    severity = "error"
    russian = "Этапу нужен документ, который делают только на более позднем."
    why = Said(
        en="The deal waits for a paper that comes only after the wait.",
        ru="Сделка ждёт документа, который появится только потом.",
    )
    mend = Said(
        en="make the document earlier (`made_at`), or need it later (`needed_at`)",
        ru="готовить документ раньше (`made_at`) или требовать позже (`needed_at`)",
    )
    message = Said(
        en="Stage {stage} needs {document}, which is made only at {later}",
        ru="Этапу {stage} нужен документ {document}, а его делают на этапе {later}",
    )
    valid = (
        """
        stages:
        - {key: lead, title: Lead}
        - {key: offer, title: Offer}
        documents: [{key: quote, title: Quote, made_at: lead, needed_at: [offer, lead]}]
        """,
    )
    invalid = (
        """
        stages:
        - {key: qualification, title: Qualification}
        - {key: contract, title: Contract}
        documents:
        - {key: invoice, title: Invoice, made_at: contract, needed_at: [qualification]}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the documents that are needed before they are made."""
        pipeline = facts.derived(Pipeline)
        for path, paper in facts.each("documents", DocumentKind):
            made = paper.made_at
            if made is None or made not in pipeline.stages:
                continue
            for index, key in enumerate(paper.needed_at):
                if key in pipeline.stages and pipeline.only_after(made, key):
                    yield self.found(
                        f"{path}/needed_at/{index}",
                        also=[f"{path}/made_at"],
                        stage=pipeline.stages[key][1],
                        document=paper,
                        later=pipeline.stages[made][1],
                    )


CHECKS: tuple[type[Check], ...] = (
    PriceMiscounted,
    PaperWithoutHome,
    PaperTooLate,
)
