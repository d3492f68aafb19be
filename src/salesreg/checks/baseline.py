"""The baseline: findings that are known, so that only new ones are told."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from attrs import field, frozen

from salesreg.checks.finding import Finding
from salesreg.convert.plain import is_mapping
from salesreg.errors import LoadError, Problem
from salesreg.io import atomic

FORMAT = "salesreg-baseline/1"


@frozen
class Baseline:
    """How often each finding is known.

    A finding is known by its fingerprint: by its code, its place by keys and its
    values. So it is still known when other things are put before it, and is new
    when it gets worse.

    Attributes:
        counts: How many findings have each fingerprint.
    """

    counts: Mapping[str, int] = field(factory=dict[str, int], hash=False)

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> Baseline:
        """Return the baseline that knows some findings."""
        return cls(Counter(finding.fingerprint for finding in findings))

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
        except ValueError:
            data = None
        counts = _counts(data)
        if counts is None:
            message = f"{name}: is no baseline of salesreg"
            hint = "write one with `salesreg check --write-baseline`"
            raise LoadError([Problem("bad-baseline", message, hint=hint)])
        return cls(counts)

    def dump(self, path: str | os.PathLike[str]) -> None:
        """Write the baseline to a file, atomically."""
        data = {"format": FORMAT, "known": dict(sorted(self.counts.items()))}
        atomic.write(path, (json.dumps(data, indent=2) + "\n").encode())

    def parted(
        self, findings: Iterable[Finding]
    ) -> tuple[list[Finding], list[Finding]]:
        """Return the new findings and the known ones."""
        left = Counter(self.counts)
        new: list[Finding] = []
        known: list[Finding] = []
        for finding in findings:
            (known if left[finding.fingerprint] > 0 else new).append(finding)
            left[finding.fingerprint] -= 1
        return new, known


def _counts(data: object) -> dict[str, int] | None:
    if not is_mapping(data) or data.get("format") != FORMAT:
        return None
    known = data.get("known")
    if not is_mapping(known):
        return None
    counts = {mark: count for mark, count in known.items() if isinstance(count, int)}
    return counts if len(counts) == len(known) else None
