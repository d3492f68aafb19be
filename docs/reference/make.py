"""Write the reference pages that the code itself knows.

    python docs/reference/make.py

`format.md` says every class and field of the dict format, `names.md` every
public name, `tables.md` every table of evaluation, `checks/` every check. A test
fails when a page is not what this script writes.
"""

from __future__ import annotations

import importlib.util
import inspect
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import salesreg as sr
from salesreg import testing
from salesreg._names import HOMES, SUBMODULES
from salesreg.build.plurals import about, drawn
from salesreg.checks.catalogue import OURS
from salesreg.checks.families import FAMILIES
from salesreg.checks.left_out import LEFT_OUT
from salesreg.checks.page import reference
from salesreg.constraints import Refers
from salesreg.shapes import (
    Choice,
    Maybe,
    Record,
    Sequence,
    Shape,
    Union,
    fields_of,
    is_text_value,
    summary_of,
    tag_of,
)
from salesreg.testing import laws

HERE = Path(__file__).parent


def classes() -> list[type]:
    """Return the classes of the format, the root first, in order of use."""
    found: dict[type, None] = {}
    waiting: list[Shape] = [Record(sr.Regulation)]
    while waiting:
        shape = waiting.pop(0)
        if isinstance(shape, Maybe | Sequence):
            waiting.append(shape.item)
        elif isinstance(shape, Union):
            waiting.extend(shape.members)
        elif isinstance(shape, Record) and shape.type not in found:
            found[shape.type] = None
            waiting.extend(field.shape for field in fields_of(shape.type).values())
    return list(found)


def written(shape: Shape) -> str:
    """Return how a value is written, for a person."""
    match shape:
        case Maybe():
            return written(shape.item)
        case Sequence():
            return f"list of {written(shape.item)}"
        case Choice():
            return ", ".join(f"`{option}`" for option in shape.options)
        case Record():
            return link(shape.type)
        case Union():
            return " or ".join(link(member.type) for member in shape.members)
        case _:
            pass
    for rule in shape.constraints:
        if isinstance(rule, Refers):
            return f"key of a {link(getattr(sr, rule.to))}"
    text = shape.type.FORM if is_text_value(shape.type) else shape.name
    rules = [rule.sentence() for rule in shape.constraints]
    return "; ".join([text, *rules]) if shape.type is not str else rules[0]


def link(cls: type) -> str:
    """Return a link to a class on the page."""
    return f"[{cls.__name__}](#{cls.__name__.lower()})"


def format_page() -> Iterator[str]:
    """Yield the lines of the page of the format."""
    yield "# The dict format, salesreg/1"
    yield ""
    yield (
        "A regulation is a mapping with `format: salesreg/1` and the fields of"
        " [Regulation](#regulation). Unknown fields are errors. What a field holds by"
        " default is left out. Where several classes may stand, `kind` tells them"
        " apart. `salesreg schema` prints the same as JSON Schema 2020-12."
    )
    for cls in classes():
        yield ""
        yield f"## {cls.__name__}"
        yield ""
        yield summary_of(cls).replace("\n", " ")
        fields = fields_of(cls).values()
        tag = tag_of(cls)
        if not fields and not tag:
            continue
        yield ""
        yield "| field | written as | meaning |"
        yield "|---|---|---|"
        if tag:
            yield f"| `kind` | `{tag}` | Tells the class; always written. |"
        for field in fields:
            star = " (required)" if field.required else ""
            yield f"| `{field.name}`{star} | {written(field.shape)} | {field.doc} |"


def names_page() -> Iterator[str]:
    """Yield the lines of the page of public names."""
    yield "# Public names"
    yield ""
    yield (
        "Everything is reached as `sr.NAME` after `import salesreg as sr`. The classes"
        " of the dict format are on the page of the [format](format.md); each has a"
        " lower-case function of the same name that takes what people write. Packages:"
        " `sr.templates` (`names()`, `get(name, language=...)`) and `sr.testing`."
    )
    yield ""
    yield "| name | what it is |"
    yield "|---|---|"
    for name in sorted(HOMES, key=str.lower):
        made = getattr(sr, name)
        if name in SUBMODULES:
            # A package that is called: what it does is said by what it calls.
            made = getattr(importlib.import_module(f"salesreg.{HOMES[name]}"), name)
        text = inspect.getdoc(made) or ""
        first = text.split("\n\n")[0].replace("\n", " ").replace("|", "\\|")
        yield f"| `{name}` | {first} |"


