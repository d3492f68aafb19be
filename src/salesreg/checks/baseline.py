"""The baseline: findings that are known, so that only new ones are told."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

import attrs
from attrs import frozen

from salesreg.checks.finding import Finding
from salesreg.convert.plain import is_list, is_mapping
from salesreg.errors import LoadError, Problem
from salesreg.io import atomic

FORMAT = "salesreg-baseline/1"


@frozen
class Known:
    """A finding that is known.

    Attributes:
        code: Code of the check, for the reader of the file.
        path: The place by keys, likewise.
        fingerprint: What the finding is known by.
    """

    code: str
    path: str
    fingerprint: str


@frozen
class Baseline:
    """Findings that are known.

    A finding is known by its fingerprint: by its code, its place by keys and its
    values. So it is still known when other things are put before it, and is new
    when it gets worse.

    Attributes:
        known: The findings; one as often as it was found.
    """

    known: tuple[Known, ...] = ()

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> Baseline:
        """Return the baseline that knows some findings."""
        return cls(
            tuple(Known(one.code, one.keyed, one.fingerprint) for one in findings)
        )

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> Baseline:
        """Read a baseline from a file.

        Raises:
            LoadError: It cannot be read, or is no baseline.
        """
        name = os.fspath(path)
        try:
            data = json.loads(Path(path).read_bytes())
        except OSError as error:
            message = f"{name}: cannot be read: {error.strerror or error}"
            raise LoadError([Problem("unreadable-file", message)]) from error
        except (ValueError, RecursionError):
            data = None
        known = _known(data)
        if known is None:
            message = f"{name}: is no baseline of salesreg"
            hint = "write one with `salesreg check FILE --write-baseline BASELINE`"
            raise LoadError([Problem("bad-baseline", message, hint=hint)])
        return cls(known)

    def dump(self, path: str | os.PathLike[str]) -> None:
        """Write the baseline to a file, atomically; one line for each finding."""
        known = sorted(self.known, key=lambda one: (one.path, one.code))
        lines = [f"    {json.dumps(attrs.asdict(one))}" for one in known]
        listed = "[\n" + ",\n".join(lines) + "\n  ]" if lines else "[]"
        text = f'{{\n  "format": "{FORMAT}",\n  "known": {listed}\n}}\n'
        atomic.write(path, text.encode())

    def parted(
        self, findings: Iterable[Finding]
    ) -> tuple[list[Finding], list[Finding]]:
        """Return the new findings and the known ones."""
        left = Counter(one.fingerprint for one in self.known)
        new: list[Finding] = []
        known: list[Finding] = []
        for finding in findings:
            (known if left[finding.fingerprint] > 0 else new).append(finding)
            left[finding.fingerprint] -= 1
        return new, known


def _known(data: object) -> tuple[Known, ...] | None:
    if not is_mapping(data) or data.get("format") != FORMAT:
        return None
    listed = data.get("known")
    if not is_list(listed):
        return None
    made = [_entry(entry) for entry in listed if is_mapping(entry)]
    known = tuple(one for one in made if one)
    return known if len(known) == len(listed) else None


def _entry(entry: Mapping[str, object]) -> Known | None:
    match entry:
        case {"code": str(code), "path": str(path), "fingerprint": str(mark)}:
            return Known(code, path, mark)
        case _:
            return None
