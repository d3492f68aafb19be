"""Laws of builders: what is built is what was said, in whatever portions.

Parts join with +, which is `add`, and build(p) is what a builder with the part p in
it gives: a regulation, or the problems of `BuildError`.
"""

from __future__ import annotations

from attrs import evolve

from salesreg.build.builder import Draft, Part, part
from salesreg.build.builder import regulation as draft
from salesreg.build.homes import IDENTITY
from salesreg.errors import BuildError
from salesreg.model.regulation import Regulation
from salesreg.shapes import fields_of
from salesreg.testing.laws.same import same


def builder_rebuilds(regulation: Regulation) -> None:
    """For all r in R: a builder that is given r, whole or field by field, gives r.

    The fields may come in any order; here the last comes first.
    """
    built = _opened(regulation).add(regulation).build()
    same("built of the whole, it is not r", regulation, built)
    by_field = _opened(regulation)
    empty = by_field.build()
    for name, field in reversed(list(fields_of(Regulation).items())):
        value: object = getattr(regulation, name)
        if name not in IDENTITY and value != field.default:
            by_field = by_field.add(evolve(empty, **{name: value}))  # type: ignore[misc]
    same("built of its fields, it is not r", regulation, by_field.build())


def parts_associate(first: Part, second: Part, third: Part) -> None:
    """For all parts p, q, s: build((p + q) + s) = build(p + (q + s)).

    And build(p + 0) = build(p) = build(0 + p), where 0 is the empty part. What they
    are joined into leaves p, q and s as they were.
    """
    before = tuple(map(_built, (first, second, third)))
    left = part().add(first).add(second)
    right = part().add(second).add(third)
    same(
        "it matters which parts are joined first",
        _built(part().add(left).add(third)),
        _built(part().add(first).add(right)),
    )
    same("an empty part changes it", before[0], _built(part().add(part(), first)))
    same("an empty part changes it", before[0], _built(first.add(part())))
    same("joined, a part changes", before, tuple(map(_built, (first, second, third))))


def _opened(regulation: Regulation) -> Draft:
    return draft(regulation.key, title=regulation.title, language=regulation.language)


def _built(given: Part) -> object:
    try:
        return draft("law", title="Law").add(given).build()
    except BuildError as error:
        return [
            (problem.code, problem.path, problem.message) for problem in error.problems
        ]
