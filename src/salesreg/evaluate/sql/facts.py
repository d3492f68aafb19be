"""What fields of deals hold as of now, with what events wrote into them (rules 2.4).

Texts are many, and different ones are few. So what each text means is told in Python
once, by the reader of all the texts, and SQL looks it up.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from attrs import field, frozen

from salesreg.evaluate.sql.conditions import columns_of, quoted
from salesreg.evaluate.sql.dialects import Kind
from salesreg.evaluate.sql.ground import Ground
from salesreg.evaluate.sql.texts import ODD, meaning
from salesreg.evaluate.sql.world import World
from salesreg.model.process import Field

FEW = 100_000
"""So many different texts of one field are looked up; with more, Python reads them."""
_PLAIN = frozenset({"text", "choice", "file"})
_COLUMNS: dict[str, Kind] = {
    "state": "text",
    "place": "int",
    "reads": "int",
    "held": "int",
    "code": "text",
}


@frozen(eq=False)
class Facts:
    """What some fields hold as of now.

    Attributes:
        columns: The columns of deals that there are for them.
        noted: The fields that events write into, with their keys, by number.
        left: Queries for the deals of which SQL cannot say it.
    """

    columns: frozenset[str]
    noted: dict[int, tuple[str, Field]] = field(factory=dict[int, tuple[str, Field]])
    left: list[str] = field(factory=list[str])

    @property
    def rest(self) -> str | None:
        """The condition on `deal` for deals of which SQL cannot say it; None: none."""
        return f"deal IN ({' UNION '.join(self.left)})" if self.left else None

    @property
    def there(self) -> frozenset[str]:
        """The columns of the table `facts`."""
        written = (
            name
            for number, (_, item) in self.noted.items()
            for name in (f"f{number}", f"f{number}_cur")
            if item.type == "money" or not name.endswith("_cur")
        )
        return self.columns | frozenset(written)

    def tables(self, world: World) -> str:
        """Return the tables of what events wrote, `noted`, and of `facts`."""
        joins, shown = "", ["d.deal", "d.created_s"]
        for name in sorted(self.there):
            number = int(name.removeprefix("f").removesuffix("_cur"))
            value = f"d.{name}" if name in self.columns else "NULL"
            if number in self.noted:
                kind = self.noted[number][1].type
                text = name.endswith("_cur") or kind in _PLAIN
                told = f"n{number}.{'code' if text else 'held'}"
                value = f"CASE WHEN n{number}.deal IS NULL THEN {value} ELSE {told} END"
            shown.append(f"{value} AS {name}")
        for number in self.noted:
            joins += (
                f" LEFT JOIN noted AS n{number} ON n{number}.deal = d.deal"
                f" AND n{number}.field = {number} AND n{number}.reads = 1"
                f" AND n{number}.nth_read = 1"
            )
        left_out = f" WHERE NOT d.{self.rest}" if self.rest else ""
        return f"""{self._noted(world)}
facts AS (
  SELECT {", ".join(shown)}
  FROM {world.known} AS d{joins}{left_out}
)"""

    def _noted(self, world: World) -> str:
        """Return the table of what events wrote, the last one first."""
        if not self.noted:
            return ""
        parts: list[str] = []
        for number, (key, item) in self.noted.items():
            if item.type in _PLAIN:
                nothing = "CAST(NULL AS BIGINT) AS held"
                state = "e.state"
                if item.type == "choice":
                    state = "NULLIF(TRIM(e.state), '')"
                told = f"0 AS place, 1 AS reads, {nothing}, {state} AS code"
                join = ""
            else:
                told = "t.place, t.reads, t.held, t.code"
                join = (
                    f" JOIN salesreg_texts_{number} AS t"
                    " ON t.state = COALESCE(e.state, '')"
                )
            parts.append(
                f"SELECT e.deal, {number} AS field, e.at_s, e.seq, e.actor, {told}"
                f" FROM (SELECT * FROM salesreg_events WHERE {world.events('field')}"
                f" AND subject = {quoted(key)}) AS e{join}"
            )
        order = (
            "ORDER BY at_s DESC, seq DESC, place DESC, COALESCE(code, '') DESC,"
            " COALESCE(actor, '') DESC"
        )
        return f"""
notes AS ({" UNION ALL ".join(parts)}),
noted AS (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY deal, field {order}) AS nth,
    ROW_NUMBER() OVER (PARTITION BY deal, field, reads {order}) AS nth_read FROM notes
),"""


def facts_of(ground: Ground, keys: Iterable[str]) -> Facts:
    """Return what some fields hold, and put what their texts mean into the engine."""
    fields = ground.editions.fields
    asked = sorted(key for key in set(keys) if key in fields)
    facts = Facts(frozenset(columns_of(asked, fields, ground.deal_columns)))
    for key in asked:
        if key not in ground.seen.written:
            continue
        number, item = list(fields).index(key), fields[key]
        wrote = f"kind = 'field' AND subject = {quoted(key)}"
        if item.type in _PLAIN:
            facts.noted[number] = (key, item)
            continue
        engine = ground.loaded.engine
        query = f"SELECT DISTINCT state FROM salesreg_events WHERE {wrote}"
        found = list(islice(engine.rows(f"{query} LIMIT {FEW + 1}"), FEW + 1))
        if len(found) > FEW:
            facts.left.append(f"SELECT deal FROM salesreg_events WHERE {wrote}")
            continue
        texts = sorted({state or "" for (state,) in found})
        rows = [
            (text, place, *meaning(item, text, ground.editions.currency))
            for place, text in enumerate(texts)
        ]
        ground.keep(f"texts_{number}", _COLUMNS, rows, ("state",))
        facts.noted[number] = (key, item)
        if any(reads == ODD for _, _, reads, _, _ in rows):
            facts.left.append(
                "SELECT e.deal FROM salesreg_events AS e JOIN"
                f" salesreg_texts_{number} AS t ON t.state = COALESCE(e.state, '')"
                f" WHERE e.kind = 'field' AND e.subject = {quoted(key)}"
                f" AND t.reads = {ODD}"
            )
    return facts
