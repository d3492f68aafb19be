"""Laws: what holds for every regulation, ready to assert.

A law is a function of a regulation that raises `AssertionError` where the law
is broken. R is the set of regulations, D that of dicts in the format.

>>> from hypothesis import given
>>> from salesreg.testing import laws, regulations
>>> @given(regulations(size="small"))
... def test_laws(regulation):
...     for law in laws.LAWS:
...         law(regulation)
>>> test_laws()
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable

from salesreg.document.blocks import Block, Clause, Document, Section
from salesreg.document.render import render
from salesreg.io.dicts import from_dict, to_dict
from salesreg.io.texts import dumps, loads
from salesreg.model.regulation import Regulation
from salesreg.paths.index import index_of
from salesreg.paths.outline import outline_of

Law = Callable[[Regulation], None]


def round_trip_dict(regulation: Regulation) -> None:
    """For all r in R: from_dict(to_dict(r)) = r."""
    assert from_dict(to_dict(regulation)) == regulation


def round_trip_json(regulation: Regulation) -> None:
    """For all r in R: loads(dumps(r)) = r, and the text says to_dict(r), in JSON."""
    text = dumps(regulation, format="json")
    assert loads(text, format="json") == regulation
    assert json.loads(text) == to_dict(regulation)


def round_trip_yaml(regulation: Regulation) -> None:
    """For all r in R: loads(dumps(r)) = r, in YAML."""
    assert loads(dumps(regulation, format="yaml"), format="yaml") == regulation


def equal_regulations_equal_outputs(regulation: Regulation) -> None:
    """For all r, s in R and every text output f: r = s implies f(r) = f(s).

    s is made anew from the dict of r, so that nothing is shared with r. The
    outputs are JSON, which has the dict in its order, YAML, Markdown and HTML;
    Word files have a test of their own: one takes longer than all of these.
    """
    other = from_dict(to_dict(regulation))
    outputs: tuple[Callable[[Regulation], str], ...] = (
        Regulation.to_json,
        Regulation.to_yaml,
        Regulation.to_markdown,
        Regulation.to_html,
    )
    for output in outputs:
        assert output(regulation) == output(other)


def equal_clause_numbers(regulation: Regulation) -> None:
    """For all r in R and anchors a of r: a has one number in every output.

    The outputs are the outline, the document's tree, Markdown and HTML.
    """
    tree = _in_tree(render(regulation))
    outline = outline_of(regulation).by_number.values()
    assert tree == {entry.anchor: entry.number for entry in outline}
    assert tree == _in_text(_MARKDOWN, regulation.to_markdown())
    assert tree == _in_text(_HTML, regulation.to_html())


def slices_hold_their_clauses(regulation: Regulation) -> None:
    """For all r in R and roles k of r: the slice of k has each clause that names k.

    It has them under the numbers that they have in r, in every output.
    """
    numbers = {entry.number for entry in outline_of(regulation).by_number.values()}
    uses = index_of(regulation).uses
    for key in {role.key for role in regulation.roles}:
        part = regulation.for_role(key)
        shown = set(_in_tree(part.document).values())
        naming = {
            entry.number
            for use in uses
            if (use.to, use.key) == ("Role", key)
            and (entry := regulation.clause_of(use.pointer))
        }
        assert naming <= shown <= numbers
        assert shown == set(_in_text(_MARKDOWN, part.to_markdown()).values())
        assert shown == set(_in_text(_HTML, part.to_html()).values())


LAWS: tuple[Law, ...] = (
    round_trip_dict,
    round_trip_json,
    round_trip_yaml,
    equal_regulations_equal_outputs,
    equal_clause_numbers,
    slices_hold_their_clauses,
)
"""Every law of this module."""

_MARKDOWN = re.compile(r'<a id="([^"]+)"></a>(?:\n\n#+ |\*\*)([0-9.]+)\.')
_HTML = re.compile(
    r'id="([^"]+)">\n<(?:h[1-6]><span|p><a) class="number"[^>]*>([0-9.]+)\.<'
)


def _in_text(pattern: re.Pattern[str], text: str) -> dict[str, str]:
    return dict(pattern.findall(text))


def _in_tree(document: Document) -> dict[str, str]:
    return dict(_numbers((*document.sections, *document.annexes)))


def _numbers(blocks: Iterable[Block]) -> Iterable[tuple[str, str]]:
    for block in blocks:
        if isinstance(block, Section | Clause):
            if block.number:
                yield block.anchor, block.number
            yield from _numbers(block.blocks)
