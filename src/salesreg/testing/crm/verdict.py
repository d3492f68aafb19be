"""The verdict: whether what a CRM did and shows is what the regulation says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from salesreg.checks.said import Said
from salesreg.testing.crm.adapter import Crm, CrmDeal, Due, Refused
from salesreg.testing.crm.clocks import Clock, Lapse
from salesreg.testing.crm.gates import Objection, facts_of
from salesreg.testing.crm.log import Log
from salesreg.testing.crm.rulebook import Rulebook
from salesreg.testing.crm.story import Departure, Story

ACCEPTED = Said(
    en="The CRM accepts it. It must not:", ru="CRM это принимает, а не должна:"
)
BECAUSE = Said(en="- {clause}: {why}", ru="- {clause}: {why}")
REFUSED = Said(
    en="The CRM refuses it: “{reason}”. No clause forbids it.",
    ru="CRM отказывает: «{reason}». Ни один пункт этого не запрещает.",
)
STAGE = Said(
    en="In the CRM deal {deal} is at {found}. It must be at {must}.",
    ru="В CRM сделка {deal} на этапе {found}. Должна быть на этапе {must}.",
)
FIELD = Said(
    en="In the CRM {field} of deal {deal} is: {found}. It must be: {must}.",
    ru="В CRM в поле {field} сделки {deal}: {found}. Должно быть: {must}.",
)
OWNER = Said(
    en="{now}. The owner of deal {deal} in the CRM: {found}. It must be: {must}.",
    ru="{now}. Владелец сделки {deal} в CRM: {found}. Должен быть: {must}.",
)
LAPSED = Said(
    en="The window of {clause} ran out: {at}.", ru="Срок ({clause}) истёк: {at}."
)
MISSING = Said(
    en="{now}. The CRM runs no clock of {clause} for deal {deal}.",
    ru="{now}. В CRM по сделке {deal} не идёт срок ({clause}).",
)
DIFFERENT = Said(
    en="{now}. For deal {deal} the clock of {clause} runs out in the CRM: {found}.",
    ru="{now}. По сделке {deal} срок ({clause}) истекает в CRM: {found}.",
)
RUNS = Said(
    en="It must run out: {at}. It started: {since}.",
    ru="Должен истечь: {at}. Начался: {since}.",
)
NEEDLESS = Said(
    en="{now}. For deal {deal} the CRM runs a clock of {clause} until {found}. "
    "None runs by the regulation.",
    ru="{now}. По сделке {deal} в CRM идёт срок ({clause}) до: {found}. "
    "По регламенту он не идёт.",
)


class Verdict:
    """What is found when a CRM is compared with the histories of its deals."""

    def __init__(self, rulebook: Rulebook, story: Story) -> None:
        """Take the regulation, and the story that failures tell."""
        self._book = rulebook
        self._story = story
        self._lapses: dict[str, Lapse] = {}

    def too_lax(self, objections: Sequence[Objection]) -> Departure:
        """Return that the CRM did what it must not."""
        said = self._story.said
        because = [
            said(
                BECAUSE,
                clause=self._story.clause(one.rule),
                why=said(one.said, **one.about),
            )
            for one in objections
        ]
        rules = [one.rule for one in objections]
        return self._story.departure(rules, said(ACCEPTED), *because)

    def too_strict(self, refusal: Refused) -> Departure:
        """Return that the CRM did not do what it may."""
        return self._story.departure((), self._story.said(REFUSED, reason=str(refusal)))

    def on_deal(self, log: Log, crm: Crm, now: dt.datetime) -> None:
        """Compare a deal; first let its owner lose it, if the time is over.

        Raises:
            Departure: The CRM shows another stage, owner or value.
        """
        self._lapse(log, now)
        shown, gates = crm.deal(log.deal, at=now), self._book.gates
        if shown.stage != log.stage:
            known = (shown.stage, log.stage)
            found, must = (
                gates.stage(key) if key in gates.stages else key for key in known
            )
            raise self._differs((), STAGE, deal=log.deal, found=found, must=must)
        self._values(log, shown, now)
        if log.untold:
            log.owner = shown.owner
        elif shown.owner != log.owner and gates.stage(log.stage).kind != "lost":
            raise self._owner(log, shown, now)

    def _lapse(self, log: Log, now: dt.datetime) -> None:
        """Let owners lose a deal whose time is over."""
        while lapse := self._book.clocks.lapse(log, now):
            self._lapses[log.deal] = lapse
            superior = self._superior(log.owner)
            if lapse.rule.then == "pool":
                log.assign(None, lapse.at)
            elif lapse.rule.then == "head" and superior:
                log.assign(superior, lapse.at)
            else:
                log.untold = True

    def _superior(self, role: str | None) -> str | None:
        held = self._book.gates.edition.roles.get(role or "")
        known = held and held.reports_to in self._book.gates.roles
        return held.reports_to if held and known else None

    def _values(self, log: Log, shown: CrmDeal, now: dt.datetime) -> None:
        must = facts_of(log, self._book.gates, now)
        found = {k: v for k, v in shown.values.items() if v not in (None, "")}
        for key in dict.fromkeys((*must, *found)):
            if found.get(key) != must.get(key):
                raise self._differs(
                    (),
                    FIELD,
                    deal=log.deal,
                    field=self._book.gates.fields.get(key, key),
                    found=self._story.held(found.get(key)),
                    must=self._story.held(must.get(key)),
                )

    def _owner(self, log: Log, shown: CrmDeal, now: dt.datetime) -> Departure:
        story = self._story
        told = story.said(
            OWNER,
            now=now,
            deal=log.deal,
            found=story.role(shown.owner),
            must=story.role(log.owner),
        )
        lapse = self._lapses.get(log.deal)
        if lapse is None:
            running = self._book.clocks.running(log, now)
            owned = [rule for rule in running if rule.startswith("/ownership")]
            return story.departure(owned, told)
        clause = story.clause(lapse.place)
        over = story.said(LAPSED, clause=clause, at=lapse.at)
        return story.departure((lapse.place,), told, over)

    def on_clocks(self, logs: Iterable[Log], crm: Crm, now: dt.datetime) -> None:
        """Compare the clocks that run, to the minute.

        Raises:
            Departure: One is missing, needless, or runs out at another moment.
        """
        clocks = self._book.clocks
        shown: dict[tuple[str, str], Due] = {}
        for due in sorted(crm.due(at=now)):
            shown.setdefault((due.deal, due.rule), due)
        running = {
            (log.deal, rule): clock
            for log in logs
            for rule, clock in clocks.running(log, now).items()
        }
        for (deal, rule), clock in running.items():
            found = shown.get((deal, rule))
            if clock.at is not None and (found is None or found.at != clock.at):
                raise self._clock(deal, clock, found, now)
        for place, due in shown.items():
            if place not in running and due.rule in clocks.asked:
                raise self._differs(
                    (due.rule,),
                    NEEDLESS,
                    now=now,
                    deal=due.deal,
                    clause=self._story.clause(due.rule),
                    found=due.at,
                )

    def _clock(
        self, deal: str, clock: Clock, due: Due | None, now: dt.datetime
    ) -> Departure:
        said, clause = self._story.said, self._story.clause(clock.rule)
        about: Mapping[str, object] = {"now": now, "deal": deal, "clause": clause}
        told = (
            said(MISSING, **about)
            if due is None
            else said(DIFFERENT, **about, found=due.at)
        )
        runs = said(RUNS, at=clock.at, since=clock.since)
        return self._story.departure((clock.rule,), told, runs)

    def _differs(self, rules: Sequence[str], said: Said, **about: object) -> Departure:
        return self._story.departure(rules, self._story.said(said, **about))
