"""The verdict: whether what a CRM did and shows is what the regulation says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from salesreg.checks.said import Said
from salesreg.testing.crm.adapter import Crm, DealState, Due, Refused
from salesreg.testing.crm.clocks import OUTCOMES, Clock, Lapse
from salesreg.testing.crm.gates import Objection
from salesreg.testing.crm.history import History, filled
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
    en="In the CRM the field {field} of deal {deal} holds: {found}. It must hold: {must}.",
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

    def on_deal(self, history: History, crm: Crm, now: dt.datetime) -> None:
        """Compare a deal; first let its owner lose it, if the time is over.

        Raises:
            Departure: The CRM shows another stage, owner or value.
        """
        self._lapse(history, now)
        state = crm.state(history.deal, at=now)
        stages = self._book.gates.stages
        if state.stage != history.stage:
            found, must = (
                stages.get(key, (key, key))[1] for key in (state.stage, history.stage)
            )
            raise self._differs((), STAGE, deal=history.deal, found=found, must=must)
        self._values(history, state)
        if history.untold:
            history.owner = state.owner
        elif (
            state.owner != history.owner
            and stages[history.stage][1].kind not in OUTCOMES
        ):
            raise self._owner(history, state, now)

    def _lapse(self, history: History, now: dt.datetime) -> None:
        """Let owners lose a deal whose time is over."""
        while lapse := self._book.clocks.lapse(history, now):
            self._lapses[history.deal] = lapse
            superior = self._superior(history.owner)
            if lapse.rule.then == "pool":
                history.assign(None, lapse.at)
            elif lapse.rule.then == "head" and superior:
                history.assign(superior, lapse.at)
            else:
                history.untold = True

    def _superior(self, role: str | None) -> str | None:
        roles = self._book.regulation.roles
        held = next((one for one in roles if one.key == role), None)
        known = held and held.reports_to in self._book.gates.roles
        return held.reports_to if held and known else None

    def _values(self, history: History, state: DealState) -> None:
        found = filled({}, state.values)
        for key in dict.fromkeys((*history.values, *found)):
            if found.get(key) != history.values.get(key):
                raise self._differs(
                    (),
                    FIELD,
                    deal=history.deal,
                    field=self._book.gates.fields.get(key, key),
                    found=self._story.held(found.get(key)),
                    must=self._story.held(history.values.get(key)),
                )

    def _owner(self, history: History, state: DealState, now: dt.datetime) -> Departure:
        story = self._story
        told = story.said(
            OWNER,
            now=now,
            deal=history.deal,
            found=story.role(state.owner),
            must=story.role(history.owner),
        )
        lapse = self._lapses.get(history.deal)
        if lapse is None:
            windows = self._book.clocks.windows(history, now)
            return story.departure([one.rule for one in windows], told)
        clause = story.clause(lapse.place)
        over = story.said(LAPSED, clause=clause, at=lapse.at)
        return story.departure((lapse.place,), told, over)

    def on_clocks(
        self, histories: Iterable[History], crm: Crm, now: dt.datetime
    ) -> None:
        """Compare the clocks that run, to the minute.

        Raises:
            Departure: One is missing, needless, or runs out at another moment.
        """
        shown = {(due.deal, due.rule): due for due in crm.due(at=now)}
        running: dict[tuple[str, str], Clock] = {
            (history.deal, clock.rule): clock
            for history in histories
            for clock in self._book.clocks.running(history, now)
        }
        for (deal, rule), clock in running.items():
            due = shown.get((deal, rule))
            if clock.at is not None and (due is None or due.at != clock.at):
                raise self._clock(deal, clock, due, now)
        for place, due in shown.items():
            if place not in running and due.rule in self._book.clocks.asked:
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
