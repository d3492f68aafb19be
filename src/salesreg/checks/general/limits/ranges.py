"""Ranges of authority: each size is granted by somebody, and it is clear by whom."""

from __future__ import annotations

from collections.abc import Iterator

from salesreg.checks.check import Check
from salesreg.checks.facts import Facts
from salesreg.checks.finding import Found
from salesreg.checks.general.deals import domains_of
from salesreg.checks.said import Said
from salesreg.model.limits import Authority, AuthorityBand
from salesreg.model.people import Role
from salesreg.solve.authority import Share, contested, unheld
from salesreg.solve.scales import Range


class AuthorityUnclear(Check):
    """Between two ranges of authority nobody decides, or two roles do."""

    code = "LIM01"
    name = "authority-gap-or-overlap"
    severity = "error"
    russian = (
        "Между диапазонами полномочий есть разрыв, или в одном диапазоне решают две"
        " роли."
    )
    why = Said(
        en="In a gap nobody may decide; in an overlap one who was refused goes to the"
        " other.",
        ru="В разрыве решать некому, а в пересечении с отказом одного идут к другому.",
    )
    mend = Said(
        en="let each band begin where the one before ends",
        ru="начинать каждый диапазон там, где кончается предыдущий",
    )
    message = Said(
        en="{authority}: from {start} to {end} nobody has authority, between {low} and"
        " {high}",
        ru="{authority}: от {start} до {end} полномочий нет ни у кого, между ролями"
        " {low} и {high}",
    )
    both = Said(
        en="{authority}: from {start} to {end} both {low} and {high} may decide, though"
        " neither range is within the other",
        ru="{authority}: от {start} до {end} вправе решать и {low}, и {high}, хотя ни"
        " один диапазон не входит в другой",
    )
    valid = (
        # A chain: each may grant what those below may.
        """
        roles:
        - {key: manager, title: Manager}
        - {key: head, title: Head of Sales}
        authorities:
        - key: rebate
          title: Rebate
          bands:
          - {role: manager, band: {end: 10%}, end_included: true}
          - {role: head, band: {start: 0%, end: 20%}}
        """,
        # Days are whole: after 14 days come 15 days.
        """
        roles:
        - {key: manager, title: Manager}
        - {key: head, title: Head of Sales}
        authorities:
        - key: waiting
          title: Time to pay
          bands:
          - {role: manager, band: {start: 1 days, end: 14 days}, end_included: true}
          - {role: head, band: {start: 15 days, end: 30 days}}
        """,
        # Two sellers reach to different heights before their head takes over.
        """
        roles:
        - {key: manager, title: Manager}
        - {key: key-manager, title: Key Account Manager}
        - {key: head, title: Head of Sales}
        authorities:
        - key: rebate
          title: Rebate
          bands:
          - {role: manager, band: {start: 0%, end: 5%}}
          - {role: key-manager, band: {start: 0%, end: 7%}}
          - {role: head, band: {start: 5%, end: 15%}}
        """,
        # Other deals, other ranges.
        """
        fields: [{key: rooms, title: Rooms, type: number}]
        roles:
        - {key: manager, title: Manager}
        - {key: head, title: Head of Sales}
        authorities:
        - key: rebate
          title: Rebate
          bands:
          - role: manager
            band: {start: 0%, end: 10%}
            when: {kind: number, field: rooms, below: "50"}
          - role: head
            band: {start: 5%, end: 20%}
            when: {kind: number, field: rooms, at_least: "50"}
          - role: head
            band: {start: 10%, end: 20%}
            when: {kind: number, field: rooms, below: "50"}
        """,
    )
    invalid = (
        """
        roles:
        - {key: manager, title: Sales Manager}
        - {key: head, title: Head of Sales}
        authorities:
        - key: rebate
          title: Rebate at the end of the year
          dimension: discount
          bands:
          - {role: manager, band: {start: 0%, end: 5%}}
          - {role: head, band: {start: 7%, end: 15%}}
          chain:
          - {role: head, within: 2 h working, silence: refused}
          requesters: [manager]
        """,
        """
        roles:
        - {key: manager, title: Sales Manager}
        - {key: head, title: Head of Sales}
        authorities:
        - key: rebate
          title: Rebate at the end of the year
          dimension: discount
          bands:
          - {role: manager, band: {start: 0%, end: 10%}}
          - {role: head, band: {start: 7%, end: 15%}}
          chain:
          - {role: head, within: 2 h working, silence: refused}
          requesters: [manager]
        """,
    )

    def check(self, facts: Facts) -> Iterator[Found]:
        """Yield the gaps and the overlaps of every authority."""
        domains = facts.derived(domains_of)
        for path, authority in facts.each("authorities", Authority):
            shares = [_share(band) for band in authority.bands]
            holes = [(self.both, hole) for hole in contested(shares, domains)]
            if not _open_chain(authority):
                holes += [(self.message, hole) for hole in unheld(shares, domains)]
            for message, hole in holes:
                low, high = (
                    facts.find(Role, authority.bands[at].role)
                    for at in (hole.low, hole.high)
                )
                if low is not None and high is not None:
                    yield self.found(
                        f"{path}/bands/{hole.high}",
                        message=message,
                        also=[f"{path}/bands/{hole.low}"],
                        authority=authority,
                        start=hole.start,
                        end=hole.end,
                        low=low,
                        high=high,
                    )


def _share(band: AuthorityBand) -> Share:
    held = Range(band.band.start, band.band.end, band.end_included)
    return Share(band.role, held, band.when)


def _open_chain(authority: Authority) -> bool:
    """Tell whether somebody without a range of their own decides what is left."""
    roles = {band.role for band in authority.bands}
    return any(step.role not in roles for step in authority.chain)


CHECKS: tuple[type[Check], ...] = (AuthorityUnclear,)
