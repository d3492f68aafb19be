"""Phrases of what happens."""

from __future__ import annotations

from salesreg.document.context import Content, Context
from salesreg.document.phrases.dispatch import phrase
from salesreg.document.text import valued
from salesreg.values import event as e


@phrase.register
def _(value: e.Happens, path: str, context: Context) -> Content:
    return valued(value.title, f"{path}/title")


@phrase.register
def _(value: e.DealCreated, path: str, context: Context) -> Content:
    return context.say("a deal appears in the CRM")


@phrase.register
def _(value: e.OwnerAssigned, path: str, context: Context) -> Content:
    return context.say("an owner is assigned")


@phrase.register
def _(value: e.StageEntered, path: str, context: Context) -> Content:
    stage = context.reference("Stage", value.stage, f"{path}/stage")
    return context.say("the deal enters the stage {stage}", stage=stage)


@phrase.register
def _(value: e.StageLeft, path: str, context: Context) -> Content:
    stage = context.reference("Stage", value.stage, f"{path}/stage")
    return context.say("the deal leaves the stage {stage}", stage=stage)


@phrase.register
def _(value: e.ActivityDone, path: str, context: Context) -> Content:
    activity = context.reference("Activity", value.activity, f"{path}/activity")
    return context.say("done: {activity}", activity=activity)


@phrase.register
def _(value: e.DocumentMoved, path: str, context: Context) -> Content:
    word = context.words.choice("DocumentMoved", "state", value.state)
    state = valued(word, f"{path}/state")
    document = context.reference("DocumentKind", value.document, f"{path}/document")
    return context.say("document {document}: {state}", document=document, state=state)


@phrase.register
def _(value: e.Payment, path: str, context: Context) -> Content:
    state = context.words.choice("Payment", "state", value.state)
    return valued(state, f"{path}/state")


@phrase.register
def _(value: e.PeriodEnds, path: str, context: Context) -> Content:
    return context.say(f"the end of the {value.period}")
