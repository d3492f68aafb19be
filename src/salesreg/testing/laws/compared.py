"""Laws of diffs: they apply, turn round and join.

For regulations a and b, diff(a, b) is what differs, ~ turns it round, + joins two
that follow one another, and 0 is the empty diff.
"""

from __future__ import annotations

import itertools
import json

from salesreg.compare.diff import Diff, diff
from salesreg.io.dicts import from_dict, to_dict
from salesreg.model.regulation import Regulation
from salesreg.testing.laws.same import holds, same


def diff_applies(old: Regulation, new: Regulation) -> None:
    """For all a, b in R: a.apply(diff(a, b)) = b."""
    same("a.apply(diff(a, b)) is not b", new, old.apply(diff(old, new)))


def diff_is_empty_for_equals(old: Regulation, new: Regulation) -> None:
    """For all a, b in R: diff(a, b) = 0 just when a = b.

    The second a of diff(a, a) is made anew from the dict of the first.
    """
    again = from_dict(to_dict(old))
    same("equals differ", Diff(), diff(old, again))
    holds(
        "diff(a, b) = 0, but a != b, or the reverse",
        bool(diff(old, new)) == (old != new),
    )


def diff_inverts(old: Regulation, new: Regulation) -> None:
    """For all a, b in R, with d = diff(a, b): ~d = diff(b, a), ~~d = d, d + ~d = 0."""
    found = diff(old, new)
    same("~diff(a, b) is not diff(b, a)", diff(new, old), ~found)
    same("~~d is not d", found, ~~found)
    same("d + ~d is not empty", Diff(), found + ~found)


def diff_is_read_back(old: Regulation, new: Regulation) -> None:
    """For all a, b in R: what is written of diff(a, b), as JSON too, is read as it."""
    found = diff(old, new)
    written = json.loads(json.dumps(found.to_dict(), ensure_ascii=False))
    same("diff(a, b), written and read, is another", found, Diff.from_dict(written))
    same("it is written otherwise", written, Diff.from_dict(written).to_dict())


def diff_chains(first: Regulation, *rest: Regulation) -> None:
    """For all r0 ... rn in R, with di = diff(ri, ri+1): d0 + ... = diff(r0, rn).

    It does not matter which are joined first, and 0 + d = d = d + 0.
    """
    chain = (first, *rest)
    steps = [diff(old, new) for old, new in itertools.pairwise(chain)]
    whole = diff(chain[0], chain[-1])
    from_left = from_right = Diff()
    for step, back in zip(steps, reversed(steps), strict=True):
        same("0 + d is not d", step, Diff() + step)
        same("d + 0 is not d", step, step + Diff())
        from_left += step
        from_right = back + from_right
    same("joined from the left, it is not diff(r0, rn)", whole, from_left)
    same("joined from the right, it is not diff(r0, rn)", whole, from_right)
