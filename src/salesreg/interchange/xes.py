"""XES (IEEE 1849): event logs of process mining, read and written."""

from __future__ import annotations

import datetime as dt
import io
import os
from collections.abc import Collection, Iterable, Iterator
from typing import IO
from xml.sax.saxutils import quoteattr

from lxml import etree

from salesreg.errors import LoadError, Problem
from salesreg.evaluate.violations import Violation
from salesreg.interchange.given import bytes_of
from salesreg.interchange.tables import Filling, Row, Tables, moment_of
from salesreg.io.markup import Element

NAME = "concept:name"
AT = "time:timestamp"
WHO = "org:resource"
LIFECYCLE = "lifecycle:transition"
_STANDARD = frozenset({NAME, AT, WHO, LIFECYCLE})
_TYPES = frozenset({"string", "date", "int", "float", "boolean", "id"})


def read(
    log: str | os.PathLike[str] | bytes | IO[bytes],
    *,
    activities: Collection[str] = (),
    fields: Collection[str] = (),
) -> Tables:
    """Return deals and events from a log; a trace is a deal.

    Args:
        log: The log, gzipped or not. It is read as it comes, an element at a time.
        activities: Names of events that are activities; others are stages entered.
        fields: Attributes of events that say what a field holds from then on.
            Attributes of a trace become columns of the deals.

    Of an event with several steps of its life cycle only the completion counts.

    Raises:
        LoadError: It is no XES.
    """
    data, name = bytes_of(log)
    filling = Filling()
    try:
        for number, trace in enumerate(_traces(data, name)):
            _take(trace, number, filling, frozenset(activities), tuple(fields))
    except etree.XMLSyntaxError as error:
        message = f"{name}: is no XML: {error}"
        raise LoadError([Problem("bad-xml", message)]) from None
    return filling.tables()


def _traces(data: bytes, name: str) -> Iterator[Element]:
    found = etree.iterparse(
        io.BytesIO(data),
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    start = next(found, None)
    if start is None:
        return
    root = start[1]
    _check(root, name)
    for event, element in found:
        if event == "end" and _tag(element) == "trace":
            yield element
            # What was read is dropped, with what stands before it.
            element.clear()
            while element.getprevious() is not None:
                del root[0]


def _check(root: Element, name: str) -> None:
    if root.getroottree().docinfo.doctype:  # type: ignore[attr-defined]
        message = f"{name}: holds a document type, which no log needs"
        raise LoadError([Problem("refused", message)])
    if _tag(root) != "log":
        message = f"{name}: is no event log: its root is <{_tag(root)}>, not <log>"
        raise LoadError([Problem("no-log", message)])


def _take(
    trace: Element,
    number: int,
    filling: Filling,
    activities: frozenset[str],
    fields: tuple[str, ...],
) -> None:
    values = dict(_attributes(trace))
    deal = values.pop(NAME, None) or f"trace {number + 1}"
    filling.deal(deal, {key: held for key, held in values.items() if held is not None})
    for event in trace:
        if _tag(event) != "event":
            continue
        said = dict(_attributes(event))
        if str(said.get(LIFECYCLE) or "complete").lower() != "complete":
            continue
        at, actor, title = said.get(AT), said.get(WHO), said.get(NAME)
        # What a field holds is known when the stage is entered.
        for key in fields:
            if said.get(key) is not None:
                filling.event(deal, at, "field", key, str(said[key]), actor)
        filling.happened(deal, at, title, actor, activities)


def _attributes(element: Element) -> Iterator[tuple[str, object]]:
    for one in element:
        if _tag(one) in _TYPES and one.get("key") is not None:
            value: object = one.get("value")
            yield (
                str(one.get("key")),
                moment_of(value) if _tag(one) == "date" else value,
            )


def _tag(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849-2016" xes.features="" xmlns="http://www.xes-standard.org/">
  <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
  <extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
  <extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
  <global scope="trace">
    <string key="concept:name" value=""/>
  </global>
  <global scope="event">
    <string key="concept:name" value=""/>
    <date key="time:timestamp" value="1970-01-01T00:00:00+00:00"/>
  </global>
"""


def write(violations: Iterable[Violation]) -> bytes:
    """Return violations as a log: a trace for each deal, an event for each violation.

    Those of somebody's time or work belong to no deal: they are a trace of the person.
    The name of an event is what is broken, as `Violation.rule` says it; `clause`,
    `pointer` and `revision` say where that is written.
    """
    traces: dict[tuple[bool, str], list[Violation]] = {}
    for one in violations:
        of = (one.deal is None, one.deal or one.person or "")
        traces.setdefault(of, []).append(one)
    lines = [_HEAD]
    for of in sorted(traces):
        lines.append("  <trace>\n" + _attribute(4, NAME, of[1]))
        for one in sorted(traces[of], key=lambda held: (held.at, held.pointer)):
            lines.append("    <event>\n")
            lines += [_attribute(6, key, value) for key, value in _said(one).items()]
            lines.append("    </event>\n")
        lines.append("  </trace>\n")
    return "".join([*lines, "</log>\n"]).encode()


def _said(one: Violation) -> Row:
    said: Row = {NAME: one.rule, AT: one.at, WHO: one.person}
    said |= {"table": one.table, "clause": one.clause, "pointer": one.pointer}
    said |= {"revision": one.revision, "due": one.due, "late_seconds": one.late_seconds}
    return {key: value for key, value in said.items() if value is not None}


def _attribute(indent: int, key: str, value: object) -> str:
    match value:
        case dt.datetime():
            kind, text = "date", value.isoformat()
        case int():
            kind, text = "int", str(value)
        case _:
            kind, text = "string", str(value)
    return f"{' ' * indent}<{kind} key={quoteattr(key)} value={quoteattr(text)}/>\n"
