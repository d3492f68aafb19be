"""Runs the mutants that mutmut makes, each in a fork of one session of tests.

`mutmut run` collects the tests anew for each mutant, which takes longer than most of
the tests. Here they are collected once, and each mutant gets a fork that runs the
tests which reach its function, until one fails: first those that killed its
neighbours, then those that are about its module, then the others, as far as the
seconds go that are given to others.

    python benchmarks/mutation_run.py 'salesreg.compare.*' -- tests/compare
    python benchmarks/mutation_run.py --again 'salesreg.checks.*' -- tests/checks

Verdicts are kept where mutmut keeps them: `mutmut browse` shows them, and
mutation_score.py counts them. What was run is not run again; `--again` runs what
survived or had no test. Functions that are called while modules are imported, before
a mutant is switched on, are named at the end: a mutant of theirs is run with
`MUTANT_UNDER_TEST=NAME pytest` in a process of its own.
"""

from __future__ import annotations

import argparse
import contextlib
import fnmatch
import gc
import json
import os
import pickle
import re
import resource
import signal
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import mutmut.__main__ as mutmut
import pytest
from _pytest.runner import runtestprotocol
from attrs import Factory, define, field
from mutmut.mutation import trampoline
from mutmut.utils import file_utils

FOLDER = Path("mutants")
SURVIVED, KILLED, UNTESTED, ENDLESS = 0, 1, 33, 36
MEMORY = 6 << 30


def written() -> None:
    """Write the mutants and copy the tests, as `mutmut run` does."""
    trampoline.set_mutant_under_test("mutant_generation")
    FOLDER.mkdir(exist_ok=True)
    with contextlib.redirect_stdout(sys.stderr):
        file_utils.copy_src_dir()
        file_utils.copy_also_copy_files()
        file_utils.setup_source_paths()
        mutmut.create_mutants(2)


def function(mutant: str) -> str:
    """Return the function that a mutant is of, as mutmut calls it."""
    return mutant.partition("__mutmut_")[0]


def module(mutant: str) -> str:
    """Return the module that a mutant is in."""
    return function(mutant).rpartition(".")[0]


class Verdicts:
    """The verdicts on the mutants, by name, in the files that mutmut keeps."""

    def __init__(self, globs: list[str]) -> None:
        """Read the verdicts on the mutants that some globs name, in their order."""
        self._data: dict[Path, dict[str, Any]] = {}
        self._files: dict[str, Path] = {}
        for file in sorted(FOLDER.absolute().rglob("*.meta")):
            self._data[file] = json.loads(file.read_text("utf-8"))
        for glob in globs:
            for file, data in self._data.items():
                for name in fnmatch.filter(data["exit_code_by_key"], glob):
                    self._files.setdefault(name, file)

    def __iter__(self) -> Iterator[str]:
        """Yield the names of the mutants."""
        return iter(self._files)

    def __getitem__(self, name: str) -> int | None:
        """Return the verdict on a mutant; None when it was not run."""
        verdict: int | None = self._data[self._files[name]]["exit_code_by_key"][name]
        return verdict

    def __setitem__(self, name: str, verdict: int) -> None:
        """Take the verdict on a mutant."""
        self._data[self._files[name]]["exit_code_by_key"][name] = verdict

    def save(self) -> None:
        """Write the verdicts."""
        for file in set(self._files.values()):
            file.write_text(json.dumps(self._data[file], indent=4), "utf-8")


