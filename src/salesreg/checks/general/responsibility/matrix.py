"""The responsibility matrix (RACI): one accountable, somebody who does the work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found, Set
from salesreg.checks.said import Said
from salesreg.constraints import Range, Share
from salesreg.model.people import Responsibility, Role
from salesreg.record import record
from salesreg.values.amounts import Percent

_RACI = Said(
    en="By RACI practice one role answers for a result and at least one does the work.",
    ru="По практике RACI за результат отвечает одна роль, а делает хотя бы одна.",
)


class NotOneAccountable(Check):
    """A row of the matrix has no accountable role, or several."""

    code = "RSP01"
    name = "not-one-accountable"
    severity = "error"
    russian = "В строке матрицы нет подотчётной роли или их несколько."
    why = _RACI
    message = Said(
        en="nobody is accountable for {row}",
        ru="за {row} никто не отвечает (A)",
    )
    mend = Said(
        en="name exactly one role in `accountable`",
        ru="назвать в `accountable` ровно одну роль",
    )
    several = Said(
        en="{count} roles are accountable for {row}: {roles}",
        ru="за {row} отвечают (A) сразу {count}: {roles}",
    )
    twice = Said(
        en="{roles} is named more than once as accountable for {row}",
        ru="за {row} отвечает (A) {roles}, и названо это не один раз",
    )
    fix = Said(
        en="name {roles} once",
        ru="назвать {roles} один раз",
    )
    valid = (
        """
        responsibilities:
        - {key: offers, title: Offers, responsible: [head], accountable: [head]}
        """,
    )
    invalid = (
        """
        responsibilities:
        - {key: tenders, title: Tenders, responsible: [manager]}
        """,
        """
        roles: [{key: head, title: Head of sales}]
        responsibilities:
        - {key: tenders, title: Tenders, responsible: [manager],
           accountable: [head, head]}
        """,
        """
        roles: [{key: head, title: Head of sales}, {key: manager, title: Manager}]
        responsibilities:
        - {key: tenders, title: Tenders, responsible: [manager],
           accountable: [head, manager, head]}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the rows with none or several."""
        for path, row in facts.each("responsibilities", Responsibility):
            if len(row.accountable) == 1:
                continue
            keys = tuple(dict.fromkeys(row.accountable))
            roles = facts.roles(keys) if keys else ()
            # The same role twice is a slip of the pen, and has one right answer.
            once = len(keys) == 1
            several = self.twice if once else self.several
            yield self.found(
                f"{path}/accountable" if keys else path,
                message=several if keys else None,
                edits=[Set(f"{path}/accountable", keys)] if once else [],
                row=row,
                count=len(keys),
                roles=roles,
            )


class NobodyResponsible(Check):
    """A row of the matrix names nobody who does the work."""

    code = "RSP02"
    name = "nobody-responsible"
    severity = "error"
    russian = "В строке матрицы не назван исполнитель."
    why = _RACI
    message = Said(
        en="nobody is responsible for doing {row}",
        ru="для {row} не назван исполнитель (R)",
    )
    mend = Said(
        en="name in `responsible` who does the work",
        ru="назвать в `responsible` того, кто делает работу",
    )
    valid = (
        """
        responsibilities:
        - {key: offers, title: Offers, responsible: [head], accountable: [head]}
        """,
    )
    invalid = (
        """
        responsibilities:
        - {key: tenders, title: Tenders, accountable: [head]}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the rows without a responsible role."""
        for path, row in facts.each("responsibilities", Responsibility):
            if not row.responsible:
                yield self.found(path, row=row)


@record
class AccountableForTooMuch(Check):
    """One role is accountable for most of a long matrix.

    Attributes:
        rows: Length of a matrix from which on it is looked at.
        share: Share of the rows that one role may answer for.
    """

    code = "RSP03"
    name = "accountable-for-too-much"
    severity = "warning"
    russian = "Одна роль отвечает за большую часть длинной матрицы."
    why = Said(
        en="Who answers for everything controls nothing.",
        ru="Кто отвечает за всё, не контролирует ничего.",
    )
    mend = Said(
        en="give some rows another accountable role",
        ru="передать часть строк другой роли",
    )
    message = Said(
        en="role {role} is accountable for {count} of {rows} rows, more than {share}",
        ru="роль {role}: отвечает (A) за {count} из {rows} строк, больше {share}",
    )
    valid = (
        """
        responsibilities:
        - {key: a, title: A, responsible: [b], accountable: [head]}
        - {key: b, title: B, responsible: [b], accountable: [head]}
        """,
    )
    invalid = (
        "roles: [{key: head, title: Head of sales}]\nresponsibilities:\n"
        + "\n".join(
            f"- {{key: extra-{n}, title: Extra work {n}, responsible: [manager],"
            " accountable: [head]}"
            for n in range(100)
        ),
    )

    rows: Annotated[int, Range(2, 1000)] = 10
    share: Annotated[Percent, Share()] = Percent(Decimal(80))

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the roles whose share of the rows is too great."""
        held = facts.regulation.responsibilities
        if len(held) < self.rows:
            return
        counts = Counter(key for row in held for key in set(row.accountable))
        for key, count in counts.items():
            role = facts.find(Role, key)
            path = facts.pointer_of(Role, key)
            if role and path and count > self.share.fraction * len(held):
                yield self.found(
                    path, role=role, count=count, rows=len(held), share=self.share
                )


@record
class TooManyConsulted(Check):
    """A row of the matrix asks too many roles.

    Attributes:
        most: How many roles may be asked.
    """

    code = "RSP08"
    name = "too-many-consulted"
    severity = "warning"
    russian = "В строке матрицы спрашивают слишком многих."
    why = Said(
        en="Every opinion that must be heard makes the work wait.",
        ru="Каждое обязательное мнение задерживает работу.",
    )
    mend = Said(
        en="move some roles from `consulted` to `informed`",
        ru="перенести часть ролей из `consulted` в `informed`",
    )
    message = Said(
        en="{count} roles are consulted on {row}, more than {most}",
        ru="по {row} спрашивают (C) {count} ролей, больше {most}",
    )
    valid = (
        """
        responsibilities:
        - {key: offers, title: Offers, responsible: [a], accountable: [a],
           consulted: [b, c, d, e, f]}
        """,
    )
    invalid = (
        """
        responsibilities:
        - {key: tenders, title: Tenders, responsible: [manager], accountable: [head],
           consulted: [sdr, presale, success, analyst, lawyer, finance]}
        """,
    )

    most: Annotated[int, Range(1, 100)] = 5

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the rows that ask more roles."""
        for path, row in facts.each("responsibilities", Responsibility):
            count = len(set(row.consulted))
            if count > self.most:
                yield self.found(
                    f"{path}/consulted", row=row, count=count, most=self.most
                )


CHECKS: tuple[type[Check], ...] = (
    NotOneAccountable,
    NobodyResponsible,
    AccountableForTooMuch,
    TooManyConsulted,
)
