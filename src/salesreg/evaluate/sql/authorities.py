"""What is said of authority, as rules for SQL (rules 11 of the page on evaluation)."""

from __future__ import annotations

import math
from collections.abc import Mapping
from fractions import Fraction

from attrs import field, frozen

from salesreg.evaluate.cases.grants import counted_unit
from salesreg.evaluate.cases.mandates import COUNTED, Mandate, Mandates, mandates
from salesreg.evaluate.reading.typed import MICRO
from salesreg.evaluate.sql.conditions import condition
from salesreg.evaluate.sql.dialects import Kind
from salesreg.evaluate.sql.facts import Facts, facts_of
from salesreg.evaluate.sql.ground import Ground, ints
from salesreg.model.process import Field
from salesreg.values._iso4217 import MINOR_DIGITS
from salesreg.values.facts import fields as fields_of

Row = tuple[object, ...]
NUMERIC = frozenset({"money", "percent", "number"})
"""Types of the fields that hold something to be granted."""
_LARGEST = 2**63 - 1


@frozen(eq=False)
class AuthorityRules:
    """What is said of authority; rules, cites, editions and fields are numbers.

    Attributes:
        facts: What the fields hold that are granted or asked for.
        rows: Rule, cite, edition, field, whether values compare with the bands, in
            which currency alone, the document, the key, the key of the field, the unit.
        bands: Rule, place among its bands, role, the greatest value in the units of the
            inner tables, number of the condition.
        conditions: For the number of a condition, its expression.
        fields: The fields that are granted, by number.
    """

    facts: Facts
    rows: list[Row] = field(factory=list[Row])
    bands: list[Row] = field(factory=list[Row])
    conditions: dict[int, str] = field(factory=dict[int, str])
    fields: dict[int, Field] = field(factory=dict[int, Field])


def authorities_of(ground: Ground) -> AuthorityRules:
    """Compile what a regulation says of authority.

    Raises:
        NotCompiled: A condition cannot be said in SQL.
    """
    fields = ground.editions.fields
    found = [
        (number, held)
        for number, edition in enumerate(ground.editions.all)
        for held in mandates(edition)
        if _kind(fields, held) in NUMERIC and not (held.unanswered or held.missing)
    ]
    conditions = [one.when for _, held in found for one in held.all]
    asked = {held.authority.field or "" for _, held in found}
    asked.update(*(fields_of(one) for one in conditions if one is not None))
    rules = AuthorityRules(facts_of(ground, asked))
    order = list(fields)
    for number, held in found:
        one, kind, rule = held.authority, _kind(fields, held), len(rules.rows)
        place = order.index(one.field or "")
        if f"f{place}" not in rules.facts.there:
            continue  # No deal ever had a value.
        rules.fields[place] = fields[one.field or ""]
        cite = ground.cites.number(held.edition, held.pointer)
        known = (rule, cite, number, place, *_compared(held, kind))
        unit = "%" if kind == "percent" else counted_unit(one)
        rules.rows.append((*known, one.document, one.key, one.field, unit))
        for index, mandate in enumerate(held.all):
            case = None
            if mandate.when is not None:
                case, there = len(rules.conditions), rules.facts.there
                rules.conditions[case] = condition(mandate.when, fields, there, "a")
            most = _most(mandate, kind)
            rules.bands.append((rule, index, mandate.role, most, case))
    return rules


def _kind(fields: Mapping[str, Field], held: Mandates) -> str:
    """Return the type of the field that an authority is over."""
    item = fields.get(held.authority.field or "")
    return "" if item is None else item.type


def _compared(held: Mandates, kind: str) -> tuple[int, str | None]:
    """Return whether values compare with the bands, and in which currency alone."""
    units = frozenset[str]().union(*(one.units for one in held.all))
    if kind != "money":
        return int(units <= {"%" if kind == "percent" else COUNTED}), None
    return int(len(units) <= 1), min(units, default=None)


def _most(mandate: Mandate, kind: str) -> int | None:
    """Return the greatest value below the end of a band, in whole units."""
    if mandate.end is None:
        return None
    scale = MICRO
    if kind == "money":
        scale = 10 ** max(MINOR_DIGITS.get(unit, 0) for unit in mandate.units)
    limit = Fraction(mandate.end) * scale
    most = math.floor(limit)
    if most == limit and not mandate.end_included:
        most -= 1
    return None if most > _LARGEST else max(most, -_LARGEST)


def keep_authorities(ground: Ground, rules: AuthorityRules) -> None:
    """Put what is said of authority into the engine."""
    columns: dict[str, Kind] = {
        **ints("rule", "cite", "edition", "field", "fits"),
        **dict.fromkeys(_TEXTS, "text"),
    }
    ground.keep("authorities", columns, rules.rows, ("rule",))
    columns = {**ints("rule", "place"), "role": "text", **ints("most", "asks")}
    ground.keep("authority_bands", columns, rules.bands, ("rule", "place"))


_TEXTS = ("currency", "document", "rule_key", "field_key", "unit")
