"""Editions: numbers, dates in force, review, confirmation."""

from __future__ import annotations

from collections.abc import Iterator

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.said import Said
from salesreg.model.editions import clashes


class EditionNotDated(Check):
    """The edition has no number or days in force, or days that cannot be.

    It cannot be in force before it is approved, or end before it begins.
    """

    code = "STR10"
    name = "edition-not-dated"
    severity = "warning"
    russian = "У редакции нет номера или даты начала, или её даты невозможны."
    why = Said(
        en="People must know which text binds them, and since when.",
        ru="Люди должны знать, какой текст для них обязателен и с какого дня.",
    )
    mend = Said(
        en="write `number` and `in_force_from` in `revision`, a day not before "
        "the approval and not after `in_force_to`",
        ru="написать в `revision` поля `number` и `in_force_from` — не раньше "
        "дня утверждения и не позже `in_force_to`",
    )
    message = Said(
        en="the regulation has no number of an edition",
        ru="у регламента нет номера редакции",
    )
    undated = Said(
        en="edition {number} does not say from which day it is in force",
        ru="редакция {number}: не сказано, с какого дня она действует",
    )
    early = Said(
        en="edition {number} is in force from {start}, approved only on {approved}",
        ru="редакция {number} действует с {start}, раньше утверждения {approved}",
    )
    over = Said(
        en="edition {number} is in force until {end}, before it begins on {start}",
        ru="редакция {number} действует по {end}, а начинается позже — {start}",
    )
    valid = (
        """
        revision: {number: "2.0", in_force_from: 2026-01-12,
                   approval: {post: Director, date: 2026-01-12}}
        """,
    )
    invalid = (
        """
        revision: {number: "2.0", in_force_from: 2026-01-12,
                   approval: {post: Director, date: 2026-02-02}}
        """,
        """
        revision: {number: "2.0", in_force_from: 2026-01-12,
                   in_force_to: 2025-12-31}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield what the edition does not say of itself, and what cannot be."""
        held = facts.regulation.revision
        if held is None:
            yield self.found("")
            return
        start, end = held.in_force_from, held.in_force_to
        if start is None:
            yield self.found("/revision", message=self.undated, number=held.number)
            return
        approved = held.approval.date if held.approval else None
        if approved and start < approved:
            yield self.found(
                "/revision/in_force_from",
                message=self.early,
                also=["/revision/approval/date"],
                number=held.number,
                start=start,
                approved=approved,
            )
        if end and end < start:
            yield self.found(
                "/revision/in_force_to",
                message=self.over,
                also=["/revision/in_force_from"],
                number=held.number,
                start=start,
                end=end,
            )


class ReviewOverdue(Check):
    """No review of the regulation is planned, or its date has passed."""

    code = "STR11"
    name = "review-overdue"
    severity = "warning"
    dated = True
    russian = "Пересмотр регламента не назначен, или его дата прошла."
    why = Said(
        en="A regulation that nobody looks at again is soon not kept.",
        ru="Регламент, к которому не возвращаются, вскоре не соблюдают.",
    )
    mend = Said(
        en="write in `governance` a later `next_review`, or `review`: how often",
        ru="указать в `governance` новую дату `next_review` или, как часто "
        "пересматривают, — `review`",
    )
    message = Said(
        en="nothing says when the regulation is reviewed",
        ru="не сказано, когда регламент пересматривают",
    )
    passed = Said(
        en="the review of {date} is over, and no later one is named",
        ru="срок пересмотра {date} прошёл, а следующий не назван",
    )
    valid = ("governance: {review: {every: quarter}}",)
    invalid = ("governance: {review: null, next_review: 2026-02-02}",)

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield when no review lies ahead."""
        held = facts.regulation.governance
        if held is None or (held.review is None and held.next_review is None):
            yield self.found("/governance" if held else "")
        elif (
            held.review is None
            and held.next_review
            and facts.today
            and held.next_review < facts.today
        ):
            yield self.found(
                "/governance/next_review", message=self.passed, date=held.next_review
            )


class EditionsOverlap(Check):
    """Two editions are in force on one day."""

    code = "STR12"
    name = "editions-overlap"
    severity = "error"
    russian = "Две редакции действуют в один день."
    why = Said(
        en="On that day two texts bind, and nobody can say which.",
        ru="В этот день обязательны два текста, и неизвестно, какой из них.",
    )
    mend = Said(
        en="end the earlier edition by `in_force_to` on the day before the later "
        "one begins",
        ru="закончить прежнюю редакцию полем `in_force_to` за день до начала новой",
    )
    message = Said(
        en="editions {first} and {second} are both in force on {day}",
        ru="редакции {first} и {second} действуют одновременно {day}",
    )
    valid = (
        """
        revision: {number: "2.0", in_force_from: 2026-01-01}
        earlier_revisions: [{number: "0.9", in_force_from: 2024-09-02}]
        """,
        """
        revision: {number: "2.0", in_force_from: 2026-01-01}
        earlier_revisions:
        - {number: "0.9", in_force_from: 2024-09-02, in_force_to: 2024-12-31}
        """,
    )
    invalid = (
        """
        revision: {number: "2.0", in_force_from: 2026-01-01}
        earlier_revisions:
        - {number: "1.1", in_force_from: 2025-12-01, in_force_to: 2026-01-01}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield neighbours in time that share a day."""
        regulation = facts.regulation
        known = [
            (f"/earlier_revisions/{index}", one)
            for index, one in enumerate(regulation.earlier_revisions)
        ]
        if regulation.revision:
            known.append(("/revision", regulation.revision))
        for one, other in clashes(revision for _, revision in known):
            (path, first), (other_path, second) = known[one.place], known[other.place]
            yield self.found(
                other_path,
                also=[path],
                first=first.number,
                second=second.number,
                day=other.first,
            )


class NoOwnerOrApprover(Check):
    """Nobody keeps the regulation, or nobody approves it."""

    code = "STR13"
    name = "no-owner-or-approver"
    severity = "warning"
    russian = "Никто не ведёт регламент или никто его не утверждает."
    why = Said(
        en="Without an owner a text grows old; unapproved, it binds nobody.",
        ru="Текст без хозяина устаревает, а неутверждённый никого не обязывает.",
    )
    mend = Said(
        en="name a role in `owner` of `governance`, and who approved in "
        "`approval` of `revision`",
        ru="назвать роль в поле `owner` раздела `governance`, а утвердившего — в "
        "`approval` раздела `revision`",
    )
    message = Said(
        en="no role keeps the regulation up to date",
        ru="не названа роль, которая ведёт регламент",
    )
    unapproved = Said(
        en="nothing says who approves the regulation",
        ru="не сказано, кто утверждает регламент",
    )
    valid = (
        """
        governance: {owner: head}
        revision: {number: "2.0", approval: {post: Director}}
        """,
    )
    invalid = (
        """
        governance: {owner: null}
        revision: {number: "2.0", approval: {post: Director}}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield what is missing."""
        governance, revision = facts.regulation.governance, facts.regulation.revision
        if governance is None or governance.owner is None:
            yield self.found("/governance" if governance else "")
        if revision is not None and revision.approval is None:
            yield self.found("/revision", message=self.unapproved)


class OldEditionConfirmed(Check):
    """People have confirmed an edition that is no longer in force."""

    code = "STR14"
    name = "old-edition-confirmed"
    severity = "warning"
    russian = "Люди подтвердили знакомство с редакцией, которая уже не действует."
    why = Said(
        en="A signature binds to the text that was read, not to a later one.",
        ru="Подпись относится к тому тексту, который прочли, а не к новому.",
    )
    mend = Said(
        en="let them confirm the edition in force, and write the new date",
        ru="ознакомить с действующей редакцией и записать новую дату",
    )
    message = Said(
        en="{name} has confirmed edition {old}, and {number} is in force",
        ru="{name}: подтверждена редакция {old}, а действует {number}",
    )
    valid = (
        """
        revision: {number: "2.0"}
        acknowledgements:
        - {name: G. Specimen, role: manager, revision: "1.0", date: 2025-01-14}
        - {name: G. Specimen, role: manager, revision: "2.0", date: 2026-01-14}
        """,
    )
    invalid = (
        """
        revision: {number: "2.0"}
        acknowledgements:
        - {name: G. Specimen, role: manager, revision: "1.0", date: 2025-01-14}
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield who has confirmed an older edition and not the present one."""
        revision = facts.regulation.revision
        if revision is None:
            return
        given = facts.regulation.acknowledgements
        present = {one.name for one in given if one.revision == revision.number}
        last = {one.name: index for index, one in enumerate(given)}
        for name, index in last.items():
            if name not in present:
                yield self.found(
                    f"/acknowledgements/{index}/revision",
                    also=["/revision"],
                    name=name,
                    old=given[index].revision,
                    number=revision.number,
                )


CHECKS: tuple[type[Check], ...] = (
    EditionNotDated,
    ReviewOverdue,
    EditionsOverlap,
    NoOwnerOrApprover,
    OldEditionConfirmed,
)