@define
class Run:
    """A session of pytest in which mutants are run in place of tests.

    Attributes:
        verdicts: The mutants.
        again: Whether those without a kill are run, or those that never were.
        seconds: How long the tests may take that are not about a mutant's module.
        children: How many mutants are run at once.
    """

    verdicts: Verdicts
    again: bool
    seconds: float
    children: int
    _active: str = "stats"
    _hit: set[str] = Factory(set)
    _items: dict[str, pytest.Item] = field(init=False)
    _takes: dict[str, float] = Factory(dict)
    _reach: dict[str, list[str]] = Factory(lambda: defaultdict(list))
    _near: dict[str, frozenset[str]] = Factory(dict)
    _kills: dict[str, Counter[str]] = Factory(lambda: defaultdict(Counter))

    def __attrs_post_init__(self) -> None:
        """Let functions ask here which mutant is switched on."""
        trampoline.get_mutant_under_test = lambda: self._active
        trampoline.record_trampoline_hit = lambda name, **_: self._hit.add(name)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Learn which tests reach which function, then run the mutants."""
        early, self._hit = self._hit, set()
        self._items = {item.nodeid: item for item in session.items}
        gc.collect()
        gc.freeze()
        self._learn()
        done = {SURVIVED, UNTESTED} if self.again else {None}
        waiting = [name for name in self.verdicts if self.verdicts[name] in done]
        self._run(waiting)
        alive = {SURVIVED, UNTESTED}
        for name in waiting:
            if self.verdicts[name] in alive and function(name) in early:
                tell(f"called while importing: {name}")
        return True

    def _learn(self) -> None:
        """Run all tests in a fork, so that nothing stays in caches."""
        reader, writer = os.pipe()
        if os.fork() == 0:
            with os.fdopen(writer, "wb") as stream:
                pickle.dump(self._learnt(), stream)
            os._exit(0)
        os.close(writer)
        with os.fdopen(reader, "rb") as stream:
            learnt = pickle.load(stream)  # noqa: S301 - written above
        os.wait()
        for name, (seconds, hit) in learnt.items():
            self._takes[name] = seconds
            for reached in hit:
                self._reach[reached].append(name)
        tell(f"{len(learnt)} tests take {sum(self._takes.values()):.0f} s")

    def _learnt(self) -> dict[str, tuple[float, set[str]]]:
        learnt: dict[str, tuple[float, set[str]]] = {}
        hush()
        for name, item in self._items.items():
            self._hit = set()
            start = time.process_time()
            reports = runtestprotocol(item, log=False, nextitem=None)
            if all(report.passed for report in reports):
                learnt[name] = time.process_time() - start, self._hit
        return learnt

    def _run(self, waiting: list[str]) -> None:
        running: dict[int, tuple[str, list[str], int]] = {}
        tally: Counter[int] = Counter()
        for name in waiting:
            tests = self._chosen(name)
            if not tests:
                self.verdicts[name] = UNTESTED
                continue
            if len(running) == self.children:
                tally[self._wait(running)] += 1
                if not sum(tally.values()) % 100:
                    self.verdicts.save()
                    tell(f"{sum(tally.values())} of {len(waiting)}: {dict(tally)}")
            reader, writer = os.pipe()
            pid = os.fork()
            if pid == 0:
                self._child(name, tests, writer)
            os.close(writer)
            running[pid] = name, tests, reader
        while running:
            tally[self._wait(running)] += 1
        self.verdicts.save()
        tell(f"{len(waiting)} mutants: {dict(tally)}")

    def _chosen(self, mutant: str) -> list[str]:
        """Return the tests for a mutant, in the order in which they are run."""
        near = self._about(module(mutant))
        proven, like = self._kills[function(mutant)], self._kills[module(mutant)]
        rank = {
            test: (-proven[test], test not in near, -like[test], self._takes[test])
            for test in self._reach[function(mutant)]
        }
        tests: list[str] = []
        left = self.seconds
        for test in sorted(rank, key=rank.__getitem__):
            left -= 0 if test in near or proven[test] else self._takes[test]
            if left >= 0 or not tests:
                tests.append(test)
        return tests

    def _about(self, name: str) -> frozenset[str]:
        """Return the tests about a module: of its folder, or of one of its checks."""
        if name not in self._near:
            folders = [one for one in name.split(".")[1:-1] if one != "general"]
            file = (Path("src") / name.replace(".", "/")).with_suffix(".py")
            source = file.read_text("utf-8") if file.exists() else ""
            codes = re.findall(r'code = "(\w+)"', source)
            self._near[name] = frozenset(
                test
                for test in self._items
                if Path(test.partition("::")[0]).parts[1:-1] == tuple(folders)
                or any(code in test for code in codes)
            )
        return self._near[name]

    def _child(self, mutant: str, tests: list[str], writer: int) -> None:
        """Run the tests with a mutant switched on, until one fails; never return."""
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        hush()
        self._active = mutant
        for number, test in enumerate(tests):
            # A mutant that never ends is stopped by a signal.
            signal.signal(signal.SIGPROF, signal.SIG_DFL)
            signal.setitimer(signal.ITIMER_PROF, 3 + 8 * self._takes[test])
            reports = runtestprotocol(self._items[test], log=False, nextitem=None)
            if any(report.failed for report in reports):
                os.write(writer, number.to_bytes(4, "big"))
                os._exit(KILLED)
        os._exit(SURVIVED)

    def _wait(self, running: dict[int, tuple[str, list[str], int]]) -> int:
        """Wait for a mutant and return the verdict on it."""
        pid, status = os.wait()
        name, tests, reader = running.pop(pid)
        with os.fdopen(reader, "rb") as stream:
            number = stream.read(4)
        if number:
            killer = tests[int.from_bytes(number, "big")]
            self._kills[function(name)][killer] += 1
            self._kills[module(name)][killer] += 1
        code = os.waitstatus_to_exitcode(status)
        self.verdicts[name] = code if code in {KILLED, SURVIVED} else ENDLESS
        return self.verdicts[name] or SURVIVED


def hush() -> None:
    """Let this process print nothing."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


def tell(text: str) -> None:
    """Tell how the run goes."""
    print(text, file=sys.stderr)


def main() -> None:
    """Run the mutants that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--again", action="store_true", help="run what survived")
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--children", type=int, default=os.cpu_count())
    parser.add_argument("globs", nargs="+", help="names of mutants; * is anything")
    cut = sys.argv.index("--")
    given = parser.parse_args(sys.argv[1:cut])
    written()
    os.environ["MUTANT_UNDER_TEST"] = ""
    verdicts = Verdicts(given.globs)
    os.chdir(FOLDER)
    run = Run(verdicts, given.again, given.seconds, given.children)
    fixed = ["--rootdir=.", "-q", "-s", "-n0", "-pno:randomly", "-pno:cacheprovider"]
    pytest.main([*fixed, *sys.argv[cut + 1 :]], plugins=[run])


if __name__ == "__main__":
    main()