def checks_page() -> Iterator[str]:
    """Yield the lines of the list of checks."""
    yield "# Checks"
    yield ""
    yield (
        "What `reg.check()` and `salesreg check` look for. Each page is made from the"
        " class of the check; `salesreg explain CODE` prints the same. Living with"
        " findings: [Check a regulation](../../how-to/check-a-regulation.md). Checks of"
        " your own: [Write a check](../../how-to/write-a-check.md)."
    )
    for family, title in FAMILIES.items():
        found = [check for check in OURS if check.family() == family]
        left_out = [code for code in LEFT_OUT if code.rstrip("0123456789") == family]
        if not found and not left_out:
            continue
        yield ""
        yield f"## {family}: {title.en}"
        yield ""
        yield f"{title.ru}."
        if found:
            yield ""
            yield "| check | severity | what it finds | что находит |"
            yield "|---|---|---|---|"
        for check in found:
            summary = check.summary()
            link = f"[{check.code}]({check.code}.md) {check.name}"
            yield f"| {link} | {check.severity} | {summary.en} | {summary.ru} |"
        if left_out:
            yield ""
            yield "Left out, because it could not be made precise:"
            yield ""
        for code in sorted(left_out):
            yield f"- {code}: {LEFT_OUT[code].en} {LEFT_OUT[code].ru}"


def testing_page() -> Iterator[str]:
    """Yield the lines of the page of strategies and laws."""
    yield "# Strategies and laws"
    yield ""
    yield (
        "What `salesreg.testing` holds for property-based tests with Hypothesis"
        " (`pip install salesreg[testing]`)."
    )
    yield ""
    yield "## Strategies"
    yield ""
    yield (
        "Each takes `language`, `size` (small, medium, large), `texts` (plain, nasty),"
        " `dangling`, and the fields of its class: a strategy draws the field, a pair"
        " bounds it, anything else is its value. `regulations` takes `with_pay`, too."
    )
    yield ""
    yield "| strategy | what it draws |"
    yield "|---|---|"
    for name in drawn():
        yield f"| `{name}` | {about(name).removeprefix('Draws ')} |"
    for name in OWN_STRATEGIES:
        yield f"| `{name}` | {_told(getattr(testing, name))} |"
    yield ""
    yield (
        "`event_logs` and `timesheets` obey the regulation that they are given; with"
        " `faults` they break the clauses that are named, and nothing else. `plantable`"
        " returns those that deals can break alone. `faulty` knows each check but"
        " CHK01 (a check fails by a bug of its own, whatever the regulation) and CHK03"
        " (where a waiver has ended, what it let stand is found, too)."
    )
    yield ""
    yield "## Laws"
    yield ""
    yield (
        "R is the set of regulations. A law raises `AssertionError` where it does not"
        " hold, and says what differs. Those of one regulation are in `laws.LAWS`."
    )
    yield ""
    yield "| law | what holds |"
    yield "|---|---|"
    for name in laws.__all__:
        if name.islower():
            yield f"| `{name}` | {_told(getattr(laws, name))} |"


OWN_STRATEGIES = (
    "deals",
    "editions",
    "event_logs",
    "faulty",
    "instances",
    "moments",
    "paying_scales",
    "payments",
    "people",
    "results",
    "timesheets",
    "working_calendars",
)
"""The strategies that are of no single type of the model."""


def _told(made: object) -> str:
    """Return the first paragraph of what a function says of itself."""
    first = (inspect.getdoc(made) or "").split("\n\n")[0]
    text = first.replace("\n", " ").replace("|", "\\|")
    return text.removeprefix("Return the strategy of ")


def _beside(name: str) -> ModuleType:
    """Return a module of this folder, however this script was started."""
    spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def pages() -> dict[str, str]:
    """Return every page by its path below this folder."""
    made = {
        "format.md": format_page(),
        "names.md": names_page(),
        "tables.md": _beside("tables").tables_page(),
        "testing.md": testing_page(),
        "checks/index.md": checks_page(),
    }
    texts = {name: "\n".join(lines) + "\n" for name, lines in made.items()}
    return texts | {f"checks/{check.code}.md": reference(check) for check in OURS}


def main() -> None:
    """Write the pages, and remove those of checks that are gone."""
    texts = pages()
    for stale in (HERE / "checks").glob("*.md"):
        if f"checks/{stale.name}" not in texts:
            stale.unlink()
    (HERE / "checks").mkdir(exist_ok=True)
    for name, text in texts.items():
        (HERE / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
