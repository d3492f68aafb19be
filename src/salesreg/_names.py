"""Where each public name lives: the table behind `salesreg.__getattr__`.

Nothing but tables is imported here. `_public` says the same to type checkers.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from salesreg.build import _names

_OWN: dict[str, tuple[str, ...]] = {
    "build.builder": ("Draft", "Part", "part", "regulation"),
    "build.given": ("Given",),
    "build.parts": ("pipeline", "working_day"),
    "checks.api": ("check",),
    "checks.baseline": ("Baseline",),
    "checks.check": ("Check",),
    "checks.facts": ("Facts",),
    "checks.finding": ("Finding", "Found"),
    "checks.report": ("CheckReport",),
    "checks.said": ("Said",),
    "checks.settings": ("Settings",),
    "checks.what_if": ("WhatIf", "what_if"),
    "compare.acknowledging": ("Outstanding", "Signature", "outstanding", "sign"),
    "compare.changes": ("Added", "Changed", "Removed", "Renamed", "Reordered"),
    "compare.conflicts": ("Conflict", "MergeError"),
    "compare.diff": ("Diff", "diff"),
    "compare.history": ("History",),
    "compare.merging": ("merge",),
    "compare.patching": ("PatchError",),
    "layers.between": ("layer_from_diff",),
    "layers.composing": ("ComposeError", "compose"),
    "layers.explaining": ("Explanation",),
    "layers.layer": ("Layer", "layer"),
    "layers.loading": ("load",),
    "layers.schema": ("layer_schema",),
    "layers.reading": ("layer_from_dict", "layer_from_file", "layer_from_text"),
    "document.acknowledging": ("AcknowledgementSheet",),
    "document.differences": ("WithDifferences",),
    "document.impact": ("Impact", "impact"),
    "document.memo": ("Memo",),
    "document.role_slice": ("RoleSlice",),
    "export.docx.redline": ("redline",),
    "edits.found": ("Comment", "Edits", "Missing", "TextEdit", "Tracked"),
    "edits.reading": ("read_edits",),
    "errors": (
        "BuildError",
        "IncompleteStyle",
        "InvalidValue",
        "LoadError",
        "Place",
        "Problem",
        "ProblemGroup",
    ),
    "evaluate.evaluation": ("Evaluation", "evaluate"),
    "evaluate.reading.columns": ("Columns",),
    "evaluate.live.state": ("DealState", "Next"),
    "files": ("dump",),
    "io.dicts": ("from_dict",),
    "io.schema": ("json_schema",),
    "io.texts": ("dumps", "loads"),
    "values.amounts": ("Money", "Percent", "Quantity", "money", "percent", "quantity"),
    "values.period": ("Period", "period"),
    "values.rhythm": (
        "by_business_day",
        "daily",
        "every",
        "monthly",
        "quarterly",
        "weekly",
        "within",
        "yearly",
    ),
    "values.times": ("ClockTime", "Duration", "Window", "duration"),
    "values.where": ("Where", "where"),
}

HOMES: Mapping[str, str] = MappingProxyType(
    {
        name: module
        for table in (_OWN, _names.NAMES)
        for module, names in table.items()
        for name in names
    }
)
"""The module, below `salesreg`, of each public name."""

SUBMODULES = ("evaluate", "interchange", "templates", "testing")
"""Packages that are public by their own name; `evaluate` is called, too."""
