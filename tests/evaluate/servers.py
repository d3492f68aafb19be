"""Engines for the tests: each is there, or says why it is not."""

from __future__ import annotations

import contextlib
import functools
import os
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest


@functools.cache
def postgres_programs() -> Path | None:
    """Return the folder of PostgreSQL's programs."""
    found = shutil.which("initdb") or shutil.which("pg_ctl")
    places = [Path(found).resolve().parent] if found else []
    places += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    there = (place for place in places if (place / "initdb").exists())
    return next(there, None)


@contextlib.contextmanager
def postgres() -> Iterator[Any]:
    """Start a server of PostgreSQL for a while, and yield a connection to it."""
    psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed")
    programs = postgres_programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed: no initdb")
    # The server refuses to run as root, so root needs another user's help.
    as_user: list[str] = []
    if os.geteuid() == 0:
        runuser = shutil.which("runuser")
        if runuser is None:
            pytest.skip("PostgreSQL does not run as root, and there is no runuser")
        as_user = [runuser, "-u", "postgres", "--"]
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    if as_user:
        shutil.chown(folder, "postgres", "postgres")
    data, log = folder / "data", folder / "log"

    def run(program: str, *given: str) -> None:
        command = [*as_user, str(programs / program), *given]
        subprocess.run(command, check=True, capture_output=True, cwd=folder)

    try:
        run("initdb", "-D", str(data), "-A", "trust", "-U", "tester", "--no-sync")
        options = (
            f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
        )
        run("pg_ctl", "-D", str(data), "-l", str(log), "-w", "-o", options, "start")
        try:
            with psycopg.connect(
                host=str(folder), user="tester", dbname="postgres", autocommit=True
            ) as connection:
                yield connection
        finally:
            run("pg_ctl", "-D", str(data), "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def spark() -> Iterator[Any]:
    """Start Spark inside this machine for a while, and yield its session."""
    sql = pytest.importorskip("pyspark.sql", reason="PySpark is not installed")
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        pytest.skip("Spark needs Java")
    made = (
        sql.SparkSession.builder.master("local[2]")
        .appName("salesreg")
        .config("spark.ui.enabled", "false")
        # A few rows are not worth compiling for, and that is what takes the time.
        .config("spark.sql.shuffle.partitions", "1")
        .config("spark.default.parallelism", "1")
        .config("spark.sql.codegen.wholeStage", "false")
        .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
        .config("spark.sql.adaptive.enabled", "false")
        .config("spark.driver.extraJavaOptions", "-XX:TieredStopAtLevel=1")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.driver.memory", "1g")
        .config("spark.log.level", "ERROR")
        .getOrCreate()
    )
    try:
        yield made
    finally:
        made.stop()


@contextlib.contextmanager
def sqlite() -> Iterator[Any]:
    """Yield a database of SQLite in memory."""
    connection = sqlite3.connect(":memory:")
    try:
        yield connection
    finally:
        connection.close()


ENGINES = {"postgres": postgres, "spark": spark, "sqlite": sqlite}
