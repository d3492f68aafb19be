"""Rekeying: what refers to a thing follows it to its new key, and nothing else does."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import salesreg as sr
from salesreg.compare.changes import Renamed
from salesreg.compare.rekeying import rekeyed
from salesreg.compare.renaming import followers
from salesreg.model.regulation import Regulation
from salesreg.paths.index import index_of
from salesreg.testing import regulations


def procedure(key: str, first: str) -> dict[str, Any]:
    """Return work of two steps, the second of which waits for the first."""
    return {
        "key": key,
        "title": "dial",
        "steps": [
            {"key": first, "title": "Dial", "role": "dial"},
            {"key": "talk", "title": "Talk", "after": [first]},
        ],
    }


def made(first: str, other: str = "dial", role: str = "dial") -> Regulation:
    """Return two pieces of work, whose first steps and role have some keys."""
    data: dict[str, Any] = {
        "format": "salesreg/1",
        "key": "dial",
        "title": "dial",
        "roles": [{"key": role, "title": "dial"}],
        "procedures": [procedure("call", first), procedure("call-back", other)],
    }
    for work in data["procedures"]:
        work["steps"][0]["role"] = role
    return sr.from_dict(data)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/procedures/call/steps/dial", made("ring")),
        ("/procedures/call-back/steps/dial", made("dial", "ring")),
        ("/roles/dial", made("dial", role="ring")),
        ("/roles/nobody", made("dial")),
    ],
)
def test_what_follows(path: str, expected: Regulation) -> None:
    """A step is followed in its own work, a role by what names roles, no text is."""
    assert expected == rekeyed(made("dial"), [(path, "ring")])


@given(regulations(), st.data())
def test_nothing_is_lost(regulation: Regulation, data: st.DataObject) -> None:
    """After a new key all that changes follows it, and nothing is left behind."""
    paths = [
        f"/{name}/{item.key}"
        for name in ("roles", "stages", "kpis", "documents", "fields", "tools")
        for item in getattr(regulation, name)
    ]
    if not paths:
        return
    path = data.draw(st.sampled_from(paths))
    new = rekeyed(regulation, [(path, "a-new-key")])
    found = sr.diff(regulation, new)
    led = {one.change for one in followers(found)}
    rest = [one for one in found if isinstance(one, sr.Changed) and one not in led]
    assert [] == rest
    assert len(index_of(regulation).missing()) == len(index_of(new).missing())
    back = path.rpartition("/")[0] + "/a-new-key"
    assert regulation == rekeyed(new, [(back, path.rpartition("/")[2])])
    assert all(one.path == path for one in found if isinstance(one, Renamed))
