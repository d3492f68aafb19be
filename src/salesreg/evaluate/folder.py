"""Results as a folder of files that is there whole or not at all."""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Iterable, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from salesreg.evaluate.extra import need
from salesreg.evaluate.table import Table, arrow_schema, arrow_table

_BATCH = 50_000


def write_folder(
    target: str | os.PathLike[str],
    tables: Mapping[str, Table[Any]],
    files: Mapping[str, bytes] | None = None,
) -> None:
    """Write tables as Parquet, one file each, and other files beside them.

    They go to a new folder beside the target, which takes its place at the end. When
    anything fails or somebody interrupts, nothing is left, and what was there stays.

    Raises:
        MissingExtra: The packages of `salesreg[data]` are not installed.
        OSError: The folder cannot be written.
    """
    parquet = need("pyarrow.parquet")
    place = Path(target)
    beside = place.parent / f".{uuid.uuid4().hex}.tmp"
    beside.mkdir(parents=True)
    try:
        for name, table in tables.items():
            schema = arrow_schema(table.row)
            with parquet.ParquetWriter(beside / f"{name}.parquet", schema) as writer:
                for batch in _batches(table):
                    writer.write_table(arrow_table(table.row, batch))
        for name, data in (files or {}).items():
            (beside / name).write_bytes(data)
        _replace(beside, place)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _batches(rows: Iterable[Any]) -> Iterable[list[Any]]:
    left = iter(rows)
    while batch := list(islice(left, _BATCH)):
        yield batch


def _replace(made: Path, place: Path) -> None:
    old = place.parent / f".{uuid.uuid4().hex}.old"
    if place.exists():
        place.rename(old)
    try:
        made.rename(place)
    except BaseException:
        if old.exists():
            old.rename(place)
        raise
    shutil.rmtree(old, ignore_errors=True)
